package availability

import (
	"cmp"
	"slices"
)

// design is the sparse form of the past lines that a fit works on. A row is a
// plaza of a line and lists the columns of its levels; a seat points at its row.
type design struct {
	levels  []level
	index   map[level]int32
	ridge   []float64 // λ of each coefficient
	support []int     // seats that each coefficient rests on
	columns []int32   // of all rows, one after the other
	rows    []int32   // end of each row in columns
	seats   []int32   // row of each seat, stratum by stratum, in the order of going
	strata  []stratum
	places  []int32 // establishment number of each row
	nPlaces int
}

// stratum is one past line within the seats of a design. The seats from the
// end of the last group on were not taken.
type stratum struct {
	from, to int
	groups   []int // ends of the groups of ties, absolute
	weight   float64
}

func (d *design) width() int { return len(d.levels) }

// newDesign lays out the lines; levels are numbered in a fixed order, so that
// the same lists in any order of their rows give the same fit.
func newDesign(lines []*pastLine, s Settings) *design {
	d := &design{index: make(map[level]int32)}
	d.number(lines, s)
	places := make(map[string]int32)
	latest := 0
	for _, l := range lines {
		latest = max(latest, l.line.Process.HalfYear())
	}
	for _, l := range lines {
		first := len(d.rows)
		for _, plaza := range l.plazas {
			d.addRow(levelsOf(&plaza.Plaza))
			place, ok := places[plaza.Renipress]
			if !ok {
				place = int32(len(places))
				places[plaza.Renipress] = place
			}
			d.places = append(d.places, place)
		}
		st := stratum{from: len(d.seats), weight: ageWeight(s, latest-l.line.Process.HalfYear())}
		for _, seat := range l.seats {
			d.seats = append(d.seats, int32(first)+seat.plaza)
		}
		st.to = len(d.seats)
		for _, end := range l.groups {
			st.groups = append(st.groups, st.from+end)
		}
		d.strata = append(d.strata, st)
	}
	d.nPlaces = len(places)
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

// number finds the levels that the settings keep and numbers them.
func (d *design) number(lines []*pastLine, s Settings) {
	support := make(map[level]int)
	for _, l := range lines {
		count := make([]int, len(l.plazas))
		for _, seat := range l.seats {
			count[seat.plaza]++
		}
		for at, plaza := range l.plazas {
			for e, lv := range levelsOf(&plaza.Plaza) {
				if lv.value != "" && s.Ridge[e] > 0 {
					support[lv] += count[at]
				}
			}
		}
	}
	for lv, n := range support {
		if n > 0 && n >= s.MinSeats {
			d.levels = append(d.levels, lv)
		}
	}
	slices.SortFunc(d.levels, compareLevels)
	for i, lv := range d.levels {
		d.index[lv] = int32(i)
		d.ridge = append(d.ridge, s.Ridge[lv.effect])
		d.support = append(d.support, support[lv])
	}
}

func compareLevels(a, b level) int {
	return cmp.Or(cmp.Compare(a.effect, b.effect), cmp.Compare(a.profession, b.profession), cmp.Compare(a.value, b.value))
}

// addRow adds the row of a plaza: the columns of those of its levels that have
// a coefficient.
func (d *design) addRow(levels [effectCount]level) {
	for _, lv := range levels {
		if c, ok := d.index[lv]; ok && lv.value != "" {
			d.columns = append(d.columns, c)
		}
	}
	d.rows = append(d.rows, int32(len(d.columns)))
}
