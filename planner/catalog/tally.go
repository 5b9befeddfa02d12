package catalog

// tally counts rows by the codes of each column, and only at the end by their
// values: one indexed addition for a row and dimension.
type tally struct {
	c      *Catalog
	fig    *Figures
	plazas [dimCount][]int32 // by code; of the bands, by band
	likely [dimCount][]int32
}

func (c *Catalog) newTally(fig *Figures) *tally {
	t := &tally{c: c, fig: fig}
	for d := range dimCount {
		n := len(c.cols[d].members)
		if d == DimBand && fig != nil {
			n = len(fig.Bands)
		}
		t.plazas[d], t.likely[d] = make([]int32, n), make([]int32, n)
	}
	return t
}

// add counts one row in one dimension.
func (t *tally) add(d Dim, row int, likely bool) {
	at := int(t.fig.band(row))
	if d != DimBand {
		at = int(t.c.cols[d].codes[row])
	}
	if at >= len(t.plazas[d]) {
		return
	}
	t.plazas[d][at]++
	if likely {
		t.likely[d][at]++
	}
}

// addAll counts rows in every dimension, a column after the other; likely are
// those of them that count as likely.
func (t *tally) addAll(rows, likely []int) {
	for d := range dimCount {
		if d == DimBand {
			for _, row := range rows {
				t.add(d, row, false)
			}
			for _, row := range likely {
				t.likely[d][t.fig.band(row)]++
			}
			continue
		}
		codes, plazas, likelies := t.c.cols[d].codes, t.plazas[d], t.likely[d]
		for _, row := range rows {
			plazas[codes[row]]++
		}
		for _, row := range likely {
			likelies[codes[row]]++
		}
	}
}

// into gives each value the counts of the codes that hold it.
func (t *tally) into(sel *Selection) {
	for d := range dimCount {
		if d == DimBand {
			sel.facets[d] = make([]Count, len(t.plazas[d]))
			for band := range sel.facets[d] {
				sel.facets[d][band] = Count{t.plazas[d][band], t.likely[d][band]}
			}
			continue
		}
		col := &t.c.cols[d]
		sel.facets[d] = make([]Count, len(col.values))
		for code, ids := range col.members {
			for _, id := range ids {
				sel.facets[d][id].Plazas += t.plazas[d][code]
				sel.facets[d][id].Likely += t.likely[d][code]
			}
		}
	}
}
