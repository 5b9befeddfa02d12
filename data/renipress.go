package data

import "strings"

// ParseRenipress reads the code of an establishment, with or without its
// leading zeros, and gives its eight digits. ok is false for anything but one
// to eight digits that are not all zero.
func ParseRenipress(text string) (code string, ok bool) {
	code = strings.TrimSpace(text)
	if len(code) == 0 || len(code) > 8 || strings.Trim(code, "0123456789") != "" {
		return "", false
	}
	code = strings.Repeat("0", 8-len(code)) + code
	return code, code != "00000000"
}
