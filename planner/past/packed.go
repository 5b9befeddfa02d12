package past

import (
	"cmp"
	"encoding/binary"
	"maps"
	"math"
	"slices"
	"sync"

	"brujula/data"
	"brujula/planner/availability"
)

// Groups returns how all groups of all lists went, for NewOfPart.
func (b *Book) Groups() []byte {
	var out []byte
	for _, y := range b.years {
		for _, m := range data.Modalities() {
			block := y.groups[m]().pack()
			out = appendText(appendText(out, string(y.process)), string(m))
			out = append(binary.AppendUvarint(out, uint64(len(block))), block...)
		}
	}
	return out
}

// pack writes the groups in the order of their keys.
func (g *groups) pack() []byte {
	out := g.usual.pack(nil)
	keys := slices.SortedFunc(maps.Keys(g.of), func(a, b groupKey) int {
		return cmp.Or(cmp.Compare(a.by, b.by), cmp.Compare(a.key, b.key))
	})
	out = binary.AppendUvarint(out, uint64(len(keys)))
	for _, key := range keys {
		out = g.of[key].pack(appendText(append(out, byte(key.by)), key.key))
	}
	return out
}

func (t *tally) pack(to []byte) []byte {
	for _, n := range []int{t.seats, t.left, t.timed} {
		to = binary.AppendVarint(to, int64(n))
	}
	return binary.LittleEndian.AppendUint64(to, math.Float64bits(t.sum))
}

func appendText(to []byte, s string) []byte {
	return append(binary.AppendUvarint(to, uint64(len(s))), s...)
}

// NewOfPart makes the book of a part of the past lists: whole lines of some
// professions. groups is what Groups gives of all the lists; ok is false where it
// is damaged or of other processes.
func NewOfPart(lists []availability.History, packed []byte) (b *Book, ok bool) {
	b = New(lists)
	b.grouped = true
	from := &reader{left: packed}
	for range len(b.years) * len(data.Modalities()) {
		process, m := data.Process(from.text()), data.Modality(from.text())
		block := from.bytes()
		at := slices.IndexFunc(b.years, func(y *year) bool { return y.process == process })
		if from.bad || at < 0 || b.years[at].groups[m] == nil {
			return nil, false
		}
		b.years[at].groups[m] = sync.OnceValue(func() *groups { return unpackGroups(block) })
	}
	return b, len(from.left) == 0
}

// unpackGroups reads what pack wrote, which took the library's own sum to get here.
func unpackGroups(block []byte) *groups {
	from := &reader{left: block}
	g := &groups{usual: from.tally()}
	n := from.uvarint()
	g.of = make(map[groupKey]*tally, min(n, uint64(len(from.left))))
	for range n {
		if from.bad || len(from.left) == 0 {
			break
		}
		by := By(from.left[0])
		from.left = from.left[1:]
		key := from.text()
		t := from.tally()
		g.of[groupKey{by, key}] = &t
	}
	return g
}

// reader reads what was packed; what is not there makes it bad.
type reader struct {
	left []byte
	bad  bool
}

func (r *reader) uvarint() uint64 { return number(r, binary.Uvarint) }

func (r *reader) whole() int { return int(number(r, binary.Varint)) }

func number[N int64 | uint64](r *reader, decode func([]byte) (N, int)) N {
	n, size := decode(r.left)
	if size <= 0 {
		r.bad = true
		return 0
	}
	r.left = r.left[size:]
	return n
}

func (r *reader) bytes() []byte {
	n := r.uvarint()
	if n > uint64(len(r.left)) {
		r.bad = true
		return nil
	}
	out := r.left[:n]
	r.left = r.left[n:]
	return out
}

func (r *reader) text() string { return string(r.bytes()) }

func (r *reader) tally() tally {
	t := tally{seats: r.whole(), left: r.whole(), timed: r.whole()}
	if len(r.left) < 8 {
		r.bad = true
		return tally{}
	}
	t.sum = math.Float64frombits(binary.LittleEndian.Uint64(r.left))
	r.left = r.left[8:]
	return t
}
