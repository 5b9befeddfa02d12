package screens

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/texts"
	"brujula/tui/tuitest"
)

// pasteAsKeys sends a text as a terminal without bracketed paste does: words
// that arrive together are one message, and what is between them are keys.
func pasteAsKeys(d *tuitest.Driver, text string) *tuitest.Driver {
	word := ""
	flush := func() {
		if word != "" {
			d.Send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(word)})
		}
		word = ""
	}
	for _, r := range text {
		switch r {
		case '\r':
			flush()
			d.Press("enter")
		case ' ':
			flush()
			d.Send(tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}})
		default:
			word += string(r)
		}
	}
	flush()
	return d
}

// Rows that are pasted as keys into an input do what the first line does, and
// nothing of the rest.
func TestRowsPastedAsKeysAreNoKeys(t *testing.T) {
	for name, rows := range map[string]string{
		"codes":  "90000001\r90000002\r90000003\r",
		"rows":   "90000001;POSTA q7 INVENTADA\r90000002;POSTA 7 d SEGUNDA\r",
		"names":  "Posta Uno de Acora\rqqq Posta Dos de 7Quichuas\r",
		"a list": strings.Repeat("90000001;POSTA 7 q INVENTADA;S;I\r", 500),
	} {
		for _, input := range []string{"/", ":"} {
			t.Run(name+input, func(t *testing.T) {
				d := start(t, 120, 40).Press(input)
				pasteAsKeys(d, rows).Advance(time.Second)
				if d.Quit() {
					t.Fatal("it quit")
				}
				lines := strings.Count(rows, "\r") - 1
				d.Contains("[1 Explorar]")
				if input == "/" { // the line of the commands says first that it knows no such one
					d.Contains(texts.RowsNotTyped(lines)[:20])
				}
				d.Press("esc", "esc", "2").Contains("[2 Mi plan", "0 líneas")
			})
		}
	}
}

// Rows that are pasted as keys where no input is open are no keys either: none of
// them quits, goes to another screen, answers a question or crosses out.
func TestRowsPastedWithoutAnInputAreNoKeys(t *testing.T) {
	for name, rows := range map[string]string{
		"codes":   "90000001\r90000002\r90000003",
		"a table": "qq;POSTA q7 INVENTADA\rss;POSTA 7 d SEGUNDA\r",
		"words":   "sinceramente que\rquizás\rquiero q\r",
	} {
		for _, before := range [][]string{nil, {"2"}, {"5"}, {"enter"}, {"4"}, {"?"}, {"space", "2", "D"}} {
			t.Run(name+strings.Join(before, ""), func(t *testing.T) {
				d := start(t, 120, 40).Press(before...)
				page := strings.SplitN(d.Text(), "\n", 2)[0]
				pasteAsKeys(d, rows).Advance(time.Second)
				if d.Quit() {
					t.Fatal("it quit")
				}
				if now := strings.SplitN(d.Text(), "\n", 2)[0]; now != page {
					t.Errorf("%q became %q", page, now)
				}
				if !strings.Contains(d.Text(), "pegada") && !strings.Contains(d.Text(), "El acto no ha empezado") {
					t.Errorf("not told:\n%s", d.Text())
				}
			})
		}
	}
}

// The path of a file that a terminal types when it is dropped opens the import, where
// the terminal does not mark it as a paste too; a search that comes at once is one.
func TestADroppedFileWithoutMarks(t *testing.T) {
	file := filepath.Join(t.TempDir(), "oferta-2026.csv")
	if err := os.WriteFile(file, []byte("RENIPRESS;PROFESION\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	pasteAsKeys(start(t, 120, 40), file).Advance(time.Second).Contains("oferta-2026.csv")
	pasteAsKeys(start(t, 120, 40).Press(":"), file).Press("enter").Advance(time.Second).Contains("oferta-2026.csv")
	pasteAsKeys(start(t, 120, 40), "/90000001").Advance(time.Second).Contains("/90000001")
}

// A key that is held down behind an answer makes no pause, and is not waited for
// any longer than a moment.
func TestAHeldKeyIsNotHeldBack(t *testing.T) {
	tenth := cursorName(start(t, 120, 40).Press("j", "j", "j", "j", "j", "j", "j", "j", "j"))
	d := start(t, 120, 40).Press(":")
	d.Send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("explorar")}).Press("enter")
	for range 9 {
		d.Advance(30 * time.Millisecond).Press("j")
	}
	if got := cursorName(d.Advance(30 * time.Millisecond)); got == "" || got != tenth {
		t.Errorf("cursor on %q, want the tenth row: %q", got, tenth)
	}
}

// Mi turno takes the rows, all of them and as one list, and asks before it
// crosses out.
func TestRowsPastedAsKeysAreAListInMiTurno(t *testing.T) {
	codes := []string{}
	catalog := tuitest.Demo().Catalog
	for row := range catalog.Len() {
		codes = append(codes, catalog.Plaza(row).Renipress)
	}
	rows := strings.Join(codes, "\r") + "\r"
	begun := func() *tuitest.Driver { return start(t, 120, 40).Press("4", "S", "5", "enter", "I") }
	want := begun().Paste(strings.ReplaceAll(rows, "\r", "\n"))
	want.Contains("[s]")
	d := begun()
	pasteAsKeys(d, rows).Advance(time.Second)
	if d.Text() != want.Text() {
		t.Errorf("%s\nas a paste:\n%s", d.Text(), want.Text())
	}
}

// What a person typed over a slow line waits for a moment, and is done.
func TestKeysBehindAnAnswerAreDone(t *testing.T) {
	d := start(t, 120, 40).Press("/")
	d.Burst("posta", "enter", "jjjjjjjjjjjjjjjj").Advance(time.Second).Contains("/posta")
	if strings.Contains(d.Text(), "pegada") {
		t.Error(d.Text())
	}
	d = start(t, 120, 40).Press("/")
	d.Burst("posta", "enter", "2").Advance(time.Second).Contains("[2 Mi plan")
	if !start(t, 120, 40).Press("/").Burst("posta", "enter", "q").Advance(time.Second).Quit() {
		t.Error("q waits")
	}
	if !start(t, 120, 40).Press("/").Burst("posta", "enter", "90000001", "ctrl+c").Quit() {
		t.Error("ctrl+c waits")
	}
}
