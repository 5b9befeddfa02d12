package texts

import (
	"fmt"
	"strings"
)

// Words of Comparar.
const (
	SideEmpty     = "Todavía no hay plazas que comparar."
	SideHowToFill = "En Explorar (1) o en Mi plan (2) ponga el cursor sobre una plaza y pulse c: entra en la comparación, y con c otra vez sale. Caben de dos a cuatro. Con 3 vuelve aquí."
	SideAlone     = "Hay una sola plaza: agregue otra con c en Explorar (1) o en Mi plan (2) para ver en qué difieren."
	SideNoDiffs   = "No difieren en nada de lo que se sabe de ellas."
	SideNothing   = "No hay ninguna plaza en la comparación."
	SideNotLoaded = "Ninguna lista cargada tiene esa plaza: no se puede comparar."
	SideLoading   = "Reuniendo lo que se sabe de cada plaza…"

	SideOdds     = "Probabilidad"
	SidePoints   = "Puntos y preguntas"
	SidePlaza    = "La plaza"
	SideModality = "La modalidad"

	SidePointsRow = "CONAREME"
	SideWorth     = "En preguntas"
	SideAbove     = "Sobre la menor"

	KeySideColumn = "otra plaza"
)

// SideEquals is the sign of a value that all have.
const SideEquals = "="

// SideLabel names a line; letters are the columns that have another value than
// the current one.
func SideLabel(sign, label string, letters []string) string {
	if sign != "" {
		label = sign + " " + label
	}
	if len(letters) > 0 {
		label += " (" + strings.Join(letters, " ") + ")"
	}
	return label
}

// SideLegend explains the signs; several tells that there are more than two
// plazas.
func SideLegend(differs, cursor string, several bool) string {
	text := differs + " difieren · " + SideEquals + " igual en todas"
	if several {
		text += " · entre paréntesis, las que difieren de la columna " + cursor
	}
	return text
}

// SideLetter names a column.
func SideLetter(column int) string { return string(rune('A' + column)) }

// SideStar states the place of a plaza in the plan.
func SideStar(star string, place int) string { return fmt.Sprintf("%s %d", star, place) }

// SideWorthText reports how many exam questions some points are worth.
func SideWorthText(questions float64) string {
	return fmt.Sprintf("%s %s del examen", Points(questions), plural(questions, "pregunta", "preguntas"))
}

// SideAboveText reports how many points a plaza gives over the one that gives
// least, and what they are worth.
func SideAboveText(more, questions float64) string {
	if more == 0 {
		return "la menor"
	}
	return fmt.Sprintf("+%s = %s %s", countedPoints(more), Points(questions), plural(questions, "pregunta", "preguntas"))
}

// SideMeasure names a measure in which plazas are set side by side, by its number.
func SideMeasure(measure int) string {
	return [...]string{"Libre a su turno", "Suele quedar hasta", "Puntos CONAREME", "Riesgo del lugar", "Plazas"}[measure]
}

// SideSeverity names a severity, from 1 to 3.
func SideSeverity(severity int) string {
	return [...]string{"baja", "media", "grave"}[min(max(severity, 1), 3)-1]
}

// SideRange names the range of the chances.
const SideRange = "Margen"

// SideRank names a rank.
func SideRank(rank int) string { return "puesto " + Thousands(rank) }

// SideBest reports which are the best in a measure.
func SideBest(measure string, names []string) string {
	return fmt.Sprintf("%s: lo mejor, %s.", measure, strings.Join(names, " y "))
}

// SideCount reports how many plazas are compared, and in how many of the lines
// they differ.
func SideCount(n, most, differ, lines int, only bool) string {
	text := fmt.Sprintf("Comparar · %d de %d", n, most)
	if n > 1 {
		text += fmt.Sprintf(" · difieren en %d de %d datos", differ, lines)
	}
	if only {
		text += " · solo diferencias"
	}
	return text
}

// SideCaption explains the chart; without names the letters of plazas that
// have no curve, ofLetters tells that curves are lines of their letters (ASCII).
func SideCaption(without []string, ofLetters bool) string {
	text := "Las letras marcan cada curva donde la probabilidad es de 85, 50 y 15 %."
	if ofLetters {
		text = "Cada curva se dibuja con su letra."
	}
	if len(without) > 0 {
		text += " Sin curva: " + strings.Join(without, ", ") + "."
	}
	return text
}

// SideAdded and SideRemoved tell what was done to the comparison.
func SideAdded(name string, n, most int) string {
	return fmt.Sprintf("%s entra en la comparación: %s", name, sideHow(n, most))
}

// SideRemoved reports that a plaza was taken out.
func SideRemoved(name string, n, most int) string {
	if n == 0 {
		return fmt.Sprintf("%s sale de la comparación: no queda ninguna", name)
	}
	return fmt.Sprintf("%s sale de la comparación: %s", name, sideHow(n, most))
}

func sideHow(n, most int) string {
	if n == 1 {
		return fmt.Sprintf("1 de %d; agregue otra con c", most)
	}
	return fmt.Sprintf("%d de %d; 3 las compara", n, most)
}

// SideFull reports why no more plazas are taken.
func SideFull(most int) string {
	return fmt.Sprintf("Ya hay %d plazas en la comparación: quite una (3, d) para agregar otra.", most)
}
