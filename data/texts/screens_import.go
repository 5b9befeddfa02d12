package texts

import (
	"fmt"
	"strings"
	"time"

	"brujula/data"
)

// Words of the import screen.
const (
	ImportPickFile   = "elija la lista que descargó del MINSA (CSV, XLSX o PDF)"
	ImportFilterHint = "escriba para filtrar, o arrastre o pegue aquí la ruta del archivo"
	ImportFolderUp   = "carpeta de arriba"
	ImportLooking    = "Mirando qué es…"
	ImportOpening    = "Abriendo la carpeta…"
	ImportNoMatch    = "Ningún nombre de esta carpeta contiene lo escrito. esc lo borra."
	ImportNoFiles    = "Esta carpeta no tiene archivos ni carpetas a la vista."
	ImportStoring    = "Guardando…"
	ImportWhatToDo   = "Qué hacer: "
	ImportStopped    = "Lectura interrumpida: no se guardó nada."
	ImportTitleWhat  = "qué es este archivo"
	ImportTitleRead  = "leyendo"
	ImportTitleCheck = "revisar antes de guardar"
	ImportTitleDone  = "listo"
	ImportNotInDemo  = "el planificador se abrió con --demo, que no guarda nada: ciérrelo y ábralo sin --demo para importar"

	ImportFieldKind     = "Tipo de lista"
	ImportFieldProcess  = "Proceso"
	ImportFieldModality = "Modalidad"
	ImportFieldUpTo     = "Llega hasta el puesto"
	ImportUpToHint      = "Vacío si la lista está completa."
	ImportKindOffer     = "plazas ofertadas"
	ImportKindTaken     = "plazas adjudicadas"
	ImportAsFileSays    = "según el archivo"
	ImportEnterReads    = "enter lee el archivo; todavía no se guarda nada."

	ImportPartHeadings = "Columnas"
	ImportPartSample   = "Muestra"
	ImportPartRejected = "Filas rechazadas"
	ImportPartWarnings = "Avisos: estas filas sí se leyeron"
	ImportPartMissing  = "Qué falta para las probabilidades"
	ImportUnusedColumn = "sin usar"
	ImportNoProblems   = "Todas las filas se leyeron sin reparos."
	ImportAskPartial   = "Puede faltar parte de la lista. ¿Guardarla así? s la guarda · otra tecla no"
	ImportYesKey       = "s"
	ImportAskStore     = "¿Guardar? s o enter guarda · esc vuelve sin guardar"
	ImportStored       = "Guardado. Las pantallas ya usan la lista nueva."
	ImportBusy         = "antes de abrir otro archivo, termine de importar este o salga con esc"
	ImportOneFolder    = "se soltaron varias carpetas: suelte archivos, o una sola carpeta"
	ImportMeritIs      = "Es un orden de mérito: no se guarda, porque tiene datos de personas."
	ImportMeritDo      = "Para hallar su puesto use: serums puesto ARCHIVO --nota X"
	ImportMeritKeys    = "Para hallar su puesto: esc, P y ctrl+o; o en la terminal: serums puesto ARCHIVO --nota X"

	ImportColumnName     = "Nombre"
	ImportColumnSize     = "Tamaño"
	ImportColumnModified = "Modificado"

	ImportFromDemo = "I importa su lista"

	ScopeImport     = "Importar"
	KeyImportStore  = "guardar la lista"
	KeyImportOther  = "importar otra"
	KeyImportPick   = "abrir"
	KeyImportFilter = "filtrar"
	KeyImportParent = "carpeta de arriba"
	KeyImportHome   = "carpeta personal"
	KeyImportStop   = "interrumpir"
	KeyImportRead   = "leer"
	TipImportStore  = "Solo entonces cambia la biblioteca; hasta ahí se puede volver sin dejar rastro."
	TipImportFilter = "Cualquier letra filtra los nombres; una ruta pegada o arrastrada se abre con enter."
)

// ImportEntryFolder names what a folder holds beside files.
const ImportEntryFolder = "carpeta"

// FileSize writes the size of a file as people say it.
func FileSize(bytes int64) string {
	const k = 1000
	switch {
	case bytes < k:
		return fmt.Sprintf("%d B", bytes)
	case bytes < k*k:
		return fmt.Sprintf("%d kB", (bytes+k/2)/k)
	case bytes < k*k*k:
		return fmt.Sprintf("%.1f MB", float64(bytes)/(k*k))
	}
	return fmt.Sprintf("%.1f GB", float64(bytes)/(k*k*k))
}

// FileTime writes when a file was last changed.
func FileTime(t time.Time) string { return t.Format("02/01/2006 15:04") }

// ImportFolderCount tells how many entries of a folder are in view.
func ImportFolderCount(shown, all int) string {
	if shown == all {
		return counted(all, "nombre", "nombres")
	}
	return fmt.Sprintf("%s de %s", Thousands(shown), counted(all, "nombre", "nombres"))
}

// ImportFolderCut tells that a folder has more names than are shown.
func ImportFolderCut(shown, most int) string {
	return fmt.Sprintf("%s de más de %s nombres", Thousands(shown), Thousands(most))
}

// FolderUnreadable tells why a folder cannot be shown.
func FolderUnreadable(path string, err error) string {
	return fmt.Sprintf("no se pudo abrir %s: %s", path, plainError(err))
}

// PathMissing tells that what was typed or pasted names nothing.
func PathMissing(path string) string {
	return fmt.Sprintf("no existe %s: revise la ruta", path)
}

// ImportFound tells what a look at the file found.
func ImportFound(format string, kind data.Kind) string {
	what := ImportKindOffer
	if kind == data.KindAdjudication {
		what = ImportKindTaken
	}
	return fmt.Sprintf("%s: parece una lista de %s", format, what)
}

// ImportSays is the choice to take what each row of the file says.
func ImportSays(values []string) string {
	return ImportAsFileSays + ": " + strings.Join(values, ", ")
}

// ImportQueued tells which of the files that were dropped together are still
// to be imported.
func ImportQueued(next string, n int) string {
	return fmt.Sprintf("%s %d de los archivos que soltó: enter sigue con %s.", plural(n, "Falta", "Faltan"), n, next)
}

// What became of each of several files.
const (
	ImportFates      = "De los anteriores:"
	ImportFateStored = "guardado"
	ImportFateLeft   = "se dejó sin importar"
)

// ImportFateFailed tells why a file was not taken.
func ImportFateFailed(why string) string { return "no se importó, " + why }

// ImportOfSeveral tells which of the files that were dropped together this is.
func ImportOfSeveral(at, of int) string { return fmt.Sprintf("archivo %d de %d", at, of) }

// ImportThisOfSeveral heads the review of one of several files; next is empty
// for the last.
func ImportThisOfSeveral(of, file, next string) string {
	text := strings.ToUpper(of[:1]) + of[1:] + ": " + file
	if next == "" {
		return text + "."
	}
	return text + ". Después de guardarlo sigue " + next + "."
}

// ImportTooManyDropped refuses a paste of very many names.
func ImportTooManyDropped(most int) string {
	return fmt.Sprintf("lo pegado no es la ruta de un archivo y tiene más de %d nombres: suelte menos archivos a la vez", most)
}

// ImportPicked heads the form with the file.
func ImportPicked(file string) string { return "Archivo: " + file }

// ImportReading heads the progress of a file.
func ImportReading(file string) string { return "Leyendo " + file }

// ImportMoreRows tells that a list of problems goes on.
func ImportMoreRows(n int) string {
	return fmt.Sprintf("… y %s más; después de guardar están en Fuentes", Thousands(n))
}

// ProblemPlace tells where in its file a problem is, the file apart.
func ProblemPlace(p *data.Problem) string {
	var parts []string
	if p.Sheet != "" {
		parts = append(parts, "hoja "+p.Sheet)
	}
	if p.Page > 0 {
		parts = append(parts, fmt.Sprintf("página %d", p.Page))
	}
	if p.Row > 0 {
		parts = append(parts, fmt.Sprintf("fila %d", p.Row))
	}
	if p.Column != "" {
		parts = append(parts, p.Column)
	}
	return strings.Join(parts, ", ")
}
