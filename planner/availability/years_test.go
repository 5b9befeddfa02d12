package availability

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"brujula/data"
)

// split returns the design with two columns, what lasts and the deviation, where
// the design has one for both: the naive reference of a level that only one
// process knows.
func split(d *design, s Settings) *design {
	out := *d
	out.columns, out.ridge, out.support = slices.Clone(d.columns), slices.Clone(d.ridge), slices.Clone(d.support)
	twin := make(map[int32]int32)
	for i, c := range d.columns {
		if c.only == "" {
			continue
		}
		twin[int32(i)] = int32(len(out.columns))
		out.columns[i] = column{level: c.level, lasting: 1}
		out.ridge[i] = s.Ridge[c.level.effect]
		out.columns = append(out.columns, column{level: c.level.in(c.only)})
		out.ridge = append(out.ridge, s.YearRidge[c.level.effect])
		out.support = append(out.support, d.support[i])
	}
	twice := func(in sparse) (out sparse) {
		from := int32(0)
		for _, to := range in.ends {
			for at := from; at < to; at++ {
				out.columns = append(out.columns, in.columns[at])
				if other, ok := twin[in.columns[at]]; ok {
					out.columns = append(out.columns, other)
				}
				if in.values == nil {
					continue
				}
				for len(out.values) < len(out.columns) {
					out.values = append(out.values, in.values[at])
				}
			}
			out.ends = append(out.ends, int32(len(out.columns)))
			from = to
		}
		return out
	}
	out.rows, out.nodes = twice(d.rows), twice(d.nodes)
	return &out
}

func mustMaximise(t *testing.T, d *design, f Frailty) []float64 {
	t.Helper()
	l := newLikelihood(d)
	b, err := l.fitWithFrailty(context.Background(), f, 1e-6)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// With one process nothing tells what lasts from what is of the year: one
// column with the penalty of both, shared out afterwards, is the same fit as two.
func TestOneProcessIsASpecialCaseOfTwo(t *testing.T) {
	s := DefaultSettings()
	w := makeWorld(21, "2025-I", data.Remunerada, 60, 1)
	d := newDesign(sortedLines([]History{w.history}, data.Remunerada), s)
	both := split(d, s)
	if both.width() == d.width() {
		t.Fatal("nothing was split")
	}
	b, naive := mustMaximise(t, d, s.Frailty), mustMaximise(t, both, s.Frailty)
	want := make(map[level]float64)
	for i, c := range both.columns {
		want[c.level] = naive[i]
	}
	for _, f := range d.unfold(s) {
		if got := f.share * b[f.column]; math.Abs(got-want[f.level]) > 1e-4 {
			t.Errorf("%+v: %.6f, by two columns %.6f", f.level, got, want[f.level])
		}
	}
}

// shifted returns another process of the same offer, whose regions count
// otherwise than they did.
func shifted(w made, process data.Process, seed uint64, region string, by float64) History {
	offer := &data.Offer{Process: process, Modality: data.Remunerada}
	other := made{eta: make(map[data.PlazaID]float64)}
	for _, p := range w.history.Offer.Plazas {
		eta := w.eta[p.PlazaID]
		if p.Region == region {
			eta += by
		}
		p.Process = process
		other.eta[p.PlazaID] = eta
		offer.Plazas = append(offer.Plazas, p)
	}
	return History{Offer: offer, Adjudication: other.draw(rand.New(rand.NewPCG(seed, 3)), offer, 1)}
}

// A region that was in vogue in one of two years is forecast for that year with
// its deviation, for a later one without it.
func TestDeviationsStayWithTheirYear(t *testing.T) {
	w := makeWorld(22, "2024-I", data.Remunerada, 900, 1)
	m := mustFit(t, DefaultSettings(), w.history, shifted(w, "2025-I", 1, "PUNO", 1.5))
	mean := func(process data.Process) float64 {
		line, plazas := lineOf(w.history.Offer, "MEDICINA")
		line.Process = process
		f := m.Forecast(line, plazas)
		sum, n, all := 0.0, 0.0, 0.0
		for i, p := range plazas {
			all += f.clocks.eta[i] / float64(len(plazas))
			if p.Region == "PUNO" {
				sum += f.clocks.eta[i]
				n++
			}
		}
		return sum/n - all
	}
	before, vogue, later := mean("2024-I"), mean("2025-I"), mean("2026-I")
	if !(before < later && later < vogue && vogue-before > 0.5) {
		t.Errorf("weights of the region: %.3f in 2024-I, %.3f in 2025-I, %.3f in a later year", before, vogue, later)
	}
}

// A profession is trusted by the picks in a known order that it has had; one
// without any still has what the others tell.
func TestTrust(t *testing.T) {
	p := &part{lines: map[string]lineFacts{"MEDICINA": {Ordered: 4_000}, "BIOLOGIA": {Ordered: 28, Taken: 900}}}
	for profession, want := range map[string]float64{
		"MEDICINA":   1 / math.Sqrt(1+64.0/4036),
		"BIOLOGIA":   1 / math.Sqrt(2),
		"PSICOLOGIA": 0.6, // 1/√(1 + 64/36)
	} {
		if got := p.trust(profession); math.Abs(got-want) > 1e-9 {
			t.Errorf("%s: %v, want %v", profession, got, want)
		}
	}
}

// Where nothing of the model speaks against it, no chance is beyond what plazas
// were seen to be: 98 to 99 of 100.
func TestNoChanceIsCertainBeforeTheEnd(t *testing.T) {
	f := madeForecast([]float64{-20, 0, 0, 0, 0}, []float64{1, 1, 1, 1, 1}, 0.75)
	f.tail = tailShare
	for k, want := range map[float64]float64{0: 1, 2.5: 1 - tailShare/2, 4: 1 - tailShare*0.8, 5: 0} {
		if got := f.Curve(0, []float64{k})[0]; math.Abs(got-want) > 1e-4 {
			t.Errorf("a plaza that nobody wants is free at pick %v with %v, want %v", k, got, want)
		}
	}
}
