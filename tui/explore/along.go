package explore

import (
	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/planner/workspace"
	"brujula/tui/draw"
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
func (s *source) along(at int, p *data.Plaza) string {
	if s.fate(p.PlazaID) != workspace.FateOpen {
		return ""
	}
	a, ok := s.est.Along(s.space, at, *s.spark)
	if !ok {
		return ""
	}
	return draw.Spark(s.styles, a.Chances, a.Mine)
}

// nameAlong heads the column with the ends of the line and my rank on it, and
// takes it out where no row has a picture.
func (m *Model) nameAlong() {
	first, ok := m.pictured()
	m.table.Drop(columnAlong, !ok)
	if ok {
		m.table.Rename(columnAlong, texts.AlongTitle(m.spark, first.Mine, m.desk.Est.Look.Rank, first.Last, m.desk.Styles.Glyphs.Mine))
	}
}

// pictured gives a picture of the line that is looked at; ok is false for several
// lines, whose ranks are not the same, and where there is none.
func (m *Model) pictured() (workspace.Along, bool) {
	if len(m.filter.In[catalog.DimModality]) != 1 || len(m.filter.In[catalog.DimProfession]) != 1 {
		return workspace.Along{}, false
	}
	for _, row := range m.rows[:min(len(m.rows), 1)] {
		return m.desk.Est.Along(m.desk.Space, row, m.spark)
	}
	return workspace.Along{}, false
}
