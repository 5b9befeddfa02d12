package texts

import (
	"fmt"
	"strings"
)

// The texts of this file say what package lists found in a table. Those with
// Hint tell what to do; the others say what is the matter.

// ListNoHeading says that no heading row was found.
func ListNoHeading() string { return "no se encontró la fila de encabezados de una lista" }

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
func ListMisnamedHint() string {
	return "descárguelo de nuevo: quizá se guardó una página de error en su lugar"
}

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

// ListNoHeadingHint tells which headings are looked for, and how to say where
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

// ListColumnsHint tells how to say what a column is, with the columns that the
// file has.
func ListColumnsHint(columns []string) string {
	return "diga cuál es cada una con --columna, por ejemplo --columna renipress=C; el archivo tiene: " + strings.Join(columns, ", ")
}

// ListNoColumn says that the user names a column that the file does not have.
func ListNoColumn(name string) string { return "el archivo no tiene una columna " + name }

// ListNoSeats says that no column of an offer gives the seats.
func ListNoSeats() string { return "ninguna columna dice cuántas plazas hay en cada fila" }

// ListNoSeatsHint tells what to do about it.
func ListNoSeatsHint(columns []string) string {
	return "diga cuál con --columna plazas=…, o --columna plazas=una si cada fila es una plaza; el archivo tiene: " + strings.Join(columns, ", ")
}

// ListNoRows says that the list has no row that could be taken.
func ListNoRows() string { return "hay encabezados, pero ninguna fila que se pueda leer" }

// ListNoRowsHint tells what to do about it.
func ListNoRowsHint() string { return "revise que el archivo sea la lista completa" }

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

// ListNoPlaza says that a list has no column of plazas.
func ListNoPlaza() string { return "ninguna plaza" }

// ListNoMark says that a list has no column of marks.
func ListNoMark() string { return "ninguna nota" }

// ListNoSeatsColumn says that a list has no column of offered seats.
func ListNoSeatsColumn() string { return "ninguna columna de plazas ofertadas" }

// ListOfPersons says that a list holds names of persons.
func ListOfPersons() string { return "nombres de personas" }

// ListPlaza says that a list has a column of establishments.
func ListPlaza() string { return "establecimiento" }

// ListNeedProcess says that the process is not known.
func ListNeedProcess() string { return "no se sabe de qué proceso es la lista" }

// ListNeedProcessHint tells how to give it; suggestion may be empty.
func ListNeedProcessHint(suggestion string) string {
	if suggestion == "" {
		suggestion = "2026-I"
	}
	return "indique --proceso, por ejemplo --proceso " + suggestion
}

// ListNeedModality says that the modality is not known.
func ListNeedModality() string { return "no se sabe de qué modalidad es la lista" }

// ListNeedModalityHint tells how to give it.
func ListNeedModalityHint() string {
	return "indique --modalidad remunerada o --modalidad equivalente"
}

// ListConflict says that every row is of another process or modality than the
// options state.
func ListConflict(process, modality string) string {
	said := strings.TrimSpace(process + " " + modality)
	return "las filas dicen " + said + ", otra cosa que lo indicado"
}

// ListConflictHint tells what to do about it.
func ListConflictHint() string { return "corrija o quite --proceso y --modalidad" }

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
func ListHiddenSheet() string {
	return "hoja oculta: no se leyó; para leerla indique --hoja y su nombre"
}

// ListSheetWithoutList says that a sheet has no list in it.
func ListSheetWithoutList() string { return "hoja sin encabezados de una lista: se pasó por alto" }

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
func ListMissingSeats() string { return "sin columna de plazas: cada fila se contó como una plaza" }

// ListUntitledColumn says that a column without heading was not read.
func ListUntitledColumn() string { return "hay una columna sin encabezado: no se leyó" }

// ListSpills says that a row has text beyond the last heading.
func ListSpills(column string) string {
	return "la fila tiene más celdas que encabezados (columna " + column + "): quizá un separador de más"
}

// ListNoProfession says that the row has no profession.
func ListNoProfession() string { return "falta la profesión" }

// ListStrangeProfession says that the profession is none that is known.
func ListStrangeProfession() string { return "la profesión no es una conocida" }

// ListZeroBytes says that a row has bytes that no text has.
func ListZeroBytes() string { return "la fila está dañada: tiene bytes nulos en lugar de letras" }

// ListPersonColumns names the columns about persons, which are not kept.
func ListPersonColumns(columns []string) string {
	return "columnas de personas, que no se guardan: " + strings.Join(columns, ", ")
}

// ListNameLeftOut says that a cell seems to hold a person's name.
func ListNameLeftOut() string {
	return "parece el nombre de una persona: no se guardó; revise si la fila está corrida"
}

// ListNoRenipress says that the row has no code.
func ListNoRenipress() string { return "falta el código RENIPRESS" }

// ListBadRenipress says that the code is none.
func ListBadRenipress() string { return "el código RENIPRESS debe ser un número de hasta 8 cifras" }

// ListBadSeats says that the seats are no plausible number.
func ListBadSeats(most int) string {
	return fmt.Sprintf("el número de plazas debe ser un entero de 1 a %d", most)
}

// ListBadGrade says that the grade is none.
func ListBadGrade() string { return "el grado de dificultad debe ser de GD-1 a GD-5" }

// ListBadFlag says that a ZAF or ZE cell is neither yes nor no.
func ListBadFlag() string { return "no es SI ni NO: se tomó como NO" }

// ListBadRank says that the rank is none.
func ListBadRank() string { return "el orden de mérito debe ser un entero positivo" }

// ListBadMark says that the mark is none.
func ListBadMark() string { return "la nota debe ser un número de 0 a 20" }

// ListOtherScale says that the marks are of another scale, of which the highest
// is given.
func ListOtherScale(highest float64) string {
	return fmt.Sprintf("las notas están en otra escala (la más alta es %.2f y aquí van de 0 a 20): se dejaron de lado", highest)
}

// ListNoRankNoMark says that the list gives neither.
func ListNoRankNoMark() string {
	return "la lista no tiene orden de mérito ni nota: no sirve para estimar probabilidades"
}

// ListNoRankInRow says that the row gives neither.
func ListNoRankInRow() string { return "la fila no tiene orden de mérito ni nota" }

// ListStrangeStatus says that the outcome of a row is none that is known.
func ListStrangeStatus() string {
	return "el estado no es uno conocido (adjudicó, no adjudicó, ausente, renunció, anulado): se tomó como adjudicada"
}

// ListWithoutSeat tells how many rows of an adjudicated list took no seat.
func ListWithoutSeat(names []string, counts []int) string {
	total := 0
	parts := make([]string, len(names))
	for i, name := range names {
		total += counts[i]
		parts[i] = fmt.Sprintf("%s %s", name, Thousands(counts[i]))
	}
	return fmt.Sprintf("%s sin plaza, que no ocupan ninguna: %s", counted(total, "persona", "personas"), strings.Join(parts, ", "))
}

// ListEqualRanks tells how many seats have a rank that another seat of their
// line has as well.
func ListEqualRanks(n int) string {
	return fmt.Sprintf("%s un orden de mérito que otra plaza de su profesión ya tiene: revise que no sean de listas distintas", counted(n, "plaza tiene", "plazas tienen"))
}

// ListRepeatedRows tells how many rows say word by word what another says.
func ListRepeatedRows(n int) string {
	return fmt.Sprintf("%s a otra: se tomaron como más plazas del mismo lugar", counted(n, "fila es idéntica", "filas son idénticas"))
}

// ListCopied tells that so many rows repeat another that the list may stand in
// the file more than once.
func ListCopied(n, rows int) string {
	return fmt.Sprintf("ojo: %s de %s repiten otra palabra por palabra: si la lista está copiada dos veces, las plazas salen dobles", Thousands(n), counted(rows, "fila", "filas"))
}

// ListBlank says that a cell is blank which lists fill.
func ListBlank() string { return "celda en blanco" }

// ListUnknownValue says that a value is in no known list; it was kept.
func ListUnknownValue(taken string) string {
	return "valor que no se conoce: se conservó como " + taken
}

// ListOpenProfession says that a profession is told without what makes it one of
// several.
func ListOpenProfession(taken string, among []string) string {
	return "falta la especialidad: quedó como " + taken + ", fuera de las líneas de " + strings.Join(among, ", ")
}

// ListRankIgnored says that a rank is no number.
func ListRankIgnored() string { return "no es un número de orden: vale solo su nota" }

// ListGroupedCode says that codes have marks of thousands.
func ListGroupedCode(code string) string {
	return "los códigos traen separador de miles: se leyeron sin él, como " + code
}

// ListBrokenWord says that a line break may lie inside a word.
func ListBrokenWord(taken string) string {
	return "salto de línea dentro de un texto que no se conoce: se leyó " + taken
}

// ListOtherSede says that the plaza is adjudicated elsewhere.
func ListOtherSede() string { return "sede de adjudicación distinta de la central" }

// ListConflictingRow says that a further row of a plaza differs from the first.
func ListConflictingRow(first int) string {
	return fmt.Sprintf("otra fila de la misma plaza (fila %d) dice algo distinto: quedó lo de esa fila", first)
}

// ListNotInOffer says that no plaza of the loaded offer agrees with the row.
func ListNotInOffer(process string) string {
	return "sin código RENIPRESS y sin una plaza igual en la oferta cargada de " + process
}

// ListAmbiguous says that several plazas agree with the row.
func ListAmbiguous(n int) string {
	return fmt.Sprintf("sin código RENIPRESS: %d plazas de la oferta coinciden", n)
}

// ListRepeated adds the number of rows that a reason stands for.
func ListRepeated(reason string, n int) string { return fmt.Sprintf("%s (%s)", reason, listRows(n)) }

// ListMoreProblems says how many problems are not listed.
func ListMoreProblems(n int) string { return fmt.Sprintf("y %d problemas más", n) }

func listRows(n int) string {
	if n == 1 {
		return "1 fila"
	}
	return fmt.Sprintf("%d filas", n)
}

// ListTablesBeside says that rows of a second table, in the same rows of the
// file, were not read.
func ListTablesBeside(from, to string, rows int) string {
	return fmt.Sprintf("las columnas %s a %s repiten los encabezados de las que se leyeron: parece otra tabla al lado, con %s, que no se leyó. Póngala debajo de la primera, o en otra hoja, e importe de nuevo",
		from, to, counted(rows, "fila", "filas"))
}
