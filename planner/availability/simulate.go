package availability

import (
	"context"
	"math"
	"math/rand/v2"
	"slices"

	"brujula/data/together"
)

// SimulatedPlan is what a plan led to in simulated lines.
type SimulatedPlan struct {
	Runs    int
	Land    []float64 // share of the runs that ended at each entry
	Nothing int       // runs that ended with nothing
}

// blockRuns is how many runs share one random source, so that the answer does
// not depend on the number of workers.
const blockRuns = 64

// Simulate runs each line of the plan many times on the fitted clocks, the same
// clocks for all the entries of a line: seats go in the order in which they ring
// until my pick number, and I take the first entry that is still free (README.md,
// "A plan"). Different lines run independently. It stops early when the context
// ends.
func Simulate(ctx context.Context, entries []Entry, runs int, seed uint64, workers int) (SimulatedPlan, error) {
	lines := groupEntries(entries)
	blocks := (max(0, runs) + blockRuns - 1) / blockRuns
	tallies := make([][]int, blocks)
	together.Each(blocks, workers, func() func(b int) {
		worker := newSimulator(lines, len(entries))
		return func(b int) {
			if ctx.Err() == nil {
				n := min(blockRuns, runs-b*blockRuns)
				tallies[b] = worker.block(rand.New(rand.NewPCG(seed, uint64(b))), n)
			}
		}
	})
	if err := ctx.Err(); err != nil {
		return SimulatedPlan{}, err
	}
	out := SimulatedPlan{Runs: max(0, runs), Land: make([]float64, len(entries))}
	for _, tally := range tallies {
		for j := range entries {
			out.Land[j] += float64(tally[j]) / float64(runs)
		}
		out.Nothing += tally[len(entries)]
	}
	return out, nil
}

// simLine is one line of the plan with those of its entries that can be free.
type simLine struct {
	f       *Forecast
	entries []int // places in the plan, ascending
	plazas  []int
	picks   []float64 // since the clocks started, clamped
	bySeat  []int32   // plaza of each seat of the line
}

func groupEntries(entries []Entry) []*simLine {
	var lines []*simLine
	index := make(map[*Forecast]*simLine)
	for j, e := range entries {
		if !e.estimated() {
			continue
		}
		line := index[e.Forecast]
		if line == nil {
			line = &simLine{f: e.Forecast}
			for i, n := range e.Forecast.clocks.seats {
				for range int(n) {
					line.bySeat = append(line.bySeat, int32(i))
				}
			}
			index[e.Forecast] = line
			lines = append(lines, line)
		}
		line.entries = append(line.entries, j)
		line.plazas = append(line.plazas, e.Plaza)
		line.picks = append(line.picks, e.Forecast.clamp(e.Pick))
	}
	return lines
}

// simulator holds the scratch of one worker.
type simulator struct {
	lines []*simLine
	tally []int
	free  []bool
	last  []float64 // by plaza: when its last seat goes
	times []float64
}

func newSimulator(lines []*simLine, entries int) *simulator {
	return &simulator{lines: lines, tally: make([]int, entries+1), free: make([]bool, entries)}
}

// block makes some runs and counts where they ended; the last count is that of
// nothing.
func (s *simulator) block(rng *rand.Rand, runs int) []int {
	tally := make([]int, len(s.tally))
	for range runs {
		for j := range s.free {
			s.free[j] = false
		}
		for _, line := range s.lines {
			s.run(rng, line)
		}
		end := len(s.free)
		for j, free := range s.free {
			if free {
				end = j
				break
			}
		}
		tally[end]++
	}
	return tally
}

// run lets the clocks of one line ring once.
func (s *simulator) run(rng *rand.Rand, line *simLine) {
	c := line.f.clocks
	s.last = slices.Grow(s.last[:0], len(c.seats))[:len(c.seats)]
	s.times = s.times[:0]
	for i, n := range c.seats {
		last := math.Inf(-1)
		asAny := rng.Float64() < line.f.tail // it goes like any other: see mixed
		for range int(n) {
			clock := i
			if asAny {
				clock = int(line.bySeat[rng.IntN(len(line.bySeat))])
			}
			at := c.ring(1-rng.Float64(), clock)
			s.times = append(s.times, at)
			last = math.Max(last, at)
		}
		s.last[i] = last
	}
	picked, now := -1.0, math.Inf(-1) // the time of the last pick before mine
	for e, plaza := range line.plazas {
		if line.picks[e] != picked {
			picked = line.picks[e]
			now = s.timeOfPick(rng, picked)
		}
		s.free[line.entries[e]] = s.last[plaza] > now
	}
}

// ring returns the time at which the survival of a seat of plaza i falls to s: any
// growing function of the time will do, the same for the whole line.
func (c *clocks) ring(s float64, i int) float64 {
	if c.rate != nil && c.theta > 0 {
		return math.Expm1(-c.theta*math.Log(s)) / c.rate[i]
	}
	return timeFor(s, c.theta) - c.eta[i]
}

// timeOfPick returns the time at which so many seats are gone; a fraction of a
// pick is a chance of one more.
func (s *simulator) timeOfPick(rng *rand.Rand, picks float64) float64 {
	whole := math.Floor(picks)
	if rng.Float64() < picks-whole {
		whole++
	}
	k := int(whole)
	switch {
	case k <= 0:
		return math.Inf(-1)
	case k > len(s.times):
		k = len(s.times)
	}
	return selectNth(s.times, k-1)
}

// selectNth returns the value that would stand at place n of the sorted times; it
// reorders them (Hoare's selection).
func selectNth(times []float64, n int) float64 {
	lo, hi := 0, len(times)-1
	for lo < hi {
		pivot := times[lo+(hi-lo)/2]
		i, j := lo, hi
		for i <= j {
			for times[i] < pivot {
				i++
			}
			for times[j] > pivot {
				j--
			}
			if i <= j {
				times[i], times[j] = times[j], times[i]
				i++
				j--
			}
		}
		switch {
		case n <= j:
			hi = j
		case n >= i:
			lo = i
		default:
			return times[n]
		}
	}
	return times[n]
}
