package library

import (
	"context"
	"errors"
	"os"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data"
	"brujula/data/store/storetest"
)

// withImport makes a library in which the last import replaced one list, brought
// another, and left two alone.
func withImport(t *testing.T, l *Library) {
	t.Helper()
	mustCommit(t, l, fakeItem(fakeOffer("2026-I", data.Remunerada, 9, 1), day(1)), fakeItem(fakeOffer("2025-I", data.Remunerada, 4, 1), day(1)), notesItem(3))
	mustCommit(t, l, fakeItem(fakeOffer("2026-I", data.Remunerada, 2, 5), day(2)), fakeItem(fakeOffer("2026-I", data.Equivalente, 3, 1), day(2)))
}

func TestTakeBackBringsTheListsBeforeBack(t *testing.T) {
	dir := t.TempDir()
	l := mustOpen(t, dir)
	mustCommit(t, l, fakeItem(fakeOffer("2026-I", data.Remunerada, 9, 1), day(1)), fakeItem(fakeOffer("2025-I", data.Remunerada, 4, 1), day(1)), notesItem(3))
	want := describeLists(t, l)
	mustCommit(t, l, fakeItem(fakeOffer("2026-I", data.Remunerada, 2, 5), day(2)), fakeItem(fakeOffer("2026-I", data.Equivalente, 3, 1), day(2)))
	mustCommit(t, l, fakeItem(fakeOffer("2026-I", data.Remunerada, 2, 5), day(3))) // the same again changes nothing, nor what can be taken back

	again := mustOpen(t, dir) // after a restart
	would := again.LastImport()
	done, err := again.TakeBack(t.Context())
	if diff := cmp.Diff(would, done); err != nil || diff != "" || len(done) != 2 {
		t.Fatal(err, diff)
	}
	for _, r := range done {
		if was := r.Before != nil; was != (r.Info.Modality == data.Remunerada) || was && r.Before.Plazas != 9 {
			t.Errorf("%+v", r)
		}
	}
	if diff := cmp.Diff(want, describeLists(t, mustOpen(t, dir))); diff != "" {
		t.Error(diff)
	}
	if _, err := mustOpen(t, dir).TakeBack(t.Context()); !errors.Is(err, ErrNotFound) {
		t.Errorf("twice: %v", err)
	}
	names, _ := os.ReadDir(l.path(listFolder))
	if len(names) != 6 { // three lists with their reports, and nothing of what was taken back
		t.Errorf("%v", names)
	}
	// The index being lost too, what was taken back stays away.
	if err := os.Remove(l.path(indexName)); err != nil {
		t.Fatal(err)
	}
	if offer, err := mustOpen(t, dir).Offer(t.Context(), "2026-I", data.Remunerada); err != nil || len(offer.Plazas) != 9 {
		t.Error(err)
	}
}

func TestTakeBackRefuses(t *testing.T) {
	for name, tt := range map[string]struct {
		meanwhile func(t *testing.T, l *Library)
		want      error
	}{
		"a list changed since": {func(t *testing.T, l *Library) {
			if _, err := l.Amend(t.Context(), func() ([]Item, error) {
				return []Item{fakeItem(fakeOffer("2026-I", data.Remunerada, 5, 1), day(3))}, nil
			}); err != nil {
				t.Fatal(err)
			}
		}, ErrNotFound},
		"the list before is damaged": {func(t *testing.T, l *Library) {
			edit(t, l.contentPath(l.current().Last.Swaps[0].Was), truncated)
		}, ErrDamaged},
		"another process writes": {func(t *testing.T, l *Library) {
			release, err := mustOpen(t, l.dir).Lock()
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(release)
		}, ErrLocked},
	} {
		l := mustOpen(t, t.TempDir())
		withImport(t, l)
		tt.meanwhile(t, l)
		before := l.Lists()
		if _, err := l.TakeBack(t.Context()); !errors.Is(err, tt.want) {
			t.Errorf("%s: %v", name, err)
		}
		if diff := cmp.Diff(before, mustOpen(t, l.dir).Lists()); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// What notes were added by hand after an import of notes are not taken back with it.
func TestTakeBackLeavesLaterNotes(t *testing.T) {
	l := mustOpen(t, t.TempDir())
	mustCommit(t, l, notesItem(2))
	amend := func() ([]Item, error) { return []Item{notesItem(3)}, nil }
	if _, err := l.Import(t.Context(), amend); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Amend(t.Context(), func() ([]Item, error) { return []Item{notesItem(4)}, nil }); err != nil {
		t.Fatal(err)
	}
	if _, err := l.TakeBack(t.Context()); !errors.Is(err, ErrNotFound) {
		t.Error(err)
	}
	if n, err := countNotes(l); n != 4 || err != nil {
		t.Errorf("%d %v", n, err)
	}
}

// A change that is killed and whose index is lost as well leaves the lists from
// before it, each whole: never those of half a commit.
func TestLostIndexAfterAKill(t *testing.T) {
	commit := func(l *Library) error {
		_, err := l.Commit(context.Background(), []Item{
			fakeItem(fakeOffer("2026-I", data.Remunerada, 6, 3), day(2)), fakeItem(fakeOffer("2026-I", data.Equivalente, 3, 1), day(2)),
		})
		return err
	}
	takeBack := func(l *Library) error {
		_, err := l.TakeBack(context.Background())
		return err
	}
	for name, tt := range map[string]struct {
		begin  func(t *testing.T, l *Library)
		change func(l *Library) error
		want   []int // plazas of the lists, before or after
	}{
		"first commit": {func(*testing.T, *Library) {}, commit, nil},
		"commit": {func(t *testing.T, l *Library) {
			mustCommit(t, l, fakeItem(fakeOffer("2026-I", data.Remunerada, 4, 1), day(1)))
		}, commit, []int{4}},
		"take back": {withImport, takeBack, []int{9, 4, 0}},
	} {
		for n := 1; ; n++ {
			fs := storetest.New()
			tt.begin(t, mustOpen(t, "d", WithFS(fs)))
			fs.StopAt(n)
			l := mustOpen(t, "d", WithFS(fs))
			if tt.change(l) == nil {
				break
			}
			for _, crash := range storetest.Crashes() {
				left := fs.After(crash)
				_ = left.Remove(l.path(indexName))
				var got []int
				for _, info := range mustOpen(t, "d", WithFS(left)).Lists() {
					got = append(got, info.Plazas)
				}
				after := name != "take back" && slices.Equal(got, []int{6, 3})
				undone := name == "take back" && len(got) > 1 && (got[0] == 2 || got[0] == 9)
				if !slices.Equal(got, tt.want) && !after && !undone {
					t.Errorf("%s, stopped at %d, crash %d: %v", name, n, crash, got)
				}
			}
		}
	}
}

// A full disk does not keep the user from going back, once there is room for the
// index, and until then all is as it was.
func TestTakeBackOnAFullDisk(t *testing.T) {
	fs := storetest.New()
	l := mustOpen(t, "d", WithFS(fs))
	withImport(t, l)
	before := describeLists(t, l)
	fs.FailFrom(1, storetest.ErrFull, storetest.OpWrite)
	if _, err := l.TakeBack(t.Context()); !errors.Is(err, ErrFull) {
		t.Error(err)
	}
	if got := describeLists(t, mustOpen(t, "d", WithFS(fs))); got != before {
		t.Error(got)
	}
	fs.Heal()
	if _, err := l.TakeBack(t.Context()); err != nil {
		t.Error(err)
	}
}
