package texts

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
