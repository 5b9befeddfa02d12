package session

import (
	"cmp"
	"context"
	"errors"
	"sync"
	"time"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/lists"
	"brujula/data/texts"
	"brujula/planner/imports"
	"brujula/planner/losses"
	"brujula/planner/plan"
	"brujula/planner/storage"
	"brujula/planner/workspace"
)

// Folders tell the import screen where to look for files. jobs gives them: the
// screens read no environment.
type Folders struct {
	Home  string   // what "~" stands for; empty when not known
	Start []string // the first of these that can be read is opened
	Work  string   // that names without a folder are of; empty when not known
}

// Detected answers Detect.
type Detected struct {
	Generation uint64
	Path       string
	Guess      lists.Guess
	Err        error
}

// Detect looks at the head of a file to tell what it is. stop ends the look,
// whose answer then is an error of the context.
func (d *Session) Detect(generation uint64, path string) (ask Jobs, stop func()) {
	ctx, cancel := context.WithCancel(d.ctx)
	lib := d.Lib
	return Jobs{func() Answer {
		defer cancel()
		defer d.room()()
		guess, err := imports.Detect(ctx, lib, path, lists.Options{})
		return Detected{generation, path, guess, err}
	}}, cancel
}

// Fixable reports whether saying what the columns are may put right what is wrong.
func (m *Detected) Fixable() bool { return fixable(m.Err, &m.Guess) }

func fixable(err error, g *lists.Guess) bool { return len(g.Headings) > 0 && lists.OfColumns(err) }

// FilesRead ends a Reading: what the files hold, for review, with what is proposed
// to become of the loaded lists. After an error Guess still has the columns of
// the first file, where they can be told.
type FilesRead struct {
	Generation uint64
	Outcome
	Other     *Outcome            // the other way to store it; nil where there is one way only
	Open      bool                // which of the two is meant only the user can tell
	CannotAdd string              // why it cannot be added to what is loaded
	Table     *imports.TableDraft // instead of Drafts, for coordinates and notes
	Guess     lists.Guess
	Err       error
}

// Fixable reports whether saying what the columns are may put right what is wrong.
func (m *FilesRead) Fixable() bool { return fixable(m.Err, &m.Guess) }

// Outcome is one way to store what was read. Changes, one a draft, say what
// storing them would do; there are none without a library.
type Outcome struct {
	Adds    bool // to what is loaded, in whose place it would be otherwise
	Drafts  []lists.Draft
	Changes []library.Change
	Loss    losses.Loss // what storing them would take away
}

// ReadProgress tells how far a Reading is; Total 0 means that it is not
// known yet. The screen asks for Next again.
type ReadProgress struct {
	Generation  uint64
	Done, Total int
}

// Reading is a file that is being read in the background. Nothing is stored.
type Reading struct {
	generation uint64
	stop       context.CancelFunc
	begin      func() // starts the work; only the first call does

	mu          sync.Mutex
	done, total int
	answer      chan FilesRead
}

// progressEvery is how often a Reading tells how far it is.
const progressEvery = 100 * time.Millisecond

// Read prepares to read files as one list of a kind, or parts of some; Next
// starts it.
func (d *Session) Read(generation uint64, kind data.Kind, paths []string, o lists.Options) *Reading {
	ctx, cancel := context.WithCancel(d.ctx)
	r := &Reading{generation: generation, stop: cancel, answer: make(chan FilesRead, 1)}
	o.Progress = r.note
	lib, now, open := d.Lib, d.Now, d.openPlans()
	r.begin = sync.OnceFunc(func() {
		go func() {
			defer cancel()
			// Bubble Tea restores the terminal after a panic of its own commands
			// alone; here it would stay raw.
			defer func() {
				if fault := recover(); fault != nil {
					r.answer <- FilesRead{Generation: generation, Err: errors.New(texts.ReaderFault(paths[0], fault))}
				}
			}()
			r.answer <- func() FilesRead {
				defer d.room()()
				answer := (&intake{ctx, lib, now, open}).read(kind, paths, o)
				answer.Generation = generation
				return answer
			}()
		}()
	})
	return r
}

// intake is what reading files for review needs.
type intake struct {
	ctx  context.Context
	lib  *library.Library
	now  func() time.Time
	open []plan.Plan
}

func (in *intake) read(kind data.Kind, paths []string, o lists.Options) (m FilesRead) {
	if lists.IsSideTable(kind) {
		if m.Table, m.Err = imports.ReadTable(in.ctx, in.lib, kind, paths[0], o); m.Err == nil {
			m.Outcome, m.Err = in.outcome(nil, []library.Item{m.Table.Stamped(in.now())})
		}
		return m
	}
	drafts, err := imports.ReadLists(in.ctx, in.lib, kind, paths, o, nil)
	if err != nil {
		m.Err = err
		if !errors.Is(err, context.Canceled) {
			m.Guess, _ = imports.Detect(in.ctx, in.lib, paths[0], o) // what fails here was told
		}
		return m
	}
	placing, err := imports.Place(in.ctx, in.lib, drafts)
	if err != nil {
		m.Err = err
		return m
	}
	m.Open = placing.Open()
	if err := placing.Cannot(); err != nil {
		m.CannotAdd = err.Error()
	}
	replace, add, proposed := placing.Ways()
	if m.Outcome, m.Err = in.outcome(replace, imports.Items(replace, in.now())); m.Err != nil || add == nil {
		return m
	}
	adding, err := in.outcome(add, imports.Items(add, in.now()))
	adding.Adds, m.Err, m.Other = true, err, &adding
	if proposed {
		m.Swap()
	}
	return m
}

// Summaries are what the review of it tells.
func (m *FilesRead) Summaries() []texts.ImportSummary {
	if m.Table == nil {
		return m.Outcome.Summaries()
	}
	s := texts.ImportSummary{Info: m.Table.Item.Info, Problems: m.Table.Item.Problems, Told: m.Table.Told}
	if len(m.Changes) > 0 {
		s.Replaced, s.Same = m.Changes[0].Replaced, m.Changes[0].Same
	}
	return []texts.ImportSummary{s}
}

// Summaries are what is told of the lists, stored this way.
func (o *Outcome) Summaries() []texts.ImportSummary { return imports.Summaries(o.Drafts, o.Changes) }

// Way reports in one sentence what would come of it.
func (o *Outcome) Way() string {
	return texts.ImportWay(o.Adds, o.Summaries(), o.Loss.Plans, o.Loss.Changed)
}

// Swap exchanges the two ways to store what was read.
func (m *FilesRead) Swap() { m.Outcome, *m.Other = *m.Other, m.Outcome }

func (in *intake) outcome(drafts []lists.Draft, items []library.Item) (out Outcome, err error) {
	out.Drafts = drafts
	if in.lib == nil {
		return out, nil
	}
	if out.Changes, err = in.lib.Plan(items); err == nil {
		out.Loss, err = losses.Of(in.ctx, in.lib, items, out.Changes, in.open)
	}
	return out, err
}

// note is called by the reader, maybe from several goroutines.
func (r *Reading) note(done, total int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.done, r.total = max(r.done, done), total
}

// Next waits for the end of the reading, or for the next moment to tell how
// far it is: it answers with FilesRead or ReadProgress.
func (r *Reading) Next() Job {
	return func() Answer {
		r.begin()
		wait := time.NewTimer(progressEvery)
		defer wait.Stop()
		select {
		case m := <-r.answer:
			return m
		case <-wait.C:
			r.mu.Lock()
			defer r.mu.Unlock()
			return ReadProgress{r.generation, r.done, r.total}
		}
	}
}

// Stop ends the reading; its FilesRead then carries an error of the context.
func (r *Reading) Stop() { r.stop() }

type importStored struct {
	space *workspace.Workspace
	noted int         // reports written when the import began
	said  string      // what is told of it; "" for an import
	then  func() Jobs // what follows where it went well; may be nil
	err   error
}

// Imported tells the screens that an import has ended well; First that it
// was the first, so that the profile is asked for.
type Imported struct {
	First bool
}

// ImportFailed tells the screens that nothing was stored, and why. The user
// is told by a notice already.
type ImportFailed struct {
	Err error
}

// CannotImport reports why nothing could be stored; empty when it could.
func (d *Session) CannotImport() string {
	switch {
	case d.Lib == nil:
		return texts.ImportNotInDemo
	case !d.Space.Demo && d.Locked != "":
		return texts.ReadOnlyWindow(d.Locked)
	}
	return ""
}

// RememberColumns keeps what was said of the columns of what is being stored. It
// fails with a notice only: nothing but a question is lost.
func (d *Session) RememberColumns(drafts []lists.Draft, o lists.Options) Jobs {
	lib := d.Lib
	if lib == nil || len(o.Columns) == 0 && o.As == "" {
		return nil
	}
	return Jobs{func() Answer {
		if err := imports.Remember(lib, drafts, o); err != nil {
			return Notice{Warning, texts.Spanish(err)}
		}
		return nil
	}}
}

// Import stores what was read and loads the library anew. The first import ends the
// demonstration. It answers with Imported or ImportFailed.
func (d *Session) Import(items []library.Item) Jobs {
	why := d.CannotImport()
	if why == "" && d.Space.Demo {
		d.release()
		d.takeLock()
		why = d.Locked
	}
	if why != "" {
		return join(warn(why), send(ImportFailed{}))
	}
	lib, facts, ctx, noted := d.Lib, d.Facts, d.ctx, d.noted
	return Jobs{func() Answer {
		defer d.room()()
		if _, err := storage.Store(ctx, lib, items); err != nil {
			return importStored{err: err}
		}
		space, err := storage.Load(ctx, lib, facts)
		return importStored{space: space, noted: noted, err: err}
	}}
}

func (m importStored) apply(d *Session) Jobs {
	if m.err != nil {
		return join(fail(m.err), send(ImportFailed{m.err}))
	}
	first := d.Space.Demo
	d.Space = m.space
	d.Model, d.forecasts = nil, nil // of other lists: made-up ones must never judge real plazas
	var notices []string
	if first {
		d.letGo() // openOwn takes the lock anew
		notices = d.openOwn()
	} else {
		d.Profile = d.fit(d.Profile)
	}
	d.resetLook()
	jobs := []Jobs{d.Start()}
	if m.noted != d.noted { // what was loaded may lack a report written meanwhile
		jobs = append(jobs, d.loadWhole())
	}
	jobs = append(jobs, done(cmp.Or(m.said, texts.ImportDone)), send(Imported{First: first}))
	if m.then != nil {
		jobs = append(jobs, m.then())
	}
	for _, n := range append(notices, m.space.Notices...) {
		jobs = append(jobs, warn(n))
	}
	return join(jobs...)
}
