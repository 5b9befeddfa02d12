package library

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"syscall"
	"testing"

	"brujula/data"
	"brujula/data/store"
	"brujula/data/store/storetest"
)

// A scenario is a state, one change to it, and a way to describe what a fresh
// start finds. After any fault the description must be the old or the new one.
type scenario struct {
	name     string
	begin    func(t *testing.T, l *Library)
	change   func(l *Library) error
	describe func(t *testing.T, l *Library) string
}

func scenarios() []scenario {
	plan := func(body string) Document { return Document{Version: 1, Body: json.RawMessage(body)} }
	return []scenario{
		{
			name:  "first commit",
			begin: func(*testing.T, *Library) {},
			change: func(l *Library) error {
				_, err := l.Commit(context.Background(), []Item{fakeItem(fakeOffer("2026-I", data.Remunerada, 4, 1), day(1))})
				return err
			},
			describe: describeLists,
		},
		{
			name: "commit of three over two",
			begin: func(t *testing.T, l *Library) {
				mustCommit(t, l, fakeItem(fakeOffer("2026-I", data.Remunerada, 4, 1), day(1)), fakeItem(fakeOffer("2025-I", data.Remunerada, 2, 1), day(1)))
			},
			change: func(l *Library) error {
				_, err := l.Commit(context.Background(), []Item{
					fakeItem(fakeOffer("2026-I", data.Remunerada, 6, 3), day(2)),
					fakeItem(fakeOffer("2026-I", data.Equivalente, 3, 1), day(2)),
					fakeAdjudicationItem(fakeAdjudication("2025-I", data.Remunerada, 3), day(2)),
				})
				return err
			},
			describe: describeLists,
		},
		{
			name:  "take back",
			begin: withImport,
			change: func(l *Library) error {
				_, err := l.TakeBack(context.Background())
				if errors.Is(err, ErrNotFound) {
					err = nil // it was in force already
				}
				return err
			},
			describe: describeLists,
		},
		{
			name: "save plan",
			begin: func(t *testing.T, l *Library) {
				for _, body := range []string{`{"lineas":["0"]}`, `{"lineas":["1"]}`} {
					if err := l.SavePlan("Mi plan", plan(body)); err != nil {
						t.Fatal(err)
					}
				}
			},
			change: func(l *Library) error {
				if _, err := l.LoadPlan("Mi plan"); err != nil {
					return err
				}
				return l.SavePlan("Mi plan", plan(`{"lineas":["1","2"]}`))
			},
			describe: describePlans,
		},
		{
			name:     "first plan",
			begin:    func(*testing.T, *Library) {},
			change:   func(l *Library) error { return l.SavePlan("Mi plan", plan(`{"lineas":["1"]}`)) },
			describe: describePlans,
		},
		{
			name: "remove plan",
			begin: func(t *testing.T, l *Library) {
				for _, body := range []string{`{"lineas":["0"]}`, `{"lineas":["1"]}`} {
					if err := l.SavePlan("Mi plan", plan(body)); err != nil {
						t.Fatal(err)
					}
				}
			},
			change:   func(l *Library) error { return l.RemovePlan("Mi plan") },
			describe: describePlans,
		},
		{
			name: "profile",
			begin: func(t *testing.T, l *Library) {
				if err := l.SaveProfile(Profile{Rank: 812}); err != nil {
					t.Fatal(err)
				}
			},
			change: func(l *Library) error { return l.SaveProfile(Profile{Rank: 820}) },
			describe: func(t *testing.T, l *Library) string {
				p, err := l.Profile()
				return fmt.Sprintf("%+v %v", p, err)
			},
		},
		{
			name:  "notes",
			begin: func(t *testing.T, l *Library) { mustCommit(t, l, notesItem(2)) },
			change: func(l *Library) error {
				_, err := l.Commit(context.Background(), []Item{notesItem(3)})
				return err
			},
			describe: func(_ *testing.T, l *Library) string {
				n, err := countNotes(l)
				return fmt.Sprint(n, err, l.Notices())
			},
		},
		{
			name: "notes beside damaged ones",
			begin: func(t *testing.T, l *Library) {
				mustCommit(t, l, notesItem(2))
				mustCommit(t, l, notesItem(3))
				path := l.contentPath(&l.entries()[0])
				l.fs.(*storetest.Mem).Set(path, "dañado")
			},
			change: func(l *Library) error {
				_, err := l.Commit(context.Background(), []Item{notesItem(4)})
				return err
			},
			describe: func(t *testing.T, l *Library) string {
				files := slices.Collect(maps.Values(l.fs.(*storetest.Mem).Files()))
				if !slices.Contains(files, "dañado") {
					t.Error("the damaged file is gone")
				}
				table, err := l.Table(context.Background(), data.KindNotes, "", "")
				if err != nil {
					return err.Error()
				}
				return fmt.Sprint(len(table.Rows), table.Restored != "")
			},
		},
		{
			name:  "append to a log",
			begin: func(t *testing.T, l *Library) { appendActs(t, l, "turno", "1", "2") },
			change: func(l *Library) error {
				return appendAct(l, `{"tachar":"00000003 con bastante texto para partirse"}`)
			},
			describe: describeLog,
		},
		{
			name:     "first act of a log",
			begin:    func(*testing.T, *Library) {},
			change:   func(l *Library) error { return appendAct(l, `"1"`) },
			describe: describeLog,
		},
		{
			name: "append to a log that was cut shorter",
			begin: func(t *testing.T, l *Library) {
				appendActs(t, l, "turno", "1", "2", "3")
				cutLog(t, l, "turno", 1)
			},
			change: func(l *Library) error { return appendAct(l, `"otro"`) },
			// The notice goes with the act, or at the next occasion: it is not described.
			describe: func(t *testing.T, l *Library) string {
				records, _, err := l.ReadLog("turno")
				return fmt.Sprint(acts(records), err)
			},
		},
		{
			name: "append to a torn log",
			begin: func(t *testing.T, l *Library) {
				appendActs(t, l, "turno", "1", "2")
				path := l.path(logFolder, "turno"+logSuffix)
				file, _ := l.fs.ReadFile(path)
				l.fs.(*storetest.Mem).Set(path, string(file)+`{"n":3,"cr`)
			},
			change:   func(l *Library) error { return appendAct(l, `"3"`) },
			describe: describeLog,
		},
	}
}

func appendActs(t *testing.T, l *Library, name string, acts ...string) {
	t.Helper()
	g, _, err := l.OpenLog(name)
	if err != nil {
		t.Fatal(err)
	}
	for _, act := range acts {
		if _, err := g.Append(json.RawMessage(act)); err != nil {
			t.Fatal(err)
		}
	}
	if err := g.Close(); err != nil {
		t.Fatal(err)
	}
}

func appendAct(l *Library, act string) error {
	g, _, err := l.OpenLog("turno")
	if err != nil {
		return err
	}
	_, err = g.Append(json.RawMessage(act))
	return errors.Join(err, g.Close())
}

func describeLists(t *testing.T, l *Library) string {
	var all []string
	offers, err := l.Offers(context.Background())
	adjudications, err2 := l.Adjudications(context.Background())
	for _, info := range l.Lists() {
		problems, err := l.Problems(info)
		all = append(all, fmt.Sprint(info, problems, err))
	}
	for _, o := range offers {
		all = append(all, fmt.Sprintf("%s %s %d %d", o.Process, o.Modality, len(o.Plazas), o.Seats()))
	}
	return strings.Join(all, "\n") + fmt.Sprint(len(adjudications), err, err2, l.Notices())
}

func describePlans(t *testing.T, l *Library) string {
	plans, err := l.Plans()
	doc, loadErr := l.LoadPlan("Mi plan")
	return fmt.Sprint(plans, err, string(doc.Body), doc.Restored, errors.Is(loadErr, ErrNotFound))
}

func describeLog(t *testing.T, l *Library) string {
	records, notice, err := l.ReadLog("turno")
	var all []string
	for _, r := range records {
		all = append(all, fmt.Sprintf("%d %s", r.Seq, r.Body))
	}
	return fmt.Sprint(all, notice, err)
}

func (s *scenario) start(t *testing.T) (*storetest.Mem, *Library) {
	t.Helper()
	fs := storetest.New()
	s.begin(t, mustOpen(t, "d", WithFS(fs)))
	fs.Heal()
	return fs, mustOpen(t, "d", WithFS(fs))
}

func (s *scenario) found(t *testing.T, fs *storetest.Mem) string {
	t.Helper()
	l, err := Open("d", WithFS(fs))
	if err != nil {
		t.Fatalf("%s: does not open: %v", s.name, err)
	}
	return s.describe(t, l)
}

func TestAnyCrashLeavesOldOrNew(t *testing.T) {
	for _, s := range scenarios() {
		fs, l := s.start(t)
		before := s.found(t, fs)
		if err := s.change(l); err != nil {
			t.Fatalf("%s: %v", s.name, err)
		}
		after, steps := s.found(t, fs), fs.Steps()
		if before == after {
			t.Fatalf("%s changed nothing", s.name)
		}
		for _, crash := range storetest.Crashes() {
			if got := s.found(t, fs.After(crash)); got != after {
				t.Errorf("%s: acknowledged and lost in crash %d: %s", s.name, crash, got)
			}
		}
		t.Logf("%s: %d steps × %d crashes", s.name, len(steps), len(storetest.Crashes()))
		for n := 1; n <= len(steps); n++ {
			fs, l := s.start(t)
			fs.StopAt(n)
			_ = s.change(l) // the last steps only tidy up: the change may be acknowledged
			for _, crash := range storetest.Crashes() {
				left := fs.After(crash)
				if got := s.found(t, left); got != before && got != after {
					t.Errorf("%s: stopped at %d (%s), crash %d:\n%s\nneither\n%s\nnor\n%s", s.name, n, steps[n-1], crash, got, before, after)
				}
				s.goesOn(t, left, after)
			}
		}
	}
}

// goesOn makes the change after the crash, as a user would who starts again.
func (s *scenario) goesOn(t *testing.T, fs *storetest.Mem, after string) {
	t.Helper()
	if got := s.found(t, fs); got == after {
		return
	}
	if err := s.change(mustOpen(t, "d", WithFS(fs))); err != nil {
		t.Errorf("%s: cannot go on after the crash: %v", s.name, err)
	}
	if got := s.found(t, fs); got != after {
		t.Errorf("%s: after going on %s", s.name, got)
	}
	for path := range fs.Files() {
		if strings.Contains(path, ".serums-") {
			t.Errorf("%s: litter stays: %s", s.name, path)
		}
	}
}

// One call fails, the process lives on: the state is old or new, the same
// process can try again, and the error has its kind.
func TestAnyFailureCanBeTriedAgain(t *testing.T) {
	for _, s := range scenarios() {
		fs, l := s.start(t)
		before := s.found(t, fs)
		if err := s.change(l); err != nil {
			t.Fatal(err)
		}
		after, steps := s.found(t, fs), fs.Steps()
		for n := 1; n <= len(steps); n++ {
			fs, l := s.start(t)
			fs.FailAt(n, syscall.EIO)
			err := s.change(l)
			fs.Heal()
			got := s.found(t, fs)
			tidying := strings.HasPrefix(steps[n-1], storetest.OpRemove) || steps[n-1] == storetest.OpDir+" "+listFolder && n == len(steps) || lagging(steps, n)
			switch {
			case err == nil && got != after, err == nil && !tidying:
				t.Errorf("%s: %s failed and was acknowledged", s.name, steps[n-1])
			case got != before && got != after:
				t.Errorf("%s: %s failed: %s", s.name, steps[n-1], got)
			case got == before:
				if err := s.change(l); err != nil || s.found(t, fs) != after {
					t.Errorf("%s: %s failed, then again: %v", s.name, steps[n-1], err)
				}
			}
		}
	}
}

// lagging reports whether a step comes after all of a log: what is known of its acts
// is written then, and may lag behind.
func lagging(steps []string, n int) bool {
	last := -1
	for at, step := range steps {
		if step == storetest.OpSync+" turno"+logSuffix {
			last = at
		}
	}
	return last >= 0 && n-1 > last
}

func TestFullDiskAndReadOnly(t *testing.T) {
	growing := []string{storetest.OpMkdir, storetest.OpCreate, storetest.OpWrite, storetest.OpSync, storetest.OpAppend}
	for _, fault := range []struct {
		err  error
		kind error
		ops  []string
	}{
		{storetest.ErrFull, ErrFull, growing},
		{storetest.ErrReadOnly, ErrReadOnly, slices.Concat(growing, []string{storetest.OpLock, storetest.OpRename, storetest.OpRemove, storetest.OpTrunc, storetest.OpDir})},
	} {
		for _, s := range scenarios() {
			if s.name == "remove plan" && errors.Is(fault.kind, ErrFull) {
				continue // needs no room
			}
			fs, l := s.start(t)
			before := s.found(t, fs)
			fs.FailFrom(1, fault.err, fault.ops...)
			err := s.change(l)
			if !errors.Is(err, fault.kind) || strings.Contains(err.Error(), "\n") {
				t.Errorf("%s: %v", s.name, err)
			}
			if got := s.found(t, fs); got != before {
				t.Errorf("%s: %s", s.name, got)
			}
			if err := s.change(l); !errors.Is(err, fault.kind) {
				t.Errorf("%s again: %v", s.name, err)
			}
			fs.Heal()
			if err := s.change(l); err != nil {
				t.Errorf("%s after room was made: %v", s.name, err)
			}
		}
	}
}

func TestLogGoesOnInTheSameWindowAfterFailures(t *testing.T) {
	for n := 1; n <= 4; n++ { // write, sync, and the two of the cut
		fs := storetest.New()
		l := mustOpen(t, "d", WithFS(fs))
		g, _, err := l.OpenLog("turno")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := g.Append(json.RawMessage(`1`)); err != nil {
			t.Fatal(err)
		}
		fs.FailFrom(n, storetest.ErrFull, storetest.OpWrite, storetest.OpSync, storetest.OpTrunc)
		for err == nil {
			_, err = g.Append(json.RawMessage(`"un acto que no cabe"`))
		}
		if !errors.Is(err, ErrFull) {
			t.Error(err)
		}
		fs.Heal()
		want := g.seq + 1
		record, err := g.Append(json.RawMessage(`2`))
		if err != nil || record.Seq != want {
			t.Errorf("%d: %v %v", n, record, err)
		}
		for _, crash := range storetest.Crashes() {
			records, notice, err := mustOpen(t, "d", WithFS(fs.After(crash))).ReadLog("turno")
			if err != nil || notice != "" || len(records) != want || string(records[want-1].Body) != "2" {
				t.Errorf("%d crash %d: %v %q %v", n, crash, records, notice, err)
			}
		}
	}
}

var _ store.FS = (*storetest.Mem)(nil)
