package near

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"brujula/data"
	"brujula/data/rules"
	"brujula/planner/availability"
)

func made(process data.Process, picks ...data.Pick) availability.History {
	o := &data.Offer{Process: process, Modality: data.Remunerada}
	for i := range 20 {
		o.Plazas = append(o.Plazas, data.Plaza{
			PlazaID: data.PlazaID{Process: process, Profession: "MEDICINA", Modality: data.Remunerada, Renipress: fmt.Sprintf("%08d", i+1)},
			Region:  []string{"PUNO", "LIMA"}[i%2], Institution: "MINSA", Grade: 1 + i%5, Seats: 1,
		})
	}
	return availability.History{Offer: o, Adjudication: &data.Adjudication{Process: process, Modality: data.Remunerada, Picks: picks}}
}

func pick(code, rank int, mark float64) data.Pick {
	return data.Pick{Profession: "MEDICINA", Renipress: fmt.Sprintf("%08d", code), Rank: rank, Mark: mark}
}

func TestByRank(t *testing.T) {
	h := made("2025-I", pick(1, 1, 18), pick(2, 3, 17), pick(3, 6, 16), pick(4, 0, 15), data.Pick{Profession: "ENFERMERIA", Renipress: "00000005", Rank: 4})
	r, ok := Find(rules.Default(), []availability.History{h}, Query{Profession: "MEDICINA", Modality: data.Remunerada, Rank: 4, Width: 2})
	if !ok || !r.ByRank || r.Line != 3 || r.Unknown != 1 || len(r.Picks) != 2 {
		t.Fatalf("%+v", r)
	}
	if r.Picks[0].From != 3 || r.Picks[1].From != 6 || r.Ties != 0 {
		t.Errorf("%+v", r.Picks)
	}
	if diff := cmp.Diff([]Group{{"LIMA", 1}, {"PUNO", 1}}, r.Regions); diff != "" {
		t.Error(diff)
	}
}

// Without ranks the place follows from the mark; those of one mark share their
// places, and a tie that reaches into the range is in it whole.
func TestByPlaceWithTies(t *testing.T) {
	h := made("2025-I", pick(1, 0, 15), pick(2, 0, 17), pick(3, 0, 16), pick(4, 0, 16), pick(5, 0, 16), pick(6, 0, 0), pick(99, 0, 14))
	r, ok := Find(rules.Default(), []availability.History{h}, Query{Profession: "MEDICINA", Modality: data.Remunerada, Rank: 5, Width: 1})
	if !ok || r.ByRank || r.Line != 6 || r.Unknown != 1 || r.Ties != 3 {
		t.Fatalf("%+v", r)
	}
	var got []string
	for _, p := range r.Picks {
		got = append(got, fmt.Sprint(p.Code[6:], " ", p.From, "-", p.To))
	}
	if diff := cmp.Diff([]string{"03 2-4", "04 2-4", "05 2-4", "01 5-5", "99 6-6"}, got); diff != "" {
		t.Error(diff)
	}
	if r.Picks[4].Plaza != nil || r.Regions[0].Seats+r.Regions[1].Seats+r.Regions[2].Seats != 5 {
		t.Errorf("%+v", r.Regions)
	}
}

func TestByMark(t *testing.T) {
	h := made("2025-I", pick(1, 0, 15.3), pick(2, 0, 15.6), pick(3, 0, 15.0), pick(4, 0, 14.9))
	r, _ := Find(rules.Default(), []availability.History{h}, Query{Profession: "MEDICINA", Modality: data.Remunerada, Mark: 15.3, Range: 0.3})
	if len(r.Picks) != 3 {
		t.Errorf("%+v", r.Picks)
	}
}

func TestLatestProcessAndNone(t *testing.T) {
	past := []availability.History{made("2024-I", pick(1, 1, 0)), made("2025-I", pick(2, 1, 0)), made("2024-II", pick(3, 1, 0))}
	q := Query{Profession: "MEDICINA", Modality: data.Remunerada, Rank: 1}
	if r, _ := Find(rules.Default(), past, q); r.Process != "2025-I" || r.Picks[0].Code != "00000002" {
		t.Errorf("%+v", r)
	}
	q.Process = "2024-II"
	if r, _ := Find(rules.Default(), past, q); r.Picks[0].Code != "00000003" {
		t.Errorf("%+v", r)
	}
	q.Modality = data.Equivalente
	if _, ok := Find(rules.Default(), past, q); ok {
		t.Error("a line that no list has")
	}
}

// Naive: a pick is near when one of the places that its mark could have is.
func TestPlacesAgreeWithCounting(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		marks := rapid.SliceOfN(rapid.IntRange(0, 8), 1, 30).Draw(t, "marks")
		var picks []data.Pick
		for i, m := range marks {
			picks = append(picks, pick(i+1, 0, float64(m)))
		}
		q := Query{Profession: "MEDICINA", Modality: data.Remunerada, Rank: rapid.IntRange(1, 35).Draw(t, "rank"), Width: rapid.IntRange(0, 5).Draw(t, "width")}
		r, _ := Find(rules.Default(), []availability.History{made("2025-I", picks...)}, q)
		want := 0
		for _, m := range marks {
			better, same := 0, 0
			for _, other := range marks {
				if other > m {
					better++
				}
				if other == m {
					same++
				}
			}
			near := false
			for place := better + 1; place <= better+same; place++ {
				near = near || place >= q.Rank-q.Width && place <= q.Rank+q.Width
			}
			if m > 0 && near {
				want++
			}
		}
		if len(r.Picks) != want {
			t.Fatalf("%d near, want %d", len(r.Picks), want)
		}
	})
}

// Any process that is loaded can be asked about, and says on which scale its marks
// are: those of the evaluation go in steps of 0.20, scores of merit do not.
func TestOtherProcessesAndScales(t *testing.T) {
	var exam, score []data.Pick
	for i := range 30 {
		exam = append(exam, pick(i%20+1, 0, 18-0.2*float64(i)))
		score = append(score, pick(i%20+1, i+1, 18-0.137*float64(i)))
	}
	past := []availability.History{made("2024-I", score...), made("2025-I", exam...), made("2023-I", pick(1, 1, 17))}
	q := Query{Profession: "MEDICINA", Modality: data.Remunerada, Rank: 10, Width: 1, Seats: 40}
	for _, tt := range []struct {
		process, next data.Process
		scale         string
		known, ranks  bool
	}{
		{"2025-I", "2024-I", "evaluacion", true, false},
		{"2024-I", "2023-I", "merito", true, true},
		{"2023-I", "2025-I", "merito", false, true}, // of one mark nothing can be told
	} {
		q.Process = tt.process
		r, ok := Find(rules.Default(), past, q)
		next, more := r.Next()
		if !ok || !more || next != tt.next || r.Process != tt.process || len(r.Others) != 2 || r.ByRank != tt.ranks {
			t.Errorf("%s: %v, next %s, %v, ranks %v", tt.process, ok, next, r.Others, r.ByRank)
		}
		if r.ScaleKnown != tt.known || tt.known && r.Scale.Key() != tt.scale || r.Seats != 20 {
			t.Errorf("%s: scale %s, known %v, of %d seats", tt.process, r.Scale.Key(), r.ScaleKnown, r.Seats)
		}
	}
	q.Process = ""
	if r, _ := Find(rules.Default(), past, q); r.Process != "2025-I" {
		t.Errorf("without a process %s is looked at", r.Process)
	}
	if got := Processes(past, "ENFERMERIA", data.Remunerada); len(got) != 0 {
		t.Errorf("a line that no list has: %v", got)
	}
	summary := Result{Query: q, Process: "2024-I", Seats: 20, ByRank: true}
	s := summary.Summary()
	if diff := cmp.Diff("La línea tenía entonces 20 plazas y tiene ahora 40: a su puesto 10 de ahora le corresponde, por plazas, el 5 de entonces.", s.Notes()[1]); diff != "" {
		t.Error(diff)
	}
}
