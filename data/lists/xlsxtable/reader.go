package xlsxtable

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"brujula/data/cells"
	"brujula/data/fold"
)

type reader struct {
	ctx      context.Context
	book     *excelize.File
	survey   *survey
	limits   cells.Limits
	progress cells.Progress

	sheets  []string // still to read, the current one first
	rows    *excelize.Rows
	merges  []merge // still ahead, by their top row
	active  []merge // at most one a column
	number  int     // of the row given last
	seen    int     // of the row read last
	pending *cells.Row
	filled  int // rows with text, in all sheets
	done    int
	total   int

	filledMerges int // cells filled in the current sheet

	notices []cells.Notice
	err     error
}

// chooseSheets decides which sheets are read.
func (r *reader) chooseSheets(wanted string) error {
	names := r.book.GetSheetList()
	hidden := false
	for _, name := range names {
		if r.survey.sheets[name] == nil {
			continue // a chart
		}
		if wanted != "" && fold.Squash(name) != fold.Squash(wanted) {
			continue
		}
		visible, err := r.book.GetSheetVisible(name)
		if wanted == "" && err == nil && !visible {
			r.notices = append(r.notices, cells.Notice{Kind: cells.HiddenSheet, Sheet: fold.Clean(name), Count: 1})
			hidden = true
			continue
		}
		r.sheets = append(r.sheets, name)
		r.total += r.survey.sheets[name].rows
	}
	switch {
	case len(r.sheets) > 0:
		return nil
	case wanted == "" && !hidden:
		return fmt.Errorf("%w: no part of a sheet inside", cells.ErrFormat)
	}
	return &NoSheetError{wanted, names}
}

// Close implements cells.Reader.
func (r *reader) Close() error {
	if r.rows != nil {
		return errors.Join(r.rows.Close(), r.book.Close())
	}
	return r.book.Close()
}

// Notices implements cells.Noticer.
func (r *reader) Notices() []cells.Notice { return r.notices }

// Next implements cells.Reader. Blank rows after the last filled one of a
// sheet are not given, those between others are.
func (r *reader) Next() (row cells.Row, err error) {
	defer func() {
		if p := recover(); p != nil {
			r.err = fmt.Errorf("%w: %v", cells.ErrFormat, p)
			err = r.err
		}
	}()
	for r.pending == nil {
		if r.err != nil {
			return cells.Row{}, r.err
		}
		if r.err = r.advance(); r.err != nil {
			return cells.Row{}, r.err
		}
	}
	r.number++
	if r.number < r.pending.Number {
		return cells.Row{Sheet: r.pending.Sheet, Number: r.number}, nil
	}
	row = *r.pending
	r.pending = nil
	return row, nil
}

// advance reads on to the next row with text, or to the next sheet.
func (r *reader) advance() error {
	if len(r.sheets) == 0 {
		return io.EOF
	}
	sheet := r.sheets[0]
	if r.rows == nil {
		if err := r.openSheet(sheet); err != nil {
			return err
		}
	}
	if err := r.checkpoint(); err != nil {
		return err
	}
	if !r.rows.Next() {
		return r.closeSheet(sheet)
	}
	r.seen++
	found, err := r.rows.Columns()
	if err != nil {
		return fmt.Errorf("%w: row %d: %w", cells.ErrFormat, r.seen, err)
	}
	found = r.fillMerged(found)
	found = trimBlank(found)
	if len(found) == 0 {
		return nil
	}
	if len(found) > r.limits.Columns {
		return fmt.Errorf("%w: row %d has %d columns", cells.ErrTooLarge, r.seen, len(found))
	}
	for _, cell := range found {
		if len(cell) > r.limits.Cell {
			return fmt.Errorf("%w: a cell of row %d is longer than %d bytes", cells.ErrTooLarge, r.seen, r.limits.Cell)
		}
	}
	if r.filled++; r.filled > r.limits.Rows {
		return fmt.Errorf("%w: more than %d rows", cells.ErrTooLarge, r.limits.Rows)
	}
	r.pending = &cells.Row{Sheet: fold.Clean(sheet), Number: r.seen, Cells: found}
	return nil
}

func (r *reader) checkpoint() error {
	if r.seen%64 != 0 {
		return nil
	}
	if r.progress != nil {
		r.progress(min(r.done+r.seen, r.total), r.total)
	}
	return r.ctx.Err()
}

func (r *reader) openSheet(name string) error {
	rows, err := r.book.Rows(name)
	if err != nil {
		return fmt.Errorf("%w: %w", cells.ErrFormat, err)
	}
	r.rows, r.number, r.seen, r.active, r.filledMerges = rows, 0, 0, nil, 0
	r.merges = verticalMerges(r.survey.sheets[name].merges)
	return nil
}

// closeSheet makes sure that the sheet was read to its end: excelize takes an
// XML error for the end of the rows.
func (r *reader) closeSheet(name string) error {
	look := r.survey.sheets[name]
	err := r.rows.Error()
	if err == nil && r.seen < look.lastRow {
		err = fmt.Errorf("row %d of %d", r.seen, look.lastRow)
	}
	if err != nil {
		return fmt.Errorf("%w: sheet %q: %w", cells.ErrFormat, name, err)
	}
	for _, notice := range []cells.Notice{
		{Kind: cells.HiddenRows, Count: look.hiddenRows},
		{Kind: cells.HiddenColumns, Count: look.hiddenColumns},
		{Kind: cells.MergedCells, Count: r.filledMerges},
		{Kind: cells.UncachedFormula, Count: look.uncached},
	} {
		if notice.Count > 0 {
			notice.Sheet = name
			r.notices = append(r.notices, notice)
		}
	}
	r.done += look.rows
	r.sheets = r.sheets[1:]
	err = r.rows.Close()
	r.rows = nil
	return err
}

// trimBlank drops the blank cells at the end.
func trimBlank(found []string) []string {
	end := len(found)
	for end > 0 && strings.TrimSpace(found[end-1]) == "" {
		end--
	}
	return found[:end]
}
