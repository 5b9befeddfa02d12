// Package conflicts finds where the loaded lists contradict one another: the
// same establishment, or the same plaza, with two values of one datum. Nothing
// is chosen in silence: each conflict holds every value with the file and row
// that says it, and which of them the program uses.
package conflicts

import (
	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/geo"
)

// Field names the datum that the lists do not agree on, by its key in the JSON
// of listar where it has one.
type Field string

// The data that are compared.
//
// Where a place lies does not change with the process, so region, province and
// district are compared over all lists. Name, grade, category, institution and
// bonuses may change from one process to the next, which `serums diferencias`
// tells; here they are compared within a process.
//
// Seats: more were adjudicated than the offer of the process has. Offered: a
// plaza was adjudicated that the offer does not have at all. Coordinates: the
// list of coordinates puts the establishment far from where the offer has it.
const (
	Region      Field = "region"
	Province    Field = "provincia"
	District    Field = "distrito"
	Name        Field = "establecimiento"
	Grade       Field = "gd"
	Category    Field = "categoria"
	Institution Field = "institucion"
	ZAF         Field = "zaf"
	ZE          Field = "ze"
	Seats       Field = "cupos"
	Offered     Field = "ofertada"
	Coordinates Field = "coordenadas"
)

// Fields lists them in the order in which conflicts are told.
func Fields() []Field {
	return []Field{Region, Province, District, Grade, Category, Institution, ZAF, ZE, Seats, Offered, Coordinates, Name}
}

// Used tells which of the values the program goes by.
type Used string

// UsedOwn: each plaza has what its own row says. UsedOffer: what the offer
// says. UsedNone: the value is left out (of the fit, of the distances).
const (
	UsedOwn   Used = "la_de_cada_lista"
	UsedOffer Used = "la_oferta"
	UsedNone  Used = "ninguna"
)

// Conflict is one datum on which lists disagree. Profession and Modality are
// empty, and Process too, where it is about the establishment as a whole.
type Conflict struct {
	Renipress     string        `json:"renipress"`
	Establishment string        `json:"establecimiento"`
	Process       data.Process  `json:"proceso"`
	Profession    string        `json:"profesion"`
	Modality      data.Modality `json:"modalidad"`
	Field         Field         `json:"campo"`
	Sides         []Side        `json:"valores"` // at least two
	Used          Used          `json:"se_usa"`
}

// Side is one of the values, with the first row that says it.
type Side struct {
	Value    string        `json:"valor"`
	Kind     data.Kind     `json:"lista"`
	Process  data.Process  `json:"proceso"`
	Modality data.Modality `json:"modalidad"`
	Rows     int           `json:"filas"` // records that say so, in all lists
	Source   data.Source   `json:"fuente"`
}

// Text writes the value with the row that says it.
func (s Side) Text() string {
	return texts.ConflictSide(s.Value, s.Kind, s.Process, s.Modality, s.Rows, s.Source)
}

// Text writes the values side by side, and which of them is used.
func (c *Conflict) Text() string {
	sides := data.Map(c.Sides, Side.Text)
	return texts.ConflictText(sides, string(c.Used))
}

// Lists is what is compared.
type Lists struct {
	Offers        []*data.Offer
	Adjudications []*data.Adjudication
	// Places is the index of points, and PlacesFile the file of the list of
	// coordinates; nil and "" where none is loaded.
	Places     *geo.Index
	PlacesFile string
}

// About is the part of the lists that bears on one establishment. Find tells the
// same conflicts of it in that part as in the whole.
func (l *Lists) About(renipress string) Lists {
	part := Lists{Places: l.Places, PlacesFile: l.PlacesFile}
	for _, o := range l.Offers {
		one := &data.Offer{Process: o.Process, Modality: o.Modality}
		for i := range o.Plazas {
			if o.Plazas[i].Renipress == renipress {
				one.Plazas = append(one.Plazas, o.Plazas[i])
			}
		}
		part.Offers = append(part.Offers, one)
	}
	for _, a := range l.Adjudications {
		one := &data.Adjudication{Process: a.Process, Modality: a.Modality}
		for i := range a.Picks {
			if a.Picks[i].Renipress == renipress {
				one.Picks = append(one.Picks, a.Picks[i])
			}
		}
		part.Adjudications = append(part.Adjudications, one)
	}
	return part
}
