package availability

import (
	"math"
	"math/rand/v2"
	"slices"
	"sort"
	"testing"

	"pgregory.net/rapid"

	"brujula/data"
)

// drawForecast returns a line of 1 to 40 plazas with weights over many decades.
func drawForecast(t *rapid.T) *Forecast {
	n := rapid.IntRange(1, 40).Draw(t, "plazas")
	eta, seats := make([]float64, n), make([]float64, n)
	for i := range eta {
		eta[i] = rapid.Float64Range(-60, 60).Draw(t, "eta")
		seats[i] = float64(rapid.IntRange(1, 4).Draw(t, "seats"))
	}
	theta := rapid.SampledFrom([]float64{0, 0.3, 0.6, 1, 2}).Draw(t, "theta")
	f := madeForecast(eta, seats, theta)
	f.tail = rapid.SampledFrom([]float64{0, tailShare}).Draw(t, "tail")
	return f
}

func TestSeatsGoneAreThePickNumber(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawForecast(t)
		k := rapid.Float64Range(0, f.clocks.total).Draw(t, "k")
		_, left := f.Chances(k)
		gone := 0.0
		for i, n := range f.clocks.seats {
			gone += n - left[i]
		}
		if math.Abs(gone-k) > 1e-6 {
			t.Fatalf("Σ (seats − free seats) = %v at pick %v", gone, k)
		}
	})
}

func TestChanceNeverRisesAsTheRankWorsens(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawForecast(t)
		a := rapid.Float64Range(0, f.clocks.total).Draw(t, "a")
		b := rapid.Float64Range(a, f.clocks.total+5).Draw(t, "b")
		better, _ := f.Chances(a)
		worse, _ := f.Chances(b)
		for i := range better {
			if worse[i] > better[i]+1e-12 {
				t.Fatalf("plaza %d: chance %v at pick %v, %v at pick %v", i, better[i], a, worse[i], b)
			}
			if better[i] < 0 || better[i] > 1 || math.IsNaN(better[i]) {
				t.Fatalf("chance %v", better[i])
			}
		}
	})
}

// Pick numbers far below one and far below the last seat: what is solved there
// must be right to the share of the fewer seats, gone or left, not of all.
func TestChanceKeepsItsDigitsAtBothEnds(t *testing.T) {
	eta := make([]float64, 22)
	for i := range eta {
		eta[i] = 1
	}
	eta[21] = 60
	seats := slices.Repeat([]float64{1}, len(eta))
	for _, theta := range []float64{0, 0.6, 1} {
		f := madeForecast(eta, seats, theta)
		for _, few := range []float64{1e-33, 1e-20, 1e-10, 1e-3} {
			gone := 0.0
			u := f.moment(few).u
			for i := range eta {
				_, taken := survival(f.clocks.eta[i]+u, theta)
				gone += taken
			}
			if math.Abs(gone/few-1) > 1e-9 {
				t.Errorf("θ %v: %v seats gone at pick %v", theta, gone, few)
			}
			if few < 1e-12 {
				continue // the float of the last pick less this is the last pick
			}
			_, left := f.Chances(f.clocks.total - few)
			sum := 0.0
			for _, n := range left {
				sum += n
			}
			want := f.clocks.total - (f.clocks.total - few) // as the float has it
			if math.Abs(sum/want-1) > 1e-9 {
				t.Errorf("θ %v: %v seats left with %v to go", theta, sum, want)
			}
		}
	}
}

func TestFirstRankFindsEverythingAndTheLastNothing(t *testing.T) {
	w := makeWorld(1, "2025-I", data.Remunerada, 90, 1)
	m := mustFit(t, DefaultSettings(), w.history)
	f := m.Forecast(lineOf(w.history.Offer, "MEDICINA"))
	for i, e := range f.Estimates(PickNumber(1, 0)) {
		if e.Chance != 1 || e.Band != MuyProbable || e.Exhausted {
			t.Errorf("plaza %d at rank 1: %+v", i, e)
		}
	}
	for _, k := range []float64{float64(f.Seats()), float64(f.Seats()) + 1, math.Inf(1)} {
		if !f.Exhausted(k) {
			t.Errorf("Exhausted(%v) is false in a line of %d seats", k, f.Seats())
		}
		for i, e := range f.Estimates(k) {
			if e.Chance != 0 || e.FreeSeats != 0 || !e.Exhausted || e.Band != CasiNula {
				t.Errorf("plaza %d at pick %v: %+v", i, k, e)
			}
		}
	}
}

// A plaza of two seats is free until its last one goes: two seats of the same
// weight in one plaza are as free as at least one of two plazas of one seat.
func TestPlazaIsFreeUntilItsLastSeatGoes(t *testing.T) {
	for _, theta := range []float64{0, 0.6, 1} {
		double := madeForecast([]float64{0.3, 1, -1, 0}, []float64{2, 1, 1, 3}, theta)
		single := madeForecast([]float64{0.3, 0.3, 1, -1, 0, 0, 0}, []float64{1, 1, 1, 1, 1, 1, 1}, theta)
		for k := 0.5; k < 7; k++ {
			both, left := double.Chances(k)
			each, eachLeft := single.Chances(k)
			want := 1 - (1-each[0])*(1-each[1])
			if math.Abs(both[0]-want) > 1e-9 || math.Abs(left[0]-2*eachLeft[0]) > 1e-9 {
				t.Errorf("θ %v, pick %v: chance %v, want %v; free seats %v, want %v", theta, k, both[0], want, left[0], 2*eachLeft[0])
			}
		}
	}
}

func TestPickForInvertsTheCurve(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawForecast(t)
		i := rapid.IntRange(0, f.Len()-1).Draw(t, "plaza")
		chance := rapid.Float64Range(0.01, 0.99).Draw(t, "chance")
		k, ok := f.PickFor(i, chance)
		if !ok || k < 0 || k > f.clocks.total {
			t.Fatalf("PickFor(%d, %v) = %v, %v", i, chance, k, ok)
		}
		if k > 1e-3 && k < f.clocks.total-1e-3 {
			if got := f.Curve(i, []float64{k})[0]; math.Abs(got-chance) > 1e-5 {
				t.Fatalf("chance %v at pick %v, wanted %v", got, k, chance)
			}
		}
	})
}

// The table that gives thousands of pick numbers at once is checked against the
// sums themselves; 0.02 picks are far below what a screen shows.
func TestLeavePicksAgreeWithPickFor(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 3))
	eta, seats := make([]float64, 400), make([]float64, 400)
	for i := range eta {
		eta[i], seats[i] = 2*rng.NormFloat64(), float64(1+rng.IntN(3))
	}
	for _, theta := range []float64{0, 0.6, 1} {
		f := madeForecast(eta, seats, theta)
		for i, e := range f.Estimates(100) {
			from, _ := f.PickFor(i, leaveStart)
			to, _ := f.PickFor(i, leaveEnd)
			if math.Abs(e.LeaveFrom-from) > 0.02 || math.Abs(e.LeaveTo-to) > 0.02 || !(e.LeaveFrom < e.LeaveTo) {
				t.Fatalf("θ %v: plaza %d leaves %v–%v, want %v–%v", theta, i, e.LeaveFrom, e.LeaveTo, from, to)
			}
		}
	}
}

// The closed form agrees with simulated clocks within 0.004 on lines of 20
// seats and more, and within 0.010 on two seats alike but for a little
// (README.md, "The form"). It is an approximation: on two seats whose log weights lie
// 0.8 apart it is 0.03 off. 200,000 runs leave a standard error of at most
// 0.0011, so that three of them are granted on top.
func TestClosedFormAgreesWithSimulatedClocks(t *testing.T) {
	if testing.Short() {
		t.Skip("simulates for some seconds")
	}
	const runs = 200_000
	for _, c := range []struct {
		n     int
		theta float64
		near  float64
	}{{2, 1, 0.010}, {20, 1, 0.004}, {20, 0.6, 0.004}, {40, 1, 0.004}} {
		rng := rand.New(rand.NewPCG(uint64(c.n), 7))
		eta, seats := make([]float64, c.n), make([]float64, c.n)
		for i := range eta {
			eta[i], seats[i] = rng.NormFloat64(), 1
		}
		if c.n == 2 {
			eta[0], eta[1] = 0, 0.2
		}
		free := simulate(rng, eta, c.theta, runs)
		f := madeForecast(eta, seats, c.theta)
		for k := 1; k < c.n; k++ {
			chances, _ := f.Chances(float64(k))
			for i, chance := range chances {
				if got := float64(free[k][i]) / runs; math.Abs(got-chance) > c.near+0.0035 {
					t.Errorf("%d seats, θ %v, pick %d, seat %d: closed form %.4f, simulated %.4f", c.n, c.theta, k, i, chance, got)
				}
			}
		}
	}
}

// simulate counts how often each seat is still free after k picks. It draws the
// frailty and then the clock, unlike the program, which draws from the marginal.
func simulate(rng *rand.Rand, eta []float64, theta float64, runs int) [][]int {
	n := len(eta)
	free := make([][]int, n)
	for k := range free {
		free[k] = make([]int, n)
	}
	at, order := make([]float64, n), make([]int, n)
	for range runs {
		for i := range at {
			rate := math.Exp(eta[i])
			if theta > 0 {
				rate *= theta * gamma(rng, 1/theta)
			}
			at[i], order[i] = rng.ExpFloat64()/rate, i
		}
		sort.Slice(order, func(a, b int) bool { return at[order[a]] < at[order[b]] })
		for k := range n {
			for _, i := range order[k:] {
				free[k][i]++
			}
		}
	}
	return free
}

// gamma draws from Gamma(shape, 1), shape ≥ 1 (Marsaglia and Tsang 2000).
func gamma(rng *rand.Rand, shape float64) float64 {
	d := shape - 1.0/3
	c := 1 / math.Sqrt(9*d)
	for {
		x := rng.NormFloat64()
		v := 1 + c*x
		if v <= 0 {
			continue
		}
		v *= v * v
		if math.Log(rng.Float64()) < x*x/2+d-d*v+d*math.Log(v) {
			return d * v
		}
	}
}

func TestNothingIsEstimatedWithoutGround(t *testing.T) {
	w := makeWorld(2, "2025-I", data.Remunerada, 60, 1)
	m := mustFit(t, DefaultSettings(), w.history)
	line := data.Line{Process: "2026-I", Profession: "PSICOLOGIA", Modality: data.Remunerada}
	far := data.Plaza{PlazaID: data.PlazaID{Profession: "PSICOLOGIA", Renipress: "00009999"}, Region: "LORETO", Province: "LORETO", Seats: 1, Grade: 5}
	near := data.Plaza{PlazaID: data.PlazaID{Profession: "PSICOLOGIA", Renipress: "00000001"}, Region: "ANCASH", Province: "PROVINCIA 0", Seats: 1, Grade: 1}
	got := m.Forecast(line, []data.Plaza{far, near}).Estimates(1)
	if got[0].Known || got[0].Band != BandNone || got[0].Chance != 0 || got[0].Evidence.Level != EvidenceNone {
		t.Errorf("a plaza without ground got %+v", got[0])
	}
	if !got[1].Known || got[1].Evidence.Level != EvidenceEstablishment || got[1].Chance == 0.5 {
		t.Errorf("a plaza at a known establishment got %+v", got[1])
	}
	other := m.Forecast(data.Line{Profession: "MEDICINA", Modality: data.Equivalente}, []data.Plaza{near})
	if e := other.Estimates(0)[0]; e.Known {
		t.Errorf("a modality without past lists got %+v", e)
	}
}

// Weights over thousands of decades neither overflow nor lose the account.
func TestWeightsOverThousandsOfDecades(t *testing.T) {
	for _, theta := range []float64{0, 0.6, 1} {
		f := madeForecast([]float64{-2000, 0, 2000, 1999}, []float64{1, 2, 1, 1}, theta)
		for k := 0.0; k <= 5; k += 0.25 {
			chances, left := f.Chances(k)
			gone := 5.0
			for i := range left {
				gone -= left[i]
				if math.IsNaN(chances[i]) {
					t.Fatalf("θ %v, pick %v: %v", theta, k, chances)
				}
			}
			if math.Abs(gone-k) > 1e-6 {
				t.Errorf("θ %v: %v seats gone at pick %v", theta, gone, k)
			}
		}
		if got := f.Curve(0, []float64{4})[0]; got < 1-1e-6 {
			t.Errorf("θ %v: the last seat is free with %v when four are gone", theta, got)
		}
	}
}

// A line of two seats, as sanitary engineering had in 2025-I, is fitted and
// forecast like any other.
func TestProfessionOfTwoSeats(t *testing.T) {
	w := makeWorld(81, "2025-I", data.Remunerada, 90, 1)
	for i := range 2 {
		p := w.history.Offer.Plazas[3*i]
		p.Profession, p.Seats = "TRABAJO SOCIAL", 1
		w.history.Offer.Plazas = append(w.history.Offer.Plazas, p)
		w.history.Adjudication.Picks = append(w.history.Adjudication.Picks, data.Pick{Profession: p.Profession, Renipress: p.Renipress, Rank: 1 + i})
	}
	f := mustFit(t, DefaultSettings(), w.history).Forecast(lineOf(w.history.Offer, "TRABAJO SOCIAL"))
	e := f.Estimates(1)
	if len(e) != 2 || f.Seats() != 2 || math.Abs(e[0].Chance+e[1].Chance-1) > 1e-9 || e[0].Chance == e[1].Chance {
		t.Errorf("%+v", e)
	}
	if !f.Exhausted(2) || f.Exhausted(1) {
		t.Error("after two picks nothing is left")
	}
}
