package keys

import (
	"cmp"
	"slices"
	"strings"

	"brujula/data/fold"
	"brujula/data/texts"
	"brujula/tui/layout"
	"brujula/tui/theme"
)

// Sheet is the full help of a page: what is used most first, then what else the
// page has, by scope, and under a rule what works on every page.
type Sheet struct {
	Most    []Binding // in order of use, as the footer has them
	Own     []Scope   // of the page
	General []Scope
}

// Measures of the sheet, in cells.
const (
	sheetColumn = 36 // the least width of a column
	sheetGap    = 3  // between columns
)

// Lines writes the sheet in as many columns as fit in w cells, every line exactly
// w cells wide, for a window of h lines: with what each key says more where all of
// it is in view at once, else a line a key, so that the page's own come before
// anything is to be scrolled. What a query finds has its notes in any case, in one
// column. The caller scrolls.
func (s Sheet) Lines(st *theme.Styles, query string, w, h int) []string {
	if query != "" {
		return s.found(st, query, w)
	}
	noted := s.write(st, w, true)
	if len(noted) <= h {
		return noted
	}
	return s.write(st, w, false)
}

func (s Sheet) write(st *theme.Styles, w int, noted bool) []string {
	own, general := s.sorted()
	lines := pour(st, own, w, noted)
	if len(general) > 0 {
		lines = append(lines, st.Border.Render(strings.Repeat(st.Glyphs.Horizontal, max(0, w))))
		lines = append(lines, pour(st, general, w, noted)...)
	}
	return lines
}

// sorted returns what is used most as a scope before the page's own, and leaves it out
// of the others.
func (s Sheet) sorted() (own, general []Scope) {
	if len(s.Most) == 0 {
		return s.Own, s.General
	}
	own, general = copied(s.Own), copied(s.General)
	most := slices.Clone(s.Most)
	for i := range most {
		most[i] = take(most[i], own, general)
	}
	return append([]Scope{{texts.ScopeMost, most}}, filled(own)...), filled(general)
}

func copied(scopes []Scope) []Scope {
	out := slices.Clone(scopes)
	for i := range out {
		out[i].Bindings = slices.Clone(out[i].Bindings)
	}
	return out
}

// take takes a binding of the footer out of the first scope that has it, and gives
// it in the words of that scope, which has more room. A label that names two keys,
// as "[ ]", takes both and keeps its own words.
func take(b Binding, groups ...[]Scope) Binding {
	labels := strings.Fields(b.Help().Key)
	for _, scopes := range groups {
		for i := range scopes {
			at := slices.IndexFunc(scopes[i].Bindings, b.same)
			if at < 0 {
				continue
			}
			same := scopes[i].Bindings[at]
			scopes[i].Bindings = slices.DeleteFunc(scopes[i].Bindings, func(o Binding) bool {
				return b.same(o) || slices.Contains(labels, o.Help().Key)
			})
			if same.Help().Key == b.Help().Key {
				return same.Because(cmp.Or(b.DisabledReason, same.DisabledReason))
			}
			return b
		}
	}
	return b
}

// same reports whether two bindings are of the same keys or, where they stand for
// what is typed, of the same label.
func (b Binding) same(o Binding) bool {
	return slices.Equal(b.Keys(), o.Keys()) && (len(b.Keys()) > 0 || b.Help().Key == o.Help().Key)
}

// filled leaves out the scopes that have nothing left.
func filled(scopes []Scope) []Scope {
	return slices.DeleteFunc(scopes, func(s Scope) bool { return len(s.Bindings) == 0 })
}

// found writes the bindings that a query finds, by key, by words or by the name of
// their scope; words add up, and accents do not matter.
func (s Sheet) found(st *theme.Styles, query string, w int) []string {
	words := strings.Fields(fold.Fold(query))
	var out []Scope
	own, general := s.sorted()
	for _, scope := range slices.Concat(own, general) {
		var hits []Binding
		for _, b := range scope.Bindings {
			text := fold.Fold(scope.Name + " " + b.Help().Desc + " " + noteOf(b))
			if b.Help().Key == query || !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(text, word) }) {
				hits = append(hits, b)
			}
		}
		if len(hits) > 0 {
			out = append(out, Scope{scope.Name, hits})
		}
	}
	if len(out) == 0 {
		return []string{layout.Fit(texts.HelpNothing(query), w, layout.Left, st.Glyphs.Ellipsis)}
	}
	lines := column(st, out, w, widestKey(out), true)
	return layout.Block(lines, w, len(lines), "")
}

// pour fills columns from left to right with whole scopes, each as near to an equal
// share of the lines as whole scopes allow.
func pour(st *theme.Styles, scopes []Scope, w int, noted bool) []string {
	columns := max(1, (w+sheetGap)/(sheetColumn+sheetGap))
	columns = min(columns, max(1, len(scopes)))
	width := (w - (columns-1)*sheetGap) / columns
	keyWidth := widestKey(scopes)
	blocks := make([][]string, len(scopes))
	for i := range scopes {
		blocks[i] = column(st, scopes[i:i+1], width, keyWidth, noted)
	}
	best, height := [][]string(nil), 0
	for share := 1; best == nil || height > share; share++ { // the least height that has room for all
		best, height = fill(blocks, columns, share)
	}
	parts := make([][]string, 0, 2*columns)
	for i, c := range best {
		if i > 0 {
			parts = append(parts, layout.Block(nil, sheetGap, height, ""))
		}
		parts = append(parts, layout.Block(c, width, height, ""))
	}
	return layout.Block(layout.Beside(parts...), w, height, "")
}

// fill sets blocks into columns of at most so many lines; the last column takes
// what is left, however long.
func fill(blocks [][]string, columns, most int) (out [][]string, height int) {
	out = make([][]string, columns)
	at := 0
	for _, block := range blocks {
		if n := len(out[at]); n > 0 && n+1+len(block) > most && at < columns-1 {
			at++
		}
		if len(out[at]) > 0 {
			out[at] = append(out[at], "")
		}
		out[at] = append(out[at], block...)
	}
	for _, c := range out {
		height = max(height, len(c))
	}
	return out, height
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

// column writes scopes one under the other: the name, and an entry a binding, what
// it does wrapped beside the key. A reason why a key does nothing now is told even
// where the notes are not.
func column(st *theme.Styles, scopes []Scope, width, keyWidth int, noted bool) []string {
	var lines []string
	room := max(8, width-keyWidth-2)
	for n, s := range scopes {
		if n > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, st.Header.Render(layout.Cut(s.Name, width, "")))
		for i, b := range s.Bindings {
			text := layout.Wrap(b.Help().Desc, room)
			if b.DisabledReason != "" {
				text = st.Dead.RenderAll(text)
			}
			// Of a run of keys with one note, as [ and ], the last one carries it.
			last := i+1 == len(s.Bindings) || noteOf(s.Bindings[i+1]) != noteOf(b)
			if note := noteOf(b); note != "" && last && (noted || b.DisabledReason != "") {
				text = append(text, st.Muted.RenderAll(layout.Wrap(note, room))...)
			}
			for j, part := range text {
				label := layout.Blank(keyWidth)
				if j == 0 {
					label = st.Key.Render(layout.Fit(b.Help().Key, keyWidth, layout.Left, ""))
				}
				lines = append(lines, label+"  "+part)
			}
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
