package texts

import (
	"fmt"
	"math"
	"strings"

	"brujula/data"
)

// Headings of the plan's table.
const (
	ColumnPlace = "#"
	ColumnFree  = "Libre"
	ColumnLand  = "Quedo"
	ColumnSum   = "Suma"
	ColumnRange = "Rango"
	ColumnSpan  = "0    50   100"
)

// Words of Mi plan.
const (
	PlanScreenEmpty = "Su plan está vacío. Vaya a Explorar (1), ponga el cursor en una plaza que le interese y pulse espacio: " +
		"la ★ la agrega aquí. Después ordene con J y K: primero la que más desea, no la más fácil."
	PlanLegend          = "Libre: al llegar su turno · Quedo: libre, y ninguna de arriba lo estaba · Suma: tener esta o una de arriba"
	PlanLegendNarrow    = "Libre al llegar · Quedo aquí · Suma: esta o una de arriba"
	PlanSummary         = "Resumen"
	PlanEnds            = "Dónde termina usted"
	ScopeNothing        = "Quedarse sin ninguna"
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
	PlanLandLabel       = "Me quedo aquí"
	PlanMoreInCard      = "… hay más: enter abre la ficha"
)

// Short words for the keys in the footer of Mi plan.
const (
	KeyAdviceShort = "consejos"
	KeyMoveToShort = "mover a…"
	KeyRemoveShort = "quitar"
	KeyNoteShort   = "nota"
)

// PlanStatus is the right of the second line: the plan, its length, whether it
// is on the disk.
func PlanStatus(name string, lines, selected int, saved string) string {
	text := fmt.Sprintf("Plan %s · %s", name, counted(lines, "línea", "líneas"))
	if selected > 0 {
		text += fmt.Sprintf(" · %s (esc suelta)", counted(selected, "seleccionada", "seleccionadas"))
	}
	return text + " · " + saved
}

// PlanStatusShort and PlanStatusName are the same where there is less room.
func PlanStatusShort(name, saved string) string { return PlanStatusName(name) + " · " + saved }

// PlanStatusName names the plan alone.
func PlanStatusName(name string) string { return "Plan " + name }

// PlanHeadline is the left of the second line: what the plan leads to.
func PlanHeadline(points, nothing float64, narrow bool) string {
	what := "puntos esperados"
	if narrow {
		what = "puntos"
	}
	return fmt.Sprintf("Con plaza %s · %s %s", Percent(1-nothing), Decimal(points), what)
}

// PlanOutcome states the same in a sentence.
func PlanOutcome(points, nothing float64) string {
	return fmt.Sprintf("Con plaza en %s de los casos · puntos CONAREME esperados: %s (sin plaza cuenta 0).", Percent(1-nothing), Decimal(points))
}

// PlanAdviceCount counts the sentences of advice, and names the key that reads them.
func PlanAdviceCount(sign string, n int) string {
	return sign + " " + counted(n, "consejo", "consejos") + " (a)"
}

// PlanWorst states the most that the plan may fail, whatever the lines have to do
// with each other, and where the other figures stand.
func PlanWorst(bound float64) string {
	return "En el peor caso se queda sin plaza " + TimesOf(bound) + " (?: las tres cuentas)."
}

// Ways tells each way of working out the chance to end with nothing: the figure,
// and what it stands for.
func (n NothingFigures) Ways() [][2]string {
	ways := [][2]string{{Percent(n.Independent), "si las líneas fueran independientes"}}
	switch {
	case n.Pending:
		ways = append(ways, [2]string{"…", "simulando actos"})
	case n.Runs > 0:
		ways = append(ways, [2]string{Percent(n.Simulated), fmt.Sprintf("en %s actos simulados en que otros eligen antes", Thousands(n.Runs))})
	}
	return append(ways, [2]string{Percent(n.Bound), "a lo sumo: lo que puede fallar su línea más probable"})
}

// PlanPart labels a line's part of the bar, PlanPartNone that of ending with none.
func PlanPart(place int, share float64) string { return fmt.Sprintf("%d · %s", place, Percent(share)) }

// PlanPartNone labels the part of ending with none of the lines.
func PlanPartNone(share float64) string { return "ninguna " + Percent(share) }

// PlanWhere reports where a line is.
func PlanWhere(province, region string) string {
	return PlaceName(province) + ", " + PlaceName(region)
}

// PlanUnknownLines reports that some lines do not count.
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

// String reports when my turn comes in the line.
func (t PlanTurn) String() string {
	switch {
	case !t.Known:
		return fmt.Sprintf("%s: falta su orden de mérito (P)", t.Modality)
	case t.Exhausted:
		return fmt.Sprintf("%s: a su orden no queda plaza", t.Modality)
	}
	return fmt.Sprintf("%s: elige tras %s de %s plazas", t.Modality, Thousands(int(math.Round(t.K))), Thousands(t.Seats))
}

// PlanBasis reports what the figures stand on.
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

// RangeUnknown stands where a chance has no range, as long as the ranges of new lists
// are being worked out and in an act; RangeNone the same in a table.
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

// PlanStays reports why n lines, of which the first stands at a place, did not move
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
