package turn

import (
	"strings"

	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/availability"
	act "brujula/planner/turn"
	"brujula/tui/curve"
	"brujula/tui/layout"
	"brujula/tui/theme"
	"brujula/tui/widget"
)

// View draws the screen.
func (m *Model) View() string {
	h := max(0, m.h-1) // the last line is kept for notices
	return strings.Join(append(layout.Block(m.lines(h), m.w, h, ""), ""), "\n")
}

func (m *Model) lines(h int) []string {
	switch {
	case !m.desk.HasProfile():
		return m.say(texts.TurnNoProfile)
	case !m.desk.Turn().Ready():
		return m.say(texts.TurnReading)
	case m.desk.Turn().LineView() == nil:
		return append(m.banner(), m.say(texts.TurnNoLine)...)
	}
	head := append(m.banner(), m.head()...)
	room := h - len(head)
	var body []string
	switch {
	case m.mode == pasting:
		body = m.pasteLines(room)
	case m.mode != looking:
		body = m.searchLines(room)
	case m.w >= layout.WideFrom:
		body = m.wide(room)
	default:
		body = m.narrow(room)
	}
	return append(head, body...)
}

func (m *Model) say(text string) []string {
	lines := []string{""}
	lines = append(lines, layout.Indent(layout.Wrap(text, min(m.w-2, layout.ReadableWidth)))...)
	return lines
}

// banner is what must not be missed: acts that are not on the disk, a window
// that only looks.
func (m *Model) banner() []string {
	st := m.desk.Styles
	if unsaved := m.desk.Turn().Unsaved(); unsaved > 0 {
		lines := layout.Wrap(texts.TurnBanner(unsaved, m.desk.Turn().Failure()), m.w-2)
		for i, line := range lines {
			lines[i] = st.Error.Render(" " + line)
		}
		return lines[:min(len(lines), 3)]
	}
	if why := m.desk.Turn().ReadOnly(); why != "" {
		if layout.Width(why)+1 > m.w && m.desk.OnlyLooks() != "" {
			why = texts.OnlyLooksBanner
		}
		return []string{st.Warning.Render(layout.Cut(" "+texts.Capital(why), m.w, st.Glyphs.Ellipsis))}
	}
	return nil
}

// rank is from where the view looks.
func (m *Model) rank() int {
	if v := m.desk.Turn().View(); v != nil && v.Rank > 0 {
		return v.Rank
	}
	if s := m.desk.Turn().State(); s.Rank > 0 {
		return s.Rank
	}
	rank, _ := m.desk.Turn().Rank()
	return rank
}

// roomForRoad is the least height in which the figures of the line of applicants
// are named under it: at the top stand the most important of them anyway.
const roomForRoad = 26

// narrow stacks the line of applicants, the card, what to ask for next and the last
// acts.
func (m *Model) narrow(h int) []string {
	lines := m.road(m.h >= roomForRoad)
	lines = append(lines, m.card(m.w, h >= 15)...)
	lines = append(lines, m.others(m.w, h-len(lines))...)
	room := h - len(lines)
	if history, _ := m.desk.Turn().History(); room >= 2 && len(history) > 0 {
		lines = append(lines, widget.Rule(m.desk.Styles, texts.TurnLogTitle, m.w))
		lines = append(lines, m.log(m.w, room-1)...)
	}
	return append(lines, m.intro(m.w, h-len(lines))...)
}

// leastLog is the room that the log of a wide window has at least, with its title.
const leastLog = 6

// leftWidth is the part of a wide window for what to ask for.
func (m *Model) leftWidth() int { return min(m.w*3/5, 110) }

// wide sets the figures and the log beside what to ask for, and the plan where
// nothing is to be asked for. At my turn the card has the whole width.
func (m *Model) wide(h int) []string {
	top, w := m.road(m.h >= roomForRoad), m.leftWidth()
	var left []string
	if v := m.desk.Turn().View(); v != nil && v.MyTurn() {
		top = append(top, m.card(m.w, true)...)
	} else {
		left = m.card(w-1, true)
	}
	h = max(0, h-len(top))
	others := m.others(w-1, h-len(left))
	left = append(left, others...)
	st, rw := m.desk.Styles, m.w-w
	var right []string
	if len(others) == 0 {
		right = append(right, widget.Rule(st, texts.TurnPlanTitle, rw))
		right = append(right, m.planLines(rw)...)
	}
	right = append(right, m.account(rw)...)
	if room := h - len(right) - leastLog; m.w >= curve.From && !m.desk.Turn().State().Started && len(others) > 0 && m.picture.Drawn() && room >= curve.Least {
		right = append(right, m.picture.Lines(m.desk, texts.CurveTitle, rw, min(room, curve.Most))...)
	}
	left = append(left, m.intro(w-1, h-len(left))...)
	logRoom := max(leastLog-1, h-len(right)-1)
	right = right[:min(len(right), h-min(h, logRoom+1))]
	if log := m.log(rw, logRoom); len(log) > 0 {
		right = append(append(right, widget.Rule(st, texts.TurnLogTitle, rw)), log...)
	}
	return append(top, layout.Beside(layout.Block(left, w, h, ""), layout.Block(right, rw, h, st.Glyphs.Ellipsis))...)
}

// account states the figures behind the chances.
func (m *Model) account(w int) []string {
	v := m.desk.Turn().View()
	if v == nil {
		return nil
	}
	words := v.Account()
	if _, _, own := m.limits(); !own {
		words = append(words, texts.TurnReportedBy(m.desk.Facts.Figure(rules.FigureTurnSeconds).Source))
	}
	lines := []string{widget.Rule(m.desk.Styles, texts.TurnAccountTitle, w)}
	for _, text := range words {
		lines = append(lines, layout.Indent(layout.Wrap(texts.Capital(text), w-2))...)
	}
	return lines
}

// planLines lists the plan's lines as they stand.
func (m *Model) planLines(w int) []string {
	v := m.desk.Turn().View()
	if v == nil || len(v.Plan) == 0 {
		return layout.Wrap(texts.Capital(texts.TurnPlanLeft(0, 0)), w)
	}
	var lines []string
	for i := range v.Plan {
		lines = append(lines, m.row(&v.Plan[i], w, false))
	}
	return lines
}

// row draws a plaza on one line: place in the plan, seats, name, where, chance.
func (m *Model) row(c *act.Choice, w int, place bool) string {
	st := m.desk.Styles
	number := layout.Blank(4)
	if c.Place > 0 {
		number = layout.Fit(st.Glyphs.Star+texts.Thousands(c.Place), 4, layout.Left, "")
	}
	end := texts.TurnTaken
	switch {
	case c.Plaza.Renipress == m.desk.Turn().State().Mine.Renipress:
		end = texts.TurnYoursShort
	case c.Free():
		end = "–"
		if c.Known {
			end = c.Est.Band.Letter() + " " + texts.Percent(c.Chance)
			if !place { // a line of the plan; one under a cursor has its own style
				end = st.BandStyle(int(c.Est.Band) - int(availability.MuyProbable)).Render(end)
			}
		}
		if c.Left < c.Plaza.Seats || c.Plaza.Seats > 1 {
			end = texts.TurnSeats(c.Left, c.Plaza.Seats) + "  " + layout.Fit(end, 7, layout.Right, "")
		}
	}
	name := c.Plaza.Establishment
	if place {
		name += " · " + texts.Where(c.Plaza.District, c.Plaza.Province, c.Plaza.Region)
	}
	room := max(0, w-layout.Width(end)-8)
	line := " " + number + layout.Fit(name, room, layout.Left, st.Glyphs.Ellipsis) + "  " + end
	switch {
	case end == texts.TurnYoursShort:
		return st.Strong.Render(line)
	case !c.Free():
		return st.Dead.Render(line)
	}
	return line
}

// log shows the last acts, the newest first.
func (m *Model) log(w, h int) []string {
	st := m.desk.Styles
	history, unsaved := m.desk.Turn().History()
	var lines []string
	for i := len(history) - 1; i >= 0 && len(lines) < h; i-- {
		e := &history[i]
		head := " " + layout.Fit(texts.Thousands(i+1), 4, layout.Right, "") + " " + e.At.Format("15:04:05") + " "
		text, style := e.Text(m.desk.Turn().Name), theme.Style{}
		switch {
		case i >= len(history)-unsaved:
			text, style = text+" · "+texts.TurnUnsaved, st.Error
		case e.Undone:
			text, style = text+" · "+texts.TurnUndoneMark, st.Dead
		}
		for j, part := range layout.Wrap(text, max(1, w-layout.Width(head))) {
			if j > 0 {
				head = layout.Blank(layout.Width(head))
			}
			lines = append(lines, style.Render(layout.Cut(head+part, w, st.Glyphs.Ellipsis)))
		}
	}
	return lines[:min(len(lines), max(0, h))]
}
