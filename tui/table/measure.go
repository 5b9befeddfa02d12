package table

import (
	"slices"

	"brujula/tui/layout"
)

// held is how wide the cells of a column are among the rows in view: nearly all
// of them (see usualShare), and the longest; first is usual as the rows came.
type held struct{ usual, longest, first int }

// usualShare is the share of cells that a column's usual width holds whole. One
// name of sixty letters does not take the room of all others.
const usualShare = 0.95

// slack is how many cells a column may be too wide before other rows make it
// narrower.
const slack = 4

// measure brings the widths of the columns that fit their contents to the rows
// in view. fresh tells that the rows are others: else they only grow.
func (m *Model[K]) measure(fresh bool) {
	if !slices.ContainsFunc(m.columns, func(c Column) bool { return c.Fit }) {
		return
	}
	first, last := m.start, min(m.source.Len(), m.start+m.PageLen())
	if first >= last {
		return
	}
	widths := make([][]int, len(m.columns))
	for row := first; row < last; row++ {
		m.fillRow(row)
		for i, c := range m.columns {
			if c.Fit {
				widths[i] = append(widths[i], layout.Width(m.cells[i]))
			}
		}
	}
	for i, all := range widths {
		if len(all) == 0 {
			continue
		}
		slices.Sort(all)
		now := held{usual: all[int(usualShare*float64(len(all)-1))], longest: all[len(all)-1]}
		now.usual = max(now.usual, layout.Width(m.columns[i].Title))
		was := m.held[i]
		now = held{settle(was.usual, now.usual, fresh), settle(was.longest, now.longest, fresh), was.first}
		if fresh || was.first == 0 {
			now.first = now.usual
		}
		m.held[i] = now
	}
}

// settle returns the width that follows the one before.
func settle(was, now int, fresh bool) int {
	if fresh && now < was-slack {
		return now
	}
	return max(was, now)
}
