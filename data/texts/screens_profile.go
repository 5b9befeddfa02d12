package texts

import (
	"fmt"

	"brujula/data"
)

// Labels of the profile form.
const (
	ProfileRank   = "Orden de mérito"
	ProfileRankEq = "Orden en equivalente"
	ProfilePasses = "Delante no elegirán"
)

// Words of the profile form.
const (
	ProfileIntro = "Diga quién es para ver qué plazas puede alcanzar. Solo se guarda en este equipo; ni nombre ni documento."
	// ProfileFirstIntro is for who has not said yet who they are.
	ProfileFirstIntro = WhatItIs + " Diga quién es: se guarda solo en este equipo, sin nombre ni documento."
	ProfileSaved      = "Perfil guardado."
	ProfileSavedDemo  = "perfil en uso hasta salir: con datos de demostración no se guarda"
	ProfileKept       = "No se guardó lo que escribió en su perfil: P vuelve a él."
	ProfileKeptHere   = "Aquí está lo que escribió y no guardó: ctrl+s lo guarda, esc lo descarta."
	ProfileDropped    = "Descartado: su perfil queda como estaba."
	ProfileKeyEnter   = "siguiente"
	ProfileKeyEsc     = "salir sin cambiar"
	KeySaveNow        = "guardar ya"
)

// What each field of the profile means, shown under it while it has the focus.
const (
	ProfileHelpProcess    = "El proceso en que va a elegir."
	ProfileHelpProfession = "Escriba unas letras y elija con ↑ ↓. Están las profesiones de las ofertas cargadas."
	ProfileHelpModality   = "La que mira primero. El plan puede llevar las dos: remunerada, y equivalente si no alcanza."
	ProfileHelpRank       = "Su lugar en el orden de mérito nacional de su profesión. Vacío: se ve todo, pero sin probabilidades."
	ProfileHelpRankEq     = "Su lugar en la lista de aptos para equivalente, si ya se publicó. Vacío: se deriva de su orden de mérito."
	ProfileHelpPasses     = "Opcional: cuántos delante de usted cree que no elegirán. Vacío: lo aprendido de listas pasadas, o lo usual (0.5 %)."
)

// ProfileReach reports how much would be within reach with the answers; likely is
// the figure as it is set off.
func ProfileReach(likely string, of, grade5 int) string {
	text := fmt.Sprintf("%s de %s a su alcance", likely, counted(of, "plaza", "plazas"))
	if grade5 > 0 {
		text += fmt.Sprintf(", %s de ellas GD-5", Thousands(grade5))
	}
	return text
}

// ProfileNoLine warns that the chosen line has no plazas in the loaded offers.
func ProfileNoLine(l data.Line) string {
	return fmt.Sprintf("guardado, pero ninguna oferta cargada de %s tiene plazas de %s %s", l.Process, l.Profession, l.Modality)
}

// ProfileUnstored reports that the profile counts until the program ends, and
// why it is not stored.
func ProfileUnstored(why string) string { return "perfil en uso hasta salir, sin guardar: " + why }

// Words of the ranks that one's own may be.
const (
	ProfileSpan     = "Orden entre (opcional)"
	ProfileHelpSpan = "Mientras no se publique su orden de mérito: entre qué puestos puede quedar, por ejemplo 640-870. Cada probabilidad dice entonces también de cuánto a cuánto va. Ctrl+O lo saca de su nota y su promedio."
	ProfileBadSpan  = "escriba dos puestos con un guion, el mejor primero: 640-870"
)

// ProfileSpanElsewhere reports that the rank is not among those that it may be.
func ProfileSpanElsewhere(rank int) string {
	return "su orden " + Thousands(rank) + " no está ahí: corrija uno de los dos, o borre el rango"
}

// CardSpan is the label of the chances over the ranks that may be one's own.
const CardSpan = "Según su orden"

// CardSpanText states them.
func CardSpanText(from, to int, lo, hi float64) string {
	return fmt.Sprintf("si queda entre %s y %s: %s", Thousands(from), Thousands(to), PlanRange(lo, hi))
}

// Words of the lookup of one's rank in a list.
const (
	KeyLookup          = "mi orden según una lista"
	KeyLookupShort     = "mi orden"
	TipLookup          = "Lee una lista de mérito o de notas (no la guarda) y propone su orden de mérito."
	KeyLookupGo        = "siguiente o buscar"
	KeyLookupTake      = "usar este orden"
	LookupIntro        = "Su orden de mérito según una lista oficial (CSV, XLSX o PDF) o una de notas de un proceso anterior. El archivo se lee y no se guarda; tampoco lo que busque en él. Sin archivo, un rango según las listas cargadas."
	LookupFile         = "Archivo de la lista"
	LookupMark         = "Mi nota"
	LookupAverage      = "Mi promedio"
	LookupNoFile       = "Para buscar un texto hace falta el archivo de la lista."
	LookupNothing      = "ninguna lista cargada de un proceso anterior trae puestos o notas de su profesión: dé el archivo de una lista"
	LookupText         = "o un texto de mi fila"
	LookupOf           = "Proceso de la lista"
	LookupBadMark      = "no es una nota: van de más de 0 a 20"
	LookupBadProcess   = "no es un proceso: escriba 2025-I o 2025-II"
	LookupOne          = "Escriba su nota o un texto de su fila, uno de los dos."
	LookupReading      = "Leyendo la lista…"
	LookupNoMarks      = "la lista no tiene notas: busque su fila con un texto"
	LookupNoProfession = "la lista no tiene la profesión de su perfil: elíjala antes en el perfil"
)

// LookupTake says what enter takes over.
func LookupTake(rank, from, to int, projected bool) string {
	text := "enter pone " + Thousands(rank) + " en su perfil"
	switch {
	case to <= from:
		return text + ". Falta guardar."
	case projected:
		return text + ", el medio del rango, y el rango " + RankSpan(from, to) + ". Falta guardar."
	}
	return text + ": el peor del empate, para no contar con lo que no es seguro; y el rango " + RankSpan(from, to) + ". Falta guardar."
}

// RankSpan writes the ranks that one's own may be.
func RankSpan(from, to int) string { return fmt.Sprintf("%d-%d", from, to) }
