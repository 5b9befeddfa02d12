// Package suggest finds plazas outside a plan that are like those in it, by the
// weights that the applicant gives to points, distance, risk, bonus, category
// and region. Nothing is padded: what is not much alike, or hardly to be had,
// is not suggested.
package suggest

import (
	"cmp"
	"math"
	"slices"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/geo"
	"brujula/planner/plan"
	"brujula/planner/workspace"
)

// Thresholds: choices of the project, made so that a suggestion is worth
// reading.
const (
	alike      = 0.80 // likeness from which a plaza is suggested
	leastHope  = 0.20 // chance below which it is not: the band "casi nula"
	most       = 5    // suggestions; more would not be read
	mostOfLine = 2    // like one line, so that the others have their say
)

// Suggestion is a plaza outside the plan that is like a line of it.
type Suggestion struct {
	workspace.Facts
	texts.AdviceSaid
	Like     int     // the line that it is most like, from 0
	Likeness float64 // 0–1: the weighted mean over the criteria that are known
	Km       float64 // from that line, in a straight line; NaN where not known
}

// Result is what a plan's owner is told.
type Result struct {
	Weights     plan.Weights
	Suggestions []Suggestion // the most alike first
	Nearest     float64      // likeness of the plaza that is most alike, suggested or not
	None        string       // why there is none, in a sentence; "" where there are some
}

// finder is one search.
type finder struct {
	view    *workspace.PlanView
	weights plan.Weights
	places  *geo.Index
}

// Of looks for plazas like those of a plan from a look; est may be nil. Weights
// that are empty are the usual ones.
func Of(w *workspace.Workspace, v *workspace.PlanView, est *workspace.Estimates, weights plan.Weights) Result {
	if len(weights) == 0 {
		weights = plan.UsualWeights()
	}
	out := Result{Weights: weights}
	if est == nil || !v.Estimated() {
		out.None = texts.SuggestNoChances
		return out
	}
	f := &finder{view: v, weights: weights, places: w.Places()}
	var found []Suggestion
	for _, m := range data.Modalities() {
		for _, facts := range v.Outside(w, est, m) {
			if facts.Estimate.Chance < leastHope {
				continue
			}
			s := f.closest(facts)
			out.Nearest = max(out.Nearest, s.Likeness)
			if s.Like >= 0 && s.Likeness >= alike {
				found = append(found, s)
			}
		}
	}
	out.Suggestions = f.choose(found)
	if len(out.Suggestions) == 0 {
		out.None = texts.SuggestNone(alike, leastHope, out.Nearest)
	}
	return out
}

// choose orders the suggestions and keeps the first few, not too many of them
// for one line.
func (f *finder) choose(found []Suggestion) []Suggestion {
	slices.SortStableFunc(found, func(a, b Suggestion) int {
		return cmp.Or(
			cmp.Compare(math.Round(b.Likeness*100), math.Round(a.Likeness*100)),
			cmp.Compare(b.Estimate.Chance, a.Estimate.Chance),
			cmp.Compare(b.Points.Value, a.Points.Value),
			cmp.Compare(a.Plaza.Renipress, b.Plaza.Renipress))
	})
	var out []Suggestion
	taken := map[int]int{}
	for _, s := range found {
		if len(out) == most {
			break
		}
		if taken[s.Like] < mostOfLine {
			taken[s.Like]++
			s.AdviceSaid = f.said(&s)
			out = append(out, s)
		}
	}
	return out
}

// closest returns the line of the same modality that a plaza is most like; Like
// is -1 where the plan has none.
func (f *finder) closest(facts workspace.Facts) Suggestion {
	p := facts.Plaza
	out := Suggestion{Facts: facts, Like: -1, Likeness: -1, Km: math.NaN()}
	at, placed := f.places.Of(p.Renipress)
	for i := range f.view.Lines {
		l := &f.view.Lines[i]
		if l.Plaza == nil || l.Plaza.Line() != p.Line() {
			continue
		}
		km := math.NaN()
		if from, ok := f.places.Of(l.Plaza.Renipress); ok && placed {
			km = at.Km(from)
		}
		if likeness := f.likeness(&out, l, km); likeness > out.Likeness {
			out.Like, out.Likeness, out.Km = i, likeness, km
		}
	}
	return out
}

// likeness is the weighted mean of the scores of the criteria that are known.
func (f *finder) likeness(s *Suggestion, l *workspace.PlanLine, km float64) float64 {
	sum, weight := 0.0, 0.0
	for _, c := range plan.Criteria() {
		w := float64(f.weights[c])
		if w == 0 {
			continue
		}
		if score, known := f.score(c, s, l, km); known {
			sum, weight = sum+w*score, weight+w
		}
	}
	if weight == 0 {
		return 0
	}
	return sum / weight
}
