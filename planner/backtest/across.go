package backtest

import (
	"context"
	"slices"

	"brujula/data"
	"brujula/planner/availability"
)

// Across fits on earlier processes and tests on a later one of one modality,
// complete or cut at some rank.
func Across(ctx context.Context, train []availability.History, test availability.History, options Options) ([]Partition, error) {
	o := options.filled()
	model, err := availability.Fit(ctx, train, o.Settings)
	if err != nil {
		return nil, err
	}
	partitions := Judge(model, test, train, o)
	for i := range partitions {
		partitions[i].TrainedOn = processesOf(train)
		partitions[i].Direction = directionOf(partitions[i].Line.Process, partitions[i].TrainedOn)
	}
	if o.Progress != nil {
		o.Progress(1, 1)
	}
	return partitions, nil
}

// Judge tests a model that was fitted elsewhere, such as the shipped prior, on a
// past process. The earlier lists serve the baselines; there may be none.
func Judge(model *availability.Model, test availability.History, earlier []availability.History, options Options) []Partition {
	o := options.filled()
	var partitions []Partition
	for _, line := range truths(test) {
		cuts := o.cuts(line)
		if len(cuts) == 0 || len(line.scored()) == 0 {
			continue
		}
		said := newPrediction(line, cuts)
		all := make([]int, len(line.Plazas))
		for i := range all {
			all[i] = i
		}
		said.fill(model, KindAcross, line, cuts, all)
		before := latestOf(earlier, line.Line)
		if before != nil {
			said.fillRates(line, cuts, all, before, before.scored())
		} else {
			said.fillRates(line, cuts, all, line, nil)
		}
		p := said.partition(KindAcross, line, cuts, before)
		p.TrainedOn = model.BasisOf(line.Line.Modality).Processes
		p.Direction = directionOf(line.Line.Process, p.TrainedOn)
		partitions = append(partitions, p)
	}
	return partitions
}

// latestOf finds the same line in the latest of some past lists.
func latestOf(past []availability.History, line data.Line) *truth {
	var latest *truth
	for _, h := range past {
		if h.Offer == nil || h.Offer.Modality != line.Modality {
			continue
		}
		for _, t := range truths(h) {
			if t.Line.Profession == line.Profession && (latest == nil || latest.Line.Process.Before(t.Line.Process)) {
				latest = t
			}
		}
	}
	return latest
}

func sortedProcesses(list []data.Process) []data.Process {
	slices.SortFunc(list, func(a, b data.Process) int { return a.Ordinal() - b.Ordinal() })
	return slices.Compact(list)
}
