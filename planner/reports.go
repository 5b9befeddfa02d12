package planner

import (
	"context"
	"errors"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/texts"
	"brujula/planner/notes"
)

// LoadReports reads the notes of the library; a book without any where there
// are none, and beside an error.
func LoadReports(ctx context.Context, lib *library.Library) (*notes.Book, error) {
	table, err := lib.Table(ctx, data.KindNotes, "", "")
	switch {
	case errors.Is(err, library.ErrNotFound):
		return notes.NewBook(), nil
	case err != nil:
		return notes.NewBook(), err
	}
	return notes.FromTable(table), nil
}

// ReportsItem makes of a book what the library stores. file and sum name the
// file that was imported last, both empty for notes that were typed.
func ReportsItem(book *notes.Book, file, sum string) library.Item {
	if file == "" {
		file = texts.NotesInfoFile
	}
	return library.Item{
		Info:  data.ListInfo{Kind: data.KindNotes, File: file, SHA256: sum, Rows: book.Len()},
		Table: book.Table(),
	}
}

// NoteCount counts what the table marks a plaza with: the documented risks of
// the plaza itself, its district or its attributes, and the reports of it.
func (w *Workspace) NoteCount(p *data.Plaza) int {
	return w.Risks.LocalCount(p) + w.Reports.Count(p.Renipress)
}
