package desk

import (
	"context"
	"errors"
	"path/filepath"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/filename"
	"brujula/data/library"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/backups"
	"brujula/planner/plan"
	"brujula/planner/storage"
	"brujula/planner/workspace"
	"brujula/tui/msg"
)

// RestoredMsg tells the screens that a backup has taken the place of the
// library: what they remember of it is of another.
type RestoredMsg struct{}

// restoreMsg asks the desk for what the user agreed to; replacedMsg tells what
// became of it.
type (
	restoreMsg  struct{ contents *library.Contents }
	replacedMsg struct {
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

// AskRestore asks which backup is to be restored.
func (d *Desk) AskRestore() tea.Cmd {
	if why := d.CannotImport(); why != "" {
		return msg.Warn(why)
	}
	return d.Post(msg.PromptMsg{Label: texts.BackupRestoreAsk, Accept: d.RestoreBackup})
}

// RestoreBackup shows what a backup holds and asks whether it takes the place of
// all that is in the library, which is kept in a backup of its own first.
func (d *Desk) RestoreBackup(file string) tea.Cmd {
	switch why := d.CannotImport(); {
	case why != "":
		return msg.Warn(why)
	case file == "":
		return msg.Warn(texts.BackupRestoreWhich)
	}
	ctx, home, now := d.ctx, d.Folders.Home, d.Now()
	return func() tea.Msg {
		path, err := outputPath(home, filepath.ToSlash(file))
		if err != nil {
			return msg.NoticeMsg{Severity: msg.Error, Text: texts.Spanish(err)}
		}
		c, err := backups.Open(ctx, path)
		if err != nil {
			return msg.NoticeMsg{Severity: msg.Error, Text: texts.Spanish(err)}
		}
		holds, err := backups.Holds(c)
		if err != nil {
			return msg.NoticeMsg{Severity: msg.Error, Text: texts.Spanish(err)}
		}
		m := c.Manifest()
		question := texts.BackupQuestion(filename.Shown(path), texts.BackupMadeBy(m.Created.In(now.Location()), m.Program), holds)
		return msg.ConfirmMsg{Question: question, Yes: msg.Send(restoreMsg{c})}
	}
}

// take begins the restore. Nothing of this window is written meanwhile: it would
// land on what was restored.
func (m restoreMsg) take(d *Desk) tea.Cmd {
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
		return msg.Warn(why)
	}
	closers := make([]func() error, 0, len(d.pending))
	for _, p := range d.pending {
		closers = append(closers, p.Release())
	}
	d.Locked = texts.BackupRestoring
	begin := restore{contents: m.contents}.begin(d)
	return func() tea.Msg {
		for _, closeIt := range closers {
			if err := closeIt(); err != nil {
				return replacedMsg{err: err}
			}
		}
		return begin()
	}
}

func (r restore) begin(d *Desk) tea.Cmd {
	ctx, lib, about := d.ctx, d.Lib, library.About{Program: d.Program, At: d.Now()}
	return func() tea.Msg { return r.run(ctx, lib, about) }
}

// take goes on with a restore that was left half done.
func (r restore) take(d *Desk) tea.Cmd {
	if d.saver.leaving {
		return nil // the next start goes on with it
	}
	return r.begin(d)
}

func (r restore) run(ctx context.Context, lib *library.Library, about library.About) replacedMsg {
	m, c := replacedMsg{restore: r}, r.contents
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

func (m replacedMsg) take(d *Desk) tea.Cmd {
	if m.half {
		return m.wait(d)
	}
	d.Locked = ""
	cmds := []tea.Cmd{msg.Fail(m.err)}
	if m.told == "" { // all is as it was; what was let go of is read anew
		d.changed()
		return tea.Batch(cmds...)
	}
	if m.space != nil {
		d.Space, d.Facts = m.space, m.facts
	}
	d.Model, d.forecasts = nil, nil
	d.editor = plan.Edit(plan.Plan{Name: storage.DefaultPlan})
	d.saver = saver{leaving: d.saver.leaving}
	d.acts.states, d.acts.owned = nil, nil
	d.acts.reading.Next()
	d.memory = memory{pages: d.memory.pages, armed: d.memory.armed}
	d.release()
	var notices []string
	if d.Space.Demo {
		d.release = func() {}
		d.useExample()
	} else {
		notices = d.openOwn()
	}
	d.resetLook()
	cmds = append(cmds, d.Start(), msg.Done(m.told), d.Post(RestoredMsg{}, msg.PlanChangedMsg{}))
	for _, n := range notices {
		cmds = append(cmds, msg.Warn(n))
	}
	return tea.Batch(cmds...)
}

// wait keeps the window from changing anything until the restore is carried
// through: what it holds is of the library as it was.
func (m replacedMsg) wait(d *Desk) tea.Cmd {
	d.Locked = texts.BackupHalf
	d.changed()
	var failed tea.Cmd
	if !m.restore.again {
		failed = msg.Fail(m.err)
	}
	m.restore.again = true
	return tea.Batch(failed, msg.After(retryAfter, m.restore))
}
