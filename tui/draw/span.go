package draw

import (
	"math"

	"brujula/tui/theme"
)

// Span draws a chance with its range from 0 to 1 in exactly w cells: dots, a line
// over the range and a mark at the chance, "·····──●──··". Without a range there
// is the mark alone. The mark and the line are in the colour of the chance's band.
func Span(st *theme.Styles, chance, lo, hi float64, hasRange bool, w int) string {
	if w <= 0 {
		return ""
	}
	at := spanCell(chance, w)
	from, to := at, at
	if hasRange {
		from, to = min(at, spanCell(lo, w)), max(at, spanCell(hi, w))
	}
	style, rest := BandStyle(st, chance), st.Glyphs.Dot
	if st.Graphics() == ASCII {
		rest = "." // the sign of a dot is that of a line there
	}
	var r runs
	for i := range w {
		switch {
		case i == at:
			r.add(st.Glyphs.Mark, style)
		case i >= from && i <= to:
			r.add(st.Glyphs.Horizontal, style)
		default:
			r.add(rest, st.Muted)
		}
	}
	return r.String()
}

// spanCell returns the cell of a chance: 0 stands in the first, 1 in the last.
func spanCell(p float64, w int) int {
	if math.IsNaN(p) {
		return 0
	}
	return int(math.Round(math.Min(math.Max(p, 0), 1) * float64(w-1)))
}
