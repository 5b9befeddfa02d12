// Package comparing is the screen that sets two to four plazas side by side:
// what is known of each, their curves in one chart, and in what they differ.
package comparing

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/session"
	"brujula/planner/side"
	"brujula/planner/workspace"
	"brujula/tui/bridge"
	"brujula/tui/curve"
	"brujula/tui/keys"
	"brujula/tui/msg"
	"brujula/tui/screen"
	"brujula/tui/widget"
)

// Model is the screen.
type Model struct {
	desk *bridge.Desk
	keys struct {
		nav   keys.Navigation
		table keys.Table
		own   keys.Compare
		lists keys.Sources
	}

	w, h   int
	at     int  // the current column
	only   bool // only the lines that differ
	header []string
	scroll widget.Scroll

	asked screen.Generation
	facts facts
}

// facts are what is known of the plazas, and the curve of each.
type facts struct {
	side.Sheet
	curves []curve.Sampled
}

// gather samples the model and is meant for the background.
func gather(space *workspace.Workspace, est *workspace.Estimates, ids []data.PlazaID, tried bool) facts {
	f := facts{Sheet: side.Of(space, est, ids, side.Shown())}
	for _, c := range f.Columns {
		f.curves = append(f.curves, curve.Sample(space, est, c.Row, tried))
	}
	return f
}

// gatheredMsg answers what is known of the plazas.
type gatheredMsg struct {
	generation uint64
	facts      facts
}

// New makes the screen.
func New(d *bridge.Desk, _ screen.Page) screen.Screen {
	m := &Model{desk: d}
	m.keys.nav, m.keys.table, m.keys.own = keys.NewNavigation(), keys.NewTable(), keys.NewCompare()
	m.keys.lists = keys.NewSources()
	return m
}

// Init asks for what is known of the plazas; what is on the screen stays until
// the answer comes.
func (m *Model) Init() tea.Cmd {
	generation, space, est, ids, tried := m.asked.Next(), m.desk.Space, m.desk.Est, m.desk.Compared(), m.desk.Tried()
	if len(ids) == 0 {
		m.takeFacts(facts{})
		return nil
	}
	return func() tea.Msg { return gatheredMsg{generation, gather(space, est, ids, tried)} }
}

// takeFacts shows other facts; the cursor stays on its plaza.
func (m *Model) takeFacts(f facts) {
	id, _ := m.current()
	m.facts = f
	if at := slices.IndexFunc(f.Columns, func(c side.Column) bool { return c.ID == id }); at >= 0 {
		m.at = at
	}
	m.at = max(0, min(m.at, len(f.Columns)-1))
	m.only = m.only && len(f.Columns) > 1
	m.arrange()
}

// current returns the plaza of the current column.
func (m *Model) current() (id data.PlazaID, ok bool) {
	if m.at >= len(m.facts.Columns) {
		return data.PlazaID{}, false
	}
	return m.facts.Columns[m.at].ID, true
}

// Update takes a message.
func (m *Model) Update(message tea.Msg) tea.Cmd {
	switch message := message.(type) {
	case gatheredMsg:
		if m.asked.Current(message.generation) {
			m.takeFacts(message.facts)
		}
	case msg.DataChangedMsg, session.CompareChanged:
		return m.Init()
	case msg.PlanChangedMsg:
		m.arrange() // the stars of the heading
	case tea.MouseMsg:
		m.mouse(message)
	case tea.KeyMsg:
		return m.key(message)
	}
	return nil
}

func (m *Model) mouse(e tea.MouseMsg) {
	switch {
	case e.Button == tea.MouseButtonWheelUp:
		m.scroll.Wheel(-1)
	case e.Button == tea.MouseButtonWheelDown:
		m.scroll.Wheel(1)
	case e.Button == tea.MouseButtonLeft && e.Action == tea.MouseActionPress:
		g := m.geometry()
		if x := e.X - g.left(); x >= 0 && x%(g.column+gap) < g.column {
			m.move(x/(g.column+gap) - m.at)
		}
	}
}

// move goes to another column, where there is one.
func (m *Model) move(by int) {
	to := m.at + by
	if to < 0 || to >= len(m.facts.Columns) {
		return
	}
	m.at = to
	m.arrange()
}

func (m *Model) key(k tea.KeyMsg) tea.Cmd {
	nav, own := &m.keys.nav, &m.keys.own
	switch {
	case nav.Left.Matches(k):
		m.move(-1)
		return nil
	case nav.Right.Matches(k):
		m.move(1)
		return nil
	case nav.FirstField.Matches(k):
		m.move(-m.at)
		return nil
	case nav.LastField.Matches(k):
		m.move(len(m.facts.Columns) - 1 - m.at)
		return nil
	case own.Diffs.Matches(k):
		return m.toggleDiffs()
	case own.Drop.Matches(k):
		return m.withCurrent(m.drop)
	case own.Star.Matches(k):
		return m.withCurrent(func(id data.PlazaID) tea.Cmd { return bridge.Cmd(m.desk.ToggleStar(id)) })
	case m.keys.lists.Import.Matches(k):
		return m.desk.Go(screen.Import, "")
	case m.keys.table.Open.Matches(k):
		return m.withCurrent(func(id data.PlazaID) tea.Cmd { return m.desk.Go(screen.Card, screen.PlazaPage(id)) })
	}
	m.scroll.Update(k, nav)
	return msg.Moved(k, own.Moved())
}

// withCurrent acts on the plaza of the current column, or says that there is
// none.
func (m *Model) withCurrent(do func(data.PlazaID) tea.Cmd) tea.Cmd {
	id, ok := m.current()
	if !ok {
		return msg.Warn(texts.SideNothing)
	}
	return do(id)
}

// drop takes a plaza out. Where that one is out already and the columns are still
// to follow, it is the one that takes its place: a second toggle would bring the
// first back.
func (m *Model) drop(id data.PlazaID) tea.Cmd {
	ids := m.desk.Compared()
	switch {
	case slices.Contains(ids, id):
		return bridge.Cmd(m.desk.Compare(id))
	case len(ids) == 0:
		return nil
	}
	return bridge.Cmd(m.desk.Compare(ids[min(m.at, len(ids)-1)]))
}

func (m *Model) toggleDiffs() tea.Cmd {
	switch len(m.facts.Columns) {
	case 0:
		return msg.Warn(texts.SideNothing)
	case 1:
		return msg.Warn(texts.SideAlone)
	}
	m.only = !m.only
	m.scroll.Top()
	m.arrange()
	return nil
}

// Status reports how many plazas are compared and in how much they differ.
func (m *Model) Status() (left, right string) {
	if len(m.facts.Columns) == 0 {
		return texts.ScreenCompare, ""
	}
	differ, lines := m.facts.Count()
	return texts.SideCount(len(m.facts.Columns), session.MostCompared, differ, lines, m.only), m.scroll.Position()
}

// Resize sets the room.
func (m *Model) Resize(w, h int) {
	m.w, m.h = w, h
	m.arrange()
}

// Help lists the keys.
func (m *Model) Help() screen.Help {
	if len(m.desk.Compared()) == 0 {
		return screen.Help{
			Footer: []keys.Binding{keys.NewGlobal().Explore, keys.NewGlobal().Plan},
			Scopes: []keys.Scope{m.keys.own.Scope().With(m.keys.lists.Import)},
		}
	}
	own, open := m.keys.own, m.keys.table.Open
	return screen.Help{
		Footer: keys.Usable(m.desk.OnlyLooks(), []keys.Binding{
			m.keys.nav.Right.For("← →", texts.KeySideColumn), own.Diffs, open, own.Star.As(texts.KeyToPlanShort), own.Drop.As(texts.KeyRemoveShort), m.keys.nav.Down,
		}, own.Star),
		Scopes: []keys.Scope{own.Scope().With(open, m.keys.lists.Import)},
	}
}

// Typing is never so here.
func (m *Model) Typing() bool { return false }

// Back has nothing to close.
func (m *Model) Back() bool { return false }
