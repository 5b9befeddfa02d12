package theme

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"brujula/data"
)

// Style is a way to set off text: colours of the sixteen and attributes,
// never a background. The zero value leaves text as it is.
//
// It is a ready-made escape sequence rather than a lipgloss.Style: rendering
// is two joins of strings, measures nothing, asks no terminal, and nests (see
// Render). Lines are padded by package layout before they are styled.
type Style struct{ open string }

// newStyle makes a Style of attributes such as ansi.AttrBold.
func newStyle(attrs ...ansi.Attr) Style {
	if len(attrs) == 0 {
		return Style{}
	}
	return Style{open: ansi.NewStyle(attrs...).String()}
}

// Render sets off text. Styled parts inside keep their own style and the
// outer one goes on after them: in plain escape sequences the inner reset
// would end both.
func (s Style) Render(text string) string {
	if s.open == "" || text == "" {
		return text
	}
	if strings.Contains(text, ansi.ResetStyle) {
		text = strings.ReplaceAll(text, ansi.ResetStyle, ansi.ResetStyle+s.open)
	}
	return s.open + text + ansi.ResetStyle
}

// With returns the style that sets off text by both.
func (s Style) With(other Style) Style { return Style{open: s.open + other.open} }

// RenderAll sets off each line by itself, since a style that runs over the
// end of a line would colour what stands beside it.
func (s Style) RenderAll(lines []string) []string {
	return data.Map(lines, s.Render)
}

// Plain reports whether the style leaves text as it is.
func (s Style) Plain() bool { return s.open == "" }
