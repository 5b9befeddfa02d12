package texts

import (
	"fmt"
	"strconv"
	"strings"
)

// Names of the themes, as --tema and SERUMS_TEMA take them.
const (
	ThemeAuto  = "auto"
	ThemeDark  = "oscuro"
	ThemeLight = "claro"
	ThemeMono  = "mono"
)

// Kinds of signs for pictures, as --graficos and the order "graficos" take them.
const (
	GraphicsBraille = "braille"
	GraphicsBlocks  = "bloques"
	GraphicsASCII   = "ascii"
)

// OpenedFrom names a page after the screen that esc leads back to.
func OpenedFrom(screen, page string) string { return screen + " › " + page }

// Names of the screens, as the tabs and titles show them.
const (
	ScreenExplore  = "Explorar"
	ScreenPlan     = "Mi plan"
	ScreenCompare  = "Comparar"
	ScreenTurn     = "Mi turno"
	ScreenPanorama = "Panorama"
	ScreenSources  = "Fuentes"
	ScreenCard     = "Ficha"
	ScreenProfile  = "Mi perfil"
)

// grouped is the least number of digits that are set in groups of three: the
// Ortografía of the Real Academia Española leaves four together.
const grouped = 5

// Thousands prints a whole number as Spanish writes it: with a blank, which does
// not break, between groups of three from five digits on, "12 604", and none in
// shorter ones, "2073". The ranks of nearly all lines have four digits, so that
// in tables and ranges no blank of theirs is taken for the one between figures.
func Thousands(n int) string {
	digits := strconv.Itoa(n)
	sign := ""
	if n < 0 {
		sign, digits = "-", digits[1:]
	}
	if len(digits) < grouped {
		return sign + digits
	}
	var b strings.Builder
	b.WriteString(sign)
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			b.WriteString("\u00a0")
		}
		b.WriteRune(d)
	}
	return b.String()
}

// Prefixes of messages, so that their kind does not hang on a colour.
const (
	NoticeWarning = "Aviso: "
	NoticeError   = "Error: "
)

// TooSmall is shown in a window in which the planner cannot draw.
func TooSmall(w, h, minW, minH int) string {
	return fmt.Sprintf("La ventana es de %d×%d; se necesita %d×%d o más. Agrándela o reduzca la letra.", w, h, minW, minH)
}

// Columns of the panel of filters; FacetLikely is FacetWithin where there is little
// room: what is within reach has a chance of 80 % or more.
const (
	FacetSeats  = "hay"
	FacetLikely = "≥80%"
	FacetWithin = "alcanza"
)

// FacetNone heads an option without a value in the list.
const FacetNone = "(sin dato)"

// FilterMissing is what is written in a filter for a value that the list does
// not give.
const FilterMissing = "sin-dato"

// FacetDead reports why an option of the panel of filters cannot be chosen.
func FacetDead(option string) string {
	return "Con los otros filtros no hay ninguna plaza en " + option + "."
}

// SelectNoMatch reports that nothing on a list begins with what was typed.
func SelectNoMatch(typed string) string { return "Nada coincide con «" + typed + "»." }

// SelectMore reports how many choices are not in view.
func SelectMore(n int) string { return fmt.Sprintf("%s más", Thousands(n)) }

// SelectHint tells how a list of choices works.
const SelectHint = "escriba para buscar, ↑ ↓ elige"

// NumberRange reports which numbers a field takes.
func NumberRange(least, most int) string {
	return fmt.Sprintf("Escriba un número entero entre %s y %s.", Thousands(least), Thousands(most))
}

// FieldNeeded reports that a field of a form is empty.
func FieldNeeded(label string) string { return "Falta: " + label + "." }

// FieldNotAChoice refuses what was typed into a field for one of several values.
func FieldNotAChoice(typed string) string {
	return fmt.Sprintf("«%s» no está en la lista: escriba otra cosa.", typed)
}

// FieldSeveral reports that what was typed stands for several values.
func FieldSeveral(typed string) string {
	return fmt.Sprintf("«%s» puede ser varias: elija una con ↑ ↓.", typed)
}

// ConfirmKeys name the answers to a question, after their keys.
const (
	// ConfirmNeither leaves a question of three answers unanswered.
	ConfirmNeither = "nada de eso"
)

// ScrollPosition reports which lines of how many are in view.
func ScrollPosition(first, last, total int) string {
	return fmt.Sprintf("%s–%s de %s", Thousands(first), Thousands(last), Thousands(total))
}

// ProgressOf reports how far a task is.
func ProgressOf(label string, done, total int) string {
	if total <= 0 {
		return fmt.Sprintf("%s: %s", label, Thousands(done))
	}
	return fmt.Sprintf("%s: %s de %s", label, Thousands(done), Thousands(total))
}

// ChartMine marks the user's own rank under a chart.
func ChartMine(rank int) string { return "mérito " + Thousands(rank) }

// LineEnd names the end of a line of ranks: that at which its last seat goes.
func LineEnd(last int) string { return "última plaza: " + Thousands(last) }

// LineEndShort is LineEnd where there is little room.
func LineEndShort(last int) string { return ColumnAlongEnd + Thousands(last) }

// ChartHere marks it with the chance there: "812: >99 %".
func ChartHere(rank int, chance float64) string { return Thousands(rank) + ": " + Percent(chance) }

// ChartUntil marks the last rank with a chance of so much: "80 % hasta 1502".
func ChartUntil(chance float64, rank int) string {
	return Percent(chance) + " hasta " + Thousands(rank)
}

// Axes of the plot of promised against observed chances.
const (
	ChartPredicted = "dicho"
	ChartObserved  = "ocurrido"
)

// HiddenColumns reports how many columns of a table are out of view: on the left
// and on the right, with the arrows that point there, and hidden by the user;
// "" for none.
func HiddenColumns(left, right, byUser int, before, after string, short bool) string {
	var parts []string
	word := plural(left+right, "columna más", "columnas más")
	if short {
		word = "col."
	}
	if left+right > 0 {
		number := strconv.Itoa(left + right)
		if short {
			number = "+" + number
		}
		text := number + " " + word
		if left > 0 {
			text = before + " " + text
		}
		if right > 0 {
			text += " " + after
		}
		parts = append(parts, text)
	}
	if byUser > 0 {
		parts = append(parts, counted(byUser, "oculta", "ocultas"))
	}
	return strings.Join(parts, ", ")
}
