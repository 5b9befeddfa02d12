package root

import (
	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/texts"
	"brujula/tui/keys"
	"brujula/tui/widget"
)

// help is the full help of the page in view, over it: a window over its lines, and
// what is searched in them.
type help struct {
	widget.Scroll
	query string         // what was found; "" for all keys
	asked *widget.Prompt // while it is typed
}

// openHelp opens the help, or writes it again in another size.
func (m *Model) openHelp() {
	if m.help == nil {
		m.help = &help{}
	}
	m.help.Resize(max(0, m.width-2), m.bodyHeight())
	m.writeHelp()
}

func (m *Model) writeHelp() {
	of := m.current().Help()
	sheet := keys.Sheet{Most: of.Footer, Own: of.Scopes, General: []keys.Scope{m.global.Scope(), m.nav.Scope()}}
	m.help.SetLines(sheet.Lines(m.styles, m.help.query, max(0, m.width-2), m.bodyHeight()))
}

func (m *Model) helpLines() []string {
	lines := m.help.Lines()
	for i, line := range lines {
		lines[i] = " " + line + " "
	}
	return lines
}

// heading names the page, and what was searched.
func (h *help) heading(page string) string {
	if h.query != "" {
		return texts.HelpFound(page, h.query)
	}
	return texts.HelpHeading(page)
}

// keys are those of the help itself; it is scrolled only where it is too long.
func (h *help) keys(m *Model) []keys.Binding {
	out := []keys.Binding{m.global.Back.For("esc ?", texts.KeyClose), m.search.Start}
	if h.query != "" {
		out[0] = m.global.Back.As(texts.KeyHelpAll)
	}
	if h.Position() != "" {
		out = append(out, m.nav.Down.For("↑ ↓", texts.KeyScroll), m.nav.PageDown)
	}
	return out
}

// helpKey searches in the help, scrolls it or closes it; any other key closes it
// too. What is typed is found at once; esc shows all keys again.
func (m *Model) helpKey(k tea.KeyMsg) {
	h := m.help
	switch {
	case h.asked != nil:
		answer, _ := h.asked.Update(k)
		query := h.asked.Value()
		if answer == widget.Cancelled {
			query = ""
		}
		if answer != widget.Open {
			h.asked = nil
		}
		m.searchHelp(query)
	case m.search.Start.Matches(k):
		h.asked = widget.NewPrompt(m.styles, texts.HelpSearch, h.query)
	case h.query != "" && m.global.Back.Matches(k):
		m.searchHelp("")
	case !h.Update(k, &m.nav):
		m.help = nil
	}
}

func (m *Model) searchHelp(query string) {
	if query != m.help.query {
		m.help.query = query
		m.help.Top()
		m.writeHelp()
	}
}
