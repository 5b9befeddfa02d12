package texts

import (
	"fmt"

	"brujula/data"
)

// What is missing for the chances, as Fuentes and the command say it.
const (
	GapNoOffer = "No hay ninguna oferta cargada: importe la lista de plazas de su proceso (CSV, XLSX o PDF del MINSA)."
	GapNoPast  = "No hay listas de procesos pasados: las probabilidades salen de ellas. Importe los adjudicados de un proceso anterior y también la oferta de ese mismo proceso."
)

// GapUnpaired tells that an adjudicated list lacks its offer.
func GapUnpaired(process data.Process, modality data.Modality) string {
	return fmt.Sprintf("De los adjudicados %s (%s) no se puede aprender todavía: falta la oferta %s %s. Impórtela también.", process, modality, process, modality)
}

// GapNoPastOf tells that a modality has no past list.
func GapNoPastOf(modality data.Modality) string {
	return fmt.Sprintf("La modalidad %s no tiene una lista pasada propia: sus probabilidades son más inciertas. Importe los adjudicados de esa modalidad y su oferta.", modality)
}

// GapCut tells that a past list ends at a rank.
func GapCut(process data.Process, modality data.Modality, upTo int) string {
	return fmt.Sprintf("Los adjudicados %s (%s) llegan solo hasta el puesto %s: de lo que pasó después no se sabe nada.", process, modality, Thousands(upTo))
}

// Words of Fuentes.
const (
	ScopeSources      = "Fuentes"
	KeySourceProblems = "ver problemas"
	KeySourceImport   = "importar una lista"
	KeySourceLevel    = "rechazos o avisos"
	TipSourceLevel    = "Cambia entre todos los problemas, solo las filas rechazadas y solo los avisos."
)
