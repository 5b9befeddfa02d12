package theme

import (
	"strings"

	"brujula/data/texts"
)

// Graphics is the kind of signs that pictures are drawn with.
type Graphics int

// Braille draws lines and maps with dots, two by four in a cell. Blocks draws
// them with quadrants, for fonts that show empty braille dots; bars are of
// eighths of a cell in both. Signs keeps to ASCII.
const (
	Braille Graphics = iota
	Blocks
	Signs
)

// AllGraphics lists the kinds, the finest first.
func AllGraphics() []Graphics { return []Graphics{Braille, Blocks, Signs} }

// Dots returns how many dots of a picture a cell has across and down.
func (g Graphics) Dots() (across, down int) {
	switch g {
	case Braille:
		return 2, 4
	case Blocks:
		return 2, 2
	case Signs:
	}
	return 1, 2
}

// Tall is how many times as high as wide a dot is, in terminals whose cells are
// twice as high as wide.
func (g Graphics) Tall() float64 {
	across, down := g.Dots()
	return 2 * float64(across) / float64(down)
}

// Word returns the kind's name as --graficos takes it.
func (g Graphics) Word() string {
	switch g {
	case Braille:
		return texts.GraphicsBraille
	case Blocks:
		return texts.GraphicsBlocks
	case Signs:
	}
	return texts.GraphicsASCII
}

// ParseGraphics reads the name of a kind; ok is false for any other word.
func ParseGraphics(word string) (g Graphics, ok bool) {
	word = strings.ToLower(strings.TrimSpace(word))
	for _, g := range AllGraphics() {
		if g.Word() == word {
			return g, true
		}
	}
	return Braille, false
}

// Graphics returns the kind that pictures are drawn with: Signs, whatever was
// chosen, where the terminal shows nothing else.
func (s *Styles) Graphics() Graphics {
	if s.Options.Charset != UTF8 {
		return Signs
	}
	return s.Options.Graphics
}

// Draw changes the kind for whoever holds these styles. It must not run beside
// a drawing.
func (s *Styles) Draw(g Graphics) {
	s.Options.Graphics = g
	s.Glyphs = glyphs(s.Options)
}
