package texts

import "fmt"

// AdvicePlaza is a plaza as advice names it.
type AdvicePlaza struct {
	Place       int // in the plan, from 1; 0 when it is not in it
	Name        string
	Where       string // "distrito, provincia"
	Chance      float64
	Points      float64
	PointsKnown bool
	Worst       int // severity of the gravest note of the place, from 1 to 3; 0 for none
	Risks       int // notes of the place
}

// named returns "la 3 (POSTA …)" for a line of the plan, "POSTA … (distrito,
// provincia)" for any other plaza.
func (p AdvicePlaza) named() string {
	if p.Place > 0 {
		return fmt.Sprintf("la %d (%s)", p.Place, p.Name)
	}
	if p.Where == "" {
		return p.Name
	}
	return fmt.Sprintf("%s (%s)", p.Name, p.Where)
}

// listed is a plaza that is not in the plan, as a list names it.
func (p AdvicePlaza) listed() string { return ListName(p.Name) + " (" + p.Where + ")" }

// odds is the chance as a sentence says it: the letter of a band stands in
// tables only, beside a legend.
func (p AdvicePlaza) odds() string { return Percent(p.Chance) }

func (p AdvicePlaza) worth() string {
	text := p.odds()
	if p.PointsKnown {
		text += fmt.Sprintf(", %s %s", Decimal(p.Points), plural(p.Points, "punto", "puntos"))
	}
	if p.Risks > 0 {
		text += ", " + RiskTold(p.Worst, p.Risks)
	}
	return text
}

// worthShort is what a list says of it beside its name.
func (p AdvicePlaza) worthShort() string {
	if !p.PointsKnown {
		return p.odds()
	}
	return p.odds() + ", " + countedPoints(p.Points)
}

// AdviceSaid is a piece of advice at two lengths.
type AdviceSaid struct {
	Brief string // what to do, in one line with its verb first
	Gain  string // what that brings, in figures; "" where there are none
	Text  string // all of it with the reason, in sentences
}

// Words of the advice on a plan.
const (
	AdviceTitle     = "Consejos"
	AdviceNone      = "Nada que observar: el plan tiene una línea muy probable y ninguna que sobre, según estas cifras."
	AdviceNoChances = "Sin probabilidades no hay consejos: diga su orden de mérito (P) y cargue listas pasadas (:importar)."
	AdviceEmpty     = "El plan está vacío: todavía no hay nada que aconsejar."
	AdviceCaveat    = "Son sugerencias según estimaciones: el orden lo decide lo que usted desea."
	AdviceThinking  = "Buscando…"
	AdviceShort     = "Consejos sobre el plan: qué le falta, qué sobra, qué quedó fuera"
	AdviceNeedsRank = "los consejos se dan desde un orden de mérito: diga --puesto N"
	AdviceExample   = "  serums plan revisar --puesto 812"
	KeyAdviceAdd    = "agregar"
	KeyCloseAdvice  = "cerrar"
	AdviceNoPlaza   = "Este consejo no sugiere ninguna plaza."
)

// AdviceStrip heads what is shown of the advice unasked: how many of how many.
func AdviceStrip(shown, all int) string {
	if shown < all {
		return fmt.Sprintf("%s · %d de %d (a)", AdviceTitle, shown, all)
	}
	return AdviceTitle + " (a)"
}

// AdviceNoSafe warns that no line is very likely; safe may be nil.
func AdviceNoSafe(best AdvicePlaza, safe *AdvicePlaza) AdviceSaid {
	text := fmt.Sprintf("ninguna línea es muy probable: la mejor es %s, con %s.", best.named(), best.odds())
	if safe == nil {
		return AdviceSaid{
			Brief: fmt.Sprintf("Ninguna línea es muy probable: la mejor es la %d", best.Place), Gain: best.odds(),
			Text: Capital(text) + " A su orden no hay ninguna plaza muy probable fuera del plan.",
		}
	}
	return AdviceSaid{
		Brief: "Agregue al final: " + safe.listed(), Gain: safe.worthShort(),
		Text: fmt.Sprintf("Agregue al final una muy probable, como %s, %s: %s", safe.named(), safe.worth(), text),
	}
}

// AdviceDead reports which lines are almost never asked for, and why.
func AdviceDead(lines []AdvicePlaza, above AdvicePlaza) AdviceSaid {
	var names, places []string
	for _, l := range lines {
		names, places = append(names, l.named()), append(places, fmt.Sprintf("la %d", l.Place))
	}
	what, brief := joined(names), joined(places)
	if last := len(lines) - 1; last > 2 {
		brief = fmt.Sprintf("las %d a %d", lines[0].Place, lines[last].Place)
		what = fmt.Sprintf("%s (de %s a %s)", brief, lines[0].Name, lines[last].Name)
	}
	text := fmt.Sprintf("Revise %s: casi nunca se llega ahí, en 99 de cada 100 casos ya tendría plaza más arriba, donde %s tiene %s. Si %s desea más, %s; si no, no %s.",
		what, above.named(), above.odds(), plural(len(lines), "la", "las"), plural(len(lines), "súbala", "súbalas"), plural(len(lines), "estorba", "estorban"))
	return AdviceSaid{Brief: "Revise " + brief + ": casi nunca se llega ahí", Text: text}
}

// AdviceByOdds warns that the order is that of the chances.
func AdviceByOdds(first, last AdvicePlaza) AdviceSaid {
	text := fmt.Sprintf("Ordene por deseo: el orden sigue las probabilidades, de %s (%s) a %s (%s). Pedir primero una difícil no quita nada a las de abajo, y así se quedaría casi siempre con la más fácil.",
		first.named(), first.odds(), last.named(), last.odds())
	return AdviceSaid{Brief: "Ordene por deseo: ahora el orden sigue las probabilidades", Text: text}
}

// AdviceDominated names a plaza that was left out and is better on every
// count than a line, in the same province.
func AdviceDominated(line, out AdvicePlaza) AdviceSaid {
	text := fmt.Sprintf("Agregue %s encima de %s: en la misma provincia y mejor en todo lo que se cuenta, %s en vez de %s", out.named(), line.named(), out.odds(), line.odds())
	if out.Points > line.Points {
		text += fmt.Sprintf(", %s puntos en vez de %s", Decimal(out.Points), Decimal(line.Points))
	} else {
		text += fmt.Sprintf(", mismos puntos (%s)", Decimal(out.Points))
	}
	switch {
	case out.Worst < line.Worst || out.Risks < line.Risks:
		text += fmt.Sprintf(", %s frente a %s", RiskTold(out.Worst, out.Risks), RiskTold(line.Worst, line.Risks))
	case out.Risks > 0:
		text += ", igual riesgo (" + RiskTold(out.Worst, out.Risks) + ")"
	default:
		text += ", las dos " + RiskTold(0, 0)
	}
	return AdviceSaid{Brief: fmt.Sprintf("Agregue encima de la %d: %s", line.Place, out.listed()), Gain: gain(line, out), Text: text + "."}
}

// gain compares a plaza with the line that it is advised beside.
func gain(line, out AdvicePlaza) string {
	text := fmt.Sprintf("de %s a %s", line.odds(), out.odds())
	switch more := out.Points - line.Points; {
	case more > 0:
		return text + ", +" + countedPoints(more)
	case more < 0:
		return text + ", −" + countedPoints(-more)
	}
	return text
}

// AdviceBargain names a plaza that costs few points and gives much more
// chance: "2 puntos menos, de 31 % a 88 %". What it is warned of more than the line is
// said.
func AdviceBargain(line, out AdvicePlaza) AdviceSaid {
	less := line.Points - out.Points
	text := fmt.Sprintf("Agregue %s debajo de %s: %s %s menos, de %s a %s", out.named(), line.named(), Decimal(less), plural(less, "punto", "puntos"), Percent(line.Chance), Percent(out.Chance))
	if out.Worst > line.Worst || out.Risks > line.Risks {
		text += fmt.Sprintf(". Ojo: %s; la del plan, %s", RiskTold(out.Worst, out.Risks), RiskTold(line.Worst, line.Risks))
	}
	return AdviceSaid{Brief: fmt.Sprintf("Agregue debajo de la %d: %s", line.Place, out.listed()), Gain: gain(line, out), Text: text + "."}
}

// What lines have in common, in the words of AdviceTogether.
const (
	TogetherZone = "en la zona de emergencia (bono ZE)"
	togetherNote = "donde se advierte lo mismo: «%s»"
)

// TogetherProvince names a province that lines share, TogetherNote a note.
func TogetherProvince(province, region string) string {
	return "en la provincia de " + PlaceName(province) + " (" + PlaceName(region) + ")"
}

// TogetherNote names a note that holds for several lines.
func TogetherNote(note string) string { return fmt.Sprintf(togetherNote, note) }

// AdviceTogether warns that most of the plan hangs on one place: n of its lines,
// and how often it ends at one of them.
func AdviceTogether(n, of int, land float64, where string) AdviceSaid {
	what := fmt.Sprintf("%d de sus %d líneas están", n, of)
	if n == of {
		what = fmt.Sprintf("sus %d líneas están", n)
	}
	return AdviceSaid{
		Brief: fmt.Sprintf("Reparta el riesgo: %s %s", what, where), Gain: "ahí termina " + Percent(land),
		Text: fmt.Sprintf("Reparta el riesgo: %s %s, y ahí terminaría %s. Un huaico, un paro o una emergencia alcanzaría a todas: agregue alguna de otro lugar.",
			what, where, TimesOf(land)),
	}
}

// AdviceMoreLines reports how many lines would bring the plan to 95 %; most is
// the number beyond which counting makes no sense, one may be nil.
func AdviceMoreLines(sum, median float64, more, most int, one *AdvicePlaza) AdviceSaid {
	text, brief := "Agregue ", "Agregue líneas más probables"
	if more > most {
		text += fmt.Sprintf("líneas más probables: el plan llega a %s de tener plaza, y con otras como las suyas (la del medio, %s) harían falta más de %d para el 95 %%", Percent(sum), Percent(median), most)
	} else {
		brief = fmt.Sprintf("Agregue %s como las suyas", counted(more, "línea", "líneas"))
		text += fmt.Sprintf("%s como las suyas (la del medio, %s): el plan llega a %s de tener plaza, y así al 95 %%", counted(more, "línea", "líneas"), Percent(median), Percent(sum))
	}
	if one != nil {
		brief = "Agregue una como " + one.listed()
		if more <= most {
			brief += fmt.Sprintf(", o %d como las suyas", more)
		}
		text += fmt.Sprintf("; o una sola como %s, %s", one.named(), one.worth())
	}
	gain := "plan: " + Percent(sum)
	if more <= most || one != nil {
		gain = fmt.Sprintf("plan: de %s a 95 %%", Percent(sum))
	}
	return AdviceSaid{Brief: brief, Gain: gain, Text: text + "."}
}
