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

// ArchiveForeign tells of a file that no library has.
func ArchiveForeign(name string) string {
	return fmt.Sprintf("trae %q, que no es de una biblioteca", name)
}

// ArchiveTwice tells of one name that stands there twice.
func ArchiveTwice(name string) string { return fmt.Sprintf("trae dos veces %q", name) }

// ArchiveNotPlain tells of a link, a folder or an encrypted entry.
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

// BackupFileName proposes a name for a backup made at a time.
func BackupFileName(at time.Time) string {
	return "serums-respaldo-" + at.Format("20060102-150405") + ".zip"
}

// BackupNothing says that there is nothing to keep.
func BackupNothing(dir string) string {
	return dir + ": no hay nada que respaldar: ni listas cargadas ni nada suyo"
}

// BackupTooBig says that a library exceeds what an archive may hold.
func BackupTooBig(dir string) string {
	return dir + ": la biblioteca no cabe en un respaldo; copie la carpeta"
}

// RestoreResumed says that an interrupted restore was finished.
const RestoreResumed = "una restauración había quedado a medias: se terminó"

// RestoreHalf says that a restore was interrupted after it was decided.
func RestoreHalf(cause error) string {
	return fmt.Sprintf("la restauración quedó a medias (%v); nada se perdió: se termina sola la próxima vez que abra serums", cause)
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
