package draw

import (
	"math"
	"slices"
	"strings"

	"brujula/tui/layout"
	"brujula/tui/theme"
)

// Part is one part of a whole.
type Part struct {
	Share        float64 // of the whole, 0 to 1
	Label, Short string  // what stands at it; Short where Label has no room, "" for nothing
	Style        theme.Style
}

// marks tell neighbouring parts from each other without colour, by their place.
var (
	richMarks  = []string{"█", "▓", "▒", "░"}
	plainMarks = []string{"#", "=", "-", ":"}
)

// Shade returns the shade of a class of quantities, 0 for the most: the more, the
// darker, all in one colour; a blank for what is no class.
func Shade(st *theme.Styles, class int) string {
	if class < 0 {
		return " "
	}
	marks := append(slices.Clone(richMarks), st.Glyphs.Dot)
	if st.Graphics() == ASCII {
		marks = []string{"#", "=", ":", "-", "."}
	}
	return marks[min(class, len(marks)-1)]
}

// Stacked draws the parts of a whole as one bar of exactly w cells, each part
// with its own shade, and under it each part's label at its beginning, in w
// cells too. A part that is more than nothing has at least one cell while there
// are enough; what the parts leave of the whole stays dotted.
func Stacked(st *theme.Styles, parts []Part, w int) (bar, labels string) {
	cells := Shares(parts, w)
	marks := richMarks
	if st.Graphics() == ASCII {
		marks = plainMarks
	}
	var r, l runs
	at, written := 0, 0
	for i, p := range parts {
		r.add(strings.Repeat(marks[i%len(marks)], cells[i]), p.Style)
		if text := fittingLabel(p, at-written, cells[i], w-at, i == len(parts)-1); text != "" {
			l.add(layout.Blank(at-written), theme.Style{})
			l.add(text, theme.Style{})
			written = at + layout.Width(text)
		}
		at += cells[i]
	}
	r.add(strings.Repeat(st.Glyphs.Dot, max(0, w-at)), st.Muted)
	l.add(layout.Blank(w-written), theme.Style{})
	return r.String(), l.String()
}

// fittingLabel gives what of a label has room over its part; the last one may run
// on to the end of the bar. room is less than nothing where the label before
// still stands there.
func fittingLabel(p Part, room, cells, left int, last bool) string {
	if room < 0 || cells == 0 {
		return ""
	}
	if last {
		cells = left
	} else if cells < left {
		cells-- // a blank before the next
	}
	for _, text := range []string{p.Label, p.Short} {
		if text != "" && layout.Width(text) <= cells {
			return text
		}
	}
	return ""
}

// Shares gives each part its cells of w: in proportion, at least one for what is
// more than nothing while there are enough, by the greatest remainders.
func Shares(parts []Part, w int) []int {
	cells := make([]int, len(parts))
	over := make([]float64, len(parts))
	whole, used := 0.0, 0
	for i, p := range parts {
		share := math.Max(p.Share, 0)
		whole += share
		exact := share * float64(w)
		cells[i] = int(exact)
		if cells[i] == 0 && share > 0 {
			cells[i] = 1
		}
		over[i] = exact - float64(cells[i])
		used += cells[i]
	}
	goal := min(w, int(math.Round(whole*float64(w))))
	for ; used < goal; used++ {
		i := slices.Index(over, slices.Max(over))
		cells[i]++
		over[i]--
	}
	for ; used > max(goal, 0); used-- {
		i := slices.Index(cells, slices.Max(cells))
		if cells[i] <= 1 && used <= w {
			break
		}
		cells[i]--
	}
	return cells
}

// RibbonLeast counts the cells that the labels of a ribbon take.
func RibbonLeast(parts []Part) int {
	w := len(parts) - 1
	for _, p := range parts {
		w += layout.Width(p.Label)
	}
	return w
}

// Ribbon draws counted parts as one line of exactly w cells: each part's label,
// and after it a stroke in proportion to its share. Where the strokes have no
// room the labels stand alone, cut at the end.
func Ribbon(st *theme.Styles, parts []Part, w int) string {
	stroke := st.Glyphs.Stroke
	need := RibbonLeast(parts) + len(parts) + 1 // a blank before each stroke
	cells := make([]int, len(parts))
	if room := w - need; room >= len(parts) {
		cells = Shares(parts, room)
	}
	var r runs
	for i, p := range parts {
		if i > 0 {
			r.add(" ", theme.Style{})
		}
		r.add(p.Label, p.Style)
		if cells[i] > 0 {
			r.add(" ", theme.Style{})
			r.add(strings.Repeat(stroke, cells[i]), p.Style)
		}
	}
	return layout.Fit(r.String(), w, layout.Left, st.Glyphs.Ellipsis)
}
