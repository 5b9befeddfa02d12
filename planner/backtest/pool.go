package backtest

import (
	"cmp"
	"math"
	"slices"

	"brujula/data/prior"
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

// Summarise brings the partitions of one process and modality to the figures
// of the model card, rounded to four digits after the point.
func Summarise(model prior.Model, parts []Partition) prior.Scores {
	s := prior.Scores{Model: model}
	for i := range parts {
		p := &parts[i]
		s.Process, s.Modality, s.Seeds = p.Line.Process, p.Line.Modality, p.Seeds
		s.Order, s.Direction = string(p.Order), string(p.Direction)
		if p.Kind == KindAcross {
			s.TrainedOn = p.TrainedOn
		}
		mean := p.MeanScore()
		constant, region, _ := p.MeanBaselines()
		s.Lines = append(s.Lines, prior.LineScores{
			Profession: p.Line.Profession, Seats: p.Seats, Brier: rounded(mean.Brier), Log: rounded(mean.Log),
			Constant: rounded(constant.Brier), GradeRegion: rounded(region.Brier),
			Coverage: roundedOr(p.MeanCoverage()), Spearman: roundedOr(p.Spearman),
		})
		for _, cut := range p.Cuts {
			for _, b := range cut.Calibration {
				if b.N < prior.BinCases {
					continue
				}
				s.Checked++
				if math.Abs(b.Mean-b.Frequency) > prior.AstrayBy {
					s.Astray++
				}
			}
		}
	}
	for _, b := range Pool(parts) {
		s.Bins = append(s.Bins, prior.ScoreBin{From: b.From, To: b.To, N: b.N, Mean: rounded(b.Mean), Frequency: rounded(b.Frequency)})
	}
	return s
}

func rounded(x float64) float64 { return math.Round(x*1e4) / 1e4 }

func roundedOr(x *float64) *float64 {
	if x == nil {
		return nil
	}
	r := rounded(*x)
	return &r
}
