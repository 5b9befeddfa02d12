package texts

import (
	"fmt"
	"strings"

	"brujula/data"
)

// What is told of an act that is kept as a past process.
const (
	ActPastShort    = "Guardar un acto terminado como lista pasada, de la que se aprende; el acto se da por terminado"
	ActPastNothing  = "Aún no se ha tachado ninguna plaza: no hay nada que guardar."
	ActPastNone     = "Este acto no está guardado como proceso pasado."
	ActPastNoneHere = "Esta lista no viene de un acto suyo."
	ActPastRemoved  = "Se quitó el acto de los procesos pasados. Su bitácora sigue en Mi turno."
	ActPastUnsaved  = "Hay actos que aún no están en el disco: guárdelos primero."
	FlagActPastTake = "quitar de los procesos pasados el acto guardado"
)

// ActFile names the list that comes from the act of a line, where others have the
// name of their file.
func ActFile(line data.Line) string {
	return fmt.Sprintf("acto de %s, %s %s", line.Profession, line.Process, line.Modality)
}

// ActOfficialLoaded says why an act is not kept as a past process.
func ActOfficialLoaded(profession string, process data.Process, m data.Modality) string {
	return fmt.Sprintf("Ya está cargada la lista de adjudicados %s %s, con %s: vale más que el acto y no se cuentan las dos.", process, m, profession)
}

// FollowedExact reports how much of an act is known in its order.
func FollowedExact(f *data.Followed) string {
	switch {
	case f.Whole:
		return "completo y en orden"
	case f.Exact == 0:
		return "parcial: sin orden seguro"
	}
	return "parcial: en orden hasta el puesto " + Thousands(f.Exact)
}

// FollowedGaps reports what an act lacks; "" for nothing.
func FollowedGaps(f *data.Followed) string {
	var lacks []string
	if f.Unseen > 0 {
		lacks = append(lacks, counted(f.Unseen, "turno sin ver", "turnos sin ver"))
	}
	if f.Unordered > 0 {
		lacks = append(lacks, counted(f.Unordered, "plaza tachada sin su turno", "plazas tachadas sin su turno"))
	}
	return strings.Join(lacks, ", ")
}

// FollowedUse reports what the model takes of an act.
func FollowedUse(f *data.Followed) string {
	switch {
	case f.Whole:
		return "Se aprende de todo él."
	case f.Exact == 0:
		return "De su orden no se aprende nada; dice qué se tomó."
	}
	return fmt.Sprintf("Se aprende de lo que pasó hasta el puesto %s; lo demás solo dice qué se tomó.", Thousands(f.Exact))
}

// ActPastQuestion asks before an act is kept; going tells that it is under way.
func ActPastQuestion(info *data.ListInfo, going bool) string {
	text := "¿Guardar el acto como proceso pasado? " + Capital(actPastCounts(info)) + "."
	if going {
		text = "¿Dar el acto por terminado y guardarlo como proceso pasado? " + Capital(actPastCounts(info)) + "."
	}
	return text
}

// ActPastDone reports that an act is kept, how much of it is known and what comes of
// it.
func ActPastDone(info *data.ListInfo) string {
	return fmt.Sprintf("Guardado como proceso pasado: %s. %s Está en Fuentes; si importa la lista oficial, la reemplaza.",
		actPastCounts(info), FollowedUse(&info.Followed[0]))
}

func actPastCounts(info *data.ListInfo) string {
	f := &info.Followed[0]
	parts := []string{counted(info.Seats, "plaza", "plazas")}
	if info.Passed > 0 {
		parts = append(parts, counted(info.Passed, "que no eligió", "que no eligieron"))
	}
	parts = append(parts, FollowedExact(f))
	if gaps := FollowedGaps(f); gaps != "" {
		parts = append(parts, gaps)
	}
	return strings.Join(parts, ", ")
}

// FollowedWord marks a list that comes from acts which the user followed.
const FollowedWord = "acto"

// FollowedShort reports how much is known of the acts that a list comes from.
func FollowedShort(acts []data.Followed) string {
	if len(acts) == 1 {
		return "su acto, " + FollowedExact(&acts[0])
	}
	return "de sus actos, " + counted(len(acts), "profesión", "profesiones")
}

// FollowedLine describes one act in a list: how much is known, what is missing and
// what is learnt from it.
func FollowedLine(f *data.Followed) string {
	parts := []string{FollowedExact(f)}
	if gaps := FollowedGaps(f); gaps != "" {
		parts = append(parts, gaps)
	}
	return fmt.Sprintf("Acto de %s: %s. %s", f.Profession, strings.Join(parts, ", "), FollowedUse(f))
}

// FollowedRemove says how a kept act goes.
func FollowedRemove(key string) string {
	return key + " lo quita; la lista oficial, al importarla, lo reemplaza."
}

// ActRemoveQuestion asks before a kept act is taken out.
func ActRemoveQuestion(line data.Line) string {
	return fmt.Sprintf("¿Quitar de los procesos pasados el %s? Su bitácora sigue en Mi turno.", ActFile(line))
}

// FollowedReplaced reports that a list takes the place of acts; "" where it does not.
func FollowedReplaced(acts []data.Followed) string {
	if len(acts) == 0 {
		return ""
	}
	names := data.Map(acts, func(one data.Followed) string { return one.Profession })
	return fmt.Sprintf("Reemplaza lo que usted guardó del acto de %s: no se cuentan los dos.", strings.Join(names, ", "))
}
