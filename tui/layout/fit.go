package layout

import (
	"strings"
	"unicode/utf8"

	"brujula/data"

	"github.com/charmbracelet/x/ansi"
)

// Align says on which side of its cells a text stands.
type Align int

// Left is for words, Right for figures.
const (
	Left Align = iota
	Right
	Center
)

// blanks is cut instead of making a string of spaces for each cell.
const blanks = "                                                                                                                                                                                                                                                                "

// Blank returns n spaces; none when n is negative.
func Blank(n int) string {
	switch {
	case n <= 0:
		return ""
	case n <= len(blanks):
		return blanks[:n]
	}
	return strings.Repeat(" ", n)
}

// Width counts the terminal cells of one line, escape sequences apart.
func Width(s string) int {
	if n, ok := latinWidth(s); ok {
		return n
	}
	return ansi.StringWidth(s)
}

// latinWidth counts the cells of a text that holds only letters up to the
// Latin ones with accents, one cell each, which is nearly all the text there
// is; ok is false for any other text. It spares the search for grapheme
// clusters on the path of every cell of the table.
func latinWidth(s string) (n int, ok bool) {
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c >= ' ' && c < 0x7f:
			i++
		case c >= 0xc3 && c <= 0xca && i+1 < len(s) && s[i+1]&0xc0 == 0x80: // U+00C0–U+02BF
			i += 2
		default:
			return 0, false
		}
		n++
	}
	return n, true
}

// Fit brings one line of text to exactly w cells: cut with tail at the end
// when it is too long, filled with blanks when it is too short. Line breaks
// and tabs become blanks. Escape sequences are kept.
func Fit(s string, w int, align Align, tail string) string {
	if w <= 0 {
		return ""
	}
	s = OneLine(s)
	n := Width(s)
	if n > w {
		s = Cut(s, w, tail)
		n = Width(s) // a double-width character may leave one cell free
	}
	if n == w {
		return s
	}
	switch align {
	case Right:
		return Blank(w-n) + s
	case Center:
		return Blank((w-n)/2) + s + Blank(w-n-(w-n)/2)
	default:
		return s + Blank(w-n)
	}
}

// Cut shortens one line to at most w cells, with tail in the place of what was
// cut. Escape sequences do not count and are kept whole.
func Cut(s string, w int, tail string) string {
	if w <= 0 {
		return ""
	}
	n, latin := latinWidth(s)
	if latin {
		if n <= w {
			return s
		}
		keep := w - Width(tail)
		if keep < 0 {
			keep, tail = w, ""
		}
		at := 0
		for range keep {
			_, size := utf8.DecodeRuneInString(s[at:])
			at += size
		}
		return s[:at] + tail
	}
	if Width(tail) > w {
		tail = ""
	}
	return ansi.Truncate(s, w, tail)
}

// OneLine turns line breaks and tabs into blanks.
func OneLine(s string) string {
	if strings.IndexByte(s, '\n') < 0 && strings.IndexByte(s, '\t') < 0 {
		return s
	}
	return strings.NewReplacer("\n", " ", "\t", " ").Replace(s)
}

// Whole keeps percentages on one line where a text is wrapped.
func Whole(text string) string { return strings.ReplaceAll(text, " %", "\u00a0%") }

// Wrap breaks a text by words into lines of at most w cells; words longer than
// that are broken. Its own line breaks are kept, and so is every character but
// blanks at a break. The result is never empty. A hyphen is no place to break:
// "2026-I" and "GD-5" stay whole.
func Wrap(s string, w int) []string {
	if w <= 0 {
		return []string{""}
	}
	s = strings.ReplaceAll(strings.ReplaceAll(s, "\t", " "), "-", heldHyphen)
	var lines []string
	for line := range strings.SplitSeq(ansi.Wrap(s, w, ""), "\n") {
		lines = append(lines, fitting(strings.ReplaceAll(strings.TrimRight(line, " "), heldHyphen, "-"), w)...)
	}
	return lines
}

// heldHyphen stands for a hyphen while ansi.Wrap works: that one breaks after
// hyphens, and lets one that ends a word stand beyond the edge. It is a
// character for private use, one cell wide, that fold.Clean takes out of every
// text.
const heldHyphen = "\ue000"

// fitting breaks a line where ansi.Wrap left a double-width character over the
// edge.
func fitting(line string, w int) []string {
	if Width(line) <= w {
		return []string{line}
	}
	parts := strings.Split(ansi.Hardwrap(line, w, true), "\n")
	for i, part := range parts {
		parts[i] = Cut(part, w, "") // a double-width character has no room in one cell
	}
	return parts
}

// Indent puts a blank before each line.
func Indent(lines []string) []string {
	return data.Map(lines, func(line string) string { return " " + line })
}

// Block brings lines to exactly h lines of exactly w cells each, cutting and
// filling as Fit does.
func Block(lines []string, w, h int, tail string) []string {
	if h <= 0 {
		return nil
	}
	out := make([]string, h)
	for i := range out {
		if i < len(lines) {
			out[i] = Fit(lines[i], w, Left, tail)
		} else {
			out[i] = Blank(w)
		}
	}
	return out
}

// Beside sets blocks side by side. All but the last must have lines of one
// width (see Block); the result has as many lines as the shortest.
func Beside(blocks ...[]string) []string {
	if len(blocks) == 0 {
		return nil
	}
	n := len(blocks[0])
	for _, b := range blocks[1:] {
		n = min(n, len(b))
	}
	out := make([]string, n)
	var line strings.Builder
	for i := range out {
		line.Reset()
		for _, b := range blocks {
			line.WriteString(b[i])
		}
		out[i] = line.String()
	}
	return out
}

// Over lays the lines of top over those of under, its left upper corner at
// column x and line y, as a dialog lies over a screen. What does not fit in
// under is left out.
func Over(under, top []string, x, y int) []string {
	out := append([]string(nil), under...)
	for i, line := range top {
		at := y + i
		if at < 0 || at >= len(out) {
			continue
		}
		out[at] = overLine(out[at], line, max(0, x))
	}
	return out
}

func overLine(under, top string, x int) string {
	w := Width(under)
	if x >= w {
		return under
	}
	top = Cut(top, w-x, "")
	end := x + Width(top)
	return ansi.Cut(under, 0, x) + top + ansi.Cut(under, end, w)
}
