package root

import (
	"runtime"
	"slices"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/texts"
	"brujula/planner/session"
	"brujula/tui/bridge"
	"brujula/tui/keys"
	"brujula/tui/layout"
	"brujula/tui/msg"
	"brujula/tui/screen"
	"brujula/tui/widget"
)

// Update takes a message: what is the root's own is acted on here, the rest
// goes to the desk and the pages.
func (m *Model) Update(message tea.Msg) (tea.Model, tea.Cmd) {
	return m, m.settled(m.update(message))
}

// settled acts on what the desk and the pages have posted, so that the next key
// finds it done.
func (m *Model) settled(cmd tea.Cmd) tea.Cmd {
	for posted := m.desk.Posted(); len(posted) > 0; posted = m.desk.Posted() {
		for _, one := range posted {
			cmd = tea.Batch(cmd, m.update(one))
		}
	}
	return cmd
}

func (m *Model) update(message tea.Msg) tea.Cmd {
	before := m.desk.Version()
	if cmd, ok := m.desk.Update(message); ok {
		if m.desk.Version() == before {
			return cmd
		}
		return tea.Batch(cmd, m.broadcast(msg.DataChangedMsg{}))
	}
	switch message := message.(type) {
	case tea.WindowSizeMsg:
		m.resize(message.Width, message.Height)
		return nil
	case tea.KeyMsg:
		return m.typed(message)
	case burstMsg:
		return m.takeBurst(message)
	case rowsMsg:
		return m.judge(message)
	case tea.MouseMsg:
		return m.mouse(message)
	case tea.ResumeMsg:
		return tea.EnableMouseCellMotion // which Bubble Tea leaves off after a suspension
	case droppedMsg:
		return m.takeDropped(message)
	}
	if cmd, ok := m.request(message); ok {
		return cmd
	}
	switch message.(type) {
	case msg.DataChangedMsg, msg.PlanChangedMsg, session.Imported:
		cmd := m.broadcast(message)
		if imported, ok := message.(session.Imported); ok && imported.First {
			return tea.Batch(cmd, m.welcomed())
		}
		return cmd
	}
	// An answer to a question that a page asked: each page knows its own by
	// type and generation.
	return m.broadcast(message)
}

// welcomed goes on after the first import: to the plazas where it is known whose,
// else to the question.
func (m *Model) welcomed() tea.Cmd {
	delete(m.pages, screen.Page{Kind: screen.Welcome})
	next := screen.Page{Kind: screen.Explore}
	if !m.desk.HasLine() {
		next.Kind = screen.Profile
	}
	cmd := m.navigate(next)
	m.history = nil // what led here is over
	return cmd
}

// request acts on what pages ask of the root.
func (m *Model) request(message tea.Msg) (cmd tea.Cmd, ok bool) {
	switch message := message.(type) {
	case msg.NavigateMsg:
		return m.drill(message.Page), true
	case msg.BackMsg:
		return m.back(), true
	case msg.NoticeMsg:
		m.notice(message)
	case msg.WithdrawMsg:
		m.notices = slices.DeleteFunc(m.notices, func(n msg.NoticeMsg) bool { return slices.Contains(message.Texts, n.Text) })
	case msg.CommandMsg:
		return m.run(message.Line), true
	case msg.ConfirmMsg:
		c := widget.NewConfirm(m.styles, message.Question)
		c.YesText, c.OtherKey, c.OtherText = message.YesText, message.Other.Key, message.Other.Text
		m.confirm = &confirm{c, message.Yes, message.No, message.Other.Do}
	case msg.PromptMsg:
		p := widget.NewPrompt(m.styles, message.Label, message.Initial)
		p.Check = message.Check
		m.prompt = &prompt{p, message.Accept}
	case msg.CopyMsg:
		return m.copy(message), true
	case msg.ProgressMsg:
		m.progress = &message
		if message.Total > 0 && message.Done >= message.Total {
			m.progress = nil
		}
	case msg.TimerMsg:
		return tea.Tick(message.After, func(time.Time) tea.Msg { return message.Msg }), true
	default:
		return nil, false
	}
	return nil, true
}

// notice puts a message in view. One that tells why something was not done, or
// that it failed, is not covered by any that comes after it, nor what the user
// did by mere news; those wait for the next key. Anything else gives way.
func (m *Model) notice(n msg.NoticeMsg) {
	if len(m.notices) > 0 && (m.notices[0].Severity >= msg.Warning || m.notices[0].Severity > n.Severity) {
		m.notices = append(m.notices, n)
		return
	}
	m.notices = []msg.NoticeMsg{n}
}

func (m *Model) copy(c msg.CopyMsg) tea.Cmd {
	put := m.clipboard
	return func() tea.Msg {
		how, err := put(c.Text)
		if err != nil {
			return msg.NoticeMsg{Severity: msg.Error, Text: texts.NotCopied(c.What, err)}
		}
		return msg.NoticeMsg{Severity: msg.Success, Text: texts.Copied(c.What, how)}
	}
}

// suspend gives the terminal back to the shell, which Windows cannot do.
func suspend(system string) tea.Cmd {
	if system == "windows" {
		return msg.Warn(texts.NoSuspend)
	}
	return tea.Suspend
}

func (m *Model) resize(w, h int) {
	m.width, m.height, m.rows.frame = w, h, ""
	for _, s := range m.pages {
		s.Resize(w, m.bodyHeight())
	}
	if m.help != nil {
		m.openHelp()
	}
}

func (m *Model) bodyHeight() int { return layout.Body(m.height) }

func (m *Model) tooSmall() bool { return layout.Classify(m.width, m.height) == layout.TooSmall }

// key passes a key to whatever stands in front.
func (m *Model) key(k tea.KeyMsg) tea.Cmd {
	if m.global.ForceQuit.Matches(k) {
		return bridge.Cmd(m.desk.Leave())
	}
	if len(m.notices) > 0 {
		m.notices = m.notices[1:]
	}
	switch {
	case m.tooSmall():
		if m.global.Quit.Matches(k) {
			return bridge.Cmd(m.desk.Leave())
		}
		return nil
	case m.confirm != nil:
		return m.confirmKey(k)
	case m.prompt != nil:
		return m.promptKey(k)
	case m.typing:
		return m.commandKey(k)
	case m.help != nil:
		m.helpKey(k)
		return nil
	}
	if cmd, ok := m.dropped(k); ok {
		return cmd
	}
	return m.pageKey(k)
}

// pageKey passes a key to the page, or acts on it.
func (m *Model) pageKey(k tea.KeyMsg) tea.Cmd {
	if m.current().Typing() {
		return m.current().Update(k)
	}
	if j, ok := m.current().(screen.Jumper); ok && j.Jumps(k) {
		return m.current().Update(k)
	}
	return m.boundKey(k)
}

// boundKey acts on a key that is a command: the global ones first, then those of the page.
func (m *Model) boundKey(k tea.KeyMsg) tea.Cmd {
	g := &m.global
	for kind, binding := range map[screen.Kind]keys.Binding{
		screen.Explore: g.Explore, screen.Plan: g.Plan, screen.Compare: g.Compare, screen.Turn: g.Turn,
		screen.Panorama: g.Panorama, screen.Sources: g.Sources, screen.Profile: g.Profile,
	} {
		if binding.Matches(k) {
			return m.navigate(screen.Page{Kind: kind})
		}
	}
	switch {
	case g.Help.Matches(k):
		m.openHelp()
		return nil
	case g.Command.Matches(k):
		m.typing = true
		m.command.Open("")
		return nil
	case g.Quit.Matches(k):
		return bridge.Cmd(m.desk.Leave())
	case g.Suspend.Matches(k):
		return suspend(runtime.GOOS)
	case g.RankLess.Matches(k):
		return m.shiftRank(-1)
	case g.RankMore.Matches(k):
		return m.shiftRank(+1)
	case g.Back.Matches(k):
		return m.escape()
	}
	return m.current().Update(k)
}

// escape backs out one step: inside the page, from a simulated rank, to the
// page before. A main screen stays, unless another page led into it: who closes
// something with esc once too often, or after it closed by itself, expects to see
// the screen then, not where they were before.
func (m *Model) escape() tea.Cmd {
	if m.current().Back() {
		return m.current().Update(msg.BackedMsg{})
	}
	if _, simulated := m.desk.Look(); simulated {
		return tea.Batch(bridge.Cmd(m.desk.LookBack()), msg.Say(texts.RankIsReal(m.desk.OwnRank())))
	}
	if m.home() {
		return msg.Say(texts.HomeAlready(m.page.Kind == screen.Explore))
	}
	return m.back()
}

// rankSteps is how far < and > move, by the size of the rank: about one part
// in forty, in round figures.
func rankStep(rank int) int {
	for _, step := range []int{250, 100, 50, 25, 10, 5} {
		if rank >= step*40 {
			return step
		}
	}
	return 1
}

func (m *Model) shiftRank(direction int) tea.Cmd {
	rank := m.desk.LookRank()
	if rank <= 0 {
		return msg.Warn(texts.RankUnknown)
	}
	return bridge.Cmd(m.desk.LookFrom(rank + direction*rankStep(rank)))
}

func (m *Model) confirmKey(k tea.KeyMsg) tea.Cmd {
	c := m.confirm
	if c.IsOther(k) {
		m.confirm = nil
		return c.other
	}
	switch c.Update(k) {
	case widget.Accepted:
		m.confirm = nil
		return c.yes
	case widget.Cancelled:
		m.confirm = nil
		return c.no
	case widget.Open:
	}
	return nil
}

func (m *Model) promptKey(k tea.KeyMsg) tea.Cmd {
	p := m.prompt
	switch answer, _ := p.Update(k); answer {
	case widget.Accepted:
		m.prompt = nil
		return p.accept(p.Value())
	case widget.Cancelled:
		m.prompt = nil
	case widget.Open:
	}
	return nil
}

func (m *Model) commandKey(k tea.KeyMsg) tea.Cmd {
	switch m.command.Update(k) {
	case widget.Accepted:
		m.typing = false
		return m.run(m.command.Value())
	case widget.Cancelled:
		m.typing = false
	case widget.Open:
	}
	return nil
}

// mouse passes clicks on the tabs to the root and all else to the page, in its
// own cells.
func (m *Model) mouse(e tea.MouseMsg) tea.Cmd {
	if m.tooSmall() || m.confirm != nil || m.prompt != nil || m.typing {
		return nil
	}
	if m.help != nil {
		m.help.Mouse(e)
		return nil
	}
	if e.Y == 0 && e.Action == tea.MouseActionPress && e.Button == tea.MouseButtonLeft {
		if kind, ok := m.tabAt(e.X); ok {
			return m.navigate(screen.Page{Kind: kind})
		}
		return nil
	}
	e.Y -= layout.HeaderLines
	if e.Y < 0 || e.Y >= m.bodyHeight() {
		return nil
	}
	return m.current().Update(e)
}
