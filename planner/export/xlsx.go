package export

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/xuri/excelize/v2"

	"brujula/data/texts"
	"brujula/planner/report"
	"brujula/planner/workspace"
)

// writeXLSX writes a workbook of two sheets: the plan, and what it stands on.
// Cells are typed: a text is never taken for a formula, a chance is a number
// shown as a percentage, a code keeps its zeros.
func writeXLSX(w io.Writer, p *report.Plan) (err error) {
	book := excelize.NewFile()
	defer func() { err = errors.Join(err, book.Close()) }()
	if err := book.SetSheetName(book.GetSheetName(0), texts.ExportSheetPlan); err != nil {
		return err
	}
	if err := planSheet(book, p); err != nil {
		return fmt.Errorf("export: plan sheet: %w", err)
	}
	if err := sourceSheet(book, p); err != nil {
		return fmt.Errorf("export: sources sheet: %w", err)
	}
	_, err = book.WriteTo(w)
	return err
}

// sheetWidths are the columns' widths in characters, in the order of
// texts.PlanSheetHeading.
var sheetWidths = [...]float64{5, 10, 8, 7, 7, 7, 7, 9, 9, 7, 11, 4, 38, 11, 20, 20, 15, 15, 22, 9, 12, 16, 9, 8, 6, 7, 30, 40}

// Columns of sheetRow that hold chances, from 0.
var chanceColumns = [...]int{1, 3, 4, 5, 6, 7, 8}

func planSheet(book *excelize.File, p *report.Plan) error {
	heading := texts.PlanSheetHeading()
	rows := [][]any{make([]any, len(heading))}
	for i, h := range heading {
		rows[0][i] = h
	}
	for i := range p.Lines {
		rows = append(rows, sheetRow(&p.Lines[i]))
	}
	for i, row := range rows {
		if err := book.SetSheetRow(texts.ExportSheetPlan, fmt.Sprintf("A%d", i+1), &row); err != nil {
			return err
		}
	}
	return errors.Join(planStyles(book, len(rows)), bandFills(book, p), handling(book, p))
}

// secondary are the columns of texts.PlanSheetHeading, from 0, that stand folded:
// margins, the certainty of points, DIRESA, profession and process.
var secondary = [...]int{3, 4, 10, 17, 21, 22}

// spreadColumns, from 0, hold the chances at the worst and the best of the ranks that
// may be the applicant's; they stand folded where theirs is sure.
var spreadColumns = [...]int{5, 6}

// handling makes the sheet one to work with: filters on the heading, which each
// printed page repeats, its row as high as its words need, secondary columns folded.
func handling(book *excelize.File, p *report.Plan) error {
	sheet := texts.ExportSheetPlan
	last, _ := excelize.ColumnNumberToName(len(sheetWidths))
	fit := true
	failed := []error{
		book.SetRowHeight(sheet, 1, 32),
		book.AutoFilter(sheet, fmt.Sprintf("A1:%s%d", last, max(2, len(p.Lines)+1)), nil),
		book.SetSheetProps(sheet, &excelize.SheetPropsOptions{FitToPage: &fit}), // after the filter, which drops it
		book.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("'%s'!$1:$1", sheet), Scope: sheet}),
	}
	folded := secondary[:]
	if !p.HasSpreads() {
		folded = slices.Concat(folded, spreadColumns[:])
	}
	for _, column := range folded {
		name, _ := excelize.ColumnNumberToName(column + 1)
		failed = append(failed, book.SetColOutlineLevel(sheet, name, 1), book.SetColVisible(sheet, name, false))
	}
	return errors.Join(failed...)
}

// bandColors fill the cells of a chance and its band; the letter says it too.
var bandColors = map[string]string{
	"muy_probable": "BBF7D0", "probable": "E2F5C4", "disputada": "FDE6B0", "improbable": "F5D0FE", "casi_nula": "E5E7EB",
}

func bandFills(book *excelize.File, p *report.Plan) error {
	sheet, format := texts.ExportSheetPlan, chanceFormat
	var failed []error
	for i := range p.Lines {
		color := bandColors[bandClass(p.Lines[i].Band)]
		if color == "" || p.Lines[i].Fate() != workspace.FateOpen {
			continue
		}
		style, err := book.NewStyle(&excelize.Style{CustomNumFmt: &format, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{color}}})
		failed = append(failed, err, book.SetCellStyle(sheet, fmt.Sprintf("B%d", i+2), fmt.Sprintf("C%d", i+2), style))
	}
	return errors.Join(failed...)
}

// chanceFormat shows a chance as texts.Percent writes it: nothing is certain,
// so never 0 % nor 100 %. The cell keeps the number itself.
const chanceFormat = `[<0.01]"<1 %";[>0.99]">99 %";0 %`

func planStyles(book *excelize.File, rows int) error {
	sheet := texts.ExportSheetPlan
	bold, err := book.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	if err != nil {
		return err
	}
	format := chanceFormat
	percent, err := book.NewStyle(&excelize.Style{CustomNumFmt: &format})
	if err != nil {
		return err
	}
	var failed []error
	for _, column := range chanceColumns {
		name, _ := excelize.ColumnNumberToName(column + 1)
		failed = append(failed, book.SetCellStyle(sheet, name+"2", fmt.Sprintf("%s%d", name, max(2, rows)), percent))
	}
	for i, width := range sheetWidths {
		name, _ := excelize.ColumnNumberToName(i + 1)
		failed = append(failed, book.SetColWidth(sheet, name, name, width))
	}
	landscape, wide, tall := "landscape", 1, 0
	return errors.Join(append(failed,
		book.SetRowStyle(sheet, 1, 1, bold),
		book.SetPanes(sheet, &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}),
		book.SetPageLayout(sheet, &excelize.PageLayoutOptions{Orientation: &landscape, FitToWidth: &wide, FitToHeight: &tall}))...)
}

// sheetRow returns the cells of a line, in the order of texts.PlanSheetHeading;
// what is not known is empty.
func sheetRow(l *report.PlanLine) []any {
	band := l.Fate().Cell()
	if band == "" && l.Band != nil {
		band = texts.BandLetter(l.Band)
	}
	var points, certainty any
	lo, hi := value(l.Lo), value(l.Hi)
	if l.Chance != nil && l.Lo == nil {
		lo = l.RangeCell() // that there is none
	}
	if l.Points.Known {
		points, certainty = l.Points.Value, string(l.Points.Certainty)
	}
	worst, best := spreadEnds(l.Spread)
	return []any{
		l.Place, value(l.Chance), band, lo, hi, value(worst), value(best), value(l.Land), value(l.Sum), points, certainty, value(l.Grade),
		l.Establishment, l.Renipress, texts.PlaceName(l.District), texts.PlaceName(l.Province), texts.PlaceName(l.Region), texts.PlaceName(l.Diresa), l.Institution, l.Category,
		string(l.Modality), l.Profession, string(l.Process), texts.Bonuses(l.ZAF, l.ZE), l.Seats, l.RiskSign(), l.LastTime(), l.Note,
	}
}

// spreadEnds are the chances of a spread, nil without one.
func spreadEnds(s *report.Spread) (worst, best *float64) {
	if s == nil {
		return nil, nil
	}
	return &s.Lo, &s.Hi
}

// value returns what a pointer points to, or an empty cell.
func value[T any](x *T) any {
	if x == nil {
		return nil
	}
	return *x
}

func sourceSheet(book *excelize.File, p *report.Plan) error {
	sheet := texts.ExportSheetSources
	if _, err := book.NewSheet(sheet); err != nil {
		return err
	}
	wrap, err := book.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}})
	if err != nil {
		return err
	}
	lines := append([]string{texts.PlanTitle(p.Name)}, Statement(p)...)
	if told := outlook(p); told != "" {
		lines = append(lines[:1:1], append([]string{told}, lines[1:]...)...)
	}
	for _, n := range placeNotes(p) {
		if n.Why != "" {
			lines = append(lines, n.Line+": "+n.Why)
		}
		for _, text := range n.Text {
			lines = append(lines, n.Line+": "+text)
		}
	}
	if shared := sharedNotes(p); len(shared) > 0 {
		lines = append(append(lines, texts.RiskSharedTitle+":"), shared...)
	}
	failed := []error{book.SetColWidth(sheet, "A", "A", 120)}
	for i, line := range lines {
		failed = append(failed, book.SetCellStr(sheet, fmt.Sprintf("A%d", i+1), line))
	}
	return errors.Join(append(failed, book.SetColStyle(sheet, "A", wrap))...)
}
