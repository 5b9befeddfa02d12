package backtest

import (
	"context"
	"math"
	"testing"

	"brujula/data"
	"brujula/planner/availability"
)

// The figures that the fit must reach on the remunerated lines of 2025-I, means
// over three fold seeds (issue 4; the prototype's are in model.md, "Backtest").
func TestRealListsReachTheirFigures(t *testing.T) {
	if testing.Short() {
		t.Skip("fits fifteen times")
	}
	partitions, err := Cross(context.Background(), realHistory(t, data.Remunerada), Options{Workers: 2})
	if err != nil {
		t.Fatal(err)
	}
	most := map[string]Score{
		"MEDICINA":    {0.1085, 0.346},
		"ENFERMERIA":  {0.1145, 0.362},
		"PSICOLOGIA":  {0.1155, 0.3625},
		"OBSTETRICIA": {0.1085, 0.339},
	}
	for _, p := range partitions {
		mean, coverage := p.MeanScore(), valueOf(p.Cuts[0].Coverage)
		if p.Seats >= 100 {
			t.Logf("%-26s %5d  Brier %.4f  log %.4f  Spearman %.3f  coverage %.3f",
				p.Line.Profession, p.Seats, mean.Brier, mean.Log, valueOf(p.Spearman), coverage)
		}
		limit, named := most[p.Line.Profession]
		if !named {
			continue
		}
		delete(most, p.Line.Profession)
		if mean.Brier > limit.Brier || mean.Log > limit.Log {
			t.Errorf("%s: Brier %.4f and log score %.4f, at most %.4f and %.4f wanted",
				p.Line.Profession, mean.Brier, mean.Log, limit.Brier, limit.Log)
		}
		// model.md, "Ranges": 77–83 % of held-out plazas
		if coverage < 0.77 || coverage > 0.83 {
			t.Errorf("%s: %.3f of the plazas went within their range", p.Line.Profession, coverage)
		}
	}
	for name := range most {
		t.Errorf("%s was not tested", name)
	}
	for _, b := range pooledBins(partitions) {
		// 1,700 to 9,000 chances a bin; 5 points are what issue 4 asks of a later process
		if b.N >= 100 && math.Abs(b.Mean-b.Frequency) > 0.05 {
			t.Errorf("chances from %.1f: %.3f given, %.3f free of %d", b.From, b.Mean, b.Frequency, b.N)
		}
	}
}

// pooledBins adds up the reliability tables of all lines and cuts.
func pooledBins(partitions []Partition) []Bin {
	pool := bins(nil, nil)
	for _, p := range partitions {
		for _, c := range p.Cuts {
			for i, b := range c.Calibration {
				n := pool[i].N + b.N
				if n > 0 {
					pool[i].Mean += (b.Mean - pool[i].Mean) * float64(b.N) / float64(n)
					pool[i].Frequency += (b.Frequency - pool[i].Frequency) * float64(b.N) / float64(n)
				}
				pool[i].N = n
			}
		}
	}
	return pool
}

// Five folds under one seed: the test that issue 2 asks for, quick enough for
// every run.
func TestMedicineIsForecastWell(t *testing.T) {
	partitions, err := Cross(context.Background(), realHistory(t, data.Remunerada), Options{Workers: 2, Seeds: []uint64{1}})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range partitions {
		if p.Line.Profession != "MEDICINA" {
			continue
		}
		if p.Seats != 2170 { // shared/data/README.md
			t.Errorf("%d seats", p.Seats)
		}
		if got := p.MeanScore().Brier; got > 0.112 {
			t.Errorf("Brier score %.4f, at most 0.112 wanted", got)
		}
		return
	}
	t.Error("medicine was not tested")
}

// The prior alone stays within 10 % of the full model's Brier score for
// professions of 200 seats or more (issue 4, Build 3).
func TestPriorAloneStaysNearTheFullModel(t *testing.T) {
	if testing.Short() {
		t.Skip("fits ten times")
	}
	past := realHistory(t, data.Remunerada)
	scores := func(s availability.Settings) map[string]float64 {
		partitions, err := Cross(context.Background(), past, Options{Workers: 2, Settings: s, Seeds: []uint64{1}})
		if err != nil {
			t.Fatal(err)
		}
		by := make(map[string]float64)
		for _, p := range partitions {
			if p.Seats >= 200 {
				by[p.Line.Profession] = p.MeanScore().Brier
			}
		}
		return by
	}
	full, alone := scores(availability.DefaultSettings()), scores(availability.PriorSettings())
	if len(full) != 6 {
		t.Errorf("%d professions of 200 seats or more, want 6", len(full))
	}
	for profession, want := range full {
		t.Logf("%-12s full %.4f, prior %.4f", profession, want, alone[profession])
		if alone[profession] > 1.10*want {
			t.Errorf("%s: Brier score %.4f with the prior alone, %.4f in full", profession, alone[profession], want)
		}
	}
}

// The distance to the region's capital earns its place: with coordinates the log
// score falls by 0.0028 ± 0.0007 (three fold seeds, jackknife over regions).
func TestCoordinatesLowerTheLogScore(t *testing.T) {
	if testing.Short() {
		t.Skip("fits ten times")
	}
	past := realHistory(t, data.Remunerada)
	score := func() Score {
		partitions, err := Cross(context.Background(), past, Options{Workers: 2, Seeds: []uint64{1}})
		if err != nil {
			t.Fatal(err)
		}
		return overall(partitions)
	}
	without := score()
	withCoordinates(t, past.Offer)
	with := score()
	t.Logf("without %.4f, with %.4f", without.Log, with.Log)
	if with.Log > without.Log-0.001 {
		t.Errorf("log score %.4f with coordinates, %.4f without", with.Log, without.Log)
	}
}
