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

// weigher finds the coefficients of the plazas of one line, and what may move in
// a year that no fit knows; places that come again are looked up once.
type weigher struct {
	p      *part
	year   data.Process // whose deviations count, when the model was fitted on it
	known  bool         // it was
	places map[place]found
	moves  map[level]int32 // numbers of the levels that a new year may move
	levels []level         // by number
}

// found are the coefficients of some terms, and the levels among them that a new
// year may move.
type found struct {
	weights []weight
	moves   []weight // by number in weigher.levels
}

func (p *part) weigher(line data.Line) *weigher {
	return &weigher{
		p: p, year: line.Process, known: p.years[line.Process],
		places: make(map[place]found), moves: make(map[level]int32),
	}
}

// of gives the coefficients of a plaza: of what lasts and, where the model was
// fitted on the very process, of its deviations.
func (w *weigher) of(plaza *data.Plaza) found {
	where := placeOf(plaza)
	ofPlace, ok := w.places[where]
	if !ok {
		ofPlace = w.find(where.terms(), found{})
		w.places[where] = ofPlace
	}
	own := w.find(plazaTerms(plaza), found{
		weights: make([]weight, 0, 24+len(ofPlace.weights)), moves: make([]weight, 0, 8+len(ofPlace.moves)),
	})
	own.weights = append(own.weights, ofPlace.weights...)
	own.moves = append(own.moves, ofPlace.moves...)
	return own
}

func (w *weigher) find(terms []term, f found) found {
	for _, t := range terms {
		if c, ok := w.p.index[t.level]; ok {
			f.weights = append(f.weights, weight{c, t.value})
		}
		switch {
		case w.p.yearRidge[t.level.effect] <= 0:
		case w.known:
			if c, ok := w.p.index[t.level.in(w.year)]; ok {
				f.weights = append(f.weights, weight{c, t.value})
			}
		default:
			n, ok := w.moves[t.level]
			if !ok {
				n = int32(len(w.levels))
				w.moves[t.level] = n
				w.levels = append(w.levels, t.level)
			}
			f.moves = append(f.moves, weight{n, t.value})
		}
	}
	return f
}

// draw gives one year's deviation of each of the levels that may move, from
// N(0, 1/λ): the same for the same level and number, whatever else the line has.
func (w *weigher) draw(number int) []float64 {
	moved := make([]float64, len(w.levels))
	for i, l := range w.levels {
		h := fnv.New64a()
		_, _ = io.WriteString(h, l.effect.Key()+"\x00"+l.profession+"\x00"+l.value) // a hash takes everything
		rng := rand.New(rand.NewPCG(h.Sum64(), uint64(number)))
		moved[i] = rng.NormFloat64() / math.Sqrt(w.p.yearRidge[l.effect])
	}
	return moved
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
