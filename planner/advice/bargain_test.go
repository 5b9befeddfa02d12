package advice_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/lists"
	"brujula/data/rules"
	"brujula/planner/advice"
	"brujula/planner/imports"
	"brujula/planner/risk"
	"brujula/planner/storage"
	"brujula/planner/workspace"
)

// steep is a made-up region in which last time all took the hardest plazas, of
// most points, before any other: few points less are much more chance.
func steep(t *testing.T) world {
	t.Helper()
	const seats = 60 // of each kind
	made := func(process data.Process) *data.Offer {
		o := &data.Offer{Process: process, Modality: data.Remunerada}
		for i := range 2 * seats {
			grade, region := 5, "PUNO"
			if i >= seats {
				grade = 4
			}
			o.Plazas = append(o.Plazas, data.Plaza{
				PlazaID:       data.PlazaID{Process: process, Profession: "MEDICINA", Modality: data.Remunerada, Renipress: fmt.Sprintf("%08d", i+1)},
				Establishment: fmt.Sprint("POSTA ", i+1), Region: region, Province: "PUNO", District: "ACORA",
				Institution: "GOBIERNO REGIONAL", Grade: grade, Category: "I-2", Seats: 1,
			})
		}
		return o
	}
	past, taken := made("2025-I"), &data.Adjudication{Process: "2025-I", Modality: data.Remunerada}
	for i := range past.Plazas {
		taken.Picks = append(taken.Picks, data.Pick{Profession: "MEDICINA", Renipress: past.Plazas[i].Renipress, Rank: i + 1})
	}
	info := func(kind data.Kind, p data.Process) data.ListInfo {
		return data.ListInfo{Kind: kind, Process: p, Modality: data.Remunerada, File: "hecha.csv"}
	}
	lib, err := library.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := lib.Commit(context.Background(), imports.Items([]lists.Draft{
		{Info: info(data.KindOffer, "2026-I"), Offer: made("2026-I")},
		{Info: info(data.KindOffer, "2025-I"), Offer: past},
		{Info: info(data.KindAdjudication, "2025-I"), Adjudication: taken},
	}, time.Unix(0, 0))); err != nil {
		t.Fatal(err)
	}
	space, err := storage.Load(context.Background(), lib, rules.Default())
	if err != nil {
		t.Fatal(err)
	}
	model, err := space.FitModel(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	look := workspace.Look{Process: "2026-I", Profession: "MEDICINA", Rank: 55, Passes: 0}
	return world{space, space.Estimate(space.Forecast(model, look.Process, look.Profession), look)}
}

// The demonstration has no bargain; this region has nothing else.
func TestABargainIsTold(t *testing.T) {
	w := steep(t)
	all := w.all() // the safest first
	easy, hard := all[0], all[len(all)-1]
	if hard.points-easy.points != 2 || easy.chance < hard.chance+0.4 || hard.chance >= 0.5 {
		t.Fatalf("made in vain: %v points at %v, %v points at %v", hard.points, hard.chance, easy.points, easy.chance)
	}
	got := w.of(advice.Bargain, hard)
	names(t, got, "debajo de la 1 ("+hard.Establishment+"): 2 puntos menos, de ")
	for _, o := range all {
		if o.PlazaID == *got[0].Suggested && (o.points != easy.points || o.chance < hard.chance+0.4) {
			t.Errorf("%q: not a bargain", got[0].Text)
		}
	}
	none(t, w.of(advice.Bargain, easy))       // likely as it is
	none(t, w.of(advice.Bargain, hard, easy)) // the plan has the like
}

// Where two plazas are as good a bargain, the one without a graver note is named; where
// there is no other, its note is said.
func TestABargainTellsAGraverNote(t *testing.T) {
	for _, tt := range []struct {
		name   string
		danger []int // of the easy plazas, from 61
		want   []string
	}{
		{"all but three, of which two are named before", []int{1, 58}, []string{"Agregue POSTA 118 ("}},
		{"all", []int{1, 61}, []string{"Ojo: riesgo de gravedad alta", "sin notas de riesgo del lugar"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			w := steep(t)
			facts := rules.Default()
			for n := tt.danger[0]; n < tt.danger[1]; n++ {
				facts.Risks = append(facts.Risks, rules.Risk{
					Topic: rules.TopicSafety, Severity: rules.SeverityHigh, Scope: rules.ScopePlaza, Renipress: fmt.Sprintf("%08d", 60+n), Text: "hecho por la prueba",
				})
			}
			w.space.Risks = risk.New(facts)
			all := w.all()
			got := w.of(advice.Bargain, all[len(all)-1])
			names(t, got, tt.want...)
			if tt.danger[1] < 60 && strings.Contains(got[0].Text, "Ojo") {
				t.Errorf("%q: the plaza without a note has a warning", got[0].Text)
			}
		})
	}
}
