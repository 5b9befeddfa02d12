package availability

import (
	"bytes"
	"context"
	"testing"

	"brujula/data"
	"brujula/data/lists/liststest"
)

// The budgets stand in cmd/serums/budgets/README.md: one fit 0.5 s, with EM 1.5 s, chances of a
// line of 2,175 seats at a new rank 5 ms.

func benchmarkFit(b *testing.B, s Settings) {
	past := []History{realHistory(b, data.Remunerada)}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Fit(context.Background(), past, s); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFit(b *testing.B) {
	s := DefaultSettings()
	s.Frailty = FrailtyInPrediction()
	benchmarkFit(b, s)
}

func BenchmarkFitWithFrailty(b *testing.B) { benchmarkFit(b, DefaultSettings()) }

func BenchmarkFitBothModalities(b *testing.B) {
	past := []History{realHistory(b, data.Remunerada), realHistory(b, data.Equivalente)}
	for b.Loop() {
		if _, err := Fit(context.Background(), past, DefaultSettings()); err != nil {
			b.Fatal(err)
		}
	}
}

// medicine2026 is the line that most users ask about, with ranges.
func medicine2026(b *testing.B) (*Model, data.Line, []data.Plaza) {
	h := realHistory(b, data.Remunerada)
	s := DefaultSettings()
	m, err := mustFit(b, s, h).WithRanges(context.Background(), []History{h}, s, 1)
	if err != nil {
		b.Fatal(err)
	}
	line, plazas := lineOf(liststest.Offer(b, "2026-I", data.Remunerada), "MEDICINA")
	return m, line, plazas
}

func BenchmarkForecast(b *testing.B) {
	m, line, plazas := medicine2026(b)
	b.ReportAllocs()
	for b.Loop() {
		m.Forecast(line, plazas)
	}
}

func BenchmarkEstimatesAtANewRank(b *testing.B) {
	m, line, plazas := medicine2026(b)
	f := m.Forecast(line, plazas)
	k := 0.0
	b.ReportAllocs()
	for b.Loop() {
		k++
		f.Estimates(k)
	}
}

func BenchmarkFirstEstimates(b *testing.B) {
	m, line, plazas := medicine2026(b)
	for b.Loop() {
		m.Forecast(line, plazas).Estimates(812)
	}
}

func BenchmarkCurveOf100Picks(b *testing.B) {
	m, line, plazas := medicine2026(b)
	f := m.Forecast(line, plazas)
	picks := make([]float64, 100)
	for i := range picks {
		picks[i] = float64(i) * 21
	}
	for b.Loop() {
		f.Curve(7, picks)
	}
}

func BenchmarkLiveAct(b *testing.B) {
	m, line, plazas := medicine2026(b)
	f := m.Forecast(line, plazas)
	taken := make([]int, f.Len())
	for i := range 600 {
		taken[i*3] = 1
	}
	for b.Loop() {
		live, err := f.Live(600, taken)
		if err != nil {
			b.Fatal(err)
		}
		live.Estimates(650)
	}
}

func BenchmarkSimulate2000Runs(b *testing.B) {
	m, line, plazas := medicine2026(b)
	f := m.Forecast(line, plazas)
	var entries []Entry
	for i := range 20 {
		entries = append(entries, Entry{f, i * 50, 811})
	}
	for b.Loop() {
		if _, err := Simulate(context.Background(), entries, 2000, 1, 2); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	m, _, _ := medicine2026(b)
	var file bytes.Buffer
	if err := m.Save(&file); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(file.Len()))
	for b.Loop() {
		if _, err := Load(bytes.NewReader(file.Bytes())); err != nil {
			b.Fatal(err)
		}
	}
}
