package turn

import (
	"strings"

	"brujula/tui/layout"
)

// digits are figures three lines high, to be read from a step away.
var digits = map[rune][3]string{
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
}

// bigLines is how high a big figure is.
const bigLines = 3

// big draws a figure three lines high; ok is false for a text that is none.
func big(text string) (lines [bigLines]string, ok bool) {
	var rows [bigLines][]string
	for _, r := range strings.ReplaceAll(text, "\u00a0", " ") {
		d, known := digits[r]
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
