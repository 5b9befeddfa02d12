// Package conflicts finds where the loaded lists contradict one another: the
// same establishment, or the same plaza, with two values of one datum. Nothing
// is chosen in silence: each conflict holds every value with the file and row
// that says it, and which of them the program uses.
package conflicts

import (
	"cmp"
	"maps"
	"slices"

	"brujula/data"
	"brujula/data/fold"
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
	sides := make([]string, len(c.Sides))
	for i, s := range c.Sides {
		sides[i] = s.Text()
	}
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

// Book holds the conflicts, to be looked up by establishment. It does not
// change once made; a nil Book has none.
type Book struct {
	all []Conflict
	by  map[string][]int
}

// Find compares the lists. The conflicts come by field, then by RENIPRESS.
func Find(l Lists) *Book {
	all := slices.Concat(establishments(l.Offers), takenUnlikeOffered(l.Offers, l.Adjudications), misplaced(&l))
	rank := map[Field]int{}
	for i, f := range Fields() {
		rank[f] = i
	}
	slices.SortStableFunc(all, func(a, b Conflict) int {
		return cmp.Or(
			cmp.Compare(rank[a.Field], rank[b.Field]), cmp.Compare(a.Renipress, b.Renipress),
			cmp.Compare(b.Process.Ordinal(), a.Process.Ordinal()),
			cmp.Compare(a.Profession, b.Profession), cmp.Compare(b.Modality, a.Modality),
		)
	})
	b := &Book{all: all, by: map[string][]int{}}
	for i := range all {
		b.by[all[i].Renipress] = append(b.by[all[i].Renipress], i)
	}
	return b
}

// All gives every conflict. They must not be changed.
func (b *Book) All() []Conflict {
	if b == nil {
		return nil
	}
	return b.all
}

// Of gives the conflicts about a plaza: those of its establishment, of its
// process or of all, and its own.
func (b *Book) Of(id data.PlazaID) []Conflict {
	if b == nil {
		return nil
	}
	var out []Conflict
	for _, i := range b.by[id.Renipress] {
		c := &b.all[i]
		if (c.Process == "" || c.Process == id.Process) && (c.Profession == "" || c.Profession == id.Profession) &&
			(c.Modality == "" || c.Modality == id.Modality) {
			out = append(out, *c)
		}
	}
	return out
}

// Count tells how many conflicts there are of each field, in the order of
// Fields.
func (b *Book) Count() []Tally {
	n := map[Field]int{}
	for _, c := range b.All() {
		n[c.Field]++
	}
	var out []Tally
	for _, f := range Fields() {
		if n[f] > 0 {
			out = append(out, Tally{f, n[f]})
		}
	}
	return out
}

// Tally is a number of conflicts of one field.
type Tally struct {
	Field Field
	N     int
}

// attribute is what the offers say of an establishment.
type attribute struct {
	field    Field
	lasting  bool // compared over all processes
	of       func(*data.Plaza) string
	sameText bool // compared without accents, blanks and signs
}

func attributes() []attribute {
	return []attribute{
		{Region, true, func(p *data.Plaza) string { return p.Region }, true},
		{Province, true, func(p *data.Plaza) string { return p.Province }, true},
		{District, true, func(p *data.Plaza) string { return p.District }, true},
		{Name, false, func(p *data.Plaza) string { return p.Establishment }, true},
		{Grade, false, gradeOf, false},
		{Category, false, func(p *data.Plaza) string { return p.Category }, false},
		{Institution, false, func(p *data.Plaza) string { return p.Institution }, true},
		{ZAF, false, func(p *data.Plaza) string { return yesNo(p.ZAF) }, false},
		{ZE, false, func(p *data.Plaza) string { return yesNo(p.ZE) }, false},
	}
}

// record is a plaza with the list that it stands in.
type record struct {
	plaza    *data.Plaza
	process  data.Process
	modality data.Modality
}

// establishments compares what the offers say of each establishment.
func establishments(offers []*data.Offer) []Conflict {
	by := map[string][]record{}
	for _, o := range offers {
		for i := range o.Plazas {
			p := &o.Plazas[i]
			by[p.Renipress] = append(by[p.Renipress], record{p, o.Process, o.Modality})
		}
	}
	var out []Conflict
	all := attributes()
	for _, code := range slices.Sorted(maps.Keys(by)) {
		records := by[code]
		if len(records) < 2 {
			continue
		}
		for _, a := range all {
			if agree(records, a.of) {
				continue // as nearly all do
			}
			if a.lasting {
				out = appendConflict(out, code, "", a, records)
				continue
			}
			for _, process := range processesOf(records) {
				same := slices.DeleteFunc(slices.Clone(records), func(r record) bool { return r.process != process })
				out = appendConflict(out, code, process, a, same)
			}
		}
	}
	return out
}

// agree tells whether all records have the very same value.
func agree(records []record, of func(*data.Plaza) string) bool {
	first := of(records[0].plaza)
	for _, r := range records[1:] {
		if of(r.plaza) != first {
			return false
		}
	}
	return true
}

func processesOf(records []record) []data.Process {
	var out []data.Process
	for _, r := range records {
		if !slices.Contains(out, r.process) {
			out = append(out, r.process)
		}
	}
	return out
}

// appendConflict adds a conflict where the records have more than one value of
// the attribute. A blank says nothing.
func appendConflict(out []Conflict, code string, process data.Process, a attribute, records []record) []Conflict {
	var sides []Side
	var keys []string
	for _, r := range records {
		value := a.of(r.plaza)
		if value == "" {
			continue
		}
		key := value
		if a.sameText {
			key = fold.Squash(value)
		}
		if at := slices.Index(keys, key); at >= 0 {
			sides[at].Rows++
			continue
		}
		keys = append(keys, key)
		sides = append(sides, Side{
			Value: value, Kind: data.KindOffer, Process: r.process, Modality: r.modality, Rows: 1, Source: firstSource(r.plaza.Sources),
		})
	}
	if len(sides) < 2 {
		return out
	}
	return append(out, Conflict{
		Renipress: code, Establishment: records[0].plaza.Establishment, Process: process, Field: a.field, Sides: sides, Used: UsedOwn,
	})
}

func firstSource(sources []data.Source) data.Source {
	if len(sources) == 0 {
		return data.Source{}
	}
	return sources[0]
}
