package planner

import (
	"brujula/data/rules"
	"brujula/planner/catalog"
)

// Values of the tagged dimensions beside topics, severities and aspects.
const (
	NoNote   = "sin_nota"   // nothing is noted, which is not "safe"
	NoChange = "sin_cambio" // the plaza is as it was in the offer before
)

// RiskTopics lists the values of catalog.DimRisk, in the panel's order.
func RiskTopics() []string { return append(words(rules.Topics()), NoNote) }

// RiskSeverities lists the values of catalog.DimSeverity, the gravest first.
func RiskSeverities() []string { return append(words(rules.Severities()), NoNote) }

// ChangeValues lists the values of catalog.DimChange: the aspects of package
// compare that a plaza on offer can have, and NoChange.
func ChangeValues() []string {
	return []string{"nuevas", "movidas", "mas_plazas", "menos_plazas", "sube_grado", "baja_grado", "otros_cambios", NoChange}
}

func words[T ~string](values []T) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}

// RiskTags gives topics and severities of the risk notes of every row, for
// catalog.Figures. What holds for the whole country is left out: it tells no
// two plazas apart. They are worked out when first asked for, which takes some
// tens of milliseconds and is meant for the background.
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

// riskWords gives topics and severities of one row, each once, in their order.
func (w *Workspace) riskWords(row int) (topics, severities []string) {
	notes := w.Risks.Notes(w.Catalog.Plaza(row))
	for _, topic := range rules.Topics() {
		for i := range notes {
			if notes[i].Topic == topic && notes[i].Scope != rules.ScopeNational {
				topics = append(topics, string(topic))
				break
			}
		}
	}
	for _, severity := range rules.Severities() {
		for i := range notes {
			if notes[i].Severity == severity && notes[i].Scope != rules.ScopeNational {
				severities = append(severities, string(severity))
				break
			}
		}
	}
	if len(topics) == 0 {
		return []string{NoNote}, []string{NoNote}
	}
	return topics, severities
}

// tagValues lists what a tagged dimension may hold.
func tagValues(d catalog.Dim) []string {
	switch d {
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
