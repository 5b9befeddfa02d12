package panorama

import (
	"cmp"
	"slices"

	"brujula/data"
	"brujula/planner/catalog"
)

// Went is a plaza and when its last seat went in a past process.
type Went struct {
	Row  int
	Turn catalog.Turn
}

// Went lists the plazas that pass the filter and of which it is known when their
// last seat went in the newest past process: the first gone first, those of which
// a seat was left at the end. The process is "" where none is known.
func (o *Overview) Went(filter catalog.Filter) (process data.Process, out []Went) {
	past := o.space.BeforeTurns()
	if len(past) == 0 {
		return "", nil
	}
	for _, row := range o.c.Select(filter, nil).Rows {
		if row < len(past[0].Turns) && past[0].Turns[row].From > 0 {
			out = append(out, Went{row, past[0].Turns[row]})
		}
	}
	slices.SortStableFunc(out, func(a, b Went) int {
		return cmp.Or(cmp.Compare(int64(a.Turn.From)+int64(a.Turn.To), int64(b.Turn.From)+int64(b.Turn.To)), cmp.Compare(a.Row, b.Row))
	})
	return data.Process(past[0].Process), out
}
