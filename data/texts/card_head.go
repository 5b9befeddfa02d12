package texts

import (
	"fmt"
	"slices"
	"strings"
)

// The four figures at the head of a card.
const (
	HeadFree   = "LIBRE A SU TURNO"
	HeadPoints = "PUNTOS CONAREME"
	HeadRisk   = "RIESGO"
	HeadLast   = "LA VEZ PASADA"
)

// HeadKind says what kind of place a plaza is at, in one line.
func HeadKind(category, institution string, grade, seats int, bonus, renipress string) string {
	if bonus == "" {
		bonus = "sin bono"
	} else {
		bonus = "bono " + bonus
	}
	parts := []string{category, ShortInstitution(institution), GradeText(grade), counted(seats, "plaza", "plazas"), bonus, renipress}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
}

// HeadChance writes a chance with its letter: "M >99 %".
func HeadChance(letter string, chance float64) string { return letter + " " + Percent(chance) }

// HeadFreeAt says of which moment a chance is.
const HeadFreeAt = "libre a su turno"

// HeadLastIn reports in a few words what became of a plaza in a past process.
func HeadLastIn(process, story string) string { return "en " + process + " " + story }

// HeadRisks counts the notes of the place and of more than it.
func HeadRisks(here, wide int) string {
	switch {
	case here == 0:
		return fmt.Sprintf("nada de este lugar, %s", counted(wide, "nota general", "notas generales"))
	case wide == 0:
		return counted(here, "nota de este lugar", "notas de este lugar")
	}
	return fmt.Sprintf("%d de este lugar, %s", here, counted(wide, "general", "generales"))
}

// HeadMoreNotes points to the notes that are not shown.
func HeadMoreNotes(n int) string {
	return fmt.Sprintf("+%s: enter", counted(n, "nota", "notas"))
}
