package texts

import (
	"cmp"
	"fmt"
)

// ExportMenuTitle heads the menu of exports.
func ExportMenuTitle(plan string) string { return "Exportar el plan " + plan }

// ExportPurpose says what an export in a format is for.
func ExportPurpose(format string) string {
	return cmp.Or(map[string]string{
		"txt":  "Mensaje de texto",
		"html": "Imprimir",
		"xlsx": "Hoja de cálculo",
		"csv":  "Texto con «;» para otra hoja",
	}[format], "Copia para volver a cargar")
}

// ExportInto names the file of an export; notes, that the own notes go with it.
func ExportInto(file string, notes bool) string {
	if notes {
		return file + " con notas"
	}
	return file
}

// ExportFolder names the folder that exports are written to; "" is not known.
func ExportFolder(folder string) string {
	folder = cmp.Or(folder, "en la que se abrió el programa")
	return "Carpeta: " + folder
}

// ExportNotesState says whether the own notes go with an export.
func ExportNotesState(written bool) string {
	if written {
		return "Sus notas privadas van en el archivo: n las quita."
	}
	return "Sus notas privadas no van: n las incluye."
}

// Exported reports where an export went.
func Exported(path, holds string) string {
	return fmt.Sprintf("Plan escrito (%s) en %s", holds, path)
}

// NoHomeFolder tells why "~/" names no folder.
const NoHomeFolder = "no se sabe cuál es su carpeta personal: escriba la ruta completa"

// Overwrite asks before a file is replaced.
func Overwrite(file string) string { return fmt.Sprintf("Ya existe %s. ¿Reemplazarlo?", file) }
