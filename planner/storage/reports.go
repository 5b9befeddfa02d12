package storage

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"time"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/notes"
	"brujula/data/texts"
)

// LoadReports reads the notes of the library; a book without any where there
// are none, and beside an error. restored is empty, or tells that they were
// damaged and these are those of the version before.
func LoadReports(ctx context.Context, lib *library.Library) (book *notes.Book, restored string, err error) {
	table, err := lib.Table(ctx, data.KindNotes, "", "")
	switch {
	case errors.Is(err, library.ErrNotFound):
		return notes.NewBook(), "", nil
	case err != nil:
		return notes.NewBook(), "", err
	}
	return notes.FromRows(table.Head, table.Rows), table.Restored, nil
}

// ReportsToExtend reads the notes that others are to be added to. Those that are
// lost must not keep new ones out: then there are none, and told says so.
func ReportsToExtend(ctx context.Context, lib *library.Library) (book *notes.Book, told string, err error) {
	book, told, err = LoadReports(ctx, lib)
	if errors.Is(err, library.ErrDamaged) {
		return book, err.Error(), nil
	}
	return book, told, err
}

// Noted says what became of notes that were written.
type Noted struct {
	Book  *notes.Book // with them
	Fresh []bool      // which of them were not there yet
}

// AddNotes stores notes beside those that the library has at that moment. at is
// the time of writing. Errors are those of library.Amend.
func AddNotes(ctx context.Context, lib *library.Library, at time.Time, added []notes.Note) (Noted, error) {
	var done Noted
	_, err := lib.Amend(ctx, func() ([]library.Item, error) {
		book, _, err := ReportsToExtend(ctx, lib) // the library tells of a loss
		if err != nil {
			return nil, err
		}
		done = Noted{Book: book}
		for _, n := range added {
			merged, fresh, _ := done.Book.Merge([]notes.Note{n})
			done.Book, done.Fresh = merged, append(done.Fresh, fresh > 0)
		}
		if !slices.Contains(done.Fresh, true) {
			return nil, nil
		}
		return []library.Item{typedNotes(done.Book, at)}, nil
	})
	return done, err
}

// RemoveNote takes the i-th note of an establishment, counted from 0 as notes.Book
// has them, out of those that the library has at that moment. at is the time of
// writing. ok is false where there is none. Errors are those of library.Amend.
func RemoveNote(ctx context.Context, lib *library.Library, at time.Time, renipress string, i int) (gone notes.Note, ok bool, err error) {
	_, err = lib.Amend(ctx, func() ([]library.Item, error) {
		book, _, err := LoadReports(ctx, lib)
		if err != nil {
			return nil, err
		}
		var less *notes.Book
		if less, gone, ok = book.Without(renipress, i); !ok {
			return nil, nil
		}
		return []library.Item{typedNotes(less, at)}, nil
	})
	return gone, ok, err
}

// typedNotes makes of a book what the library stores. What is known of the file that
// was imported last is lost, as the notes are no longer those of it.
func typedNotes(book *notes.Book, at time.Time) library.Item {
	item := ReportsItem(book, "", "")
	item.Info.Imported = at.UTC().Truncate(time.Second)
	return item
}

// ReportsItem makes of a book what the library stores. file and sum name the
// file that was imported last, both empty for notes that were typed.
func ReportsItem(book *notes.Book, file, sum string) library.Item {
	file = cmp.Or(file, texts.NotesInfoFile)
	return library.Item{
		Info:  data.ListInfo{Kind: data.KindNotes, File: file, SHA256: sum, Rows: book.Len()},
		Table: reportsTable(book),
	}
}

func reportsTable(book *notes.Book) *library.Table {
	return &library.Table{Head: notes.Columns(), Rows: book.Rows()}
}

// Store commits items as library.Commit does, but adds notes to those that the
// library has at that moment: since the items were made, others may have been
// written, in this window or another, and none of them may be lost.
func Store(ctx context.Context, lib *library.Library, items []library.Item) ([]library.Change, error) {
	if !slices.ContainsFunc(items, isNotes) {
		return lib.Commit(ctx, items)
	}
	return lib.Import(ctx, func() ([]library.Item, error) {
		now, _, err := ReportsToExtend(ctx, lib)
		if err != nil {
			return nil, err
		}
		renewed := slices.Clone(items)
		for i := range renewed {
			if isNotes(renewed[i]) {
				merged, _, _ := now.Merge(notes.FromRows(renewed[i].Table.Head, renewed[i].Table.Rows).All())
				renewed[i].Table, renewed[i].Info.Rows = reportsTable(merged), merged.Len()
			}
		}
		return renewed, nil
	})
}

func isNotes(item library.Item) bool { return item.Info.Kind == data.KindNotes && item.Table != nil }
