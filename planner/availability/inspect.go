package availability

import (
	"brujula/data"
	"brujula/data/prior"
)

// Passing returns what the model learnt of how many pass their turn in a line, or
// the default where it learnt nothing, for a line of so many seats.
func (m *Model) Passing(line data.Line, seats int) Passing {
	if p := m.parts[line.Modality]; p != nil {
		if facts, ok := p.lines[line.Profession]; ok && facts.Passing.Learnt() {
			return facts.Passing.Of(seats)
		}
	}
	return DefaultPassing(line, seats)
}

// HasRanges reports whether the parts that were fitted on lists have the refits
// that Lo and Hi need.
func (m *Model) HasRanges() bool {
	for _, p := range m.parts {
		if p.basis.Kind == BasisLists && len(p.refits) == 0 {
			return false
		}
	}
	return true
}

// Empty reports whether the model says nothing of any line.
func (m *Model) Empty() bool { return len(m.parts) == 0 }

// Shipped is the model of the coefficients that ship with the program; it is
// empty only if the embedded file cannot be read, which a test rules out.
func Shipped() *Model {
	shipped, err := prior.Embedded()
	if err != nil {
		return &Model{}
	}
	return FromPrior(shipped)
}

// CutAt returns the list as it stood when the turn of a rank had come: later
// ranks are unknown. In a list without ranks the first picks of the file stand
// for them.
func CutAt(list *data.Adjudication, rank int) *data.Adjudication {
	cut := *list
	cut.UpTo = rank
	cut.Picks = nil
	seen := map[string]int{}
	for _, p := range list.Picks {
		seen[p.Profession]++
		at := p.Rank
		if at == 0 {
			at = seen[p.Profession]
		}
		if at <= rank {
			cut.Picks = append(cut.Picks, p)
		}
	}
	return &cut
}
