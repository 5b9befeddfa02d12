package lists

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"slices"
	"strings"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/names"
)

// ColumnChoice is what the user says of one column, over all that the program
// would take it for.
type ColumnChoice struct {
	Field  Field  // Unused where no field takes the column
	Column string // its heading, or its letter, "A" for the first
}

// Unused is the choice that no field takes a column.
const Unused Field = "sin usar"

// EachRowOneSeat is the column to choose for FieldSeats where every row of the
// list stands for one seat.
const EachRowOneSeat = "una"

// fieldWords are the words by which people name fields, beside their headings.
func fieldWords() map[string]Field {
	return map[string]Field{
		"plazas": FieldSeats, "cupos": FieldSeats, "vacantes": FieldSeats, "codigo": FieldRenipress, "renipress": FieldRenipress,
		"nombre": FieldEstablishment, "establecimiento": FieldEstablishment, "region": FieldRegion, "departamento": FieldRegion,
		"provincia": FieldProvince, "distrito": FieldDistrict, "gd": FieldGrade, "grado": FieldGrade, "categoria": FieldCategory,
		"institucion": FieldInstitution, "ofertante": FieldOffering, "presupuesto": FieldBudget, "zaf": FieldZAF, "ze": FieldZE,
		"profesion": FieldProfession, "especialidad": FieldSpeciality, "modalidad": FieldModality, "proceso": FieldProcess, "puesto": FieldRank, "orden": FieldRank,
		"merito": FieldRank, "nota": FieldMark, "puntaje": FieldMark, "estado": FieldStatus, "diresa": FieldDiresa, "sede": FieldSede,
		"plazasremuneradas": FieldSeatsPaid, "plazasequivalentes": FieldSeatsUnpaid,
		"sinusar": Unused, "ninguno": Unused, "nada": Unused, "automatico": Automatic,
	}
}

// ParseField reads the name of a field as people write it, or one of its usual
// headings.
func ParseField(text string) (f Field, ok bool) {
	squashed := fold.Squash(text)
	if f, ok = fieldWords()[squashed]; ok {
		return f, true
	}
	c, ok := headings()[squashed]
	return c.field, ok && c.field != fieldPerson
}

// FieldWords lists one word for each field, for a message.
func FieldWords() []string {
	return []string{
		"profesion", "especialidad", "plazas", "renipress", "establecimiento", "region", "provincia", "distrito", "gd", "categoria", "institucion", "presupuesto",
		"zaf", "ze", "modalidad", "proceso", "puesto", "nota", "estado", "diresa", "ofertante", "sede", "sin-usar", "automatico",
	}
}

// Choosable lists the fields that a column of a list of that kind can be said to
// be, those first that matter most.
func Choosable(kind data.Kind) []Field {
	offered := []Field{FieldSeats, FieldSeatsPaid, FieldSeatsUnpaid}
	taken := []Field{FieldRank, FieldMark, FieldStatus}
	of := []Field{
		FieldProfession, FieldSpeciality, FieldRenipress, FieldEstablishment, FieldRegion, FieldProvince, FieldDistrict, FieldGrade,
		FieldInstitution, FieldBudget, FieldCategory, FieldZAF, FieldZE, FieldDiresa, FieldOffering, FieldSede, FieldModality, FieldProcess,
	}
	if kind == data.KindAdjudication {
		return slices.Concat(taken, of, offered)
	}
	return slices.Concat(offered, of, taken)
}

// ParseProfession returns the canonical name of a profession as people write it.
func ParseProfession(text string) (name string, ok bool) {
	return names.Professions().Find(text)
}

// chosenWeight is over that of every claim of a heading.
const chosenWeight = 1 << 20

// Automatic is the choice that the program finds out what a column is, over what
// was remembered of it.
const Automatic Field = "automático"

// remembered returns what was said of a list with this heading before, but for
// what the user says otherwise now.
func (o *Options) remembered(h *heading) []ColumnChoice {
	var out []ColumnChoice
	for _, c := range o.Remembered[h.signature()] {
		overruled := slices.ContainsFunc(o.Columns, func(now ColumnChoice) bool {
			same := h.find(now.Column) >= 0 && h.find(now.Column) == h.find(c.Column)
			return same || now.Field == c.Field && c.Field != Unused || now.Field == Automatic && strings.EqualFold(now.Column, c.Column)
		})
		if !overruled {
			out = append(out, c)
		}
	}
	return out
}

// Merged returns what is to be remembered of a heading: what was, and over it what
// is said now.
func Merged(before, now []ColumnChoice) []ColumnChoice {
	out := slices.DeleteFunc(slices.Clone(before), func(c ColumnChoice) bool {
		return slices.ContainsFunc(now, func(n ColumnChoice) bool {
			return fold.Squash(n.Column) == fold.Squash(c.Column) || n.Field == c.Field && c.Field != Unused
		})
	})
	for _, c := range now {
		if c.Field != Automatic {
			out = append(out, c)
		}
	}
	return out
}

// choose gives columns to the fields that are said.
func (h *heading) choose(said []ColumnChoice, origin Origin) {
	if h.origins == nil {
		h.origins = make(map[int]Origin)
	}
	for _, c := range said {
		if c.IsEach() {
			for i := range h.claims {
				if h.claims[i].field == FieldSeats {
					h.claims[i] = claim{}
				}
			}
			h.each = true
			continue
		}
		column := h.find(c.Column)
		if column < 0 || c.Field == Automatic {
			continue
		}
		field := c.Field
		if field == Unused {
			field = ""
		}
		for i := range h.claims {
			if h.claims[i].field == field && field != "" {
				h.claims[i] = claim{}
				delete(h.origins, i)
			}
		}
		h.claims[column] = claim{field, chosenWeight}
		h.origins[column] = origin
	}
	h.assign()
}

// find returns the column of a heading or, where no heading is called so, of a
// letter; -1 for none.
func (h *heading) find(name string) int {
	squashed := fold.Squash(name)
	at := slices.IndexFunc(h.texts, func(text string) bool { return text != "" && fold.Squash(text) == squashed })
	if at >= 0 {
		return at
	}
	for column := range h.width {
		if strings.EqualFold(letters(column), strings.TrimSpace(name)) {
			return column
		}
	}
	return -1
}

// IsEach recognizes the choice that each row is one seat, which is of no column.
func (c ColumnChoice) IsEach() bool {
	return c.Field == FieldSeats && strings.EqualFold(c.Column, EachRowOneSeat)
}

// unknownChoice returns the first choice of a column that no heading of the table
// has.
func (t *table) unknownChoice(said []ColumnChoice) (ColumnChoice, bool) {
	for _, c := range said {
		known := c.IsEach() || slices.ContainsFunc(t.headings(), func(h *heading) bool { return h.find(c.Column) >= 0 })
		if !known {
			return c, true
		}
	}
	return ColumnChoice{}, false
}

// signature names a heading by its texts, of which it keeps none.
func (h *heading) signature() string {
	var b strings.Builder
	for _, text := range h.texts[:h.width] {
		b.WriteString(fold.Squash(text))
		b.WriteByte(0)
	}
	sum := sha256.Sum256([]byte(b.String()))
	return hex.EncodeToString(sum[:12])
}

// headingText reports whether a text is made of words that headings are made of,
// so that it can be shown even where a row of a person might stand.
func headingText(text string) bool {
	words := strings.FieldsFunc(fold.Fold(text), func(r rune) bool { return (r < 'a' || r > 'z') && r != 'ñ' })
	for _, word := range words {
		if _, ok := wordsOfHeadings()[word]; !ok {
			return false
		}
	}
	return len(words) > 0
}

// FieldAliases returns the words by which people call a field.
func FieldAliases(f Field) []string {
	var out []string
	for word, field := range fieldWords() {
		if field == f {
			out = append(out, word)
		}
	}
	slices.Sort(out)
	return out
}

// OfColumns recognizes the errors that saying what the columns are may put right.
func OfColumns(err error) bool {
	return slices.ContainsFunc([]error{ErrNoSeats, ErrNoHeading, ErrNoColumn, ErrNoRows}, func(cause error) bool { return errors.Is(err, cause) })
}
