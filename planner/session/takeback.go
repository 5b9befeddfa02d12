package session

import (
	"context"

	"brujula/data/library"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/imports"
	"brujula/planner/storage"
	"brujula/planner/workspace"
)

type (
	takeBackDue struct{}
	tookBack    struct {
		space *workspace.Workspace
		said  string
		err   error
	}
)

// CanTakeBack reports that the lists before the last import can be brought back.
func (d *Session) CanTakeBack() bool {
	return d.Lib != nil && d.Locked == "" && len(d.Lib.LastImport()) > 0
}

// TakeBack brings the lists before the last import back, also those of an earlier
// start of the program. It waits for what is being saved.
func (d *Session) TakeBack() Jobs { return takeBackDue{}.apply(d) }

func (m takeBackDue) apply(d *Session) Jobs {
	switch why := d.CannotImport(); {
	case why != "":
		return warn(why)
	case d.Writing():
		return after(progressEvery, m)
	case d.unsaved():
		return warn(texts.TakeBackBusy)
	}
	lib, facts, ctx := d.Lib, d.Facts, d.ctx
	return Jobs{func() Answer { return takeBack(ctx, lib, facts) }}
}

func takeBack(ctx context.Context, lib *library.Library, facts *rules.Rules) tookBack {
	done, err := lib.TakeBack(ctx)
	if err != nil {
		return tookBack{err: err}
	}
	m := tookBack{said: imports.TakenBack(done)}
	if m.space, m.err = storage.Load(ctx, lib, facts); m.err == nil && m.space.Empty() {
		m.space = workspace.LoadDemo(facts)
	}
	return m
}

func (m tookBack) apply(d *Session) Jobs {
	if m.space == nil {
		return fail(m.err)
	}
	was := d.Space.Demo
	d.Space = m.space
	d.Model, d.forecasts = nil, nil
	switch {
	case d.Space.Demo && !was: // the first import is taken back: what is the user's stays on the disk
		d.letGo()
		d.useExample()
	default:
		d.Profile = d.fit(d.Profile)
	}
	d.resetLook()
	jobs := []Jobs{d.Start(), done(m.said), send(TakenBack{})}
	for _, n := range m.space.Notices {
		jobs = append(jobs, warn(n))
	}
	return join(jobs...)
}

// TakenBack tells the screens that the last import was taken back.
type TakenBack struct{}
