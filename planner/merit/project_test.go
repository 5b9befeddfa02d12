package merit

import (
	"math"
	"os"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"brujula/data"
	"brujula/data/lists"
	"brujula/data/rules"
)

// 0.70 × evaluation + 0.30 × average, to four decimals (RM 617-2026).
func TestMeritScore(t *testing.T) {
	for _, tt := range []struct{ exam, average, score float64 }{
		{15.4, 14.2, 15.04}, {13.2, 13.333, 13.2399}, {20, 20, 20}, {11.6, 12.3457, 11.8237}, {12, 0, 12},
	} {
		if own := OwnOf(rules.Default(), tt.exam, tt.average); own.Score != tt.score || own.Exam != tt.exam || own.Whole != (tt.average > 0) {
			t.Errorf("%+v: %+v", tt, own)
		}
	}
}

func TestKindOfMarks(t *testing.T) {
	for _, tt := range []struct {
		marks []float64
		want  MarkKind
	}{
		{slices.Repeat([]float64{13.8, 0, 14.6, 20}, 7), Exam},
		{slices.Repeat([]float64{13.8, 14.6, 14.25}, 7), Score},
		{[]float64{13.8, 0, 14.6, 20}, Score},
		{[]float64{17.419}, Score},
		{nil, Score},
		{[]float64{0}, Score},
	} {
		if got := kindOf(rules.Default(), tt.marks); got != tt.want {
			t.Errorf("%v: %s", tt.marks, got.Key())
		}
	}
}

func past(process data.Process, picks ...data.Pick) *data.Adjudication {
	for i := range picks {
		picks[i].Profession = "MEDICINA"
	}
	return &data.Adjudication{Process: process, Modality: data.Remunerada, Picks: picks}
}

// The range is what all the earlier processes say together, each among those who
// apply now: of 3,088 in 2024-I, 4,540 in 2025-I and 6,033 in 2026-I (reglas.toml).
func TestProject(t *testing.T) {
	exams := []data.Pick{{Mark: 16}, {Mark: 15.6}, {Mark: 15.4}, {Mark: 15.2}, {}}
	for range 20 {
		exams = append(exams, data.Pick{Mark: 14.8})
	}
	lists := []*data.Adjudication{
		past("2024-I", data.Pick{Rank: 1, Mark: 17.1}, data.Pick{Rank: 100, Mark: 15.05}, data.Pick{Rank: 104, Mark: 15.04}, data.Pick{Rank: 110, Mark: 15.01}),
		past("2025-I", exams...),
		past("2026-I", data.Pick{Rank: 1, Mark: 19}),
		{Process: "2025-I", Modality: data.Equivalente, Picks: []data.Pick{{Profession: "MEDICINA", Mark: 18}}},
	}
	r, ok := Project(lists, rules.Default(), &Ask{Profession: "MEDICINA", Now: "2026-I", Mark: 15.4, Average: 14.2})
	if !ok || len(r.By) != 2 {
		t.Fatalf("%+v", r)
	}
	old := r.By[1]
	if old.Kind != Score || old.Mark != 15.04 || old.Before != 2 || old.Equal != 1 || old.Best != 101 || old.Worst != 110 || old.Open {
		t.Errorf("2024-I: %+v", old)
	}
	if want := Scale(101, 3088, 6033); old.From != want || old.To != Scale(110, 3088, 6033) || !old.Scaled() {
		t.Errorf("2024-I among those of now: %d to %d", old.From, old.To)
	}
	// Two takers before, one the same, one of no known mark; of 25 seats nobody passes at so short a way.
	if p := r.By[0]; p.Kind != Exam || p.Mark != 15.4 || p.Before != 2 || p.Equal != 1 || p.Unknown != 1 || p.Best < 3 || p.Worst < p.Best {
		t.Errorf("2025-I: %+v", p)
	}
	if r.From != r.By[0].From || r.To != old.To || r.Of != 6033 || r.Open {
		t.Errorf("range %+v", r)
	}
	if below, ok := r.Below(); !ok || math.Abs(below-float64(6033-r.Middle())/6033) > 1e-12 {
		t.Errorf("below %v", below)
	}
	last, _ := Project(lists[:1], rules.Default(), &Ask{Profession: "MEDICINA", Now: "2026-I", Mark: 10, Average: 0, Applicants: 3088})
	if !last.Open || last.From != 111 || last.By[0].From != 111 {
		t.Errorf("behind all: %+v", last)
	}
	if _, ok := Project(lists, rules.Default(), &Ask{Profession: "BIOLOGIA", Now: "2026-I"}); ok {
		t.Error("of a profession that no list tells of")
	}
}

// With true ranks the place is between the last taker with more and the first with
// less, whatever order the list is in.
func TestProjectEqualsCounting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		marks := rapid.SliceOfN(rapid.SampledFrom([]float64{11.01, 12.02, 12.53, 13.1}), 1, 20).Draw(t, "marks")
		best := append([]float64(nil), marks...)
		for i := range best { // ranks by mark: selection, the naive way
			for j := range best {
				if best[i] > best[j] {
					best[i], best[j] = best[j], best[i]
				}
			}
		}
		var picks []data.Pick
		for i, mark := range best {
			if rapid.Bool().Draw(t, "took") || i == 0 {
				picks = append(picks, data.Pick{Rank: i + 1, Mark: mark})
			}
		}
		own := rapid.SampledFrom([]float64{10.5, 12.02, 12.3, 13.1, 14}).Draw(t, "own")
		r, _ := Project([]*data.Adjudication{past("2024-I", rapid.Permutation(picks).Draw(t, "order")...)}, rules.Default(),
			&Ask{Profession: "MEDICINA", Mark: own})
		last, next, open := 0, len(best)+1, true
		for _, p := range picks {
			if p.Mark > own {
				last = max(last, p.Rank)
			}
			if p.Mark < own {
				next, open = min(next, p.Rank), false
			}
		}
		p := r.By[0]
		if p.Best != last+1 || p.Open != open || !open && p.Worst != max(last+1, next) {
			t.Fatalf("%+v, not %d to %d (%v)", p, last+1, next, open)
		}
	})
}

// The merit list of 2024-I: that the takers alone tell where a score stands, the
// passers being seen between their ranks.
func TestProjectAgainstTheMeritList(t *testing.T) {
	const file = "../../../shared/data/2024-i-orden-merito.csv"
	if _, err := os.Stat(file); err != nil {
		t.Skip("the real lists are not here: " + file)
	}
	m, err := lists.ReadMerit(t.Context(), file, lists.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var takers []data.Pick
	var all []lists.MeritRow
	for _, row := range m.Rows {
		if row.Profession != "MEDICINA" {
			continue
		}
		all = append(all, row)
		if row.Took == lists.TookPlace {
			takers = append(takers, data.Pick{Rank: row.Rank, Mark: row.Mark})
		}
	}
	for _, own := range []float64{16.02, 15.1, 14.3, 13.95, 13.2, 12.6} {
		r, _ := Project([]*data.Adjudication{past("2024-I", takers...)}, rules.Default(), &Ask{Profession: "MEDICINA", Now: "2024-II", Mark: own, Applicants: 3088})
		over, same, passers := 0, 0, 0 // passers: without a place between the takers next to the score
		before, after := 0, len(all)
		for _, pick := range takers {
			if pick.Mark > own {
				before = max(before, pick.Rank)
			} else if pick.Mark < own {
				after = min(after, pick.Rank)
			}
		}
		for _, row := range all {
			if row.Mark > own {
				over++
			} else if row.Mark == own {
				same++
			}
			if row.Took != lists.TookPlace && row.Rank > before && row.Rank < after {
				passers++
			}
		}
		if p := r.By[0]; p.Best > over+1 || p.Worst < over+same+1 || p.Worst-p.Best > same+passers {
			t.Errorf("%v: %d to %d, truly %d to %d with %d passers", own, p.Best, p.Worst, over+1, over+same+1, passers)
		}
	}
}
