package history_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data"
	"brujula/data/notes"
	"brujula/data/rules"
	"brujula/planner/catalog"
	"brujula/planner/geo"
	"brujula/planner/history"
	"brujula/planner/workspace"
)

// row is a plaza of an offer, and taken is a seat of an adjudicated list, as plain
// as a sheet has them.
type row struct {
	process, code, budget string
	seats, grade          int
	zaf, ze               bool
	line                  int
}

type taken struct {
	process, code string
	rank          int
	mark          float64
	line          int
}

// madeUp makes three processes: 2024-I with ranks, 2025-I with marks of which many
// are shared and some are not there, 2026-I that nobody has chosen in yet.
func madeUp(seed uint64) (rows []row, picks []taken) {
	r := rand.New(rand.NewPCG(seed, 7))
	codes := []string{"00000001", "00000002", "00000003", "00000004", "00000005", "00000006"}
	for _, process := range []string{"2024-I", "2025-I", "2026-I"} {
		var seats []string
		for at, code := range codes {
			if at > 0 && r.IntN(4) == 0 { // the first is always there
				continue
			}
			p := row{process, code, []string{"NACIONAL", "REGIONAL"}[r.IntN(2)], 1 + r.IntN(3), 1 + r.IntN(5), r.IntN(3) == 0, r.IntN(3) == 0, len(rows) + 2}
			rows = append(rows, p)
			for range p.seats {
				seats = append(seats, code)
			}
		}
		if process == "2026-I" {
			break
		}
		r.Shuffle(len(seats), func(i, j int) { seats[i], seats[j] = seats[j], seats[i] })
		for at, code := range seats[:max(1, len(seats)-r.IntN(3))] { // a seat or two nobody took
			p := taken{process: process, code: code, line: at + 2}
			if process == "2024-I" {
				p.rank, p.mark = at+1+at/3, 19-float64(at)/7
			} else if r.IntN(6) > 0 {
				p.mark = float64(11 + r.IntN(4))
			}
			picks = append(picks, p)
		}
	}
	return rows, picks
}

func spaceOf(rows []row, picks []taken) *workspace.Workspace {
	offers, lists := map[string]*data.Offer{}, map[string]*data.Adjudication{}
	c := &workspace.Contents{Rules: rules.Default(), Reports: notes.NewBook(), Listed: geo.New(nil)}
	for _, p := range rows {
		o := offers[p.process]
		if o == nil {
			o = &data.Offer{Process: data.Process(p.process), Modality: data.Remunerada}
			offers[p.process] = o
			c.Offers = append(c.Offers, o)
		}
		o.Plazas = append(o.Plazas, data.Plaza{
			PlazaID:       data.PlazaID{Process: o.Process, Profession: "MEDICINA", Modality: data.Remunerada, Renipress: p.code},
			Establishment: "POSTA " + p.code, Seats: p.seats, Grade: p.grade, ZAF: p.zaf, ZE: p.ze,
			Budgets: []data.Budget{{Name: p.budget, Seats: p.seats}}, Sources: []data.Source{{File: p.process + ".csv", Row: p.line}},
		})
	}
	for _, p := range picks {
		a := lists[p.process]
		if a == nil {
			a = &data.Adjudication{Process: data.Process(p.process), Modality: data.Remunerada}
			lists[p.process] = a
			c.Adjudications = append(c.Adjudications, a)
		}
		a.Picks = append(a.Picks, data.Pick{
			Profession: "MEDICINA", Renipress: p.code, Rank: p.rank, Mark: p.mark, Source: data.Source{File: "a" + p.process + ".csv", Row: p.line},
		})
	}
	return workspace.New(c, "")
}

// recount states the history of a code out of the sheets alone: one line a process, the
// newest first, with the places of its takings counted one by one.
func recount(code string, rows []row, picks []taken) (out []string) {
	processes := []string{"2026-I", "2025-I", "2024-I"}
	find := func(process string) *row {
		for i := range rows {
			if rows[i].process == process && rows[i].code == code {
				return &rows[i]
			}
		}
		return nil
	}
	for at, process := range processes {
		p := find(process)
		if p == nil {
			out = append(out, process+" no")
			continue
		}
		text := fmt.Sprintf("%s GD-%d x%d %s zaf %v ze %v row %d", process, p.grade, p.seats, p.budget, p.zaf, p.ze, p.line)
		for _, earlier := range processes[at+1:] {
			if was := find(earlier); was != nil {
				text += " since " + earlier
				for _, f := range []struct{ key, was, is string }{
					{"gd", fmt.Sprint(was.grade), fmt.Sprint(p.grade)},
					{"cupos", fmt.Sprint(was.seats), fmt.Sprint(p.seats)},
					{"presupuesto", was.budget, p.budget},
					{"zaf", yesNo(was.zaf), yesNo(p.zaf)},
					{"ze", yesNo(was.ze), yesNo(p.ze)},
				} {
					if f.was != f.is {
						text += fmt.Sprintf(" %s %s>%s", f.key, f.was, f.is)
					}
				}
				break
			}
		}
		var seats []string
		for _, one := range picks {
			if one.process != process || one.code != code {
				continue
			}
			before, same := 0, 0
			for _, other := range picks {
				switch {
				case other.process != process || one.rank == 0 && (one.mark == 0 || other.mark == 0):
				case one.rank > 0 && other.rank < one.rank, one.rank == 0 && other.mark > one.mark:
					before++
				case other.rank == one.rank && (one.rank > 0 || other.mark == one.mark):
					same++
				}
			}
			turn := fmt.Sprintf("%06d-%06d", before+1, before+same)
			if same == 0 {
				turn = "unknown"
			}
			seats = append(seats, fmt.Sprintf(" | %s rank %d mark %.3f row %d", turn, one.rank, one.mark, one.line))
		}
		slices.Sort(seats)
		out = append(out, text+strings.Join(seats, ""))
	}
	return out
}

func yesNo(yes bool) string {
	if yes {
		return "SI"
	}
	return "NO"
}

// written puts a history into the form of recount.
func written(h *history.History) (out []string) {
	for i := range h.Years {
		y := &h.Years[i]
		if y.Plaza == nil {
			out = append(out, string(y.Process)+" no")
			continue
		}
		p := y.Plaza
		text := fmt.Sprintf("%s GD-%d x%d %s zaf %v ze %v row %d", y.Process, p.Grade, p.Seats, p.Budgets[0].Name, p.ZAF, p.ZE, p.Sources[0].Row)
		if y.Since != "" {
			text += " since " + string(y.Since)
		}
		for _, f := range y.Changes {
			text += fmt.Sprintf(" %s %s>%s", f.Key, f.Before, f.After)
		}
		var seats []string
		for _, t := range y.Takings {
			turn := "unknown"
			if t.Known() {
				turn = fmt.Sprintf("%06d-%06d", t.Turn.From, t.Turn.To)
			}
			seats = append(seats, fmt.Sprintf(" | %s rank %d mark %.3f row %d", turn, t.Rank, t.Mark, t.Source.Row))
		}
		slices.Sort(seats)
		out = append(out, text+strings.Join(seats, ""))
	}
	return out
}

// Of a library of three made-up processes every history is that of a recount by hand.
func TestHistoryIsThatOfARecount(t *testing.T) {
	known, unknown, changed := 0, 0, 0
	for seed := range uint64(40) {
		rows, picks := madeUp(seed)
		space := spaceOf(rows, picks)
		for at := range space.Catalog.Len() {
			p := space.Catalog.Plaza(at)
			h := history.Of(space, at)
			want := recount(p.Renipress, rows, picks)
			if diff := cmp.Diff(want, written(&h)); diff != "" {
				t.Fatalf("seed %d, %s %s: %s", seed, p.Process, p.Renipress, diff)
			}
			offered := 0
			for _, line := range want {
				if !strings.HasSuffix(line, " no") {
					offered++
				}
			}
			if h.Offered != offered || len(h.Years) != 3 {
				t.Errorf("offered in %d of %d, want %d of 3", h.Offered, len(h.Years), offered)
			}
			for _, y := range h.Years {
				changed += len(y.Changes)
				for _, one := range y.Takings {
					if one.Known() {
						known++
					} else {
						unknown++
					}
				}
			}
		}
	}
	if known < 100 || unknown < 10 || changed < 100 {
		t.Errorf("%d known turns, %d unknown, %d changes: the lists try too little", known, unknown, changed)
	}
}

func TestLinesOfAHistory(t *testing.T) {
	rows := []row{
		{"2024-I", "00000001", "REGIONAL", 2, 4, true, false, 2},
		{"2024-I", "00000002", "NACIONAL", 1, 1, false, false, 3},
		{"2025-I", "00000002", "NACIONAL", 1, 1, false, false, 2},
		{"2026-I", "00000001", "NACIONAL", 1, 5, false, true, 9},
	}
	picks := []taken{{"2024-I", "00000002", 1, 18.5, 2}, {"2024-I", "00000001", 4, 17.25, 3}, {"2025-I", "00000002", 0, 16, 2}}
	space := spaceOf(rows, picks)
	at, _ := space.Catalog.Row(data.PlazaID{Process: "2026-I", Profession: "MEDICINA", Modality: data.Remunerada, Renipress: "00000001"})
	h := history.Of(space, at)
	want := []history.Line{
		{"Ofrecida", "en 2 de 3 procesos con oferta cargada de su línea"},
		{"2026-I", "1 plaza · GD-5 · bono ZE · presupuesto NACIONAL (2026-I.csv, fila 9)"},
		{"", "cambió desde 2024-I: grado GD-4 → GD-5; plazas 2 → 1; presupuesto REGIONAL → NACIONAL; ya sin bono ZAF; ahora con bono ZE"},
		{"2025-I", "no estaba en la oferta"},
		{"2024-I", "2 plazas · GD-4 · bono ZAF · presupuesto REGIONAL (2024-I.csv, fila 2)"},
		{"", "tomada en el turno 2 de 3, puesto 4, nota 17.25 (a2024-I.csv, fila 3)"},
		{"", "quedó sin tomar 1 de 2 plazas"},
	}
	if diff := cmp.Diff(want, h.Lines()); diff != "" {
		t.Error(diff)
	}
	if offered, grades := history.Cells(space, at); offered != "2/3" || grades != "– 4" {
		t.Errorf("cells %q and %q", offered, grades)
	}
}

// What rows are filtered and sorted by is what a recount of the sheets finds, and what
// the cells show.
func TestTagsAreThoseOfARecount(t *testing.T) {
	absent, graded := 0, 0
	for seed := range uint64(40) {
		rows, picks := madeUp(seed)
		space := spaceOf(rows, picks)
		offered, grades := history.TagsOf(space)
		for at := range space.Catalog.Len() {
			p := space.Catalog.Plaza(at)
			times, was := 0, ""
			for _, r := range rows { // the oldest first
				if r.code != p.Renipress {
					continue
				}
				if times++; r.process < string(p.Process) {
					was = strconv.Itoa(r.grade)
				}
			}
			var want []string
			switch {
			case was != "":
				want = []string{was}
				graded++
			case p.Process != "2024-I":
				want = []string{catalog.WordAbsent}
				absent++
			}
			if got := offered.Of(at); !slices.Equal(got, []string{strconv.Itoa(times)}) || !slices.Equal(grades.Of(at), want) {
				t.Fatalf("seed %d, %s %s: offered %v, graded %v; want %d and %v", seed, p.Process, p.Renipress, got, grades.Of(at), times, want)
			}
			if shown, _ := history.Cells(space, at); shown != offered.Of(at)[0]+"/3" {
				t.Errorf("the cell is %q", shown)
			}
		}
	}
	if absent < 10 || graded < 100 {
		t.Errorf("%d not on offer before, %d graded: the lists try too little", absent, graded)
	}
	if offered, grades := history.TagsOf(spaceOf([]row{{"2026-I", "00000001", "NACIONAL", 1, 5, false, false, 2}}, nil)); offered != nil || grades != nil {
		t.Error("one offer alone has a history")
	}
}
