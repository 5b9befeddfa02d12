package explore

import (
	"cmp"
	"strings"

	"brujula/data/texts"
	"brujula/planner/availability"
	"brujula/planner/catalog"
	"brujula/planner/workspace"
	"brujula/tui/draw"
	"brujula/tui/layout"
	"brujula/tui/theme"
)

// Status is the answer first: how many plazas are within reach, and how all that
// pass the filters share among the bands; then what is filtered, and the order.
// Without chances it counts what is in view.
func (m *Model) Status() (left, right string) {
	reach := m.reach()
	if reach.All == 0 {
		return m.plainStatus()
	}
	st := m.desk.Styles
	parts := bandParts(st, reach)
	ribbon := draw.RibbonLeast(parts)
	left = st.Strong.Render(texts.Reach(reach.Likely(), reach.All))
	found := ""
	if len(m.rows) < m.total {
		found = " · " + texts.FoundOf(len(m.rows), m.total)
	}
	room := m.w - statusEdges - layout.Width(left+found)
	if filters := joinParts(m.filterParts(), max(12, room-ribbon-5)); filters != "" {
		left += " · " + filters
	}
	left += found
	order := m.orderShown()
	room = m.w - statusEdges - layout.Width(left) - 2
	switch beside := room - layout.Width(order) - 2; {
	case beside >= ribbon && (m.wide() || m.byMatch):
		return left + "  " + draw.Ribbon(st, parts, min(beside, ribbonMost)), order
	case m.byMatch && room >= layout.Width(order): // no heading says it
		return left, order
	case room >= ribbon:
		return left + "  " + draw.Ribbon(st, parts, min(room, ribbonMost)), ""
	case room >= layout.Width(order):
		return left, order
	}
	return left, ""
}

// ribbonMost is the most cells that the bar of bands takes.
const ribbonMost = 84

// reach counts what passes the filters by bands; nothing while rows only resemble
// what was sought.
func (m *Model) reach() workspace.Reach {
	if m.loose {
		return workspace.Reach{}
	}
	return m.desk.Est.ReachOf(m.selection)
}

func bandParts(st *theme.Styles, r workspace.Reach) []draw.Part {
	parts := make([]draw.Part, len(r.Bands))
	for i, b := range availability.Bands() {
		parts[i] = draw.Part{
			Share: float64(r.Bands[i]) / float64(r.All), Label: texts.BandCount(b.Letter(), r.Bands[i]), Style: st.BandStyle(i),
		}
	}
	return parts
}

// plainStatus says what is filtered, and how many are in view of how many.
func (m *Model) plainStatus() (left, right string) {
	right = texts.Counts(len(m.rows), m.total, m.seats, m.oneLine(), m.w < layout.WideFrom)
	before, after := "", m.similarity()
	if m.desk.Space.Demo {
		before = texts.ImportFromDemo + " · "
	}
	room := m.w - statusEdges - layout.Width(right)
	left = joinParts(m.filterParts(), room-layout.Width(before+after))
	left = cmp.Or(left, texts.NoFilters)
	left = before + left + after
	if m.loose && layout.Width(left) > room { // what to import can wait
		left = strings.TrimPrefix(left, before)
	}
	if order := "  " + m.orderShown(); !m.loose && (m.wide() || m.byMatch) && layout.Width(left+right+order)+statusEdges <= m.w {
		right += order
	}
	return left, right
}

// similarity says that rows only resemble what was sought.
func (m *Model) similarity() string {
	switch {
	case m.loose && len(m.rows) > 0:
		return " · " + m.read.Told(m.filter.Text)
	case m.loose:
		return " · " + texts.NothingSimilar
	}
	return ""
}

// orderShown says in which order the rows stand.
func (m *Model) orderShown() string {
	switch {
	case !m.byMatch && !m.chosen && m.desk.LookRank() > 0:
		return texts.OrderBest
	case !m.byMatch:
		return texts.OrderShown(catalog.FormatOrder(m.orders))
	case m.wide():
		return texts.OrderByMatch
	}
	return texts.OrderByMatchShort
}
