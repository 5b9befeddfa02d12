package lists

import (
	"hash/maphash"
	"strings"

	"brujula/data"
	"brujula/data/texts"
)

// split makes two lines of each that has a column of seats for each modality,
// or one of the modality that is wanted.
func (t *table) split(wanted data.Modality) {
	halves := 0
	for i := range t.lines {
		if h := t.lines[i].heading; h.has(FieldSeatsPaid) || h.has(FieldSeatsUnpaid) {
			halves++
		}
	}
	if halves == 0 {
		return
	}
	lines := make([]line, 0, len(t.lines)+halves)
	for i := range t.lines {
		l := t.lines[i]
		whole := true
		for field, modality := range map[Field]data.Modality{FieldSeatsPaid: data.Remunerada, FieldSeatsUnpaid: data.Equivalente} {
			if !l.heading.has(field) {
				continue
			}
			whole = false
			if wanted == "" || wanted == modality {
				half := l
				half.seats, half.half = field, modality
				lines = append(lines, half)
			}
		}
		if whole {
			lines = append(lines, l)
		}
	}
	t.lines = lines
}

// empty tells the half of a line that has no seats: there is no plaza of that
// modality.
func (l *line) empty() bool {
	return l.seats != "" && strings.Trim(removeBlanks(l.cell(l.seats)), "0.,") == ""
}

// seatsField is the column of the line's seats.
func (l *line) seatsField() Field {
	if l.seats != "" {
		return l.seats
	}
	return FieldSeats
}

// repeats counts rows that say what another says, word by word: several seats
// of one plaza, or a list that was copied into itself.
type repeats struct {
	seed  maphash.Seed
	seen  map[uint64]struct{}
	rows  int
	again int
}

func newRepeats(rows int) *repeats {
	return &repeats{seed: maphash.MakeSeed(), seen: make(map[uint64]struct{}, rows)}
}

func (r *repeats) see(l *line) {
	var h maphash.Hash
	h.SetSeed(r.seed)
	h.WriteString(string(l.seats) + "\x00" + l.row.Sheet) // a sheet that repeats another is told apart
	for _, cell := range l.row.Cells {
		h.WriteString(cell)
		h.WriteByte(0)
	}
	r.rows++
	sum := h.Sum64()
	if _, again := r.seen[sum]; again {
		r.again++
		return
	}
	r.seen[sum] = struct{}{}
}

// tell says how many rows repeat another, more loudly where so many do that the
// list may stand in the file twice.
func (r *repeats) tell(to *report) {
	switch {
	case r.again == 0:
	case r.again > 2 && 10*r.again >= 3*r.rows:
		to.note("", texts.ListCopied(r.again, r.rows))
	default:
		to.note("", texts.ListRepeatedRows(r.again))
	}
}
