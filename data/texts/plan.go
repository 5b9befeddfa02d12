package texts

import (
	"fmt"
	"strings"
	"time"

	"brujula/data"
)

// Words of the plan and its commands.
const (
	PlanShort         = "El plan: las plazas que usted pediría, en orden"
	PlanSeeShort      = "Ver el plan con sus probabilidades"
	PlanAddShort      = "Agregar plazas al plan"
	PlanAddExample    = "  serums plan agregar 00001234 00005678 --profesion medicina --modalidad remunerada"
	PlanRemoveShort   = "Quitar líneas del plan"
	PlanRemoveExample = "  serums plan quitar 3\n  serums plan quitar 00001234"
	PlanMoveShort     = "Mover una línea del plan a otro lugar"
	PlanMoveExample   = "  serums plan mover 5 1\n  serums plan mover 00001234 2"
	PlanExportShort   = "Exportar el plan: Markdown, CSV, JSON, XLSX, página HTML o mensaje de texto (txt)"
	PlanExportExample = "  serums plan exportar --archivo plan.md --puesto 812\n" +
		"  serums plan exportar --archivo plan.xlsx --puesto 812\n" +
		"  serums plan exportar --formato txt --puesto 812\n" +
		"  serums plan exportar --formato csv --bom > plan.csv"
	PlanImportShort    = "Leer un plan exportado en JSON, CSV o XLSX, en lugar del actual"
	PlanFlagFormat     = "`FORMATO`: md, csv, json, xlsx, html o txt (mensaje de texto)"
	PlanFlagNotes      = "escribir también sus notas, que son privadas (el JSON las lleva, para volver a cargarlas: --con-notas=false las quita)"
	PlanXLSXNeedsFile  = "un XLSX no se muestra en la terminal: diga --archivo plan.xlsx"
	PlanVersionsShort  = "Ver las versiones del plan"
	PlanCopyShort      = "Copiar el plan en otra versión"
	PlanCopyExample    = "  serums plan copiar B\n  serums plan --plan B copiar C"
	PlanCompareShort   = "Comparar el plan con otra versión: qué cambia y qué cuesta"
	PlanCompareExample = "  serums plan comparar B --puesto 812"
	PlanInDemo         = "los datos de demostración no tienen plan guardado: quite --demo"
	PlanMixed          = "el plan mezcla procesos o profesiones: --puesto se refiere a una sola; quite las otras líneas"
)

// PlanHeading is the heading of plan ver.
func PlanHeading() []string {
	return []string{"#", "Libre", "B", ColumnRange, "Quedo", "Suma", "Pts", "GD", "RENIPRESS", "Establecimiento", "Provincia", "Región", "Modalidad", "Riesgo", "Mi nota"}
}

// PlanMarkdownHeading is the heading of the Markdown export.
func PlanMarkdownHeading() []string {
	return []string{
		"#", "Libre al llegar", ColumnRange, "Quedo aquí", "Suma", "Pts", "GD", "Establecimiento", "RENIPRESS",
		"Distrito, provincia", "Región", "Institución", "Modalidad", "Bono", "Riesgo", "Mi nota",
	}
}

// PlanCSVHeading is what stands before ListCSVHeading in a plan's CSV.
func PlanCSVHeading() []string { return []string{"orden", "nota", "prob_quedo_aqui", "prob_acumulada"} }

// PlanTitle heads an export.
func PlanTitle(name string) string { return "Plan SERUMS " + name }

// PlanEmpty reports that a plan has no lines.
func PlanEmpty(name string) string {
	return fmt.Sprintf("El plan %s está vacío: agregue plazas con «serums plan agregar RENIPRESS …» o con ★ en el planificador.", name)
}

// PlanEmptied reports that a plan was emptied before, and how it comes back.
func PlanEmptied(name string) string {
	return fmt.Sprintf("El plan %s quedó vacío la última vez: en Mi plan (2), u lo recupera línea por línea; también «serums plan deshacer».", name)
}

// Words of taking changes of a plan back by command.
const (
	PlanUndoShort = "Deshacer el último cambio del plan, también el de otro día"
	PlanRedoShort = "Rehacer lo que se deshizo en el plan"
)

// PlanStepped describes a plan after a change was taken back or done again.
func PlanStepped(name string, lines int) string {
	return fmt.Sprintf("Plan %s: ahora %s.", name, counted(lines, "línea", "líneas"))
}

// PlanAdded reports what agregar did; present are the plazas that were there
// already.
func PlanAdded(name string, n, place, total int, present []string) string {
	text := fmt.Sprintf("Plan %s: %s desde el lugar %d; ahora %s.", name, counted(n, "línea agregada", "líneas agregadas"), place, counted(total, "línea", "líneas"))
	if len(present) > 0 {
		text += fmt.Sprintf(" Ya %s %d: %s.", plural(len(present), "estaba", "estaban"), len(present), strings.Join(present, ", "))
	}
	return text
}

// PlanNothingAdded reports that all were there.
func PlanNothingAdded(name string, present []string) string {
	return fmt.Sprintf("Plan %s: ya %s: %s.", name, plural(len(present), "estaba", "estaban todas"), strings.Join(present, ", "))
}

// PlanPlaza names a plaza in an answer.
func PlanPlaza(code, name string) string {
	if name == "" || name == code {
		return code
	}
	return code + " " + name
}

// PlanRemoved reports what quitar did.
func PlanRemoved(name string, n, total int) string {
	return fmt.Sprintf("Plan %s: %s; ahora %s.", name, counted(n, "línea quitada", "líneas quitadas"), counted(total, "línea", "líneas"))
}

// PlanMoved reports what mover did.
func PlanMoved(plaza string, from, to int) string {
	return fmt.Sprintf("%s: del lugar %d al %d.", plaza, from, to)
}

// PlanNotMoved reports that the line stays; remunerada always stands before
// equivalente.
func PlanNotMoved(plaza string, place int) string {
	return fmt.Sprintf("%s: se queda en el %d: ya estaba ahí, o el lugar es de la otra modalidad (remunerada va antes que equivalente).", plaza, place)
}

// FlagReplace explains --reemplazar.
const FlagReplace = "reemplazar el archivo si ya existe"

// PlanFileExists refuses to write over a file.
func PlanFileExists(file string) string {
	return fmt.Sprintf("ya existe %s y no se tocó: agregue --reemplazar, o dé otro nombre", file)
}

// PlanLines counts the lines of a plan.
func PlanLines(n int) string { return counted(n, "línea", "líneas") }

// PlanExported reports where the export went and what the file holds.
func PlanExported(name, holds, path string) string {
	return fmt.Sprintf("Plan %s (%s) en %s", name, holds, path)
}

// PlanImported reports what importar read.
func PlanImported(name string, lines, missing int) string {
	text := fmt.Sprintf("Plan %s: %s.", name, counted(lines, "línea leída", "líneas leídas"))
	if missing > 0 {
		text += fmt.Sprintf(" %s no %s en ninguna oferta cargada.", Thousands(missing), plural(missing, "está", "están"))
	}
	return text
}

// PlanNoPlace refuses a place that the plan does not have.
func PlanNoPlace(n, total int) string {
	return fmt.Sprintf("el plan no tiene lugar %d: tiene %s", n, counted(total, "línea", "líneas"))
}

// PlanHasNot reports that a plaza is not in the plan.
func PlanHasNot(code string) string { return fmt.Sprintf("el plan no tiene el RENIPRESS %s", code) }

// PlanHasSeveral asks for the place instead of the code.
func PlanHasSeveral(code string) string {
	return fmt.Sprintf("el plan tiene varias líneas con el RENIPRESS %s: dé su lugar, como #2", code)
}

// BadPlace refuses a word that names no line.
func BadPlace(word string) string {
	return fmt.Sprintf("«%s» no nombra una línea del plan: dé su lugar (1, 2, …) o su RENIPRESS", word)
}

// PlanNewer refuses a plan of a later program.
func PlanNewer(name string) string {
	return fmt.Sprintf("%s: lo escribió una versión más nueva del programa; actualice. No se tocó.", name)
}

// PlanBadLine names the line of a plan that cannot be read.
func PlanBadLine(name string, line int, field, value string) string {
	if line == 0 {
		return fmt.Sprintf("%s: «%s» no vale en %s; corríjalo y vuelva a leer. No se cambió nada.", name, value, field)
	}
	return fmt.Sprintf("%s:%d:%s: «%s» no se entiende; corrija la línea y vuelva a leer. No se cambió nada.", name, line, field, value)
}

// PlanUnreadable refuses a file that is no plan.
func PlanUnreadable(name string) string {
	return fmt.Sprintf("%s: no es un plan; use un JSON, CSV o XLSX de «serums plan exportar». No se cambió nada.", name)
}

// PlanImportFormats reports which exports can be read back.
func PlanImportFormats(file string) string {
	return fmt.Sprintf("%s: solo se lee un plan en .json, .csv o .xlsx; este formato es para personas y no se vuelve a leer", file)
}

// PlanCopiedTo reports what copiar did.
func PlanCopiedTo(from, to string, lines int) string {
	return fmt.Sprintf("Plan %s: copia de %s con %s.", to, from, counted(lines, "línea", "líneas"))
}

// PlanVersionLine is one line of versiones.
func PlanVersionLine(name string, lines int, problem string) string {
	if problem != "" {
		return name + "  " + problem
	}
	return name + "  " + counted(lines, "línea", "líneas")
}

// PlanBadFormat refuses an export format.
func PlanBadFormat(value string) string {
	return fmt.Sprintf("no se puede exportar en «%s»: use md, csv, json, xlsx, html o txt", strings.TrimPrefix(value, "."))
}

// NothingFigures are the three chances of ending with none of the plan's
// plazas.
type NothingFigures struct {
	Independent, Simulated, Bound float64
	Runs                          int  // simulated acts; 0 when nothing was simulated
	Pending                       bool // the simulation still runs
}

// String states them in one sentence that says what each stands for.
func (n NothingFigures) String() string {
	simulated := ""
	switch {
	case n.Pending:
		simulated = ", simulando actos…"
	case n.Runs > 0:
		simulated = fmt.Sprintf(", %s en %s actos simulados en que otros eligen antes", Percent(n.Simulated), Thousands(n.Runs))
	}
	return fmt.Sprintf("Quedarse sin ninguna: %s si las líneas fueran independientes%s, y a lo sumo %s, lo que puede fallar su línea más probable.",
		Percent(n.Independent), simulated, Percent(n.Bound))
}

// StatementModel is the model behind the chances of one modality.
type StatementModel struct {
	Modality  data.Modality
	Base      string
	Processes []data.Process
}

// base says what the model was fitted on.
func (m *StatementModel) base() string {
	if m.Base == "prior" {
		return "modelo de fábrica (" + processes(m.Processes) + ")"
	}
	return "modelo ajustado con " + processes(m.Processes)
}

// ExportStatement is what every export says about itself.
type ExportStatement struct {
	Name       string
	Written    time.Time
	Rank       int
	Sources    []data.ListInfo
	Models     []StatementModel
	Demo       bool
	OwnRank    int // where Rank is only a look from elsewhere
	From, To   int // the ranks that may be the applicant's; zeros where theirs is sure
	Nothing    NothingFigures
	HasNothing bool
	Points     float64  // expected
	Acts       []string // that the chances follow, in words
	NoChances  string   // why no line has a chance; "" where one has
}

// Lines returns the statement, a sentence each.
func (s ExportStatement) Lines() []string { return append(s.Figures(), s.Basis()...) }

// Figures reports what the plan leads to, from where it is seen and by what model, or
// why there are no chances.
func (s ExportStatement) Figures() []string {
	var out []string
	if s.Demo {
		out = append(out, "DATOS DE DEMOSTRACIÓN: nada de esto es real.")
	}
	if s.HasNothing {
		out = append(out, s.Nothing.String(),
			fmt.Sprintf("Puntos CONAREME esperados: %s (quedarse sin plaza, o en una sin puntos conocidos, cuenta 0).", Decimal(s.Points)))
	}
	switch {
	case s.OwnRank > 0:
		out = append(out, fmt.Sprintf("Mirado desde el puesto %s, que no es el suyo: su orden de mérito es %s.", Thousands(s.Rank), Thousands(s.OwnRank)))
	case s.To > s.From:
		out = append(out, fmt.Sprintf("Su orden de mérito aún no es seguro: puede ser de %s a %s, y se mira desde el %s. «%s» dice de cuánto a cuánto va cada probabilidad entre esos dos puestos.",
			Thousands(s.From), Thousands(s.To), Thousands(s.Rank), CardSpan))
	case s.Rank > 0:
		out = append(out, fmt.Sprintf("Visto desde el puesto %s del orden de mérito.", Thousands(s.Rank)))
	}
	out = append(out, s.Acts...)
	for _, m := range s.Models {
		out = append(out, fmt.Sprintf("Probabilidades de %s: %s. Son estimaciones, no promesas.", m.Modality, m.base()))
	}
	if s.NoChances != "" {
		out = append(out, s.NoChances)
	}
	return out
}

// Basis states the sources, and how the marks are meant.
func (s ExportStatement) Basis() []string {
	var out []string
	for i := range s.Sources {
		info := &s.Sources[i]
		// Coordinates and notes are of no process and no modality.
		list := strings.Join(strings.Fields(fmt.Sprint(info.Kind, " ", info.Process, " ", info.Modality)), " ")
		out = append(out, "Fuente: "+withBetween(", ", list, info.File, hashOf(ShortHash(info.SHA256)), "importada el "+Date(info.Imported))+".")
	}
	return append(out,
		"Puntos CONAREME: reportados; verifique el procedimiento CONAREME del año.",
		NoNoteIsNotSafe,
		"Bandas: "+strings.ReplaceAll(BandLegends()[0], " ·", ",")+".",
		fmt.Sprintf("Escrito por Brújula SERUMS el %s.", s.Written.Format("02/01/2006 15:04 MST")))
}
