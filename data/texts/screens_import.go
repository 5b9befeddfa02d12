package texts

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"brujula/data"
)

// Words of the import screen.
const (
	ImportPickFile   = "elija la lista que descargó del MINSA (CSV, XLSX o PDF)"
	ImportFilterHint = "escriba para filtrar, o arrastre o pegue aquí la ruta del archivo"
	ImportLooking    = "Mirando qué es…"
	ImportOpening    = "Abriendo la carpeta…"
	ImportNoMatch    = "Ningún nombre de esta carpeta contiene lo escrito. esc lo borra."
	ImportNoFiles    = "Esta carpeta no tiene archivos ni carpetas a la vista."
	ImportStoring    = "Guardando…"
	ImportWhatToDo   = "Qué hacer: "
	ImportStopped    = "Lectura interrumpida: no se guardó nada."
	ImportTitleWhat  = "qué es este archivo"
	ImportTitleRead  = "leyendo"
	ImportTitleEdit  = "corregir lo que se entendió"
	ImportTitleCheck = "revisar antes de guardar"
	ImportTitleDone  = "listo"
	ImportNotInDemo  = "el planificador se abrió con --demo, que no guarda nada: ciérrelo y ábralo sin --demo para importar"

	ImportFieldKind  = "Tipo de lista"
	ImportFieldUpTo  = "Llega hasta el puesto"
	ImportUpToHint   = "Vacío si la lista está completa."
	ImportKindOffer  = "plazas ofertadas"
	ImportKindTaken  = "plazas adjudicadas"
	ImportKindMerit  = "orden de mérito (no se guarda)"
	ImportFieldFiles = "Archivos"
	ImportOneByOne   = "uno por uno"
	ImportAnd        = " + "
	ImportAsFileSays = "según el archivo"
	ImportEnterReads = "enter lee el archivo; todavía no se guarda nada."

	ImportFieldEachRow  = "Plazas"
	ImportFieldEncoding = "Codificación"
	ImportFieldHeading  = "Encabezados"
	ImportByRow         = "la que dice cada fila"
	ImportSeatsColumn   = "las que dice su columna"
	ImportSeatsEach     = "cada fila es una"
	ImportDetected      = "la que se detecta"
	ImportAutomatic     = "lo que se detecte"

	ImportPartHeadings = "Columnas"
	ImportPartSample   = "Muestra"
	ImportPartRejected = "Filas rechazadas"
	ImportPartWarnings = "Avisos: estas filas sí se leyeron"
	ImportUnusedColumn = "sin usar"
	ImportNoProblems   = "Todas las filas se leyeron sin reparos."
	ImportAskPartial   = "Puede faltar parte de la lista. ¿Guardarla así? s la guarda · otra tecla no"
	ImportYesKey       = "s"
	ImportAskStore     = "¿Guardar? s o enter guarda · c corrige · esc vuelve sin guardar"
	ImportAskWay       = "¿Qué hacer con la lista cargada? a agrega a ella · r la reemplaza"
	ImportChooseFirst  = "elija antes qué hacer con la lista cargada: a agrega a ella, r la reemplaza"
	ImportUndone       = "lo último que se corrigió no se podía leer y se deshizo"
	ImportSayHere      = "Vaya con ↑ ↓ a lo que falte o esté mal y escríbalo: se lee al instante."
	ImportApartHere    = "Nada de la lista cargada está en lo leído: puede ser otra parte de ella o la que la reemplaza."
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

	KeyImportColumns = "corregir"
	KeyImportKind    = "otro tipo"
	KeyImportAdd     = "agregar"
	KeyImportReplace = "reemplazar"
	KeyImportCorrect = "corregir"
	KeyImportUnused  = "siguiente sin usar"
	TipImportCorrect = "En la lista de lo que se entendió: se escribe lo que es la línea, por ejemplo «plazas» en una columna."
	KeyImportReady   = "listo"
	TipImportColumns = "Qué campo es cada columna, el tipo, el proceso, la modalidad, la profesión, la codificación; cada corrección se lee al instante y se recuerda para la próxima lista con los mismos encabezados."
	TipImportKind    = "Lo leído se toma por plazas adjudicadas en lugar de ofertadas, o al revés."
	TipImportAdd     = "Cuando ya hay una lista cargada del mismo proceso: antes de elegir se ve qué quedaría con una cosa y con la otra."
	KeyImportOther   = "importar otra"
	KeyImportPick    = "abrir"
	KeyFilterShort   = "filtrar"
	KeyImportParent  = "carpeta de arriba"
	KeyImportHome    = "carpeta personal"
	KeyImportStop    = "interrumpir"
	KeyImportRead    = "leer"
	TipImportStore   = "Solo entonces cambia la biblioteca; hasta ahí se puede volver sin dejar rastro."
	TipImportFilter  = "Cualquier letra filtra los nombres; una ruta pegada o arrastrada se abre con enter."
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

// ImportFolderCount reports how many entries of a folder are in view.
func ImportFolderCount(shown, all int) string {
	if shown == all {
		return counted(all, "nombre", "nombres")
	}
	return fmt.Sprintf("%s de %s", Thousands(shown), counted(all, "nombre", "nombres"))
}

// ImportFolderCut reports that a folder has more names than are shown.
func ImportFolderCut(shown, most int) string {
	return fmt.Sprintf("%s de más de %s nombres", Thousands(shown), Thousands(most))
}

// FolderUnreadable reports why a folder cannot be shown.
func FolderUnreadable(path string, err error) string {
	return fmt.Sprintf("no se pudo abrir %s: %s", path, plainError(err))
}

// PathMissing reports that what was typed or pasted names nothing.
func PathMissing(path string) string {
	return fmt.Sprintf("no existe %s: revise la ruta", path)
}

// ImportFound reports what a look at the file found, and why it is taken for that.
func ImportFound(format, kind, why string) string {
	if kind == "" {
		return format
	}
	return fmt.Sprintf("%s: parece %s%s", format, kindWords(kind), because(why))
}

// ImportOtherKind states the key that takes a list for one of another kind.
func ImportOtherKind(other string) string { return "Si son " + other + ", pulse t." }

// ImportTogether is the choice to read files as one list.
func ImportTogether(n int) string { return fmt.Sprintf("los %d juntos, como una lista", n) }

// ImportColumnIs asks what a column is.
func ImportColumnIs(letter, heading string) string { return strings.TrimSpace(letter + " " + heading) }

// ImportValues shows values of a column.
func ImportValues(values string) string { return "sus valores: " + values }

// ImportSeems reports what the columns of a list tell that it is.
func ImportSeems(kind string) string { return "por sus columnas: " + kind }

// ImportHeadingAt reports in which row the headings are.
func ImportHeadingAt(row int) string {
	if row == 0 {
		return "no se hallaron"
	}
	return fmt.Sprintf("en la fila %d", row)
}

// ImportTable names one of several tables of a file.
func ImportTable(n int) string { return fmt.Sprintf("Tabla %d", n) }

// ImportRead reports in short how much was read.
func ImportRead(rows, seats int) string {
	return fmt.Sprintf("%s · %s", counted(rows, "fila", "filas"), counted(seats, "plaza", "plazas"))
}

// ImportEffect reports how much is read now, and was before the last correction.
func ImportEffect(now, before string) string { return now + " (antes: " + before + ")" }

// ImportCannotAdd reports why a list cannot be added to the loaded one.
func ImportCannotAdd(why string) string { return "No se puede agregar a la cargada: " + why + "." }

// ImportWayKey is ImportWay with the key that chooses it.
func ImportWayKey(adds bool, way string) string {
	if adds {
		return "a " + way
	}
	return "r " + way
}

// ImportWay reports what would come of one way to store lists beside the loaded
// ones: places and seats before and after, and the lines of plans that it touches.
func ImportWay(adds bool, lists []ImportSummary, lost, changed []LostLines) string {
	does := "reemplazar"
	if adds {
		does = "agregar"
	}
	parts := data.Map(lists, func(one ImportSummary) string { return one.way(len(lists) > 1) })
	for _, l := range lost {
		parts = append(parts, fmt.Sprintf("%s de su plan %s %s su plaza", counted(l.Lines, "línea", "líneas"), l.Plan, plural(l.Lines, "pierde", "pierden")))
	}
	for _, l := range changed {
		parts = append(parts, fmt.Sprintf("%s de su plan %s %s", counted(l.Lines, "línea", "líneas"), l.Plan, plural(l.Lines, "cambia", "cambian")))
	}
	if len(lost)+len(changed) == 0 {
		parts = append(parts, "sus planes no cambian")
	}
	return does + ": " + strings.Join(parts, "; ")
}

// way reports what becomes of one loaded list.
func (s *ImportSummary) way(named bool) string {
	text := ""
	if named {
		text = ListTitle(&s.Info) + " "
	}
	if s.Same {
		return text + "queda igual"
	}
	if s.Info.Kind == data.KindOffer {
		text += fmt.Sprintf("de %s a %s, ", Thousands(s.Info.Plazas-s.Added+s.Removed), counted(s.Info.Plazas, "lugar", "lugares"))
	}
	text += fmt.Sprintf("de %s a %s", Thousands(s.SeatsBefore), counted(s.SeatsAfter, "plaza", "plazas"))
	if s.Extends {
		return text
	}
	return text + fmt.Sprintf(" (%s, %s, %s)", counted(s.Added, "nueva", "nuevas"), counted(s.Removed, "retirada", "retiradas"), counted(s.Changed, "cambiada", "cambiadas"))
}

// EncodingWord names an encoding by where it comes from.
func EncodingWord(name string) string {
	return cmp.Or(map[string]string{
		"cp1252":   "cp1252 (Windows)",
		"cp850":    "cp850 (MS-DOS)",
		"macroman": "macroman (Mac)",
	}[name], name)
}

// ImportSays is the choice to take what each row of the file says.
func ImportSays(values []string) string {
	return ImportAsFileSays + ": " + strings.Join(values, ", ")
}

// ImportQueued reports which of the files that were dropped together are still
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

// ImportFateFailed reports why a file was not taken.
func ImportFateFailed(why string) string { return "no se importó, " + why }

// ImportOfSeveral reports which of the files that were dropped together this is.
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

// ImportMoreRows reports that a list of problems goes on.
func ImportMoreRows(n int) string {
	return fmt.Sprintf("… y %s más; después de guardar están en Fuentes", Thousands(n))
}

// ProblemPlace reports where in its file a problem is, the file apart.
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
