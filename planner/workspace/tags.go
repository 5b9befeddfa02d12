package workspace

import (
	"slices"
	"strconv"

	"brujula/data"
	"brujula/data/notes"
	"brujula/data/rules"
	"brujula/planner/catalog"
	"brujula/planner/risk"
)

// Values of the tagged dimensions beside topics, severities and aspects.
const (
	NoNote   = "sin_nota"   // nothing is noted, which is not "safe"
	NoChange = "sin_cambio" // the plaza is as it was in the offer before
	NoGrade  = "sin_dato"   // it was on offer before, without a grade
)

// RiskTopics lists the values of catalog.DimRisk, in the panel's order.
func RiskTopics() []string { return append(data.Words(rules.Topics()), NoNote) }

// RiskSeverities lists the values of catalog.DimSeverity, the gravest first.
func RiskSeverities() []string { return append(data.Words(rules.Severities()), NoNote) }

// ChangeValues lists the values of catalog.DimChange: the aspects of package
// compare that a plaza on offer can have, and NoChange.
func ChangeValues() []string {
	return []string{"nuevas", "movidas", "mas_plazas", "menos_plazas", "sube_grado", "baja_grado", "otros_cambios", NoChange}
}

// OfferedValues lists the values of catalog.DimOffered: in one process, in two, in all
// that are loaded.
func (w *Workspace) OfferedValues() []string {
	var out []string
	for i := range w.Processes() {
		out = append(out, strconv.Itoa(i+1))
	}
	return out
}

// GradeWasValues lists the values of catalog.DimGradeWas, the hardest first, and that
// it was not on offer before.
func GradeWasValues() []string {
	return []string{"5", "4", "3", "2", "1", NoGrade, catalog.WordAbsent}
}

// RiskTags returns topics and severity of every row, for catalog.Figures: those
// that its risk mark is made of, so that what is filtered by is what is shown.
// The severity is the one of the mark. They are worked out when first asked
// for, which takes some tens of milliseconds and is meant for the background.
func (w *Workspace) RiskTags() (topics, severities *catalog.Tags) {
	w.tagsOnce.Do(func() {
		n := w.Catalog.Len()
		topicsOf, severitiesOf := make([][]string, n), make([][]string, n)
		for row := range n {
			topicsOf[row], severitiesOf[row] = w.riskWords(row)
		}
		w.topics = catalog.NewTags(n, RiskTopics(), func(row int) []string { return topicsOf[row] })
		w.severities = catalog.NewTags(n, RiskSeverities(), func(row int) []string { return severitiesOf[row] })
	})
	return w.topics, w.severities
}

// riskWords returns the topics of one row, each once and in their order, and its
// severity.
func (w *Workspace) riskWords(row int) (topics, severity []string) {
	p := w.Catalog.Plaza(row)
	mark := w.Mark(p)
	if mark.None() {
		return []string{NoNote}, []string{NoNote}
	}
	here, _ := risk.Split(w.Risks.Notes(p))
	reports := w.Reports.Of(p.Renipress)
	for _, topic := range rules.Topics() {
		noted := slices.ContainsFunc(here, func(n risk.Note) bool { return n.Topic == topic })
		if noted || slices.ContainsFunc(reports, func(n notes.Note) bool { return n.Topic == topic }) {
			topics = append(topics, string(topic))
		}
	}
	return topics, []string{string(mark.Severity())}
}

// tagValues lists what a tagged dimension may hold.
func (w *Workspace) tagValues(d catalog.Dim) []string {
	switch d {
	case catalog.DimOffered:
		return w.OfferedValues()
	case catalog.DimGradeWas:
		return GradeWasValues()
	case catalog.DimRisk:
		return RiskTopics()
	case catalog.DimSeverity:
		return RiskSeverities()
	case catalog.DimChange:
		return ChangeValues()
	default:
		return nil
	}
}
