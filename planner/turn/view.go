package turn

import (
	"slices"

	"brujula/data"
	"brujula/planner/availability"
	"brujula/planner/plan"
	"brujula/planner/points"
	"brujula/planner/risk"
	"brujula/planner/workspace"
)

// Choice is a plaza as it stands in the act.
type Choice struct {
	Place  int // line of the plan, from 1; 0 when it is not in the plan
	Row    int // of the catalog
	Plaza  *data.Plaza
	Left   int // seats that are not crossed out
	Known  bool
	Now    float64 // chance that a seat is free now; 1 when every seat that is gone is crossed out
	Chance float64 // that one is free when my turn comes
	// Spread is what Chance may be over the ranks that may be mine; the zero one where
	// my rank is sure, or my turn has come.
	Spread workspace.Spread
	Est    availability.Estimate
	Points points.Award
	Mark   risk.Mark
	// Refused says what of the plaza the applicant does not want; such a one is offered
	// only where it stands in the plan.
	Refused []string
}

// Free reports whether a seat is not crossed out.
func (c *Choice) Free() bool { return c.Left > 0 }

// View is the act seen by the applicant: what to ask for.
type View struct {
	State State
	Rank  int
	Ahead int  // people before me, the one whose turn it is included
	Over  bool // my turn has gone by
	Odds  *Odds

	// All has every plaza of the line, as its LineView has its rows.
	All  []Choice
	Plan []Choice // the plan's lines of this line of applicants, in the order of desire
	Free int      // of these, not crossed out
	// Mine is the plaza that I took, nil where I took none. Its Plaza is nil when
	// no loaded offer has it.
	Mine *Choice
	// Fallback counts the plan's lines of equivalente where this line is
	// remunerada: what is left to who took nothing here.
	Fallback int
	// Best is what to ask for, the best first: the free lines of the plan in
	// their order, then what else is likely, by points. At most BestCount; none
	// when my turn has gone by, or I have said what came of it.
	Best []Choice
	// NoneLikely says that of what stands outside the plan nothing is likely, and
	// Best holds only what has the most chance.
	NoneLikely bool
	// Nothing is the chance to end with nothing of the plan, taking its lines as
	// independent; NothingBound holds under any dependence. HasNothing tells
	// whether they could be worked out.
	Nothing, NothingBound float64
	HasNothing            bool
	// Road is the line of applicants with what lies along it; nil where there are no
	// chances, or no rank.
	Road *Road

	modality data.Modality // of the line
}

// BestCount is how many plazas are offered to ask for: the best and the next
// two.
const BestCount = 3

// MyTurn reports whether the view is that of my turn, to be used now.
func (v *View) MyTurn() bool { return v.State.MyTurn(v.Rank) }

// doubtful is the chance below which a plaza that is not crossed out may be
// gone all the same; above it >99 % is shown.
const doubtful = 0.99

// maybeGone reports whether a plaza to ask for now may be gone: it is not
// crossed out, and more seats are gone than are.
func (v *View) maybeGone(c *Choice) bool {
	return v.MyTurn() && c.Known && c.Free() && c.Now < doubtful
}

// OfNow reports whether the chances are those of now: at my turn and after it.
func (v *View) OfNow() bool { return v.State.Started && v.Ahead == 0 }

// Of returns a row of the catalog as it stood when the view was worked out.
func (v *View) Of(row int) (Choice, bool) {
	i, ok := slices.BinarySearchFunc(v.All, row, func(c Choice, row int) int { return c.Row - row })
	if !ok {
		return Choice{}, false
	}
	return v.All[i], true
}

// Situation is what a View is made from. Nothing of it is changed.
type Situation struct {
	Space *workspace.Workspace
	Line  *workspace.LineView // of the act's line; nil when nothing is loaded
	Plan  *plan.Plan
	State State
	Rank  int // from which to look; 0 when not known
	// Look has the ranks that may be mine, and what I do not want.
	Look workspace.Look
}

// AssumedPasses reports who is thought to take nothing: as the look has it in
// remunerada, those who do not choose in equivalente.
func AssumedPasses(v *workspace.LineView) availability.Passing {
	switch {
	case v == nil:
		return availability.Passing{}
	case v.Line.Modality == data.Equivalente && v.Share <= 0:
		return availability.ConstantPassing(1 - availability.DefaultChoosingShare)
	}
	return v.Passing
}

// Look works out the view, that of the ordinary chances before the act has
// begun. It takes some milliseconds on the longest line and
// is meant for the background.
func Look(s Situation, assumed availability.Passing) *View {
	v := &View{State: s.State, Rank: s.Rank}
	v.Ahead, v.Over = s.State.Ahead(s.Rank)
	v.Over = v.Over && s.Rank > 0
	if s.State.Mine.Renipress != "" {
		v.Mine = &Choice{Row: -1}
	}
	v.Fallback = fallbackLines(&s)
	if s.Line == nil {
		return v
	}
	v.modality = s.Line.Line.Modality
	plazas := data.Map(s.Line.Rows, s.Space.Catalog.Plaza)
	if s.Line.Forecast != nil && s.Rank > 0 {
		// Counts are clipped to the seats, so Live has nothing to refuse.
		v.Odds, _ = OddsOf(s.Line.Forecast, plazas, &s.State, s.Rank, assumed)
	}
	all := make([]Choice, len(plazas))
	refusals := s.Space.RefusalsOf(s.Look.Limits)
	for i, p := range plazas {
		all[i] = choice(&s, v.Odds, i, p)
		all[i].Refused = refusals.Of(all[i].Row)
	}
	v.All = all
	v.spread(&s, assumed)
	v.takePlan(all)
	v.takeRoad(s.Line.Rows, assumed)
	if i := slices.IndexFunc(all, func(c Choice) bool { return c.Plaza.Renipress == s.State.Mine.Renipress }); i >= 0 {
		v.Mine = &all[i]
	}
	if !v.Over && !s.State.Mine.Known() { // else there is nothing to ask for any more
		v.takeBest(all)
	}
	return v
}

// spread works out the chances at both ends of the ranks that may be mine, of which
// those that had their turn are not mine.
func (v *View) spread(s *Situation, assumed availability.Passing) {
	if v.modality != data.Remunerada { // the span is of ranks in the line that comes first
		return
	}
	span := s.Look.OwnSpan()
	if s.State.Started {
		span.From = max(span.From, s.State.Turn)
	}
	if v.Odds == nil || v.OfNow() || v.Over || !span.Known() || !span.Holds(s.Rank) {
		return
	}
	best, _ := v.Odds.ahead.Chances(s.State.GoneAt(span.From, assumed))
	worst, _ := v.Odds.ahead.Chances(s.State.GoneAt(span.To, assumed))
	for i := range v.All {
		if v.All[i].Known {
			v.All[i].Spread = workspace.Spread{RankSpan: span, Lo: worst[i], Hi: best[i]}
		}
	}
}

func fallbackLines(s *Situation) (n int) {
	if s.Line == nil || s.Line.Line.Modality != data.Remunerada {
		return 0
	}
	for _, entry := range s.Plan.Entries {
		if entry.ID.Modality == data.Equivalente && entry.ID.Process == s.Line.Line.Process && entry.ID.Profession == s.Line.Line.Profession {
			n++
		}
	}
	return n
}

func choice(s *Situation, o *Odds, i int, p *data.Plaza) Choice {
	f := s.Space.Facts(s.Line.Rows[i], nil) // the chance is the one at the turn
	c := Choice{
		Row: f.Row, Plaza: p, Left: max(0, p.Seats-s.State.Gone[p.Renipress]), Points: f.Points, Mark: f.Mark,
		Place: s.Plan.Index(p.PlazaID) + 1,
	}
	if o != nil && o.AtTurn[i].Known {
		c.Known, c.Est = true, o.AtTurn[i]
		c.Now, c.Chance = o.Now[i], o.AtTurn[i].Chance
	}
	return c
}

func (v *View) takePlan(all []Choice) {
	for i := range all {
		if all[i].Place > 0 {
			v.Plan = append(v.Plan, all[i])
		}
	}
	slices.SortFunc(v.Plan, func(a, b Choice) int { return a.Place - b.Place })
	v.Nothing, v.NothingBound = 1, 1
	for i := range v.Plan {
		c := &v.Plan[i]
		if c.Free() {
			v.Free++
		}
		if c.Known {
			v.HasNothing = true
			v.Nothing *= 1 - c.Chance
			v.NothingBound = min(v.NothingBound, 1-c.Chance)
		}
	}
}

// takeBest offers the plan first, in the order of desire, since the first free
// line is the one to ask for (serial dictatorship is strategy-proof); a line without any chance is left out. What follows stands outside the
// plan.
func (v *View) takeBest(all []Choice) {
	for _, c := range v.Plan {
		if c.Free() && !(c.Known && c.Chance <= 0) && len(v.Best) < BestCount {
			v.Best = append(v.Best, c)
		}
	}
	if len(v.Best) < BestCount {
		others, likely := fallback(all)
		v.NoneLikely = !likely && len(others) > 0
		v.Best = append(v.Best, others[:min(len(others), BestCount-len(v.Best))]...)
	}
}

// fallback orders the free plazas outside the plan that are not refused: those that are at least
// probable by points, else those that are at least disputed; where none is,
// likely is false and they go by chance.
func fallback(all []Choice) (others []Choice, likely bool) {
	pick := func(worst availability.Band) (out []Choice) {
		for _, c := range all {
			if c.Place == 0 && c.Free() && len(c.Refused) == 0 && c.Known && c.Chance > 0 && c.Est.Band <= worst {
				out = append(out, c)
			}
		}
		return out
	}
	for _, worst := range []availability.Band{availability.Probable, availability.Disputada} {
		if others = pick(worst); len(others) > 0 {
			slices.SortStableFunc(others, byPoints)
			return others, true
		}
	}
	others = pick(availability.CasiNula)
	slices.SortStableFunc(others, byChance)
	return others, false
}

func byPoints(a, b Choice) int {
	switch {
	case a.Points.Known != b.Points.Known:
		if a.Points.Known {
			return -1
		}
		return 1
	case a.Points.Value != b.Points.Value:
		return sign(b.Points.Value - a.Points.Value)
	case a.Mark != b.Mark:
		return int(a.Mark.Rank()) - int(b.Mark.Rank())
	}
	return byChance(a, b)
}

func byChance(a, b Choice) int { return sign(b.Chance - a.Chance) }

func sign(x float64) int {
	switch {
	case x < 0:
		return -1
	case x > 0:
		return 1
	}
	return 0
}
