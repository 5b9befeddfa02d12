package availability

import (
	"math"
	"testing"

	"brujula/data"
)

func TestPickNumber(t *testing.T) {
	for _, c := range []struct {
		rank   int
		passes float64
		want   float64
	}{{1, 0, 0}, {812, 0, 811}, {812, 4, 807}, {3, 9, 0}, {0, 0, 0}, {-5, 0, 0}, {10, -3, 9}} {
		if got := PickNumber(c.rank, c.passes); got != c.want {
			t.Errorf("PickNumber(%d, %v) = %v, want %v", c.rank, c.passes, got, c.want)
		}
	}
}

// The seats of medicine in 2025-I (README.md, "The question"): 4,540 apt, 2,170
// remunerated seats taken, 1,212 equivalente ones.
func TestEquivalenteComesAfter(t *testing.T) {
	share, learnt := ChoosingShare(4540, 2170, 1212)
	if !learnt || math.Abs(share-0.5114) > 1e-4 {
		t.Errorf("share %v, %v", share, learnt)
	}
	for _, c := range []struct{ apt, paid, free int }{{0, 2170, 1212}, {2170, 2170, 1}, {3000, 2170, 1212}, {4540, 2170, 0}} {
		if share, learnt := ChoosingShare(c.apt, c.paid, c.free); learnt || share != DefaultChoosingShare {
			t.Errorf("%+v taught %v, %v", c, share, learnt)
		}
	}
	if got := EquivalentePick(3171, 2170, 0.5); got != 500 {
		t.Errorf("pick %v, want half of the thousand left ahead", got)
	}
	if got := EquivalentePick(100, RemuneradaTaken(100, 2170, 0), 0.5); got != 0 {
		t.Errorf("pick %v of one before whom all took a remunerated seat", got)
	}
	if got := RemuneradaTaken(5000, 2170, 10); got != 2170 {
		t.Errorf("%v remunerated seats gone", got)
	}
}

// In equivalente people run out before seats: beyond the last pick of last time
// nothing more is taken.
func TestEquivalenteStopsAtItsLastPick(t *testing.T) {
	w := makeWorld(71, "2025-I", data.Equivalente, 90, 1)
	var kept []data.Pick
	for _, p := range w.history.Adjudication.Picks {
		if p.Profession != "MEDICINA" || p.Rank <= 12 {
			kept = append(kept, p)
		}
	}
	w.history.Adjudication.Picks = kept
	line, plazas := lineOf(w.history.Offer, "MEDICINA")
	for _, m := range []*Model{
		mustFit(t, DefaultSettings(), w.history),
		FromPrior(priorOf(t, mustFit(t, PriorSettings(), w.history))),
	} {
		f := m.Forecast(line, plazas)
		if k, ok := f.LastPick(); !ok || k != 12 {
			t.Fatalf("last pick %v, %v, want 12", k, ok)
		}
		end, beyond := f.Estimates(12), f.Estimates(30)
		for i := range end {
			if beyond[i].Chance != end[i].Chance || !beyond[i].AfterClose || end[i].AfterClose || beyond[i].Chance == 0 {
				t.Errorf("plaza %d: at the close %+v, beyond %+v", i, end[i], beyond[i])
			}
		}
		if k, ok := f.PickFor(0, end[0].Chance/2); !ok || k != float64(f.Seats()) {
			t.Errorf("a chance below that of the close lasts to pick %v, %v", k, ok)
		}
	}
	paid := makeWorld(72, "2025-I", data.Remunerada, 90, 1)
	paid.history.Adjudication.Picks = paid.history.Adjudication.Picks[:60]
	if k, ok := mustFit(t, DefaultSettings(), paid.history).Forecast(lineOf(paid.history.Offer, "MEDICINA")).LastPick(); ok {
		t.Errorf("a remunerated line stops at %v", k)
	}
}

func TestModelTellsPassesAndChoosingShare(t *testing.T) {
	paid, free := makeWorld(73, "2025-I", data.Remunerada, 60, 1), makeWorld(73, "2025-I", data.Equivalente, 60, 1)
	m := mustFit(t, DefaultSettings(), paid.history, free.history)
	if p := m.Passing(data.Line{Profession: "MEDICINA", Modality: data.Remunerada}, 30); !p.Learnt() || p.Seats != 30 {
		t.Errorf("a list with ranks teaches the passes: %+v", p)
	}
	line := data.Line{Profession: "PSICOLOGIA", Modality: data.Remunerada}
	if p := m.Passing(line, 30); p != DefaultPassing(line, 30) {
		t.Errorf("an unknown line: %+v", p)
	}
	if share, learnt := m.ChoosingShare("MEDICINA", 100); !learnt || share <= 0 || share >= 1 {
		t.Errorf("share %v, %v", share, learnt)
	}
	if share, learnt := m.ChoosingShare("MEDICINA", 0); learnt || share != DefaultChoosingShare {
		t.Errorf("without the number of apt: %v, %v", share, learnt)
	}
}

func TestBands(t *testing.T) {
	for _, c := range []struct {
		chance float64
		band   Band
		letter string
		key    string
	}{
		{1, MuyProbable, "M", "muy_probable"},
		{0.95, MuyProbable, "M", "muy_probable"},
		{0.9499, Probable, "P", "probable"},
		{0.80, Probable, "P", "probable"},
		{0.7999, Disputada, "D", "disputada"},
		{0.50, Disputada, "D", "disputada"},
		{0.4999, Improbable, "I", "improbable"},
		{0.20, Improbable, "I", "improbable"},
		{0.1999, CasiNula, "N", "casi_nula"},
		{0, CasiNula, "N", "casi_nula"},
	} {
		got := BandOf(c.chance)
		if got != c.band || got.Letter() != c.letter || got.Key() != c.key {
			t.Errorf("BandOf(%v) = %v %q %q", c.chance, got, got.Letter(), got.Key())
		}
		for _, text := range []string{c.letter, c.key, got.Name()} {
			if b, ok := ParseBand(text); !ok || b != c.band {
				t.Errorf("ParseBand(%q) = %v, %v", text, b, ok)
			}
		}
	}
	if b, ok := ParseBand("segura"); ok || b.Letter() != " " || b.Key() != "" {
		t.Errorf("ParseBand(segura) = %v, %v", b, ok)
	}
}
