package texts

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"
	"sync"

	"brujula/data"
)

// Words of the risk mark. It is made of what is noted of the place: the plaza,
// its district, its province.
const (
	RiskHereLabel   = "de este lugar"
	RiskHereNone    = "sin notas"
	RiskInCard      = "enter"
	RiskWideTitle   = "De la región y del país"
	RiskSharedTitle = "Del grado o tipo, región y país"
)

// NotesThatCount is said when places are filtered by notes.
const NotesThatCount = "Cuentan las notas de plaza, distrito y provincia, no las de región y país. Sin nota no quiere decir seguro."

// RiskMark writes how grave the gravest note of a place is, from 1 to 3; "" for
// none. The number of signs tells it, so that no colour is needed.
func RiskMark(worst int) string { return strings.Repeat("▲", min(max(worst, 0), 3)) }

// RiskMarked states a mark with the number of notes that it stands for; "" for
// none.
func RiskMarked(worst, count int) string {
	if count == 0 {
		return ""
	}
	return RiskMark(worst) + " " + counted(count, "nota", "notas")
}

// RiskHere states the notes of a place, and how many there are of its region
// and the country (and of its grade or category, where graded); more says where they are
// read.
func RiskHere(worst, count, wide int, graded bool, more string) string {
	text := RiskHereLabel + ": " + RiskHereNone
	if count > 0 {
		text = RiskHereLabel + ": " + RiskMarked(worst, count)
	}
	if wide == 0 {
		return text
	}
	text += " · " + strings.ToLower(RiskWide(graded)) + ": " + Thousands(wide)
	if more != "" {
		text += " (" + more + ")"
	}
	return text
}

// RiskOf says what RiskHere is about, where no label does.
func RiskOf(here string) string { return ColumnRisks + " " + here }

// RiskWide heads the notes that a place does not have alone.
func RiskWide(graded bool) string {
	if graded {
		return RiskSharedTitle
	}
	return RiskWideTitle
}

// RiskReported reports what is reported of a place under a topic.
func RiskReported(topic, text string) string {
	return Capital(topic) + ", reportado: " + text
}

// RiskReportedLine is RiskReported with its source and date.
func RiskReportedLine(topic, text, source, date string) string {
	return fmt.Sprintf("[reportado] %s: %s", Capital(topic), NoteLine(text, source, date))
}

// RiskOfLines reports which lines of a plan a note holds for: " (líneas 1, 3)".
func RiskOfLines(places []int) string {
	words := data.Map(places, Thousands)
	return fmt.Sprintf(" (%s %s)", plural(len(places), "línea", "líneas"), strings.Join(words, ", "))
}

// RiskTold states a mark in the words of a sentence: "riesgo de gravedad alta (3
// notas)".
func RiskTold(worst, count int) string {
	if count == 0 {
		return "sin notas de riesgo del lugar"
	}
	words := [...]string{"baja", "media", "alta"}
	return fmt.Sprintf("riesgo de gravedad %s (%s)", words[min(max(worst, 1), len(words))-1], counted(count, "nota", "notas"))
}

// RiskDisclaimer stands wherever risk notes are shown, and where there are
// none.
const RiskDisclaimer = "no registrado no quiere decir seguro"

// RiskText returns the text of a note with its caveat, where its certainty asks
// for one.
func RiskText(text, certainty string) string {
	switch certainty {
	case "incierto", "no confirmado":
		return text + " (" + certainty + ")"
	}
	return text
}

// groups finds a thousand's group that a source set apart with a blank.
var groups = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\b(\d{1,3}) (\d{3})\b`) })

// Grouped holds the groups of great numbers in prose together, so that no line
// ends within one and none is read as two.
func Grouped(text string) string { return groups().ReplaceAllString(text, "${1}\u00a0${2}") }

// RiskTopic names a topic of notes for people; an unknown word stays as it is.
func RiskTopic(topic string) string {
	return cmp.Or(map[string]string{
		"acceso":      "acceso y camino",
		"servicios":   "agua, luz, vivienda y señal",
		"clima":       "altitud y clima",
		"referencias": "referencias y ambulancia",
		"equipo":      "equipo de trabajo",
		"carga":       "carga de trabajo",
		"turnos":      "turnos y días libres",
		"actualidad":  "problemas actuales",
	}[topic], topic)
}
