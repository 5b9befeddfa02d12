package lists

import (
	"strings"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/texts"
)

// maxProblems bounds a report; a file with more has one fault, not many.
const maxProblems = 50_000

// report gathers the problems of one file.
type report struct {
	file     string
	persons  bool
	guarded  bool // an offer that has columns about persons
	problems []data.Problem
	lines    []*line         // of each problem, nil for those of the whole file
	warned   map[warning]int // → index among the problems
	rows     map[int]int     // index among the problems → rows that it speaks of
	dropped  int
}

// warning identifies an aviso, so that it is given once for all its rows.
type warning struct {
	field  Field
	value  string
	reason string
}

func newReport(file string, persons bool) *report {
	return &report{file: file, persons: persons, warned: make(map[warning]int), rows: make(map[int]int)}
}

// at makes a problem of a cell.
func (r *report) at(l *line, field Field, level data.Level, reason string) data.Problem {
	p := data.Problem{
		File: r.file, Sheet: l.row.Sheet, Page: l.row.Page, Row: l.row.Number,
		Column: l.heading.column(field), Reason: reason, Level: level,
	}
	if field != "" {
		p.Value = r.show(field, l.written(field))
	}
	return p
}

// show cleans a value for a report. Of lists of persons only what has the form
// of its column is shown: a shifted row may hold a name anywhere.
func (r *report) show(field Field, raw string) string {
	text := oneLine(fold.Clean(raw))
	if r.persons && !harmless(field, text) || r.guarded && shaped(field) && (formOf(text) == nameForm || reachesPerson(text)) {
		return ""
	}
	if runes := []rune(text); len(runes) > 120 {
		text = string(runes[:119]) + "…"
	}
	return text
}

// harmless reports whether a cell of a list of persons can be shown: at most two
// signs, or one word with a digit that is too short for a document's number or
// is no number.
func harmless(field Field, text string) bool {
	switch field {
	case FieldRank, FieldMark, FieldRenipress, FieldSeats, FieldProcess, FieldModality:
	default:
		return false
	}
	if len(text) <= 2 {
		return true
	}
	digits := strings.ContainsAny(text, "0123456789")
	number := strings.Trim(text, "0123456789.,") == ""
	return digits && len(text) <= 12 && !strings.Contains(text, " ") && (!number || len(text) < 7)
}

// shaped reports whether the values of a field are no words.
func shaped(field Field) bool {
	switch field {
	case FieldRenipress, FieldSeats, FieldSeatsPaid, FieldSeatsUnpaid, FieldGrade, FieldZAF, FieldZE, FieldProcess, FieldModality, FieldCategory:
		return true
	default:
		return false
	}
}

// reject reports a row that was not taken.
func (r *report) reject(l *line, field Field, reason string) {
	r.add(l, r.at(l, field, data.Rejected, reason))
	l.rejected = true
}

// warn reports a value that was taken with reserve, once for all its rows.
func (r *report) warn(l *line, field Field, reason string) {
	key := warning{field: field, value: l.written(field), reason: reason}
	if at, seen := r.warned[key]; seen {
		r.rows[at]++
		return
	}
	if len(r.problems) < maxProblems {
		r.warned[key] = len(r.problems)
		r.rows[len(r.problems)] = 1
	}
	r.add(l, r.at(l, field, data.Warning, reason))
}

// leaveOut reports a text that is not kept, and does not show it.
func (r *report) leaveOut(l *line, field Field) {
	p := r.at(l, field, data.Warning, texts.ListNameLeftOut)
	p.Value = ""
	r.add(l, p)
}

// rejectUnseen is reject without the value.
func (r *report) rejectUnseen(l *line, field Field, reason string) {
	p := r.at(l, field, data.Rejected, reason)
	p.Value = ""
	r.add(l, p)
	l.rejected = true
}

// note reports something about the whole file or one of its sheets.
func (r *report) note(sheet, reason string) {
	r.add(nil, data.Problem{File: r.file, Sheet: sheet, Reason: reason, Level: data.Warning})
}

func (r *report) add(l *line, p data.Problem) {
	if len(r.problems) >= maxProblems {
		r.dropped++
		return
	}
	r.problems = append(r.problems, p)
	r.lines = append(r.lines, l)
}

// finish adds the number of rows to those avisos that stand for several.
func (r *report) finish() {
	for at, rows := range r.rows {
		if rows > 1 {
			r.problems[at].Reason = texts.ListRepeated(r.problems[at].Reason, rows)
		}
	}
	if r.dropped > 0 {
		r.problems = append(r.problems, data.Problem{File: r.file, Reason: texts.ListMoreProblems(r.dropped), Level: data.Warning})
		r.lines = append(r.lines, nil)
	}
}
