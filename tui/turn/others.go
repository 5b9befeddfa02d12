package turn

import (
	"slices"

	"brujula/data/texts"
	act "brujula/planner/turn"
	"brujula/tui/draw"
	"brujula/tui/layout"
	"brujula/tui/widget"
)

// Cells of a line of the others: the most that names take where the way stands
// beside them, and what the rest takes where it does not.
const (
	mostName    = 34
	leastBeside = 30
)

// rest lists what to ask for when the first is gone: the plan's other lines in
// their order, then what else is offered, and last the plan's lines that are
// crossed out.
func (m *Model) rest() (free, gone []act.Choice) {
	v := m.desk.Turn().View()
	if v == nil || len(v.Best) == 0 {
		return nil, nil
	}
	first := v.Best[0].Row
	for i := range v.Plan {
		switch c := &v.Plan[i]; {
		case c.Row == first:
		case c.Free():
			free = append(free, *c)
		default:
			gone = append(gone, *c)
		}
	}
	for _, c := range v.Best[1:] {
		if c.Place == 0 {
			free = append(free, c)
		}
	}
	return free, gone
}

// others draws the rest in at most h lines: one each, or two where there is room
// for all, so that the way on the official screen stands whole.
func (m *Model) others(w, h int) []string {
	free, gone := m.rest()
	if len(free)+len(gone) == 0 || h < 2 {
		return nil
	}
	st := m.desk.Styles
	lines := []string{widget.Rule(st, texts.TurnElseAhead, w)}
	all := slices.Concat(free, gone)
	if room := h - len(lines); len(all) > room {
		all = all[:room-1]
	}
	double := 2*len(free)+len(gone)+len(lines) <= h
	name := 0
	for i := range all {
		name = max(name, layout.Width(all[i].Plaza.Establishment))
	}
	if name = min(name, max(0, w-leastBeside)); !double {
		name = min(name, mostName, w/3)
	}
	for i := range all {
		lines = append(lines, m.other(&all[i], w, name, double)...)
	}
	if left := len(free) + len(gone) - len(all); left > 0 {
		lines = append(lines, " "+st.Muted.Render(texts.TurnElseMore(left)))
	}
	return lines
}

// other draws one of them: its line of the plan, its name, the chance and the way.
func (m *Model) other(c *act.Choice, w, name int, double bool) []string {
	st := m.desk.Styles
	number := st.Glyphs.Bullet
	if c.Place > 0 {
		number = texts.Thousands(c.Place)
	}
	head := " " + layout.Fit(number, 2, layout.Right, "") + " "
	if !c.Free() {
		return []string{st.Dead.Render(head + layout.Fit(c.Plaza.Establishment, name, layout.Left, st.Glyphs.Ellipsis) + "  " + texts.TurnTaken)}
	}
	chance := st.Muted.Render(texts.TurnNoChance)
	if c.Known {
		chance = draw.ChanceText(st, c.Est.Band, c.Chance)
	}
	line := head + st.Strong.Render(layout.Fit(c.Plaza.Establishment, name, layout.Left, st.Glyphs.Ellipsis)) + "  " + layout.Fit(chance, 7, layout.Left, "")
	used := layout.Width(line) + 2
	if double {
		if c.Left < c.Plaza.Seats || c.Plaza.Seats > 1 {
			line += "  " + st.Muted.Render(texts.TurnSeats(c.Left, c.Plaza.Seats))
		}
		return []string{line, layout.Blank(4) + route(c.Plaza, w-4, st.Glyphs.Ellipsis)}
	}
	return []string{line + "  " + st.Muted.Render(route(c.Plaza, w-used, st.Glyphs.Ellipsis))}
}
