package explore

import (
	"reflect"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/planner/session"
	"brujula/planner/workspace"
	"brujula/tui/msg"
)

// memory is what the screen was left with the last time.
type memory struct {
	plaza   data.PlazaID // under the cursor, until the user moves
	told    bool         // what was restored has been said
	fitted  *workspace.Workspace
	lost    []workspace.Lost
	waiting *waiting // for the whole of the lists
}

// waiting is what was left and cannot be judged by the newest lists alone.
type waiting struct {
	browse  workspace.Browse
	applied catalog.Filter
}

// recall takes up what was left. Of lists that are only partly loaded it takes
// what they have; the rest waits for the whole.
func (m *Model) recall() {
	if b, ok := workspace.ParseBrowse(m.desk.Recall(session.SettingExplore)); ok {
		m.apply(&b)
	}
}

func (m *Model) apply(b *workspace.Browse) {
	space := m.desk.Space
	kept, lost := space.Fits(b.On(m.line), m.line)
	kept.DistanceMax = 0 // until the place is found
	m.filter, m.memory.plaza, m.memory.fitted = kept, b.Plaza, space
	m.setBase(kept.In[catalog.DimProcess]...)
	if len(b.Orders) > 0 {
		m.orders, m.chosen = b.Orders, true
	}
	m.memory.lost, m.memory.waiting = lost, nil
	if space.Partial() && (len(lost) > 0 || b.Near != "") {
		m.memory.lost, m.memory.waiting = nil, &waiting{*b, kept}
	}
}

// sayRecalled tells once which filters of the last time stand, and asks for the
// place that distances were measured from.
func (m *Model) sayRecalled() tea.Cmd {
	b, ok := workspace.ParseBrowse(m.desk.Recall(session.SettingExplore))
	if !ok || m.memory.told || m.memory.waiting != nil {
		return nil
	}
	m.memory.told = true
	var near tea.Cmd
	asked := m.filter.Clone()
	if b.Near != "" {
		near = m.distances(b.Near, b.Filter.DistanceMax, true)
		asked.DistanceMax = b.Filter.DistanceMax
	}
	restored := ""
	if n := workspace.Asked(&asked, m.line); n > 0 {
		restored = texts.FiltersRestored(n)
	}
	return tea.Batch(near, m.sayLost(restored))
}

// sayLost reports what was taken out of the filter, after what stays: two messages
// would cover each other.
func (m *Model) sayLost(restored string) tea.Cmd {
	lost := workspace.LostText(m.memory.lost)
	m.memory.lost = nil
	switch {
	case lost != "":
		return msg.Warn(strings.TrimSpace(restored + " " + lost))
	case restored != "":
		return msg.Say(restored)
	}
	return nil
}

// refit brings the filter to other lists: what waited for them is judged, and
// values that they do not have are lifted and told.
func (m *Model) refit() tea.Cmd {
	space := m.desk.Space
	if space == m.memory.fitted || space.Partial() {
		return nil
	}
	if left := m.memory.waiting; left != nil {
		m.memory.waiting = nil
		if reflect.DeepEqual(m.filter, left.applied) { // else the user has filtered meanwhile
			m.apply(&left.browse)
		}
		return m.sayRecalled()
	}
	m.memory.fitted = space
	m.filter, m.memory.lost = space.Fits(m.filter, m.line)
	return m.sayLost("")
}

// snapshot is what is remembered of the screen as it stands.
func (m *Model) snapshot() string {
	if m.memory.waiting != nil {
		return m.desk.Recall(session.SettingExplore)
	}
	b := workspace.Browse{Line: m.line, Filter: m.filter, Plaza: m.memory.plaza, Near: m.near.Text}
	if m.chosen {
		b.Orders = m.orders
	}
	if id, ok := m.table.Current(); ok && m.settled {
		b.Plaza = id
	}
	return b.Encode()
}

// following lets the user act. If that puts the cursor on another plaza, the
// cursor follows it from now on. At the top of the list it follows none: rows
// that come to stand before the first would be out of view, and nobody would
// know of them.
func (m *Model) following(act func() tea.Cmd) tea.Cmd {
	if m.focus != inSearch {
		m.sought.on = false // the match has been found
	}
	before, _ := m.table.Chosen()
	cmd := act()
	if m.sought.on {
		return cmd // the cursor was put on a match
	}
	if after, ok := m.table.Chosen(); ok && after != before {
		m.settled, m.memory.plaza = m.table.Row() > 0, data.PlazaID{}
	}
	return cmd
}

// toTop brings a cursor that the user has not moved to the first row.
func (m *Model) toTop() {
	if !m.settled {
		m.memory.plaza = data.PlazaID{}
		m.table.MoveTo(0)
	}
}

// awaitChances brings the cursor to the top when the first chances come and put
// the rows in their order: where a key took it before, there was no such order,
// and following its plaza would carry it hundreds of rows down. It reports whether
// these are the first.
func (m *Model) awaitChances() (first bool) {
	known := m.desk.Est.Figures.Chance != nil
	if known && !m.chances && !m.chosen && m.filter.Text == "" && m.focus != inSearch {
		m.settled = false
	}
	first = known && !m.chances
	m.chances = known
	return first
}

// letGo lets go of a plaza that other lists do not have: the cursor begins at
// the top of them.
func (m *Model) letGo() {
	if id, ok := m.table.Chosen(); ok && m.settled {
		_, m.settled = m.desk.Space.Catalog.Row(id)
	}
}

// restart takes up what the library that was restored was left with.
func (m *Model) restart() tea.Cmd {
	m.filter, m.memory = catalog.Filter{}, memory{}
	m.chosen, m.settled = false, false
	m.forgetPlace()
	m.setUpFilter()
	m.recall()
	return tea.Batch(m.resorted(), m.sayRecalled())
}
