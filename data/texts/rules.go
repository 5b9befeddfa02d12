package texts

import (
	"fmt"
	"strconv"
	"strings"
)

// RulesFault places a fault of a rules file.
func RulesFault(file string, line int, reason string) string {
	return fmt.Sprintf("%s:%d: %s", file, line, reason)
}

// RulesFileTooLarge refuses a rules file by its size.
func RulesFileTooLarge(megabytes int) string {
	return fmt.Sprintf("el archivo de reglas pasa de %d MB: déjele solo sus propias reglas", megabytes)
}

// RulesSyntax reports that the line is no TOML; key is the last one read, or "".
func RulesSyntax(key string) string {
	text := "línea mal escrita: revise comillas, corchetes y signos «=»"
	if key != "" {
		text += " (después de «" + key + "»)"
	}
	return text
}

// RulesUnknownTable names a kind of entry that does not exist.
func RulesUnknownTable(name string) string {
	return "no existe la sección «" + name + "»: use puntos, bonificacion, cifra, hecho, modalidad, historia, proceso, ciudad, categoria, pregunta o riesgo"
}

// RulesNotTables reports how entries of a kind are written.
func RulesNotTables(kind string) string {
	return fmt.Sprintf("cada entrada de «%s» empieza con [[%s]], con dos corchetes", kind, kind)
}

// RulesUnknownKey names a key that an entry does not have.
func RulesUnknownKey(kind, key string) string {
	return fmt.Sprintf("«%s» no tiene la clave «%s»: quítela o corríjala", kind, key)
}

// RulesMissing names a key that an entry needs.
func RulesMissing(kind, key string) string {
	return fmt.Sprintf("a «%s» le falta la clave «%s»: agréguela", kind, key)
}

// RulesEmpty reports that a text may not be empty.
func RulesEmpty(key string) string {
	return fmt.Sprintf("«%s» está vacía: escríbale un texto", key)
}

// RulesTooLong reports that a text is too long.
func RulesTooLong(key string, most int) string {
	return fmt.Sprintf("«%s» es muy larga: acórtela a menos de %d letras", key, most)
}

// RulesNotText asks for a text.
func RulesNotText(key string) string {
	return fmt.Sprintf("«%s» lleva un texto entre comillas", key)
}

// RulesNotNumber asks for a number within bounds.
func RulesNotNumber(key string, least, most float64) string {
	return fmt.Sprintf("«%s» lleva un número de %s a %s, sin comillas", key, plainNumber(least), plainNumber(most))
}

func plainNumber(n float64) string { return strconv.FormatFloat(n, 'f', -1, 64) }

// RulesNotWhole asks for a whole number within bounds.
func RulesNotWhole(key string, least, most int) string {
	return fmt.Sprintf("«%s» lleva un número entero de %d a %d, sin comillas", key, least, most)
}

// RulesNotBoolean asks for true or false.
func RulesNotBoolean(key string) string {
	return fmt.Sprintf("«%s» lleva true o false, sin comillas", key)
}

// RulesNotList asks for a list.
func RulesNotList(key string) string {
	return fmt.Sprintf("«%s» lleva una lista entre corchetes, como [4, 5] o [\"I-1\"]", key)
}

// RulesNotOneOf lists the words that a key takes.
func RulesNotOneOf(key, word string, known []string) string {
	return fmt.Sprintf("«%s» no puede ser «%s»: use %s", key, word, strings.Join(known, ", "))
}

// RulesNotYear asks for a year.
func RulesNotYear(id string) string {
	return fmt.Sprintf("el id «%s» debe ser un año, como \"2024\"", id)
}

// RulesNotProcess asks for a process.
func RulesNotProcess(id string) string {
	return fmt.Sprintf("el id «%s» debe ser un proceso, como \"2026-I\"", id)
}

// RulesRepeated reports that two entries of the file have one id.
func RulesRepeated(kind, id string) string {
	return fmt.Sprintf("el id «%s» ya está en otra entrada de «%s» de este archivo: déjele uno solo", id, kind)
}

// RulesNothingToRemove reports that there is no risk of that id.
func RulesNothingToRemove(id string) string {
	return fmt.Sprintf("no hay un riesgo «%s» que quitar: revise el id", id)
}

// RulesScopeNeeds names the place that a scope needs.
func RulesScopeNeeds(scope, key string) string {
	return fmt.Sprintf("el ámbito «%s» necesita la clave «%s»: agréguela", scope, key)
}

// RulesScopeLeaves names the place that a scope has no use for.
func RulesScopeLeaves(scope, key string) string {
	return fmt.Sprintf("el ámbito «%s» no usa la clave «%s»: quítela o estreche el ámbito", scope, key)
}

// RulesContrary says that two keys of one entry exclude each other.
func RulesContrary(one, other string) string {
	return fmt.Sprintf("«%s» y «%s» no van juntas: deje una", one, other)
}

// RulesUneven refuses two lists that go together and are not of one length.
func RulesUneven(one, other string) string {
	return fmt.Sprintf("«%s» y «%s» van por pares: deben tener tantos elementos la una como la otra", one, other)
}

// RulesManyPlaces says that narrower places need one wider place.
const RulesManyPlaces = "varias regiones no llevan provincia, ni varias provincias distrito: haga una entrada para cada una"

// RulesAttributeNeeds asks for at least one attribute.
const RulesAttributeNeeds = "el ámbito «atributo» necesita al menos una condición: grados, categorias, instituciones, profesiones, modalidad, zaf o ze"

// RulesUnknownRegion reports that a region is not one of the 25.
func RulesUnknownRegion(region string) string {
	return fmt.Sprintf("no existe la región «%s»: use una de las 25, como PUNO", region)
}

// RulesNotRenipress asks for the code of an establishment.
func RulesNotRenipress(code string) string {
	return fmt.Sprintf("«%s» no es un código RENIPRESS: escriba de 1 a 8 cifras entre comillas", code)
}

// RulesUnknownFigure reports that the program uses no figure of that id.
func RulesUnknownFigure(id string) string {
	return fmt.Sprintf("no hay una cifra «%s»: las propias solo reemplazan a las del programa", id)
}

// RulesUnknownPlace reports that a province or district is not where it is said
// to be.
func RulesUnknownPlace(level, name, within string) string {
	return fmt.Sprintf("no existe %s «%s» en %s: revise cómo se escribe", map[string]string{"provincia": "la provincia", "distrito": "el distrito"}[level], name, within)
}
