package conflicts

import (
	stdcmp "cmp"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/lists/liststest"
)

// findNaively writes every conflict out as it is found, which takes tens of
// megabytes where lists contradict one another everywhere.
func findNaively(l Lists) []Conflict {
	all := slices.Concat(establishmentsNaively(l.Offers), takenUnlikeOffered(l.Offers, l.Adjudications), misplaced(&l))
	slices.SortStableFunc(all, func(a, b Conflict) int {
		return stdcmp.Or(
			stdcmp.Compare(slices.Index(Fields(), a.Field), slices.Index(Fields(), b.Field)), stdcmp.Compare(a.Renipress, b.Renipress),
			stdcmp.Compare(b.Process.Ordinal(), a.Process.Ordinal()),
			stdcmp.Compare(a.Profession, b.Profession), stdcmp.Compare(b.Modality, a.Modality),
		)
	})
	return all
}

type naiveRecord struct {
	plaza    *data.Plaza
	process  data.Process
	modality data.Modality
}

func establishmentsNaively(offers []*data.Offer) []Conflict {
	by := map[string][]naiveRecord{}
	for _, o := range offers {
		for i := range o.Plazas {
			p := &o.Plazas[i]
			by[p.Renipress] = append(by[p.Renipress], naiveRecord{p, o.Process, o.Modality})
		}
	}
	var out []Conflict
	for _, code := range slices.Sorted(maps.Keys(by)) {
		for _, a := range attributes() {
			if a.lasting {
				out = append(out, conflictNaively(code, "", a, by[code])...)
				continue
			}
			var processes []data.Process
			for _, r := range by[code] {
				if !slices.Contains(processes, r.process) {
					processes = append(processes, r.process)
				}
			}
			for _, process := range processes {
				same := slices.DeleteFunc(slices.Clone(by[code]), func(r naiveRecord) bool { return r.process != process })
				out = append(out, conflictNaively(code, process, a, same)...)
			}
		}
	}
	return out
}

func conflictNaively(code string, process data.Process, a attribute, records []naiveRecord) []Conflict {
	var sides []Side
	var keys []string
	for _, r := range records {
		value := a.of(r.plaza)
		if value == "" {
			continue
		}
		key := value
		if a.sameText {
			key = fold.Squash(value)
		}
		if at := slices.Index(keys, key); at >= 0 {
			sides[at].Rows++
			continue
		}
		keys = append(keys, key)
		sides = append(sides, Side{
			Value: value, Kind: data.KindOffer, Process: r.process, Modality: r.modality, Rows: 1, Source: firstSource(r.plaza.Sources),
		})
	}
	if len(sides) < 2 {
		return nil
	}
	return []Conflict{{
		Renipress: code, Establishment: records[0].plaza.Establishment, Process: process, Field: a.field, Sides: sides, Used: UsedOwn,
	}}
}

func TestFindAgreesWithTheNaiveForm(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		text := rapid.SampledFrom([]string{"", "PUNO", "PUNÓ", "PU NO", "CUSCO", "LIMA"})
		process := rapid.SampledFrom([]data.Process{"2025-I", "2025-II", "2026-I"})
		code := rapid.SampledFrom([]string{"00000001", "00000002", "00000003"})
		profession := rapid.SampledFrom([]string{"MEDICINA", "ENFERMERIA"})
		var l Lists
		for range rapid.IntRange(0, 4).Draw(rt, "offers") {
			o := &data.Offer{Process: process.Draw(rt, "process"), Modality: rapid.SampledFrom(data.Modalities()).Draw(rt, "modality")}
			for row := range rapid.IntRange(0, 6).Draw(rt, "plazas") {
				o.Plazas = append(o.Plazas, plaza(o.Process, o.Modality, profession.Draw(rt, "profession"), code.Draw(rt, "code"), row, func(p *data.Plaza) {
					p.Region, p.District, p.Establishment = text.Draw(rt, "region"), text.Draw(rt, "district"), text.Draw(rt, "name")
					p.Grade, p.ZAF = rapid.IntRange(0, 3).Draw(rt, "grade"), rapid.Bool().Draw(rt, "zaf")
				}))
			}
			l.Offers = append(l.Offers, o)
			a := &data.Adjudication{Process: o.Process, Modality: o.Modality}
			for row := range rapid.IntRange(0, 3).Draw(rt, "picks") {
				a.Picks = append(a.Picks, data.Pick{Profession: profession.Draw(rt, "of"), Renipress: code.Draw(rt, "taken"), Source: data.Source{Row: row}})
			}
			l.Adjudications = append(l.Adjudications, a)
		}
		agreesWithNaive(rt, l)
	})
}

func TestFindAgreesWithTheNaiveFormOnRealLists(t *testing.T) {
	offers := liststest.Offers(t)
	agreesWithNaive(t, Lists{Offers: offers, Adjudications: liststest.Adjudications(t, offers...)})
}

func agreesWithNaive(t rapid.TB, l Lists) {
	t.Helper()
	book, want := Find(l), findNaively(l)
	if diff := cmp.Diff(want, book.All()); diff != "" {
		t.Fatal(diff)
	}
	of := map[string][]Conflict{}
	for i, c := range want {
		of[c.Renipress] = append(of[c.Renipress], c)
		if book.FieldAt(i) != c.Field {
			t.Fatalf("conflict %d is of %s, not %s", i, book.FieldAt(i), c.Field)
		}
	}
	for _, o := range l.Offers {
		for i := range o.Plazas {
			id := o.Plazas[i].PlazaID
			var about []Conflict
			for _, c := range of[id.Renipress] {
				if (c.Process == "" || c.Process == id.Process) && (c.Profession == "" || c.Profession == id.Profession) && (c.Modality == "" || c.Modality == id.Modality) {
					about = append(about, c)
				}
			}
			if diff := cmp.Diff(about, book.Of(id)); diff != "" {
				t.Fatalf("%v: %s", id, diff)
			}
		}
	}
}
