package pdf

import (
	"strings"

	"brujula/data/pdf/pdfpage"
)

// atom is a piece of text that lies in one cell as a whole: words which one
// positioning of the text placed on one line, without a wide gap.
type atom struct {
	x0, x1 float32 // visible extent
	base   float32 // base line; for turned text the lower edge
	mid    float32 // middle height of the visible part
	size   float32
	top    float32
	turn   uint8
	joins  bool // touches the atom before it, no blank between
	order  int  // in the order in which the page was drawn
	text   string
	column int
}

const (
	// wideGap, in font sizes, divides atoms: two blanks or more.
	wideGap = 0.7
	// middle is how far above the base line, in font sizes, the middle of
	// capitals and digits lies.
	middle = 0.36
	// ascent is the part of pdfpage.Word's box above the base line.
	ascent = 0.75
)

// atomsOf joins the words of a page. Text wholly outside of its clip is not
// seen by any reader and is left out; where a clip cuts a cell's text short, the
// file still has the rest of it, and that is what the cell means.
//
// Programs that rewrite a PDF (Ghostscript, cairo) draw a line of the page in
// one go, all columns of it: merged. Then every word is an atom.
func atomsOf(page *pdfpage.Page) (atoms []atom, merged bool) {
	atoms = joinWords(page, wideGap)
	shows := map[int32]bool{}
	for i := range page.Words {
		shows[page.Words[i].Show] = true
	}
	if len(atoms)*2 < len(shows)*3 || len(atoms) < 40 {
		return atoms, false
	}
	return joinWords(page, 0), true
}

func joinWords(page *pdfpage.Page, gap float32) []atom {
	var atoms []atom
	var text strings.Builder
	var last *pdfpage.Word
	flush := func() {
		if last != nil {
			atoms[len(atoms)-1].text = text.String()
			text.Reset()
		}
	}
	for i := range page.Words {
		w := &page.Words[i]
		box, visible := clipped(page, w)
		if last != nil && continues(last, w, gap) {
			a := &atoms[len(atoms)-1]
			if !w.Touches {
				text.WriteByte(' ')
			}
			text.WriteString(w.Text)
			if visible {
				a.x1 = max(a.x1, box.X1)
			}
			last = w
			continue
		}
		if !visible {
			continue
		}
		flush()
		atoms = append(atoms, newAtom(w, box, len(atoms)))
		text.WriteString(w.Text)
		last = w
	}
	flush()
	return atoms
}

func newAtom(w *pdfpage.Word, box pdfpage.Box, order int) atom {
	a := atom{x0: box.X0, x1: box.X1, size: w.Size, turn: w.Turn, order: order, joins: w.Touches, top: w.Y0}
	a.base = w.Y0 + ascent*w.Size
	a.mid = a.base - middle*w.Size
	if w.Turn != 0 {
		a.base, a.mid = w.Y1, (w.Y0+w.Y1)/2
	}
	a.mid = min(max(a.mid, box.Y0), box.Y1)
	return a
}

// slack is how far, in points, words may miss an edge.
const slack = 0.5

// outside reports whether a word lies beyond the edges of the page.
func outside(page *pdfpage.Page, b pdfpage.Box) bool {
	return b.X1 < -slack || b.Y1 < -slack || b.X0 > page.Width+slack || b.Y0 > page.Height+slack
}

// clipped returns the visible part of a word.
func clipped(page *pdfpage.Page, w *pdfpage.Word) (pdfpage.Box, bool) {
	b := w.Box
	if outside(page, b) {
		return b, false
	}
	if w.Clip < 0 || int(w.Clip) >= len(page.Clips) {
		return b, true
	}
	c := page.Clips[w.Clip]
	seen := pdfpage.Box{X0: max(b.X0, c.X0), Y0: max(b.Y0, c.Y0), X1: min(b.X1, c.X1), Y1: min(b.Y1, c.Y1)}
	if seen.X1 < seen.X0-slack || seen.Y1 < seen.Y0-slack || cutByPage(page, w, c) {
		return b, false
	}
	if seen.X1 <= seen.X0 || seen.Y1 <= seen.Y0 {
		return b, true
	}
	return seen, true
}

// wholePage is the part of the page's height from which a clip holds the page
// and not a cell.
const wholePage = 0.5

func holdsPage(page *pdfpage.Page, clip pdfpage.Box) bool {
	return clip.Y1-clip.Y0 >= wholePage*page.Height
}

// seenPart is the part of the page's height that its clips leave to be seen.
func seenPart(page *pdfpage.Page) span {
	seen := span{page.Height, 0}
	for _, c := range page.Clips {
		if holdsPage(page, c) {
			seen.from, seen.to = min(seen.from, c.Y0), max(seen.to, c.Y1)
		}
	}
	if seen.to <= seen.from {
		return span{0, page.Height}
	}
	return span{max(seen.from, 0), min(seen.to, page.Height)}
}

// cutByPage reports whether a clip that holds the whole page cuts off more of the
// word than it shows. wkhtmltopdf cuts a long table wherever the paper ends and
// paints the line that is cut on both pages; it is read on the page that shows
// most of it.
func cutByPage(page *pdfpage.Page, w *pdfpage.Word, clip pdfpage.Box) bool {
	if w.Turn != 0 || !holdsPage(page, clip) {
		return false
	}
	mid := w.Y0 + (ascent-middle)*w.Size
	return mid < clip.Y0 || mid >= clip.Y1
}

// continues reports whether word w goes on where last ends, over a gap smaller
// than most font sizes.
func continues(last, w *pdfpage.Word, most float32) bool {
	if w.Show != last.Show || w.Turn != last.Turn {
		return false
	}
	if most == 0 {
		return w.Touches
	}
	gap := w.X0 - last.X1
	off := w.Y0 - last.Y0
	switch w.Turn {
	case 1:
		gap, off = w.Y0-last.Y1, w.X0-last.X0
	case 2:
		gap = last.X0 - w.X1
	case 3:
		gap, off = last.Y0-w.Y1, w.X0-last.X0
	}
	return gap < most*w.Size && gap > -0.5*w.Size && abs(off) < 0.3*w.Size
}

func abs(v float32) float32 {
	if v < 0 {
		return -v
	}
	return v
}
