package texts

import (
	"fmt"
	"strings"

	"brujula/data"
)

// Words of serums reglas.
const (
	RulesShort = "Las reglas y hechos del SERUMS que el programa conoce, cada uno con su fuente y certeza"
	RulesLong  = `Muestra la hoja de reglas: qué es el SERUMS, el mérito y los empates, el turno, el grado, los bonos, los
puntos, el tamaño de los procesos, las notas de riesgo de los lugares y lo que no se halló. Con PALABRAS, solo las líneas que las tienen todas.
Lo propio (reglas.toml en la carpeta de datos) reemplaza o agrega, y se marca.`
	RulesExample = `  serums reglas
  serums reglas empates
  serums reglas emergencia trujillo
  serums reglas bono ZE --json`
	ArgMaybeWords = "[PALABRAS]"
	RulesFoot     = "Certeza: oficial, se vio el texto · secundaria, prensa o profesionales · calculado, de las listas · incierto, con reserva · no hallado, se buscó. Que un lugar no tenga nota no quiere decir que sea seguro."
)

// The sheet of rules as a screen.
const (
	ScreenRules      = "Hoja de reglas"
	RulesPlaceholder = "una palabra: empates, bono, renunciar…"
	KeyRules         = "hoja de reglas"
	TipRules         = "Lo que se sabe del SERUMS: mérito, turno, grados, bonos, puntos; con su fuente y qué tan seguro es."
	KeyRulesNext     = "parte siguiente"
	KeyRulesPrevious = "parte anterior"
	KeyRulesFound    = "ver lo hallado"
	LinearRulesAsk   = "Palabras de la regla que busca, o nada para elegir entre las partes:"
)

// RulesStatus names the screen and counts what it shows.
func RulesStatus(words string, found, all int) string {
	if words == "" {
		return ScreenRules + " · " + counted(all, "regla", "reglas")
	}
	return fmt.Sprintf("%s · «%s»: %d de %d", ScreenRules, words, found, all)
}

// RulesNone reports that no rule has the words.
func RulesNone(words string) string {
	return fmt.Sprintf("Ninguna regla ni nota de riesgo tiene «%s». Pruebe con menos palabras; esc las muestra todas.", words)
}

// LinearRulesNone is RulesNone where nothing is filtered.
func LinearRulesNone(words string) string {
	return fmt.Sprintf("Ninguna regla ni nota de riesgo tiene «%s». Pruebe con menos palabras.", words)
}

// RulesParts counts the parts of the sheet, RulesPart names one.
func RulesParts(n int) string { return counted(n, "parte", "partes") }

// RulesPart names a part and counts its rules.
func RulesPart(title string, n int) string { return title + ", " + counted(n, "regla", "reglas") }

// LinearRule reads a rule out with what it stands on.
func LinearRule(text, source, date, certainty string, own bool) string {
	return text + " (" + RuleBasis(certainty, source, date, own) + ")"
}

var ruleParts = map[string]string{
	"programa": "El SERUMS", "modalidades": "Modalidades", "merito": "Orden de mérito", "turno": "El turno",
	"grado": "Grado de dificultad", "categorias": "Categorías de establecimiento", "bono": "Bonos",
	"conareme": "Puntos", "procesos": "Tamaño de los procesos", "riesgo": "Riesgos", "publicacion": "Dónde se publican las listas",
	"notas": "Notas de riesgo por lugar",
}

// RulePart titles a part of the sheet of rules.
func RulePart(id string) string { return ruleParts[id] }

// NoSuchRule answers words that no line of the sheet has.
func NoSuchRule(words string) string {
	return fmt.Sprintf("ninguna regla ni nota de riesgo tiene «%s»: pruebe con menos palabras, o `serums reglas` para verlas todas", words)
}

// RuleLine writes one line of the sheet with what it stands on.
func RuleLine(text, source, date, certainty string, own bool) string {
	return "• " + text + " [" + RuleBasis(certainty, source, date, own) + "]"
}

// RuleBasis writes what a line of the sheet stands on.
func RuleBasis(certainty, source, date string, own bool) string {
	basis := []string{certainty, source}
	if date != "" && !strings.Contains(source, date) {
		basis = append(basis, date)
	}
	if own {
		basis = append(basis, "regla propia")
	}
	return strings.Join(basis, "; ")
}

// PlacesWithin is some districts of a province, provinces of a region, or regions.
type PlacesWithin struct {
	Names  []string
	Within string // "" for regions
}

func (p PlacesWithin) String() string {
	names := data.Map(p.Names, PlaceName)
	switch all := strings.Join(names, ", "); {
	case p.Within == "":
		return all
	case len(names) == 1:
		return all + ", " + p.Within
	default:
		return all + " (" + p.Within + ")"
	}
}

// RuleNote writes a note of a risk: where it holds, which is where a plaza is as the
// note says if it names no place and not the whole country, how grave it is, what it is
// about and what it says.
func RuleNote(where []PlacesWithin, national bool, severity, topic, text string) string {
	places := data.Map(where, func(one PlacesWithin) string { return one.String() })
	switch {
	case national:
		places = []string{"Todo el país"}
	case len(places) == 0:
		places = []string{"Plazas así"}
	}
	return fmt.Sprintf("%s · %s, %s: %s", strings.Join(places, "; "), severity, RiskTopic(topic), text)
}

// RuleModality writes what a modality gives and asks; limit may be "".
func RuleModality(modality, pay, hours, benefits, limit string) string {
	text := fmt.Sprintf("%s: %s, %s, %s", Capital(modality), pay, hours, benefits)
	if limit != "" {
		text += "; " + limit
	}
	return text + "."
}

// RuleCategory explains a category of establishment.
func RuleCategory(category, text string) string { return category + ": " + text }

// RulePoints writes what a grade gives; quintile is 0 where none stood for it.
func RulePoints(profession string, grade, quintile int, points float64) string {
	text := fmt.Sprintf("%s, GD-%d: %s puntos", profession, grade, Decimal(points))
	if quintile > 0 {
		text += fmt.Sprintf(" (antes, quintil %d)", quintile)
	}
	return text + "."
}

// RuleQuintile writes the bonus for public posts of a quintil.
func RuleQuintile(quintile int, percent float64) string {
	return fmt.Sprintf("Puestos públicos, SERUMS hecho hasta 2022-II en quintil %d: %s %% sobre el puntaje final.", quintile, Decimal(percent))
}

// RuleProcess is what is known of the size of a process; 0 is not known.
type RuleProcess struct {
	Process                 string
	Applicants              int
	Are                     string // inscritos, aptos, evaluados
	AtLeast                 bool
	Medicine                int
	Remunerada, Equivalente int
}

// RuleSize writes the size of a process.
func RuleSize(p RuleProcess) string {
	var parts []string
	if p.Applicants > 0 {
		who := "postulantes"
		if p.Are != "" {
			who = p.Are
		}
		text := Thousands(p.Applicants) + " " + who
		if p.AtLeast {
			text = "más de " + text
		}
		parts = append(parts, text)
	}
	if p.Medicine > 0 {
		parts = append(parts, Thousands(p.Medicine)+" de medicina")
	}
	if p.Remunerada > 0 {
		parts = append(parts, Thousands(p.Remunerada)+" plazas remuneradas")
	}
	if p.Equivalente > 0 {
		parts = append(parts, Thousands(p.Equivalente)+" equivalentes")
	}
	return p.Process + ": " + strings.Join(parts, ", ") + "."
}
