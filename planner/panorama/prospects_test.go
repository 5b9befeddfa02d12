package panorama

import (
	"math"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"brujula/data"
	"brujula/planner/availability"
	"brujula/planner/catalog"
)

// offered makes a catalog of n plazas and figures for them.
func offered(chances, points []float64) (*catalog.Catalog, *catalog.Figures, []int) {
	offer := data.Offer{Process: "2026-I", Modality: data.Remunerada}
	fig := &catalog.Figures{Chance: chances, Points: points}
	for _, b := range availability.Bands() {
		fig.Bands = append(fig.Bands, b.Key())
	}
	rows := make([]int, len(chances))
	for i, chance := range chances {
		rows[i] = i
		offer.Plazas = append(offer.Plazas, data.Plaza{
			PlazaID:       data.PlazaID{Process: "2026-I", Profession: "MEDICINA", Modality: data.Remunerada, Renipress: strconv.Itoa(1000 + i)},
			Establishment: "PUESTO " + strconv.Itoa(i), Region: "PUNO", Seats: 1,
		})
		band := catalog.NoBand
		if !math.IsNaN(chance) {
			band = uint8(availability.BandOf(chance) - availability.MuyProbable)
		}
		fig.Band = append(fig.Band, band)
	}
	return catalog.New(&offer), fig, rows
}

func TestTheFrontier(t *testing.T) {
	nan := math.NaN()
	c, fig, rows := offered(
		[]float64{0.99, 0.97, 0.85, 0.90, 0.60, 0.30, nan, 0.99, 0.10},
		[]float64{4, 4, 8, 8, 8, 10, 10, nan, 10})
	p := ProspectsOf(c, rows, fig)
	// M gives 4, P 8 (the surest first), D no more than P, I 10, N no more than I.
	if got, want := p.Rows(), []int{0, 1, 3, 2, 5}; !slices.Equal(got, want) {
		t.Errorf("frontier %v, want %v", got, want)
	}
	if p.Unknown != 2 || p.Known != 7 {
		t.Errorf("%d unknown, %d known", p.Unknown, p.Known)
	}
	if len(p.Strips) != 3 || p.Strips[0].Points != 10 || p.Strips[1].All[180] != 1 || p.Strips[1].Best[180] != 1 || p.Strips[1].Best[120] != 0 {
		t.Errorf("strips %+v", p.Strips)
	}
	want := "Probable: hasta 8 puntos, 2 plazas: PUESTO 3, Puno, 90 %; PUESTO 2, Puno, 85 %."
	if said := p.Said(c, fig); len(said) != 3 || said[1] != want {
		t.Errorf("said %q, want %q", said, want)
	}
	if p := ProspectsOf(c, nil, &catalog.Figures{}); len(p.Rows()) != 0 {
		t.Error("nothing has a frontier")
	}
}

// A plaza is on the frontier unless another gives more points in its band, or as
// many in a surer one.
func TestTheFrontierIsWhatNothingBeats(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 30).Draw(t, "n")
		chances, points := make([]float64, n), make([]float64, n)
		for i := range n {
			chances[i] = rapid.Float64Range(0, 1).Draw(t, "chance")
			points[i] = float64(rapid.IntRange(1, 5).Draw(t, "points"))
		}
		c, fig, rows := offered(chances, points)
		on := ProspectsOf(c, rows, fig).Rows()
		for i := range n {
			beaten := false
			for j := range n {
				beaten = beaten || fig.Band[j] == fig.Band[i] && points[j] > points[i] || fig.Band[j] < fig.Band[i] && points[j] >= points[i]
			}
			if slices.Contains(on, i) == beaten {
				t.Fatalf("plaza %d of chance %g and %g points: beaten %v, on the frontier %v", i, chances[i], points[i], beaten, !beaten)
			}
		}
	})
}
