package texts

import (
	"fmt"
	"math"

	"brujula/data"
	"brujula/data/fold"
)

// Words of the report of a past process.
const (
	YearIntro         = "Qué se ofreció, qué se tomó y en qué turno: lo que pasó una vez, según las listas publicadas. No dice qué quedará libre la próxima; para eso está la probabilidad."
	YearOverview      = "La línea"
	YearGrades        = "Por grado de dificultad"
	YearGradesSaid    = "Cuándo se fueron la mitad y la última de las plazas de cada grado, y qué parte de la línea se había ido, de media, al tomarse una."
	YearRegions       = "Por región, de la más a la menos disputada"
	YearRegionsSaid   = "Donde la parte de la línea ya ida es menor, las plazas se tomaron antes."
	YearPassed        = "Quiénes pasaron sin elegir"
	YearPassedUnknown = "No se sabe: la lista no trae puestos de mérito, solo quienes tomaron plaza."
	YearLines         = "Todas las líneas del proceso"
	YearHardest       = "Las que se fueron primero"
	YearHardestSaid   = "Las más difíciles de alcanzar: su última plaza se tomó antes que la de las demás."
	YearEasiest       = "Las que se fueron al final, o sobraron"
	YearEasiestSaid   = "Las más fáciles de alcanzar: sobraron, o su última plaza se tomó después que la de las demás."
	YearConditions    = "Condiciones reportadas de estos lugares"
	YearNothingSince  = "No hay cargada una oferta posterior de esta línea con que comparar."
	YearByRank        = "El turno es el puesto en el orden de mérito de quien tomó la plaza, como lo publicó el ministerio."
	YearByMark        = "La lista trae notas y no puestos: el orden es el de las notas, y quienes empatan se fueron dentro de un mismo tramo, del que se dice el final."
	YearCaveat        = "Hecho con Brújula SERUMS en esta máquina, de las listas que el usuario cargó. No es un documento oficial."
	YearNoPast        = "ninguna lista cargada dice cómo fue esa línea: importe la oferta y los adjudicados de ese proceso"

	YearShort       = "Cómo fue el proceso anterior: un informe que se imprime en cuatro hojas"
	YearLong        = "Ofertadas y tomadas, última plaza de cada grado, lugares y regiones más y menos disputados, quiénes pasaron,\ncondiciones reportadas y qué cambió desde entonces. Con --archivo escribe una página HTML; sin él, lo dice aquí."
	YearExample     = "  serums informe --profesion medicina --archivo informe.html\n  serums informe --profesion enfermeria --proceso 2024-I --json"
	FlagYearFile    = "escribe el informe en `ARCHIVO`, una página HTML"
	FlagYearProcess = "`PROCESO` pasado; si no se dice, el último del que hay adjudicados"
	YearNotHTML     = "el informe se escribe como página web: termine el nombre del archivo en .html"
	YearNeedsLine   = "diga --profesion, y --modalidad si no es la remunerada"
	KeyYear         = "informe del proceso anterior"
	TipYear         = "Escribe cómo fue la última vez en una página que se imprime en cuatro hojas."
	YearAsk         = "Informe en el archivo"
	LinearYearbook  = "Informe del proceso anterior"
)

// YearFile proposes a name for the report of a line.
func YearFile(l data.Line) string {
	return fmt.Sprintf("informe-%s-%s-%s.html", l.Process, fold.Squash(l.Profession), l.Modality)
}

// YearWritten reports where the report is.
func YearWritten(path string) string { return "Informe en " + path }

// LinearYearFile asks where to write the report; an empty answer has it read.
func LinearYearFile(name string) string {
	return "Archivo donde guardarlo, por ejemplo " + name + " (enter lo lee aquí):"
}

// YearExists refuses to write over a file.
func YearExists(file string) string {
	return "ya existe " + file + " y no se tocó: dé otro nombre"
}

// YearTitle names the report.
func YearTitle(l data.Line) string {
	return fmt.Sprintf("Cómo fue %s: %s, %s", l.Process, l.Profession, l.Modality)
}

// YearTaken counts what was offered and taken.
func YearTaken(places, seats, taken int, whole bool) string {
	text := fmt.Sprintf("%s en %s: se tomaron %s", counted(seats, "plaza ofrecida", "plazas ofrecidas"), counted(places, "lugar", "lugares"), Thousands(taken))
	switch {
	case !whole:
		return text + " hasta donde llega la lista, que está cortada."
	case taken >= seats:
		return text + ", todas."
	}
	return text + fmt.Sprintf("; sobraron %s.", Thousands(seats-taken))
}

// YearUnplaced reports that some seats have no known turn.
func YearUnplaced(n int) string {
	return fmt.Sprintf("De %s no se sabe el turno: la fila no trae puesto ni nota.", counted(n, "plaza tomada", "plazas tomadas"))
}

// YearTurn writes when a seat went; "–" where no seat did.
func YearTurn(pick, rank int, mark float64) string {
	switch {
	case pick == 0:
		return "–"
	case rank > 0:
		return "puesto " + Thousands(rank)
	case mark > 0:
		return fmt.Sprintf("turno %s (nota %s)", Thousands(pick), Mark(mark))
	}
	return "turno " + Thousands(pick)
}

// YearLeft reports that seats were left.
func YearLeft(n int) string { return countedVerb(n, "sobró 1", "sobraron %s") }

// YearGroupHead names the columns of the table of grades.
func YearGroupHead() []string {
	return []string{"", "Plazas", "La mitad se fue", "La última", "Línea ya ida"}
}

// YearPassedHead heads those who passed.
func YearPassedHead() []string { return []string{"Puestos", "No tomaron plaza", "De ellos"} }

// YearLinesHead heads the lines.
func YearLinesHead() []string {
	return []string{"Profesión", "Modalidad", "Ofrecidas", "Tomadas", "Sobraron"}
}

// YearPlacesHead heads the places.
func YearPlacesHead() []string {
	return []string{"Establecimiento", "Lugar", "Grado", "Bono", "Plazas", "La última"}
}

// YearTopicsHead heads the topics.
func YearTopicsHead() []string { return []string{"Tema", "Lugares con nota", "Con nota grave"} }

// YearStretch names part of the line.
func YearStretch(from, to int) string { return Thousands(from) + "–" + Thousands(to) }

// YearPassedSaid counts those who passed.
func YearPassedSaid(n, last int) string {
	return fmt.Sprintf("De los primeros %s puestos, hasta el último que eligió en su turno, %s sin tomar plaza (%s).",
		Thousands(last), countedVerb(n, "1 quedó", "%s quedaron"), PlainPercent(float64(n)/float64(max(1, last))))
}

// PlainPercent writes a share that is counted and no chance.
func PlainPercent(share float64) string { return Decimal(math.Round(share*1000)/10) + " %" }

// YearNoted counts the places with a note of their own.
func YearNoted(n, of int) string {
	return fmt.Sprintf("%s de %s tienen una nota propia, de su distrito o de su provincia.", Thousands(n), counted(of, "lugar", "lugares"))
}

// YearCondition states one grave note.
func YearCondition(place, text, source, date string) string {
	if date != "" {
		source += ", " + date
	}
	return fmt.Sprintf("▲▲▲ %s: %s (%s)", place, text, source)
}

// YearSince heads what changed since.
func YearSince(later data.Process) string {
	if later == "" {
		return "Qué cambió desde entonces"
	}
	return "Qué cambió hasta " + string(later)
}

// YearSource names a list that the report stands on.
func YearSource(info *data.ListInfo) string {
	return fmt.Sprintf("%s: %s, leída el %s, SHA-256 %s…", ListTitle(info), info.File, info.Imported.Format("02/01/2006"), info.SHA256[:min(12, len(info.SHA256))])
}
