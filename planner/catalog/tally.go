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

// code returns the code of a row; ok is false where its value is not known.
func (t *tally) code(row int) (at int, ok bool) {
	at = int(t.figures.BandOf(row))
	if t.dim != DimBand {
		if len(t.column.codes) == 0 { // unknown tags
			return 0, false
		}
		at = int(t.column.codes[row])
	}
	return at, at < len(t.plazas)
}

// add counts one row.
func (t *tally) add(row int, likely bool) {
	at, ok := t.code(row)
	if !ok {
		return
	}
	t.count(at, likely)
}

func (t *tally) count(at int, likely bool) {
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

// values returns what the codes are of, and which of them each code holds.
func (t *tally) values() (values []string, members [][]uint32) {
	if t.dim != DimBand {
		return t.column.values, t.column.members
	}
	members = make([][]uint32, len(t.plazas))
	for band := range members {
		members[band] = []uint32{uint32(band)} //nolint:gosec // a handful of bands
	}
	if t.figures != nil {
		values = t.figures.Bands
	}
	return values, members
}

// Frequency is how often a value stands among some rows.
type Frequency struct {
	Value  string
	Plazas int
	Likely int // of these, in a band that counts as likely at the applicant's rank
	Seats  int
}

// Frequencies counts the values of a dimension among rows, in the order of the
// panel; values that none of them has are left out. A row with several values
// counts for each. Seats are those that the filter asks for (Catalog.Seats), and among
// budgets those that each pays.
func (c *Catalog) Frequencies(rows []int, d Dim, f *Filter, fig *Figures) []Frequency {
	t := c.newTally(d, fig)
	seats := make([]int, len(t.plazas))
	for _, row := range rows {
		if at, ok := t.code(row); ok {
			t.count(at, fig.likely(row))
			seats[at] += c.seatsOf(row, f)
		}
	}
	values, members := t.values()
	counted := make([]Frequency, len(values))
	for code, ids := range members {
		for _, id := range ids {
			n := &counted[id]
			n.Plazas += int(t.plazas[code])
			n.Likely += int(t.likely[code])
			n.Seats += seats[code]
		}
	}
	if d == DimBudget {
		c.shareSeats(counted, values, rows)
	}
	out := counted[:0]
	for i := range counted {
		if counted[i].Plazas > 0 {
			counted[i].Value = values[i]
			out = append(out, counted[i])
		}
	}
	return out
}

// counts gives each value the counts of the codes that hold it.
func (t *tally) counts() []Count {
	values, members := t.values()
	out := make([]Count, len(values))
	for code, ids := range members {
		for _, id := range ids {
			out[id].Plazas += t.plazas[code]
			out[id].Likely += t.likely[code]
		}
	}
	return out
}

// shareSeats gives each budget the seats that it pays, in place of all of its plazas'.
func (c *Catalog) shareSeats(counted []Frequency, values []string, rows []int) {
	at := make(map[string]int, len(values))
	for i, v := range values {
		at[v], counted[i].Seats = i, 0
	}
	for _, row := range rows {
		for _, part := range SeatParts(c.Plaza(row)) {
			if i, ok := at[part.Name]; ok {
				counted[i].Seats += part.Seats
			}
		}
	}
}
