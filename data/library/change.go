package library

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"brujula/data"
)

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
	SeatsBefore, SeatsAfter int             // picks for adjudications, 0 for tables
	ReplacedActs            []data.Followed // acts of the user's own in whose place an official list comes
	Details                 []Detail        // of offers that replace one, in the order removed, changed, added
}

// Detail is one plaza that differs between the stored and the new offer.
// Before is nil for an added plaza, After for a removed one; Fields names the
// columns that differ, as the stored file heads them.
type Detail struct {
	Before, After *data.Plaza
	Fields        []string
}

// change compares a draft with what the index has in its place.
func (l *Library) change(ctx context.Context, x *index, d *draft) (Change, error) {
	old, replaced := x.find(keyOf(&d.entry.Info))
	c := Change{Info: d.entry.Info, Replaced: replaced}
	for _, f := range old.Info.Followed {
		if a := d.item.Adjudication; a != nil && a.FollowedOf(f.Profession) == nil {
			c.ReplacedActs = append(c.ReplacedActs, f)
		}
	}
	if replaced && old.SHA256 == d.entry.SHA256 && old.Report == d.entry.Report && l.intact(&old) {
		c.Info, c.Same = old.Info, true
	}
	var err error
	switch d.entry.Info.Kind {
	case data.KindOffer:
		err = l.offerChange(ctx, &c, &old, d.item.Offer)
	case data.KindAdjudication:
		err = l.pickChange(ctx, &c, &old, d.item.Adjudication)
	default:
		err = l.tableChange(&c, &old, d.item.Table)
	}
	return c, err
}

// intact reports whether both files of a list are as they were stored.
func (l *Library) intact(e *entry) bool {
	_, err := l.readReport(e)
	return err == nil && l.whole(e)
}

// before loads the list that is replaced; nil when there is none or it is
// damaged, which c then tells.
func before[T any](l *Library, c *Change, old *entry, decode decoder[T]) (*T, error) {
	if !c.Replaced {
		return nil, nil
	}
	list, err := load(l, old, decode)
	if errors.Is(err, ErrDamaged) {
		c.Unreadable = true
		return nil, nil
	}
	return list, err
}

func (l *Library) offerChange(ctx context.Context, c *Change, old *entry, offer *data.Offer) error {
	c.SeatsAfter = offer.Seats()
	if c.Same {
		c.SeatsBefore = c.SeatsAfter
		return nil
	}
	was, err := before(l, c, old, offerFrom(ctx))
	if err != nil {
		return err
	}
	if was == nil {
		c.Added = len(offer.Plazas)
		return nil
	}
	c.SeatsBefore = was.Seats()
	c.Details = offerDetails(was, offer)
	for i := range c.Details {
		switch d := &c.Details[i]; {
		case d.After == nil:
			c.Removed++
		case d.Before == nil:
			c.Added++
		default:
			c.Changed++
		}
	}
	return nil
}

// offerDetails pairs the plazas of two offers by profession and RENIPRESS, and
// gives those that differ. A plaza that an offer has twice is paired in order.
func offerDetails(was, offer *data.Offer) []Detail {
	old := make(map[data.PlazaID][]*data.Plaza, len(was.Plazas))
	for i := range was.Plazas {
		p := &was.Plazas[i]
		old[p.PlazaID] = append(old[p.PlazaID], p)
	}
	var added, changed []Detail
	for i := range offer.Plazas {
		p := &offer.Plazas[i]
		same := old[p.PlazaID]
		if len(same) == 0 {
			added = append(added, Detail{After: p})
			continue
		}
		old[p.PlazaID] = same[1:]
		if fields := differing(same[0], p); len(fields) > 0 {
			changed = append(changed, Detail{Before: same[0], After: p, Fields: fields})
		}
	}
	var removed []Detail
	for _, rest := range old {
		for _, p := range rest {
			removed = append(removed, Detail{Before: p})
		}
	}
	slices.SortFunc(removed, func(a, b Detail) int {
		return cmp.Or(cmp.Compare(a.Before.Profession, b.Before.Profession), cmp.Compare(a.Before.Renipress, b.Before.Renipress))
	})
	return slices.Concat(removed, changed, added)
}

// differing names the columns in which two plazas differ, but for the source.
func differing(a, b *data.Plaza) []string {
	var fields []string
	one, two := plazaCells(a), plazaCells(b)
	for i, column := range offerColumns() {
		if one[i] != two[i] && column != sourceColumn {
			fields = append(fields, column)
		}
	}
	return fields
}

func (l *Library) pickChange(ctx context.Context, c *Change, old *entry, list *data.Adjudication) error {
	c.SeatsAfter = len(list.Picks)
	if c.Same {
		c.SeatsBefore = c.SeatsAfter
		return nil
	}
	was, err := before(l, c, old, adjudicationFrom(ctx))
	if err != nil {
		return err
	}
	if was == nil {
		was = &data.Adjudication{}
	}
	c.SeatsBefore = len(was.Picks)
	c.Added, c.Removed = difference(pickKeys(was), pickKeys(list))
	return nil
}

func pickKeys(list *data.Adjudication) []data.Pick {
	keys := slices.Clone(list.Picks)
	for i := range keys {
		keys[i].Source = data.Source{}
	}
	return keys
}

func (l *Library) tableChange(c *Change, old *entry, table *Table) error {
	if c.Same {
		return nil
	}
	was := &Table{}
	if c.Replaced {
		stored, err := l.readTable(old)
		switch {
		case errors.Is(err, ErrDamaged):
			c.Unreadable = true
		case err != nil:
			return err
		default:
			was = stored
		}
	}
	c.Added, c.Removed = difference(rowKeys(was), rowKeys(table))
	return nil
}

func rowKeys(t *Table) []string {
	return data.Map(t.Rows, func(row []string) string { return strings.Join(row, "\x00") })
}

// difference counts what is in the second and not in the first, and what is
// in the first and not in the second; what occurs twice counts twice.
func difference[T comparable](first, second []T) (added, removed int) {
	left := make(map[T]int, len(first))
	for _, v := range first {
		left[v]++
	}
	matched := 0
	for _, v := range second {
		if left[v] > 0 {
			left[v]--
			matched++
		}
	}
	return len(second) - matched, len(first) - matched
}
