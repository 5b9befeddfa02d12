package texts

import (
	"fmt"
	"strings"

	"brujula/data"
)

// Words of the commands that look into an official list without storing it.
const (
	StandingShort   = "Mi puesto según una lista de mérito o de notas: se lee, no se guarda"
	StandingLong    = "Dice cuántos van delante de una nota, o de una persona de la lista, y los empates.\nCon las notas de un proceso anterior el puesto es una proyección, y así se dice."
	StandingExample = "  serums puesto merito-2026-i.pdf --nota 15.40 --profesion medicina\n  serums puesto merito-2026-i.xlsx --texto \"apellido nombre\"\n  serums puesto adjudicados-2025-i.csv --nota 15.40 --profesion medicina --de 2025-I --para 2026-I --postulantes 6033"
	FlagMark        = "`NOTA` de mérito o del examen, de 0 a 20"
	FlagFindText    = "`TEXTO` que está en mi fila y en ninguna otra: no se guarda"
	FlagListOf      = "`PROCESO` del que es la lista, si el archivo no lo dice"
	FlagFor         = "`PROCESO` en el que postulo; si es posterior al de la lista, el puesto es una proyección"
	FlagApplicants  = "cuántos postulan ahora en mi profesión: la proyección se lleva a ese `NÚMERO`"
	FlagStandingOf  = "`PROFESIÓN`, si la lista tiene varias"

	FindShort   = "Buscar a una persona en el archivo oficial: se lee, no se guarda"
	FindLong    = "Muestra las filas del archivo que contienen todas las palabras, sin distinguir mayúsculas ni tildes.\nNo guarda nada. Los archivos oficiales llevan nombres de personas: úselos con cuidado."
	FindExample = "  serums buscar-adjudicado adjudicados-2025-i.pdf \"apellido nombre\""
	FindNothing = "Ninguna fila contiene ese texto."
	FindEmpty   = "el texto que se busca está vacío"

	StandingOne       = "diga --nota o --texto, una de las dos"
	StandingNoMarks   = "la lista no tiene notas: busque su fila con --texto"
	StandingNotFound  = "ninguna fila contiene ese texto"
	StandingNoRank    = "su fila está, pero no trae puesto ni nota que se lea"
	StandingTieNote   = "Cómo se desempata no está publicado: dentro del empate puede tocarle cualquier lugar."
	StandingProjected = "PROYECTADO: no es su puesto, sino dónde habría quedado esa nota en una lista anterior."
)

// BadMark refuses a mark.
func BadMark(mark float64) string {
	return fmt.Sprintf("%v no es una nota: van de más de 0 a 20", mark)
}

// BadApplicants refuses a number of applicants.
func BadApplicants(n int) string { return fmt.Sprintf("%d no es un número de postulantes", n) }

// StandingWhich asks for the profession.
func StandingWhich(known []string) string {
	return "la lista tiene varias profesiones: diga --profesion: " + strings.Join(known, ", ")
}

// StandingUnknown tells that the list has no such profession.
func StandingUnknown(profession string, known []string) string {
	return fmt.Sprintf("la lista no tiene «%s»: tiene %s", profession, strings.Join(known, ", "))
}

// StandingSeveral tells that the text is in several rows.
func StandingSeveral(n int) string {
	return fmt.Sprintf("%s contienen ese texto: agregue palabras hasta que quede una", counted(n, "fila", "filas"))
}

// StandingList names the list.
func StandingList(file string, p data.Process, profession string, of int) string {
	parts := []string{file}
	if p != "" {
		parts = append(parts, string(p))
	}
	if profession != "" {
		parts = append(parts, profession)
	}
	return strings.Join(append(parts, counted(of, "fila con puesto o nota", "filas con puesto o nota")), " · ")
}

// StandingPlace tells the place and how many go before.
func StandingPlace(mark float64, before, equal, best, worst, stated int) string {
	place := "puesto " + Thousands(best)
	if worst > best {
		place = fmt.Sprintf("puesto entre %s y %s", Thousands(best), Thousands(worst))
	}
	text := fmt.Sprintf("%s: %s delante", place, countedVerb(before, "va 1", "van %s"))
	if mark > 0 {
		text = fmt.Sprintf("Con %s, ", Decimal2(mark)) + text
	}
	if stated > 0 {
		text = fmt.Sprintf("La lista le da el puesto %s: %s delante", Thousands(stated), countedVerb(before, "va 1", "van %s"))
	}
	switch {
	case equal > 1 || equal == 1 && worst > best:
		text += fmt.Sprintf("; %s", counted(equal, "fila tiene esa misma nota", "filas tienen esa misma nota"))
	case equal == 1 && stated == 0:
		text += fmt.Sprintf("; 1 fila tiene esa misma nota: si no es la suya, puesto entre %s y %s", Thousands(best), Thousands(best+1))
	}
	return text + "."
}

// StandingOtherScale tells that marks are of another scale, of which the highest
// is given.
func StandingOtherScale(highest float64) string {
	return fmt.Sprintf("las notas de la lista están en otra escala (la más alta es %s y aquí van de 0 a 20): no se comparan con la suya; busque su fila por un texto", Decimal2(highest))
}

// StandingPassed tells how many of those before took no place.
func StandingPassed(n, before int) string {
	if n == 0 {
		return "Según la lista, todos los que van delante tomaron plaza."
	}
	return fmt.Sprintf("Según la lista, de %s delante %s plaza.", Thousands(before), countedVerb(n, "1 no tomó", "%s no tomaron"))
}

// StandingUnread tells that rows of the list could not be read.
func StandingUnread(n int, first string) string {
	return fmt.Sprintf("%s sin un puesto o nota que se lea; la primera: %s.", counted(n, "fila", "filas"), first)
}

func countedVerb(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return fmt.Sprintf(many, Thousands(n))
}

// Decimal2 writes a mark with two decimals, as the lists print them.
func Decimal2(x float64) string { return fmt.Sprintf("%.2f", x) }

// StandingScaled tells what the place would be among another number.
func StandingScaled(best, worst, then, now int) string {
	place := "hacia el " + Thousands(best)
	if worst > best {
		place = fmt.Sprintf("entre el %s y el %s, más o menos", Thousands(best), Thousands(worst))
	}
	return fmt.Sprintf("Llevado de %s a %s postulantes en la misma proporción, sería %s.", Thousands(then), Thousands(now), place)
}

// FoundRow writes a row that was found.
func FoundRow(where string, cells []string) string { return where + ": " + strings.Join(cells, " · ") }

// FoundCount counts the rows that were found.
func FoundCount(n int) string { return counted(n, "fila", "filas") + ". No se guardó nada." }
