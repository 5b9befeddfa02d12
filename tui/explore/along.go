package explore

import (
	"brujula/data/texts"
	"brujula/planner/workspace"
	"brujula/tui/draw"
	"brujula/tui/layout"
)

// The picture of a chance along the line gets more cells in a table of sparkFrom
// cells; in a narrower one they are the names'.
const (
	sparkNarrow = 12
	sparkWide   = 18
	sparkFrom   = 110
)

// along draws how the plaza is taken along the line; nothing where its act has
// decided already.
func (s *source) along(f *workspace.Facts) string {
	if f.Fate != workspace.FateOpen {
		return ""
	}
	a, ok := s.est.Along(s.space, f.Row, *s.spark)
	if !ok {
		return ""
	}
	return draw.Spark(s.styles, a.Chances, a.Mine)
}

// nameAlong heads the column with my rank at its place. It
// stands before the first chances come, so that nothing moves then, and is taken
// out where none will, and where the facets leave room for names alone.
func (m *Model) nameAlong() {
	first, ok := m.pictured()
	awaited := m.desk.Est.Figures.Chance == nil && m.desk.OwnRank() > 0
	m.table.Drop(columnAlong, !m.oneLine() || !ok && !awaited || m.boxes().table.w < layout.MinWidth)
	if ok {
		sign, _ := m.desk.Styles.Stand(m.desk.Tried())
		m.table.Rename(columnAlong, texts.AlongTitle(m.spark, first.Mine, m.desk.Est.Look.Rank, sign))
	}
}

// pictured returns a picture of the line that is looked at; ok is false where there
// is none.
func (m *Model) pictured() (workspace.Along, bool) {
	for _, row := range m.rows[:min(len(m.rows), 1)] {
		return m.desk.Est.Along(m.desk.Space, row, m.spark)
	}
	return workspace.Along{Mine: -1}, false
}
