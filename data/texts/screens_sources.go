package texts

import (
	"fmt"
	"slices"
	"strings"

	"brujula/data"
)

// GapNoOffer tells that no offer is loaded, as Fuentes and the command say it.
const GapNoOffer = "No hay ninguna oferta cargada: importe la lista de plazas de su proceso (CSV, XLSX o PDF del MINSA)."

// GapNoPast reports that no adjudicated list is loaded, and which to import; offered
// is the oldest process of which an offer is, "" without one.
func GapNoPast(offered data.Process) string {
	const none = "No hay listas de procesos pasados, de las que se aprenden las probabilidades: por ahora salen de lo que trae el programa. "
	if offered == "" {
		return none + "Importe los adjudicados de un proceso anterior y también la oferta de ese mismo proceso."
	}
	return none + fmt.Sprintf("Si el proceso %s ya terminó, falta su lista de adjudicados: impórtela. Si no, importe los adjudicados y la oferta de un proceso anterior.", offered)
}

// GapUnpaired reports that an adjudicated list lacks its offer.
func GapUnpaired(process data.Process, modality data.Modality) string {
	return fmt.Sprintf("De los adjudicados %s (%s) no se puede aprender todavía: falta la oferta %s %s. Impórtela también.", process, modality, process, modality)
}

// GapNoPastOf reports that a modality has no past list.
func GapNoPastOf(modality data.Modality) string {
	return fmt.Sprintf("La modalidad %s no tiene una lista pasada propia: sus probabilidades son más inciertas. Importe los adjudicados de esa modalidad y su oferta.", modality)
}

// GapCut reports that a past list ends at a rank.
func GapCut(process data.Process, modality data.Modality, upTo int) string {
	return fmt.Sprintf("Los adjudicados %s (%s) llegan solo hasta el puesto %s: de lo que pasó después no se sabe nada.", process, modality, Thousands(upTo))
}

// Words of Fuentes.
const (
	KeySourceRead     = "leer abajo"
	KeySourceProblems = "problemas"
	KeySourceImport   = "importar una lista"
	KeySourceLevel    = "rechazos o avisos"
	TipSourceLevel    = "Cambia entre todos los problemas, solo las filas rechazadas y solo los avisos."
)

// Headings and words of the screen.
const (
	SourcesEmpty         = "No hay ninguna lista cargada. I importa la que descargó del MINSA."
	SourcesNoProblems    = "Ninguna fila rechazada y ningún aviso."
	SourcesLoading       = "Buscando los problemas…"
	SourcesMissing       = "Qué falta para las probabilidades"
	SourcesNothingMisses = "Nada: cada lista pasada tiene su oferta."
	SourcesHowToLoad     = "I importa un archivo; desde la terminal: serums importar oferta ARCHIVO, serums importar adjudicados ARCHIVO --proceso 2025-I."
	SourcesModel         = "En qué se apoyan las probabilidades"
	SourcesDemo          = "Los datos de demostración son inventados: ni lugares ni resultados existen."
	SourcesNoModel       = "Todavía no se estiman: falta el modelo."
	SourcesFitting       = "Ajustando el modelo con las listas cargadas…"
	SourcesCopied        = "La descripción de la lista"

	SourceColumnKind     = "Lista"
	SourceFile           = "Archivo"
	SourceHash           = "SHA-256"
	SourceImported       = "Importada"
	SourceColumnRows     = "Filas"
	SourceColumnSkipped  = "Omitidas"
	SourceColumnRejected = "Rechaz."

	ProblemColumnLevel  = "Nivel"
	ProblemColumnPlace  = "Dónde"
	ProblemColumnValue  = "Decía"
	ProblemColumnReason = "Motivo"

	SourceFieldRead = "Leído"
)

// Verdict is one thing that can be said of the loaded lists at a glance.
type Verdict struct {
	Good bool // nothing to do about it
	Text string
}

// Trust is what the verdicts on the loaded lists stand on.
type Trust struct {
	Lists, Rejected int
	Gaps            int  // what is missing for the chances
	Past            bool // chances are learnt from lists, not only from what ships
	Demo            bool
	Compared        bool // Conflicts is known
	Conflicts       int
}

// Verdicts say whether the lists can be trusted, what matters most first; the
// keys after what there is to look at are of the screen and left out elsewhere.
func (t Trust) Verdicts(keys bool) []Verdict {
	key := func(name string) string {
		if !keys {
			return ""
		}
		return " (" + name + ")"
	}
	var out []Verdict
	add := func(good bool, text string) { out = append(out, Verdict{good, text}) }
	switch {
	case t.Demo:
		add(false, "Datos inventados, de demostración")
	case t.Lists == 0:
		add(false, "Ninguna lista cargada"+key("I"))
		return out
	}
	if t.Rejected == 0 {
		add(true, counted(t.Lists, "lista", "listas")+", 0 filas rechazadas")
	} else {
		add(false, counted(t.Lists, "lista", "listas")+", "+counted(t.Rejected, "fila rechazada", "filas rechazadas")+key("enter"))
	}
	switch {
	case !t.Past:
		add(false, "Se estima con lo que trae el programa")
	case t.Gaps > 0:
		add(false, "Hay con qué estimar; falta algo")
	default:
		add(true, "Hay con qué estimar")
	}
	switch {
	case !t.Compared:
	case t.Conflicts == 0:
		add(true, "Ninguna contradicción entre listas")
	default:
		add(false, counted(t.Conflicts, "contradicción entre listas", "contradicciones entre listas")+key("x"))
	}
	return out
}

// SourcesCount reports how many lists are loaded.
func SourcesCount(n int) string { return counted(n, "lista cargada", "listas cargadas") }

// SourcesMore reports how many lines under the lists are out of view, and the keys
// for them; up and down are the signs of the two directions.
func SourcesMore(above, below int, up, down string) string {
	switch {
	case above == 0:
		return down + " " + counted(below, "línea más", "líneas más") + ": " + KeyNamePageDown + " baja"
	case below == 0:
		return up + " " + counted(above, "línea arriba", "líneas arriba") + ": " + KeyNamePageUp + " sube"
	}
	return fmt.Sprintf("%s %s: %s baja · %s %s: %s sube", down, counted(below, "línea más", "líneas más"), KeyNamePageDown, up, Thousands(above), KeyNamePageUp)
}

// SourceKind names a kind of list in the table, with the rank at which it was
// cut.
func SourceKind(info *data.ListInfo) string {
	name := string(info.Kind)
	if info.UpTo > 0 {
		name += " ≤" + Thousands(info.UpTo)
	}
	if len(info.Followed) > 0 {
		name += " ◦" + FollowedWord
	}
	return name
}

// ShortHash is enough of a hash to tell files apart.
func ShortHash(sum string) string { return sum[:min(hashShown, len(sum))] }

// SourceRead reports how the reading of a list went.
func SourceRead(info *data.ListInfo) string {
	return (&ImportSummary{Info: *info}).Counts()
}

// SourceListLine describes a list in one line, to copy.
func SourceListLine(info *data.ListInfo) string {
	return withBetween(" · ", ListTitle(info), info.File, hashOf(info.SHA256), "importada "+Date(info.Imported), SourceRead(info))
}

// hashOf names a hash; what was typed in the program has none.
func hashOf(sum string) string {
	if sum == "" {
		return ""
	}
	return "SHA-256 " + sum
}

// withBetween puts what there is of some parts one behind the other.
func withBetween(by string, parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), by)
}

// ProblemLevel names what became of a row.
func ProblemLevel(l data.Level) string {
	if l == data.Rejected {
		return "rechazada"
	}
	return "aviso"
}

// ProblemsTitle heads the problems of a list.
func ProblemsTitle(info *data.ListInfo) string { return "problemas de " + ListTitle(info) }

// ProblemsCount reports how many problems are in view of how many.
func ProblemsCount(shown, rejected, warned int) string {
	return fmt.Sprintf("%s a la vista · %s, %s", Thousands(shown), counted(rejected, "rechazo", "rechazos"), counted(warned, "aviso", "avisos"))
}

// SourcesModelSeats counts the past seats that a model learnt from, and those
// that it could not use.
func SourcesModelSeats(seats, unplaced, unordered int) string {
	text := counted(seats, "plaza pasada", "plazas pasadas")
	if unplaced > 0 {
		text += "; " + counted(unplaced, "adjudicación no está", "adjudicaciones no están") + " en la oferta de su proceso"
	}
	if unordered > 0 {
		text += "; " + counted(unordered, "no tiene", "no tienen") + " puesto ni nota"
	}
	return text
}
