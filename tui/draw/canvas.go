package draw

import (
	"strings"

	"brujula/tui/layout"
	"brujula/tui/theme"
)

// Ink names the colour of a dot: an index into the styles that a canvas is
// drawn with. A cell has one colour: the lowest ink of its dots, so the most
// important comes first.
type Ink uint8

// noInk marks a cell without dots.
const noInk = ^Ink(0)

// Canvas is a picture of dots in terminal cells: 2×4 dots a cell in braille, 2×2
// in blocks, 1×2 in ASCII. Dots are counted from the upper left; what lies
// outside is not drawn.
type Canvas struct {
	mode  Mode
	w, h  int // in cells
	cells []cell
}

// cell holds its dots as bits, row by row, or a sign that stands over them.
type cell struct {
	dots uint8
	ink  Ink
	sign string
}

// NewCanvas makes an empty picture of w × h cells.
func NewCanvas(mode Mode, w, h int) *Canvas {
	c := &Canvas{mode: mode, w: max(0, w), h: max(0, h)}
	c.cells = make([]cell, c.w*c.h)
	for i := range c.cells {
		c.cells[i].ink = noInk
	}
	return c
}

// Size counts the dots across and down.
func (c *Canvas) Size() (w, h int) {
	across, down := c.mode.Dots()
	return c.w * across, c.h * down
}

// Dots returns how many dots a cell has across and down.
func (c *Canvas) Dots() (across, down int) { return c.mode.Dots() }

// Dot sets a dot.
func (c *Canvas) Dot(x, y int, ink Ink) {
	across, down := c.mode.Dots()
	if x < 0 || y < 0 || x >= c.w*across || y >= c.h*down {
		return
	}
	cell := &c.cells[y/down*c.w+x/across]
	cell.dots |= 1 << (y%down*across + x%across)
	cell.ink = min(cell.ink, ink)
}

// Line sets the dots from one to another, both included.
func (c *Canvas) Line(x0, y0, x1, y1 int, ink Ink) {
	dx, dy := abs(x1-x0), -abs(y1-y0)
	sx, sy := sign(x1-x0), sign(y1-y0)
	for rest := dx + dy; ; {
		c.Dot(x0, y0, ink)
		if x0 == x1 && y0 == y1 {
			return
		}
		twice := 2 * rest
		if twice >= dy {
			rest += dy
			x0 += sx
		}
		if twice <= dx {
			rest += dx
			y0 += sy
		}
	}
}

// Sign puts a sign of one cell in the place of the dots of cell x, y. Of two
// signs the one of the lower ink stays.
func (c *Canvas) Sign(x, y int, sign string, ink Ink) {
	if x < 0 || y < 0 || x >= c.w || y >= c.h {
		return
	}
	if cell := &c.cells[y*c.w+x]; cell.sign == "" || ink < cell.ink {
		cell.sign, cell.ink = sign, ink
	}
}

// Lines draws the picture; styles are by ink, and an ink beyond them is plain.
func (c *Canvas) Lines(styles []theme.Style) []string {
	lines := make([]string, c.h)
	var b, run strings.Builder
	for y := range lines {
		b.Reset()
		for x := 0; x < c.w; {
			ink := c.cells[y*c.w+x].ink
			run.Reset()
			for ; x < c.w && c.cells[y*c.w+x].ink == ink; x++ {
				run.WriteString(c.glyph(&c.cells[y*c.w+x]))
			}
			if int(ink) < len(styles) {
				b.WriteString(styles[ink].Render(run.String()))
			} else {
				b.WriteString(run.String())
			}
		}
		lines[y] = b.String()
	}
	return lines
}

// blockGlyphs are the quadrants by their bits: upper left, upper right, lower
// left, lower right. asciiGlyphs are the upper and the lower half.
var (
	blockGlyphs = [16]string{" ", "▘", "▝", "▀", "▖", "▌", "▞", "▛", "▗", "▚", "▐", "▜", "▄", "▙", "▟", "█"}
	asciiGlyphs = [4]string{" ", "'", ".", ":"}
)

// brailleBits are the bits of the braille patterns, by ours: row by row, left
// before right.
var brailleBits = [8]rune{0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80}

// brailleGlyphs are the patterns by our bits; nothing is a blank, which every
// font has.
var brailleGlyphs = func() (out [256]string) {
	for dots := range out {
		pattern := rune(0x2800)
		for bit, r := range brailleBits {
			if dots>>bit&1 != 0 {
				pattern |= r
			}
		}
		out[dots] = string(pattern)
	}
	out[0] = " "
	return out
}()

func (c *Canvas) glyph(cell *cell) string {
	switch {
	case cell.sign != "":
		return layout.Fit(cell.sign, 1, layout.Left, "")
	case c.mode == Braille:
		return brailleGlyphs[cell.dots]
	case c.mode == Blocks:
		return blockGlyphs[cell.dots]
	default:
		return asciiGlyphs[cell.dots]
	}
}

func abs(x int) int { return max(x, -x) }

func sign(x int) int {
	switch {
	case x > 0:
		return 1
	case x < 0:
		return -1
	default:
		return 0
	}
}
