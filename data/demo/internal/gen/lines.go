package gen

import (
	"cmp"
	"math"
	"slices"
)

// pick is one adjudicated seat.
type pick struct {
	*plaza
	rank int     // in the national order of the profession
	mark float64 // 0: the list has none
}

// makePicks adjudicates every line of the earlier process: remunerada first,
// then equivalente among those who remain (data/rules/README.md).
func makePicks(rng *random, plazas []plaza) []pick {
	var out []pick
	for _, profession := range professions() {
		first := clocks(rng, plazas, profession, paid)
		second := clocks(rng, plazas, profession, unpaid)
		last := int(1.8 * float64(len(first)+10)) // everybody in line
		// The least wanted seats stay: "nobody took it" must be seen.
		first = first[:len(first)-int(0.04*float64(len(first)))]
		rank := 0
		for _, p := range first {
			if rank++; rng.chance(0.012) {
				rank++ // passed
			}
			out = append(out, pick{p, rank, mark(rng, rank, last)})
		}
		second = second[:int(0.7*float64(len(second)))]
		for _, p := range second {
			// About half of those who remain choose (data/rules/README.md: 0.51, mark U).
			for rank++; rank < last && !rng.chance(0.51); rank++ {
			}
			if rank >= last {
				break
			}
			out = append(out, pick{p, rank, mark(rng, rank, last)})
		}
	}
	slices.SortStableFunc(out, func(a, b pick) int {
		return cmp.Or(-cmp.Compare(a.modality, b.modality), cmp.Compare(slices.Index(professions(), a.profession), slices.Index(professions(), b.profession)), cmp.Compare(a.rank, b.rank))
	})
	return out
}

// clocks returns the seats of a line in the order in which they go: one
// exponential clock a seat, at the rate of its weight (planner/availability/README.md).
func clocks(rng *random, plazas []plaza, profession, modality string) []*plaza {
	type seat struct {
		*plaza
		rings float64
	}
	var seats []seat
	for i := range plazas {
		p := &plazas[i]
		if p.process != earlier || p.profession != profession || p.modality != modality {
			continue
		}
		for range p.seats() {
			seats = append(seats, seat{p, rng.exponential() / p.weight})
		}
	}
	slices.SortStableFunc(seats, func(a, b seat) int { return cmp.Compare(a.rings, b.rings) })
	out := make([]*plaza, len(seats))
	for i := range seats {
		out[i] = seats[i].plaza
	}
	return out
}

// mark falls with the rank in steps of 0.20, one exam question, so that many
// share one; a few are missing, as in the real lists.
func mark(rng *random, rank, last int) float64 {
	if rng.chance(0.006) {
		return 0
	}
	exact := 18 - 9*math.Pow(float64(rank)/float64(last), 0.8)
	return math.Round(exact/0.2) * 0.2
}
