// Package pdfpage draws a PDF page in its mind: it runs the page's content
// stream and gives the words with their places, the ruling lines and the
// filled areas (ISO 32000-1, chapters 8 and 9). What the words mean, and which
// stand in one cell, is the business of package pdf.
//
// All coordinates are in points from the top left corner of the page as a
// viewer shows it, y downwards.
package pdfpage

import (
	"context"
	"fmt"
	"math"
	"slices"

	"brujula/data/cells"
	"brujula/data/pdf/pdfobj"
)

// Page is what a page shows.
type Page struct {
	Width, Height float32
	Words         []Word
	Rules         []Rule
	Areas         []Box // filled rectangles that are not thin
	Clips         []Box // what Word.Clip points to
	Images        int   // pictures drawn
	Glyphs        int   // shown, blanks too
	Unreadable    int   // of them, those for which the file gives no text
	Bare          bool  // the page has no content at all
}

// Box is a rectangle, X0 ≤ X1 and Y0 ≤ Y1.
type Box struct{ X0, Y0, X1, Y1 float32 }

// Rule is a straight ruling line, horizontal or vertical: a stroke, a side of
// a stroked rectangle or a thin filled one. Box is its middle line, so Y0 = Y1
// or X0 = X1.
type Rule struct {
	Box
	Vertical bool
}

// Word is a run of glyphs without a visible gap.
type Word struct {
	Box             // the extent of the ink, by the font size: 0.75 above the base line, 0.2 below
	Text    string  // never empty, without blanks
	Size    float32 // font size as seen
	Turn    uint8   // reading direction in quarter turns clockwise; 0 is left to right
	Show    int32   // words that one positioning of the text placed share it
	Touches bool    // no gap and no blank divides it from the word before
	Clip    int32   // index into the clips of the page, -1 for none
}

// Limits of one page.
const (
	maxWords    = 200_000 // the real lists have 1,000 a page
	maxRules    = 40_000
	maxFormNest = 12
	thin        = 2.5 // points; thicker fills are areas. Rules of tables have up to 2 points.
)

// Read runs the content of a page. It fails with cells.ErrTooLarge when the
// budget of the document ends, with cells.ErrFormat when the content is
// missing or damaged, for then words would be lost, and with the context's
// error when that is done.
func Read(ctx context.Context, doc *pdfobj.Document, fonts *Fonts, page pdfobj.Page) (*Page, error) {
	content, err := contentOf(doc, page)
	if err != nil {
		return nil, err
	}
	in := newInterpreter(ctx, doc, fonts, page)
	in.page.Bare = page.Dict["Contents"] == nil
	if err := in.run(content, page.Resources, 0); err != nil {
		return nil, err
	}
	if err := doc.Err(); err != nil {
		return nil, err
	}
	return in.finish(), nil
}

// contentOf joins the content streams of a page.
func contentOf(doc *pdfobj.Document, page pdfobj.Page) ([]byte, error) {
	contents := page.Dict["Contents"]
	if contents == nil {
		return nil, nil
	}
	list := doc.Array(contents)
	if list == nil {
		list = pdfobj.Array{contents}
	}
	var out []byte
	for _, o := range list {
		s := doc.Stream(o)
		if s == nil {
			if err := doc.Err(); err != nil {
				return nil, err
			}
			return nil, fmt.Errorf("content is missing: %w", cells.ErrFormat)
		}
		data, err := doc.Data(s)
		if err != nil {
			return nil, err
		}
		if len(list) == 1 {
			return data, nil
		}
		out = append(append(out, data...), '\n')
	}
	return out, nil
}

// viewMatrix turns the page's space into that of the viewer: rotated, origin
// at the top left, y downwards.
func viewMatrix(page pdfobj.Page) (m matrix, width, height float64) {
	b := page.Box
	w, h := b[2]-b[0], b[3]-b[1]
	switch page.Rotate {
	case 90:
		return matrix{0, 1, 1, 0, -b[1], -b[0]}, h, w
	case 180:
		return matrix{-1, 0, 0, 1, b[2], -b[1]}, w, h
	case 270:
		return matrix{0, -1, -1, 0, b[3], b[2]}, h, w
	}
	return matrix{1, 0, 0, -1, -b[0], b[3]}, w, h
}

// matrix is a transformation [a b c d e f]: x' = ax+cy+e, y' = bx+dy+f.
type matrix [6]float64

func (m matrix) apply(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// then returns the transformation that does m first and n after it.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

func finite(values ...float64) bool {
	return !slices.ContainsFunc(values, func(v float64) bool { return math.IsNaN(v) || math.Abs(v) > 1e6 })
}

// Upright turns the page so that most of its words read from left to right: a
// wide table is often drawn sideways on a tall page.
func (pg *Page) Upright() {
	var count [4]int
	for i := range pg.Words {
		count[pg.Words[i].Turn]++
	}
	turn := uint8(0)
	for t := range count {
		if count[t] > count[turn] {
			turn = uint8(t)
		}
	}
	if turn == 0 {
		return
	}
	w, h := pg.Width, pg.Height
	rotate := func(b Box) Box { return turnBox(b, turn, w, h) }
	for i := range pg.Words {
		pg.Words[i].Box = rotate(pg.Words[i].Box)
		pg.Words[i].Turn = (pg.Words[i].Turn + 4 - turn) % 4
	}
	for i := range pg.Rules {
		pg.Rules[i].Box = rotate(pg.Rules[i].Box)
		pg.Rules[i].Vertical = pg.Rules[i].Vertical == (turn == 2)
	}
	for i := range pg.Areas {
		pg.Areas[i] = rotate(pg.Areas[i])
	}
	for i := range pg.Clips {
		pg.Clips[i] = rotate(pg.Clips[i])
	}
	if turn != 2 {
		pg.Width, pg.Height = h, w
	}
}

// turnBox returns the place of b once the page of w by h was turned back by turn
// quarters.
func turnBox(b Box, turn uint8, w, h float32) Box {
	switch turn {
	case 1: // text runs downwards: turn the page against the clock
		return Box{b.Y0, w - b.X1, b.Y1, w - b.X0}
	case 2:
		return Box{w - b.X1, h - b.Y1, w - b.X0, h - b.Y0}
	case 3: // text runs upwards
		return Box{h - b.Y1, b.X0, h - b.Y0, b.X1}
	}
	return b
}
