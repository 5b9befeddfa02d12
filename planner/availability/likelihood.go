package availability

import "math"

// likelihood is the penalised partial log likelihood of all the lines of a
// design, turned round so that less is better:
//
//	½ Σ λ (b − m)² − Σ over groups [ Σ v·(η + log g) − mean v · Σ_l log(R − l/d·D) ]
//
// with R the sum of v·g·exp(η) over the seats still there, D that over the d
// seats of the group (Efron's method for ties; a group of one is exact).
type likelihood struct {
	*design
	frailty []float64 // g of each seat; nil for 1
	weights []float64 // v of each row; nil for 1
	means   []float64 // m of each column; nil for 0

	eta      []float64 // of each row
	clock    []float64 // v·g·exp(η − the largest of the line) of each seat
	hazard   []float64 // cumulated hazard of each seat's time, in units of 1/clock
	events   []event   // of each seat taken
	rowGrad  []float64
	nodeEta  []float64
	nodeGrad []float64
}

func newLikelihood(d *design) *likelihood {
	return &likelihood{
		design:   d,
		eta:      make([]float64, len(d.nodeOf)),
		rowGrad:  make([]float64, len(d.nodeOf)),
		nodeEta:  make([]float64, len(d.parents)),
		nodeGrad: make([]float64, len(d.parents)),
		clock:    make([]float64, len(d.seats)),
		hazard:   make([]float64, len(d.seats)),
		events:   make([]event, len(d.seats)),
	}
}

// evaluate returns the value at coefficients b and, where grad is not nil, the
// gradient.
func (l *likelihood) evaluate(b, grad []float64) float64 {
	l.predict(b)
	value := 0.0
	for i := range l.strata {
		value -= l.strata[i].weight * l.stratum(&l.strata[i])
	}
	for j, lambda := range l.ridge {
		pull := b[j]
		if l.means != nil {
			pull -= l.means[j]
		}
		value += lambda * pull * pull / 2
		if grad != nil {
			grad[j] = lambda * pull
		}
	}
	if grad != nil {
		l.gradient(grad)
	}
	return value
}

// predict works out η of every row.
func (l *likelihood) predict(b []float64) { l.spread(b, l.nodeEta, l.eta) }

// spread adds up the coefficients of every row, by way of the nodes. Parents of
// nodes come before them.
func (d *design) spread(b, nodeEta, eta []float64) {
	from := int32(0)
	for i, to := range d.nodes.ends {
		sum := 0.0
		if parent := d.parents[i]; parent != none {
			sum = nodeEta[parent]
		}
		values := d.nodes.values[from:to]
		for j, c := range d.nodes.columns[from:to] {
			sum += values[j] * b[c]
		}
		nodeEta[i] = sum
		from = to
	}
	from = 0
	for r, to := range d.rows.ends {
		sum := nodeEta[d.nodeOf[r]]
		for _, c := range d.rows.columns[from:to] {
			sum += b[c]
		}
		eta[r] = sum
		from = to
	}
}

// gradient adds what the seats pull at to grad.
func (l *likelihood) gradient(grad []float64) {
	clear(l.rowGrad)
	for i := range l.strata {
		st := &l.strata[i]
		last := st.taken()
		for s := st.from; s < st.to; s++ {
			row := l.seats[s]
			pull := l.clock[s] * l.hazard[s]
			if s < last {
				pull -= l.weightOf(row)
			}
			l.rowGrad[row] += st.weight * pull
		}
	}
	l.gather(l.rowGrad, l.nodeGrad, grad)
}

// gather adds to each column what the rows have that it is in: spread turned
// round. nodes is room to work in.
func (d *design) gather(rows, nodes, columns []float64) {
	d.gatherRows(rows, nodes, columns)
	for i := len(d.parents) - 1; i >= 0; i-- {
		sum := nodes[i]
		from, to := d.nodes.of(i)
		values := d.nodes.values[from:to]
		for j, c := range d.nodes.columns[from:to] {
			columns[c] += values[j] * sum
		}
		if parent := d.parents[i]; parent != none {
			nodes[parent] += sum
		}
	}
}

// gatherSquares is gather with each value squared.
func (d *design) gatherSquares(rows, nodes, columns []float64) {
	d.gatherRows(rows, nodes, columns)
	for i := len(d.parents) - 1; i >= 0; i-- {
		sum := nodes[i]
		from, to := d.nodes.of(i)
		values := d.nodes.values[from:to]
		for j, c := range d.nodes.columns[from:to] {
			columns[c] += values[j] * values[j] * sum
		}
		if parent := d.parents[i]; parent != none {
			nodes[parent] += sum
		}
	}
}

func (d *design) gatherRows(rows, nodes, columns []float64) {
	clear(nodes)
	from := int32(0)
	for r, to := range d.rows.ends {
		sum := rows[r]
		for _, c := range d.rows.columns[from:to] {
			columns[c] += sum
		}
		nodes[d.nodeOf[r]] += sum
		from = to
	}
}

// of returns where the list i begins and ends.
func (s *sparse) of(i int) (from, to int32) {
	if i > 0 {
		from = s.ends[i-1]
	}
	return from, s.ends[i]
}

// taken is the end of the seats whose order is known.
func (st *stratum) taken() int {
	if len(st.groups) == 0 {
		return st.from
	}
	return st.groups[len(st.groups)-1]
}

func (l *likelihood) weightOf(row int32) float64 {
	if l.weights == nil {
		return 1
	}
	return l.weights[row]
}

// stratum returns the log likelihood of one line, and leaves the clock and the
// cumulated hazard of each of its seats behind.
func (l *likelihood) stratum(st *stratum) float64 {
	most := math.Inf(-1)
	for s := st.from; s < st.to; s++ {
		if eta := l.eta[l.seats[s]]; eta > most {
			most = eta
		}
	}
	remaining := 0.0 // R, summed from the end so that small clocks are not lost
	for s := st.to - 1; s >= st.from; s-- {
		row := l.seats[s]
		clock := math.Exp(l.eta[row]-most) * l.weightOf(row)
		if l.frailty != nil {
			clock *= l.frailty[s]
		}
		l.clock[s] = clock
		remaining += clock
		l.hazard[s] = remaining
	}
	value, hazard, from := 0.0, 0.0, st.from
	for _, to := range st.groups {
		value, hazard = l.group(from, to, most, value, hazard)
		from = to
	}
	for s := from; s < st.to; s++ {
		l.hazard[s] = hazard
	}
	return value
}

// group adds the seats of one tie. On entry hazard[from] holds R.
func (l *likelihood) group(from, to int, most, value, hazard float64) (newValue, newHazard float64) {
	risk := l.hazard[from]
	tied, weight := 0.0, 0.0
	for s := from; s < to; s++ {
		row := l.seats[s]
		v := l.weightOf(row)
		weight += v
		tied += l.clock[s]
		value += v * (l.eta[row] - most)
		if l.frailty != nil {
			value += v * math.Log(l.frailty[s])
		}
	}
	d := float64(to - from)
	weight /= d
	own, all := 0.0, 0.0
	for i := range to - from {
		share := float64(i) / d
		left := risk - share*tied
		value -= weight * math.Log(left)
		all += 1 / left
		own += (1 - share) / left
		l.events[from+i] = event{share, weight / (left * left)}
	}
	for s := from; s < to; s++ {
		l.hazard[s] = hazard + weight*own
	}
	return value, hazard + weight*all
}
