package lists

import (
	"math"
	"strconv"
	"strings"

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

// parseRenipress gives the 8-digit code. Workbooks turn it into a number and
// lose the zeros in front; tables may break it into two lines.
func parseRenipress(text string) (code string, ok bool) {
	if len(text) == len(noCode) && text != noCode && isDigits(text) {
		return text, true
	}
	text = strings.Trim(removeBlanks(text), "'’`\"=")
	if whole, tail, found := strings.Cut(text, "."); found && strings.Trim(tail, "0") == "" {
		text = whole
	}
	if text == "" || len(text) > 8 || strings.Trim(text, "0") == "" {
		return "", false
	}
	if !isDigits(text) {
		return "", false
	}
	return noCode[len(text):] + text, true
}

// noCode is what stands where there is no code.
const noCode = "00000000"

func isDigits(text string) bool {
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	return true
}

// parseCount reads a whole number from 1 to most: "1", "01", "1.0", "1,00".
func parseCount(text string, most int) (n int, ok bool) {
	text = strings.TrimRight(removeBlanks(text), "°º")
	if at := strings.IndexAny(text, ".,"); at > 0 && strings.Trim(text[at+1:], "0") == "" {
		text = text[:at]
	}
	if text == "" || len(text) > 9 || text[0] < '0' || text[0] > '9' {
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

// isErrorValue tells the results of failed formulas: #N/D, #¡REF! and the like.
func isErrorValue(text string) bool {
	text = strings.TrimSpace(text)
	return len(text) > 2 && len(text) < 12 && text[0] == '#' && !strings.ContainsAny(text, "0123456789")
}

func removeBlanks(text string) string {
	if strings.IndexFunc(text, isBlank) < 0 {
		return text
	}
	return strings.Join(strings.FieldsFunc(text, isBlank), "")
}

func isBlank(r rune) bool {
	return r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == '\u00a0' || r == '\u200b' || r == '\ufeff' || r == '\u202f'
}
