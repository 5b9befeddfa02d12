package backtest

import (
	"context"

	"brujula/planner/availability"
)

// AgeScore is how well the latest process is forecast when older ones weigh so
// much in the fit.
type AgeScore struct {
	Weight float64 // availability.Settings.AgeWeight
	Score  Score   // mean over the plazas of all lines
}

// ageWeights are the weights that ChooseAge tries.
func ageWeights() []float64 { return []float64{1, 0.7, 0.5, 0.35, 0.2, 0.1} }

// ChooseAge measures the weight for age once there are two processes of a
// modality: the latest is cross-validated with the older lists added to every
// training fold under each weight. The scores come in the order of the weights
// tried; best is the weight of the smallest log score.
func ChooseAge(ctx context.Context, older []availability.History, latest availability.History, options Options) (best float64, scores []AgeScore, err error) {
	o := options.filled()
	o.Earlier = older
	o.Progress = nil
	weights := ageWeights()
	for i, weight := range weights {
		o.Settings.AgeWeight = weight
		partitions, err := Cross(ctx, latest, o)
		if err != nil {
			return 0, nil, err
		}
		scores = append(scores, AgeScore{Weight: weight, Score: overall(partitions)})
		if options.Progress != nil {
			options.Progress(i+1, len(weights))
		}
	}
	best = weights[0]
	least := scores[0].Score.Log
	for _, s := range scores[1:] {
		if s.Score.Log < least {
			best, least = s.Weight, s.Score.Log
		}
	}
	return best, scores, nil
}

// overall averages partitions, each plaza counting once.
func overall(partitions []Partition) Score {
	var sum Score
	n := 0
	for i := range partitions {
		p := &partitions[i]
		if len(p.Cuts) == 0 {
			continue
		}
		plazas := p.Cuts[0].N
		mean := p.MeanScore()
		sum.Brier += mean.Brier * float64(plazas)
		sum.Log += mean.Log * float64(plazas)
		n += plazas
	}
	return sum.over(n)
}
