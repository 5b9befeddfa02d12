package availability

import "brujula/data"

// weight is a coefficient of a plaza and by how much it counts.
type weight struct {
	index int32
	value float64
}

// weigher finds the coefficients of the plazas of one line; places that come
// again are looked up once.
type weigher struct {
	p      *part
	year   data.Process // whose deviations count, when the model was fitted on it
	places map[place][]weight
}

func (p *part) weigher(line data.Line) *weigher {
	return &weigher{p: p, year: line.Process, places: make(map[place][]weight)}
}

// of gives the coefficients of a plaza: of what lasts and, where the model was
// fitted on the very process, of its deviations.
func (w *weigher) of(plaza *data.Plaza) []weight {
	where := placeOf(plaza)
	ofPlace, ok := w.places[where]
	if !ok {
		ofPlace = w.find(where.terms(), nil)
		w.places[where] = ofPlace
	}
	return append(w.find(plazaTerms(plaza), make([]weight, 0, 24+len(ofPlace))), ofPlace...)
}

func (w *weigher) find(terms []term, found []weight) []weight {
	for _, t := range terms {
		if c, ok := w.p.index[t.level]; ok {
			found = append(found, weight{c, t.value})
		}
		if !w.p.years[w.year] {
			continue
		}
		if c, ok := w.p.index[t.level.in(w.year)]; ok {
			found = append(found, weight{c, t.value})
		}
	}
	return found
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
