package plan

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"brujula/data"
)

func TestParseWeights(t *testing.T) {
	for _, tt := range []struct {
		text, bad string
		want      Weights
	}{
		{"puntos=3, Distancia = 2", "", Weights{ByPoints: 3, ByDistance: 2}},
		{"region=0,bono=9", "", Weights{ByRegion: 0, ByBonus: 9}},
		{"puntos=10", "puntos=10", nil},
		{"puntos=-1", "puntos=-1", nil},
		{"sueldo=1", "sueldo=1", nil},
		{"puntos", "puntos", nil},
		{"puntos=1,puntos=2", "puntos=2", nil},
		{"puntos=0", "", nil},
	} {
		got, err := ParseWeights(tt.text)
		var bad *WeightError
		switch {
		case tt.want != nil && (err != nil || !cmp.Equal(tt.want, got)):
			t.Errorf("%q: %v, %v", tt.text, got, err)
		case tt.want == nil && (!errors.As(err, &bad) || bad.Word != tt.bad):
			t.Errorf("%q: %v, want %q refused", tt.text, err, tt.bad)
		}
	}
}

func TestWeightsAreReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := Weights{}
		for _, c := range Criteria() {
			if n := rapid.IntRange(0, MostWeight).Draw(t, string(c)); n > 0 {
				w[c] = n
			}
		}
		if len(w) == 0 {
			return
		}
		got, err := ParseWeights(w.String())
		if err != nil || !cmp.Equal(w, got) {
			t.Fatalf("%v read back as %v, %v", w, got, err)
		}
		b, err := Encode(Plan{Name: "A", Weights: w})
		if err != nil {
			t.Fatal(err)
		}
		p, err := Decode(b)
		if err != nil || !cmp.Equal(w, p.Weights) {
			t.Fatalf("%v stored and read as %v, %v", w, p.Weights, err)
		}
	})
}

// Weights are the applicant's and no act: undoing leaves them, and a plan that
// says nothing of them does not take them away.
func TestWeightsStayWhenUndoing(t *testing.T) {
	e := Edit(Plan{})
	e.Add([]data.PlazaID{id(1)}, -1)
	w := Weights{ByPoints: 9}
	if !e.SetWeights(w) || e.SetWeights(w) {
		t.Error("does not tell whether the weights are new")
	}
	e.Undo()
	if !cmp.Equal(w, e.Plan().Weights) {
		t.Errorf("undone to %v", e.Plan().Weights)
	}
	e.Replace(Plan{Entries: []Entry{{ID: id(2)}}})
	if !cmp.Equal(w, e.Plan().Weights) {
		t.Errorf("replaced to %v", e.Plan().Weights)
	}
}
