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

// Has reports whether the plaza differs in an aspect.
func (c *Change) Has(a Aspect) bool { return slices.Contains(c.Aspects, a) }

// Plaza returns the plaza as it is offered now, or as it was where it is gone.
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
	for _, row := range is.rows {
		d.pair(was, is, was.origin(c.Plaza(row), is), row)
	}
	for _, row := range was.rows {
		if is.origin(c.Plaza(row), was) == nowhere {
			d.pair(was, is, row, nowhere)
		}
	}
	slices.SortFunc(d.Changes, byPlace)
	return d
}

// nowhere is the row of a plaza that an offer does not have.
const nowhere = -1

// side is the offer of one process, in the modalities that are compared.
type side struct {
	*catalog.Catalog
	process    data.Process
	modalities []data.Modality
	rows       []int
	in         *catalog.RowSet // what the filter lets through
}

func (d *Diff) side(c *catalog.Catalog, process data.Process, filter catalog.Filter) *side {
	s := &side{Catalog: c, process: process, modalities: d.Modalities, rows: c.OfProcess(process)}
	s.rows = slices.DeleteFunc(s.rows, func(row int) bool { return !slices.Contains(d.Modalities, c.Plaza(row).Modality) })
	filter = filter.Clone()
	filter.Set(catalog.DimProcess, string(process))
	delete(filter.Out, catalog.DimProcess)
	s.in = c.SetOf(c.SelectIn(s.rows, filter, nil).Rows)
	return s
}

// origin returns the row of a plaza of the other side in this offer: in its own
// modality or, of a plaza that only changed that, in the other one.
func (s *side) origin(p *data.Plaza, other *side) int {
	if row := s.find(p, p.Modality); row != nowhere {
		return row
	}
	m := p.Modality.Other()
	if other.find(p, m) != nowhere {
		return nowhere
	}
	return s.find(p, m)
}

func (s *side) find(p *data.Plaza, m data.Modality) int {
	if row, ok := rowAt(s.Catalog, p, s.process, m); ok && slices.Contains(s.modalities, m) {
		return row
	}
	return nowhere
}

func (s *side) counted() (plazas, seats int) {
	for _, row := range s.rows {
		if s.in.Has(row) {
			plazas++
			seats += s.Plaza(row).Seats
		}
	}
	return plazas, seats
}

// plaza returns the plaza of a row with its seats within the filter, and whether the
// filter lets it through; nil and none for nowhere.
func (s *side) plaza(row int) (p *data.Plaza, seats int, in bool) {
	if row == nowhere {
		return nil, 0, false
	}
	p = s.Plaza(row)
	if in = s.in.Has(row); in {
		seats = p.Seats
	}
	return p, seats, in
}

// pair takes in one plaza as it was and as it is; one of them may be nowhere.
func (d *Diff) pair(before, after *side, wasRow, isRow int) {
	was, seatsBefore, wasIn := before.plaza(wasRow)
	is, seatsAfter, isIn := after.plaza(isRow)
	if !wasIn && !isIn {
		return
	}
	c := Change{Before: was, After: is}
	switch {
	case was == nil:
		c.Aspects = []Aspect{New}
	case is == nil:
		c.Aspects = []Aspect{Gone}
	case was.Modality != is.Modality:
		c.turn(was)
	default:
		c.Aspects, c.Fields = differences(was, is)
		if wasIn != isIn && len(c.Aspects) == 0 {
			c.Aspects = []Aspect{Other} // one list leaves out what the filter asks for
		}
		if len(c.Aspects) == 0 {
			d.Same++
			return
		}
	}
	c.SeatsBefore, c.SeatsAfter = seatsBefore, seatsAfter
	d.Changes = append(d.Changes, c)
}

// turn makes the change one of modality.
func (c *Change) turn(was *data.Plaza) {
	c.Before, c.SeatsBefore = was, was.Seats
	more, fields := differences(was, c.After)
	c.Aspects = append([]Aspect{Moved}, more...)
	c.Fields = append([]Field{{"modalidad", string(was.Modality), string(c.After.Modality)}}, fields...)
}

// common reports which modalities both processes offer.
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

// Of returns the changes of one aspect, in the order of their places.
func (d *Diff) Of(a Aspect) []*Change {
	var out []*Change
	for i := range d.Changes {
		if d.Changes[i].Has(a) {
			out = append(out, &d.Changes[i])
		}
	}
	return out
}
