package widget

import (
	"math"

	"brujula/data/texts"
	"brujula/tui/draw"
	"brujula/tui/theme"
)

// evenOdds is the chance at which the letter of a curve stands.
const evenOdds = 0.5

// lineCurves draws curves as lines of dots, each in its own colour and with its
// letter where it falls through even odds; the user's rank is a line upwards.
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
		x := letterColumn(c, plotW)
		y := func() int { return at(min(dotsW-1, x*dotsW/plotW)) * plotH / dotsH }
		for taken[[2]int{x, y()}] && x < plotW-1 {
			x++
		}
		taken[[2]int{x, y()}] = true
		canvas.Sign(x, y(), texts.SideLetter(i), draw.Ink(i))
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

// letterColumn gives the column in which a curve falls to even odds, else the one
// in which it comes nearest to them.
func letterColumn(c Curve, plotW int) int {
	best, least := 0, math.Inf(1)
	for x := range plotW {
		if d := math.Abs(c.Chance(c.rank(x, plotW)) - evenOdds); d < least {
			best, least = x, d
		}
	}
	return best
}

// withScale sets the scale in per cent before the lines of a plot.
func withScale(st *theme.Styles, plot []string) []string {
	out := make([]string, 0, len(plot)+1)
	for y, line := range plot {
		out = append(out, scale(st, y, len(plot))+line)
	}
	return out
}
