package screens

import (
	"testing"
	"time"
)

// Keys that arrive together do what they do one after the other: a question that
// the first asks gets those that follow as its answer.
func TestKeysThatArriveTogether(t *testing.T) {
	typed := start(t, 120, 40).Press(" ", "down", " ", "down", " ", "down", " ", "2", "g").Press("m", "3", "enter")
	for _, burst := range [][]string{{"m3", "enter"}, {"m", "3", "enter"}} {
		d := start(t, 120, 40).Press(" ", "down", " ", "down", " ", "down", " ", "2", "g").Burst(burst...)
		if d.Text() != typed.Text() {
			t.Errorf("%v:\n%s\ntyped one by one:\n%s", burst, d.Text(), typed.Text())
		}
		d.Contains("del lugar 1 al 3")
	}
}

// A key that comes before the commands of the one before it have run works on
// what that one has left.
func TestKeysThatOutrunCommands(t *testing.T) {
	d := start(t, 120, 40).Press(" ", "down", " ", "down", " ", "2", "g")
	d.Burst("d", "d").Contains("Plan A · 1 línea").Burst("1", " ", "2", "d", "d").Contains("Plan A · 0 líneas")
	start(t, 120, 40).Burst("enter", "esc", "j", "enter").Contains("Ficha")
	start(t, 120, 40).Burst("c", "j", "c", "3").Contains("[3 Comparar·2]")
	start(t, 120, 40).Burst("4", "S", "5", "enter", "i", "7", "0", "enter").Contains("[4 Mi turno]", "70")
}

// Several characters at once are looked at for rows of a paste before they are keys.
func TestBurstsBeforeInputs(t *testing.T) {
	start(t, 120, 40).Burst("jjj/pos", "ta", "enter").Advance(time.Second).Contains("/posta")
	start(t, 120, 40).Burst(":region puno", "enter").Advance(time.Second).Contains("región Puno")
	if !start(t, 120, 40).Burst("22", "ctrl+c").Quit() {
		t.Error("ctrl+c waits")
	}
	start(t, 120, 40).Burst("4S5", "enter", "i70", "enter").Contains("[4 Mi turno]", "70")
}

// A paste into an input stays text, and one beside an input is no command.
func TestPastesStayText(t *testing.T) {
	start(t, 120, 40).Type("/").Paste("m3 q").Contains("/m3 q")
	if start(t, 120, 40).Paste("jq2").Contains("[1 Explorar]").Quit() {
		t.Error("a paste is no command")
	}
}
