package screens

import "testing"

// Keys that arrive together do what they do one after the other: a question that
// the first asks gets those that follow as its answer.
func TestKeysThatArriveTogether(t *testing.T) {
	typed := start(t, 120, 40).Press(" ", "down", " ", "down", " ", "down", " ", "2", "g").Press("m", "3", "enter")
	for _, burst := range [][]string{{"m3", "enter"}, {"m", "3", "enter"}} {
		d := start(t, 120, 40).Press(" ", "down", " ", "down", " ", "down", " ", "2", "g")
		if len(burst) == 3 {
			d.Press(burst...)
		} else {
			d.Burst(burst...)
		}
		if d.Text() != typed.Text() {
			t.Errorf("%v:\n%s\ntyped one by one:\n%s", burst, d.Text(), typed.Text())
		}
		d.Contains("del lugar 1 al 3")
	}
}

func TestBurstsBeforeInputs(t *testing.T) {
	start(t, 120, 40).Burst("jjj/pos", "ta", "enter").Contains("/posta")
	start(t, 120, 40).Burst(":region puno", "enter").Contains("región PUNO")
	if !start(t, 120, 40).Burst("22", "ctrl+c").Quit() {
		t.Error("ctrl+c waits")
	}
	start(t, 120, 40).Burst("4S5", "enter", "v70", "enter").Contains("[4 Mi turno]", "70")
}

// A paste into an input stays text, and one beside an input is no command.
func TestPastesStayText(t *testing.T) {
	start(t, 120, 40).Type("/").Paste("m3 q").Contains("/m3 q")
	if start(t, 120, 40).Paste("jq2").Contains("[1 Explorar]").Quit() {
		t.Error("a paste is no command")
	}
}
