package notes

import (
	"context"
	"slices"
	"strings"

	"brujula/data"
	"brujula/data/cells"
	"brujula/data/fold"
	"brujula/data/lists"
	"brujula/data/texts"
)

// Draft is what a file of notes holds, for review.
type Draft struct {
	Notes    []Note
	File     string
	SHA256   string
	Problems []data.Problem
	Skipped  int
	Rejected int
}

// Read reads a file of notes in the agreed form: RENIPRESS, topic, note,
// source, date, in any order. Columns about persons are not read, and said.
// Errors are those of lists.EachRow, and *lists.Error where there is no heading
// or no note.
func Read(ctx context.Context, path string, o lists.Options) (*Draft, error) {
	r := &reader{draft: &Draft{}}
	base, sum, err := lists.EachRow(ctx, path, o, r.take)
	if err != nil {
		return nil, err
	}
	d := r.draft
	d.File, d.SHA256 = base, sum
	for i := range d.Problems {
		d.Problems[i].File = base
	}
	switch {
	case r.at == nil:
		return nil, &lists.Error{File: base, Text: texts.NotesNoHeading, Hint: texts.NotesForm, Err: lists.ErrNoHeading}
	case len(d.Notes) == 0:
		return nil, &lists.Error{File: base, Text: texts.NotesNoRows, Hint: texts.NotesForm, Err: lists.ErrNoRows, Problems: d.Problems}
	}
	return d, nil
}

type reader struct {
	draft *Draft
	at    map[string]int // column of each field
}

// fieldOf tells which field a heading names; unread tells that it speaks of a
// person.
func fieldOf(heading string) (field string, unread bool) {
	word := fold.Squash(heading)
	for field, words := range map[string][]string{
		columnCode:   {"renipress", "codigorenipress", "codigo", "codrenipress", "ipress"},
		columnTopic:  {"tema", "asunto", "pregunta"},
		columnText:   {"nota", "texto", "reporte", "comentario", "informacion"},
		columnSource: {"fuente", "origen"},
		columnDate:   {"fecha", "anio", "ano"},
	} {
		if slices.Contains(words, word) {
			return field, false
		}
	}
	for _, part := range []string{"nombre", "apellido", "dni", "documento", "telefono", "celular", "correo", "email", "autor"} {
		if strings.Contains(word, part) {
			return "", true
		}
	}
	return "", false
}

func (r *reader) take(row cells.Row) error {
	if at, ok := r.heading(row); ok {
		if r.at != nil {
			r.draft.Skipped++ // repeated
		}
		r.at = at
		return nil
	}
	if r.at == nil || strings.TrimSpace(strings.Join(row.Cells, "")) == "" {
		r.draft.Skipped++
		return nil
	}
	get := func(field string) string {
		if column, ok := r.at[field]; ok && column < len(row.Cells) {
			return unguard(row.Cells[column])
		}
		return ""
	}
	n, faults := New(get(columnCode), get(columnTopic), get(columnText), get(columnSource), get(columnDate))
	for _, f := range faults {
		r.problem(row, f.Column, f.Value, f.Reason, data.Rejected)
	}
	if len(faults) > 0 {
		r.draft.Rejected++
		return nil
	}
	if n.NamesSomeone() {
		r.problem(row, columnText, "", texts.NoteNamesSomeone, data.Warning)
	}
	r.draft.Notes = append(r.draft.Notes, n)
	return nil
}

// IsHeading tells whether a row heads a file of notes.
func IsHeading(row []string) bool {
	r := &reader{draft: &Draft{}}
	_, ok := r.heading(cells.Row{Cells: row})
	return ok
}

// heading finds the columns: at least code, topic and note.
func (r *reader) heading(row cells.Row) (at map[string]int, ok bool) {
	at = map[string]int{}
	var unread []string
	for column, cell := range row.Cells {
		field, personal := fieldOf(cell)
		if _, taken := at[field]; field != "" && !taken {
			at[field] = column
		}
		if personal {
			unread = append(unread, lists.ColumnName(column))
		}
	}
	for _, needed := range []string{columnCode, columnTopic, columnText} {
		if _, found := at[needed]; !found {
			return nil, false
		}
	}
	for _, column := range unread {
		r.problem(row, column, "", texts.NotesColumnUnread, data.Warning)
	}
	return at, true
}

func (r *reader) problem(row cells.Row, column, value, reason string, level data.Level) {
	r.draft.Problems = append(r.draft.Problems, data.Problem{
		Sheet: row.Sheet, Page: row.Page, Row: row.Number, Column: column, Value: texts.Shorten(value, 60), Reason: reason, Level: level,
	})
}

// unguard takes off the sign (see export.Guard) that keeps a spreadsheet from reading a cell as a
// formula.
func unguard(cell string) string {
	if len(cell) > 1 && cell[0] == '\'' && strings.IndexByte("=+-@\t\r'", cell[1]) >= 0 {
		return cell[1:]
	}
	return cell
}
