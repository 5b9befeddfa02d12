package widget

import (
	"math"

	"brujula/data/texts"
	"brujula/tui/draw"
	"brujula/tui/theme"
)

// lettered are the chances at which the letter of a curve stands, so that curves are
// told apart without colour all along where they fall. Half way comes first: it has
// its letter even where the curve does not come down to it.
var lettered = [...]float64{0.5, 0.85, 0.15}

// nearChance is how far from such a chance a curve may be that still gets a letter.
const nearChance = 0.06

// lineCurves draws curves as lines of dots, each in its own colour and with its
// letters where it falls; the user's rank is a line upwards.
func lineCurves(st *theme.Styles, curves []Curve, plotW, plotH int) []string {
	canvas := draw.NewCanvas(st.Graphics(), plotW, plotH)
	dotsW, dotsH := canvas.Size()
	taken := map[[2]int]bool{}
	for i, c := range curves {
		if c.Chance == nil || c.Last < 1 {
			continue
		}
		at := func(x int) int {
			p := c.Chance(1 + (float64(x)+0.5)*float64(c.Last-1)/float64(dotsW))
			return dotsH - 1 - steps(p, dotsH-1)
		}
		for x := 1; x < dotsW; x++ {
			canvas.Line(x-1, at(x-1), x, at(x), draw.Ink(i))
		}
		for n, chance := range lettered {
			x, off := letterColumn(c, chance, plotW)
			if n > 0 && off > nearChance {
				continue
			}
			y := func() int { return at(min(dotsW-1, x*dotsW/plotW)) * plotH / dotsH }
			for taken[[2]int{x, y()}] && x < plotW-1 {
				x++
			}
			taken[[2]int{x, y()}] = true
			canvas.Sign(x, y(), texts.SideLetter(i), draw.Ink(i))
		}
	}
	if mine := curves[0].column(float64(curves[0].Mine), plotW); mine >= 0 {
		across := dotsW / plotW
		for y := range dotsH {
			canvas.Dot(mine*across, y, draw.Ink(len(curves)))
		}
	}
	series := []theme.Style{st.Info, st.Strong, st.Star, st.Success}
	return canvas.Lines(append(series[:min(len(curves), len(series))], st.Axis))
}

// letterColumn returns the column in which a curve falls to a chance, else the one in
// which it comes nearest, and how far from it that is.
func letterColumn(c Curve, chance float64, plotW int) (best int, least float64) {
	least = math.Inf(1)
	for x := range plotW {
		if d := math.Abs(c.Chance(c.rank(x, plotW)) - chance); d < least {
			best, least = x, d
		}
	}
	return best, least
}

// withScale sets the scale in per cent before the lines of a plot.
func withScale(st *theme.Styles, plot []string) []string {
	out := make([]string, 0, len(plot)+1)
	for y, line := range plot {
		out = append(out, scale(st, y, len(plot))+line)
	}
	return out
}
