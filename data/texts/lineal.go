package texts

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Words of the linear mode: plain sentences, the most important first, since
// they are heard one after the other.
const (
	LinearWelcome  = "Brújula SERUMS, modo lineal: todo en renglones, con preguntas numeradas."
	LinearHowTo    = "Responda con el número o con unas letras de la opción. 0 vuelve, ? es ayuda, «salir» termina, enter repite las opciones."
	LinearDemo     = "DATOS DE DEMOSTRACIÓN: el proceso es inventado y ningún establecimiento existe; nada se guarda. Para usar los suyos importe una lista, opción 8."
	LinearDumb     = "Este terminal no puede mostrar las pantallas (TERM=dumb): se abre el modo lineal, el mismo de «serums --lineal»."
	LinearBye      = "Hasta luego. Todo quedó guardado."
	LinearByeShort = "Hasta luego."
	LinearByeRest  = "Hasta luego. Lo confirmado antes quedó guardado."
	LinearByeDemo  = "Hasta luego. No había nada que guardar."
	// LinearByeUnsaved comes before the error that tells what was lost.
	LinearByeUnsaved  = "Atención: algo NO se pudo guardar."
	LinearWait        = "Un momento, calculando."
	LinearYesNo       = "(s o n):"
	LinearAnswerYesNo = "Responda s o n."
	LinearTooLong     = "Esa respuesta es demasiado larga."
	LinearNothing     = "Sin cambios."
	LinearTextHelp    = "Aquí todo lo que escriba se toma como texto, también «salir» o «inicio». Solo 0 vuelve, y ? da esta ayuda; enter sin nada escrito no cambia nada, salvo que la pregunta diga otra cosa."

	LinearHome      = "Inicio"
	LinearNoProfile = "Todavía no dijo quién es: sin profesión, modalidad y orden de mérito no hay probabilidades. Opción 7."
	LinearNoRank    = "Falta su orden de mérito: sin él no hay probabilidades. Opción 7."
)

// LinearHelp is what the help of every menu ends with.
var LinearHelp = []string{
	"En todas partes: el número o unas letras eligen. 0 o «volver» retrocede, «inicio» va al primer menú, «salir» termina. Enter repite las opciones.",
	"Donde la pregunta dice «solo 0 vuelve», lo que escriba es texto, también esas palabras.",
	linearStored,
}

// LinearHalfDone names the forms whose answers were lost.
func LinearHalfDone(forms []string) string {
	return "Atención: lo que estaba a medias no se guardó: " + strings.Join(forms, ", ") + "."
}

// LinearLeaveHalfDone asks before their answers are lost.
func LinearLeaveHalfDone(forms []string) string {
	return "Lo que está a medias no se guardó: " + strings.Join(forms, ", ") + ". ¿Salir y perderlo?"
}

// LinearOptions names the options of the first menu, in their order.
func LinearOptions() []string {
	return []string{
		ScreenExplore + ": leer, buscar y filtrar plazas", ScreenPlan + ": su lista ordenada", ScreenCompare + ": plazas lado a lado",
		ScreenTurn + ": el acto de adjudicación", "Panorama: la oferta entera, por región, grado y más",
		ScreenSources + ": qué listas están cargadas", "Mi perfil: profesión, modalidad, orden de mérito", "Importar una lista",
	}
}

// LinearHere says in which menu the user is.
func LinearHere(title string) string { return Capital(title) + "." }

// LinearOption reads one option.
func LinearOption(n int, label string) string { return fmt.Sprintf("%d. %s", n, Capital(label)) }

// LinearNamedOption reads one that is a name, in which capitals count.
func LinearNamedOption(n int, name string) string { return fmt.Sprintf("%d. %s", n, name) }

// LinearChoose asks for an option; whole tells that they were just read out.
func LinearChoose(whole bool, leave string) string {
	switch {
	case whole:
		return "Opción:"
	case leave != "":
		return fmt.Sprintf("Opción (enter repite las opciones, 0 %s):", leave)
	}
	return "Opción (enter repite las opciones, 0 vuelve):"
}

// LinearNoSuchOption refuses an answer.
func LinearNoSuchOption(text string, most int) string {
	if most == 0 {
		return fmt.Sprintf("«%s» no es una opción. 0 vuelve.", Shortened(text))
	}
	if most == 1 {
		return fmt.Sprintf("«%s» no es una opción: solo hay la 1. 0 vuelve, enter la repite.", Shortened(text))
	}
	return fmt.Sprintf("«%s» no dice cuál: escriba un número de 1 a %d, o letras que solo tenga una opción. Enter las repite.", Shortened(text), most)
}

// LinearBadNumber refuses what is no number in a range.
func LinearBadNumber(text string, least, most int) string {
	return fmt.Sprintf("«%s» no sirve: escriba un número de %d a %d, o 0 para volver.", Shortened(text), least, most)
}

// mostQuoted is how much of a bad answer is repeated to the user, in letters.
const mostQuoted = 40

// Shortened cuts what is repeated of an answer.
func Shortened(text string) string {
	if utf8.RuneCountInString(text) <= mostQuoted {
		return text
	}
	return string([]rune(text)[:mostQuoted]) + "…"
}

// WholeNumber reads a number as people write it: 1200, "1 200".
func WholeNumber(text string) (n int, ok bool) {
	n, err := strconv.Atoi(strings.NewReplacer(" ", "", "\u00a0", "").Replace(text))
	return n, err == nil
}

// IsNo reads the answer to a question.
func IsNo(answer string) bool {
	return slices.Contains([]string{"n", "no", "0"}, strings.ToLower(strings.TrimSpace(answer)))
}

// IsLinearBack reports whether a folded word goes back, and the like for help,
// the first menu and the end.
func IsLinearBack(word string) bool { return slices.Contains([]string{"volver", "atras"}, word) }

// IsLinearHelp reports whether a folded word asks for help.
func IsLinearHelp(word string) bool { return slices.Contains([]string{"ayuda", "help"}, word) }

// IsLinearHome reports whether a folded word goes to the first menu.
func IsLinearHome(word string) bool { return slices.Contains([]string{"inicio", "menu"}, word) }

// IsLinearQuit reports whether a folded word ends the program. One letter does not:
// it is how a name begins that is looked for.
func IsLinearQuit(word string) bool { return slices.Contains([]string{"salir"}, word) }

// LinearText says of a question that its answer is content, whatever it is: only
// 0 goes back.
func LinearText(question string) string {
	const back = "solo 0 vuelve"
	if strings.Contains(question, "0 vuelve") {
		return strings.Replace(question, "0 vuelve", back, 1)
	}
	question = strings.TrimSuffix(strings.TrimSpace(question), ":")
	if before, inside, ok := strings.Cut(strings.TrimSuffix(question, ")"), "("); ok && strings.HasSuffix(question, ")") {
		return before + "(" + inside + ", " + back + "):"
	}
	return question + " (" + back + "):"
}

// LinearWarning reports why something was not done, or what to mind.
func LinearWarning(text string) string { return "Aviso: " + LinearSentence(text) }

// LinearError reports what failed.
func LinearError(text string) string { return "Error: " + LinearSentence(text) }

// LinearSentence begins and ends a text as a sentence, so that a voice pauses after
// it; the name of a file keeps its letters.
func LinearSentence(text string) string {
	text = strings.TrimSpace(text)
	if first, _, _ := strings.Cut(text, " "); !strings.ContainsAny(strings.TrimRight(first, ".:"), `./\`) {
		text = Capital(text)
	}
	if last, _ := utf8.DecodeLastRuneInString(text); text == "" || strings.ContainsRune(".?!:…", last) {
		return text
	}
	return text + "."
}

// Typographic signs that a voice spells out or swallows.
var (
	linearSigns = strings.NewReplacer(
		" · ", ", ", "·", ",", " → ", " pasa a ", "→", " a ", "★ ", "", "★", "", "↑ ", "sube, ", "↓ ", "baja, ", "▲▲▲ ", "gravedad alta, ", "▲▲ ", "gravedad media, ", "▲ ", "", "▲", "", "▼", "", "≥", "desde", "≤", "hasta el ",
		"×", "por", "±", "más o menos", "…", "...", "\u202f", "\u00a0", " > ", ", luego ", ">99 %", "más de 99 %", "<1 %", "menos de 1 %",
	)
	linearRange  = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(\d|%)–(más|\d)`) })
	linearDigits = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(\d)\x{a0}(\d\d\d)`) })
	linearTied   = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(\d|GD) (%|\d)`) })
)

// LinearSpoken writes signs as words and numbers in one piece: "92–98 %" is read
// "92 a 98 %", and "12 604" would be read as two numbers. Frames, blocks and
// other shapes, which say nothing, are left out.
func LinearSpoken(text string) string {
	text = linearSigns.Replace(LinearWays(text))
	text = strings.Map(func(r rune) rune {
		if r >= '\u2500' && r <= '\u25ff' {
			return -1
		}
		return r
	}, text)
	for range 2 { // the groups of a million overlap
		text = linearDigits().ReplaceAllString(text, "$1$2")
	}
	text = linearRange().ReplaceAllString(text, "$1 a $2")
	return strings.ReplaceAll(text, "–", "sin dato")
}

// LinearTied puts blanks that do not break where a line must not: "97 %", "GD 5".
func LinearTied(text string) string { return linearTied().ReplaceAllString(text, "$1\u00a0$2") }

// lowered writes the first letter small, but for words that are all capitals.
func lowered(text string) string {
	letters := []rune(text)
	if len(letters) < 2 || unicode.IsUpper(letters[1]) {
		return text
	}
	return string(unicode.ToLower(letters[0])) + string(letters[1:])
}
