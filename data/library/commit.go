package library

import (
	"context"

	"brujula/data"
)

// Item is one list to store: its description, exactly one content that fits
// Info.Kind, and its report.
type Item struct {
	Info         data.ListInfo
	Offer        *data.Offer        // for KindOffer
	Adjudication *data.Adjudication // for KindAdjudication
	Table        *Table             // for the other kinds
	Problems     []data.Problem
}

// Table is the content of a list of a kind without a type of its own.
type Table struct {
	Head []string   // at least one column
	Rows [][]string // each as long as Head
}

// Change says what storing an item does, or would do, to the library.
//
// The counts are of plazas for offers, of picks for adjudications (those that
// moved count as removed and added), of rows for tables. Where the source row
// alone differs nothing is counted.
type Change struct {
	Info     data.ListInfo // as stored: with the old date when Same
	Replaced bool          // there was a list of this kind, process and modality
	Same     bool          // nothing differs but the date: no file is touched
	// Unreadable tells that the list that is replaced is damaged, so that all
	// records count as added.
	Unreadable              bool
	Added, Removed, Changed int
	SeatsBefore, SeatsAfter int      // picks for adjudications, 0 for tables
	Details                 []Detail // of offers that replace one, in the order removed, added, changed
}

// Detail is one plaza that differs between the stored and the new offer.
// Before is nil for an added plaza, After for a removed one; Fields names the
// columns that differ, as the stored file heads them.
type Detail struct {
	Before, After *data.Plaza
	Fields        []string
}

// Plan tells what Commit would change, and writes nothing. Errors as Commit.
func (l *Library) Plan(items []Item) ([]Change, error) { return nil, errNotBuilt }

// Commit stores the items, all or none, and gives one change an item. An item
// replaces the list of the same kind, process and modality; one that is the
// same but for the date touches no file. It fails with ErrLocked while another
// process writes, ErrFull, ErrReadOnly, ErrNewer; the library is then as it
// was.
func (l *Library) Commit(ctx context.Context, items []Item) ([]Change, error) {
	return nil, errNotBuilt
}
