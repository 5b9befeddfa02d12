package turn

import (
	"context"
	"slices"

	"brujula/data"
	"brujula/planner/catalog"
	"brujula/planner/workspace"
)

// rankedMost is how many matches are put in the order of relevance: with more
// the search is not done yet.
const rankedMost = 60

// Find returns the rows of a line that a few letters mean, without regard to case
// and accents: those of the plan first, then by how well they match. rows are
// the line's rows; an empty text gives them all.
func Find(c *catalog.Catalog, rows []int, text string, inPlan func(data.PlazaID) bool) []int {
	found := c.SelectIn(rows, catalog.Filter{Text: text}, nil).Rows
	if len(found) <= rankedMost {
		found = c.Rank(context.Background(), found, text)
	}
	found = slices.Clone(found)
	slices.SortStableFunc(found, func(a, b int) int {
		return last(!inPlan(c.Plaza(a).PlazaID)) - last(!inPlan(c.Plaza(b).PlazaID))
	})
	return found
}

// Meant returns the rows of a line that letters mean in an act. To be freed are only
// those of which a seat is crossed out. To be crossed out are all, and what has no
// seat left stands last: it is in view so that nobody looks for it in vain.
func Meant(c *catalog.Catalog, rows []int, text string, inPlan func(data.PlazaID) bool, gone map[string]int, releasing bool) []int {
	rows = Find(c, rows, text, inPlan)
	if releasing {
		return slices.DeleteFunc(rows, func(row int) bool { return gone[c.Plaza(row).Renipress] == 0 })
	}
	return FullLast(c, rows, gone)
}

// FullLast puts what has no seat left behind the rest, each in its order.
func FullLast(c *catalog.Catalog, rows []int, gone map[string]int) []int {
	full := func(row int) int {
		p := c.Plaza(row)
		return last(gone[p.Renipress] >= p.Seats)
	}
	slices.SortStableFunc(rows, func(a, b int) int { return full(a) - full(b) })
	return rows
}

// FindSimilar returns the rows of the line that hold the letters in their order,
// for a text that nothing holds. It is slow and meant for the background.
func FindSimilar(c *catalog.Catalog, line data.Line, text string) []int {
	f := workspace.OfLine(line)
	rows := c.Select(f, nil).Rows
	f.Text = text
	return c.Similar(context.Background(), rows, f, nil).Rows
}

func last(b bool) int {
	if b {
		return 1
	}
	return 0
}
