package availability

import (
	"slices"

	"brujula/data"
)

// design is the sparse form of the past lines that a fit works on. A row is a
// plaza of a line: it lists the columns of its own levels and points at the
// node of its place, which lists those that all plazas of the place share; the
// node of a place in one process has the place itself as its parent. A seat
// points at its row.
type design struct {
	columns []column
	ridge   []float64 // λ of each column
	support []float64 // Σ x² of the seats that each column rests on

	nodes   sparse // with values
	parents []int32
	rows    sparse // each entry counts 1
	nodeOf  []int32

	seats   []int32 // row of each seat, stratum by stratum, in the order of going
	strata  []stratum
	places  []int32 // establishment number of each row
	nPlaces int
}

// column is one coefficient of a fit. A level that only one process knows has
// what lasts and the deviation of that process in one column, since no list
// tells them apart: only is that process, lasting the share that lasts.
type column struct {
	level   level
	only    data.Process
	lasting float64
}

// sparse are lists of columns, one after the other.
type sparse struct {
	ends    []int32
	columns []int32
	values  []float64 // nil where all are 1
}

// none is the parent of a node without one, and the number of what there is not.
const none = -1

// stratum is one past line within the seats of a design. The seats from the
// end of the last group on were not taken.
type stratum struct {
	from, to int
	groups   []int // ends of the groups of ties, absolute
	weight   float64
	exact    bool // the order is that of ranks, not of marks
}

func (d *design) width() int { return len(d.columns) }

// newDesign lays out the lines; columns are numbered in a fixed order, so that
// the same lists in any order of their rows give the same fit.
func newDesign(lines []*pastLine, s Settings) *design {
	d := &design{}
	b := newBuilder(lines)
	d.number(b, s)
	b.layOut(d)
	latest := 0
	for _, l := range lines {
		latest = max(latest, l.line.Process.HalfYear())
	}
	first := 0
	for _, l := range lines {
		st := stratum{
			from: len(d.seats), exact: l.exact,
			weight: ageWeight(s, latest-l.line.Process.HalfYear()),
		}
		for _, seat := range l.seats {
			d.seats = append(d.seats, int32(first)+seat.plaza)
		}
		st.to = len(d.seats)
		for _, end := range l.groups {
			st.groups = append(st.groups, st.from+end)
		}
		d.strata = append(d.strata, st)
		first += len(l.plazas)
	}
	return d
}

// ageWeight is the weight of a line that lies so many processes back.
func ageWeight(s Settings, age int) float64 {
	weight := 1.0
	if s.AgeWeight > 0 {
		for range age {
			weight *= s.AgeWeight
		}
	}
	return weight
}

// number finds the levels that the settings keep and numbers their columns.
func (d *design) number(b *builder, s Settings) {
	var kept []column
	for i := range b.levels {
		seen := &b.levels[i]
		l := seen.level
		if s.Ridge[l.effect] <= 0 || seen.support <= 0 || seen.support < float64(s.MinSeats) {
			continue
		}
		lasting, ofYear := s.Ridge[l.effect], s.YearRidge[l.effect]
		switch {
		case ofYear <= 0:
			kept = append(kept, column{level: l, lasting: 1})
		case len(seen.years) == 1:
			kept = append(kept, column{level: l, only: seen.years[0].process, lasting: ofYear / (lasting + ofYear)})
		default:
			kept = append(kept, column{level: l, lasting: 1})
			for _, year := range seen.years {
				if year.support > 0 {
					kept = append(kept, column{level: l.in(year.process)})
				}
			}
		}
	}
	slices.SortFunc(kept, func(a, b column) int { return compareLevels(a.level, b.level) })
	d.columns = kept
	b.columns(kept)
	for _, c := range kept {
		seen := &b.levels[b.numbers[c.level.in("")]]
		lasting, ofYear := s.Ridge[c.level.effect], s.YearRidge[c.level.effect]
		switch {
		case c.level.year != "":
			d.ridge = append(d.ridge, ofYear)
			d.support = append(d.support, seen.in(c.level.year))
			continue
		case c.only != "":
			d.ridge = append(d.ridge, 1/(1/lasting+1/ofYear))
		default:
			d.ridge = append(d.ridge, lasting)
		}
		d.support = append(d.support, seen.support)
	}
}

// outcome is one coefficient as a part keeps it: what lasts of a level or the
// deviation of a year.
type fitted struct {
	level   level
	column  int32
	support float64
	lambda  float64
	share   float64 // of the column, less its prior mean
}

// unfold lists the coefficients that the columns stand for, in the order of
// their levels.
func (d *design) unfold(s Settings) []fitted {
	out := make([]fitted, 0, 2*len(d.columns))
	for i, c := range d.columns {
		lambda := s.Ridge[c.level.effect]
		if c.level.year != "" {
			lambda = s.YearRidge[c.level.effect]
		}
		f := fitted{c.level, int32(i), d.support[i], lambda, 1}
		if c.only != "" {
			f.share = c.lasting
			out = append(out, f)
			f.level, f.lambda, f.share = c.level.in(c.only), s.YearRidge[c.level.effect], 1-c.lasting
		}
		out = append(out, f)
	}
	return out
}
