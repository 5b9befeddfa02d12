package explore

import (
	"cmp"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/tui/layout"
	"brujula/tui/msg"
	"brujula/tui/table"
	"brujula/tui/widget"
)

// frequencies counts the values of one column among the plazas in view, the
// most frequent first; choosing one filters by it.
type frequencies struct {
	dim    catalog.Dim
	title  string
	values []frequency
	table  *table.Model[string]
	most   int
	bar    int // width of the bars
	model  *Model
}

type frequency struct {
	value  string
	count  int
	likely int
	seats  int
}

func (m *Model) openFrequencies() tea.Cmd {
	f, ok := m.currentField()
	if !ok || !f.hasDim {
		return msg.Warn(texts.CannotCountColumn)
	}
	q := &frequencies{dim: f.dim, title: f.Title, model: m}
	q.count()
	q.table = table.New[string](m.desk.Styles, []table.Column{
		{ID: "valor", Title: f.Title, Min: 14, Ideal: 30, Max: 44, Frozen: true},
		{ID: "hay", Title: texts.FacetSeats, Min: 6, Align: layout.Right},
		{ID: "prob", Title: texts.FacetLikely, Min: 6, Align: layout.Right},
		{ID: "plazas", Title: texts.ColumnSeats, Min: 6, Align: layout.Right},
		{ID: "barra", Title: "", Min: 10, Ideal: 30, Max: 60, Priority: 1},
	})
	q.table.Focused = true
	q.table.SetRows(q)
	m.freq, m.focus = q, inFrequencies
	return nil
}

func (q *frequencies) count() {
	m, at := q.model, map[string]int{}
	fig := m.figures()
	for _, row := range m.rows {
		p := m.desk.Space.Catalog.Plaza(row)
		likely := 0
		if _, ok := m.desk.Est.Of(m.desk.Space, row); ok && fig.Band[row] < fig.Likely {
			likely = 1
		}
		for _, v := range m.values(row, q.dim) {
			i, ok := at[v]
			if !ok {
				i = len(q.values)
				at[v] = i
				q.values = append(q.values, frequency{value: v})
			}
			q.values[i].count++
			q.values[i].likely += likely
			q.values[i].seats += p.Seats
		}
	}
	slices.SortStableFunc(q.values, func(a, b frequency) int {
		return cmp.Or(b.count-a.count, cmp.Compare(a.value, b.value))
	})
	if len(q.values) > 0 {
		q.most = q.values[0].count
	}
}

// Len, ID and Cells make it the source of its own table.
func (q *frequencies) Len() int { return len(q.values) }

// ID gives the value of a row.
func (q *frequencies) ID(row int) string { return q.values[row].value }

// Cells writes value, counts and bar.
func (q *frequencies) Cells(row int, out []string) {
	v := q.values[row]
	out[0] = texts.FacetLabel(q.dim.Key(), v.value)
	if out[0] == "" {
		out[0] = texts.FacetNone
	}
	out[1], out[3] = texts.Thousands(v.count), texts.Thousands(v.seats)
	out[2] = "–"
	if q.model.figures().Chance != nil {
		out[2] = texts.Thousands(v.likely)
	}
	out[4] = widget.Bar(q.model.desk.Styles, float64(v.count)/float64(max(1, q.most)), q.bar)
}

func (q *frequencies) lines(m *Model, w, h int) []string {
	q.table.Resize(w-2, h-2)
	q.bar = q.table.WidthOf("barra")
	return widget.Box(m.desk.Styles, widget.BoxOptions{
		Title: texts.FrequenciesTitle(q.title, len(q.values)), Note: texts.FrequenciesHint, Active: true,
	}, q.table.Lines(), w, h)
}

func (m *Model) closeFrequencies() {
	m.freq, m.focus = nil, inTable
}

func (m *Model) frequencyKey(k tea.KeyMsg) tea.Cmd {
	value, ok := m.freq.table.Current()
	switch {
	case m.keys.table.Open.Matches(k) && ok:
		m.filter.Set(m.freq.dim, value)
		m.closeFrequencies()
		return m.refilter()
	case m.keys.table.Frequencies.Matches(k):
		m.closeFrequencies()
		return nil
	}
	m.freq.table.Update(k, &m.keys.nav)
	return nil
}
