package conflicts

import (
	"cmp"
	"slices"
	"sort"
	"strings"

	"brujula/data"
)

// Book holds the conflicts, to be looked up by establishment. It does not
// change once made; a nil Book has none. Lists that have little in common
// contradict one another in tens of thousands of data, so a conflict is kept
// as a few numbers and written out when asked for.
type Book struct {
	offers     []*data.Offer
	attributes []attribute
	all        []entry
	sides      []side     // of the entries about what offers say
	others     []Conflict // those of other kinds, which are few
	byCode     []int32    // all, by RENIPRESS, then as they stand
}

// entry is one conflict.
type entry struct {
	plaza    *data.Plaza // the first that has part in it; nil for one of the others
	process  data.Process
	from, to int32 // its sides; of another kind: which of the others
	field    uint8 // in Fields
}

// side is one value of an entry, with the first plaza that has it.
type side struct {
	record
	rows int32
}

// Find compares the lists. The conflicts come by field, then by RENIPRESS.
func Find(l Lists) *Book {
	b := &Book{offers: l.Offers, attributes: attributes()}
	(&finder{book: b}).establishments()
	b.others = slices.Concat(takenUnlikeOffered(l.Offers, l.Adjudications), misplaced(&l))
	for i := range b.others {
		c := &b.others[i]
		b.all = append(b.all, entry{process: c.Process, field: rankOf(c.Field), from: int32(i)}) //nolint:gosec // fewer than plazas
	}
	slices.SortStableFunc(b.all, func(x, y entry) int { return b.order(&x, &y) })
	b.all, b.sides = slices.Clone(b.all), slices.Clone(b.sides) // no more room than they need
	b.byCode = make([]int32, len(b.all))
	for i := range b.byCode {
		b.byCode[i] = int32(i) //nolint:gosec // fewer than plazas
	}
	slices.SortStableFunc(b.byCode, func(x, y int32) int { return strings.Compare(b.codeOf(&b.all[x]), b.codeOf(&b.all[y])) })
	return b
}

func (b *Book) order(x, y *entry) int {
	professionX, modalityX := b.ownerOf(x)
	professionY, modalityY := b.ownerOf(y)
	return cmp.Or(
		cmp.Compare(x.field, y.field), strings.Compare(b.codeOf(x), b.codeOf(y)),
		cmp.Compare(y.process.Ordinal(), x.process.Ordinal()),
		strings.Compare(professionX, professionY), cmp.Compare(modalityY, modalityX),
	)
}

// Len counts the conflicts.
func (b *Book) Len() int {
	if b == nil {
		return 0
	}
	return len(b.all)
}

// At returns one of them.
func (b *Book) At(i int) Conflict {
	e := &b.all[i]
	if e.plaza == nil {
		return b.others[e.from]
	}
	a := b.attributeOf(e)
	c := Conflict{
		Renipress: e.plaza.Renipress, Establishment: e.plaza.Establishment, Process: e.process,
		Field: a.field, Sides: make([]Side, 0, e.to-e.from), Used: UsedOwn,
	}
	for _, s := range b.sides[e.from:e.to] {
		offer := b.offers[s.offer]
		c.Sides = append(c.Sides, Side{
			Value: a.of(s.plaza), Kind: data.KindOffer, Process: offer.Process, Modality: offer.Modality,
			Rows: int(s.rows), Source: firstSource(s.plaza.Sources),
		})
	}
	return c
}

// FieldAt returns the field of one of them, without writing it out.
func (b *Book) FieldAt(i int) Field { return Fields()[b.all[i].field] }

// All writes every conflict out.
func (b *Book) All() []Conflict {
	var out []Conflict
	for i := range b.Len() {
		out = append(out, b.At(i))
	}
	return out
}

// Of returns the conflicts about a plaza: those of its establishment, of its
// process or of all, and its own.
func (b *Book) Of(id data.PlazaID) []Conflict {
	if b == nil {
		return nil
	}
	first := sort.Search(len(b.byCode), func(k int) bool { return b.codeOf(&b.all[b.byCode[k]]) >= id.Renipress })
	var out []Conflict
	for _, i := range b.byCode[first:] {
		if b.codeOf(&b.all[i]) != id.Renipress {
			break
		}
		c := b.At(int(i))
		if (c.Process == "" || c.Process == id.Process) && (c.Profession == "" || c.Profession == id.Profession) &&
			(c.Modality == "" || c.Modality == id.Modality) {
			out = append(out, c)
		}
	}
	return out
}

// Count reports how many conflicts there are of each field, in the order of
// Fields.
func (b *Book) Count() []Tally {
	n := make([]int, len(Fields()))
	for i := range b.Len() {
		n[b.all[i].field]++
	}
	var out []Tally
	for i, f := range Fields() {
		if n[i] > 0 {
			out = append(out, Tally{f, n[i]})
		}
	}
	return out
}

// Tally is a number of conflicts of one field.
type Tally struct {
	Field Field
	N     int
}

func (b *Book) attributeOf(e *entry) *attribute {
	field := Fields()[e.field]
	return &b.attributes[slices.IndexFunc(b.attributes, func(a attribute) bool { return a.field == field })]
}

func (b *Book) codeOf(e *entry) string {
	if e.plaza == nil {
		return b.others[e.from].Renipress
	}
	return e.plaza.Renipress
}

// ownerOf returns the profession and modality that a conflict is about; those
// about an establishment have neither.
func (b *Book) ownerOf(e *entry) (profession string, modality data.Modality) {
	if e.plaza != nil {
		return "", ""
	}
	return b.others[e.from].Profession, b.others[e.from].Modality
}
