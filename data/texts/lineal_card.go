package texts

import "fmt"

// LinearField reads a labelled line.
func LinearField(label, text string) string { return LinearSentence(label + ": " + text) }

// LinearCard titles the menu of a card.
func LinearCard(name string) string { return "Ficha de " + name }

// LinearCardStatus reports where the plaza stands.
func LinearCardStatus(place int, compared bool) string {
	text := "No está en su plan"
	if place > 0 {
		text = fmt.Sprintf("En su plan, lugar %d", place)
	}
	if compared {
		text += ". En la comparación"
	}
	return text + "."
}

// LinearAddOrDrop offers to put the plaza into the plan, or to take it out.
func LinearAddOrDrop(in bool) string {
	if in {
		return "quitar del plan"
	}
	return "agregar al plan"
}

// LinearAddOrDropWord is what users type for it, though the comparison's option
// begins with the same word.
func LinearAddOrDropWord(in bool) string {
	if in {
		return "quitar"
	}
	return "agregar"
}

// LinearCompareOrDrop does the same for the comparison.
func LinearCompareOrDrop(in bool, n, most int) string {
	if in {
		return "quitar de la comparación"
	}
	return fmt.Sprintf("agregar a la comparación (tiene %d de %d)", n, most)
}

// LinearNotes heads the notes of a place.
func LinearNotes(worst, count int) string {
	if count == 0 {
		return FieldRisks + " " + RiskHereLabel + ": " + RiskHereNone + "."
	}
	return Capital(RiskTold(worst, count)) + ":"
}

// LinearWide heads the notes that hold for more than the place.
func LinearWide(n int, graded bool) string { return fmt.Sprintf("%s, %d:", RiskWide(graded), n) }

// LinearNote reads a note with its severity and source.
func LinearNote(severity, text, source string) string {
	return LinearSentence(fmt.Sprintf("gravedad %s. %s Fuente: %s", severity, LinearSentence(text), source))
}

// LinearSideNote reads a note of a comparison, with its caveat.
func LinearSideNote(severity, text, source, certainty string) string {
	return LinearNote(severity, RiskText(text, certainty), source)
}

// LinearFacts heads the facts of the list.
func LinearFacts(n int) string { return "Datos de la lista, " + Thousands(n) }

// LinearCurvePoint states until which rank a plaza has a chance.
func LinearCurvePoint(rank int, chance float64, band string) string {
	return fmt.Sprintf("Hasta el puesto %s: %s de cada 100 o más, %s.", Thousands(rank), hundredth(chance), band)
}
