package draw

import (
	"math"

	"brujula/planner/availability"
	"brujula/tui/theme"
)

// SparkEmpty is the chance from which on a plaza is drawn as gone.
const SparkEmpty = 0.005

// Spark draws chances along the line, the first rank at the left, as columns in
// the colours of their bands, one cell for each. At mine, the place of the
// applicant's rank among them, a line stands in the place of the column; -1 for
// none. Under ascii the sign tells the band: "#" muy probable and probable, "="
// disputada, "-" improbable, "." casi nula.
func Spark(st *theme.Styles, chances []float64, mine int) string {
	var r runs
	for i, p := range chances {
		if i == mine {
			r.add(st.Glyphs.Vertical, st.Mine)
			continue
		}
		r.add(sparkCell(st, p), BandStyle(st, p))
	}
	return r.String()
}

func sparkCell(st *theme.Styles, p float64) string {
	if p < SparkEmpty {
		return " "
	}
	if st.Graphics() == ASCII {
		return bandSign(p)
	}
	levels := len(st.Glyphs.Levels) - 1
	return st.Glyphs.Levels[min(max(int(math.Round(p*float64(levels))), 1), levels)]
}

// bandSign states a band by ink: the more, the better the chance.
func bandSign(p float64) string {
	switch availability.BandOf(p) {
	case availability.MuyProbable, availability.Probable:
		return "#"
	case availability.Disputada:
		return "="
	case availability.Improbable:
		return "-"
	case availability.CasiNula, availability.BandNone:
	}
	return "."
}

// Place returns the cell of a rank in a line of ranks 1 to last that is drawn in w
// cells; -1 where there is no rank.
func Place(rank, last, w int) int {
	if rank < 1 || last < 1 || w < 1 {
		return -1
	}
	return min((rank-1)*w/max(1, last-1), w-1)
}
