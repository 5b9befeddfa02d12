package availability

import (
	"bytes"
	"context"
	"math"
	"os"
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data"
	"brujula/data/prior"
	"brujula/data/testsize"
)

// embeddedFile is where the prior that ships lies in the tree.
const embeddedFile = "../../data/prior/prior.csv"

func mustFitPrior(t testing.TB, past ...History) *Model {
	t.Helper()
	m, err := FitPrior(context.Background(), past)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// The lists of 2024-I and 2025-I must give the file that ships, but for the last
// digits. It is written by `serums ajustar --archivo data/prior/prior.csv` with
// these lists in the library and no coordinates.
func TestShippedPriorIsTheFitOfBothYears(t *testing.T) {
	past := []History{realHistoryOf(t, "2024-I", data.Remunerada), realHistory(t, data.Remunerada), realHistory(t, data.Equivalente)}
	m := mustFit(t, PriorSettings(), past...)
	if testsize.Full() {
		m = mustFitPrior(t, past...) // twenty refits more
	}
	var file bytes.Buffer
	if err := WritePrior(&file, m); err != nil {
		t.Fatal(err)
	}
	fitted, err := prior.Parse(&file)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(embeddedFile)
	if err != nil {
		t.Fatal(err)
	}
	shipped, err := prior.Parse(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	if !testsize.Full() {
		for _, set := range shipped.Sets {
			for i := range set.Coefficients {
				set.Coefficients[i].Draws = nil
			}
		}
	}
	near := cmp.Comparer(func(a, b float64) bool { return math.Abs(a-b) < 0.02 })
	if diff := cmp.Diff(shipped, fitted, near); diff != "" {
		t.Error(diff)
	}
}

func TestModelFromPriorForecastsLikeItsFit(t *testing.T) {
	w := makeWorld(31, "2025-I", data.Remunerada, 300, 1)
	fitted := mustFit(t, PriorSettings(), w.history)
	shipped := FromPrior(priorOf(t, fitted))
	line, plazas := lineOf(w.history.Offer, "MEDICINA")
	line.Process = "2026-I" // what ships is what lasts
	a, b := fitted.Forecast(line, plazas), shipped.Forecast(line, plazas)
	x, _ := a.Chances(40)
	y, _ := b.Chances(40)
	for i := range x {
		if math.Abs(x[i]-y[i]) > 1e-9 {
			t.Fatalf("plaza %d: fitted %v, shipped %v", i, x[i], y[i])
		}
	}
	for i, e := range b.Estimates(40) {
		if !e.Known || e.Evidence.Level != EvidencePrior || e.Evidence.N != 0 || e.Evidence.Fact.Kind != FactNone {
			t.Errorf("plaza %d: %+v", i, e)
		}
	}
	if got := shipped.Basis(); got.Kind != BasisPrior || len(got.Processes) != 1 {
		t.Errorf("basis %+v", got)
	}
}

func TestPriorHoldsNothingOfFewSeats(t *testing.T) {
	w := makeWorld(32, "2025-I", data.Remunerada, 60, 1)
	for _, s := range []Settings{PriorSettings(), DefaultSettings()} {
		for _, set := range priorOf(t, mustFit(t, s, w.history)).Sets {
			for _, c := range set.Coefficients {
				if e, _ := effectOf(c.Effect); c.Seats < prior.MinSeats || !e.ships() {
					t.Errorf("coefficient %+v", c)
				}
			}
		}
	}
}

func TestListsStandBeforeThePrior(t *testing.T) {
	lists := mustFit(t, DefaultSettings(), makeWorld(33, "2025-I", data.Remunerada, 60, 1).history)
	shipped := FromPrior(priorOf(t, mustFit(t, PriorSettings(),
		makeWorld(34, "2024-I", data.Remunerada, 60, 1).history, makeWorld(35, "2024-I", data.Equivalente, 60, 1).history)))
	both := lists.WithPrior(shipped)
	if got := both.BasisOf(data.Remunerada); got.Kind != BasisLists || got.Processes[0] != "2025-I" {
		t.Errorf("remunerada stands on %+v", got)
	}
	if got := both.BasisOf(data.Equivalente); got.Kind != BasisPrior || got.Processes[0] != "2024-I" {
		t.Errorf("equivalente stands on %+v", got)
	}
	if got := both.Basis(); got.Kind != BasisLists || len(got.Processes) != 1 {
		t.Errorf("as a whole it stands on %+v", got)
	}
}
