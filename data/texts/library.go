package texts

import "fmt"

// LibraryDamagedList says that the file of a list is not what was stored.
// Command is the kind of list as "serums importar" names it.
func LibraryDamagedList(path, command, source string) string {
	return fmt.Sprintf("%s: el archivo está dañado o fue editado a mano; vuelva a importar la lista con «serums importar %s %s»", path, command, source)
}

// LibraryNotesRestored says that the notes could not be read and that those of
// the version before were opened. there tells that the damaged file still lies
// at path; before and lost count the notes of either.
func LibraryNotesRestored(path string, there bool, before, lost int) string {
	return fmt.Sprintf("%s: %s; se abrió la versión anterior, con %s (había %d)%s", path, notesGone(there),
		counted(before, "nota", "notas"), lost, salvage(path, there))
}

// LibraryNotesLost says that notes could not be read, nor a version before.
func LibraryNotesLost(path string, there bool, lost int) string {
	return fmt.Sprintf("%s: %s y no hay versión anterior: no se pudo leer %s. Puede agregar notas nuevas%s", path, notesGone(there),
		counted(lost, "nota", "notas"), salvage(path, there))
}

// LibraryNotesReportDamaged says that the report of notes cannot be read.
func LibraryNotesReportDamaged(path string) string {
	return path + ": el informe de sus notas está dañado; las notas no se pierden, y la próxima que agregue lo rehace"
}

func notesGone(there bool) string {
	if there {
		return "el archivo de sus notas está dañado o fue editado a mano"
	}
	return "falta el archivo de sus notas"
}

// salvage reports how to get back what can still be read of a file of notes.
func salvage(path string, there bool) string {
	if !there {
		return ""
	}
	return fmt.Sprintf("; lo que se lea de ese archivo se recupera con «serums importar notas \"%s\"»", path)
}

// LibraryDamaged says that a document cannot be read, nor the version before.
func LibraryDamaged(path string) string {
	return path + ": el archivo está dañado y no hay una versión anterior que abrir; se conserva tal como está"
}

// LibraryNewer says that a newer version of the program wrote a file.
func LibraryNewer(path string, found, known int) string {
	return fmt.Sprintf("%s: lo escribió una versión más nueva del programa (formato %d; esta conoce hasta el %d); actualice serums. El archivo no se tocó", path, found, known)
}

// LibraryLocked says who writes to the library. Process and purpose may be
// empty.
func LibraryLocked(process, purpose string) string {
	who := ""
	switch {
	case process != "" && purpose != "":
		who = fmt.Sprintf(" (proceso %s, %s)", process, purpose)
	case process != "":
		who = fmt.Sprintf(" (proceso %s)", process)
	}
	return "la biblioteca está en uso por otro serums" + who + "; ciérrelo o espere a que termine y repita"
}

// LibraryFull says that there is no room on the disk.
func LibraryFull(path string) string {
	return path + ": no queda espacio en el disco; libere espacio y repita. Lo guardado antes sigue intacto"
}

// LibraryReadOnly says that the folder does not let the program write.
func LibraryReadOnly(path string) string {
	return path + ": la carpeta no permite escribir; revise sus permisos o elija otra con --datos"
}

// LibraryWriteFailed says that a file could not be written for another cause.
func LibraryWriteFailed(path string, cause error) string {
	return fmt.Sprintf("%s: no se pudo guardar (%s). Lo guardado antes sigue intacto", path, plainError(cause))
}

// LibraryInForce says that a change of the lists is made, and may not survive a
// power loss.
func LibraryInForce(path string, cause error) string {
	return fmt.Sprintf("%s: el cambio quedó hecho, pero el disco no confirmó que resista un corte de luz (%s); revise el disco y haga un respaldo", path, plainError(cause))
}

// LibraryReadFailed says that a file could not be read.
func LibraryReadFailed(path string, cause error) string {
	return fmt.Sprintf("%s: no se pudo leer (%s); revise que el archivo exista y sus permisos", path, plainError(cause))
}

// LibraryNoList says that a list is not in the library. Process and modality
// are empty for the kinds that have none.
func LibraryNoList(kind, process, modality string) string {
	what := kind
	for _, part := range []string{process, modality} {
		if part != "" {
			what += " " + part
		}
	}
	return fmt.Sprintf("la biblioteca no tiene la lista «%s»; impórtela con «serums importar %s ARCHIVO»", what, kind)
}

// LibraryNoPlan says that there is no plan of that name.
func LibraryNoPlan(name string) string {
	return fmt.Sprintf("no hay ningún plan «%s»; «serums plan ver» muestra los que hay", name)
}

// LibraryBadName says that a name cannot be used for a plan or a log.
func LibraryBadName(name string) string {
	return fmt.Sprintf("%q: el nombre debe tener de 1 a 100 caracteres y ningún salto de línea; elija otro", name)
}

// LibraryChanged says that another window saved the plan meanwhile.
func LibraryChanged(name string) string {
	return fmt.Sprintf("el plan «%s» fue cambiado por otra ventana; vuelva a abrirlo antes de guardar, o guárdelo con otro nombre", name)
}

// LibraryRestored says that the version before was opened.
func LibraryRestored(path string) string {
	return path + " estaba dañado: se restauró la versión anterior"
}

// LibraryIndexRebuilt says that the index was made again from the reports.
func LibraryIndexRebuilt(path string, lists int) string {
	return fmt.Sprintf("%s estaba dañado: se reconstruyó con %s; si falta alguna, vuelva a importarla", path, counted(lists, "lista", "listas"))
}

// LibraryIndexLost says the same of an index that was missing beside lists.
func LibraryIndexLost(path string, lists int) string {
	return fmt.Sprintf("faltaba %s (¿lo quitó otro programa?): se reconstruyó con %s de su carpeta; si falta alguna, vuelva a importarla",
		path, counted(lists, "lista", "listas"))
}

// LogTorn says that the last act was half written and is not in the log.
func LogTorn(path string) string {
	return path + ": el último acto quedó a medio escribir y se descartó; revise si falta tachar algo"
}

// LogHeadless says that the beginning of a log is lost, how many acts could be
// read all the same, and where the file is kept as it was (empty: nowhere else).
func LogHeadless(path string, acts int, kept string) string {
	text := path + ": el archivo está dañado desde el comienzo y "
	if acts == 0 {
		text += "no se pudo leer ningún acto; revise qué falta"
	} else {
		text += fmt.Sprintf("solo se pudo leer %s; revise qué falta", counted(acts, "acto", "actos"))
	}
	return text + keptIn(kept)
}

// LogShort says that a log was removed (there is no file) or cut shorter by another
// program, how many acts are left, how many are missing at least, and what to do.
func LogShort(path string, there bool, left, missing int) string {
	text := path + ": el registro del acto ya no está (¿lo quitó otro programa?)"
	if there {
		text = path + ": el registro del acto se acortó fuera del programa: quedan " + counted(left, "acto", "actos")
	}
	return text + fmt.Sprintf(" y %s. Para recuperarlos restaure un respaldo con «serums respaldo restaurar ARCHIVO»; si no lo tiene, siga desde aquí y vuelva a anotar lo que falta",
		atLeast(missing))
}

func atLeast(missing int) string {
	if missing == 1 {
		return "falta al menos un acto que se anotó"
	}
	return fmt.Sprintf("faltan al menos %s actos que se anotaron", Thousands(missing))
}

// keptIn reports where a damaged file is kept as it was.
func keptIn(kept string) string {
	if kept == "" {
		return ""
	}
	return ". El archivo original quedó en " + kept
}

// LogDamaged says that lines of a log cannot be read, and where they are kept
// (empty: nowhere else).
func LogDamaged(path string, lines int, kept string) string {
	text := fmt.Sprintf("%s: %d actos no se pueden leer y se pasaron por alto; revise qué falta", path, lines)
	if lines == 1 {
		text = path + ": un acto no se puede leer y se pasó por alto; revise qué falta"
	}
	return text + keptIn(kept)
}

// ImportNothingToUndo says that there is no import to take back.
const ImportNothingToUndo = "no hay ninguna importación que deshacer, o una de sus listas cambió después; vuelva a importar la lista que quiere tener"

// ImportUndoDamaged says that a list that was replaced cannot be read any more.
func ImportUndoDamaged(path string) string {
	return "no se puede deshacer la última importación: " + path + " está dañado; vuelva a importar la lista de antes"
}
