package catalog

import "slices"

// Selection is the answer to a filter: the rows that pass, in the order in which
// they were given, and for each dimension how many rows each value would give
// if the filter's other dimensions stayed as they are. It is not safe for use by
// several goroutines: facets are counted when they are first asked for.
type Selection struct {
	Rows []int

	catalog *Catalog
	figures *Figures
	asked   *Filter           // where only a part of a plaza's seats may be asked for
	passed  *RowSet           // Rows as a set
	likely  *RowSet           // those of them that count as likely
	nearly  [dimCount]*RowSet // rows that fail in this one dimension
	facets  [dimCount][]Count
}

// Count is what one value of a dimension would give.
type Count struct {
	Plazas int32
	Likely int32 // of these, in a band that counts as likely at the applicant's rank
}

// Select finds the rows that pass the filter. It reads each row once: a row
// that fails in no dimension counts everywhere, one that fails in exactly one
// counts in that dimension's facet alone, any other nowhere.
func (c *Catalog) Select(f Filter, fig *Figures) *Selection {
	return c.SelectIn(c.All(), f, fig)
}

// SelectIn is Select over the given rows, in their order. Over all rows as
// Sort gave them it yields a sorted selection without sorting again, which is
// what keeps a key press short.
func (c *Catalog) SelectIn(rows []int, f Filter, fig *Figures) *Selection {
	return c.SelectAmong(c.match(rows, f.Text), nil, f, fig)
}

// SelectAmong is Select over the rows of a set, whose texts are not looked at:
// the set is what Find gave for the filter's text. order holds each of them, and
// maybe others; a nil set stands for all of order.
//
// The set is read in the order of memory, which for many rows is several times
// as fast as in any other; only then are its rows put in their order.
func (c *Catalog) SelectAmong(order []int, among *RowSet, f Filter, fig *Figures) *Selection {
	if among == nil {
		among = c.SetOf(order)
	}
	sel := &Selection{catalog: c, figures: fig}
	if f.Shares() {
		sel.asked = &f
	}
	if tests := c.compile(f, fig); len(tests) > 0 || f.asksFigures() {
		sel.test(among, &f, tests)
	} else {
		sel.passed = among.clone()
	}
	sel.likely = newRowSet(c.Len())
	if fig != nil && len(fig.Band) > 0 {
		for row := range sel.passed.rows() {
			if fig.likely(row) {
				sel.likely.add(row)
			}
		}
	}
	sel.Rows = sel.passed.in(order)
	return sel
}

// test finds which of the rows pass, and which fail in one dimension alone.
func (s *Selection) test(among *RowSet, f *Filter, tests []test) {
	rows := s.catalog.Len()
	s.passed = newRowSet(rows)
	for row := range among.rows() {
		if !passesFigures(f, s.figures, row) {
			continue
		}
		switch failed, fails := failure(tests, row, s.figures); fails {
		case 0:
			s.passed.add(row)
		case 1:
			if s.nearly[failed] == nil {
				s.nearly[failed] = newRowSet(rows)
			}
			s.nearly[failed].add(row)
		}
	}
}

// Only counts the rows that would pass but for one dimension.
func (s *Selection) Only(d Dim) int {
	if s == nil || s.nearly[d] == nil {
		return 0
	}
	return s.nearly[d].count()
}

// Seats adds up the seats that are asked for of the rows that pass (Catalog.Seats).
func (s *Selection) Seats() int {
	n := 0
	for row := range s.passed.rows() {
		n += s.catalog.seatsOf(row, s.asked)
	}
	return n
}

// match returns those of the rows that match the text, in their order: row by
// row, which Find does sooner for very many.
func (c *Catalog) match(rows []int, text string) []int {
	query := ParseQuery(text)
	if query.Empty() {
		return rows
	}
	search := c.search()
	out := make([]int, 0, len(rows)/4)
	for _, row := range rows {
		if query.Match(search.text(row)) {
			out = append(out, row)
		}
	}
	return out
}

// Facet returns the counts of a dimension's values, in the order of Values (for
// bands, of Figures.Bands).
func (s *Selection) Facet(d Dim) []Count {
	if s.facets[d] == nil {
		t := s.catalog.newTally(d, s.figures)
		t.addAll(s.passed, s.likely)
		if near := s.nearly[d]; near != nil {
			for row := range near.rows() {
				t.add(row, s.figures.likely(row))
			}
		}
		s.facets[d] = t.counts()
	}
	return s.facets[d]
}

// test is one dimension of a filter, as a table over the column's codes; one of
// unknown tags passes no row.
type test struct {
	dim   Dim
	codes []uint32 // nil for the bands
	pass  []bool
}

func (c *Catalog) compile(f Filter, fig *Figures) []test {
	var tests []test
	for _, d := range f.Dims() {
		if d == DimBand {
			tests = append(tests, test{dim: d, pass: bandTable(&f, fig)})
			continue
		}
		col := c.column(d, fig)
		t := test{dim: d, codes: col.codes, pass: make([]bool, len(col.members))}
		for code, ids := range col.members {
			t.pass[code] = wanted(&f, d, col.values, ids)
		}
		if len(t.pass) == 0 || slices.Contains(t.pass, false) { // else no row can fail in it
			tests = append(tests, t)
		}
	}
	return tests
}

// wanted reports whether any of the values is wanted and none unwanted.
func wanted(f *Filter, d Dim, values []string, ids []uint32) bool {
	hit := len(f.In[d]) == 0
	for _, id := range ids {
		if f.Excludes(d, values[id]) {
			return false
		}
		hit = hit || f.Has(d, values[id])
	}
	return hit
}

func bandTable(f *Filter, fig *Figures) []bool {
	if fig == nil {
		return nil
	}
	pass := make([]bool, len(fig.Bands))
	for i := range fig.Bands {
		pass[i] = wanted(f, DimBand, fig.Bands, []uint32{uint32(i)})
	}
	return pass
}

// failure returns the first dimension that the row fails in and how many, of
// which only "none", "one" and "more" are told apart.
func failure(tests []test, row int, fig *Figures) (first Dim, fails int) {
	for i := range tests {
		t := &tests[i]
		index := int(fig.BandOf(row))
		if t.codes != nil {
			index = int(t.codes[row])
		}
		if index < len(t.pass) && t.pass[index] {
			continue
		}
		if fails++; fails > 1 {
			return first, fails
		}
		first = t.dim
	}
	return first, fails
}

// asksFigures reports whether the filter asks for more than values of dimensions.
func (f *Filter) asksFigures() bool {
	return f.ChanceMin > 0 || f.PointsMin > 0 || f.DistanceMax > 0 || len(f.Before) > 0
}

func passesFigures(f *Filter, fig *Figures, row int) bool {
	if f.ChanceMin > 0 && !(fig.chance(row) >= f.ChanceMin) {
		return false
	}
	if f.DistanceMax > 0 && !(fig.distance(row) <= f.DistanceMax) {
		return false
	}
	if !f.passesBefore(fig, row) {
		return false
	}
	return f.PointsMin <= 0 || fig.PointsOf(row) >= f.PointsMin
}
