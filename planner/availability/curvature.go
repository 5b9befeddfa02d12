package availability

// event is one seat that went: of the tie that it went in, with what was left of
// the clocks, as Efron's method has it.
type event struct {
	share float64 // of the tie's own clocks that count as gone already
	pull  float64 // weight / left²
}

// bend is the second derivative of the likelihood at the coefficients that it was
// last evaluated at with a gradient: times adds it up along a direction. The
// matrix is never made; with A the clocks of those still there times the
// direction, it is
//
//	Σ x·clock·[hazard·u − Σ over the events before of pull·(A − share·A of the tie)] + λ·direction
//
// with u the direction's η (of the tie's own events only 1 − share counts).
type bend struct {
	*likelihood
	clock   []float64 // of each seat: the likelihood's own, or less of it
	eta     []float64
	nodeEta []float64
	row     []float64
	node    []float64
	risk    []float64 // of each seat: clocks times u of those from it on
}

func newBend(l *likelihood) *bend {
	return &bend{
		likelihood: l, clock: l.clock,
		eta: make([]float64, len(l.eta)), nodeEta: make([]float64, len(l.nodeEta)),
		row: make([]float64, len(l.rowGrad)), node: make([]float64, len(l.nodeGrad)),
		risk: make([]float64, len(l.seats)),
	}
}

// times works out the product with a direction.
func (c *bend) times(direction, product []float64) {
	c.spread(direction, c.nodeEta, c.eta)
	clear(c.row)
	for i := range c.strata {
		c.stratumTimes(&c.strata[i])
	}
	for j, lambda := range c.ridge {
		product[j] = lambda * direction[j]
	}
	c.gather(c.row, c.node, product)
}

func (c *bend) stratumTimes(st *stratum) {
	sum := 0.0
	for s := st.to - 1; s >= st.from; s-- {
		sum += c.clock[s] * c.eta[c.seats[s]]
		c.risk[s] = sum
	}
	gone, from := 0.0, st.from
	for _, to := range st.groups {
		tied := c.risk[from]
		if to < st.to {
			tied -= c.risk[to]
		}
		own, all := 0.0, 0.0
		for s := from; s < to; s++ {
			e := &c.events[s]
			q := e.pull * (c.risk[from] - e.share*tied)
			all += q
			own += (1 - e.share) * q
		}
		c.seatTimes(st, from, to, gone+own)
		gone += all
		from = to
	}
	c.seatTimes(st, from, st.to, gone)
}

// seatTimes adds the seats [from, to), for which the events before come to gone.
func (c *bend) seatTimes(st *stratum, from, to int, gone float64) {
	for s := from; s < to; s++ {
		row := c.seats[s]
		c.row[row] += st.weight * c.clock[s] * (c.hazard[s]*c.eta[row] - gone)
	}
}

// diagonal gives that of the matrix without what the events take off, which is
// little where many are still there: the scale of each coefficient.
func (c *bend) diagonal(diagonal []float64) {
	clear(c.row)
	for i := range c.strata {
		st := &c.strata[i]
		for s := st.from; s < st.to; s++ {
			c.row[c.seats[s]] += st.weight * c.clock[s] * c.hazard[s]
		}
	}
	copy(diagonal, c.ridge)
	c.gatherSquares(c.row, c.node, diagonal)
}

// observed is the bend of the likelihood with the frailties not given but
// integrated out: of what a seat tells, its frailty takes a share 1/(1 + θ·w·H)
// away. The likelihood must have been evaluated.
func newObserved(l *likelihood, f Frailty) *bend {
	c := newBend(l)
	if l.frailty == nil {
		return c
	}
	c.clock = make([]float64, len(l.clock))
	for i := range l.strata {
		st := &l.strata[i]
		theta := f.of(st.exact)
		for s := st.from; s < st.to; s++ {
			c.clock[s] = l.clock[s] / (1 + theta*l.clock[s]/l.frailty[s]*l.hazard[s])
		}
	}
	return c
}
