package texts

import (
	"fmt"
	"strings"
)

// Words of the notes about plazas.
const (
	NotesShort       = "Lo que se reporta de una plaza: ver, agregar, quitar, exportar"
	NotesLong        = "Notas sobre establecimientos, por tema, con fuente y fecha. Son reportes, no hechos: los que se contradicen\nquedan lado a lado. No llevan nombres de personas, y se pasan en un CSV: renipress, tema, nota, fuente, fecha."
	NotesViewShort   = "Las notas de un establecimiento, o de todos"
	NotesAddShort    = "Agregar una nota"
	NotesRemoveShort = "Quitar la nota N de un establecimiento"
	NotesExportShort = "Escribir todas las notas en un CSV para pasarlas"
	NotesImportShort = "Notas que otros reportaron: renipress, tema, nota, fuente, fecha"
	NotesExample     = "  serums notas agregar 3949 --tema acceso --nota \"4 h a pie desde Lircay\" --fuente \"serumista 2024-I\" --fecha 2024-11\n  serums notas ver 3949\n  serums notas exportar notas.csv"
	NotesImportEx    = "  serums importar notas notas.csv"
	FlagTopic        = "`TEMA`: acceso, servicios, seguridad, clima, equipamiento, referencias, equipo, carga, turnos, idioma, salud o actualidad"
	FlagNote         = "`TEXTO` de la nota, sin nombres de personas"
	FlagNoteSource   = "`FUENTE`: de dónde se sabe, sin nombres de personas"
	FlagNoteDate     = "`FECHA` de lo que se cuenta: 2025, 2025-01 o 2025-01-28"

	NoteBadDate       = "no es una fecha: escriba 2025, 2025-01 o 2025-01-28"
	NoteEmpty         = "está vacía: una nota sin texto o sin fuente no se guarda"
	NotePersonal      = "lleva un correo, un teléfono o un documento de identidad: quítelo"
	NoteNamesSomeone  = "parece nombrar a una persona: si es así, quite el nombre antes de pasarla"
	NoteAskNames      = "La nota parece nombrar a una persona. ¿Guardarla así?"
	NoteNotKept       = "No se guardó: escríbala sin el nombre."
	NoteNamesNeedsYes = "la nota parece nombrar a una persona, y no se guardó: escríbala sin el nombre o, si no nombra a nadie, repita con --si"
	FlagNoteYes       = "guardar sin preguntar una nota que parece nombrar a una persona"
	NotesColumnUnread = "la columna habla de personas: no se lee"
	NotesNoHeading    = "no hay un encabezado con renipress, tema y nota"
	NotesNoRows       = "ninguna nota se pudo leer"
	NotesForm         = "la forma acordada es renipress;tema;nota;fuente;fecha"
	NotesNone         = "No hay notas guardadas."
	NotesReported     = "Reportado (no verificado)"
	NotesDisagree     = "no coinciden"
	PurposeNotes      = "notas"

	KeyReport       = "escribir una nota"
	KeyReportShort  = "nota"
	TipReport       = "Lo que se sabe del lugar, con tema, fuente y fecha; se guarda sin nombres y se puede pasar a otros."
	NoteFieldTopic  = "Tema"
	NoteFieldText   = "Qué se sabe"
	NoteFieldSource = "De dónde se sabe"
	NoteFieldDate   = "Cuándo (año, o año-mes)"
	NoteFormIntro   = "Un reporte, no un hecho: queda al lado de los que digan otra cosa. Sin nombres de personas, teléfonos ni correos."
)

// NoteBadTopic refuses a topic.
func NoteBadTopic(known []string) string {
	return "no es un tema: use " + strings.Join(known, ", ")
}

// NoteTooLong refuses a long text.
func NoteTooLong(most int) string { return fmt.Sprintf("pasa de %d letras", most) }

// NoteFault writes a fault of a note that was typed.
func NoteFault(column, value, reason string) string {
	if value == "" {
		return fmt.Sprintf("--%s: %s", column, reason)
	}
	return fmt.Sprintf("--%s «%s» %s", column, Shorten(value, 40), reason)
}

// NoteLine writes one note.
func NoteLine(text, source, date string) string {
	if date != "" {
		source += ", " + date
	}
	return text + " (" + source + ")"
}

// NoteTopic heads the notes of a topic.
func NoteTopic(topic string, disagree bool) string {
	if disagree {
		return RiskTopic(topic) + ", " + NotesDisagree
	}
	return RiskTopic(topic)
}

// NotesOf heads the notes of an establishment.
func NotesOf(code, name string, n int) string {
	if name != "" {
		code += " " + name
	}
	return fmt.Sprintf("%s · %s", code, counted(n, "nota", "notas"))
}

// NotesNoneOf reports that there is none of an establishment.
func NotesNoneOf(code string) string { return "No hay notas de " + code + "." }

// NoteAdded reports that a note was kept, and of which establishment; name may be
// empty.
func NoteAdded(code, name string, n int) string {
	if name != "" {
		code = name + " (RENIPRESS " + code + ")"
	}
	return fmt.Sprintf("Nota guardada: %s tiene ahora %s.", code, counted(n, "nota", "notas"))
}

// NotesNotSaved reports that notes are kept here but are not on the disk.
func NotesNotSaved(n int, why string) string {
	return fmt.Sprintf("%s: %s; %s en esta ventana y el programa lo intentará otra vez por sí solo",
		plural(n, "la nota NO se guardó", fmt.Sprintf("%d notas NO se guardaron", n)), why, plural(n, "sigue", "siguen"))
}

// NotesUnsaved reports how many notes would be lost.
func NotesUnsaved(n int) string {
	return fmt.Sprintf("%s sobre plazas SIN GUARDAR en el disco.", counted(n, "nota", "notas"))
}

// NoteUnsavedMark stands before a note that is not on the disk yet.
const NoteUnsavedMark = "sin guardar todavía"

// NoteRepeated tells that the note was there already.
const NoteRepeated = "Esa nota ya estaba: no cambia nada."

// NoteRemoved reports which note was taken out.
func NoteRemoved(text string) string { return "Nota quitada: " + text }

// NoteNoSuch refuses a number.
func NoteNoSuch(code string, n int) string {
	return fmt.Sprintf("%s no tiene nota %d: «serums notas ver %s» las numera", code, n, code)
}

// NoteUnknownPlaza warns that no loaded offer has the establishment.
func NoteUnknownPlaza(code string) string {
	return "ninguna oferta cargada tiene el RENIPRESS " + code + ": revise el código"
}

// NotesMerged reports what an import of notes adds.
func NotesMerged(file string, added, repeated, total int) string {
	return fmt.Sprintf("Notas · %s\n%s, %s; en total %s", file, counted(added, "nueva", "nuevas"), counted(repeated, "ya estaba", "ya estaban"), counted(total, "nota", "notas"))
}

// NotesExported reports where the notes went.
func NotesExported(n int, file string) string {
	return fmt.Sprintf("%s en %s. Léalas antes de pasarlas: no deben nombrar a nadie.", counted(n, "nota", "notas"), file)
}

// NotesUnknownCodes reports how many notes are of no offered establishment.
func NotesUnknownCodes(n int) string {
	return fmt.Sprintf("%s de establecimientos que ninguna oferta cargada tiene.", counted(n, "nota es", "notas son"))
}

// NotesInfoFile is the name under which notes that were typed are listed.
const NotesInfoFile = "notas propias"

// NoteFormFault says what is wrong with a note that was written in the form.
func NoteFormFault(column, reason string) string { return "La " + column + " " + reason + "." }
