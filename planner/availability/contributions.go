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
	Own    bool    // the plaza has a coefficient of it; else only others have
	Seats  float64 // past seats that the coefficient rests on; of tents the most of theirs
}

// effectYear is an effect, what lasts of it or the deviation of a process.
type effectYear struct {
	effect Effect
	year   bool
}

// means returns the mean contribution of each effect over the seats of the line.
func (g *ground) means() map[effectYear]float64 {
	g.once.Do(func() {
		g.mean = make(map[effectYear]float64)
		total := 0.0
		for j, weights := range g.weights {
			total += g.seats[j]
			for _, w := range weights {
				g.mean[g.part.effectYear(w)] += g.seats[j] * g.value(w)
			}
		}
		for k := range g.mean {
			g.mean[k] /= math.Max(1, total)
		}
	})
	return g.mean
}

// value is what a coefficient adds to the log weight.
func (g *ground) value(w weight) float64 { return g.trust * w.value * g.part.coef[w.index] }

func (p *part) effectYear(w weight) effectYear {
	l := &p.levels[w.index]
	return effectYear{l.effect, l.year != ""}
}

// Contributions returns what the log weight of plaza i is made of, the strongest
// first, by effect; their sum is the log weight less the mean over the seats of
// the line. Empty where no model stands behind the forecast.
func (f *Forecast) Contributions(i int) []Contribution {
	g := f.ground
	if g == nil || i < 0 || i >= len(g.weights) {
		return nil
	}
	mean := g.means()
	own := make(map[effectYear]Contribution, len(mean))
	for _, w := range g.weights[i] {
		k := g.part.effectYear(w)
		c := own[k]
		c.Own = true
		c.Value += g.value(w)
		c.Seats = math.Max(c.Seats, g.part.support[w.index])
		own[k] = c
	}
	out := make([]Contribution, 0, len(mean))
	for k, of := range mean { // those which this plaza lacks too
		c := own[k]
		c.Effect, c.Year = k.effect, k.year
		c.Value -= of
		out = append(out, c)
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

// ChanceWithout returns the chance of plaza i at pick number k if its log weight
// were less by a value, such as that of a Contribution or of Learnt: what the
// chance would be if that evidence said of it what it says of the mean seat.
func (f *Forecast) ChanceWithout(i int, value, k float64) float64 {
	if i < 0 || i >= f.Len() {
		return 0
	}
	at := f.momentAgain(k)
	n := f.clocks.seats[i]
	if n == 0 || math.IsInf(at.u, 0) {
		chance, _ := f.chance(i, at)
		return chance
	}
	chance, _ := free(f.lessBy(i, value)+at.u, f.clocks.theta, n)
	return f.mixed(chance, f.left(at.k), n)
}

// askedMoment is a pick number with its moment.
type askedMoment struct {
	k  float64
	at moment
}

// momentAgain is moment for who asks many times for the same pick number.
func (f *Forecast) momentAgain(k float64) moment {
	if last := f.asked.Load(); last != nil && last.k == k {
		return last.at
	}
	at := f.moment(k)
	f.asked.Store(&askedMoment{k, at})
	return at
}

// lessBy returns the log rate of the clocks of plaza i if its log weight were less
// by a value. Clocks that have not rung by the present of an act are slower than
// their weights: see startedAt.
func (f *Forecast) lessBy(i int, value float64) float64 {
	rate, theta := f.clocks.eta[i], f.clocks.theta
	if f.began == nil || theta <= 0 {
		return rate - value
	}
	// rate = e − log(1 + θ·exp(e + u)), solved for e
	u := *f.began
	e := rate - math.Log1p(-math.Min(theta*math.Exp(rate+u), 1-1e-12))
	e -= value
	return e + theta*logSurvival(e+u, theta)
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
