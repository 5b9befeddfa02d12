// Package welcome is the first screen of all, while nothing was ever imported: it
// asks in one line who the applicant is, and leads to the import of the offer or
// to the demonstration.
package welcome

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/fold"
	"brujula/data/texts"
	"brujula/planner/session"
	"brujula/planner/workspace"
	"brujula/tui/bridge"
	"brujula/tui/keys"
	"brujula/tui/layout"
	"brujula/tui/msg"
	"brujula/tui/screen"
	"brujula/tui/widget"
)

// Model is the page.
type Model struct {
	desk  *bridge.Desk
	keys  keys.Welcome
	input *widget.Input
	asked bool // enter was pressed on what cannot be gone on with
	going bool // to the import, once what was said is stored
	w, h  int
}

// New makes the page, with what was said at an earlier start.
func New(d *bridge.Desk, _ screen.Page) screen.Screen {
	m := &Model{desk: d, keys: keys.NewWelcome(), input: widget.NewInput(d.Styles)}
	m.input.Placeholder = texts.WelcomeExample
	m.input.Offer(d.Said().Line())
	return m
}

// Init has nothing to wait for.
func (m *Model) Init() tea.Cmd { return nil }

// Update takes a message.
func (m *Model) Update(message tea.Msg) tea.Cmd {
	switch message := message.(type) {
	case tea.KeyMsg:
		return m.key(message)
	case session.Introduced:
		return m.goOn(message)
	case msg.HiddenMsg: // a file was dropped meanwhile
		if p := m.person(); p.Ready() && p.Line() != m.desk.Said().Line() {
			return bridge.Cmd(m.desk.Introduce(p))
		}
	}
	return nil
}

func (m *Model) person() workspace.Person { return workspace.ReadPerson(m.input.Value()) }

func (m *Model) key(k tea.KeyMsg) tea.Cmd {
	switch {
	case m.keys.Demo.Matches(k):
		return m.toDemo()
	case m.keys.Next.Matches(k):
		return m.next()
	}
	if m.input.Update(k) {
		m.asked = false
	}
	return nil
}

// toDemo leaves for the demonstration, which is what stands behind this page.
func (m *Model) toDemo() tea.Cmd {
	m.desk.Post(msg.BackMsg{})
	return msg.Say(texts.WelcomeInDemo)
}

// next goes on from what is written: nothing is the wish to see the
// demonstration, and the letter that ends the program elsewhere ends it here.
func (m *Model) next() tea.Cmd {
	switch {
	case strings.TrimSpace(m.input.Value()) == "":
		return m.toDemo()
	case m.leaves():
		return bridge.Cmd(m.desk.Leave())
	}
	p := m.person()
	if !p.Ready() {
		m.asked = true
		return nil
	}
	m.going = true
	return bridge.Cmd(m.desk.Introduce(p))
}

// leaves reports that what is written is the letter that ends the program
// elsewhere. Alone it cannot: a profession begins with it.
func (m *Model) leaves() bool { return fold.Fold(strings.TrimSpace(m.input.Value())) == "q" }

// goOn opens the import, once what was said is stored.
func (m *Model) goOn(a session.Introduced) tea.Cmd {
	if !m.going {
		return nil
	}
	m.going = false
	m.desk.Go(screen.Import, "")
	if why := a.Unsaid(); why != "" {
		return msg.Warn(why)
	}
	return nil
}

// View draws the question, what was understood, and what comes after it.
func (m *Model) View() string {
	var out []string
	for i, part := range m.parts(min(m.w-4, layout.ReadableWidth)) {
		if i >= needed && len(out)+1+len(part) > m.h {
			continue
		}
		if len(out) > 0 || m.h >= airyFrom {
			out = append(out, "")
		}
		out = append(out, part...)
	}
	for i, line := range out {
		out[i] = "  " + line
	}
	return strings.Join(layout.Block(out, m.w, m.h, ""), "\n")
}

const (
	// needed is how many parts are shown in the lowest window; the others where
	// there is room.
	needed = 4
	// airyFrom is the height from which a blank line can stand on top.
	airyFrom = 16
)

// parts are what the page says, w cells wide.
func (m *Model) parts(w int) [][]string {
	st := m.desk.Styles
	after := []string{st.Header.Render(texts.WelcomeSteps)}
	for _, answer := range texts.WelcomeAnswers() {
		after = append(after, layout.Cut(st.Glyphs.Bullet+" "+answer, w, st.Glyphs.Ellipsis))
	}
	return [][]string{
		layout.Wrap(texts.WelcomeWhat, w),
		{
			st.Header.Render(layout.Cut(texts.WelcomeAsk, w, st.Glyphs.Ellipsis)),
			st.Prompt.Render("> ") + m.input.Line(max(0, w-2)),
			m.understood(w - 2),
		},
		layout.Wrap(texts.WelcomeNext, w),
		layout.Wrap(texts.WelcomeDemo, w),
		after,
		st.Muted.RenderAll(layout.Wrap(texts.WelcomePrivate, w)),
	}
}

// understood is the line under the question: who that is, or what is missing once
// enter was pressed. A word that is still being written is not judged.
func (m *Model) understood(w int) string {
	st := m.desk.Styles
	p, text := m.person(), strings.TrimSpace(m.input.Value())
	style := st.Muted
	line := ""
	switch {
	case text == "":
	case m.leaves():
		line = texts.WelcomeQuitLine
	case m.asked:
		line, style = p.Text(), st.Warning
	case p.Ready():
		line, style = p.Text(), st.Success
	case p.Strange == "":
		line = p.Text()
	}
	return "  " + style.Render(layout.Cut(line, w, st.Glyphs.Ellipsis))
}

// Resize sets the room.
func (m *Model) Resize(w, h int) { m.w, m.h = w, h }

// Help lists the keys.
func (m *Model) Help() screen.Help {
	next := m.keys.Next
	footer := []keys.Binding{next, m.keys.Demo, m.keys.Quit}
	switch {
	case strings.TrimSpace(m.input.Value()) == "":
		footer = []keys.Binding{m.keys.Demo.For("enter", texts.WelcomeKeyDemo), m.keys.Quit.For("q enter", texts.KeyQuit), m.keys.Quit}
	case m.leaves():
		footer = []keys.Binding{next.As(texts.KeyQuit), m.keys.Demo, m.keys.Quit}
	}
	return screen.Help{Footer: footer, Scopes: []keys.Scope{m.keys.Scope()}}
}

// Status names the page.
func (m *Model) Status() (left, right string) { return screen.Welcome.Title(), "" }

// Typing is always so: every key is for the line.
func (m *Model) Typing() bool { return true }

// Back has nothing to close: its own key leaves the page.
func (m *Model) Back() bool { return false }
