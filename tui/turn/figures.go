package turn

import (
	"strings"

	"brujula/data/fold"
	"brujula/tui/layout"
)

// glyphs are figures and letters three lines high, to be read from a step away.
var glyphs = map[rune][3]string{
	'0': {"█▀█", "█ █", "▀▀▀"},
	'1': {"▀█ ", " █ ", "▀▀▀"},
	'2': {"▀▀█", "█▀▀", "▀▀▀"},
	'3': {"▀▀█", " ▀█", "▀▀▀"},
	'4': {"█ █", "▀▀█", "  ▀"},
	'5': {"█▀▀", "▀▀█", "▀▀▀"},
	'6': {"█▀▀", "█▀█", "▀▀▀"},
	'7': {"▀▀█", "  █", "  ▀"},
	'8': {"█▀█", "█▀█", "▀▀▀"},
	'9': {"█▀█", "▀▀█", "▀▀▀"},
	':': {"▄", "▄", " "},
	' ': {" ", " ", " "},
	'A': {"▄▀▄", "█▀█", "▀ ▀"},
	'B': {"█▀▄", "█▀▄", "▀▀ "},
	'C': {"█▀▀", "█  ", "▀▀▀"},
	'D': {"█▀▄", "█ █", "▀▀ "},
	'E': {"█▀▀", "█▀ ", "▀▀▀"},
	'F': {"█▀▀", "█▀ ", "▀  "},
	'G': {"█▀▀▀", "█ ▀█", "▀▀▀▀"},
	'H': {"█ █", "█▀█", "▀ ▀"},
	'I': {"█", "█", "▀"},
	'J': {"  █", "▄ █", "▀▀▀"},
	'K': {"█ █", "█▀▄", "▀ ▀"},
	'L': {"█  ", "█  ", "▀▀▀"},
	'M': {"█▄ ▄█", "█ ▀ █", "▀   ▀"},
	'N': {"█▄ █", "█ ▀█", "▀  ▀"},
	'Ñ': {"▀▀▀▀", "█▀▄█", "▀  ▀"},
	'O': {"█▀█", "█ █", "▀▀▀"},
	'P': {"█▀█", "█▀▀", "▀  "},
	'Q': {"█▀█ ", "█ █ ", "▀▀▀▄"},
	'R': {"█▀█", "█▀▄", "▀ ▀"},
	'S': {"█▀▀", "▀▀█", "▀▀▀"},
	'T': {"▀█▀", " █ ", " ▀ "},
	'U': {"█ █", "█ █", "▀▀▀"},
	'V': {"█ █", "█ █", " ▀ "},
	'W': {"█   █", "█▄▀▄█", "▀   ▀"},
	'X': {"▀▄▀", " █ ", "▀ ▀"},
	'Y': {"█ █", "▀█▀", " ▀ "},
	'Z': {"▀▀█", "▄▀ ", "▀▀▀"},
	'-': {"  ", "▀▀", "  "},
	'.': {" ", " ", "▀"},
}

// bigLines is how high a big figure is.
const bigLines = 3

// name draws a name as large as there is room for: in letters three lines high,
// on up to so many rows of them, else spaced out on one line, else as it is. rows
// is 0 where no blocks can be drawn.
func name(text string, w, rows int, tail string) []string {
	for n := 1; n <= rows; n++ {
		if lines, ok := bigRows(splitEven(strings.Fields(fold.Upper(text)), n), w); ok {
			return lines
		}
	}
	if spaced := strings.Join(strings.Split(text, ""), " "); layout.Width(spaced) <= w {
		return []string{spaced}
	}
	return []string{layout.Cut(text, w, tail)}
}

// bigRows draws each text three lines high; ok is false where one has no room.
func bigRows(texts []string, w int) (lines []string, ok bool) {
	for _, text := range texts {
		row, ok := big(strings.ReplaceAll(text, " ", "  "))
		if !ok || layout.Width(row[0]) > w {
			return nil, false
		}
		lines = append(lines, row[:]...)
	}
	return lines, true
}

// splitEven parts words into n texts of about one length.
func splitEven(words []string, n int) []string {
	if n == 1 || len(words) < 2 {
		return []string{strings.Join(words, " ")}
	}
	at, least := 1, len(strings.Join(words, " "))
	for i := 1; i < len(words); i++ {
		if longer := max(len(strings.Join(words[:i], " ")), len(strings.Join(words[i:], " "))); longer < least {
			at, least = i, longer
		}
	}
	return []string{strings.Join(words[:at], " "), strings.Join(words[at:], " ")}
}

// big draws a text three lines high; ok is false where it has a sign without a figure.
func big(text string) (lines [bigLines]string, ok bool) {
	var rows [bigLines][]string
	for _, r := range strings.ReplaceAll(text, "\u00a0", " ") {
		d, known := glyphs[r]
		if !known {
			return lines, false
		}
		for i := range rows {
			rows[i] = append(rows[i], d[i])
		}
	}
	for i := range rows {
		lines[i] = strings.Join(rows[i], " ")
	}
	return lines, true
}

// figure is one of the numbers at the top.
type figure struct {
	label, value, note string
	style              func(string) string
}

// bigRow sets figures side by side, label and note before the digits.
func bigRow(figures []figure, w int) []string {
	out := make([]string, bigLines)
	for _, f := range figures {
		lines, ok := big(f.value)
		label := max(layout.Width(f.label), layout.Width(f.note))
		if !ok {
			lines[1] = f.value
		}
		width := max(layout.Width(lines[0]), layout.Width(lines[1]))
		before := [bigLines]string{"", f.label, f.note}
		for i := range out {
			out[i] += " " + layout.Fit(before[i], label, layout.Left, "") + "  " +
				f.style(layout.Fit(lines[i], width, layout.Left, "")) + "  "
		}
	}
	return layout.Block(out, w, bigLines, "")
}
