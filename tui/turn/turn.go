// Package turn is the screen Mi turno: the act of adjudication as it goes on.
// It is made for a person who has seconds: what to ask for, in the order of the
// official screen; how many stand before; one key to cross out a seat.
package turn

import (
	"strconv"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/session"
	act "brujula/planner/turn"
	"brujula/tui/bridge"
	"brujula/tui/curve"
	"brujula/tui/keys"
	"brujula/tui/msg"
	"brujula/tui/screen"
	"brujula/tui/widget"
)

// mode is what the keys go to.
type mode int

const (
	looking mode = iota
	crossing
	releasing
	taking // which place the applicant took
	pasting
)

// kind is the event that a search ends in.
func (m mode) kind() act.Kind {
	switch m {
	case releasing:
		return act.Release
	case taking:
		return act.Take
	case looking, crossing, pasting:
	}
	return act.Cross
}

// Model is the screen.
type Model struct {
	desk *bridge.Desk
	keys struct {
		nav    keys.Navigation
		own    keys.Turn
		table  keys.Table
		prompt keys.Prompt
	}

	w, h     int
	mode     mode
	starting bool // the start is to be asked once the log was read
	input    *widget.Input
	found    finder
	list     screen.Generation // the list that is read
	scroll   widget.Scroll     // the plan and the log of a wide window
	picture  curve.Picture     // of the plaza to ask for

	ends  time.Time // when the running call ends; zero when none runs
	timer screen.Generation
}

// New makes the screen.
func New(d *bridge.Desk, _ screen.Page) screen.Screen {
	m := &Model{desk: d, input: widget.NewInput(d.Styles)}
	m.keys.nav, m.keys.own, m.keys.table, m.keys.prompt = keys.NewNavigation(), keys.NewTurn(), keys.NewTable(), keys.NewPrompt()
	return m
}

// Init reads the log.
func (m *Model) Init() tea.Cmd { return bridge.Cmd(m.desk.Turn().Open()) }

// Update takes a message.
func (m *Model) Update(message tea.Msg) tea.Cmd {
	return tea.Batch(m.take(message), m.sample())
}

// sample works the curve of the plaza to ask for out, where there is room to draw it:
// before the act, since it tells nothing of what is crossed out.
func (m *Model) sample() tea.Cmd {
	c, ok := m.shown()
	if s := m.desk.Turn().State(); !ok || m.w < curve.From || s.Phase(m.rank()) != act.Unbegun {
		return nil
	}
	return m.picture.Follow(m.desk, c.Plaza.PlazaID)
}

func (m *Model) take(message tea.Msg) tea.Cmd {
	switch message := message.(type) {
	case curve.PictureMsg:
		m.picture.Take(message)
	case tea.KeyMsg:
		return m.key(message)
	case tea.MouseMsg:
		return m.mouse(message)
	case msg.DataChangedMsg:
		return tea.Batch(bridge.Cmd(m.desk.Turn().Refresh()), m.refind())
	case msg.PlanChangedMsg, session.Imported:
		return tea.Batch(bridge.Cmd(m.desk.Turn().Open()), m.refind())
	case session.TurnRead:
		return m.startLate()
	case tickMsg:
		return m.tick(message)
	case similarMsg:
		m.found.setSimilar(message)
	case gatheredMsg:
		return m.gathered(message)
	case mineMsg:
		return m.takeMine(message)
	case phaseMsg:
		return m.changePhase(message.line)
	case msg.EndMsg:
		return m.askEnd()
	case msg.ClockMsg:
		return m.setTimer(message.Figures)
	case undoMsg:
		if message.line != m.desk.Turn().Line() {
			return nil
		}
		return bridge.Cmd(m.desk.Turn().Do(act.Event{Kind: act.Undo}))
	case endMsg:
		if message.line != m.desk.Turn().Line() {
			return nil
		}
		return m.moveOn(act.Event{Kind: act.End})
	case keepPastMsg:
		if message.line != m.desk.Turn().Line() {
			return nil
		}
		m.stopTimer()
		return bridge.Cmd(m.desk.Turn().KeepPast())
	case importMsg:
		if message.line != m.desk.Turn().Line() {
			return msg.Warn(texts.TurnOtherList)
		}
		return bridge.Cmd(m.desk.Turn().Do(message.event))
	}
	return nil
}

func (m *Model) key(k tea.KeyMsg) tea.Cmd {
	switch m.mode {
	case crossing, releasing, taking:
		return m.searchKey(k)
	case pasting:
		return m.pasteKey(k)
	case looking:
	}
	if k.Paste {
		return m.pasted(string(k.Runes))
	}
	own := &m.keys.own
	for _, one := range []struct {
		binding keys.Binding
		do      func() tea.Cmd
	}{
		{own.Start, m.askStart},
		{own.Cross, func() tea.Cmd { return m.search(crossing) }},
		{own.Release, func() tea.Cmd { return m.search(releasing) }},
		{own.Pick, m.askPick},
		{own.Pass, func() tea.Cmd { return m.moveOn(act.Event{Kind: act.Pass, N: 1}) }},
		{own.Timer, m.toggleTimer},
		{own.Import, m.startPaste},
		{own.TakeOther, func() tea.Cmd { return m.search(taking) }},
		{own.Decline, m.askDecline},
		{own.OtherModality, m.askOtherModality},
		{own.Undo, m.undo},
		{own.Redo, func() tea.Cmd { return bridge.Cmd(m.desk.Turn().Do(act.Event{Kind: act.Redo})) }},
		{own.KeepPast, m.askKeepPast},
		{own.Export, m.askExport},
		{m.keys.table.Open, m.open},
		{own.Card, m.toCard},
		{m.keys.table.Copy, m.copy},
	} {
		if one.binding.Matches(k) {
			return one.do()
		}
	}
	m.scroll.Update(k, &m.keys.nav)
	return msg.Moved(k, own.Moved())
}

func (m *Model) mouse(e tea.MouseMsg) tea.Cmd {
	steps := 0
	switch e.Button {
	case tea.MouseButtonWheelUp:
		steps = -1
	case tea.MouseButtonWheelDown:
		steps = 1
	default:
	}
	switch m.mode {
	case crossing, releasing, taking:
		m.found.move(steps)
	case looking, pasting:
		m.scroll.Wheel(steps)
	}
	return nil
}

// may reports whether a kind of event can happen now; no says why not.
func (m *Model) may(kind act.Kind) (no tea.Cmd, ok bool) {
	if why := m.desk.Turn().Refuses(kind); why != "" {
		return msg.Warn(why), false
	}
	return nil, true
}

// askEnd ends the act after a question: all figures are then those from before
// it.
func (m *Model) askEnd() tea.Cmd {
	if no, ok := m.may(act.End); !ok {
		return no
	}
	s := m.desk.Turn().State()
	return m.desk.Post(msg.ConfirmMsg{Question: texts.TurnEndQuestion(s.Told), Yes: msg.Send(endMsg{m.desk.Turn().Line()})})
}

// endMsg ends the act of a line, once the user has agreed.
type endMsg struct{ line data.Line }

// undo takes the last act back, after a question where that is one of long ago:
// the key walks back one act at a time.
func (m *Model) undo() tea.Cmd {
	history, _ := m.desk.Turn().History()
	if question := act.UndoQuestion(history, m.desk.Now(), m.desk.Turn().Name); question != "" && m.desk.Turn().ReadOnly() == "" {
		return m.desk.Post(msg.ConfirmMsg{Question: question, Yes: msg.Send(undoMsg{m.desk.Turn().Line()})})
	}
	return bridge.Cmd(m.desk.Turn().Do(act.Event{Kind: act.Undo}))
}

// undoMsg takes the last act of a line back, once the user has agreed.
type undoMsg struct{ line data.Line }

// moveOn lets an event happen that ends the present turn, and its call with it.
func (m *Model) moveOn(e act.Event) tea.Cmd {
	m.stopTimer()
	return bridge.Cmd(m.desk.Turn().Do(e))
}

func (e textError) Error() string { return string(e) }

func (m *Model) askPick() tea.Cmd {
	if no, ok := m.may(act.Pick); !ok {
		return no
	}
	return m.desk.Post(msg.PromptMsg{
		Label: texts.TurnAskN,
		Check: func(line string) error {
			if n, err := strconv.Atoi(strings.TrimSpace(line)); err != nil || n < 1 {
				return textError(texts.NotARank(line))
			}
			return nil
		},
		Accept: func(line string) tea.Cmd {
			n, _ := strconv.Atoi(strings.TrimSpace(line))
			return m.moveOn(act.Event{Kind: act.Pick, N: n})
		},
	})
}

// shown returns the plaza that the screen is about: the applicant's own, else the
// one to ask for.
func (m *Model) shown() (act.Choice, bool) {
	v := m.desk.Turn().View()
	switch {
	case v == nil:
	case v.Mine != nil:
		return *v.Mine, v.Mine.Plaza != nil
	case len(v.Best) > 0:
		return v.Best[0], true
	}
	return act.Choice{}, false
}

func (m *Model) toCard() tea.Cmd {
	c, ok := m.shown()
	if !ok {
		return msg.Warn(texts.TurnNothingShown)
	}
	return m.desk.Go(screen.Card, screen.PlazaPage(c.Plaza.PlazaID))
}

// copy puts what to ask for on the clipboard, one line a step.
func (m *Model) copy() tea.Cmd {
	c, ok := m.shown()
	if !ok {
		return msg.Warn(texts.TurnNothingShown)
	}
	lines := data.Map(texts.TurnOfficial(c.Plaza), func(step [2]string) string { return step[0] + ": " + step[1] })
	return msg.Send(msg.CopyMsg{Text: strings.Join(lines, "\n"), What: c.Plaza.Establishment})
}

// limits returns the seconds and calls of a turn: the user's own, else those
// reported.
func (m *Model) limits() (seconds, calls int, own bool) {
	return m.desk.Turn().Limits()
}

// Typing reports that letters are text.
func (m *Model) Typing() bool { return m.mode != looking }

// Back closes the search.
func (m *Model) Back() bool {
	if m.mode == looking {
		return false
	}
	m.mode = looking
	return true
}

// Resize sets the room.
func (m *Model) Resize(w, h int) { m.w, m.h = w, h }
