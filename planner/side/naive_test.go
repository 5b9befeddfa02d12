package side

import (
	"context"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"brujula/data"
	"brujula/data/demo"
	"brujula/data/rules"
	"brujula/planner/report"
	"brujula/planner/workspace"
)

// The figures and the best of each are those of the plazas' own records, whatever is
// set side by side: of the records alone the best is found anew, naively.
func TestTheRecordSaysWhatThePlazasSay(t *testing.T) {
	space := workspace.LoadDemo(rules.Default())
	model, err := space.FitModel(context.Background(), nil)
	if err != nil {
		t.Fatal(err)
	}
	who := demo.Example()
	look := workspace.Look{Process: who.Line.Process, Profession: who.Line.Profession, Rank: who.Rank, Passes: workspace.UsualPasses}
	est := space.Estimate(space.Forecast(model, look.Process, look.Profession), look)
	known := map[string]func(p *report.Plaza) float64{
		"prob": func(p *report.Plaza) float64 {
			if p.Chance == nil {
				return math.NaN()
			}
			return *p.Chance
		},
		"puntos": func(p *report.Plaza) float64 {
			if !p.Points.Known {
				return math.NaN()
			}
			return p.Points.Value
		},
		"riesgo": func(p *report.Plaza) float64 { return -float64(p.Mark().Worst) }, // less is better
		"cupos":  func(p *report.Plaza) float64 { return float64(p.Seats) },
	}
	rapid.Check(t, func(t *rapid.T) {
		rows := rapid.SliceOfNDistinct(rapid.IntRange(0, space.Catalog.Len()-1), 2, Most, rapid.ID[int]).Draw(t, "rows")
		var ids []data.PlazaID
		for _, row := range rows {
			ids = append(ids, space.Catalog.Plaza(row).PlazaID)
		}
		sheet := Of(space, est, ids, Shown())
		record := sheet.RecordOf(space, est, false)
		if len(record.Plazas) != len(ids) {
			t.Fatalf("%d plazas of %d", len(record.Plazas), len(ids))
		}
		for _, m := range record.Measures {
			figure, ok := known[m.Measure]
			if !ok {
				continue // how far a rank reaches is no figure of the plaza's record
			}
			var values []float64
			for i := range record.Plazas {
				values = append(values, figure(&record.Plazas[i]))
			}
			for i, v := range values {
				if math.IsNaN(v) != (m.Values[i] == nil) || m.Values[i] != nil && math.Abs(*m.Values[i]) != math.Abs(v) {
					t.Fatalf("%s of %v: %v", m.Measure, ids[i], v)
				}
				beaten := slices.ContainsFunc(values, func(o float64) bool { return o > v })
				beats := slices.ContainsFunc(values, func(o float64) bool { return o < v || o > v }) // not all alike
				if best := !math.IsNaN(v) && beats && !beaten; best != m.Best[i] && len(values) > 1 {
					t.Fatalf("%s: best %v of %v", m.Measure, m.Best, values)
				}
			}
		}
		differ, lines := sheet.Count()
		naive, all := 0, 0
		for _, f := range record.Facts {
			if f.Label == "RENIPRESS" || f.Label == "Fuente" {
				continue // where it is written
			}
			all++
			if len(slices.Compact(slices.Sorted(slices.Values(f.Values)))) > 1 {
				naive++
			}
		}
		if differ != naive || lines != all {
			t.Fatalf("%d of %d differ, %d of %d in the record", differ, lines, naive, all)
		}
		if only := sheet.RecordOf(space, est, true); len(only.Facts) != naive {
			t.Fatalf("%d facts that differ, want %d", len(only.Facts), naive)
		}
	})
}
