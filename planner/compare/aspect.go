package compare

import "slices"

// Aspect is one way in which a plaza differs between two offers. A plaza that
// both offers have may differ in several.
type Aspect string

// The aspects; the words are those of --lista and of the JSON output.
const (
	New         Aspect = "nuevas"        // offered in the later process alone
	Gone        Aspect = "retiradas"     // offered in the earlier process alone
	Moved       Aspect = "movidas"       // the same establishment and profession, in the other modality
	MoreSeats   Aspect = "mas_plazas"    // more seats than before
	FewerSeats  Aspect = "menos_plazas"  // fewer seats than before
	HigherGrade Aspect = "sube_grado"    // a harder grade than before
	LowerGrade  Aspect = "baja_grado"    // an easier grade than before
	Other       Aspect = "otros_cambios" // anything else: name, place, institution, category, budget, bonuses
)

// Aspects lists them in the order in which they are told.
func Aspects() []Aspect {
	return []Aspect{New, Gone, Moved, MoreSeats, FewerSeats, HigherGrade, LowerGrade, Other}
}

// ParseAspect finds an aspect by its word; ok is false for any other.
func ParseAspect(word string) (a Aspect, ok bool) {
	a = Aspect(word)
	return a, slices.Contains(Aspects(), a)
}
