package inquiry

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"brujula/data"
	"brujula/data/demo"
	"brujula/data/demo/demotest"
	"brujula/data/library"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/planner/plan"
	"brujula/planner/storage"
	"brujula/planner/turn"
	"brujula/planner/workspace"
)

// told collects what an inquiry says beside its answer.
type told struct{ lines []string }

func (d *told) tell(lines ...string) {
	d.lines = append(d.lines, slices.DeleteFunc(slices.Clone(lines), func(s string) bool { return s == "" })...)
}

func (d *told) take() string {
	all := strings.Join(d.lines, "\n")
	d.lines = nil
	return all
}

// demonstration asks the demonstration, or with a library the same lists in one.
func demonstration(t *testing.T, lib *library.Library) (*Inquiry, *told) {
	t.Helper()
	said := &told{}
	if lib != nil {
		if _, err := lib.Commit(t.Context(), demotest.Items()); err != nil {
			t.Fatal(err)
		}
	}
	q, err := Source{Lib: lib, Facts: rules.Default(), Tell: said.tell, Slow: func() {}}.All(t.Context())
	if err != nil || q.NotEmpty() != nil {
		t.Fatal(err, q.NotEmpty())
	}
	return q, said
}

func emptyLibrary(t *testing.T) *library.Library {
	t.Helper()
	lib, err := library.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

// line is the one of the demonstration's example.
func line() data.Line { return demo.Example().Line }

// from is where a rank sees that line from.
func from(rank int) Sight {
	return Sight{Look: workspace.Look{Process: line().Process, Profession: line().Profession, Rank: rank, Passes: workspace.UsualPasses}}
}

func TestNothingIsStored(t *testing.T) {
	q, err := Source{Lib: emptyLibrary(t), Facts: rules.Default(), Tell: func(...string) {}}.All(t.Context())
	if err != nil || q.NotEmpty() == nil {
		t.Errorf("%v, %v", err, q.NotEmpty())
	}
}

// What cannot be meant is the words' fault, what no list has is not.
func TestAPlazaIsNamedByWords(t *testing.T) {
	q, _ := demonstration(t, nil)
	plazas, _ := q.Space.Catalog.Line(line())
	code := plazas[0].Renipress
	words := Words{"profesion": line().Profession, "modalidad": string(line().Modality), "proceso": " "}
	row, err := words.Plaza(q.Space, strings.TrimLeft(code, "0"))
	if err != nil || q.Space.Catalog.Plaza(row).PlazaID != line().Plaza(code) {
		t.Errorf("row %d, %v", row, err)
	}
	for code, wrong := range map[string]bool{"MOLINO": true, "99999998": false} {
		_, err := words.Plaza(q.Space, code)
		var bad *WordsError
		if err == nil || errors.As(err, &bad) != wrong {
			t.Errorf("%q: %v", code, err)
		}
	}
	filter, err := Words{"region": "", "modalidad": "remunerada"}.Filter(q.Space)
	if err != nil || !slices.Equal(filter.In[catalog.DimProcess], []string{string(q.Space.Latest())}) || len(filter.In) != 2 {
		t.Errorf("%v, %v", filter.In, err)
	}
}

// Without a rank nothing is estimated; with one the chances are those of the workspace,
// whether all lines are asked or one.
func TestSeeFromARank(t *testing.T) {
	q, said := demonstration(t, nil)
	none, err := q.See(t.Context(), from(0))
	if err != nil || none.Figures.Chance != nil {
		t.Errorf("chances from no rank, %v", err)
	}
	all, err := q.See(t.Context(), from(66))
	if err != nil {
		t.Fatal(err)
	}
	one, err := q.See(t.Context(), from(66), line().Modality)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range q.Space.Catalog.RowsOf(line()) {
		a, okA := all.Of(q.Space, row)
		b, okB := one.Of(q.Space, row)
		if !okA || !okB || a.Chance != b.Chance {
			t.Fatalf("row %d: %v and %v", row, a.Chance, b.Chance)
		}
	}
	if text := said.take(); text != "" {
		t.Errorf("told %q", text)
	}
	follows := from(66)
	follows.Follow = true
	if _, err := q.See(t.Context(), follows); err == nil {
		t.Error("an act is followed that is not there")
	}
}

// begin records an act that was begun from a rank and has come to a turn.
func begin(t *testing.T, lib *library.Library, rank, now int) {
	t.Helper()
	book, _, err := turn.Open(lib, line())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = book.Close() }()
	for _, e := range []turn.Event{{Kind: turn.Start, Line: line(), Rank: rank, N: 1}, {Kind: turn.Pick, N: now}} {
		e.At = time.Unix(1_800_000_000, 0)
		if err := book.Write(e); err != nil {
			t.Fatal(err)
		}
	}
}

// An act is told of where it is not followed. Followed, its own rank holds, but for one
// that was said.
func TestAnActIsFollowedOrToldOf(t *testing.T) {
	lib := emptyLibrary(t)
	q, said := demonstration(t, lib)
	begin(t, lib, 70, 20)
	if _, err := q.See(t.Context(), from(66)); err != nil {
		t.Fatal(err)
	}
	if text := said.take(); !strings.Contains(text, texts.ActNotFollowed(line().Modality, 20)) {
		t.Errorf("told %q", text)
	}
	for _, c := range []struct {
		rank   int
		yields bool
		want   int
	}{{0, false, 70}, {66, false, 66}, {66, true, 70}} {
		sight := from(c.rank)
		sight.Follow, sight.Yields = true, c.yields
		est, err := q.See(t.Context(), sight)
		if err != nil {
			t.Fatal(err)
		}
		live := est.Following(line().Modality)
		if live == nil || est.Look.Rank != c.want {
			t.Errorf("rank %d, yields %v: seen from %d, want %d, act %v", c.rank, c.yields, est.Look.Rank, c.want, live)
		}
	}
	if text := said.take(); text != "" {
		t.Errorf("told %q", text)
	}
}

// A plan is seen from the ranks that are said, or else from its own; what the profile
// keeps beside the rank holds for both, but for what is said otherwise.
func TestAPlanIsSeenFromItsRanks(t *testing.T) {
	lib := emptyLibrary(t)
	q, _ := demonstration(t, lib)
	plazas, _ := q.Space.Catalog.Line(line())
	p := plan.Plan{Name: "A", Ranks: map[data.Modality]int{data.Remunerada: 50}, Entries: []plan.Entry{{ID: plazas[0].PlazaID}}}
	if err := storage.SavePlan(lib, &p); err != nil {
		t.Fatal(err)
	}
	profile := library.Profile{Process: line().Process, Profession: line().Profession, RankFrom: 40, RankTo: 60}
	if err := lib.SaveProfile(profile); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		rank int
		want int
		span workspace.RankSpan
	}{{0, 50, workspace.RankSpan{From: 40, To: 60}}, {66, 66, workspace.RankSpan{}}} {
		seen, err := q.SeePlan(t.Context(), "A", Sight{Look: workspace.Look{Rank: c.rank, Passes: workspace.UsualPasses}}, nil)
		if err != nil || seen.Est == nil {
			t.Fatal(err)
		}
		if look := seen.Est.Look; look.Rank != c.want || look.Span != c.span || look.Profession != line().Profession {
			t.Errorf("rank %d: seen from %+v", c.rank, look)
		}
	}
	if seen, err := q.SeePlan(t.Context(), "B", Sight{}, nil); err != nil || seen.Est != nil || len(seen.Plan.Entries) > 0 {
		t.Errorf("a plan that is not there: %+v, %v", seen, err)
	}
	other := *q.Space.Catalog.Plaza(slices.IndexFunc(q.Space.Catalog.All(), func(row int) bool { return q.Space.Catalog.Plaza(row).Profession != line().Profession }))
	p.Entries = append(p.Entries, plan.Entry{ID: other.PlazaID})
	if err := storage.SavePlan(lib, &p); err != nil {
		t.Fatal(err)
	}
	var bad *WordsError
	if _, err := q.SeePlan(t.Context(), "A", from(66), nil); !errors.As(err, &bad) {
		t.Errorf("one rank for two professions: %v", err)
	}
}
