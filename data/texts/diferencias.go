package texts

import (
	"fmt"
	"math"
	"strings"

	"brujula/data"
)

// Words of the command that compares two offers.
const (
	DiffShort   = "Qué cambió entre las ofertas de dos procesos"
	DiffLong    = "Compara dos ofertas cargadas, plaza por plaza (RENIPRESS, profesión y modalidad):\nnuevas, retiradas, movidas de modalidad, con más o menos plazas, de otro grado, con otros datos.\nLo que una de las listas no dice no cuenta como cambio."
	DiffExample = "  serums diferencias 2025-I 2026-I --profesion medicina --modalidad remunerada\n  serums diferencias 2025-I 2026-I --region puno --lista nuevas,sube_grado"
	FlagDiff    = "`CLASES` que se listan enteras: nuevas, retiradas, movidas, mas_plazas, menos_plazas, sube_grado, baja_grado, otros_cambios o todas"

	DiffNothing   = "Nada cambió con esos filtros."
	DiffMeans     = "Qué significa"
	DiffSignNew   = "N"
	DiffSignMoved = "M"
	DiffSignOther = "~"

	ScopeChange = "Columna «Nuevo»"
	SignNew     = "nueva: el proceso anterior no la ofrecía"
	SignMoved   = "movida de la otra modalidad"
	SignSeats   = "una plaza más, una menos"
	SignGrade   = "tenía otro grado: GD-4"
	SignBonus   = "ganó o perdió un bono"
	SignOther   = "cambió otro dato"

	DiffPlazaNew  = "no estaba antes: su probabilidad se apoya en plazas parecidas"
	DiffPlazaGone = "ya no se ofrece"
)

// CardChangeSince labels what changed of a plaza.
func CardChangeSince(before data.Process) string { return CardChange + " desde " + string(before) }

// DiffSignSeats and DiffSignGrade write a change in a table.
func DiffSignSeats(n int) string { return fmt.Sprintf("%+d", n) }

// DiffSignBonus names a bonus that a plaza has or no longer has.
func DiffSignBonus(name string, has bool) string {
	if has {
		return "+" + name
	}
	return "-" + name
}

// DiffSignGrade names the grade that a plaza had.
func DiffSignGrade(was int) string { return fmt.Sprintf("G%d", was) }

var diffTitles = map[string]string{
	"nuevas": "Nuevas", "retiradas": "Retiradas", "movidas": "Movidas de modalidad", "mas_plazas": "Con más plazas",
	"menos_plazas": "Con menos plazas", "sube_grado": "Suben de grado", "baja_grado": "Bajan de grado", "otros_cambios": "Con otros datos",
}

// DiffTitle names an aspect.
func DiffTitle(aspect string) string { return diffTitles[aspect] }

// DiffHeading heads the answer.
func DiffHeading(before, after data.Process) string {
	return fmt.Sprintf("De %s a %s", before, after)
}

// DiffTotals counts both offers within the filter.
func DiffTotals(p data.Process, plazas, seats int) string {
	return fmt.Sprintf("%s: %s · %s", p, counted(plazas, "lugar", "lugares"), counted(seats, "plaza", "plazas"))
}

// DiffCountHeading is the heading of the classes.
func DiffCountHeading(before, after data.Process) []string {
	return []string{"Cambio", "Lugares " + string(before), "Lugares " + string(after), "Plazas"}
}

// DiffSame names the line of what did not change.
const DiffSame = "Sin cambio"

// DiffSum names the line of the totals.
const DiffSum = "En total"

// DiffAlso reports plazas that differ in a way, and are counted in another class.
func DiffAlso(title string, n int) string {
	return fmt.Sprintf("  %s: además %s de otra clase.", title, counted(n, "lugar contado dentro", "lugares contados dentro"))
}

// Words of the page of the differences.
const (
	ScreenChanges  = "Diferencias"
	DiffNoPair     = "Para comparar hacen falta las ofertas de dos procesos en la misma modalidad: impórtelas con I."
	DiffComparing  = "Comparando las dos ofertas…"
	KeyChanges     = "qué cambió"
	TipChanges     = "Qué cambió entre dos ofertas, por clases que suman, con sus plazas y lo que significa para la probabilidad."
	KeyChangesOpen = "ver sus plazas"
	TipChangesOpen = "De la clase a sus plazas, y de la plaza a su ficha."
	KeyChangesPair = "otros procesos"
	HintChanges    = "qué cambió entre dos ofertas"
)

// DiffClassTitle heads the plazas of a class.
func DiffClassTitle(title string, n int) string {
	return fmt.Sprintf("%s: %s", title, counted(n, "lugar", "lugares"))
}

// DiffClassSome heads the first plazas of a class, with the key that shows all of them.
func DiffClassSome(title string, shown, all int) string {
	if shown < all {
		return fmt.Sprintf("%s · %d de %s (enter)", title, shown, Thousands(all))
	}
	return title + " (enter)"
}

// DiffPlace writes a plaza of a class; all tells that it may be of any line.
func DiffPlace(p *data.Plaza, changed string, all bool) string {
	text := p.Establishment + " · " + Where(p.Province, p.Region)
	if all {
		text += fmt.Sprintf(" · %s %s", PlaceName(p.Profession), p.Modality)
	}
	return text + " · " + changed
}

// LinearChanges states a class of changes in a sentence.
func LinearChanges(title string, plazas, seats int) string {
	return fmt.Sprintf("%s: %s, %s plazas", title, counted(plazas, "lugar", "lugares"), Signed(seats))
}

// DiffChanged joins what changed of a plaza.
func DiffChanged(words []string) string { return strings.Join(words, "; ") }

var diffMeans = map[string]string{
	"nuevas":        "Sin historia propia: su probabilidad se apoya en plazas parecidas y su rango es más ancho.",
	"retiradas":     "Ya no se pueden pedir; quienes las habrían tomado elegirán entre las que quedan.",
	"movidas":       "Entran en otra línea: la remunerada se adjudica primero, la equivalente entre quienes quedan.",
	"mas_plazas":    "Siguen libres hasta que se toma la última: más fáciles de alcanzar.",
	"menos_plazas":  "Se llenan con menos personas: más difíciles de alcanzar.",
	"sube_grado":    "Dan más puntos que antes: lo que pasó con ellas fue bajo otro grado, y pueden irse antes.",
	"baja_grado":    "Dan menos puntos que antes: lo que pasó con ellas fue bajo otro grado, y pueden irse más tarde.",
	"otros_cambios": "Cambió nombre, lugar, institución, categoría, presupuesto o bono: mire cuál; un bono mueve la probabilidad.",
}

// DiffClassMeans reports what a change of a class does to the chance of a plaza.
func DiffClassMeans(aspect string) string { return diffMeans[aspect] }

// Signed writes a difference with its sign.
func Signed(n int) string {
	if n > 0 {
		return "+" + Thousands(n)
	}
	return Thousands(n)
}

// DiffMissing reports that a modality was not compared.
func DiffMissing(p data.Process, m data.Modality) string {
	return fmt.Sprintf("La modalidad %s no se compara: falta la oferta %s.", m, p)
}

// DiffMore reports how many lines of a list are not shown.
func DiffMore(n int, aspect string) string {
	return fmt.Sprintf("  … y %s más: --lista %s las muestra todas", Thousands(n), aspect)
}

// BadDiffAspect refuses a word of --lista.
func BadDiffAspect(word string, known []string) string {
	return fmt.Sprintf("«%s» no es una clase de cambio: use %s o todas", word, strings.Join(known, ", "))
}

// DiffSameProcess refuses to compare a process with itself.
func DiffSameProcess(p data.Process) string {
	return fmt.Sprintf("%s y %s son el mismo proceso: dé dos distintos", p, p)
}

// DiffProcessMissing reports that a process has no offer.
func DiffProcessMissing(p data.Process, loaded []string) string {
	return fmt.Sprintf("no hay ninguna oferta %s cargada: están %s", p, strings.Join(loaded, ", "))
}

// DiffNoCommon reports that the two have no modality in common.
func DiffNoCommon(before, after data.Process) string {
	return fmt.Sprintf("%s y %s no tienen cargada la misma modalidad: importe la que falta con «serums importar oferta»", before, after)
}

// DiffNoProcessFilter refuses --proceso.
const DiffNoProcessFilter = "los procesos van como argumentos: «serums diferencias 2025-I 2026-I»"

// DiffLine writes one plaza of a list: place first, then what changed.
func DiffLine(p *data.Plaza, changed string) string {
	return fmt.Sprintf("  %s %s · %s · %s · %s · %s", p.Renipress, p.Establishment, PlaceName(p.Profession), p.Modality, Where(p.Province, p.Region), changed)
}

// DiffOffered states seats and grade of a new plaza or one that is gone.
func DiffOffered(p *data.Plaza) string {
	return GradeText(p.Grade) + " · " + counted(p.Seats, "plaza", "plazas")
}

// DiffField writes one attribute that changed.
func DiffField(key, before, after string) string {
	switch key {
	case "gd":
		return fmt.Sprintf("grado GD-%s → GD-%s", before, after)
	case "zaf", "ze":
		if after == YesNo(true) {
			return "ahora con " + FieldName(key)
		}
		return "ya sin " + FieldName(key)
	}
	return fmt.Sprintf("%s %s → %s", FieldName(key), before, after)
}

// DiffSeatsMean reports what another number of seats does to a place in the line;
// oneLine tells that the seats are of one line, where a place means something.
func DiffSeatsMean(before data.Process, was, is int, oneLine bool) string {
	if is == was {
		return fmt.Sprintf("Hay las mismas plazas que en %s: un mismo puesto alcanza, en conjunto, lo mismo.", before)
	}
	more, sign, n := "más", "+", is-was
	if is < was {
		more, sign, n = "menos", "−", was-is
	}
	text := fmt.Sprintf("Hay %s %s que en %s (%s%s %%)", counted(n, "plaza", "plazas"), more, before, sign, Decimal(math.Abs(float64(is-was))/float64(was)*100))
	if !oneLine {
		return text + "."
	}
	half := (is + 1) / 2
	then := int(math.Round(float64(half) * float64(was) / float64(is))) // the same share of the line: r × N_then / N_now
	return text + fmt.Sprintf(": a media línea, el puesto %s de ahora encuentra gastada la misma parte que el %s de entonces.", Thousands(half), Thousands(then))
}

// DiffApplicantsMean reports what more applicants do to a mark.
func DiffApplicantsMean(profession string, before, after data.Process, was, is int, source string) string {
	word := "peor"
	if is < was {
		word = "mejor"
	}
	return fmt.Sprintf("Postulantes de %s: %s en %s, %s en %s: la misma nota da ahora un puesto %s. Las dos cifras pueden no contar a las mismas personas (%s).",
		profession, Thousands(was), before, Thousands(is), after, word, source)
}

// DiffNewMean reports what new plazas mean.
func DiffNewMean(n int, before data.Process) string {
	return fmt.Sprintf("%s sin historia propia: nadie sabe cuándo se van, y su probabilidad se apoya en plazas parecidas de %s.", counted(n, "plaza nueva está", "plazas nuevas están"), before)
}

// DiffGoneMean reports what plazas that are gone mean.
func DiffGoneMean(n int) string {
	return fmt.Sprintf("%s: quienes las habrían tomado elegirán entre las que quedan.", counted(n, "plaza ya no está", "plazas ya no están"))
}

// DiffPlazaMoved reports what another modality means.
func DiffPlazaMoved(now data.Modality) string {
	if now == data.Remunerada {
		return "ahora es remunerada: se adjudica primero y entra en la cola de los que buscan pago"
	}
	return "ahora es equivalente: sin pago, se adjudica después de las remuneradas"
}

// DiffPlazaMoreSeats reports what more seats mean.
func DiffPlazaMoreSeats(was, is int) string {
	return fmt.Sprintf("de %d a %d plazas: sigue libre hasta que se toma la última, así que es más fácil alcanzarla", was, is)
}

// DiffPlazaFewerSeats reports what fewer seats mean.
func DiffPlazaFewerSeats(was, is int) string {
	return fmt.Sprintf("de %d a %d plazas: se llena con menos personas, así que es más difícil alcanzarla", was, is)
}

// DiffPlazaGrade reports what another grade means; points are nil where none
// are stated.
func DiffPlazaGrade(was, is int, pointsWas, pointsIs *float64) string {
	text := fmt.Sprintf("de GD-%d a GD-%d", was, is)
	if pointsWas != nil && pointsIs != nil {
		text += fmt.Sprintf(" (%s a %s puntos, reportado)", Decimal(*pointsWas), Decimal(*pointsIs))
	}
	return text + ": lo que pasó antes con ella fue bajo otro grado; tómelo con reserva"
}
