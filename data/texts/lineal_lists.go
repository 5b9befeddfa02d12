package texts

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"brujula/data"
)

// Words of Comparar, Panorama, Fuentes and Importar in the linear mode.
const (
	LinearCompareHelp   = "Se comparan de dos a cuatro plazas. Entran desde su ficha, o desde aquí."
	LinearCompareDiffs  = "leer solo lo que difiere"
	LinearCompareAll    = "leer todo"
	LinearCompareAdd    = "agregar una plaza"
	LinearCompareAddAsk = "Letras de la plaza (0 vuelve):"
	LinearCompareSearch = "Se buscó en las dos modalidades de su profesión y su proceso, sin los filtros de Explorar."

	LinearPanoramaHelp    = "Cada desglose dice primero el total y después cada valor; el número de uno lo abre en Explorar. «Tomadas» sale de las listas de adjudicados cargadas, y si las hay solo de un proceso anterior, de él. «Mediana» es la parte de la línea que ya había elegido cuando se tomó la plaza del medio: más alta, se van más tarde."
	LinearCurvesGrade     = "cómo se fueron las plazas, por grado"
	LinearCurvesRegion    = "cómo se fueron las plazas, por región"
	LinearHistory         = "qué da cada modalidad, y la historia"
	LinearScopeProfession = "contar otra profesión"
	LinearScopeModality   = "contar otra modalidad"
	LinearScopeProcess    = "contar otro proceso"
	LinearCurvesHow       = "Parte de las plazas que ya no estaba cuando había elegido tal parte de quienes eligieron."
	LinearNoCurves        = "No hay lista de adjudicados entera de estas líneas: sin ella no hay curvas."
	LinearCut             = "La lista se cortó en un puesto; de lo que sigue no se sabe nada."

	LinearBackup      = "respaldar todo en un archivo"
	LinearBackupAsk   = "Archivo del respaldo (enter: uno con la fecha en su carpeta personal, 0 vuelve):"
	LinearSourcesHelp = "Cada lista dice de qué archivo salió, cuándo y qué filas no se leyeron."
	LinearProblems    = "Filas rechazadas y avisos"

	LinearImportAsk = "Ruta del archivo o de la carpeta (enter: la carpeta de descargas, 0 vuelve):"
	LinearUpToHelp  = "Solo si la lista se cortó en un puesto; enter si está completa."
	LinearNotStored = "No se guardó nada."
)

// LinearCompared counts the plazas that are compared.
func LinearCompared(n, most int) string {
	switch n {
	case 0:
		return SideEmpty
	case 1:
		return "Hay una sola plaza: agregue otra para ver en qué difieren."
	}
	return fmt.Sprintf("%s de %d.", counted(n, "plaza", "plazas"), most)
}

// LinearSideDone reports what was done to the comparison.
func LinearSideDone(name string, added bool, n, most int) string {
	if added {
		return fmt.Sprintf("%s entra en la comparación: %d de %d.", name, n, most)
	}
	return fmt.Sprintf("%s sale de la comparación: %d de %d.", name, n, most)
}

// LinearSide names a plaza of the comparison by its letter.
func LinearSide(letter, name string) string { return letter + ": " + name + "." }

// LinearCompareDrop offers to take a plaza out of the comparison.
func LinearCompareDrop(name string) string { return "quitar " + name }

// LinearAspect reads one line of a comparison: once for what all have, else
// plaza by plaza.
func LinearAspect(label string, values []string, differs bool, plazas int) []string {
	one := strings.NewReplacer(".\n", ". ", "\n", "; ").Replace
	switch {
	case len(values) == 0:
		return nil
	case plazas == 1:
		return []string{LinearField(label, one(values[0]))}
	case !differs && allEqual(values):
		return []string{LinearField(label+", igual", one(values[0]))}
	}
	lines := []string{label + "."}
	for i, value := range values {
		lines = append(lines, LinearField(SideLetter(i), one(value)))
	}
	return lines
}

func allEqual(values []string) bool {
	return !slices.ContainsFunc(values, func(v string) bool { return v != values[0] })
}

// LinearBreakdown names a breakdown.
func LinearBreakdown(dim string) string { return "por " + lowered(facetTitles[dim]) }

// LinearCells counts the values of a breakdown.
func LinearCells(n int) string { return counted(n, "valor", "valores") + "." }

// LinearCell is one value of a breakdown as it is read; an empty text is not
// known.
type LinearCell struct {
	Label                string
	Plazas, Seats        int
	Part                 string
	Likely               int
	LikelyKnown          bool
	Taken, Share, Median string
	TakenIn              data.Process // where it is not the one that is counted
	Cut                  bool         // what was taken is known up to some rank
	Outside              bool         // counts picks at no plaza of the offer
}

// String reads seats first, then what became of them.
func (c LinearCell) String() string {
	if c.Outside {
		return c.Label + ":" + c.taken()
	}
	if c.Plazas == 0 && c.TakenIn != "" {
		return c.Label + ": ninguna plaza ahora." + c.taken()
	}
	text := fmt.Sprintf("%s: %s en %s", c.Label, counted(c.Seats, "plaza", "plazas"), counted(c.Plazas, "lugar", "lugares"))
	if c.Part != "" && c.Part != "–" {
		text += ", " + c.Part + " del total"
	}
	text += "."
	if c.LikelyKnown {
		text += " " + LinearSentence(counted(c.Likely, "probable a su puesto", "probables a su puesto"))
	}
	return text + c.taken()
}

// taken reports what became of the seats, and in which process where it is another.
func (c LinearCell) taken() string {
	if c.Taken == "" {
		return ""
	}
	text := " Tomadas " + c.Taken
	if c.TakenIn != "" {
		text = " Tomadas en " + string(c.TakenIn) + ": " + c.Taken
	}
	if c.Cut {
		text += " o más"
	}
	if c.Share != "–" {
		text += ", " + c.Share
	}
	if c.Median != "–" {
		text += ", mediana " + c.Median
	}
	return text + "."
}

// LinearCurveLine reads how the seats of a value went.
func LinearCurveLine(label string, seats int, marks []float64, gone []string) string {
	parts := make([]string, 0, len(marks))
	for i, mark := range marks {
		parts = append(parts, fmt.Sprintf("al %.0f %%, %s", mark*100, gone[i]))
	}
	return fmt.Sprintf("%s, %s: %s.", label, counted(seats, "plaza", "plazas"), strings.Join(parts, "; "))
}

// LinearYear reads a year of the history.
func LinearYear(year int, paid, unpaid string) string {
	return fmt.Sprintf("%d: remunerada %s, equivalente %s.", year, paid, unpaid)
}

// LinearSourcesRead offers to read the lists.
func LinearSourcesRead(n int) string { return "leer " + counted(n, "lista", "listas") }

// LinearSource reads a loaded list.
func LinearSource(info *data.ListInfo) string {
	text := ListTitle(info) + ", " + counted(info.Rows, "fila", "filas")
	if info.Kind == data.KindOffer || info.Kind == data.KindAdjudication {
		text += ", " + counted(info.Seats, "plaza", "plazas")
	}
	if info.Rejected > 0 {
		text += ", " + counted(info.Rejected, "rechazada", "rechazadas")
	}
	return LinearSentence(text + ". " + info.File)
}

// LinearProblemsCount counts the rows with problems.
func LinearProblemsCount(rejected, warned int) string {
	return fmt.Sprintf("%s y %s.", counted(rejected, "fila rechazada", "filas rechazadas"), counted(warned, "aviso", "avisos"))
}

// LinearProblem reads a row with a problem.
func LinearProblem(p *data.Problem) string {
	place := cmp.Or(ProblemPlace(p), "el archivo")
	text := ProblemLevel(p.Level) + ", " + place
	if value := ProblemValue(p); value != "" {
		text += ", decía " + value
	}
	return LinearSentence(text + ": " + p.Reason)
}

// LinearGaps counts what is missing for the chances.
func LinearGaps(n int) string {
	if n == 0 {
		return SourcesMissing + ": nada, cada lista pasada tiene su oferta."
	}
	return fmt.Sprintf("%s, %s:", SourcesMissing, counted(n, "cosa", "cosas"))
}

// LinearFolder titles a folder.
func LinearFolder(path string) string { return "Carpeta " + path }

// LinearFolderCount counts what of a folder may be a list or lead to one.
func LinearFolderCount(n int) string {
	return counted(n, "nombre", "nombres") + ", las listas más nuevas primero."
}

// LinearEntry names a file or folder.
func LinearEntry(name string, folder bool) string {
	switch {
	case name == "..":
		return "Carpeta de arriba"
	case folder:
		return "Carpeta " + name
	}
	return name
}

// LinearProcessAsk asks for the process of a file.
func LinearProcessAsk(file string, says []string) string {
	if len(says) == 0 {
		return fmt.Sprintf("¿De qué proceso es %s? Por ejemplo, 2026-I:", file)
	}
	return fmt.Sprintf("¿De qué proceso es %s? (enter: %s):", file, ImportSays(says))
}

// LinearProgress reports how far a reading is.
func LinearProgress(percent int) string { return fmt.Sprintf("Leído el %d %%.", percent) }

// LinearSample reads a record of a list.
func LinearSample(record string) string { return "Muestra: " + record }

// Words of corrections to a list that was read.
const (
	LinearYesNoFix   = "(s o n; c corrige):"
	LinearFixKey     = "c"
	LinearLoaded     = "Con la lista cargada"
	LinearCorrectAsk = "Corrección, como plazas=CUPOS o tipo=adjudicados (enter: nada más)"
	LinearCorrectHow = "Escriba CAMPO=COLUMNA, con el encabezado o la letra de la columna; o tipo=oferta, proceso=2026-I, modalidad=remunerada, profesion=medicina, codificacion=cp850, encabezado=4."
)

// LinearColumn reads out a column of a list: what it is, how that was found, values.
func LinearColumn(letter, heading, field, origin string, samples []string) string {
	text := "Columna " + strings.TrimSpace(letter+" "+heading) + ": " + field
	if origin != "" {
		text += ", " + origin
	}
	if len(samples) > 0 {
		text += ". Valores: " + strings.Join(samples, ", ")
	}
	return LinearSentence(text)
}

// LinearCorrected repeats a correction.
func LinearCorrected(text string) string { return "Se leerá con " + text + "." }

// LinearStore asks whether to store a list; doubtful, although a part of it may
// be missing.
func LinearStore(doubtful bool) string {
	if doubtful {
		return "Puede faltar parte de la lista. ¿Guardarla así de todos modos?"
	}
	return "¿Guardar la lista?"
}
