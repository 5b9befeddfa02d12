package catalog

import (
	"slices"

	"brujula/data"
)

// Seats adds up the seats of the rows that a filter asks for. Of a plaza that several
// budgets pay, a filter by budget asks only for the seats of the wanted ones.
func (c *Catalog) Seats(rows []int, f *Filter) int {
	n := 0
	for _, row := range rows {
		n += c.seatsOf(row, f)
	}
	return n
}

// seatsOf counts the seats of one row that a filter asks for; nil asks for all.
func (c *Catalog) seatsOf(row int, f *Filter) int {
	if !f.Shares() {
		return c.seats[row]
	}
	n := 0
	for _, part := range SeatParts(c.Plaza(row)) {
		if f.PaidBy(part.Name) {
			n += part.Seats
		}
	}
	return n
}

// SeatParts shares the seats of a plaza out among its budgets. What no budget is said
// to pay comes last, without a name; a list that says more than there is gives the
// first ones theirs.
func SeatParts(p *data.Plaza) []data.Budget {
	parts := make([]data.Budget, 0, len(p.Budgets)+1)
	rest := p.Seats
	for _, b := range p.Budgets {
		b.Seats = min(b.Seats, rest)
		rest -= b.Seats
		parts = append(parts, b)
	}
	if rest > 0 || len(parts) == 0 {
		parts = append(parts, data.Budget{Seats: rest})
	}
	return parts
}

// Shares reports whether the filter may ask for a part of a plaza's seats alone.
func (f *Filter) Shares() bool {
	return f != nil && (len(f.In[DimBudget]) > 0 || len(f.Out[DimBudget]) > 0)
}

// PaidBy reports whether the filter asks for seats that a budget pays.
func (f *Filter) PaidBy(budget string) bool {
	if f == nil {
		return true
	}
	in := f.In[DimBudget]
	return (len(in) == 0 || slices.Contains(in, budget)) && !slices.Contains(f.Out[DimBudget], budget)
}
