package texts

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"brujula/data"
)

// Words of Mi turno in the linear mode.
const (
	LinearTurnHelp     = "Cada acto queda en el disco antes de darse por hecho. «x» y unas letras tacha desde aquí mismo: «x posta la quena». Todo se puede deshacer."
	LinearTurnNoLine   = "La oferta cargada no tiene plazas de su línea: importe la oferta o corrija su perfil."
	LinearTurnDerived  = "Su puesto en equivalente está calculado, no publicado: cuando salga la lista de aptos, póngalo en su perfil."
	LinearTakenAsk     = "Archivo, o códigos RENIPRESS separados por comas, o «pegar» (0 vuelve):"
	LinearPasteHow     = "Pegue los renglones y termine con uno que tenga solo un punto. Solo se buscan códigos RENIPRESS de su línea; nada más se lee ni se guarda."
	LinearPasteRow     = "Renglón (un punto termina):"
	LinearNothingTaken = "No hay ahí ningún cupo tomado de plazas de su línea: no se tachó nada."
)

// What can be done in Mi turno, as a menu has it beside the words of the keys.
const (
	TurnMenuAgain   = "empezar de nuevo"
	TurnMenuRelease = "liberar un cupo tachado"
	TurnMenuPick    = "van por el puesto"
	TurnMenuPass    = "uno pasó sin elegir"
	TurnMenuCall    = "un llamado: empieza la cuenta de segundos"
	TurnMenuImport  = "tachar una lista de adjudicados"
	TurnMenuTimer   = "cambiar segundos y llamados"
	TurnMenuTake    = "la plaza que tomé («tome»)"
	TurnMenuDecline = "me llamaron y no elegí («no elegi»)"
	TurnMenuBest    = "qué pedir: la mejor libre y las dos siguientes"
	TurnMenuPlan    = "mi plan en esta línea"
	TurnMenuFigures = "las cuentas: cupos idos y riesgo de quedarse sin plaza"
	TurnMenuLog     = "registro de lo hecho"
	TurnMenuExport  = "exportar el registro"
	TurnMenuRemove  = "quitar este acto de los procesos pasados"

	TurnAskCross   = "¿Qué plaza tacha? (letras o RENIPRESS, 0 vuelve):"
	TurnAskRelease = "¿Qué plaza libera? (letras o RENIPRESS, 0 vuelve):"
	TurnAskTake    = "¿Qué plaza tomó usted? (letras o RENIPRESS, 0 vuelve):"
)

// LinearTurnIntro explains the act before it begins.
func LinearTurnIntro(line data.Line, mine int) string {
	text := fmt.Sprintf("Acto de %s %s %s, sin empezar.", line.Process, line.Profession, line.Modality)
	if mine > 0 {
		return text + fmt.Sprintf(" Su puesto en esta línea: %s.", Thousands(mine))
	}
	return text + " Su orden de mérito no está en el perfil: sin él no hay cuenta ni probabilidades."
}

// LinearTurnMine asks for the own rank in the line.
func LinearTurnMine(rank int) string {
	if rank <= 0 {
		return "¿Cuál es su puesto? (enter: no se sabe):"
	}
	return fmt.Sprintf("¿Cuál es su puesto? (enter: %s):", Thousands(rank))
}

// LinearTurnAgain asks before an act is begun anew.
func LinearTurnAgain(acts int) string {
	return fmt.Sprintf("Ya hay un acto con %s. ¿Empezar de nuevo, con todo libre? Se puede deshacer.", counted(acts, "acto registrado", "actos registrados"))
}

// LinearTurnChance says of when a chance speaks.
func LinearTurnChance(chance string, mine bool) string {
	if mine {
		return "Libre ahora: " + chance
	}
	return "Libre a su turno: " + chance
}

// LinearAskBrief reports in one line what to ask for.
func LinearAskBrief(heading string, p *data.Plaza, chance string) string {
	return heading + ": " + p.Establishment + ", " + LinearWhere(p) + ". " + LinearSentence(chance)
}

// LinearBest heads one of the plazas to ask for.
func LinearBest(heading string, p *data.Plaza, chance string) string {
	return strings.TrimSpace(fmt.Sprintf("%s: %s. %s", heading, p.Establishment, LinearSentence(chance)))
}

// LinearWhoTook asks, at the applicant's own turn, who took a seat.
func LinearWhoTook(name string) string {
	return fmt.Sprintf("Es su turno. ¿Usted tomó %s? Sí: es su plaza. No: la tomó otra persona antes.", name)
}

// LinearCrossFound counts what letters may mean.
func LinearCrossFound(n int, loose bool) string {
	if loose {
		return fmt.Sprintf("Nada igual; se %s %s.", plural(n, "parece", "parecen"), Thousands(n))
	}
	return fmt.Sprintf("%s.", counted(n, "plaza", "plazas"))
}

// LinearCrossLine reads a plaza that may be crossed out; fate is what the act says
// of it, "" for nothing.
func LinearCrossLine(p *data.Plaza, left int, fate string) string {
	state := cmp.Or(fate, TurnSeats(left, p.Seats))
	return LinearSentence(fmt.Sprintf("%s, %s, RENIPRESS %s. %s", p.Establishment, LinearWhere(p), p.Renipress, Capital(state)))
}

// LinearCrossWhich asks which of them.
func LinearCrossWhich(release, more bool) string {
	text := "Número"
	if !release {
		text += " («1 antes» si se eligió antes y el turno no avanza)"
	}
	if more {
		text += "; hay más, vuelva y dé más letras"
	}
	return text + ", 0 vuelve:"
}

// LinearLate takes "antes" off an answer; late tells that it was there.
func LinearLate(answer string) (number string, late bool) {
	words := strings.Fields(answer)
	if len(words) == 2 && slices.Contains([]string{"antes", "a"}, strings.ToLower(words[1])) {
		return words[0], true
	}
	return answer, false
}

// LinearTurnLine reads a line of the plan as it stands in the act; fate is what the
// act says of it, "" for nothing.
func LinearTurnLine(p *data.Plaza, left int, chance, fate string) string {
	text := p.Establishment + ", " + LinearWhere(p) + ". "
	if fate != "" {
		return text + Capital(fate) + "."
	}
	return text + LinearSentence(TurnSeats(left, p.Seats)) + " " + LinearSentence(chance)
}

// LinearAct reads an act of the log.
func LinearAct(n int, at time.Time, text string, undone, unsaved bool) string {
	line := fmt.Sprintf("Acto %s: %s", Thousands(n), text)
	if !at.IsZero() {
		line = fmt.Sprintf("Acto %s, a las %s: %s", Thousands(n), at.Format("15:04:05"), text)
	}
	switch {
	case unsaved:
		line += ", " + TurnUnsaved
	case undone:
		line += ", " + TurnUndoneMark
	}
	return LinearSentence(line)
}

// IsLinearPaste reports whether an answer announces rows.
func IsLinearPaste(text string) bool { return strings.EqualFold(text, "pegar") }
