// Package turn is the screen Mi turno: the act of adjudication as it goes on.
// It is made for a person who has seconds: what to ask for, in the order of the
// official screen; how many stand before; one key to cross out a seat.
package turn

import (
	"path/filepath"
	"strconv"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/texts"
	act "brujula/planner/turn"
	"brujula/tui/desk"
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
	pasting
)

// Model is the screen.
type Model struct {
	desk *desk.Desk
	turn *desk.Turn
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

	ends  time.Time // when the running call ends; zero when none runs
	timer screen.Generation
}

// New makes the screen.
func New(d *desk.Desk, _ screen.Page) screen.Screen {
	m := &Model{desk: d, turn: desk.NewTurn(d), input: widget.NewInput(d.Styles)}
	m.keys.nav, m.keys.own, m.keys.table, m.keys.prompt = keys.NewNavigation(), keys.NewTurn(), keys.NewTable(), keys.NewPrompt()
	return m
}

// Init reads the log.
func (m *Model) Init() tea.Cmd { return m.turn.Open() }

// Update takes a message.
func (m *Model) Update(message tea.Msg) tea.Cmd {
	if cmd, ok := m.turn.Update(message); ok {
		return tea.Batch(cmd, m.startLate())
	}
	switch message := message.(type) {
	case tea.KeyMsg:
		return m.key(message)
	case tea.MouseMsg:
		return m.mouse(message)
	case msg.DataChangedMsg:
		return tea.Batch(m.turn.Refresh(), m.refind())
	case msg.PlanChangedMsg, desk.ImportedMsg:
		cmd := m.turn.Open()
		return tea.Batch(cmd, m.refind())
	case tickMsg:
		return m.tick(message)
	case similarMsg:
		m.found.take(message)
	case gatheredMsg:
		return m.gathered(message)
	case endMsg:
		if message.line != m.turn.Line() {
			return nil
		}
		return m.moveOn(act.Event{Kind: act.End})
	case importMsg:
		if message.line != m.turn.Line() {
			return msg.Warn(texts.TurnOtherList)
		}
		return m.turn.Do(message.event)
	}
	return nil
}

func (m *Model) key(k tea.KeyMsg) tea.Cmd {
	switch m.mode {
	case crossing, releasing:
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
		{own.TimerSet, m.askTimer},
		{own.Import, m.startPaste},
		{own.Undo, func() tea.Cmd { return m.turn.Do(act.Event{Kind: act.Undo}) }},
		{own.Redo, func() tea.Cmd { return m.turn.Do(act.Event{Kind: act.Redo}) }},
		{own.End, m.askEnd},
		{own.Export, m.askExport},
		{m.keys.table.Open, m.toCard},
		{m.keys.table.Copy, m.copy},
	} {
		if one.binding.Matches(k) {
			return one.do()
		}
	}
	m.scroll.Update(k, &m.keys.nav)
	return nil
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
	if m.mode == crossing || m.mode == releasing {
		m.found.move(steps)
	} else {
		m.scroll.Wheel(steps)
	}
	return nil
}

// started tells whether an act can be worked on, or gives the command that says
// why not.
func (m *Model) started() (no tea.Cmd, ok bool) {
	switch {
	case !m.desk.HasProfile():
		return msg.Warn(texts.TurnNoProfile), false
	case m.turn.ReadOnly() != "":
		return msg.Warn(m.turn.ReadOnly()), false
	case m.turn.State().Started, !m.turn.Ready(): // what is asked while the log is read waits for it
		return nil, true
	}
	return msg.Warn(texts.TurnRefused(string(act.NotStarted), "")), false
}

// askEnd ends the act after a question: all figures are then those from before
// it.
func (m *Model) askEnd() tea.Cmd {
	if no, ok := m.started(); !ok {
		return no
	}
	if !m.turn.Ready() {
		return msg.Warn(texts.TurnNotReady)
	}
	s := m.turn.State()
	return m.desk.Post(msg.ConfirmMsg{Question: texts.TurnEndQuestion(s.Told), Yes: msg.Send(endMsg{m.turn.Line()})})
}

// endMsg ends the act of a line, once the user has agreed.
type endMsg struct{ line data.Line }

// moveOn lets an event happen that ends the present turn, and its call with it.
func (m *Model) moveOn(e act.Event) tea.Cmd {
	m.ends = time.Time{}
	return m.turn.Do(e)
}

func (e textError) Error() string { return string(e) }

func (m *Model) askPick() tea.Cmd {
	if no, ok := m.started(); !ok {
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

// best gives the plaza to ask for.
func (m *Model) best() (act.Choice, bool) {
	v := m.turn.View()
	if v == nil || len(v.Best) == 0 {
		return act.Choice{}, false
	}
	return v.Best[0], true
}

func (m *Model) toCard() tea.Cmd {
	c, ok := m.best()
	if !ok {
		return nil
	}
	return m.desk.Go(screen.Card, screen.PlazaPage(c.Plaza.PlazaID))
}

// copy puts what to ask for on the clipboard, one line a step.
func (m *Model) copy() tea.Cmd {
	c, ok := m.best()
	if !ok {
		return nil
	}
	var lines []string
	for _, step := range texts.TurnOfficial(c.Plaza) {
		lines = append(lines, step[0]+": "+step[1])
	}
	return msg.Send(msg.CopyMsg{Text: strings.Join(lines, "\n"), What: c.Plaza.Establishment})
}

func (m *Model) askExport() tea.Cmd {
	history, _ := m.turn.History()
	if len(history) == 0 {
		return msg.Warn(texts.TurnRefused(string(act.NotStarted), ""))
	}
	line := m.turn.Line()
	return m.desk.Post(msg.PromptMsg{
		Label: texts.TurnAskFile, Initial: texts.TurnExportName(string(line.Process), line.Profession, string(line.Modality)),
		Check: func(name string) error {
			if ext := strings.ToLower(filepath.Ext(strings.TrimSpace(name))); ext != ".csv" && ext != ".json" {
				return textError(texts.TurnFileKinds)
			}
			return nil
		},
		Accept: func(name string) tea.Cmd {
			return m.exportTo(strings.TrimSpace(name), act.Rows(history, m.turn.Name))
		},
	})
}

// limits gives the seconds and calls of a turn: the user's own, else those
// reported.
func (m *Model) limits() (seconds, calls int, own bool) {
	return m.turn.Limits()
}

// Typing tells that letters are text.
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

// Status tells whose turn it is, and what is on the disk.
func (m *Model) Status() (left, right string) {
	s := m.turn.State()
	history, unsaved := m.turn.History()
	switch {
	case !m.turn.Ready():
		return texts.ScreenTurn, ""
	case !s.Started:
		left = texts.ScreenTurn + " · " + texts.TurnNobodyLeft
	default:
		rank := s.Rank
		if v := m.turn.View(); v != nil {
			rank = v.Rank
		}
		ahead, over := s.Ahead(rank)
		left = texts.Capital(texts.TurnNow(s.Turn, ahead, over, rank > 0))
	}
	right = texts.TurnActs(len(history)-unsaved, m.turn.Stored())
	switch {
	case m.turn.Unsaved() > 0:
		right = strconv.Itoa(m.turn.Unsaved()) + " " + texts.TurnUnsaved
	case m.turn.Saving() > 0:
		right += texts.TurnSaving(m.turn.Saving())
	}
	return left, right
}

// Help tells the keys.
func (m *Model) Help() screen.Help {
	own, p := m.keys.own, m.keys.prompt
	if m.mode != looking {
		return screen.Help{Footer: []keys.Binding{p.Accept, p.Cancel}, Scopes: []keys.Scope{p.Scope()}}
	}
	why := m.turn.ReadOnly()
	footer := []keys.Binding{
		own.Cross.As(texts.KeyTurnCrossShort), own.Pick.As(texts.KeyTurnPickShort), own.Pass.As(texts.KeyTurnPassShort), own.Undo, own.Timer.As(texts.KeyTurnTimerShort),
		own.End.As(texts.KeyTurnEndShort), m.keys.table.Open, own.Import.As(texts.KeyTurnImportShort), own.Release.As(texts.KeyTurnReleaseShort), own.Export, own.Start, m.keys.table.Copy,
	}
	if !m.turn.State().Started {
		footer = []keys.Binding{own.Start, m.keys.table.Open, m.keys.table.Copy}
	}
	scope := own.Scope()
	scope.Bindings = append(keys.Explained(why, scope.Bindings, own.Writing()...), m.keys.table.Open, m.keys.table.Copy)
	footer = keys.Usable(why, footer, own.Writing()...)
	return screen.Help{Footer: footer, Scopes: []keys.Scope{scope, keys.BandSigns()}}
}
