package keys

import (
	"strings"

	"brujula/data/texts"
	"brujula/tui/layout"
	"brujula/tui/theme"
)

// columnGap is the number of blank cells between columns of the full help.
const columnGap = 3

// Footer gives the one-line help: as many bindings, in their order, as fit
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

// Full gives the help of a place in as many columns as fit in w cells, each
// scope whole in one column where that is possible. Lines are exactly w cells
// wide; their number is what the help needs, and the caller scrolls.
func Full(st *theme.Styles, scopes []Scope, w int) []string {
	blocks := make([][]string, 0, len(scopes))
	total := 0
	keyWidth := widestKey(scopes)
	columns := max(1, (w+columnGap)/(fullColumnWidth+columnGap))
	width := (w - (columns-1)*columnGap) / columns
	for _, s := range scopes {
		b := scopeBlock(st, s, keyWidth, width)
		blocks = append(blocks, b)
		total += len(b) + 1
	}
	return pour(blocks, columns, total, width, w)
}

// fullColumnWidth is the least width of a column of the full help.
const fullColumnWidth = 38

// pour fills columns from left to right with whole blocks, each as near to an
// equal share of the lines as whole blocks allow.
func pour(blocks [][]string, columns, total, width, w int) []string {
	share := (total + columns - 1) / columns
	filled := make([][]string, columns)
	at := 0
	for _, b := range blocks {
		if at < columns-1 && len(filled[at]) > 0 && len(filled[at])+len(b)/2 > share {
			at++
		}
		if len(filled[at]) > 0 {
			filled[at] = append(filled[at], "")
		}
		filled[at] = append(filled[at], b...)
	}
	height := 0
	for _, c := range filled {
		height = max(height, len(c))
	}
	parts := make([][]string, 0, 2*columns)
	for i, c := range filled {
		if i > 0 {
			parts = append(parts, layout.Block(nil, columnGap, height, ""))
		}
		parts = append(parts, layout.Block(c, width, height, ""))
	}
	return layout.Block(layout.Beside(parts...), w, height, "")
}

func widestKey(scopes []Scope) int {
	n := 0
	for _, s := range scopes {
		for _, b := range s.Bindings {
			n = max(n, layout.Width(b.Help().Key))
		}
	}
	return n
}

// scopeBlock gives the title of a scope and one entry per binding, the
// description and the tooltip wrapped beside the key.
func scopeBlock(st *theme.Styles, s Scope, keyWidth, width int) []string {
	lines := []string{st.Header.Render(layout.Cut(s.Name, width, ""))}
	room := max(8, width-keyWidth-2)
	for i, b := range s.Bindings {
		h := b.Help()
		text := layout.Wrap(h.Desc, room)
		notes := 0
		// Of a run of keys with one note, as [ and ], the last one carries it.
		last := i+1 == len(s.Bindings) || noteOf(s.Bindings[i+1]) != noteOf(b)
		if note := noteOf(b); note != "" && last {
			more := layout.Wrap(note, room)
			notes = len(more)
			text = append(text, more...)
		}
		for j, part := range text {
			label := layout.Blank(keyWidth)
			if j == 0 {
				label = st.Key.Render(layout.Fit(h.Key, keyWidth, layout.Left, ""))
			}
			if j >= len(text)-notes {
				part = st.Muted.Render(part)
			}
			lines = append(lines, label+"  "+part)
		}
	}
	return lines
}

// noteOf gives what the full help adds to the description: why the key is
// disabled, else its tooltip.
func noteOf(b Binding) string {
	if b.DisabledReason != "" {
		return b.DisabledReason
	}
	return b.Tooltip
}

// Markdown gives the list of keys for the README.
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
