package widget

import (
	"strconv"

	"brujula/data/texts"
	"brujula/tui/draw"
	"brujula/tui/layout"
	"brujula/tui/theme"
)

// FacetOption is one value of a facet.
type FacetOption struct {
	Value  string // what the filter gets
	Label  string // what the user sees; Value when empty
	Count  int    // what choosing it would give under the other filters
	Likely int    // of these, likely at the user's rank; -1 when not known
	On     bool
	Open   bool // may be chosen even where it gives nothing now
}

func (o FacetOption) label() string {
	switch {
	case o.Label != "":
		return o.Label
	case o.Value != "":
		return o.Value
	}
	return texts.FacetNone
}

// dead reports that choosing the option would give nothing.
func (o FacetOption) dead() bool { return o.Count == 0 && !o.On && !o.Open }

// FacetGroup is one facet with its values.
type FacetGroup struct {
	ID, Title string
	Options   []FacetOption
	Folded    bool // at first; afterwards the user decides
}

// chosen counts the options that are on.
func (g FacetGroup) chosen() int {
	n := 0
	for _, o := range g.Options {
		if o.On {
			n++
		}
	}
	return n
}

// Facets is a list of groups of checkboxes with counts. It shows what it is
// given: a key gives an event, the caller changes the filter and sets the
// groups anew. The cursor stays on its option.
type Facets struct {
	Focused bool

	styles *theme.Styles
	groups []FacetGroup
	folded map[string]bool
	lines  []facetLine // of the groups that are unfolded
	cursor int
	typed  string     // letters that led here one after the other
	on     facetPlace // what the cursor is on, kept apart from groups, which may change under it
	scroll Scroll
	w      int
}

// facetLine is the title of a group (option < 0) or one of its options.
type facetLine struct{ group, option int }

// facetPlace names a title, or an option, by what stays when the list changes.
type facetPlace struct {
	group, value string
	title        bool
}

// NewFacets makes an empty list.
func NewFacets(styles *theme.Styles) *Facets {
	return &Facets{styles: styles, folded: map[string]bool{}}
}

// Resize sets the room in cells.
func (f *Facets) Resize(w, h int) {
	f.w = w
	f.scroll.Resize(w, h)
	f.scroll.Reveal(f.cursor)
}

// SetGroups replaces the groups; the cursor stays on the option or title that
// it was on, where there still is one.
func (f *Facets) SetGroups(groups []FacetGroup) {
	f.groups = groups
	for _, g := range groups {
		if _, known := f.folded[g.ID]; !known {
			f.folded[g.ID] = g.Folded
		}
	}
	f.unfold()
	f.seek(f.on)
}

// Folded reports whether a group is folded, so that a caller may leave out options
// that nobody sees; byDefault holds for a group that was not shown yet.
func (f *Facets) Folded(id string, byDefault bool) bool {
	if folded, known := f.folded[id]; known {
		return folded
	}
	return byDefault
}

// place names what stands on a line.
func (f *Facets) place(line int) facetPlace {
	l := f.lines[line]
	g := f.groups[l.group]
	if l.option < 0 {
		return facetPlace{g.ID, "", true}
	}
	return facetPlace{g.ID, g.Options[l.option].Value, false}
}

// unfold lists the lines anew.
func (f *Facets) unfold() {
	f.lines = f.lines[:0]
	for i, g := range f.groups {
		f.lines = append(f.lines, facetLine{i, -1})
		if f.folded[g.ID] {
			continue
		}
		for j := range g.Options {
			f.lines = append(f.lines, facetLine{i, j})
		}
	}
}

// seek puts the cursor on a place, else on the title of its group, else where
// it was.
func (f *Facets) seek(want facetPlace) {
	title := -1
	for i := range f.lines {
		p := f.place(i)
		if p == want {
			f.moveTo(i)
			return
		}
		if p.title && p.group == want.group {
			title = i
		}
	}
	if title >= 0 {
		f.moveTo(title)
		return
	}
	f.moveTo(f.cursor)
}

func (f *Facets) moveTo(line int) {
	f.cursor = min(max(line, 0), max(0, len(f.lines)-1))
	if len(f.lines) > 0 {
		f.on = f.place(f.cursor)
	}
	f.scroll.SetLines(make([]string, len(f.lines)))
	if f.cursor == 1 { // the first title is seen together with its first option
		f.scroll.Reveal(0)
	}
	f.scroll.Reveal(f.cursor)
}

// Cells of the figures of an option, and of the bar of its likely share where
// there is room for it.
const (
	facetCountWidth  = 5
	facetLikelyWidth = 5
	facetBarWidth    = 3
	facetLabelLeast  = 13
)

// Heading names the columns of figures in as many cells as they take, for the
// frame over them.
func (f *Facets) Heading() string {
	if !f.likelyKnown() {
		return texts.FacetSeats
	}
	end := facetLikelyWidth + f.barWidth() - 1 // the frame has a blank of its own
	word := texts.FacetWithin
	if layout.Width(word) >= end {
		word = texts.FacetLikely
	}
	return texts.FacetSeats + " " + layout.Fit(word, end-1, layout.Right, "")
}

// barWidth counts the cells of the bar with the blank before it; 0 where labels
// need them.
func (f *Facets) barWidth() int {
	if f.w < len(" [ ] ")+facetLabelLeast+facetCountWidth+facetLikelyWidth+facetBarWidth+1 {
		return 0
	}
	return facetBarWidth + 1
}

func (f *Facets) likelyKnown() bool {
	for _, g := range f.groups {
		for _, o := range g.Options {
			if o.Likely >= 0 {
				return true
			}
		}
	}
	return false
}

// Lines draws exactly the lines and cells that Resize gave.
func (f *Facets) Lines() []string {
	likely := f.likelyKnown()
	drawn := make([]string, len(f.lines))
	from := f.scroll.Start()
	for i := from; i < min(len(f.lines), from+f.scroll.h); i++ {
		drawn[i] = f.line(i, likely)
	}
	f.scroll.SetLines(drawn)
	return f.scroll.Lines()
}

// Position reports which lines are in view; empty when all are.
func (f *Facets) Position() string { return f.scroll.Position() }

func (f *Facets) line(i int, likely bool) string {
	l := f.lines[i]
	g := f.groups[l.group]
	var text string
	style := theme.Style{}
	if l.option < 0 {
		text, style = f.title(g), f.styles.Header
	} else {
		o := g.Options[l.option]
		text = f.option(o, likely)
		if o.dead() {
			style = f.styles.Dead
		}
	}
	mark := " "
	if i == f.cursor {
		mark = f.styles.Glyphs.Cursor
	}
	text = layout.Fit(mark+text, f.w, layout.Left, f.styles.Glyphs.Ellipsis)
	if i == f.cursor {
		style = f.styles.SelectedIdle
		if f.Focused {
			style = f.styles.Selected
		}
	}
	return style.Render(text)
}

func (f *Facets) title(g FacetGroup) string {
	mark := f.styles.Glyphs.Open
	if f.folded[g.ID] {
		mark = f.styles.Glyphs.Closed
	}
	text := mark + " " + g.Title
	if n := g.chosen(); n > 0 {
		text += " (" + strconv.Itoa(n) + ")"
	}
	return text
}

func (f *Facets) option(o FacetOption, likely bool) string {
	box := "[ ]"
	if o.On {
		box = "[" + f.styles.Glyphs.Check + "]"
	}
	figures := layout.Fit(texts.Thousands(o.Count), facetCountWidth, layout.Right, "")
	if likely {
		n := ""
		if o.Likely >= 0 {
			n = texts.Thousands(o.Likely)
		}
		figures += layout.Fit(n, facetLikelyWidth, layout.Right, "") + f.shareBar(o)
	}
	room := max(1, f.w-len(" [ ] ")-layout.Width(figures))
	return box + " " + layout.Fit(o.label(), room, layout.Left, f.styles.Glyphs.Ellipsis) + figures
}

// shareBar draws how many of an option's are likely.
func (f *Facets) shareBar(o FacetOption) string {
	w := f.barWidth()
	if w == 0 {
		return ""
	}
	if o.Count <= 0 || o.Likely < 0 {
		return layout.Blank(w)
	}
	return " " + draw.Bar(f.styles, float64(o.Likely)/float64(o.Count), w-1, f.styles.Success)
}
