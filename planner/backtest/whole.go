package backtest

import (
	"context"
	"slices"

	"brujula/planner/availability"
)

// OtherYears forecasts every past list by a fit on all the others: what an
// applicant faces, who chooses in a year that no list tells of. Lines whose exact
// order is known come first; those of marks alone are a noisy account of it. None
// with fewer than two lists.
func OtherYears(ctx context.Context, past []availability.History, options Options) ([]Partition, error) {
	if len(past) < 2 {
		return nil, nil
	}
	tasks := make([]func(context.Context) error, len(past))
	tested := make([][]Partition, len(past))
	o := options
	o.Progress = nil
	for i := range past {
		tasks[i] = func(ctx context.Context) (err error) {
			others := slices.Delete(slices.Clone(past), i, i+1)
			tested[i], err = Across(ctx, others, past[i], o)
			return err
		}
	}
	if err := inParallel(ctx, tasks, max(1, options.Workers), options.Progress); err != nil {
		return nil, err
	}
	all := slices.Concat(tested...)
	slices.SortStableFunc(all, func(a, b Partition) int {
		switch a.Order {
		case b.Order:
			return b.Line.Process.Ordinal() - a.Line.Process.Ordinal()
		case OrderExact:
			return -1
		}
		return 1
	})
	return all, nil
}

// Split parts partitions by what was tested how: those of one kind, process,
// order and fit stand together, in the order in which they come.
func Split(parts []Partition) [][]Partition {
	var groups [][]Partition
	for i := range parts {
		p := &parts[i]
		at := slices.IndexFunc(groups, func(g []Partition) bool { return g[0].alike(p) })
		if at < 0 {
			groups = append(groups, nil)
			at = len(groups) - 1
		}
		groups[at] = append(groups[at], *p)
	}
	return groups
}

func (p *Partition) alike(other *Partition) bool {
	return p.Kind == other.Kind && p.Order == other.Order && p.Line.Process == other.Line.Process &&
		p.Line.Modality == other.Line.Modality && slices.Equal(p.TrainedOn, other.TrainedOn)
}

// Newest returns the latest of some past processes; there must be one.
func Newest(past []availability.History) availability.History {
	return slices.MaxFunc(past, func(a, b availability.History) int {
		return a.Adjudication.Process.Ordinal() - b.Adjudication.Process.Ordinal()
	})
}
