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

// HasMark reports whether the list gave a mark.
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
	// Followed are the lines that no published list tells of, but the act that the
	// user followed. UpTo says nothing of them.
	Followed []Followed
}

// Followed is a line whose picks were crossed out while its act went on.
type Followed struct {
	Profession string `json:"profesion"`
	// Exact is the last rank up to which it is known of everyone what they took, or
	// that they took nothing; 0 for none. Of the picks after it, and of those without
	// a rank, nobody knows what else went before them.
	Exact int `json:"orden_hasta"`
	// Whole says that the line is known to its end: every seat went, each in its turn.
	Whole     bool   `json:"completo"`
	Turn      int    `json:"van"`                 // the rank whose turn it was at the end
	Unseen    int    `json:"sin_ver,omitempty"`   // turns before it of which nothing is known
	Unordered int    `json:"sin_orden,omitempty"` // picks without a rank
	Mine      string `json:"mia,omitempty"`       // RENIPRESS of the user's own seat
}

// FollowedOf finds the line of a profession among those of an act that was
// followed; nil where a published list tells of it.
func (a *Adjudication) FollowedOf(profession string) *Followed {
	for i := range a.Followed {
		if a.Followed[i].Profession == profession {
			return &a.Followed[i]
		}
	}
	return nil
}

// CutFor is the rank at which what the list tells of a profession ends, 0 where it
// goes to the end of the line.
func (a *Adjudication) CutFor(profession string) int {
	switch f := a.FollowedOf(profession); {
	case f == nil:
		return a.UpTo
	case f.Whole:
		return 0
	default:
		return max(1, f.Turn-1)
	}
}
