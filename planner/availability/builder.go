package availability

import "brujula/data"

// builder gathers the terms of past lines before their columns are numbered.
type builder struct {
	rows     [][]term // of each row
	process  []data.Process
	place    []int32 // of each row, into places
	places   [][]term
	renipres []string
	seen     map[level]*sighting
}

// sighting is where a level occurs: how much of it the past seats carry, in all
// and by process.
type sighting struct {
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
	b := &builder{seen: make(map[level]*sighting)}
	numbers := make(map[place]int32)
	atPlace := make(map[yearPlace]float64) // past seats
	var order []yearPlace
	for _, l := range lines {
		count := make([]float64, len(l.plazas))
		for _, seat := range l.seats {
			count[seat.plaza]++
		}
		for at, plaza := range l.plazas {
			where := placeOf(&plaza.Plaza)
			n, ok := numbers[where]
			if !ok {
				n = int32(len(b.places))
				numbers[where] = n
				b.places = append(b.places, where.terms())
			}
			terms := plazaTerms(&plaza.Plaza)
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

func (b *builder) see(terms []term, process data.Process, seats float64) {
	for _, t := range terms {
		s := b.seen[t.level]
		if s == nil {
			s = &sighting{}
			b.seen[t.level] = s
		}
		s.add(process, seats*t.value*t.value)
	}
}

// layOut writes rows and nodes with their numbered columns.
func (b *builder) layOut(d *design) {
	plain := make([]int32, len(b.places))
	for i, terms := range b.places {
		plain[i] = d.node(none, d.entries(terms, ""))
	}
	ofYear := make(map[yearPlace]int32)
	establishments := make(map[string]int32)
	for r, terms := range b.rows {
		process := b.process[r]
		for _, e := range append(d.entries(terms, ""), d.entries(terms, process)...) {
			d.rows.columns = append(d.rows.columns, e.column)
		}
		d.rows.ends = append(d.rows.ends, int32(len(d.rows.columns)))
		key := yearPlace{b.place[r], process}
		node, ok := ofYear[key]
		if !ok {
			node = plain[key.place]
			if entries := d.entries(b.places[key.place], process); len(entries) > 0 {
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

// entry is a column of a row or node and by how much it counts.
type entry struct {
	column int32
	value  float64
}

// entries gives the columns of terms, or those of their deviations in a process.
func (d *design) entries(terms []term, process data.Process) []entry {
	var entries []entry
	for _, t := range terms {
		if process != "" && !d.moves[t.level.effect] {
			continue
		}
		if c, ok := d.index[t.level.in(process)]; ok {
			entries = append(entries, entry{c, t.value})
		}
	}
	return entries
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
