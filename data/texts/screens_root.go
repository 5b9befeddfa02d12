package texts

import (
	"fmt"
	"strings"

	"brujula/data"
)

// WhatItIs says what the program is, to who sees it for the first time.
const WhatItIs = "Brújula SERUMS dice qué plazas puede alcanzar y ayuda a armar el plan y a elegir."

// Words of the frame around all screens.
const (
	PaletteTitle = "Órdenes · tab completa"
	RankUnknown  = "Primero diga su orden de mérito (P, mi perfil)."
	ScreenImport = "Importar"

	NoSuspend    = "en Windows no se puede suspender: abra otra ventana, o q para salir"
	HintRank     = "mirar desde otro puesto, sin guardarlo"
	HintPasses   = "suponer cuántos delante dejan pasar su turno"
	HintOrder    = "ordenar por claves: -prob,puntos"
	HintExport   = "el plan a .md .csv .json .xlsx .html o .txt"
	HintImport   = "cargar una lista del ministerio"
	HintProfile  = "mi profesión, modalidad y orden de mérito"
	HintExplore  = "todas las plazas"
	HintPlan     = "mi lista ordenada"
	HintCompare  = "plazas lado a lado"
	HintTurn     = "el acto de adjudicación"
	HintTurnEnd  = "termina el acto en curso, tras preguntar"
	HintClock    = "segundos y llamados de un turno: 30 3"
	HintPanorama = "la oferta entera"
	HintRules    = "lo que se sabe del SERUMS, con su fuente"
	HintSources  = "qué listas están cargadas"
	HintGraphics = "se dibuja con braille, bloques o ascii"
	HintHelp     = "las teclas de esta pantalla"
)

// TopLine is what the first line of the window says.
type TopLine struct {
	Demo, IsSimulated, Fitting bool
	NoList                     bool // who it is was said, and there is no list of their own yet
	Room                       Room
	RangesDone, RangesTotal    int // of the refits that the ranges are made of; 0 when none are on their way
	Process                    data.Process
	Profession                 string
	Modality                   data.Modality
	Rank, Simulated            int
	Tried                      string  // the sign of a rank that is not the own one
	From, To                   int     // the ranks that may be one's own; 0 where the rank is sure
	Passes                     float64 // of the look; negative for the usual
	OwnPasses                  int
	Act                        *Act // that the chances follow
}

// Room is how much of the line there is; each has less than the one before.
type Room int

// What is left out first is what the screens tell too: the act and the work in the
// background, then the process and the profession. Modality and rank always stay: a
// chance is of one modality, and a rank cut short would be another rank.
const (
	AllRoom Room = iota
	LittleRoom
	LessRoom
	LeastRoom
	NoRoom
)

// ModalityShort writes a modality where there is little room.
func ModalityShort(m data.Modality) string {
	switch m {
	case data.Remunerada:
		return "rem."
	case data.Equivalente:
		return "equiv."
	}
	return string(m)
}

// String writes the line, the most important first.
func (t TopLine) String() string {
	var parts []string
	switch {
	case t.NoList:
		parts = append(parts, "sin lista todavía")
	case t.Demo && t.Room < LeastRoom:
		parts = append(parts, "DATOS DE DEMOSTRACIÓN")
	case t.Demo && t.Room == LeastRoom:
		parts = append(parts, "DEMOSTRACIÓN")
	case t.Demo:
		parts = append(parts, "DEMO")
	case t.Room < LeastRoom || t.Profession == "":
		parts = append(parts, "SERUMS "+string(t.Process))
	}
	switch {
	case t.Profession == "":
		parts = append(parts, "sin perfil (P)")
	case t.Room == NoRoom:
		parts = append(parts, ModalityShort(t.Modality))
	case t.Room >= LittleRoom:
		parts = append(parts, t.Profession+" "+ModalityShort(t.Modality))
	default:
		parts = append(parts, t.Profession, string(t.Modality))
	}
	const label = "mérito "
	switch {
	case t.IsSimulated && t.Passes >= 0 && t.Passes != float64(t.OwnPasses):
		parts = append(parts, fmt.Sprintf("%s simulado: pasan %s, puesto %s", t.Tried, Decimal(t.Passes), orDash(t.Simulated)))
	case t.IsSimulated:
		parts = append(parts, fmt.Sprintf("%s simulado %s, real %s", t.Tried, Thousands(t.Simulated), orDash(t.Rank)))
	case t.From > 0:
		parts = append(parts, label+Thousands(t.From)+"–"+Thousands(t.To))
	case t.Rank > 0:
		parts = append(parts, label+Thousands(t.Rank))
	case t.Profession != "":
		parts = append(parts, label+"?")
	}
	if t.Act != nil && t.Room < LessRoom {
		parts = append(parts, t.Act.Shortest())
	}
	switch {
	case t.Fitting && t.Room >= LessRoom:
		parts = append(parts, "ajustando…")
	case t.Fitting:
		parts = append(parts, "ajustando modelo…")
	}
	if t.RangesTotal > 0 && t.Room < LessRoom {
		parts = append(parts, fmt.Sprintf("afinando los rangos %d de %d", t.RangesDone, t.RangesTotal))
	}
	return strings.Join(parts, " · ")
}

func orDash(n int) string {
	if n <= 0 {
		return "–"
	}
	return Thousands(n)
}

// Tab names a screen with its digit, and its count where it has one.
func Tab(digit int, title string, count int, narrow bool) string {
	text := fmt.Sprint(digit)
	if !narrow {
		text += " " + title
	}
	if count > 0 {
		text += "·" + Thousands(count)
	}
	return text
}

// HelpHeading heads the help of a screen.
func HelpHeading(screen string) string { return "Ayuda · " + screen }

// HelpFound heads what a search in the help has found.
func HelpFound(screen, query string) string { return HelpHeading(screen) + " · «" + query + "»" }

// HelpNothing reports that no key has to do with what is searched.
func HelpNothing(query string) string { return "Ninguna tecla dice «" + query + "»." }

// HelpSearch asks what is searched in the help.
const HelpSearch = "Buscar en la ayuda: "

// RankIsReal reports that the look is from the own rank again.
func RankIsReal(rank int) string { return "De vuelta en su puesto " + orDash(rank) + "." }

// Copied and NotCopied tell what became of a copy.
func Copied(what, how string) string { return what + " copiado " + how }

// NotCopied reports why the clipboard could not be reached.
func NotCopied(what string, err error) string {
	return fmt.Sprintf("no se pudo copiar %s: %s", what, plainError(err))
}

// FilterHint explains a filter on the command line.
func FilterHint(key string) string { return filterHints[key] }

// NoSuchOrder answers an unknown word on the command line.
func NoSuchOrder(word string) string {
	return fmt.Sprintf("No existe el comando «%s»: escriba : y tab para ver las que hay.", word)
}

// NotARank answers what is no rank.
func NotARank(text string) string {
	return fmt.Sprintf("«%s» no es un puesto: escriba un número desde 1.", text)
}

// NotPasses answers what is no number of passes.
func NotPasses(text string) string {
	return fmt.Sprintf("«%s» no es una cantidad: escriba un número desde 0.", text)
}

// RowsNotTyped reports that lines which were pasted behind the one that closed a
// question were left out.
func RowsNotTyped(lines int) string {
	return counted(lines, "línea pegada", "líneas pegadas") + " tras la respuesta: no se tomaron como teclas; aquí va una sola línea"
}

// RowsNoKeys reports that lines which were pasted where nothing is written were left out.
func RowsNoKeys(lines int) string {
	return counted(lines, "línea pegada", "líneas pegadas") + ": no se tomaron como teclas; aquí no hay dónde pegarlas (Mi turno toma una lista; / busca)"
}

// RankGone reports that the order of merit was taken out of the profile.
func RankGone(before int) string {
	return fmt.Sprintf("Sin orden de mérito (era %s): no hay probabilidades hasta que lo diga otra vez en Mi perfil.", Thousands(before))
}

// RankHigh reports that a rank is beyond the last seat of its line.
func RankHigh(rank, seats int) string {
	return fmt.Sprintf("Orden de mérito %s: la línea tiene %s. Compruebe que no le sobra una cifra.", Thousands(rank), counted(seats, "plaza", "plazas"))
}
