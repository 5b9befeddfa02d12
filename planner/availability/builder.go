package availability

import "brujula/data"

// builder gathers the terms of past lines before their columns are numbered.
type builder struct {
	rows     [][]entry // of each row; columns are the numbers of levels
	process  []data.Process
	place    []int32 // of each row, into places
	places   [][]entry
	renipres []string
	numbers  map[level]int32
	levels   []sighting // by number
	lasting  []int32    // columns by number, none where there is none
	ofYear   map[data.Process][]int32
}

// sighting is where a level occurs: how much of it the past seats carry, in all
// and by process.
type sighting struct {
	level   level
	support float64
	years   []yearSupport
}

type yearSupport struct {
	process data.Process
	support float64
}

func (s *sighting) in(process data.Process) float64 {
	for _, year := range s.years {
		if year.process == process {
			return year.support
		}
	}
	return 0
}

func (s *sighting) add(process data.Process, support float64) {
	s.support += support
	for i := range s.years {
		if s.years[i].process == process {
			s.years[i].support += support
			return
		}
	}
	s.years = append(s.years, yearSupport{process, support})
}

func newBuilder(lines []*pastLine) *builder {
	b := &builder{numbers: make(map[level]int32), ofYear: make(map[data.Process][]int32)}
	numbers := make(map[place]int32)
	atPlace := make(map[yearPlace]float64) // past seats
	var order []yearPlace
	for _, l := range lines {
		count := make([]float64, len(l.plazas))
		for _, seat := range l.seats {
			count[seat.plaza]++
		}
		for at, plaza := range l.plazas {
			where := placeOf(plaza.Plaza)
			n, ok := numbers[where]
			if !ok {
				n = int32(len(b.places))
				numbers[where] = n
				b.places = append(b.places, b.number(where.terms(nil)))
			}
			terms := b.number(plazaTerms(nil, plaza.Plaza))
			b.rows = append(b.rows, terms)
			b.place = append(b.place, n)
			b.process = append(b.process, l.line.Process)
			b.renipres = append(b.renipres, plaza.Renipress)
			if count[at] == 0 {
				continue // nothing is known of its seats
			}
			b.see(terms, l.line.Process, count[at])
			key := yearPlace{n, l.line.Process}
			if atPlace[key] == 0 {
				order = append(order, key)
			}
			atPlace[key] += count[at]
		}
	}
	for _, key := range order {
		b.see(b.places[key.place], key.process, atPlace[key])
	}
	return b
}

// yearPlace is a place in one process.
type yearPlace struct {
	place   int32
	process data.Process
}

// number returns the numbers of terms, which take a ninth of their room.
func (b *builder) number(terms []term) []entry {
	entries := make([]entry, len(terms))
	for i, t := range terms {
		n, ok := b.numbers[t.level]
		if !ok {
			n = int32(len(b.levels))
			b.numbers[t.level] = n
			b.levels = append(b.levels, sighting{level: t.level})
		}
		entries[i] = entry{n, t.value}
	}
	return entries
}

func (b *builder) see(entries []entry, process data.Process, seats float64) {
	for _, e := range entries {
		b.levels[e.column].add(process, seats*e.value*e.value)
	}
}

// columns notes where the columns of a design stand.
func (b *builder) columns(columns []column) {
	b.lasting = b.without()
	for i, c := range columns {
		of := b.lasting
		if year := c.level.year; year != "" {
			if b.ofYear[year] == nil {
				b.ofYear[year] = b.without()
			}
			of = b.ofYear[year]
		}
		of[b.numbers[c.level.in("")]] = int32(i)
	}
}

// without is a column of none for each level.
func (b *builder) without() []int32 {
	columns := make([]int32, len(b.levels))
	for i := range columns {
		columns[i] = none
	}
	return columns
}

// layOut writes rows and nodes with their numbered columns.
func (b *builder) layOut(d *design) {
	plain := make([]int32, len(b.places))
	for i, terms := range b.places {
		plain[i] = d.node(none, columnsOf(terms, b.lasting))
	}
	ofYear := make(map[yearPlace]int32)
	establishments := make(map[string]int32)
	for r, terms := range b.rows {
		process := b.process[r]
		for _, e := range append(columnsOf(terms, b.lasting), columnsOf(terms, b.ofYear[process])...) {
			d.rows.columns = append(d.rows.columns, e.column)
		}
		d.rows.ends = append(d.rows.ends, int32(len(d.rows.columns)))
		key := yearPlace{b.place[r], process}
		node, ok := ofYear[key]
		if !ok {
			node = plain[key.place]
			if entries := columnsOf(b.places[key.place], b.ofYear[process]); len(entries) > 0 {
				node = d.node(node, entries)
			}
			ofYear[key] = node
		}
		d.nodeOf = append(d.nodeOf, node)
		place, ok := establishments[b.renipres[r]]
		if !ok {
			place = int32(len(establishments))
			establishments[b.renipres[r]] = place
		}
		d.places = append(d.places, place)
	}
	d.nPlaces = len(establishments)
}

// entry is a column of a row or node, or at first the number of a level, and by how
// much it counts.
type entry struct {
	column int32
	value  float64
}

// columnsOf returns the columns of numbered levels, but for those without one.
func columnsOf(entries []entry, columns []int32) []entry {
	if columns == nil {
		return nil
	}
	picked := make([]entry, 0, len(entries))
	for _, e := range entries {
		if c := columns[e.column]; c != none {
			picked = append(picked, entry{c, e.value})
		}
	}
	return picked
}

// node adds a node; its parent must be there already.
func (d *design) node(parent int32, entries []entry) int32 {
	for _, e := range entries {
		d.nodes.columns = append(d.nodes.columns, e.column)
		d.nodes.values = append(d.nodes.values, e.value)
	}
	d.nodes.ends = append(d.nodes.ends, int32(len(d.nodes.columns)))
	d.parents = append(d.parents, parent)
	return int32(len(d.parents) - 1)
}
