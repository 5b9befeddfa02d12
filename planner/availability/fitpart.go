package availability

import (
	"context"
	"slices"

	"brujula/data"
	"brujula/data/lookup"
)

// sortedLines returns the past lines of a modality by process, then profession.
func sortedLines(past []History, modality data.Modality) []*pastLine {
	var lines []*pastLine
	for _, h := range past {
		if h.Offer != nil && h.Offer.Modality == modality {
			lines = append(lines, linesOf(h)...)
		}
	}
	slices.SortStableFunc(lines, func(a, b *pastLine) int { return a.line.Process.Ordinal() - b.line.Process.Ordinal() })
	return lines
}

// fitPart fits one modality; nil when its lines have no pick with an order.
func fitPart(ctx context.Context, lines []*pastLine, s Settings) (*part, error) {
	p := newPart(lines, s)
	if p.basis.Seats == 0 {
		return nil, nil
	}
	d := newDesign(lines, s)
	b, err := newLikelihood(d).fitWithFrailty(ctx, s.Frailty, s.Tolerance)
	if err != nil {
		return nil, err
	}
	p.keep(d.unfold(s), b)
	return p, nil
}

// keep takes over the fitted coefficients.
func (p *part) keep(all []fitted, b []float64) {
	for _, f := range all {
		p.levels = append(p.levels, f.level)
		p.support = append(p.support, f.support)
		p.coef = append(p.coef, f.share*b[f.column])
	}
	p.indexLevels()
}

// indexLevels makes the index of the levels; it reports whether all are different.
func (p *part) indexLevels() (different bool) {
	p.index, different = lookup.New[level](len(p.levels)), true
	for i := range p.levels {
		different = p.index.Add(i, p.level) && different
	}
	return different
}

func (p *part) level(i int) level { return p.levels[i] }

// indexOf returns where a level stands among the levels; ok is false of one never seen.
func (p *part) indexOf(l level) (index int32, ok bool) {
	i, ok := p.index.Find(l, p.level)
	return int32(i), ok //nolint:gosec // no model has two thousand million levels
}

// newPart gathers what is known of past lines, before any fit.
func newPart(lines []*pastLine, s Settings) *part {
	p := &part{
		basis: Basis{Kind: BasisLists},
		theta: s.Frailty.Theta,
		lines: make(map[string]lineFacts, len(lines)),
		past:  newRecord(0),
		years: make(map[data.Process]bool),

		ridge: s.Ridge, yearRidge: s.YearRidge,
	}
	for _, l := range lines {
		p.basis.Unplaced += l.unplaced
		p.basis.Unordered += l.taken - l.ordered()
		if l.ordered() == 0 {
			continue
		}
		p.basis.Processes = insertProcess(p.basis.Processes, l.line.Process)
		p.basis.Seats += l.ordered()
		p.past.add(l)
		p.years[l.line.Process] = true
		facts := lineFacts{
			Process: l.line.Process, Taken: l.taken, Complete: l.complete, Passing: l.passing,
			Ordered: p.lines[l.line.Profession].Ordered + l.ordered(),
		}
		if before := p.lines[l.line.Profession].Passing; before.Learnt() && !l.passing.Learnt() {
			facts.Passing = before // a list with marks alone teaches nothing of it
		}
		for _, plaza := range l.plazas {
			facts.Seats += plaza.Seats
		}
		p.lines[l.line.Profession] = facts
	}
	return p
}
