package texts

import (
	"fmt"
	"unicode/utf8"
)

// Words of the versions of the plan.
const (
	VersionsTitle   = "Versiones del plan"
	VersionCurrent  = "en pantalla"
	KeyVersionOpen  = "abrir"
	KeyVersionDrop  = "borrar"
	KeyVersionCopy  = "copiar el plan"
	KeyVersionName  = "renombrar el plan"
	VersionNewLabel = "Nombre de la copia: "
	VersionNewName  = "Nuevo nombre: "
	CompareMoved    = "Se mueven"
	CompareOutcome  = "A qué llevan"
	CompareNotes    = "Otra nota"
	CompareSame     = "Son iguales: las mismas plazas en el mismo orden."

	PlanNameEmpty = "Escriba un nombre para la versión."
	PlanBusy      = "Se está guardando; pruebe otra vez en un momento."
	PlanInUse     = "Esa versión está en pantalla: abra otra antes de borrarla."
	PlanSame      = "Esa es la versión que está en pantalla: elija otra para comparar."
)

// mostNameInKey is the longest name of a plan that the footer spells out.
const mostNameInKey = 8

// currentName is the plan on the screen as the footer names it.
func currentName(name string) string {
	if utf8.RuneCountInString(name) > mostNameInKey {
		return "la actual"
	}
	return name
}

// VersionCopyKey and VersionNameKey tell which plan the keys work on.
func VersionCopyKey(name string) string { return "copiar " + currentName(name) }

// VersionNameKey is the key that renames.
func VersionNameKey(name string) string { return "renombrar " + currentName(name) }

// PlanAlone reports that there is no other version to compare with, and how to
// make one.
func PlanAlone(name string) string {
	return "Solo hay una versión, " + name + ": no hay con cuál comparar. n la copia con otro nombre; cambie la copia y compárelas."
}

// PlanOnly reports that the last version is not dropped.
func PlanOnly(name string) string {
	return "Solo hay una versión, " + name + ": no se borra. Puede quitarle líneas con d en Mi plan."
}

// PlanNoSuch reports that there is no plan of that name.
func PlanNoSuch(name string) string { return "No hay ningún plan «" + name + "»." }

// PlanInstead reports that another plan is shown at the start than the one that was
// open last, because that cannot be read, or has no lines.
func PlanInstead(last, shown string, unreadable bool) string {
	if unreadable {
		return fmt.Sprintf("El plan «%s» no se puede leer y queda como está, sin tocar; se abrió el plan «%s».", last, shown)
	}
	return fmt.Sprintf("El plan «%s» no tiene líneas guardadas; se abrió el plan «%s».", last, shown)
}

// PlanNameTaken refuses a name.
func PlanNameTaken(name string) string { return "Ya hay un plan «" + name + "»: elija otro nombre." }

// PlanOpened reports which plan is on the screen now.
func PlanOpened(name string, lines int) string {
	return fmt.Sprintf("Ahora en el plan %s (%s).", name, counted(lines, "línea", "líneas"))
}

// PlanCopied reports that a copy is on the screen now.
func PlanCopied(from, to string) string {
	return fmt.Sprintf("El plan %s es una copia del %s; ahora trabaja en %s.", to, from, to)
}

// PlanRenamed states the new name.
func PlanRenamed(from, to string) string {
	return fmt.Sprintf("El plan %s ahora se llama %s.", from, to)
}

// PlanDropped reports that a plan is gone.
func PlanDropped(name string) string { return "Plan " + name + " borrado." }

// PlanDrop asks before a plan is taken away.
func PlanDrop(name string, lines int) string {
	return fmt.Sprintf("¿Borrar el plan %s (%s)?", name, counted(lines, "línea", "líneas"))
}

// PlanNameLength refuses a name.
func PlanNameLength(most int) string { return fmt.Sprintf("escriba de 1 a %d letras", most) }

// CompareLine names a line of a version.
func CompareLine(place int, name, chance, points string) string {
	return fmt.Sprintf("%d. %s · %s · %s puntos", place, name, chance, points)
}

// VersionUnreadable stands for the lines of a version that cannot be read.
const VersionUnreadable = "no se puede leer"

// CompareLeave heads the plazas that only the first version has.
func CompareLeave(name string) string { return "Salen: solo están en " + name }

// CompareEnter heads the plazas that only the second version has.
func CompareEnter(name string) string { return "Entran: solo están en " + name }

// CompareMove reports how a plaza moved.
func CompareMove(place string, from, to int) string {
	return fmt.Sprintf("%s: del lugar %d al %d", place, from, to)
}

// CompareFigure states one figure of both versions.
func CompareFigure(label, first, second string) string {
	if first == second {
		return fmt.Sprintf("%s: %s en las dos", label, first)
	}
	return fmt.Sprintf("%s: %s → %s", label, first, second)
}

// Labels of the figures that are compared.
const (
	FigureLines       = "líneas"
	FigureWithPlace   = "con plaza"
	FigurePoints      = "puntos esperados"
	FigureNothingMost = "sin ninguna en el peor caso"
)

// CompareHeading names the two versions, the one on the screen first.
func CompareHeading(first, second string) string {
	return fmt.Sprintf("Del plan %s (en pantalla) al plan %s", first, second)
}
