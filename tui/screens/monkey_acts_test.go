package screens

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"brujula/data/texts"
	"brujula/planner/workspace"
	"brujula/tui/keys"
	"brujula/tui/tuitest"
)

// background is the context of a run: nothing gives it up.
func background() context.Context { return context.Background() }

// furnish returns a folder for the monkey's files, with lists to import, and
// makes it the current one. It is deep, so that a monkey that walks upwards
// finds little.
func furnish(t *testing.T) string {
	t.Helper()
	own, err := filepath.Abs("../../testdata/demo")
	if err != nil {
		t.Fatal(err)
	}
	home := filepath.Join(t.TempDir(), "a", "b", "c", monkeyHome)
	if err := os.MkdirAll(home, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"oferta-2026-I.csv", "adjudicados-2025-I.csv"} {
		content, err := os.ReadFile(filepath.Join(own, name))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(home, name), content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(home, "basura.csv"), []byte("a;b\n\x00\x1b[2J;\xff\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Chdir(home)
	return home
}

const monkeyHome = "mono"

// choose picks what to do next and does it.
func (m *monkey) choose() {
	m.t.Helper()
	if m.astray() {
		m.press("esc")
		return
	}
	switch n := m.random.IntN(100); {
	case n < 60:
		m.press(pick(m, bound()))
	case n < 70:
		m.press(string(pick(m, letters)))
	case n < 75:
		m.bunch()
	case n < 80:
		m.phrase()
	case n < 84:
		m.paste()
	case n < 90:
		m.mouse()
	case n < 94:
		w, h := m.size()
		m.notef("resize %d %d", w, h)
		m.resize(w, h)
	case n < 97:
		by := time.Duration(m.random.IntN(40)) * 500 * time.Millisecond
		m.notef("wait %v", by)
		m.loose.Advance(by)
	case n < 98:
		m.fill(m.random.IntN(3) > 0)
	default:
		for range 4 {
			m.press("esc")
		}
	}
	if m.full && m.random.IntN(40) == 0 {
		m.fill(false)
	}
}

func pick[T any](m *monkey, all []T) T { return all[m.random.IntN(len(all))] }

// letters are what a person, a cat and a foreign keyboard type.
var letters = []rune("abcdefghijklmnopqrstuvwxyzABCDEÑñáéü0123456789 .,;:-+*!\"'()=~|<>@#%&_中★e\u0301👩\u200d⚕️\u202e\u00a0\t")

// bound lists every key that means something somewhere.
var bound = sync.OnceValue(func() []string {
	all := []string{"up", "down", "left", "right", "enter", "enter", "esc", "tab", "backspace", "delete", "home", "end", "f5", "alt+x", "ctrl+a", "ctrl+k", "ctrl+@"}
	for _, scope := range keys.All() {
		for _, b := range scope.Bindings {
			all = append(all, b.Keys()...)
		}
	}
	return all
})

// press sends one key. Leaving is rare, so that a run goes deep, and no file is
// written outside the monkey's own folder.
func (m *monkey) press(name string) {
	switch name {
	case "q", "ctrl+c":
		if m.random.IntN(60) > 0 {
			return
		}
	case "/", "\\", "~", "ctrl+u":
		if m.writesPath() {
			return
		}
	}
	k, ok := tuitest.Key(name)
	if !ok {
		k = tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(name)}
	}
	m.notef("%s", name)
	m.loose.Send(k)
	if name == ":" || name == "enter" || name == "E" { // a prompt may stand there now
		m.seen = ansi.Strip(m.loose.View())
	}
}

// writesPath reports that what is typed may become a path to write to or read.
func (m *monkey) writesPath() bool {
	view := m.seen
	foot := view[strings.LastIndexByte(view, '\n')+1:]
	for _, mark := range []string{":", texts.PlanExportLabel, texts.TurnAskFile, m.plain(texts.PlanExportLabel), m.plain(texts.TurnAskFile)} {
		if strings.HasPrefix(strings.TrimSpace(foot), strings.TrimSpace(mark)) {
			return true
		}
	}
	return strings.Contains(view, texts.ScreenImport)
}

func (m *monkey) plain(text string) string { return m.styles.Encode(text) }

// astray reports that the import screen shows a folder that is not the monkey's.
func (m *monkey) astray() bool {
	view := m.seen
	_, rest, _ := strings.Cut(view, "\n")
	status, _, _ := strings.Cut(rest, "\n")
	return strings.Contains(status, texts.ScreenImport) && strings.Contains(view, string(filepath.Separator)+"tmp") && !strings.Contains(view, monkeyHome)
}

// bunch sends several characters in one message, as key repeat over a slow line
// does.
func (m *monkey) bunch() {
	var runes []rune
	for range 2 + m.random.IntN(5) {
		if name := pick(m, bound()); len([]rune(name)) == 1 && !strings.ContainsAny(name, "q/\\~") {
			runes = append(runes, []rune(name)...)
		}
	}
	if len(runes) == 0 {
		return
	}
	m.notef("bunch %q", string(runes))
	m.loose.Send(tea.KeyMsg{Type: tea.KeyRunes, Runes: runes})
}

// phrases are lines that a person types after ":", whole and broken.
func phrases() []string {
	all := []string{
		"puesto 10", "puesto", "812", "0", "-3", "99999999999999999999", "pasan 12,5", "pasan", "pasan 1e308", "orden -gd,prob", "orden nada",
		"limpiar", "perfil", "explorar", "plan", "comparar", "turno", "cerca", "panorama", "fuentes", "ayuda", "exportar a.md", "exportar a.csv", "exportar a.json",
		"exportar a.xlsx", "exportar a.html", "exportar a.txt", "exportar a.zip", "importar oferta-2026-I.csv", "importar adjudicados-2025-I.csv", "importar basura.csv",
		"importar", "", "nada de nada", "w", "sort -prob", "región puno", "gd 4-5", "gd 9", "proceso 2025-I,2026-I", "prob-min 0,5", "puntos-min x", "profesion", "modalidad equivalente",
		"profesion medicina,enfermeria", "texto posta -centro", "banda P,D", "cerca-de cusco", "max-km 50",
	}
	for _, key := range workspace.FilterKeys() {
		all = append(all, key+" ", key+" !puno,x")
	}
	return all
}

// phrase types an order, or what prompts ask for.
func (m *monkey) phrase() {
	line := pick(m, phrases())
	if m.random.IntN(3) == 0 {
		line = pick(m, []string{"1", "20", "341 812", "2", "0", "posta", "a.csv", "A", "B", "una nota", "ñ"})
	} else {
		m.press("esc")
		m.press(":")
	}
	for _, r := range line {
		m.press(string(r))
	}
	m.press(pick(m, []string{"enter", "enter", "enter", "tab", "esc"}))
}

// paste sends what a clipboard may hold: bracketed, or as a terminal without
// that sends it.
func (m *monkey) paste() {
	text := pick(m, []string{
		"posta", "00091623\n00091623\n99999999\n", "línea uno\r\nlínea dos\ttres", "\x1b[2J\x1b]0;título\a", strings.Repeat("ñ", 5000), "\x00\x01\x02\x7f\u0085",
		"a\u202eb\u200d\ufeff", strings.Repeat("00091623 ", 400), "=HYPERLINK(\"x\")", "中中中中", string([]byte{0xff, 0xfe, 'a'}), "",
	})
	m.notef("paste %.40q", text)
	m.loose.Send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: m.random.IntN(4) > 0})
}

func (m *monkey) mouse() {
	e := tea.MouseMsg{X: m.random.IntN(m.w+3) - 1, Y: m.random.IntN(m.h+3) - 1, Action: tea.MouseAction(m.random.IntN(3)), Button: tea.MouseButton(m.random.IntN(6))}
	m.notef("mouse %+v", e)
	m.loose.Send(e)
}

// size returns a window: mostly one that people have, now and then a hostile one.
func (m *monkey) size() (w, h int) {
	if m.random.IntN(3) > 0 {
		s := pick(m, tuitest.Sizes())
		return s.W, s.H
	}
	if m.random.IntN(4) == 0 {
		one := pick(m, [][2]int{{0, 0}, {1, 1}, {0, 24}, {80, 0}, {1, 400}, {500, 1}, {59, 16}, {60, 15}, {500, 120}})
		return one[0], one[1]
	}
	return 60 + m.random.IntN(180), 16 + m.random.IntN(50)
}
