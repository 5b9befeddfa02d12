package pdf

import (
	"math"
	"sort"
)

// spanning marks atoms that run over several columns: titles and notes.
const spanning = -1

const (
	binsPerPoint  = 4
	maxBins       = 14_400 * binsPerPoint // the widest page that PDF allows
	corridorShare = 0.008                 // of the lines: so many may have text in a corridor
	corridorSize  = 0.1                   // font sizes: least width of a corridor
	tableLine     = 3                     // atoms on a line that may belong to a table
	wideAtom      = 0.4                   // of the text's width: wider atoms are notes
)

// corridorCounter finds the columns of tables without vertical rules: the
// white corridors that run through all lines of all pages.
type corridorCounter struct {
	bins  []int32
	lines int
	sizes []float32
	peaks *peakCounter
	words bool // some pages are merged: atoms are words, see atomsOf
}

// add counts the atoms of one page.
func (c *corridorCounter) add(s *sheet) {
	if c.peaks == nil {
		c.peaks = &peakCounter{}
	}
	c.words = c.words || s.merged
	lines := linesOf(s.atoms)
	first, last := len(lines), -1
	var left, right float32 = math.MaxFloat32, 0
	for i, line := range lines {
		if len(line) >= tableLine {
			first, last = min(first, i), i
			left, right = min(left, line[0].x0), max(right, line[len(line)-1].x1)
		}
	}
	for i := first; i <= last; i++ {
		c.addLine(lines[i], (right-left)*wideAtom, s.merged)
	}
}

// addLine counts the atoms of a line of the table. Lines of one or two atoms
// between others are the second lines of cells, or of cells set in the middle:
// they show where text is, but not how many rows there are.
func (c *corridorCounter) addLine(line []*atom, wide float32, merged bool) {
	whole := len(line) >= tableLine
	if whole {
		c.lines++
	}
	for _, a := range line {
		if a.x1-a.x0 > wide {
			continue
		}
		c.cover(a.x0, a.x1)
		if !merged && whole {
			c.peaks.add(a)
		}
		if len(c.sizes) < 4096 {
			c.sizes = append(c.sizes, a.size)
		}
	}
}

func (c *corridorCounter) cover(x0, x1 float32) {
	from := int(math.Floor(float64(x0*binsPerPoint) + 0.2))
	to := int(math.Ceil(float64(x1*binsPerPoint) - 0.2))
	from, to = max(from, 0), min(to, maxBins)
	for len(c.bins) < to {
		c.bins = append(c.bins, make([]int32, to-len(c.bins))...)
	}
	for b := from; b < to; b++ {
		c.bins[b]++
	}
}

// columns returns the boundaries of the columns, outer edges included; nil when
// there are fewer than three columns.
func (c *corridorCounter) columns() []float32 {
	if c.lines < 3 || len(c.sizes) == 0 {
		return nil
	}
	xs := c.corridors()
	if aligned := c.peaks.columns(c.lines, len(c.bins)); len(aligned) > max(len(xs), 3) {
		return aligned // text reaches over the corridors
	}
	return xs
}

func (c *corridorCounter) corridors() []float32 {
	sort.Slice(c.sizes, func(i, j int) bool { return c.sizes[i] < c.sizes[j] })
	size := c.sizes[len(c.sizes)/2]
	least := max(2, int(size*corridorSize*binsPerPoint))
	runs := c.inkRuns(int32(float64(c.lines)*corridorShare), least)
	if c.words {
		runs = c.mergeSparse(runs, int(wordBlank*size*binsPerPoint))
	}
	if len(runs) < 3 {
		return nil
	}
	xs := []float32{max(0, float32(runs[0].from)/binsPerPoint-1)}
	for i := 1; i < len(runs); i++ {
		xs = append(xs, float32(runs[i-1].to+runs[i].from)/2/binsPerPoint)
	}
	return append(xs, float32(runs[len(runs)-1].to)/binsPerPoint+1)
}

// inkRun is a stretch of bins between two corridors.
type inkRun struct {
	from, to int
	most     int32 // text in its fullest bin
}

// inkRuns returns the stretches with text on more than allowed lines, those
// closer than least bins as one.
func (c *corridorCounter) inkRuns(allowed int32, least int) []inkRun {
	var runs []inkRun
	for b, n := range c.bins {
		if n <= allowed {
			continue
		}
		if k := len(runs); k > 0 && b-runs[k-1].to < least {
			runs[k-1].to, runs[k-1].most = b+1, max(runs[k-1].most, n)
			continue
		}
		runs = append(runs, inkRun{b, b + 1, n})
	}
	return runs
}

const (
	wordBlank = 0.6 // font sizes: a blank between words is narrower
	sparse    = 0.1 // of the fullest column: so little text has a word of the heading alone
)

// mergeSparse joins stretches that hold no more than a word of the heading to
// the neighbour a blank away: the blanks of "ZAF (*)" are no corridors.
func (c *corridorCounter) mergeSparse(runs []inkRun, blank int) []inkRun {
	var fullest int32
	for _, r := range runs {
		fullest = max(fullest, r.most)
	}
	var out []inkRun
	for _, r := range runs {
		k := len(out)
		thin := float64(r.most) < sparse*float64(fullest) || k > 0 && float64(out[k-1].most) < sparse*float64(fullest)
		if k > 0 && thin && r.from-out[k-1].to <= blank {
			out[k-1].to, out[k-1].most = r.to, max(out[k-1].most, r.most)
			continue
		}
		out = append(out, r)
	}
	return out
}

// linesOf groups the upright atoms of a page by base line, each line from left
// to right, lines from top to bottom.
func linesOf(atoms []atom) [][]*atom {
	refs := make([]*atom, 0, len(atoms))
	for i := range atoms {
		if atoms[i].turn == 0 {
			refs = append(refs, &atoms[i])
		}
	}
	return linesOfRefs(refs)
}

func linesOfRefs(atoms []*atom) [][]*atom {
	sorted := append([]*atom(nil), atoms...)
	sort.SliceStable(sorted, func(i, j int) bool { return sorted[i].base < sorted[j].base })
	var lines [][]*atom
	for i := 0; i < len(sorted); {
		j := i
		for j < len(sorted) && sorted[j].base-sorted[i].base <= 0.3*sorted[i].size {
			j++
		}
		line := sorted[i:j]
		sort.SliceStable(line, func(a, b int) bool { return line[a].x0 < line[b].x0 })
		lines = append(lines, line)
		i = j
	}
	return lines
}

// assignColumns gives every atom the column it belongs to. Text that is wider
// than its column hangs over into the neighbour: it belongs where its left
// edge, middle or right edge fits the alignment of the column. Wide atoms over
// three columns and more are spanning where the columns are not ruled; where
// they are, the rules tell whether cells are merged.
func assignColumns(atoms []*atom, xs []float32, ruled bool) {
	n := len(xs) - 1
	inside := make([][]*atom, n)
	var hanging []*atom
	for _, a := range atoms {
		first, last := columnAt(xs, a.x0+overhang(a)), columnAt(xs, a.x1-overhang(a))
		if first >= last {
			a.column = columnAt(xs, (a.x0+a.x1)/2)
			inside[a.column] = append(inside[a.column], a)
			continue
		}
		hanging = append(hanging, a)
	}
	if len(hanging) == 0 {
		return
	}
	styles := make([]alignment, n)
	for c := range styles {
		styles[c] = alignmentOf(inside[c], xs[c], xs[c+1])
	}
	likeOthers(styles)
	for _, a := range hanging {
		first, last := columnAt(xs, a.x0+overhang(a)), columnAt(xs, a.x1-overhang(a))
		a.column = spanning
		if ruled || last-first < 3 || a.x1-a.x0 < wideAtom/2*(xs[n]-xs[0]) {
			a.column = bestColumn(a, first, last, xs, styles)
		}
	}
}

// overhang is how far text may stick out of its column and still be in it.
func overhang(a *atom) float32 { return min(0.3*a.size, (a.x1-a.x0)/3) }

// columnAt returns the column that x lies in, the outer ones for x beyond.
func columnAt(xs []float32, x float32) int {
	i := sort.Search(len(xs), func(i int) bool { return xs[i] > x }) - 1
	return min(max(i, 0), len(xs)-2)
}
