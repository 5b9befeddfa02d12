package texts

import (
	"fmt"
	"strings"

	"brujula/data"
)

// Words of Mi plan in the linear mode.
const (
	LinearPlanWorth         = "lo que vale el plan"
	LinearPlanMove          = "mover líneas"
	LinearPlanRemove        = "quitar líneas"
	LinearPlanAdd           = "agregar plazas: se eligen en Explorar"
	LinearVersions          = "versiones del plan"
	LinearExport            = "exportar a un archivo"
	LinearPlanEmpty         = "Está vacío. En Explorar abra una plaza y elija «agregar al plan». Ordene por deseo: primero la que más quiere, no la más fácil."
	LinearPlanHelp          = "El plan es lo que pediría, en orden. Cada cambio se guarda en el momento. Remunerada va siempre antes que equivalente."
	LinearMoveAsk           = "¿Qué líneas mueve? (3, o 2 5 7, o 2-4, o letras, 0 vuelve):"
	LinearRemoveAsk         = "¿Qué líneas quita? (3, o 2 5 7, o 2-4, o letras, 0 vuelve):"
	LinearNoteAskLine       = "¿A qué línea? (número o letras, 0 vuelve):"
	LinearNoteAsk           = "Nota (enter la deja, un guion «-» la borra, 0 vuelve):"
	LinearNoteErase         = "-"
	LinearVersionsHelp      = "Una versión es otro plan con su nombre. La que está abierta es la que se cambia; las demás quedan como están."
	LinearVersionOpen       = "abrir otra versión"
	LinearVersionCopy       = "copiar la que está abierta"
	LinearVersionRename     = "cambiar el nombre de la que está abierta"
	LinearVersionCompare    = "comparar con otra versión"
	LinearVersionDrop       = "borrar una versión"
	LinearVersionOpenAsk    = "¿Qué versión abre? (nombre, 0 vuelve):"
	LinearVersionCompareAsk = "¿Con qué versión la compara? (nombre, 0 vuelve):"
	LinearVersionDropAsk    = "¿Qué versión borra? (nombre, 0 vuelve):"
)

// LinearNoteSure asks before a word that is a command elsewhere becomes the note.
func LinearNoteSure(text string) string {
	return fmt.Sprintf("Aquí «%s» sería la nota, no una orden. ¿Anotarlo así?", Shortened(text))
}

// LinearPlanRead offers to read the plan.
func LinearPlanRead(n int) string { return "leer " + counted(n, "línea", "líneas") }

// LinearPlanCount heads the reading.
func LinearPlanCount(n int) string {
	return counted(n, "línea", "líneas") + ", en el orden en que se piden."
}

// LinearBadLines refuses what names no lines of the plan.
func LinearBadLines(text string, total int) string {
	if total == 1 {
		return fmt.Sprintf("«%s» no dice qué línea: el plan solo tiene la 1. 0 vuelve.", Shortened(text))
	}
	return fmt.Sprintf("«%s» no dice qué líneas: escriba números de 1 a %d, como 1 %d o 1-%d, o letras que solo tenga una. 0 vuelve.", Shortened(text), total, total, total)
}

// LinearPicked reports which lines several numbers mean.
func LinearPicked(names []string) string {
	return counted(len(names), "línea", "líneas") + ": " + strings.Join(names, "; ") + "."
}

// LinearLand reports what a line of the plan is worth where it stands.
func LinearLand(land, sum float64) string {
	return fmt.Sprintf("Se queda aquí %s de cada 100 veces; en esta o una anterior, %s", hundredth(land), hundredth(sum))
}

// LinearPlanLine reads a line of the plan.
func LinearPlanLine(plaza, land, gap, note string, of, mine data.Modality) string {
	sentences := []string{plaza}
	if of != mine && mine != "" && !strings.Contains(plaza, string(of)) {
		sentences = append(sentences, string(of))
	}
	for _, text := range []string{land, gap} {
		if text != "" {
			sentences = append(sentences, text)
		}
	}
	if note != "" {
		sentences = append(sentences, FieldOwnNote+": "+note)
	}
	for i := range sentences {
		sentences[i] = LinearSentence(sentences[i])
	}
	return strings.Join(sentences, " ")
}

// LinearAdviceCount heads the advice.
func LinearAdviceCount(n int) string { return counted(n, "consejo", "consejos") + "." }

// LinearAdvice reads a sentence, and tells whether its plaza can be added.
func LinearAdvice(text string, suggests bool) string {
	if suggests {
		return text + " Su número agrega la plaza."
	}
	return text
}

// LinearFollow asks before a suggested plaza is added.
func LinearFollow(name string) string { return fmt.Sprintf("¿Agregar %s al plan?", name) }

// LinearVersion reads one version.
func LinearVersion(name string, lines int, open bool, err string) string {
	text := fmt.Sprintf("Versión %s, %s", name, counted(lines, "línea", "líneas"))
	if open {
		text += ", abierta"
	}
	if err != "" {
		text += ", " + err
	}
	return LinearSentence(text)
}

// LinearNamed asks for a name.
func LinearNamed(question, proposed string) string {
	question = strings.TrimSuffix(strings.TrimSpace(question), ":")
	if proposed == "" {
		return question + " (0 vuelve):"
	}
	return fmt.Sprintf("%s (enter: %s, 0 vuelve):", question, proposed)
}

// LinearExportAsk asks where to.
func LinearExportAsk(proposed string) string {
	return fmt.Sprintf("Archivo: su terminación elige el formato: .txt mensaje de texto, .html imprimir, .xlsx hoja de cálculo, .json copia para volver a cargar; también .md y .csv (enter: %s, 0 vuelve):", proposed)
}

// LinearExportNotes asks whether the own notes go with an export.
const LinearExportNotes = "¿Incluir sus notas? Son privadas."
