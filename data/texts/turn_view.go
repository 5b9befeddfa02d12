package texts

import (
	"fmt"
	"math"
	"strings"

	"brujula/data"
)

// TurnNow reports whose turn it is, and how many stand before mine.
func TurnNow(turn, ahead int, over, known bool) string {
	text := "van por el puesto " + Thousands(turn)
	switch {
	case !known:
		return text
	case over:
		return text + " · su turno ya pasó"
	case ahead == 0:
		return text + " · ES SU TURNO"
	}
	return text + fmt.Sprintf(" · %s %s antes de usted", plural(ahead, "falta", "faltan"), Thousands(ahead))
}

// TurnGone reports how many seats are gone, how many of them known by name.
func TurnGone(gone float64, told, seats int) string {
	return fmt.Sprintf("cupos idos: %s de %s (%s)", Thousands(int(math.Round(gone))), Thousands(seats), counted(told, "tachado", "tachados"))
}

// TurnMine reports how many seats will be gone at my turn.
func TurnMine(mine float64, seats int) string {
	return "a su turno " + goneOf(int(math.Round(mine)), "o", counted(seats, "cupo", "cupos"))
}

// TurnAsk heads the plazas to ask for, from 0: at my turn it says to do so.
func TurnAsk(at int, mine bool) string {
	switch {
	case at > 0:
		return TurnElseNth(at)
	case mine:
		return TurnAskFor
	}
	return "Por ahora pediría"
}

// TurnMyPlace reports which place the applicant took; where a part of it is not
// known it is left out.
func TurnMyPlace(name, district, province, region string) string {
	return "Su plaza: " + TurnPlaceOf(name, Where(district, province, region))
}

// TurnMyPlaceGone adds to a code that no loaded offer has it.
const TurnMyPlaceGone = "La oferta cargada ya no tiene esa plaza; el registro la conserva."

// TurnAfterPlace reports what a place means for what is left of the process.
func TurnAfterPlace(m data.Modality) string {
	if m == data.Remunerada {
		return "Con plaza remunerada no necesita plan para la fase equivalente."
	}
	return "Con esta plaza ya no elige otra."
}

// TurnAfterNone reports what is left to who took nothing: lines counts those of
// the plan for the equivalente phase.
func TurnAfterNone(m data.Modality, lines int) string {
	switch {
	case m != data.Remunerada:
		return "En este proceso no queda otra fase."
	case lines == 0:
		return "Sigue la fase equivalente, para quienes salgan en su lista de aptos. Su plan no tiene todavía plazas equivalentes."
	}
	return fmt.Sprintf("Sigue la fase equivalente, para quienes salgan en su lista de aptos: su plan tiene %s.",
		counted(lines, "plaza equivalente", "plazas equivalentes"))
}

const (
	// TurnNoneTaken says that the applicant was called and took nothing.
	TurnNoneTaken = "Le tocó a usted y no eligió plaza."
	// TurnDeclineQuestion asks before that is recorded.
	TurnDeclineQuestion = "¿Le tocó a usted y no eligió ninguna plaza? Se puede deshacer."
	// TurnOutside marks a plaza that is not in the plan.
	TurnOutside = "fuera de su plan"
)

// TurnPlace marks the line of the plan.
func TurnPlace(n int) string { return fmt.Sprintf("línea %d de su plan", n) }

// TurnPlanLeft reports how much of the plan is left.
func TurnPlanLeft(free, total int) string {
	switch {
	case total == 0:
		return "su plan no tiene plazas de esta línea"
	case free == 0:
		return "de su plan no queda ninguna: " + plural(total, "su línea está tachada", "sus "+Thousands(total)+" líneas están tachadas")
	}
	return fmt.Sprintf("de su plan: %s de %s sin tachar", Thousands(free), Thousands(total))
}

// TurnNothingText states the chance to end with nothing of a plan of which
// lines are left; both chances lie between 0 and 1.
func TurnNothingText(independent, bound float64) string {
	const what, sure = "quedarse sin ninguna de su plan: ", 0.99
	switch {
	case independent > sure:
		return what + "casi seguro, " + Percent(independent)
	case bound > sure:
		return what + Percent(independent) + "; en el peor caso, casi seguro"
	}
	return what + Percent(independent) + "; en el peor caso, " + TimesOf(bound)
}

// TimesOf writes a chance as times out of a whole number of them, for who reads no
// percentages: "1 de cada 11 veces".
func TimesOf(chance float64) string {
	switch {
	case chance < 0.005:
		return "menos de 1 de cada 200 veces"
	case chance < 0.4:
		return fmt.Sprintf("1 de cada %d veces", int(math.Round(1/chance)))
	case chance < 0.95: // a share of half and more reads in tenths
		return fmt.Sprintf("%d de cada 10 veces", int(math.Round(chance*10)))
	}
	return "casi siempre"
}

// TurnRoadStop reports up to which rank a line of the plan is as likely free as gone.
func TurnRoadStop(place, until int, end bool) string {
	switch {
	case until == 0:
		return fmt.Sprintf("la %d suele haberse ido ya", place)
	case end:
		return fmt.Sprintf("la %d suele sobrar", place)
	}
	return fmt.Sprintf("la %d, hasta el %s", place, Thousands(until))
}

// TurnRoadText reports how far the lines of the plan last.
func TurnRoadText(stops []string) string {
	return "Hasta qué turno suele alcanzar cada línea de su plan: " + strings.Join(stops, "; ") + "."
}

// Words of what can be asked for.
const (
	TurnTaken    = "tachada"
	TurnNoChance = "sin estimar"
	// TurnTakenText is the same where there is room to say why.
	TurnTakenText = "tachada en Mi turno: sin cupos"
	// TurnMineText says so of the plaza that the applicant took.
	TurnMineText = "es su plaza: usted la tomó"
)

// TurnNoneLeft tells that nothing is likely any more.
const TurnNoneLeft = "Ninguna plaza es probable a su turno: de toda su línea, lo que sigue es lo que más opciones tiene."

// TurnExhausted reports that nothing will be left.
func TurnExhausted(m data.Modality) string {
	return fmt.Sprintf("A su turno no quedaría plaza %s: prepare la modalidad %s.", m, m.Other())
}

// TurnOfficial returns the steps of the official screen for a plaza, in its order.
func TurnOfficial(p *data.Plaza) [][2]string {
	steps := [][2]string{
		{FieldDiresa, p.Diresa},
		{FieldInstitution, p.Institution},
		{"Provincia", p.Province},
		{"Distrito", p.District},
		{"Establecimiento", p.Renipress + " " + p.Establishment},
	}
	for i := range steps {
		if strings.TrimSpace(steps[i][1]) == "" {
			steps[i][1] = "–"
		}
	}
	return steps
}

// Words of the turno commands.
const (
	TurnShort = "El acto de adjudicación en vivo: tachar cupos y ver qué pedir"
	TurnLong  = "El acto de adjudicación en vivo. Cada acto queda en el registro de su línea, en disco, antes de darse por hecho; " +
		"el planificador (Mi turno) usa el mismo. Sin --profesion ni --modalidad se usa el único acto empezado."
	TurnExample = "  serums turno empezar --profesion medicina --modalidad remunerada --puesto 812 --van 341\n" +
		"  serums turno tachar 00001234\n  serums turno ver --json"
	TurnStartShort   = "Empezar el acto: por qué puesto van y cuál es el suyo"
	TurnCrossShort   = "Tachar un cupo: lo tomó quien estaba en turno"
	TurnTakeShort    = "Registrar la plaza que tomé"
	TurnDeclineShort = "Registrar que me llamaron y no elegí"
	TurnReleaseShort = "Liberar un cupo tachado; el turno no cambia"
	TurnPickShort    = "Van por el puesto N"
	TurnCallShort    = "Anotar un llamado a quien está en turno"
	TurnTimerShort   = "Cambiar cuántos segundos dura un llamado y cuántos hay"
	TurnPassShort    = "Los N siguientes (uno, si no se dice) pasan sin elegir"
	TurnUndoShort    = "Deshacer el último acto"
	TurnRedoShort    = "Rehacer lo deshecho"
	TurnImportShort  = "Tachar los cupos de una lista parcial de adjudicados"
	TurnEndShort     = "Terminar el acto: el registro queda, y las probabilidades vuelven a ser las de antes de empezar"
	TurnExportShort  = "Exportar el registro en CSV o JSON"
	TurnSeeShort     = "Ver por quién van, cuántos faltan y qué pedir"
	TurnInDemo       = "los datos de demostración no tienen registro del turno: quite --demo"
	PurposeTurn      = "turno"
	FlagTurnMine     = "mi `puesto` en esta línea"
	FlagTurnNow      = "el `puesto` por el que van"
	FlagTurnAgain    = "empezar otra vez aunque ya haya un acto: todo queda libre"
	FlagTurnLate     = "el cupo se eligió antes: el turno no avanza"
	FlagTurnFormat   = "`csv` o json; si no se da, por la extensión del archivo"
)
