package texts

import (
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"brujula/data"
)

// Headings of the plan's table.
const (
	ColumnPlace = "#"
	ColumnFree  = "Libre"
	ColumnLand  = "Quedo"
	ColumnSum   = "Acum."
	ColumnRange = "Rango"
	ColumnNote  = "Mi nota"
)

// Words of Mi plan.
const (
	PlanScreenEmpty = "Su plan está vacío. Vaya a Explorar (1), ponga el cursor en una plaza que le interese y pulse espacio: " +
		"la ★ la agrega aquí. Después ordene con J y K: primero la que más desea, no la más fácil."
	PlanLegend          = "Libre: al llegar su turno · Quedo: libre, y ninguna de arriba lo estaba · Acum.: tener esta o una de arriba"
	PlanLegendNarrow    = "Libre al llegar · Quedo aquí · Acum.: esta o una de arriba"
	PlanSummary         = "Resumen"
	PlanSaved           = "guardado"
	PlanSaving          = "guardando…"
	PlanDemoUnsaved     = "demostración: no se guarda"
	PlanNotSavedMark    = "NO GUARDADO: "
	PlanAbsent          = "no está en ninguna oferta cargada"
	PlanNoSelection     = "No hay ninguna línea."
	PlanOneSection      = "El plan no tiene líneas de la otra modalidad."
	ExportElsewhere     = "Otro nombre o carpeta…"
	ExportElsewhereNote = ".md .csv y las demás"
	ExportNotesKey      = "n"
	KeyExportWrite      = "escribir"
	KeyExportNotes      = "con o sin mis notas"
	PlanExportLabel     = "Exportar a (.md .csv .json .xlsx .html .txt): "
	PlanFreeLabel       = "Libre al llegar"
	PlanLandLabel       = "Me quedo aquí"
	PlanNoteField       = "Mi nota"
	PlanRisksField      = "Notas de riesgo"
	PlanEvidenceField   = "Se apoya en"
	PlanPlaceField      = "Dónde"
	PlanMoreInCard      = "… hay más: enter abre la ficha"
)

// Short words for the keys in the footer of Mi plan.
const (
	KeyOrderShort  = "ordenar"
	KeyAdviceShort = "consejos"
	KeyMoveToShort = "mover a…"
	KeyRemoveShort = "quitar"
	KeyNoteShort   = "nota"
)

// Why a line has no chance.
const (
	GapAbsent   = "Esta plaza no está en ninguna oferta cargada: puede haberse retirado, o falta importar su oferta. Sigue en el plan; d la quita."
	GapFitting  = "Calculando probabilidades: se ajusta el modelo a las listas pasadas…"
	GapRank     = "Sin probabilidad: diga su orden de mérito (P)."
	GapModel    = "Sin probabilidad: todavía no hay con qué estimar; importe una oferta pasada y sus adjudicados (:importar)."
	GapEstimate = "Sin probabilidad: nada parecido en las listas pasadas."
)

// GapOtherLine tells that a line is not of the applicant's line.
func GapOtherLine(of, mine data.Line) string {
	return fmt.Sprintf("Es de %s %s y su perfil es %s %s: sin probabilidad desde su orden (P lo cambia).", of.Profession, of.Process, mine.Profession, mine.Process)
}

// PlanStatus is the left of the second line: the plan, its length, whether it
// is on the disk.
func PlanStatus(name string, lines, selected int, saved string) string {
	text := fmt.Sprintf("Plan %s · %s", name, counted(lines, "línea", "líneas"))
	if selected > 0 {
		text += fmt.Sprintf(" · %s (esc suelta)", counted(selected, "seleccionada", "seleccionadas"))
	}
	return text + " · " + saved
}

// PlanHeadline is the right of the second line.
func PlanHeadline(points, nothing float64, narrow bool) string {
	if narrow {
		return fmt.Sprintf("%s pts · con plaza %s", Decimal(points), Percent(1-nothing))
	}
	return fmt.Sprintf("puntos esperados %s · con plaza %s", Decimal(points), Percent(1-nothing))
}

// PlanOutcome begins the summary.
func PlanOutcome(points, nothing float64) string {
	return fmt.Sprintf("Con plaza en %s de los casos · puntos CONAREME esperados: %s (sin plaza cuenta 0).", Percent(1-nothing), Decimal(points))
}

// PlanUnknownLines tells that some lines do not count.
func PlanUnknownLines(n int) string {
	return fmt.Sprintf("%s sin probabilidad no %s en estas cifras.", counted(n, "línea", "líneas"), plural(n, "entra", "entran"))
}

// PlanTurn is from where one line of applicants is seen.
type PlanTurn struct {
	Modality        data.Modality
	Here            bool // the plan has lines that this turn is for
	K               float64
	Seats           int
	Known           bool // there is a rank
	Derived         bool
	RankEquivalente int
	Exhausted       bool
}

// String tells when my turn comes in the line.
func (t PlanTurn) String() string {
	switch {
	case !t.Known:
		return fmt.Sprintf("%s: falta su orden de mérito (P)", t.Modality)
	case t.Exhausted:
		return fmt.Sprintf("%s: a su orden no queda plaza", t.Modality)
	}
	return fmt.Sprintf("%s: elige tras %s de %s plazas", t.Modality, Thousands(int(math.Round(t.K))), Thousands(t.Seats))
}

// PlanBasis tells what the figures stand on.
func PlanBasis(base string, list []data.Process, turns []string) string {
	var model string
	switch base {
	case "listas":
		model = "modelo ajustado con " + processes(list)
	case "prior":
		model = "modelo de fábrica (" + processes(list) + ")"
	default:
		model = "sin modelo: faltan listas pasadas"
	}
	return Capital(strings.Join(append([]string{model}, turns...), " · ")) + "."
}

// PlanFallback heads the equivalente lines: when that turn comes.
func PlanFallback(t PlanTurn) string {
	text := "Si no alcanza: equivalente"
	switch {
	case !t.Here:
		return text
	case !t.Known:
		return text + " · falta su orden de mérito (P)"
	case t.Exhausted:
		return text + " · a su orden no queda plaza"
	}
	at := fmt.Sprintf("elige tras %s de %s plazas", Thousands(int(math.Round(t.K))), Thousands(t.Seats))
	if t.Derived {
		return text + " · " + at + " (deducido de su orden)"
	}
	return fmt.Sprintf("%s · orden %s entre aptos: %s", text, Thousands(t.RankEquivalente), at)
}

// PlanAbsentName names a line whose plaza is in no loaded offer.
func PlanAbsentName(code string) string { return code + " · " + PlanAbsent }

// RangeUnknown stands where a chance has no range, as that of the model that the
// program brings; RangeNone the same in a table.
const (
	RangeUnknown = "margen sin estimar"
	RangeNone    = "sin margen"
)

// RangeCell writes the range of a chance for a table, or that it has none; "" where
// there is no chance.
func RangeCell(chance, lo, hi *float64) string {
	switch {
	case chance == nil:
		return ""
	case lo == nil || hi == nil:
		return RangeNone
	}
	return PlanRange(*lo, *hi)
}

// PlanRange writes the range of a chance: "78–92 %".
func PlanRange(lo, hi float64) string {
	from, to := strings.TrimSuffix(Percent(lo), " %"), Percent(hi)
	if from == strings.TrimSuffix(to, " %") {
		return to
	}
	return from + "–" + to
}

// PlanLandText explains the chance to end at a line.
func PlanLandText(land, sum float64) string {
	return fmt.Sprintf("%s: libre, y ninguna de arriba lo estaba · esta o una de arriba: %s", Percent(land), Percent(sum))
}

// PlanLineTitle heads the detail of a line.
func PlanLineTitle(place int, name, code string) string {
	return fmt.Sprintf("%d. %s · RENIPRESS %s", place, name, code)
}

// PlanNoteOf shows the note of the line under the cursor.
func PlanNoteOf(place int, note string) string { return fmt.Sprintf("Nota de la %d: %s", place, note) }

// PlanNoteLabel asks for the note of a line.
func PlanNoteLabel(place int) string { return fmt.Sprintf("Mi nota de la %d: ", place) }

// PlanMoveLabel asks for the place to move to.
func PlanMoveLabel(n, total int) string {
	if n > 1 {
		return fmt.Sprintf("Mover %d líneas al lugar (1–%d): ", n, total)
	}
	return fmt.Sprintf("Mover al lugar (1–%d): ", total)
}

// PlanPlaceRange refuses a place.
func PlanPlaceRange(total int) string { return fmt.Sprintf("escriba un lugar de 1 a %d", total) }

// PlanStays tells why n lines, of which the first stands at a place, did not move
// to another; places count from 1.
func PlanStays(n, place, to int) string {
	switch {
	case n > 1:
		return "Esas líneas ya están ahí; remunerada va siempre antes que equivalente."
	case place == to && place > 1:
		return fmt.Sprintf("Ya está en el lugar %d.", place)
	case to <= place:
		return "Ya es la primera de su modalidad; remunerada va siempre antes que equivalente."
	}
	return "Ya es la última de su modalidad; equivalente va siempre después."
}

// PlanFile proposes a file name for an export; ending is that of its format.
func PlanFile(name, ending string) string { return "plan-" + name + "." + ending }

// ExportMenuTitle heads the menu of exports.
func ExportMenuTitle(plan string) string { return "Exportar el plan " + plan }

// ExportPurpose says what an export in a format is for.
func ExportPurpose(format string) string {
	switch format {
	case "txt":
		return "Mensaje de texto"
	case "html":
		return "Imprimir"
	case "xlsx":
		return "Hoja de cálculo"
	}
	return "Copia para volver a cargar"
}

// ExportInto names the file of an export; notes, that the own notes go with it.
func ExportInto(file string, notes bool) string {
	if notes {
		return file + " con notas"
	}
	return file
}

// ExportFolder names the folder that exports are written to; "" is not known.
func ExportFolder(folder string) string {
	if folder == "" {
		folder = "en la que se abrió el programa"
	}
	return "Carpeta: " + folder
}

// ExportNotesState says whether the own notes go with an export.
func ExportNotesState(written bool) string {
	if written {
		return "Sus notas privadas van en el archivo: n las quita."
	}
	return "Sus notas privadas no van: n las incluye."
}

// Exported tells where an export went.
func Exported(path, holds string) string {
	return fmt.Sprintf("Plan escrito (%s) en %s", holds, path)
}

// NoHomeFolder tells why "~/" names no folder.
const NoHomeFolder = "no se sabe cuál es su carpeta personal: escriba la ruta completa"

// Overwrite asks before a file is replaced.
func Overwrite(file string) string { return fmt.Sprintf("Ya existe %s. ¿Reemplazarlo?", file) }

// LeavePending asks before the program ends with acts or notes that are not on
// the disk.
func LeavePending(unsaved string) string { return unsaved + " ¿Salir y perder lo que falta?" }

// LeaveWriting asks who wants to leave while something is still being written.
const LeaveWriting = "Todavía se está guardando. ¿Salir ya? Lo que falte se intenta guardar una última vez."

// SaveFault tells that one of the last saves failed by a fault of the program.
func SaveFault(fault string) string {
	return "no se pudo guardar todo por un error propio (" + fault + "); lo demás se guardó"
}

// LeaveUnsaved asks before the program ends with plans, or the profile, that
// could not be stored.
func LeaveUnsaved(plans []string, profile bool) string {
	const leave = " ¿Salir y perder los cambios?"
	if len(plans) == 0 {
		return "Su perfil NO está en el disco." + leave
	}
	what, is := plural(len(plans), "El plan", "Los planes")+" "+strings.Join(plans, ", "), plural(len(plans), "está", "están")
	if profile {
		what, is = what+" y su perfil", "están"
	}
	return fmt.Sprintf("%s NO %s en el disco. Puede exportar el plan con E antes de salir.%s", what, is, leave)
}

// Words of the versions of the plan.
const (
	VersionsTitle   = "Versiones del plan"
	VersionCurrent  = "en pantalla"
	KeyVersionOpen  = "abrir"
	KeyVersionDiff  = "comparar"
	KeyVersionDrop  = "borrar"
	VersionNewLabel = "Nombre de la copia: "
	VersionNewName  = "Nuevo nombre: "
	CompareMoved    = "Se movieron"
	CompareOutcome  = "Lo que cuesta"
	CompareNotes    = "Otra nota"
	CompareSame     = "Son iguales: las mismas plazas en el mismo orden."

	PlanNameEmpty = "Escriba un nombre para la versión."
	PlanBusy      = "Se está guardando; pruebe otra vez en un momento."
	PlanInUse     = "Esa versión está en pantalla: abra otra antes de borrarla."
	PlanSame      = "Esa es la versión que está en pantalla: elija otra para comparar."
)

// mostNameInKey is the longest name of a plan that the footer spells out.
const mostNameInKey = 8

// currentName is the plan on the screen as the footer names it.
func currentName(name string) string {
	if utf8.RuneCountInString(name) > mostNameInKey {
		return "la actual"
	}
	return name
}

// VersionCopyKey and VersionNameKey tell which plan the keys work on.
func VersionCopyKey(name string) string { return "copiar " + currentName(name) }

// VersionNameKey is the key that renames.
func VersionNameKey(name string) string { return "renombrar " + currentName(name) }

// PlanAlone tells that there is no other version to compare with, and how to
// make one.
func PlanAlone(name string) string {
	return "Solo hay una versión, " + name + ": no hay con cuál comparar. c la copia con otro nombre; cambie la copia y compárelas."
}

// PlanOnly tells that the last version is not dropped.
func PlanOnly(name string) string {
	return "Solo hay una versión, " + name + ": no se borra. Puede quitarle líneas con d en Mi plan."
}

// PlanNoSuch tells that there is no plan of that name.
func PlanNoSuch(name string) string { return "No hay ningún plan «" + name + "»." }

// PlanInstead tells that another plan is shown at the start than the one that was
// open last, because that cannot be read, or has no lines.
func PlanInstead(last, shown string, unreadable bool) string {
	if unreadable {
		return fmt.Sprintf("El plan «%s» no se puede leer y queda como está, sin tocar; se abrió el plan «%s».", last, shown)
	}
	return fmt.Sprintf("El plan «%s» no tiene líneas guardadas; se abrió el plan «%s».", last, shown)
}

// PlanNameTaken refuses a name.
func PlanNameTaken(name string) string { return "Ya hay un plan «" + name + "»: elija otro nombre." }

// PlanOpened tells which plan is on the screen now.
func PlanOpened(name string, lines int) string {
	return fmt.Sprintf("Ahora en el plan %s (%s).", name, counted(lines, "línea", "líneas"))
}

// PlanCopied tells that a copy is on the screen now.
func PlanCopied(from, to string) string {
	return fmt.Sprintf("El plan %s es una copia del %s; ahora trabaja en %s.", to, from, to)
}

// PlanRenamed tells the new name.
func PlanRenamed(from, to string) string {
	return fmt.Sprintf("El plan %s ahora se llama %s.", from, to)
}

// PlanDropped tells that a plan is gone.
func PlanDropped(name string) string { return "Plan " + name + " borrado." }

// PlanDrop asks before a plan is taken away.
func PlanDrop(name string, lines int) string {
	return fmt.Sprintf("¿Borrar el plan %s (%s)?", name, counted(lines, "línea", "líneas"))
}

// PlanNameLength refuses a name.
func PlanNameLength(most int) string { return fmt.Sprintf("escriba de 1 a %d letras", most) }

// CompareLine names a line of a version.
func CompareLine(place int, name, chance, points string) string {
	return fmt.Sprintf("%d. %s · %s · %s puntos", place, name, chance, points)
}

// VersionUnreadable stands for the lines of a version that cannot be read.
const VersionUnreadable = "no se puede leer"

// VersionLine counts the lines of a version.
func VersionLine(lines int) string { return counted(lines, "línea", "líneas") }

// CompareOnly heads the plazas that only one version has.
func CompareOnly(name string) string { return "Solo en " + name }

// CompareMove tells how a plaza moved.
func CompareMove(place string, from, to int) string {
	return fmt.Sprintf("%s: del lugar %d al %d", place, from, to)
}

// CompareFigure tells one figure of both versions.
func CompareFigure(label, first, second string) string {
	if first == second {
		return fmt.Sprintf("%s: %s en las dos", label, first)
	}
	return fmt.Sprintf("%s: %s → %s", label, first, second)
}

// Labels of the figures that are compared.
const (
	FigureLines       = "líneas"
	FigureWithPlace   = "con plaza"
	FigurePoints      = "puntos esperados"
	FigureNothing     = "sin ninguna, independientes"
	FigureNothingMost = "sin ninguna, a lo sumo"
)

// CompareHeading names the two versions, the one on the screen first.
func CompareHeading(first, second string) string {
	return fmt.Sprintf("Del plan %s (en pantalla) al plan %s", first, second)
}
