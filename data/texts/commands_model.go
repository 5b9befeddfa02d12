package texts

import (
	"fmt"
	"strings"

	"brujula/data"
)

// Words of evaluar and ajustar.
const (
	EvaluateShort = "Comprobar qué tan bien habría acertado el modelo en el pasado"
	EvaluateLong  = `Comprueba el modelo con lo que ya pasó. Primero en otro año: cada proceso, pronosticado con los demás
cargados, que es lo que enfrenta quien postula. Después dentro del último proceso, por partes que el
modelo no vio (validación cruzada por profesión y establecimiento): el mínimo, si el año fuera el mismo.
Donde la lista solo trae notas, parte del error es de la lista. Brier y log: menos es mejor. Al lado,
tres reglas simples.`
	EvaluateExample = "  serums evaluar --proceso 2025-I\n" +
		"  serums evaluar --profesion medicina --json\n" +
		"  serums evaluar --entrenar 2025-I --probar 2026-I --hasta-puesto 650 --picks 100,200,400"
	FlagEvaluateProcess = "`PROCESO` que se evalúa por validación cruzada (por omisión, el último con adjudicados)"
	FlagTrain           = "`PROCESOS` con que se ajusta, separados por comas"
	FlagTest            = "`PROCESO` en que se prueba"
	FlagPicks           = "`TURNOS` en que se mide, como 100,200 (por omisión 10, 25, 50, 75 y 90 % de la línea)"
	FlagSeeds           = "`SEMILLAS` del reparto en partes"
	FlagFigures         = "`ARCHIVO` donde escribir las cifras de la ficha del modelo (el ajustado y el de fábrica), en JSON"
	FiguresAlone        = "--cifras evalúa los dos modelos por validación cruzada: no va con --probar, --profesion, --previo, --picks, --hasta-puesto ni --json"
	FlagFactory         = "evaluar el modelo de fábrica, sin efectos de cada lugar"
	TrainAndTest        = "--entrenar y --probar van juntos: con cuál se ajusta y en cuál se prueba"
	NothingToEvaluate   = "no hay lista de adjudicados con su oferta: cargue las dos de un proceso pasado"
	Evaluating          = "evaluando"
	ReliabilityTitle    = "De lo que el modelo dio esta probabilidad, esta parte estaba libre:"

	AdjustShort       = "Escribir el modelo de fábrica: coeficientes, sin lista alguna"
	AdjustExample     = "  serums ajustar --proceso 2025-I --archivo previo.csv"
	FlagAdjustProcess = "`PROCESO` con que se ajusta (por omisión, todos los cargados)"
	FlagAdjustFile    = "`ARCHIVO` de salida (por omisión, la salida estándar)"
)

// NoPastList reports that a process that a flag names has no past list. Similar
// are the processes that it may have been meant for.
func NoPastList(flag string, p data.Process, m data.Modality, similar []string) string {
	return fmt.Sprintf("--%s %s: no hay adjudicados de %s con su oferta; impórtelos%s", flag, p, m, perhaps(similar))
}

// Adjusted reports where the prior went.
func Adjusted(path string) string { return "Modelo de fábrica escrito en " + path }

// EvaluateTitle says what was tested on what: another year by a fit on the
// trained processes, or the same one by cross-validation.
func EvaluateTitle(across bool, tested data.Process, direction string, trained []data.Process, seeds []uint64, marks bool, theta float64) string {
	order := "orden exacto"
	if marks {
		order = fmt.Sprintf("solo notas: parte del error es de la lista; se mide con θ %s", Decimal(theta))
	}
	if across {
		when := ""
		if direction == "atras" {
			when = ", hacia atrás en el tiempo"
		}
		return fmt.Sprintf("Otro año: %s, pronosticado con %s%s (%s). Es lo que enfrenta quien postula.", tested, processes(trained), when, order)
	}
	words := data.Map(seeds, func(s uint64) string { return fmt.Sprint(s) })
	return fmt.Sprintf("Si el año fuera el mismo: %s (%s). Validación cruzada en 5 partes, semillas %s; media de los cortes.",
		tested, order, strings.Join(words, ", "))
}

// EvaluateHeading heads the table of lines.
func EvaluateHeading() []string {
	return []string{"Proceso", "Profesión", "Plazas", "Cortes", "Brier", "Log", "Brier tasa base", "grado×región", "último", "Cobertura", "Spearman"}
}

// EvaluateRow is one line of it; last, coverage and spearman may be unknown.
func EvaluateRow(p data.Process, profession string, seats, cuts int, brier, log, constant, region float64, last *float64, coverage, spearman *float64) []string {
	return []string{
		string(p), profession, Thousands(seats), Thousands(cuts), Score(brier), Score(log), Score(constant), Score(region),
		scoreOrDash(last), scoreOrDash(coverage), scoreOrDash(spearman),
	}
}

// Score writes a score to four decimals.
func Score(x float64) string { return fmt.Sprintf("%.4f", x) }

func scoreOrDash(x *float64) string {
	if x == nil {
		return "–"
	}
	return Score(*x)
}

// CutsHeading heads the table of one line's cuts.
func CutsHeading() []string {
	return []string{"Turno", "Establ.", "Brier", "Log", "tasa base B", "L", "grado×región B", "L", "Cobertura"}
}

// CutRow is one cut.
func CutRow(k float64, n int, brier, log, constB, constL, regionB, regionL float64, coverage *float64) []string {
	return []string{
		Thousands(int(k)), Thousands(n), Score(brier), Score(log), Score(constB), Score(constL), Score(regionB), Score(regionL), scoreOrDash(coverage),
	}
}

// BinsHeading heads the reliability table.
func BinsHeading() []string { return []string{"Probabilidad dada", "Casos", "Media", "Libre"} }

// BinRow is one bin.
func BinRow(from, to float64, n int, mean, frequency float64) []string {
	return []string{fmt.Sprintf("%.0f–%.0f %%", from*100, to*100), Thousands(n), fmt.Sprintf("%.1f %%", mean*100), fmt.Sprintf("%.1f %%", frequency*100)}
}

// FiguresWritten reports where the figures went.
func FiguresWritten(path string) string { return "Cifras escritas en " + path }
