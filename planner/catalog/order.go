package catalog

import (
	"cmp"
	"slices"

	"brujula/data"
	"brujula/data/fold"
)

// arrange puts the values of a column into the order in which people look for
// them: Spanish order (ñ after n, I-2 before I-10); newest process first,
// hardest grade first, yes before no; a missing value last.
func (col *column) arrange(d Dim) {
	order := make([]uint32, len(col.values))
	for i := range order {
		order[i] = uint32(i)
	}
	keys := make([]string, len(col.values))
	if !descends(d) { // a key costs more than a comparison, of which there are many
		for i, v := range col.values {
			keys[i] = fold.Order(v)
		}
	}
	slices.SortFunc(order, func(a, b uint32) int {
		va, vb := col.values[a], col.values[b]
		switch {
		case (va == "") != (vb == ""):
			return cmp.Compare(vb, va)
		case d == DimProcess:
			return cmp.Compare(data.Process(vb).Ordinal(), data.Process(va).Ordinal())
		case descends(d):
			return cmp.Compare(vb, va)
		}
		return cmp.Compare(keys[a], keys[b])
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

// descends reports whether the largest value of a dimension comes first.
func descends(d Dim) bool {
	switch d {
	case DimProcess, DimModality, DimGrade, DimZAF, DimZE:
		return true
	}
	return false
}

// names returns each row's place in the order of the establishments' names. It
// is worked out once, when first asked for.
func (c *Catalog) names() []int32 {
	c.orderOnce.Do(func() { c.nameOrder = nameOrder(c.plazas) })
	return c.nameOrder
}

// nameOrder makes one key for each name: names are repeated.
func nameOrder(plazas []*data.Plaza) []int32 {
	var keys []string
	idOf := make(map[string]int32, len(plazas)/2)
	order := make([]int32, len(plazas))
	for row, p := range plazas {
		id, seen := idOf[p.Establishment]
		if !seen {
			id = int32(len(keys)) //nolint:gosec // fewer than plazas
			idOf[p.Establishment] = id
			keys = append(keys, fold.Order(p.Establishment))
		}
		order[row] = id
	}
	places := placesOf(keys)
	for row, id := range order {
		order[row] = places[id]
	}
	return order
}

// placesOf returns each key's place in their order; equal keys share one.
func placesOf(keys []string) []int32 {
	ids := make([]int32, len(keys))
	for i := range ids {
		ids[i] = int32(i) //nolint:gosec // fewer than plazas
	}
	slices.SortFunc(ids, func(a, b int32) int { return cmp.Compare(keys[a], keys[b]) })
	places := make([]int32, len(keys))
	place := int32(-1)
	for i, id := range ids {
		if i == 0 || keys[ids[i-1]] != keys[id] {
			place++
		}
		places[id] = place
	}
	return places
}
