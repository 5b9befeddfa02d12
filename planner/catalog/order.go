package catalog

import (
	"cmp"
	"slices"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"brujula/data"
)

// arrange puts the values of a column into the order in which people look for
// them: Spanish collation (ñ after n, I-2 before I-10); newest process first,
// hardest grade first, yes before no; a missing value last.
func (col *column) arrange(d Dim) {
	order := make([]uint32, len(col.values))
	for i := range order {
		order[i] = uint32(i)
	}
	compare := valueOrder(d)
	slices.SortFunc(order, func(a, b uint32) int {
		va, vb := col.values[a], col.values[b]
		if (va == "") != (vb == "") {
			return cmp.Compare(vb, va)
		}
		return compare(va, vb)
	})
	values := make([]string, len(order))
	place := make([]uint32, len(order))
	for i, old := range order {
		values[i] = col.values[old]
		place[old] = uint32(i)
	}
	for _, ids := range col.members {
		for i, id := range ids {
			ids[i] = place[id]
		}
	}
	col.values = values
}

func valueOrder(d Dim) func(a, b string) int {
	switch d {
	case DimProcess:
		return func(a, b string) int {
			return cmp.Compare(data.Process(b).Ordinal(), data.Process(a).Ordinal())
		}
	case DimModality:
		return func(a, b string) int { return cmp.Compare(b, a) }
	case DimGrade, DimZAF, DimZE:
		return func(a, b string) int { return cmp.Compare(b, a) }
	}
	return newCollator().CompareString
}

// newCollator makes one for the caller alone: a Collator is not safe for use
// by several goroutines.
func newCollator() *collate.Collator {
	return collate.New(language.Spanish, collate.Numeric, collate.IgnoreCase)
}

// names gives each row's place in the order of the establishments' names. It
// is worked out once, when first asked for.
func (c *Catalog) names() []int32 {
	c.orderOnce.Do(func() {
		collator := newCollator()
		var buffer collate.Buffer
		keys := make([][]byte, len(c.plazas))
		rows := make([]int32, len(c.plazas))
		for i, p := range c.plazas {
			keys[i] = collator.KeyFromString(&buffer, p.Establishment)
			rows[i] = int32(i)
		}
		slices.SortStableFunc(rows, func(a, b int32) int { return slices.Compare(keys[a], keys[b]) })
		c.nameOrder = make([]int32, len(rows))
		rank := int32(-1)
		for i, r := range rows {
			if i == 0 || slices.Compare(keys[rows[i-1]], keys[r]) != 0 {
				rank++
			}
			c.nameOrder[r] = rank
		}
	})
	return c.nameOrder
}
