package screens

import (
	"strings"
	"testing"
	"time"

	"brujula/data"
	"brujula/data/library"
	"brujula/tui/tuitest"
)

// nextStart opens the planner again on what is on the disk. The first window is
// killed: nothing of it is flushed.
func nextStart(t *testing.T, lib *library.Library) *tuitest.Driver {
	t.Helper()
	again, err := library.Open(lib.Path())
	if err != nil {
		t.Fatal(err)
	}
	m, _ := openStored(t, again)
	return tuitest.New(t, m, 120, 40)
}

func TestExplorarIsFoundAsItWasLeft(t *testing.T) {
	lib := twoOffersStored(t)
	m, first := openStored(t, lib)
	d := tuitest.New(t, m, 120, 40).Lacks("vez pasada")
	d.Type(":region puno").Press("enter").Type(":gd 5").Press("enter").Type(":orden -establecimiento").Press("enter").Press("down")
	if got := postas(d); got != "PERDIDA NUEVA DISTANTE" {
		t.Fatalf("before: %s", got)
	}
	name := cursorName(d)
	if p, err := lib.Profile(); err != nil || p.Settings["explorar"] != "" {
		t.Fatalf("saved at once: %v, %v", p.Settings, err)
	}
	d.Advance(10 * time.Second)
	first.Close() // the lock alone; the window is killed

	d = nextStart(t, lib).Contains("2 filtros de la vez pasada; X los quita", "· región Puno")
	if got := postas(d); got != "PERDIDA NUEVA DISTANTE" || cursorName(d) != name || !strings.Contains(name, "Nueva") {
		t.Errorf("after: %s, cursor on %s, was on %s", got, cursorName(d), name)
	}
	d.Press("X").Lacks("· región Puno", "vez pasada").Contains("Puede alcanzar 5 de 6  M")
}

// The place that distances are measured from comes back with its bound and with
// the order that stood, once the whole of the lists is there.
func TestTheNearPlaceIsFoundAgain(t *testing.T) {
	lib := twoOffersStored(t)
	m, first := openStored(t, lib)
	tuitest.New(t, m, 120, 40).Type(":cerca-de juliaca 30").Press("enter").Type(":orden -km").Press("enter").Advance(10 * time.Second)
	first.Close()
	d := nextStart(t, lib).Contains("1 filtro de la vez pasada; X lo quita", "a ≤ 30 km de JULIACA")
	if got := postas(d); got != "NUEVA MEDIANA CERCANA" {
		t.Errorf("by distance: %s", got)
	}
	d.Press("X").Lacks("km", "se ven").Contains("Puede alcanzar 5 de 6")
}

// What no loaded list has any more is dropped and said; another profession keeps
// the rest.
func TestAFilterThatMakesNoSenseAnyMore(t *testing.T) {
	left := func(p library.Profile) *library.Library {
		t.Helper()
		lib := twoOffersStored(t)
		p.Settings = map[string]string{"explorar": `{"proceso":"2026-I","profesion":"MEDICINA","modalidad":"remunerada",` +
			`"con":{"region":["PUNO","ATLANTIDA"],"modalidad":["equivalente"],"proceso":["2025-I"]},"texto":"posta","puntos_min":-3}`}
		if err := lib.SaveProfile(p); err != nil {
			t.Fatal(err)
		}
		return lib
	}
	same := left(library.Profile{Process: "2026-I", Profession: "MEDICINA", Modality: data.Remunerada, Rank: 2})
	nextStart(t, same).Contains("3 filtros de la vez pasada", "proceso 2025-I", "· región Puno").
		Contains("equivalente, región Atlantida", "se quitaron del filtro")
	other := left(library.Profile{Process: "2026-I", Profession: "ENFERMERIA", Modality: data.Remunerada, Rank: 2})
	nextStart(t, other).Contains("2 filtros de la vez pasada", "región Puno · /posta").Lacks("proceso 2025-I")
}

// A second window restores, says why it does not write, and writes nothing.
func TestTheSecondWindowRemembersNothing(t *testing.T) {
	lib := twoOffersStored(t)
	openStored(t, lib)
	d := nextStart(t, lib).Contains("solo mira").Type(":region lima").Press("enter").Contains("región Lima")
	d.Advance(time.Minute).Press("q")
	if p, err := lib.Profile(); err != nil || p.Settings["explorar"] != "" || !d.Quit() {
		t.Errorf("written: %v, %v", p.Settings, err)
	}
}

// Leaving does not wait for the timer.
func TestLeavingRemembers(t *testing.T) {
	lib := twoOffersStored(t)
	m, first := openStored(t, lib)
	if d := tuitest.New(t, m, 120, 40).Type(":region lima").Press("enter", "q"); !d.Quit() {
		t.Fatal("not left")
	}
	first.Close()
	nextStart(t, lib).Contains("1 filtro de la vez pasada", "región Lima")
}
