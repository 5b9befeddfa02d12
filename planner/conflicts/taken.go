package conflicts

import (
	"strconv"

	"brujula/data"
	"brujula/data/texts"
)

// takenUnlikeOffered compares what was adjudicated with the offer of the same
// process and modality. Adjudications without their offer are compared with
// nothing: `serums fuentes` tells that the offer is missing.
func takenUnlikeOffered(offers []*data.Offer, adjudications []*data.Adjudication) []Conflict {
	var out []Conflict
	for _, a := range adjudications {
		for _, o := range offers {
			if o.Process == a.Process && o.Modality == a.Modality {
				out = append(out, compareTaken(o, a)...)
			}
		}
	}
	return out
}

type plazaKey struct{ profession, renipress string }

func compareTaken(o *data.Offer, a *data.Adjudication) []Conflict {
	offered := make(map[plazaKey]*data.Plaza, len(o.Plazas))
	for i := range o.Plazas {
		p := &o.Plazas[i]
		offered[plazaKey{p.Profession, p.Renipress}] = p
	}
	picks := map[plazaKey]int{}
	first := map[plazaKey]*data.Pick{}
	var order []plazaKey
	for i := range a.Picks {
		k := &a.Picks[i]
		key := plazaKey{k.Profession, k.Renipress}
		if picks[key]++; picks[key] == 1 {
			order = append(order, key)
			first[key] = k
		}
	}
	side := func(kind data.Kind, n, rows int, s data.Source) Side {
		return Side{Value: strconv.Itoa(n), Kind: kind, Process: o.Process, Modality: o.Modality, Rows: rows, Source: s}
	}
	var out []Conflict
	for _, key := range order {
		p, n := offered[key], picks[key]
		c := Conflict{
			Renipress: key.renipress, Establishment: first[key].Establishment, Process: o.Process,
			Profession: key.profession, Modality: o.Modality, Field: Offered, Used: UsedNone,
			Sides: []Side{side(data.KindOffer, 0, 0, data.Source{}), side(data.KindAdjudication, n, n, first[key].Source)},
		}
		switch {
		case p == nil:
		case n > p.Seats:
			c.Field, c.Used, c.Establishment = Seats, UsedOffer, p.Establishment
			c.Sides[0] = side(data.KindOffer, p.Seats, len(p.Sources), firstSource(p.Sources))
		default:
			continue
		}
		out = append(out, c)
	}
	return out
}

// misplaced tells the points that cannot be where the offer has the
// establishment, which the distances leave out. An offer's own coordinates are
// read only where the list has none, so the two never meet.
func misplaced(l *Lists) []Conflict {
	far := l.Places.Report().Far
	if len(far) == 0 {
		return nil
	}
	plazas := map[string][]*data.Plaza{}
	for _, o := range l.Offers {
		for i := range o.Plazas {
			p := &o.Plazas[i]
			plazas[p.Renipress] = append(plazas[p.Renipress], p)
		}
	}
	var out []Conflict
	for _, f := range far {
		all := plazas[f.Renipress]
		if len(all) == 0 {
			continue
		}
		p := all[0]
		point := Side{
			Value: texts.ConflictPoint(f.Point.Lat, f.Point.Lon, f.Distance), Kind: data.KindCoordinates, Rows: 1,
			Source: data.Source{File: l.PlacesFile},
		}
		if f.Own {
			from := withColumns(all)
			point.Kind, point.Process, point.Modality, point.Source = data.KindOffer, from.Process, from.Modality, firstSource(from.Sources)
		}
		out = append(out, Conflict{
			Renipress: p.Renipress, Establishment: p.Establishment, Field: Coordinates, Used: UsedNone,
			Sides: []Side{
				{Value: texts.ConflictHome(f.Province, f.Region), Kind: data.KindOffer, Process: p.Process, Modality: p.Modality, Rows: 1, Source: firstSource(p.Sources)},
				point,
			},
		})
	}
	return out
}

// withColumns returns the first plaza whose row has columns of its own kind, as
// that of a point read out of an offer has.
func withColumns(plazas []*data.Plaza) *data.Plaza {
	for _, p := range plazas {
		if len(p.Extra) > 0 {
			return p
		}
	}
	return plazas[0]
}

// gradeNames spares making a text for each of thousands of plazas.
var gradeNames = [...]string{"GD-1", "GD-2", "GD-3", "GD-4", "GD-5"}

func gradeOf(p *data.Plaza) string {
	if p.Grade < 1 || p.Grade > len(gradeNames) {
		return ""
	}
	return gradeNames[p.Grade-1]
}
