package compare

import (
	"slices"

	"brujula/data"
	"brujula/planner/catalog"
	"brujula/planner/workspace"
)

// Ledger tells of every plaza of some processes how it differs from the offer
// before it. It does not change once made and may be shared.
type Ledger struct {
	marks map[data.Process]*Marks
	space *workspace.Workspace
}

// LedgerOf compares the processes, none of them meaning all that are loaded. It
// takes some tens of milliseconds a process and is meant for the background.
func LedgerOf(space *workspace.Workspace, processes ...data.Process) *Ledger {
	if len(processes) == 0 {
		processes = space.Processes()
	}
	l := &Ledger{marks: map[data.Process]*Marks{}, space: space}
	for _, p := range processes {
		l.marks[p] = MarksOf(space, p)
	}
	return l
}

// Before returns the process that the plaza in a row was compared with; "" where
// no earlier offer of its modality is loaded, or the row's process was not asked
// for.
func (l *Ledger) Before(row int) data.Process {
	if l == nil {
		return ""
	}
	p := l.space.Catalog.Plaza(row)
	if m := l.marks[p.Process]; m != nil {
		return m.Before[p.Modality]
	}
	return ""
}

// Sign writes the change of a row as Marks.Sign does.
func (l *Ledger) Sign(row int) string {
	if l == nil {
		return ""
	}
	if m := l.marks[l.space.Catalog.Plaza(row).Process]; m != nil {
		return m.Sign(row)
	}
	return ""
}

// Known reports whether anything could be compared at all.
func (l *Ledger) Known() bool {
	if l == nil {
		return false
	}
	for _, m := range l.marks {
		if len(m.Before) > 0 {
			return true
		}
	}
	return false
}

// Tags returns the aspects of every row as the values of catalog.DimChange; none
// for a row without an offer before it, and nil where there is none at all.
func (l *Ledger) Tags() *catalog.Tags {
	if !l.Known() {
		return nil
	}
	return catalog.NewTags(l.space.Catalog.Len(), workspace.ChangeValues(), l.aspects)
}

func (l *Ledger) aspects(row int) []string {
	if l.Before(row) == "" {
		return nil
	}
	c, changed := l.marks[l.space.Catalog.Plaza(row).Process].Of(row)
	if !changed {
		return []string{workspace.NoChange}
	}
	return data.Words(c.Aspects)
}

// Since reports how the plaza of a row differs from the latest earlier offer of
// its modality, as MarksOf would, at the cost of this row alone. c is nil where
// nothing changed; before is "" where there is no earlier offer.
func Since(c *catalog.Catalog, row int) (change *Change, before data.Process) {
	is := c.Plaza(row)
	lines := c.Lines()
	for _, line := range lines {
		if line.Modality == is.Modality && line.Process.Before(is.Process) && (before == "" || before.Before(line.Process)) {
			before = line.Process
		}
	}
	if before == "" {
		return nil, ""
	}
	offers := func(p data.Process, m data.Modality) bool {
		return slices.ContainsFunc(lines, func(l data.Line) bool { return l.Process == p && l.Modality == m })
	}
	change = &Change{After: is, SeatsAfter: is.Seats, Aspects: []Aspect{New}}
	other := is.Modality.Other()
	switch was := plazaAt(c, is, before, is.Modality); {
	case was != nil:
		change.Before, change.SeatsBefore = was, was.Seats
		if change.Aspects, change.Fields = differences(was, is); len(change.Aspects) == 0 {
			return nil, before
		}
	case offers(before, other) && offers(is.Process, other) && plazaAt(c, is, is.Process, other) == nil:
		if was := plazaAt(c, is, before, other); was != nil {
			change.turn(was)
		}
	}
	return change, before
}

// plazaAt finds the same establishment and profession in another offer.
func plazaAt(c *catalog.Catalog, p *data.Plaza, process data.Process, m data.Modality) *data.Plaza {
	if row, ok := rowAt(c, p, process, m); ok {
		return c.Plaza(row)
	}
	return nil
}

func rowAt(c *catalog.Catalog, p *data.Plaza, process data.Process, m data.Modality) (row int, ok bool) {
	id := p.PlazaID
	id.Process, id.Modality = process, m
	return c.Row(id)
}

// Awaited reports whether a ledger of the lists will have anything to tell: for
// a modality there are the offers of two processes. It reads no list.
func Awaited(space *workspace.Workspace) bool {
	first := map[data.Modality]data.Process{}
	for i := range space.Infos {
		info := &space.Infos[i]
		if info.Kind != data.KindOffer {
			continue
		}
		if of, ok := first[info.Modality]; ok && of != info.Process {
			return true
		}
		first[info.Modality] = info.Process
	}
	return false
}
