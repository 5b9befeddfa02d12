package texts

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"brujula/data"
)

// Words of the log of the act.
const (
	TurnCalled   = "llamado"
	TurnDeclined = "le tocó a usted y no eligió"
	TurnEnded    = "termina el acto: las probabilidades vuelven a ser las de antes de empezar"
	TurnPasted   = "lista pegada"
	TurnNewer    = "el registro del turno lo escribió una versión más nueva del programa: se puede mirar, pero no agregar; actualice serums"
)

// TurnStarted reports that the act begins.
func TurnStarted(turn, mine int) string {
	text := fmt.Sprintf("empieza el acto: van por el puesto %s", Thousands(turn))
	if mine > 0 {
		text += fmt.Sprintf(", el suyo es el %s", Thousands(mine))
	}
	return text
}

// TurnCrossed reports that a seat is gone.
func TurnCrossed(name string, late bool) string {
	if late {
		return "tachado " + name + " (elegido antes)"
	}
	return "tachado " + name
}

// TurnTook reports that the applicant has a place.
func TurnTook(name string) string { return "usted tomó " + name }

// TurnAfterMine reports whose turn it is once the applicant's own is over, and
// what came of that.
func TurnAfterMine(turn int, took bool) string {
	text := "usted no eligió"
	if took {
		text = "usted ya tiene plaza"
	}
	if turn == 0 { // the act has ended, or was not followed
		return text
	}
	return "van por el puesto " + Thousands(turn) + " · " + text
}

// TurnReleased reports that a seat is free again.
func TurnReleased(name string) string { return "liberado " + name }

// TurnPicked reports whose turn it is.
func TurnPicked(n int) string { return "van por el puesto " + Thousands(n) }

// TurnBack adds to an act that the turn goes back.
func TurnBack(act string, from int) string {
	return fmt.Sprintf("%s (retrocede: iban por el %s)", act, Thousands(from))
}

// TurnOverAsk asks whose turn has gone by what came of it.
const TurnOverAsk = "¿Tomó una plaza, o no eligió? Regístrelo."

// TurnOverNote takes the place of what to ask for when the turn has gone by.
func TurnOverNote(rank, turn int) string {
	return fmt.Sprintf("Su puesto es el %s y van por el %s: su turno ya pasó. Si no es así, corrija por qué puesto van, o deshaga el último acto.",
		Thousands(rank), Thousands(turn))
}

// TurnAgainRefused reports what beginning anew would lose.
func TurnAgainRefused(acts, turn, told int) string {
	return fmt.Sprintf("ya hay un acto de esta línea: %s, van por el puesto %s, %s; empezar otra vez lo deja todo libre. Para eso, agregue --de-nuevo",
		counted(acts, "acto registrado", "actos registrados"), Thousands(turn), counted(told, "cupo tachado", "cupos tachados"))
}

// TurnPassed reports that some took nothing.
func TurnPassed(n int) string {
	if n == 1 {
		return "uno pasó sin elegir"
	}
	return Thousands(n) + " pasaron sin elegir"
}

// TurnImported reports what a list crossed out.
func TurnImported(source string, seats, plazas int) string {
	return fmt.Sprintf("%s: %s en %s", source, counted(seats, "cupo tomado", "cupos tomados"), counted(plazas, "plaza", "plazas"))
}

// TurnTimerSet reports what the timer was set to.
func TurnTimerSet(seconds, calls int) string {
	return fmt.Sprintf("reloj: %s y %s", counted(seconds, "segundo", "segundos"), counted(calls, "llamado", "llamados"))
}

// TurnUnreadable reports that acts in the log make no sense.
func TurnUnreadable(n int) string {
	return fmt.Sprintf("registro del turno: %s no se %s; revise qué falta tachar", counted(n, "acto", "actos"), plural(n, "entiende", "entienden"))
}

// TurnReplayRefused reports that acts of the log no longer fit the offer.
func TurnReplayRefused(n int) string {
	return fmt.Sprintf("registro del turno: %s ya no %s con la oferta cargada y no se %s; revise", counted(n, "acto", "actos"),
		plural(n, "concuerda", "concuerdan"), plural(n, "contó", "contaron"))
}

// TurnStray reports which seats, by RENIPRESS, are crossed out although the loaded
// list does not have them; "" for none.
func TurnStray(seats map[string]int) string {
	if len(seats) == 0 {
		return ""
	}
	const shown = 5
	total := 0
	var codes []string
	for i, code := range slices.Sorted(maps.Keys(seats)) {
		total += seats[code]
		switch {
		case i == shown:
			codes = append(codes, "…")
		case i < shown && seats[code] > 1:
			codes = append(codes, fmt.Sprintf("%s (%d)", code, seats[code]))
		case i < shown:
			codes = append(codes, code)
		}
	}
	return fmt.Sprintf("la lista cargada no tiene %s que usted tachó (%s): %s, y el turno no cambia. Si la lista no es la correcta, deshaga la importación",
		counted(total, "cupo", "cupos"), strings.Join(codes, ", "), plural(total, "sigue tachado", "siguen tachados"))
}

// TurnRestored reports what was found in the log: acts counts as TurnActs does,
// undone are those of them that do not count in the act.
func TurnRestored(acts, undone int, line data.Line, last time.Time) string {
	text := fmt.Sprintf("restaurado: %s de %s %s %s", counted(acts, "acto", "actos"), line.Process, line.Profession, line.Modality)
	if undone > 0 {
		text += fmt.Sprintf(" (%s)", counted(undone, "deshecho", "deshechos"))
	}
	if !last.IsZero() {
		text += ", " + last.Format("02/01 15:04")
	}
	return text
}

// Why an act cannot be: the keys that TurnRefused puts into words.
const (
	TurnNotStarted    = "not_started"
	TurnOtherLine     = "other_line"
	TurnNoSuchPlaza   = "no_such_plaza"
	TurnNoSeatLeft    = "no_seat_left"
	TurnNothingGone   = "nothing_gone"
	TurnOnlyMine      = "only_mine"
	TurnBadNumber     = "bad_number"
	TurnNothingToUndo = "nothing_to_undo"
	TurnNothingToRedo = "nothing_to_redo"
	TurnUnknownKind   = "unknown_kind"
)

// TurnRefused reports why an act cannot be, by one of the keys above.
func TurnRefused(reason, name string) string {
	switch reason {
	case TurnNotStarted:
		return "El acto no ha empezado: diga primero por qué puesto van (S, o «serums turno empezar»)."
	case TurnOtherLine:
		return "El acto es de otra profesión, modalidad o proceso."
	case TurnNoSuchPlaza:
		return fmt.Sprintf("La oferta de esta línea no tiene la plaza %s.", name)
	case TurnNoSeatLeft:
		return fmt.Sprintf("Todos los cupos de %s ya están tachados.", name)
	case TurnNothingGone:
		return fmt.Sprintf("Ningún cupo de %s está tachado.", name)
	case TurnOnlyMine:
		return fmt.Sprintf("El cupo tachado de %s es el suyo: deshaga, o diga que no eligió.", name)
	case TurnBadNumber:
		return "Ese número no puede ser: escriba uno desde 1, sin cifras de más."
	case TurnNothingToUndo:
		return NothingToUndo
	case TurnNothingToRedo:
		return NothingToRedo
	}
	return "Ese acto no se entiende."
}

// TurnUndone reports what was taken back.
func TurnUndone(act string) string { return "Deshecho: " + act + "." }

// TurnAge reports how long ago an act was recorded, and when: the day too where it
// was not today.
func TurnAge(ago time.Duration, at, now time.Time) string {
	when := at.Format("15:04")
	if at.Format(time.DateOnly) != now.Format(time.DateOnly) {
		when = at.Format("02/01/2006 15:04")
	}
	var text string
	switch {
	case ago < time.Hour:
		text = counted(int(ago.Minutes()), "minuto", "minutos")
	case ago < 24*time.Hour:
		text = counted(int(ago.Hours()), "hora", "horas")
	default:
		text = counted(int(ago.Hours()/24), "día", "días")
	}
	return fmt.Sprintf("de hace %s, %s", text, when)
}

// TurnUndoQuestion asks before an act of long ago is taken back.
func TurnUndoQuestion(act, age string) string {
	return fmt.Sprintf("Lo último que está registrado es %s: %s. ¿Deshacerlo?", age, act)
}

// TurnRedone reports what stands again.
func TurnRedone(act string) string { return "Rehecho: " + act + "." }

// TurnExportHeading heads the log as a table.
func TurnExportHeading() []string {
	return []string{"n", "hora", "acto", "renipress", "establecimiento", "puesto", "mi_puesto", "cantidad", "antes", "origen", "hasta_puesto", "deshecho", "detalle"}
}

// NotTimer refuses a word that is no number of seconds or calls.
func NotTimer(word string, most int) string {
	return fmt.Sprintf("«%s» no es un número de 1 a %s", Shortened(word), Thousands(most))
}

// TurnDone confirms an act that is on the disk.
func TurnDone(act string) string { return "Registrado: " + act + "." }

// TurnWhoTook refuses to cross out a seat by command while it is the
// applicant's own turn: nobody else takes one then.
func TurnWhoTook(name string) string {
	return fmt.Sprintf("es su turno: si usted tomó %s, «serums turno tomar» con su RENIPRESS; si la tomó otra persona antes, agregue --antes", name)
}

// TurnWhichLine asks for the line of the act.
func TurnWhichLine(acts int) string {
	if acts == 0 {
		return "¿de qué línea es el acto? Dé --profesion y --modalidad (y --proceso si no es el último)"
	}
	return fmt.Sprintf("hay %s: diga cuál con --profesion y --modalidad", counted(acts, "acto empezado", "actos empezados"))
}

// TurnNoPlazaLike reports that letters name no plaza that can be meant.
func TurnNoPlazaLike(word string) string {
	return fmt.Sprintf("ninguna plaza de la línea que se pueda tachar o liberar tiene «%s»; revise las letras o dé su RENIPRESS", word)
}

// TurnWhichPlaza lists the plazas that letters may mean.
func TurnWhichPlaza(word string, n int, options []string) string {
	more := ""
	if n > len(options) {
		more = fmt.Sprintf(" y %s más", Thousands(n-len(options)))
	}
	return fmt.Sprintf("«%s» puede ser %s%s: dé el RENIPRESS", word, strings.Join(options, ", "), more)
}

// TurnLeftOut reports that rows of a list name no plaza of the line.
func TurnLeftOut(n int) string {
	return fmt.Sprintf("%s sin plaza reconocible de la línea: no se %s en cuenta", counted(n, "renglón", "renglones"), plural(n, "tomó", "tomaron"))
}
