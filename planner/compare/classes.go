package compare

import (
	"slices"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/catalog"
)

// Class is the plazas of one class: each plaza that changed is in one class alone,
// so that the classes add up, with those without a change, to either offer.
type Class struct {
	Aspect        Aspect
	Before, After int // plazas within the filter
	Plazas        int // in either
	Seats         int // seats now less seats before
	Also          int // plazas of other classes that differ in this way as well
}

// Class returns the first of its aspects, in the order in which they are told.
func (c *Change) Class() Aspect {
	for _, a := range Aspects() {
		if c.Has(a) {
			return a
		}
	}
	return Other
}

// Classes counts each class, those of no plaza too.
func (d *Diff) Classes() []Class {
	all := Aspects()
	out := make([]Class, len(all))
	for at, a := range all {
		out[at].Aspect = a
		for i := range d.Changes {
			c := &d.Changes[i]
			switch {
			case c.Class() == a:
				out[at].add(c)
			case c.Has(a):
				out[at].Also++
			}
		}
	}
	return out
}

func (n *Class) add(c *Change) {
	n.Plazas++
	n.Seats += c.SeatsAfter - c.SeatsBefore
	if c.SeatsBefore > 0 {
		n.Before++
	}
	if c.SeatsAfter > 0 {
		n.After++
	}
}

// Title names the class.
func (n *Class) Title() string { return texts.DiffTitle(string(n.Aspect)) }

// Means reports what a change of this class does to the chance of the plaza.
func (n *Class) Means() string { return texts.DiffClassMeans(string(n.Aspect)) }

// Cells writes the class in a row of a table: what it is, plazas before and now,
// and the difference of the seats.
func (n *Class) Cells() []string {
	return []string{n.Title(), texts.Thousands(n.Before), texts.Thousands(n.After), texts.Signed(n.Seats)}
}

// Present counts the classes that have plazas.
func (d *Diff) Present() []Class {
	return slices.DeleteFunc(d.Classes(), func(n Class) bool { return n.Plazas == 0 })
}

// Table returns the classes that have plazas as rows, those without a change and the
// sums under them: the totals of either offer. It looks at every change.
func (d *Diff) Table() [][]string { return d.TableOf(d.Present()) }

// TableOf is Table of classes that were counted before.
func (d *Diff) TableOf(present []Class) (rows [][]string) {
	for i := range present {
		rows = append(rows, present[i].Cells())
	}
	same := texts.Thousands(d.Same)
	return append(rows,
		[]string{texts.DiffSame, same, same, texts.Signed(0)},
		[]string{texts.DiffSum, texts.Thousands(d.PlazasBefore), texts.Thousands(d.PlazasAfter), texts.Signed(d.SeatsAfter - d.SeatsBefore)},
	)
}

// In returns the changes of one class, in the order of their places.
func (d *Diff) In(a Aspect) []*Change {
	var out []*Change
	for i := range d.Changes {
		if c := &d.Changes[i]; c.Class() == a {
			out = append(out, c)
		}
	}
	return out
}

// Said writes what changed of a plaza.
func (c *Change) Said() string {
	if len(c.Fields) == 0 {
		return texts.DiffOffered(c.Plaza())
	}
	words := data.Map(c.Fields, func(f Field) string { return texts.DiffField(f.Key, f.Before, f.After) })
	return texts.DiffChanged(words)
}

// Pair is two processes whose offers can be compared.
type Pair struct{ Before, After data.Process }

// Pairs lists each process that is offered with the one before it, the newest
// first, as far as they have a modality in common.
func Pairs(c *catalog.Catalog) []Pair {
	var out []Pair
	all := data.Map(c.Values(catalog.DimProcess), func(v string) data.Process { return data.Process(v) })
	for i := range all {
		for _, before := range all[i+1:] {
			if both, _ := common(c, before, all[i]); len(both) > 0 {
				out = append(out, Pair{before, all[i]})
				break
			}
		}
	}
	return out
}
