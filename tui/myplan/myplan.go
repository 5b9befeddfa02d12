// Package myplan is the screen of the applicant's ordered list: what each line
// gives, where it leads, and the keys to order it.
package myplan

import (
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/availability"
	"brujula/planner/session"
	"brujula/planner/workspace"
	"brujula/tui/bridge"
	"brujula/tui/curve"
	"brujula/tui/keys"
	"brujula/tui/layout"
	"brujula/tui/msg"
	"brujula/tui/screen"
	"brujula/tui/table"
)

// Model is the screen.
type Model struct {
	desk *bridge.Desk
	keys struct {
		nav   keys.Navigation
		table keys.Table
		own   keys.Plan
	}

	w, h    int
	table   *table.Model[data.PlazaID]
	view    *workspace.PlanView
	chosen  map[data.PlazaID]bool // selected lines
	preview layout.Preview
	panes   panes
	picture curve.Picture

	asked     screen.Generation // of simulations
	simulated availability.SimulatedPlan
	pending   bool // the simulation is on its way, or owed
	hidden    bool // another page is in view
	owing     bool // work waits until this page is in view
	cancel    func()
}

// New makes the screen.
func New(d *bridge.Desk, _ screen.Page) screen.Screen {
	m := &Model{desk: d, chosen: map[data.PlazaID]bool{}, cancel: func() {}}
	m.keys.nav, m.keys.table, m.keys.own = keys.NewNavigation(), keys.NewTable(), keys.NewPlan()
	m.table = table.New[data.PlazaID](d.Styles, columns())
	m.table.Focused = true
	return m
}

// Init works the plan out.
func (m *Model) Init() tea.Cmd {
	m.reload()
	return tea.Batch(m.work(), m.sample())
}

// reload works the closed forms of the plan out anew, which are quick. A
// simulation and advice on their way are given up: they are of the plan as it stood.
func (m *Model) reload() {
	if m.view != nil && !m.view.Estimated() {
		m.panes.advised = false // what was found without chances says nothing
	}
	m.view = m.desk.Space.ViewPlan(m.desk.Plan(), m.desk.Est)
	for id := range m.chosen {
		if m.view.Place(id) < 0 {
			delete(m.chosen, id)
		}
	}
	m.table.SetRows(&source{m: m, lines: m.view.Lines, split: m.split()})
	m.skipSeparator(1)
	m.arrange()
	m.cancel()
	m.asked.Next()
	m.panes.advising.Next()
	m.simulated, m.pending = availability.SimulatedPlan{}, m.view.Estimated()
}

// work asks for what takes long, the simulation and what the open pane shows,
// once this page is in view: every star in Explorar would ask for it.
func (m *Model) work() tea.Cmd {
	if m.owing = m.hidden; m.owing {
		return nil
	}
	var simulation session.Jobs
	if m.pending {
		simulation, m.cancel = m.desk.Simulate(m.asked.Next(), m.view)
	}
	var advised tea.Cmd
	if m.view.Estimated() || m.panes.open == inAdvice {
		advised = m.advise()
	}
	return tea.Batch(bridge.Cmd(simulation), advised, m.refreshPane())
}

// split returns the place of the first equivalente line, before which the
// separator stands; -1 where there is none.
func (m *Model) split() int { return m.firstOf(data.Equivalente) }

// firstOf returns the place of the first line of a modality, -1 for none. It goes
// by what is drawn: the desk's plan may have changed since, and the news of it
// be on its way.
func (m *Model) firstOf(modality data.Modality) int {
	return slices.IndexFunc(m.view.Lines, func(l workspace.PlanLine) bool { return l.Entry.ID.Modality == modality })
}

// current returns the line under the cursor and its place from 0.
func (m *Model) current() (line *workspace.PlanLine, place int, ok bool) {
	id, ok := m.table.Current()
	if !ok || m.view == nil {
		return nil, 0, false
	}
	if place = m.view.Place(id); place < 0 {
		return nil, 0, false
	}
	return &m.view.Lines[place], place, true
}

// subjects returns the plazas that a key works on: the selected ones, else the
// one under the cursor.
func (m *Model) subjects() []data.PlazaID {
	var ids []data.PlazaID
	for i := range m.view.Lines {
		if id := m.view.Lines[i].Entry.ID; m.chosen[id] {
			ids = append(ids, id)
		}
	}
	if line, _, ok := m.current(); ok && len(ids) == 0 {
		ids = append(ids, line.Entry.ID)
	}
	return ids
}

// skipSeparator moves the cursor off the separator, on in the direction that
// it was moving.
func (m *Model) skipSeparator(direction int) {
	if id, ok := m.table.Current(); ok && id == separator {
		before := m.table.Row()
		m.table.Move(direction)
		if m.table.Row() == before {
			m.table.Move(-direction)
		}
	}
}

// Update takes a message.
func (m *Model) Update(message tea.Msg) tea.Cmd {
	return tea.Batch(m.take(message), m.sample())
}

func (m *Model) take(message tea.Msg) tea.Cmd {
	switch message := message.(type) {
	case curve.PictureMsg:
		m.picture.Take(message)
	case tea.KeyMsg:
		return m.key(message)
	case tea.MouseMsg:
		m.mouse(message)
	case msg.DataChangedMsg, msg.PlanChangedMsg:
		m.reload()
		return m.work()
	case msg.HiddenMsg:
		m.hidden = true
	case msg.ReopenedMsg:
		if m.hidden = false; m.owing {
			return m.work()
		}
	case session.Simulated:
		if m.asked.Current(message.Generation) {
			m.simulated, m.pending = message.Plan, false
		}
	case session.Advised:
		m.takeAdvice(message)
	case session.VersionsListed:
		return m.takeVersions(message)
	case session.PlansCompared:
		return m.takeComparison(message)
	case msg.ExportMsg:
		return m.export(message.File)
	case session.ExportExists:
		return m.overwrite(message)
	case msg.ExportedMsg:
		return exported(message)
	}
	return nil
}

func (m *Model) mouse(e tea.MouseMsg) {
	if m.panes.open != inTable {
		m.panes.scroll.Mouse(e) // nothing else is to be clicked there
		return
	}
	before := m.table.Row()
	m.table.Mouse(e)
	m.skipSeparator(max(-1, min(1, m.table.Row()-before)) | 1)
}

// refreshPane asks anew for what the open pane shows.
func (m *Model) refreshPane() tea.Cmd {
	switch m.panes.open {
	case inVersions:
		return bridge.Cmd(m.desk.Versions(m.panes.asked.Next()))
	case inCompare:
		m.panes.open = inTable // it was of the plan as it stood
	case inTable, inExport, inAdvice, inWeights:
	}
	return nil
}

// Typing reports that the menu of versions, or the form of weights, takes digits
// and letters for itself.
func (m *Model) Typing() bool {
	return m.panes.open == inVersions || m.panes.open == inWeights || m.panes.open == inExport
}

// Back closes what is open, or lets the selection go.
func (m *Model) Back() bool {
	switch {
	case m.panes.open != inTable:
		m.panes.open = inTable
	case len(m.chosen) > 0:
		m.chosen = map[data.PlazaID]bool{}
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

// Help lists the keys.
func (m *Model) Help() screen.Help {
	o, t := &m.keys.own, &m.keys.table
	switch m.panes.open {
	case inAdvice:
		all := []keys.Binding{t.Star.As(texts.KeyAdviceAdd), t.Open.As(texts.KeyOpenCard), o.Weights.As(texts.KeyWeights), o.Undo, o.Advice.As(texts.KeyCloseAdvice), m.keys.nav.Down}
		all = keys.Usable(m.desk.OnlyLooks(), all, t.Star, o.Undo)
		return screen.Help{Footer: all, Scopes: []keys.Scope{{Name: texts.AdviceTitle, Bindings: all}}}
	case inWeights:
		form := keys.NewForm()
		return screen.Help{Footer: []keys.Binding{form.Save.As(texts.ProfileKeyEnter), form.SaveNow, form.Cancel}, Scopes: []keys.Scope{form.Scope()}}
	case inVersions:
		all := versionKeys(m.desk.Plan().Name, m.desk.OnlyLooks())
		return screen.Help{Footer: all, Scopes: []keys.Scope{{Name: texts.VersionsTitle, Bindings: all}}}
	case inExport:
		all := exportKeys(m.desk.Plan().HasNotes())
		return screen.Help{Footer: all, Scopes: []keys.Scope{{Name: texts.ExportMenuTitle(m.desk.Plan().Name), Bindings: all}}}
	case inCompare:
		return screen.Help{Footer: []keys.Binding{m.keys.nav.Down, keys.NewGlobal().Back, m.keys.nav.PageDown}}
	case inTable:
	}
	open := []keys.Binding{t.Open, t.Copy, t.Preview}
	own := o.Scope()
	own.Bindings = slices.DeleteFunc(own.Bindings, func(b keys.Binding) bool { return !m.does(b) })
	own.Bindings = keys.Explained(m.desk.OnlyLooks(), own.Bindings, o.Writing()...)
	return screen.Help{
		Footer: m.footer(),
		Scopes: []keys.Scope{own, {Name: m.keys.table.Scope().Name, Bindings: open}, keys.BandSigns(), m.nothingScope()},
	}
}

// nothingScope tells in the help how the chance to end with nothing is worked out:
// the three ways, each with its figure.
func (m *Model) nothingScope() keys.Scope {
	scope := keys.Scope{Name: texts.ScopeNothing}
	if m.view == nil || !m.view.Estimated() {
		return scope
	}
	n := texts.NothingFigures{Independent: m.view.Nothing, Bound: m.view.NothingBound, Runs: m.simulated.Runs, Pending: m.pending}
	if n.Runs > 0 {
		n.Simulated = float64(m.simulated.Nothing) / float64(n.Runs)
	}
	for _, way := range n.Ways() {
		scope.Bindings = append(scope.Bindings, keys.Binding{Binding: key.NewBinding(key.WithKeys(""), key.WithHelp(way[0], way[1]))})
	}
	return scope
}

// does reports whether the screen acts on a binding: help names no key that does
// nothing.
func (m *Model) does(b keys.Binding) bool {
	return slices.ContainsFunc(m.actions(), func(a action) bool { return a.binding.Help() == b.Help() })
}

// versionKeys lists the keys of the menu of versions; name is the plan on the
// screen, which is the one that is copied and renamed, why the reason for which
// nothing may be written.
func versionKeys(name, why string) []keys.Binding {
	own := keys.NewVersions()
	return keys.Usable(why, []keys.Binding{
		own.Open, own.Diff, own.Copy.As(texts.VersionCopyKey(name)), own.Name.As(texts.VersionNameKey(name)), own.Drop, keys.NewGlobal().Back,
	}, own.Copy, own.Name, own.Drop)
}

// exportKeys lists the keys of the menu of exports; notes tells that the plan has
// some.
func exportKeys(notes bool) []keys.Binding {
	one := func(name, description string) keys.Binding {
		return keys.Binding{Binding: key.NewBinding(key.WithKeys(name), key.WithHelp(name, description))}
	}
	all := []keys.Binding{one("enter", texts.KeyExportWrite), one("esc", texts.KeyBack)}
	if notes {
		all = append(all, one(texts.ExportNotesKey, texts.KeyExportNotes))
	}
	return all
}
