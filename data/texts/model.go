package texts

import (
	"fmt"
	"strings"

	"brujula/data"
)

// BandName is the word for the band that a letter marks; empty for any other
// letter (planner/availability/README.md: never "segura" or "arriesgada").
func BandName(letter string) string {
	return map[string]string{
		"M": "muy probable",
		"P": "probable",
		"D": "disputada",
		"I": "improbable",
		"N": "casi nula",
	}[letter]
}

// BandLegends explain the letters of the bands, the fullest first: the first
// that fits is shown.
func BandLegends() []string {
	return []string{
		"M muy probable (95 % o más) · P probable (80 %) · D disputada (50 %) · I improbable (20 %) · N casi nula",
		"M muy probable · P probable · D disputada · I improbable · N casi nula",
		"M 95 % o más · P 80 · D 50 · I 20 · N menos",
	}
}

// BandReach reports from which chance on a band is; floor is 0 for the least.
func BandReach(letter string, floor float64) string {
	if floor <= 0 {
		return BandName(letter)
	}
	return fmt.Sprintf("%s: %s o más", BandName(letter), Percent(floor))
}

// ScopeBands heads the letters of the bands in help.
const ScopeBands = "Letras de la probabilidad"

// ModelBasis says what the chances stand on: past lists that the user loaded,
// or the coefficients that ship.
func ModelBasis(prior bool, processes []data.Process) string {
	names := joinProcesses(processes)
	if prior {
		return fmt.Sprintf("con los coeficientes que trae el programa, ajustados en %s: cargue los adjudicados para afinarlos", names)
	}
	return "con los adjudicados de " + names
}

func joinProcesses(processes []data.Process) string {
	names := data.Words(processes)
	return joined(names)
}

// ModelCard says, in a few lines, what the model is, what it was fitted on and
// when not to trust it. How right it was is told by ScoresLines, with figures
// that a command has measured.
func ModelCard(prior bool, processes []data.Process, seats int) []string {
	fitted := fmt.Sprintf("Con qué se ajustó: %s plazas tomadas en %s, por puesto o nota; sin nombres.", Thousands(seats), joinProcesses(processes))
	if prior {
		fitted = fmt.Sprintf("Con qué se ajustó: %s plazas tomadas en %s; el programa trae solo los coeficientes. Con los adjudicados cargados se ajusta de nuevo y afina.",
			Thousands(seats), joinProcesses(processes))
	}
	return []string{
		"Qué es: la probabilidad de que una plaza siga libre cuando llegue su turno, aprendida del orden en que otros tomaron plazas parecidas (grado, institución, región, categoría, bono ZAF, provincia, distrito y establecimiento). En profesiones con pocas plazas tomadas antes las probabilidades se acercan entre sí.",
		fitted,
		"Cuándo desconfiar: si este año cambian las reglas, la oferta o los gustos; en profesiones con pocas plazas; hacia el final de la lista; y donde la evidencia dice «solo lo general de la profesión». Una probabilidad alta no es una plaza segura.",
	}
}

// Words of how right the model was.
const (
	ScoresTitle    = "Cuánto acertó"
	ScoresShipped  = "Medido al hacer el programa (serums evaluar --cifras), no con sus listas: M lo mide con las suyas."
	ScoresOwn      = "Medido con sus listas cargadas."
	ScoresDemo     = "Medido con las listas inventadas de la demostración: no dice nada de un proceso real."
	ScoresNone     = "Todavía no se midió con estas listas: M lo mide."
	ScoresRunning  = "Midiendo: el modelo se ajusta sin un proceso, o sin una parte de él, y se prueba en lo que no vio…"
	ScoresFailed   = "No se pudo medir: "
	ScoresPlot     = "Lo que dijo, hacia la derecha; lo que pasó, hacia arriba: en la diagonal, lo dicho se cumple."
	KeyScores      = "medir aciertos"
	TipScores      = "Otro año y el mismo, con las listas cargadas: tarda de medio a varios minutos, una sola vez."
	NothingToScore = "No hay adjudicados con su oferta con que medir: cargue los de un proceso pasado."
)

// ScoresHead says what was tested on what: another year, by a fit on the trained
// processes, or the same one by cross-validation where there are none.
func ScoresHead(prior bool, p data.Process, m data.Modality, seeds int, trained []data.Process, marks bool) string {
	what := "el modelo ajustado"
	if prior {
		what = "el modelo de fábrica"
	}
	how := fmt.Sprintf("el mismo año, una parte de cada cinco predicha con las demás (%s)", counted(seeds, "reparto", "repartos"))
	if len(trained) > 0 {
		how = "otro año, ajustado con " + joinProcesses(trained)
	}
	return fmt.Sprintf("%s %s, %s: %s; %s; error medio al cuadrado (menos es mejor) y, al lado, el de dar a todas la misma probabilidad.",
		p, m, what, how, orderWords(marks))
}

func orderWords(marks bool) string {
	if marks {
		return "la lista solo trae notas: parte del error es de la lista"
	}
	return "orden exacto"
}

// ScoresKept says in one sentence what became of the chances of a bin, and how
// that was tested.
func ScoresKept(from, to, frequency float64, n int, p data.Process, trained []data.Process) string {
	how := "probado en el mismo proceso, " + string(p)
	if len(trained) > 0 {
		how = fmt.Sprintf("probado en otro año (%s, con el modelo de %s)", p, joinProcesses(trained))
	}
	return fmt.Sprintf("De cada 100 plazas con %.0f a %.0f %%, quedaron libres %.0f: %s, %s casos.", 100*from, 100*to, 100*frequency, how, Thousands(n))
}

// ScoresHeading heads the table of lines.
func ScoresHeading() []string {
	return []string{"Profesión", "Plazas", "Error", "Sin modelo", "«Se va entre»"}
}

// ScoresRow is one line of it.
func ScoresRow(profession string, seats int, brier, constant float64, coverage *float64) []string {
	share := "–"
	if coverage != nil {
		share = fmt.Sprintf("%.0f %%", *coverage*100)
	}
	return []string{profession, Thousands(seats), fmt.Sprintf("%.3f", brier), fmt.Sprintf("%.3f", constant), share}
}

// ScoresOutside names the lines whose "when it goes" held less or more often
// than it should; "" where there is none. small counts those of few plazas.
func ScoresOutside(named []string, small int) string {
	if len(named) == 0 && small == 0 {
		return ""
	}
	text := "«Se va entre» debe acertar en 80 de cada 100 plazas; fuera de 77–83 %: "
	if small > 0 {
		named = append(named, counted(small, "profesión", "profesiones")+" de menos de 100 plazas, donde no hay con qué medirlo bien")
	}
	return text + strings.Join(named, "; ") + "."
}

// ScoresAstray reports how many bins of the reliability table are off.
func ScoresAstray(astray, checked int) string {
	return fmt.Sprintf("De %s de 100 plazas o más con casi la misma probabilidad (por profesión y momento de la línea), en %s lo dicho se apartó más de 5 puntos de lo que pasó.",
		counted(checked, "grupo", "grupos"), Thousands(astray))
}
