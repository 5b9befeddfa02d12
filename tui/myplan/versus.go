package myplan

import (
	"slices"
	"strconv"
	"strings"

	"brujula/data/texts"
	"brujula/planner/workspace"
	"brujula/tui/draw"
	"brujula/tui/layout"
	"brujula/tui/theme"
	"brujula/tui/widget"
)

// Sizes of two versions side by side, in cells.
const (
	leastSides = 78 // window in which they stand side by side
	mostSide   = 98 // one of them
	sideWhere  = 64 // one of them that tells also where its plazas are
	sidesGap   = 3
	worthCells = 5 // "+10.5"
	sideChance = 7 // "M >99 %"
)

// compareLines reports what two versions lead to and what differs: as two lists where
// there is room, else in words.
func (m *Model) compareLines() []string {
	st, c := m.desk.Styles, m.panes.compare
	over, lines := []string{""}, m.compareWords()
	if m.w >= leastSides && !c.Empty() {
		over, lines = m.sidesHead(), m.sides()
	}
	m.panes.scroll.Resize(m.w-1, m.h-1-len(over))
	m.panes.scroll.SetLines(lines)
	heading := titled(texts.CompareHeading(c.First.Name, c.Second.Name), m.panes.scroll.Position())
	return slices.Concat([]string{widget.Rule(st, heading, m.w)}, over, m.panes.scroll.Lines())
}

// compareWords states the comparison in paragraphs.
func (m *Model) compareWords() []string {
	st := m.desk.Styles
	w := min(m.w-4, layout.ReadableWidth)
	var lines []string
	for _, part := range m.panes.compare.Parts(m.desk.Space) {
		lines = append(lines, " "+st.Strong.Render(part.Title))
		for _, item := range part.Lines {
			mark := " " + st.Glyphs.Bullet + " "
			for _, line := range layout.Wrap(layout.Whole(item), w-2) {
				lines = append(lines, mark+line)
				mark = "   "
			}
		}
		lines = append(lines, "")
	}
	return lines
}

// side is one of the two versions as it is drawn.
type side struct {
	view    *workspace.PlanView
	changes map[int]*workspace.PlanChange // by the line's place here
	second  bool
	w       int
}

// twoSides readies both versions for drawing.
func (m *Model) twoSides() (first, second side) {
	c, w := m.panes.compare, min((m.w-1-sidesGap)/2, mostSide)
	first = side{view: c.First, changes: map[int]*workspace.PlanChange{}, w: w}
	second = side{view: c.Second, changes: map[int]*workspace.PlanChange{}, second: true, w: w}
	for i := range m.panes.changes {
		change := &m.panes.changes[i]
		if change.From >= 0 {
			first.changes[change.From] = change
		}
		if change.To >= 0 {
			second.changes[change.To] = change
		}
	}
	return first, second
}

// sidesHead reports what both versions lead to and what the second gives more, and
// heads the lists.
func (m *Model) sidesHead() []string {
	st, c := m.desk.Styles, m.panes.compare
	first, second := m.twoSides()
	lines := []string{""}
	if c.First.Estimated() && c.Second.Estimated() {
		lines = []string{" " + st.Strong.Render(texts.SideDifference(c.First.Nothing-c.Second.Nothing, c.Second.ExpectedPoints-c.First.ExpectedPoints))}
	}
	names, heads, bars, parts := "", "", "", ""
	for _, s := range []side{first, second} {
		names += layout.Fit(s.title(st), s.w, layout.Left, st.Glyphs.Ellipsis) + layout.Blank(sidesGap)
		bar, labels := outcomeBar(st, s.view, s.w)
		bars, parts = bars+bar+layout.Blank(sidesGap), parts+labels+layout.Blank(sidesGap)
		heads += st.Header.Render(s.row("", texts.ColumnPlace, texts.ColumnName, "", texts.ColumnFree, texts.SidesWorth, "")) + layout.Blank(sidesGap)
	}
	lines = append(lines, names)
	if c.First.Estimated() && c.Second.Estimated() && m.h >= legendFrom {
		lines = append(lines, bars, parts, "")
	}
	return append(lines, heads)
}

// title names a version and tells what it leads to, its lines counted where there is
// room.
func (s *side) title(st *theme.Styles) string {
	v := s.view
	totals := texts.PlanLines(len(v.Lines))
	if v.Estimated() {
		short := texts.SideOutcome(v.ExpectedPoints, v.Nothing)
		if totals += " · " + short; layout.Width(v.Name)+layout.Width(totals)+5 > s.w {
			totals = short
		}
	}
	name := layout.Cut(v.Name, max(1, s.w-layout.Width(totals)-5), st.Glyphs.Ellipsis)
	return " " + st.Strong.Render(name) + " · " + totals
}

// sides draws the two versions as lists, what did not move in one row, and under
// them what the signs mean.
func (m *Model) sides() []string {
	st := m.desk.Styles
	first, second := m.twoSides()
	bar := layout.Fit(" "+st.Border.Render(st.Glyphs.Vertical), sidesGap, layout.Left, "")
	var lines []string
	for _, pair := range m.panes.compare.Pairs() {
		lines = append(lines, m.sideLine(&first, pair.First)+bar+m.sideLine(&second, pair.Second))
	}
	lines = append(lines, "")
	return append(lines, m.sidesLegend()...)
}

// row sets the cells of a line in the width of its side.
func (s *side) row(sign, place, name, other, chance, worth, tail string) string {
	rest := s.w - 5 - 1 - sideChance - 1 - worthCells
	if other != "" {
		other = "  " + other
	}
	name = layout.Fit(name, max(1, rest-layout.Width(other)), layout.Left, tail) + other
	return layout.Fit(sign, 1, layout.Left, "") + layout.Fit(place, 3, layout.Right, "") + " " + name + " " +
		layout.Fit(chance, sideChance, layout.Left, "") + " " + layout.Fit(worth, worthCells, layout.Right, "")
}

// sideLine draws a line of one side: the sign of what became of it, and what that
// is worth; blank where this side has none.
func (m *Model) sideLine(s *side, at int) string {
	if at < 0 {
		return layout.Blank(s.w)
	}
	st, line := m.desk.Styles, &s.view.Lines[at]
	sign, other, worth, style := " ", "", "", st.Muted
	if change := s.changes[at]; change != nil {
		sign, other = m.changeSign(change), m.elsewhere(s, change)
		style = st.Changed
		if change.Valued && (s.second || change.Kind == workspace.ChangeLeaves) {
			worth = texts.SignedDecimal(change.Points)
		}
	}
	chance := "–"
	if line.Known {
		chance = draw.ChanceText(st, line.Estimate.Band, line.Estimate.Chance)
	}
	name := texts.PlanAbsentName(line.Entry.ID.Renipress)
	if line.Plaza != nil {
		name = texts.ListName(line.Plaza.Establishment)
		if s.w >= sideWhere {
			name += " · " + texts.Where(line.Plaza.Province, line.Plaza.Region)
		}
	}
	return s.styled(style, sign, strconv.Itoa(at+1), name, st.Muted.Render(other), chance, worth, st.Glyphs.Ellipsis)
}

// styled is row with the words in a style of their own.
func (s *side) styled(style theme.Style, sign, place, name, other, chance, worth, tail string) string {
	return s.row(style.Render(sign), style.Render(place), style.Render(name), other, chance, style.Render(worth), tail)
}

// changeSign is the sign of a change in both lists: a line that moves points to
// where it goes.
func (m *Model) changeSign(change *workspace.PlanChange) string {
	g := &m.desk.Styles.Glyphs
	switch change.Kind {
	case workspace.ChangeEnters:
		return "+"
	case workspace.ChangeLeaves:
		return "-"
	case workspace.ChangeMoves:
		if change.To < change.From {
			return g.Up
		}
		return g.Down
	case workspace.ChangeNoted:
		return g.Differs
	}
	return " "
}

// elsewhere reports where a line that moved stands in the other version.
func (m *Model) elsewhere(s *side, change *workspace.PlanChange) string {
	switch {
	case change.Kind != workspace.ChangeMoves:
		return ""
	case s.second:
		return texts.SideFrom(change.From + 1)
	}
	return texts.SideTo(change.To + 1)
}

// sidesLegend explains the signs that are on the screen.
func (m *Model) sidesLegend() []string {
	st, c := m.desk.Styles, m.panes.compare
	g := &st.Glyphs
	var words []string
	for _, one := range []struct {
		is          bool
		sign, words string
	}{
		{len(c.OnlySecond) > 0, "+", texts.SidesEnters},
		{len(c.OnlyFirst) > 0, "-", texts.SidesLeaves},
		{len(c.Moved) > 0, g.Up + g.Down, texts.SidesMoves},
		{len(c.Notes) > 0, "*", texts.SidesNote},
	} {
		if one.is {
			words = append(words, one.sign+" "+one.words)
		}
	}
	said := strings.Join(append(words, texts.SidesWorthKey), " · ")
	return layout.Indent(st.Muted.RenderAll(layout.Wrap(said, min(m.w-2, 2*mostSide))))
}
