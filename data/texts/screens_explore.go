package texts

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"brujula/data"
	"brujula/data/fold"
)

// HomeAlready tells, where esc has nothing to go back from, which keys lead on.
func HomeAlready(explore bool) string {
	if explore {
		return "q sale · X quita los filtros · 2 a 6 van a otra pantalla"
	}
	return "q sale · 1 Explorar"
}

// Headings of the table of plazas.
const (
	ColumnChance   = "Prob."
	ColumnAlong    = "Queda"
	ColumnAlongEnd = "fin "
	ColumnPoints   = "Pts"
	ColumnGrade    = "GD"
	ColumnName     = "Establecimiento"
	ColumnRisks    = "Riesgo"
	ColumnProvince = "Provincia"
	ColumnDistrict = "Distrito"
	ColumnRegion   = "Región"
	ColumnCategory = "Cat"
	ColumnBonus    = "Bono"
	ColumnLeaves   = "Se va entre"
	ColumnBudget   = "Presup."
	ColumnChange   = "Nuevo"
)

// Words of Explorar.
const (
	FacetsTitle          = "Filtros"
	NoFilters            = "sin filtros"
	NothingSimilar       = "nada igual ni parecido"
	NothingFoundHint     = "X quita los filtros y la búsqueda."
	CannotSort           = "Por esa columna no se ordena; elija otra con ← →."
	CannotFilterByColumn = "Por esa columna no se filtra; elija otra con ← →."
	CannotCountColumn    = "Esa columna no tiene valores que contar; elija otra con ← →."
	ColumnsTitle         = "Columnas"
	KeyColumnToggle      = "mostrar u ocultar"
	KeyToPlanShort       = "al plan"
	KeyPlanShort         = "mi plan"
	NoOtherModality      = "Diga antes una sola modalidad: se mira la otra."
	KeyFilterByThis      = "filtrar por esto"
	KeySortShort         = "ordenar"
)

// WithoutFilter reports how many plazas there are without a filter.
func WithoutFilter(filter string, n int) string {
	return fmt.Sprintf("sin «%s» hay %s", filter, Thousands(n))
}

// LiftHint reports what there is without one filter or another, and the keys that
// lift them.
func LiftHint(without []string) string {
	return Capital(strings.Join(without, "; ")) + ". Con f se quita un filtro, con X todos."
}

// ElsewhereHint reports what the other modality has, and the key to it.
func ElsewhereHint(n int) string {
	return fmt.Sprintf("En la otra modalidad hay %s: o la muestra.", Thousands(n))
}

// GradeDigit writes a grade in a table.
func GradeDigit(grade int) string {
	if grade == 0 {
		return "–"
	}
	return fmt.Sprint(grade)
}

var shortInstitutions = map[string]string{
	"GOBIERNO REGIONAL": "Gob. regional",
	"ESSALUD":           "EsSalud",
	"SANIDAD DE LA POLICIA NACIONAL DEL PERU": "Sanidad PNP",
	"SANIDAD DEL EJERCITO DEL PERU":           "Sanidad Ejército",
	"SANIDAD DE LA MARINA DE GUERRA DEL PERU": "Sanidad Marina",
	"SANIDAD DE LA FUERZA AEREA DEL PERU":     "Sanidad FAP",
}

// ShortInstitution shortens the long names of a table.
func ShortInstitution(name string) string {
	if short, ok := shortInstitutions[name]; ok {
		return short
	}
	return name
}

// LeavesShort writes a range of pick numbers.
func LeavesShort(from, to float64) string {
	return fmt.Sprintf("%s–%s", Thousands(int(math.Round(from))), Thousands(int(math.Round(to))))
}

// EvidenceShort reports in a few letters what a chance stands on.
func EvidenceShort(level string, n int) string {
	word := map[string]string{
		"plaza": "misma plaza", "establecimiento": "mismo local", "distrito": "distrito", "provincia": "provincia",
		"region_grado": "región y GD", "previo": "general",
	}[level]
	if word == "" {
		return "–"
	}
	return fmt.Sprintf("%s (%s)", word, Thousands(n))
}

var facetTitles = map[string]string{
	"proceso": "Proceso", "profesion": "Profesión", "modalidad": "Modalidad", "region": "Región", "gd": "Grado",
	"banda": "Probabilidad", "provincia": "Provincia", "distrito": "Distrito", "institucion": "Institución",
	"categoria": "Categoría", "presupuesto": "Presupuesto", "zaf": "Bono ZAF", "ze": "Bono ZE", "diresa": "DIRESA",
	"riesgo": "Notas de riesgo", "severidad": "Severidad", "cambio": "Cambio", "antes": "Antes", "ofrecida": "Veces ofrecida",
	"gd-antes": ColumnGradesBefore,
}

// FacetTitle names a facet.
func FacetTitle(key string) string { return facetTitles[key] }

// FacetLabel writes a value of a facet as people say it.
func FacetLabel(key, value string) string {
	switch {
	case value == "":
		return ""
	case key == "gd":
		return "GD-" + value
	case key == "gd-antes":
		return gradeWasLabel(value)
	case key == "ofrecida":
		n, _ := strconv.Atoi(value)
		return "en " + counted(n, "proceso", "procesos")
	case key == "banda":
		letter := bandLetters[value]
		return letter + " " + BandName(letter)
	case key == "institucion":
		return ShortInstitution(value)
	case namesPlaces[key]:
		return PlaceName(value)
	case key == "categoria" && value == "0":
		return "0 (colegio)"
	case key == "riesgo" || key == "severidad":
		return riskLabel(value)
	case key == "cambio":
		return changeLabel(value)
	}
	return value
}

// gradeWasLabel writes the grade that a plaza had before.
func gradeWasLabel(value string) string {
	switch value {
	case "no_estaba":
		return "no estaba"
	case "sin_dato":
		return "sin dato"
	}
	return "GD-" + value
}

// namesPlaces are the dimensions whose values the lists write in capitals.
var namesPlaces = map[string]bool{"region": true, "provincia": true, "distrito": true, "diresa": true, "profesion": true}

// PlaceName writes a region, province, district, DIRESA or profession as people
// read it: the lists have them in capitals. It alone decides so; what other programs
// read, and what is said aloud in the act, keeps the list's own letters.
func PlaceName(name string) string {
	name = fold.Title(name)
	if accented, ok := accents[name]; ok {
		return accented
	}
	return name
}

// accents are the regions and professions that the lists write without theirs: in
// capitals that passes, in small letters it is a misspelling. None is longer or
// shorter, so that places in a name stay where they were.
var accents = map[string]string{
	"Ancash": "Áncash", "Apurimac": "Apurímac", "Huanuco": "Huánuco", "Junin": "Junín", "San Martin": "San Martín",
	"Biologia": "Biología", "Enfermeria": "Enfermería", "Ingenieria Sanitaria": "Ingeniería Sanitaria", "Nutricion": "Nutrición",
	"Odontologia": "Odontología", "Psicologia": "Psicología", "Quimico Farmaceutico": "Químico Farmacéutico",
	"TM - Laboratorio Clinico": "TM - Laboratorio Clínico", "TM - Optometria": "TM - Optometría",
	"TM - Radiologia": "TM - Radiología", "TM - Terapia Fisica": "TM - Terapia Física",
}

// shortKinds are the kinds of establishment that the lists write in letters as often
// as in full.
var shortKinds = strings.NewReplacer("PUESTO DE SALUD ", "P.S. ", "CENTRO DE SALUD ", "C.S. ")

// ListName writes an establishment for the rows of a table: its kind in letters, the
// rest as people read it. The name as the ministry has it heads the panel and the
// card, and is what is searched, copied and exported.
func ListName(name string) string { return PlaceName(shortKinds.Replace(name)) }

// Where joins the names of places that are known, from the smallest to the largest.
func Where(places ...string) string {
	known := make([]string, 0, len(places))
	for _, name := range places {
		if name != "" {
			known = append(known, PlaceName(name))
		}
	}
	return strings.Join(known, ", ")
}

// riskLabel writes a topic or a severity of the risk notes.
func riskLabel(value string) string {
	if value == "sin_nota" {
		return "sin nota"
	}
	return value
}

// changeLabel writes what changed since the offer before.
func changeLabel(value string) string {
	if value == "sin_cambio" {
		return "sin cambio"
	}
	return strings.ToLower(diffTitles[value])
}

// FilterShown writes one filter for the status line: "región PUNO CUSCO".
func FilterShown(key string, in, out []string) string {
	words := []string{strings.ToLower(facetTitles[key])}
	if key == "diresa" || key == "gd" {
		words[0] = strings.ToUpper(key)
	}
	for _, v := range in {
		words = append(words, filterValue(key, v))
	}
	for _, v := range out {
		words = append(words, "!"+filterValue(key, v))
	}
	return strings.Join(words, " ")
}

// FilterShownShort counts the values of a filter that has several: "región (3)".
func FilterShownShort(key string, in, out []string) string {
	if len(in)+len(out) < 2 {
		return FilterShown(key, in, out)
	}
	return fmt.Sprintf("%s (%d)", FilterShown(key, nil, nil), len(in)+len(out))
}

// FiltersMore counts the filters that there is no room to name; named tells that
// some are.
func FiltersMore(n int, named bool) string {
	if !named {
		return counted(n, "filtro", "filtros")
	}
	return "y " + counted(n, "filtro más", "filtros más")
}

func filterValue(key, value string) string {
	if value == "" {
		return FacetNone
	}
	if key == "gd" {
		return value
	}
	return FacetLabel(key, value)
}

// ChanceMinShown and PointsMinShown write the least figures asked for.
func ChanceMinShown(p float64) string { return "prob ≥ " + Percent(p) }

// PointsMinShown writes the least points asked for.
func PointsMinShown(points float64) string { return "puntos ≥ " + Decimal(points) }

// Counts counts as the ministry counts: "37 de 2073 establecimientos · 41
// plazas".
func Counts(found, total, seats int, oneLine, narrow bool) string {
	if narrow {
		return fmt.Sprintf("%s de %s · %s", Thousands(found), Thousands(total), counted(seats, "plaza", "plazas"))
	}
	return CountLine(found, total, seats, oneLine)
}

// FoundOf reports how many pass the filters of all that there are: "se ven 37 de
// 2073".
func FoundOf(found, total int) string {
	return fmt.Sprintf("se ven %s de %s", Thousands(found), Thousands(total))
}

// OrderShown writes the order of the rows: "orden: probabilidad ▼, puntos ▼".
func OrderShown(orders string) string {
	var words []string
	for word := range strings.SplitSeq(orders, ",") {
		if key, desc := strings.CutPrefix(word, "-"); desc {
			words = append(words, LinearSortKey(key)+" ▼")
		} else {
			words = append(words, LinearSortKey(key)+" ▲")
		}
	}
	return "orden: " + strings.Join(words, ", ")
}

// OrderBest names the order that holds until the user chooses one.
const OrderBest = "orden: lo mejor que puede alcanzar"

// OrderByMatch says that a search orders the rows: those that it finds by their name
// come first, in the order that held before. OrderByMatchShort is for a narrow window.
const (
	OrderByMatch      = "orden: el nombre primero"
	OrderByMatchShort = "el nombre primero"
)

// Reach is the headline of Explorar: how many of the plazas in view are within
// reach.
func Reach(likely, all int) string {
	return fmt.Sprintf("Puede alcanzar %s de %s", Thousands(likely), Thousands(all))
}

// BandCount is a band with how many plazas are in it: "M 319".
func BandCount(letter string, n int) string { return letter + " " + Thousands(n) }

// AlongTitle heads the column of chances along the line in w cells: what is drawn,
// and my rank at its place, by its mark alone where there is no room for both.
func AlongTitle(w, mine, rank int, mark string) string {
	own, name := Thousands(rank), len(ColumnAlong)
	for _, sign := range []struct {
		text string
		at   int
	}{{mark + own, mine}, {own + mark, mine - len(own)}, {mark, mine}} {
		end := sign.at + utf8.RuneCountInString(sign.text)
		switch {
		case mine < 0 || sign.at < 0 || end > w:
		case sign.at > name:
			return ColumnAlong + strings.Repeat(" ", sign.at-name) + sign.text
		case end+1+name <= w:
			return strings.Repeat(" ", sign.at) + sign.text + " " + ColumnAlong
		}
	}
	return ColumnAlong
}

// SortHint says what a key of the order does: "puntos, de mayor a menor".
func SortHint(key string, desc bool) string {
	way, down := LinearDirections(key)
	if desc {
		way = down
	}
	return LinearSortKey(key) + ", " + way
}

// OrderRises reports that a key puts the least first, and how to have the most.
func OrderRises(key string) string {
	return fmt.Sprintf("%s: de menor a mayor. Para lo mayor primero: «:orden -%s».", Capital(LinearSortKey(key)), key)
}

// ColumnHidden reports that a column is out of view, and how to get it back.
func ColumnHidden(title string) string {
	return fmt.Sprintf("Columna %s oculta; C las lista todas.", title)
}

// FrequenciesTitle is what the counts of a facet answer.
func FrequenciesTitle(key string, chances bool) string {
	asked := "¿Cuántas hay por " + lowered(FacetTitle(key))
	if chances {
		asked += " y cuántas alcanza"
	}
	return asked + "?"
}

// FrequenciesNote reports how many values there are, and the keys.
func FrequenciesNote(n int) string {
	return counted(n, "valor", "valores") + " · enter filtra · esc vuelve"
}

// PlazaLine writes a plaza on one line, to be copied.
func PlazaLine(p *data.Plaza, chance string) string {
	parts := []string{p.Renipress, p.Establishment, Where(p.District, p.Province, p.Region), GradeText(p.Grade), p.Category, p.Institution, string(p.Modality)}
	if chance != "" {
		parts = append(parts, "libre al llegar "+chance)
	}
	return strings.Join(parts, " · ")
}

// OtherNotLoaded reports that the other modality cannot be looked at because its
// list is not loaded, and the key that loads one; process may be "".
func OtherNotLoaded(process string, m data.Modality, key string) string {
	text := "No está cargada la oferta " + string(m)
	if process != "" {
		text += " " + process
	}
	if key == "" {
		return text + ": impórtela para mirarla."
	}
	return text + ": " + key + " la importa."
}

// FacetAtLeast is an option of the panel: "80 % o más".
func FacetAtLeast(chance float64) string { return Percent(chance) + " o más" }
