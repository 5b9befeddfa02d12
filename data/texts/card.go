package texts

import (
	"fmt"
	"math"
	"strings"

	"brujula/data"
)

// Labels of the card of a plaza.
const (
	CardPlace    = "Lugar"
	CardOffering = "Ofertante"
	CardCategory = "Categoría"
	CardGrade    = "Grado de dificultad"
	CardBudget   = "Presupuesto"
	CardBonus    = "Bonos"
	CardPay      = "Remuneración"
	CardFact     = "Antes"
	CardLeaves   = "Suele irse"
	CardNeeded   = "Qué puesto basta"
	CardPoints   = "Puntos CONAREME"
	CardSource   = "Fuente"
	CardNoBonus  = "ninguno"
	CardChange   = "Cambio"
)

// CardTitle heads the card.
func CardTitle(establishment, renipress string, seats int) string {
	return fmt.Sprintf("%s · RENIPRESS %s · %s", establishment, renipress, counted(seats, "plaza", "plazas"))
}

// CardChanceText states the chance with its band and, where it was estimated,
// its range.
func CardChanceText(letter string, chance, lo, hi float64, hasRange bool) string {
	return fmt.Sprintf("%s %s, %s", letter, Percent(chance), BandName(letter)) +
		rangeBeside(hasRange, RangeUnknown, " (entre %s y %s)", Percent(lo), Percent(hi))
}

// rangeBeside states the range of a chance behind it; "" where its ends read alike.
func rangeBeside(hasRange bool, none, form, lo, hi string) string {
	switch {
	case !hasRange: // without a word it would look the surer of two
		return " (" + none + ")"
	case lo != hi:
		return fmt.Sprintf(form, lo, hi)
	}
	return ""
}

// CardExhausted reports that nothing is left in the line at the rank.
func CardExhausted(m data.Modality) string {
	return fmt.Sprintf("A su orden no queda plaza %s: mire la modalidad %s.", m, m.Other())
}

// CardLeavesText reports between which turns four of five such plazas go.
func CardLeavesText(from, to float64) string {
	return fmt.Sprintf("del turno %s al %s", Thousands(int(math.Round(from))), Thousands(int(math.Round(to))))
}

// CardNeededText states the worst rank that still has a chance.
func CardNeededText(chance float64, rank int) string {
	return fmt.Sprintf("%s hasta el puesto %s", Percent(chance), Thousands(rank))
}

// EvidenceText reports what a chance stands on.
func EvidenceText(level string, n int) string {
	picks := counted(n, "plaza tomada antes", "plazas tomadas antes")
	switch level {
	case "plaza":
		return "la misma plaza: " + picks
	case "establecimiento":
		return "el mismo establecimiento, otra profesión: " + picks
	case "distrito":
		return "el mismo distrito: " + picks
	case "provincia":
		return "la misma provincia: " + picks
	case "region_grado":
		return "la misma región y grado: " + picks
	case "previo":
		return "solo lo general de la profesión: no hay historia cercana"
	}
	return "nada cercano"
}

// SourceText reports where a plaza was read.
func SourceText(s data.Source) string {
	parts := []string{s.File}
	if s.Sheet != "" {
		parts = append(parts, "hoja "+s.Sheet)
	}
	if s.Page > 0 {
		parts = append(parts, fmt.Sprintf("página %d", s.Page))
	}
	return strings.Join(append(parts, fmt.Sprintf("fila %d", s.Row)), ", ")
}

// BudgetText reports which budget pays how many seats.
func BudgetText(budgets []data.Budget) string {
	words := make([]string, len(budgets))
	for i, b := range budgets {
		words[i] = b.Name
		if len(budgets) > 1 {
			words[i] += fmt.Sprintf(" (%d)", b.Seats)
		}
	}
	return strings.Join(words, ", ")
}

// GradeText states a grade.
func GradeText(grade int) string {
	if grade == 0 {
		return "–"
	}
	return fmt.Sprintf("GD-%d", grade)
}
