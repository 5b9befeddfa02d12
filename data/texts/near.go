package texts

import (
	"fmt"
	"math"

	"brujula/data"
)

// Words of who took what near a rank.
const (
	ScreenNear   = "Cerca de mi orden"
	NearShort    = "Qué eligieron, la vez pasada, quienes estaban cerca de un puesto o de una nota (sin nombres)"
	NearExample  = "  serums cerca --profesion medicina --modalidad remunerada --puesto 812 --ancho 50\n  serums cerca --profesion medicina --modalidad remunerada --nota 15.2 --ancho 0.3"
	NearGrades   = "Por grado"
	NearRegions  = "Por región"
	NearInst     = "Por institución"
	NearList     = "Lo que eligieron"
	NearNoPast   = "ninguna lista de adjudicados cargada tiene esta línea; impórtela con su oferta"
	NearNobody   = "Nadie de la lista cae en ese tramo."
	NearNeedsOne = "dé --puesto o --nota, uno solo"
	NearNoRank   = "Diga su orden de mérito (P, mi perfil) o una nota (m)."
	NearUnknown  = "(sin dato en la oferta)"
	NearAskMark  = "Nota (0 a 20; vacío vuelve al puesto): "
	FlagNearMark = "`nota` del examen o puntaje, de 0 a 20"
	FlagNearWide = "cuántos puestos (o puntos de nota) a cada lado: `N`"
	KeyNearWider = "más ancho"
	KeyNearLess  = "más angosto"
	KeyNearMark  = "por nota"
	KeyNearPast  = "otro proceso"
	NearOnlyOne  = "De esta línea no hay otro proceso cargado con sus adjudicados."
	LinearNearOf = "De qué proceso"
	HintNear     = "qué eligieron los cercanos a mi orden"
)

// NearPlace writes a place, or the places that a tie shares.
func NearPlace(from, to int) string {
	if to > from {
		return Thousands(from) + "–" + Thousands(to)
	}
	return Thousands(from)
}

// NearBadMark answers what is no mark.
func NearBadMark(text string) string {
	return fmt.Sprintf("«%s» no es una nota: escriba un número entre 0 y 20", text)
}

// NearSummary is what a look near a rank stands on.
type NearSummary struct {
	Process  data.Process
	Modality data.Modality
	Rank     int
	Width    int
	Mark     float64
	Range    float64
	Found    int
	Line     int
	ByRank   bool
	Ties     int
	Unknown  int
	Cut      int

	Others    []data.Process // that could be asked about as well
	Scale     string         // of the marks: the key of its kind; "" where it is not known
	Then, Now int            // seats of the line then, and of the applicant's now; 0 for unknown
}

// Title heads the look.
func (s NearSummary) Title() string {
	if s.Mark > 0 {
		return fmt.Sprintf("%s %s: notas %s ± %s · %s", s.Process, s.Modality, Mark(s.Mark), Mark(s.Range), counted(s.Found, "plaza elegida", "plazas elegidas"))
	}
	return fmt.Sprintf("%s %s: puesto %s ± %s · %s", s.Process, s.Modality, Thousands(s.Rank), Thousands(s.Width), counted(s.Found, "plaza elegida", "plazas elegidas"))
}

// Notes says how the places were found and what to mind, a sentence each.
func (s NearSummary) Notes() []string {
	var out []string
	switch {
	case s.Mark > 0:
	case s.ByRank:
		out = append(out, fmt.Sprintf("El puesto es el del orden de mérito de %s, que la lista trae.", s.Process))
	default:
		out = append(out, fmt.Sprintf("La lista no trae puestos: se usa el lugar por nota entre las %s plazas tomadas de la línea. "+
			"No es lo mismo que el orden de mérito, que cuenta también el promedio y a quienes pasaron.", Thousands(s.Line)))
	}
	if text := nearScales[s.Scale]; text != "" {
		out = append(out, text)
	}
	if text := s.lengths(); text != "" {
		out = append(out, text)
	}
	if s.Ties > 0 && s.Mark == 0 {
		out = append(out, fmt.Sprintf("%s con la misma nota que otras: el empate se reparte los lugares y entra entero si toca el tramo.", counted(s.Ties, "plaza tomada", "plazas tomadas")))
	}
	if s.Unknown > 0 {
		out = append(out, fmt.Sprintf("%s sin puesto ni nota: no se sabe dónde van.", counted(s.Unknown, "plaza tomada", "plazas tomadas")))
	}
	if s.Cut > 0 {
		out = append(out, fmt.Sprintf("La lista llega solo hasta el puesto %s.", Thousands(s.Cut)))
	}
	if len(s.Others) > 0 {
		words := data.Words(s.Others)
		out = append(out, fmt.Sprintf("De esta línea también %s %s.", plural(len(words), "está cargado", "están cargados"), joined(words)))
	}
	return append(out, "Lo que eligieron otros otra vez no dice qué quedará libre esta vez: para eso está la probabilidad.")
}

// nearScales tell what the marks of a list are, by the key of their kind.
var nearScales = map[string]string{
	"merito":     "Sus notas son puntajes de mérito (evaluación y promedio juntos): no se comparan con una nota de evaluación.",
	"evaluacion": "Sus notas son de la evaluación sola (pasos de 0.20): no se comparan con un puntaje de mérito.",
}

// lengths reports which rank of now has as much of its line before it as the one that
// was asked for had then, where the lines differ in length.
func (s NearSummary) lengths() string {
	if s.Mark > 0 || s.Then <= 0 || s.Now <= 0 || s.Then == s.Now {
		return ""
	}
	same := max(1, int(math.Round(float64(s.Rank)*float64(s.Then)/float64(s.Now))))
	return fmt.Sprintf("La línea tenía entonces %s plazas y tiene ahora %s: a su puesto %s de ahora le corresponde, por plazas, el %s de entonces.",
		Thousands(s.Then), Thousands(s.Now), Thousands(s.Rank), Thousands(same))
}

// NearHeading heads the list of picks.
func NearHeading() []string {
	return []string{"Lugar", "Nota", "GD", "RENIPRESS", "Establecimiento", "Provincia", "Región", "Institución"}
}

// NearMark writes a mark, a dash where there is none.
func NearMark(x float64) string {
	if x <= 0 {
		return "–"
	}
	return Mark(x)
}
