package library

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data/store/storetest"
)

func filled(t *testing.T) (*storetest.Mem, *Library) {
	t.Helper()
	fs := storetest.New()
	fill(t, mustOpen(t, "d", WithFS(fs)), 4)
	fs.Heal()
	return fs, mustOpen(t, "d", WithFS(fs))
}

// stateOf opens the library as the next start does and tells which of two
// states it found.
func stateOf(t *testing.T, fs *storetest.Mem, before, after map[string]string, where string) string {
	t.Helper()
	l, err := Open("d", WithFS(fs))
	if err != nil {
		t.Fatalf("%s: does not open: %v", where, err)
	}
	if offers, err := l.Offers(context.Background()); err != nil || len(offers) != 1 {
		t.Fatalf("%s: %d offers, %v", where, len(offers), err)
	}
	got := ownedFiles(fs, "d")
	switch {
	case maps.Equal(got, before):
		return "before"
	case maps.Equal(got, after):
		return "after"
	}
	t.Fatalf("%s: neither old nor new: %s", where, cmp.Diff(after, got))
	return ""
}

// rehearsal is a restore that went well: what the library held before and
// holds after, and each step on the disk, of which the one that promises the
// restore decides between the two.
type rehearsal struct {
	backup        *Contents
	before, after map[string]string
	steps         []string
	promised      int // counted from 1
}

func rehearse(t *testing.T) rehearsal {
	t.Helper()
	content, after := backupOf(t, 5)
	r := rehearsal{backup: mustOpenBackup(t, content), after: after}
	fs, l := filled(t)
	r.before = ownedFiles(fs, "d")
	if _, err := l.Restore(t.Context(), r.backup, made); err != nil {
		t.Fatal(err)
	}
	r.steps = fs.Steps()
	r.promised = 1 + slices.Index(r.steps, "rename "+journalName)
	return r
}

func TestAnyCrashWhileRestoringLeavesOldOrNew(t *testing.T) {
	r := rehearse(t)
	if r.promised < 10 || len(r.steps) < r.promised+10 {
		t.Fatalf("%d steps, promised at %d: %v", len(r.steps), r.promised, r.steps)
	}
	stride := 1
	if testing.Short() { // the race detector, to which one step is as good as another
		stride = 5
	}
	for n := 1; n <= len(r.steps); n += stride {
		for _, crash := range storetest.Crashes() {
			fs, l := filled(t)
			fs.StopAt(n)
			if _, err := l.Restore(t.Context(), r.backup, made); err == nil && n < len(r.steps)-20 {
				t.Fatalf("step %d stopped nothing", n)
			}
			where := fmt.Sprintf("step %d (%s), crash %d", n, r.steps[n-1], crash)
			state := stateOf(t, fs.After(crash), r.before, r.after, where)
			if n <= r.promised && state != "before" || n > r.promised+1 && state != "after" {
				t.Errorf("%s: %s", where, state)
			}
		}
	}
}

// A restore that is interrupted again while it is carried through.
func TestCrashWhileResuming(t *testing.T) {
	r := rehearse(t)
	for n := r.promised + 2; n <= len(r.steps); n += 3 {
		fs, l := filled(t)
		fs.StopAt(n)
		_, _ = l.Restore(t.Context(), r.backup, made)
		for m := 1; ; m++ {
			half := fs.After(storetest.Kill)
			half.StopAt(m)
			if _, err := Open("d", WithFS(half)); err == nil {
				break // all steps of resuming were stopped once
			}
			for _, crash := range storetest.Crashes() {
				where := fmt.Sprintf("step %d, then %d, crash %d", n, m, crash)
				if state := stateOf(t, half.After(crash), r.before, r.after, where); state != "after" {
					t.Errorf("%s: %s", where, state)
				}
			}
		}
	}
}

func TestAnyFaultWhileRestoring(t *testing.T) {
	r := rehearse(t)
	for n := 1; n <= len(r.steps); n++ {
		fs, l := filled(t)
		fs.FailAt(n, storetest.ErrFull)
		_, err := l.Restore(t.Context(), r.backup, made)
		fs.Heal()
		where := fmt.Sprintf("step %d (%s)", n, r.steps[n-1])
		state := stateOf(t, fs, r.before, r.after, where)
		switch {
		case n <= r.promised && (state != "before" || err == nil):
			t.Errorf("%s: %s, %v", where, state, err)
		case err != nil && n > r.promised+1 && (state != "after" || !strings.Contains(err.Error(), "a medias")):
			t.Errorf("%s: %s, %v", where, state, err)
		}
		// Whatever went wrong, trying again works and leaves nothing lying about.
		l = mustOpen(t, "d", WithFS(fs))
		if _, err := l.Restore(t.Context(), r.backup, made); err != nil {
			t.Fatalf("%s: again: %v", where, err)
		}
		if state := stateOf(t, fs, r.before, r.after, where); state != "after" {
			t.Errorf("%s: again: %s", where, state)
		}
		for path := range fs.Files() {
			if strings.HasSuffix(path, stageSuffix) || strings.HasSuffix(path, journalName) {
				t.Errorf("%s: %s was left behind", where, path)
			}
		}
	}
}

func TestFullDiskWhileRestoring(t *testing.T) {
	content, _ := backupOf(t, 5)
	fs, l := filled(t)
	before := ownedFiles(fs, "d")
	fs.FailFrom(1, storetest.ErrFull, storetest.OpWrite, storetest.OpCreate)
	if _, err := l.Restore(t.Context(), mustOpenBackup(t, content), made); !errors.Is(err, ErrFull) {
		t.Error(err)
	}
	if diff := cmp.Diff(before, ownedFiles(fs, "d")); diff != "" {
		t.Error(diff)
	}
}
