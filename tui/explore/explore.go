// Package explore is the screen of all plazas: facets with counts, live search,
// a table sorted by several keys, and a preview of the plaza under the cursor.
package explore

import (
	"context"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/planner/browse"
	"brujula/planner/catalog"
	"brujula/planner/session"
	"brujula/planner/workspace"
	"brujula/tui/bridge"
	"brujula/tui/keys"
	"brujula/tui/screen"
	"brujula/tui/table"
	"brujula/tui/widget"
)

// part is what has the focus.
type part int

const (
	inTable part = iota
	inFacets
	inSearch
	inFrequencies
	inColumns
)

// Model is the screen.
type Model struct {
	desk *bridge.Desk
	keys struct {
		nav    keys.Navigation
		table  keys.Table
		facets keys.Facets
		search keys.Search
		prompt keys.Prompt
		own    keys.Explore
		lists  keys.Sources
	}

	w, h    int
	spark   int // cells of the picture of a chance along the line
	focus   part
	drawer  bool // a narrow window shows the facets over the table
	preview previewState
	known   knownRows
	near    nearness
	memory  memory

	table  *table.Model[data.PlazaID]
	facets *widget.Facets
	search *widget.Input
	freq   *frequencies
	menu   *widget.Menu // of the columns, while it is open

	space     *workspace.Workspace // that base and perm are rows of
	line      data.Line            // that the filter was last set up for
	total     int                  // plazas of that line, or of the process
	filter    catalog.Filter
	before    string // the text before the search was opened
	sought    sought
	orders    []catalog.Order
	chosen    bool // the user chose the orders
	chances   bool // the rows had chances when they were last looked at
	processes []string
	base      []int           // the rows of the process, beyond which the screen does not look
	within    *catalog.RowSet // the same as a set; nil where they are all
	perm      []int           // the same in the present order, once it is sorted
	sorted    bool            // perm is
	rows      []int           // what passes, as shown
	seats     int
	counted   struct { // what total was counted for
		name  string
		space *workspace.Workspace
	}
	selection *catalog.Selection
	narrowed  []narrowing    // each begins with the one before
	settled   bool           // the user has moved from the top: the cursor follows its plaza from now on
	loose     bool           // rows only resemble the search text
	read      browse.Reading // of the search text, where loose
	byMatch   bool           // rows stand as they match the text, not in the orders
	sorting   screen.Generation
	ranking   screen.Generation
	giveUp    context.CancelFunc // of the ranking under way
}

// New makes the screen.
func New(d *bridge.Desk, _ screen.Page) screen.Screen {
	m := &Model{desk: d, facets: widget.NewFacets(d.Styles), search: widget.NewInput(d.Styles), giveUp: func() {}}
	m.keys.nav, m.keys.table, m.keys.facets = keys.NewNavigation(), keys.NewTable(), keys.NewFacets()
	m.keys.search, m.keys.prompt, m.keys.own = keys.NewSearch(), keys.NewPrompt(), keys.NewExplore()
	m.keys.lists = keys.NewSources()
	m.table = table.New[data.PlazaID](d.Styles, columns())
	m.table.Marked = func(id data.PlazaID) bool { return d.Plan().Has(id) }
	m.table.Focused = true
	m.setUpFilter()
	m.recall()
	m.chances = d.Est.Figures.Chance != nil
	d.Remember(session.SettingExplore, m.snapshot)
	return m
}

// Init asks for the first order.
func (m *Model) Init() tea.Cmd {
	m.find()
	c := m.desk.Space.Catalog
	return tea.Batch(m.sort(), func() tea.Msg { c.Warm(); return nil }, m.annotate(), m.sayRecalled())
}

// setUpFilter begins with the applicant's own line.
func (m *Model) setUpFilter() {
	m.line = m.desk.Line()
	m.setBase(string(m.line.Process))
	m.filter.Set(catalog.DimProcess, string(m.line.Process))
	own := workspace.OfLine(m.line)
	for _, d := range []catalog.Dim{catalog.DimProfession, catalog.DimModality} {
		m.filter.Set(d, own.In[d]...)
	}
	if !m.chosen {
		m.orders = m.desk.UsualOrder()
	}
}

// countLines counts the plazas of the lines that the filter names, against
// which what is in view is counted; anew only when it names others.
func (m *Model) countLines() {
	f, name := browse.LinesOf(&m.filter), ""
	for _, d := range f.Dims() {
		name += d.Key() + strings.Join(f.In[d], ",") + "|"
	}
	if name == m.counted.name && m.counted.space == m.space {
		return
	}
	m.counted.name, m.counted.space = name, m.space
	m.total = len(m.space.Catalog.SelectIn(m.base, f, nil).Rows)
}

// setBase looks at the rows of the asked processes from now on; at all where
// none is asked. It tells whether they are others than before, and must be
// sorted.
func (m *Model) setBase(processes ...string) bool {
	if m.space == m.desk.Space && slices.Equal(processes, m.processes) {
		return false
	}
	m.space, m.processes = m.desk.Space, processes
	c := m.space.Catalog
	m.base, m.within = c.All(), nil
	if len(processes) > 0 {
		m.base = nil
		for _, p := range processes {
			m.base = append(m.base, c.OfProcess(data.Process(p))...)
		}
		m.within = c.SetOf(m.base)
	}
	m.perm, m.sorted = m.base, false
	m.narrowed = nil
	return true
}

// find filters anew. It reads every row once and is quick; putting the result
// in the order of relevance is left to the background.
func (m *Model) find() {
	c := m.desk.Space.Catalog
	found := m.narrow()
	sel := c.SelectAmong(m.perm, found, m.wanted(), m.figures())
	m.selection = sel
	m.countLines()
	m.countLost(found)
	m.loose, m.byMatch, m.read = false, false, browse.Reading{}
	m.showLineColumns()
	m.show(m.inOrder(sel.Rows), sel.Seats())
	m.facets.SetGroups(m.groups(sel))
}

// wanted is the filter without what the applicant does not want: what every question
// to the lists goes by.
func (m *Model) wanted() catalog.Filter { return browse.Wanted(m.filter, m.desk.Est) }

// narrow returns those rows of the base that match the text, nil for all of it. While it grows letter
// by letter, only what matched before is looked at; while it shrinks again,
// nothing.
func (m *Model) narrow() *catalog.RowSet {
	text := m.filter.Text
	if strings.TrimSpace(text) == "" {
		m.narrowed = nil
		return m.within
	}
	for n := len(m.narrowed); n > 0; n-- {
		if last := m.narrowed[n-1]; strings.HasPrefix(text, last.text) && !strings.Contains(text, "!") {
			break
		}
		m.narrowed = m.narrowed[:n-1]
	}
	among := m.within
	if n := len(m.narrowed); n > 0 {
		among = m.narrowed[n-1].found
		if m.narrowed[n-1].text == text {
			return among
		}
	}
	found := m.desk.Space.Catalog.Find(among, text)
	m.narrowed = append(m.narrowed, narrowing{text, found})
	return found
}

// narrowing is a text with the rows that match it.
type narrowing struct {
	text  string
	found *catalog.RowSet
}

// showLineColumns shows profession and modality only where rows differ in them.
func (m *Model) showLineColumns() {
	for id, d := range map[string]catalog.Dim{"profesion": catalog.DimProfession, "modalidad": catalog.DimModality} {
		m.table.Drop(id, len(m.filter.In[d]) == 1)
	}
}

func (m *Model) show(rows []int, seats int) {
	m.rows, m.seats = rows, seats
	m.table.Empty = m.emptyText()
	m.showKnownColumns()
	m.orderPlaces()
	m.nameAlong()
	m.table.SetRows(m.newSource(rows))
	m.markSort()
	if m.freq != nil {
		m.freq.count()
	}
	switch {
	case m.sought.on:
		if !m.sought.held || !m.table.Select(m.sought.plaza) {
			m.table.MoveTo(0)
		}
	case !m.settled && !m.table.Select(m.memory.plaza):
		m.table.MoveTo(0)
	}
}

// sought is what the cursor does while a text is sought: it stays on the plaza
// that it was on as long as that one matches, and stands on the best match
// else. It holds until the user moves in what was found.
type sought struct {
	on, held bool         // held: there was a plaza that the user had gone to
	plaza    data.PlazaID // before the search, or gone to in it
}

// sortedMsg brings all rows in an order, rankedMsg the rows that match a text
// by relevance.
type (
	sortedMsg struct {
		generation uint64
		space      *workspace.Workspace
		perm       []int
	}
	rankedMsg struct {
		generation uint64
		space      *workspace.Workspace
		rows       []int
		seats      int
		read       *browse.Reading // of a text that nothing holds
	}
)

// rankedMost is how many matches are put in the order of relevance at most: with
// more the search is not done yet, and the real lists have fewer.
const rankedMost = 20_000

// rank asks for the rows in the order of relevance, or for rows that resemble
// the text where none holds it. An order that the user chose stands. What was
// asked for before is given up, so that a fast typist waits for no old answer.
func (m *Model) rank() tea.Cmd {
	m.stopRanking()
	if strings.TrimSpace(m.filter.Text) == "" {
		return nil
	}
	ctx, giveUp := context.WithCancel(context.Background())
	m.giveUp = giveUp
	generation, space, f, figures, rows, seats := m.ranking.Next(), m.desk.Space, m.wanted().Clone(), m.figures(), m.rows, m.seats
	c := space.Catalog
	if len(rows) == 0 {
		return func() tea.Msg {
			read := browse.Read(ctx, space, f, figures)
			return rankedMsg{generation, space, read.Found.Rows, c.Seats(read.Found.Rows, &f), &read}
		}
	}
	if m.chosen || len(rows) > rankedMost {
		return nil
	}
	return func() tea.Msg { return rankedMsg{generation, space, c.Rank(ctx, rows, f.Text), seats, nil} }
}

// stopRanking makes the answer of the ranking under way a stale one.
func (m *Model) stopRanking() {
	m.ranking.Next()
	m.giveUp()
}

// refilter filters anew and asks for what takes longer.
func (m *Model) refilter() tea.Cmd {
	var sorted tea.Cmd
	if m.setBase(m.filter.In[catalog.DimProcess]...) {
		sorted = m.sort()
	}
	m.find()
	return tea.Batch(sorted, m.rank(), m.look())
}

// current returns the plaza under the cursor.
func (m *Model) current() (*data.Plaza, int, bool) {
	id, ok := m.table.Current()
	if !ok {
		return nil, 0, false
	}
	row, ok := m.desk.Space.Catalog.Row(id)
	if !ok {
		return nil, 0, false
	}
	return m.desk.Space.Catalog.Plaza(row), row, true
}

// Typing reports that a search is being written.
func (m *Model) Typing() bool { return m.focus == inSearch }

// Back closes what is open, or clears the search.
func (m *Model) Back() bool {
	switch {
	case m.focus == inFrequencies:
		m.closeFrequencies()
	case m.focus == inColumns:
		m.focus = inTable
	case m.focus == inFacets:
		m.leaveFacets()
	case m.filter.Text != "":
		m.filter.Text, m.sought.on = "", false
		m.stopRanking()
		m.find()
	case m.near.Text != "":
		m.forgetPlace()
		m.find()
	default:
		return false
	}
	return true
}

// Resize shares out the room.
func (m *Model) Resize(w, h int) {
	m.w, m.h = w, h
	m.preview.Resize(w, h)
	m.arrange()
}

// toCard opens the card of the plaza under the cursor.
func (m *Model) toCard() tea.Cmd {
	id, ok := m.table.Current()
	if !ok {
		return nil
	}
	return m.desk.Go(screen.Card, screen.PlazaPage(id))
}
