package texts

import (
	"fmt"
	"strings"
)

// Words of what the linear mode has beside the screens' first flows.
const (
	LinearAlike   = "plazas parecidas a las del plan"
	LinearWeigh   = "cambiar los pesos de esa búsqueda"
	LinearAlready = "Ya está en su plan."

	LinearReport = "anotar lo que se sabe de este lugar"

	LinearSecondsAsk = "¿Cuántos segundos dura un llamado? (0 vuelve):"
	LinearCallsAsk   = "¿Cuántos llamados hay? (0 vuelve):"

	LinearMeasureAsk = "Qué se cuenta"

	LinearScores        = "cuánto acertó el modelo"
	LinearMeasure       = "Todavía no se midió con estas listas. ¿Medir ahora? Puede tardar un minuto"
	LinearScoresShipped = "Medido al hacer el programa, no con sus listas."
)

// LinearAlikeCount heads the plazas that are like those of the plan.
func LinearAlikeCount(n int) string {
	return counted(n, "plaza", "plazas") + ". El número de una la agrega debajo de la que se le parece."
}

// LinearWeightAsk asks how much something counts.
func LinearWeightAsk(label string, now int) string {
	return fmt.Sprintf("%s, de 0 a 9 (enter: %d):", label, now)
}

// LinearBadWeight refuses what is no weight.
func LinearBadWeight(text string, most int) string {
	return fmt.Sprintf("«%s» no sirve: escriba un número de 0 a %d.", Shortened(text), most)
}

// LinearCall reports which call runs and what is left of it.
func LinearCall(n, most, seconds int) string {
	return fmt.Sprintf("Llamado %d de %d, quedan %s.", n, most, counted(seconds, "segundo", "segundos"))
}

// LinearCallEnds reports that little is left.
func LinearCallEnds(seconds int) string {
	return fmt.Sprintf("Quedan %s.", counted(seconds, "segundo", "segundos"))
}

// LinearCallOver reports that a call has ended.
func LinearCallOver(n, most int) string {
	return fmt.Sprintf("Llamado %d de %d, tiempo cumplido.", n, most)
}

// LinearCallNow reports what calls last.
func LinearCallNow(seconds, calls int) string {
	return fmt.Sprintf("Ahora: %s y %s.", counted(seconds, "segundo", "segundos"), counted(calls, "llamado", "llamados"))
}

// LinearGridTitle names a grid as it is said.
func LinearGridTitle(title string) string { return lowered(strings.ReplaceAll(title, "×", "por")) }

// LinearGridCell reads a figure under its heading; "" where it is not known.
func LinearGridCell(label, figure string) string {
	if figure == "–" || figure == "" {
		return ""
	}
	return label + ", " + figure
}

// LinearGridLine reads a line of a grid: the whole, then its parts.
func LinearGridLine(label, whole string, parts []string) string {
	var known []string
	for _, p := range parts {
		if p != "" {
			known = append(known, p)
		}
	}
	return LinearSentence(label + ": " + whole + ". " + strings.Join(known, "; "))
}

// LinearConflict reads a contradiction.
func LinearConflict(field, of, text string) string {
	return LinearSentence(Capital(field) + " de " + of + ". " + text)
}

// LinearMeasured reports how far a measurement is.
func LinearMeasured(percent int) string { return fmt.Sprintf("Medido el %d %%.", percent) }

// LinearBin reports what was said of one group of chances and what came.
func LinearBin(mean, frequency float64, n int) string {
	return fmt.Sprintf("Donde decía %s de cada 100, quedaron libres %s de cada 100 (%s).", hundredth(mean), hundredth(frequency), counted(n, "caso", "casos"))
}
