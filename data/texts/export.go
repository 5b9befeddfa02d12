package texts

import (
	"fmt"
	"strings"

	"brujula/data"
)

// Words of the exports for people.
const (
	ExportSheetPlan    = "Plan"
	ExportSheetSources = "Fuentes y marcas"
	ExportNotReadBack  = "Este archivo es para leer e imprimir y no se vuelve a leer: para volver a cargar el plan use JSON, CSV o XLSX, que se abren en la pantalla Importar (I) o con «serums plan importar»."
	ExportNotesTitle   = "Notas de riesgo"
	ExportSources      = "De dónde sale esto"
	CardTurnTitle      = "MI TURNO"
	CardTurnOrder      = "En este orden lo pide la pantalla del MINSA: DIRESA, institución, provincia, distrito, establecimiento."
	CardTurnEmpty      = "El plan no tiene líneas."
	CardInstitutionAsk = "Institución"
	CardProvinceAsk    = "Provincia"
	CardDistrictAsk    = "Distrito"
	CardNameAsk        = "Establecim."
	CardDiresaAsk      = "DIRESA"
	CardUnknown        = "(no está en las listas cargadas)"
)

// PlanSheetHeading is the heading of the plan's sheet. The names that a plan is
// read back by are among them.
func PlanSheetHeading() []string {
	return []string{
		"#", "Libre al llegar", "Banda", "Desde", "Hasta", "Quedo aquí", "Acumulada", "Puntos", "Certeza", "GD",
		"Establecimiento", "RENIPRESS", "Distrito", "Provincia", "Región", "DIRESA", "Institución", "Categoría",
		"Modalidad", "Profesión", "Proceso", "Bono", "Cupos", "Riesgo", "Mi nota",
	}
}

// PlanPageHeading is the heading of the printed table.
func PlanPageHeading() []string {
	return []string{"#", "Libre", "Quedo", "Acum.", "Pts", "GD", "Establecimiento", "RENIPRESS", "Distrito, provincia, región", "Institución", "Bono", "Riesgo", "Mi nota"}
}

// SectionTitle heads the lines of a modality.
func SectionTitle(m data.Modality) string {
	if m == data.Equivalente {
		return "Equivalente: si no alcanza remunerada"
	}
	return "Remunerada"
}

// PlanHead names a plan, whose it is and from where it is seen.
func PlanHead(name string, process data.Process, profession string, rank int) string {
	parts := []string{"plan " + name}
	if process != "" {
		parts = append(parts, string(process), profession)
	}
	if rank > 0 {
		parts = append(parts, "orden de mérito "+Thousands(rank))
	}
	return strings.Join(parts, " · ")
}

// CardTurnLine heads one plaza of the turn card.
func CardTurnLine(place int, modality data.Modality, chance, points string) string {
	return fmt.Sprintf("%d)  %s · libre %s · %s puntos", place, strings.ToUpper(string(modality)), chance, points)
}

// CardTurnGone tells how many lines are left out because they are crossed out.
func CardTurnGone(n int) string {
	return fmt.Sprintf("%s en el acto: no %s aquí.", counted(n, "línea ya tachada", "líneas ya tachadas"), plural(n, "está", "están"))
}

// CardTurnHolds tells how many lines of the plan the turn card has.
func CardTurnHolds(shown, lines int) string {
	return fmt.Sprintf("tarjeta del turno: %s de %s", Thousands(shown), counted(lines, "línea", "líneas"))
}

// CardTurnMore tells how many lines the card leaves out.
func CardTurnMore(n int) string {
	return fmt.Sprintf("y %s más en el plan.", counted(n, "línea", "líneas"))
}
