package texts

import (
	"fmt"
	"strings"

	"brujula/data"
)

// Words of why a plaza has its chance.
const (
	WhyLabel     = "Por qué"
	WhyUnsure    = "Incierto"
	WhyTurnLabel = "Su turno"
	ReasonUp     = "sube"
	ReasonDown   = "baja"
)

// WhyTitle heads the reasons of a chance.
func WhyTitle(chance float64) string { return WhyLabel + " " + Percent(chance) }

// WhyTurn reports where the turn stands in its line.
func WhyTurn(gone float64, seats int) string {
	return "cuando llegue " + goneOf(int(gone+0.5), "a", counted(seats, "plaza", "plazas"))
}

// goneOf counts, roughly, what will be gone of all; the ending is "a" or "o", the
// gender of what is counted.
func goneOf(gone int, ending, all string) string {
	switch gone {
	case 0:
		return "no se habrá ido casi ningun" + ending + " de " + all
	case 1:
		return "se habrá ido más o menos un" + ending + " de " + all
	}
	return "se habrán ido un" + ending + "s " + Thousands(gone) + " de " + all
}

// ReasonSign reports in a word and a sign whether a reason raises the chance.
func ReasonSign(raises bool) string {
	if raises {
		return "↑ " + ReasonUp
	}
	return "↓ " + ReasonDown
}

// Reason is one reason for a chance.
type Reason struct {
	Kind    string // the key of its kind
	Raises  bool
	Chance  float64 // with it
	Without float64 // the chance without it
	Name    string  // of the place, institution or category
	Grade   int
	ZAF     bool
	Stories []Story
	Group   *GroupFact
}

// GroupFact is how the seats of a group went in a past process.
type GroupFact struct {
	Process     data.Process
	Seats, Left int
	Mean, Usual float64 // share of the line that was gone when a seat went: of the group, of all
}

// ReasonWithout parts a reason from the chance that there would be without it.
const ReasonWithout = "; sin esto, "

// String states the reason, and what the chance would be without it.
func (r *Reason) String() string {
	if r.idle() {
		return r.what()
	}
	return r.what() + ReasonWithout + Percent(r.Without)
}

// Short states the reason in a few words: its sign, what it is and what the chance
// would be without it.
func (r *Reason) Short() string {
	sign, _, _ := strings.Cut(ReasonSign(r.Raises), " ")
	if r.idle() {
		return sign + " " + r.name()
	}
	return fmt.Sprintf("%s %s: sin esto %s", sign, r.name(), Percent(r.Without))
}

// idle reports whether the chance without it is written as the chance with it.
func (r *Reason) idle() bool { return Percent(r.Without) == Percent(r.Chance) }

func (r *Reason) name() string {
	switch r.Kind {
	case "grado":
		return GradeText(r.Grade)
	case "institucion":
		return ShortInstitution(r.Name)
	case "categoria":
		return "categoría " + r.Name
	case "bono":
		if r.ZAF {
			return "bono ZAF"
		}
		return "sin bono ZAF"
	}
	return map[string]string{
		"plaza": "lo suyo de antes", "establecimiento": "su establecimiento", "distrito": "su distrito", "provincia": "su provincia",
		"region": "su región", "alrededores": "sus alrededores", "ciudad": "distancia a ciudad", "este_acto": "este acto",
	}[r.Kind]
}

// when reports whether the plazas meant go late or soon.
func (r *Reason) when() string {
	if r.Raises {
		return "más tarde"
	}
	return "antes"
}

func (r *Reason) what() string {
	switch r.Kind {
	case "plaza":
		return r.own()
	case "establecimiento":
		return "las plazas de su establecimiento, de cualquier profesión, se van " + r.when() + " que las parecidas" + r.fact()
	case "distrito":
		return r.place("en su distrito, "+r.Name+", ", "que en otros parecidos")
	case "provincia":
		return r.place("en su provincia, "+r.Name+", ", "que en otras parecidas")
	case "region":
		return r.place("en la región "+r.Name+" ", "que en otras")
	case "alrededores":
		return "en los alrededores las plazas se van " + r.when()
	case "ciudad":
		return "por su distancia a una ciudad grande se va " + r.when()
	case "grado":
		return "las de " + GradeText(r.Grade) + " se van " + r.when() + r.fact()
	case "institucion":
		return "las de " + r.Name + " se van " + r.when() + r.fact()
	case "categoria":
		return "las de categoría " + r.Name + " se van " + r.when() + r.fact()
	case "bono":
		if r.ZAF {
			return "las que tienen bono ZAF se van " + r.when()
		}
		return "las que no tienen bono ZAF se van " + r.when()
	}
	return "en este acto, las de su grado, región o institución se van " + r.when() + " de lo esperado"
}

// own reports what became of the plaza itself.
func (r *Reason) own() string {
	var words []string
	for i := range r.Stories {
		s := &r.Stories[i]
		switch s.Kind {
		case "no_estaba":
		case "se_fue":
			words = append(words, fmt.Sprintf("%s: turno %s", s.Process, s.Short()))
		default:
			words = append(words, fmt.Sprintf("%s: %s", s.Process, s.Short()))
		}
	}
	text := "la plaza misma se fue " + r.when() + " que las parecidas"
	if len(words) == 0 {
		return text
	}
	return text + " (" + strings.Join(words, "; ") + ")"
}

// place reports how the plazas of a place went: that some were left, where that is
// what raises the chance.
func (r *Reason) place(where, than string) string {
	g := r.Group
	if g != nil && r.Raises && g.Left > 0 && g.Mean >= g.Usual {
		verb := "sobraron"
		if g.Left == 1 {
			verb = "sobró"
		}
		return fmt.Sprintf("%s%s %s de %s en %s", where, verb, Thousands(g.Left), Thousands(g.Seats), g.Process)
	}
	return where + "las plazas se van " + r.when() + " " + than + r.fact()
}

// fact reports how those of the group went. How late they went is told only where
// it goes the way of the reason: what weighs is what else does not explain.
func (r *Reason) fact() string {
	g := r.Group
	if g == nil {
		return ""
	}
	count := counted(g.Seats, "plaza", "plazas")
	if (g.Mean >= g.Usual) != r.Raises {
		return fmt.Sprintf(" (%s en %s)", count, g.Process)
	}
	return fmt.Sprintf(" (%s: %s, de media con el %s de la fila ya ido)", g.Process, count, Percent(g.Mean))
}

// Doubt states one thing that makes a chance unsure, by its key.
func Doubt(key string, lo, hi float64) string {
	switch key {
	case "sin_listas":
		return "sale de cifras generales, de ninguna lista suya"
	case "turno_deducido":
		return "su turno en equivalente es una deducción"
	case "plaza_nueva":
		return "la plaza es nueva: no estaba en las ofertas anteriores"
	case "sin_historia_cercana":
		return "cerca de ella no se tomó antes ninguna plaza"
	case "margen_ancho":
		return fmt.Sprintf("el margen es ancho, de %s a %s", Percent(lo), Percent(hi))
	case "margen_sin_estimar":
		return "el margen está sin estimar"
	}
	return "de la vez pasada solo se sabe la nota, y muchos la tenían"
}

// Doubts reports in a sentence what makes a chance unsure.
func Doubts(words []string) string { return strings.Join(words, "; ") }

// ReasonWord takes the sign off the label of a reason, for who hears it.
func ReasonWord(label string) string {
	return Capital(strings.TrimLeft(label, "↑↓ "))
}
