package turn

import (
	"strings"

	"brujula/data/texts"
	"brujula/tui/layout"
	"brujula/tui/theme"
	"brujula/tui/widget"
)

// roomForBig is the least height in which the figures are drawn big.
const roomForBig = 20

// roomForTwo is the least height in which a name may have two rows of big letters.
const roomForTwo = 32

// head reports whose turn it is, how many stand before, and the clock.
func (m *Model) head() []string {
	st, s, rank := m.desk.Styles, m.desk.Turn().State(), m.rank()
	if !s.Started {
		return m.before()
	}
	if m.desk.Turn().MyTurn() {
		return m.myTurn()
	}
	strong, plain := st.Strong.Render, func(s string) string { return s }
	figures := []figure{{texts.TurnLabelTurn, texts.Thousands(s.Turn), "", plain}}
	ahead, over := s.Ahead(rank)
	switch {
	case rank == 0:
	case s.Mine.Known():
		return nil // the card says all, and the second line of the window the rest
	case over:
		figures = append(figures, figure{"", texts.TurnOver, "", st.Warning.Render})
	case ahead == 0:
		figures = append(figures, figure{"", texts.TurnYours, "", st.Warning.Render}) // of a look from another rank
	default:
		figures = append(figures, figure{texts.TurnLabelAhead, texts.Thousands(ahead), "", strong})
	}
	figures = append(figures, m.clock())
	if m.h >= roomForBig && st.Options.Charset == theme.UTF8 {
		return bigRow(figures, m.w)
	}
	var parts []string
	for _, f := range figures {
		text := f.style(f.value)
		if f.label != "" && f.label != texts.TurnLabelTime { // 0:30 needs no word
			text = f.label + " " + text
		}
		if f.note != "" {
			text += " (" + f.note + ")"
		}
		parts = append(parts, text)
	}
	return []string{" " + strings.Join(parts, "  ")}
}

// before tells, as long as the act has not begun, what is not as one would expect
// of the rank from which all is seen.
func (m *Model) before() []string {
	if m.h < roomForBig || m.desk.Turn().State().Mine.Known() {
		return nil
	}
	own, derived := m.desk.Turn().Rank()
	var said []string
	if who := texts.TurnWho(own, m.rank()); who != "" {
		said = append(said, who)
	}
	if derived {
		said = append(said, texts.TurnDerived)
	}
	if len(said) == 0 {
		return nil
	}
	return append(m.paragraphs(said, theme.Style{}, m.w), "")
}

// intro explains the screen as long as the act has not begun, where h lines have
// room for all of it: the answer comes first.
func (m *Model) intro(w, h int) []string {
	if m.desk.Turn().State().Started || m.h < roomForBig {
		return nil
	}
	k := m.keys.own
	said := texts.TurnIntro(k.Start.Help().Key, k.Cross.Help().Key, k.Pick.Help().Key, k.Pass.Help().Key, k.Timer.Help().Key, k.Import.Help().Key, k.Undo.Help().Key)
	if lines := append([]string{""}, m.paragraphs(said, m.desk.Styles.Muted, w)...); len(lines) <= h {
		return lines
	}
	return nil
}

// paragraphs wraps sentences to w cells, each on lines of its own.
func (m *Model) paragraphs(said []string, style theme.Style, w int) (lines []string) {
	for _, text := range said {
		lines = append(lines, layout.Indent(style.RenderAll(layout.Wrap(text, min(w-2, layout.ReadableWidth))))...)
	}
	return lines
}

// clock is the time that is left, or that there will be.
func (m *Model) clock() figure {
	st := m.desk.Styles
	seconds, calls, _ := m.limits()
	s := m.desk.Turn().State()
	f := figure{texts.TurnLabelTime, texts.TurnClock(seconds), texts.TurnCallOf(s.Calls, calls), st.Muted.Render}
	if !m.running() {
		return f
	}
	left := m.left()
	f.value, f.style = texts.TurnClock(left), st.Strong.Render
	if left <= lastSeconds {
		f.style = st.Error.Render
	}
	if left == 0 {
		f.label = texts.TurnTimeUp
	}
	return f
}

// myTurn says that it is the applicant's turn, and how long it lasts: the place
// to ask for is below, and the largest thing on the screen.
func (m *Model) myTurn() []string {
	st := m.desk.Styles
	title := " " + st.Selected.Render(" "+texts.TurnYours+" ") + "  "
	seconds, calls, _ := m.limits()
	called := m.desk.Turn().State().Calls
	next := called + 1
	if next > calls {
		next = 0
	}
	own := &m.keys.own
	hint := texts.TurnNowKeys{Clock: key(own.Timer), Take: key(own.Take), Cross: key(own.Cross), Decline: key(own.Decline)}.Hint(next, texts.TurnClock(seconds)+", "+texts.TurnCallOf(0, calls))
	for layout.Width(title+hint) > m.w { // the keys at its end are in the footer too
		at := strings.LastIndex(hint, " · ")
		if at < 0 {
			break
		}
		hint = hint[:at]
	}
	switch left := m.left(); {
	case !m.running():
		return []string{title + st.Muted.Render(hint)}
	case left == 0:
		return []string{title + st.Error.Render(texts.TurnTimeUp) + "  " + st.Strong.Render(hint)}
	default:
		end := "  " + texts.TurnClock(left) + "  " + texts.TurnCallOf(called, calls)
		style := st.Strong
		if left <= lastSeconds {
			style = st.Error
		}
		room := min(m.w-layout.Width(title)-layout.Width(end)-1, 2*seconds)
		return []string{title + widget.Bar(st, float64(left)/float64(seconds), max(0, room)) + style.Render(end)}
	}
}

// lastSeconds are those in which the clock warns.
const lastSeconds = 10
