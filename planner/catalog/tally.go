package catalog

// tally counts rows by the codes of one column, and only at the end by their
// values: one indexed addition for a row.
type tally struct {
	dim     Dim
	column  *column
	figures *Figures
	plazas  []int32 // by code; of the bands, by band
	likely  []int32
}

func (c *Catalog) newTally(d Dim, fig *Figures) *tally {
	t := &tally{dim: d, column: c.column(d, fig), figures: fig}
	n := len(t.column.members)
	if d == DimBand && fig != nil {
		n = len(fig.Bands)
	}
	t.plazas, t.likely = make([]int32, n), make([]int32, n)
	return t
}

// add counts one row.
func (t *tally) add(row int, likely bool) {
	at := int(t.figures.band(row))
	if t.dim != DimBand {
		if len(t.column.codes) == 0 { // unknown tags
			return
		}
		at = int(t.column.codes[row])
	}
	if at >= len(t.plazas) {
		return
	}
	t.plazas[at]++
	if likely {
		t.likely[at]++
	}
}

// addAll counts rows; likely are those of them that count as likely.
func (t *tally) addAll(rows, likely *RowSet) {
	if t.dim == DimBand {
		for row := range rows.rows() {
			t.add(row, likely.Has(row))
		}
		return
	}
	codes := t.column.codes
	if len(codes) == 0 { // unknown tags
		return
	}
	rows.countCodes(codes, t.plazas)
	likely.countCodes(codes, t.likely)
}

// counts gives each value the counts of the codes that hold it.
func (t *tally) counts() []Count {
	if t.dim == DimBand {
		out := make([]Count, len(t.plazas))
		for band := range out {
			out[band] = Count{t.plazas[band], t.likely[band]}
		}
		return out
	}
	out := make([]Count, len(t.column.values))
	for code, ids := range t.column.members {
		for _, id := range ids {
			out[id].Plazas += t.plazas[code]
			out[id].Likely += t.likely[code]
		}
	}
	return out
}
