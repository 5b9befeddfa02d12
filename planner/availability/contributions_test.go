package availability

import (
	"math"
	"slices"
	"testing"

	"brujula/data"
)

// What the reasons add up to is the log weight that the chance comes from, of a
// known year and of a later one.
func TestContributionsAddUpToTheLogWeight(t *testing.T) {
	w := makeWorld(61, "2024-I", data.Remunerada, 300, 1)
	m := mustFit(t, DefaultSettings(), w.history, shifted(w, "2025-I", 4, "PUNO", 1))
	line, plazas := lineOf(w.history.Offer, "MEDICINA")
	for _, process := range []data.Process{"2025-I", "2026-I"} {
		line.Process = process
		f := m.Forecast(line, plazas)
		mean, ofYear := 0.0, false
		for i, n := range f.clocks.seats {
			mean += n * f.clocks.eta[i] / f.clocks.total
		}
		for i := range plazas {
			sum, last := 0.0, math.Inf(1)
			for _, c := range f.Contributions(i) {
				sum += c.Value
				if math.Abs(c.Value) > last {
					t.Fatalf("plaza %d: the strongest does not stand first", i)
				}
				last = math.Abs(c.Value)
				ofYear = ofYear || c.Year
			}
			if want := f.clocks.eta[i] - mean; math.Abs(sum-want) > 1e-9 {
				t.Fatalf("%s, plaza %d: %v, want %v", process, i, sum, want)
			}
		}
		if want := process == "2025-I"; ofYear != want {
			t.Errorf("%s: deviations of the year among the reasons: %v", process, ofYear)
		}
	}
	if c := madeForecast([]float64{0}, []float64{1}, 1).Contributions(0); c != nil {
		t.Errorf("reasons without a model: %v", c)
	}
}

// The chance without some evidence is that of the line in which the plaza alone
// has the lesser weight, the time of the pick held: also in an act, where clocks
// that have not rung are slower than their weights.
func TestChanceWithoutIsThatOfALesserWeight(t *testing.T) {
	w := makeWorld(63, "2024-I", data.Remunerada, 300, 1)
	m := mustFit(t, DefaultSettings(), w.history)
	line, plazas := lineOf(w.history.Offer, "MEDICINA")
	line.Process = "2026-I"
	before := m.Forecast(line, plazas).WithoutRanges()
	counts := make([]int, before.Len())
	for i := range 25 {
		counts[i*4] = 1
	}
	during := mustLive(t, before, 25, counts)
	for _, f := range []*Forecast{before, during} {
		for i := range plazas {
			k := float64(25 + i%60)
			if f.clocks.seats[i] == 0 {
				continue
			}
			at := f.moment(k)
			chance, _ := f.chance(i, at)
			if got := f.ChanceWithout(i, 0, k); math.Abs(got-chance) > 1e-9 {
				t.Fatalf("plaza %d: %v, want %v", i, got, chance)
			}
			for _, value := range []float64{-1.5, -0.2, 0.3, 2} {
				got := f.ChanceWithout(i, value, k)
				eta := before.clocks.eta[i] + f.Learnt(i) - value
				if f == during {
					eta = before.clocks.eta[i] + f.learnt[i] - value
					eta += f.clocks.theta * logSurvival(eta+*f.began, f.clocks.theta)
				}
				naive, _ := free(eta+at.u, f.clocks.theta, f.clocks.seats[i])
				if want := f.mixed(naive, f.left(at.k), f.clocks.seats[i]); math.Abs(got-want) > 1e-9 {
					t.Fatalf("plaza %d less %v: %v, want %v", i, value, got, want)
				}
				// with the time solved anew for the lesser weight the sign is the same
				moved := newClocks(slices.Clone(f.clocks.eta), f.clocks.seats, f.clocks.theta)
				moved.eta[i] = f.lessBy(i, value)
				moved = newClocks(moved.eta, moved.seats, moved.theta)
				anew, _ := free(moved.eta[i]+moved.timeAt(at.k), moved.theta, moved.seats[i])
				anew = f.mixed(anew, f.left(at.k), moved.seats[i])
				if (got-chance)*value < 0 || (anew-chance)*value < 0 {
					t.Fatalf("plaza %d less %v: %v and %v, from %v", i, value, got, anew, chance)
				}
			}
		}
	}
}

// A forecast for a year that no list knows is less exact than one for a year
// whose list was fitted: what the year will change is in its ranges.
func TestRangesHoldTheYearsShift(t *testing.T) {
	w := makeWorld(62, "2024-I", data.Remunerada, 600, 1)
	past := []History{w.history, shifted(w, "2025-I", 5, "PUNO", 0.5)}
	s := DefaultSettings()
	s.Refits = 12
	m := withRanges(t, mustFit(t, s, past...), s, 3, past...)
	line, plazas := lineOf(w.history.Offer, "MEDICINA")
	width := func(process data.Process, taken int) float64 {
		line.Process = process
		f := m.Forecast(line, plazas)
		counts := make([]int, f.Len())
		for i := range taken {
			counts[i*3%f.Len()] = 1
		}
		live := mustLive(t, f, float64(taken), counts)
		sum := 0.0
		for i, e := range live.Estimates(float64(taken) + live.clocks.total/2) {
			if live.clocks.seats[i] > 0 {
				sum += (e.Hi - e.Lo) / live.clocks.total
			}
		}
		return sum
	}
	known, later, late := width("2025-I", 0), width("2026-I", 0), width("2026-I", 60)
	if !(known < later && late < later) {
		t.Errorf("mean width %.3f in a known year, %.3f in a later one, %.3f after 60 picks of it", known, later, late)
	}
	// the draws of a year do not depend on the order or number of the plazas
	line.Process = "2026-I"
	slices.Reverse(plazas)
	again := m.Forecast(line, plazas[:50])
	first := m.Forecast(line, plazas)
	for i := range again.refits[0].year {
		if again.refits[0].year[i] != first.refits[0].year[i] {
			t.Fatalf("plaza %d: another draw", i)
		}
	}
}
