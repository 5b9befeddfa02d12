package myplan

import (
	"strconv"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/availability"
	"brujula/planner/workspace"
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

// line gives the line of a row; ok is false for the separator.
func (s *source) line(row int) (place int, ok bool) {
	switch {
	case s.split < 0 || row < s.split:
		return row, true
	case row == s.split:
		return 0, false
	}
	return row - 1, true
}

// ID gives the plaza of a row.
func (s *source) ID(row int) data.PlazaID {
	place, ok := s.line(row)
	if !ok {
		return separator
	}
	return s.lines[place].Entry.ID
}

// columns of the table; the order of Cells is theirs.
func columns() []table.Column {
	col := func(id, title string, minimum, ideal, maximum, priority int) table.Column {
		return table.Column{ID: id, Title: title, Min: minimum, Ideal: ideal, Max: maximum, Priority: priority}
	}
	right := func(c table.Column) table.Column { c.Align = layout.Right; return c }
	frozen := func(c table.Column) table.Column { c.Frozen = true; return c }
	figures := func(c table.Column) table.Column { c.Figures = true; return c }
	key := func(c table.Column) table.Column { c.Key = true; return c }
	return []table.Column{
		frozen(right(col("lugar", texts.ColumnPlace, 3, 3, 3, 0))),
		frozen(figures(col("libre", texts.ColumnFree, 7, 7, 7, 0))),
		right(col("quedo", texts.ColumnLand, 5, 5, 5, 0)),
		right(col("acum", texts.ColumnSum, 5, 5, 5, 0)),
		right(col("puntos", texts.ColumnPoints, 3, 4, 4, 0)),
		right(col("gd", texts.ColumnGrade, 2, 2, 2, 0)),
		key(col("nombre", texts.ColumnName, 20, 32, 48, 0)),
		col("notas", texts.ColumnRisks, 6, 6, 6, 0),
		col("provincia", texts.ColumnProvince, 10, 16, 22, 1),
		col("region", texts.ColumnRegion, 7, 12, 14, 2),
		figures(col("rango", texts.ColumnRange, 10, 10, 10, 3)),
		col("nota", texts.ColumnNote, 12, 20, 44, 3),
		figures(col("se_va", texts.ColumnLeaves, 11, 13, 15, 4)),
		col("distrito", texts.ColumnDistrict, 12, 16, 22, 5),
		col("institucion", texts.ColumnInstitution, 9, 14, 26, 5),
		col("categoria", texts.ColumnCategory, 4, 4, 4, 5),
		col("bono", texts.ColumnBonus, 6, 6, 6, 5),
		col("renipress", texts.ColumnCode, 8, 9, 9, 5),
	}
}

// Cells writes the cells of a row.
func (s *source) Cells(row int, out []string) {
	place, ok := s.line(row)
	if !ok {
		return // the rule is drawn over it
	}
	line := &s.lines[place]
	out[0] = strconv.Itoa(place + 1)
	if s.m.chosen[line.Entry.ID] {
		out[0] = s.m.desk.Styles.Glyphs.Bullet + out[0]
	}
	s.chances(line, out)
	out[11] = line.Entry.Note
	p := line.Plaza
	if p == nil {
		out[6], out[17] = texts.PlanAbsentName(line.Entry.ID.Renipress), line.Entry.ID.Renipress
		return
	}
	out[4], out[5] = texts.PointsShort(line.Points.Known, line.Points.Value), texts.GradeDigit(p.Grade)
	out[6] = p.Establishment
	out[7] = s.m.desk.Styles.RiskMark(line.Mark.Worst)
	out[8], out[9] = p.Province, p.Region
	out[13], out[14], out[15] = p.District, texts.ShortInstitution(p.Institution), p.Category
	out[16], out[17] = texts.Bonuses(p.ZAF, p.ZE), p.Renipress
}

func (s *source) chances(line *workspace.PlanLine, out []string) {
	if fate := s.m.desk.Fate(line.Entry.ID); fate != workspace.FateOpen {
		out[1] = s.m.desk.Styles.FateStyle(fate == workspace.FateMine).Render(fate.Cell())
		return
	}
	if !line.Known {
		out[1] = "–"
		return
	}
	e := &line.Estimate
	text := e.Band.Letter() + " " + texts.Percent(e.Chance)
	out[1] = s.m.desk.Styles.BandStyle(int(e.Band) - int(availability.MuyProbable)).Render(text)
	out[2], out[3] = texts.Percent(line.Land), texts.Percent(line.Sum)
	out[10] = texts.RangeNone
	if e.HasRange {
		out[10] = texts.PlanRange(e.Lo, e.Hi)
	}
	out[12] = texts.LeavesShort(e.LeaveFrom, e.LeaveTo)
}
