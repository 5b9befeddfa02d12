package panorama

import (
	"context"
	"fmt"
	"math"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/lists/liststest"
	"brujula/data/rules"
	"brujula/planner/catalog"
	"brujula/planner/storage"
	"brujula/planner/workspace"
)

// stored loads a workspace of lists through a library, as the program does.
func stored(tb testing.TB, offers []*data.Offer, adjudications []*data.Adjudication) *workspace.Workspace {
	tb.Helper()
	dir := tb.TempDir()
	lib, err := library.Open(dir)
	if err != nil {
		tb.Fatal(err)
	}
	var items []library.Item
	for _, o := range offers {
		info := data.ListInfo{Kind: data.KindOffer, Process: o.Process, Modality: o.Modality, File: "o.csv", Imported: time.Unix(0, 0)}
		items = append(items, library.Item{Info: info, Offer: o})
	}
	for _, a := range adjudications {
		info := data.ListInfo{Kind: data.KindAdjudication, Process: a.Process, Modality: a.Modality, File: "a.csv", UpTo: a.UpTo, Imported: time.Unix(0, 0)}
		items = append(items, library.Item{Info: info, Adjudication: a})
	}
	if _, err := lib.Commit(context.Background(), items); err != nil {
		tb.Fatal(err)
	}
	space, err := storage.Load(context.Background(), lib, rules.Default())
	if err != nil {
		tb.Fatal(err)
	}
	return space
}

func plaza(m data.Modality, code, region string, grade int, budgets ...data.Budget) data.Plaza {
	p := data.Plaza{PlazaID: data.PlazaID{Process: "2025-I", Profession: "MEDICINA", Modality: m, Renipress: code}, Region: region, Grade: grade, Budgets: budgets}
	for _, b := range budgets {
		p.Seats += b.Seats
	}
	return p
}

func pick(code string, mark float64) data.Pick {
	return data.Pick{Profession: "MEDICINA", Renipress: code, Mark: mark}
}

func budget(name string, seats int) data.Budget { return data.Budget{Name: name, Seats: seats} }

// sample is one line of eight seats, of which six were taken, one of them
// without a mark, and one pick at no plaza of the offer.
func sample(tb testing.TB) *Overview {
	const rem = data.Remunerada
	offer := &data.Offer{Process: "2025-I", Modality: rem, Plazas: []data.Plaza{
		plaza(rem, "00000001", "PUNO", 5, budget("NACIONAL", 2), budget("REGIONAL", 1)),
		plaza(rem, "00000002", "PUNO", 3, budget("NACIONAL", 1)),
		plaza(rem, "00000003", "CUSCO", 5, budget("REGIONAL", 1)),
		plaza(rem, "00000004", "CUSCO", 1, budget("NACIONAL", 2), budget("REGIONAL", 1)),
	}}
	taken := &data.Adjudication{Process: "2025-I", Modality: rem, Picks: []data.Pick{
		pick("00000002", 18), pick("00000001", 17), pick("00000001", 17), pick("00000003", 0), pick("00000001", 12), pick("00000004", 11),
		pick("00000099", 16),
	}}
	return New(stored(tb, []*data.Offer{offer}, []*data.Adjudication{taken}))
}

func told(cells []Cell) []string {
	var out []string
	for i := range cells {
		c := &cells[i]
		out = append(out, fmt.Sprintf("%s%v: %d plazas, %d of %d seats, median %.2f", c.Value, c.Outside, c.Plazas, c.Taken, c.Listed, c.Median()))
	}
	return out
}

func TestBy(t *testing.T) {
	o := sample(t)
	for _, tt := range []struct {
		dim  catalog.Dim
		want []string
	}{
		// The five seats in a known order stand at 0.1, 0.4, 0.4 (a tie), 0.7 and 0.9.
		{catalog.DimRegion, []string{"CUSCOfalse: 2 plazas, 2 of 4 seats, median 0.90", "PUNOfalse: 2 plazas, 4 of 4 seats, median 0.40", "true: 0 plazas, 1 of 0 seats, median NaN"}},
		{catalog.DimModality, []string{"remuneradafalse: 4 plazas, 7 of 8 seats, median 0.40"}},
		// Plaza 4 has one seat taken of three: by which budget is not known.
		{catalog.DimBudget, []string{
			"NACIONALfalse: 3 plazas, 3 of 5 seats, median 0.40", "REGIONALfalse: 3 plazas, 2 of 3 seats, median 0.55",
			"false: 1 plazas, 1 of 0 seats, median 0.90", "true: 0 plazas, 1 of 0 seats, median NaN",
		}},
	} {
		table := o.By(tt.dim, catalog.Filter{}, nil)
		if diff := cmp.Diff(tt.want, told(table.Cells)); diff != "" {
			t.Errorf("%s: %s", tt.dim.Key(), diff)
		}
	}
}

func TestCurvesRiseToWhatWasTaken(t *testing.T) {
	curves, whole, cut := sample(t).Curves(catalog.DimRegion, catalog.Filter{})
	if cut != 0 || len(curves) != 2 {
		t.Fatalf("%d curves, %d cut", len(curves), cut)
	}
	puno := curves[0] // more of it was gone when half had chosen
	for share, want := range map[float64]float64{0: 0, 0.1: 0.25, 0.39: 0.25, 0.4: 0.75, 0.7: 1, 1: 1} {
		if got := puno.Gone(share); got != want {
			t.Errorf("PUNO at %v: %v, want %v", share, got, want)
		}
	}
	// The seat without a mark counts at the end alone.
	cusco := curves[1]
	if got := cusco.Gone(0.95); got != 0.25 || cusco.Gone(1) != 0.5 || cusco.Unordered != 1 {
		t.Errorf("CUSCO: %v then %v, %d unordered", got, cusco.Gone(1), cusco.Unordered)
	}
	if whole.Seats != 8 || whole.Taken != 6 {
		t.Errorf("whole: %d of %d", whole.Taken, whole.Seats)
	}
}

func TestCutListsSayNothingOfLaterSeats(t *testing.T) {
	offer := &data.Offer{Process: "2025-I", Modality: data.Remunerada, Plazas: []data.Plaza{plaza(data.Remunerada, "00000001", "PUNO", 5, budget("NACIONAL", 3))}}
	a := &data.Adjudication{Process: "2025-I", Modality: data.Remunerada, UpTo: 1, Picks: []data.Pick{{Profession: "MEDICINA", Renipress: "00000001", Rank: 1}}}
	o := New(stored(t, []*data.Offer{offer}, []*data.Adjudication{a}))
	if curves, _, cut := o.Curves(catalog.DimRegion, catalog.Filter{}); len(curves) != 0 || cut != 1 {
		t.Errorf("%d curves, %d cut", len(curves), cut)
	}
	if table := o.By(catalog.DimRegion, catalog.Filter{}, nil); !table.Total.Cut {
		t.Error("the total must say that the list was cut")
	}
}

func TestPastOf(t *testing.T) {
	o := New(workspace.LoadDemo(rules.Default()))
	if got := o.PastOf("2026-I", data.Remunerada); got != "2025-I" {
		t.Errorf("past of 2026-I is %q", got)
	}
	if got := o.PastOf("2024-I", ""); got != "" {
		t.Errorf("past of 2024-I is %q", got)
	}
}

// adds checks that cells add up to a total, in all that adds up.
// A median among equal marks is a stretch of the line; one taker alone has a
// place.
func TestMediansOfTiesAreStretches(t *testing.T) {
	cells := map[string]*Cell{}
	table := sample(t).By(catalog.DimRegion, catalog.Filter{}, nil)
	for i := range table.Cells {
		cells[table.Cells[i].Value] = &table.Cells[i]
	}
	// Of PUNO's takers at 0.1, 0.4, 0.4 and 0.7 the middle two share a mark: the
	// second and third of five.
	puno, cusco := cells["PUNO"], cells["CUSCO"]
	if from, to := puno.MedianRange(); math.Abs(from-0.3) > 1e-9 || math.Abs(to-0.5) > 1e-9 || !puno.Tied() || puno.MedianText() != "30–50 %" {
		t.Errorf("PUNO: from %v to %v, %s", from, to, puno.MedianText())
	}
	if from, to := cusco.MedianRange(); from != to || cusco.Tied() || cusco.MedianText() != "90 %" {
		t.Errorf("CUSCO: from %v to %v, %s", from, to, cusco.MedianText())
	}
	if from, to := (&Cell{}).MedianRange(); !math.IsNaN(from) || !math.IsNaN(to) || (&Cell{}).MedianText() != "–" {
		t.Error("nobody has no median")
	}
}

func adds(cells []Cell, total *Cell, plazas bool) error {
	var s Cell
	for i := range cells {
		c := &cells[i]
		s.Plazas += c.Plazas
		s.Seats += c.Seats
		s.Listed += c.Listed
		s.Taken += c.Taken
		s.PointSeats += c.PointSeats
		s.PointsTotal += c.PointsTotal
	}
	if s.Seats != total.Seats || s.Listed != total.Listed || s.Taken != total.Taken || s.PointSeats != total.PointSeats ||
		math.Abs(s.PointsTotal-total.PointsTotal) > 1e-6 || plazas && s.Plazas != total.Plazas {
		return fmt.Errorf("sum %+v, total %+v", s, *total)
	}
	return nil
}

// checkAdds checks every breakdown and every pair of them under a filter.
func checkAdds(o *Overview, f catalog.Filter, fig *catalog.Figures) error {
	for _, d := range Dims() {
		table := o.By(d, f, fig)
		if err := adds(table.Cells, &table.Total, d != catalog.DimBudget); err != nil {
			return fmt.Errorf("%s: %w", d.Key(), err)
		}
	}
	for _, rows := range []catalog.Dim{catalog.DimRegion, catalog.DimBudget, catalog.DimProfession} {
		for _, columns := range []catalog.Dim{catalog.DimGrade, catalog.DimModality, catalog.DimBudget} {
			if rows == columns {
				continue
			}
			g := o.Cross(rows, columns, f, fig)
			for i, line := range g.Cells {
				if err := adds(line, &g.RowTotals[i], false); err != nil {
					return fmt.Errorf("%s × %s, row %s: %w", rows.Key(), columns.Key(), g.RowValues[i], err)
				}
			}
			if err := adds(g.RowTotals, &g.Total, false); err != nil {
				return fmt.Errorf("%s × %s: %w", rows.Key(), columns.Key(), err)
			}
			if err := adds(g.ColumnTotals, &g.Total, false); err != nil {
				return fmt.Errorf("%s × %s, columns: %w", rows.Key(), columns.Key(), err)
			}
		}
	}
	return nil
}

func TestEveryBreakdownAddsUp(t *testing.T) {
	space := workspace.LoadDemo(rules.Default())
	o, fig := New(space), space.PlainFigures()
	rapid.Check(t, func(t *rapid.T) {
		f := catalog.Filter{}
		for _, d := range []catalog.Dim{catalog.DimProcess, catalog.DimModality, catalog.DimProfession, catalog.DimRegion, catalog.DimBudget} {
			if rapid.IntRange(0, 2).Draw(t, "filtered") == 0 {
				f.Toggle(d, rapid.SampledFrom(space.Catalog.Values(d)).Draw(t, d.Key()))
			}
		}
		if err := checkAdds(o, f, fig); err != nil {
			t.Fatal(err)
		}
		if got, listed := o.By(catalog.DimRegion, f, fig).Total.Seats, space.Catalog.Select(f, fig).Seats(); got != listed {
			t.Fatalf("%d seats, the list says %d", got, listed)
		}
	})
}

// Budgets that do not add up to the seats, as lists have them.
func TestStrangeBudgetsAddUp(t *testing.T) {
	p := plaza(data.Remunerada, "00000001", "PUNO", 5, budget("NACIONAL", 2), budget("REGIONAL", 2))
	p.Seats = 3
	q := plaza(data.Remunerada, "00000002", "PUNO", 5, budget("NACIONAL", 1))
	q.Seats = 2
	none := plaza(data.Remunerada, "00000003", "PUNO", 5)
	none.Seats = 1
	offer := &data.Offer{Process: "2025-I", Modality: data.Remunerada, Plazas: []data.Plaza{p, q, none}}
	a := &data.Adjudication{Process: "2025-I", Modality: data.Remunerada, Picks: []data.Pick{pick("00000001", 15), pick("00000002", 14), pick("00000002", 13)}}
	space := stored(t, []*data.Offer{offer}, []*data.Adjudication{a})
	if err := checkAdds(New(space), catalog.Filter{}, space.PlainFigures()); err != nil {
		t.Error(err)
	}
}

func TestCurvesNeverFall(t *testing.T) {
	o := New(workspace.LoadDemo(rules.Default()))
	curves, whole, _ := o.Curves(catalog.DimGrade, catalog.Filter{})
	for _, c := range append(curves, whole) {
		last := 0.0
		for i := range 101 {
			gone := c.Gone(float64(i) / 100)
			if gone < last || gone > 1 {
				t.Fatalf("%s: %v after %v", c.Value, gone, last)
			}
			last = gone
		}
	}
}

// realLists reads the real lists, which are not part of the project.
func realLists(tb testing.TB) (offers []*data.Offer, adjudications []*data.Adjudication) {
	tb.Helper()
	offers = liststest.Offers(tb)
	return offers, liststest.Adjudications(tb, offers...)
}

// The totals are those of data/lists/README.md and data/rules/README.md.
func TestRealTotals(t *testing.T) {
	offers, adjudications := realLists(t)
	space := stored(t, offers, adjudications)
	o := New(space)
	for _, tt := range []struct {
		process    data.Process
		modality   data.Modality
		profession string
		seats      int
		taken      int // −1: not in the sources
	}{
		{"2025-I", data.Remunerada, "", 7488, 7488},
		{"2025-I", data.Remunerada, "MEDICINA", 2170, 2170},
		{"2025-I", data.Equivalente, "", 14669, 12588 - 7488},
		{"2025-I", data.Equivalente, "MEDICINA", 1885, 1212},
		{"2026-I", data.Remunerada, "", 7489, 0},
		{"2026-I", data.Remunerada, "MEDICINA", 2175, 0},
		{"2026-I", data.Equivalente, "", 12604, 0},
	} {
		f := catalog.Filter{}
		f.Set(catalog.DimProcess, string(tt.process))
		f.Set(catalog.DimModality, string(tt.modality))
		if tt.profession != "" {
			f.Set(catalog.DimProfession, tt.profession)
		}
		for _, d := range Dims() {
			table := o.By(d, f, nil)
			if table.Total.Seats != tt.seats || table.Total.Taken != tt.taken {
				t.Errorf("%v: %d seats, %d taken; want %d, %d", tt, table.Total.Seats, table.Total.Taken, tt.seats, tt.taken)
				break
			}
		}
		if err := checkAdds(o, f, space.PlainFigures()); err != nil {
			t.Errorf("%v: %v", tt, err)
		}
	}
	all := o.By(catalog.DimProcess, catalog.Filter{}, nil)
	if all.Total.Seats != 7488+14669+7489+12604 || all.Total.Taken != 12588 {
		t.Errorf("whole: %d seats, %d taken", all.Total.Seats, all.Total.Taken)
	}
	outside := o.By(catalog.DimRegion, catalog.Filter{}, nil)
	t.Logf("picks outside the offer: %+v", outside.Cells[len(outside.Cells)-1].Taken)
}

func BenchmarkReal(b *testing.B) {
	offers, adjudications := realLists(b)
	space := stored(b, offers, adjudications)
	b.Run("new", func(b *testing.B) {
		for b.Loop() {
			New(space)
		}
	})
	o := New(space)
	b.Run("by region", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			o.By(catalog.DimRegion, catalog.Filter{}, nil)
		}
	})
	b.Run("all breakdowns", func(b *testing.B) {
		for b.Loop() {
			for _, d := range Dims() {
				o.By(d, catalog.Filter{}, nil)
			}
		}
	})
	b.Run("cross", func(b *testing.B) {
		for b.Loop() {
			o.Cross(catalog.DimRegion, catalog.DimGrade, catalog.Filter{}, nil)
		}
	})
	b.Run("curves", func(b *testing.B) {
		for b.Loop() {
			o.Curves(catalog.DimRegion, catalog.Filter{})
		}
	})
}
