// Package panorama is the screen of the offer as a whole: breakdowns, grids,
// take-up curves, the tile map of the regions, and the history. From any
// figure enter leads to Explorar with that filter.
package panorama

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/panorama"
	"brujula/planner/workspace"
	"brujula/tui/bridge"
	"brujula/tui/keys"
	"brujula/tui/screen"
	"brujula/tui/table"
	"brujula/tui/widget"
)

// Model is the screen.
type Model struct {
	desk  *bridge.Desk
	nav   keys.Navigation
	keys  keys.Panorama
	lists keys.Sources

	w, h    int
	views   []panorama.View
	at      int // of views
	line    data.Line
	scope   panorama.Scope
	measure panorama.Measure

	space    *workspace.Workspace
	overview *panorama.Overview
	content  *panorama.Content // nil until it has been counted
	asked    screen.Generation
	askYears screen.Generation // of which past process to write

	menu   *widget.Menu
	table  *table.Model[string]
	grid   gridState
	atlas  atlasState
	picked []string // regions
	scroll widget.Scroll
}

// New makes the screen, opened on the map of the applicant's own line.
func New(d *bridge.Desk, _ screen.Page) screen.Screen {
	m := &Model{desk: d, nav: keys.NewNavigation(), keys: keys.NewPanorama(), lists: keys.NewSources(), views: panorama.Views(), measure: panorama.MeasureLikely}
	m.setUpScope()
	return m
}

// setUpScope begins with the applicant's own line, or with the newest process
// where that is not known.
func (m *Model) setUpScope() {
	m.askYears.Next() // what was found in other lists is not asked about
	m.line, m.space = m.desk.Line(), m.desk.Space
	m.scope = panorama.Scope{Process: m.line.Process, Profession: m.line.Profession, Modality: m.line.Modality}
	if m.scope.Process == "" {
		m.scope.Process = m.space.Latest()
	}
}

// Init asks for the first figures.
func (m *Model) Init() tea.Cmd { return m.count() }

// countedMsg brings what was counted.
type countedMsg struct {
	generation uint64
	overview   *panorama.Overview
	content    *panorama.Content
}

// count asks for the figures of the view.
func (m *Model) count() tea.Cmd {
	generation := m.asked.Next()
	figures := &m.desk.Est.Figures
	if len(figures.Points) != m.space.Catalog.Len() { // they are of the lists before: others will follow
		figures = m.space.PlainFigures()
	}
	space, overview, view, scope, measure, refused := m.space, m.overview, m.views[m.at], m.scope, m.shown(), m.refusals()
	return func() tea.Msg {
		if !overview.Of(space) {
			overview = panorama.New(space)
		}
		content := overview.Count(view, scope, measure, figures, refused)
		return countedMsg{generation, overview, content}
	}
}

// refusals are the applicant's limits; none while they are of the lists before.
func (m *Model) refusals() *workspace.Refusals {
	if len(m.desk.Est.Figures.Points) != m.space.Catalog.Len() {
		return nil
	}
	return m.desk.Est.Refusals
}

// Update takes a message.
func (m *Model) Update(message tea.Msg) tea.Cmd {
	switch message := message.(type) {
	case tea.KeyMsg:
		return m.key(message)
	case tea.MouseMsg:
		return m.mouse(message)
	case countedMsg:
		if message.overview.Of(m.desk.Space) {
			m.overview = message.overview // also of a late answer: it holds for every view
		}
		if m.asked.Current(message.generation) {
			m.content = message.content
			m.show()
		}
	case pastFoundMsg:
		return m.askFile(message)
	case msgDataChanged:
		if m.space != m.desk.Space || m.line != m.desk.Line() {
			m.setUpScope()
		}
		return m.count()
	}
	return nil
}

// show lays out what was counted.
func (m *Model) show() {
	switch m.content.View.Kind {
	case panorama.TableView:
		m.showTable()
	case panorama.CurvesView:
		m.showCurves()
	case panorama.FirstView, panorama.LastView:
		m.showWent()
	case panorama.ProspectsView:
		m.showProspects()
	case panorama.GridView:
		m.grid.clamp(&m.content.Grid)
	case panorama.HistoryView:
		m.showHistory()
	case panorama.MapView:
		m.settle()
	}
	m.arrange()
}

// open shows another view.
func (m *Model) open(at int) tea.Cmd {
	m.at = (at + len(m.views)) % len(m.views)
	m.content, m.table = nil, nil
	return m.count()
}

// Typing is never so here.
func (m *Model) Typing() bool { return false }

// Back closes the menu, leaves a region of the map, or takes the marks off it.
func (m *Model) Back() bool {
	switch {
	case m.menu != nil:
		m.menu = nil
	case m.leave():
	case len(m.picked) > 0 && m.views[m.at].Kind == panorama.MapView:
		m.picked = nil
	default:
		return false
	}
	return true
}

// Resize sets the room.
func (m *Model) Resize(w, h int) {
	wider := w != m.w
	m.w, m.h = w, h
	if m.content == nil {
		return
	}
	if wider { // columns and paragraphs are laid out for a width
		m.relayout()
	}
	m.arrange()
}

// relayout makes the parts anew that hang on the width, and keeps the cursor.
func (m *Model) relayout() {
	value, had := "", false
	if m.table != nil {
		value, had = m.table.Current()
	}
	m.table = nil
	m.show()
	if m.table != nil && had {
		m.table.Select(value)
	}
}

// Status says what is counted, and how much it is.
func (m *Model) Status() (left, right string) {
	s := m.scopeOf(m.views[m.at])
	left = texts.PanoramaScope(s.Process, s.Profession, s.Modality)
	if m.content != nil && m.content.Refused > 0 {
		left += " · " + texts.PanoramaRefused(m.content.Refused, m.content.View.Kind == panorama.ProspectsView, m.narrow())
	}
	if m.content != nil && m.content.View.Kind != panorama.HistoryView {
		right = texts.PanoramaCounts(m.content.Total.Plazas, m.content.Total.Seats, m.narrow())
	}
	return left, right
}

// shown is the measure in view: what is within reach is told only by views that
// begin with it.
func (m *Model) shown() panorama.Measure {
	if m.measure == panorama.MeasureLikely {
		return m.views[m.at].Usual()
	}
	return m.measure
}

// scopeOf is what a view counts: a view of processes counts all of them.
func (m *Model) scopeOf(v panorama.View) panorama.Scope { return v.Widen(m.scope) }

// Help lists the keys.
func (m *Model) Help() screen.Help {
	k := m.keys
	if m.menu != nil {
		form := keys.NewForm()
		return screen.Help{Footer: []keys.Binding{k.Open.As(texts.KeyVersionOpen), form.Choose, keys.NewGlobal().Back}, Scopes: []keys.Scope{k.Scope()}}
	}
	footer := []keys.Binding{k.Next, k.Views, k.Open, k.Modality, k.Profession, k.Process}
	switch m.views[m.at].Kind {
	case panorama.MapView:
		if m.dotted() && !m.atlas.entered {
			footer[2] = k.Open.As(texts.KeyEnterRegion)
		}
		footer = slices.Insert(footer, 2, k.Measure)
		footer = append(footer, k.Pick)
	case panorama.GridView:
		footer = slices.Insert(footer, 2, k.Measure)
	case panorama.HistoryView:
		footer = []keys.Binding{k.Next, k.Views, m.nav.Down}
	case panorama.ProspectsView, panorama.FirstView, panorama.LastView:
		footer[2] = k.Open.As(texts.KeyOpenCard)
	case panorama.TableView, panorama.CurvesView:
	}
	return screen.Help{Footer: footer, Scopes: []keys.Scope{k.Scope().With(m.lists.Import)}}
}

// pick marks a region for the filter, or takes the mark off.
func (m *Model) pick(region string) {
	if at := slices.Index(m.picked, region); at >= 0 {
		m.picked = slices.Delete(slices.Clone(m.picked), at, at+1)
		return
	}
	m.picked = append(slices.Clone(m.picked), region)
}
