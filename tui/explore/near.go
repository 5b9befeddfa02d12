package explore

import (
	"errors"
	"math"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/planner/geo"
	"brujula/planner/workspace"
	"brujula/tui/msg"
	"brujula/tui/screen"
)

// nearness is a place that the user named, with the distance of every row.
type nearness struct {
	asked screen.Generation
	text  string // as it is found again in other lists; "" for no place
	place geo.Place
	space *workspace.Workspace // that km is of
	km    []float64            // by row of the catalog, NaN where the place is not known
	about []bool               // of these, measured from the surroundings of the plaza
	lost  int                  // rows of the filter, but for the distance, without a known place
}

// nearMsg brings the distances from a place.
type nearMsg struct {
	generation uint64
	space      *workspace.Workspace
	text       string
	place      geo.Place
	km         []float64
	about      []bool
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
		answer := nearMsg{generation: generation, space: space, text: text, most: most, recalled: recalled}
		if space.Places().Len() == 0 {
			answer.err = errors.New(texts.NoCoordinatesHere)
			return answer
		}
		if answer.place, answer.err = space.Near(text); answer.err == nil {
			answer.km, answer.about = space.Distances(answer.place)
		}
		return answer
	}
}

func (m *Model) takeNear(n nearMsg) tea.Cmd {
	if !m.near.asked.Current(n.generation) || n.space != m.desk.Space {
		return nil
	}
	if n.err != nil {
		m.forgetPlace()
		return tea.Batch(m.resorted(), msg.Warn(workspace.RequestText(n.err)))
	}
	again := m.near.text == n.text || n.recalled
	m.near.text, m.near.place, m.near.space, m.near.km, m.near.about = n.text, n.place, n.space, n.km, n.about
	m.filter.DistanceMax = n.most
	if !again {
		m.orders, m.chosen, m.settled = []catalog.Order{{Key: catalog.SortDistance}}, true, false
		m.memory.plaza = data.PlazaID{}
	}
	m.narrowed = nil
	m.find()
	said := msg.Say(texts.NearSaid(n.place.Name, m.near.lost, n.most))
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
	case m.near.text == "":
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
	m.near.text, m.near.space, m.near.km, m.near.about, m.near.lost = "", nil, nil, nil, 0
	m.filter.DistanceMax = 0
	m.orders = slices.DeleteFunc(slices.Clone(m.orders), func(o catalog.Order) bool { return o.Key == catalog.SortDistance })
	if len(m.orders) == 0 {
		m.chosen, m.orders = false, catalog.DefaultOrder(m.desk.OwnRank() > 0)
	}
}

// resorted filters and sorts anew.
func (m *Model) resorted() tea.Cmd { return tea.Batch(m.sort(), m.refilter()) }

// countLost counts the rows, among those that match the text, that would pass
// the filter but have no known place.
func (m *Model) countLost(found *catalog.RowSet) {
	m.near.lost = 0
	if m.near.space != m.desk.Space || m.near.km == nil {
		return
	}
	var without []int
	for _, row := range m.base {
		if math.IsNaN(m.near.km[row]) {
			without = append(without, row)
		}
	}
	anywhere := m.filter
	anywhere.DistanceMax = 0
	m.near.lost = len(m.desk.Space.Catalog.SelectAmong(without, found, anywhere, m.figures()).Rows)
}

// nearStatus tells from where distances are measured.
func (m *Model) nearStatus() string {
	if m.near.text == "" || m.near.km == nil {
		return ""
	}
	return texts.NearShown(m.near.place.Name, m.filter.DistanceMax, m.near.lost)
}

// toggleNear measures from the plaza under the cursor, or no longer.
func (m *Model) toggleNear() tea.Cmd {
	if p, _, ok := m.current(); ok && p.Renipress == m.near.text {
		return m.nearTo("")
	}
	return m.nearTo(texts.NearThis)
}
