package texts

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"brujula/data"
)

// Words of the exports for people.
const (
	ExportSheetPlan    = "Plan"
	ExportSheetSources = "Fuentes y marcas"
	ExportNotReadBack  = "Este archivo es para leer e imprimir y no se vuelve a leer: para volver a cargar el plan use JSON, CSV o XLSX, que se abren en la pantalla Importar (I) o con «serums plan importar»."
	ExportNotesTitle   = "Por qué, y notas de riesgo, línea por línea"
	ExportBefore       = "Antes: "
	ExportEndsNothing  = "sin plaza"
	ExportSources      = "De dónde sale esto"
	CardTurnTitle      = "MI TURNO"
	CardTurnOrder      = "En la segunda fila, como lo pide la pantalla del MINSA: DIRESA > institución > provincia > distrito > código."
	CardTurnLast       = "La última vez:"
	CardTurnReasons    = "Lo que más pesa en la probabilidad:"
	CardTurnEmpty      = "El plan no tiene líneas."
	CardUnknown        = "(no está en las listas cargadas)"
)

// PlanSheetHeading is the heading of the plan's sheet. The names that a plan is
// read back by are among them.
func PlanSheetHeading() []string {
	return []string{
		"#", "Libre al llegar", "Banda", "Desde", "Hasta", "Peor orden", "Mejor orden", "Quedo aquí", "Suma", "Puntos", "Certeza", "GD",
		"Establecimiento", "RENIPRESS", "Distrito", "Provincia", "Región", "DIRESA", "Institución", "Categoría",
		"Modalidad", "Profesión", "Proceso", "Bono", "Cupos", "Riesgo", "La última vez", "Mi nota",
	}
}

// PlanPageHeading is the heading of the printed table, and names the figures of a
// card; columns that no line fills are left out.
func PlanPageHeading() []string {
	return []string{
		"#", "Libre", ColumnRange, CardSpan, "Queda: del primero al último", "Quedo", "Suma", "Puntos", "GD", "Establecimiento", "RENIPRESS",
		"Distrito, provincia, región", "Institución", "Bono", "Riesgo", "Mi nota",
	}
}

// ExportOutlook is the answer of a plan in one line: the chance to end with one of
// its places, and the points to expect.
func ExportOutlook(chance, points float64) string {
	return fmt.Sprintf("Con plaza: %s · puntos CONAREME esperados: %s", Percent(chance), Decimal(points))
}

// SectionTitle heads the lines of a modality.
func SectionTitle(m data.Modality) string {
	if m == data.Equivalente {
		return "Equivalente: si no alcanza remunerada"
	}
	return "Remunerada"
}

// PlanHead names a plan, whose it is and from where it is seen.
func PlanHead(name string, process data.Process, profession string, rank, from, to int) string {
	parts := []string{"plan " + name}
	if process != "" {
		parts = append(parts, string(process), profession)
	}
	if rank > 0 {
		parts = append(parts, "orden de mérito "+Thousands(rank)+rankBetween(from, to))
	}
	return strings.Join(parts, " · ")
}

// rankBetween states the ranks that another one may turn out to be; "" for none.
func rankBetween(from, to int) string {
	if to <= from {
		return ""
	}
	return fmt.Sprintf(" (puede ser de %s a %s)", Thousands(from), Thousands(to))
}

// CardTurnLine ends the first row of a plaza of the turn card; spread is its chance
// over the ranks that may be the applicant's, "" where theirs is sure.
func CardTurnLine(chance, margin, spread, points string) string {
	if margin != "" {
		chance += " (" + margin + ")"
	}
	if spread != "" {
		chance += ", según su orden " + spread
	}
	return chance + "  " + points + " pts"
}

// CardTurnSources reports in one line what the turn card rests on.
func CardTurnSources(lists []string, models []StatementModel, written time.Time, demo bool) string {
	var parts []string
	if demo {
		parts = append(parts, "DATOS DE DEMOSTRACIÓN: nada de esto es real")
	}
	var bases []string
	for i := range models {
		if base := models[i].base(); !slices.Contains(bases, base) {
			bases = append(bases, base)
		}
	}
	if len(bases) > 0 {
		parts = append(parts, "Probabilidades: "+strings.Join(bases, "; ")+"; son estimaciones, no promesas")
	}
	if len(lists) > 0 {
		parts = append(parts, strings.Join(lists, ", "))
	}
	return strings.Join(append(parts, "Brújula SERUMS, "+written.Format("02/01/2006")), ". ") + "."
}

// CardTurnGone reports how many lines are left out because they are crossed out.
func CardTurnGone(n int) string {
	return fmt.Sprintf("%s en el acto: no %s aquí.", counted(n, "línea ya tachada", "líneas ya tachadas"), plural(n, "está", "están"))
}

// CardTurnHolds reports how many lines of the plan the turn card has.
func CardTurnHolds(shown, lines int) string {
	return fmt.Sprintf("mensaje de texto: %s de %s", Thousands(shown), counted(lines, "línea", "líneas"))
}

// HoldsNotes reports whether the plan's own notes are in a file; "" where there are
// none.
func HoldsNotes(has, written bool) string {
	switch {
	case !has:
		return ""
	case written:
		return ", con sus notas"
	}
	return ", sin sus notas"
}
