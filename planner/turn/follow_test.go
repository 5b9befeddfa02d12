package turn

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"brujula/data"
	"brujula/planner/availability"
	"brujula/planner/workspace"
)

func (s *scene) follow(t testing.TB, events ...Event) *workspace.Estimates {
	t.Helper()
	a := New(s.line.Line, s.seats)
	mustApply(t, a, events...)
	acts := Acts{s.line.Line.Modality: a.State()}
	return acts.Follow(s.space, s.all, func(data.Modality, *State) int { return s.look.Rank }, true)
}

// What the plan and the cards are told is what Mi turno shows.
func TestFollowingAgreesWithMiTurno(t *testing.T) {
	s := demoScene(t)
	p := s.planOf(0, 3, 5, 8)
	rapid.Check(t, func(t *rapid.T) {
		events := []Event{s.start(rapid.IntRange(1, s.look.Rank).Draw(t, "turn"))}
		left := SeatsOf(nil)
		for code, n := range s.seats {
			left[code] = n
		}
		for range rapid.IntRange(0, 30).Draw(t, "crossed") {
			code := s.id(rapid.IntRange(0, len(s.line.Rows)-1).Draw(t, "plaza")).Renipress
			if left[code] > 0 {
				left[code]--
				events = append(events, Event{Kind: Cross, Renipress: code, Late: rapid.Bool().Draw(t, "late")})
			}
		}
		a := New(s.line.Line, s.seats)
		for _, e := range events {
			if _, err := a.Apply(e); err != nil {
				t.Fatal(err)
			}
		}
		acts := Acts{s.line.Line.Modality: a.State()}
		est := acts.Follow(s.space, s.all, func(data.Modality, *State) int { return s.look.Rank }, rapid.Bool().Draw(t, "ranged"))
		view := Look(Situation{Space: s.space, Line: s.line, Plan: p, State: a.State(), Rank: s.look.Rank}, AssumedPasses(s.line))
		for _, c := range view.All {
			e, ok := est.Of(s.space, c.Row)
			if ok != c.Known || math.Abs(e.Chance-c.Chance) > 1e-12 {
				t.Fatalf("%s: %v %v, Mi turno says %v %v", c.Plaza.Renipress, ok, e.Chance, c.Known, c.Chance)
			}
			if (est.Fate(c.Plaza) == workspace.FateGone) != (c.Left == 0) {
				t.Fatalf("%s: its fate is %d with %d seats left", c.Plaza.Renipress, est.Fate(c.Plaza), c.Left)
			}
		}
		plan := s.space.ViewPlan(p, est)
		if math.Abs(plan.Nothing-view.Nothing) > 1e-12 || math.Abs(plan.NothingBound-view.NothingBound) > 1e-12 {
			t.Fatalf("ending with nothing: %v %v, Mi turno says %v %v", plan.Nothing, plan.NothingBound, view.Nothing, view.NothingBound)
		}
	})
}

func TestFollowingLeavesTheEstimatesAsTheyWere(t *testing.T) {
	s := demoScene(t)
	before, _ := s.all.Of(s.space, s.line.Rows[0])
	est := s.follow(t, s.start(1), Event{Kind: Cross, Renipress: s.id(0).Renipress})
	after, _ := s.all.Of(s.space, s.line.Rows[0])
	if diff := cmp.Diff(before, after, cmpopts.EquateNaNs()); diff != "" || s.all.Following(s.line.Line.Modality) != nil {
		t.Errorf("the estimates have changed: %s", diff)
	}
	if got, _ := est.Of(s.space, s.line.Rows[0]); s.seats[s.id(0).Renipress] == 1 && got.Chance != 0 {
		t.Errorf("the crossed out plaza has %v", got.Chance)
	}
	if live := est.Following(s.line.Line.Modality); live == nil || live.Turn != 2 || live.Told != 1 {
		t.Errorf("follows %+v", live)
	}
}

// An act that has not begun, or of another line, changes nothing.
func TestOnlyTheOwnActIsFollowed(t *testing.T) {
	s := demoScene(t)
	rank := func(data.Modality, *State) int { return s.look.Rank }
	other := s.line.Line
	other.Profession = "OBSTETRICIA"
	for name, acts := range map[string]Acts{
		"none":        {},
		"not begun":   {s.line.Line.Modality: State{}},
		"other lines": {s.line.Line.Modality: State{Started: true, Line: other, Turn: 9}},
	} {
		if acts.Follow(s.space, s.all, rank, false) != s.all {
			t.Errorf("%s: followed", name)
		}
	}
}

// RankAt is the worst rank for which no more seats are gone.
func TestRankAtIsTheInverseOfPickAt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		l := workspace.Live{
			Turn: rapid.IntRange(1, 5000).Draw(t, "turn"), Gone: rapid.Float64Range(0, 3000).Draw(t, "gone"),
			Passing: availability.Passing{
				P0: rapid.Float64Range(0, 0.95).Draw(t, "passes"), Slope: rapid.SampledFrom([]float64{0, 0.32}).Draw(t, "slope"),
				Seats: 2000,
			},
		}
		k := l.Gone + rapid.Float64Range(0.001, 3000).Draw(t, "more")
		rank := l.RankAt(k)
		if rank < l.Turn || l.PickAt(rank) > k+1e-6 || l.PickAt(rank+1) < k-1e-6 {
			t.Fatalf("rank %d: %v seats gone, one more %v, asked for %v", rank, l.PickAt(rank), l.PickAt(rank+1), k)
		}
	})
}

// An act changes Mi turno and Mi plan at once: their budget together is 50 ms. The ranges, which the window asks for afterwards, are
// measured on their own.
func benchmarkPlanAndTurn(b *testing.B, s *scene, ranged bool) {
	p := s.planOf(4, 40, 80, 120, 160, 200, 240, 280, 320, 360, 400, 440, 480, 520, 560, 600, 640, 680, 720, 760)
	a := New(s.line.Line, s.seats)
	mustApply(b, a, s.start(1))
	for i := range 600 {
		mustApply(b, a, Event{Kind: Cross, Renipress: s.id(3 * i).Renipress})
	}
	assumed := AssumedPasses(s.line)
	rank := func(data.Modality, *State) int { return s.look.Rank }
	next := 1
	b.ReportAllocs()
	for b.Loop() {
		mustApply(b, a, Event{Kind: Cross, Renipress: s.id(next).Renipress})
		state := a.State()
		turn := Look(Situation{Space: s.space, Line: s.line, Plan: p, State: state, Rank: s.look.Rank}, assumed)
		est := Acts{s.line.Line.Modality: state}.Follow(s.space, s.all, rank, ranged)
		view := s.space.ViewPlan(p, est)
		if len(turn.Best) == 0 || len(view.Lines) != len(p.Entries) || est == s.all {
			b.Fatal("no view")
		}
		mustApply(b, a, Event{Kind: Undo})
		next += 3
		next %= 900
	}
}

func BenchmarkPlanAndTurnOnTheRealMedicineLine(b *testing.B) {
	benchmarkPlanAndTurn(b, realScene(b), false)
}

func BenchmarkPlanAndTurnWithRangesOnTheRealMedicineLine(b *testing.B) {
	benchmarkPlanAndTurn(b, realScene(b), true)
}

// The rank of a line is the national one, or that among those apt for equivalente,
// which is never the national one though it may be all that is known.
func TestRankIn(t *testing.T) {
	derived := &workspace.LineView{Derived: true, Share: 0.5, K: 10}
	for name, tt := range map[string]struct {
		modality    data.Modality
		view        *workspace.LineView
		look        workspace.Look
		want        int
		wantDerived bool
	}{
		"remunerada":                   {data.Remunerada, nil, workspace.Look{Rank: 70, RankEquivalente: 5}, 70, false},
		"equivalente, known":           {data.Equivalente, derived, workspace.Look{Rank: 70, RankEquivalente: 5}, 5, false},
		"equivalente, derived":         {data.Equivalente, derived, workspace.Look{Rank: 70}, availability.ConstantPassing(0.5).RankAt(10), true},
		"equivalente, nothing derived": {data.Equivalente, &workspace.LineView{}, workspace.Look{Rank: 70}, 0, false},
		"equivalente, no such line":    {data.Equivalente, nil, workspace.Look{Rank: 70}, 0, false},
	} {
		if got, is := RankIn(tt.modality, tt.view, tt.look); got != tt.want || is != tt.wantDerived {
			t.Errorf("%s: %d, derived %v", name, got, is)
		}
	}
}
