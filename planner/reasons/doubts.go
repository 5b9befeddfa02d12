package reasons

import (
	"brujula/planner/availability"
	"brujula/planner/past"
	"brujula/planner/workspace"
)

// Doubt is one thing that makes a chance unsure.
type Doubt uint8

// The doubts, the gravest first.
const (
	General   Doubt = iota // it stands on the shipped coefficients, on no list of the user's
	Derived                // my turn is derived from the national rank and an unsure share
	NewPlaza               // it was not on offer before
	FarAway                // nothing near it has a past
	WideRange              // the range is wider than wideRange
	NoRange                // the range is not worked out
	OnlyMarks              // of what it went by before only marks are known, and many had the same
)

// Key names the doubt in JSON.
func (d Doubt) Key() string {
	switch d {
	case General:
		return "sin_listas"
	case Derived:
		return "turno_deducido"
	case NewPlaza:
		return "plaza_nueva"
	case FarAway:
		return "sin_historia_cercana"
	case WideRange:
		return "margen_ancho"
	case NoRange:
		return "margen_sin_estimar"
	case OnlyMarks:
	}
	return "solo_notas"
}

const (
	wideRange = 0.3  // between the ends of the range
	wideTie   = 0.03 // of the line
)

func doubts(w *workspace.Workspace, view *workspace.LineView, e *availability.Estimate, stories []past.Story) (out []Doubt) {
	if view.Basis.Kind == availability.BasisPrior {
		out = append(out, General)
	}
	if view.Derived {
		out = append(out, Derived)
	}
	switch {
	case len(stories) > 0 && newEverywhere(stories):
		out = append(out, NewPlaza)
	case w.HasPast() && (e.Evidence.Level == availability.EvidenceRegionGrade || e.Evidence.Level == availability.EvidencePrior):
		out = append(out, FarAway)
	}
	switch {
	case e.HasRange && e.Hi-e.Lo > wideRange:
		out = append(out, WideRange)
	case !e.HasRange:
		out = append(out, NoRange)
	}
	if len(stories) > 0 {
		if last, ok := stories[0].Last(); ok && float64(last.To-last.From) > wideTie*float64(stories[0].Line) {
			out = append(out, OnlyMarks)
		}
	}
	return out
}

// newEverywhere reports whether no process had the plaza on offer.
func newEverywhere(stories []past.Story) bool {
	for i := range stories {
		if stories[i].Kind != past.NotOffered {
			return false
		}
	}
	return true
}
