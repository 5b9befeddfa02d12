package availability

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"sort"
	"testing"

	"brujula/data"
	"brujula/data/prior"
)

// made is a small made-up world: a few professions over the same places, with
// weights that follow grade and region, picked in the order of gamma-frail
// clocks.
type made struct {
	history History
	eta     map[data.PlazaID]float64 // true log weights
}

// makeWorld draws an offer and the order in which it went.
func makeWorld(seed uint64, process data.Process, modality data.Modality, plazas int, theta float64) made {
	rng := rand.New(rand.NewPCG(seed, 1))
	offer := &data.Offer{Process: process, Modality: modality}
	m := made{eta: make(map[data.PlazaID]float64)}
	regions := []string{"ANCASH", "CUSCO", "PUNO", "TACNA"}
	professions := []string{"ENFERMERIA", "MEDICINA", "NUTRICION"}
	for i := range plazas {
		place := i / len(professions)
		region := regions[place%len(regions)]
		p := data.Plaza{
			PlazaID: data.PlazaID{
				Process: process, Modality: modality,
				Profession: professions[i%len(professions)], Renipress: fmt.Sprintf("%08d", place+1),
			},
			Region: region, Province: fmt.Sprintf("PROVINCIA %d", place%7), District: fmt.Sprintf("DISTRITO %d", place%11),
			Institution: []string{"GOBIERNO REGIONAL", "ESSALUD"}[place%5/4], Category: []string{"I-1", "I-2", "I-3"}[place%3],
			Grade: 1 + place%5, ZAF: place%4 == 0, Seats: 1 + i%9/8,
		}
		m.eta[p.PlazaID] = -0.6*float64(p.Grade) + []float64{0, 0.5, -0.5, 1}[place%len(regions)] + 0.3*rng.NormFloat64()
		offer.Plazas = append(offer.Plazas, p)
	}
	m.history = History{Offer: offer, Adjudication: m.draw(rng, offer, theta)}
	return m
}

// draw lets the clocks ring and gives every pick its rank.
func (m *made) draw(rng *rand.Rand, offer *data.Offer, theta float64) *data.Adjudication {
	type ring struct {
		plaza *data.Plaza
		at    float64
	}
	var rings []ring
	for i := range offer.Plazas {
		p := &offer.Plazas[i]
		for range p.Seats {
			at := rng.ExpFloat64() * math.Exp(-m.eta[p.PlazaID])
			if theta > 0 {
				at = math.Expm1(-theta*math.Log(1-rng.Float64())) / theta * math.Exp(-m.eta[p.PlazaID])
			}
			rings = append(rings, ring{p, at})
		}
	}
	sort.Slice(rings, func(i, j int) bool { return rings[i].at < rings[j].at })
	ranks := make(map[string]int)
	a := &data.Adjudication{Process: offer.Process, Modality: offer.Modality}
	for _, r := range rings {
		ranks[r.plaza.Profession]++
		a.Picks = append(a.Picks, data.Pick{Profession: r.plaza.Profession, Renipress: r.plaza.Renipress, Rank: ranks[r.plaza.Profession]})
	}
	return a
}

func lineOf(offer *data.Offer, profession string) (data.Line, []data.Plaza) {
	var plazas []data.Plaza
	for _, p := range offer.Plazas {
		if p.Profession == profession {
			plazas = append(plazas, p)
		}
	}
	return data.Line{Process: offer.Process, Profession: profession, Modality: offer.Modality}, plazas
}

func mustFit(t testing.TB, s Settings, past ...History) *Model {
	t.Helper()
	m, err := Fit(context.Background(), past, s)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// madeForecast is a forecast with the given clocks and nothing else.
func madeForecast(eta, seats []float64, theta float64) *Forecast {
	known := make([]bool, len(eta))
	for i := range known {
		known[i] = true
	}
	return &Forecast{
		clocks: newClocks(eta, seats, theta), lastPick: math.Inf(1),
		known: known, evidence: make([]Evidence, len(eta)),
	}
}

// priorOf is what of a model may ship.
func priorOf(tb testing.TB, m *Model) *prior.Prior {
	tb.Helper()
	shipped, err := ToPrior(m)
	if err != nil {
		tb.Fatal(err)
	}
	return shipped
}
