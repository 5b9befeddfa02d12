package workspace

import (
	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/availability"
	"brujula/planner/points"
	"brujula/planner/risk"
)

// Facts are what is known of a plaza from a look. Every screen, command and export
// takes them from here and only writes them.
type Facts struct {
	Row      int         // of the catalog; -1 where no loaded offer has the plaza
	Plaza    *data.Plaza // nil there
	Estimate availability.Estimate
	Known    bool    // there is an estimate
	Gap      PlanGap // why not
	Why      string  // the same in words, as texts.GapSaid takes them; "" where there is one
	Points   points.Award
	Mark     risk.Mark
	Fate     Fate // in the acts that the estimates follow
	// Spread is what the chance may be over the ranks that the applicant may have; the
	// zero one where the rank is sure.
	Spread Spread

	// What browse.Facts adds where it was asked for.
	Far    Far    // from a place
	Change string // sign of how it differs from the offer before; "" for not at all
	// In how many of the loaded processes it was on offer, and the grades that it had
	// in those before its own.
	Offered, GradesBefore string
}

// Far is a distance in a straight line from a place that was asked for.
type Far struct {
	Asked bool
	Km    float64 // NaN where the place of the plaza is not known
	About bool    // measured from the middle of its district or province
}

// Facts returns what is known of a row; est may be nil.
func (w *Workspace) Facts(row int, est *Estimates) Facts {
	p := w.Catalog.Plaza(row)
	f := Facts{Row: row, Plaza: p, Points: w.Points.Award(p), Mark: w.Mark(p), Fate: est.Fate(p)}
	if f.Estimate, f.Known = est.Of(w, row); !f.Known {
		f.Gap = w.Gap(row, est)
		f.Why = f.Gap.why(p.Line(), est)
	}
	f.Spread, _ = est.SpreadOf(w, row)
	return f
}

// FactsOf returns what is known of a plaza that may not be in the loaded offers.
func (w *Workspace) FactsOf(id data.PlazaID, est *Estimates) Facts {
	if row, ok := w.Catalog.Row(id); ok {
		return w.Facts(row, est)
	}
	return Facts{Row: -1, Gap: GapAbsent, Why: GapAbsent.why(id.Line(), est)}
}

// Name returns the name of the establishment of a plaza, or its code where no
// loaded offer has it.
func (w *Workspace) Name(id data.PlazaID) string {
	if row, ok := w.Catalog.Row(id); ok {
		return w.Catalog.Plaza(row).Establishment
	}
	return id.Renipress
}

// CodedName returns the code of a plaza and, where a loaded offer has it, its name.
func (w *Workspace) CodedName(id data.PlazaID) string {
	if name := w.Name(id); name != id.Renipress {
		return texts.PlanPlaza(id.Renipress, name)
	}
	return id.Renipress
}

// why says a gap of a plaza of a line in words.
func (g PlanGap) why(of data.Line, est *Estimates) string {
	switch g {
	case GapAbsent:
		return texts.GapAbsent
	case GapOtherLine:
		return texts.GapOtherLine(of, data.Line{Process: est.Look.Process, Profession: est.Look.Profession})
	case GapRank:
		return texts.GapRank
	case GapFitting:
		return texts.GapFitting
	case GapModel:
		return texts.GapModel
	case GapEstimate:
		return texts.GapEstimate
	case GapNone:
	}
	return ""
}
