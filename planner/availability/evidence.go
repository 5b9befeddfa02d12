package availability

import "brujula/data"

// EvidenceLevel is the nearest level at which a plaza has past picks.
type EvidenceLevel uint8

// The levels from the farthest to the nearest (README.md, "What a chance stands on").
const (
	EvidenceNone          EvidenceLevel = iota // nothing of the line or near it
	EvidencePrior                              // only the line's general coefficients, or the shipped prior
	EvidenceRegionGrade                        // same region and grade, same profession
	EvidenceProvince                           // same province, any profession
	EvidenceDistrict                           // same district, any profession
	EvidenceEstablishment                      // same establishment, another profession
	EvidencePlaza                              // same plaza in an earlier process
)

// Key names the level in JSON.
func (l EvidenceLevel) Key() string {
	switch l {
	case EvidencePlaza:
		return "plaza"
	case EvidenceEstablishment:
		return "establecimiento"
	case EvidenceDistrict:
		return "distrito"
	case EvidenceProvince:
		return "provincia"
	case EvidenceRegionGrade:
		return "region_grado"
	case EvidencePrior:
		return "previo"
	case EvidenceNone:
	}
	return "ninguna"
}

// FactKind is what is known of the plaza itself, apart from any estimate.
type FactKind uint8

// The facts of README.md, "What a chance stands on".
const (
	FactNone     FactKind = iota
	FactNotTaken          // offered in Process, and nobody took it
	FactNew               // not offered in the latest process known for the line
	FactTaken             // taken in Process at about pick Pick
)

// Key names the fact in JSON; empty when there is none.
func (k FactKind) Key() string {
	switch k {
	case FactNotTaken:
		return "nadie_la_tomo"
	case FactNew:
		return "nueva"
	case FactTaken:
		return "tomada"
	case FactNone:
	}
	return ""
}

// Fact is one thing known of the plaza in the latest past process of its line.
type Fact struct {
	Kind    FactKind
	Process data.Process
	Pick    float64 // seats gone when its last taken seat went, the middle of a tie; 0 when the order is not known
	Taken   int     // seats taken then
	Seats   int     // seats offered then
	Tie     Tie     // in which it went; the zero one where the order is not known
}

// Tie is a group of picks of which nobody can tell the order: those of one mark.
// A list with ranks has ties of one.
type Tie struct {
	From, To int     // its first and last pick of the line, from 1
	Mark     float64 // 0 where the list is ordered by ranks
}

// Evidence is what a chance stands on: the nearest level with past picks, how
// many picks there, and a fact apart.
type Evidence struct {
	Level EvidenceLevel
	N     int // past picks at that level
	Fact  Fact
}
