package data

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

// Process names one SERUMS process, such as "2026-I". The zero value means
// that the process is not known.
type Process string

// numerals are those that a process can have; a year had three at most so far.
var numerals = []string{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}

// processPattern finds a year with something that may be its numeral.
var processPattern = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(20\d{2})(\s*[-–—_/.]\s*|\s*)([\p{L}\d|!]+)`) })

// ParseProcess reads a process as people and files write it: "2026-I",
// "2026 - 1", "2026-i", and gives the canonical form. It fails when the text,
// but for blanks, is not exactly one process.
func ParseProcess(text string) (Process, error) {
	trimmed := strings.TrimSpace(text)
	match := processPattern().FindStringSubmatch(trimmed)
	if match == nil || match[0] != trimmed {
		return "", fmt.Errorf("%q", text)
	}
	n := numeral(match[3])
	if n == 0 || match[2] == "" && isDigit(match[3]) {
		return "", fmt.Errorf("%q", text)
	}
	return processOf(match[1], n), nil
}

// FindProcess returns the process that a free text names, as in the title
// "OFERTA DE PLAZAS SERUMS 2026-I"; ok is false where it names none, or more
// than one.
func FindProcess(text string) (p Process, ok bool) {
	if found, _ := Processes(text); len(found) == 1 {
		return found[0], true
	}
	return "", false
}

// Processes returns the processes that a free text names, each once and in its
// order, and the words that look like one and cannot be read for sure, such as
// "2026-Il". A year that a word follows ("2025 IPRESS"), a date and the number
// of a document ("014-2025-I") name none.
func Processes(text string) (found []Process, unsure []string) {
	if !strings.Contains(text, "20") {
		return nil, nil
	}
	for at := 0; at < len(text); {
		match := processPattern().FindStringSubmatchIndex(text[at:])
		if match == nil {
			break
		}
		begin, end := at+match[0], at+match[1]
		year, joint, word := text[at+match[2]:at+match[3]], strings.TrimSpace(text[at+match[4]:at+match[5]]), text[at+match[6]:end]
		spaced := match[4] != match[5]
		at += match[3] // a year may follow a year
		if numbered(text[:begin]) || dated(text[end:]) {
			continue
		}
		n := numeral(word)
		switch {
		case n > 0 && (joint != "" || n <= 3 && word == numerals[n-1]):
			if p := processOf(year, n); !slices.Contains(found, p) {
				found = append(found, p)
			}
		case (joint != "" || spaced) && n == 0 && likeNumeral(word):
			unsure = append(unsure, text[begin:end])
		}
	}
	return found, unsure
}

// numbered reports whether what stands before a year makes it part of a longer
// number.
func numbered(before string) bool {
	last, size := utf8.DecodeLastRuneInString(before)
	if unicode.IsDigit(last) {
		return true
	}
	if !strings.ContainsRune("-–—/.", last) {
		return false
	}
	last, _ = utf8.DecodeLastRuneInString(before[:len(before)-size])
	return unicode.IsDigit(last)
}

// dated reports whether what follows makes a year and a number a date.
func dated(after string) bool {
	return len(after) > 1 && strings.IndexByte("-/.", after[0]) >= 0 && isDigit(after[1:2])
}

// numeral returns the number that a word is, in Roman or other figures; 0 for
// none.
func numeral(word string) int {
	if len(word) == 1 && isDigit(word) {
		return int(word[0] - '0')
	}
	return slices.Index(numerals, strings.ToUpper(word)) + 1
}

func isDigit(text string) bool { return text[0] >= '0' && text[0] <= '9' }

// likeNumeral recognizes a word of signs that readers of pictures take for a
// numeral's.
func likeNumeral(word string) bool {
	return len(word) < 5 && strings.Trim(word, "IiLl1|!VvXx") == ""
}

func processOf(year string, n int) Process { return Process(year + "-" + numerals[n-1]) }

// parts returns year and number; 0 and 0 for a process that is not well formed.
func (p Process) parts() (year, number int) {
	before, after, ok := strings.Cut(string(p), "-")
	n := slices.Index(numerals, after) + 1
	if y, err := strconv.Atoi(before); ok && err == nil && n > 0 {
		return y, n
	}
	return 0, 0
}

// Ordinal places processes in time, and does no more: their distance is that
// of HalfYear. It is 0 for a process that is not well formed.
func (p Process) Ordinal() int {
	year, n := p.parts()
	return 10*year + n
}

// HalfYear counts half years, to tell how far apart processes are: 2025-I is
// 4050, 2025-II and what may follow in the same year are 4051. It is 0 for a
// process that is not well formed.
func (p Process) HalfYear() int {
	year, n := p.parts()
	return 2*year + min(max(n-1, 0), 1)
}

// Before reports whether p took place earlier than q.
func (p Process) Before(q Process) bool { return p.Ordinal() < q.Ordinal() }
