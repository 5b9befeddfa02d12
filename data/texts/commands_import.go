package texts

import (
	"fmt"
	"strings"
	"time"

	"brujula/data"
)

// Words of importar.
const (
	ImportShort        = "Cargar listas del ministerio: oferta o adjudicados"
	ImportOfferShort   = "Cargar la oferta de plazas de un proceso"
	ImportTakenShort   = "Cargar la lista de adjudicados de un proceso (sin nombres)"
	ImportOfferExample = "  serums importar oferta oferta-remunerada.xlsx --proceso 2026-I\n" +
		"  serums importar oferta oferta.csv --proceso 2026-I --modalidad equivalente --revisar"
	ImportTakenExample = "  serums importar adjudicados adjudicados.csv --proceso 2025-I\n" +
		"  serums importar adjudicados parcial.csv --proceso 2026-I --modalidad remunerada --hasta-puesto 650"
	ImportWhat     = "diga qué importa: «serums importar oferta ARCHIVO» o «serums importar adjudicados ARCHIVO»"
	ImportIntoDemo = "no se importa en los datos de demostración: quite --demo"
	ImportAsk      = "¿Guardar? [s/N] "
	ImportAskAgain = "Puede faltar parte de la lista. ¿Guardarla así de todos modos? [s/N] "
	PurposePlan    = "cambiar el plan"
	PurposeRead    = "consultar"
)

// ImportUnknownKind refuses a kind of list.
func ImportUnknownKind(word string) string {
	return fmt.Sprintf("no se puede importar «%s»: %s", word, ImportWhat)
}

// ImportTwice reports that two files are versions of one list rather than parts.
func ImportTwice(first, second string, process data.Process, modality data.Modality) string {
	return fmt.Sprintf("%s y %s tienen en buena parte las mismas plazas de %s %s: no son partes de una lista sino versiones; importe solo la última", first, second, process, modality)
}

// ListOfParts names the files that a list came in.
func ListOfParts(names []string) string {
	const most = 2
	if len(names) > most {
		return fmt.Sprintf("%s y %d más", strings.Join(names[:most], ", "), len(names)-most)
	}
	return strings.Join(names, " y ")
}

// ImportPartsShare reports that a part has plazas of the rest of its list, whose
// seats add up as those of two rows of one file do.
func ImportPartsShare(n int, rest string) string {
	return fmt.Sprintf("%s también en %s: se sumaron los cupos de ambas; revise que no sea la misma lista dos veces", countedVerb(n, "1 plaza está", "%s plazas están"), rest)
}

// ImportSharedPlaza refuses to take one file out of a list whose plaza has rows
// of it and of another.
func ImportSharedPlaza(plaza, files string) string {
	return fmt.Sprintf("%s tiene plazas de %s y de otro archivo, que ya no se pueden separar: importe juntos todos los archivos de la lista", plaza, files)
}

// ImportApart asks what to do with a list that has nothing of the loaded one.
func ImportApart(title string, loaded, read int) string {
	return fmt.Sprintf("%s: nada de lo cargado (%s) está en lo leído (%s): si es otra parte de la misma lista agregue --agregar; si la reemplaza, --reemplazar",
		title, counted(loaded, "plaza", "plazas"), counted(read, "plaza", "plazas"))
}

// ImportAskAdd asks the same on the terminal.
func ImportAskAdd(title string, loaded, read int) string {
	return fmt.Sprintf("%s: nada de lo cargado está en lo leído. Agregado quedan %s; en su lugar, %s. ¿Agregarlo, como otra parte de la misma lista? [s/n] ",
		title, counted(loaded+read, "plaza", "plazas"), Thousands(read))
}

// ImportStrict reports why nothing was stored.
func ImportStrict(rejected int) string {
	return fmt.Sprintf("no se guardó nada: --estricto y %s", counted(rejected, "fila rechazada", "filas rechazadas"))
}

// ImportQuestion asks whether to store; doubtful, whether to do so although a
// part of the list may be missing.
func ImportQuestion(doubtful bool) string {
	if doubtful {
		return ImportAskAgain
	}
	return ImportAsk
}

// ImportDoubtful reports why nothing was stored: a part of a list may be missing.
func ImportDoubtful(doubts []string) string {
	return "no se guardó nada, porque puede faltar parte de la lista: " + strings.Join(doubts, "; ") +
		"; busque el archivo completo o, si de verdad está completa, repita con --incompleta"
}

// Parts of the report of importar.
const (
	ReportColumns  = "columnas: "
	ReportUnused   = "columnas sin usar: "
	ReportRejected = "filas rechazadas:"
	ReportWarnings = "avisos (las filas se leyeron):"
	ReportSample   = "muestra:"
)

// ReportMore counts what is not printed of a part: "todas" or "todos".
func ReportMore(n int, all string) string {
	return fmt.Sprintf("… y %s más (%s con --json)", Thousands(n), all)
}

// ImportAskProcess asks on the terminal for the process of a file.
func ImportAskProcess(file string) string {
	return fmt.Sprintf("¿De qué proceso es %s? (por ejemplo 2026-I) ", file)
}

// ImportAskModality asks on the terminal for the modality of a file.
func ImportAskModality(file string) string {
	return fmt.Sprintf("¿De qué modalidad es %s? (r: remunerada, e: equivalente) ", file)
}

// ImportTableSame says of a file of coordinates or notes that the library has
// it already.
const ImportTableSame = "Igual a lo que ya está cargado."

// ImportOutcome ends the report; same tells that there was nothing to store.
func ImportOutcome(stored, same, dryRun bool, folder string) string {
	folder = Visible(folder)
	switch {
	case stored && same:
		return "La biblioteca ya tenía todo esto: sigue igual, en " + folder
	case stored:
		return "Guardado en " + folder
	case dryRun:
		return "No se guardó nada (--revisar)."
	}
	return "No se guardó nada."
}

// progressLabel is the most characters of a file name beside a progress bar.
const progressLabel = 32

// ProgressLine is drawn while a long file is read; total is above 0. Pages are
// counted, other steps are not worth a figure.
func ProgressLine(label string, done, total int, left time.Duration, pages bool) string {
	const width = 20
	if name := []rune(label); len(name) > progressLabel {
		label = string(name[:progressLabel-1]) + "…"
	}
	done = min(max(done, 0), total)
	filled := width * done / total
	return fmt.Sprintf("%s [%s%s] %s", label, strings.Repeat("#", filled), strings.Repeat(".", width-filled), ReadSoFar(done, total, left, pages))
}

// ReadSoFar reports how far the reading of a file is and how long it will still
// take; left 0 means that this is not known yet.
func ReadSoFar(done, total int, left time.Duration, pages bool) string {
	if total <= 0 {
		return "…"
	}
	text := fmt.Sprintf("%d %%", 100*done/total)
	if pages {
		text = fmt.Sprintf("página %s de %s", Thousands(done), Thousands(total))
	}
	if left > 0 {
		text += fmt.Sprintf(", faltan unos %d s", int((left+time.Second-1)/time.Second))
	}
	return text
}

// BadAs refuses a kind of list that cannot be stored.
func BadAs(text string) string {
	if text == "merito" {
		return "un orden de mérito no se guarda, porque tiene datos de personas; para hallar su puesto use: serums puesto"
	}
	return fmt.Sprintf("%s no es un tipo de lista: use --como oferta o --como adjudicados", text)
}

// BadListProfession refuses a profession that is none.
func BadListProfession(text string) string {
	return fmt.Sprintf("%s no es una profesión conocida", text)
}

// BadColumn refuses what says nothing of a column.
func BadColumn(text string, fields []string) string {
	return fmt.Sprintf("%s no dice qué campo es qué columna: escriba CAMPO=COLUMNA, con uno de: %s", text, strings.Join(fields, ", "))
}
