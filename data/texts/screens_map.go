package texts

import (
	"cmp"
	"fmt"
	"math"
	"strings"

	"brujula/data"
)

// Words of the map of Panorama.
const (
	KeyEnterRegion = "acercar"
	AreaBest       = "Lo mejor para usted aquí"
	AreaEstimating = "Estimando lo que alcanza…"
	AreaNothing    = "Ninguna plaza en esta mirada."
)

// What the views of Panorama answer.
const (
	MapQuestion          = "¿Dónde está su oportunidad?"
	RegionGradeQuestion  = "¿Qué hay por región y grado?"
	InstGradeQuestion    = "¿Qué hay por institución y grado?"
	ProfModalityQuestion = "¿Qué se ofrece a cada profesión?"
	CurvesGradeQuestion  = "¿Qué grados se van primero?"
	CurvesRegionQuestion = "¿Qué regiones se van primero?"
	HistoryQuestion      = "¿Qué da cada modalidad y cuántos la hicieron?"
)

// The plazas that went first and last the last time.
const (
	ViewFirst     = "Las más disputadas"
	ViewLast      = "Las últimas"
	FirstQuestion = "¿Qué se fue primero la última vez?"
	LastQuestion  = "¿Qué se fue al final, o sobró?"
	ColumnNow     = "Ahora"
	KeyOpenCard   = "ficha"
)

// LastTimeNote reports of which process the turns are.
func LastTimeNote(p data.Process) string { return "en " + string(p) }

// ColumnTurn heads the turns of a process.
func ColumnTurn(p data.Process) string { return "Turno " + string(p) }

// TurnWent states at which turn the last seat of a plaza went, between two where
// marks are equal.
func TurnWent(from, to int, left bool) string {
	switch {
	case left:
		return "sobró"
	case to == math.MaxInt32: // its list ends there
		return "después de " + Thousands(from-1)
	case from == to:
		return Thousands(from)
	}
	return Thousands(from) + "–" + Thousands(to)
}

// BreakdownQuestion is what a breakdown answers.
func BreakdownQuestion(dim string) string {
	return cmp.Or(map[string]string{
		"region":      "¿Cuánto tiene a su alcance en cada región?",
		"gd":          "¿Cuánto tiene a su alcance en cada grado?",
		"institucion": "¿Cuánto tiene a su alcance en cada institución?",
		"categoria":   "¿Cuánto tiene a su alcance en cada categoría?",
		"presupuesto": "¿Quién paga las plazas a su alcance?",
		"profesion":   "¿Cuánto se ofrece a cada profesión?",
		"modalidad":   "¿Cuánto se ofrece en cada modalidad?",
		"proceso":     "¿Cuánto se ofreció en cada proceso?",
	}[dim], FacetTitle(dim))
}

// MeasureQuestion is what the map answers by a measure.
func MeasureQuestion(key string) string {
	return cmp.Or(map[string]string{
		"plazas":  "¿Dónde hay más plazas?",
		"tomadas": "¿Dónde se tomaron más plazas?",
		"parte":   "¿Dónde quedaron plazas sin tomar?",
		"mediana": "¿Dónde se van más tarde?",
		"puntos":  "¿Dónde dan más puntos?",
	}[key], MapQuestion)
}

// AreaEntered heads a region that was gone into, or a province of it.
func AreaEntered(region, province string) string {
	if province == "" {
		return PlaceName(region) + " › toda la región"
	}
	return PlaceName(region) + " › " + PlaceName(province)
}

// AreaQuestion is what the map of one region answers.
func AreaQuestion(region string) string { return "¿Dónde, dentro de " + PlaceName(region) + "?" }

// AreaReach reports how many plazas of an area are within reach; likely is the
// figure as it is set off.
func AreaReach(likely string, of int) string {
	return fmt.Sprintf("%s de %s a su alcance", likely, counted(of, "plaza", "plazas"))
}

// AreaUnranked says why nothing is within reach or out of it.
func AreaUnranked(plazas int) string {
	return fmt.Sprintf("%s. No se sabe cuáles alcanza: falta su orden de mérito (P), o no son de su profesión y su proceso.", counted(plazas, "plaza", "plazas"))
}

// AreaPast reports how many seats of an area were taken the last time.
func AreaPast(p data.Process, taken, listed int, cut bool) string {
	return fmt.Sprintf("En %s se tomaron %s de %s.", p, PanoramaTaken(taken, true, cut), counted(listed, "plaza", "plazas"))
}

// AreaMedian reports when the middle one of the seats went; from and to are shares
// (0–1) of a line of some takers.
func AreaMedian(from, to float64, takers int) string {
	first, last := max(1, int(math.Round(from*float64(takers)))), max(1, int(math.Round(to*float64(takers))))
	if first == last {
		return fmt.Sprintf("La del medio se fue en el turno %s de %s.", Thousands(first), Thousands(takers))
	}
	return fmt.Sprintf("La del medio se fue entre los turnos %s y %s de %s.", Thousands(first), Thousands(last), Thousands(takers))
}

// AtlasFoot reports what a dot of the map is, and how many places are known: their
// own, the middle of their district, none. With letters for dots it is the best
// one at that spot, a capital in the area under the cursor. short is for lines
// without room for all the words.
func AtlasFoot(exact, about, unplaced int, letters, short bool) string {
	what, here, near, none := "Un punto, un lugar de la oferta", "en su sitio", "en el centro de su distrito", "sin sitio conocido"
	switch {
	case letters && short:
		what = "Letra: lo mejor del sitio; mayúscula: el cursor"
	case letters:
		what = "Una letra, lo mejor de ese sitio; mayúscula: bajo el cursor"
	}
	if short {
		here, near, none = "exactos", "aprox.", "sin sitio"
	}
	var known []string
	for _, of := range []struct {
		n    int
		word string
	}{{exact, here}, {about, near}, {unplaced, none}} {
		if of.n > 0 {
			known = append(known, Thousands(of.n)+" "+of.word)
		}
	}
	return what + " · " + strings.Join(known, ", ")
}
