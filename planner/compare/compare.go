package compare

import (
	"cmp"
	"slices"

	"brujula/data"
	"brujula/planner/catalog"
)

// Change is one plaza that differs. Before is nil for a new one, After for one
// that is gone; neither must be changed.
type Change struct {
	Before, After *data.Plaza
	Aspects       []Aspect
	Fields        []Field // what differs, of plazas that both offers have

	// Seats within the filter: those of a side that the filter does not let
	// through are 0, so that the changes add up to the difference of the seats.
	SeatsBefore, SeatsAfter int
}

// Field is one attribute that differs.
type Field struct {
	Key    string `json:"campo"` // as in the JSON of a plaza
	Before string `json:"antes"`
	After  string `json:"despues"`
}

// Has tells whether the plaza differs in an aspect.
func (c *Change) Has(a Aspect) bool { return slices.Contains(c.Aspects, a) }

// Plaza gives the plaza as it is offered now, or as it was where it is gone.
func (c *Change) Plaza() *data.Plaza {
	if c.After != nil {
		return c.After
	}
	return c.Before
}

// Diff is what changed between two offers.
type Diff struct {
	Before, After data.Process
	Modalities    []data.Modality // that both processes have, and that were compared
	Missing       []Missing       // what could not be compared

	PlazasBefore, PlazasAfter int
	SeatsBefore, SeatsAfter   int
	Same                      int // plazas without any change
	Changes                   []Change
}

// Missing is an offer that only one of the two processes has.
type Missing struct {
	Process  data.Process  `json:"proceso"` // that has none
	Modality data.Modality `json:"modalidad"`
}

// Between compares the offers of two processes as far as both are loaded. A
// change is kept when the filter lets the plaza through as it was or as it is;
// the filter's own processes do not count.
func Between(c *catalog.Catalog, before, after data.Process, filter catalog.Filter) Diff {
	d := Diff{Before: before, After: after}
	d.Modalities, d.Missing = common(c, before, after)
	was, is := d.side(c, before, filter), d.side(c, after, filter)
	d.PlazasBefore, d.SeatsBefore = was.counted()
	d.PlazasAfter, d.SeatsAfter = is.counted()
	for _, p := range is.plazas {
		d.pair(was.at[keyOf(p)], p, was, is)
	}
	for _, p := range was.plazas {
		if is.at[keyOf(p)] == nil {
			d.pair(p, nil, was, is)
		}
	}
	d.join(was, is)
	slices.SortFunc(d.Changes, byPlace)
	return d
}

// key is a plaza without its process.
type key struct {
	profession, renipress string
	modality              data.Modality
}

func keyOf(p *data.Plaza) key { return key{p.Profession, p.Renipress, p.Modality} }

func (k key) other() key { k.modality = k.modality.Other(); return k }

// side is the offer of one process, in the modalities that are compared.
type side struct {
	plazas []*data.Plaza
	at     map[key]*data.Plaza
	in     map[*data.Plaza]bool // what the filter lets through
}

func (d *Diff) side(c *catalog.Catalog, process data.Process, filter catalog.Filter) *side {
	rows := c.OfProcess(process)
	s := &side{at: make(map[key]*data.Plaza, len(rows)), in: make(map[*data.Plaza]bool, len(rows))}
	for _, row := range rows {
		if p := c.Plaza(row); slices.Contains(d.Modalities, p.Modality) {
			s.plazas = append(s.plazas, p)
			s.at[keyOf(p)] = p
		}
	}
	filter = filter.Clone()
	filter.Set(catalog.DimProcess, string(process))
	delete(filter.Out, catalog.DimProcess)
	for _, row := range c.SelectIn(rows, filter, nil).Rows {
		if p := c.Plaza(row); slices.Contains(d.Modalities, p.Modality) {
			s.in[p] = true
		}
	}
	return s
}

func (s *side) counted() (plazas, seats int) {
	for p := range s.in {
		seats += p.Seats
	}
	return len(s.in), seats
}

func (s *side) seats(p *data.Plaza) int {
	if p == nil || !s.in[p] {
		return 0
	}
	return p.Seats
}

// pair takes in one plaza as it was and as it is; one of them may be nil.
func (d *Diff) pair(was, is *data.Plaza, before, after *side) {
	if !before.in[was] && !after.in[is] {
		return
	}
	c := Change{Before: was, After: is, SeatsBefore: before.seats(was), SeatsAfter: after.seats(is)}
	switch {
	case was == nil:
		c.Aspects = []Aspect{New}
	case is == nil:
		c.Aspects = []Aspect{Gone}
	default:
		c.Aspects, c.Fields = differences(was, is)
		if before.in[was] != after.in[is] && len(c.Aspects) == 0 {
			c.Aspects = []Aspect{Other} // one list leaves out what the filter asks for
		}
		if len(c.Aspects) == 0 {
			d.Same++
			return
		}
	}
	d.Changes = append(d.Changes, c)
}

// join makes one move of a plaza that is gone from one modality and new in the
// other.
func (d *Diff) join(before, after *side) {
	gone := map[key]*data.Plaza{}
	for _, p := range before.plazas {
		if after.at[keyOf(p)] == nil {
			gone[keyOf(p)] = p
		}
	}
	moves := map[*data.Plaza]bool{} // as they were
	var kept []Change
	for _, c := range d.Changes {
		if c.Before == nil {
			if was := gone[keyOf(c.After).other()]; was != nil {
				c.move(was, before)
				moves[was] = true
			}
		}
		kept = append(kept, c)
	}
	// A move of which the filter lets only the old side through.
	d.Changes = slices.DeleteFunc(kept, func(c Change) bool { return c.After == nil && moves[c.Before] })
	for i := range d.Changes {
		c := &d.Changes[i]
		if c.After != nil || c.Before == nil {
			continue
		}
		if is := after.at[keyOf(c.Before).other()]; is != nil && before.at[keyOf(is)] == nil {
			c.After = is
			c.move(c.Before, before)
		}
	}
}

// move makes the change one of modality, as far as the filter lets it through.
func (c *Change) move(was *data.Plaza, before *side) {
	c.turn(was)
	c.SeatsBefore = before.seats(was)
}

// turn makes the change one of modality.
func (c *Change) turn(was *data.Plaza) {
	c.Before, c.SeatsBefore = was, was.Seats
	more, fields := differences(was, c.After)
	c.Aspects = append([]Aspect{Moved}, more...)
	c.Fields = append([]Field{{"modalidad", string(was.Modality), string(c.After.Modality)}}, fields...)
}

// common tells which modalities both processes offer.
func common(c *catalog.Catalog, before, after data.Process) (both []data.Modality, missing []Missing) {
	has := map[Missing]bool{}
	for _, line := range c.Lines() {
		has[Missing{line.Process, line.Modality}] = true
	}
	for _, m := range data.Modalities() {
		was, is := has[Missing{before, m}], has[Missing{after, m}]
		switch {
		case was && is:
			both = append(both, m)
		case was:
			missing = append(missing, Missing{after, m})
		case is:
			missing = append(missing, Missing{before, m})
		}
	}
	return both, missing
}

func byPlace(a, b Change) int {
	p, q := a.Plaza(), b.Plaza()
	return cmp.Or(
		-cmp.Compare(p.Modality, q.Modality), cmp.Compare(p.Profession, q.Profession), cmp.Compare(p.Region, q.Region),
		cmp.Compare(p.Province, q.Province), cmp.Compare(p.District, q.District), cmp.Compare(p.Renipress, q.Renipress),
	)
}

// Of gives the changes of one aspect, in the order of their places.
func (d *Diff) Of(a Aspect) []*Change {
	var out []*Change
	for i := range d.Changes {
		if d.Changes[i].Has(a) {
			out = append(out, &d.Changes[i])
		}
	}
	return out
}
