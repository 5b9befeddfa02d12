package availability

import (
	"errors"
	"slices"

	"brujula/data"
	"brujula/data/lookup"
)

// ErrNoHistory tells that the past lists hold no pick that a model could be
// fitted on: no pick with a rank or a mark at a plaza of its offer.
var ErrNoHistory = errors.New("availability: no past picks to fit on")

// History is one past process and modality: what was offered and what was
// taken. The attributes of a seat come from the offer; the adjudication joins
// it by profession and RENIPRESS.
type History struct {
	Offer        *data.Offer
	Adjudication *data.Adjudication
}

// BasisKind tells what a model was fitted on.
type BasisKind string

// The two kinds, as the JSON of listar names them.
const (
	BasisLists BasisKind = "listas" // past lists that the user loaded
	BasisPrior BasisKind = "prior"  // the coefficients that ship with the program
)

// Basis tells what a model, or a part of it, stands on.
type Basis struct {
	Kind      BasisKind
	Processes []data.Process // ascending
	Seats     int            // past seats whose order entered the fit
	Unplaced  int            // past picks at no plaza of their offer, left out
	Unordered int            // past picks without rank and mark, left out of the fit
}

// Model holds the fitted effects, one set a modality, and what is known of past
// plazas. It does not change once made and may be used from several goroutines.
type Model struct {
	parts map[data.Modality]*part
}

// Basis reports what the model stands on as a whole: lists where any part does.
func (m *Model) Basis() Basis {
	var whole Basis
	for _, modality := range data.Modalities() {
		p := m.parts[modality]
		if p == nil {
			continue
		}
		if whole.Kind != BasisLists {
			if p.basis.Kind == BasisLists {
				whole = Basis{}
			}
			whole.Kind = p.basis.Kind
		}
		if p.basis.Kind == whole.Kind {
			whole.add(p.basis)
		}
	}
	return whole
}

// BasisOf reports what the chances of a modality stand on; the zero value where
// the model says nothing of it.
func (m *Model) BasisOf(modality data.Modality) Basis {
	if p := m.parts[modality]; p != nil {
		return p.basis
	}
	return Basis{}
}

func (b *Basis) add(other Basis) {
	for _, process := range other.Processes {
		b.Processes = insertProcess(b.Processes, process)
	}
	b.Seats += other.Seats
	b.Unplaced += other.Unplaced
	b.Unordered += other.Unordered
}

// insertProcess keeps a list of processes ascending and without repeats.
func insertProcess(list []data.Process, p data.Process) []data.Process {
	for i, have := range list {
		if have == p {
			return list
		}
		if p.Before(have) {
			list = append(list[:i:i], append([]data.Process{p}, list[i:]...)...)
			return list
		}
	}
	return append(list, p)
}

// part is the model of one modality.
type part struct {
	basis   Basis
	theta   float64
	years   map[data.Process]bool // processes whose deviations are known
	index   lookup.Index[level]
	levels  []level   // by index, see indexOf
	support []float64 // past seats that each coefficient rests on, by index
	coef    []float64 // by index
	refits  [][]float32
	// ridge and yearRidge tell how far what lasts of a level never seen may be from
	// 0, and how far a year may move a level: the λ of each effect.
	ridge, yearRidge Ridge
	lines            map[string]lineFacts // by profession
	past             *record
	// stored, where it is not nil, has the levels and the past of plazas by profession:
	// see of and whole.
	stored *stored
}

// lineFacts is what is known of a past line.
type lineFacts struct {
	Process  data.Process // the latest
	Seats    int
	Taken    int
	Ordered  int     // picks with a known order, over all processes
	Complete bool    // the list was not cut
	Passing  Passing // learnt from its ranks, or those of an earlier process
}

// Covers reports whether the model says something of some modalities.
func (m *Model) Covers(modalities ...data.Modality) bool {
	return !slices.ContainsFunc(modalities, func(of data.Modality) bool { return m.parts[of] == nil })
}

// WithPrior fills the modalities that the model says nothing of with those of
// another model, such as the shipped prior. Neither model changes.
func (m *Model) WithPrior(prior *Model) *Model {
	both := &Model{parts: make(map[data.Modality]*part, 2)}
	for modality, p := range prior.parts {
		both.parts[modality] = p
	}
	for modality, p := range m.parts {
		both.parts[modality] = p
	}
	return both
}
