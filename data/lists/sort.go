package lists

import (
	"fmt"
	"slices"

	"brujula/data/cells"
)

// read reads a heading; that of a print by the beginnings of its texts too.
func (c *collector) read(cells []string) *heading {
	return c.clip(readHeading(c.known, cells))
}

// clip reads clipped headings of a print.
func (c *collector) clip(h *heading) *heading {
	if h != nil && c.printed {
		h.fillClipped()
	}
	return h
}

// before looks for the heading.
func (c *collector) before(row cells.Row, filled int) {
	c.table.skipped++
	c.noteWide(row, filled)
	upper := c.previous
	c.previous, c.text = row.Cells, row.Cells
	found, rows := c.headingAt(row, filled, upper)
	if found == nil {
		return
	}
	c.table.skipped -= rows
	c.first = true
	found.row = row.Number
	c.open(found)
}

// headingAt returns the heading that ends in a row, nil for none, and how many rows
// it has: it may stand in two.
func (c *collector) headingAt(row cells.Row, filled int, upper []string) (found *heading, rows int) {
	told := c.isTold(row, filled)
	if c.headingRow > 0 && !told {
		c.readTitle(row)
		return nil, 0
	}
	found, rows = c.read(row.Cells), 1
	if upper != nil && c.headingRow == 0 && (found == nil || isUpper(upper)) {
		if joined := c.readStacked(upper, row.Cells); joined.better(found) {
			found, rows, c.upper = joined, 2, upper
		}
	}
	switch {
	case told && (found == nil || rows == 2 || !found.usable()):
		found, rows = claimed(c.known, row.Cells), 1
	case found == nil, c.shape > 0 && !found.usable():
		if found = c.shaped(row, filled); found == nil {
			c.readTitle(row)
		}
		return found, 1
	case !found.usable():
		if found.better(c.table.closest) {
			c.table.closest = found
		}
		return nil, 0
	}
	found.told = told
	return found, rows
}

// open starts the table under a heading.
func (c *collector) open(found *heading) {
	if c.table.heading == nil {
		c.table.heading = found
	}
	c.heading = found
	c.opened = true
	c.begin()
}

// begin starts a section where the title above says something new.
func (c *collector) begin() {
	if c.section != nil && c.title.process == "" && c.title.modality == "" && c.title.profession == "" {
		return
	}
	next := c.title
	if c.section != nil {
		if next.process == "" {
			next.process, next.rival, next.unsure = c.section.process, c.section.rival, c.section.unsure
		}
		if next.modality == "" && !next.ambiguous {
			next.modality = c.section.modality
		}
	}
	c.section = &next
	c.table.sections = append(c.table.sections, c.section)
	c.title = section{sheet: c.sheet}
}

// replace takes a fuller reading of the heading that was just opened.
func (c *collector) replace(found *heading) {
	if c.table.heading == c.heading {
		c.table.heading = found
	}
	c.heading = found
}

// under sorts a row that stands below a heading.
func (c *collector) under(row cells.Row, filled int) error {
	opened, first := c.opened, c.first
	c.opened, c.first = false, false
	if opened {
		// the lower half of a heading in two rows
		if joined := c.readStacked(c.previous, row.Cells); joined.better(c.heading) {
			if !first {
				c.table.skipped++
			}
			c.upper, c.text = c.previous, row.Cells
			c.replace(joined)
			return nil
		}
	}
	if c.upper != nil && slices.Equal(row.Cells, c.upper) {
		c.table.skipped++
		return nil
	}
	if slices.Equal(row.Cells, c.text) {
		c.table.skipped++
		if c.title != (section{sheet: c.sheet}) { // the same table under a title of its own
			c.open(c.heading)
		}
		return nil
	}
	if c.heading.reorders(row.Cells, filled) {
		c.table.skipped++
		c.text = row.Cells
		again := claimed(c.known, row.Cells)
		again.shaped, again.told, again.row = c.heading.shaped, c.heading.told, row.Number
		c.open(again)
		return nil
	}
	if repeated := c.repeats(row.Cells, filled); repeated != nil {
		c.table.skipped++
		c.text = row.Cells
		if repeated.usable() && (!repeated.same(c.heading) || c.title != (section{sheet: c.sheet})) {
			c.open(repeated)
		}
		return nil
	}
	if isTotal(row.Cells) {
		c.table.skipped++
		c.declare(row)
		return nil
	}
	if c.isNote(row.Cells, filled) {
		c.table.skipped++
		c.readTitle(row)
		if c.title.profession != "" && !c.heading.has(FieldProfession) {
			c.begin() // the rows that follow are of this profession
		}
		return nil
	}
	c.cells += len(row.Cells)
	for _, cell := range row.Cells {
		c.bytes += len(cell)
	}
	if c.cells > maxKeptCells || c.bytes > maxKeptBytes || len(c.table.lines) >= maxKeptRows {
		return fmt.Errorf("%w: over %d rows, %d cells or %d bytes", cells.ErrTooLarge, maxKeptRows, maxKeptCells, maxKeptBytes)
	}
	l := line{row: row, heading: c.heading, section: c.section}
	if blanked, some := withoutBlankWords(row.Cells); some {
		l.raw, l.row.Cells = &row.Cells, blanked
	}
	c.table.lines = append(c.table.lines, l)
	return nil
}

// repeats returns the heading that the row repeats, or nil.
func (c *collector) repeats(cells []string, filled int) *heading {
	named := 0
	for column, cell := range cells {
		if cell == "" || len(cell) > maxHeading {
			continue
		}
		field, seen := c.claims[cell]
		if !seen {
			if found, ok := claimOf(c.known, cell); ok {
				field = found.field
			}
			if len(c.claims) < 1<<16 {
				c.claims[cell] = field
			}
		}
		if field != "" {
			named++
		} else if column == 2 && named == 0 {
			return nil // no heading has three columns that say nothing
		}
	}
	if named < 2 || 2*named < filled {
		return nil
	}
	return c.read(cells)
}
