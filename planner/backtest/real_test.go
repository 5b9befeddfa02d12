package backtest

import (
	"context"
	"math"
	"slices"
	"sync"
	"testing"

	"brujula/data"
	"brujula/data/testsize"
	"brujula/planner/availability"
)

// sixLines are those whose exact order is known in 2024-I.
var sixLines = []string{"MEDICINA", "ENFERMERIA", "OBSTETRICIA", "ODONTOLOGIA", "NUTRICION", "QUIMICO FARMACEUTICO"}

// meanOfSix averages the six lines, each plaza counting once.
func meanOfSix(partitions []Partition) Score {
	return overall(slices.DeleteFunc(slices.Clone(partitions), func(p Partition) bool {
		return !slices.Contains(sixLines, p.Line.Profession)
	}))
}

// meanCoverage averages the coverage of the lines of 100 seats and more.
func meanCoverage(partitions []Partition) float64 {
	sum, n := 0.0, 0.0
	for i := range partitions {
		if c := partitions[i].MeanCoverage(); c != nil && partitions[i].Seats >= 100 {
			sum, n = sum+*c, n+1
		}
	}
	return sum / n
}

func scoresOf(t *testing.T, partitions []Partition) map[string]Score {
	t.Helper()
	by := make(map[string]Score)
	for i := range partitions {
		p := &partitions[i]
		by[p.Line.Profession] = p.MeanScore()
		if p.Seats >= 100 {
			t.Logf("%-26s %5d  Brier %.4f  log %.4f  Spearman %.3f  coverage %.3f  %s θ %v",
				p.Line.Profession, p.Seats, by[p.Line.Profession].Brier, by[p.Line.Profession].Log,
				valueOf(p.Spearman), valueOf(p.MeanCoverage()), p.Order, p.Theta)
		}
	}
	return by
}

// years keeps what the real lists of one year say of the other: several tests compare
// with it, and each fit takes seconds.
var years [2]struct {
	once       sync.Once
	partitions []Partition
	err        error
}

// acrossYears forecasts the newer year from the older one, or else the other way round.
func acrossYears(t *testing.T, newer bool) []Partition {
	t.Helper()
	train, test, y := realHistory(t, data.Remunerada), realHistoryOf(t, "2024-I", data.Remunerada), &years[0]
	if newer {
		train, test, y = test, train, &years[1]
	}
	y.once.Do(func() {
		y.partitions, y.err = Across(context.Background(), []availability.History{train}, test, Options{})
	})
	if y.err != nil {
		t.Fatal(y.err)
	}
	return y.partitions
}

// A whole other year, in both directions: what an applicant faces. The bounds are
// 1 % above what the fit reaches (see planner/availability/README.md), and the
// range in which a plaza goes must hold 80 of 100 of them in the mean of lines.
func TestAnotherYearIsForecastWell(t *testing.T) {
	for _, c := range []struct {
		partitions     []Partition
		six            float64 // log score
		medicine, psyc Score
		order          Order
		sentido        Direction
	}{
		{acrossYears(t, false), 0.339, Score{0.0905, 0.298}, Score{1, 1}, OrderExact, DirectionEarlier},
		{acrossYears(t, true), 0.365, Score{0.1085, 0.346}, Score{0.149, 0.459}, OrderMarks, DirectionLater},
	} {
		by := scoresOf(t, c.partitions)
		six, coverage := meanOfSix(c.partitions), meanCoverage(c.partitions)
		t.Logf("%s: six lines %.4f/%.4f, coverage %.3f", c.sentido, six.Brier, six.Log, coverage)
		if six.Log > c.six {
			t.Errorf("%s: log score %.4f of six lines, at most %.4f wanted", c.sentido, six.Log, c.six)
		}
		for profession, most := range map[string]Score{"MEDICINA": c.medicine, "PSICOLOGIA": c.psyc} {
			if got := by[profession]; got.Brier > most.Brier || got.Log > most.Log {
				t.Errorf("%s, %s: %.4f and %.4f, at most %.4f and %.4f wanted", c.sentido, profession, got.Brier, got.Log, most.Brier, most.Log)
			}
		}
		if coverage < 0.77 || coverage > 0.83 {
			t.Errorf("%s: %.3f of the plazas went within their range", c.sentido, coverage)
		}
		for _, p := range c.partitions {
			if p.Direction != c.sentido || (slices.Contains(sixLines, p.Line.Profession) && p.Order != c.order) {
				t.Errorf("%s: direction %q, order %q", p.Line.Profession, p.Direction, p.Order)
			}
		}
		for _, b := range pooledBins(c.partitions) {
			// a bin holds the chances of five cuts, in which a plaza may come again
			if se := math.Sqrt(5 * b.Mean * (1 - b.Mean) / float64(b.N)); b.N >= 100 && math.Abs(b.Mean-b.Frequency) > math.Max(3*se, 0.05) {
				t.Errorf("chances from %.1f: %.3f given, %.3f free of %d", b.From, b.Mean, b.Frequency, b.N)
			}
		}
	}
}

// Within a year, five folds of one seed; the bounds of 2025-I are those that the
// first edition of the model reached there under three seeds, that of 2024-I is
// what was asked of this one, which stays below it (planner/availability/README.md).
func TestWithinAYearTheFitIsNoWorseThanBefore(t *testing.T) {
	if testing.Short() {
		t.Skip("fits five times")
	}
	within(t, realHistory(t, data.Remunerada), map[string]Score{
		"MEDICINA": {0.1068, 0.342}, "ENFERMERIA": {0.1122, 0.3555}, "PSICOLOGIA": {0.1155, 0.3625}, "OBSTETRICIA": {0.1085, 0.339},
	})
	if testsize.Full() {
		within(t, realHistoryOf(t, "2024-I", data.Remunerada), map[string]Score{"MEDICINA": {0.0905, 0.298}})
	}
}

func within(t *testing.T, h availability.History, bounds map[string]Score) {
	t.Helper()
	partitions, err := Cross(context.Background(), h, Options{Workers: 2, Seeds: []uint64{1}})
	if err != nil {
		t.Fatal(err)
	}
	by := scoresOf(t, partitions)
	for profession, most := range bounds {
		if got, ok := by[profession]; !ok || got.Brier > most.Brier || got.Log > most.Log {
			t.Errorf("%s: %+v, at most %+v wanted", profession, got, most)
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

// The prior alone, fitted on one year and tried on the other, stays within 2 %
// of the full model's Brier score over six lines.
func TestPriorAloneStaysNearTheFullModel(t *testing.T) {
	if testing.Short() {
		t.Skip("fits twice")
	}
	test, train := realHistoryOf(t, "2024-I", data.Remunerada), realHistory(t, data.Remunerada)
	partitions, err := Across(context.Background(), []availability.History{train}, test, Options{Settings: availability.PriorSettings()})
	if err != nil {
		t.Fatal(err)
	}
	full, alone := meanOfSix(acrossYears(t, false)), meanOfSix(partitions)
	t.Logf("full %+v, prior %+v", full, alone)
	if alone.Brier > 1.02*full.Brier || alone.Brier <= full.Brier {
		t.Errorf("Brier score %.4f with the prior alone, %.4f in full", alone.Brier, full.Brier)
	}
}

// Coordinates earn their place beside the centroids of districts: the log score
// across years falls by about 0.001.
func TestCoordinatesLowerTheLogScore(t *testing.T) {
	if testing.Short() {
		t.Skip("fits twice")
	}
	train, test := realHistoryOf(t, "2024-I", data.Remunerada), realHistory(t, data.Remunerada)
	withCoordinates(t, train.Offer)
	withCoordinates(t, test.Offer)
	partitions, err := Across(context.Background(), []availability.History{train}, test, Options{})
	if err != nil {
		t.Fatal(err)
	}
	without, with := meanOfSix(acrossYears(t, true)), meanOfSix(partitions)
	t.Logf("without %.5f, with %.5f", without.Log, with.Log)
	if with.Log >= without.Log {
		t.Errorf("log score %.5f with coordinates, %.5f without", with.Log, without.Log)
	}
}

// overall averages partitions, each plaza counting once.
func overall(partitions []Partition) Score {
	var sum Score
	n := 0
	for i := range partitions {
		p := &partitions[i]
		if len(p.Cuts) == 0 {
			continue
		}
		plazas := p.Cuts[0].N
		mean := p.MeanScore()
		sum.Brier += mean.Brier * float64(plazas)
		sum.Log += mean.Log * float64(plazas)
		n += plazas
	}
	return sum.over(n)
}
