package session

import (
	"context"
	"errors"
	"path/filepath"

	"brujula/data/filename"
	"brujula/data/library"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/backups"
	"brujula/planner/storage"
	"brujula/planner/workspace"
)

// Restored tells the screens that a backup has taken the place of the
// library: what they remember of it is of another.
type Restored struct{}

// restoreAgreed asks the session for what the user agreed to; replaced tells what
// became of it.
type (
	restoreAgreed struct{ contents *library.Contents }
	replaced      struct {
		restore restore
		half    bool                 // decided, but not carried through yet
		space   *workspace.Workspace // nil when it could not be loaded
		facts   *rules.Rules
		told    string
		err     error
	}
)

// restore is one that runs, or is to be gone on with.
type restore struct {
	contents *library.Contents
	again    bool   // it was left half done before
	kept     string // the backup of what was there, of the first time
}

// RestoreBackup shows what a backup holds and asks whether it takes the place of
// all that is in the library, which is kept in a backup of its own first.
func (d *Session) RestoreBackup(file string) Jobs {
	switch why := d.CannotImport(); {
	case why != "":
		return warn(why)
	case file == "":
		return warn(texts.BackupRestoreWhich)
	}
	ctx, home, now := d.ctx, d.Folders.Home, d.Now()
	return Jobs{func() Answer {
		path, err := outputPath(home, filepath.ToSlash(file))
		if err != nil {
			return Notice{Severity: Error, Text: texts.Spanish(err)}
		}
		c, err := backups.Open(ctx, path)
		if err != nil {
			return Notice{Severity: Error, Text: texts.Spanish(err)}
		}
		holds, err := backups.Holds(c)
		if err != nil {
			return Notice{Severity: Error, Text: texts.Spanish(err)}
		}
		m := c.Manifest()
		question := texts.BackupQuestion(filename.Shown(path), texts.BackupMadeBy(m.Created.In(now.Location()), m.Program), holds)
		return Question{Text: question, Yes: send(restoreAgreed{c})}
	}}
}

// take begins the restore. Nothing of this window is written meanwhile: it would
// land on what was restored.
func (m restoreAgreed) apply(d *Session) Jobs {
	why := d.CannotImport()
	switch {
	case why != "":
	case d.Writing():
		why = texts.BackupBusy
	case d.unsaved():
		why = texts.BackupUnsaved
	case d.Space.Demo:
		d.release()
		d.takeLock()
		why = d.Locked
	}
	if why != "" {
		return warn(why)
	}
	closing := d.turn.release()
	d.Locked = texts.BackupRestoring
	begin := restore{contents: m.contents}.job(d)
	return Jobs{func() Answer {
		if err := closing(); err != nil {
			return replaced{err: err}
		}
		return begin()
	}}
}

func (r restore) job(d *Session) Job {
	ctx, lib, about := d.ctx, d.Lib, library.About{Program: d.Program, At: d.Now()}
	return func() Answer { return r.run(ctx, lib, about) }
}

// take goes on with a restore that was left half done.
func (r restore) apply(d *Session) Jobs {
	if d.leaving {
		return nil // the next start goes on with it
	}
	return Jobs{r.job(d)}
}

func (r restore) run(ctx context.Context, lib *library.Library, about library.About) replaced {
	m, c := replaced{restore: r}, r.contents
	holds, err := backups.Holds(c)
	if err != nil {
		m.err = err
		return m
	}
	done, err := lib.Restore(ctx, c, about)
	if !r.again {
		m.restore.kept = done.Kept
	}
	m.half, m.err = lib.HalfRestored(), err
	if carried := r.again && !m.half; err != nil && !carried {
		return m
	}
	if m.told = texts.BackupRestored(holds, m.restore.kept); done.Same && !r.again {
		m.told = texts.BackupSame
	}
	m.facts = rules.Default()
	if c.Rules != nil {
		own, err := m.facts.With(rulesFile, c.Rules)
		if m.err = errors.Join(m.err, err); err == nil {
			m.facts = own
		}
	}
	space, err := storage.Load(ctx, lib, m.facts)
	if err != nil {
		m.err = errors.Join(m.err, err)
		return m
	}
	if m.space = space; space.Empty() {
		m.space = workspace.LoadDemo(m.facts)
	}
	return m
}

// rulesFile is the user's own rules, as errors name them.
const rulesFile = "reglas.toml"

func (m replaced) apply(d *Session) Jobs {
	if m.half {
		return m.wait(d)
	}
	d.Locked = ""
	jobs := []Jobs{fail(m.err)}
	if m.told == "" { // all is as it was; what was let go of is read anew
		d.changed()
		return join(jobs...)
	}
	if m.space != nil {
		d.Space, d.Facts = m.space, m.facts
	}
	d.letGo()
	var notices []string
	if d.Space.Demo {
		d.useExample()
	} else {
		notices = d.openOwn()
	}
	d.resetLook()
	jobs = append(jobs, d.Start(), done(m.told), d.Post(Restored{}, PlanChanged{}))
	for _, n := range notices {
		jobs = append(jobs, warn(n))
	}
	return join(jobs...)
}

// wait keeps the window from changing anything until the restore is carried
// through: what it holds is of the library as it was.
func (m replaced) wait(d *Session) Jobs {
	d.Locked = texts.BackupHalf
	d.changed()
	var failed Jobs
	if !m.restore.again {
		failed = fail(m.err)
	}
	m.restore.again = true
	return join(failed, after(retryAfter, m.restore))
}
