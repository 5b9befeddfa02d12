package backtest

import (
	"cmp"
	"slices"
)

// Pool adds the reliability bins of all cuts of the partitions together; each
// plaza counts once a cut.
func Pool(parts []Partition) []Bin {
	var pooled []Bin
	at := map[float64]int{}
	for i := range parts {
		for j := range parts[i].Cuts {
			for _, bin := range parts[i].Cuts[j].Calibration {
				k, ok := at[bin.From]
				if !ok {
					k = len(pooled)
					at[bin.From] = k
					pooled = append(pooled, Bin{From: bin.From, To: bin.To})
				}
				pooled[k].add(bin)
			}
		}
	}
	for i := range pooled {
		if n := float64(pooled[i].N); n > 0 {
			pooled[i].Mean /= n
			pooled[i].Frequency /= n
		}
	}
	sortBins(pooled)
	return pooled
}

// add sums, with Mean and Frequency as totals until they are divided by N.
func (b *Bin) add(other Bin) {
	n := float64(other.N)
	b.N += other.N
	b.Mean += other.Mean * n
	b.Frequency += other.Frequency * n
}

func sortBins(bins []Bin) {
	slices.SortFunc(bins, func(a, b Bin) int { return cmp.Compare(a.From, b.From) })
}

// MeanBaselines averages the plain rules over the cuts; last is nil where no
// cut has it.
func (p *Partition) MeanBaselines() (constant, gradeRegion Score, last *Score) {
	n := 0.0
	var sum Score
	for i := range p.Cuts {
		b := &p.Cuts[i].Baselines
		constant.Brier += b.Constant.Brier / float64(len(p.Cuts))
		constant.Log += b.Constant.Log / float64(len(p.Cuts))
		gradeRegion.Brier += b.GradeRegion.Brier / float64(len(p.Cuts))
		gradeRegion.Log += b.GradeRegion.Log / float64(len(p.Cuts))
		if b.LastTaker != nil {
			n++
			sum.Brier += b.LastTaker.Brier
			sum.Log += b.LastTaker.Log
		}
	}
	if n > 0 {
		last = &Score{sum.Brier / n, sum.Log / n}
	}
	return constant, gradeRegion, last
}

// MeanCoverage averages the coverage over the cuts that know it.
func (p *Partition) MeanCoverage() *float64 {
	n, sum := 0.0, 0.0
	for i := range p.Cuts {
		if c := p.Cuts[i].Coverage; c != nil {
			n++
			sum += *c
		}
	}
	if n == 0 {
		return nil
	}
	mean := sum / n
	return &mean
}
