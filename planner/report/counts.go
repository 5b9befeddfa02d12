package report

import "brujula/planner/catalog"

// Counts is the answer of listar --contar: a listing without its plazas, and how many
// of them have each value.
type Counts struct {
	Head
	Places     int     `json:"lugares"`
	Seats      int     `json:"cupos"`
	Dimensions []Count `json:"conteos"`
}

// Count counts by one dimension.
type Count struct {
	Dim    string       `json:"por"`
	Values []CountValue `json:"valores"`
}

// CountValue is one value; Likely is null without a rank.
type CountValue struct {
	Value  string `json:"valor"`
	Places int    `json:"lugares"`
	Seats  int    `json:"cupos"`
	Likely *int   `json:"probables"`
}

// CountOf returns the record of the counts by a dimension; ranked tells that it is
// known what is likely.
func CountOf(d catalog.Dim, counts []catalog.Frequency, ranked bool) Count {
	out := Count{Dim: d.Key(), Values: []CountValue{}}
	for i := range counts {
		c := &counts[i]
		v := CountValue{Value: c.Value, Places: c.Plazas, Seats: c.Seats}
		if ranked {
			v.Likely = &c.Likely
		}
		out.Values = append(out.Values, v)
	}
	return out
}
