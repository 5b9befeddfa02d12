package library

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"brujula/data"
	"brujula/data/store/storetest"
)

func mustOpen(t testing.TB, dir string, opts ...Option) *Library {
	t.Helper()
	l, err := Open(dir, opts...)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// A commit whose last step fails is in force, and is not said to have left all as
// it was.
func TestACommitThatIsInForceIsSaidToBe(t *testing.T) {
	fs := storetest.New()
	l := mustOpen(t, "d", WithFS(fs))
	mustCommit(t, l, fakeItem(fakeOffer("2025-I", data.Remunerada, 2, 1), day(1)))
	item := fakeItem(fakeOffer("2026-I", data.Remunerada, 2, 1), day(1))
	for n := 1; ; n++ {
		fs.FailAt(n, syscall.EIO)
		_, err := l.Commit(t.Context(), []Item{item})
		fs.Heal()
		if err == nil {
			break // all steps have failed once
		}
		if lists := len(mustOpen(t, "d", WithFS(fs)).Lists()); strings.Contains(err.Error(), "quedó hecho") != (lists == 2) || strings.Contains(err.Error(), "intacto") != (lists == 1) {
			t.Fatalf("step %d: %d lists, %v", n, lists, err)
		} else if lists == 2 {
			return
		}
	}
	t.Error("the commit was never in force with an error")
}

func mustCommit(t testing.TB, l *Library, items ...Item) []Change {
	t.Helper()
	changes, err := l.Commit(context.Background(), items)
	if err != nil {
		t.Fatal(err)
	}
	return changes
}

func TestEmptyLibraryWritesNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "serums")
	l := mustOpen(t, dir)
	if _, err := l.Offer(context.Background(), "2026-I", data.Remunerada); !errors.Is(err, ErrNotFound) {
		t.Errorf("offer: %v", err)
	}
	offers, err := l.Offers(context.Background())
	profile, profileErr := l.Profile()
	plans, plansErr := l.Plans()
	logs, logsErr := l.Logs()
	if err := errors.Join(err, profileErr, plansErr, logsErr); err != nil {
		t.Error(err)
	}
	if len(l.Lists())+len(offers)+len(plans)+len(logs) != 0 || !cmp.Equal(profile, Profile{}) {
		t.Error("a missing folder is not empty")
	}
	if changes, err := l.Plan([]Item{fakeItem(fakeOffer("2026-I", data.Remunerada, 3, 1), day(1))}); err != nil || changes[0].Added != 3 {
		t.Errorf("%v %v", changes, err)
	}
	if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("reading made the folder: %v", err)
	}
}

func TestCommitAndLoad(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "serums")
	l := mustOpen(t, dir)
	offer := fakeOffer("2026-I", data.Remunerada, 40, 1)
	other := fakeOffer("2026-I", data.Equivalente, 20, 2)
	picks := fakeAdjudication("2025-I", data.Remunerada, 30)
	picks.UpTo = 25
	table := &Table{Head: []string{"renipress", "latitud", "longitud"}, Rows: [][]string{{"00000001", "-6.23", "-77.87"}}}
	tableItem := Item{Info: data.ListInfo{Kind: data.KindCoordinates, File: "c.csv", Imported: day(1), Rows: 1}, Table: table}
	item := fakeItem(offer, day(2))
	mustCommit(t, l, fakeAdjudicationItem(picks, day(1)), tableItem, fakeItem(other, day(2)), item)

	for _, l := range []*Library{l, mustOpen(t, dir)} {
		var kinds []string
		for _, info := range l.Lists() {
			kinds = append(kinds, strings.Join([]string{string(info.Kind), string(info.Process), string(info.Modality)}, " "))
		}
		want := []string{"oferta 2026-I remunerada", "oferta 2026-I equivalente", "adjudicados 2025-I remunerada", "coordenadas  "}
		if diff := cmp.Diff(want, kinds); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff(item.Info, l.Lists()[0]); diff != "" {
			t.Error(diff)
		}
		offers, err := l.Offers(context.Background())
		if diff := cmp.Diff([]*data.Offer{offer, other}, offers, cmpopts.EquateEmpty()); diff != "" || err != nil {
			t.Error(err, diff)
		}
		lists, err := l.Adjudications(context.Background())
		if diff := cmp.Diff([]*data.Adjudication{picks}, lists); diff != "" || err != nil {
			t.Error(err, diff)
		}
		back, err := l.Table(context.Background(), data.KindCoordinates, "", "")
		if diff := cmp.Diff(table, back); diff != "" || err != nil {
			t.Error(err, diff)
		}
		problems, err := l.Problems(data.ListInfo{Kind: data.KindOffer, Process: "2026-I", Modality: data.Remunerada})
		if diff := cmp.Diff(item.Problems, problems); diff != "" || err != nil {
			t.Error(err, diff)
		}
	}
}

// files returns what is in a folder, but for the lock.
func files(t *testing.T, dir string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() || entry.Name() == lockName {
			return err
		}
		content, err := os.ReadFile(path)
		info, _ := entry.Info()
		all[path] = info.ModTime().String() + string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestSameListTouchesNoFile(t *testing.T) {
	dir := t.TempDir()
	l := mustOpen(t, dir)
	mustCommit(t, l, fakeItem(fakeOffer("2026-I", data.Remunerada, 10, 1), day(1)))
	was := files(t, dir)
	change := mustCommit(t, l, fakeItem(fakeOffer("2026-I", data.Remunerada, 10, 1), day(9)))[0]
	if !change.Same || !change.Replaced || change.Info.Imported != day(1) || change.Added+change.Changed+change.Removed != 0 || change.SeatsBefore != change.SeatsAfter {
		t.Errorf("%+v", change)
	}
	if diff := cmp.Diff(was, files(t, dir)); diff != "" {
		t.Error(diff)
	}
}

func TestReplacingSaysWhatChanged(t *testing.T) {
	dir := t.TempDir()
	l := mustOpen(t, dir)
	first := fakeOffer("2026-I", data.Remunerada, 10, 1)
	mustCommit(t, l, fakeItem(first, day(1)), fakeItem(fakeOffer("2026-I", data.Equivalente, 4, 1), day(1)))
	fingerprint, _ := l.Fingerprint(data.KindOffer, "2026-I", data.Remunerada)

	second := fakeOffer("2026-I", data.Remunerada, 11, 1) // one more
	second.Plazas[10].Profession = "MEDICINA"
	for i := range 10 {
		second.Plazas[i].Profession = first.Plazas[i].Profession
	}
	second.Plazas[3].Seats += 5
	second.Plazas[3].Grade = 1 + second.Plazas[3].Grade%5
	second.Plazas[4].Sources = []data.Source{{File: "otra.csv", Row: 99}} // moved alone: no change
	second.Plazas = append(second.Plazas[:7:7], second.Plazas[8:]...)     // one less
	planned, err := l.Plan([]Item{fakeItem(second, day(2))})
	if err != nil {
		t.Fatal(err)
	}
	change := mustCommit(t, l, fakeItem(second, day(2)))[0]
	if diff := cmp.Diff(planned[0], change); diff != "" {
		t.Errorf("plan and commit differ: %s", diff)
	}
	want := Change{
		Info: fakeItem(second, day(2)).Info, Replaced: true, Added: 1, Removed: 1, Changed: 1,
		SeatsBefore: first.Seats(), SeatsAfter: second.Seats(),
		Details: []Detail{
			{Before: &first.Plazas[7]},
			{Before: &first.Plazas[3], After: &second.Plazas[3], Fields: []string{"gd", "cupos"}},
			{After: &second.Plazas[9]},
		},
	}
	if diff := cmp.Diff(want, change, cmpopts.EquateEmpty()); diff != "" {
		t.Error(diff)
	}
	if now, ok := l.Fingerprint(data.KindOffer, "2026-I", data.Remunerada); !ok || now == fingerprint {
		t.Error("the fingerprint did not change")
	}
	if len(l.Lists()) != 2 {
		t.Errorf("%d lists", len(l.Lists()))
	}
	names, _ := os.ReadDir(filepath.Join(dir, listFolder))
	if len(names) != 6 { // two lists, the one before that can be taken back, three reports
		t.Errorf("%v", names)
	}
	mustCommit(t, l, fakeItem(fakeOffer("2026-I", data.Remunerada, 12, 1), day(3)))
	if names, _ = os.ReadDir(filepath.Join(dir, listFolder)); len(names) != 6 { // the files of the first are gone
		t.Errorf("%v", names)
	}
}

func TestReplacingAdjudicationsAndTables(t *testing.T) {
	l := mustOpen(t, t.TempDir())
	picks := fakeAdjudication("2025-I", data.Remunerada, 5)
	table := Item{Info: data.ListInfo{Kind: data.KindNotes}, Table: &Table{Head: []string{"a", "b"}, Rows: [][]string{{"1", "2"}, {"3", "4"}}}}
	mustCommit(t, l, fakeAdjudicationItem(picks, day(1)), table)
	again := fakeAdjudication("2025-I", data.Remunerada, 6)
	again.Picks[0].Rank = 77
	again.Picks[1].Source.Row = 99
	table.Table = &Table{Head: []string{"a", "b"}, Rows: [][]string{{"3", "4"}, {"5", "6"}, {"7", "8"}}}
	changes := mustCommit(t, l, fakeAdjudicationItem(again, day(1)), table)
	if c := changes[0]; c.Added != 2 || c.Removed != 1 || c.SeatsBefore != 5 || c.SeatsAfter != 6 {
		t.Errorf("%+v", c)
	}
	if c := changes[1]; c.Added != 2 || c.Removed != 1 || !c.Replaced {
		t.Errorf("%+v", c)
	}
}

func TestReportAloneIsAChange(t *testing.T) {
	l := mustOpen(t, t.TempDir())
	item := fakeItem(fakeOffer("2026-I", data.Remunerada, 5, 1), day(1))
	mustCommit(t, l, item)
	item.Problems[0].Reason = "otra razón"
	if c := mustCommit(t, l, item)[0]; c.Same || c.Added+c.Removed+c.Changed != 0 {
		t.Errorf("%+v", c)
	}
	if problems, err := l.Problems(item.Info); err != nil || problems[0].Reason != "otra razón" {
		t.Errorf("%v %v", problems, err)
	}
}

func TestItemsThatContradictThemselves(t *testing.T) {
	offer := fakeOffer("2026-I", data.Remunerada, 2, 1)
	good := fakeItem(offer, day(1))
	stray := fakeItem(fakeOffer("2026-I", data.Remunerada, 2, 1), day(1))
	stray.Offer.Plazas[1].Process = "2025-I"
	for name, items := range map[string][]Item{
		"nothing":        {{Info: good.Info}},
		"two contents":   {{Info: good.Info, Offer: offer, Table: &Table{Head: []string{"a"}}}},
		"wrong kind":     {{Info: data.ListInfo{Kind: data.KindAdjudication, Process: "2026-I", Modality: data.Remunerada}, Offer: offer}},
		"other process":  {{Info: data.ListInfo{Kind: data.KindOffer, Process: "2025-I", Modality: data.Remunerada}, Offer: offer}},
		"stray plaza":    {stray},
		"twice":          {good, good},
		"path":           {{Info: data.ListInfo{Kind: data.KindNotes, Process: "../../x"}, Table: &Table{Head: []string{"a"}}}},
		"unknown kind":   {{Info: data.ListInfo{Kind: "../x"}, Table: &Table{Head: []string{"a"}}}},
		"modality":       {{Info: data.ListInfo{Kind: data.KindNotes, Modality: "x/y"}, Table: &Table{Head: []string{"a"}}}},
		"no column":      {{Info: data.ListInfo{Kind: data.KindNotes}, Table: &Table{}}},
		"ragged":         {{Info: data.ListInfo{Kind: data.KindNotes}, Table: &Table{Head: []string{"a"}, Rows: [][]string{{"1", "2"}}}}},
		"cut other rank": {{Info: data.ListInfo{Kind: data.KindAdjudication, Process: "2026-I", Modality: data.Remunerada, UpTo: 3}, Adjudication: fakeAdjudication("2026-I", data.Remunerada, 1)}},
	} {
		fs := storetest.New()
		l := mustOpen(t, "d", WithFS(fs))
		if _, err := l.Commit(context.Background(), items); !errors.Is(err, ErrItem) {
			t.Errorf("%s: %v", name, err)
		}
		if len(fs.Files()) != 0 {
			t.Errorf("%s wrote %v", name, fs.Files())
		}
	}
}

func TestReaderFollowsAnotherProcess(t *testing.T) {
	dir := t.TempDir()
	writer := mustOpen(t, dir)
	mustCommit(t, writer, fakeItem(fakeOffer("2026-I", data.Remunerada, 5, 1), day(1)))
	reader := mustOpen(t, dir)
	mustCommit(t, writer, fakeItem(fakeOffer("2026-I", data.Remunerada, 4, 1), day(2)))
	mustCommit(t, writer, fakeItem(fakeOffer("2026-I", data.Remunerada, 6, 1), day(2)))
	offer, err := reader.Offer(context.Background(), "2026-I", data.Remunerada) // its files are gone
	if err != nil || len(offer.Plazas) != 6 {
		t.Errorf("%v", err)
	}
	if problems, err := reader.Problems(data.ListInfo{Kind: data.KindOffer, Process: "2026-I", Modality: data.Remunerada}); err != nil || len(problems) != 1 {
		t.Errorf("%v %v", problems, err)
	}
}

func TestCommitOverAnotherProcess(t *testing.T) {
	dir := t.TempDir()
	one, two := mustOpen(t, dir), mustOpen(t, dir)
	mustCommit(t, one, fakeItem(fakeOffer("2026-I", data.Remunerada, 5, 1), day(1)))
	mustCommit(t, two, fakeItem(fakeOffer("2026-I", data.Equivalente, 5, 1), day(1))) // opened before the first was there
	if lists := mustOpen(t, dir).Lists(); len(lists) != 2 {
		t.Errorf("%d lists", len(lists))
	}
}

func TestContextStopsCommit(t *testing.T) {
	dir := t.TempDir()
	l := mustOpen(t, dir)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := l.Commit(ctx, []Item{fakeItem(fakeOffer("2026-I", data.Remunerada, 5, 1), day(1))}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if len(mustOpen(t, dir).Lists()) != 0 {
		t.Error("stored all the same")
	}
}
