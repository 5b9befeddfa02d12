package backtest

import (
	"math"

	"brujula/data/prior"
)

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
