package turn

import (
	"context"
	"fmt"
	"math"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"brujula/data"
	"brujula/data/demo"
	"brujula/data/lists"
	"brujula/data/lists/liststest"
	"brujula/data/rules"
	"brujula/planner/availability"
	"brujula/planner/imports"
	"brujula/planner/plan"
	"brujula/planner/storage"
	"brujula/planner/workspace"
)

// scene is the demonstration seen by its applicant.
type scene struct {
	space *workspace.Workspace
	line  *workspace.LineView
	look  workspace.Look
	seats Seats
	all   *workspace.Estimates
}

func demoScene(t testing.TB) *scene {
	t.Helper()
	space := workspace.LoadDemo(rules.Default())
	model, err := space.FitModel(context.Background(), nil)
	if err != nil || model == nil {
		t.Fatalf("no model: %v", err)
	}
	who := demo.Example()
	look := workspace.Look{Process: who.Line.Process, Profession: who.Line.Profession, Rank: who.Rank, Passes: workspace.UsualPasses}
	return sceneOf(space, model, look, who.Line.Modality)
}

func sceneOf(space *workspace.Workspace, model *availability.Model, look workspace.Look, m data.Modality) *scene {
	est := space.Estimate(space.Forecast(model, look.Process, look.Profession), look)
	line := est.Lines[m]
	plazas := make([]data.Plaza, len(line.Rows))
	for i, row := range line.Rows {
		plazas[i] = *space.Catalog.Plaza(row)
	}
	return &scene{space, line, look, SeatsOf(plazas), est}
}

func (s *scene) id(i int) data.PlazaID { return s.space.Catalog.Plaza(s.line.Rows[i]).PlazaID }

func (s *scene) planOf(rows ...int) *plan.Plan {
	p := &plan.Plan{Name: "A"}
	for _, i := range rows {
		p.Entries = append(p.Entries, plan.Entry{ID: s.id(i)})
	}
	return p
}

func (s *scene) see(t testing.TB, p *plan.Plan, events ...Event) *View {
	t.Helper()
	a := New(s.line.Line, s.seats)
	mustApply(t, a, events...)
	return Look(Situation{Space: s.space, Line: s.line, Plan: p, State: a.State(), Rank: s.look.Rank}, AssumedPasses(s.line))
}

func (s *scene) start(turn int) Event {
	return Event{Kind: Start, Line: s.line.Line, Rank: s.look.Rank, N: turn}
}

func TestPickNumbers(t *testing.T) {
	s := State{Started: true, Turn: 101, Gone: map[string]int{}}
	half := availability.ConstantPassing(0.005)
	// 100 before, half a percent of them assumed to pass.
	if got := s.GoneNow(half); math.Abs(got-99.5) > 1e-9 {
		t.Errorf("gone now %v", got)
	}
	// 10 of the 100 were seen, 2 of them passing: 100 − 2 − 0.005·90.
	s.Chosen, s.Passed = 8, 2
	if got := s.GoneNow(half); math.Abs(got-97.55) > 1e-9 {
		t.Errorf("gone now %v", got)
	}
	// The rate: (650·0.005 + 2) / (650 + 10).
	if got, want := s.passing(half).At(s.GoneNow(half)), 5.25/660; math.Abs(got-want) > 1e-12 {
		t.Errorf("rate %v, want %v", got, want)
	}
	if got, want := s.GoneAt(201, half), 97.55+100*(1-5.25/660); math.Abs(got-want) > 1e-9 {
		t.Errorf("gone at 201: %v, want %v", got, want)
	}
	if got := s.GoneAt(50, half); got != s.GoneNow(half) {
		t.Errorf("a turn that has gone by: %v", got)
	}
	s.Told = 120 // more crossed out than turns: the crossed out count
	if got := s.GoneNow(half); got != 120 {
		t.Errorf("gone now %v", got)
	}
}

// While the rank is not sure a chance lies between those that the two ends would see;
// ranks whose turn has gone by are not mine, and at my turn there is nothing to doubt.
func TestChancesOverTheRanksThatMayBeMine(t *testing.T) {
	s := demoScene(t)
	from := func(turn, rank int, span workspace.RankSpan) *View {
		a := New(s.line.Line, s.seats)
		mustApply(t, a, s.start(turn), Event{Kind: Cross, Renipress: s.id(2).Renipress})
		return Look(Situation{Space: s.space, Line: s.line, Plan: s.planOf(3, 0), State: a.State(), Rank: rank, Look: workspace.Look{Rank: rank, Span: span}}, AssumedPasses(s.line))
	}
	me := s.look.Rank // 66 of the demonstration
	span := workspace.RankSpan{From: me - 30, To: me + 40}
	for turn, first := range map[int]int{1: me - 30, me - 10: me - 9} { // the seat that was crossed out ended a turn
		v := from(turn, me, span)
		best, worst := from(turn, first, workspace.RankSpan{}), from(turn, me+40, workspace.RankSpan{})
		for i := range v.All {
			c := &v.All[i]
			if want := (workspace.Spread{RankSpan: workspace.RankSpan{From: first, To: me + 40}, Lo: worst.All[i].Chance, Hi: best.All[i].Chance}); c.Known && c.Spread != want {
				t.Fatalf("turn %d, %s: %+v, want %+v", turn, c.Plaza.Renipress, c.Spread, want)
			}
			if c.Known && (c.Chance < c.Spread.Lo-1e-12 || c.Chance > c.Spread.Hi+1e-12) {
				t.Errorf("turn %d, %s: %v outside of %+v", turn, c.Plaza.Renipress, c.Chance, c.Spread)
			}
		}
		if len(v.Best) == 0 || !v.Best[0].Spread.Known() {
			t.Errorf("turn %d: what to ask for has no spread", turn)
		}
	}
	for name, v := range map[string]*View{"my turn": from(me-1, me, span), "another rank": from(1, me+50, span), "a sure rank": from(1, me, workspace.RankSpan{})} {
		if c := v.Best[0]; c.Spread.Known() {
			t.Errorf("%s: %+v", name, c.Spread)
		}
	}
}

func TestBestFollowsThePlan(t *testing.T) {
	s := demoScene(t)
	p := s.planOf(3, 0, 5, 9)
	v := s.see(t, p, s.start(1))
	if len(v.Plan) != 4 || v.Free != 4 || len(v.Best) != BestCount {
		t.Fatalf("%d lines, %d free, %d best", len(v.Plan), v.Free, len(v.Best))
	}
	for i, want := range []int{3, 0, 5} {
		if v.Best[i].Plaza.PlazaID != s.id(want) || v.Best[i].Place != i+1 {
			t.Errorf("best %d is line %d", i+1, v.Best[i].Place)
		}
	}
	events := []Event{s.start(1)}
	for range s.seats[s.id(3).Renipress] {
		events = append(events, Event{Kind: Cross, Renipress: s.id(3).Renipress})
	}
	v = s.see(t, p, events...)
	if v.Free != 3 || v.Best[0].Place != 2 || v.Best[1].Place != 3 || v.Best[2].Place != 4 {
		t.Errorf("after the first line is gone: %d free, best %d %d %d", v.Free, v.Best[0].Place, v.Best[1].Place, v.Best[2].Place)
	}
	if v.Plan[0].Free() || v.Plan[0].Chance != 0 {
		t.Errorf("a crossed out line has chance %v", v.Plan[0].Chance)
	}
}

// With the plan exhausted the rest goes by points, among what is likely; when
// nothing is, it says so.
func TestFallback(t *testing.T) {
	s := demoScene(t)
	v := s.see(t, s.planOf(), s.start(1))
	if v.NoneLikely || len(v.Best) != BestCount {
		t.Fatalf("%d best, none likely %v", len(v.Best), v.NoneLikely)
	}
	for i, c := range v.Best {
		if c.Place != 0 || c.Est.Band > availability.Probable {
			t.Errorf("best %d: line %d, band %s", i+1, c.Place, c.Est.Band.Key())
		}
		if i > 0 && c.Points.Value > v.Best[i-1].Points.Value {
			t.Errorf("best %d has more points than the one before", i+1)
		}
	}
	// Naive: no free plaza that is at least probable has more points.
	most := 0.0
	for row := range s.line.Rows {
		w := s.see(t, s.planOf(row), s.start(1))
		if w.Plan[0].Est.Band <= availability.Probable {
			most = max(most, w.Plan[0].Points.Value)
		}
	}
	if v.Best[0].Points.Value != most {
		t.Errorf("best has %v points, another likely one has %v", v.Best[0].Points.Value, most)
	}
}

// At the end of the line, from the rank that has the number of its seats up to the
// last of the special cases: what is offered is at least disputed where anything is,
// and that nothing is likely is said where nothing is. At 1.0 times the seats some
// have passed, so that a few seats are left and the one that nobody wants is among
// them more likely than not; from 1.2 times on nothing is.
func TestFallbackAtTheEndOfTheLine(t *testing.T) {
	s := demoScene(t)
	for _, c := range []struct {
		percent int
		none    bool
	}{{100, false}, {105, false}, {120, true}, {130, true}, {139, true}} {
		late := *s
		late.look.Rank = s.line.Seats * c.percent / 100
		v := late.see(t, s.planOf(), s.start(1))
		likely := 0 // naive: every plaza, however it stands
		for i := range v.All {
			if p := &v.All[i]; p.Free() && p.Known && p.Chance >= 0.5 {
				likely++
			}
		}
		if v.NoneLikely != (likely == 0) || v.NoneLikely != c.none || len(v.Best) == 0 || v.NoneLikely != (v.Best[0].Chance < 0.5) {
			t.Errorf("from %d %% of the seats: none likely %v, %d are, best of %d has %v", c.percent, v.NoneLikely, likely, len(v.Best), v.Best[0].Chance)
		}
		if left := float64(s.line.Seats) - v.Odds.Mine; left <= 0 || left > float64(s.line.Seats)/20 {
			t.Errorf("from %d %% of the seats %v are left", c.percent, left)
		}
	}
}

func TestExhaustedLine(t *testing.T) {
	s := demoScene(t)
	s.look.Rank = s.line.Seats * 2
	v := s.see(t, s.planOf(1), s.start(1))
	if !v.Odds.Exhausted() || v.Plan[0].Chance != 0 || len(v.Best) != 0 {
		t.Errorf("exhausted %v, chance %v, %d best", v.Odds.Exhausted(), v.Plan[0].Chance, len(v.Best))
	}
}

func TestWithoutRankOrModelThereAreNoChances(t *testing.T) {
	s := demoScene(t)
	if v := s.see(t, s.planOf(1, 2), s.start(s.look.Rank+1)); !v.Over || len(v.Best) != 0 || v.NoneLikely {
		t.Errorf("my turn has gone by, and there is still something to ask for: %+v", v.Best)
	}
	s.look.Rank = 0
	if v := s.see(t, s.planOf(1, 2), s.start(30)); v.Over {
		t.Error("the turn of no rank has gone by")
	}
	if v := s.see(t, s.planOf(1, 2), s.start(1)); v.Odds != nil || v.HasNothing || len(v.Best) != 2 || v.Best[0].Known {
		t.Errorf("%+v", v)
	}
	if v := Look(Situation{Space: s.space, Plan: s.planOf(), State: State{}}, availability.Passing{}); len(v.Best) != 0 {
		t.Error("best of nothing")
	}
}

// At my own turn, with every seat that is gone crossed out, the free ones are
// certain and the others impossible.
func TestAtMyTurnWhatIsFreeIsFree(t *testing.T) {
	s := demoScene(t)
	events := []Event{s.start(1)}
	for i := range s.line.Rows {
		if len(events) == s.look.Rank {
			break
		}
		events = append(events, Event{Kind: Cross, Renipress: s.id(i).Renipress})
	}
	v := s.see(t, s.planOf(0, 1, len(s.line.Rows)-1), events...)
	if v.Ahead != 0 || v.Over {
		t.Fatalf("%d ahead, over %v", v.Ahead, v.Over)
	}
	for _, c := range v.Plan {
		want := 0.0
		if c.Free() {
			want = 1
		}
		if math.Abs(c.Chance-want) > 1e-9 || math.Abs(c.Now-want) > 1e-9 {
			t.Errorf("line %d: free %v, now %v, chance %v", c.Place, c.Free(), c.Now, c.Chance)
		}
	}
}

// Crossing out never raises the chance of what is left by taking a rival away
// more than the line's account of seats allows, and a turn that comes nearer
// with nothing of mine taken never lowers it.
func TestPassesAheadNeverLowerAChance(t *testing.T) {
	s := demoScene(t)
	rapid.Check(t, func(t *rapid.T) {
		turn := rapid.IntRange(1, s.look.Rank-2).Draw(t, "turn")
		passes := rapid.IntRange(1, s.look.Rank-turn-1).Draw(t, "passes")
		p := s.planOf(0, 4, 8)
		a := New(s.line.Line, s.seats)
		if _, err := a.Apply(s.start(turn)); err != nil {
			t.Fatal(err)
		}
		look := func() *View {
			return Look(Situation{Space: s.space, Line: s.line, Plan: p, State: a.State(), Rank: s.look.Rank}, AssumedPasses(s.line))
		}
		before := look()
		if _, err := a.Apply(Event{Kind: Pass, N: passes}); err != nil {
			t.Fatal(err)
		}
		for i, c := range look().Plan {
			if c.Chance < before.Plan[i].Chance-1e-9 {
				t.Fatalf("line %d: %v before %d passed, %v after", c.Place, before.Plan[i].Chance, passes, c.Chance)
			}
		}
	})
}

// generated makes a line of so many seats, a few of them two to a plaza, with
// a past of the same shape: the size of the real medicine line of 2026-I.
func generated(t testing.TB, seats int) *scene {
	t.Helper()
	regions := []string{"PUNO", "CUSCO", "LORETO", "LIMA", "PIURA", "ANCASH", "JUNIN", "AYACUCHO"}
	institutions := []string{"GOBIERNO REGIONAL", "MINSA", "ESSALUD"}
	made := func(process data.Process) *data.Offer {
		o := &data.Offer{Process: process, Modality: data.Remunerada}
		for i, left := 0, seats; left > 0; i++ {
			n := 1
			if i%20 == 0 && left > 1 {
				n = 2
			}
			left -= n
			region := regions[i*7%len(regions)]
			o.Plazas = append(o.Plazas, data.Plaza{
				PlazaID:       data.PlazaID{Process: process, Profession: "MEDICINA", Modality: data.Remunerada, Renipress: fmt.Sprintf("%08d", i+1)},
				Establishment: fmt.Sprint("POSTA ", i), Region: region, Province: fmt.Sprint(region, " ", i%11), District: fmt.Sprint(region, " ", i%53),
				Institution: institutions[i*5%3], Grade: 1 + i*3%5, Category: "I-1", Seats: n,
			})
		}
		return o
	}
	past := made("2025-I")
	taken := &data.Adjudication{Process: "2025-I", Modality: data.Remunerada}
	order := make([]int, len(past.Plazas))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return past.Plazas[a].Grade*7 + a%13 - past.Plazas[b].Grade*7 - b%13 })
	for _, i := range order {
		for range past.Plazas[i].Seats {
			taken.Picks = append(taken.Picks, data.Pick{Profession: "MEDICINA", Renipress: past.Plazas[i].Renipress, Rank: len(taken.Picks) + 1})
		}
	}
	return fitted(t, []*data.Offer{made("2026-I"), past}, taken)
}

// fitted makes the scene of the medicine line of 2026-I at rank 812.
func fitted(t testing.TB, offers []*data.Offer, taken *data.Adjudication) *scene {
	t.Helper()
	info := func(kind data.Kind, p data.Process) data.ListInfo {
		return data.ListInfo{Kind: kind, Process: p, Modality: data.Remunerada, File: "hecha.csv"}
	}
	drafts := []lists.Draft{{Info: info(data.KindAdjudication, taken.Process), Adjudication: taken}}
	for _, o := range offers {
		drafts = append(drafts, lists.Draft{Info: info(data.KindOffer, o.Process), Offer: o})
	}
	lib := openLibrary(t)
	if _, err := lib.Commit(context.Background(), imports.Items(drafts, time.Unix(0, 0))); err != nil {
		t.Fatal(err)
	}
	space, err := storage.Load(context.Background(), lib, rules.Default())
	if err != nil || len(space.Notices) > 0 {
		t.Fatalf("%q %v", space.Notices, err)
	}
	model, err := space.FitModel(context.Background(), nil)
	if err != nil || model == nil {
		t.Fatalf("no model: %v", err)
	}
	if model, err = space.RangedModel(context.Background(), nil, model, nil); err != nil { // as the planner has it
		t.Fatal(err)
	}
	look := workspace.Look{Process: "2026-I", Profession: "MEDICINA", Rank: 812, Passes: workspace.UsualPasses}
	return sceneOf(space, model, look, data.Remunerada)
}

// realScene is the medicine line of 2026-I with the model fitted on 2025-I.
func realScene(tb testing.TB) *scene {
	tb.Helper()
	past := liststest.Offer(tb, "2025-I", data.Remunerada)
	var taken *data.Adjudication
	for _, a := range liststest.Adjudications(tb, past) {
		if a.Modality == data.Remunerada {
			taken = a
		}
	}
	return fitted(tb, []*data.Offer{liststest.Offer(tb, "2026-I", data.Remunerada), past}, taken)
}

// The budget is 50 ms from an act to the new chances.
func benchmarkActs(b *testing.B, s *scene) {
	p := s.planOf(4, 40, 80, 120, 160, 200, 240, 280, 320, 360, 400, 440, 480, 520, 560, 600, 640, 680, 720, 760)
	a := New(s.line.Line, s.seats)
	mustApply(b, a, s.start(1))
	for i := range 600 {
		mustApply(b, a, Event{Kind: Cross, Renipress: s.id(3 * i).Renipress})
	}
	assumed := AssumedPasses(s.line)
	next := 1
	b.ReportAllocs()
	for b.Loop() {
		mustApply(b, a, Event{Kind: Cross, Renipress: s.id(next).Renipress})
		v := Look(Situation{Space: s.space, Line: s.line, Plan: p, State: a.State(), Rank: s.look.Rank}, assumed)
		if len(v.Best) == 0 || v.Odds == nil {
			b.Fatal("no view")
		}
		mustApply(b, a, Event{Kind: Undo})
		next += 3
		next %= 900
	}
}

func BenchmarkActOnTheRealMedicineLine(b *testing.B) { benchmarkActs(b, realScene(b)) }

func BenchmarkActOnALineOf2175Seats(b *testing.B) { benchmarkActs(b, generated(b, 2175)) }

// What the applicant does not want is not offered beside the plan; a line of the plan is
// still asked for.
func TestRefusedPlazasAreOfferedOnlyFromThePlan(t *testing.T) {
	s := demoScene(t)
	before := s.see(t, s.planOf(), s.start(1))
	if len(before.Best) == 0 {
		t.Fatal("nothing is offered")
	}
	first := before.Best[0]
	limits := "region:" + first.Plaza.Region
	look := func(p *plan.Plan) *View {
		a := New(s.line.Line, s.seats)
		mustApply(t, a, s.start(1))
		return Look(Situation{Space: s.space, Line: s.line, Plan: p, State: a.State(), Rank: s.look.Rank, Look: workspace.Look{Limits: limits}}, AssumedPasses(s.line))
	}
	for _, c := range look(s.planOf()).Best {
		if c.Plaza.Region == first.Plaza.Region {
			t.Errorf("%s is offered, of a region that is not wanted", c.Plaza.Establishment)
		}
	}
	planned := look(&plan.Plan{Name: "A", Entries: []plan.Entry{{ID: first.Plaza.PlazaID}}})
	if len(planned.Best) == 0 || planned.Best[0].Row != first.Row || len(planned.Best[0].Refused) != 1 {
		t.Errorf("the plan's own line: %+v", planned.Best)
	}
}
