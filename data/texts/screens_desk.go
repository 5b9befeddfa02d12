package texts

import "fmt"

// Words that several screens say of the plan, the profile and the library.
const (
	DemoNotStored = "son datos de demostración: no se guarda nada; importe una lista para empezar (:importar)"
	NothingToUndo = "Nada que deshacer."
	NothingToRedo = "Nada que rehacer."
	ImportDone    = "Lista guardada en la biblioteca."
)

// ReadOnlyWindow reports why this window may not write.
func ReadOnlyWindow(why string) string {
	return "esta ventana solo mira, sin guardar: " + why
}

// OnlyLooksShort is said where there is no room for the reason.
const OnlyLooksShort = "solo mira, no guarda"

// OnlyLooksBanner is the standing warning where there is no room for the reason.
const OnlyLooksBanner = "Esta ventana solo mira: lo que pase se registra en la otra."

// NotSaved reports that the plan is on the screen but not on the disk.
func NotSaved(why string) string {
	return "el plan NO se guardó: " + why + "; sigue en pantalla y el programa lo intentará otra vez por sí solo"
}

// ProfileNotSaved reports that the profile holds here but is not on the disk.
func ProfileNotSaved(why string) string {
	return "el perfil NO se guardó: " + why + "; vale en esta ventana y el programa lo intentará otra vez por sí solo"
}

// SavedAfterAll tells that all that was refused by the disk is on it.
const SavedAfterAll = "Guardado: lo que no se había podido guardar ya está en el disco."

// ActAdded and the like tell what was done to the plan.
func ActAdded(name string, n, place int) string {
	if n > 1 {
		return fmt.Sprintf("%s agregadas desde el lugar %d", counted(n, "plaza", "plazas"), place)
	}
	return fmt.Sprintf("%s agregada en el lugar %d", name, place)
}

// WhereThePlanIs follows what was added from another screen.
const WhereThePlanIs = " (2: Mi plan)"

// ActRemoved reports what was taken out.
func ActRemoved(name string, n int) string {
	if n > 1 {
		return counted(n, "plaza quitada", "plazas quitadas")
	}
	return name + " quitada del plan"
}

// ActMoved reports what was moved.
func ActMoved(name string, n, from, to int) string {
	if n > 1 {
		return fmt.Sprintf("%s movidas al lugar %d", counted(n, "plaza", "plazas"), to)
	}
	return fmt.Sprintf("%s: del lugar %d al %d", name, from, to)
}

// ActNoted reports whose note was changed.
func ActNoted(name string) string { return "nota de " + name }

// ActReplaced reports that the whole plan is another.
func ActReplaced(n int) string { return "plan reemplazado: " + counted(n, "línea", "líneas") }

// Undone reports what was taken back.
func Undone(act string) string { return "Deshecho: " + act }

// ReaderFault reports that a file made the reader itself fail.
func ReaderFault(path string, fault any) string {
	return fmt.Sprintf("%s: el lector falló con este archivo (%v); no se guardó nada: descárguelo de nuevo o guárdelo como CSV", path, fault)
}

// Redone reports what was done again.
func Redone(act string) string { return "Rehecho: " + act }
