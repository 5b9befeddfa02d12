package texts

import (
	"fmt"
	"strings"
	"time"
)

// Why an archive is refused, as parts of ArchiveRefused.
const (
	ArchiveTooBig    = "desempaquetado ocuparía más de lo que ocupa una biblioteca"
	ArchiveTooMany   = "trae más archivos de los que tiene una biblioteca"
	ArchiveDisagrees = "su manifiesto no nombra los archivos que trae"
)

// ArchiveRefused says that an archive holds what no backup holds.
func ArchiveRefused(reason string) string {
	return "no es un respaldo de serums: " + reason + ". La biblioteca no se tocó"
}

// ArchiveBadName and the like are reasons of ArchiveRefused.
func ArchiveBadName(name string) string { return fmt.Sprintf("trae un nombre no permitido, %q", name) }

// ArchiveForeign reports a file that no library has.
func ArchiveForeign(name string) string {
	return fmt.Sprintf("trae %q, que no es de una biblioteca", name)
}

// ArchiveTwice reports one name that stands there twice.
func ArchiveTwice(name string) string { return fmt.Sprintf("trae dos veces %q", name) }

// ArchiveNotPlain reports a link, a folder or an encrypted entry.
func ArchiveNotPlain(name string) string {
	return fmt.Sprintf("%q es un enlace, una carpeta o está cifrado", name)
}

// ArchiveDamaged says that an archive, or a file in it, cannot be read; name is
// empty for the archive as a whole.
func ArchiveDamaged(name string) string {
	if name == "" {
		return "no es un respaldo de serums, o está incompleto o dañado; copie el archivo otra vez. La biblioteca no se tocó"
	}
	return fmt.Sprintf("el respaldo está dañado en %q; use otra copia. La biblioteca no se tocó", name)
}

// ArchiveNewer says that a newer version of the program wrote an archive.
func ArchiveNewer(found, known int) string {
	return fmt.Sprintf("el respaldo es de una versión más nueva del programa (formato %d; esta conoce hasta el %d); actualice serums. La biblioteca no se tocó", found, known)
}

// BackupNewerFile says which file of a backup a newer version of the program
// wrote.
func BackupNewerFile(name string) string {
	return fmt.Sprintf("%q, dentro del respaldo, lo escribió una versión más nueva del programa; actualice serums. La biblioteca no se tocó", name)
}

// BackupFileName proposes a name for a backup made at a time.
func BackupFileName(at time.Time) string {
	return "serums-respaldo-" + at.Format("20060102-150405") + ".zip"
}

// Why something named as a backup is not opened, after its path.
const (
	BackupIsFolder = "es una carpeta; indique el archivo .zip del respaldo. La biblioteca no se tocó"
	BackupIsNoFile = "no es un archivo ordinario; indique el archivo .zip del respaldo. La biblioteca no se tocó"
)

// BackupOversize says that a file is larger than any backup. Sizes are in
// bytes.
func BackupOversize(size, most int64) string {
	return fmt.Sprintf("mide %s y ningún respaldo pasa de %s: no es un respaldo de serums. La biblioteca no se tocó", FileSize(size), FileSize(most))
}

// BackupNoFolder says that the folder for a backup is not there.
func BackupNoFolder(folder string) string {
	return "no existe la carpeta " + folder + ": créela, o indique otra; no se guardó ningún respaldo"
}

// BackupNothing says that there is nothing to keep.
func BackupNothing(dir string) string {
	return dir + ": no hay nada que respaldar: ni listas cargadas ni nada suyo"
}

// BackupTooBig says that a library exceeds what an archive may hold.
func BackupTooBig(dir string) string {
	return dir + ": la biblioteca no cabe en un respaldo; copie la carpeta"
}

// BackupWhileRestoring says that a restore has not ended yet.
func BackupWhileRestoring(dir string) string {
	return dir + ": una restauración está a medias; no se respalda una mezcla. Repita cuando termine: se termina sola, a más tardar al abrir serums"
}

// RestoreReadBack is why a file that was just written is not trusted.
const RestoreReadBack = "se lee otra cosa que lo escrito"

// RestoreResumed says that an interrupted restore was finished.
const RestoreResumed = "una restauración había quedado a medias: se terminó"

// RestoreHalf says that a restore was interrupted after it was decided.
func RestoreHalf(cause error) string {
	return fmt.Sprintf("la restauración quedó a medias (%s); nada se perdió: se termina sola la próxima vez que abra serums", plainError(cause))
}

// RestoreLost says that files of an interrupted restore are gone. Kept is the
// backup of what was there before; it may be empty.
func RestoreLost(names []string, kept string) string {
	text := fmt.Sprintf("una restauración quedó a medias y faltan %s: restaure el respaldo otra vez", strings.Join(names, ", "))
	if kept != "" {
		text += "; lo de antes está en " + kept
	}
	return text
}

// RestoreJournalDamaged says that what an interrupted restore was to do cannot
// be read.
func RestoreJournalDamaged(path string) string {
	return path + ": una restauración quedó a medias y este archivo está dañado; muévalo a otra carpeta y restaure el respaldo otra vez"
}

// Words of respaldo.
const (
	BackupShort   = "Guardar en un archivo todo lo suyo, y restaurarlo"
	BackupLong    = "Un respaldo es un solo archivo .zip con todo lo que usted hizo y cargó: perfil, planes, notas, turnos, reglas propias y listas.\nSirve para pasar a otra máquina o para volver atrás. Lleva su orden de mérito y sus notas: guárdelo como suyo."
	BackupExample = "  serums respaldo crear\n" +
		"  serums respaldo crear D:\\mi-serums.zip\n" +
		"  serums respaldo ver mi-serums.zip\n" +
		"  serums respaldo restaurar mi-serums.zip"
	BackupMakeShort    = "Guardar todo en un archivo nuevo (por omisión, en esta carpeta)"
	BackupSeeShort     = "Mostrar y comprobar qué trae un respaldo, sin restaurarlo"
	BackupRestoreShort = "Poner lo de un respaldo en lugar de lo que hay, que se guarda aparte"
	BackupInDemo       = "los datos de demostración no se respaldan ni se restauran: quite --demo"
	BackupAsk          = "¿Restaurar? Lo que hay ahora se guarda antes en otro respaldo. [s/N] "
	BackupNeedsYes     = "restaurar reemplaza toda la biblioteca y aquí no se puede preguntar: agregue --si, o --revisar para solo mirar"
	BackupSame         = "La biblioteca ya es igual al respaldo: no se cambió nada."
	BackupChecked      = "Comprobado: todos los archivos están completos. No se cambió nada."
	BackupNotDone      = "No se restauró nada."
	PurposeBackup      = "respaldar o restaurar"
	FlagBackupYes      = "restaurar sin preguntar"
	FlagBackupDryRun   = "solo comprobar el respaldo y mostrar qué trae"
	BackupWhat         = "diga qué hace con el respaldo: «serums respaldo crear», «serums respaldo ver ARCHIVO» o «serums respaldo restaurar ARCHIVO»"
	HintBackup         = "guardar lo suyo en un .zip, o restaurarlo"
)

// BackupFileExists refuses to write over a file.
func BackupFileExists(path string) string {
	return path + " ya existe: dé otro nombre, o --reemplazar en la línea de comandos"
}

// BackupOverwrite asks before a file is replaced.
func BackupOverwrite(file string) string {
	return fmt.Sprintf("«%s» ya existe. ¿Reemplazarlo por el respaldo de ahora?", file)
}

// BackupBadEnding refuses a name that does not end in .zip.
func BackupBadEnding(file string) string {
	return fmt.Sprintf("«%s»: un respaldo termina en .zip", file)
}

// BackupInside refuses to write a backup among the files that it keeps.
func BackupInside(path string) string {
	return path + " está dentro de la biblioteca: guárdelo en otra carpeta, mejor en otro disco"
}

// InFile says in which file something is wrong.
func InFile(file, text string) string { return file + ": " + text }

// BackupMade reports what was written where.
func BackupMade(path string, files int, bytes int64) string {
	return fmt.Sprintf("Respaldo guardado en %s: %s, %s.", path, counted(files, "archivo", "archivos"), Bytes(bytes))
}

// Words of a restore in the planner.
const (
	BackupWithUnsaved  = "Lleva también lo que el disco no dejó guardar."
	BackupReturn       = "Para volver a él: Fuentes, restaurar un respaldo."
	BackupRestoreAsk   = "Respaldo que se restaura (.zip): "
	BackupRestoreWhich = "Diga qué respaldo se restaura, un archivo .zip."
	BackupRestoring    = "se está restaurando un respaldo"
	BackupHalf         = "una restauración quedó a medias; se reintenta sola hasta terminarla"
	BackupBusy         = "Se está guardando algo; espere un momento y repita."
	BackupUnsaved      = "Hay cambios que no se pudieron guardar; restaurar los perdería. Arregle el disco o salga sin guardar, y repita."
	KeyBackupRestore   = "restaurar un respaldo"
	TipBackupRestore   = "muestra qué trae y pregunta; lo que hay ahora queda en otro respaldo"
)

// BackupQuestion reports what a backup brings and asks whether it takes the place
// of what is there.
func BackupQuestion(file, madeBy, holds string) string {
	return fmt.Sprintf("«%s». %s: %s. ¿Restaurarlo? Lo que hay ahora se guarda antes en otro respaldo.", file, madeBy, holds)
}

// BackupMadeBy reports who made a backup when.
func BackupMadeBy(created time.Time, program string) string {
	return fmt.Sprintf("Hecho el %s con serums %s", created.Format("02/01/2006 15:04"), program)
}

// BackupHolds sums up a backup.
func BackupHolds(files int, bytes int64, lists, plans, turns int, profile, rules bool) string {
	return fmt.Sprintf("%s (%s): %s, %s, %s, perfil %s, reglas propias %s",
		counted(files, "archivo", "archivos"), Bytes(bytes), counted(lists, "lista", "listas"), counted(plans, "plan", "planes"),
		counted(turns, "turno", "turnos"), YesNo(profile), YesNo(rules))
}

// BackupRestored reports what a restore did; kept is empty when there was nothing.
func BackupRestored(holds, kept string) string {
	text := "Restaurado: " + holds + "."
	if kept != "" {
		text += "\nLo que había quedó en " + kept
	}
	return text
}

// Bytes writes a size as people read it: 7.4 MB.
func Bytes(n int64) string {
	switch {
	case n < 1000:
		return counted(int(n), "byte", "bytes")
	case n < 1_000_000:
		return Decimal(float64(n/100)/10) + " kB"
	}
	return Decimal(float64(n/100_000)/10) + " MB"
}
