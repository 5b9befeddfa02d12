package theme

import (
	"strconv"
	"strings"

	"brujula/data/texts"
)

// Hints is what cmd knows of the terminal without asking it anything.
type Hints struct {
	Choice    string // --tema or SERUMS_TEMA; empty when the user did not say
	NoColor   bool   // NO_COLOR is set and not empty (no-color.org)
	ColorFGBG string // COLORFGBG, which some terminals set to "15;0"
	Term      string // TERM
	Locale    string // the first that is set of LC_ALL, LC_CTYPE, LANG
	UTF8      bool   // an unset Locale still means UTF-8 (Windows, macOS)
}

// Resolve chooses a theme. The user's choice wins over everything; ok is
// false when it names no theme, and the options are then those of no choice.
// Without a sign of the background it is taken as dark, where the colours are
// such as to stay readable on a light one.
func Resolve(h Hints) (o Options, ok bool) {
	o.Charset = charset(h)
	ok = true
	switch strings.ToLower(strings.TrimSpace(h.Choice)) {
	case texts.ThemeDark:
		o.Variant = Dark
		return o, true
	case texts.ThemeLight:
		o.Variant = Light
		return o, true
	case texts.ThemeMono:
		o.Variant = Mono
		return o, true
	case "", texts.ThemeAuto:
	default:
		ok = false
	}
	switch {
	case h.Term == "dumb":
		o.Variant = Plain
	case h.NoColor:
		o.Variant = Mono
	case lightBackground(h.ColorFGBG):
		o.Variant = Light
	}
	return o, ok
}

// lightBackground reads the last field of COLORFGBG: 7 and from 9 to 15 are
// light, as vim and rxvt have it.
func lightBackground(colorFGBG string) bool {
	at := strings.LastIndexByte(colorFGBG, ';')
	if at < 0 {
		return false
	}
	n, err := strconv.Atoi(colorFGBG[at+1:])
	return err == nil && (n == 7 || n > 8 && n < 16)
}

func charset(h Hints) Charset {
	locale := strings.ToLower(h.Locale)
	utf := strings.Contains(locale, "utf-8") || strings.Contains(locale, "utf8")
	switch {
	case !utf && (h.Locale != "" || !h.UTF8):
		return ASCII
	case h.Term == "linux" || h.Term == "dumb":
		return Latin
	}
	return UTF8
}
