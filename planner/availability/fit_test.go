package availability

import (
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"gonum.org/v1/gonum/optimize"

	"brujula/data"
)

// smallDesign is a design with ties, multi-seat plazas, seats left over and two
// lines.
func smallDesign(t testing.TB, s Settings) *design {
	t.Helper()
	w := makeWorld(5, "2025-I", data.Remunerada, 24, 1)
	for i := range w.history.Adjudication.Picks {
		p := &w.history.Adjudication.Picks[i]
		p.Rank, p.Mark = 0, 20-math.Floor(float64(p.Rank)/3) // ties of three
	}
	w.history.Adjudication.Picks = w.history.Adjudication.Picks[:20]
	return newDesign(sortedLines([]History{w.history}, data.Remunerada), s)
}

func TestGradientAgreesWithFiniteDifferences(t *testing.T) {
	d := smallDesign(t, DefaultSettings())
	rng := rand.New(rand.NewPCG(1, 2))
	plain := newLikelihood(d)
	full := fullLikelihood(d, rng)
	for name, l := range map[string]*likelihood{"plain": plain, "with frailty, weights and means": full} {
		b, grad := make([]float64, d.width()), make([]float64, d.width())
		for j := range d.width() {
			b[j] = rng.NormFloat64()
		}
		l.evaluate(b, grad)
		for j := range d.width() {
			const h = 1e-5
			at := b[j]
			b[j] = at + h
			up := l.evaluate(b, nil)
			b[j] = at - h
			down := l.evaluate(b, nil)
			b[j] = at
			if slope := (up - down) / (2 * h); math.Abs(slope-grad[j]) > 1e-5*math.Max(1, math.Abs(slope)) {
				t.Errorf("%s: %v: gradient %v, finite difference %v", name, d.columns[j].level, grad[j], slope)
			}
		}
	}
}

// fullLikelihood has all that a likelihood may have: ties, frailties, weights,
// means and a line that weighs less.
func fullLikelihood(d *design, rng *rand.Rand) *likelihood {
	full := newLikelihood(d)
	full.frailty = make([]float64, len(d.seats))
	for i := range full.frailty {
		full.frailty[i] = 0.2 + rng.Float64()
	}
	full.weights = make([]float64, len(d.nodeOf))
	for i := range full.weights {
		full.weights[i] = rng.ExpFloat64()
	}
	full.means = make([]float64, d.width())
	for i := range full.means {
		full.means[i] = rng.NormFloat64()
	}
	d.strata[0].weight = 0.7
	return full
}

func TestBendAgreesWithFiniteDifferences(t *testing.T) {
	d := smallDesign(t, DefaultSettings())
	rng := rand.New(rand.NewPCG(3, 2))
	l := fullLikelihood(d, rng)
	width := d.width()
	at, direction := make([]float64, width), make([]float64, width)
	for j := range at {
		at[j], direction[j] = rng.NormFloat64(), rng.NormFloat64()
	}
	gradient := func(far float64) []float64 {
		b, grad := make([]float64, width), make([]float64, width)
		for j := range b {
			b[j] = at[j] + far*direction[j]
		}
		l.evaluate(b, grad)
		return grad
	}
	const h = 1e-5
	up, down := gradient(h), gradient(-h)
	gradient(0)
	got := make([]float64, width)
	newBend(l).times(direction, got)
	for j := range got {
		if want := (up[j] - down[j]) / (2 * h); math.Abs(got[j]-want) > 1e-5*math.Max(1, math.Abs(want)) {
			t.Errorf("%v: %v, finite difference %v", d.columns[j].level, got[j], want)
		}
	}
}

// The search against one that knows nothing of the second derivative.
func TestSearchAgreesWithLBFGS(t *testing.T) {
	d := smallDesign(t, DefaultSettings())
	l := fullLikelihood(d, rand.New(rand.NewPCG(4, 2)))
	got, err := maximise(context.Background(), l, make([]float64, d.width()), 1e-7)
	if err != nil {
		t.Fatal(err)
	}
	want := naiveSearch(t, l)
	for j := range got {
		if math.Abs(got[j]-want[j]) > 1e-4 {
			t.Errorf("%v: %v, by L-BFGS %v", d.columns[j].level, got[j], want[j])
		}
	}
}

func naiveSearch(t *testing.T, l *likelihood) []float64 {
	t.Helper()
	problem := optimize.Problem{
		Func: func(b []float64) float64 { return l.evaluate(b, nil) },
		Grad: func(grad, b []float64) { l.evaluate(b, grad) },
	}
	settings := &optimize.Settings{GradientThreshold: 1e-6, Converger: optimize.NeverTerminate{}}
	result, err := optimize.Minimize(problem, make([]float64, l.width()), settings, &optimize.LBFGS{})
	if result == nil {
		t.Fatal(err)
	}
	return result.X
}

// naiveLikelihood follows the definition seat by seat: for a tie, the mean over
// no order but Efron's average, written without cumulated sums.
func naiveLikelihood(l *likelihood, b []float64) float64 {
	eta := func(s int) float64 {
		row := int(l.seats[s])
		sum := 0.0
		for at, to := start(l.rows.ends, row), l.rows.ends[row]; at < to; at++ {
			sum += b[l.rows.columns[at]]
		}
		for node := l.nodeOf[row]; node != none; node = l.parents[node] {
			for at, to := start(l.nodes.ends, int(node)), l.nodes.ends[node]; at < to; at++ {
				sum += l.nodes.values[at] * b[l.nodes.columns[at]]
			}
		}
		return sum
	}
	value := 0.0
	for _, st := range l.strata {
		from := st.from
		for _, to := range st.groups {
			risk, tied := 0.0, 0.0
			for s := from; s < st.to; s++ {
				risk += math.Exp(eta(s))
				if s < to {
					tied += math.Exp(eta(s))
					value -= eta(s)
				}
			}
			for i := range to - from {
				value += math.Log(risk - float64(i)/float64(to-from)*tied)
			}
			from = to
		}
	}
	for j, lambda := range l.ridge {
		value += lambda * b[j] * b[j] / 2
	}
	return value
}

func start(ends []int32, i int) int32 {
	if i == 0 {
		return 0
	}
	return ends[i-1]
}

func TestLikelihoodAgreesWithItsDefinition(t *testing.T) {
	d := smallDesign(t, DefaultSettings())
	l := newLikelihood(d)
	rng := rand.New(rand.NewPCG(2, 2))
	for range 20 {
		b := make([]float64, d.width())
		for j := range d.width() {
			b[j] = 2 * rng.NormFloat64()
		}
		got, want := l.evaluate(b, nil), naiveLikelihood(l, b)
		if math.Abs(got-want) > 1e-9*want {
			t.Fatalf("likelihood %v, by definition %v", got, want)
		}
	}
}

// With one effect of two levels the fit has two coefficients, and a search over
// a fine grid must find the same place.
func TestFitAgreesWithBruteForce(t *testing.T) {
	s := DefaultSettings()
	s.Frailty = FrailtyInPrediction()
	s.Ridge, s.YearRidge = Ridge{ProfessionZAF: 1}, Ridge{}
	s.Tolerance = 1e-6
	w := makeWorld(8, "2025-I", data.Remunerada, 12, 1)
	history := w.history
	history.Offer = &data.Offer{Process: "2025-I", Modality: data.Remunerada}
	_, history.Offer.Plazas = lineOf(w.history.Offer, "MEDICINA")
	m := mustFit(t, s, history)
	p := m.parts[data.Remunerada]
	if len(p.coef) != 2 { // one process, and no deviations from it
		t.Fatalf("%d coefficients, want 2: %v", len(p.coef), p.levels)
	}
	l := newLikelihood(newDesign(sortedLines([]History{history}, data.Remunerada), s))
	best, at := math.Inf(1), [2]float64{}
	for x := -2.0; x <= 2; x += 0.01 {
		for y := -2.0; y <= 2; y += 0.01 {
			if v := naiveLikelihood(l, []float64{x, y}); v < best {
				best, at = v, [2]float64{x, y}
			}
		}
	}
	for j := range at {
		if math.Abs(at[j]-p.coef[j]) > 0.006 {
			t.Errorf("coefficient %d: fit %.4f, grid %.4f", j, p.coef[j], at[j])
		}
	}
}

// The order of four seats can be written out: the fitted frailty must raise the
// likelihood of the gamma-frail order where a seat went against its grade.
func TestExpectedFrailtyFollowsTheOrder(t *testing.T) {
	d := smallDesign(t, DefaultSettings())
	l := newLikelihood(d)
	l.evaluate(make([]float64, d.width()), nil)
	for i := range d.strata {
		st := &d.strata[i]
		g := l.expect(Frailty{Exact: 1, Marks: 1})
		for s := st.from + 1; s < st.taken(); s++ {
			if g[s] > g[s-1]+1e-12 {
				t.Errorf("with equal weights seat %d went later than %d and has the larger frailty: %v > %v", s, s-1, g[s], g[s-1])
			}
		}
		if st.taken() < st.to && g[st.to-1] >= g[st.from] {
			t.Errorf("a seat left over has frailty %v, the first to go %v", g[st.to-1], g[st.from])
		}
	}
}

// Grade and region move the true weights by 0.85 and 0.56 (standard deviations),
// and 0.3 of them is noise of each plaza that no fit can know but from its own
// pick, so that a perfect fit of the effects would correlate with 0.96.
func TestFitFindsTheTruth(t *testing.T) {
	w := makeWorld(11, "2025-I", data.Remunerada, 1500, 1)
	m := mustFit(t, DefaultSettings(), w.history)
	line, plazas := lineOf(w.history.Offer, "MEDICINA")
	f := m.Forecast(line, plazas)
	var x, y, xx, yy, xy float64
	for i, p := range plazas {
		a, b := f.clocks.eta[i], w.eta[p.PlazaID]
		x, y, xx, yy, xy = x+a, y+b, xx+a*a, yy+b*b, xy+a*b
	}
	n := float64(len(plazas))
	if r := (xy - x*y/n) / math.Sqrt((xx-x*x/n)*(yy-y*y/n)); r < 0.8 {
		t.Errorf("fitted and true weights correlate with %.3f", r)
	}
}

func TestFitDoesNotDependOnTheOrderOfTheRows(t *testing.T) {
	w := makeWorld(12, "2025-I", data.Remunerada, 60, 1)
	m := mustFit(t, DefaultSettings(), w.history)
	rng := rand.New(rand.NewPCG(1, 1))
	offer, picks := *w.history.Offer, *w.history.Adjudication
	offer.Plazas = append([]data.Plaza(nil), offer.Plazas...)
	picks.Picks = append([]data.Pick(nil), picks.Picks...)
	rng.Shuffle(len(offer.Plazas), func(i, j int) { offer.Plazas[i], offer.Plazas[j] = offer.Plazas[j], offer.Plazas[i] })
	rng.Shuffle(len(picks.Picks), func(i, j int) { picks.Picks[i], picks.Picks[j] = picks.Picks[j], picks.Picks[i] })
	again := mustFit(t, DefaultSettings(), History{Offer: &offer, Adjudication: &picks})
	near := cmpopts.EquateApprox(0, 1e-2)
	if diff := cmp.Diff(m.parts[data.Remunerada].coef, again.parts[data.Remunerada].coef, near); diff != "" {
		t.Error(diff)
	}
}

func TestFitWithoutHistory(t *testing.T) {
	w := makeWorld(3, "2025-I", data.Remunerada, 12, 1)
	unordered := w.history
	unordered.Adjudication = &data.Adjudication{Process: "2025-I", Modality: data.Remunerada}
	for _, p := range w.history.Adjudication.Picks {
		p.Rank = 0
		unordered.Adjudication.Picks = append(unordered.Adjudication.Picks, p)
	}
	elsewhere := w.history
	elsewhere.Offer = &data.Offer{Process: "2025-I", Modality: data.Remunerada}
	for name, past := range map[string][]History{
		"none": nil, "empty": {{}}, "offer alone": {{Offer: w.history.Offer}},
		"no rank and no mark": {unordered}, "no pick at its offer": {elsewhere},
	} {
		if _, err := Fit(context.Background(), past, DefaultSettings()); !errors.Is(err, ErrNoHistory) {
			t.Errorf("%s: error %v, want ErrNoHistory", name, err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Fit(ctx, []History{w.history}, DefaultSettings()); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled fit gave %v", err)
	}
}

// A plaza of which nothing but the code is known has effects all the same, and
// a list of nothing but such plazas can be fitted.
func TestFitWithoutAttributes(t *testing.T) {
	w := makeWorld(4, "2025-I", data.Remunerada, 24, 1)
	for i, p := range w.history.Offer.Plazas {
		w.history.Offer.Plazas[i] = data.Plaza{PlazaID: p.PlazaID, Seats: p.Seats}
	}
	s := DefaultSettings()
	mustFit(t, s, w.history)
	s.Ridge = Ridge{ProfessionGrade: 1}
	m := mustFit(t, s, w.history)
	f := m.Forecast(lineOf(w.history.Offer, "MEDICINA"))
	k := float64(f.Seats()) / 2
	if got := f.Curve(0, []float64{k})[0]; f.clocks.seats[0] == 1 && math.Abs(got-0.5) > 1e-9 {
		t.Errorf("with nothing known half the seats are free half way, got %v", got)
	}
}
