package availability

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"gonum.org/v1/gonum/optimize"
	"pgregory.net/rapid"

	"brujula/data"
)

func mustLive(t testing.TB, f *Forecast, k0 float64, taken []int) *Forecast {
	t.Helper()
	live, err := f.Live(k0, taken)
	if err != nil {
		t.Fatal(err)
	}
	return live
}

func TestLiveKeepsTheAccountOfSeats(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := drawForecast(t)
		taken := make([]int, f.Len())
		told := 0.0
		for i, n := range f.clocks.seats {
			taken[i] = rapid.IntRange(0, int(n)).Draw(t, "taken")
			told += float64(taken[i])
		}
		live, err := f.Live(told, taken)
		if err != nil {
			t.Fatal(err)
		}
		if live.Seats() != f.Seats() {
			t.Fatalf("%d seats, want %d", live.Seats(), f.Seats())
		}
		k := rapid.Float64Range(told, f.clocks.total).Draw(t, "k")
		chances, left := live.Chances(k)
		gone := 0.0
		for i, n := range f.clocks.seats {
			gone += n - left[i]
			if taken[i] == int(n) && chances[i] != 0 {
				t.Fatalf("plaza %d has no seat and chance %v", i, chances[i])
			}
			if taken[i] < int(n) && k == told && chances[i] != 1 {
				t.Fatalf("plaza %d is free now and has chance %v", i, chances[i])
			}
		}
		if math.Abs(gone-k) > 1e-6 {
			t.Fatalf("Σ (seats − free seats) = %v at pick %v", gone, k)
		}
	})
}

// The conditional survival of README.md, "The form", written out.
func TestLiveIsTheConditionalSurvival(t *testing.T) {
	f := madeForecast([]float64{0, 0.5, -1, 2, 1, 0.3}, []float64{1, 1, 1, 1, 1, 1}, 0.6)
	live := mustLive(t, f, 2, []int{0, 0, 0, 1, 1, 0})
	const theta, k = 0.6, 4.0
	t0 := math.Exp(f.clocks.timeAt(2))
	survive := func(i int, t float64) float64 {
		w := math.Exp(f.clocks.eta[i])
		return math.Pow((1+theta*w*t)/(1+theta*w*t0), -1/theta)
	}
	lo, hi := t0, t0*1e6
	for range 200 {
		mid := math.Sqrt(lo * hi)
		gone := 0.0
		for _, i := range []int{0, 1, 2, 5} {
			gone += 1 - survive(i, mid)
		}
		if gone < k-2 {
			lo = mid
		} else {
			hi = mid
		}
	}
	chances, _ := live.Chances(k)
	for _, i := range []int{0, 1, 2, 5} {
		if want := survive(i, lo); math.Abs(chances[i]-want) > 1e-9 {
			t.Errorf("seat %d: %v, want %v", i, chances[i], want)
		}
	}
}

func TestCrossingOutOneSeatLeavesTheOthers(t *testing.T) {
	f := madeForecast([]float64{0, 0.2, 1, 0}, []float64{2, 1, 3, 1}, 1)
	live := mustLive(t, f, 1, []int{1, 0, 0, 0})
	chances, left := live.Chances(1)
	if chances[0] != 1 || left[0] != 1 {
		t.Errorf("one of two seats gone: chance %v, %v seats left", chances[0], left[0])
	}
	before, _ := f.Chances(3)
	after, _ := live.Chances(3)
	if after[0] >= before[0] {
		t.Errorf("with one seat the plaza is free with %v, with two %v", after[0], before[0])
	}
}

func TestLiveBeforeNowIsNow(t *testing.T) {
	f := madeForecast([]float64{0, 0.2, 1, 0}, []float64{1, 1, 1, 1}, 1)
	// two are gone, of which one is known
	live := mustLive(t, f, 2, []int{1, 0, 0, 0})
	early, _ := live.Chances(0)
	now, _ := live.Chances(2)
	for i := range now {
		if early[i] != now[i] || (i > 0 && now[i] >= 1) {
			t.Errorf("plaza %d: %v before, %v now", i, early[i], now[i])
		}
	}
	if _, ok := live.PickFor(1, 0.999); ok {
		t.Error("a chance that is gone still has its pick number")
	}
}

func TestLiveRefusesWhatCannotBe(t *testing.T) {
	f := madeForecast([]float64{0, 1}, []float64{1, 2}, 1)
	for _, taken := range [][]int{nil, {0}, {2, 0}, {0, -1}, {0, 0, 0}} {
		if _, err := f.Live(0, taken); err == nil {
			t.Errorf("taken %v was accepted", taken)
		}
	}
}

func TestShiftGradientAgreesWithFiniteDifferences(t *testing.T) {
	w := makeWorld(51, "2025-I", data.Remunerada, 90, 1)
	for _, theta := range []float64{1, 0.6} {
		s := DefaultSettings()
		s.Frailty.Theta = theta
		_, plazas := lineOf(w.history.Offer, "MEDICINA")
		f := mustFit(t, s, w.history).Forecast(data.Line{Profession: "MEDICINA", Modality: data.Remunerada}, plazas)
		rng := rand.New(rand.NewPCG(1, 1))
		taken := make([]int, f.Len())
		for i := range taken {
			taken[i] = rng.IntN(plazas[i].Seats + 1)
		}
		n := len(f.shifts.ridge) + 2
		x, grad, spare := make([]float64, n), make([]float64, n), make([]float64, n)
		for j := range x {
			x[j] = rng.NormFloat64()
		}
		y := f.yearShift(taken, 3)
		y.evaluate(x, grad)
		for j := range x {
			const h = 1e-5
			at := x[j]
			x[j] = at + h
			up := y.evaluate(x, spare)
			x[j] = at - h
			down := y.evaluate(x, spare)
			x[j] = at
			if slope := (up - down) / (2 * h); math.Abs(slope-grad[j]) > 1e-5*math.Max(1, math.Abs(slope)) {
				t.Errorf("θ %v, shift %d: gradient %v, finite difference %v", theta, j, grad[j], slope)
			}
		}
		if theta != 1 {
			continue // Fisher's information is the second derivative of the logistic alone
		}
		direction, ahead, behind, product := make([]float64, n), make([]float64, n), make([]float64, n), make([]float64, n)
		for j := range direction {
			direction[j] = rng.NormFloat64()
		}
		moved := func(far float64) []float64 {
			out := slices.Clone(x)
			for j := range out {
				out[j] += far * direction[j]
			}
			return out
		}
		const h = 1e-5
		y.evaluate(moved(h), ahead)
		y.evaluate(moved(-h), behind)
		y.evaluate(x, spare)
		y.times(direction, product)
		for j := range product {
			if bend := (ahead[j] - behind[j]) / (2 * h); math.Abs(bend-product[j]) > 1e-4*math.Max(1, math.Abs(bend)) {
				t.Errorf("shift %d: product %v, finite difference %v", j, product[j], bend)
			}
		}
		y.diagonal(product)
		for j := range product {
			clear(direction)
			direction[j] = 1
			if y.times(direction, ahead); math.Abs(ahead[j]-product[j]) > 1e-9*product[j]+1e-11 {
				t.Errorf("shift %d: diagonal %v, product %v", j, product[j], ahead[j])
			}
		}
	}
}

// What is learnt of a year is what a search of another make finds.
func TestShiftIsThatOfAnotherSearch(t *testing.T) {
	w := makeWorld(52, "2025-I", data.Remunerada, 90, 1)
	for _, theta := range []float64{1, 0.6} {
		s := DefaultSettings()
		s.Frailty.Theta = theta
		_, plazas := lineOf(w.history.Offer, "MEDICINA")
		f := mustFit(t, s, w.history).Forecast(data.Line{Profession: "MEDICINA", Modality: data.Remunerada}, plazas)
		rng := rand.New(rand.NewPCG(2, 1))
		taken, told := make([]int, f.Len()), 0
		for i := range taken {
			taken[i] = rng.IntN(plazas[i].Seats + 1)
			told += taken[i]
		}
		y := f.yearShift(taken, pullOf(float64(told), f.clocks.total))
		n := len(f.shifts.ridge)
		result, err := optimize.Minimize(optimize.Problem{
			Func: func(x []float64) float64 { return y.evaluate(x, make([]float64, n+2)) },
			Grad: func(g, x []float64) { y.evaluate(x, g) },
		}, make([]float64, n+2), &optimize.Settings{GradientThreshold: 1e-6, Converger: optimize.NeverTerminate{}}, &optimize.LBFGS{})
		if err != nil {
			t.Fatal(err)
		}
		for i, got := range f.learnShift(taken) {
			want := f.clocks.eta[i] + result.X[n+1]*y.beside[i] + f.shifts.sum(i, result.X)
			if math.Abs(got-want) > 1e-3 {
				t.Fatalf("θ %v, plaza %d: log weight %v, by the other search %v", theta, i, got, want)
			}
		}
	}
}

// year runs one line of a made-up year under true log weights and gives what
// was taken of each plaza after k picks, and whether it was free after later.
func year(rng *rand.Rand, eta, seats []float64, theta float64, k, later int) (taken []int, free []bool) {
	type ring struct {
		plaza int
		at    float64
	}
	var rings []ring
	for i, n := range seats {
		for range int(n) {
			rings = append(rings, ring{i, math.Expm1(-theta*math.Log(1-rng.Float64())) / theta * math.Exp(-eta[i])})
		}
	}
	taken, free = make([]int, len(eta)), make([]bool, len(eta))
	for range later {
		first := 0
		for j := range rings {
			if rings[j].at < rings[first].at {
				first = j
			}
		}
		if k > 0 {
			taken[rings[first].plaza]++
			k--
		}
		rings[first] = rings[len(rings)-1]
		rings = rings[:len(rings)-1]
	}
	for _, r := range rings {
		free[r.plaza] = true
	}
	return taken, free
}

func logScore(chances []float64, free []bool, of func(i int) bool) (mean float64) {
	n := 0.0
	for i, p := range chances {
		if of(i) {
			q := math.Min(math.Max(p, 1e-6), 1-1e-6)
			if !free[i] {
				q = 1 - q
			}
			mean -= math.Log(q)
			n++
		}
	}
	return mean / n
}

// In simulated years whose grades and regions have shifted, knowing what went
// helps, and learning the shift helps more; in years without a shift it does no
// harm to speak of.
func TestLiveHelpsInSimulatedYears(t *testing.T) {
	w := makeWorld(52, "2025-I", data.Remunerada, 900, 1)
	line, plazas := lineOf(w.history.Offer, "MEDICINA")
	f := mustFit(t, DefaultSettings(), w.history).Forecast(line, plazas)
	rng := rand.New(rand.NewPCG(5, 5))
	total := int(f.clocks.total)
	var still, known, learnt, calmKnown, calmLearnt float64
	const years = 20
	for range years {
		for _, sd := range []float64{0.4, 0} {
			shift := make([]float64, len(f.shifts.ridge))
			for j := range shift {
				shift[j] = sd * rng.NormFloat64()
			}
			eta := make([]float64, f.Len())
			for i := range eta {
				eta[i] = f.clocks.eta[i] + f.shifts.sum(i, shift)
			}
			taken, free := year(rng, eta, f.clocks.seats, 1, total/2, total*3/4)
			left := func(i int) bool { return float64(taken[i]) < f.clocks.seats[i] }
			at := float64(total * 3 / 4)
			before, _ := f.Chances(at)
			fixed, _ := f.liveWith(float64(total/2), taken, f.clocks.eta).Chances(at)
			moved, _ := mustLive(t, f, float64(total/2), taken).Chances(at)
			if sd > 0 {
				still += logScore(before, free, left) / years
				known += logScore(fixed, free, left) / years
				learnt += logScore(moved, free, left) / years
			} else {
				calmKnown += logScore(fixed, free, left) / years
				calmLearnt += logScore(moved, free, left) / years
			}
		}
	}
	t.Logf("shifted years: not live %.4f, live %.4f, with the shift %.4f; calm years: %.4f, %.4f", still, known, learnt, calmKnown, calmLearnt)
	if !(known < still && learnt < known-0.003) {
		t.Error("live chances do not help")
	}
	if calmLearnt > calmKnown+0.005 {
		t.Error("learning a shift that is not there costs too much")
	}
}

func TestTwentyPicksHardlyMoveTheShift(t *testing.T) {
	w := makeWorld(53, "2025-I", data.Remunerada, 3000, 1)
	line, plazas := lineOf(w.history.Offer, "MEDICINA")
	f := mustFit(t, DefaultSettings(), w.history).Forecast(line, plazas)
	rng := rand.New(rand.NewPCG(6, 6))
	for range 5 {
		taken, _ := year(rng, f.clocks.eta, f.clocks.seats, 1, 20, 20)
		fixed, _ := f.liveWith(20, taken, f.clocks.eta).Chances(500)
		moved, _ := mustLive(t, f, 20, taken).Chances(500)
		mean := 0.0
		for i := range fixed {
			mean += math.Abs(moved[i]-fixed[i]) / float64(len(fixed))
		}
		if mean > 0.03 {
			t.Errorf("20 picks moved the chances by %.3f in the mean", mean)
		}
	}
}

// Another year than the fitted one, in exact order: learning its shift from the
// first picks on makes what is left better known, in the mean of six lines and of
// four later picks; before a twentieth of the line is gone it does no harm.
func TestLiveHelpsInAnotherYear(t *testing.T) {
	m := mustFit(t, DefaultSettings(), realHistory(t, data.Remunerada))
	outcomes := Outcomes(realHistoryOf(t, "2024-I", data.Remunerada))
	for _, share := range []float64{0.01, 0.03, 0.06, 0.1, 0.15, 0.25, 0.5} {
		var fixed, moved, plazas float64
		for _, o := range outcomes {
			if !o.Exact || len(o.Order) < 100 {
				continue
			}
			f := m.Forecast(o.Line, o.Offered())
			now := max(10, int(share*float64(len(o.Order))))
			taken, gone := make([]int, f.Len()), make([]int, f.Len())
			for _, plaza := range o.Order[:now] {
				taken[plaza]++
				gone[plaza]++
			}
			still, live, from := f.liveWith(float64(now), taken, f.clocks.eta), mustLive(t, f, float64(now), taken), now
			for _, on := range []float64{0.25, 0.5, 0.75, 0.9} {
				later := now + int(on*float64(len(o.Order)-now))
				for _, plaza := range o.Order[from:later] {
					gone[plaza]++
				}
				from = later
				free := make([]bool, f.Len())
				for i := range free {
					free[i] = float64(gone[i]) < f.clocks.seats[i]
				}
				left := func(i int) bool { return float64(taken[i]) < f.clocks.seats[i] }
				a, _ := still.Chances(float64(later))
				b, _ := live.Chances(float64(later))
				n := float64(len(o.Offered()))
				fixed, moved, plazas = fixed+n*logScore(a, free, left), moved+n*logScore(b, free, left), plazas+n
			}
		}
		fixed, moved = fixed/plazas, moved/plazas
		t.Logf("after %2.0f %% of the line: log score %.5f, with the shift %.5f", 100*share, fixed, moved)
		if moved >= fixed+0.0003 || share > 0.05 && moved >= fixed {
			t.Errorf("after %.0f %%: learning the shift does harm", 100*share)
		}
	}
}

// The second half of a real list given the first: medicine as if its own past
// were unknown, its shift learnt from the seats that the first half took.
func TestLiveHelpsOnTheSecondHalfOfARealList(t *testing.T) {
	h := realHistory(t, data.Remunerada)
	var medicine Outcome
	for _, o := range Outcomes(h) {
		if o.Line.Profession == "MEDICINA" {
			medicine = o
		}
	}
	others := History{Offer: &data.Offer{Process: "2025-I", Modality: data.Remunerada}, Adjudication: h.Adjudication}
	for _, p := range h.Offer.Plazas {
		if p.Profession != "MEDICINA" {
			others.Offer.Plazas = append(others.Offer.Plazas, p)
		}
	}
	f := mustFit(t, DefaultSettings(), others).Forecast(medicine.Line, medicine.Offered())
	half, later := len(medicine.Order)/2, len(medicine.Order)*3/4
	taken, gone := make([]int, f.Len()), make([]int, f.Len())
	for i, plaza := range medicine.Order[:later] {
		if i < half {
			taken[plaza]++
		}
		gone[plaza]++
	}
	free := make([]bool, f.Len())
	for i := range free {
		free[i] = float64(gone[i]) < f.clocks.seats[i]
	}
	left := func(i int) bool { return float64(taken[i]) < f.clocks.seats[i] }
	before, _ := f.Chances(float64(later))
	fixed, _ := f.liveWith(float64(half), taken, f.clocks.eta).Chances(float64(later))
	moved, _ := mustLive(t, f, float64(half), taken).Chances(float64(later))
	still, known, learnt := logScore(before, free, left), logScore(fixed, free, left), logScore(moved, free, left)
	t.Logf("log score: not live %.4f, live %.4f, with the shift %.4f", still, known, learnt)
	if !(known < still && learnt < known) {
		t.Error("live chances do not help")
	}
}
