package explore

import (
	"strings"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/browse"
	"brujula/planner/catalog"
	"brujula/tui/layout"
	"brujula/tui/widget"
)

// rect is a part's place in the screen's own cells.
type rect struct{ x, y, w, h int }

func (r rect) holds(x, y int) bool { return x >= r.x && x < r.x+r.w && y >= r.y && y < r.y+r.h }

// boxes are the places of the parts.
type boxes struct{ table, facets, preview rect }

func (m *Model) wide() bool { return m.w >= layout.WideFrom }

// leastTable is the room in which the table tells chance, points and name: with less
// beside them the facets lie over it.
const leastTable = 44

// boxes shares out the room: facets on the left of the table, in a narrow window
// only while they are open; the preview under the table.
func (m *Model) boxes() boxes {
	var b boxes
	b.table = rect{0, 0, m.w, m.h}
	if m.wide() || m.drawer {
		b.facets = rect{0, 0, layout.FacetsWidth, m.h}
		if rest := m.w - layout.FacetsWidth; rest >= leastTable {
			b.table = rect{layout.FacetsWidth, 0, rest, m.h}
		}
	}
	if m.preview.On {
		h := previewHeight(m.h)
		b.preview = rect{b.table.x, m.h - h, b.table.w, h}
		b.table.h -= h
	}
	return b
}

// previewHeight gives the preview its lines, its rule included, and leaves the
// table at least half of the room.
func previewHeight(h int) int {
	return min(layout.PreviewLines+1+max(0, (h-2*layout.PreviewLines)/8), h/2)
}

func (m *Model) arrange() {
	b := m.boxes()
	priority := changePriority
	if !m.wide() { // its cells are the names' there; scrolling brings it
		priority = changePriorityNarrow
	}
	m.table.Prioritize(columnChange, priority)
	m.spark = sparkNarrow
	if b.table.w >= sparkFrom {
		m.spark = sparkWide
	}
	m.table.SetWidth(columnAlong, m.spark)
	m.nameAlong()
	m.table.Resize(b.table.w, b.table.h)
	m.facets.Resize(max(0, b.facets.w-2), max(0, b.facets.h-2))
}

// View draws the screen.
func (m *Model) View() string {
	b := m.boxes()
	if m.focus == inFrequencies {
		return strings.Join(m.freq.lines(m, m.w, m.h), "\n")
	}
	if m.focus == inColumns {
		return strings.Join(m.overColumns(m.mainLines(b)), "\n")
	}
	return strings.Join(m.mainLines(b), "\n")
}

// mainLines draw the table with what stands beside it.
func (m *Model) mainLines(b boxes) []string {
	right := m.table.Lines()
	if b.preview.h > 0 {
		right = append(right, m.previewLines(b.preview.w, b.preview.h)...)
	}
	if b.facets.w == 0 {
		return right
	}
	panel := widget.Box(m.desk.Styles, widget.BoxOptions{
		Title: texts.FacetsTitle, Head: m.facets.Heading(), Note: m.facets.Position(), Active: m.focus == inFacets,
	}, m.facets.Lines(), b.facets.w, b.facets.h)
	if b.table.x > 0 {
		return layout.Beside(panel, right)
	}
	return layout.Over(right, panel, 0, 0)
}

// statusEdges are the cells at both ends of the status line and between its
// halves.
const statusEdges = 4

// oneLine reports whether all that is looked at is of one line.
func (m *Model) oneLine() bool {
	return len(m.filter.In[catalog.DimProcess]) == 1 && len(m.filter.In[catalog.DimProfession]) == 1 && len(m.filter.In[catalog.DimModality]) == 1
}

// ownLine reports whether the filter of a dimension is only the applicant's own
// line, which the top line names already.
func (m *Model) ownLine(d catalog.Dim) bool {
	in := m.filter.In[d]
	if len(in) != 1 || len(m.filter.Out[d]) > 0 {
		return false
	}
	switch d {
	case catalog.DimProcess:
		return in[0] == string(m.line.Process)
	case catalog.DimProfession:
		return in[0] == m.line.Profession
	case catalog.DimModality:
		return in[0] == string(m.line.Modality)
	default:
		return false
	}
}

func (m *Model) emptyText() string {
	if m.near.lost > 0 && m.filter.DistanceMax > 0 {
		return texts.NearNotListed(m.near.lost, m.keys.lists.Import.Help().Key)
	}
	said := []string{texts.NothingFound, texts.NothingFoundHint}
	if lifts := browse.ToLift(m.selection, &m.filter); len(lifts) > 0 {
		said[1] = texts.LiftHint(data.Map(lifts, func(d catalog.Dim) string {
			return texts.WithoutFilter(texts.FilterShown(d.Key(), m.filter.In[d], m.filter.Out[d]), m.selection.Only(d))
		}))
	}
	if n := m.selection.Only(catalog.DimModality); n > 0 {
		said = append(said, texts.ElsewhereHint(n))
	}
	return strings.Join(said, " ")
}
