package availability

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"brujula/data"
)

func simulated(t testing.TB, entries []Entry, runs int, seed uint64, workers int) SimulatedPlan {
	t.Helper()
	s, err := Simulate(context.Background(), entries, runs, seed, workers)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestPlanWrittenOut(t *testing.T) {
	f := madeForecast([]float64{0, 0, 0, 0}, []float64{1, 1, 1, 1}, 1)
	// alike seats: each is free with 1/2 after two picks of four, 1/4 after three
	p := Plan([]Entry{{f, 0, 2}, {f, 1, 2}, {f, 2, 3}})
	near := cmp.Comparer(func(a, b float64) bool { return math.Abs(a-b) < 1e-9 })
	want := PlanChances{
		Free: []float64{0.5, 0.5, 0.25}, Land: []float64{0.5, 0.25, 0.0625}, Cumulative: []float64{0.5, 0.75, 0.8125},
		Nothing: Nothing{Independent: 0.1875, Conservative: 0.5},
	}
	if diff := cmp.Diff(want, p, near); diff != "" {
		t.Error(diff)
	}
	if got := p.Expected([]float64{10, 8, 4}); math.Abs(got-7.25) > 1e-9 {
		t.Errorf("expected worth %v, want 5 + 2 + 0.25", got)
	}
	if diff := cmp.Diff(Nothing{Independent: 1, Conservative: 1}, Plan(nil).Nothing); diff != "" {
		t.Errorf("an empty plan: %s", diff)
	}
}

func TestEntriesWithoutEstimateAreNeverFree(t *testing.T) {
	f := madeForecast([]float64{0, 0}, []float64{1, 1}, 1)
	f.known[1] = false
	entries := []Entry{{}, {f, -1, 0}, {f, 2, 0}, {f, 1, 0}}
	if n := Plan(entries).Nothing; n.Independent != 1 || n.Conservative != 1 {
		t.Errorf("%+v", n)
	}
	if s := simulated(t, entries, 100, 1, 1); s.Nothing != 100 {
		t.Errorf("%+v", s)
	}
}

func TestPlanAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawForecast(t)
		k := rapid.Float64Range(0, f.clocks.total).Draw(t, "k")
		var entries []Entry
		for _, i := range rapid.Permutation(indexes(f.Len())).Draw(t, "order") {
			entries = append(entries, Entry{f, i, k})
		}
		p := Plan(entries)
		sum := p.Nothing.Independent
		for j, land := range p.Land {
			sum += land
			if land > p.Free[j]+1e-12 {
				t.Fatalf("entry %d: lands with %v, free with %v", j, land, p.Free[j])
			}
		}
		if math.Abs(sum-1) > 1e-9 {
			t.Fatalf("landing somewhere or nowhere adds to %v", sum)
		}
		if p.Nothing.Independent > p.Nothing.Conservative+1e-12 {
			t.Fatalf("nothing %v above its bound %v", p.Nothing.Independent, p.Nothing.Conservative)
		}
	})
}

func indexes(n int) []int {
	list := make([]int, n)
	for i := range list {
		list[i] = i
	}
	return list
}

// The serial dictatorship on two posts can be counted: of two alike seats one is
// gone, so a plan with both never ends with nothing, though the product says ¼.
func TestSimulationKnowsThatSeatsAreTakenOnce(t *testing.T) {
	f := madeForecast([]float64{0, 0}, []float64{1, 1}, 1)
	entries := []Entry{{f, 0, 1}, {f, 1, 1}}
	s := simulated(t, entries, 4096, 1, 2)
	if s.Nothing != 0 {
		t.Errorf("%d of %d runs ended with nothing", s.Nothing, s.Runs)
	}
	if math.Abs(s.Land[0]-0.5) > 0.03 || math.Abs(s.Land[0]+s.Land[1]-1) > 1e-12 {
		t.Errorf("landed %v", s.Land)
	}
	n := Plan(entries).Nothing.WithSimulated(s)
	if n.Independent != 0.25 || n.Simulated != 0 || n.Conservative != 0.5 || n.Runs != 4096 {
		t.Errorf("nothing %+v", n)
	}
}

func TestSimulationAgreesWithTheClosedForm(t *testing.T) {
	rng := rand.New(rand.NewPCG(2, 2))
	eta, seats := make([]float64, 60), make([]float64, 60)
	for i := range eta {
		eta[i], seats[i] = rng.NormFloat64(), float64(1+rng.IntN(2))
	}
	f := madeForecast(eta, seats, 1)
	var entries []Entry // what is free of each is counted, in the same runs
	for _, k := range []float64{10.5, 45, 80} {
		for i := range 5 {
			entries = append(entries, Entry{f, i, k})
		}
	}
	const runs = 40_000
	one, free := newSimulator(groupEntries(entries), len(entries)), make([]int, len(entries))
	for range runs {
		one.run(rng, one.lines[0])
		for j, is := range one.free {
			if is {
				free[j]++
			}
		}
	}
	for j, e := range entries {
		// 0.004 of the closed form, three standard errors of the runs
		if got, want := float64(free[j])/runs, Plan(entries).Free[j]; math.Abs(got-want) > 0.004+0.0075 {
			t.Errorf("plaza %d at pick %v: simulated %.4f, closed form %.4f", e.Plaza, e.Pick, got, want)
		}
	}
}

func TestSimulationIsTheSameForAnyNumberOfWorkers(t *testing.T) {
	f := madeForecast([]float64{0, 1, 2, -1, 0.5}, []float64{1, 2, 1, 1, 3}, 1)
	g := madeForecast([]float64{0, 1}, []float64{1, 1}, 1)
	entries := []Entry{{f, 1, 3.4}, {f, 2, 3.4}, {g, 0, 1}}
	one := simulated(t, entries, 1000, 9, 1)
	for _, workers := range []int{0, 2, 7} {
		if diff := cmp.Diff(one, simulated(t, entries, 1000, 9, workers)); diff != "" {
			t.Errorf("%d workers: %s", workers, diff)
		}
	}
	if cmp.Equal(one, simulated(t, entries, 1000, 10, 1)) {
		t.Error("another seed gave the same runs")
	}
	if s := simulated(t, entries, 0, 9, 1); s.Runs != 0 || s.Nothing != 0 {
		t.Errorf("no runs gave %+v", s)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Simulate(ctx, entries, 1000, 9, 2); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func TestSimulationPastTheLastSeatIsNothing(t *testing.T) {
	f := madeForecast([]float64{0, 1}, []float64{1, 1}, 1)
	if s := simulated(t, []Entry{{f, 0, 2}, {f, 1, 99}}, 200, 1, 1); s.Nothing != 200 {
		t.Errorf("%+v", s)
	}
	if s := simulated(t, []Entry{{f, 0, 0}}, 200, 1, 1); s.Land[0] != 1 {
		t.Errorf("%+v", s)
	}
}

func TestSelectNthAgreesWithSorting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.Float64Range(-3, 3), 1, 30).Draw(t, "values")
		n := rapid.IntRange(0, len(values)-1).Draw(t, "n")
		sorted := slices.Sorted(slices.Values(values))
		if got := selectNth(slices.Clone(values), n); got != sorted[n] {
			t.Fatalf("place %d of %v is %v", n, sorted, got)
		}
	})
}

func TestSafeRankIsTheWorstSafeOne(t *testing.T) {
	w := makeWorld(61, "2025-I", data.Remunerada, 150, 1)
	f := mustFit(t, DefaultSettings(), w.history).Forecast(lineOf(w.history.Offer, "MEDICINA"))
	at := func(rank int) []Entry {
		k := PickNumber(rank, 0.005*float64(rank-1))
		return []Entry{{f, 3, k}, {f, 7, k}, {f, 11, k}}
	}
	rank, ok := SafeRank(at, 200, 0.05)
	if !ok {
		t.Fatal("the first rank is safe")
	}
	safe, worse := Plan(at(rank)), Plan(at(rank+1))
	if safe.Nothing.Independent > 0.05 || worse.Nothing.Independent <= 0.05 {
		t.Errorf("rank %d: nothing %.3f, next %.3f", rank, safe.Nothing.Independent, worse.Nothing.Independent)
	}
	if _, ok := SafeRank(func(int) []Entry { return nil }, 200, 0.05); ok {
		t.Error("an empty plan is safe at no rank")
	}
	if rank, ok := SafeRank(at, 2, 0.05); !ok || rank != 2 {
		t.Errorf("a line of two ranks: %d, %v", rank, ok)
	}
}

func TestRankForAPlaza(t *testing.T) {
	w := makeWorld(62, "2025-I", data.Remunerada, 150, 1)
	f := mustFit(t, DefaultSettings(), w.history).Forecast(lineOf(w.history.Offer, "MEDICINA"))
	pick := func(rank int) float64 { return PickNumber(rank, 0) }
	rank, ok := f.RankFor(5, 0.5, 1000, pick)
	if !ok {
		t.Fatal("no rank")
	}
	c := f.Curve(5, []float64{pick(rank), pick(rank + 1)})
	if c[0] < 0.5 || c[1] >= 0.5 {
		t.Errorf("rank %d has %.3f, the next %.3f", rank, c[0], c[1])
	}
	if _, ok := f.RankFor(5, 0.5, 1000, func(int) float64 { return 1e9 }); ok {
		t.Error("a rank whose pick number is beyond the line")
	}
}
