package texts

import (
	"fmt"
	"strings"
)

// ListUntitledColumn says that a column without heading was not read.
const ListUntitledColumn = "hay una columna sin encabezado: no se leyó"

// ListSpills says that a row has text beyond the last heading.
func ListSpills(column string) string {
	return "la fila tiene más celdas que encabezados (columna " + column + "): quizá un separador de más"
}

const (
	// ListNoProfession says that the row has no profession.
	ListNoProfession = "falta la profesión"
	// ListStrangeProfession says that the profession is none that is known.
	ListStrangeProfession = "la profesión no es una conocida"
	// ListZeroBytes says that a row has bytes that no text has.
	ListZeroBytes = "la fila está dañada: tiene bytes nulos en lugar de letras"
)

// ListPersonColumns names the columns about persons, which are not kept.
func ListPersonColumns(columns []string) string {
	return "columnas de personas, que no se guardan: " + strings.Join(columns, ", ")
}

const (
	// ListNameLeftOut says that a cell seems to hold a person's name.
	ListNameLeftOut = "parece el nombre de una persona: no se guardó; revise si la fila está corrida"
	// ListNoRenipress says that the row has no code.
	ListNoRenipress = "falta el código RENIPRESS"
	// ListBadRenipress says that the code is none.
	ListBadRenipress = "el código RENIPRESS debe ser un número de hasta 8 cifras"
)

// ListBadSeats says that the seats are no plausible number.
func ListBadSeats(most int) string {
	return fmt.Sprintf("el número de plazas debe ser un entero de 1 a %d", most)
}

const (
	// ListBadGrade says that the grade is none.
	ListBadGrade = "el grado de dificultad debe ser de GD-1 a GD-5"
	// ListBadFlag says that a ZAF or ZE cell is neither yes nor no.
	ListBadFlag = "no es SI ni NO: se tomó como NO"
	// ListBadRank says that the rank is none.
	ListBadRank = "el orden de mérito debe ser un entero positivo"
	// ListBadMark says that the mark is none.
	ListBadMark = "la nota debe ser un número de 0 a 20"
)

// ListOtherScale says that the marks are of another scale, of which the highest
// is given.
func ListOtherScale(highest float64) string {
	return fmt.Sprintf("las notas están en otra escala (la más alta es %.2f y aquí van de 0 a 20): se dejaron de lado", highest)
}

const (
	// ListNoRankNoMark says that the list gives neither.
	ListNoRankNoMark = "la lista no tiene orden de mérito ni nota: no sirve para estimar probabilidades"
	// ListNoRankInRow says that the row gives neither.
	ListNoRankInRow = "la fila no tiene orden de mérito ni nota"
	// ListStrangeStatus says that the outcome of a row is none that is known.
	ListStrangeStatus = "el estado no es uno conocido (adjudicó, no adjudicó, ausente, renunció, anulado): se tomó como adjudicada"
)

// ListWithoutSeat reports how many rows of an adjudicated list took no seat.
func ListWithoutSeat(names []string, counts []int) string {
	total := 0
	parts := make([]string, len(names))
	for i, name := range names {
		total += counts[i]
		parts[i] = fmt.Sprintf("%s %s", name, Thousands(counts[i]))
	}
	return fmt.Sprintf("%s sin plaza, que no ocupan ninguna: %s", counted(total, "persona", "personas"), strings.Join(parts, ", "))
}

// ListEqualRanks reports how many seats have a rank that another seat of their
// line has as well.
func ListEqualRanks(n int) string {
	return fmt.Sprintf("%s un orden de mérito que otra plaza de su profesión ya tiene: revise que no sean de listas distintas", counted(n, "plaza tiene", "plazas tienen"))
}

// ListRepeatedRows reports how many rows say word by word what another says.
func ListRepeatedRows(n int) string {
	return fmt.Sprintf("%s a otra: se tomaron como más plazas del mismo lugar", counted(n, "fila es idéntica", "filas son idénticas"))
}

// ListCopied reports that so many rows repeat another that the list may stand in
// the file more than once.
func ListCopied(n, rows int) string {
	return fmt.Sprintf("ojo: %s de %s repiten otra palabra por palabra: si la lista está copiada dos veces, las plazas salen dobles", Thousands(n), counted(rows, "fila", "filas"))
}

// ListBlank says that a cell is blank which lists fill.
const ListBlank = "celda en blanco"

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
const ListRankIgnored = "no es un número de orden: vale solo su nota"

// ListGroupedCode says that codes have marks of thousands.
func ListGroupedCode(code string) string {
	return "los códigos traen separador de miles: se leyeron sin él, como " + code
}

// ListBrokenWord says that a line break may lie inside a word.
func ListBrokenWord(taken string) string {
	return "salto de línea dentro de un texto que no se conoce: se leyó " + taken
}

// ListOtherSede says that the plaza is adjudicated elsewhere.
const ListOtherSede = "sede de adjudicación distinta de la central"

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
