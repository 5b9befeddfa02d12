package notes

import (
	"maps"
	"slices"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/rules"
)

// Columns of the stored list and of the form that is passed on.
const (
	ColumnCode   = "renipress"
	ColumnTopic  = "tema"
	ColumnText   = "nota"
	ColumnSource = "fuente"
	ColumnDate   = "fecha"
)

// Columns lists the columns of the agreed form, in their order.
func Columns() []string {
	return []string{ColumnCode, ColumnTopic, ColumnText, ColumnSource, ColumnDate}
}

// Book is a set of notes, each once. It does not change once made and may be
// shared; a nil Book has none.
type Book struct {
	plazas map[string][]Note
	n      int
}

// NewBook makes a book of notes.
func NewBook(all ...Note) *Book {
	b := &Book{plazas: map[string][]Note{}}
	seen := map[string]bool{}
	for _, n := range all {
		if key := n.same(); !seen[key] {
			seen[key] = true
			b.plazas[n.Renipress] = append(b.plazas[n.Renipress], n)
			b.n++
		}
	}
	for _, notes := range b.plazas {
		slices.SortFunc(notes, compare)
	}
	return b
}

// Len counts the notes.
func (b *Book) Len() int {
	if b == nil {
		return 0
	}
	return b.n
}

// Of returns the notes of an establishment by topic, the newest first. They must
// not be changed.
func (b *Book) Of(renipress string) []Note {
	if b == nil {
		return nil
	}
	return b.plazas[renipress]
}

// Count counts the notes of an establishment.
func (b *Book) Count(renipress string) int { return len(b.Of(renipress)) }

// All returns every note, by RENIPRESS and topic.
func (b *Book) All() []Note {
	if b == nil {
		return nil
	}
	var all []Note
	for _, code := range slices.Sorted(maps.Keys(b.plazas)) {
		all = append(all, b.plazas[code]...)
	}
	return all
}

// Merge returns a book with more notes, and counts those that were new and those
// that it had already.
func (b *Book) Merge(more []Note) (merged *Book, added, repeated int) {
	merged = NewBook(append(b.All(), more...)...)
	added = merged.Len() - b.Len()
	return merged, added, len(more) - added
}

// Without returns a book without the i-th note of an establishment, counted from
// 0 as Of gives them; ok is false where there is none.
func (b *Book) Without(renipress string, i int) (less *Book, gone Note, ok bool) {
	notes := b.Of(renipress)
	if i < 0 || i >= len(notes) {
		return b, Note{}, false
	}
	gone = notes[i]
	return NewBook(slices.DeleteFunc(b.All(), func(n Note) bool { return n == gone })...), gone, true
}

// Topic is what is reported under one topic. Where several reports do not say
// the same they stand side by side, and none is taken for right.
type Topic struct {
	Topic    rules.Topic
	Notes    []Note
	Disagree bool // at least two different texts
}

// Topics returns the notes of an establishment grouped by topic.
func (b *Book) Topics(renipress string) []Topic {
	var out []Topic
	for _, n := range b.Of(renipress) {
		if len(out) == 0 || out[len(out)-1].Topic != n.Topic {
			out = append(out, Topic{Topic: n.Topic})
		}
		last := &out[len(out)-1]
		if len(last.Notes) > 0 && fold.Squash(last.Notes[0].Text) != fold.Squash(n.Text) {
			last.Disagree = true
		}
		last.Notes = append(last.Notes, n)
	}
	return out
}

// Rows returns the notes as rows under Columns.
func (b *Book) Rows() [][]string {
	all := b.All()
	return data.Map(all, func(one Note) []string { return one.Row() })
}

// Row returns the cells of the agreed form.
func (n *Note) Row() []string {
	return []string{n.Renipress, string(n.Topic), n.Text, n.Source, n.Date}
}

// FromRows reads rows under a heading, as Rows wrote them; rows that are no notes are
// passed over.
func FromRows(head []string, rows [][]string) *Book {
	if !slices.Equal(head, Columns()) {
		return NewBook()
	}
	var all []Note
	for _, row := range rows {
		if n, faults := New(row[0], row[1], row[2], row[3], row[4]); len(faults) == 0 {
			all = append(all, n)
		}
	}
	return NewBook(all...)
}
