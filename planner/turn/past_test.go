package turn

import (
	"context"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"brujula/data"
	"brujula/data/sample"
	"brujula/planner/availability"
)

func plain(code string) string { return "POSTA " + code }

// Whatever happens, the list has as many seats of each plaza as are crossed out, no
// turn twice, and none that has not come.
func TestPastHoldsWhatIsCrossedOut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := New(testLine, testSeats)
		for _, e := range drawEvents(t) {
			if e.Kind == End {
				continue // then nothing is crossed out any more
			}
			_, _ = a.Apply(e)
		}
		d, ok := a.Past(plain)
		s := a.State()
		gone, ranks := map[string]int{}, map[int]bool{}
		for _, p := range d.Adjudication.Picks {
			gone[p.Renipress]++
			if p.Rank > 0 && ranks[p.Rank] {
				t.Fatalf("two at turn %d", p.Rank)
			}
			ranks[p.Rank] = true
		}
		for _, p := range d.Adjudication.Passed {
			if ranks[p.Rank] {
				t.Fatalf("turn %d took a seat and none", p.Rank)
			}
		}
		want := map[string]int{}
		for code, n := range s.Gone {
			if n > 0 {
				want[code] = n
			}
		}
		if diff := cmp.Diff(want, gone); diff != "" || ok != (s.Told > 0) {
			t.Fatal(diff)
		}
		f := d.Info.Followed[0]
		if f.Exact > 0 && f.Exact >= f.Turn || f.Whole && f.Unseen > 0 {
			t.Fatalf("%+v", f)
		}
	})
}

func TestPastTellsWhatIsPartial(t *testing.T) {
	begin := Event{Kind: Start, Line: testLine, N: 1, Rank: 3}
	cross := func(code string) Event { return Event{Kind: Cross, Renipress: code} }
	late := func(code string) Event { return Event{Kind: Cross, Renipress: code, Late: true} }
	all := []Event{begin}
	for code, n := range testSeats {
		for range n {
			all = append(all, cross(code))
		}
	}
	for _, c := range []struct {
		name   string
		events []Event
		want   data.Followed
	}{
		{"to the end", all, data.Followed{Exact: 10, Whole: true, Turn: 11}},
		{"to the end, and over", append(all, Event{Kind: End}), data.Followed{Exact: 10, Whole: true, Turn: 11}},
		{"half of it", all[:6], data.Followed{Exact: 5, Turn: 6}},
		{"two passed", append(all[:3:3], Event{Kind: Pass, N: 2}, cross("00000004")), data.Followed{Exact: 5, Turn: 6}},
		{"offline for three turns", append(all[:3:3], Event{Kind: Pick, N: 6}, cross("00000004")), data.Followed{Exact: 2, Turn: 7, Unseen: 3}},
		{"and one of them heard of", append(all[:3:3], Event{Kind: Pick, N: 6}, late("00000004")), data.Followed{Exact: 2, Turn: 6, Unseen: 3, Unordered: 1}},
		{"begun late", []Event{{Kind: Start, Line: testLine, N: 40}, cross("00000002")}, data.Followed{Turn: 41, Unseen: 39}},
		{"one that seemed to pass", []Event{begin, cross("00000002"), {Kind: Pass, N: 1}, cross("00000003"), late("00000004")}, data.Followed{Exact: 1, Turn: 4, Unordered: 1}},
		{"a part of the official list", []Event{begin, cross("00000002"), {Kind: Import, Taken: map[string]int{"00000002": 1, "00000003": 2}, UpTo: 3}}, data.Followed{Exact: 1, Turn: 4, Unseen: 2, Unordered: 2}},
		{"mine", []Event{begin, cross("00000002"), cross("00000003"), {Kind: Take, Renipress: "00000004"}}, data.Followed{Exact: 3, Turn: 4, Mine: "00000004"}},
		{"mine, told after the end", []Event{begin, cross("00000002"), cross("00000003"), {Kind: End}, {Kind: Take, Renipress: "00000004", Rank: 3}}, data.Followed{Exact: 3, Turn: 4, Mine: "00000004"}},
		{"I passed", []Event{begin, cross("00000002"), cross("00000003"), {Kind: Decline}}, data.Followed{Exact: 3, Turn: 4}},
		{"back to an earlier turn", []Event{begin, cross("00000002"), cross("00000003"), {Kind: Pick, N: 2}}, data.Followed{Exact: 0, Turn: 2, Unordered: 1}},
		{"crossed out and freed", []Event{begin, cross("00000002"), cross("00000003"), {Kind: Release, Renipress: "00000002"}}, data.Followed{Exact: 0, Turn: 3, Unseen: 1}},
		{"taken back", []Event{begin, cross("00000002"), cross("00000003"), {Kind: Undo}}, data.Followed{Exact: 1, Turn: 2}},
	} {
		a := New(testLine, testSeats)
		mustApply(t, a, c.events...)
		c.want.Profession = testLine.Profession
		d, ok := a.Past(plain)
		if diff := cmp.Diff(c.want, d.Info.Followed[0]); !ok || diff != "" {
			t.Errorf("%s: %s", c.name, diff)
		}
	}
	if _, ok := New(testLine, testSeats).Past(plain); ok {
		t.Error("an act that has not begun gives a list")
	}
}

// simulated plays a line of an official list as an act: every pick at its rank, the
// ranks between them passing.
func simulated(t *testing.T, offer *data.Offer, list *data.Adjudication, profession string, gap int) *Act {
	t.Helper()
	line := data.Line{Process: offer.Process, Profession: profession, Modality: offer.Modality}
	var plazas []data.Plaza
	for _, p := range offer.Plazas {
		if p.Line() == line {
			plazas = append(plazas, p)
		}
	}
	a := New(line, SeatsOf(plazas))
	mustApply(t, a, Event{Kind: Start, Line: line, N: 1})
	for _, p := range list.Picks {
		if p.Profession != profession {
			continue
		}
		if turn := a.State().Turn; p.Rank > turn && p.Rank == gap {
			mustApply(t, a, Event{Kind: Pick, N: p.Rank})
		} else if p.Rank > turn {
			mustApply(t, a, Event{Kind: Pass, N: p.Rank - turn})
		}
		mustApply(t, a, Event{Kind: Cross, Renipress: p.Renipress})
	}
	mustApply(t, a, Event{Kind: End})
	return a
}

// ranked is a made-up list in which every fifth rank passes.
func ranked(offer *data.Offer, profession string) *data.Adjudication {
	rng := rand.New(rand.NewPCG(3, 4))
	list := &data.Adjudication{Process: offer.Process, Modality: offer.Modality}
	for _, p := range sample.Adjudication(offer, 1).Picks {
		if p.Profession == profession {
			list.Picks = append(list.Picks, p)
		}
	}
	rng.Shuffle(len(list.Picks), func(i, j int) { list.Picks[i], list.Picks[j] = list.Picks[j], list.Picks[i] })
	for i := range list.Picks {
		list.Picks[i].Rank, list.Picks[i].Mark = 1+i+i/5, 0
	}
	return list
}

// A model fitted on an act is that fitted on the official list of the same picks: on
// all of it where the act was followed to its end, else on it cut at the last turn up
// to which everything was seen.
func TestModelOfAnActIsThatOfTheOfficialList(t *testing.T) {
	offer := sample.Offer("2025-I", data.Remunerada, 700, 1)
	const profession = "MEDICINA"
	official := ranked(offer, profession)
	n := len(official.Picks)
	if n < 100 {
		t.Fatalf("%d picks", n)
	}
	last := official.Picks[n-1].Rank
	offer.Plazas = append([]data.Plaza(nil), offer.Plazas...)
	taken := map[string]int{}
	for _, p := range official.Picks {
		taken[p.Renipress]++
	}
	for i := range offer.Plazas {
		if p := &offer.Plazas[i]; p.Profession == profession {
			p.Seats = taken[p.Renipress] // all go
		}
	}
	fit := func(list *data.Adjudication) *availability.Forecast {
		m, err := availability.Fit(context.Background(), []availability.History{{Offer: offer, Adjudication: list}}, availability.DefaultSettings())
		if err != nil {
			t.Fatal(err)
		}
		return m.Forecast(data.Line{Process: "2026-I", Profession: profession, Modality: data.Remunerada}, offer.Plazas)
	}
	gap := official.Picks[n/2].Rank // a multiple of six after which one passes
	for gap%6 != 1 {
		gap++
	}
	for _, c := range []struct {
		name string
		gap  int
		want *data.Adjudication
	}{
		{"whole", last + 1, official},
		{"offline for a turn", gap, availability.CutAt(official, gap-2)},
	} {
		d, ok := simulated(t, offer, official, profession, c.gap).Past(plain)
		if f := d.Info.Followed[0]; !ok || f.Whole != (c.gap > last) {
			t.Fatalf("%s: %+v", c.name, f)
		}
		if len(d.Adjudication.Picks) != n {
			t.Fatalf("%s: %d picks of %d", c.name, len(d.Adjudication.Picks), n)
		}
		got, want := fit(d.Adjudication), fit(c.want)
		for _, k := range []float64{5, 50, 90} {
			a, _ := got.Chances(k)
			b, _ := want.Chances(k)
			if diff := cmp.Diff(b, a); diff != "" {
				t.Errorf("%s, pick %v: %s", c.name, k, diff)
			}
		}
	}
}
