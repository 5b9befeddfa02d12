package texts

import (
	"fmt"
	"strings"

	"brujula/data/filename"
)

// What a file that the program wrote is, as the user reads it.
const (
	OwnPlan    = "un plan suyo"
	OwnPage    = "un plan suyo para leer o imprimir"
	OwnBackup  = "un respaldo de su biblioteca"
	OwnListing = "una lista de plazas con probabilidades que sacó este programa"
	OwnActs    = "el registro de un turno que guardó este programa"
	OwnStored  = "un archivo de la biblioteca de este programa"
)

// ExportReadBackMark is what every export for people has said of itself since the
// first of them.
const ExportReadBackMark = "para volver a cargar el plan use"

// OwnFile says what a file of ours is, that it is no list, and what to do with it.
func OwnFile(path, what string) string {
	return fmt.Sprintf("%s es %s, no una lista para importar: %s", filename.Shown(path), what, ownHint(path, what))
}

func ownHint(path, what string) string {
	if strings.ContainsAny(path, " &()'") {
		path = `"` + path + `"`
	}
	switch what {
	case OwnPlan:
		return fmt.Sprintf("cárguelo como plan con «serums plan importar %s», o elíjalo en la pantalla Importar (I)", path)
	case OwnPage:
		return "de este formato no se vuelve a leer; cargue el mismo plan en JSON, CSV o XLSX, o expórtelo de nuevo"
	case OwnBackup:
		return fmt.Sprintf("para volver a él use «serums respaldo restaurar %s» o, en el planificador, «:respaldo restaurar»", path)
	case OwnListing:
		return "importe la lista original de donde salió"
	case OwnActs:
		return "los actos de un turno no se importan; la lista publicada de adjudicados sí"
	}
	return "ya está cargado, o se recupera con un respaldo"
}

// OwnPlanAsk asks whether a file is to be loaded as a new version of the plan.
func OwnPlanAsk(file string, lines, notes int, name string) string {
	text := fmt.Sprintf("%s es un plan suyo con %s", file, counted(lines, "línea", "líneas"))
	if notes > 0 {
		text += fmt.Sprintf(" y %s", counted(notes, "nota", "notas"))
	}
	return text + fmt.Sprintf(": ¿cargarlo como el plan %s? Los demás planes quedan como están.", name)
}

// OwnPlanEmpty says that a plan has nothing to load.
func OwnPlanEmpty(file string) string {
	return file + " es un plan suyo sin ninguna línea: no hay nada que cargar"
}

// OwnPlanLoaded says that a file is a plan now. missing counts the lines that no
// loaded list has; stored tells of a library whose lists are still to come.
func OwnPlanLoaded(file, name string, lines, missing int) string {
	text := fmt.Sprintf("%s quedó como el plan %s: %s", file, name, counted(lines, "línea", "líneas"))
	if missing > 0 {
		text += fmt.Sprintf("; %s no %s en ninguna lista cargada", Thousands(missing), plural(missing, "está", "están"))
	}
	return text
}

// OwnPlanKept says that a plan was stored before any list was: it shows with them.
func OwnPlanKept(file, name string, lines int) string {
	return fmt.Sprintf("%s quedó guardado como el plan %s (%s): se verá cuando importe la lista de plazas", file, name, counted(lines, "línea", "líneas"))
}
