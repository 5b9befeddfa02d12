package texts

import (
	"fmt"
	"math"
	"strings"

	"brujula/data"
)

// Words of Explorar and of the card in the linear mode.
const (
	LinearSearch        = "buscar por nombre, lugar o código"
	LinearUnfilter      = "quitar los filtros y la búsqueda"
	LinearUnfiltered    = "Sin más filtro que su propia línea."
	LinearSortUsual     = "orden inicial"
	LinearDistance      = "distancia desde un lugar"
	LinearCounts        = "contar lo que se ve por región, grado y más"
	LinearCountsHelp    = "Cuenta lo que pasa los filtros: lugares, plazas y cuántas alcanza. Elegir un valor filtra por él."
	LinearNearAsk       = "¿Desde qué lugar? Una ciudad o el RENIPRESS de un establecimiento; «juliaca 60» deja los que están a 60 km o menos (enter quita las distancias):"
	LinearPlaceFirst    = "Diga antes desde dónde, con la opción «Distancia desde un lugar»."
	LinearNearForgotten = "Sin distancias."
	LinearNoCoordinates = "No hay coordenadas cargadas: se cargan con «Importar una lista», de un archivo con RENIPRESS, latitud y longitud."
	LinearLookFrom      = "mirar desde otro orden de mérito, sin guardarlo"
	LinearNear          = "quién eligió qué cerca de mi orden"
	LinearSearchAsk     = "Texto (sin tildes basta; enter quita la búsqueda):"
	LinearExploreHelp   = "Explorar son todas las plazas. También se puede escribir un filtro entero, como «region puno, cusco», «gd 4,5», «region !lima», que deja Lima fuera, «riesgo !acceso», «cambio nuevas», «cerca-de juliaca 60» o «texto posta». Los filtros quedan para la próxima vez."
	LinearFilterHelp    = "Elija por qué filtrar y después los valores: cada uno dice cuántas plazas daría. Volver a elegir un valor lo quita."
	LinearSortHelp      = "Elija una clave. Varias se escriben como «-prob,puntos»: el guion es de mayor a menor."
	LinearDirectionAsk  = "¿En qué sentido? (enter: 1):"
	LinearChanceMin     = "probabilidad mínima"
	LinearPointsMin     = "puntos mínimos"
	LinearBefore        = "cuándo se fue la última vez"
	LinearBeforeAsk     = "¿Cuándo se fue? Por ejemplo >500, 300-800, sobró o nueva (enter lo quita):"
	LinearChanceMinAsk  = "Probabilidad mínima, de 1 a 99 de cada 100 (enter la quita):"
	LinearPointsMinAsk  = "Puntos mínimos (enter los quita):"
	LinearNoRankYet     = "Falta su orden de mérito: dígalo en Mi perfil."
	LinearPassesAsk     = "¿Cuántos delante de usted dejan pasar su turno? (enter: lo de su perfil, o lo usual):"
	LinearCardHelp      = "La ficha dice todo lo que se sabe de la plaza, con su fuente. La opción 4 la repite."
	LinearCurve         = "cuándo se va: probabilidad según el orden de mérito"
	LinearAgain         = "leer otra vez la ficha"
	LinearNoCurve       = "No se puede decir: falta con qué estimar, o en esta modalidad el puesto no basta."
)

// LinearRead offers to read out what was found.
func LinearRead(n int) string { return fmt.Sprintf("leer %s", counted(n, "lugar", "lugares")) }

// LinearCount heads the reading.
func LinearCount(n int, loose bool) string {
	switch {
	case n == 0:
		return NothingFound
	case loose:
		return fmt.Sprintf("Nada igual; se parecen %s.", counted(n, "lugar", "lugares"))
	}
	return counted(n, "lugar", "lugares") + "."
}

// LinearFound counts what passes the filters.
func LinearFound(n int) string { return "Ahora " + counted(n, "lugar", "lugares") + "." }

// LinearChance states a chance as a count of a hundred, which is heard better
// than a percentage with its range.
func LinearChance(letter string, chance, lo, hi float64, hasRange bool) string {
	return fmt.Sprintf("%s, %s de cada 100", Capital(BandName(letter)), hundredth(chance)) +
		rangeBeside(hasRange, RangeNone, " (de %s a %s)", hundredth(lo), hundredth(hi))
}

// hundredth writes a chance as Percent does, without the sign.
func hundredth(p float64) string {
	text := strings.TrimSuffix(Percent(p), " %")
	return strings.NewReplacer("<", "menos de ", ">", "más de ").Replace(text)
}

// LinearPlaza is a plaza as it is read out in a list.
type LinearPlaza struct {
	Plaza     *data.Plaza
	Fate      string // what an act says of it: that it is taken, or yours; "" for nothing
	Chance    string // of LinearChance; "" when there is none
	HasPoints bool
	Points    float64
	Worst     int    // severity of the gravest note of the place, from 1 to 3; 0 for none
	Notes     int    // notes of the place
	Distance  string // of LinearKm; "" without a place to measure from
	Place     int    // in the plan, from 1; 0 when it is not there
	Line      data.Line
}

// String reads: name, where, grade; chance; points; notes; place in the plan.
func (l LinearPlaza) String() string {
	p := l.Plaza
	head := []string{p.Establishment, LinearWhere(p), LinearGrade(p.Grade)}
	if p.Profession != l.Line.Profession {
		head = append(head, PlaceName(p.Profession))
	}
	if p.Modality != l.Line.Modality {
		head = append(head, string(p.Modality))
	}
	if p.Process != l.Line.Process {
		head = append(head, string(p.Process))
	}
	if p.Seats != 1 {
		head = append(head, counted(p.Seats, "cupo", "cupos"))
	}
	sentences := []string{strings.Join(head, ", ")}
	switch {
	case l.Fate != "":
		sentences = append(sentences, Capital(l.Fate))
	case l.Chance != "":
		sentences = append(sentences, l.Chance)
	}
	if l.Distance != "" {
		sentences = append(sentences, l.Distance)
	}
	if l.HasPoints {
		sentences = append(sentences, Decimal(l.Points)+" "+plural(l.Points, "punto", "puntos"))
	}
	if l.Notes > 0 {
		sentences = append(sentences, Capital(RiskTold(l.Worst, l.Notes)))
	}
	if l.Place > 0 {
		sentences = append(sentences, fmt.Sprintf("En su plan, lugar %d", l.Place))
	}
	return strings.Join(sentences, ". ") + "."
}

// LinearWhere reports where a plaza is, the narrowest first.
func LinearWhere(p *data.Plaza) string {
	return Where(p.District, p.Province, p.Region)
}

// LinearKm states a distance; NaN is not known.
func LinearKm(km float64, about bool) string {
	if math.IsNaN(km) {
		return "Distancia sin dato"
	}
	if about {
		return "A unos " + Kilometres(km) + " km, desde el medio de su distrito o provincia"
	}
	return "A " + Kilometres(km) + " km"
}

// LinearNearFrom reports from where distances are measured, and how many places
// have none.
func LinearNearFrom(place string, lost int) string {
	text := "Distancias en línea recta desde " + place + "; el camino es más largo."
	if lost > 0 {
		text += fmt.Sprintf(" De %s no se conoce el punto.", counted(lost, "lugar", "lugares"))
	}
	return text
}

// LinearGrade states a grade.
func LinearGrade(grade int) string {
	if grade == 0 {
		return "grado sin dato"
	}
	return fmt.Sprintf("GD %d", grade)
}

// LinearFilters states the filters.
func LinearFilters(filters []string) string {
	if len(filters) == 0 {
		return "Sin filtros."
	}
	return "Filtros: " + strings.Join(filters, "; ") + "."
}

// LinearFilterShown states one filter.
func LinearFilterShown(key string, in, out []string) string {
	words := data.Map(in, func(v string) string { return filterValue(key, v) })
	for _, v := range out {
		words = append(words, "no "+filterValue(key, v))
	}
	return lowered(facetTitles[key]) + " " + strings.Join(words, " o ")
}

// LinearTextShown reports what is searched for.
func LinearTextShown(text string) string { return "con el texto «" + Shortened(text) + "»" }

// LinearFacet names something to filter by.
func LinearFacet(key string, values, chosen int) string {
	text := fmt.Sprintf("%s, %s", lowered(facetTitles[key]), counted(values, "valor", "valores"))
	if chosen > 0 {
		text += ", " + counted(chosen, "elegido", "elegidos")
	}
	return text
}

// LinearFacetCount heads the values.
func LinearFacetCount(n int) string {
	return counted(n, "valor", "valores") + ". Elegir uno lo pide; elegirlo otra vez lo quita."
}

// LinearFacetValue reads a value, in the words of LinearValue, with what it would
// give.
func LinearFacetValue(value string, plazas, likely int, likelyKnown, on bool) string {
	text := value + ": " + counted(plazas, "lugar", "lugares")
	if likelyKnown {
		text += ", " + counted(likely, "probable", "probables")
	}
	if on {
		text += ", elegido"
	}
	return text
}

// LinearValue names a value of a facet; bands by their word alone.
func LinearValue(key, value string) string {
	switch {
	case value == "":
		return "sin dato"
	case key == "banda":
		return BandName(bandLetters[value])
	}
	return FacetLabel(key, value)
}

// LinearFiltered reports what a choice did; value is in the words of LinearValue.
func LinearFiltered(key, value string, on bool, n int) string {
	done := "quitado"
	if on {
		done = "elegido"
	}
	return fmt.Sprintf("%s %s %s. %s", facetTitles[key], value, done, LinearFound(n))
}

// LinearOrdered states the order.
func LinearOrdered(words []string) string {
	if len(words) == 0 {
		return "Orden inicial."
	}
	return "Orden: " + strings.Join(words, ", después ") + "."
}

// LinearReach says in words what the bar of bands shows: how many are within
// reach, and how many each band has, the best first.
func LinearReach(likely, all int, bands []int) string {
	words := make([]string, 0, len(bands))
	for i, n := range bands {
		if i < len(manyInBands) {
			words = append(words, counted(n, oneInBand[i], manyInBands[i]))
		}
	}
	return Reach(likely, all) + ": " + strings.Join(words, ", ") + "."
}

// oneInBand and manyInBands are the bands of plazas, the best first.
var (
	oneInBand   = []string{"muy probable", "probable", "disputada", "improbable", "casi nula"}
	manyInBands = []string{"muy probables", "probables", "disputadas", "improbables", "casi nulas"}
)

// LinearSortKey names what to sort by.
func LinearSortKey(key string) string {
	if key == "antes" {
		return "turno en que se fue la última vez"
	}
	if title, ok := facetTitles[key]; ok && key != "gd-antes" && key != "ofrecida" {
		return lowered(title)
	}
	return map[string]string{
		"alcance": "lo que puede alcanzar", "prob": "probabilidad", "puntos": "puntos", "establecimiento": "nombre", "cupos": "plazas", "riesgos": "notas de riesgo",
		"se_va": "cuándo se va", "renipress": "código RENIPRESS", "km": "distancia",
		"antes2": "turno en que se fue la penúltima vez", "ofrecida": "en cuántos procesos se ofreció", "gd-antes": "grado de la vez anterior",
	}[key]
}

// LinearDirections names the two ways to sort by a key.
func LinearDirections(key string) (up, down string) {
	switch key {
	case "alcance":
		return "lo más probable primero", "lo menos probable primero"
	case "prob", "puntos", "gd", "cupos", "riesgos", "se_va", "km", "banda", "antes", "antes2", "ofrecida", "gd-antes":
		return "de menor a mayor", "de mayor a menor"
	}
	return "de la A a la Z", "de la Z a la A"
}

// LinearAscends reports whether the nearest, or the first letters, are what people
// look for by a key, rather than the most.
func LinearAscends(key string) bool {
	up, _ := LinearDirections(key)
	return key == "km" || key == "alcance" || up == "de la A a la Z"
}

// LinearNowModality reports which modality is looked at.
func LinearNowModality(modality string) string { return "Ahora mira la modalidad " + modality + "." }

// LinearLookAsk asks for a rank to look from.
func LinearLookAsk(own int) string {
	return fmt.Sprintf("¿Desde qué puesto? (enter: el suyo, %s):", orDash(own))
}

// LinearLooks reports from where the chances are seen.
func LinearLooks(rank int, simulated bool) string {
	if !simulated {
		return RankIsReal(rank)
	}
	return fmt.Sprintf("Mirada simulada desde el puesto %s. Su orden de mérito guardado no cambia.", Thousands(rank))
}

// LinearWithPasses reports what is assumed.
func LinearWithPasses(n float64) string { return "Suponiendo que pasan " + Decimal(n) + "." }

// LinearPassesAgain reports what holds without an assumption: what the profile says,
// where it says anything.
func LinearPassesAgain(own int) string {
	if own > 0 {
		return "Con lo de su perfil: pasan " + Thousands(own) + "."
	}
	return "Con lo usual."
}

// LinearCounted states a name with its count.
func LinearCounted(name string, n int) string { return name + " " + Thousands(n) }

// LinearGroup reads some counts under a title.
func LinearGroup(title string, words []string) string {
	return LinearSentence(strings.TrimSuffix(title, ":") + ": " + strings.Join(words, ", "))
}

// LinearRecord reads a row of a table: each cell with its heading, empty ones
// left out.
func LinearRecord(heading, cells []string) string {
	var parts []string
	for i, cell := range cells {
		if cell == "" || cell == "–" || i >= len(heading) {
			continue
		}
		parts = append(parts, heading[i]+" "+cell)
	}
	return LinearSentence(strings.Join(parts, ", "))
}

// LinearCountsOf heads the counts by values.
func LinearCountsOf(n int) string {
	return counted(n, "valor", "valores") + ", del más frecuente al menos. Elegir uno filtra por él."
}

// LinearCountedValue reads how many of the found plazas have a value; ranked tells that it is
// known how many are within reach.
func LinearCountedValue(value string, places, seats, likely int, ranked bool) string {
	text := value + ": " + counted(places, "lugar", "lugares") + ", " + counted(seats, "plaza", "plazas")
	if ranked {
		text += ", alcanza " + Thousands(likely)
	}
	return text
}
