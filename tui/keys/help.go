package keys

import (
	"strings"

	"brujula/data/texts"
	"brujula/tui/layout"
	"brujula/tui/theme"
)

// Footer returns the one-line help: as many bindings, in their order, as fit
// whole in w cells. The line is exactly w cells wide. The first binding (help,
// by custom) always has its place, since it leads to all others. Disabled
// bindings stay, faint, so that keys do not change places.
func Footer(st *theme.Styles, bindings []Binding, w int) string {
	var line strings.Builder
	used := 0
	for _, b := range bindings {
		h := b.Help()
		cells := layout.Width(h.Key) + 1 + layout.Width(h.Desc)
		gap := 0
		if used > 0 {
			gap = 2
		}
		if used+gap+cells > w {
			continue
		}
		line.WriteString(layout.Blank(gap))
		line.WriteString(footerItem(st, b))
		used += gap + cells
	}
	return layout.Fit(line.String(), w, layout.Left, "")
}

func footerItem(st *theme.Styles, b Binding) string {
	h := b.Help()
	if b.DisabledReason != "" {
		return st.Dead.Render(h.Key + " " + h.Desc)
	}
	return st.Key.Render(h.Key) + " " + st.KeyText.Render(h.Desc)
}

// Markdown returns the list of keys for the README.
func Markdown(scopes []Scope) string {
	var b strings.Builder
	for _, s := range scopes {
		b.WriteString("### " + s.Name + "\n\n")
		b.WriteString("| " + texts.KeyTableHead[0] + " | " + texts.KeyTableHead[1] + " |\n|---|---|\n")
		for _, k := range s.Bindings {
			text := k.Help().Desc
			if k.Tooltip != "" {
				text += ". " + k.Tooltip
			}
			b.WriteString("| `" + strings.ReplaceAll(k.Help().Key, "|", `\|`) + "` | " + text + " |\n")
		}
		b.WriteString("\n")
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}
