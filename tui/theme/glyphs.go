package theme

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"
)

// Charset tells which characters the terminal can show.
type Charset int

// UTF8 terminals show all. Latin ones show letters with accents but not our
// signs (the Linux console's fonts lack most). ASCII ones, as under LANG=C,
// show neither; see ToASCII.
const (
	UTF8 Charset = iota
	Latin
	ASCII
)

// Glyphs are the signs in use. Each is one cell wide in every set.
type Glyphs struct {
	Cursor, Star, Risk    string
	Ellipsis              string // stands for what was cut
	Ascending, Descending string
	Before, After         string // more to the left, to the right
	Up, Down              string // more above, below
	Open, Closed          string // a group that is unfolded, folded
	Bullet, Dot           string
	Check                 string // inside [ ]
	Good                  string // what is well
	Horizontal, Vertical  string
	TopLeft, TopRight     string
	BottomLeft            string
	BottomRight           string
	TeeLeft, TeeRight     string // ├ ┤
	Axis                  string // ┤ of a chart's scale
	Mark                  string // a point in a chart
	Mine                  string // where I stand
	Tried                 string // a place in the line that is not mine, looked from to see
	Differs               string // what is not the same in two
	Here                  string // a place on a map
	Best                  string // the best of several
	Bar, BarEmpty         string
	Stroke                string   // of bars that stand close: they do not run into one another
	Levels                []string // from nothing to a full cell, upwards
}

func glyphs(o Options) Glyphs {
	plain := asciiGlyphs()
	if o.Charset != UTF8 {
		return plain
	}
	g := richGlyphs()
	if o.Graphics == Signs { // of pictures only: words and frames stay
		g.Mark, g.Here, g.Bar, g.BarEmpty, g.Stroke, g.Levels = plain.Mark, plain.Here, plain.Bar, plain.BarEmpty, plain.Stroke, plain.Levels
	}
	return g
}

func richGlyphs() Glyphs {
	return Glyphs{
		Cursor: "▸", Star: "★", Risk: "▲", Ellipsis: "…", Ascending: "▲", Descending: "▼",
		Before: "‹", After: "›", Up: "↑", Down: "↓", Open: "▾", Closed: "▸", Bullet: "•", Dot: "·", Check: "x", Good: "✓",
		Horizontal: "─", Vertical: "│", TopLeft: "┌", TopRight: "┐", BottomLeft: "└", BottomRight: "┘",
		TeeLeft: "├", TeeRight: "┤", Axis: "┤", Mark: "●", Mine: "▲", Tried: "△", Differs: "≠", Here: "◉", Best: "◄", Bar: "█", BarEmpty: "░", Stroke: "━",
		Levels: []string{" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
	}
}

func asciiGlyphs() Glyphs {
	return Glyphs{
		Cursor: ">", Star: "*", Risk: "!", Ellipsis: "~", Ascending: "^", Descending: "v",
		Before: "<", After: ">", Up: "^", Down: "v", Open: "-", Closed: "+", Bullet: "-", Dot: "-", Check: "x", Good: "+",
		Horizontal: "-", Vertical: "|", TopLeft: "+", TopRight: "+", BottomLeft: "+", BottomRight: "+",
		TeeLeft: "+", TeeRight: "+", Axis: "|", Mark: "o", Mine: "^", Tried: "?", Differs: "/", Here: "@", Best: "<", Bar: "#", BarEmpty: ".", Stroke: "=",
		Levels: []string{" ", "_", ".", ".", ":", ":", "=", "%", "#"},
	}
}

// Encode brings a whole view to what the terminal can show. Only the root
// model calls it, once a frame: under ASCII no other byte reaches the
// terminal, whatever the lists hold.
func (s *Styles) Encode(view string) string {
	if s.Options.Charset != ASCII {
		return view
	}
	return ToASCII(view)
}

// asciiSigns are stand-ins, one cell each, for signs that texts use.
var asciiSigns = strings.NewReplacer(
	"·", "-", "•", "-", "–", "-", "—", "-", "−", "-", "…", "~", "×", "x", "≥", ">", "≤", "<", "→", ">", "←", "<",
	"↑", "^", "↓", "v", "▸", ">", "▾", "v", "★", "*", "▲", "!", "▼", "v", "«", "\"", "»", "\"", "“", "\"", "”", "\"",
	"‘", "'", "’", "'", "¿", "?", "¡", "!", "º", "o", "ª", "a", "°", "o", "±", "+", "√", "v", "✓", "x", "△", "?", "≠", "/", "◉", "@", "●", "o", "‹", "<", "›", ">",
	"\u00a0", " ", "\u202f", " ", "│", "|", "─", "-", "≈", "~", "◄", "<", "◄", "<", "━", "=", "█", "#", "▇", "#", "▅", "=", "▂", "-",
)

// ToASCII replaces each character outside ASCII by one of the same width:
// letters lose their accents, signs become their nearest, the rest "?".
func ToASCII(s string) string {
	if ascii(s) {
		return s
	}
	s = asciiSigns.Replace(norm.NFC.String(s))
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range s {
		if r < utf8.RuneSelf {
			b.WriteRune(r)
			continue
		}
		if base, _ := utf8.DecodeRuneInString(norm.NFD.String(string(r))); base < utf8.RuneSelf {
			b.WriteRune(base)
			continue
		}
		b.WriteString("??"[:min(2, ansi.StringWidth(string(r)))])
	}
	return b.String()
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
