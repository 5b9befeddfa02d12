package availability

import (
	"cmp"
	"math"
	"slices"
)

// Contribution is what one effect adds to the log weight of a plaza, beside the
// mean over the seats of its line: above 0 the plaza goes sooner than others for
// it, below 0 later.
type Contribution struct {
	Effect Effect
	Year   bool    // the deviation of its own process, not what lasts
	Value  float64 // in log weight
	Seats  float64 // past seats that the coefficient rests on; of tents the most of theirs
}

// Contributions gives what the log weight of plaza i is made of, the strongest
// first, by effect; their sum is the log weight less the mean over the seats of
// the line. Empty where no model stands behind the forecast.
func (f *Forecast) Contributions(i int) []Contribution {
	g := f.ground
	if g == nil || i < 0 || i >= len(g.weights) {
		return nil
	}
	type key struct {
		effect Effect
		year   bool
	}
	own, mean := make(map[key]*Contribution), make(map[key]float64)
	total := 0.0
	for j, weights := range g.weights {
		n := g.seats[j]
		total += n
		for _, w := range weights {
			l := g.part.levels[w.index]
			k := key{l.effect, l.year != ""}
			value := g.trust * w.value * g.part.coef[w.index]
			mean[k] += n * value
			if j != i {
				continue
			}
			c := own[k]
			if c == nil {
				c = &Contribution{Effect: l.effect, Year: k.year}
				own[k] = c
			}
			c.Value += value
			c.Seats = math.Max(c.Seats, g.part.support[w.index])
		}
	}
	out := make([]Contribution, 0, len(mean))
	for k, sum := range mean {
		c := own[k]
		if c == nil { // the others' effect, which this plaza lacks
			c = &Contribution{Effect: k.effect, Year: k.year}
		}
		if total > 0 {
			c.Value -= sum / total
		}
		out = append(out, *c)
	}
	slices.SortFunc(out, func(a, b Contribution) int {
		year := 0
		if a.Year != b.Year {
			year = 1
			if b.Year {
				year = -1
			}
		}
		return cmp.Or(-cmp.Compare(math.Abs(a.Value), math.Abs(b.Value)), cmp.Compare(a.Effect, b.Effect), year)
	})
	return out
}

// Learnt is by how much the picks of this act have moved the log weight of plaza
// i beside the mean over the seats of the line; 0 before Live.
func (f *Forecast) Learnt(i int) float64 {
	if i < 0 || i >= len(f.learnt) || f.ground == nil {
		return 0
	}
	sum, total := 0.0, 0.0
	for j, v := range f.learnt {
		sum += f.ground.seats[j] * v
		total += f.ground.seats[j]
	}
	return f.learnt[i] - sum/math.Max(1, total)
}
