package texts

import (
	"fmt"

	"brujula/data"
)

// Why a plaza has no chance, for all faces: each puts it into a sentence with
// GapSaid, and adds how it is mended there.
const (
	GapAbsent   = "la plaza no está en ninguna oferta cargada: puede haberse retirado, o falta importar su oferta"
	GapRank     = "sin probabilidad: falta su orden de mérito"
	GapFitting  = "sin probabilidad todavía: el modelo se está ajustando a sus listas"
	GapModel    = "sin probabilidad: no hay con qué estimar; importe una oferta pasada y sus adjudicados"
	GapEstimate = "sin probabilidad: nada parecido en las listas pasadas"
)

// GapOtherLine reports that a plaza is not of the line that is looked at.
func GapOtherLine(of, mine data.Line) string {
	return fmt.Sprintf("sin probabilidad: la plaza es de %s %s y se mira desde %s %s", of.Profession, of.Process, mine.Profession, mine.Process)
}

// How a gap is mended on the screens, in the linear mode and on the command line.
const (
	GapAbsentKey  = "sigue en el plan; d la quita"
	GapRankKey    = "P"
	GapLineKey    = "P lo cambia"
	GapModelKey   = ":importar"
	GapRankOption = "opción 7 del inicio"
	GapRankFlag   = "--puesto N en un comando, P en el planificador"
)

// GapSaid makes a sentence of why there is no chance, with how it is mended in
// brackets; "" of nothing.
func GapSaid(why, hint string) string {
	switch {
	case why == "":
		return ""
	case hint != "":
		why += " (" + hint + ")"
	}
	return Capital(why) + "."
}
