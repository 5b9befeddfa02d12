package pdf

import (
	"slices"
	"sort"

	"brujula/data/pdf/pdfpage"
)

// ruleLine is all that is ruled on one straight line: its place on the axis
// across it and the pieces along it, in order and apart.
type ruleLine struct {
	at     float32
	pieces []span
}

type span struct{ from, to float32 }

func (s span) length() float32 { return s.to - s.from }

const (
	sameLine  = 1.2 // points: rules this close lie on one line
	pieceGap  = 3.6 // points: pieces this close are one; borders of cells set apart leave 2 to 3
	maxRuling = 4000
)

// ruleLines merges rules of one direction to lines. Sides of filled areas
// count as rules: bands of colour tell rows apart as well as lines do.
func ruleLines(page *pdfpage.Page, vertical bool) []ruleLine {
	pieces := rulePieces(page, vertical)
	if len(pieces) > maxRuling*10 {
		return nil // a drawing, no table
	}
	sort.Slice(pieces, func(i, j int) bool { return pieces[i].at < pieces[j].at })
	var lines []ruleLine
	for i := 0; i < len(pieces); {
		j, sum := i, float32(0)
		for j < len(pieces) && pieces[j].at-pieces[i].at <= sameLine {
			sum += pieces[j].at
			j++
		}
		line := ruleLine{at: sum / float32(j-i)}
		for _, p := range pieces[i:j] {
			line.pieces = append(line.pieces, p.span)
		}
		line.pieces = mergeSpans(line.pieces, pieceGap)
		lines = append(lines, line)
		i = j
	}
	return lines
}

type rulePiece struct {
	at float32
	span
}

func rulePieces(page *pdfpage.Page, vertical bool) []rulePiece {
	var out []rulePiece
	for _, r := range page.Rules {
		switch {
		case r.Vertical != vertical:
		case vertical:
			out = append(out, rulePiece{r.X0, span{r.Y0, r.Y1}})
		default:
			out = append(out, rulePiece{r.Y0, span{r.X0, r.X1}})
		}
	}
	for _, a := range page.Areas {
		if a.Y1-a.Y0 > page.Height*0.4 {
			continue // a background, not a row or cell
		}
		if vertical {
			out = append(out, rulePiece{a.X0, span{a.Y0, a.Y1}}, rulePiece{a.X1, span{a.Y0, a.Y1}})
		} else {
			out = append(out, rulePiece{a.Y0, span{a.X0, a.X1}}, rulePiece{a.Y1, span{a.X0, a.X1}})
		}
	}
	return out
}

// mergeSpans sorts spans and joins those closer than gap.
func mergeSpans(spans []span, gap float32) []span {
	sort.Slice(spans, func(i, j int) bool { return spans[i].from < spans[j].from })
	out := spans[:0]
	for _, s := range spans {
		if n := len(out); n > 0 && s.from <= out[n-1].to+gap {
			out[n-1].to = max(out[n-1].to, s.to)
			continue
		}
		out = append(out, s)
	}
	return out
}

// covered reports how much of s the line rules.
func (l *ruleLine) covered(s span) float32 {
	var sum float32
	for _, p := range l.pieces {
		if from, to := max(p.from, s.from), min(p.to, s.to); to > from {
			sum += to - from
		}
	}
	return sum
}

// crosses reports whether the line is ruled at place v.
func (l *ruleLine) crosses(v float32) bool {
	return slices.ContainsFunc(l.pieces, func(p span) bool { return v >= p.from && v <= p.to })
}
