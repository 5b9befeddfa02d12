package texts

import (
	"fmt"
	"strings"

	"brujula/data"
)

// What a list of coordinates may say wrong.
const (
	CoordinatesNoHeading     = "no hay un encabezado con RENIPRESS, latitud y longitud"
	CoordinatesNoHeadingHint = "se espera una tabla con esas tres columnas, en grados"
	CoordinatesNoRows        = "ninguna fila se pudo leer"
	BadCode                  = "no es un código RENIPRESS"
	CoordinatesNotDegrees    = "no son grados"

	CoordinatesShort   = "Dónde está cada establecimiento: RENIPRESS, latitud, longitud"
	CoordinatesExample = "  serums importar coordenadas coordenadas.csv"
	FlagNear           = "`LUGAR` desde el que se mide en línea recta: una ciudad o un RENIPRESS"
	FlagMaxKm          = "a lo más tantos `KM` del lugar, en línea recta"
	NearNeedsPlace     = "--max-km necesita --cerca-de LUGAR"
	OrderNeedsPlace    = "ordenar por km necesita --cerca-de LUGAR"
	StraightLine       = "Distancias en línea recta: el camino es más largo, en la sierra y la selva mucho más."
	NoCoordinates      = "no hay coordenadas: impórtelas con «serums importar coordenadas ARCHIVO»"
	ColumnDistance     = "km"
)

// CoordinatesOutside reports that a point is not in Peru.
func CoordinatesOutside(lat, lon float64) string {
	return fmt.Sprintf("%.4f, %.4f está fuera del Perú: no se usa", lat, lon)
}

// CoordinatesExchanged reports that the two columns stand under each other's
// heading.
func CoordinatesExchanged(north, east string, n int) string {
	return fmt.Sprintf("la longitud está bajo %s y la latitud bajo %s en %s: se intercambiaron", north, east, counted(n, "fila", "filas"))
}

// CoordinatesTwiceNear reports that an establishment has two points close by.
func CoordinatesTwiceNear(code string, row int) string {
	return fmt.Sprintf("%s ya está en la fila %d, a menos de 1 km: vale aquella", code, row)
}

// CoordinatesTwiceFar reports that an establishment has two points far apart.
func CoordinatesTwiceFar(code string, row int, km float64) string {
	return fmt.Sprintf("%s está también en la fila %d, a %s km: no se usa ninguna", code, row, Thousands(int(km+0.5)))
}

// CoordinatesFar reports that a point is not where the offer has the
// establishment.
func CoordinatesFar(province, region string, km float64) string {
	return fmt.Sprintf("está a %s km de los demás puntos de %s, %s, donde lo pone la oferta: no se usa", Thousands(int(km+0.5)), province, region)
}

// CoordinatesUsable reports how many establishments of the offers have a place.
func CoordinatesUsable(placed, own, offered int) string {
	if offered == 0 {
		return "No hay ofertas cargadas con las que comparar las coordenadas."
	}
	text := fmt.Sprintf("Tienen coordenadas utilizables %s de %s ofertados (%d %%)", Thousands(placed), counted(offered, "establecimiento", "establecimientos"), placed*100/offered)
	if own > 0 {
		text += fmt.Sprintf("; %s más por las columnas de la propia oferta", Thousands(own))
	}
	return text + "."
}

// CoordinatesShared reports how many points are shared.
func CoordinatesShared(n int) string {
	return fmt.Sprintf("%s comparten su punto con otros dos o más: suele ser el centro de la ciudad, no el local.", counted(n, "establecimiento", "establecimientos"))
}

// CoordinatesRead heads the report of an import.
func CoordinatesRead(info *data.ListInfo) string {
	return fmt.Sprintf("Coordenadas · %s\n%s, %s, %s", info.File, counted(info.Rows, "punto", "puntos"),
		counted(info.Skipped, "fila omitida (encabezados, blancos, repetidas)", "filas omitidas (encabezados, blancos, repetidas)"), counted(info.Rejected, "rechazada", "rechazadas"))
}

// ProblemsMore reports how many problems are not shown.
func ProblemsMore(n int) string {
	return fmt.Sprintf("  … y %s más (--json los da todos)", Thousands(n))
}

// ProblemLine writes one problem.
func ProblemLine(p *data.Problem) string {
	text := "  "
	if p.Row > 0 {
		text += p.Where() + ": "
	}
	if p.Value != "" {
		text += "«" + p.Value + "» "
	}
	return text + p.Reason
}

// UnknownPlace answers a place that is not known.
func UnknownPlace(text string, similar []string) string {
	return fmt.Sprintf("no se conoce el lugar «%s»: dé una capital o ciudad, o el RENIPRESS de un establecimiento con coordenadas%s", text, perhapsPlace(similar))
}

func perhapsPlace(similar []string) string {
	if len(similar) == 0 {
		return ""
	}
	return " (¿quiso decir " + either(similar) + "?)"
}

// Words of distances in Explorar.
const (
	NearThis          = "esta" // the plaza under the cursor, on the command line
	NoCoordinatesHere = "No hay coordenadas cargadas: impórtelas con :importar (RENIPRESS, latitud, longitud)."
	NearAbout         = "≈: su lugar no está en la lista de coordenadas; se mide desde el medio de su distrito o provincia."
	NearPlaceFirst    = "Diga antes desde dónde: :cerca-de LUGAR, o M desde la plaza del cursor."
	HintNearPlace     = "km en línea recta desde un lugar: juliaca 60"
	HintMaxKm         = "km a lo más, del lugar dado con cerca-de"
	KeyNearThis       = "distancias desde esta plaza"
	TipNearThis       = "Otra vez, o esc, las quita. Desde otro lugar: :cerca-de juliaca 60."
)

// NearShown reports in the status line from where distances are measured, and
// how many plazas have no known place.
func NearShown(place string, most float64, lost int) string {
	text := "cerca de " + place
	if most > 0 {
		text = fmt.Sprintf("a ≤ %s km de %s", Kilometres(most), place)
	}
	if lost > 0 {
		text += fmt.Sprintf(" (%s sin coordenadas)", Thousands(lost))
	}
	return text
}

// NearNotListed reports that nothing is found because nobody knows how far some
// places are, and the key that loads the list that tells.
func NearNotListed(n int, key string) string {
	text := fmt.Sprintf("De %s no se sabe la distancia: falta su fila en la lista de coordenadas (RENIPRESS, latitud, longitud)", counted(n, "lugar", "lugares"))
	if key == "" {
		return text + "; impórtela."
	}
	return text + "; " + key + " la importa."
}

// KilometresAbout writes a distance, with a sign where it is that of the
// surroundings of a place.
func KilometresAbout(km float64, about bool) string {
	if about && km >= 0 {
		return "≈" + Kilometres(km)
	}
	return Kilometres(km)
}

// NearSaid reports what naming a place gave.
func NearSaid(place string, lost int, most float64) string {
	text := "Distancias en línea recta desde " + place + "; el camino es más largo."
	switch {
	case lost > 0 && most > 0:
		text += fmt.Sprintf(" %s sin coordenadas quedan fuera.", counted(lost, "lugar", "lugares"))
	case lost > 0:
		text += fmt.Sprintf(" %s sin coordenadas van al final.", counted(lost, "lugar", "lugares"))
	}
	return text + " «≈»: desde el medio de su distrito o provincia. esc las quita."
}

// NearNothing reports how many plazas have no place.
func NearNothing(n int) string {
	return fmt.Sprintf("%s sin coordenadas quedan fuera de --max-km.", counted(n, "plaza", "plazas"))
}

// NearFrom heads distances.
func NearFrom(name string) string { return "Distancia desde " + name + "." }

// Kilometres writes a distance; a negative one is not known.
func Kilometres(km float64) string {
	switch {
	case !(km >= 0):
		return "–"
	case km < 10:
		return strings.Replace(fmt.Sprintf("%.1f", km), ".0", "", 1)
	}
	return Thousands(int(km + 0.5))
}

// Shorten cuts a text to so many characters.
func Shorten(text string, most int) string {
	if r := []rune(text); len(r) > most {
		return string(r[:most-1]) + "…"
	}
	return text
}
