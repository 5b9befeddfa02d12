package texts

import (
	"fmt"
	"math"
	"strings"

	"brujula/data"
)

// Words of the command and of the screen of the offer as a whole.
const (
	PanoramaShort   = "La oferta entera: ofertado y adjudicado, por lo que se quiera"
	PanoramaLong    = "Cuenta lo ofertado y lo adjudicado por proceso, modalidad, profesión, región, grado, institución,\ncategoría o presupuesto. Cada desglose suma el total. «Tomadas» sale de las listas de adjudicados\ncargadas; «mediana» es la parte de quienes eligieron que ya había elegido cuando se tomó la plaza del medio.\nSin --proceso cuenta el último cargado (por proceso, todos); lo tomado, el último que tiene lista."
	PanoramaExample = "  serums panorama\n  serums panorama --proceso 2026-I --por region,gd --modalidad remunerada\n  serums panorama --mapa --medida parte --profesion medicina\n  serums panorama --mapa --medida probables --profesion medicina --modalidad remunerada --puesto 812\n  serums panorama --curvas gd --profesion medicina\n  serums panorama --historia"
	FlagBreakdown   = "`DIMENSIONES` del desglose: proceso, modalidad, profesion, region, gd, institucion, categoria, presupuesto, zaf, ze, diresa o provincia; dos separadas por coma dan un cuadro"
	FlagCurves      = "cómo se fueron las plazas a lo largo de la línea, por `DIMENSIÓN`"
	FlagHistory     = "la historia por modalidad y lo que da cada una"
	FlagMeasure     = "`MEDIDA` del cuadro o del mapa: plazas, tomadas, parte, mediana, puntos o, con --puesto, probables"

	PanoramaTotal    = "Total"
	PanoramaOutside  = "(fuera de la oferta)"
	PanoramaNoValue  = FacetNone
	PanoramaWhole    = "Todas"
	PanoramaNoPast   = "Ninguna lista de adjudicados cargada habla de estas plazas."
	PanoramaTakenKey = "«Tomadas» y «parte» cuentan solo las líneas con lista de adjudicados cargada."
	PanoramaBudgets  = "Un establecimiento con dos presupuestos cuenta en ambos; las plazas no se repiten."
	PanoramaOneWay   = "--por, --mapa, --curvas e --historia se piden de una en una"
)

// PanoramaBadDim refuses a word of --por or --curvas.
func PanoramaBadDim(word string, known []string) string {
	return fmt.Sprintf("no se puede desglosar por «%s»: use %s", word, strings.Join(known, ", "))
}

// PanoramaTooManyDims refuses a third dimension, or the same one twice.
func PanoramaTooManyDims(n int) string {
	return fmt.Sprintf("--por toma una dimensión o dos distintas, no %d", n)
}

// PanoramaBadMeasure refuses a measure.
func PanoramaBadMeasure(word string, known []string) string {
	return fmt.Sprintf("«%s» no es una medida: use %s", word, strings.Join(known, ", "))
}

// PanoramaHeading is the heading of a breakdown; ranked tells that it says how many are
// within reach.
func PanoramaHeading(dim string, ranked bool) []string {
	heading := []string{facetTitles[dim], "Lugares", "Plazas", "%"}
	if ranked {
		heading = append(heading, "Alcanza")
	}
	return append(heading, "Tomadas", "Parte", "Mediana")
}

// LikelyNeedsRank tells why nothing can be said to be within reach.
const LikelyNeedsRank = "qué alcanza depende del puesto: con --medida probables dé --puesto, --profesion y --modalidad"

// FlagMap is the flag of the map.
const FlagMap = "el mapa: la --medida por región, en su lugar del país y de más a menos"

// MapTile is a region of the map with its figure.
func MapTile(region, figure string) string { return RegionShort(region) + " " + figure }

// MapScope reports what a map shows, and of what.
func MapScope(measure string, processes []string) string {
	text := Capital(MeasureTitle(measure))
	if len(processes) == 1 {
		text += " en " + processes[0]
	}
	return text + ", por región"
}

// PanoramaShare writes a share (0–1) with one decimal; a dash where it is not
// known.
func PanoramaShare(x float64) string {
	if math.IsNaN(x) {
		return "–"
	}
	return Decimal(math.Round(x*1000)/10) + " %"
}

// PanoramaRound writes a share (0–1) in whole percent, for narrow cells.
func PanoramaRound(x float64) string {
	if math.IsNaN(x) {
		return "–"
	}
	return fmt.Sprintf("%.0f %%", x*100)
}

// leastStretch is from which share of a line on a tie is written as a stretch.
const leastStretch = 0.01

// PanoramaIsStretch reports whether equal marks from one share of the line to
// another are written as a stretch.
func PanoramaIsStretch(from, to float64) bool { return to-from >= leastStretch }

// PanoramaStretch writes the share of a line of the middle taker: as the
// stretch of those with the same mark, who have no order among them.
func PanoramaStretch(middle, from, to float64) string {
	if !PanoramaIsStretch(from, to) {
		return PanoramaRound(middle)
	}
	return fmt.Sprintf("%.0f–%.0f %%", from*100, to*100)
}

// PanoramaTies says why medians are stretches, and why several may be the same.
const PanoramaTies = "«Mediana» es un tramo de la línea donde hay empate por nota: es rango, no orden, y filas distintas pueden caer en el mismo."

// PanoramaPastElsewhere reports in which process it is known what was taken.
func PanoramaPastElsewhere(p data.Process) string {
	return fmt.Sprintf("De este proceso no hay lista de adjudicados; lo tomado se sabe de %s: --proceso %s.", p, p)
}

// PanoramaPoints writes a mean of points.
func PanoramaPoints(x float64) string {
	if math.IsNaN(x) {
		return "–"
	}
	return Decimal(x)
}

// PanoramaTaken writes the seats taken; a dash where no list says.
func PanoramaTaken(taken int, listed, cut bool) string {
	switch {
	case !listed && taken == 0:
		return "–"
	case cut:
		return Thousands(taken) + "+"
	}
	return Thousands(taken)
}

// PanoramaValue writes a value of a breakdown as people say it.
func PanoramaValue(dim, value string, outside bool) string {
	switch {
	case outside:
		return PanoramaOutside
	case value == "":
		return PanoramaNoValue
	}
	return FacetLabel(dim, value)
}

// PanoramaWithin names the plazas within reach of the rank.
const PanoramaWithin = "a su alcance"

// PanoramaCutNote tells that a list ends at a rank.
const PanoramaCutNote = "«+»: la lista se cortó en un puesto; de lo que sigue no se sabe nada."

// PanoramaCurveHeading is the heading of the take-up curves.
func PanoramaCurveHeading(dim string, marks []float64) []string {
	out := []string{facetTitles[dim], "Plazas"}
	for _, m := range marks {
		out = append(out, fmt.Sprintf("%.0f %%", m*100))
	}
	return out
}

// PanoramaCurveTitle tells how to read the curves.
const PanoramaCurveTitle = "Parte de las plazas de cada fila que ya no estaba cuando había elegido tal parte de quienes eligieron"

// PanoramaCutLines reports that lines were left out of the curves.
func PanoramaCutLines(n int) string {
	return fmt.Sprintf("Sin contar %s con lista cortada.", counted(n, "línea", "líneas"))
}

// PanoramaUnordered reports that seats have no known place in the line.
func PanoramaUnordered(n int) string {
	return fmt.Sprintf("%s sin nota ni puesto: cuentan solo al final.", counted(n, "plaza tomada", "plazas tomadas"))
}

// HistoryTitle heads the history.
const HistoryTitle = "Serumistas en gobiernos regionales y MINSA, por modalidad"

// HistoryHeading is the heading of its table.
func HistoryHeading() []string { return []string{"Año", "Remunerada", "Equivalente"} }

// HistoryNoData stands for a year without a figure.
const HistoryNoData = "sin dato"

// HistorySource reports where figures come from.
func HistorySource(sources []string) string { return "Fuente: " + strings.Join(sources, "; ") }

// ModalitiesTitle heads the comparison of the modalities.
const ModalitiesTitle = "Qué da cada modalidad"

// Rows of the comparison.
const (
	ModalityPay   = "Pago"
	ModalityLimit = "Límite"
)

// ModalitySource reports where what is said of a modality comes from.
func ModalitySource(m data.Modality, source string) string { return Capital(string(m)) + ": " + source }

// ModalityOffered labels the seats of a process.
func ModalityOffered(p data.Process) string { return "Plazas " + string(p) }

// ModalityTaken labels the seats taken in a process.
func ModalityTaken(p data.Process) string { return "Tomadas " + string(p) }

// MeasureUnknown says why no region has a figure of a measure.
func MeasureUnknown(key string) string {
	switch key {
	case "probables":
		return "No se sabe qué es probable aquí: falta su orden de mérito (P), o estas plazas no son de su profesión y su proceso."
	case "puntos":
		return "Ninguna de estas plazas tiene puntos conocidos."
	}
	return PanoramaNoPast
}

// MeasureAlike says that a measure, written as value in every region, tells
// none apart, and what does; past is the process of the take-up.
func MeasureAlike(key, value string, past data.Process) string {
	if key == "parte" && value == PanoramaRound(1) {
		return fmt.Sprintf("En %s se tomaron todas las plazas de todas las regiones: esta medida no las distingue. La mediana (m) dice dónde se fueron antes.", past)
	}
	return fmt.Sprintf("Todas las regiones tienen lo mismo, %s: esta medida no las distingue; m muestra otra.", value)
}

// GridAlike says it of the cells of a grid, in a title.
func GridAlike(value string) string { return "igual en todas: " + value }

// MeasureTitle names a measure.
func MeasureTitle(key string) string {
	return map[string]string{
		"plazas": "plazas", "tomadas": "plazas tomadas", "parte": "parte tomada", "mediana": "mediana de quienes tomaron",
		"puntos": "puntos por plaza", "probables": PanoramaWithin,
	}[key]
}
