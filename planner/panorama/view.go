package panorama

import (
	"slices"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/planner/workspace"
)

// Scope is what is counted; "" counts all.
type Scope struct {
	Process    data.Process
	Profession string
	Modality   data.Modality
}

// Filter returns the scope as a filter of the catalog.
func (s Scope) Filter() catalog.Filter {
	return workspace.OfLine(data.Line{Process: s.Process, Profession: s.Profession, Modality: s.Modality})
}

// ViewKind is how a view shows what it counts.
type ViewKind int

// The kinds of views.
const (
	MapView ViewKind = iota
	TableView
	GridView
	CurvesView
	HistoryView
	ProspectsView // plazas by chance and points
	FirstView     // the plazas that went first the last time
	LastView      // those that went last, or were left
)

// View is one way to look at the whole.
type View struct {
	Title      string
	Question   string // what it answers
	Kind       ViewKind
	Dim, Other catalog.Dim // Other of grids; the same as Dim elsewhere
}

// Views returns all of them, in the order in which they are offered.
func Views() []View {
	by := func(d catalog.Dim) View {
		return View{texts.FacetTitle(d.Key()), texts.BreakdownQuestion(d.Key()), TableView, d, d}
	}
	return []View{
		{texts.ViewMap, texts.MapQuestion, MapView, catalog.DimRegion, catalog.DimRegion},
		{texts.ViewProspects, texts.ProspectsQuestion, ProspectsView, catalog.DimRegion, catalog.DimRegion},
		by(catalog.DimRegion), by(catalog.DimGrade), by(catalog.DimInstitution), by(catalog.DimCategory), by(catalog.DimBudget),
		by(catalog.DimProfession), by(catalog.DimModality), by(catalog.DimProcess),
		{texts.ViewRegionGrade, texts.RegionGradeQuestion, GridView, catalog.DimRegion, catalog.DimGrade},
		{texts.ViewInstGrade, texts.InstGradeQuestion, GridView, catalog.DimInstitution, catalog.DimGrade},
		{texts.ViewProfModality, texts.ProfModalityQuestion, GridView, catalog.DimProfession, catalog.DimModality},
		{texts.ViewCurvesGrade, texts.CurvesGradeQuestion, CurvesView, catalog.DimGrade, catalog.DimGrade},
		{texts.ViewCurvesRegion, texts.CurvesRegionQuestion, CurvesView, catalog.DimRegion, catalog.DimRegion},
		{texts.ViewHistory, texts.HistoryQuestion, HistoryView, catalog.DimModality, catalog.DimModality},
		{texts.ViewFirst, texts.FirstQuestion, FirstView, catalog.DimRegion, catalog.DimRegion},
		{texts.ViewLast, texts.LastQuestion, LastView, catalog.DimRegion, catalog.DimRegion},
	}
}

// Usual is the measure that a view begins with: what is within reach, and of all
// professions, of which only one is the applicant's, what is offered.
func (v View) Usual() Measure {
	if v.Dim == catalog.DimProfession || v.Other == catalog.DimProfession {
		return MeasureSeats
	}
	return MeasureLikely
}

// Widen lets a view by process, profession or modality count all of them: one
// row would say nothing.
func (v View) Widen(s Scope) Scope {
	for _, d := range []catalog.Dim{v.Dim, v.Other} {
		switch {
		case v.Kind == HistoryView:
			s = Scope{Process: s.Process}
		case d == catalog.DimProcess:
			s.Process = ""
		case d == catalog.DimProfession:
			s.Profession = ""
		case d == catalog.DimModality:
			s.Modality = ""
		}
	}
	return s
}

// Content is what a view shows.
type Content struct {
	View  View
	Scope Scope
	Total Cell
	// Figures are those that the plazas of the scope were counted with.
	Figures *catalog.Figures

	// Of tables and the map. Now counts the scope, Past the same lines in the
	// process whose adjudications are known; both may be the same process.
	Now, Past   Table
	PastProcess data.Process
	Takers      int // of the past line, 0 where there are several lines

	Atlas *Atlas // of the map

	Grid       Grid
	GridOf     data.Process // whose adjudications the grid's measure tells, or ""
	Curves     []Curve
	Whole      Curve
	Cut        int
	Modalities map[data.Modality]ModalityTotals
	Went       []Went     // of the plazas that went first, or last
	Prospects  *Prospects // by chance and points
	// Refused counts the plazas of the scope that break the applicant's limits. Every
	// figure counts them too, since they are part of the offer; Prospects do not.
	Refused int
}

// ModalityTotals are the seats of one modality in the history view.
type ModalityTotals struct {
	Seats, Taken int
	Listed       bool
}

// Count counts what a view of a scope shows; m is the measure that a grid tells,
// figures those of the offer's rows, refused what the applicant does not want, nil
// for nothing.
func (o *Overview) Count(v View, s Scope, m Measure, figures *catalog.Figures, refused *workspace.Refusals) *Content {
	s = v.Widen(s)
	c := &Content{View: v, Scope: s, Figures: figures}
	filter := s.Filter()
	c.PastProcess = s.Process
	if s.Process != "" {
		c.PastProcess = o.PastOf(s.Process, s.Modality)
	}
	pastFilter := filter.Clone()
	if c.PastProcess != "" {
		pastFilter.Set(catalog.DimProcess, string(c.PastProcess))
	}
	if takers, lines := o.Takers(&pastFilter); lines == 1 {
		c.Takers = takers
	}
	if refused != nil {
		for _, row := range o.c.Select(filter, nil).Rows {
			if refused.Breaks(row) {
				c.Refused++
			}
		}
	}
	switch v.Kind {
	case MapView, TableView:
		c.Now = o.By(v.Dim, filter, figures)
		c.Past = c.Now
		if c.PastProcess != s.Process {
			c.Past = Table{Dim: v.Dim}
			if c.PastProcess != "" {
				c.Past = o.By(v.Dim, pastFilter, nil)
			}
		}
		c.Total = c.Now.Total
		if v.Kind == MapView {
			c.Atlas = o.Atlas(filter, figures)
		}
	case GridView:
		use := filter
		if m.FromPast() && c.PastProcess != "" {
			use, c.GridOf = pastFilter, c.PastProcess
		}
		c.Grid = o.Cross(v.Dim, v.Other, use, figures)
		c.Total = c.Grid.Total
	case CurvesView:
		c.Curves, c.Whole, c.Cut = o.Curves(v.Dim, pastFilter)
		c.Total = o.By(v.Dim, filter, nil).Total
	case HistoryView:
		c.countModalities(o, filter)
	case ProspectsView:
		rows := slices.DeleteFunc(slices.Clone(o.c.Select(filter, figures).Rows), refused.Breaks)
		c.Prospects = ProspectsOf(o.c, rows, figures)
		c.Total = o.By(v.Dim, filter, nil).Total
	case FirstView, LastView:
		c.PastProcess, c.Went = o.Went(filter)
		if v.Kind == LastView {
			slices.Reverse(c.Went)
		}
		c.Total = o.By(v.Dim, filter, nil).Total
	}
	return c
}

func (c *Content) countModalities(o *Overview, filter catalog.Filter) {
	c.Modalities = map[data.Modality]ModalityTotals{}
	filter = filter.Clone()
	filter.Set(catalog.DimProfession)
	table := o.By(catalog.DimModality, filter, nil)
	c.Total = table.Total
	for i := range table.Cells {
		cell := &table.Cells[i]
		c.Modalities[data.Modality(cell.Value)] = ModalityTotals{cell.Seats, cell.Taken, cell.Listed > 0}
	}
}

// Values lists the values of a table: those of the scope; where a value was
// adjudicated in the past process and is not offered now, it has its place too.
func (c *Content) Values() []string {
	var values []string
	seen := map[string]bool{}
	for _, cells := range [][]Cell{c.Now.Cells, c.Past.Cells} {
		for i := range cells {
			if cell := &cells[i]; !cell.Outside && !seen[cell.Value] {
				seen[cell.Value] = true
				values = append(values, cell.Value)
			}
		}
	}
	return values
}

// Outside returns the past picks at no plaza of the offer; nil for none.
func (c *Content) Outside() *Cell {
	if n := len(c.Past.Cells); n > 0 && c.Past.Cells[n-1].Outside {
		return &c.Past.Cells[n-1]
	}
	return nil
}

// PastCell finds the past figures of a value.
func (c *Content) PastCell(value string) *Cell { return c.Past.Cell(value) }

// CellFor returns the cell that a measure of a value is read from.
func (c *Content) CellFor(m Measure, value string) *Cell {
	if m.FromPast() {
		return c.PastCell(value)
	}
	return c.Now.Cell(value)
}

// Counted is the process whose plazas the figures of a value count: of the
// take-up, the one that was adjudicated; "" where all processes are counted.
func (c *Content) Counted(m Measure, value string) data.Process {
	past := false
	switch c.View.Kind {
	case CurvesView:
		past = true
	case MapView:
		past = m.FromPast()
	case GridView:
		past = c.GridOf != ""
	case TableView: // a row that counts what was adjudicated, and nothing else
		past = c.CellFor(MeasureSeats, value).Plazas == 0
	case HistoryView, ProspectsView, FirstView, LastView:
	}
	if past && c.PastProcess != "" {
		return c.PastProcess
	}
	return c.Scope.Process
}

// LikelyBands returns the bands that the measure counts, where it is that of the
// likely plazas and they are known; none else.
func (c *Content) LikelyBands(m Measure, figures *catalog.Figures) []string {
	k := c.View.Kind
	if m != MeasureLikely || k != MapView && k != GridView || c.Total.Known == 0 {
		return nil
	}
	return figures.Bands[:min(int(figures.Likely), len(figures.Bands))]
}
