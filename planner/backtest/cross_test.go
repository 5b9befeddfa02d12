package backtest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"sort"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data"
	"brujula/planner/availability"
)

// makeHistory draws a made-up past process whose harder grades go later.
func makeHistory(seed uint64, process data.Process, n int) availability.History {
	rng := rand.New(rand.NewPCG(seed, 1))
	offer := &data.Offer{Process: process, Modality: data.Remunerada}
	type ring struct {
		plaza *data.Plaza
		at    float64
	}
	for i := range n {
		offer.Plazas = append(offer.Plazas, data.Plaza{
			PlazaID: data.PlazaID{
				Process: process, Modality: data.Remunerada,
				Profession: []string{"MEDICINA", "NUTRICION"}[i%4/3], Renipress: fmt.Sprintf("%08d", i+1),
			},
			Region: []string{"CUSCO", "PUNO"}[i%2], Grade: 1 + i%5, Seats: 1 + i%10/9,
		})
	}
	var rings []ring
	for i := range offer.Plazas {
		for range offer.Plazas[i].Seats {
			rings = append(rings, ring{&offer.Plazas[i], float64(offer.Plazas[i].Grade) + 2*rng.Float64()})
		}
	}
	sort.Slice(rings, func(i, j int) bool { return rings[i].at < rings[j].at })
	a := &data.Adjudication{Process: process, Modality: data.Remunerada}
	rank := map[string]int{}
	for _, r := range rings {
		rank[r.plaza.Profession]++
		a.Picks = append(a.Picks, data.Pick{Profession: r.plaza.Profession, Renipress: r.plaza.Renipress, Rank: rank[r.plaza.Profession]})
	}
	return availability.History{Offer: offer, Adjudication: a}
}

func TestCrossIsTheSameForAnyNumberOfWorkers(t *testing.T) {
	h := makeHistory(1, "2025-I", 120)
	run := func(workers int) []Partition {
		var told []int
		p, err := Cross(context.Background(), h, Options{Workers: workers, Seeds: []uint64{4, 5}, Progress: func(done, total int) {
			if total != 10 {
				t.Errorf("%d fits in all, want 10", total)
			}
			told = append(told, done)
		}})
		if err != nil {
			t.Fatal(err)
		}
		if !sort.IntsAreSorted(told) || len(told) != 10 {
			t.Errorf("progress %v", told)
		}
		return p
	}
	one, three := run(1), run(3)
	if diff := cmp.Diff(one, three); diff != "" {
		t.Error(diff)
	}
	if len(one) != 2 {
		t.Fatalf("%d lines, want 2", len(one))
	}
	for _, p := range one {
		if s := p.MeanScore(); s.Brier >= 0.161 || *p.Spearman < 0.5 {
			t.Errorf("%s: the grade alone tells the order, got Brier %.3f, Spearman %.2f", p.Line.Profession, s.Brier, *p.Spearman)
		}
	}
}

// A fold's model must not see the fold: were its picks in the fit, plazas that
// differ in nothing but their luck would be forecast better than chance.
func TestFoldsDoNotLeak(t *testing.T) {
	h := makeHistory(2, "2025-I", 400)
	for i := range h.Offer.Plazas {
		p := &h.Offer.Plazas[i]
		p.Grade, p.Region, p.Seats = 3, "PUNO", 1 // a second seat makes a plaza last, rightly
	}
	seen := make(map[string]bool)
	h.Adjudication.Picks = slices.DeleteFunc(h.Adjudication.Picks, func(p data.Pick) bool {
		again := seen[p.Renipress]
		seen[p.Renipress] = true
		return again
	})
	partitions, err := Cross(context.Background(), h, Options{Workers: 2})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range partitions {
		// three standard errors of a correlation of 100 and 300 plazas
		if rho := *p.Spearman; rho > 0.3 {
			t.Errorf("%s: Spearman %.2f where nothing can be known", p.Line.Profession, rho)
		}
	}
}

func TestConstantBaselineIsTheShareLeft(t *testing.T) {
	partitions, err := Cross(context.Background(), makeHistory(3, "2025-I", 400), Options{Workers: 2, Seeds: []uint64{1}})
	if err != nil {
		t.Fatal(err)
	}
	// with f of the seats gone, f·(1−f) for plazas of one seat (planner/availability/README.md: mean
	// 0.161); those of two seats are free more often
	for _, p := range partitions {
		mean := 0.0
		for _, c := range p.Cuts {
			mean += c.Baselines.Constant.Brier / float64(len(p.Cuts))
			if n := 0; true {
				for _, b := range c.Calibration {
					n += b.N
				}
				if n != c.N {
					t.Errorf("%d plazas in the bins, %d scored", n, c.N)
				}
			}
		}
		if math.Abs(mean-0.161) > 0.012 {
			t.Errorf("%s: constant %.4f", p.Line.Profession, mean)
		}
	}
}

func TestAcrossTime(t *testing.T) {
	train, test := makeHistory(5, "2025-I", 200), makeHistory(6, "2026-I", 200)
	partitions, err := Across(context.Background(), []availability.History{train}, test, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range partitions {
		if p.Kind != KindAcross || len(p.TrainedOn) != 1 || p.TrainedOn[0] != "2025-I" || p.Line.Process != "2026-I" {
			t.Errorf("partition %+v", p.Line)
		}
		for _, c := range p.Cuts {
			if c.Baselines.LastTaker == nil {
				t.Errorf("%s: no last taker", p.Line.Profession)
			}
		}
	}
	cut := test
	cut.Adjudication = &data.Adjudication{Process: "2026-I", Modality: data.Remunerada, UpTo: 60}
	for _, p := range test.Adjudication.Picks {
		if p.Rank <= 60 {
			cut.Adjudication.Picks = append(cut.Adjudication.Picks, p)
		}
	}
	partial, err := Across(context.Background(), []availability.History{train}, cut, Options{Picks: []float64{20, 60, 100}})
	if err != nil {
		t.Fatal(err)
	}
	whole, err := Across(context.Background(), []availability.History{train}, test, Options{Picks: []float64{20, 60}})
	if err != nil {
		t.Fatal(err)
	}
	for i := range partial {
		for c := range partial[i].Cuts {
			if partial[i].Cuts[c].Coverage != nil {
				t.Error("a cut list has no coverage")
			}
			whole[i].Cuts[c].Coverage = nil
		}
		if diff := cmp.Diff(whole[i].Cuts, partial[i].Cuts); diff != "" {
			t.Errorf("the cut list tells another story up to its cut: %s", diff)
		}
	}
}

func TestNothingToTest(t *testing.T) {
	if _, err := Cross(context.Background(), availability.History{}, Options{}); !errors.Is(err, availability.ErrNoHistory) {
		t.Errorf("error %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Cross(ctx, makeHistory(1, "2025-I", 40), Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

// The keys stay as they are; scripts depend on them.
func TestJSONKeys(t *testing.T) {
	partitions, err := Cross(context.Background(), makeHistory(1, "2025-I", 120), Options{Seeds: []uint64{1}})
	if err != nil {
		t.Fatal(err)
	}
	raw, err := json.Marshal(Result{Partitions: partitions})
	if err != nil {
		t.Fatal(err)
	}
	var tree any
	if err := json.Unmarshal(raw, &tree); err != nil {
		t.Fatal(err)
	}
	for path, kind := range map[string]reflect.Kind{
		"particiones.tipo": reflect.String, "particiones.linea.proceso": reflect.String, "particiones.linea.profesion": reflect.String,
		"particiones.linea.modalidad": reflect.String, "particiones.entrenado_en": reflect.String, "particiones.spearman": reflect.Float64,
		"particiones.cortes.k": reflect.Float64, "particiones.cortes.n": reflect.Float64, "particiones.cortes.brier": reflect.Float64,
		"particiones.cortes.log": reflect.Float64, "particiones.cortes.base.constante.brier": reflect.Float64,
		"particiones.cortes.base.grado_region.log": reflect.Float64, "particiones.cortes.base.ultimo": reflect.Invalid,
		"particiones.cortes.calibracion.desde": reflect.Float64, "particiones.cortes.calibracion.hasta": reflect.Float64,
		"particiones.cortes.calibracion.n": reflect.Float64, "particiones.cortes.calibracion.media": reflect.Float64,
		"particiones.cortes.calibracion.frecuencia": reflect.Float64, "particiones.cortes.cobertura": reflect.Float64,
	} {
		at := tree
		for _, key := range strings.Split(path, ".") {
			at = first(at)
			object, ok := at.(map[string]any)
			if !ok {
				t.Fatalf("%s: no object at %q", path, key)
			}
			if at, ok = object[key]; !ok {
				t.Errorf("%s: no key %q", path, key)
			}
		}
		if got := reflect.ValueOf(first(at)).Kind(); got != kind {
			t.Errorf("%s is a %v, want %v", path, got, kind)
		}
	}
}

func first(v any) any {
	if list, ok := v.([]any); ok && len(list) > 0 {
		return list[0]
	}
	return v
}
