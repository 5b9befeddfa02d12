package texts

import (
	"fmt"
	"strings"
)

// LeavePending asks before the program ends with acts or notes that are not on
// the disk.
func LeavePending(unsaved string) string { return unsaved + " ¿Salir y perder lo que falta?" }

// LeaveWriting asks who wants to leave while something is still being written.
const LeaveWriting = "Todavía se está guardando. ¿Salir ya? Lo que falte se intenta guardar una última vez."

// SaveFault reports that one of the last saves failed by a fault of the program.
func SaveFault(fault string) string {
	return "no se pudo guardar todo por un error propio (" + fault + "); lo demás se guardó"
}

// LeaveUnsaved asks before the program ends with plans, or the profile, that
// could not be stored.
func LeaveUnsaved(plans []string, profile bool) string {
	const leave = " ¿Salir y perder los cambios?"
	if len(plans) == 0 {
		return "Su perfil NO está en el disco." + leave
	}
	what, is := plural(len(plans), "El plan", "Los planes")+" "+strings.Join(plans, ", "), plural(len(plans), "está", "están")
	if profile {
		what, is = what+" y su perfil", "están"
	}
	return fmt.Sprintf("%s NO %s en el disco. Puede exportar el plan con E antes de salir.%s", what, is, leave)
}
