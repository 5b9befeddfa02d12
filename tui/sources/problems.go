package sources

import (
	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/texts"
	"brujula/tui/layout"
	"brujula/tui/table"
	"brujula/tui/theme"
	"brujula/tui/widget"
)

// problems is the report of one list, row by row.
type problems struct {
	info    data.ListInfo
	styles  *theme.Styles
	all     []data.Problem // rejected rows first
	rows    []int          // of all, what the level lets pass
	level   data.Level     // "" for both
	loading bool
	table   *table.Model[int]
}

// problemsMsg brings the report of a list.
type problemsMsg struct {
	generation uint64
	all        []data.Problem
	err        error
}

// openProblems shows the report of the current list. The demonstration has
// none to load.
func (m *Model) openProblems() tea.Cmd {
	info, ok := m.current()
	if !ok {
		return nil
	}
	m.problems = newProblems(m.desk.Styles, *info)
	m.problems.resize(m.w, m.h)
	generation, lib, of := m.asked.Next(), m.desk.Lib, *info
	if lib == nil || m.desk.Space.Demo {
		m.problems.takeProblems(problemsMsg{})
		return nil
	}
	return func() tea.Msg {
		all, err := lib.Problems(of)
		all, _ = data.RejectedFirst(all)
		return problemsMsg{generation, all, err}
	}
}

func newProblems(st *theme.Styles, info data.ListInfo) *problems {
	p := &problems{info: info, styles: st, loading: true}
	p.table = table.New[int](st, []table.Column{
		{ID: "nivel", Title: texts.ProblemColumnLevel, Min: 9, Priority: 1, Frozen: true},
		{ID: "donde", Title: texts.ProblemColumnPlace, Min: 20, Ideal: 24, Max: 44, Priority: 1},
		{ID: "valor", Title: texts.ProblemColumnValue, Min: 12, Ideal: 14, Max: 40, Priority: 3},
		{ID: "motivo", Title: texts.ProblemColumnReason, Min: 20, Ideal: 66, Max: 120, Priority: 2},
	})
	p.table.Focused = true
	p.table.Empty = texts.SourcesLoading
	p.table.RowStyle = func(row int, _ int) theme.Style {
		if p.all[p.rows[row]].Level == data.Rejected {
			return st.Warning
		}
		return theme.Style{}
	}
	return p
}

func (p *problems) takeProblems(m problemsMsg) {
	p.loading, p.all = false, m.all
	p.table.Empty = texts.SourcesNoProblems
	if m.err != nil {
		p.table.Empty = texts.Spanish(m.err)
	}
	p.filter(p.level)
}

// filter lets pass one level, or both.
func (p *problems) filter(level data.Level) {
	p.level = level
	p.rows = nil
	for i := range p.all {
		if level == "" || p.all[i].Level == level {
			p.rows = append(p.rows, i)
		}
	}
	p.table.SetRows(report{p.all, p.rows})
}

// next goes round: both levels, rejected rows, avisos.
func (p *problems) next() {
	switch p.level {
	case "":
		p.filter(data.Rejected)
	case data.Rejected:
		p.filter(data.Warning)
	case data.Warning:
		p.filter("")
	}
}

// report is the table's view of the problems.
type report struct {
	all  []data.Problem
	rows []int
}

func (r report) Len() int       { return len(r.rows) }
func (r report) ID(row int) int { return r.rows[row] }
func (r report) Cells(row int, out []string) {
	p := &r.all[r.rows[row]]
	out[0], out[1], out[2], out[3] = texts.ProblemLevel(p.Level), texts.ProblemPlace(p), texts.ProblemValue(p), p.Reason
}

// detailLines is the room for the whole text of the current problem.
const detailLines = 4

func (p *problems) resize(w, h int) { p.table.Resize(w, max(0, h-detailLines-1)) }

func (p *problems) count() string {
	rejected := 0
	for i := range p.all {
		if p.all[i].Level == data.Rejected {
			rejected++
		}
	}
	return texts.ProblemsCount(len(p.rows), rejected, len(p.all)-rejected)
}

// lines draws the table, and under it the whole of the current problem.
func (p *problems) lines(w, h int) []string {
	out := p.table.Lines()
	if id, ok := p.table.Current(); ok {
		out = append(out, widget.Rule(p.styles, "", w))
		one := &p.all[id]
		text := one.Where() + " " + texts.ProblemValue(one) + ": " + one.Reason
		out = append(out, layout.Indent(layout.Wrap(text, max(1, w-2)))...)
	}
	return out[:min(len(out), h)]
}

func (m *Model) problemsKey(k tea.KeyMsg) tea.Cmd {
	if m.keys.own.Level.Matches(k) {
		m.problems.next()
		return nil
	}
	m.problems.table.Update(k, &m.keys.nav)
	return nil
}
