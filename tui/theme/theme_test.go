package theme

import (
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

func TestRenderKeepsOuterStyleAfterInner(t *testing.T) {
	outer, inner := newStyle(ansi.AttrReverse), newStyle(ansi.AttrBold)
	got := outer.Render("a" + inner.Render("b") + "c")
	want := "\x1b[7ma\x1b[1mb\x1b[m\x1b[7mc\x1b[m"
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := (Style{}).Render("x"); got != "x" {
		t.Errorf("the zero style changed the text to %q", got)
	}
	if got := outer.Render(""); got != "" {
		t.Errorf("an empty text became %q", got)
	}
}

// eachStyle calls f with every style of the struct, by the name of its field.
func eachStyle(s *Styles, f func(name string, st Style)) {
	v := reflect.ValueOf(s).Elem()
	for i := range v.NumField() {
		name := v.Type().Field(i).Name
		switch field := v.Field(i).Interface().(type) {
		case Style:
			f(name, field)
		case [3]Style:
			for _, st := range field {
				f(name, st)
			}
		case [Bands]Style:
			for _, st := range field {
				f(name, st)
			}
		}
	}
}

// Of the parameters of a style, only attributes and the foregrounds 31 to 36
// are allowed: no background (40–49, 100–107), no bright colour (90–97), no
// black or white (30, 37), which are the background of some scheme, and no
// colour that needs more than sixteen (38).
func TestStylesNeverPaintTheBackground(t *testing.T) {
	allowed := regexp.MustCompile(`^\x1b\[(1|2|4|7|3[1-6])(;(1|2|4|7|3[1-6]))*m$`)
	for _, v := range []Variant{Dark, Light, Mono} {
		eachStyle(New(Options{Variant: v}), func(name string, st Style) {
			if st.open != "" && !allowed.MatchString(st.open) {
				t.Errorf("%v %s: %q", v, name, st.open)
			}
		})
	}
}

func TestMonoHasNoColourAndPlainNothing(t *testing.T) {
	eachStyle(New(Options{Variant: Mono}), func(name string, st Style) {
		if strings.Contains(st.open, "3") {
			t.Errorf("mono %s has a colour: %q", name, st.open)
		}
	})
	eachStyle(New(Options{Variant: Plain}), func(name string, st Style) {
		if !st.Plain() {
			t.Errorf("plain %s: %q", name, st.open)
		}
	})
	if New(Options{Variant: Mono}).Selected.Plain() {
		t.Error("the selection is not set off without colour")
	}
}

func TestAvoidsColoursThatDefaultSchemesShowBadly(t *testing.T) {
	bad := map[Variant][]string{Dark: {"34"}, Light: {"33", "36"}}
	for v, codes := range bad {
		eachStyle(New(Options{Variant: v}), func(name string, st Style) {
			for _, code := range codes {
				if strings.Contains(st.open, code) {
					t.Errorf("%v %s uses %s: %q", v, name, code, st.open)
				}
			}
		})
	}
}

func TestGlyphsAreOneCell(t *testing.T) {
	for _, c := range []Charset{UTF8, Latin, ASCII} {
		v := reflect.ValueOf(glyphs(Options{Charset: c}))
		for i := range v.NumField() {
			signs, ok := v.Field(i).Interface().([]string)
			if !ok {
				signs = []string{v.Field(i).String()}
			} else if len(signs) != 9 {
				t.Errorf("%d levels, want 9", len(signs))
			}
			for _, sign := range signs {
				if ansi.StringWidth(sign) != 1 {
					t.Errorf("%s %q: %d cells", v.Type().Field(i).Name, sign, ansi.StringWidth(sign))
				}
				if c != UTF8 && !ascii(sign) {
					t.Errorf("%s %q is not ASCII", v.Type().Field(i).Name, sign)
				}
			}
		}
	}
}

func TestToASCII(t *testing.T) {
	cases := map[string]string{
		"Ñandú, ¿quién? · orden de mérito 812 ▸ ★": "Nandu, ?quien? - orden de merito 812 > *",
		"\x1b[1mCÁCERES\x1b[m":                     "\x1b[1mCACERES\x1b[m",
		"e\u0301":                                  "e",
		"中x":                                       "??x",
		"plain":                                    "plain",
	}
	for in, want := range cases {
		if got := ToASCII(in); got != want {
			t.Errorf("ToASCII(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestToASCIIKeepsTheWidth(t *testing.T) {
	runes := rapid.SampledFrom([]rune("aÑéü·▸★中…─│█ ñº¿"))
	rapid.Check(t, func(t *rapid.T) {
		s := string(rapid.SliceOf(runes).Draw(t, "s"))
		got := ToASCII(s)
		if !ascii(got) || ansi.StringWidth(got) != ansi.StringWidth(s) {
			t.Fatalf("ToASCII(%q) = %q: %d cells, want %d", s, got, ansi.StringWidth(got), ansi.StringWidth(s))
		}
	})
}

func TestResolve(t *testing.T) {
	const utf = "es_PE.UTF-8"
	cases := []struct {
		name string
		h    Hints
		want Options
		ok   bool
	}{
		{"nothing known on Linux", Hints{Term: "xterm"}, Options{Variant: Dark, Charset: ASCII}, true},
		{"nothing known on Windows", Hints{UTF8: true}, Options{Variant: Dark, Charset: UTF8}, true},
		{"usual", Hints{Term: "xterm-256color", Locale: utf}, Options{Variant: Dark, Charset: UTF8}, true},
		{"LANG=C", Hints{Term: "xterm-256color", Locale: "C"}, Options{Variant: Dark, Charset: ASCII}, true},
		{"C.UTF-8", Hints{Locale: "C.UTF-8"}, Options{Variant: Dark, Charset: UTF8}, true},
		{"Linux console", Hints{Term: "linux", Locale: utf}, Options{Variant: Dark, Charset: Latin}, true},
		{"NO_COLOR", Hints{Locale: utf, NoColor: true}, Options{Variant: Mono, Charset: UTF8}, true},
		{"light by COLORFGBG", Hints{Locale: utf, ColorFGBG: "0;default;15"}, Options{Variant: Light, Charset: UTF8}, true},
		{"dark by COLORFGBG", Hints{Locale: utf, ColorFGBG: "15;0"}, Options{Variant: Dark, Charset: UTF8}, true},
		{"the choice wins over NO_COLOR", Hints{Locale: utf, Choice: " Claro ", NoColor: true}, Options{Variant: Light, Charset: UTF8}, true},
		{"mono", Hints{Locale: utf, Choice: "mono"}, Options{Variant: Mono, Charset: UTF8}, true},
		{"no such theme", Hints{Locale: utf, Choice: "rosa"}, Options{Variant: Dark, Charset: UTF8}, false},
		{"dumb", Hints{Locale: utf, Term: "dumb"}, Options{Variant: Plain, Charset: Latin}, true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if got, ok := Resolve(c.h); got != c.want || ok != c.ok {
				t.Errorf("got %v %v, want %v %v", got, ok, c.want, c.ok)
			}
		})
	}
}

// On white the keys used to be of the blue of "disputada", and my rank of the
// magenta of "improbable" in every theme.
func TestBandsKeepTheirColours(t *testing.T) {
	for _, v := range []Variant{Dark, Light} {
		s := New(Options{Variant: v})
		bands := map[string]bool{}
		for _, st := range s.Band[:Bands-1] {
			for _, code := range []string{"31", "32", "33", "34", "35", "36"} {
				if strings.Contains(st.open, code) {
					bands[code] = true
				}
			}
		}
		for name, st := range map[string]Style{
			"Mine": s.Mine, "Simulated": s.Simulated, "Changed": s.Changed, "Key": s.Key, "TabActive": s.TabActive, "Header": s.HeaderCurrent, "Chart": s.Chart,
		} {
			for code := range bands {
				if strings.Contains(st.open, code) {
					t.Errorf("%v: %s has the colour of a band: %q", v, name, st.open)
				}
			}
		}
	}
}

// meanings are what may stand beside each other on a screen, each as it is drawn:
// its sign, or the letter of a band, in its style.
func meanings(s *Styles) map[string]string {
	out := map[string]string{
		"selected": s.Selected.Render("x"), "differs": s.Changed.Render(s.Glyphs.Differs), "in the plan": s.Star.Render(s.Glyphs.Star),
		"best": s.Strong.Render(s.Glyphs.Best), "cursor": s.Glyphs.Cursor, "key": s.Key.Render("k"), "well": s.Success.Render(s.Glyphs.Good),
		"tab": s.TabActive.Render("t"), "here": s.Mine.Render(s.Glyphs.Here), "gone": s.Dead.Render("o"),
	}
	for i, tried := range []bool{false, true} {
		sign, style := s.Stand(tried)
		out[[...]string{"own rank", "rank tried"}[i]] = style.Render(sign)
	}
	for i, name := range []string{"mild", "middling", "grave"} {
		out[name] = s.RiskMark(i + 1)
	}
	for i, letter := range "MPDIN" {
		out["band "+string(letter)] = s.BandStyle(i).Render(string(letter))
	}
	return out
}

// Each two of the meanings differ in every theme, and by more than colour except
// where the count or the place tells them apart: the mild risk and the own rank,
// which always has its figure, are both one triangle.
func TestMeaningsDiffer(t *testing.T) {
	for _, v := range []Variant{Dark, Light, Mono, Plain} {
		for _, c := range []Charset{UTF8, Latin, ASCII} {
			seen, bare := map[string]string{}, map[string]string{}
			for name, drawn := range meanings(New(Options{Variant: v, Charset: c})) {
				if other, ok := seen[drawn]; ok && v != Plain {
					t.Errorf("%v %d: %s and %s are both drawn %q", v, c, name, other, drawn)
				}
				seen[drawn] = name
				sign := ansi.Strip(drawn)
				if other, ok := bare[sign]; ok && sign != "▲" {
					t.Errorf("%v %d: without colour %s and %s are both %q", v, c, name, other, sign)
				}
				bare[sign] = name
				if ToASCII(sign) == "?" && name != "rank tried" {
					t.Errorf("%s has no sign in ASCII: %q", name, sign)
				}
			}
		}
	}
}

// On one line, or one screen, two styles that mean two things are not the same
// attributes: with the keys bold on white, the mode that one looks from must not
// be the tab's style as well.
func TestStylesOfOneScreenDiffer(t *testing.T) {
	for _, v := range []Variant{Dark, Light, Mono} {
		s := New(Options{Variant: v})
		for _, pair := range []struct {
			name string
			a, b Style
		}{
			{"simulated and the tab", s.Simulated, s.TabActive},
			{"simulated and the title", s.Simulated, s.Title},
			{"simulated and the own rank", s.Simulated, s.Mine},
			{"simulated and the row selected", s.Simulated, s.Selected},
			{"own rank and axis", s.Mine, s.Axis},
			{"key and what it does", s.Key, s.KeyText},
			{"what differs and what does not", s.Changed, s.Muted},
			{"focus and no focus", s.BorderActive, s.Border},
			{"selected here and elsewhere", s.Selected, s.SelectedIdle},
			{"heading and the current one", s.Header, s.HeaderCurrent},
			{"match and text", s.Match, Style{}},
			{"muy probable and probable", s.Band[0], s.Band[1]},
			{"improbable and casi nula", s.Band[3], s.Band[4]},
			{"warning and hint", s.Warning, s.KeyText},
			{"own rank and mild risk", s.Mine, s.Risk[0]},
		} {
			if pair.a.open == pair.b.open {
				t.Errorf("%v: %s are both %q", v, pair.name, pair.a.open)
			}
		}
	}
}

// Blue on white is a disputed plaza and no warning colour: no risk has it.
func TestNoRiskLooksDisputedOnWhite(t *testing.T) {
	s := New(Options{Variant: Light})
	for i, risk := range s.Risk {
		if risk.open == s.Band[2].open {
			t.Errorf("severity %d and a disputed plaza are both %q", i+1, risk.open)
		}
	}
}

func TestToASCIIKeepsADifference(t *testing.T) {
	if got := ToASCII("120 ≠ 98"); got != "120 / 98" { // it was "120 = 98": the letter lost its stroke
		t.Errorf("%q", got)
	}
}

func TestGraphics(t *testing.T) {
	for _, g := range AllGraphics() {
		if got, ok := ParseGraphics(" " + strings.ToUpper(g.Word())); !ok || got != g {
			t.Errorf("%s is read as %v, %v", g.Word(), got, ok)
		}
	}
	if _, ok := ParseGraphics("sixel"); ok {
		t.Error("a word that is none is taken")
	}
	s := New(Options{})
	s.Draw(Signs)
	if s.Graphics() != Signs || s.Glyphs.Bar != "#" || s.Glyphs.Vertical != "│" {
		t.Errorf("ascii pictures: bar %q, frame %q", s.Glyphs.Bar, s.Glyphs.Vertical)
	}
	if got := New(Options{Charset: Latin}).Graphics(); got != Signs {
		t.Errorf("the Linux console draws with %s", got.Word())
	}
}
