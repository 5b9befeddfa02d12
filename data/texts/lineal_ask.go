package texts

import (
	"fmt"
	"slices"
	"strings"

	"brujula/data"
)

// Words of lists and of the profile in the linear mode.
const (
	LinearKeeps          = "Enter sin escribir nada deja cada dato como está; «volver» sale sin cambiar."
	LinearHelpProfession = "Están las profesiones de las ofertas cargadas. Escriba unas letras o el número."
	LinearNoProfessions  = "Todavía no hay profesiones que elegir en Mi perfil: vienen con la oferta. Impórtela, opción 8 de Inicio."
	LinearNoMore         = "No hay más."
)

// LinearStanding reports what is loaded and who the applicant is; their rank may turn out
// to be any from one to another, zeros where it is sure.
func LinearStanding(demo bool, process data.Process, profession string, modality data.Modality, rank, from, to int) string {
	var parts []string
	if demo {
		parts = append(parts, DemoBanner)
	} else if process != "" {
		parts = append(parts, "Proceso "+string(process))
	}
	if profession != "" {
		parts = append(parts, profession, string(modality))
	}
	if rank > 0 {
		parts = append(parts, "orden de mérito "+Thousands(rank)+rankBetween(from, to))
	}
	return LinearSentence(strings.Join(parts, ", "))
}

// LinearSimulated reports that the chances are not those of the own rank.
func LinearSimulated(rank int, passes float64) string {
	text := "Mirada simulada: desde el puesto " + orDash(rank)
	if passes >= 0 {
		text += ", suponiendo que pasan " + Decimal(passes)
	}
	return text + ". No se guarda; en Explorar vuelve al suyo."
}

// LinearPlanLength counts the lines of the plan.
func LinearPlanLength(name string, lines int) string {
	return fmt.Sprintf("Plan %s, %s.", name, counted(lines, "línea", "líneas"))
}

// LinearOneOf asks for one of some values.
func LinearOneOf(label string, n int, now string) string {
	text := fmt.Sprintf("%s, %s.", label, counted(n, "opción", "opciones"))
	if now != "" {
		text += " Ahora: " + now + "."
	}
	return text
}

// LinearFigure asks for a number, with the one that stands.
func LinearFigure(label string, now int) string {
	if now <= 0 {
		return label + ". Ahora: no se sabe."
	}
	return fmt.Sprintf("%s. Ahora: %s.", label, Thousands(now))
}

// LinearFieldHelp says of a field of the form what holds here: it is not left
// empty but given as 0.
func LinearFieldHelp(help string) string { return strings.ReplaceAll(help, "Vacío:", "Con 0:") }

// LinearAnswer and LinearAnswerNumber stand before an answer.
func LinearAnswer(label string) string { return label + ":" }

// LinearAnswerNumber stands before a number that may be left unknown; listed tells
// that a list can be searched for it.
func LinearAnswerNumber(label string, listed bool) string {
	if listed {
		return label + " (0 si no se sabe, «lista» lo busca en una lista de mérito; 640-870 si todavía puede ser cualquiera de esos):"
	}
	return label + " (0 si no se sabe):"
}

// IsLinearLookup reports whether a folded word asks to search a list of merit.
func IsLinearLookup(word string) bool { return word == "lista" }

// Words of the search for the own rank in a list.
const (
	LinearLookupList     = "Lista"
	LinearLookupFile     = "Archivo de la lista («cargadas» usa las que ya están; enter deja de buscar):"
	LinearLookupAverage  = "Su promedio ponderado, si su nota es la de la evaluación (enter: sin promedio):"
	LinearLookupMarkOnly = "En las listas cargadas solo se busca por nota: van de más de 0 a 20."
	LinearLookupAsk      = "Su nota, o un texto de su fila que solo ella tenga:"
	LinearLookupOf       = "La lista no dice de qué proceso es. ¿De cuál? (enter: del suyo):"
)

// LinearLookupUnfit reports that a list gives a rank that none can be.
func LinearLookupUnfit(rank, most int) string {
	return fmt.Sprintf("La lista da %d, que no puede ser un orden de mérito: va de 1 a %d.", rank, most)
}

// IsLinearLoaded reports whether a folded word asks for the lists that are loaded.
func IsLinearLoaded(word string) bool { return word == "cargadas" }

// LinearSpan states the ranks that one's own may be.
func LinearSpan(from, to int) string {
	return fmt.Sprintf("Puede ser cualquiera entre %s y %s: cada probabilidad dirá de cuánto a cuánto va.", Thousands(from), Thousands(to))
}

// LinearSpanGone reports that they are forgotten.
func LinearSpanGone(from, to int) string {
	return fmt.Sprintf("Ya no se cuenta con el rango de %s a %s.", Thousands(from), Thousands(to))
}

// LinearLookupTake asks whether a rank that was found is taken over.
func LinearLookupTake(rank, from, to int, projected bool) string {
	switch {
	case to <= from:
		return fmt.Sprintf("¿Poner %s como su orden de mérito?", Thousands(rank))
	case projected:
		return fmt.Sprintf("¿Poner %s, el medio del rango, como su orden de mérito, y el rango?", Thousands(rank))
	}
	return fmt.Sprintf("¿Poner %s, el peor del empate, como su orden de mérito?", Thousands(rank))
}

// LinearBadFigure refuses a number that may be left unknown.
func LinearBadFigure(text string, most int) string {
	return fmt.Sprintf("«%s» no sirve: escriba un número de 1 a %d, o 0 si no se sabe.", Shortened(text), most)
}

// LinearUnset confirms that something is not known.
func LinearUnset(label string) string { return label + ": sin dato." }

// LinearWhich reports that an answer means several things, or none.
func LinearWhich(text string, n int) string {
	if n == 0 {
		return fmt.Sprintf("Nada se llama «%s». Están:", Shortened(text))
	}
	return fmt.Sprintf("«%s» puede ser %s. Escriba el número o más letras:", Shortened(text), counted(n, "cosa", "cosas"))
}

// LinearListAsk asks what to do with a list.
func LinearListAsk(more int, opens bool) string {
	var words []string
	if opens {
		words = append(words, "número para abrir")
	}
	if more > 0 {
		words = append(words, fmt.Sprintf("m más (quedan %s)", Thousands(more)))
	}
	return Capital(strings.Join(append(words, "0 volver"), ", ")) + ":"
}

// LinearListHelp reports how a list works.
func LinearListHelp(opens bool) []string {
	lines := []string{
		"La lista se lee de diez en diez. Enter o «m» lee las siguientes, «a» las anteriores, 0 vuelve.",
	}
	if opens {
		lines = append(lines, "Un número abre esa línea, aunque no se haya leído todavía. También unas letras que solo ella tenga.")
	}
	return lines
}

// IsLinearMore reports whether a folded word asks for the next page.
func IsLinearMore(word string) bool {
	return slices.Contains([]string{"m", "mas", "siguiente", "siguientes"}, word)
}

// IsLinearBefore reports whether a folded word asks for the page before.
func IsLinearBefore(word string) bool {
	return slices.Contains([]string{"a", "anterior", "anteriores"}, word)
}

// LinearNoSuchItem refuses what is no item of a list.
func LinearNoSuchItem(text string, n int) string {
	return fmt.Sprintf("«%s» no está en la lista: escriba un número de 1 a %s, o 0 para volver.", Shortened(text), Thousands(n))
}
