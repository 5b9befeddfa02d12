package rules

import (
	"slices"

	"brujula/data"
)

// The figures that the program calculates with; every id is in the shipped file and
// cannot be removed.
const (
	FigureResidencyAnswer = "residentado-pregunta" // points for one answer
	FigureMeritExam       = "merito-evaluacion"
	FigureMeritAverage    = "merito-promedio"
	FigureExamAnswer      = "evaluacion-pregunta"
	FigureTurnSeconds     = "turno-segundos"
	FigureTurnCalls       = "turno-llamados"
	FigurePassing         = "pasan-remunerada"   // share of those ahead who pass
	FigureChoosing        = "eligen-equivalente" // share of those who remain that choose
)

// The facts that the program asks for by id.
const (
	FactResidencyEquivalente = "conareme-equivalente"
	FactResidencyOthers      = "conareme-otras-profesiones"
)

// Figure returns a figure by its id; the zero Figure where there is none.
func (r *Rules) Figure(id string) Figure {
	for i := range r.figures {
		if r.figures[i].ID == id {
			return r.figures[i]
		}
	}
	return Figure{}
}

// Fact returns a fact by its id; the zero Fact where there is none.
func (r *Rules) Fact(id string) Fact {
	for i := range r.Facts {
		if r.Facts[i].ID == id {
			return r.Facts[i]
		}
	}
	return Fact{}
}

// FactsOf returns the facts of one section, in the order of the files.
func (r *Rules) FactsOf(section Section) []Fact {
	var out []Fact
	for _, fact := range r.Facts {
		if fact.Section == section {
			out = append(out, fact)
		}
	}
	return out
}

// Modality returns what is known of a modality; the zero value where nothing is.
func (r *Rules) Modality(m data.Modality) ModalityFacts {
	for _, facts := range r.Modalities {
		if facts.Modality == m {
			return facts
		}
	}
	return ModalityFacts{}
}

// Category reports what a category is; the zero Category where it is not known.
func (r *Rules) Category(category string) Category {
	for _, c := range r.Categories {
		if c.ID == category {
			return c
		}
	}
	return Category{}
}

// Size returns the size of a process, and whether any is known.
func (r *Rules) Size(p data.Process) (ProcessSize, bool) {
	for _, size := range r.Sizes {
		if size.Process == p {
			return size, true
		}
	}
	return ProcessSize{}, false
}

// Regions lists the canonical names of the regions, in the order of the files.
func (r *Rules) Regions() []string {
	var out []string
	for _, city := range r.Cities {
		if !slices.Contains(out, city.Region) {
			out = append(out, city.Region)
		}
	}
	return out
}

// CapitalOf returns the capital of a region, and whether the rules know it.
func (r *Rules) CapitalOf(region string) (City, bool) {
	for _, city := range r.Cities {
		if city.Capital && city.Region == region {
			return city, true
		}
	}
	return City{}, false
}

// Applicants returns how many were apt in a profession; 0 where it is not known.
func (r *Rules) Applicants(p data.Process, profession string) int {
	size, _ := r.Size(p)
	return size.ByProfession[profession]
}
