package turn

import (
	"slices"
	"strings"

	"brujula/data/texts"
	act "brujula/planner/turn"
	"brujula/tui/draw"
	"brujula/tui/layout"
	"brujula/tui/theme"
)

// leastRoad is the narrowest window in which the line of applicants is drawn.
const leastRoad = 60

// road draws the line of applicants from end to end: over it how far each line of
// the plan lasts, on it how far the act has come and where I stand; with named,
// the figures under it. It is as wide as the window.
func (m *Model) road(named bool) []string {
	v := m.desk.Turn().View()
	if v == nil || v.Road == nil || m.w < leastRoad || m.h < roomForBig || v.State.Mine.Known() || v.Over {
		return nil
	}
	st, r := m.desk.Styles, v.Road
	before, after := st.Glyphs.TeeLeft, st.Glyphs.TeeRight
	if st.Graphics() == draw.ASCII {
		before, after = "|", "|"
	}
	end := texts.LineEnd(r.Last)
	if m.w < layout.WideFrom {
		end = texts.LineEndShort(r.Last)
	}
	before, after = " 1 "+before, after+" "+end+" "
	label := layout.Width(texts.TurnRoadLabel) + 2
	left := label + layout.Width(before)
	w := m.w - left - layout.Width(after)
	turn, mine := draw.Place(r.Turn, r.Last, w), draw.Place(r.Mine, r.Last, w)
	var lines []string
	if len(r.Stops) > 0 {
		lines = append(lines, layout.Fit(" "+st.Muted.Render(texts.TurnRoadPlan), left, layout.Left, "")+stops(st, r, w))
	}
	lines = append(lines, " "+st.Muted.Render(layout.Fit(texts.TurnRoadLabel, label-1, layout.Left, ""))+st.Muted.Render(before)+m.track(w, turn, mine)+st.Muted.Render(after))
	if named {
		lines = append(lines, layout.Blank(left)+m.milestones(r, w, turn, mine))
	}
	return lines
}

// track is the line itself: what the act has passed, the turn that it is, me, and
// what is to come.
func (m *Model) track(w, turn, mine int) string {
	st := m.desk.Styles
	passed, here := "━", "▌"
	if st.Graphics() == draw.ASCII {
		passed, here = "=", "#"
	}
	sections := []string{strings.Repeat(passed, turn), st.Strong.Render(here), st.Muted.Render(strings.Repeat(st.Glyphs.Horizontal, max(0, w-turn-1)))}
	line := strings.Join(sections, "")
	own := st.Mine.Render(st.Glyphs.Mine)
	return layout.Over([]string{line}, []string{own}, mine, 0)[0]
}

// milestones name the turn and my rank under their places.
func (m *Model) milestones(r *act.Road, w, turn, mine int) string {
	st := m.desk.Styles
	b := draw.NewLabels(w)
	b.Put(texts.TurnRoadMine(r.Mine), mine, st.Mine)
	if here := texts.TurnRoadTurn(r.Turn); m.desk.Turn().State().Started && mine != turn {
		_ = b.Put(here, turn, theme.Style{}) || b.Put(here, turn-layout.Width(here)+1, theme.Style{})
	}
	b.PutEnd(texts.TurnRoadStops, st.Muted)
	return b.String()
}

// stops are the plan's lines over the rank up to which they last, as numbers in
// the colours of their bands. What lasts as far as another stands after it.
func stops(st *theme.Styles, r *act.Road, w int) string {
	b := draw.NewLabels(w)
	order := slices.Clone(r.Stops)
	slices.SortStableFunc(order, func(x, y act.Stop) int { return x.Until - y.Until })
	for _, s := range order {
		b.PutAfter(texts.Thousands(s.Place), max(0, draw.Place(s.Until, r.Last, w)), draw.BandStyle(st, s.Chance))
	}
	return b.String()
}
