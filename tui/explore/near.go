package explore

import (
	"errors"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/texts"
	"brujula/planner/browse"
	"brujula/planner/catalog"
	"brujula/planner/workspace"
	"brujula/tui/msg"
	"brujula/tui/screen"
)

// nearness is a place that the user named, with the distance of every row.
type nearness struct {
	browse.Near
	asked screen.Generation
	lost  int // rows of the filter, but for the distance, without a known place
}

// nearMsg brings the distances from a place.
type nearMsg struct {
	generation uint64
	near       browse.Near
	most       float64
	err        error
	recalled   bool // of the last start: the order stays as it was left
}

// near acts on a request to measure distances: "juliaca", "juliaca 60", "esta".
// Without a place it forgets the one that was named.
func (m *Model) nearTo(request string) tea.Cmd {
	place, most := workspace.SplitNear(request)
	if place == "" {
		m.forgetPlace()
		return m.resorted()
	}
	if fold.Squash(place) == texts.NearThis {
		p, _, ok := m.current()
		if !ok {
			return msg.Warn(texts.NothingFound)
		}
		place = p.Renipress
	}
	return m.measure(place, most)
}

// measure asks for the distances from a place; most km, 0 for any.
func (m *Model) measure(text string, most float64) tea.Cmd { return m.distances(text, most, false) }

func (m *Model) distances(text string, most float64, recalled bool) tea.Cmd {
	generation, space := m.near.asked.Next(), m.desk.Space
	return func() tea.Msg {
		answer := nearMsg{generation: generation, most: most, recalled: recalled}
		if answer.near, answer.err = browse.Measure(space, text); errors.Is(answer.err, browse.ErrNoPlaces) {
			answer.err = errors.New(texts.NoCoordinatesHere)
		}
		answer.near.Space = space
		return answer
	}
}

func (m *Model) takeNear(n nearMsg) tea.Cmd {
	if !m.near.asked.Current(n.generation) || n.near.Space != m.desk.Space {
		return nil
	}
	if n.err != nil {
		m.forgetPlace()
		return tea.Batch(m.resorted(), msg.Warn(workspace.RequestText(n.err)))
	}
	again := m.near.Text == n.near.Text || n.recalled
	m.near.Near = n.near
	m.filter.DistanceMax = n.most
	if !again {
		m.orders, m.chosen, m.settled = []catalog.Order{{Key: catalog.SortDistance}}, true, false
		m.memory.plaza = data.PlazaID{}
	}
	m.narrowed = nil
	m.find()
	said := msg.Say(texts.NearSaid(n.near.Place.Name, m.near.lost, n.most))
	if len(m.rows) == 0 && m.near.lost > 0 { // not known is not far
		said = msg.Warn(texts.NearNotListed(m.near.lost, m.keys.lists.Import.Help().Key))
	}
	if again {
		said = nil
	}
	return tea.Batch(m.sort(), m.rank(), said)
}

// maxKm bounds the distance from the place that was named.
func (m *Model) maxKm(value string) tea.Cmd {
	km, ok := workspace.ParseKm(value)
	switch {
	case m.near.Text == "":
		return msg.Warn(texts.NearPlaceFirst)
	case strings.TrimSpace(value) == "":
		km = 0
	case !ok:
		return msg.Warn(texts.BadNumber(workspace.KeyMaxKm, value))
	}
	m.filter.DistanceMax = km
	return m.refilter()
}

// forgetPlace takes distances out of filter, order and columns.
func (m *Model) forgetPlace() {
	m.near.asked.Next()
	m.near.Near, m.near.lost = browse.Near{}, 0
	m.filter.DistanceMax = 0
	m.orders = browse.WithoutDistance(m.orders)
	if len(m.orders) == 0 {
		m.chosen, m.orders = false, m.desk.UsualOrder()
	}
}

// resorted filters and sorts anew.
func (m *Model) resorted() tea.Cmd { return tea.Batch(m.sort(), m.refilter()) }

// countLost counts the rows, among those that match the text, that would pass
// the filter but have no known place.
func (m *Model) countLost(found *catalog.RowSet) {
	m.near.lost = 0
	if m.near.Of(m.desk.Space) {
		f := m.wanted()
		sel := m.desk.Space.Catalog.SelectAmong(m.near.Unplaced(m.base), found, browse.Anywhere(&f), m.figures())
		m.near.lost = len(sel.Rows)
	}
}

// nearStatus reports from where distances are measured.
func (m *Model) nearStatus() string {
	if m.near.Text == "" || m.near.Km == nil {
		return ""
	}
	return texts.NearShown(m.near.Place.Name, m.filter.DistanceMax, m.near.lost)
}

// toggleNear measures from the plaza under the cursor, or no longer.
func (m *Model) toggleNear() tea.Cmd {
	if p, _, ok := m.current(); ok && p.Renipress == m.near.Text {
		return m.nearTo("")
	}
	return m.nearTo(texts.NearThis)
}
