package texts

import (
	"fmt"

	"brujula/data"
)

// Act is an act of adjudication under way, as the screens and commands that
// follow it tell of it.
type Act struct {
	Turn   int // the rank whose turn it is
	Told   int // seats crossed out
	Known  bool
	Ahead  int // people before me, where my rank is known
	Over   bool
	Took   bool // I have said that I took a place
	Passed bool // or that I took none
}

// now reports whose turn it is, and where the applicant stands.
func (a Act) now() string {
	if a.Took || a.Passed {
		return TurnAfterMine(a.Turn, a.Took)
	}
	return TurnNow(a.Turn, a.Ahead, a.Over, a.Known)
}

// String states it in few words.
func (a Act) String() string {
	return fmt.Sprintf("con el acto en curso: %s · %s", a.now(), counted(a.Told, "cupo tachado", "cupos tachados"))
}

// Short states it where there is little room.
func (a Act) Short() string { return "con el acto en curso: van por el puesto " + Thousands(a.Turn) }

// Shortest is for a line of many things.
func (a Act) Shortest() string { return "van por el " + Thousands(a.Turn) }

// FollowedAct says that the chances of a modality follow the act.
func FollowedAct(m data.Modality, a Act) string {
	return fmt.Sprintf("%s, %s. Las probabilidades lo siguen.", Capital(string(m)), a)
}

// CardAct labels the act on the card of a plaza.
const CardAct = "Acto"

// FlagFollow explains --turno.
const FlagFollow = "seguir el acto en curso de «serums turno»: cupos tachados y por qué puesto van; sin --puesto, desde el puesto del acto"

// ActNotFollowed warns that figures are from before the act.
func ActNotFollowed(m data.Modality, turn int) string {
	return fmt.Sprintf("hay un acto en curso de %s (van por el puesto %s) y estas cifras son de antes de empezar: con --turno lo siguen", m, Thousands(turn))
}

// NoActToFollow refuses --turno where no act is under way.
func NoActToFollow(process data.Process, profession string) string {
	return fmt.Sprintf("no hay acto en curso de %s %s que seguir: quite --turno, o empiécelo con «serums turno empezar»", process, profession)
}

// FollowNeedsLine refuses --turno where the line is left open.
const FollowNeedsLine = "--turno se refiere a una sola línea: diga --profesion y --modalidad (y --proceso si no es el último)"
