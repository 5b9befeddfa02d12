package session

import (
	"context"
	"slices"
	"time"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/notes"
	"brujula/data/texts"
	"brujula/planner/storage"
)

// noteWriter has the reports that were written until they are in view. A write takes
// all that wait.
type noteWriter struct {
	d       *Session
	waiting []writtenNote // in the order in which they were written
	unseen  []writtenNote // on the disk, while the library is loaded anew
	run     *notesRun     // the write that runs
}

// notesRun is one write of reports.
type notesRun struct {
	written int
	noted   storage.Noted
}

// writtenNote is a report about an establishment, whose name is place.
type writtenNote struct {
	notes.Note
	place   string
	refused bool // which was told, so that its own success is not
}

// AddNote stores a report about an establishment, whose name is place, and
// loads the library anew; the model stays, since no list has changed. What the
// disk refuses is kept and tried again, as plans are.
func (d *Session) AddNote(n notes.Note, place string) Jobs {
	if why := d.Writable(); why != nil {
		return warn(why.Error())
	}
	d.notes.waiting = append(d.notes.waiting, writtenNote{Note: n, place: place})
	return d.put(d.notes)
}

// UnsavedNotes returns the reports about an establishment that are not on the disk
// yet, or not in view.
func (d *Session) UnsavedNotes(renipress string) (unsaved []notes.Note) {
	for _, n := range slices.Concat(d.notes.unseen, d.notes.waiting) {
		if n.Renipress == renipress {
			unsaved = append(unsaved, n.Note)
		}
	}
	return unsaved
}

// NotesFailure reports how many reports the disk has refused, and why; "" for none.
func (d *Session) NotesFailure() string {
	why := d.box.Why(d.notes)
	if why == nil {
		return ""
	}
	return texts.NotesNotSaved(len(d.notes.waiting), why.Error())
}

func (w *noteWriter) all() []notes.Note {
	return data.Map(w.waiting, func(n writtenNote) notes.Note { return n.Note })
}

// Begin takes all reports that wait. The write goes on to its end, whatever ends the
// program.
func (w *noteWriter) Begin() func() error {
	if len(w.waiting) == 0 || w.d.Writable() != nil {
		return nil
	}
	lib, ctx, at, all, run := w.d.Lib, context.WithoutCancel(w.d.ctx), w.d.Now(), w.all(), &notesRun{written: len(w.waiting)}
	w.run = run
	return func() (err error) {
		run.noted, err = storage.AddNotes(ctx, lib, at, all)
		return err
	}
}

// settled reports which reports are on the disk, and loads the library with them. What
// the disk has refused is kept.
func (w *noteWriter) settled(err error, silent bool) Jobs {
	if err != nil {
		if !silent {
			for i := range w.waiting {
				w.waiting[i].refused = true
			}
			w.d.refused(w.d.NotesFailure())
		}
		return nil
	}
	written, noted := w.waiting[:w.run.written], &w.run.noted
	w.waiting = w.waiting[w.run.written:]
	var jobs []Jobs
	for i, n := range written {
		switch {
		case noted.Fresh[i] && !n.refused:
			jobs = append(jobs, done(texts.NoteAdded(n.Renipress, n.place, noted.Book.Count(n.Renipress))))
		case !noted.Fresh[i]:
			jobs = append(jobs, say(texts.NoteRepeated))
		}
	}
	w.d.changed()
	if slices.Contains(noted.Fresh, true) {
		w.d.noted++
		w.unseen = append(w.unseen, written...)
		jobs = append([]Jobs{w.d.loadNoted()}, jobs...)
	}
	return join(jobs...)
}

// notedLoaded brings the library with reports that were written.
type notedLoaded struct {
	wholeLoaded
	seen int // of those that were written and not in view
}

// loadNoted loads the library with the reports that are on the disk. The model stays,
// since no list has changed.
func (d *Session) loadNoted() Jobs {
	part, lib, facts, ctx, seen := d.Space, d.Lib, d.Facts, d.ctx, len(d.notes.unseen)
	return Jobs{func() Answer {
		space, err := storage.Load(ctx, lib, facts)
		return notedLoaded{wholeLoaded{part, space, err}, seen}
	}}
}

func (m notedLoaded) apply(d *Session) Jobs {
	if m.part != d.Space { // other lists came meanwhile, maybe read before the report was there
		if len(d.notes.unseen) == 0 {
			return nil
		}
		return d.loadNoted()
	}
	before := d.Space.Notices
	d.notes.unseen = d.notes.unseen[min(m.seen, len(d.notes.unseen)):]
	jobs := []Jobs{m.wholeLoaded.apply(d)}
	if m.space != nil {
		for _, notice := range m.space.Notices {
			if !slices.Contains(before, notice) {
				jobs = append(jobs, warn(notice))
			}
		}
	}
	return join(jobs...)
}

func (w *noteWriter) stake() stake { return work }

// carry gives a backup the reports that are not on the disk yet.
func (w *noteWriter) carry(u *library.Unsaved) error {
	if len(w.waiting) > 0 {
		item := storage.ReportsItem(notes.NewBook(w.all()...), "", "")
		item.Info.Imported = w.d.Now().UTC().Truncate(time.Second)
		u.Notes = &item
	}
	return nil
}
