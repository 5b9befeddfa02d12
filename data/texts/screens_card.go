package texts

import "fmt"

// Words of the card and of the start of the planner.
const (
	CurveTitle  = "Libre al llegar, según el orden de mérito"
	CardData    = "Datos de la lista"
	PlazaGone   = "Esta plaza ya no está en ninguna lista cargada (esc vuelve)."
	ByClipboard = "al portapapeles"
	ByTmux      = "en tmux: prefijo y ] lo pegan, y también al portapapeles si su terminal lo admite"
	ByTerminal  = "por la terminal (OSC 52), si ella lo admite: pruebe a pegarlo"
	// NoClipboardHere tells that the Linux console has none.
	NoClipboardHere = "esta consola no tiene portapapeles; anótelo, o abra el programa en una ventana o en tmux"
	NeedsTerminal   = "el planificador necesita una terminal; con respuestas escritas de antemano use «serums --lineal», y desde un programa los comandos: «serums --ayuda»"
	PurposePlanner  = "planificador abierto"
)

// BadTheme refuses a theme.
func BadTheme(name string) string {
	return fmt.Sprintf("no existe el tema «%s»: claro, oscuro o mono", name)
}

// BadGraphics refuses a kind of signs for pictures, GraphicsChosen tells which is
// in use.
func BadGraphics(word string) string {
	return fmt.Sprintf("no hay gráficos «%s»: braille, bloques o ascii", word)
}

// GraphicsChosen tells with which signs pictures are drawn from now on.
func GraphicsChosen(word string) string { return "Gráficos: " + word + ". Se recuerda." }

// InPlan marks a plaza that is in the plan.
func InPlan(star string, place int) string {
	return fmt.Sprintf(" · %s lugar %d del plan", star, place)
}
