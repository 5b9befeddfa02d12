package workspace

import (
	"slices"

	"brujula/data"
	"brujula/data/notes"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/risk"
)

// Mark returns the risk mark of a plaza, the one that every screen, command and
// export shows.
func (w *Workspace) Mark(p *data.Plaza) risk.Mark {
	return w.Risks.Mark(p, w.Reports.Count(p.Renipress))
}

// RiskNotes is all that is noted of a plaza, in the order in which it is told:
// what its Mark is made of, then what it shares with many others.
type RiskNotes struct {
	Mark    risk.Mark
	Here    []risk.Note   // of the plaza, its district and its province
	Reports []notes.Topic // what people say of the place
	Wide    []risk.Note   // of its grade, its region and the country
}

// RiskNotes returns what is noted of a plaza.
func (w *Workspace) RiskNotes(p *data.Plaza) RiskNotes {
	n := RiskNotes{Mark: w.Mark(p), Reports: w.Reports.Topics(p.Renipress)}
	n.Here, n.Wide = risk.Split(w.Risks.Notes(p))
	return n
}

// Summary reports in a line how many notes there are of the place and how many of
// more than it; more says where these are read, "" where they follow.
func (n *RiskNotes) Summary(more string) string {
	return texts.RiskHere(n.Mark.Worst, n.Mark.Count, len(n.Wide), n.Graded(), more)
}

// Graded reports whether a note of Wide is one of the grade.
func (n *RiskNotes) Graded() bool {
	return slices.ContainsFunc(n.Wide, func(n risk.Note) bool { return n.Scope == rules.ScopeAttribute })
}

// WideTitle heads the notes of Wide.
func (n *RiskNotes) WideTitle() string { return texts.RiskWide(n.Graded()) }
