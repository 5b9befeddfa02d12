package texts

// NotesThatCount is said when places are filtered by notes: a note of a whole
// region leaves all of its places in or out, one of the country would all.
const NotesThatCount = "Cuentan las notas del lugar y hasta las de su región; las del país, no. Sin nota no quiere decir seguro."

// RiskDisclaimer stands wherever risk notes are shown, and where there are
// none.
const RiskDisclaimer = "no registrado no quiere decir seguro"

// RiskText gives the text of a note with its caveat, where its certainty asks
// for one.
func RiskText(text, certainty string) string {
	switch certainty {
	case "incierto", "no confirmado":
		return text + " (" + certainty + ")"
	}
	return text
}

// RiskTopic names a topic of notes for people; an unknown word stays as it is.
func RiskTopic(topic string) string {
	switch topic {
	case "acceso":
		return "acceso y camino"
	case "servicios":
		return "agua, luz, vivienda y señal"
	case "clima":
		return "altitud y clima"
	case "referencias":
		return "referencias y ambulancia"
	case "equipo":
		return "equipo de trabajo"
	case "carga":
		return "carga de trabajo"
	case "turnos":
		return "turnos y días libres"
	case "actualidad":
		return "problemas actuales"
	}
	return topic
}

// RiskScope names a scope for people, with the place where there is one:
// "distrito ANANEA", "región PUNO", "por atributo".
func RiskScope(scope, place string) string {
	switch scope {
	case "region":
		scope = "región"
	case "atributo":
		return "por atributo de la plaza"
	case "plaza":
		return "esta plaza"
	}
	if place == "" {
		return scope
	}
	return scope + " " + place
}

// RiskSeverity explains a severity.
func RiskSeverity(severity string) string {
	switch severity {
	case "alta":
		return "alta: una muerte, una agresión grave o una emergencia declarada"
	case "media":
		return "media: una condición que daña o aísla"
	case "baja":
		return "baja: algo que conviene prever"
	}
	return severity
}
