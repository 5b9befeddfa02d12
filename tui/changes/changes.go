// Package changes is the page that tells what changed between two offers: how many
// plazas of each class, what that means for a chance, and which they are.
package changes

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/compare"
	"brujula/tui/bridge"
	"brujula/tui/keys"
	"brujula/tui/msg"
	"brujula/tui/screen"
	"brujula/tui/widget"
)

// Model is the page: the classes, and the plazas of one that was opened.
type Model struct {
	desk *bridge.Desk
	nav  keys.Navigation
	own  keys.Changes

	w, h   int
	asked  screen.Generation
	pairs  []compare.Pair
	pair   int
	all    bool // every profession and both modalities, not the own line alone
	diff   *compare.Diff
	counts []compare.Class // those of the diff that have plazas
	means  []string
	rows   []*compare.Change // of the class that is open; nil while the classes are
	at     int               // the class under the cursor
	cursor int               // the plaza under it
	scroll widget.Scroll
}

// foundMsg brings a comparison.
type foundMsg struct {
	generation uint64
	diff       *compare.Diff
	counts     []compare.Class
	means      []string
}

// New makes the page.
func New(d *bridge.Desk, _ screen.Page) screen.Screen {
	return &Model{desk: d, nav: keys.NewNavigation(), own: keys.NewChanges()}
}

// Init compares, in the background.
func (m *Model) Init() tea.Cmd {
	m.pairs = compare.Pairs(m.desk.Space.Catalog)
	m.pair = min(m.pair, max(0, len(m.pairs)-1))
	m.diff, m.rows, m.counts = nil, nil, nil
	m.lay()
	if len(m.pairs) == 0 {
		return nil
	}
	generation, space, pair := m.asked.Next(), m.desk.Space, m.pairs[m.pair]
	line := data.Line{}
	if !m.all && m.desk.HasProfile() {
		line = m.desk.Line()
	}
	return func() tea.Msg {
		d, meaning := pair.In(space, line)
		return foundMsg{generation, &d, d.Present(), meaning}
	}
}

// Update takes a message.
func (m *Model) Update(message tea.Msg) tea.Cmd {
	switch message := message.(type) {
	case foundMsg:
		if m.asked.Current(message.generation) {
			m.takeDifferences(message)
		}
	case msg.DataChangedMsg:
		return m.Init()
	case tea.MouseMsg:
		m.scroll.Mouse(message)
	case tea.KeyMsg:
		return m.key(message)
	}
	return nil
}

func (m *Model) takeDifferences(found foundMsg) {
	m.diff, m.counts, m.means = found.diff, found.counts, found.means
	m.at = min(m.at, max(0, len(m.counts)-1))
	m.lay()
}

func (m *Model) key(k tea.KeyMsg) tea.Cmd {
	switch {
	case m.own.Pair.Matches(k) && len(m.pairs) > 1:
		m.pair = (m.pair + 1) % len(m.pairs)
		return m.Init()
	case m.own.All.Matches(k):
		m.all = !m.all
		return m.Init()
	case m.own.Open.Matches(k):
		return m.open()
	}
	if at, last := m.place(); at != nil && last >= 0 {
		if to, ok := m.nav.To(k, *at, last+1, m.h-4); ok {
			*at = min(max(to, 0), last)
			m.lay()
		}
	}
	return msg.Moved(k, m.own.Moved())
}

// place returns the cursor that the keys move, and its last line.
func (m *Model) place() (at *int, last int) {
	if m.rows != nil {
		return &m.cursor, len(m.rows) - 1
	}
	return &m.at, len(m.counts) - 1
}

// open goes from a class to its plazas, and from a plaza to its card.
func (m *Model) open() tea.Cmd {
	switch {
	case m.rows == nil && m.at < len(m.counts):
		m.rows, m.cursor = m.diff.In(m.counts[m.at].Aspect), 0
		m.lay()
	case m.cursor < len(m.rows):
		return m.desk.Go(screen.Card, screen.PlazaPage(m.rows[m.cursor].Plaza().PlazaID))
	}
	return nil
}

// View draws the page.
func (m *Model) View() string { return strings.Join(m.scroll.Lines(), "\n") }

// Status reports what is compared, and of which plazas.
func (m *Model) Status() (left, right string) {
	if len(m.pairs) == 0 {
		return texts.ScreenChanges, ""
	}
	of := texts.AllProfessions
	if !m.all && m.desk.HasProfile() {
		of = m.desk.Profile.Profession + " · " + string(m.desk.Profile.Modality)
	}
	pair := m.pairs[m.pair]
	return texts.ScreenChanges + " · " + texts.DiffHeading(pair.Before, pair.After) + " · " + of, ""
}

// Resize sets the room.
func (m *Model) Resize(w, h int) {
	m.w, m.h = w, h
	m.lay()
}

// Help lists the keys.
func (m *Model) Help() screen.Help {
	open := m.own.Open
	if m.rows != nil {
		open.Binding = key.NewBinding(key.WithKeys("enter"), key.WithHelp("enter", texts.KeyOpenCard))
	}
	footer := []keys.Binding{open, m.own.All, keys.NewGlobal().Back, m.nav.Down}
	if len(m.pairs) > 1 {
		footer = slices.Insert(footer, 3, m.own.Pair)
	}
	return screen.Help{Footer: footer, Scopes: []keys.Scope{m.own.Scope(), m.nav.Scope()}}
}

// Typing is never so.
func (m *Model) Typing() bool { return false }

// Back goes from the plazas to the classes.
func (m *Model) Back() bool {
	if m.rows == nil {
		return false
	}
	m.rows = nil
	m.lay()
	return true
}
