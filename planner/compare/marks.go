package compare

import (
	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/planner/workspace"
)

// Marks tells row by row how the plazas of a process differ from the offer
// before it.
type Marks struct {
	// Before is the process that each modality was compared with; none where no
	// earlier offer is loaded.
	Before map[data.Modality]data.Process

	rows map[int]*Change
}

// MarksOf compares every plaza of a process with the latest earlier offer of
// its modality. It takes some tens of milliseconds on the four real offers and
// is meant for the background.
func MarksOf(space *workspace.Workspace, process data.Process) *Marks {
	m := &Marks{Before: map[data.Modality]data.Process{}, rows: map[int]*Change{}}
	for _, line := range space.Catalog.Lines() {
		if before, known := m.Before[line.Modality]; line.Process.Before(process) && (!known || before.Before(line.Process)) {
			m.Before[line.Modality] = line.Process
		}
	}
	done := map[data.Process]bool{}
	for _, before := range m.Before {
		if !done[before] {
			done[before] = true
			m.add(space.Catalog, before, process)
		}
	}
	return m
}

func (m *Marks) add(c *catalog.Catalog, before, process data.Process) {
	d := Between(c, before, process, catalog.Filter{})
	for i := range d.Changes {
		change := &d.Changes[i]
		if change.After == nil || m.Before[change.After.Modality] != before {
			continue
		}
		if row, ok := c.Row(change.After.PlazaID); ok {
			m.rows[row] = change
		}
	}
}

// Of returns what changed of the plaza in a row; ok is false where nothing did
// or nothing is known.
func (m *Marks) Of(row int) (c *Change, ok bool) {
	if m == nil {
		return nil, false
	}
	c, ok = m.rows[row]
	return c, ok
}

// Len counts the plazas that changed.
func (m *Marks) Len() int { return len(m.rows) }

// Sign writes the change of a row in at most four cells for a table: N new, M
// moved, +1 or -1 seats, G4 the grade that it had, +ZE or -ZE a bonus; "" for none.
func (m *Marks) Sign(row int) string {
	c, ok := m.Of(row)
	if !ok {
		return ""
	}
	switch {
	case c.Has(New):
		return texts.DiffSignNew
	case c.Has(Moved):
		return texts.DiffSignMoved
	case c.Has(MoreSeats), c.Has(FewerSeats):
		return texts.DiffSignSeats(c.After.Seats - c.Before.Seats)
	case c.Has(HigherGrade), c.Has(LowerGrade):
		return texts.DiffSignGrade(c.Before.Grade)
	}
	was, is := c.Before, c.After
	switch {
	case was.ZE != is.ZE:
		return texts.DiffSignBonus("ZE", is.ZE)
	case was.ZAF != is.ZAF:
		return texts.DiffSignBonus("ZAF", is.ZAF)
	}
	return texts.DiffSignOther
}
