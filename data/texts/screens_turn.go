package texts

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"brujula/data"
)

// Words of Mi turno.
const (
	TurnNotReady     = "Se está leyendo el registro del turno; repita en un momento."
	TurnNoProfile    = "Diga primero su profesión, modalidad y orden de mérito (P, mi perfil)."
	TurnNoLine       = "La oferta cargada no tiene plazas de su línea: importe la oferta o corrija su perfil (P)."
	TurnReading      = "Leyendo el registro…"
	TurnYours        = "ES SU TURNO"
	TurnOver         = "SU TURNO YA PASÓ"
	TurnAskFor       = "Pida esta"
	TurnElse         = "Si no está"
	TurnElseAhead    = "Si no está, en este orden"
	TurnPlanTitle    = "Su plan en esta línea"
	TurnLogTitle     = "Registro"
	TurnAccountTitle = "Cuentas"
	TurnLabelTurn    = "van por el"
	TurnLabelAhead   = "faltan"
	TurnLabelTime    = "tiempo"
	TurnUndoneMark   = "deshecho"
	TurnUnsaved      = "SIN REGISTRAR"
	TurnNothing      = "No queda ninguna plaza que pedir en esta línea."
	TurnPlanEmpty    = "Su plan no tiene plazas de esta línea. " + turnElsewhere
	TurnPlanKeys     = " ★ en Explorar arma el plan."
	TurnPlanGone     = "De su plan no queda ninguna. " + turnElsewhere
	TurnCrossTitle   = "Tachar un cupo"
	TurnFreeTitle    = "Liberar un cupo"
	TurnPasteTitle   = "Lista de adjudicados"
	TurnPasteLabel   = "Renglones o archivo: "
	TurnCrossKeys    = "enter: la tomó quien está en turno (avanza) · tab: elegida antes (no avanza) · ↑ ↓ · esc"
	TurnFreeKeys     = "enter libera un cupo · ↑ ↓ · esc"
	TurnPasteKeys    = "Pegue aquí los renglones (Ctrl+Mayús+V), o escriba el nombre de un archivo CSV, XLSX o PDF y pulse enter."
	TurnPasteNote    = "De lo pegado solo se buscan códigos RENIPRESS de su línea; nada más se lee ni se guarda. Cada renglón es un cupo."
	TurnTakeTitle    = "¿Qué plaza tomó usted?"
	TurnTakeKeys     = "unas letras y enter: es mi plaza · ↑ ↓ · esc"
	TurnCrossMine    = "es su turno: enter pregunta si la tomó usted · tab: elegida antes por otra persona · ↑ ↓ · esc"
	TurnTakeYes      = "sí, es mi plaza"
	TurnWhoOther     = "no: otra persona la tomó antes"
	TurnNothingShown = "Ahora no hay ninguna plaza que mostrar aquí."
	PlanYours        = "suya" // as wide as a chance, in the column of those
	TurnYoursShort   = "su plaza"
	TurnMineTitle    = "Su plaza"
	TurnNoneTitle    = "No eligió"
	TurnNoneGone     = "No hay nada tachado."
	TurnNoMatch      = "Ninguna plaza de su línea tiene esas letras."
	TurnSimilar      = "parecidas"
	TurnAskN         = "Van por el puesto: "
	TurnAskStart     = "¿Por qué puesto van? (1 si recién empieza): "
	TurnAskTimer     = "Segundos y llamados: "
	TurnAskFile      = "Exportar el registro a (.csv o .json): "
	TurnTimeUp       = "TIEMPO"
	TurnFileKinds    = "el registro se exporta a .csv o .json"
	TurnNoPasted     = "En lo pegado no hay ningún código RENIPRESS de plazas de su línea."
	TurnFoundGone    = "La lista cambió y esa plaza ya no está: busque otra vez (x)."
	TurnOtherList    = "Esa lista se leyó para otra línea: no se tachó nada. Impórtela otra vez (I)."
	TurnNothingNew   = "la lista no tiene cupos de su línea"
	TurnTimerOff     = "Cronómetro detenido."
	TurnNobodyLeft   = "no hay acto: S lo empieza"
	TurnKeySet       = "ajustar el cronómetro"
)

// turnElsewhere says what a proposal outside the plan is based on.
const turnElsewhere = "Se propone, de toda su línea y sin mirar los filtros de Explorar, lo que más puntos da entre lo que aún puede alcanzar."

// WhereTheActIs follows what is told of an act outside Mi turno.
const WhereTheActIs = " (4: Mi turno)"

// TurnElseMore reports how many further plazas had no room.
func TurnElseMore(n int) string { return fmt.Sprintf("y %d más de su plan", n) }

// Words of the line of applicants.
const (
	TurnRoadLabel = "La línea"
	TurnRoadPlan  = "Su plan"
	TurnRoadStops = "arriba: hasta qué puesto suele alcanzar cada línea de su plan"
)

// TurnRoadMine names my place in the line, TurnRoadTurn the one whose turn it is.
func TurnRoadMine(rank int) string { return "usted " + Thousands(rank) }

// TurnRoadTurn names the place of the one whose turn it is.
func TurnRoadTurn(rank int) string { return "van por el " + Thousands(rank) }

// Capital writes the first letter large, as a sentence begins; what begins with
// no letter stays as it is.
func Capital(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	if r == utf8.RuneError {
		return text
	}
	return string(unicode.ToUpper(r)) + text[size:]
}

// TurnOnlyDemo reports that an act counts but is not written.
func TurnOnlyDemo(act string) string { return "Demostración, sin disco: " + act + "." }

// TurnNotSaved reports loudly that acts are not on the disk.
func TurnNotSaved(n int, why string) string {
	return fmt.Sprintf("%s SIN REGISTRAR: %s. Se ve en pantalla y el programa lo intentará otra vez por sí solo.", counted(n, "acto", "actos"), why)
}

// TurnLeftUnsaved reports that acts of a line that was left are not on the disk.
func TurnLeftUnsaved(n int, line data.Line, why string) string {
	return fmt.Sprintf("%s de %s %s SIN REGISTRAR: %s. El programa lo intentará otra vez por sí solo.",
		counted(n, "acto", "actos"), line.Profession, line.Modality, why)
}

// TurnUnsavedActs reports how many acts would be lost.
func TurnUnsavedActs(n int) string {
	return fmt.Sprintf("%s de Mi turno SIN REGISTRAR en el disco.", counted(n, "acto", "actos"))
}

// TurnBanner is the standing warning that acts are not on the disk.
func TurnBanner(n int, why string) string {
	return fmt.Sprintf("%s SIN REGISTRAR EN DISCO: anótelos a mano. %s", counted(n, "ACTO", "ACTOS"), why)
}

// TurnWho says before the act begins where the applicant stands, as far as the
// screen does not show it by itself; looked is the rank from which the chances are
// seen, where that is not the applicant's own. It is empty where all is as it
// should be.
func TurnWho(mine, looked int) string {
	switch {
	case mine == 0 && looked == 0:
		return "Su orden de mérito no está en el perfil (P): sin él no hay cuenta ni probabilidades."
	case looked == 0 || looked == mine:
		return ""
	}
	look := fmt.Sprintf("Lo que sigue se mira desde el %s, simulado (esc vuelve).", Thousands(looked))
	if mine == 0 {
		return "Su orden de mérito no está en el perfil (P). " + look
	}
	return fmt.Sprintf("Su puesto en esta línea: %s. ", Thousands(mine)) + look
}

// TurnIntro explains the screen before the act begins; it names the keys that do it.
func TurnIntro(start, cross, pick, pass, timer, list, undo string) []string {
	return []string{
		"Aquí se sigue el acto de adjudicación en vivo. Cada acto queda en disco antes de darse por hecho y se recupera aunque se apague la máquina.",
		fmt.Sprintf("%s empieza · %s y unas letras tacha un cupo · %s «van por el puesto N» · %s alguien pasa · %s cronómetro · %s lista de adjudicados · %s deshace.",
			start, cross, pick, pass, timer, list, undo),
	}
}

// TurnPlaceOf names a plaza with where it is; what is not known is left out.
func TurnPlaceOf(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")
}

// TurnTakeQuestion asks whether a plaza is the one that the applicant took;
// before is what they have said already, "" for nothing.
func TurnTakeQuestion(place, before string) string {
	text := fmt.Sprintf("¿Usted tomó %s? Queda en el registro como su plaza; u lo deshace.", place)
	if before != "" {
		text = before + ". " + text
	}
	return text
}

// TurnMineKeys says what else there is to do once the place is taken, with the keys
// that do it.
func TurnMineKeys(cross, pick, end string) string {
	return fmt.Sprintf("Si quiere, siga el acto (%s, %s) o termínelo («%s»): su plaza queda en el registro.", cross, pick, end)
}

// TurnOverKeys says what to press once the own turn is over, to tell how it went.
func TurnOverKeys(took, none string) string {
	return fmt.Sprintf("%s: qué plaza tomó · %s: no eligió.", took, none)
}

// TurnNoneKeys says what who took nothing may press now; phase is the key of the
// other modality.
func TurnNoneKeys(remunerada bool, phase, took, undo string) string {
	text := took + ": sí tomé una plaza · " + undo + " deshace"
	if remunerada {
		return phase + ": seguir en la fase equivalente · " + text
	}
	return text
}

// TurnWhoQuestion asks, at the applicant's own turn, who took a seat.
func TurnWhoQuestion(place string) string {
	return fmt.Sprintf("Es su turno. ¿Usted tomó %s?", place)
}

// TurnOtherPhase asks before the profile goes over to the other modality.
func TurnOtherPhase(to data.Modality) string {
	return fmt.Sprintf("¿Seguir en la modalidad %s? Su perfil, las probabilidades y este acto serán los de esa línea; o vuelve a la de ahora.", to)
}

// TurnNowKeys are the keys of the applicant's own turn.
type TurnNowKeys struct{ Clock, Take, Cross, Decline string }

// Hint says what to press for a call; n is its number, 0 when all are over.
func (k TurnNowKeys) Hint(n int, clock string) string {
	now := fmt.Sprintf("%s: la tomé · %s: ya no está", k.Take, k.Cross)
	switch n {
	case 0:
		return fmt.Sprintf("ya no quedan llamados: %s si no eligió", k.Decline)
	case 1:
		return k.Clock + ": corre el reloj, " + clock + " · " + now
	}
	return fmt.Sprintf("%s: llamado %d · %s", k.Clock, n, now)
}

// TurnDerived tells that the rank in equivalente was worked out.
const TurnDerived = "Puesto en equivalente calculado, no publicado: cuando salga la lista de aptos, póngalo en su perfil (P)."

// TurnAgain asks before an act is begun anew.
func TurnAgain(acts int) string {
	return fmt.Sprintf("Ya hay un acto con %s. ¿Empezar de nuevo, con todo libre? Se puede deshacer con u.", counted(acts, "acto registrado", "actos registrados"))
}

// TurnEndQuestion asks before an act is ended.
func TurnEndQuestion(told int) string {
	return fmt.Sprintf("¿Terminar el acto (%s)? El registro queda y las probabilidades vuelven a ser las de antes. Se puede deshacer con u.",
		counted(told, "cupo tachado", "cupos tachados"))
}

// TurnActs counts what is in the log.
func TurnActs(n int, stored bool) string {
	if !stored {
		return counted(n, "acto", "actos") + ", sin disco"
	}
	return counted(n, "acto registrado", "actos registrados")
}

// TurnSaving reports how many acts are on their way to the disk.
func TurnSaving(n int) string { return fmt.Sprintf(" +%d…", n) }

// TurnReported says in short what the timer stands on.
func TurnReported(seconds, calls int, certainty string, own bool) string {
	text := fmt.Sprintf("%d s, %s: ", seconds, counted(calls, "llamado", "llamados"))
	if own {
		return text + "puestos por usted («:reloj» cambia)"
	}
	return text + "reportado, " + certainty + " («:reloj» cambia)"
}

// TurnReportedBy names who reported the seconds and calls.
func TurnReportedBy(source string) string {
	return "Segundos y llamados: reportados por " + source + "."
}

// TurnCallOf reports which call is running.
func TurnCallOf(n, most int) string {
	if n == 0 {
		return fmt.Sprintf("hasta %s", counted(most, "llamado", "llamados"))
	}
	return fmt.Sprintf("llamado %d de %d", n, most)
}

// TurnClock writes seconds as minutes and seconds.
func TurnClock(seconds int) string { return fmt.Sprintf("%d:%02d", seconds/60, seconds%60) }

// TurnSeats reports how many seats of a plaza are left.
func TurnSeats(left, all int) string {
	if left == all {
		return counted(all, "cupo", "cupos")
	}
	return fmt.Sprintf("%d de %s", left, counted(all, "cupo", "cupos"))
}

// TurnChance states the chance at my turn, or that it is free now.
func TurnChance(letter string, chance float64, mine bool) string {
	text := letter + " " + Percent(chance)
	if mine {
		return text + " libre ahora"
	}
	return text + " libre a su turno"
}

// TurnMaybeGone warns that a plaza that is not crossed out may be gone, since
// more seats are gone than are crossed out: its chance says how likely.
const TurnMaybeGone = "No está tachada, pero faltan cupos por tachar: puede que ya no esté."

// TurnRoute is the way to a plaza on the official screen, on one line.
func TurnRoute(steps [][2]string) string {
	words := data.Map(steps, func(s [2]string) string { return s[1] })
	return strings.Join(words, " › ")
}

// TurnElseNth heads what to ask for when those before are gone.
func TurnElseNth(n int) string {
	if n == 1 {
		return TurnElse
	}
	return "Si tampoco"
}

// TurnFacts is what a plaza gives, on one line.
func TurnFacts(points, grade string, worst, risks, place int) string {
	parts := []string{TurnOutside}
	if place > 0 {
		parts[0] = TurnPlace(place)
	}
	if points != "–" {
		parts = append(parts, points+" puntos (reportado)")
	}
	parts = append(parts, grade)
	if risks > 0 {
		parts = append(parts, RiskMarked(worst, risks))
	}
	for i, part := range parts { // a line breaks between them alone
		parts[i] = strings.ReplaceAll(part, " ", "\u00a0")
	}
	return strings.Join(parts, " · ")
}

// TurnGathered asks before a list crosses out its seats.
func TurnGathered(seats, plazas, unknown, others, upTo int) string {
	text := fmt.Sprintf("La lista tiene %s en %s de su línea.", counted(seats, "cupo tomado", "cupos tomados"), counted(plazas, "plaza", "plazas"))
	if upTo > 0 {
		text += fmt.Sprintf(" Llega hasta el puesto %s.", Thousands(upTo))
	}
	if others > 0 {
		text += fmt.Sprintf(" %s de otras líneas se %s.", counted(others, "renglón", "renglones"), plural(others, "deja", "dejan"))
	}
	if unknown > 0 {
		text += fmt.Sprintf(" %s sin plaza reconocible se %s: revíselos.", counted(unknown, "renglón", "renglones"), plural(unknown, "deja", "dejan"))
	}
	return text + " ¿Tachar? Lo ya tachado no se cuenta dos veces."
}

// TurnExported reports where the log went.
func TurnExported(acts int, path string) string {
	return fmt.Sprintf("Registro del turno (%s) en %s", counted(acts, "acto", "actos"), path)
}

// TurnAskPlaceFile asks for the file of the applicant's own place, or of the log.
const TurnAskPlaceFile = "Su plaza a (.txt), o el registro a (.csv o .json): "

// TurnPlaceFile proposes a file for the applicant's own place.
func TurnPlaceFile(renipress string) string { return "mi-plaza-" + renipress + ".txt" }

// WrittenTo reports where something went.
func WrittenTo(what, path string) string { return what + ", en " + path }

// TurnExportName proposes a file.
func TurnExportName(process, profession, modality string) string {
	word := strings.ToLower(strings.ReplaceAll(profession, " ", "-"))
	return fmt.Sprintf("turno-%s-%s-%s.csv", strings.ToLower(process), word, modality)
}

// TurnBadStart and the like answer what is no number.
func TurnBadStart(text string) string {
	return fmt.Sprintf("escriba un puesto, o dos: por el que van y el suyo; no «%s»", text)
}

// TurnBadTimer answers what is no setting.
func TurnBadTimer(text string) string {
	return fmt.Sprintf("escriba segundos y llamados; no «%s»", text)
}
