package widget

import (
	"strings"

	"brujula/tui/theme"
)

// Highlight sets off the characters of text at the given places, counted in
// runes and ascending, as a search gives them. Places outside are ignored.
// Runs are set off as one, so that the line stays short.
func Highlight(style theme.Style, text string, at []int) string {
	if len(at) == 0 || style.Plain() {
		return text
	}
	var b, run strings.Builder
	flush := func() {
		b.WriteString(style.Render(run.String()))
		run.Reset()
	}
	next, i := 0, 0
	for _, r := range text {
		for next < len(at) && at[next] < i {
			next++
		}
		if next < len(at) && at[next] == i {
			run.WriteRune(r)
		} else {
			flush()
			b.WriteRune(r)
		}
		i++
	}
	flush()
	return b.String()
}
