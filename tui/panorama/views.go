package panorama

import (
	"brujula/data"
	"brujula/data/texts"
	"brujula/planner"
	"brujula/planner/catalog"
	"brujula/planner/panorama"
)

type viewKind int

const (
	mapView viewKind = iota
	tableView
	gridView
	curvesView
	historyView
)

// view is one way to look at the whole.
type view struct {
	title      string
	kind       viewKind
	dim, other catalog.Dim // other of grids
}

func views() []view {
	by := func(d catalog.Dim) view { return view{texts.FacetTitle(d.Key()), tableView, d, d} }
	return []view{
		{texts.ViewMap, mapView, catalog.DimRegion, catalog.DimRegion},
		by(catalog.DimRegion), by(catalog.DimGrade), by(catalog.DimInstitution), by(catalog.DimCategory), by(catalog.DimBudget),
		by(catalog.DimProfession), by(catalog.DimModality), by(catalog.DimProcess),
		{texts.ViewRegionGrade, gridView, catalog.DimRegion, catalog.DimGrade},
		{texts.ViewInstGrade, gridView, catalog.DimInstitution, catalog.DimGrade},
		{texts.ViewProfModality, gridView, catalog.DimProfession, catalog.DimModality},
		{texts.ViewCurvesGrade, curvesView, catalog.DimGrade, catalog.DimGrade},
		{texts.ViewCurvesRegion, curvesView, catalog.DimRegion, catalog.DimRegion},
		{texts.ViewHistory, historyView, catalog.DimModality, catalog.DimModality},
	}
}

// widen lets a view by process, profession or modality count all of them: one
// row would say nothing.
func (v view) widen(s scope) scope {
	for _, d := range []catalog.Dim{v.dim, v.other} {
		switch {
		case v.kind == historyView:
			s = scope{process: s.process}
		case d == catalog.DimProcess:
			s.process = ""
		case d == catalog.DimProfession:
			s.profession = ""
		case d == catalog.DimModality:
			s.modality = ""
		}
	}
	return s
}

// question is all that counting needs, so that it can be done in the
// background.
type question struct {
	space    *planner.Workspace
	overview *panorama.Overview
	figures  *catalog.Figures
	view     view
	scope    scope
	measure  panorama.Measure
}

// content is what a view shows.
type content struct {
	view  view
	scope scope
	total panorama.Cell

	// Of tables and the map. now counts the scope, past the same lines in the
	// process whose adjudications are known; both may be the same process.
	now, past   panorama.Table
	pastProcess data.Process
	takers      int // of the past line, 0 where there are several lines

	grid       panorama.Grid
	gridOf     data.Process // whose adjudications the grid's measure tells, or ""
	curves     []panorama.Curve
	whole      panorama.Curve
	cut        int
	modalities map[data.Modality]modalityTotals
}

// modalityTotals are the seats of one modality in the history view.
type modalityTotals struct {
	seats, taken int
	listed       bool
}

// answer counts.
func (q question) answer() (*panorama.Overview, *content) {
	o := q.overview
	if !o.Of(q.space) {
		o = panorama.New(q.space)
	}
	s := q.view.widen(q.scope)
	c := &content{view: q.view, scope: s}
	filter := filterOf(s)
	c.pastProcess = s.process
	if s.process != "" {
		c.pastProcess = o.PastOf(s.process, s.modality)
	}
	pastFilter := filter.Clone()
	if c.pastProcess != "" {
		pastFilter.Set(catalog.DimProcess, string(c.pastProcess))
	}
	if takers, lines := o.Takers(&pastFilter); lines == 1 {
		c.takers = takers
	}
	switch q.view.kind {
	case mapView, tableView:
		c.now = o.By(q.view.dim, filter, q.figures)
		c.past = c.now
		if c.pastProcess != s.process {
			c.past = panorama.Table{Dim: q.view.dim}
			if c.pastProcess != "" {
				c.past = o.By(q.view.dim, pastFilter, nil)
			}
		}
		c.total = c.now.Total
	case gridView:
		use := filter
		if q.measure.FromPast() && c.pastProcess != "" {
			use, c.gridOf = pastFilter, c.pastProcess
		}
		c.grid = o.Cross(q.view.dim, q.view.other, use, q.figures)
		c.total = c.grid.Total
	case curvesView:
		c.curves, c.whole, c.cut = o.Curves(q.view.dim, pastFilter)
		c.total = o.By(q.view.dim, filter, nil).Total
	case historyView:
		c.countModalities(o, filter)
	}
	return o, c
}

func (c *content) countModalities(o *panorama.Overview, filter catalog.Filter) {
	c.modalities = map[data.Modality]modalityTotals{}
	filter = filter.Clone()
	filter.Set(catalog.DimProfession)
	table := o.By(catalog.DimModality, filter, nil)
	c.total = table.Total
	for i := range table.Cells {
		cell := &table.Cells[i]
		c.modalities[data.Modality(cell.Value)] = modalityTotals{cell.Seats, cell.Taken, cell.Listed > 0}
	}
}

// pastCell finds the past figures of a value.
func (c *content) pastCell(value string) *panorama.Cell {
	for i := range c.past.Cells {
		if p := &c.past.Cells[i]; p.Value == value && !p.Outside {
			return p
		}
	}
	return &panorama.Cell{}
}

// cellFor gives the cell that a measure of a value is read from.
func (c *content) cellFor(m panorama.Measure, value string) *panorama.Cell {
	if m.FromPast() {
		return c.pastCell(value)
	}
	for i := range c.now.Cells {
		if n := &c.now.Cells[i]; n.Value == value && !n.Outside {
			return n
		}
	}
	return &panorama.Cell{}
}
