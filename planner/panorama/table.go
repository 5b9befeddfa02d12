package panorama

import (
	"maps"
	"slices"

	"brujula/data"
	"brujula/planner/catalog"
)

// Table is a breakdown by one dimension. The cells' seats, listed and taken
// seats add up to those of the total; so do their plazas, but for budgets: a
// plaza that two budgets pay counts in both.
type Table struct {
	Dim   catalog.Dim
	Cells []Cell // in the order of the panel of filters
	Total Cell
}

// Cell finds the cell of a value; an empty one where no plaza has it.
func (t *Table) Cell(value string) *Cell {
	for i := range t.Cells {
		if c := &t.Cells[i]; c.Value == value && !c.Outside {
			return c
		}
	}
	return &Cell{}
}

// Dims lists the dimensions to break down by, those of the ministry's
// dashboard first.
func Dims() []catalog.Dim {
	return []catalog.Dim{
		catalog.DimProcess, catalog.DimModality, catalog.DimProfession, catalog.DimRegion, catalog.DimGrade,
		catalog.DimInstitution, catalog.DimCategory, catalog.DimBudget, catalog.DimZAF, catalog.DimZE, catalog.DimDiresa, catalog.DimProvince,
	}
}

// By breaks the plazas that pass the filter down by a dimension; fig may be
// nil: nothing is then known of chances and points.
func (o *Overview) By(d catalog.Dim, filter catalog.Filter, fig *catalog.Figures) Table {
	t := Table{Dim: d}
	at := map[string]*Cell{}
	var cell *Cell // of the last value: lists are grouped, and most rows repeat it
	var buffer []piece
	for _, row := range o.c.Select(filter, fig).Rows {
		o.count(&t.Total, row, o.whole(row, &filter), fig)
		buffer = o.pieces(buffer[:0], row, d, &filter)
		for _, p := range buffer {
			if cell == nil || cell.Value != p.value {
				if cell = at[p.value]; cell == nil {
					cell = &Cell{Value: p.value}
					at[p.value] = cell
				}
			}
			o.count(cell, row, p, fig)
		}
	}
	outside := o.outside(&filter)
	for line, n := range outside {
		t.Total.Taken += n
		if isLineDim(d) {
			value := lineValue(line, d)
			if at[value] == nil {
				at[value] = &Cell{Value: value}
			}
			at[value].Taken += n
		}
	}
	t.Cells = o.arranged(d, at)
	if n := sum(outside); n > 0 && !isLineDim(d) {
		t.Cells = append(t.Cells, Cell{Outside: true, Taken: n})
	}
	return t
}

// outside counts the picks at no plaza of the offer, by line, as far as the
// filter can tell.
func (o *Overview) outside(f *catalog.Filter) map[data.Line]int {
	if !lineOnly(f) {
		return nil
	}
	out := map[data.Line]int{}
	for line, past := range o.lines {
		if past.outside > 0 && passesLine(f, line) {
			out[line] = past.outside
		}
	}
	return out
}

func sum(counts map[data.Line]int) int {
	n := 0
	for _, c := range counts {
		n += c
	}
	return n
}

// arranged puts cells into the order of the catalog's values; values that only
// adjudicated lists have come after them.
func (o *Overview) arranged(d catalog.Dim, at map[string]*Cell) []Cell {
	cells := make([]Cell, 0, len(at))
	for _, v := range o.c.Values(d) {
		if cell := at[v]; cell != nil {
			cells = append(cells, *cell)
			delete(at, v)
		}
	}
	for _, v := range slices.Sorted(maps.Keys(at)) {
		cells = append(cells, *at[v])
	}
	return cells
}

// Grid is a breakdown by two dimensions.
type Grid struct {
	Rows, Columns catalog.Dim
	RowValues     []string
	ColumnValues  []string
	Cells         [][]Cell // by row and column
	RowTotals     []Cell
	ColumnTotals  []Cell
	Total         Cell
}

// Cross breaks the plazas that pass the filter down by two dimensions, which
// must differ. Picks at no plaza of the offer are left out: they have no cell.
func (o *Overview) Cross(rows, columns catalog.Dim, filter catalog.Filter, fig *catalog.Figures) Grid {
	g := Grid{Rows: rows, Columns: columns}
	type place struct{ row, column string }
	at := map[place]*Cell{}
	rowCells, columnCells := map[string]*Cell{}, map[string]*Cell{}
	tally := func(cells map[string]*Cell, value string, row int, p piece) {
		if cells[value] == nil {
			cells[value] = &Cell{Value: value}
		}
		o.count(cells[value], row, p, fig)
	}
	var across, down []piece
	for _, row := range o.c.Select(filter, fig).Rows {
		o.count(&g.Total, row, o.whole(row, &filter), fig)
		across, down = o.pieces(across[:0], row, columns, &filter), o.pieces(down[:0], row, rows, &filter)
		for _, p := range down {
			tally(rowCells, p.value, row, p)
		}
		for _, p := range across {
			tally(columnCells, p.value, row, p)
		}
		for _, p := range shares(down, across) {
			key := place{p.value, p.column}
			if at[key] == nil {
				at[key] = &Cell{Value: p.value}
			}
			o.count(at[key], row, p.piece, fig)
		}
	}
	g.RowTotals, g.ColumnTotals = o.arranged(rows, rowCells), o.arranged(columns, columnCells)
	for _, c := range g.ColumnTotals {
		g.ColumnValues = append(g.ColumnValues, c.Value)
	}
	for _, r := range g.RowTotals {
		g.RowValues = append(g.RowValues, r.Value)
		line := make([]Cell, len(g.ColumnValues))
		for i, v := range g.ColumnValues {
			line[i].Value = r.Value
			if cell := at[place{r.Value, v}]; cell != nil {
				line[i] = *cell
			}
		}
		g.Cells = append(g.Cells, line)
	}
	return g
}

// crossed is a piece with its value in a second dimension.
type crossed struct {
	piece
	column string
}

// shares crosses the pieces of one plaza in two dimensions, of which at most
// one has several.
func shares(down, across []piece) []crossed {
	var out []crossed
	if len(down) == 1 {
		for _, p := range across {
			out = append(out, crossed{piece{down[0].value, p.seats, p.listed, p.taken}, p.value})
		}
		return out
	}
	for _, p := range down {
		out = append(out, crossed{p, across[0].value})
	}
	return out
}
