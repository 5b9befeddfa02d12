// Package theme holds the one set of styles and signs that all screens draw
// with. Its fields say what a thing is, never how it looks.
//
// Rules: only the terminal's own sixteen colours, so that nothing need be
// asked of the terminal; never a background, so that any colour scheme stays
// readable; never colour alone, so that each coloured thing has a letter, a
// sign or a word beside it. Bright colours and "bright black" are not used:
// common schemes (Solarized) turn them into greys near the background.
//
// The package reads no environment: cmd collects Hints and asks Resolve.
package theme

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Variant is the family of colours.
type Variant int

// Dark and Light suit dark and light terminals. Mono has attributes but no
// colours (NO_COLOR). Plain has no escape sequences at all, for terminals that
// know none, and for tests.
const (
	Dark Variant = iota
	Light
	Mono
	Plain
)

// String returns a short English name, used to name test cases.
func (v Variant) String() string {
	return [...]string{"dark", "light", "mono", "plain"}[v]
}

// Options choose a theme.
type Options struct {
	Variant  Variant
	Charset  Charset
	Graphics Graphics
}

// Bands is the number of bands of chance, from "muy probable" (0) to "casi
// nula" (4); see planner/availability/README.md.
const Bands = 5

// Styles is everything that a screen needs to draw: styles by meaning, and
// signs. One is made at start and shared.
type Styles struct {
	Options Options
	Glyphs  Glyphs

	// Text.
	Strong Style // names, figures that matter
	Muted  Style // help text, units, what is less important
	Link   Style // sources

	// Top line, tabs and titles.
	Title     Style
	TabActive Style
	Tab       Style
	Demo      Style // "DATOS DE DEMOSTRACIÓN"
	Simulated Style // what is seen from a rank that is not the user's own; beside Glyphs.Tried

	// Tables and lists.
	Header        Style
	HeaderCurrent Style // heading of the current column
	Selected      Style // current line where the keys go
	SelectedIdle  Style // current line of a part that has no focus
	Dead          Style // options that would give nothing
	Match         Style // letters that the search found
	Star          Style
	Changed       Style // differences, what moved; beside Glyphs.Differs or the sign of the move

	// Meaning.
	Info    Style
	Success Style
	Warning Style
	Error   Style
	Risk    [3]Style     // by severity, mildest first
	Band    [Bands]Style // by band, best first

	// Frames and input.
	Border       Style
	BorderActive Style
	Key          Style // a key in help
	KeyText      Style // what it does
	Prompt       Style
	Cursor       Style // the character under the text cursor
	Placeholder  Style

	// Charts.
	Chart Style
	Mine  Style // where I stand; beside Glyphs.Mine, and of no colour that means a chance
	Axis  Style
}

// palette names the few colours in use by role; 0 is "no colour". line is that
// of charts which show no chance.
type palette struct {
	accent, line, good, fair, poor, bad, caution, star ansi.Attr
}

// colours returns the palette of a variant. Blue on black and yellow or cyan on
// white are the pairs that default schemes show badly: each variant avoids
// its own. On white that leaves no colour that is not a band's: the accent is
// bold there, so that a key is not taken for a disputed plaza, and neither is a
// risk, which is red.
func colours(v Variant) palette {
	switch v {
	case Dark:
		return palette{
			accent: ansi.AttrCyanForegroundColor, line: ansi.AttrCyanForegroundColor, good: ansi.AttrGreenForegroundColor, fair: ansi.AttrYellowForegroundColor,
			poor: ansi.AttrMagentaForegroundColor, bad: ansi.AttrRedForegroundColor,
			caution: ansi.AttrYellowForegroundColor, star: ansi.AttrYellowForegroundColor,
		}
	case Light:
		return palette{
			accent: ansi.AttrBold, good: ansi.AttrGreenForegroundColor, fair: ansi.AttrBlueForegroundColor,
			poor: ansi.AttrMagentaForegroundColor, bad: ansi.AttrRedForegroundColor, caution: ansi.AttrRedForegroundColor,
		}
	case Mono, Plain:
	}
	return palette{}
}

// New makes the styles of a theme.
func New(o Options) *Styles {
	s := &Styles{Options: o, Glyphs: glyphs(o)}
	if o.Variant == Plain {
		return s
	}
	c := colours(o.Variant)
	const bold, faint, underline, reverse = ansi.AttrBold, ansi.AttrFaint, ansi.AttrUnderline, ansi.AttrReverse
	of := func(colour ansi.Attr, attrs ...ansi.Attr) Style {
		if colour != 0 && !slices.Contains(attrs, colour) {
			attrs = append(attrs, colour)
		}
		return newStyle(attrs...)
	}

	s.Strong, s.Muted, s.Link = newStyle(bold), newStyle(faint), of(c.accent, underline)
	s.Title, s.TabActive, s.Tab = newStyle(bold), of(c.accent, bold, underline), Style{}
	s.Demo, s.Simulated = of(c.star, bold), newStyle(bold, reverse)

	s.Header, s.HeaderCurrent = newStyle(bold), of(c.accent, bold, underline)
	s.Selected, s.SelectedIdle = newStyle(reverse), newStyle(bold)
	s.Dead, s.Match = newStyle(faint), of(c.accent, bold, underline)
	s.Star, s.Changed = of(c.star, bold), newStyle(bold)

	s.Info, s.Success = of(c.accent), of(c.good)
	s.Warning, s.Error = of(c.fair, bold), of(c.bad, bold)
	s.Risk = [3]Style{{}, of(c.caution), of(c.bad, bold)}
	s.Band = [Bands]Style{of(c.good, bold), of(c.good), of(c.fair), of(c.poor), newStyle(faint)}

	s.Border, s.BorderActive = newStyle(faint), of(c.accent)
	s.Key, s.KeyText = of(c.accent, bold), newStyle(faint)
	s.Prompt, s.Cursor, s.Placeholder = of(c.accent, bold), newStyle(reverse), newStyle(faint)

	s.Chart, s.Mine, s.Axis = of(c.line), newStyle(bold), newStyle(faint)
	return s
}

// BandStyle returns the style of a band, 0 the best; Muted for what is no band,
// as where there is no chance to show.
func (s *Styles) BandStyle(band int) Style {
	if band < 0 || band >= Bands {
		return s.Muted
	}
	return s.Band[band]
}

// Stand returns the sign and the style of the place in the line that one looks
// from: the own one, or another that is tried.
func (s *Styles) Stand(tried bool) (sign string, st Style) {
	if tried {
		return s.Glyphs.Tried, s.Simulated
	}
	return s.Glyphs.Mine, s.Mine
}

// FateStyle sets off a plaza of which an act says more than its chance: that the
// applicant has it, or that it is gone.
func (s *Styles) FateStyle(mine bool) Style {
	if mine {
		return s.Strong
	}
	return s.Dead
}

// RiskStyle returns the style of a severity from 1 (mild) to 3; values outside
// are brought to the nearest.
func (s *Styles) RiskStyle(severity int) Style {
	return s.Risk[min(max(severity, 1), 3)-1]
}

// RiskMark draws the mark of a severity from 1 (mild) to 3, as many signs as it
// is grave; "" for none.
func (s *Styles) RiskMark(severity int) string {
	if severity <= 0 {
		return ""
	}
	return s.RiskStyle(severity).Render(strings.Repeat(s.Glyphs.Risk, min(severity, 3)))
}
