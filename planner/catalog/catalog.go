package catalog

import (
	"slices"
	"strings"
	"sync"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/lookup"
	"brujula/data/together"
)

// Catalog is an immutable set of plazas in columnar form.
type Catalog struct {
	plazas []*data.Plaza
	byID   lookup.Index[data.PlazaID]
	cols   [dimCount]column
	seats  []int
	search func() *searchIndex // built when first searched, or by Warm
	all    []int

	orderOnce sync.Once
	nameOrder []int32 // place of each row in the order of establishments' names
}

// column holds one dimension. Each distinct combination of values (one value
// for all dimensions but the budget) has a code; codes[row] names the row's.
type column struct {
	values  []string   // distinct values, in the order of the panel
	codes   []uint32   // by row: index into members
	members [][]uint32 // by code: indexes into values
}

// New builds a catalog of all plazas of the offers. Where two offers hold the
// same plaza (same process, profession, modality, RENIPRESS), the last wins.
func New(offers ...*data.Offer) *Catalog {
	n := 0
	for _, o := range offers {
		n += len(o.Plazas)
	}
	c := &Catalog{plazas: make([]*data.Plaza, 0, n), byID: lookup.New[data.PlazaID](n)}
	for _, o := range offers {
		for i := range o.Plazas {
			c.add(&o.Plazas[i])
		}
	}
	c.all, c.seats = make([]int, len(c.plazas)), make([]int, len(c.plazas))
	for i, p := range c.plazas {
		c.all[i], c.seats[i] = i, p.Seats
	}
	var wait together.Group
	for _, d := range Dims() {
		if d != DimBand && !d.Tagged() {
			wait.Go(func() { c.cols[d] = buildColumn(c.plazas, d) })
		}
	}
	c.search = sync.OnceValue(func() *searchIndex { return buildIndex(c.plazas) })
	wait.Wait()
	return c
}

// Warm builds what the first search and the first order by name need, so that
// no key has to wait for it. It is meant for the background.
func (c *Catalog) Warm() {
	c.search()
	c.names()
}

func (c *Catalog) add(p *data.Plaza) {
	if row, ok := c.Row(p.PlazaID); ok {
		c.plazas[row] = p
		return
	}
	c.plazas = append(c.plazas, p)
	c.byID.Add(len(c.plazas)-1, c.id)
}

func (c *Catalog) id(row int) data.PlazaID { return c.plazas[row].PlazaID }

// Len counts the plazas.
func (c *Catalog) Len() int { return len(c.plazas) }

// Plaza returns the plaza of a row. It must not be changed.
func (c *Catalog) Plaza(row int) *data.Plaza { return c.plazas[row] }

// Row finds the row of a plaza.
func (c *Catalog) Row(id data.PlazaID) (row int, ok bool) {
	return c.byID.Find(id, c.id)
}

// OfProcess returns the rows of a process, in the catalog's order.
func (c *Catalog) OfProcess(p data.Process) []int {
	col := &c.cols[DimProcess]
	code, ok := col.code(string(p))
	var rows []int
	for r, of := range col.codes {
		if ok && of == code {
			rows = append(rows, r)
		}
	}
	return rows
}

// All returns every row in the catalog's order. It must not be changed.
func (c *Catalog) All() []int { return c.all }

// Values lists the distinct values of a dimension, in the panel's order.
func (c *Catalog) Values(d Dim) []string { return c.cols[d].values }

// Line returns the plazas of one line and the rows they stand in.
func (c *Catalog) Line(line data.Line) (plazas []data.Plaza, rows []int) {
	rows = c.RowsOf(line)
	if len(rows) == 0 {
		return nil, nil
	}
	plazas = make([]data.Plaza, len(rows))
	for i, r := range rows {
		plazas[i] = *c.plazas[r]
	}
	return plazas, rows
}

// RowsOf returns the rows of one line, in the catalog's order.
func (c *Catalog) RowsOf(line data.Line) []int {
	process, okProcess := c.cols[DimProcess].code(string(line.Process))
	profession, okProfession := c.cols[DimProfession].code(line.Profession)
	modality, okModality := c.cols[DimModality].code(string(line.Modality))
	if !okProcess || !okProfession || !okModality {
		return nil
	}
	in := func(r int) bool {
		return c.cols[DimProfession].codes[r] == profession && c.cols[DimProcess].codes[r] == process && c.cols[DimModality].codes[r] == modality
	}
	n := 0
	for r := range c.plazas {
		if in(r) {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	rows := make([]int, 0, n)
	for r := range c.plazas {
		if in(r) {
			rows = append(rows, r)
		}
	}
	return rows
}

// code finds the code of a value of a dimension that each row has one of.
func (col *column) code(value string) (code uint32, ok bool) {
	at := slices.IndexFunc(col.members, func(ids []uint32) bool { return len(ids) == 1 && col.values[ids[0]] == value })
	return uint32(max(at, 0)), at >= 0 //nolint:gosec // fewer than rows
}

// Lines lists the lines that have plazas, each once, in the order of the rows.
func (c *Catalog) Lines() []data.Line {
	seen := map[data.Line]bool{}
	var lines []data.Line
	for _, p := range c.plazas {
		if l := p.Line(); !seen[l] {
			seen[l] = true
			lines = append(lines, l)
		}
	}
	return lines
}

// Resolve finds the value of a dimension that equals the text after folding,
// taken whole: "medicina" is MEDICINA and never MEDICINA VETERINARIA. Grades
// may be written GD-4, and ZAF and ZE with sí and no.
func (c *Catalog) Resolve(d Dim, text string) (value string, ok bool) {
	want := fold.Squash(text)
	if d == DimGrade {
		want = strings.TrimPrefix(want, "gd")
	}
	if d == DimModality {
		if m, ok := data.ParseModality(text); ok {
			want = string(m)
		}
	}
	for _, v := range c.cols[d].values {
		if fold.Squash(v) == want {
			return v, true
		}
	}
	return "", false
}

func buildColumn(plazas []*data.Plaza, d Dim) column {
	col := column{codes: make([]uint32, len(plazas))}
	codeOf := map[string]uint32{}
	valueOf := map[string]uint32{}
	lastKey, lastCode := "", uint32(0)
	for row, p := range plazas {
		key := columnKey(p, d)
		if row > 0 && key == lastKey { // lists are grouped: most rows repeat the one before
			col.codes[row] = lastCode
			continue
		}
		code, ok := codeOf[key]
		if !ok {
			code = uint32(len(col.members))
			codeOf[key] = code
			col.members = append(col.members, col.intern(Values(p, d), valueOf))
		}
		col.codes[row], lastKey, lastCode = code, key, code
	}
	col.arrange(d)
	return col
}

// columnKey tells the combinations of values apart.
func columnKey(p *data.Plaza, d Dim) string {
	if d != DimBudget {
		return value(p, d)
	}
	switch len(p.Budgets) {
	case 0:
		return ""
	case 1:
		return p.Budgets[0].Name
	}
	return strings.Join(Values(p, d), "\x00")
}

func (col *column) intern(values []string, valueOf map[string]uint32) []uint32 {
	ids := make([]uint32, 0, len(values))
	for _, v := range values {
		id, ok := valueOf[v]
		if !ok {
			id = uint32(len(col.values))
			valueOf[v] = id
			col.values = append(col.values, v)
		}
		ids = append(ids, id)
	}
	return ids
}
