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
// what the model does not know of them; places and levels that come again are looked
// up once.
type weigher struct {
	p      *part
	year   data.Process // whose deviations count, when the model was fitted on it
	known  bool         // it was
	places map[place]found
	levels map[sight]known
	order  []spread // of what the model does not know, by number, where it has refits

	terms []term // of the plaza at hand; the memory is used for all
	found found  // likewise

	stays, passes slab // of what a forecast holds, and of what its refits alone need
}

// sight is what tells the levels of a line apart: the line has one profession.
type sight struct {
	effect Effect
	value  string
}

// known are the coefficients of a level, of what lasts of it and of what the year
// adds, and the numbers of those that the model does not know; none for what it does
// not reckon with.
type known struct{ lasts, moves, unseen, drawn int32 }

// spread is what draws of something unknown come from: a seed of its own, and the
// standard deviation 1/√λ.
type spread struct {
	seed      uint64
	deviation float64
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
		places: make(map[place]found), levels: make(map[sight]known),
	}
}

// of returns the coefficients of a plaza: of what lasts and, where the model was
// fitted on the very process, of its deviations.
func (w *weigher) of(plaza *data.Plaza) found {
	where := placeOf(plaza)
	ofPlace, ok := w.places[where]
	if !ok {
		w.terms, w.found = where.terms(w.terms[:0]), w.found.emptied()
		w.find()
		ofPlace = w.keep()
		w.places[where] = ofPlace
	}
	w.terms, w.found = plazaTerms(w.terms[:0], plaza), w.found.emptied()
	w.find()
	w.found.weights = append(w.found.weights, ofPlace.weights...)
	w.found.moves = append(w.found.moves, ofPlace.moves...)
	w.found.unseen = append(w.found.unseen, ofPlace.unseen...)
	return w.keep()
}

// emptied returns what was found with its memory and nothing in it.
func (f found) emptied() found { return found{f.weights[:0], f.moves[:0], f.unseen[:0]} }

// find adds what there is about the terms at hand to what was found.
func (w *weigher) find() {
	f := &w.found
	for i := range w.terms {
		t := &w.terms[i]
		key := sight{t.level.effect, t.level.value}
		k, ok := w.levels[key]
		if !ok {
			k = w.look(t.level)
			w.levels[key] = k
		}
		f.weights = also(also(f.weights, k.lasts, t.value), k.moves, t.value)
		f.unseen, f.moves = also(f.unseen, k.unseen, t.value), also(f.moves, k.drawn, t.value)
	}
}

// keep copies what was found to memory of its own, which is asked for once for many
// plazas.
func (w *weigher) keep() found {
	f := &w.found
	return found{w.stays.kept(f.weights), w.passes.kept(f.moves), w.passes.kept(f.unseen)}
}

// slab is memory for many short lists of weights.
type slab []weight

// slabSize is of how many weights memory is asked for at once; a plaza has thirty.
const slabSize = 1 << 13

func (s *slab) kept(list []weight) []weight {
	if len(list) > cap(*s)-len(*s) {
		*s = make([]weight, 0, max(slabSize, len(list)))
	}
	from := len(*s)
	*s = append(*s, list...)
	return (*s)[from:len(*s):len(*s)]
}

// also lists something with its number, unless it is none.
func also(list []weight, number int32, value float64) []weight {
	if number == none {
		return list
	}
	return append(list, weight{number, value})
}

// look finds what the model knows of a level.
func (w *weigher) look(l level) known {
	k := known{none, none, none, none}
	if c, ok := w.p.indexOf(l); ok {
		k.lasts = c
	} else {
		k.unseen = w.note(unknown{l, false})
	}
	if w.p.yearRidge[l.effect] <= 0 {
		return k
	}
	if c, ok := w.p.indexOf(l.in(w.year)); ok && w.known {
		k.moves = c
	} else {
		k.drawn = w.note(unknown{l, true})
	}
	return k
}

// note numbers something unknown, where there are refits to draw it for and the model
// reckons with its effect.
func (w *weigher) note(u unknown) int32 {
	lambda := w.p.lambdaOf(u)
	if len(w.p.refits) == 0 || lambda <= 0 {
		return none
	}
	w.order = append(w.order, spread{u.seed(), 1 / math.Sqrt(lambda)})
	return int32(len(w.order) - 1)
}

// unknown is a level that the model has no coefficient of: what lasts of it, or
// how a year moves it.
type unknown struct {
	level level
	year  bool
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
