package data

// Pick is one adjudicated seat. It never says who took it.
type Pick struct {
	Profession    string
	Renipress     string
	Establishment string
	Rank          int     // place in the order of merit, from 1; 0 when the list has none
	Mark          float64 // exam mark or merit score, 0–20; 0 when the list has none
	Source        Source
}

// HasMark tells whether the list gave a mark.
func (p *Pick) HasMark() bool { return p.Mark > 0 }

// Adjudication is the list of the seats taken in one process and modality, in
// the order of the file.
//
// UpTo is the rank at which the list was cut, 0 when it is complete. Under a
// cut nothing is known of the later seats: a missing row does not mean "not
// taken".
type Adjudication struct {
	Process  Process
	Modality Modality
	UpTo     int
	Picks    []Pick
	Passed   []Passed // those whom the list names as having no seat
}
