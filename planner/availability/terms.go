package availability

import (
	"hash/fnv"
	"io"
	"math"
	"math/rand/v2"

	"brujula/data"
)

// weight is a coefficient of a plaza and by how much it counts.
type weight struct {
	index int32
	value float64
}

// weigher finds the coefficients of the plazas of one line and, for the ranges,
// what the model does not know of them; places that come again are looked up once.
type weigher struct {
	p       *part
	year    data.Process // whose deviations count, when the model was fitted on it
	known   bool         // it was
	places  map[place]found
	numbers map[unknown]int32 // of what the model does not know, where it has refits
	order   []spread          // of them, by number
}

// spread is what draws of something unknown come from: a seed of its own, and the
// standard deviation 1/√λ.
type spread struct {
	seed      uint64
	deviation float64
}

// unknown is a level that the model has no coefficient of: what lasts of it, or
// how a year moves it.
type unknown struct {
	level level
	year  bool
}

// found are the coefficients of some terms, and what the model does not know of
// them: how the year moves them and what lasts of those never seen, by number in
// weigher.order.
type found struct {
	weights []weight
	moves   []weight
	unseen  []weight
}

func (p *part) weigher(line data.Line) *weigher {
	return &weigher{
		p: p, year: line.Process, known: p.years[line.Process],
		places: make(map[place]found), numbers: make(map[unknown]int32),
	}
}

// of returns the coefficients of a plaza: of what lasts and, where the model was
// fitted on the very process, of its deviations.
func (w *weigher) of(plaza *data.Plaza) found {
	where := placeOf(plaza)
	ofPlace, ok := w.places[where]
	if !ok {
		ofPlace = w.find(where.terms(), found{})
		w.places[where] = ofPlace
	}
	own := w.find(plazaTerms(plaza), found{weights: make([]weight, 0, 24+len(ofPlace.weights))})
	own.weights = append(own.weights, ofPlace.weights...)
	own.moves = append(own.moves, ofPlace.moves...)
	own.unseen = append(own.unseen, ofPlace.unseen...)
	return own
}

func (w *weigher) find(terms []term, f found) found {
	for _, t := range terms {
		if c, ok := w.p.index[t.level]; ok {
			f.weights = append(f.weights, weight{c, t.value})
		} else {
			f.unseen = w.note(f.unseen, unknown{t.level, false}, t.value)
		}
		if w.p.yearRidge[t.level.effect] <= 0 {
			continue
		}
		if c, ok := w.p.index[t.level.in(w.year)]; ok && w.known {
			f.weights = append(f.weights, weight{c, t.value})
		} else {
			f.moves = w.note(f.moves, unknown{t.level, true}, t.value)
		}
	}
	return f
}

// note numbers something unknown and lists it, where there are refits to draw it
// for and the model reckons with its effect.
func (w *weigher) note(list []weight, u unknown, value float64) []weight {
	lambda := w.p.lambdaOf(u)
	if len(w.p.refits) == 0 || lambda <= 0 {
		return list
	}
	n, ok := w.numbers[u]
	if !ok {
		n = int32(len(w.order))
		w.numbers[u] = n
		w.order = append(w.order, spread{u.seed(), 1 / math.Sqrt(lambda)})
	}
	return append(list, weight{n, value})
}

// lambdaOf is λ of something unknown.
func (p *part) lambdaOf(u unknown) float64 {
	if u.year {
		return p.yearRidge[u.level.effect]
	}
	return p.ridge[u.level.effect]
}

// draw gives each unknown a value from N(0, 1/λ): the same for the same level and
// number, whatever else the line has.
func (w *weigher) draw(number int) []float64 {
	drawn := make([]float64, len(w.order))
	source := rand.NewPCG(0, 0)
	rng := rand.New(source)
	for i, u := range w.order {
		source.Seed(u.seed, uint64(number))
		drawn[i] = u.deviation * rng.NormFloat64()
	}
	return drawn
}

// seed tells unknowns apart.
func (u unknown) seed() uint64 {
	h := fnv.New64a()
	lasts := ""
	if !u.year {
		lasts = "lasts\x00"
	}
	_, _ = io.WriteString(h, lasts+u.level.effect.Key()+"\x00"+u.level.profession+"\x00"+u.level.value) // a hash takes everything
	return h.Sum64()
}

// eta is the linear predictor of a plaza under some coefficients: the sum of
// those of its levels, unseen levels counting 0.
func eta[F float32 | float64](weights []weight, coef []F) float64 {
	sum := 0.0
	for _, w := range weights {
		sum += w.value * float64(coef[w.index])
	}
	return sum
}
