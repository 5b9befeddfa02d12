package turn

import (
	"strings"

	"brujula/data"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/availability"
	act "brujula/planner/turn"
	"brujula/tui/keys"
	"brujula/tui/layout"
	"brujula/tui/risks"
	"brujula/tui/theme"
	"brujula/tui/widget"
)

// card is what to ask for, in the order of the official screen.
func (m *Model) card(w int, roomy bool) []string {
	st, v := m.desk.Styles, m.desk.Turn().View()
	if v == nil {
		return widget.Box(st, widget.BoxOptions{Title: texts.TurnAskFor}, nil, w, 3)
	}
	var lines []string
	say := func(text string) {
		lines = append(lines, layout.Indent(st.Warning.RenderAll(layout.Wrap(text, w-4)))...)
	}
	if v.State.Mine.Known() {
		return m.mineCard(w, roomy)
	}
	title := texts.TurnAsk(0, v.MyTurn())
	switch lack := v.Lack(); lack {
	case act.LackNone:
	case act.LackTurn:
		title = texts.Capital(strings.ToLower(texts.TurnOver))
		say(v.LackText())
		lines = append(lines, layout.Wrap(" "+texts.TurnOverAsk+" "+texts.TurnOverKeys(key(m.keys.own.TakeOther), key(m.keys.own.Decline)), w-3)...)
	case act.LackSeats, act.LackPlaza:
		say(v.LackText())
	case act.LackLikely, act.LackPlan, act.LackInPlan: // there is something to ask for
	}
	for _, p := range v.Proposals()[:min(1, len(v.Best))] {
		lines = append(lines, m.plaza(&p, w-2, roomy)...)
	}
	switch lack := v.Lack(); { // why this one, under it: the answer comes first
	case !roomy:
	case lack == act.LackPlan:
		say(v.LackText() + texts.TurnPlanKeys)
	case lack == act.LackLikely || lack == act.LackInPlan:
		say(v.LackText())
	}
	return widget.Box(st, widget.BoxOptions{Title: title, Note: m.reported(), Active: true}, lines, w, len(lines)+2)
}

// reported says what the timer stands on.
func (m *Model) reported() string {
	seconds, calls, own := m.limits()
	f := m.desk.Facts.Figure(rules.FigureTurnSeconds)
	return texts.TurnReported(seconds, calls, string(f.Certainty), own)
}

// plaza draws a plaza whole: its name with the chance, the steps, what it gives.
func (m *Model) plaza(c *act.Proposal, w int, roomy bool) []string {
	st, v := m.desk.Styles, m.desk.Turn().View()
	chance := m.chance(c.Choice)
	seats := texts.TurnSeats(c.Left, c.Plaza.Seats)
	room := w - layout.Width(chance) - 4
	now := v.MyTurn()
	var lines []string
	if now {
		lines = m.large(c.Plaza.Establishment, w)
		if gap := w - layout.Width(lines[0]) - layout.Width(chance) - 1; gap > 0 {
			lines[0] += layout.Blank(gap) + chance
		} else {
			seats = chance + " · " + seats
		}
	} else {
		lines = []string{" " + layout.Fit(st.Strong.Render(c.Plaza.Establishment), room, layout.Left, st.Glyphs.Ellipsis) + "  " + chance + " "}
	}
	label := 0
	for _, s := range c.Steps {
		label = max(label, layout.Width(s[0]))
	}
	for i, s := range c.Steps {
		value := st.Strong.Render(layout.Cut(s[1], w-label-7, st.Glyphs.Ellipsis))
		lines = append(lines, " "+st.Muted.Render(string(rune('1'+i))+" "+layout.Fit(s[0], label, layout.Left, ""))+"  "+value)
	}
	facts := seats + " · " + texts.TurnFacts(c.Points, texts.GradeText(c.Plaza.Grade), c.Mark.Worst, c.Mark.Count, c.Place)
	lines = append(lines, layout.Indent(layout.Wrap(facts, w-2))...)
	if told := c.Spread.String(); told != "" && roomy {
		lines = append(lines, " "+st.Muted.Render(layout.Cut(texts.Capital(told), w-2, st.Glyphs.Ellipsis)))
	}
	if c.Warning != "" && (roomy || len(c.Refused) > 0) {
		lines = append(lines, layout.Indent(st.Warning.RenderAll(layout.Wrap(c.Warning, w-2)))...)
	}
	return lines
}

// large draws the name of the plaza that the screen is about.
func (m *Model) large(text string, w int) []string {
	st, rows := m.desk.Styles, 0
	switch {
	case st.Options.Charset != theme.UTF8 || m.h < roomForBig:
	case m.h >= roomForTwo:
		rows = 2
	default:
		rows = 1
	}
	lines := name(text, w-3, rows, st.Glyphs.Ellipsis)
	for i, line := range lines {
		lines[i] = " " + st.Strong.Render(line)
	}
	return lines
}

// key is how a binding is written in a sentence.
func key(b keys.Binding) string { return b.Help().Key }

// roomUnderMine is what the notes of the place that I took leave to the log, in lines,
// with the edges of the card.
const roomUnderMine = 7

// mineCard reports what came of the applicant's own turn, and what that means.
func (m *Model) mineCard(w int, roomy bool) []string {
	st, v, own := m.desk.Styles, m.desk.Turn().View(), &m.keys.own
	title, told, lines := texts.TurnMineTitle, v.State.Mine.Tell(m.desk.Space, m.desk.Turn().Line(), v.Fallback), []string{}
	say := func(text string) {
		lines = append(lines, layout.Indent(layout.Wrap(text, w-4))...)
	}
	switch c := v.Mine; {
	case c == nil:
		title = texts.TurnNoneTitle
		say(told.What)
		say(told.Means)
		say(texts.TurnNoneKeys(m.desk.Turn().Line().Modality == data.Remunerada, key(own.OtherModality), key(own.TakeOther), key(own.Undo)))
	case c.Plaza == nil:
		lines = append(lines, m.large(v.State.Mine.Renipress, w)...)
		say(told.Lost)
	default:
		p := c.Plaza
		lines = append(lines, m.large(p.Establishment, w-2)...)
		say(st.Strong.Render(texts.Where(p.District, p.Province, p.Region)))
		say(texts.TurnPlaceOf(p.Renipress, p.Category, p.Institution, texts.PlaceName(p.Diresa)))
		if roomy {
			say(texts.TurnFacts(texts.PointsShort(c.Points.Known, c.Points.Value), texts.GradeText(p.Grade), 0, 0, c.Place))
			lines = append(lines, "")
		}
		say(told.Means)
		if v.State.Started {
			say(st.Muted.Render(texts.TurnMineKeys(key(own.Cross), key(own.Pick), key(own.End))))
		}
		if roomy {
			noted := m.desk.Space.RiskNotes(p)
			notes := widget.Card(st, risks.Brief(st, &noted, texts.RiskInCard), min(w-4, layout.ReadableWidth+20))
			lines = append(lines, "")
			lines = append(lines, layout.Indent(notes[:max(0, min(len(notes), m.h-len(lines)-roomUnderMine))])...)
		}
	}
	return widget.Box(st, widget.BoxOptions{Title: title, Active: true}, lines, w, len(lines)+2)
}

func (m *Model) chance(c *act.Choice) string {
	st := m.desk.Styles
	if !c.Known {
		return st.Muted.Render(texts.TurnNoChance)
	}
	text := texts.TurnChance(c.Est.Band.Letter(), c.Chance, m.desk.Turn().View().MyTurn())
	return st.BandStyle(int(c.Est.Band) - int(availability.MuyProbable)).Render(text)
}
