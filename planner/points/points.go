// Package points says what a year at a plaza gives towards the residency, how
// sure that is, and what it is worth in exam answers (data/rules/README.md).
package points

import (
	"encoding/json"
	"slices"
	"strings"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/rules"
)

// Reason tells why an award is as it is; texts.PointsReason words it.
type Reason string

// The reasons.
const (
	Reported     Reason = "reportado"   // there is a figure
	ByQuintile   Reason = "quintil"     // the figure is that of the quintil de pobreza, which lists until 2022-II have
	Equivalente  Reason = "equivalente" // whether it earns the same is not confirmed
	NoTable      Reason = "sin tabla"   // no table was found for the profession
	UnknownGrade Reason = "sin grado"   // the list has no grade for the plaza
)

// NoGrade is the certainty of an award of a plaza whose grade is not known.
const NoGrade rules.Certainty = "sin grado"

// Award is what one plaza gives.
type Award struct {
	Value     float64 // of 100; 0 when Known is false
	Known     bool
	Certainty rules.Certainty
	Reason    Reason
	Source    string // where the figure, or the lack of one, comes from
}

// MarshalJSON returns {"valor": number or null, "certeza": word}.
func (a Award) MarshalJSON() ([]byte, error) {
	var value *float64
	if a.Known {
		value = &a.Value
	}
	return json.Marshal(struct {
		Value     *float64        `json:"valor"`
		Certainty rules.Certainty `json:"certeza"`
	}{value, a.Certainty})
}

// Step compares a plaza with one of the next lower grade.
type Step struct {
	Grade     int     // the lower grade
	Points    float64 // how many more points, may be 0 or less under own rules
	Questions float64 // the same in questions of the residency exam
}

// Table answers for all plazas by one set of rules. It may be shared.
type Table struct {
	rules  *rules.Rules
	awards map[lineGrade]Award
	poor   map[lineGrade]Award // by quintil de pobreza
	tables map[string]bool     // professions with points at some grade
	answer float64             // points for one exam question
}

type lineGrade struct {
	profession string
	grade      int
}

// New makes the table of a set of rules.
func New(r *rules.Rules) *Table {
	t := &Table{
		rules:  r,
		awards: map[lineGrade]Award{},
		poor:   map[lineGrade]Award{},
		tables: map[string]bool{},
		answer: r.Figure(rules.FigureResidencyAnswer).Value,
	}
	for _, p := range r.Points { // the last entry for a grade counts
		t.tables[p.Profession] = true
		t.awards[lineGrade{p.Profession, p.Grade}] = Award{p.Points, true, p.Certainty, Reported, p.Source}
		if p.Quintile > 0 {
			t.poor[lineGrade{p.Profession, p.Quintile}] = Award{p.Points, true, p.Certainty, ByQuintile, p.Source}
		}
	}
	return t
}

// Quintile returns the quintil de pobreza of a plaza, 1 (the poorest) to 5, which
// lists have among their other columns that are older than the grades; 0 where
// there is none.
func Quintile(p *data.Plaza) int {
	for heading, text := range p.Extra {
		if !strings.HasPrefix(fold.Squash(heading), "quintil") {
			continue
		}
		word := strings.TrimPrefix(strings.TrimPrefix(fold.Squash(text), "quintil"), "q")
		for n, names := range [...]string{1: "1 i", "2 ii", "3 iii", "4 iv", "5 v"} {
			if n > 0 && slices.Contains(strings.Fields(names), word) {
				return n
			}
		}
	}
	return 0
}

// Award reports what a plaza gives. Equivalente plazas, professions without a
// table and plazas without a grade have no value, each with its reason.
func (t *Table) Award(p *data.Plaza) Award {
	switch award, known := t.awards[lineGrade{p.Profession, p.Grade}]; {
	case !t.tables[p.Profession]:
		return t.none(rules.NotFound, NoTable, rules.FactResidencyOthers)
	case p.Modality == data.Equivalente:
		return t.none(rules.Unconfirmed, Equivalente, rules.FactResidencyEquivalente)
	case p.Grade == 0:
		if award, known := t.poor[lineGrade{p.Profession, Quintile(p)}]; known {
			return award
		}
		return Award{Certainty: NoGrade, Reason: UnknownGrade}
	case !known: // own rules that leave a grade out
		return t.none(rules.NotFound, NoTable, rules.FactResidencyOthers)
	default:
		return award
	}
}

func (t *Table) none(certainty rules.Certainty, why Reason, fact string) Award {
	return Award{Certainty: certainty, Reason: why, Source: t.rules.Fact(fact).Source}
}

// Below compares a plaza with the same one a grade lower: with the shipped
// rules GD-5 gives 2 points more than GD-4, worth 5 exam questions. It gives
// false where either has no value.
func (t *Table) Below(p *data.Plaza) (Step, bool) {
	here, lower := t.Award(p), t.awards[lineGrade{p.Profession, p.Grade - 1}]
	if !here.Known || !lower.Known {
		return Step{}, false
	}
	more := here.Value - lower.Value
	return Step{p.Grade - 1, more, t.Questions(more)}, true
}

// Questions returns how many questions of the residency exam some points are
// worth.
func (t *Table) Questions(points float64) float64 {
	if t.answer <= 0 {
		return 0
	}
	return points / t.answer
}
