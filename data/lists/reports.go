package lists

import (
	"context"
	"errors"
	"slices"
	"strings"

	"brujula/data"
	"brujula/data/cells"
	"brujula/data/fold"
	"brujula/data/notes"
	"brujula/data/texts"
)

// Reports is a file of what people report of plazas, as it was read.
type Reports struct {
	Notes    []notes.Note
	Info     data.ListInfo // of the file alone; Imported is zero
	Problems []data.Problem
}

// ReadNotes reads a file of notes in the agreed form: RENIPRESS, topic, note,
// source, date, in any order. Columns about persons are not read, and said.
// Errors are those of EachRow, and *Error where there is no heading or no note.
func ReadNotes(ctx context.Context, path string, o Options) (*Reports, error) {
	var s sideTable
	var all []notes.Note
	base, sum, err := s.read(ctx, path, o, func(row cells.Row) map[string]int {
		h := notesHeading(row.Cells)
		for _, column := range h.unread {
			s.note(row, column, "", texts.NotesColumnUnread, data.Warning)
		}
		return h.at
	}, func(row sideRow) {
		if n, ok := noteOf(row); ok {
			all = append(all, n)
		}
	})
	switch {
	case errors.Is(err, ErrNoHeading):
		return nil, s.failure(base, texts.NotesNoHeading, texts.NotesForm, err)
	case err != nil:
		return nil, err
	case len(all) == 0:
		return nil, s.failure(base, texts.NotesNoRows, texts.NotesForm, ErrNoRows)
	}
	info := data.ListInfo{Kind: data.KindNotes, File: base, SHA256: sum, Rows: len(all), Skipped: s.skipped, Rejected: s.rejected}
	return &Reports{all, info, s.problemsOf(base)}, nil
}

// noteOf makes a note of a row; ok is false where it is rejected.
func noteOf(row sideRow) (n notes.Note, ok bool) {
	get := func(field string) string { return unguard(row.field(field)) }
	n, faults := notes.New(get(notes.ColumnCode), get(notes.ColumnTopic), get(notes.ColumnText), get(notes.ColumnSource), get(notes.ColumnDate))
	for _, f := range faults {
		row.of.note(row.Row, f.Column, f.Value, f.Reason, data.Rejected)
	}
	if len(faults) > 0 {
		row.of.rejected++
		return n, false
	}
	if n.NamesSomeone() {
		row.of.note(row.Row, notes.ColumnText, "", texts.NoteNamesSomeone, data.Warning)
	}
	return n, true
}

// headingOfNotes are the columns of a file of notes.
type headingOfNotes struct {
	at     map[string]int // nil when the row is no heading
	unread []string       // letters of the columns that speak of persons
}

// notesHeading finds the columns: at least code, topic and note.
func notesHeading(row []string) headingOfNotes {
	h := headingOfNotes{at: map[string]int{}}
	for column, cell := range row {
		field, personal := noteField(cell)
		if _, taken := h.at[field]; field != "" && !taken {
			h.at[field] = column
		}
		if personal {
			h.unread = append(h.unread, ColumnName(column))
		}
	}
	for _, needed := range []string{notes.ColumnCode, notes.ColumnTopic, notes.ColumnText} {
		if _, found := h.at[needed]; !found {
			return headingOfNotes{}
		}
	}
	return h
}

// noteField reports which field a heading names; personal tells that it speaks of a
// person.
func noteField(heading string) (field string, personal bool) {
	word := fold.Squash(heading)
	for field, words := range map[string][]string{
		notes.ColumnCode:   {"renipress", "codigorenipress", "codigo", "codrenipress", "ipress"},
		notes.ColumnTopic:  {"tema", "asunto", "pregunta"},
		notes.ColumnText:   {"nota", "texto", "reporte", "comentario", "informacion"},
		notes.ColumnSource: {"fuente", "origen"},
		notes.ColumnDate:   {"fecha", "anio", "ano"},
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

// unguard takes off the sign (see export.Guard) that keeps a spreadsheet from reading a cell as a
// formula.
func unguard(cell string) string {
	if len(cell) > 1 && cell[0] == '\'' && strings.IndexByte("=+-@\t\r'", cell[1]) >= 0 {
		return cell[1:]
	}
	return cell
}
