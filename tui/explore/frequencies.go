package explore

import (
	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/texts"
	"brujula/planner/browse"
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
	values []catalog.Frequency
	table  *table.Model[string]
	most   int
	bar    int // width of the bars
	model  *Model
}

func (m *Model) openFrequencies() tea.Cmd {
	f, ok := m.currentField()
	if !ok || !f.hasDim {
		return msg.Warn(texts.CannotCountColumn)
	}
	q := &frequencies{dim: f.dim, model: m}
	q.table = table.New[string](m.desk.Styles, []table.Column{
		{ID: "valor", Title: texts.FacetTitle(f.dim.Key()), Min: 14, Ideal: 30, Max: 44, Frozen: true},
		{ID: "hay", Title: texts.FacetSeats, Min: 6, Align: layout.Right},
		{ID: "prob", Title: texts.FacetWithin, Min: 7, Align: layout.Right},
		{ID: "plazas", Title: texts.FieldSeats, Min: 6, Align: layout.Right},
		{ID: "barra", Title: "", Min: 10, Ideal: 30, Max: 60, Priority: 1, Picture: true},
	})
	q.table.Focused = true
	q.count()
	m.freq, m.focus = q, inFrequencies
	return nil
}

// count counts what is in view now.
func (q *frequencies) count() {
	m := q.model
	q.values = browse.CountsOf(m.desk.Space.Catalog, m.rows, q.dim, &m.filter, m.figures())
	if len(q.values) > 0 {
		q.most = q.values[0].Plazas
	}
	q.table.SetRows(q)
}

// Len, ID and Cells make it the source of its own table.
func (q *frequencies) Len() int { return len(q.values) }

// ID returns the value of a row.
func (q *frequencies) ID(row int) string { return q.values[row].Value }

// Cells writes value, counts and bar: of its places, those within reach full.
func (q *frequencies) Cells(row int, out []string) {
	v := q.values[row]
	out[0] = texts.FacetLabel(q.dim.Key(), v.Value)
	if out[0] == "" {
		out[0] = texts.FacetNone
	}
	out[1], out[3] = texts.Thousands(v.Plazas), texts.Thousands(v.Seats)
	out[2] = "–"
	if q.model.figures().Chance != nil {
		out[2] = texts.Thousands(v.Likely)
	}
	most := float64(max(1, q.most))
	if q.model.figures().Chance == nil {
		out[4] = widget.Bar(q.model.desk.Styles, float64(v.Plazas)/most, q.bar)
		return
	}
	out[4] = widget.PartBar(q.model.desk.Styles, float64(v.Likely)/most, float64(v.Plazas)/most, q.bar)
}

func (q *frequencies) lines(m *Model, w, h int) []string {
	q.table.Resize(w-2, h-2)
	q.bar = q.table.WidthOf("barra")
	return widget.Box(m.desk.Styles, widget.BoxOptions{
		Title: texts.FrequenciesTitle(q.dim.Key(), m.figures().Chance != nil), Note: texts.FrequenciesNote(len(q.values)), Active: true,
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
