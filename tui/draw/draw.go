// Package draw turns numbers into small pictures of exact width: bars, bars of
// parts, and lines of chance along the ranks. It knows no screen and keeps no
// state: numbers and styles in, styled text out, so that screens, dialogs and
// tests draw alike.
//
// Each picture has three forms, by Styles.Graphics: braille, bloques and ascii.
// None says anything by colour alone: height, a letter or a sign says it too.
// Neighbouring cells of one style share one escape sequence, since a table draws
// forty of these pictures at every key.
//
// Decision: this is our own, not ntcharts (v0.4.0, looked at in 2026-11). It
// would cost 70 kB of 34 MB and one module more, so size does not speak against
// it: its canvas holds a lipgloss style for each cell and renders each cell by
// itself, which package theme was made to avoid; it has no bar in eighths, no
// ASCII form and no column that is coloured by its value. What we need of it,
// dots in a grid, is Canvas.
package draw

import (
	"math"
	"strings"

	"brujula/data/texts"
	"brujula/planner/availability"
	"brujula/tui/layout"
	"brujula/tui/theme"
)

// Mode is the kind of signs that pictures are drawn with; Styles.Graphics gives
// the one in use.
type Mode = theme.Graphics

// The modes, the finest first.
const (
	Braille = theme.Braille
	Blocks  = theme.Blocks
	ASCII   = theme.Signs
)

// eighths of a cell, from the left.
const eighths = "▏▎▍▌▋▊▉█"

// unit is how many steps a cell of a bar has.
func unit(st *theme.Styles) int {
	if st.Graphics() == ASCII {
		return 1
	}
	return 8
}

// steps brings a share to a whole number of steps out of n: what is more than
// nothing is at least one, what is less than all leaves one, and what is no
// number is nothing.
func steps(share float64, n int) int {
	switch {
	case n <= 0 || math.IsNaN(share) || share <= 0:
		return 0
	case share >= 1:
		return n
	}
	return min(max(int(math.Round(share*float64(n))), 1), max(n-1, 1))
}

// Bar draws a share, from 0 to 1, in exactly w cells and in eighths of a cell;
// the rest is dotted. What is more than nothing is seen, and what is less than
// all does not look full.
func Bar(st *theme.Styles, share float64, w int, style theme.Style) string {
	if w <= 0 {
		return ""
	}
	full, rest := bar(st, share, w)
	return style.Render(full) + st.Muted.Render(strings.Repeat(st.Glyphs.Dot, rest))
}

// bar returns the filled cells and counts those that are left.
func bar(st *theme.Styles, share float64, w int) (full string, rest int) {
	parts := unit(st)
	n := steps(share, w*parts)
	full = strings.Repeat(st.Glyphs.Bar, n/parts)
	used := n / parts
	if over := n % parts; over > 0 {
		full += string([]rune(eighths)[over-1])
		used++
	}
	return full, w - used
}

// ChanceBar draws a chance as a bar in the colour of its band.
func ChanceBar(st *theme.Styles, chance float64, w int) string {
	return Bar(st, chance, w, BandStyle(st, chance))
}

// BandStyle returns the style of the band that a chance is in.
func BandStyle(st *theme.Styles, chance float64) theme.Style {
	return st.BandStyle(int(availability.BandOf(chance)) - int(availability.MuyProbable))
}

// ChanceText writes a chance after the letter of its band, in the band's colour and
// in seven cells: "M >99 %".
func ChanceText(st *theme.Styles, band availability.Band, chance float64) string {
	text := band.Letter() + " " + layout.Fit(texts.Percent(chance), 5, layout.Right, "")
	return st.BandStyle(int(band) - int(availability.MuyProbable)).Render(text)
}

// runs collects cells and styles them by runs.
type runs struct {
	done, cells strings.Builder
	style       theme.Style
}

func (r *runs) add(cell string, style theme.Style) {
	if style != r.style {
		r.flush()
		r.style = style
	}
	r.cells.WriteString(cell)
}

func (r *runs) flush() {
	r.done.WriteString(r.style.Render(r.cells.String()))
	r.cells.Reset()
}

func (r *runs) String() string {
	r.flush()
	return r.done.String()
}
