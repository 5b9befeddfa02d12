// Package export writes the plan and lists for people and other programs:
// Markdown, CSV, JSON, XLSX, a page to print and the turn card. Every export states process, date, sources, model
// and marks.
package export

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"
)

// BOM marks a CSV as UTF-8 for spreadsheets that would guess otherwise.
const BOM = "\ufeff"

// dangerous are the first characters that make a spreadsheet take a cell as a
// formula, or that hide such a one; those of full width are taken so where the
// system writes Chinese or Japanese.
const dangerous = "=+-@\t\r＝＋－＠"

// hiding are blanks that some spreadsheets take off before they look.
const hiding = " \u00a0\u3000\u200b\ufeff"

// Guard keeps a spreadsheet from taking a cell as a formula: an apostrophe
// stands before it. Numbers stay as they are.
func Guard(cell string) string {
	if needsGuard(cell) {
		return "'" + cell
	}
	return cell
}

// Unguard is the inverse of Guard.
func Unguard(cell string) string {
	if rest, ok := strings.CutPrefix(cell, "'"); ok && needsGuard(rest) {
		return rest
	}
	return cell
}

func needsGuard(cell string) bool {
	if strings.HasPrefix(cell, "'") {
		return true // so that Unguard knows its own
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(cell, hiding))
	return first != utf8.RuneError && strings.ContainsRune(dangerous, first) && !isNumber(cell)
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

// markup is what makes text of Markdown live, with what it is written as.
var markup = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "|", `\|`, "~", `\~`, "#", `\#`, "$", `\$`,
	"&", "&amp;", "<", "&lt;", "\n", " ", "\r", " ",
	"@", "@\u2060", // no sign that is written otherwise keeps an address from being a link
)

// address is where programs make a link of plain text, whatever its case.
var address = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(?i)\b(https?|ftp)://|\b(www)\.`) })

// plainMarkdown writes a text so that Markdown shows it as it is: no links, no
// pictures, no emphasis, on one line.
func plainMarkdown(text string) string {
	if strings.HasPrefix(text, ">") { // a quotation; elsewhere the sign needs one before it
		return `\` + plainMarkdown("\u2060" + text)[len("\u2060"):]
	}
	return address().ReplaceAllStringFunc(markup.Replace(text), func(found string) string {
		if scheme, ok := strings.CutSuffix(found, "//"); ok {
			return scheme + `\//`
		}
		return strings.TrimSuffix(found, ".") + `\.`
	})
}
