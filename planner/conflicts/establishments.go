package conflicts

import (
	"slices"
	"strings"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/texts"
)

// attribute is what the offers say of an establishment.
type attribute struct {
	field    Field
	lasting  bool // compared over all processes
	of       func(*data.Plaza) string
	sameText bool // compared without accents, blanks and signs
}

func attributes() []attribute {
	return []attribute{
		{Region, true, func(p *data.Plaza) string { return p.Region }, true},
		{Province, true, func(p *data.Plaza) string { return p.Province }, true},
		{District, true, func(p *data.Plaza) string { return p.District }, true},
		{Name, false, func(p *data.Plaza) string { return p.Establishment }, true},
		{Grade, false, gradeOf, false},
		{Category, false, func(p *data.Plaza) string { return p.Category }, false},
		{Institution, false, func(p *data.Plaza) string { return p.Institution }, true},
		{ZAF, false, func(p *data.Plaza) string { return texts.YesNo(p.ZAF) }, false},
		{ZE, false, func(p *data.Plaza) string { return texts.YesNo(p.ZE) }, false},
	}
}

// finder looks through what the offers say of each establishment.
type finder struct {
	book *Book
	keys []string // of the sides of the conflict at hand
}

// record is a plaza with the list that it stands in.
type record struct {
	plaza *data.Plaza
	offer int32 // in Book.offers
}

// establishments compares what the offers say of each establishment.
func (f *finder) establishments() {
	var records []record
	for at, o := range f.book.offers {
		for i := range o.Plazas {
			records = append(records, record{&o.Plazas[i], int32(at)}) //nolint:gosec // a library has a few dozen offers
		}
	}
	slices.SortStableFunc(records, func(a, b record) int { return strings.Compare(a.plaza.Renipress, b.plaza.Renipress) })
	for len(records) > 0 {
		n := 1
		for n < len(records) && records[n].plaza.Renipress == records[0].plaza.Renipress {
			n++
		}
		if n > 1 {
			f.establishment(records[:n])
		}
		records = records[n:]
	}
}

func (f *finder) establishment(records []record) {
	for _, a := range f.book.attributes {
		if agree(records, a.of) {
			continue // as nearly all do
		}
		if a.lasting {
			f.compare("", &a, records)
			continue
		}
		for _, process := range f.processesOf(records) {
			same := slices.DeleteFunc(slices.Clone(records), func(r record) bool { return f.book.offers[r.offer].Process != process })
			f.compare(process, &a, same)
		}
	}
}

// agree reports whether all records have the very same value.
func agree(records []record, of func(*data.Plaza) string) bool {
	first := of(records[0].plaza)
	return !slices.ContainsFunc(records[1:], func(r record) bool { return of(r.plaza) != first })
}

func (f *finder) processesOf(records []record) []data.Process {
	var out []data.Process
	for _, r := range records {
		if process := f.book.offers[r.offer].Process; !slices.Contains(out, process) {
			out = append(out, process)
		}
	}
	return out
}

// compare adds a conflict where the records have more than one value of the
// attribute. A blank says nothing.
func (f *finder) compare(process data.Process, a *attribute, records []record) {
	from := len(f.book.sides)
	f.keys = f.keys[:0]
	for _, r := range records {
		value := a.of(r.plaza)
		if value == "" {
			continue
		}
		if a.sameText {
			value = fold.Squash(value)
		}
		if at := slices.Index(f.keys, value); at >= 0 {
			f.book.sides[from+at].rows++
			continue
		}
		f.keys = append(f.keys, value)
		f.book.sides = append(f.book.sides, side{record: r, rows: 1})
	}
	if len(f.keys) < 2 {
		f.book.sides = f.book.sides[:from]
		return
	}
	f.book.all = append(f.book.all, entry{
		plaza: records[0].plaza, process: process, field: rankOf(a.field), from: int32(from), to: int32(len(f.book.sides)), //nolint:gosec // fewer than plazas
	})
}

// rankOf returns the place of a field in Fields.
func rankOf(f Field) uint8 { return uint8(slices.Index(Fields(), f)) } //nolint:gosec // one of a dozen

func firstSource(sources []data.Source) data.Source {
	if len(sources) == 0 {
		return data.Source{}
	}
	return sources[0]
}
