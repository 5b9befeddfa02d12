package texts

import (
	"fmt"
	"math"
	"strings"
)

// Words of two versions of a plan side by side.
const (
	SidesWorth    = "Vale"
	SidesEnters   = "entra"
	SidesLeaves   = "sale"
	SidesMoves    = "cambia de lugar"
	SidesNote     = "otra nota"
	SidesWorthKey = "Vale: los puntos esperados que ese cambio solo suma o resta"
)

// SideOutcome reports what a version leads to.
func SideOutcome(points, nothing float64) string {
	return fmt.Sprintf("con plaza %s · %s puntos", Percent(1-nothing), Decimal(points))
}

// SideDifference reports in one line what the second version gives that the first
// does not: more or less chance of a place and expected points.
func SideDifference(place, points float64) string {
	if text := worthText(place, points); text != "" {
		return "En total " + text
	}
	return "En total dan casi lo mismo"
}

// SideFrom and SideTo tell where a moved line stands in the other version.
func SideFrom(place int) string { return fmt.Sprintf("de %d", place) }

// SideTo is SideFrom's other side.
func SideTo(place int) string { return fmt.Sprintf("a %d", place) }

// CompareWorth reports what a change is worth by itself, after its words.
func CompareWorth(place, points float64) string {
	if text := worthText(place, points); text != "" {
		return "; por sí solo " + text
	}
	return "; por sí solo cambia muy poco"
}

// worthText states more or less points and places; "" where neither is told apart
// at the figures that are shown.
func worthText(place, points float64) string {
	var parts []string
	if math.Abs(points) >= leastPoints {
		parts = append(parts, SignedDecimal(points)+" "+plural(math.Round(math.Abs(points)*10)/10, "punto esperado", "puntos esperados"))
	}
	if n := int(math.Round(place * 100)); n != 0 {
		parts = append(parts, "con plaza "+Signed(n)+" de cada 100 veces")
	}
	return strings.Join(parts, " y ")
}

// leastPoints is the least difference that one decimal shows.
const leastPoints = 0.05

// SignedDecimal writes a difference with its sign and at most one decimal; 0 for
// what rounds to nothing.
func SignedDecimal(x float64) string {
	switch {
	case math.Abs(x) < leastPoints:
		return "0"
	case x > 0:
		return "+" + Decimal(x)
	}
	return Decimal(x)
}
