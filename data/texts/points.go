package texts

import (
	"cmp"
	"fmt"
	"math"
	"strconv"
)

// The reasons of package points are worded here by their own words, so that
// this package imports nothing.

// PointsReason reports why a plaza has the points that it has, or none.
func PointsReason(reason string) string {
	return map[string]string{
		"reportado":   "reportado; verifique el procedimiento CONAREME del año",
		"quintil":     "los del quintil de pobreza, que valió hasta 2022-II; verifique el procedimiento CONAREME del año",
		"equivalente": "no confirmado que la equivalente dé puntos",
		"sin tabla":   "no hallamos la tabla de puntos de esta profesión",
		"sin grado":   "la lista no trae el grado de dificultad",
	}[reason]
}

// Points prints points without needless decimals, "10" or "7.5".
func Points(value float64) string {
	return strconv.FormatFloat(math.Round(value*100)/100, 'f', -1, 64)
}

// countedPoints writes points with their word.
func countedPoints(value float64) string {
	return Points(value) + " " + plural(value, "punto", "puntos")
}

// PointsLine is the line of the card: "10 puntos CONAREME (reportado)" with,
// where the step to the lower grade is known, ": 2 más que GD-4 = 5 preguntas".
func PointsLine(value float64, certainty, step string) string {
	word := "reportado"
	if certainty == "incierto" {
		word = "reportado, incierto"
	}
	line := fmt.Sprintf("%s CONAREME (%s)", countedPoints(value), word)
	if step != "" {
		line += ": " + step
	}
	return line
}

// PointsStep compares with the next lower grade: "2 más que GD-4 = 5 preguntas
// del examen".
func PointsStep(more, questions float64, grade int) string {
	if more == 0 {
		return fmt.Sprintf("lo mismo que GD-%d", grade)
	}
	word := "más"
	if more < 0 {
		word = "menos"
	}
	questions = math.Abs(questions)
	return fmt.Sprintf("%s %s que GD-%d = %s %s del examen", Points(math.Abs(more)), word, grade, Points(questions), plural(questions, "pregunta", "preguntas"))
}

// PointsQuintile says that points are those of a quintil, and after what source.
func PointsQuintile(quintile int, source string) string {
	return fmt.Sprintf("los del quintil %d, que valió hasta 2022-II (%s)", quintile, source)
}

// PointsNone is the line of the card where there is no figure. Where it stands is
// headed by what it is of.
func PointsNone(reason string) string { return cmp.Or(PointsReason(reason), "sin dato") }
