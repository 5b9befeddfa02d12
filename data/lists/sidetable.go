package lists

import (
	"context"
	"errors"
	"strings"

	"brujula/data"
	"brujula/data/cells"
	"brujula/data/fold"
	"brujula/data/texts"
)

// sideTable reads a table beside the ministry's lists, which has neither process nor
// modality (coordinates, notes): each row is judged by itself, under the last heading
// seen.
type sideTable struct {
	at       map[string]int // column of each field; nil before the first heading
	head     []string       // the last heading
	problems []data.Problem
	skipped  int // rows: before the heading, empty, repeated
	rejected int // rows that cannot be taken
}

// read goes through the file. heading finds the columns in a row, nil when it is no
// heading; take is given every other row that has text. Errors are those of
// EachRow, and ErrNoHeading.
func (s *sideTable) read(ctx context.Context, path string, o Options, heading func(cells.Row) map[string]int, take func(sideRow)) (base, sum string, err error) {
	base, sum, err = EachRow(ctx, path, o, func(row cells.Row) error {
		at := heading(row)
		switch {
		case at != nil:
			if s.at != nil {
				s.skipped++ // repeated
			}
			s.at, s.head = at, row.Cells
		case s.at == nil || strings.TrimSpace(strings.Join(row.Cells, "")) == "":
			s.skipped++
		default:
			take(sideRow{row, s})
		}
		return nil
	})
	if err == nil && s.at == nil {
		err = ErrNoHeading
	}
	return base, sum, err
}

// failure says that the file is no list of its kind, or that no row could be taken.
func (s *sideTable) failure(base, text, hint string, cause error) error {
	return &Error{File: base, Text: text, Hint: hint, Err: cause, Problems: s.problemsOf(base)}
}

// problemsOf returns the problems, each with the name of the file.
func (s *sideTable) problemsOf(base string) []data.Problem {
	for i := range s.problems {
		s.problems[i].File = base
	}
	return s.problems
}

// note adds a problem of a row; column is a letter or the name of a field.
func (s *sideTable) note(row cells.Row, column, value, reason string, level data.Level) {
	s.problems = append(s.problems, data.Problem{
		Sheet: row.Sheet, Page: row.Page, Row: row.Number, Column: column,
		Value: texts.Shorten(oneLine(fold.Clean(value)), 60), Reason: reason, Level: level,
	})
}

// sideRow is a row with the columns that it stands under.
type sideRow struct {
	cells.Row
	of *sideTable
}

// field returns the cell of a field; "" where the row or the list has none.
func (r sideRow) field(name string) string {
	if column, ok := r.of.at[name]; ok && column < len(r.Cells) {
		return r.Cells[column]
	}
	return ""
}

// warn notes what is odd about a field of the row.
func (r sideRow) warn(field, reason string) {
	r.of.note(r.Row, ColumnName(r.of.at[field]), r.field(field), reason, data.Warning)
}

// reject notes why the row is not taken.
func (r sideRow) reject(field, reason string) {
	r.of.rejected++
	r.of.note(r.Row, ColumnName(r.of.at[field]), r.field(field), reason, data.Rejected)
}

// errSeen ends a look at the first rows.
var errSeen = errors.New("lists: enough rows seen")

// LookSideTable looks at the first rows of the file at path for the heading of
// coordinates or notes, and returns its kind; "" for none. Errors are those of EachRow.
func LookSideTable(ctx context.Context, path string) (data.Kind, error) {
	kind, seen := data.Kind(""), 0
	_, _, err := EachRow(ctx, path, Options{}, func(row cells.Row) error {
		seen++
		switch {
		case coordinatesHeading(row.Cells) != nil:
			kind = data.KindCoordinates
		case notesHeading(row.Cells).at != nil:
			kind = data.KindNotes
		case seen < detectRows:
			return nil
		}
		return errSeen
	})
	if errors.Is(err, errSeen) {
		err = nil
	}
	return kind, err
}

// IsSideTable recognizes the kinds that ReadCoordinates and ReadNotes read.
func IsSideTable(kind data.Kind) bool { return kind == data.KindCoordinates || kind == data.KindNotes }
