package availability

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"testing"

	"brujula/data"
	"brujula/data/testsize"
)

func withRanges(t testing.TB, m *Model, s Settings, seed uint64, past ...History) *Model {
	t.Helper()
	ranged, err := m.WithRanges(context.Background(), past, s, seed)
	if err != nil {
		t.Fatal(err)
	}
	return ranged
}

// covered is the share of true chances inside the range, over the pick numbers
// at which backtests are made.
func covered(f, truth *Forecast) float64 {
	in, n := 0, 0
	for _, share := range []float64{0.10, 0.25, 0.50, 0.75, 0.90} {
		k := share * float64(f.Seats())
		chances, _ := truth.Chances(k)
		for i, e := range f.Estimates(k) {
			n++
			if e.HasRange && e.Lo <= chances[i] && chances[i] <= e.Hi {
				in++
			}
		}
	}
	return float64(in) / float64(n)
}

// Where the truth is known: worlds simulated from the fit of the real lists,
// fitted again, and true chances counted inside the range of 80 %: asked are
// 70–90 %; a prototype covered 74–85 %.
func TestRangesCoverTheTruthInSimulatedWorlds(t *testing.T) {
	if testing.Short() || !testsize.Full() {
		t.Skip("fits twenty-two times; SERUMS_PRUEBAS=largas runs it")
	}
	h := realHistory(t, data.Remunerada)
	s := DefaultSettings()
	p := mustFit(t, s, h).parts[data.Remunerada]
	truth := made{eta: make(map[data.PlazaID]float64)}
	w := p.weigher(data.Line{Process: "2025-I", Modality: data.Remunerada})
	for i := range h.Offer.Plazas {
		truth.eta[h.Offer.Plazas[i].PlazaID] = eta(w.of(&h.Offer.Plazas[i]).weights, p.coef)
	}
	world := History{Offer: h.Offer, Adjudication: truth.draw(rand.New(rand.NewPCG(1, 9)), h.Offer, s.Frailty.Theta)}
	m := withRanges(t, mustFit(t, s, world), s, 5, world)
	for _, profession := range []string{"MEDICINA", "ENFERMERIA", "PSICOLOGIA", "OBSTETRICIA"} {
		line, plazas := lineOf(h.Offer, profession)
		etas := make([]float64, len(plazas))
		for i := range plazas {
			etas[i] = truth.eta[plazas[i].PlazaID]
		}
		f := m.Forecast(line, plazas)
		truly := madeForecast(etas, f.clocks.seats, s.Frailty.Theta)
		truly.tail = f.tail
		share := covered(f, truly)
		t.Logf("%-12s %.3f", profession, share)
		if share < 0.70 || share > 0.90 {
			t.Errorf("%s: the range covers %.3f of the true chances", profession, share)
		}
	}
}

func TestRangesHoldTheChance(t *testing.T) {
	w := makeWorld(41, "2025-I", data.Remunerada, 120, 1)
	s := DefaultSettings()
	s.Refits = 6
	m := mustFit(t, s, w.history)
	line, plazas := lineOf(w.history.Offer, "MEDICINA")
	for _, e := range m.Forecast(line, plazas).Estimates(10) {
		if e.HasRange {
			t.Fatal("a range without refits")
		}
	}
	f := withRanges(t, m, s, 1, w.history).Forecast(line, plazas)
	for _, k := range []float64{0, 1, 15, float64(f.Seats()) - 1, float64(f.Seats())} {
		for i, e := range f.Estimates(k) {
			if !e.HasRange || !(0 <= e.Lo && e.Lo <= e.Chance && e.Chance <= e.Hi && e.Hi <= 1) {
				t.Fatalf("plaza %d at pick %v: %v in %v–%v", i, k, e.Chance, e.Lo, e.Hi)
			}
			if inside := k > 0 && k < float64(f.Seats()); inside && e.Hi-e.Lo < 0.001 {
				t.Errorf("plaza %d at pick %v: no width, %v–%v", i, k, e.Lo, e.Hi)
			}
		}
	}
}

func TestRangesAreTheSameForAnyNumberOfWorkers(t *testing.T) {
	w := makeWorld(42, "2025-I", data.Remunerada, 60, 1)
	s := DefaultSettings()
	s.Refits = 5
	m := mustFit(t, s, w.history)
	var files [3]bytes.Buffer
	for i, seed := range []uint64{7, 7, 8} {
		s.Workers = i + 1
		if err := withRanges(t, m, s, seed, w.history).Save(&files[i]); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(files[0].Bytes(), files[1].Bytes()) {
		t.Error("one and two workers gave other ranges")
	}
	if bytes.Equal(files[0].Bytes(), files[2].Bytes()) {
		t.Error("another seed gave the same ranges")
	}
	again, err := Load(bytes.NewReader(files[0].Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if e := again.Forecast(lineOf(w.history.Offer, "MEDICINA")).Estimates(5)[0]; !e.HasRange {
		t.Error("the cache lost the ranges")
	}
}

// widths returns the mean width of the ranges of a line at some pick numbers, and the
// share of its plazas whose range is wider than under another forecast.
func widths(f, other *Forecast, picks ...float64) (mean, wider float64) {
	n := 0.0
	for _, k := range picks {
		beside := other.Estimates(k)
		for i, e := range f.Estimates(k) {
			n++
			mean += e.Hi - e.Lo
			if e.Hi-e.Lo > beside[i].Hi-beside[i].Lo {
				wider++
			}
		}
	}
	return mean / n, wider / n
}

// What ships knows less of a plaza than a fit on the same lists, and says so.
func TestPriorIsLessExactThanItsLists(t *testing.T) {
	w := makeWorld(43, "2025-I", data.Remunerada, 300, 1)
	line, plazas := lineOf(w.history.Offer, "MEDICINA")
	line.Process = "2026-I"
	s := DefaultSettings()
	lists := withRanges(t, mustFit(t, s, w.history), s, 1, w.history).Forecast(line, plazas)
	shipped := FromPrior(priorOf(t, mustFitPrior(t, w.history)))
	f := withRanges(t, shipped, s, 1, w.history).Forecast(line, plazas) // there is nothing to refit
	for i, e := range f.Estimates(20) {
		if !e.HasRange || !e.Known || !(0 < e.Lo && e.Lo < e.Chance && e.Chance < e.Hi && e.Hi < 1) {
			t.Fatalf("plaza %d: %+v", i, e)
		}
	}
	ofLists, _ := widths(lists, f, 20, 50, 80)
	ofPrior, wider := widths(f, lists, 20, 50, 80)
	if ofPrior < 1.05*ofLists || wider < 0.6 {
		t.Errorf("ranges of %.3f from what ships, %.3f from lists, wider at %.2f of the plazas", ofPrior, ofLists, wider)
	}
}

// Of a place that no list has told of less is known than of one with a past: what
// lasts of its levels is drawn as well.
func TestNewPlacesAreLessExact(t *testing.T) {
	w := makeWorld(44, "2025-I", data.Remunerada, 300, 1)
	line, plazas := lineOf(w.history.Offer, "MEDICINA")
	line.Process = "2026-I"
	s := DefaultSettings()
	m := withRanges(t, mustFit(t, s, w.history), s, 1, w.history)
	seen := len(plazas)
	for i := range seen {
		p := plazas[i]
		p.Renipress, p.Province, p.District = fmt.Sprintf("9%07d", i), "NUEVA", fmt.Sprintf("NUEVO %d", i)
		plazas = append(plazas, p)
	}
	estimates := m.Forecast(line, plazas).Estimates(float64(seen))
	wider := 0
	for i := range seen {
		if was, is := estimates[i], estimates[seen+i]; is.Hi-is.Lo > was.Hi-was.Lo {
			wider++
		}
	}
	if share := float64(wider) / float64(seen); share < 0.75 {
		t.Errorf("the range of a new place is wider than that of a known one like it in %.2f of the cases", share)
	}
}
