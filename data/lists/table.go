package lists

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"brujula/data"
	"brujula/data/cells"
	"brujula/data/fold"
	"brujula/data/names"
)

// Bounds of what the mapper keeps of a file in memory until it maps it: a
// second look at all rows is needed to mend broken words. The worst rows cost
// it 90 µs and 5 KB each, the worst texts 1 s and 37 MB a megabyte (measured
// on a busy machine). The longest list of the ministry has 10,617 rows and 2 MB.
const (
	maxKeptRows  = 60_000
	maxKeptCells = 3_000_000
	maxKeptBytes = 8 << 20
	maxTitle     = 300 // bytes of a cell that may be a title; notes are longer
)

// section is a part of a file under one title.
type section struct {
	sheet     string
	process   data.Process // the first that the title names
	rival     data.Process // the second of several
	unsure    string       // what looks like a process and cannot be read for sure
	modality  data.Modality
	ambiguous bool // the title names both modalities

	profession string // that the title names alone
}

// take takes what a text outside the table says of the process.
func (s *section) take(text string) {
	found, unsure := data.Processes(text)
	for _, p := range found {
		switch {
		case s.process == "":
			s.process = p
		case p != s.process && s.rival == "":
			s.rival = p
		}
	}
	if len(unsure) > 0 && s.unsure == "" {
		s.unsure = unsure[0]
	}
}

// only gives the process where the title names one alone.
func (s *section) only() data.Process {
	if s.rival != "" {
		return ""
	}
	return s.process
}

// line is one row that might be a record.
type line struct {
	row      cells.Row
	raw      []string // its cells before those that say nothing were made blank
	heading  *heading
	section  *section
	key      key
	seats    Field         // of a line that is one half of a row: its column of seats
	half     data.Modality // and what that column says
	name     int           // of its establishment, in mapper.names
	place    *place        // what placer.learn found
	foreign  bool          // it says another process or modality than the options
	rejected bool
}

// cell gives the raw text of a field, empty where the row has none.
func (l *line) cell(field Field) string {
	return l.text(l.heading.at[field.ordinal()] - 1)
}

// text gives the raw text of a column, empty where the row has none.
func (l *line) text(column int) string {
	if column < 0 || column >= len(l.row.Cells) {
		return ""
	}
	return l.row.Cells[column]
}

// written gives the text of a field as the file has it, N/A and the like
// included.
func (l *line) written(field Field) string {
	column := l.heading.at[field.ordinal()]
	if column == 0 || column > len(l.raw) {
		return ""
	}
	return l.raw[column-1]
}

// table is a file cut into rows that might be records and rows that are none.
type table struct {
	lines    []line
	heading  *heading // the first one; nil when there is none
	closest  *heading // the best row that could not be a heading of a known list
	skipped  int      // all but records and the first heading of each sheet
	rows     int
	sections []*section
	declared int
	totalRow cells.Row
	verdict  verdict
	bare     []string // sheets without a heading
	notices  []cells.Notice
	pages    map[int]bool // that have lines

	likelyHeading int // where no heading was found: the row that looks most like one, 0 for none
}

// collector cuts the rows of a reader into a table.
type collector struct {
	known      map[string]claim
	claims     map[string]Field // cell text → the field that it is a heading of
	table      *table
	shape      int         // 0, or how many cells are filled in a row that is taken for the heading by its shape
	widths     map[int]int // rows above any heading by the number of cells that are filled
	heading    *heading
	said       map[string]struct{} // squashed headings that the user names
	headingRow int                 // that the user says, 0 for none
	wide       []wideRow
	section    *section
	title      section // words of the rows since the last heading
	previous   []string
	text       []string // cells of the heading as it stands
	opened     bool     // the row before was the heading that opened the table
	first      bool     // and it was the first heading of the sheet
	sheet      string
	printed    bool // rows come from pages
	started    bool
	cells      int
	bytes      int
}

// newCollector makes a collector that knows the headings, and what the user
// says of them.
func newCollector(said []ColumnChoice) *collector {
	c := &collector{
		known: headings(), claims: make(map[string]Field), table: &table{}, widths: make(map[int]int), said: make(map[string]struct{}),
	}
	for _, choice := range said {
		if choice.isEach() {
			continue
		}
		if squashed := fold.Squash(choice.Column); len(squashed) > len("ab") { // not the letter of a column
			c.said[squashed] = struct{}{}
		}
		if choice.Field != Unused && choice.Field != Automatic {
			c.known[fold.Squash(choice.Column)] = claim{choice.Field, chosenWeight}
		}
	}
	return c
}

// commonWidth is how many cells most rows above any heading have filled: those
// of the table, where no heading was found at all.
func (c *collector) commonWidth() int {
	common := 0
	for width, rows := range c.widths {
		if width >= leastShape && (rows > c.widths[common] || rows == c.widths[common] && width > common) {
			common = width
		}
	}
	return common
}

// leastShape is how many columns a table has at least whose heading is found by
// its shape.
const leastShape = 3

// shaped takes a row for the heading by its shape: words, no figures, as many
// as the rows of the table have cells.
func (c *collector) shaped(row cells.Row, filled int) *heading {
	if c.shape == 0 || 3*filled < 2*c.shape || filled < leastShape {
		return nil
	}
	seen := make(map[string]struct{}, filled)
	for _, cell := range row.Cells {
		text := fold.Squash(cell)
		if text == "" {
			continue
		}
		_, again := seen[text]
		if again || len(cell) > maxHeading || strings.ContainsAny(text, "0123456789") {
			return nil
		}
		seen[text] = struct{}{}
	}
	h := claimed(c.known, row.Cells)
	h.shaped = true
	return h
}

// collect reads all rows. most bounds how many it looks at, 0 for all.
func (c *collector) collect(ctx context.Context, reader cells.Reader, most int) (*table, error) {
	for most == 0 || c.table.rows < most {
		if c.table.rows%512 == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		row, err := reader.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, &rowError{after: c.table.rows, err: err}
		}
		if err := c.add(row); err != nil {
			return nil, err
		}
	}
	c.closeSheet()
	c.table.notePages()
	if noticer, ok := reader.(cells.Noticer); ok {
		c.table.notices = noticer.Notices()
	}
	return c.table, nil
}

// rowError says after how many rows a reader failed.
type rowError struct {
	after int
	err   error
}

func (e *rowError) Error() string { return fmt.Sprintf("after %d rows: %v", e.after, e.err) }
func (e *rowError) Unwrap() error { return e.err }

// add puts one row where it belongs.
func (c *collector) add(row cells.Row) error {
	c.table.rows++
	c.printed = row.Page > 0
	if !c.started || row.Sheet != c.sheet {
		c.closeSheet()
		c.started, c.sheet = true, row.Sheet
		c.heading, c.previous = nil, nil
		c.title = section{sheet: row.Sheet}
		c.titleWords(row.Sheet)
		c.section = nil
	}
	filled := 0
	for _, cell := range row.Cells {
		if strings.TrimSpace(cell) != "" {
			filled++
		}
	}
	if filled == 0 {
		c.table.skipped++
		return nil
	}
	if c.heading == nil {
		c.before(row, filled)
		return nil
	}
	return c.under(row, filled)
}

func (c *collector) closeSheet() {
	if c.started && c.heading == nil && c.sheet != "" {
		c.table.bare = append(c.table.bare, c.sheet)
	}
}

// read reads a heading; that of a print by the beginnings of its texts too.
func (c *collector) read(cells []string) *heading {
	h := readHeading(c.known, cells)
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

// headingAt gives the heading that ends in a row, nil for none, and how many rows
// it has: it may stand in two.
func (c *collector) headingAt(row cells.Row, filled int, upper []string) (found *heading, rows int) {
	told := c.isTold(row, filled)
	if c.headingRow > 0 && !told {
		c.readTitle(row)
		return nil, 0
	}
	if found, rows = c.read(row.Cells), 1; found == nil && upper != nil && c.headingRow == 0 {
		found, rows = c.read(stack(upper, row.Cells)), 2
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
		if joined := c.read(stack(c.previous, row.Cells)); joined.better(c.heading) {
			if !first {
				c.table.skipped++
			}
			c.replace(joined)
			return nil
		}
	}
	if slices.Equal(row.Cells, c.text) {
		c.table.skipped++
		if c.title != (section{sheet: c.sheet}) { // the same table under a title of its own
			c.open(c.heading)
		}
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
	raw := row.Cells
	row.Cells = withoutBlankWords(raw)
	c.table.lines = append(c.table.lines, line{row: row, raw: raw, heading: c.heading, section: c.section})
	return nil
}

// repeats gives the heading that the row repeats, or nil.
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

// readTitle takes the words of a row outside the table.
func (c *collector) readTitle(row cells.Row) {
	for _, cell := range row.Cells {
		if len(cell) <= maxTitle {
			c.titleWords(cell)
		}
	}
	if isTotal(row.Cells) {
		c.declare(row)
	}
}

func (c *collector) titleWords(text string) {
	c.title.take(text)
	if name := titleProfession(text); name != "" {
		c.title.profession = name
	}
	folded := fold.Fold(text)
	paid, unpaid := strings.Contains(folded, "remunerad"), strings.Contains(folded, "equivalente")
	switch {
	case paid && unpaid, paid && c.title.modality == data.Equivalente, unpaid && c.title.modality == data.Remunerada:
		c.title.modality, c.title.ambiguous = "", true
	case c.title.ambiguous:
	case paid:
		c.title.modality = data.Remunerada
	case unpaid:
		c.title.modality = data.Equivalente
	}
}

// titleProfession gives the profession of a title that is one, alone or after
// the word.
func titleProfession(text string) string {
	_, after, found := strings.Cut(text, ":")
	if !found {
		after = text
	}
	for _, candidate := range [...]string{text, after} {
		if len(candidate) > maxHeading {
			continue
		}
		folded := strings.TrimSpace(strings.TrimPrefix(fold.Fold(candidate), "profesion"))
		if name, ok := names.Professions().Find(folded); ok {
			return name
		}
	}
	return ""
}

// stack joins two rows cell by cell.
func stack(upper, lower []string) []string {
	out := slices.Clone(upper)
	for column, cell := range lower {
		if column >= len(out) {
			out = append(out, cell)
			continue
		}
		out[column] = strings.TrimSpace(out[column] + " " + cell)
	}
	return out
}
