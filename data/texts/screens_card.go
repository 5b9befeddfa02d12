package texts

import "fmt"

// Words of the card and of the start of the planner.
const (
	CurveTitle     = "Libre al llegar, según el orden de mérito"
	CardData       = "Datos de la lista"
	PlazaGone      = "Esta plaza ya no está en ninguna lista cargada (esc vuelve)."
	ByClipboard    = "al portapapeles"
	ByTerminal     = "por la terminal (OSC 52)"
	NeedsTerminal  = "el planificador necesita una terminal; con respuestas escritas de antemano use «serums --lineal», y desde un programa los comandos: «serums --ayuda»"
	PurposePlanner = "planificador abierto"
)

// BadTheme refuses a theme.
func BadTheme(name string) string {
	return fmt.Sprintf("no existe el tema «%s»: claro, oscuro o mono", name)
}

// InPlan marks a plaza that is in the plan.
func InPlan(star string, place int) string {
	return fmt.Sprintf(" · %s lugar %d del plan", star, place)
}
