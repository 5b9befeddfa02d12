package filename

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestOrdinaryPath(t *testing.T) {
	for path, want := range map[string]bool{
		`C:\Users\Ana\Documents\plan.md`:       true,
		`c:/Users/Ana/plan.md`:                 true,
		`plan.md`:                              true,
		`..\plan.md`:                           true,
		`.\a\..\plan.md`:                       true,
		`C:plan.md`:                            true, // of the folder in use on that drive
		`\\servidor\compartido\plan.md`:        true,
		`\\?\C:\` + strings.Repeat(`a\`, 200):  true,
		`C:\Users\María Ñ\mi plan (2026).xlsx`: true,
		`con`:                                  false,
		`C:\x\NUL.md`:                          false,
		`aux.tar.gz`:                           false,
		`C:\com1\plan.md`:                      false,
		`LPT¹.txt`:                             false,
		`nul .md`:                              false,
		`plan.md:oculto`:                       false,
		`C:\a:b.md`:                            false,
		`plan.md.`:                             false,
		`carpeta \plan.md`:                     false,
		`a*.md`:                                false,
		`a|b`:                                  false,
		"a\nb":                                 false,
		`console.md`:                           true,
		`comida.md`:                            true,
		`com10.md`:                             true,
		`lpt.md`:                               true,
		`nulo.md`:                              true,
	} {
		if got := OrdinaryPath(path); got != want {
			t.Errorf("%q: %v", path, got)
		}
	}
}

func TestSafe(t *testing.T) {
	for text, want := range map[string]string{
		"A":                  "A",
		"Mi plan":            "Mi-plan",
		"../../etc/passwd":   "etc-passwd",
		`C:\Windows`:         "C--Windows",
		"CON":                "_CON",
		"nul":                "_nul",
		"a.":                 "a",
		"...":                "sin-nombre",
		"":                   "sin-nombre",
		"Plan Ñuñoa":         "Plan-Ñuñoa",
		"a:b":                "a-b",
		"\x1b[2J":            "[2J",
		"\xff":               "sin-nombre",
		"com1.plan":          "com1-plan",
		"aux\x00":            "_aux",
		"¿qué? \"cito\" <x>": "¿qué---cito---x",
	} {
		if got := Safe(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

// Whatever the text, the name is one that every system takes, and stays so when
// it is made safe once more.
func TestSafeIsOrdinary(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := Safe(rapid.OneOf(rapid.String(), rapid.StringMatching(`(con|NUL|com1|lpt9|\.|-| |/|\\|:){1,4}`)).Draw(t, "text"))
		for _, file := range []string{name, name + ".md", "plan-" + name + ".xlsx"} {
			if !Ordinary(file) || !OrdinaryPath(`C:\x\`+file) {
				t.Fatalf("%q", file)
			}
		}
		if utf8.RuneCountInString(name) > longest+1 || Safe(name) != name {
			t.Fatalf("%q becomes %q", name, Safe(name))
		}
	})
}
