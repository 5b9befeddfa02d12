package texts

import (
	"fmt"
	"strings"
	"time"

	"brujula/data"
)

// Words of listar, ficha and fuentes.
const (
	ListShort   = "Listar plazas con filtros, probabilidad, puntos y riesgos"
	ListExample = `  serums listar --profesion medicina --modalidad remunerada --puesto 812
  serums listar --profesion enfermeria --region PUNO,CUSCO --gd 4,5 --texto posta
  serums listar --profesion medicina --modalidad remunerada --puesto 812 --prob-min 80% --orden -puntos,-prob --json`
	CardShort    = "Ficha completa de una plaza"
	CardExample  = "  serums ficha 00001234 --profesion medicina --modalidad remunerada --puesto 812"
	SourcesShort = "Listas cargadas: archivo, huella, fecha y filas"
)

// ListHeading is the heading of listar's table.
func ListHeading() []string {
	return []string{
		"Prob", "B", ColumnRange, "Pts", "GD", "RENIPRESS", "Establecimiento", "Distrito", "Provincia", "Región", "Cat",
		"Institución", "Bono", "Plazas", "Riesgo",
	}
}

// ListCSVHeading is the heading of listar's CSV, the keys of the JSON form.
func ListCSVHeading() []string {
	return strings.Split("proceso,renipress,profesion,modalidad,establecimiento,region,provincia,distrito,diresa,gd,"+
		"categoria,institucion,presupuesto,zaf,ze,cupos,prob,prob_min,prob_max,se_va_desde,se_va_hasta,banda,acto,"+
		"libres_esperados,puntos,puntos_certeza,riesgos,riesgo,antes_proceso,antes_tipo,antes_turno_desde,antes_turno_hasta,"+
		"ofrecida_en,ofrecida_de,previo_proceso,previo_gd,previo_cupos,previo_zaf,previo_ze,previo_presupuesto,"+
		"puesto_desde,puesto_hasta,prob_peor_puesto,prob_mejor_puesto", ",")
}

// CountLine counts as the ministry counts: establishments and plazas. Over
// several lines an establishment stands once for each profession and modality,
// and is called a place.
func CountLine(found, all, seats int, oneLine bool) string {
	return fmt.Sprintf("%s de %s %s · %s", Thousands(found), Thousands(all), placesWord(oneLine), counted(seats, "plaza", "plazas"))
}

func placesWord(oneLine bool) string {
	if oneLine {
		return "establecimientos"
	}
	return "lugares"
}

// Standing is where the applicant stands in a line.
type Standing struct {
	Rank      int
	K         float64
	Seats     int
	Modality  data.Modality
	Derived   bool
	Exhausted bool
	Basis     string // "listas", "prior" or empty
	Processes []data.Process
	Act       string // that is followed, in words; "" for none
}

// LineStanding reports what the chances of a listing are seen from.
func LineStanding(s Standing) string {
	text := fmt.Sprintf("Al llegar su turno %s (%s)", goneOf(int(s.K+0.5), "a", counted(s.Seats, "plaza", "plazas")), s.Modality)
	if s.Derived {
		text += ", número deducido de su puesto nacional y de una proporción incierta"
	}
	text += "."
	if s.Exhausted {
		text = fmt.Sprintf("A su orden no queda plaza %s.", s.Modality)
	}
	if s.Act != "" {
		text = Capital(s.Act) + ". " + text
	}
	switch s.Basis {
	case "listas":
		text += " Modelo ajustado con " + processes(s.Processes) + "."
	case "prior":
		text += " Modelo de fábrica (" + processes(s.Processes) + "): cargue listas de adjudicados para ajustarlo."
	}
	return text
}

func processes(list []data.Process) string {
	words := data.Words(list)
	return strings.Join(words, ", ")
}

// SourcesHeading is the heading of fuentes.
func SourcesHeading() []string {
	return []string{"Lista", "Proceso", "Modalidad", "Archivo", "SHA-256", "Importada", "Filas", "Lugares", "Plazas", "Omitidas", "Rechaz."}
}

// hashShown is how much of a hash a table shows.
const hashShown = 12

// SourceFields are the cells of one list in fuentes.
func SourceFields(info *data.ListInfo) []string {
	kind := string(info.Kind)
	if info.UpTo > 0 {
		kind += fmt.Sprintf(" (hasta el puesto %s)", Thousands(info.UpTo))
	}
	if len(info.Followed) > 0 {
		kind += " (" + FollowedShort(info.Followed) + ")"
	}
	return []string{
		kind, string(info.Process), string(info.Modality), info.File, info.SHA256[:min(hashShown, len(info.SHA256))],
		Date(info.Imported), Thousands(info.Rows), Thousands(info.Plazas), Thousands(info.Seats), Thousands(info.Skipped), Thousands(info.Rejected),
	}
}

// Date writes a day as people read it in Peru.
func Date(t time.Time) string {
	if t.IsZero() {
		return "–"
	}
	return t.Format("02/01/2006")
}

// RiskLine writes a risk note with its severity, certainty and source.
func RiskLine(severity, text, source, certainty string) string {
	return fmt.Sprintf("[%s] %s (%s)", severity, RiskText(text, certainty), source)
}

// NoNoteIsNotSafe is said wherever risk notes are shown.
const NoNoteIsNotSafe = "Que no haya una nota no quiere decir que el lugar sea seguro: solo que no se ha registrado."

// FlagCount counts what listar finds.
const FlagCount = "en vez de las plazas, cuántas tiene cada valor de `CLAVES`: lugares, plazas y, con --puesto, cuántas alcanza; varias con comas: region,gd"

// CountHeading is the heading of counts; ranked tells that they say how many are within
// reach.
func CountHeading(key string, ranked bool) []string {
	heading := []string{FacetTitle(key), "Lugares", "Plazas"}
	if ranked {
		heading = append(heading, "Alcanza")
	}
	return heading
}

// CountCSVHeading is the heading of counts in CSV.
func CountCSVHeading() []string { return []string{"por", "valor", "lugares", "cupos", "probables"} }

// TextMeant reports that nothing holds a text, and what it may be a slip for.
func TextMeant(text string, meant []string) string {
	return fmt.Sprintf("no hay «%s»; ¿quiso decir %s?", text, either(meant))
}

// ReadAs states as what a word that nothing holds is read: "«moilno» se lee MOLINO".
func ReadAs(said, read string) string { return fmt.Sprintf("«%s» se lee %s", said, read) }

// OnlySimilar reports that nothing holds a text, and that what is shown resembles it.
func OnlySimilar(text string) string { return fmt.Sprintf("nada con «%s»: estas se parecen", text) }

// BadCount refuses a word of --contar.
func BadCount(word string, known []string) string {
	return fmt.Sprintf("«%s» en --contar: use %s", word, strings.Join(known, ", "))
}
