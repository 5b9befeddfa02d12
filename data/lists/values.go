package lists

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"brujula/data"
	"brujula/data/fold"
)

// Bounds of plausible values. The offers 2025-I and 2026-I have at most 4
// seats in a row; no process had 50,000 applicants; marks and merit scores are
// 0–20 (data/rules/README.md).
const (
	maxSeats = 200
	maxRank  = 100_000
	maxMark  = 20
)

// parseRenipress returns the 8-digit code. Workbooks turn it into a number, lose
// the zeros in front, and put marks for decimals, thousands or exponents into
// it; tables may break it into two lines.
func parseRenipress(text string) (code string, ok bool) {
	if len(text) == len(noCode) && text != noCode && isDigits(text) {
		return text, true
	}
	text, ok = wholeNumber(strings.Trim(removeBlanks(text), "'’`\"="))
	if !ok || len(text) > len(noCode) || strings.Trim(text, "0") == "" {
		return "", false
	}
	return noCode[len(text):] + text, true
}

// wholeNumber returns the digits of a number that a program wrote with a decimal
// or thousands mark or an exponent: "5055.0", "90001,00", "7.000", "9.0001E+04".
// ok is false where digits are lost or the mark may mean two things.
func wholeNumber(text string) (digits string, ok bool) {
	if isDigits(text) {
		return text, text != ""
	}
	if at := strings.IndexAny(text, "eE"); at > 0 {
		return fromExponent(strings.Replace(text[:at], ",", ".", 1), strings.TrimPrefix(text[at+1:], "+"))
	}
	if digits, ok = ungroup(text); ok {
		return digits, true
	}
	at := strings.LastIndexAny(text, ".,")
	if at <= 0 || strings.Trim(text[at+1:], "0") != "" {
		return "", false
	}
	if whole := text[:at]; isDigits(whole) {
		return whole, true
	}
	digits, ok = ungroup(text[:at])
	return digits, ok && !strings.Contains(text[:at], text[at:at+1]) // 1.234,00 but not 1.234.00
}

// ungroup takes the marks of thousands out of a number: 7.000, 1,234,567, 7'000.
func ungroup(text string) (digits string, ok bool) {
	text = strings.ReplaceAll(text, "’", "'")
	at := strings.IndexAny(text, ".,'")
	if at <= 0 || text[0] == '0' {
		return "", false
	}
	groups := strings.Split(text, text[at:at+1])
	for i, group := range groups {
		if !isDigits(group) || len(group) > 3 || i > 0 && len(group) < 3 {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

// fromExponent returns the digits of a number such as 9.0001E+04. Where it does not
// tell them all, some were rounded off.
func fromExponent(mantissa, exponent string) (digits string, ok bool) {
	whole, decimals, _ := strings.Cut(mantissa, ".")
	power, err := strconv.Atoi(exponent)
	if err != nil || len(whole) != 1 || !isDigits(whole+decimals) || power < 0 || power > len(noCode) || len(decimals) < power {
		return "", false
	}
	return whole + decimals[:power], strings.Trim(decimals[power:], "0") == ""
}

// noCode is what stands where there is no code.
const noCode = "00000000"

func isDigits(text string) bool { return strings.Trim(text, "0123456789") == "" }

// parseCount reads a whole number from 1 to most: "1", "01", "1.0", "1,00",
// "1.0000E+00"; with three digits behind the mark these are thousands.
func parseCount(text string, most int) (n int, ok bool) {
	text = strings.TrimRight(removeBlanks(text), "°º")
	if text, ok = wholeNumber(text); !ok || len(text) > 9 {
		return 0, false
	}
	n, err := strconv.Atoi(text)
	return n, err == nil && n >= 1 && n <= most
}

// parseMark reads a mark of 0 to 20 with a decimal point or comma. What a
// binary fraction added after the fourth decimal is taken off again.
func parseMark(text string) (mark float64, ok bool) {
	text = strings.Replace(removeBlanks(text), ",", ".", 1)
	if text == "" || strings.Trim(text, "0123456789.") != "" && !strings.ContainsAny(text, "eE") {
		return 0, false
	}
	mark, err := strconv.ParseFloat(text, 64)
	if err != nil || math.IsNaN(mark) || mark < 0 || mark > maxMark {
		return 0, false
	}
	return math.Round(mark*1e4) / 1e4, true
}

// parseGrade reads a grado de dificultad of 1 to 5: "GD-5", "GD 5", "5", "V".
func parseGrade(text string) (grade int, ok bool) {
	text = strings.TrimSuffix(strings.TrimSpace(text), ".0")
	text = fold.Squash(text)
	for _, prefix := range []string{"gradodedificultad", "gradodificultad", "grado", "gd"} {
		if rest, found := strings.CutPrefix(text, prefix); found {
			text = rest
			break
		}
	}
	switch text {
	case "1", "i":
		return 1, true
	case "2", "ii":
		return 2, true
	case "3", "iii":
		return 3, true
	case "4", "iv":
		return 4, true
	case "5", "v":
		return 5, true
	}
	return 0, false
}

// parseFlag reads the ZAF and ZE columns; blank means no.
func parseFlag(text string) (yes, ok bool) {
	switch fold.Squash(text) {
	case "si", "s", "x", "1", "10", "yes", "y", "true", "verdadero":
		return true, true
	case "", "no", "n", "0", "00", "false", "falso":
		return false, true
	}
	return false, false
}

// isBlankWord recognizes what people and programs write into a cell that says nothing:
// signs alone, N/A, NULL, or the result of a failed formula.
func isBlankWord(text string) bool {
	if text == "" || len(text) > longestBlank || saysSomething(text) {
		return false
	}
	text = strings.TrimSpace(text)
	switch {
	case text == "":
		return false
	case strings.Trim(text, "-–—_.…·/") == "":
		return true
	case text[0] == '#': // the result of a failed formula: #N/D, #¡REF! and the like
		return len(text) > 2 && !strings.ContainsAny(text, "0123456789")
	}
	switch fold.Squash(text) {
	case "na", "nd", "sd", "si":
		return strings.ContainsAny(text, "/.")
	case "noaplica", "sindato", "sindatos", "null", "none", "nan", "enblanco", "noregistra", "nodisponible", "sininformacion":
		return true
	}
	return false
}

const longestBlank = 16

// saysSomething recognizes most texts by their beginning: every cell of a list is
// asked.
func saysSomething(text string) bool {
	switch c := text[0] | 0x20; c {
	case 'n':
		return len(text) < 3 || len(text) > 5 && text[1]|0x20 == 'a' // NO and NACIONAL
	case 's':
		return len(text) < 3 || text[1]|0x20 != 'i' && text[1] != '/' && text[1] != '.' // SI and SEDE
	default:
		return c >= 'a' && c <= 'z' || c >= '0' && c <= '9'
	}
}

// withoutBlankWords returns a copy of the cells with those blank that say nothing;
// some is false where there are none.
func withoutBlankWords(cells []string) (out []string, some bool) {
	for column, cell := range cells {
		if !isBlankWord(cell) {
			continue
		}
		if !some {
			out, some = slices.Clone(cells), true
		}
		out[column] = ""
	}
	return out, some
}

func removeBlanks(text string) string {
	if strings.IndexFunc(text, isBlank) < 0 {
		return text
	}
	return strings.Join(strings.FieldsFunc(text, isBlank), "")
}

// isBlank takes every blank, with those that programs put between thousands and
// those without width.
func isBlank(r rune) bool {
	return r == ' ' || r >= 0x80 && (unicode.IsSpace(r) || r == '\u200b' || r == '\ufeff' || r == '\u2060') || r >= '\t' && r <= '\r'
}

// parseStatus reads what a list says of the outcome; ok is false for any other
// text, such as a remark.
func parseStatus(text string) (s data.Status, ok bool) {
	if len(text) > maxStatus {
		return "", false
	}
	s, ok = knownStatuses[fold.Squash(text)]
	return s, ok
}

// maxStatus is longer than any of the words; remarks are longer.
const maxStatus = 60

var knownStatuses = func() map[string]data.Status { //nolint:gochecknoglobals // a table
	out := make(map[string]data.Status, 64)
	for status, words := range map[data.Status]string{
		data.Taken: "ADJUDICÓ|ADJUDICADO|ADJUDICADA|ADJUDICADO(A)|ADJUDICA|ADJUDICÓ PLAZA|SI|SI ADJUDICÓ|TOMÓ PLAZA|ELIGIÓ|ELIGIÓ PLAZA|CON PLAZA|ASIGNADO|ASIGNADA|" +
			"ACEPTÓ|CONFIRMADO|ADJ|ADJ.|PLAZA ADJUDICADA|CONFORME|TAKEN",
		data.NotTaken: "NO ADJUDICÓ|NO ADJUDICADO|NO ADJUDICADA|NO ADJUDICADO(A)|NO ADJUDICA|NO ADJUDICÓ PLAZA|NO|NO TOMÓ PLAZA|NO ELIGIÓ|NO ELIGIÓ PLAZA|SIN PLAZA|" +
			"NO ALCANZÓ|NO ALCANZÓ PLAZA|NO ACEPTÓ|PASÓ|DECLINÓ|DESISTIÓ|DESISTIMIENTO|DESISTE|DESIERTO|DESIERTA|" +
			"NO ADJ|NO ADJ.|SIN ADJUDICAR|SIN ADJUDICACIÓN|DESISTIÓ DE LA PLAZA|PENDIENTE|EN RESERVA|EN ESPERA|NO ESCOGIÓ|NO ESCOGIÓ PLAZA|RECHAZÓ|RECHAZÓ PLAZA",
		data.Absent: "AUSENTE|AUSENTES|NO SE PRESENTÓ|NSP|N.S.P.|NO ASISTIÓ|INASISTENTE|INASISTENCIA|FALTÓ|NO PRESENTE|NO RESPONDIÓ|NO SE CONECTÓ|" +
			"NO SE PRESENTA|NO PRESENTADO|NO PRESENTADA|NO ASISTIÓ AL ACTO|NO ASISTIÓ A LA ADJUDICACIÓN|NO HABIDO|NO CONTESTÓ",
		data.Resigned: "RENUNCIÓ|RENUNCIA|RENUNCIANTE|RENUNCIÓ A LA PLAZA|RENUNCIA A LA PLAZA|CON RENUNCIA|RENUNCIÓ A PLAZA|RENUNCIA VOLUNTARIA|" +
			"RENUNCIA ACEPTADA|RENUNCIADO|RENUNCIADA|ABANDONO|ABANDONÓ|ABANDONÓ LA PLAZA|ABANDONO DE PLAZA|DEVUELTA|DEVOLVIÓ LA PLAZA",
		data.Cancelled: "ANULADO|ANULADA|NULO|NULA|ANULADO(A)|ADJUDICACIÓN ANULADA|PLAZA ANULADA|SIN EFECTO|DEJADO SIN EFECTO|DESCALIFICADO|DESCALIFICADA|" +
			"RETIRADO|RETIRADA|EXCLUIDO|EXCLUIDA|INHABILITADO|INHABILITADA|IMPEDIDO|IMPEDIDA|CANCELADO|CANCELADA|" +
			"SE RETIRÓ|SUSPENDIDO|SUSPENDIDA|REVOCADO|REVOCADA|NO APTO|NO APTA|ELIMINADO|ELIMINADA|SEPARADO|SEPARADA",
	} {
		for _, word := range strings.Split(words, "|") {
			out[fold.Squash(word)] = status
		}
	}
	return out
}()
