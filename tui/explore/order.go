package explore

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/browse"
	"brujula/planner/catalog"
	"brujula/tui/msg"
)

// maxKeys is how many keys an order has at most; older ones fall off.
const maxKeys = 3

// sortByColumn makes the current column the first key; those chosen before order
// what is equal in it. Again in the other direction turns it, in the same direction
// takes it out.
func (m *Model) sortByColumn(desc bool) tea.Cmd {
	f, ok := m.currentField()
	if !ok || f.sort == "" {
		return msg.Warn(texts.CannotSort)
	}
	if !m.chosen {
		m.orders = nil
	}
	at := slices.IndexFunc(m.orders, func(o catalog.Order) bool { return o.Key == f.sort })
	switch {
	case at >= 0 && m.orders[at].Desc == desc:
		m.orders = slices.Delete(slices.Clone(m.orders), at, at+1)
	case at >= 0:
		m.orders = slices.Clone(m.orders)
		m.orders[at].Desc = desc
	default:
		m.orders = slices.Concat([]catalog.Order{{Key: f.sort, Desc: desc}}, m.orders)
		m.orders = m.orders[:min(len(m.orders), maxKeys)]
	}
	m.chosen = len(m.orders) > 0
	if !m.chosen {
		return m.defaultOrder()
	}
	m.toTop()
	return m.sort()
}

func (m *Model) defaultOrder() tea.Cmd {
	m.chosen = false
	m.orders = m.desk.UsualOrder()
	m.toTop()
	return m.sort()
}

// orderBy sorts in the words of --orden.
func (m *Model) orderBy(text string) tea.Cmd {
	if text == "" {
		return m.defaultOrder()
	}
	orders, unknown := catalog.ParseOrder(text)
	if unknown != "" {
		return msg.Warn(texts.BadOrder(unknown, sortWords()))
	}
	if m.near.Text == "" && browse.ByDistance(orders) {
		return msg.Warn(texts.NearPlaceFirst)
	}
	m.orders, m.chosen = orders, true
	m.toTop()
	return tea.Batch(m.sort(), sayOfOrder(orders))
}

// sayOfOrder says of which words asked for the least first, and how to have the
// most: who writes "puntos" means most of them.
func sayOfOrder(orders []catalog.Order) tea.Cmd {
	for _, o := range orders {
		if o.Key.BestLast() && !o.Desc {
			return msg.Say(texts.OrderRises(string(o.Key)))
		}
	}
	return nil
}

func sortWords() []string {
	return data.Words(catalog.SortKeys())
}

// sort asks for all rows in the present order.
func (m *Model) sort() tea.Cmd {
	generation := m.sorting.Next()
	space, base, orders, figures := m.space, m.base, m.orders, m.figures()
	return func() tea.Msg { return sortedMsg{generation, space, space.Catalog.Sort(base, orders, figures)} }
}

// inOrder returns the rows in view in the present order where the base is not in it yet,
// as in the first frame and when the first chances come: the rows would jump when it
// is. More than a line has are left as they are.
func (m *Model) inOrder(rows []int) []int {
	if m.sorted || len(rows) > sortedAtOnce {
		return rows
	}
	return m.space.Catalog.Sort(rows, m.orders, m.figures())
}

// sortedAtOnce is how many rows are sorted without waiting, which takes some two
// milliseconds; the longest line of the real lists has 2,073.
const sortedAtOnce = 3_000
