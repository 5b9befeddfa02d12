package texts

import (
	"cmp"
	"fmt"
	"strings"
)

// The texts of this file say what package lists found in a table. Those with
// Hint tell what to do; the others say what is the matter.

// ListNoHeading says that no heading row was found.
const ListNoHeading = "no se encontró la fila de encabezados de una lista"

// ListProse says that a file of text holds no table.
const ListProse = "es un texto, no una tabla con los encabezados de una lista"

// ListProseHint tells what can be read in its place.
const ListProseHint = "elija una lista del MINSA, de plazas ofertadas o de adjudicados, en PDF, XLSX o CSV"

// ListMisnamed says that a file is not what its name says, and holds no list
// either. The arguments are names of formats.
func ListMisnamed(claimed, found string) string {
	what := "un texto"
	if found != "CSV" {
		what = "un archivo " + found
	}
	return "no es " + bookOrFile(claimed) + ", aunque su nombre lo diga: es " + what + " sin los encabezados de una lista"
}

// ListMisnamedHint tells what to do about it.
const ListMisnamedHint = "descárguelo de nuevo: quizá se guardó una página de error en su lugar"

// ListNotNamedFormat says that a file is not what its name says, nor anything
// else that is known.
func ListNotNamedFormat(claimed string) string {
	return "no es " + bookOrFile(claimed) + ", aunque su nombre lo diga, o está dañado"
}

func bookOrFile(format string) string {
	if format == "XLSX" {
		return "un libro de Excel"
	}
	return "un archivo " + format
}

// ListHalfHeading says that a row has some headings, but not those of a list.
func ListHalfHeading(found []string) string {
	return "los encabezados no bastan para una lista; solo se reconoció: " + strings.Join(found, ", ")
}

// ListNoHeadingHint reports which headings are looked for, and how to say where
// they are; likely is the row that looks most like them, 0 for none.
func ListNoHeadingHint(likely int) string {
	hint := "la tabla debe tener encabezados como PROFESIÓN, CÓDIGO RENIPRESS y N° PLAZAS"
	if likely > 0 {
		hint += fmt.Sprintf("; si son otros, diga su fila y qué es cada columna: --encabezado %d --columna plazas=C", likely)
	}
	return hint
}

// ListMissingRequired says which columns the list cannot do without.
func ListMissingRequired(fields []string) string {
	return "faltan columnas indispensables: " + strings.Join(fields, ", ")
}

// ListColumnsHint reports how to say what a column is, with the columns that the
// file has.
func ListColumnsHint(columns []string) string {
	return "diga cuál es cada una con --columna, por ejemplo --columna renipress=C; el archivo tiene: " + strings.Join(columns, ", ")
}

// ListNoColumn says that the user names a column that the file does not have.
func ListNoColumn(name string) string { return "el archivo no tiene una columna " + name }

// ListNoSeats says that no column of an offer gives the seats.
const ListNoSeats = "ninguna columna dice cuántas plazas hay en cada fila"

// ListNoSeatsHint reports what to do about it.
func ListNoSeatsHint(columns []string) string {
	return "diga cuál con --columna plazas=…, o --columna plazas=una si cada fila es una plaza; el archivo tiene: " + strings.Join(columns, ", ")
}

// ListNoRows says that the list has no row that could be taken.
const ListNoRows = "hay encabezados, pero ninguna fila que se pueda leer"

// ListNoRowsHint tells what to do about it.
const ListNoRowsHint = "revise que el archivo sea la lista completa"

// ListAllRejected says that every row was rejected, and why the first was.
func ListAllRejected(reason string) string {
	return "ninguna fila se pudo leer; la primera: " + reason
}

// ListWrongKind says what sort of list the file is, when another was wanted,
// and why.
func ListWrongKind(kind, why string) string {
	return "el archivo es " + kindWords(kind) + because(why)
}

func kindWords(kind string) string {
	switch kind {
	case "oferta":
		return "una oferta de plazas"
	case "adjudicados":
		return "una lista de plazas adjudicadas"
	}
	return "un " + kind
}

func because(why string) string {
	if why == "" {
		return ""
	}
	return " (" + why + ")"
}

// ListWrongKindHint names the command for the sort of list that the file is,
// and how to insist on the other.
func ListWrongKindHint(kind, wanted string) string {
	use := "use: serums puesto"
	switch kind {
	case "oferta":
		use = "use: serums importar oferta"
	case "adjudicados":
		use = "use: serums importar adjudicados"
	}
	if wanted == "oferta" || wanted == "adjudicados" {
		use += "; o, si no lo es, agregue --como " + wanted
	}
	return use
}

// ListDoubtfulKind says what a list was read as although it might be another.
func ListDoubtfulKind(kind, why string) string {
	return "se leyó como " + kindWords(kind) + because(why) + ": revise que lo sea"
}

// ListKindWhy says what a list was taken for, what speaks for it and, where it
// is in doubt, against it.
func ListKindWhy(kind string, pro, contra []string, lacking string) string {
	text := ""
	if len(pro) > 0 {
		text = "tiene " + joined(pro)
	}
	if lacking != "" {
		and := " y "
		if len(pro) > 1 {
			and = ", y "
		}
		text = strings.TrimPrefix(text+and+lacking, and)
	}
	if len(contra) > 0 {
		text += ", aunque también " + joined(contra)
	}
	return text
}

// ListKindRemembered says that the user said of a former list with the same
// headings what it is.
func ListKindRemembered(kind string) string {
	return "usted dijo que era " + kindWords(kind) + " la vez anterior"
}

// joined writes a list with "y" before the last.
func joined(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	last, and := words[len(words)-1], " y "
	if strings.HasPrefix(last, "i") {
		and = " e "
	}
	return strings.Join(words[:len(words)-1], ", ") + and + last
}

const (
	// ListNoPlaza says that a list has no column of plazas.
	ListNoPlaza = "ninguna plaza"
	// ListNoMark says that a list has no column of marks.
	ListNoMark = "ninguna nota"
	// ListNoSeatsColumn says that a list has no column of offered seats.
	ListNoSeatsColumn = "ninguna columna de plazas ofertadas"
	// ListOfPersons says that a list holds names of persons.
	ListOfPersons = "nombres de personas"
	// ListPlaza says that a list has a column of establishments.
	ListPlaza = "establecimiento"
	// ListNeedProcess says that the process is not known.
	ListNeedProcess = "no se sabe de qué proceso es la lista"
)

// ListNeedProcessHint reports how to give it; suggestion may be empty.
func ListNeedProcessHint(suggestion string) string {
	suggestion = cmp.Or(suggestion, "2026-I")
	return "indique --proceso, por ejemplo --proceso " + suggestion
}

// ListNeedModality says that the modality is not known.
const ListNeedModality = "no se sabe de qué modalidad es la lista"

// ListNeedModalityHint tells how to give it.
const ListNeedModalityHint = "indique --modalidad remunerada o --modalidad equivalente"

// ListConflict says that every row is of another process or modality than the
// options state.
func ListConflict(process, modality string) string {
	said := strings.TrimSpace(process + " " + modality)
	return "las filas dicen " + said + ", otra cosa que lo indicado"
}

// ListConflictHint tells what to do about it.
const ListConflictHint = "corrija o quite --proceso y --modalidad"

// ListForeignRows says how many rows of another process or modality were
// passed over.
func ListForeignRows(n int) string {
	return fmt.Sprintf("%s de otro proceso o modalidad, según el propio archivo: no se importaron", listRows(n))
}

// ListTitleSays says that the title names something else than the options.
func ListTitleSays(said, taken string) string {
	return fmt.Sprintf("el título dice %s; se importó como %s, según lo indicado", said, taken)
}

// ListTitleNamesTwo says that the title names more than one process.
func ListTitleNamesTwo(one, other string) string {
	return fmt.Sprintf("no se sabe de qué proceso es la lista: su título nombra %s y %s", one, other)
}

// ListTitleUnsure says that the title's process cannot be read for sure.
func ListTitleUnsure(said string) string {
	return fmt.Sprintf("no se sabe de qué proceso es la lista: el título dice «%s», que no se lee con seguridad", said)
}

// ListNameSays says that the name of the file names another process.
func ListNameSays(said, taken string) string {
	return fmt.Sprintf("el nombre del archivo dice %s y la lista es de %s: revise cuál es", said, taken)
}

// ListColumnSays says that rows name another process than their title.
func ListColumnSays(title, row string) string {
	return fmt.Sprintf("el título dice %s y la columna del proceso %s: se tomó lo de la columna", title, row)
}

// ListBadProcess says that a cell names no process, and which was taken.
func ListBadProcess(taken string) string {
	return "no es un proceso como 2026-I: se tomó " + taken
}

// ListTotalDiffers says that the stated total is not the sum of the seats.
func ListTotalDiffers(declared, sum int) string {
	return fmt.Sprintf("el total declarado es %d, pero las plazas leídas suman %d", declared, sum)
}

// ListHiddenRows says that hidden rows were read.
func ListHiddenRows(n int) string { return listRows(n) + " ocultas en la hoja: también se leyeron" }

// ListHiddenColumns says that hidden columns were read.
func ListHiddenColumns(n int) string {
	return fmt.Sprintf("hay columnas ocultas en la hoja (%d): también se leyeron", n)
}

// ListHiddenSheet says that a hidden sheet was passed over.
const ListHiddenSheet = "hoja oculta: no se leyó; para leerla indique --hoja y su nombre"

// ListSheetWithoutList says that a sheet has no list in it.
const ListSheetWithoutList = "hoja sin encabezados de una lista: se pasó por alto"

// ListSheetRepeats says that a sheet has plazas of another one once more.
func ListSheetRepeats(n int) string {
	return listRows(n) + " de esta hoja repiten plazas de otra: sus cupos se sumaron; si es una copia, indique --hoja"
}

// ListMergedCells says that merged cells were filled.
func ListMergedCells(n int) string {
	return fmt.Sprintf("celdas combinadas: su valor se tomó para las filas que abarcan (%d celdas)", n)
}

// ListUncachedFormulas says that formulas have no stored result.
func ListUncachedFormulas(n int) string {
	return fmt.Sprintf("fórmulas sin resultado guardado (%d), leídas como vacías; ábralo en Excel y guárdelo", n)
}

// ListMissingColumns says which useful columns the list does not have.
func ListMissingColumns(fields []string) string {
	return "la lista no tiene estas columnas: " + strings.Join(fields, ", ")
}

// ListMissingSeats says that every row was counted as one seat.
const ListMissingSeats = "sin columna de plazas: cada fila se contó como una plaza"
