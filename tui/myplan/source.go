package myplan

import (
	"strconv"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/workspace"
	"brujula/tui/draw"
	"brujula/tui/layout"
	"brujula/tui/table"
)

// separator is the row between the sections; it is no plaza.
var separator = data.PlazaID{Modality: data.Equivalente}

// source gives the table its rows: the lines of the plan, and the separator
// before the equivalente ones.
type source struct {
	m     *Model
	lines []workspace.PlanLine
	split int // place of the first equivalente line; -1 for none
}

// Len counts the rows.
func (s *source) Len() int {
	if s.split >= 0 {
		return len(s.lines) + 1
	}
	return len(s.lines)
}

// line returns the line of a row; ok is false for the separator.
func (s *source) line(row int) (place int, ok bool) {
	switch {
	case s.split < 0 || row < s.split:
		return row, true
	case row == s.split:
		return 0, false
	}
	return row - 1, true
}

// ID returns the plaza of a row.
func (s *source) ID(row int) data.PlazaID {
	place, ok := s.line(row)
	if !ok {
		return separator
	}
	return s.lines[place].Entry.ID
}

// Widths of the pictures in cells, and columns by which cells are known.
const (
	spanCells  = 13
	alongCells = 18

	columnSpan  = "margen"
	columnAlong = "linea"
	columnNote  = "nota"
)

// The places of the cells, which are those of columns.
const (
	cellPlace = iota
	cellFree
	cellSpan
	cellLand
	cellSum
	cellAlong
	cellPoints
	cellName
	cellRisks
	cellWhere
	cellGrade
	cellNote
	cellRange
	cellLeaves
	cellDistrict
	cellInstitution
	cellCategory
	cellBonus
	cellCode
)

// columns of the table; the order of Cells is theirs.
func columns() []table.Column {
	col := func(id, title string, minimum, ideal, maximum, priority int) table.Column {
		return table.Column{ID: id, Title: title, Min: minimum, Ideal: ideal, Max: maximum, Priority: priority}
	}
	right := func(c table.Column) table.Column { c.Align = layout.Right; return c }
	frozen := func(c table.Column) table.Column { c.Frozen = true; return c }
	figures := func(c table.Column) table.Column { c.Figures = true; return c }
	fit := func(c table.Column) table.Column { c.Fit = true; return c }
	picture := func(c table.Column) table.Column { c.Picture = true; return c }
	key := func(c table.Column) table.Column { c.Key = true; return c }
	return []table.Column{
		frozen(right(col("lugar", texts.ColumnPlace, 3, 3, 3, 0))),
		frozen(figures(col("libre", texts.ColumnFree, 7, 7, 7, 0))),
		picture(figures(col(columnSpan, texts.ColumnSpan, spanCells, spanCells, spanCells, 1))),
		right(col("quedo", texts.ColumnLand, 5, 5, 5, 0)),
		right(col("acum", texts.ColumnSum, 5, 5, 5, 0)),
		picture(figures(col(columnAlong, "", alongCells, alongCells, alongCells, 3))),
		right(col("puntos", texts.ColumnPoints, 3, 4, 4, 0)),
		key(fit(col("nombre", texts.ColumnName, 18, 30, 48, 0))),
		col("notas", texts.ColumnRisks, 6, 6, 6, 0),
		fit(col("donde", texts.FieldWhere, 10, 26, 44, 2)),
		right(col("gd", texts.ColumnGrade, 2, 2, 2, 4)),
		fit(col(columnNote, texts.FieldOwnNote, 10, 18, 44, 3)),
		figures(col("rango", texts.ColumnRange, 10, 10, 10, 7)),
		figures(col("se_va", texts.ColumnLeaves, 11, 13, 15, 5)),
		fit(col("distrito", texts.ColumnDistrict, 9, 16, 22, 6)),
		fit(col("institucion", texts.FieldInstitution, 11, 14, 26, 6)),
		col("categoria", texts.ColumnCategory, 4, 4, 4, 6),
		col("bono", texts.ColumnBonus, 6, 6, 6, 6),
		col("renipress", texts.FieldCode, 9, 9, 9, 7),
	}
}

// Cells writes the cells of a row.
func (s *source) Cells(row int, out []string) {
	place, ok := s.line(row)
	if !ok {
		return // the rule is drawn over it
	}
	line, st := &s.lines[place], s.m.desk.Styles
	out[cellPlace] = strconv.Itoa(place + 1)
	switch {
	case s.m.chosen[line.Entry.ID]:
		out[cellPlace] = st.Glyphs.Bullet + out[cellPlace]
	case s.m.advisedOn(place):
		out[cellPlace] = st.Warning.Render(st.Glyphs.Risk) + out[cellPlace]
	}
	s.chances(line, out)
	out[cellNote] = line.Entry.Note
	p := line.Plaza
	if p == nil {
		out[cellName], out[cellCode] = texts.PlanAbsentName(line.Entry.ID.Renipress), line.Entry.ID.Renipress
		return
	}
	out[cellPoints], out[cellGrade] = texts.PointsShort(line.Points.Known, line.Points.Value), texts.GradeDigit(p.Grade)
	out[cellName] = texts.ListName(p.Establishment)
	out[cellRisks] = st.RiskMark(line.Mark.Worst)
	out[cellWhere], out[cellDistrict] = texts.PlanWhere(p.Province, p.Region), texts.PlaceName(p.District)
	out[cellInstitution], out[cellCategory] = texts.ShortInstitution(p.Institution), p.Category
	out[cellBonus], out[cellCode] = texts.Bonuses(p.ZAF, p.ZE), p.Renipress
}

func (s *source) chances(line *workspace.PlanLine, out []string) {
	if fate := s.m.desk.Fate(line.Entry.ID); fate != workspace.FateOpen {
		out[cellFree] = s.m.desk.Styles.FateStyle(fate == workspace.FateMine).Render(fate.Cell())
		return
	}
	if !line.Known {
		out[cellFree] = "–"
		return
	}
	e, st := &line.Estimate, s.m.desk.Styles
	out[cellFree] = draw.ChanceText(st, e.Band, e.Chance)
	out[cellSpan] = draw.Span(st, e.Chance, e.Lo, e.Hi, e.HasRange, spanCells)
	if a, ok := s.m.desk.Est.Along(s.m.desk.Space, line.Row, alongCells); ok {
		out[cellAlong] = draw.Spark(st, a.Chances, a.Mine)
	}
	out[cellLand], out[cellSum] = texts.Percent(line.Land), texts.Percent(line.Sum)
	out[cellRange] = texts.RangeNone
	if e.HasRange {
		out[cellRange] = texts.PlanRange(e.Lo, e.Hi)
	}
	out[cellLeaves] = texts.LeavesShort(e.LeaveFrom, e.LeaveTo)
}
