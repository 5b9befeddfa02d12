package texts

// BandName is the word for the band that a letter marks; empty for any other
// letter (model.md, "Bands": never "segura" or "arriesgada").
func BandName(letter string) string {
	switch letter {
	case "M":
		return "muy probable"
	case "P":
		return "probable"
	case "D":
		return "disputada"
	case "I":
		return "improbable"
	case "N":
		return "casi nula"
	}
	return ""
}
