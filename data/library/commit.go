package library

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"brujula/data"
	"brujula/data/store"
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
	// Restored is empty, or tells the user in one sentence that the file was
	// damaged and this is the version before. It is not stored.
	Restored string
}

// ErrItem marks an item that contradicts itself, such as an offer of another
// process than its Info. It is a mistake of the calling code.
var ErrItem = errors.New("library: item contradicts itself")

// Plan reports what Commit would change, and writes nothing. Errors as Commit.
func (l *Library) Plan(items []Item) ([]Change, error) {
	batch, err := l.prepare(context.Background(), items)
	if err != nil {
		return nil, err
	}
	return batch.changes, nil
}

// Commit stores the items, all or none, and gives one change an item. An item
// replaces the list of the same kind, process and modality; one that is the
// same but for the date touches no file. It fails with ErrLocked while another
// process writes, ErrFull, ErrReadOnly, ErrNewer; the library is then as it
// was, but where the last step failed, which makes the commit outlast a power
// loss: the error says so. It fails with ErrItem when two items are the same list.
func (l *Library) Commit(ctx context.Context, items []Item) ([]Change, error) {
	batch, err := l.prepare(ctx, items)
	if err != nil || batch.same() {
		return batch.changes, err
	}
	err = l.writing(func() error {
		if err := l.Reload(); err != nil {
			return err
		}
		if !slices.Equal(batch.base.stems(), l.current().stems()) {
			if err := batch.compare(ctx, l); err != nil || batch.same() {
				return err
			}
		}
		batch.base, batch.imported = l.current(), true
		err := l.write(ctx, batch)
		l.sweepLists()
		return err
	})
	if err != nil {
		return nil, err
	}
	return batch.changes, nil
}

// Amend stores the items that renew gives, as Commit does, with no other writer
// between what renew reads of the library and the commit: for lists that are
// added to. renew must not write to the library.
func (l *Library) Amend(ctx context.Context, renew func() ([]Item, error)) (changes []Change, err error) {
	return l.amend(ctx, false, renew)
}

// Import is Amend for what came out of a file: TakeBack takes it back, as it does
// a Commit.
func (l *Library) Import(ctx context.Context, renew func() ([]Item, error)) (changes []Change, err error) {
	return l.amend(ctx, true, renew)
}

func (l *Library) amend(ctx context.Context, imported bool, renew func() ([]Item, error)) (changes []Change, err error) {
	err = l.writing(func() error {
		if err := l.Reload(); err != nil {
			return err
		}
		items, err := renew()
		if err != nil {
			return err
		}
		batch, err := l.prepare(ctx, items)
		if err != nil || batch.same() {
			changes = batch.changes
			return err
		}
		batch.imported = imported
		err = l.write(ctx, batch)
		l.sweepLists()
		if err == nil {
			changes = batch.changes
		}
		return err
	})
	return changes, err
}

// draft is an item in the form in which it is stored.
type draft struct {
	item    *Item
	entry   entry
	content []byte
}

// batch is what a commit would do to the index base.
type batch struct {
	drafts   []draft
	base     *index
	changes  []Change // one a draft
	imported bool     // out of files: it can be taken back
}

func (b *batch) same() bool {
	return !slices.ContainsFunc(b.changes, func(c Change) bool { return !c.Same })
}

func (l *Library) prepare(ctx context.Context, items []Item) (*batch, error) {
	b := &batch{}
	for i := range items {
		if err := ctx.Err(); err != nil {
			return &batch{}, err
		}
		d, err := newDraft(&items[i])
		if err != nil {
			return &batch{}, err
		}
		k := keyOf(&d.entry.Info)
		if slices.ContainsFunc(b.drafts, func(other draft) bool { return keyOf(&other.entry.Info) == k }) {
			return &batch{}, fmt.Errorf("%w: %v twice", ErrItem, k)
		}
		b.drafts = append(b.drafts, d)
	}
	return b, b.compare(ctx, l)
}

// compare works out the changes against the index as it is now.
func (b *batch) compare(ctx context.Context, l *Library) error {
	b.base, b.changes = l.current(), nil
	for i := range b.drafts {
		change, err := l.change(ctx, b.base, &b.drafts[i])
		if err != nil {
			return err
		}
		b.changes = append(b.changes, change)
	}
	return nil
}

func newDraft(item *Item) (draft, error) {
	d := draft{item: item, entry: entry{Info: item.Info}}
	if k := keyOf(&item.Info); !storable(k) {
		return d, fmt.Errorf("%w: %v", ErrItem, k)
	}
	var err error
	if d.content, err = encodeItem(item); err != nil {
		return d, err
	}
	if d.entry.Report, err = reportHash(item.Info, item.Problems); err != nil {
		return d, err
	}
	d.entry.SHA256, d.entry.CRC, d.entry.Size = hashOf(d.content), checksum(d.content), int64(len(d.content))
	d.entry.Stem = stemOf(&d.entry)
	return d, nil
}

func encodeItem(item *Item) ([]byte, error) {
	if err := item.check(); err != nil {
		return nil, err
	}
	switch item.Info.Kind {
	case data.KindOffer:
		return encodeOffer(item.Offer)
	case data.KindAdjudication:
		return encodeAdjudication(item.Adjudication)
	}
	return encodeTable(item.Table)
}

// check refuses an item whose content is not what its description says: it
// would not come back as it was given.
func (item *Item) check() error {
	info := &item.Info
	offer, picks, table := item.Offer, item.Adjudication, item.Table
	switch {
	case info.Kind == data.KindOffer && offer != nil && picks == nil && table == nil:
		return checkOffer(info, offer)
	case info.Kind == data.KindAdjudication && picks != nil && offer == nil && table == nil:
		if picks.Process != info.Process || picks.Modality != info.Modality || picks.UpTo != info.UpTo ||
			!slices.Equal(picks.Followed, info.Followed) {
			return fmt.Errorf("%w: adjudication %s %s", ErrItem, picks.Process, picks.Modality)
		}
		return nil
	case table != nil && offer == nil && picks == nil && info.Kind != data.KindOffer && info.Kind != data.KindAdjudication:
		return checkTable(table)
	}
	return fmt.Errorf("%w: content of kind %q", ErrItem, info.Kind)
}

func checkOffer(info *data.ListInfo, offer *data.Offer) error {
	if offer.Process != info.Process || offer.Modality != info.Modality {
		return fmt.Errorf("%w: offer %s %s", ErrItem, offer.Process, offer.Modality)
	}
	for i := range offer.Plazas {
		if p := &offer.Plazas[i]; p.Process != info.Process || p.Modality != info.Modality {
			return fmt.Errorf("%w: plaza %v", ErrItem, p.PlazaID)
		}
	}
	return nil
}

func checkTable(table *Table) error {
	if len(table.Head) == 0 {
		return fmt.Errorf("%w: table without columns", ErrItem)
	}
	for i, row := range table.Rows {
		if len(row) != len(table.Head) {
			return fmt.Errorf("%w: table row %d", ErrItem, i)
		}
	}
	return nil
}

// write puts the new files beside the old ones, and then the new index in the
// place of the old: that one rename is the commit.
func (l *Library) write(ctx context.Context, b *batch) error {
	folder := l.path(listFolder)
	if err := l.fs.MkdirAll(folder); err != nil {
		return writeError(folder, err)
	}
	next := b.base
	for i := range b.drafts {
		if b.changes[i].Same {
			continue
		}
		if err := l.follow(&b.drafts[i], b.base); err != nil {
			return err
		}
		next = next.with(b.drafts[i].entry)
	}
	if b.imported {
		next.Last = importOf(b)
	}
	if err := l.announce(b.base, next); err != nil {
		return err
	}
	for i := range b.drafts {
		if b.changes[i].Same {
			continue
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := l.writeDraft(&b.drafts[i]); err != nil {
			return err
		}
	}
	if err := l.fs.SyncDir(folder); err != nil {
		return writeError(folder, err)
	}
	return l.putIndex(next)
}

func (l *Library) putIndex(next *index) error {
	file, err := encodeIndex(next)
	if err != nil {
		return err
	}
	if err := store.Put(l.fs, l.path(indexName), file); err != nil {
		return writeError(l.path(indexName), err)
	}
	return inForce(l.path(indexName), l.fs.SyncDir(l.dir))
}

func (l *Library) writeDraft(d *draft) error {
	said, err := encodeReport(&d.entry, d.item.Problems)
	if err != nil {
		return err
	}
	if err := store.Put(l.fs, l.contentPath(&d.entry), d.content); err != nil {
		return writeError(l.contentPath(&d.entry), err)
	}
	return writeError(l.reportPath(&d.entry), store.Put(l.fs, l.reportPath(&d.entry), said))
}
