package texts

import (
	"fmt"
	"strings"
)

// Limit says in words what is not wanted; the kinds are those of planner/limits.
func Limit(kind, value string, km float64) string {
	switch kind {
	case "tema":
		return "nota grave de " + value
	case "categoria":
		return "categoría " + value
	case "region":
		return "región " + value
	case "sin-bono":
		return "sin bono (ni ZAF ni ZE)"
	case "lejos":
		return fmt.Sprintf("a más de %s km de %s", Decimal(km), value)
	}
	return value
}

// BadLimit refuses what is no limit.
func BadLimit(text string) string {
	return fmt.Sprintf("no se entiende «%s» como algo que no quiere: escriba tema:seguridad, categoria:I-1, region:LORETO, sin-bono o lejos:300:CUSCO, separados por comas", text)
}

// LimitBroken says of a line of the plan that it is what its owner did not want.
func LimitBroken(p AdvicePlaza, reasons []string) AdviceSaid {
	what := strings.Join(reasons, " ni ")
	return AdviceSaid{
		Brief: fmt.Sprintf("Quite la %d, o cambie lo que no quiere: %s", p.Place, what),
		Text:  fmt.Sprintf("Usted dijo que no quiere %s, y %s lo es. Quítela, o cambie lo que no quiere.", what, p.named()),
	}
}

// LimitAsked warns of a plaza that is about to be asked for.
func LimitAsked(reasons []string) string {
	return "Ojo: usted dijo que no quiere " + strings.Join(reasons, " ni ") + "."
}

// LimitHidden counts the plazas that are hidden because of it.
func LimitHidden(n int) string {
	return counted(n, "oculta: «no quiero»", "ocultas: «no quiero»")
}

// LimitNone takes back all that is not wanted.
const LimitNone = "nada"

// LimitsUnread reports what of the limits in the profile cannot be read.
func LimitsUnread(parts []string) string {
	return fmt.Sprintf("De lo que no quiere, en su perfil, no se entiende «%s», y no se respeta: dígalo de nuevo con :no-quiero.", Shortened(strings.Join(parts, "», «")))
}

// LimitsKept says what is not wanted from now on.
func LimitsKept(reasons []string) string {
	if len(reasons) == 0 {
		return "Ya no hay nada que no quiera: se ven todas las plazas."
	}
	return "No quiero: " + strings.Join(reasons, ", ") + ". Las listas, los consejos y su turno lo respetan; «:no-quiero nada» lo quita."
}
