package texts

import (
	"fmt"
	"math"
	"strings"

	"brujula/data"
)

// Keys of Panorama.
const (
	KeyViewNext       = "otra vista"
	KeyViewPrev       = "vista anterior"
	KeyViews          = "vistas"
	KeyViewModality   = "modalidad"
	KeyViewProfession = "mi profesión o todas"
	KeyViewProcess    = "proceso"
	KeyMeasure        = "medida"
	TipMeasure        = "Cambia lo que muestran el mapa y los cuadros."
	KeyPickRegion     = "marcar región"
	KeyToExplore      = "ver en Explorar"
	TipToExplore      = "Abre Explorar con ese filtro; en el mapa, con las regiones marcadas."
)

// Views of Panorama.
const (
	ViewsTitle       = "Vistas"
	ViewMap          = "Mapa"
	ViewRegionGrade  = "Región × grado"
	ViewInstGrade    = "Institución × grado"
	ViewProfModality = "Profesión × modalidad"
	ViewCurvesGrade  = "Curvas por grado"
	ViewCurvesRegion = "Curvas por región"
	ViewHistory      = "Modalidades e historia"

	PanoramaLoading = "Contando…"
	PanoramaNothing = "Ninguna plaza en esta mirada: o cambia la modalidad, O la profesión, t el proceso."
	AllProfessions  = "todas las profesiones"
	PanoramaAllProc = "todos los procesos"
	PanoramaBoth    = "ambas modalidades"
	PanoramaNoDrill = "Eso no se puede filtrar: son plazas cuyo presupuesto la lista deja sin nombrar, junto a otro que sí nombra."

	PanoramaOutsideDrill = "Eso no se puede filtrar: son adjudicaciones de establecimientos que no están en la oferta cargada."

	PanoramaNoMine     = "Sin perfil no hay profesión propia: P lo abre."
	PanoramaOnlyOne    = "Solo hay un proceso cargado."
	PanoramaNoMeasure  = "En esta vista no se cambia la medida."
	PanoramaNoCurves   = "No hay lista de adjudicados entera de estas líneas: sin ella no hay curvas. Impórtela con :importar."
	PanoramaCurveAxis  = "ya eligieron"
	PanoramaMarkedNone = "ninguna región marcada: enter abre la del cursor"
)

// ViewCount names a view with its place among them, for narrow windows.
func ViewCount(title string, at, of int) string { return fmt.Sprintf("%s (%d de %d)", title, at, of) }

// PanoramaScope says what is counted.
func PanoramaScope(p data.Process, profession string, m data.Modality) string {
	parts := []string{string(p), profession, string(m)}
	for i, all := range []string{PanoramaAllProc, AllProfessions, PanoramaBoth} {
		if parts[i] == "" {
			parts[i] = all
		}
	}
	return strings.Join(parts, " · ")
}

// PanoramaCounts counts the whole of what is shown.
func PanoramaCounts(plazas, seats int, narrow bool) string {
	if narrow {
		return fmt.Sprintf("%s est. · %s", Thousands(plazas), counted(seats, "plaza", "plazas"))
	}
	return fmt.Sprintf("%s · %s", counted(plazas, "lugar", "lugares"), counted(seats, "plaza", "plazas"))
}

// PanoramaReadOffer tells how the figures of an offer are to be read.
const PanoramaReadOffer = "Lugares: establecimientos, contados una vez por profesión y modalidad. A su alcance: lugares probables o muy probables a su orden de mérito; la barra los compara. %: parte de todas las plazas."

// PanoramaReadTaken reports how those of an adjudication are.
func PanoramaReadTaken(p data.Process) string {
	of := ""
	if p != "" {
		of = " en " + string(p)
	}
	return "Tomadas: plazas adjudicadas" + of + ". Parte: de las ofertadas ahí, las tomadas. Turno medio: el turno en que se fue la plaza del medio; más alto, se van más tarde."
}

// Columns of the breakdowns.
const (
	ColumnPlazas = "Lugares"
	ColumnPart   = "%"
	ColumnShare  = "Parte"
	ColumnMedian = "Turno medio"
)

// ColumnTaken heads the seats taken in a process.
func ColumnTaken(p data.Process) string {
	if p == "" {
		return "Tomadas"
	}
	return "Tomadas " + string(p)
}

// MeasureShown names the measure in view, with the process that it is of.
func MeasureShown(key string, p data.Process) string {
	text := MeasureTitle(key)
	if p != "" {
		text += " en " + string(p)
	}
	return text
}

// LevelShown reports which figures a shade stands for.
func LevelShown(low, high string) string {
	if low == high {
		return low
	}
	return low + "–" + high
}

// RegionsRanked heads the regions in the order of their figures.
const RegionsRanked = "De más a menos"

// RegionsMarked reports which regions are marked.
func RegionsMarked(regions []string) string {
	if len(regions) == 0 {
		return PanoramaMarkedNone
	}
	return "marcadas: " + Where(regions...)
}

var regionShort = map[string]string{
	"AMAZONAS": "AMA", "ANCASH": "ANC", "APURIMAC": "APU", "AREQUIPA": "ARE", "AYACUCHO": "AYA", "CAJAMARCA": "CAJ",
	"CALLAO": "CAL", "CUSCO": "CUS", "HUANCAVELICA": "HVC", "HUANUCO": "HUC", "ICA": "ICA", "JUNIN": "JUN",
	"LA LIBERTAD": "LAL", "LAMBAYEQUE": "LAM", "LIMA": "LIM", "LORETO": "LOR", "MADRE DE DIOS": "MDD",
	"MOQUEGUA": "MOQ", "PASCO": "PAS", "PIURA": "PIU", "PUNO": "PUN", "SAN MARTIN": "SAM", "TACNA": "TAC",
	"TUMBES": "TUM", "UCAYALI": "UCA",
}

// RegionShort names a region in three letters.
func RegionShort(region string) string { return regionShort[region] }

// PanoramaPastDrill says why Explorar shows another process than the one in
// view.
func PanoramaPastDrill(p data.Process) string {
	return "Se muestra la oferta de " + string(p) + ", de la que habla esa cifra; X vuelve a la suya."
}

// CurveAt heads a column of shares gone.
func CurveAt(share float64) string { return fmt.Sprintf("%.0f%%", share*100) }

// CurvesNote reports what the curves show.
func CurvesNote(p data.Process) string { return "parte de las plazas ya tomada, en " + string(p) }

// MedianPick turns a share of one line into the pick that it stands for.
// text is the share as it is written.
func MedianPick(share float64, takers int, text string) string {
	if math.IsNaN(share) {
		return "–"
	}
	return fmt.Sprintf("%s (turno %s de %s)", text, Thousands(int(math.Round(share*float64(takers)))), Thousands(takers))
}

// CurveMine marks the place in the line that one looks from; sign tells whether it
// is the own one.
func CurveMine(rank int, sign string) string { return sign + " mérito " + Thousands(rank) }

// Signs of the modalities in the chart of the history.
const (
	HistoryPaidSign   = "R"
	HistoryUnpaidSign = "E"
)

// HistoryKey explains the signs, with the figures of the newest year.
func HistoryKey(year, paid, unpaid int, known bool) string {
	other := HistoryNoData
	if known {
		other = Thousands(unpaid)
	}
	return fmt.Sprintf("R remunerada: %s en %d. E equivalente: %s. Donde falta la línea no hay dato. Todas las cifras: serums panorama --historia.", Thousands(paid), year, other)
}

const (
	// PanoramaTurnsTied says why turns are stretches, and why several may be the same.
	PanoramaTurnsTied = "El turno medio es un tramo donde hay empate por nota: es rango, no orden, y filas distintas pueden caer en el mismo."
	// ColumnLeft heads the lines of what is left.
	ColumnLeft = "Lo que queda"
	// ColumnReach heads what is within reach.
	ColumnReach = "A su alcance"
)

// PanoramaReach reports how many plazas are within reach.
func PanoramaReach(likely, of int) string {
	return fmt.Sprintf("%s de %s", Thousands(likely), Thousands(of))
}

// PanoramaTurns reports between which turns of a line of some takers the middle
// seat went; from and to are shares (0–1) of it.
func PanoramaTurns(from, to float64, takers int) string {
	first, last := max(1, int(math.Round(from*float64(takers)))), max(1, int(math.Round(to*float64(takers))))
	if first == last {
		return Thousands(first)
	}
	return Thousands(first) + "–" + Thousands(last)
}

// CurvesLeftNote reports what the lines show.
func CurvesLeftNote(p data.Process) string { return "lo que quedaba, en " + string(p) }

// RegionBrief states the figures of a region in one sentence.
func RegionBrief(region string, plazas, seats int, likely, points, taken, median string) string {
	return fmt.Sprintf("%s: %s est., %s plazas, a su alcance %s, puntos %s; tomadas %s, mediana %s",
		region, Thousands(plazas), Thousands(seats), likely, points, taken, median)
}
