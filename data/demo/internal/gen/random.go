package gen

import "math"

// random is splitmix64: its sequence is ours, so that no version of a library
// changes the demonstration.
type random uint64

func (r *random) next() uint64 {
	*r += 0x9e3779b97f4a7c15
	z := uint64(*r)
	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9
	z = (z ^ (z >> 27)) * 0x94d049bb133111eb
	return z ^ (z >> 31)
}

// unit is uniform over (0, 1).
func (r *random) unit() float64 { return (float64(r.next()>>11) + 0.5) / (1 << 53) }

func (r *random) below(n int) int { return int(r.unit() * float64(n)) }

func (r *random) chance(p float64) bool { return r.unit() < p }

// exponential has mean 1.
func (r *random) exponential() float64 { return -math.Log(r.unit()) }

// normal is standard normal, after Box and Muller.
func (r *random) normal() float64 {
	return math.Sqrt(-2*math.Log(r.unit())) * math.Cos(2*math.Pi*r.unit())
}

// weighted picks an index with probability in proportion to its weight.
func (r *random) weighted(weights ...float64) int {
	total := 0.0
	for _, w := range weights {
		total += w
	}
	at := r.unit() * total
	for i, w := range weights {
		if at -= w; at < 0 {
			return i
		}
	}
	return len(weights) - 1
}
