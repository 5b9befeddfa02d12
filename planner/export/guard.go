// Package export writes the plan and lists for people and other programs:
// Markdown, CSV, JSON, XLSX, a page to print and the turn card. Every export states process, date, sources, model
// and marks.
package export

import "strings"

// BOM marks a CSV as UTF-8 for spreadsheets that would guess otherwise.
const BOM = "\ufeff"

// dangerous are the first characters that make a spreadsheet take a cell as a
// formula, or that hide such a one.
const dangerous = "=+-@\t\r"

// Guard keeps a spreadsheet from taking a cell as a formula: an apostrophe
// stands before it. Numbers stay as they are.
func Guard(cell string) string {
	if cell != "" && strings.ContainsRune(dangerous+"'", rune(cell[0])) && !isNumber(cell) {
		return "'" + cell
	}
	return cell
}

// Unguard is the inverse of Guard.
func Unguard(cell string) string {
	if len(cell) > 1 && cell[0] == '\'' && strings.ContainsRune(dangerous+"'", rune(cell[1])) {
		return cell[1:]
	}
	return cell
}

// Guarded guards each cell of a row, in place.
func Guarded(row []string) []string {
	for i, cell := range row {
		row[i] = Guard(cell)
	}
	return row
}

func isNumber(cell string) bool {
	digits := strings.TrimLeft(cell, "+-")
	return len(cell)-len(digits) <= 1 && digits != "" && strings.Trim(digits, "0123456789.,") == "" && digits[0] != '.' && digits[0] != ','
}
