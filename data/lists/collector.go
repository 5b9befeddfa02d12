package lists

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"strings"

	"brujula/data/cells"
	"brujula/data/fold"
)

// collector cuts the rows of a reader into a table.
type collector struct {
	known      map[string]claim
	watch      func(cells.Row) error // of the options
	claims     map[string]Field      // cell text → the field that it is a heading of
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
	upper      []string // cells of the upper row of a heading in two
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
	if len(said) > 0 {
		c.known = maps.Clone(c.known)
	}
	for _, choice := range said {
		if choice.IsEach() {
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
		if c.watch != nil {
			if err := c.watch(row); err != nil {
				return nil, watchError{err}
			}
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

// watchError is the error of Options.Watch on its way out.
type watchError struct{ error }

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
		c.heading, c.previous, c.upper = nil, nil, nil
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

// mostPreface is how many rows may stand above the heading of a table of fewer.
const mostPreface = 20

// inProse reports whether the heading stands behind more rows than the table has
// and any title: a sentence of a text has some words of headings.
func (c *collector) inProse() bool {
	above := 0
	for _, rows := range c.widths {
		above += rows
	}
	return above > mostPreface+len(c.table.lines)
}

// commonWidth is how many cells most rows above any heading have filled: those
// of the table, where no heading was found at all. It is 0 where fewer than half of
// the rows are about as wide, as in prose that is parted at its commas.
func (c *collector) commonWidth() int {
	common, alike, all := 0, 0, 0
	for width, rows := range c.widths {
		if width >= leastShape && (rows > c.widths[common] || rows == c.widths[common] && width > common) {
			common = width
		}
	}
	for width, rows := range c.widths {
		if all += rows; width >= leastShape && 3*width >= 2*common && 3*width <= 4*common {
			alike += rows
		}
	}
	if 2*alike < all {
		return 0
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
