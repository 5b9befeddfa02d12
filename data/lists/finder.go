package lists

import (
	"slices"

	"brujula/data"
	"brujula/data/fold"
)

// finder finds the plaza of an adjudicated seat whose list gives no code.
type finder struct {
	plazas map[finderKey][]*data.Plaza
}

type finderKey struct {
	line data.Line
	name string // squashed
}

// wanted is what a row says of its plaza; empty text says nothing.
type wanted struct {
	line                                                   data.Line
	establishment, region, province, district, institution string
}

func newFinder(offers []*data.Offer) *finder {
	f := &finder{plazas: make(map[finderKey][]*data.Plaza)}
	for _, offer := range offers {
		for i := range offer.Plazas {
			plaza := &offer.Plazas[i]
			k := finderKey{plaza.Line(), fold.Squash(plaza.Establishment)}
			f.plazas[k] = append(f.plazas[k], plaza)
		}
	}
	return f
}

// find returns the plazas that agree with everything that the row says. Exactly
// one is an answer.
func (f *finder) find(w wanted) []*data.Plaza {
	if w.establishment == "" {
		return nil
	}
	found := f.plazas[finderKey{w.line, fold.Squash(w.establishment)}]
	agrees := func(said, known string) bool {
		return said == "" || known == "" || fold.Squash(said) == fold.Squash(known)
	}
	return slices.DeleteFunc(slices.Clone(found), func(p *data.Plaza) bool {
		return !agrees(w.district, p.District) || !agrees(w.province, p.Province) ||
			!agrees(w.region, p.Region) || !agrees(w.institution, p.Institution)
	})
}
