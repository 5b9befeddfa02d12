package turn

import (
	"strings"
	"testing"
	"time"

	"brujula/data/library"
	"brujula/data/store/storetest"
	act "brujula/planner/turn"
)

// What was found in the log and what is counted as recorded agree, an act that
// was taken back told apart.
func TestRestoredCountsAsRecorded(t *testing.T) {
	s := newStage(t, 120, 40).begin("41")
	s.Press("n", "n", "u").Contains("3 actos registrados")
	s.desk.Close()
	openStage(t, mustOpen(t, s.lib.Path()), plain(), 120, 40).
		Contains("Restaurado: 3 actos de 2026-I MEDICINA remunerada (1 deshecho)", "3 actos registrados")
}

// The act is found again by the next window, with all that was acknowledged.
func TestRestored(t *testing.T) {
	s := newStage(t, 80, 24).begin("41")
	s.Press("x").Type(s.line(3)).Press("enter")
	s.Press("n")
	s.desk.Close()
	again := openStage(t, mustOpen(t, s.lib.Path()), plain(), 80, 24)
	again.Contains("Restaurado: 3 actos de 2026-I MEDICINA remunerada", "Van por el puesto 43")
	again.Press("u").Contains("Deshecho: uno pasó sin elegir")
}

// That an act goes on is said at the start, whichever screen is open.
func TestRestoredIsSaidAtTheStart(t *testing.T) {
	s := newStage(t, 120, 40).begin("41")
	s.Press("n", "n", "u")
	s.desk.Close()
	openWindow(t, mustOpen(t, s.lib.Path()), 120, 40).
		Contains("Restaurado: 3 actos de 2026-I MEDICINA remunerada (1 deshecho)", "(4: Mi turno)", "[1 Explorar]")
	openWindow(t, newLibrary(t), 120, 40).Lacks("Restaurado")
}

// What is typed while the log is still being read waits for it, and goes nowhere
// else.
func TestKeysBeforeTheLogIsRead(t *testing.T) {
	s := newStage(t, 120, 40).begin("41")
	code := s.desk.Plan().Entries[0].ID.Renipress
	reopened := func(before *stage) *stage {
		before.desk.Close()
		return openWindow(t, mustOpen(t, s.lib.Path()), 120, 40)
	}
	again := reopened(s)
	again.Burst(append(append([]string{"4", "x"}, strings.Split(code, "")...), "enter")...)
	if e := again.events(); len(e) != 2 || e[1].Renipress != code {
		t.Errorf("crossed out while the log was read: %+v", e)
	}
	again.Contains("[4 Mi turno]")
	again = reopened(again)
	again.Burst("4", "n", "S").Contains("Empezar de nuevo")
	if e := again.events(); len(e) != 3 || e[2].Kind != act.Pass {
		t.Errorf("begun anew without a question: %+v", e)
	}
	again.Press("s", "7", "enter")
	if e := again.events(); len(e) != 4 || e[3].N != 7 {
		t.Errorf("agreed to begin anew: %+v", e)
	}
	empty := openWindow(t, newLibrary(t), 120, 40)
	empty.Burst("4", "n").Contains("[4 Mi turno]")
	if e := empty.events(); len(e) != 0 {
		t.Errorf("an act that has not begun: %+v", e)
	}
}

// A second window follows the act of the first on every screen, without Mi
// turno opened in it, and offers no key that it refuses.
func TestASecondWindowFollowsOnEveryScreen(t *testing.T) {
	s := newStage(t, 80, 24)
	other := openWindow(t, mustOpen(t, s.lib.Path()), 120, 40)
	other.Press("2").Lacks("con el acto en curso", "J K ordenar", "d quitar")
	s.begin("41").Press("n")
	other.Advance(3 * time.Second).Contains("con el acto en curso: van por el puesto 42")
	s.Press("n")
	other.Advance(3 * time.Second).Contains("con el acto en curso: van por el puesto 43")
	other.Press("1").Lacks("espacio ★").Press("enter").Lacks("espacio agregar")
	other.Resize(80, 24).Press("4").Contains("Esta ventana solo mira: lo que pase", "p ficha").Lacks("x tachar", "a pasó")
	other.Press("2").Contains("Plan A · solo mira, no guarda")
}

// A second window is told, follows the first, and cannot act.
func TestASecondWindowOnlyLooks(t *testing.T) {
	s := newStage(t, 80, 24).begin("41")
	other := openStage(t, mustOpen(t, s.lib.Path()), plain(), 80, 24)
	other.Press("j").Contains("Esta ventana solo mira", "Van por el puesto 41")
	for _, key := range []string{"x", "r", "i", "n", "t", "S", "u", "I"} {
		other.Press(key).Contains("solo mira")
	}
	s.Press("n")
	other.Advance(3 * time.Second).Press("j").Contains("Van por el puesto 42")
	if n := len(s.events()); n != 2 {
		t.Errorf("%d events", n)
	}
}

// On a full disk the act goes on, says so loudly, and is brought to the disk
// when there is room again.
func TestAFullDisk(t *testing.T) {
	mem := storetest.New()
	lib, err := library.Open("/b", library.WithFS(mem))
	if err != nil {
		t.Fatal(err)
	}
	fill(t, lib)
	s := openStage(t, lib, plain(), 80, 24).begin("41")
	mem.FailFrom(1, storetest.ErrFull, storetest.OpWrite)
	s.Press("n").Contains("1 ACTO SIN REGISTRAR EN DISCO", "Error: 1 acto SIN REGISTRAR", "Van por el puesto 42")
	s.Press("n").Contains("2 ACTOS SIN REGISTRAR", "Van por el puesto 43", "2 SIN REGISTRAR")
	if got := s.kinds(); got != "empezar" {
		t.Fatalf("on the disk: %s", got)
	}
	mem.Heal()
	s.Press("u").Press("j").Lacks("SIN REGISTRAR").Contains("Van por el puesto 42")
	if got := s.kinds(); got != "empezar pasan pasan deshacer" {
		t.Errorf("on the disk: %s", got)
	}
}

// The key of undoing does not walk back into acts of hours ago without saying of
// when they are.
func TestUndoAsksBeforeOldActs(t *testing.T) {
	s := newStage(t, 80, 24).begin("41")
	s.Press("n")
	s.now = s.now.Add(3 * time.Hour)
	s.Press("n").Press("u").Contains("Deshecho: uno pasó sin elegir", "Van por el puesto 42")
	s.Press("u").Contains("de hace 3 horas, 09:30", "¿Deshacerlo?", "Van por el puesto 42")
	s.Press("n").Contains("Van por el puesto 42")
	s.Press("u").Press("s").Contains("Van por el puesto 41", "(de hace 3 horas, 09:30)")
}
