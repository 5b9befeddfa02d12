package workspace

import (
	"maps"

	"brujula/data"
	"brujula/data/texts"
)

// Fate is what has come of a plaza in an act, which says more than any chance.
type Fate int

// What has come of a plaza. One that the applicant took is theirs though all its
// seats are gone.
const (
	FateOpen Fate = iota // nothing that is known
	FateMine             // the applicant said that they took it
	FateGone             // all its seats are crossed out
)

// FateOf reports what has come of a plaza in an act of its line: mine is the
// RENIPRESS of the plaza that the applicant took, taken counts the seats that
// are crossed out.
func FateOf(p *data.Plaza, mine string, taken int) Fate {
	switch {
	case mine != "" && mine == p.Renipress:
		return FateMine
	case p.Seats > 0 && taken >= p.Seats:
		return FateGone
	}
	return FateOpen
}

// PlaceText names a plaza with where it is; known is false where no loaded offer
// has it, and only its RENIPRESS can be told.
func (w *Workspace) PlaceText(id data.PlazaID) (text string, known bool) {
	row, ok := w.Catalog.Row(id)
	if !ok {
		return texts.TurnMyPlace(id.Renipress, "", "", ""), false
	}
	p := w.Catalog.Plaza(row)
	return texts.TurnMyPlace(p.Establishment, p.District, p.Province, p.Region), true
}

// Cell writes it in the place of a chance, in a column as narrow as those; "" for
// an open one.
func (f Fate) Cell() string {
	switch f {
	case FateMine:
		return texts.PlanYours
	case FateGone:
		return texts.TurnTaken
	case FateOpen:
	}
	return ""
}

// Short writes it where there is room for two words; "" for an open one.
func (f Fate) Short() string {
	if f == FateMine {
		return texts.TurnYoursShort
	}
	return f.Cell()
}

// Text says it, and why; "" for an open one.
func (f Fate) Text() string {
	switch f {
	case FateMine:
		return texts.TurnMineText
	case FateGone:
		return texts.TurnTakenText
	case FateOpen:
	}
	return ""
}

// Fate reports what has come of a plaza in the acts that the estimates follow, and
// whether the applicant has said that they took it in one that is over.
func (e *Estimates) Fate(p *data.Plaza) Fate {
	if e == nil {
		return FateOpen
	}
	taken := 0
	if v := e.Lines[p.Modality]; v != nil && v.Live != nil && v.Line == p.Line() {
		taken = v.Live.Taken[p.Renipress]
	}
	return FateOf(p, e.mine[p.Line()], taken)
}

// Owning returns the estimates with what the applicant has said that they took, by
// line. The estimates themselves are not changed.
func (e *Estimates) Owning(mine map[data.Line]string) *Estimates {
	if maps.Equal(e.mine, mine) {
		return e
	}
	out := *e
	out.mine = mine
	return &out
}
