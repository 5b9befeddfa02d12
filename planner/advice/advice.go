// Package advice looks over a plan and says in plain sentences, naming the
// plazas, what an experienced friend would: no safe line, a line that is never
// reached, an order that follows the odds, a better plaza left out.
//
// A plan should follow desire: the adjudication is a serial dictatorship, in
// which asking first for what one wants most costs nothing (planner/availability/README.md).
// Advice is never padded: where nothing is to be said, there is none.
package advice

import (
	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/workspace"
)

// Kind names a piece of advice, as the JSON of plan revisar does.
type Kind string

// The kinds, in the order in which they are told.
const (
	Unwanted  Kind = "no_querida"             // a line is what the applicant does not want
	NoSafe    Kind = "sin_linea_segura"       // no line is very likely
	MoreLines Kind = "faltan_lineas"          // how many would bring the plan to 95 %
	ByOdds    Kind = "orden_por_probabilidad" // the order is that of the chances
	Dominated Kind = "mejor_fuera"            // a plaza better on every count was left out
	Bargain   Kind = "pocos_puntos_menos"     // few points less, much more chance
	Together  Kind = "todo_en_un_lugar"       // most of the plan hangs on one place
	Dead      Kind = "linea_muerta"           // a line that is never reached
)

// Thresholds. They are choices of the project, made so that a sentence is said
// only where it would change a decision.
const (
	safe        = 0.95 // of a safe line, and of a whole plan: the band "muy probable"
	never       = 0.01 // reached less often: dead
	leastByOdds = 4    // lines; three stand in order of their chances one time in six
	spread      = 0.2  // between first and last for their order to mean anything
	better      = 0.10 // more chance that counts as better
	difficult   = 0.5  // below: worth a bargain
	gain        = 0.4  // more chance that a bargain must give
	bargainCost = 2.0  // points, one step of grade
	mostOfAKind = 3    // sentences of one kind: more would not be read
	mostMore    = 20   // lines: more than anybody adds
)

// Advice is one thing that the plan's owner is told.
type Advice struct {
	texts.AdviceSaid
	Kind      Kind
	Lines     []int         // places in the plan that it speaks of, from 0
	Suggested *data.PlazaID // the plaza outside the plan that it names, or nil
}

// Place returns where the suggested plaza is meant to stand in the plan, from 0:
// above the line that it betters, under the one that it backs up; -1 for the
// end.
func (a *Advice) Place() int {
	switch a.Kind {
	case Dominated:
		return a.Lines[0]
	case Bargain:
		return a.Lines[0] + 1
	case Unwanted, NoSafe, MoreLines, ByOdds, Together, Dead:
	}
	return -1
}

// OfLines reports whether the sentence is of the lines that it names, not of the plan
// as a whole.
func (a *Advice) OfLines() bool {
	switch a.Kind {
	case Unwanted, Dominated, Bargain, Dead:
		return true
	case NoSafe, MoreLines, ByOdds, Together:
	}
	return false
}

// adviser holds what the rules look at.
type adviser struct {
	space   *workspace.Workspace
	est     *workspace.Estimates
	view    *workspace.PlanView
	outside map[data.Modality][]workspace.Facts // made when first asked for
	named   map[data.PlazaID]bool               // suggested already
}

// Of looks a plan over. It gives nothing for a plan without chances.
func Of(w *workspace.Workspace, v *workspace.PlanView, est *workspace.Estimates) []Advice {
	if !v.Estimated() || est == nil {
		return nil
	}
	a := &adviser{space: w, est: est, view: v, outside: map[data.Modality][]workspace.Facts{}, named: map[data.PlazaID]bool{}}
	var out []Advice
	for _, rule := range []func() []Advice{a.unwanted, a.noSafe, a.moreLines, a.byOdds, a.together, a.dominated, a.bargains, a.dead} {
		out = append(out, rule()...)
	}
	return out
}

// known returns the places of the lines of a modality that have a chance.
func (a *adviser) known(m data.Modality) []int {
	var places []int
	for i := range a.view.Lines {
		if l := &a.view.Lines[i]; l.Known && l.Entry.ID.Modality == m {
			places = append(places, i)
		}
	}
	return places
}

// line names a line of the plan.
func (a *adviser) line(place int) texts.AdvicePlaza {
	l := &a.view.Lines[place]
	return texts.AdvicePlaza{
		Place: place + 1, Name: l.Plaza.Establishment, Chance: l.Estimate.Chance,
		Points: l.Points.Value, PointsKnown: l.Points.Known, Worst: l.Mark.Worst, Risks: l.Mark.Count,
	}
}

// unwanted: a line is what the applicant said not to want.
func (a *adviser) unwanted() []Advice {
	var out []Advice
	for place := range a.view.Lines {
		if reasons := a.est.Refusals.Of(a.view.Lines[place].Row); len(reasons) > 0 && a.view.Lines[place].Plaza != nil {
			out = append(out, Advice{Kind: Unwanted, Lines: []int{place}, AdviceSaid: texts.LimitBroken(a.line(place), reasons)})
		}
	}
	return out
}

// noSafe: no line of the plan, of either modality, is very likely.
func (a *adviser) noSafe() []Advice {
	best := -1
	for i := range a.view.Lines {
		l := &a.view.Lines[i]
		if l.Known && (best < 0 || l.Estimate.Chance > a.view.Lines[best].Estimate.Chance) {
			best = i
		}
	}
	if best < 0 || a.view.Lines[best].Estimate.Chance >= safe {
		return nil
	}
	out := Advice{Kind: NoSafe, Lines: []int{best}}
	var other *texts.AdvicePlaza
	if c := a.safest(a.view.Lines[best].Entry.ID.Modality); c != nil {
		other = named(c)
		out.Suggested = a.suggest(c)
	}
	out.AdviceSaid = texts.AdviceNoSafe(a.line(best), other)
	return []Advice{out}
}

// byOdds: the lines stand in the order of their chances, best first, and not
// also in that of their points, which would be an order of desire.
func (a *adviser) byOdds() []Advice {
	for _, m := range data.Modalities() {
		places := a.known(m)
		if len(places) < leastByOdds {
			continue
		}
		first, last := places[0], places[len(places)-1]
		chance := func(p int) float64 { return a.view.Lines[p].Estimate.Chance }
		if chance(first)-chance(last) < spread || !falling(places, chance) {
			continue
		}
		value := func(p int) float64 { return a.view.Lines[p].Points.Value }
		if value(first) > value(last) && falling(places, value) {
			continue
		}
		return []Advice{{Kind: ByOdds, Lines: places, AdviceSaid: texts.AdviceByOdds(a.line(first), a.line(last))}}
	}
	return nil
}

func falling(places []int, of func(int) float64) bool {
	for i := 1; i < len(places); i++ {
		if of(places[i]) > of(places[i-1]) {
			return false
		}
	}
	return true
}

// dead: lines that are asked for in fewer than one case of a hundred in which
// their modality is. A fallback that is not needed is not dead.
func (a *adviser) dead() []Advice {
	var out []Advice
	for _, m := range data.Modalities() {
		places := a.known(m)
		if len(places) == 0 {
			continue
		}
		start := a.view.Lines[places[0]].Reach
		var lines []texts.AdvicePlaza
		var at []int
		above := 0
		for _, p := range places {
			switch {
			case start > 0 && a.view.Lines[p].Reach/start < never:
				lines, at = append(lines, a.line(p)), append(at, p)
			case a.view.Lines[p].Estimate.Chance >= a.view.Lines[above].Estimate.Chance || a.view.Lines[above].Entry.ID.Modality != m:
				above = p
			}
		}
		if len(lines) > 0 {
			out = append(out, Advice{Kind: Dead, Lines: at, AdviceSaid: texts.AdviceDead(lines, a.line(above))})
		}
	}
	return out
}

// suggest remembers that a plaza was named, so that it is named once.
func (a *adviser) suggest(c *workspace.Facts) *data.PlazaID {
	id := c.Plaza.PlazaID
	a.named[id] = true
	return &id
}
