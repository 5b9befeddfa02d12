package lists

import (
	"hash/maphash"
	"strings"

	"brujula/data"
	"brujula/data/texts"
)

// half tells whether a line stands for a whole row or for one of the two
// columns of seats that the row has.
type half uint8

const (
	wholeRow half = iota
	paidHalf
	unpaidHalf
)

// field is the column of the half's seats.
func (h half) field() Field {
	return [...]Field{FieldSeats, FieldSeatsPaid, FieldSeatsUnpaid}[h]
}

// modality is what that column says of the half; empty for a whole row.
func (h half) modality() data.Modality {
	return [...]data.Modality{"", data.Remunerada, data.Equivalente}[h]
}

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
		for _, part := range [...]half{paidHalf, unpaidHalf} {
			if !l.heading.has(part.field()) {
				continue
			}
			whole = false
			if wanted == "" || wanted == part.modality() {
				l.half = part
				lines = append(lines, l)
			}
		}
		if whole {
			lines = append(lines, l)
		}
	}
	t.lines = lines
}

// empty recognizes the half of a line that has no seats: there is no plaza of that
// modality.
func (l *line) empty() bool {
	return l.half != wholeRow && strings.Trim(removeBlanks(l.cell(l.half.field())), "0.,") == ""
}

// repeats counts rows that say what another says, word by word: several seats
// of one plaza, or a list that was copied into itself.
type repeats struct {
	seed  maphash.Seed
	begun map[*line]struct{} // first rows of plazas that are among the seen
	seen  map[uint64]struct{}
	again int
}

func newRepeats() *repeats {
	return &repeats{seed: maphash.MakeSeed(), begun: make(map[*line]struct{}), seen: make(map[uint64]struct{})}
}

// see takes a further row of a plaza, the first of which is given too: rows that
// are alike are of one plaza.
func (r *repeats) see(first, l *line) {
	if _, begun := r.begun[first]; !begun {
		r.begun[first] = struct{}{}
		r.seen[r.sum(first)] = struct{}{}
	}
	sum := r.sum(l)
	if _, again := r.seen[sum]; again {
		r.again++
		return
	}
	r.seen[sum] = struct{}{}
}

func (r *repeats) sum(l *line) uint64 {
	var h maphash.Hash
	h.SetSeed(r.seed)
	h.WriteByte(byte(l.half))
	h.WriteString(l.row.Sheet) // a sheet that repeats another is told apart
	for _, cell := range l.row.Cells {
		h.WriteByte(0)
		h.WriteString(cell)
	}
	return h.Sum64()
}

// tell says how many of the rows repeat another, more loudly where so many do
// that the list may stand in the file twice.
func (r *repeats) tell(to *report, rows int) {
	switch {
	case r.again == 0:
	case r.again > 2 && 10*r.again >= 3*rows:
		to.note("", texts.ListCopied(r.again, rows))
	default:
		to.note("", texts.ListRepeatedRows(r.again))
	}
}
