package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"testing"

	"github.com/xuri/excelize/v2"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/report"
	"brujula/planner/workspace"
)

// rangedPlan is demoPlan seen by someone whose rank may be any from 40 to 160.
func rangedPlan(t *testing.T) *report.Plan {
	t.Helper()
	p, _ := demoPlan(t)
	w, err := demonstration()
	if err != nil {
		t.Fatal(err)
	}
	look := w.est.Look
	look.Span = workspace.RankSpan{From: 40, To: 160}
	model, err := w.space.FitModel(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	est := w.space.Estimate(w.space.Forecast(model, look.Process, look.Profession), look)
	out, err := report.Simulated(t.Context(), w.space, &p, est, noon, workspace.SimulationRuns)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// Where the rank is not sure, what is for people says what it may be, and of each line
// what its chance may be; the page and the table drop the column else (TestGoldens).
func TestGoldensOfARange(t *testing.T) {
	out := rangedPlan(t)
	out.Lines = append(out.Lines[:2:2], out.Lines[5]) // one of equivalente: seen from the rank of the first line
	for _, f := range []Format{Markdown, HTML, Text} {
		t.Run(string(f), func(t *testing.T) {
			requireGolden(t, "range."+string(f), exported(t, f, out))
		})
	}
}

// Every form has the ends of each line's chance, as the naive look from each end of the
// ranks gives them.
func TestRangeInEveryForm(t *testing.T) {
	out := rangedPlan(t)
	w, err := demonstration()
	if err != nil {
		t.Fatal(err)
	}
	model, err := w.space.FitModel(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	ends := map[int]*workspace.Estimates{}
	for _, rank := range []int{40, 160} {
		look := w.est.Look
		look.Rank = rank
		ends[rank] = w.space.Estimate(w.space.Forecast(model, look.Process, look.Profession), look)
	}
	naive := func(l *report.PlanLine, rank int) float64 {
		row, ok := w.space.Catalog.Row(data.PlazaID{Process: l.Process, Renipress: l.Renipress, Profession: l.Profession, Modality: l.Modality})
		if !ok {
			return math.NaN()
		}
		est, _ := ends[rank].Of(w.space, row)
		return est.Chance
	}
	reader := csv.NewReader(bytes.NewReader(exported(t, CSV, out)))
	reader.FieldsPerRecord = -1
	table, err := reader.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	header := table[0]
	book := openBook(t, exported(t, XLSX, out))
	sheet := texts.PlanSheetHeading()
	var decoded report.Plan
	if err := json.Unmarshal(exported(t, JSON, out), &decoded); err != nil {
		t.Fatal(err)
	}
	if *decoded.Between != (report.Between{From: 40, To: 160}) {
		t.Errorf("the plan is between %v", decoded.Between)
	}
	for i := range out.Lines {
		l := &out.Lines[i]
		if !l.Found {
			continue
		}
		lo, hi := naive(l, 160), naive(l, 40)
		if got := decoded.Lines[i].Spread; got == nil || got.Lo != lo || got.Hi != hi || got.From != 40 || got.To != 160 {
			t.Errorf("line %d in JSON: %+v, want %v–%v", i+1, got, lo, hi)
		}
		for heading, want := range map[string]float64{"Peor orden": lo, "Mejor orden": hi} {
			column, _ := excelize.ColumnNumberToName(slices.Index(sheet, heading) + 1)
			if visible, err := book.GetColVisible(texts.ExportSheetPlan, column); err != nil || !visible {
				t.Errorf("%s is folded, %v", heading, err)
			}
			raw, _ := book.GetCellValue(texts.ExportSheetPlan, fmt.Sprintf("%s%d", column, i+2), excelize.Options{RawCellValue: true})
			if got, err := strconv.ParseFloat(raw, 64); err != nil || got != want {
				t.Errorf("line %d, %s: %q, want %v", i+1, heading, raw, want)
			}
		}
		for heading, want := range map[string]string{"puesto_desde": "40", "puesto_hasta": "160", "prob_peor_puesto": number(&lo), "prob_mejor_puesto": number(&hi)} {
			if got := table[i+1][slices.Index(header, heading)]; got != want {
				t.Errorf("line %d, %s: %q, want %q", i+1, heading, got, want)
			}
		}
	}
}
