package data

// Status is what became of a person whose turn to choose came.
type Status string

// Taken took a seat; the others did not, or not for long: their seats are free.
const (
	Taken     Status = "adjudicó"
	NotTaken  Status = "no adjudicó"
	Absent    Status = "ausente"
	Resigned  Status = "renunció"
	Cancelled Status = "anulado"
)

// Statuses lists those without a seat in the order in which they are told.
func Statuses() []Status { return []Status{NotTaken, Absent, Resigned, Cancelled} }

// Passed is one person of an adjudicated list who has no seat in the end. It
// never says who. It is evidence of how many ahead let places pass.
type Passed struct {
	Profession string
	Status     Status  // one of Statuses
	Rank       int     // place in the order of merit, from 1; 0 when the list has none
	Mark       float64 // 0–20; 0 when the list has none
	Source     Source
}
