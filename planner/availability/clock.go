package availability

import "math"

// maxExponent keeps exp(v) finite; beyond it survival is 0 or 1 to the last bit.
const maxExponent = 700

// logSurvival is log S at v = η + log t: the logarithm of the chance that one
// seat is still free (README.md, "The form"); θ = 0 is the clock without frailty.
func logSurvival(v, theta float64) float64 {
	x := math.Exp(math.Min(v, maxExponent))
	if theta <= 0 {
		return -x
	}
	return -math.Log1p(theta*x) / theta
}

// survival returns S and 1 − S, each without loss of digits.
func survival(v, theta float64) (free, gone float64) {
	if theta == 1 {
		x := math.Exp(math.Min(v, maxExponent))
		free = 1 / (1 + x)
		return free, x * free
	}
	l := logSurvival(v, theta)
	return math.Exp(l), -math.Expm1(l)
}

// timeFor returns v = η + log t at which the survival has fallen to s, for s
// strictly between 0 and 1.
func timeFor(s, theta float64) float64 {
	if theta <= 0 {
		return math.Log(-math.Log(s))
	}
	return math.Log(math.Expm1(-theta*math.Log(s)) / theta)
}

// clocks are the seats of one line: plaza i has seats[i] clocks of log rate
// eta[i].
type clocks struct {
	eta    []float64
	seats  []float64
	theta  float64
	total  float64   // sum of seats
	least  float64   // smallest η of a plaza with seats
	most   float64   // largest
	centre float64   // half way between them
	rate   []float64 // exp(η − centre); nil where it might overflow
}

// safeExponent keeps products of two exponentials finite.
const safeExponent = 300

func newClocks(eta, seats []float64, theta float64) *clocks {
	c := &clocks{eta: eta, seats: seats, theta: theta, least: math.Inf(1), most: math.Inf(-1)}
	for i, n := range seats {
		if n > 0 {
			c.total += n
			c.least, c.most = math.Min(c.least, eta[i]), math.Max(c.most, eta[i])
		}
	}
	if c.total == 0 {
		c.least, c.most = 0, 0
	}
	c.centre = c.least + (c.most-c.least)/2
	if c.most-c.centre < safeExponent {
		c.rate = make([]float64, len(eta))
		for i, n := range seats {
			if n > 0 {
				c.rate[i] = math.Exp(eta[i] - c.centre)
			}
		}
	}
	return c
}

// at returns the expected seats gone and left at log time u, and the growth of
// the former with u.
func (c *clocks) at(u float64) (gone, left, slope float64) {
	if c.rate != nil && math.Abs(u+c.centre) < safeExponent {
		return c.atRates(math.Exp(u + c.centre))
	}
	for i, n := range c.seats {
		if n == 0 {
			continue
		}
		v := c.eta[i] + u
		free, taken := survival(v, c.theta)
		gone += n * taken
		left += n * free
		slope += n * c.density(v, free, taken)
	}
	return gone, left, slope
}

// atRates is at without an exponential a plaza.
func (c *clocks) atRates(t float64) (gone, left, slope float64) {
	for i, n := range c.seats {
		if n == 0 {
			continue
		}
		x := c.rate[i] * t
		free, taken := survivalAt(x, c.theta)
		left += n * free
		gone += n * taken
		slope += n * free * x / (1 + c.theta*x)
	}
	return gone, left, slope
}

// fewGone is the w·t below which 1 − S is reckoned by itself, to keep its digits,
// and fewLeft that beyond which S is.
const (
	fewGone = 1e-2
	fewLeft = 1e4
)

// survivalAt is survival for x = w·t. The power −4/3 of the usual θ costs a
// cube root instead of a logarithm and an exponential, the first powers of a small
// x neither.
func survivalAt(x, theta float64) (free, gone float64) {
	switch {
	case x < fewGone && theta <= 2:
		gone = 1
		for j := 6.0; j > 0; j-- {
			gone = 1 - (1+j*theta)*x/(j+1)*gone
		}
		gone *= x
		return 1 - gone, gone
	case x < fewGone:
		l := -math.Log1p(theta*x) / theta
		return math.Exp(l), -math.Expm1(l)
	case theta == 1:
		free = 1 / (1 + x)
		return free, x * free
	case theta == 0.75:
		y := 1 + theta*x
		free = 1 / (y * math.Cbrt(y))
		return free, 1 - free
	case theta <= 0:
		return math.Exp(-x), -math.Expm1(-x)
	}
	free = math.Exp(-math.Log1p(theta*x) / theta)
	return free, 1 - free
}

// density is −dS/dv.
func (c *clocks) density(v, free, taken float64) float64 {
	if c.theta == 1 {
		return free * taken
	}
	x := math.Exp(math.Min(v, maxExponent))
	return free * x / (1 + c.theta*x)
}

// timeAt solves Σ (1 − S) = k for u = log t, for 0 < k < total.
func (c *clocks) timeAt(k float64) float64 {
	return c.timeNear(k, c.firstGuess(math.Log(k)-math.Log(c.total-k)), 1e-11)
}

// timeNear is timeAt from a guess, to a given share of the seats gone or of
// those left, whichever are fewer: near either end every digit counts. It works
// on the log odds of the share gone, which is nearly straight in u, so that
// Newton's steps converge at once; a bracket that holds every pick number that a
// float can tell from the ends guards them.
func (c *clocks) timeNear(k, guess, near float64) float64 {
	lo, hi := -maxExponent-c.most, maxExponent-c.least
	want := math.Log(k) - math.Log(c.total-k)
	enough := near * math.Min(k, c.total-k)
	u := math.Min(math.Max(guess, lo), hi)
	for range 200 {
		gone, left, slope := c.at(u)
		gap := gone - k
		if k > c.total/2 {
			gap = (c.total - k) - left // of two small numbers, no digit is lost
		}
		if gap > 0 {
			hi = u
		} else {
			lo = u
		}
		odds := math.Log(gone) - math.Log(left)
		next := u - (odds-want)*gone*left/(slope*c.total)
		inside := next > lo && next < hi
		if math.Abs(gap) <= enough {
			if inside {
				u = next // the step that is at hand anyway
			}
			return u
		}
		if !inside {
			next = lo + (hi-lo)/2
		}
		if next == u || hi-lo < 1e-15*math.Max(1, math.Abs(u)) {
			return u
		}
		u = next
	}
	return u
}

// firstGuess treats all clocks as alike.
func (c *clocks) firstGuess(odds float64) float64 {
	mean := 0.0
	for i, n := range c.seats {
		mean += n * c.eta[i]
	}
	return odds - mean/c.total
}

// free returns the chance that one of n seats alike is free, and survivors, the
// expected number of them.
func free(v, theta, n float64) (chance, survivors float64) {
	s, taken := survival(v, theta)
	if n == 1 {
		return s, s
	}
	if n <= 0 {
		return 0, 0
	}
	return -math.Expm1(n * math.Log(taken)), n * s
}

// logitFree is the log odds of the chance of free, without loss of digits at
// either end.
func logitFree(v, theta, n float64) float64 {
	if theta == 1 && n == 1 {
		return -v // S = 1/(1 + e^v)
	}
	logS := logSurvival(v, theta)
	logTaken := v
	if v > -30 {
		logTaken = math.Log(-math.Expm1(logS))
	}
	if n == 1 {
		return logS - logTaken
	}
	logChance := math.Log(n) + logS
	if logS > -30 {
		logChance = math.Log(-math.Expm1(n * logTaken))
	}
	return logChance - n*logTaken
}

// ratesAt returns what multiplies the rates at log time u; 0 where that might
// overflow.
func (c *clocks) ratesAt(u float64) float64 {
	if c.rate == nil || math.Abs(u+c.centre) >= safeExponent {
		return 0
	}
	return math.Exp(u + c.centre)
}

// leastGone is the chance that all seats of a plaza are gone below which its
// logarithm is reckoned by itself.
const leastGone = 1e-280

// logitAt is logitFree of plaza i at log time u, of which t is ratesAt: one
// logarithm where no digit is lost by it.
func (c *clocks) logitAt(i int, u, t float64) float64 {
	n := c.seats[i]
	if x := t * rateOf(c, i); x > 0 && x < fewLeft && c.theta == 0.75 {
		_, gone := survivalAt(x, c.theta)
		if n != 1 {
			gone = math.Pow(gone, n)
		}
		if gone > leastGone {
			return math.Log((1 - gone) / gone)
		}
	}
	return logitFree(c.eta[i]+u, c.theta, n)
}

func rateOf(c *clocks, i int) float64 {
	if c.rate == nil {
		return 0
	}
	return c.rate[i]
}

// table keeps gone(u) on an even grid, to be read between its points: the pick
// numbers of thousands of times for the price of some hundred sums.
type table struct {
	clocks *clocks
	from   float64
	step   float64
	gone   []float64
	slope  []float64
}

// tablePoints makes the step fine enough for errors far below one pick.
const tablePoints = 257

func newTable(c *clocks) *table {
	edge := math.Min(0.01, c.total/1000)
	from, to := c.timeAt(edge), c.timeAt(c.total-edge)
	t := &table{clocks: c, from: from, step: (to - from) / (tablePoints - 1)}
	t.gone = make([]float64, tablePoints)
	t.slope = make([]float64, tablePoints)
	for i := range t.gone {
		t.gone[i], _, t.slope[i] = c.at(from + float64(i)*t.step)
	}
	return t
}

// pickAt returns the expected seats gone at log time u.
func (t *table) pickAt(u float64) float64 {
	place := (u - t.from) / t.step
	i := int(math.Floor(place))
	if t.step <= 0 || i < 0 || i >= tablePoints-1 {
		gone, _, _ := t.clocks.at(u)
		return gone
	}
	x := place - float64(i)
	// cubic Hermite interpolation
	a, b := t.gone[i], t.gone[i+1]
	da, db := t.slope[i]*t.step, t.slope[i+1]*t.step
	return a + x*(da+x*(3*(b-a)-2*da-db+x*(2*(a-b)+da+db)))
}
