package widget

import (
	"math"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"brujula/tui/keys"
	"brujula/tui/layout"
	"brujula/tui/msg"
	"brujula/tui/theme"
	"brujula/tui/tuitest"
)

func plain() *theme.Styles { return theme.New(theme.Options{Variant: theme.Plain}) }

// press returns the key message of a name.
func press(t interface{ Fatalf(string, ...any) }, name string) tea.KeyMsg {
	k, ok := tuitest.Key(name)
	if !ok {
		t.Fatalf("no key %q", name)
	}
	return k
}

func typed(r rune) tea.KeyMsg {
	if r == ' ' {
		return tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}}
	}
	return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}}
}

func join(lines []string) string { return strings.Join(lines, "\n") }

// exact fails unless lines are n of w cells.
func exact(t interface{ Fatalf(string, ...any) }, lines []string, w, n int) {
	if n >= 0 && len(lines) != n {
		t.Fatalf("%d lines, want %d", len(lines), n)
	}
	for i, line := range lines {
		if ansi.StringWidth(line) != w {
			t.Fatalf("line %d: %q is %d cells, want %d", i, line, ansi.StringWidth(line), w)
		}
	}
}

func TestInputEdits(t *testing.T) {
	in := NewInput(plain())
	for _, r := range "ñandú é" {
		if !in.Update(typed(r)) {
			t.Errorf("%q changed nothing", r)
		}
	}
	if in.Value() != "ñandú é" {
		t.Fatalf("value %q", in.Value())
	}
	in.Update(press(t, "backspace"))
	in.Update(press(t, "left"))
	in.Update(press(t, "left"))
	in.Update(typed('Ñ'))
	if in.Value() != "ñandÑú " {
		t.Errorf("value %q", in.Value())
	}
	if in.Update(press(t, "alt+x")) || in.Update(press(t, "ctrl+v")) {
		t.Error("alt+x or ctrl+v typed something")
	}
}

func TestInputCleansWhatIsPasted(t *testing.T) {
	in := NewInput(plain())
	in.Update(tea.KeyMsg{Type: tea.KeyRunes, Paste: true, Runes: []rune("POSTA\x1b[31m ROJA\u202e\nDOS")})
	if got := in.Value(); got != "POSTA ROJA DOS" {
		t.Errorf("got %q", got)
	}
}

func TestInputLineIsExactAndShowsTheCursor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := NewInput(theme.New(theme.Options{Variant: theme.Mono}))
		in.SetValue(rapid.StringOfN(rapid.RuneFrom([]rune("aÑé中 ")), 0, 40, -1).Draw(t, "text"))
		for range rapid.IntRange(0, 50).Draw(t, "lefts") {
			in.Update(tea.KeyMsg{Type: tea.KeyLeft})
		}
		w := rapid.IntRange(3, 30).Draw(t, "w")
		line := in.Line(w)
		exact(t, []string{line}, w, 1)
		if !strings.Contains(line, "\x1b[7m") {
			t.Fatalf("no cursor in %q", line)
		}
	})
}

func TestPromptChecks(t *testing.T) {
	p := NewPrompt(plain(), "Posición: ", "1")
	p.Check = func(line string) error {
		if line != "12" {
			return errFake
		}
		return nil
	}
	if a, _ := p.Update(press(t, "enter")); a != Open || !strings.Contains(p.Line(60), errFake.Error()) {
		t.Errorf("answer %v, line %q", a, p.Line(60))
	}
	p.Update(press(t, "end")) // what is offered is edited, not replaced
	if a, changed := p.Update(typed('2')); a != Open || !changed || strings.Contains(p.Line(60), errFake.Error()) {
		t.Errorf("answer %v, changed %v, line %q", a, changed, p.Line(60))
	}
	if a, _ := p.Update(press(t, "enter")); a != Accepted {
		t.Errorf("answer %v", a)
	}
	if a, _ := p.Update(press(t, "esc")); a != Cancelled {
		t.Errorf("answer %v", a)
	}
	for w := range 80 {
		exact(t, []string{p.Line(w)}, w, 1)
	}
}

type fakeError string

func (e fakeError) Error() string { return string(e) }

const errFake = fakeError("solo del 1 al 12")

func TestConfirm(t *testing.T) {
	c := NewConfirm(plain(), "¿Quitar 3 plazas del plan?")
	for name, want := range map[string]Answer{"s": Accepted, "y": Accepted, "n": Cancelled, "esc": Cancelled, "enter": Open, "x": Open} {
		if got := c.Update(press(t, name)); got != want {
			t.Errorf("%s: %v, want %v", name, got, want)
		}
	}
}

func TestCommandLineCompletesAndRemembers(t *testing.T) {
	words := []string{"exportar plan.md", "exportar plan.csv", "puesto 812"}
	c := NewCommandLine(plain(), func(line string) (out []Completion) {
		for _, w := range words {
			if strings.HasPrefix(w, line) && w != line {
				out = append(out, Completion{Line: w, Hint: "pista"})
			}
		}
		return out
	})
	c.Open("")
	c.Update(typed('e'))
	c.Update(press(t, "tab"))
	if c.Value() != words[0] {
		t.Fatalf("first tab: %q", c.Value())
	}
	c.Update(press(t, "tab"))
	c.Update(press(t, "shift+tab"))
	c.Update(press(t, "shift+tab"))
	if c.Value() != words[1] {
		t.Fatalf("back past the first: %q", c.Value())
	}
	if c.Update(press(t, "enter")) != Accepted {
		t.Fatal("not accepted")
	}
	c.Open("")
	c.Update(typed('p'))
	c.Update(press(t, "up"))
	if c.Value() != words[1] {
		t.Errorf("history gave %q", c.Value())
	}
	c.Update(press(t, "down"))
	if c.Value() != "p" {
		t.Errorf("the draft came back as %q", c.Value())
	}
	c.Update(press(t, "tab"))
	if c.Value() != words[2] {
		t.Errorf("the only completion: %q", c.Value())
	}
	c.Open("")
	if c.Update(press(t, "backspace")) != Cancelled {
		t.Error("backspace on an empty line should leave")
	}
	for w := 4; w < 80; w++ {
		exact(t, append(c.Popup(w, 5), c.Line(w)), w, -1)
	}
}

func TestNumber(t *testing.T) {
	n := NewNumber(plain(), "Orden de mérito", 1, 99_999, false)
	cases := []struct {
		text  string
		value int
		ok    bool
	}{{"", 0, false}, {"812", 812, true}, {"2 073", 2073, true}, {"0", 0, false}, {"123456", 0, false}, {"a8b", 8, true}}
	for _, c := range cases {
		n.input.SetValue("")
		for _, r := range c.text {
			n.Update(typed(r))
		}
		v, ok := n.Int()
		if ok != c.ok || ok && v != c.value || ok != (n.Fault() == "") {
			t.Errorf("%q: %d %v, fault %q", c.text, v, ok, n.Fault())
		}
	}
}

func professions() *Choice {
	return NewChoice("Profesión", []string{"ALIMENTACION", "ENFERMERIA", "MEDICINA", "MEDICINA VETERINARIA", "NUTRICION", "OBSTETRICIA", "ODONTOLOGIA", "PSICOLOGIA", "QUIMICO FARMACEUTICO", "TRABAJO SOCIAL"})
}

func TestChoiceNarrowsWithoutAccents(t *testing.T) {
	c := professions()
	if c.Fault() == "" {
		t.Error("nothing is chosen, and that is no fault")
	}
	for _, r := range "psicolo" {
		c.Update(typed(r))
	}
	if c.Value() != "PSICOLOGIA" {
		t.Errorf("chose %q", c.Value())
	}
	c = professions()
	c.Update(typed('í')) // no profession begins with i; several hold it
	if len(c.matches) < 5 || c.Value() != "ALIMENTACION" {
		t.Errorf("%d matches, chose %q", len(c.matches), c.Value())
	}
	c.Update(press(t, "down"))
	if c.Value() != "ENFERMERIA" {
		t.Errorf("down chose %q", c.Value())
	}
	for _, r := range "zzz" {
		c.Update(typed(r))
	}
	if !strings.Contains(join(c.Lines(plain(), 40, true)), "Nada coincide") {
		t.Error("does not say that nothing matches")
	}
	if !c.Set("MEDICINA") || c.Value() != "MEDICINA" || c.Set("ALQUIMIA") {
		t.Errorf("Set: %q", c.Value())
	}
}

func TestFormSavesOnlyWhatIsWhole(t *testing.T) {
	f := NewForm(plain(), professions(), NewNumber(plain(), "Orden", 1, 9999, false))
	f.Update(press(t, "tab"))
	if f.Update(press(t, "enter")) != Open || f.Focused() != 0 {
		t.Errorf("saved without a profession, or stayed on field %d", f.Focused())
	}
	f.Update(typed('m'))
	f.Update(press(t, "enter"))
	for _, r := range "812" {
		f.Update(typed(r))
	}
	if f.Update(press(t, "enter")) != Accepted {
		t.Error("not saved")
	}
	if f.Fields[0].Value() != "MEDICINA" || f.Fields[1].Value() != "812" {
		t.Errorf("%q %q", f.Fields[0].Value(), f.Fields[1].Value())
	}
	if f.Update(press(t, "esc")) != Cancelled {
		t.Error("esc does not cancel")
	}
}

func TestScroll(t *testing.T) {
	k := keys.NewNavigation()
	s := &Scroll{}
	s.SetLines(strings.Split("a b c d e f g h", " "))
	s.Resize(4, 3)
	steps := []struct {
		key  string
		want int
	}{{"down", 1}, {"pgdown", 3}, {"end", 5}, {"down", 5}, {"ctrl+u", 4}, {"home", 0}, {"up", 0}}
	for _, c := range steps {
		if !s.Update(press(t, c.key), &k) || s.start != c.want {
			t.Errorf("%s: line %d, want %d", c.key, s.start, c.want)
		}
	}
	exact(t, s.Lines(), 4, 3)
	if s.Position() == "" {
		t.Error("no position though not all is in view")
	}
	s.Resize(4, 20)
	if s.start != 0 || s.Position() != "" {
		t.Error("all is in view, and still a position")
	}
}

// Whatever the sizes, widgets draw what they were told.
func TestWidgetsAreExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		st := theme.New(theme.Options{Variant: theme.Dark})
		w, h := rapid.IntRange(0, 130).Draw(t, "w"), rapid.IntRange(0, 30).Draw(t, "h")
		text := rapid.StringOfN(rapid.RuneFrom([]rune("aÑé中 \n.")), 0, 80, -1).Draw(t, "text")
		v := rapid.Float64().Draw(t, "v")
		c := Curve{Chance: func(r float64) float64 { return 1 - r*v }, Last: rapid.IntRange(0, 3000).Draw(t, "last"), Mine: rapid.IntRange(0, 4000).Draw(t, "mine")}
		exact(t, Box(st, BoxOptions{Title: text, Note: text, Active: true}, []string{text}, w, h), w, h)
		exact(t, c.Chart(st, w, h), w, h)
		exact(t, Curves(st, []Curve{c, c}, w, h), w, h)
		exact(t, Reliability(st, []Bin{{v, v, v, v, 1}, {0.5, 0.4, 0.3, 0.6, 9}}, w, h), w, h)
		exact(t, Card(st, []Pair{{Label: text, Value: text, Note: text}, {}}, w), w, -1)
		exact(t, Bars(st, []BarRow{{Label: text, Value: v, Note: "9"}, {Value: 3}}, w), w, -1)
		exact(t, []string{
			Bar(st, v, w), Progress(st, text, 3, 7, w), Rule(st, text, w),
			Notice(st, msg.NoticeMsg{Severity: msg.Error, Text: text}, w),
		}, w, -1)
	})
}

// The curve falls from left to right because the chance does; under it stand the
// chance at the user's rank and, where there is room, the ranks up to which it is
// 80 and 50 %, the former first.
func TestChartShowsTheChance(t *testing.T) {
	st := plain()
	c := Curve{Chance: func(r float64) float64 { return 1 / (1 + math.Exp((r-900)/150)) }, Last: 2175, Mine: 812}
	lines := c.Chart(st, 85, 6)
	last := 6
	for x := axisWidth; x < 85; x++ {
		height := 0
		for _, line := range lines[:5] {
			if cell := []rune(line)[x]; cell == '│' {
				height = last // my rank
			} else if cell != ' ' {
				height++
			}
		}
		if height > last {
			t.Fatalf("rises at column %d:\n%s", x, join(lines))
		}
		last = height
	}
	out := join(lines)
	// 1/(1+e^(−88/150)) = 0.643.
	for _, want := range []string{"100 ┤", "▲ 812: 64 %", "2175"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is missing in\n%s", want, out)
		}
	}
	c.Mine = 0 // 900 − 150·ln 4 = 692.1
	if out := join(c.Chart(st, 85, 6)); !strings.Contains(out, "80 % hasta 692") {
		t.Errorf("80 %% is not marked:\n%s", out)
	}
	// Half as steep: 900 − 300·ln 4 = 484.1, one half at 900, 1/(1+e²) = 0.119 at 1500.
	c = Curve{Chance: func(r float64) float64 { return 1 / (1 + math.Exp((r-900)/300)) }, Last: 2175, Mine: 1500}
	if out := join(c.Chart(st, 85, 6)); !strings.Contains(out, "80 % hasta 484  50 % hasta 900") || !strings.Contains(out, "▲ 1500: 12 %") {
		t.Errorf("80 and 50 %% are not marked, or the rank:\n%s", out)
	}
}

func TestChartNamesTheRankAtBothEnds(t *testing.T) {
	for _, mine := range []int{1, 5, 2170, 2175, 9999} {
		c := Curve{Chance: func(float64) float64 { return 0.5 }, Last: 2175, Mine: mine}
		if out := join(c.Chart(plain(), 40, 5)); !strings.Contains(out, ": 50 %") || !strings.Contains(out, "▲") {
			t.Errorf("rank %d is not named:\n%s", mine, out)
		}
	}
}

func TestLayoutConstantsLeaveRoomForFacets(t *testing.T) {
	// The longest region, MADRE DE DIOS, is read whole in the panel.
	f := NewFacets(plain())
	f.Resize(layout.FacetsWidth-2, 10)
	f.SetGroups([]FacetGroup{{ID: "region", Title: "Región", Options: []FacetOption{{Value: "MADRE DE DIOS", Count: 1999, Likely: 1999}}}})
	if !strings.Contains(join(f.Lines()), "MADRE DE DIOS") {
		t.Errorf("cut:\n%s", join(f.Lines()))
	}
}

// Page keys turn the pages of many choices; few ones, all in view, stay as they are.
func TestPageKeysOfAChoice(t *testing.T) {
	long, short := professions(), NewChoice("Modalidad", []string{"remunerada", "equivalente"})
	for c, moves := range map[*Choice]bool{long: true, short: false} {
		c.Set(c.options[0])
		c.Update(press(t, "pgdown"))
		if moved := c.Value() != c.options[0]; moved != moves {
			t.Errorf("%s: pgdown chose %q", c.Label(), c.Value())
		}
		c.Update(press(t, "pgup"))
		if c.Value() != c.options[0] {
			t.Errorf("%s: pgup chose %q", c.Label(), c.Value())
		}
	}
}

// An option is found by other names; one that several have chooses none of them
// until the user does.
func TestChoiceByOtherNames(t *testing.T) {
	other := map[string][]string{
		"MEDICINA": {"MEDICO", "MEDICO CIRUJANO"}, "ODONTOLOGIA": {"CIRUJANO DENTISTA"},
		"TM - OPTOMETRIA": {"TECNOLOGO MEDICO"}, "TM - RADIOLOGIA": {"TECNOLOGO MEDICO"},
	}
	named := func(text string, _ []string) []string {
		if text == "médica" {
			return []string{"MEDICINA"}
		}
		return nil
	}
	for text, want := range map[string]string{
		"médico": "MEDICINA", "médica": "MEDICINA", "cirujano": "ODONTOLOGIA", "tecnólogo médico": "", "tecn": "", "tm - r": "TM - RADIOLOGIA", "x": "",
	} {
		c := NewChoice("Profesión", []string{"MEDICINA", "ODONTOLOGIA", "TM - OPTOMETRIA", "TM - RADIOLOGIA"})
		c.Alias(func(option string) []string { return other[option] }, named)
		for _, r := range text {
			c.Update(typed(r))
		}
		if c.Value() != want || (c.Fault() == "") != (want != "") {
			t.Errorf("%q: %q, %q", text, c.Value(), c.Fault())
		}
		if text == "tecn" {
			c.Update(press(t, "down"))
			c.Update(press(t, "down"))
			if c.Value() != "TM - RADIOLOGIA" {
				t.Errorf("down chose %q", c.Value())
			}
		}
	}
}

// A notch of the wheel goes as far on every page: by three lines.
func TestTheWheelScrollsByThreeLines(t *testing.T) {
	var s Scroll
	s.Resize(10, 2)
	s.SetLines(make([]string, 20))
	for _, step := range []struct {
		button tea.MouseButton
		start  int
	}{{tea.MouseButtonWheelDown, 3}, {tea.MouseButtonWheelDown, 6}, {tea.MouseButtonLeft, 6}, {tea.MouseButtonWheelUp, 3}} {
		if s.Mouse(tea.MouseMsg{Button: step.button}); s.Start() != step.start {
			t.Errorf("%v: line %d, want %d", step.button, s.Start(), step.start)
		}
	}
}

// PartBar never hides that some count, nor says that more count than there are.
func TestPartBar(t *testing.T) {
	st := theme.New(theme.Options{Variant: theme.Plain, Charset: theme.ASCII})
	for _, c := range []struct {
		part, share float64
		w           int
		want        string
	}{
		{0, 1, 6, "......"},
		{0.5, 1, 6, "###..."},
		{1, 1, 6, "######"},
		{0, 0.5, 6, "...   "},
		{0.5, 0.5, 6, "###   "},
		{0.01, 0.5, 6, "#..   "},
		{0.01, 0.01, 6, "#     "},
		{0, 0, 6, "      "},
		{1, 1, 0, ""},
	} {
		if got := ansi.Strip(PartBar(st, c.part, c.share, c.w)); got != c.want {
			t.Errorf("PartBar(%v, %v, %d) = %q, want %q", c.part, c.share, c.w, got, c.want)
		}
	}
}
