package lists

import "brujula/data/cells"

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
