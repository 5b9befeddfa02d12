package backtest

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data"
	"brujula/data/prior"
)

func TestSummarise(t *testing.T) {
	half := 0.75
	bin := func(n int, mean, frequency float64) Bin {
		return Bin{From: 0.8, To: 0.9, N: n, Mean: mean, Frequency: frequency}
	}
	cut := func(brier float64, b Bin) Cut {
		return Cut{Brier: brier, Log: 2 * brier, Baselines: Baselines{Constant: Score{Brier: 0.2}, GradeRegion: Score{Brier: 0.15}}, Calibration: []Bin{b}, Coverage: &half}
	}
	got := Summarise(prior.Full, []Partition{{
		Line: data.Line{Process: "2025-I", Profession: "MEDICINA", Modality: data.Remunerada}, Seats: 300, Seeds: []uint64{1, 2},
		// 5 points off is still right, 99 chances are too few to tell
		Cuts: []Cut{cut(0.1, bin(100, 0.85, 0.80)), cut(0.12, bin(300, 0.85, 0.7901)), cut(0.11, bin(99, 0.85, 0))},
	}})
	want := prior.Scores{
		Model: prior.Full, Process: "2025-I", Modality: data.Remunerada, Seeds: []uint64{1, 2}, Checked: 2, Astray: 1,
		Lines: []prior.LineScores{{Profession: "MEDICINA", Seats: 300, Brier: 0.11, Log: 0.22, Constant: 0.2, GradeRegion: 0.15, Coverage: &half}},
		Bins:  []prior.ScoreBin{{From: 0.8, To: 0.9, N: 499, Mean: 0.85, Frequency: 0.6353}}, // (80 + 237.03) / 499
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
