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
	"brujula/tui/layout"
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

// place gives the cursor that the keys move, and its last line.
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

// lay writes the page; it is scrolled to the cursor.
func (m *Model) lay() {
	w := m.w - 2
	if w < 20 {
		return
	}
	var lines []string
	line := 0
	switch {
	case len(m.pairs) == 0:
		lines = layout.Wrap(texts.DiffNoPair, min(w, layout.ReadableWidth))
	case m.diff == nil:
		lines = []string{texts.DiffComparing}
	case m.rows != nil:
		lines, line = m.places(w)
	default:
		lines, line = m.classes(w)
	}
	for i := range lines {
		lines[i] = " " + lines[i]
	}
	m.scroll.Resize(m.w, m.h)
	m.scroll.SetLines(lines)
	m.scroll.Reveal(min(line+2, len(lines)-1))
	m.scroll.Reveal(line)
}

// nameCells and countCells are the widths of a row of the classes.
const (
	nameCells  = 24
	countCells = 15
)

// classes writes the table that adds up, what the class under the cursor means,
// and what all of it does.
func (m *Model) classes(w int) (lines []string, at int) {
	st := m.desk.Styles
	row := func(cells []string) string {
		out := layout.Fit(cells[0], nameCells, layout.Left, st.Glyphs.Ellipsis)
		for _, cell := range cells[1:] {
			out += layout.Fit(cell, min(countCells, (w-nameCells-2)/3), layout.Right, st.Glyphs.Ellipsis)
		}
		return out
	}
	lines = append(lines, st.Muted.Render("  "+row(texts.DiffCountHeading(m.diff.Before, m.diff.After))))
	for i, cells := range m.diff.TableOf(m.counts) {
		text, lead := row(cells), "  "
		switch {
		case i >= len(m.counts):
			text = st.Muted.Render(text)
		case i == m.at:
			at, lead, text = len(lines), st.Glyphs.Cursor+" ", st.Selected.Render(text)
		}
		lines = append(lines, lead+text)
	}
	w = min(w, layout.ReadableWidth)
	if m.at < len(m.counts) {
		n := &m.counts[m.at]
		lines = append(lines, "", st.Strong.Render(n.Title()))
		lines = append(lines, layout.Wrap(n.Means(), w)...)
		if n.Also > 0 {
			lines = append(lines, layout.Wrap(strings.TrimSpace(texts.DiffAlso(n.Title(), n.Also)), w)...)
		}
	}
	if len(m.means) > 0 {
		lines = append(lines, "", widget.Rule(st, texts.DiffMeans, w))
	}
	for _, sentence := range m.means {
		lines = append(lines, layout.Wrap(sentence, w)...)
	}
	for _, missing := range m.diff.Missing {
		lines = append(lines, layout.Wrap(texts.DiffMissing(missing.Process, missing.Modality), w)...)
	}
	return lines, at
}

// places lists the plazas of the class that is open, and tells of the one under
// the cursor what its change means. Only those about the cursor are written.
func (m *Model) places(w int) (lines []string, at int) {
	st, n := m.desk.Styles, &m.counts[m.at]
	lines = append(lines, st.Title.Render(layout.Cut(texts.DiffClassTitle(n.Title(), len(m.rows)), w, st.Glyphs.Ellipsis)))
	room := max(3, m.h-6)
	from := min(max(0, m.cursor-room/2), max(0, len(m.rows)-room))
	for i := from; i < min(from+room, len(m.rows)); i++ {
		c := m.rows[i]
		text := layout.Cut(m.chance(c)+" "+texts.DiffPlace(c.Plaza(), c.Said(), m.all), w-2, st.Glyphs.Ellipsis)
		if i == m.cursor {
			at = len(lines)
			lines = append(lines, st.Glyphs.Cursor+" "+st.Selected.Render(text))
			continue
		}
		lines = append(lines, "  "+text)
	}
	lines = append(lines, "")
	for _, sentence := range m.rows[m.cursor].Meaning(m.desk.Space.Points) {
		lines = append(lines, layout.Wrap(texts.Capital(sentence)+".", w)...)
	}
	return lines, at
}

// chanceCells is the width of a chance with its letter.
const chanceCells = 8

// chance tells the chance of a plaza as it is offered now, from where one looks.
func (m *Model) chance(c *compare.Change) string {
	text := "–"
	if row, ok := m.desk.Space.Catalog.Row(c.Plaza().PlazaID); ok && c.After != nil {
		if e, ok := m.desk.Est.Of(m.desk.Space, row); ok {
			text = texts.HeadChance(e.Band.Letter(), e.Chance)
		}
	}
	return layout.Fit(text, chanceCells, layout.Left, "")
}

// View draws the page.
func (m *Model) View() string { return strings.Join(m.scroll.Lines(), "\n") }

// Status tells what is compared, and of which plazas.
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

// Help tells the keys.
func (m *Model) Help() screen.Help {
	open := m.own.Open
	if m.rows != nil {
		open.Binding = key.NewBinding(key.WithKeys("enter"), key.WithHelp("enter", texts.KeyOpenCard))
	}
	footer := []keys.Binding{keys.NewGlobal().Back, open, m.own.All, m.nav.Down}
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
