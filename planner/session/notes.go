package session

import (
	"context"
	"slices"
	"time"

	"brujula/data/library"
	"brujula/data/notes"
	"brujula/data/texts"
	"brujula/planner/storage"
)

// noteWriter has the reports that were written until they are on the disk. One
// write runs at a time and takes all that wait.
type noteWriter struct {
	waiting []writtenNote // in the order in which they were written
	running bool
	failure string // why the last write was refused; "" when it was not
}

// writtenNote is a report about an establishment, whose name is place.
type writtenNote struct {
	notes.Note
	place   string
	refused bool // which was told, so that its own success is not
}

// notesWritten tells what became of a write of reports, and brings the library with
// them.
type notesWritten struct {
	wholeLoaded // where there was a new one
	written     int
	noted       storage.Noted
	silent      bool  // a further try: a failure is not told again
	refused     error // nothing was written
}

// AddNote stores a report about an establishment, whose name is place, and
// loads the library anew; the model stays, since no list has changed. What the
// disk refuses is kept and tried again, as plans are.
func (d *Session) AddNote(n notes.Note, place string) Jobs {
	if why := d.Writable(); why != nil {
		return warn(why.Error())
	}
	d.notes.waiting = append(d.notes.waiting, writtenNote{Note: n, place: place})
	return d.writeNotes(false)
}

// UnsavedNotes gives the reports about an establishment that are not on the disk
// yet.
func (d *Session) UnsavedNotes(renipress string) (unsaved []notes.Note) {
	for _, n := range d.notes.waiting {
		if n.Renipress == renipress {
			unsaved = append(unsaved, n.Note)
		}
	}
	return unsaved
}

// NotesFailure tells how many reports the disk has refused, and why; "" for none.
func (d *Session) NotesFailure() string {
	if d.notes.failure == "" {
		return ""
	}
	return texts.NotesNotSaved(len(d.notes.waiting), d.notes.failure)
}

func (w *noteWriter) all() []notes.Note {
	all := make([]notes.Note, len(w.waiting))
	for i, n := range w.waiting {
		all[i] = n.Note
	}
	return all
}

func (d *Session) writeNotes(silent bool) Jobs {
	w := &d.notes
	if w.running || len(w.waiting) == 0 || d.Writable() != nil {
		return nil
	}
	w.running = true
	part, lib, facts, ctx, at, all := d.Space, d.Lib, d.Facts, d.ctx, d.Now(), w.all()
	return Jobs{func() Answer {
		m := notesWritten{wholeLoaded: wholeLoaded{part: part}, written: len(all), silent: silent}
		m.noted, m.refused = storage.AddNotes(context.WithoutCancel(ctx), lib, at, all) // written to its end
		if m.refused == nil && slices.Contains(m.noted.Fresh, true) {
			m.space, m.err = storage.Load(ctx, lib, facts)
		}
		return m
	}}
}

func (m notesWritten) apply(d *Session) Jobs {
	w := &d.notes
	w.running, w.failure = false, ""
	if m.refused != nil {
		return d.keepNotes(m)
	}
	written := w.waiting[:m.written]
	w.waiting = w.waiting[m.written:]
	d.changed()
	jobs := []Jobs{d.takeNoted(m)}
	for i, n := range written {
		switch {
		case m.noted.Fresh[i] && !n.refused:
			jobs = append(jobs, done(texts.NoteAdded(n.Renipress, n.place, m.noted.Book.Count(n.Renipress))))
		case !m.noted.Fresh[i]:
			jobs = append(jobs, say(texts.NoteRepeated))
		}
		if n.NamesSomeone() {
			jobs = append(jobs, warn(texts.NoteNamesSomeone))
		}
	}
	jobs = append(jobs, d.writeNotes(false))
	return join(append(jobs, d.depart())...)
}

// takeNoted shows the library with what was written.
func (d *Session) takeNoted(m notesWritten) Jobs {
	if !slices.Contains(m.noted.Fresh, true) {
		return nil
	}
	d.noted++
	var told []Jobs
	if m.space != nil {
		for _, notice := range m.space.Notices {
			if !slices.Contains(d.Space.Notices, notice) {
				told = append(told, warn(notice))
			}
		}
	}
	jobs := []Jobs{m.wholeLoaded.apply(d)}
	if d.Space != m.space { // other lists came meanwhile, maybe read before the note was there
		jobs = append(jobs, d.loadWhole())
	}
	return join(append(jobs, told...)...)
}

// keepNotes keeps what the disk has refused. What was written meanwhile is tried
// at once.
func (d *Session) keepNotes(m notesWritten) Jobs {
	w := &d.notes
	w.failure = m.refused.Error()
	if !m.silent {
		for i := range w.waiting {
			w.waiting[i].refused = true
		}
		d.refused(d.NotesFailure())
	}
	if len(w.waiting) > m.written {
		return d.writeNotes(false)
	}
	return d.depart()
}

// pendingNotes are the reports as the end of the program sees them.
type pendingNotes struct{ d *Session }

// Busy tells that reports are on their way to the disk.
func (p pendingNotes) Busy() bool { return p.d.notes.running }

// Unsaved tells how many reports the disk has refused.
func (p pendingNotes) Unsaved() string {
	if p.d.notes.failure == "" {
		return ""
	}
	return texts.NotesUnsaved(len(p.d.notes.waiting))
}

// carry gives a backup the reports that are not on the disk yet.
func (p pendingNotes) carry(u *library.Unsaved) error { //nolint:unparam // as carrier has it
	if w := &p.d.notes; len(w.waiting) > 0 {
		item := storage.ReportsItem(notes.NewBook(w.all()...), "", "")
		item.Info.Imported = p.d.Now().UTC().Truncate(time.Second)
		u.Notes = &item
	}
	return nil
}

// Retry writes once more what the disk has refused.
func (p pendingNotes) Retry(silent bool) Jobs { return p.d.writeNotes(silent) }

// Flush writes what waits. What a command has written meanwhile is there once
// all the same: a note that the library has is not added again.
func (p pendingNotes) Flush() error {
	d := p.d
	if len(d.notes.waiting) == 0 {
		return nil
	}
	_, err := storage.AddNotes(context.WithoutCancel(d.ctx), d.Lib, d.Now(), d.notes.all())
	return err
}

// Release has no file that is open.
func (p pendingNotes) Release() (closing func() error) { return func() error { return nil } }
