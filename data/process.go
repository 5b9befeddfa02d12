package data

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// Process names one SERUMS process, such as "2026-I". The zero value means
// that the process is not known.
type Process string

var processPattern = regexp.MustCompile(`(?i)(20\d{2})\s*[-–—_ /]?\s*(II|I|2|1)(?:[^\dIVX]|$)`)

// ParseProcess reads a process as people and files write it: "2026-I",
// "2026 - 1", "2026-i", and gives the canonical form. It fails when the text,
// but for blanks, is not exactly one process.
func ParseProcess(text string) (Process, error) {
	trimmed := strings.TrimSpace(text)
	match := processPattern.FindStringSubmatch(trimmed)
	if match == nil || strings.TrimSpace(match[0]) != trimmed {
		return "", fmt.Errorf("%q", text)
	}
	return processOf(match), nil
}

// FindProcess gives the first process that a free text names, as in the title
// "OFERTA DE PLAZAS SERUMS 2026-I", and whether there is one.
func FindProcess(text string) (Process, bool) {
	match := processPattern.FindStringSubmatch(text)
	if match == nil {
		return "", false
	}
	return processOf(match), true
}

func processOf(match []string) Process {
	half := "I"
	if h := strings.ToUpper(match[2]); h == "II" || h == "2" {
		half = "II"
	}
	return Process(match[1] + "-" + half)
}

// Ordinal places processes in time: 2025-I is 4050, 2025-II 4051. It is 0 for
// a process that is not well formed.
func (p Process) Ordinal() int {
	year, half, ok := strings.Cut(string(p), "-")
	if !ok {
		return 0
	}
	n, err := strconv.Atoi(year)
	if err != nil {
		return 0
	}
	if half == "II" {
		return 2*n + 1
	}
	return 2 * n
}

// Before tells whether p took place earlier than q.
func (p Process) Before(q Process) bool { return p.Ordinal() < q.Ordinal() }
