package texts

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"brujula/data"
)

// Words of the commands that look into an official list without storing it.
const (
	StandingShort   = "Mi puesto según una lista de mérito o de notas: se lee, no se guarda"
	StandingLong    = "Dice cuántos van delante de una nota, o de una persona de la lista, los empates y cuánto vale una pregunta más.\nCon --promedio la nota es la de la evaluación, y el puntaje de mérito sale de las dos.\nCon las notas de un proceso anterior el puesto es una proyección, y así se dice.\nSin archivo usa las listas de adjudicados que están cargadas: de todas ellas sale un rango."
	StandingExample = "  serums puesto --nota 15.40 --promedio 14.2 --profesion medicina\n  serums puesto merito-2026-i.pdf --nota 15.40 --profesion medicina\n  serums puesto merito-2026-i.xlsx --texto \"apellido nombre\"\n  serums puesto adjudicados-2025-i.csv --nota 15.40 --profesion medicina --de 2025-I --para 2026-I --postulantes 6033"
	FlagMark        = "`NOTA` de mérito o del examen, de 0 a 20"
	FlagAverage     = "`PROMEDIO` ponderado promocional, de 0 a 20: --nota es entonces la de la evaluación"
	FlagFindText    = "`TEXTO` que está en mi fila y en ninguna otra: no se guarda"
	FlagListOf      = "`PROCESO` del que es la lista, si el archivo no lo dice"
	FlagFor         = "`PROCESO` en el que postulo; si es posterior al de la lista, el puesto es una proyección"
	FlagApplicants  = "cuántos postulan ahora en mi profesión: la proyección se lleva a ese `NÚMERO`"
	FlagStandingOf  = "`PROFESIÓN`, si la lista tiene varias"

	FindShort   = "Buscar a una persona en el archivo oficial: se lee, no se guarda"
	FindLong    = "Muestra las filas del archivo que contienen todas las palabras, sin distinguir mayúsculas ni tildes.\nNo guarda nada. Los archivos oficiales llevan nombres de personas: úselos con cuidado."
	FindExample = "  serums buscar-adjudicado adjudicados-2025-i.pdf \"apellido nombre\""
	FindNothing = "Ninguna fila contiene ese texto."
	FindEmpty   = "el texto que se busca está vacío"

	StandingOne       = "diga --nota o --texto, una de las dos"
	StandingNoMarks   = "la lista no tiene notas: busque su fila con --texto"
	StandingNotFound  = "ninguna fila contiene ese texto"
	StandingNoRank    = "su fila está, pero no trae puesto ni nota que se lea"
	StandingTieNote   = "Cómo se desempata no está publicado: dentro del empate puede tocarle cualquier lugar."
	StandingProjected = "PROYECTADO: no es su puesto, sino dónde habría quedado esa nota en una lista anterior."
	StandingSupposes  = "Supone una evaluación igual de difícil y postulantes de notas parecidas a los de entonces."
	StandingNothing   = "ninguna lista cargada de un proceso anterior trae puestos o notas de esa profesión: dé el archivo de una lista"
	StandingNeeds     = "sin archivo hacen falta --nota y --profesion"
	StandingAlone     = "--promedio va con --nota"
)

// BadMark refuses a mark.
func BadMark(mark float64) string {
	return fmt.Sprintf("%v no es una nota: van de más de 0 a 20", mark)
}

// BadApplicants refuses a number of applicants.
func BadApplicants(n int) string { return fmt.Sprintf("%d no es un número de postulantes", n) }

// StandingWhich asks for the profession.
func StandingWhich(known []string) string {
	return "la lista tiene varias profesiones: diga --profesion: " + strings.Join(known, ", ")
}

// StandingUnknown reports that the list has no such profession.
func StandingUnknown(profession string, known []string) string {
	return fmt.Sprintf("la lista no tiene «%s»: tiene %s", profession, strings.Join(known, ", "))
}

// StandingSeveral reports that the text is in several rows.
func StandingSeveral(n int) string {
	return fmt.Sprintf("%s contienen ese texto: agregue palabras hasta que quede una", counted(n, "fila", "filas"))
}

// StandingList names the list.
func StandingList(file string, p data.Process, profession string, of int) string {
	parts := []string{file}
	if p != "" {
		parts = append(parts, string(p))
	}
	if profession != "" {
		parts = append(parts, profession)
	}
	return strings.Join(append(parts, counted(of, "fila con puesto o nota", "filas con puesto o nota")), " · ")
}

// StandingPlace states the place and how many go before.
func StandingPlace(mark float64, before, equal, best, worst, stated int) string {
	place := "puesto " + Thousands(best)
	if worst > best {
		place = fmt.Sprintf("puesto entre %s y %s", Thousands(best), Thousands(worst))
	}
	text := fmt.Sprintf("%s: %s delante", place, countedVerb(before, "va 1", "van %s"))
	if mark > 0 {
		text = fmt.Sprintf("Con %s, ", Mark(mark)) + text
	}
	if stated > 0 {
		text = fmt.Sprintf("La lista le da el puesto %s: %s delante", Thousands(stated), countedVerb(before, "va 1", "van %s"))
	}
	switch {
	case equal > 1 || equal == 1 && worst > best:
		text += fmt.Sprintf("; %s", counted(equal, "fila tiene esa misma nota", "filas tienen esa misma nota"))
	case equal == 1 && stated == 0:
		text += fmt.Sprintf("; 1 fila tiene esa misma nota: si no es la suya, puesto entre %s y %s", Thousands(best), Thousands(best+1))
	}
	return text + "."
}

// StandingOtherScale reports that marks are of another scale, of which the highest
// is given.
func StandingOtherScale(highest float64) string {
	return fmt.Sprintf("las notas de la lista están en otra escala (la más alta es %s y aquí van de 0 a 20): no se comparan con la suya; busque su fila por un texto", Mark(highest))
}

// StandingPassed reports how many of those before took no place.
func StandingPassed(n, before int) string {
	if n == 0 {
		return "Según la lista, todos los que van delante tomaron plaza."
	}
	return fmt.Sprintf("Según la lista, de %s delante %s plaza.", Thousands(before), countedVerb(n, "1 no tomó", "%s no tomaron"))
}

// StandingUnread reports that rows of the list could not be read.
func StandingUnread(n int, first string) string {
	return fmt.Sprintf("%s sin un puesto o nota que se lea; la primera: %s.", counted(n, "fila", "filas"), first)
}

func countedVerb(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return fmt.Sprintf(many, Thousands(n))
}

// Mark writes a mark with all its decimals, two at least: merit scores have up to
// four, and the last ones decide.
func Mark(x float64) string {
	text := strconv.FormatFloat(math.Round(x*markUnits)/markUnits, 'f', -1, 64)
	whole, decimals, _ := strings.Cut(text, ".")
	return whole + "." + decimals + strings.Repeat("0", max(0, 2-len(decimals)))
}

// markUnits: no list has been seen with more than four decimals.
const markUnits = 1e6

// StandingScaled reports what the place would be among another number.
func StandingScaled(best, worst, then, now int) string {
	place := "hacia el " + Thousands(best)
	if worst > best {
		place = fmt.Sprintf("entre el %s y el %s, más o menos", Thousands(best), Thousands(worst))
	}
	return fmt.Sprintf("Llevado de %s a %s postulantes en la misma proporción, sería %s.", Thousands(then), Thousands(now), place)
}

// FoundRow writes a row that was found.
func FoundRow(where string, cells []string) string { return where + ": " + strings.Join(cells, " · ") }

// FoundCount counts the rows that were found.
func FoundCount(n int) string { return counted(n, "fila", "filas") + ". No se guardó nada." }

// StandingScore reports what merit score a mark and an average make, and how.
func StandingScore(exam, average, score, weight, rest float64) string {
	return fmt.Sprintf("Puntaje de mérito %s = %s × %s (evaluación) + %s × %s (promedio).", Mark(score), Mark(weight), Mark(exam), Mark(rest), Mark(average))
}

// StandingAsIs tells that a mark alone is compared with marks of either kind.
const StandingAsIs = "Sin su promedio la nota se compara tal cual, sea la lista de la evaluación o de puntajes de mérito."

// MarkKind names what the marks of a list are, by its key in JSON.
func MarkKind(key string) string {
	if key == "evaluacion" {
		return "nota de la evaluación"
	}
	return "puntaje de mérito"
}

// Projected is where a mark would have stood in one process.
type Projected struct {
	Process       data.Process
	Kind          string
	Mark          float64
	Before, Equal int
	Best, Worst   int
	Open          bool
	Then, Now     int
	From, To      int
	Scaled        bool
}

// String states it in a sentence.
func (p Projected) String() string {
	text := fmt.Sprintf("%s, %s %s: de quienes tomaron plaza %s más y %s lo mismo: %s", p.Process, MarkKind(p.Kind), Mark(p.Mark),
		countedVerb(p.Before, "1 tenía", "%s tenían"), Thousands(p.Equal), places(p.Best, p.Worst, p.Open))
	if p.Then > 0 {
		text += " de " + Thousands(p.Then)
	}
	if p.Scaled {
		text += fmt.Sprintf("; entre %s, %s", Thousands(p.Now), places(p.From, p.To, p.Open))
	}
	return text + "."
}

func places(best, worst int, open bool) string {
	switch {
	case open:
		return "puesto " + Thousands(best) + " o más atrás"
	case worst > best:
		return fmt.Sprintf("puesto entre %s y %s", Thousands(best), Thousands(worst))
	}
	return "puesto " + Thousands(best)
}

// StandingRange states the range that all the processes give.
func StandingRange(from, to, of int, open bool) string {
	text := "Quedaría entre el puesto " + Thousands(from) + " y el " + Thousands(to)
	switch {
	case open:
		text = "Quedaría en el puesto " + Thousands(from) + " o más atrás"
	case from == to:
		text = "Quedaría en el puesto " + Thousands(from)
	}
	if of > 0 {
		return text + " de " + Thousands(of) + "."
	}
	return text + "; no se sabe cuántos postulan ahora: --postulantes lo dice."
}

// StandingBelow states the percentile.
func StandingBelow(share float64) string {
	return fmt.Sprintf("Por encima del %s de la lista.", Percent(share))
}

// StandingAnswer reports what one more right answer is worth, "" where that is
// nothing that can be said.
func StandingAnswer(ranks int) string {
	if ranks <= 0 {
		return ""
	}
	return fmt.Sprintf("Una pregunta más o menos en la evaluación: %s.", counted(ranks, "puesto", "puestos"))
}

// FlagOwnLimits describes the limits of commands that take the profile's where none
// are said.
const FlagOwnLimits = "`LÍMITES` que no acepta, en vez de los del perfil: tema:seguridad, categoria:I-1, region:LORETO, sin-bono, lejos:300:CUSCO; «\"\"», ninguno"

// FlagRankSpan describes the flag of the ranks that one's own may be.
const FlagRankSpan = "el orden de mérito puede ser cualquiera de `DESDE-HASTA`: cada probabilidad dice de cuánto a cuánto va; sin --puesto se cuenta con el medio"

// BadRankSpan refuses what is no span of ranks.
func BadRankSpan(text string) string {
	return fmt.Sprintf("--puesto-entre %q no sirve: dos puestos con un guion, el mejor primero, como 640-870", Shortened(text))
}

// RankOutsideSpan refuses a rank that is not among those that it may be.
func RankOutsideSpan(rank int, span string) string {
	return fmt.Sprintf("--puesto %d no está en --puesto-entre %s", rank, span)
}
