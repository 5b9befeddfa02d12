package myplan_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data/texts"
	"brujula/planner/storage"
	"brujula/tui/screens"
	"brujula/tui/tuitest"
)

func TestAutosave(t *testing.T) {
	d, lib := ownDesk(t, t.TempDir())
	drive := tuitest.New(t, screens.New(d, nil, (&copied{}).put), 80, 24)
	drive.Press("space", "j", "space", "2", "J").Contains("Plan A · 2 líneas · " + texts.PlanSaved)
	if diff := cmp.Diff(names(d), storedPlan(t, d, lib, "A")); diff != "" {
		t.Errorf("stored (-screen +disk):\n%s", diff)
	}
}

func TestVersions(t *testing.T) {
	dir := t.TempDir()
	d, lib := ownDesk(t, dir)
	drive := tuitest.New(t, screens.New(d, nil, (&copied{}).put), 120, 40)
	drive.Press("space", "j", "space", "j", "space", "2")
	three := names(d)

	// A copy is worked on by itself.
	drive.Press("v").Contains(texts.VersionsTitle).Press("n").Press("enter").Contains("ahora trabaja en B", "Plan B")
	drive.Press("d", "J").Contains("Plan B · 2 líneas · " + texts.PlanSaved)
	if diff := cmp.Diff(three, storedPlan(t, d, lib, "A")); diff != "" {
		t.Errorf("the original changed:\n%s", diff)
	}
	if diff := cmp.Diff([]string{three[2], three[1]}, storedPlan(t, d, lib, "B")); diff != "" {
		t.Errorf("the copy is not stored as it stands:\n%s", diff)
	}

	// Compared, both ways named.
	drive.Press("v", "k", "c").Contains("Del plan B (en pantalla) al plan A", "2 líneas", "3 líneas", "+  1 "+texts.ListName(three[0]), texts.SidesWorthKey).Press("esc")

	// Renamed; the name is not that of another; undo leaves it.
	drive.Press("v", "r", "ctrl+u").Type("A").Press("enter").Contains("Ya hay un plan «A»").Press("esc").Contains("renombrar B")
	drive.Press("r", "ctrl+u").Type("Sierra").Press("enter").Contains("ahora se llama Sierra", "Plan Sierra")
	if storage.HasPlan(lib, "B") {
		t.Error("the old name is still there")
	}
	drive.Press("u").Contains("Deshecho", "Plan Sierra · 2 líneas · "+texts.PlanSaved)
	sierra := names(d)
	if diff := cmp.Diff(sierra, storedPlan(t, d, lib, "Sierra")); diff != "" {
		t.Errorf("not stored under the new name:\n%s", diff)
	}

	// Back to A and its own undo; then the last one opened is open at a new start.
	drive.Press("v", "1").Contains("Ahora en el plan A (3 líneas)").Press("u").Contains("Deshecho", "Plan A · 2 líneas")
	drive.Press("ctrl+r", "v", "2").Contains("Plan Sierra")
	d.Close()
	again, _ := ownDesk(t, dir)
	if again.Plan().Name != "Sierra" {
		t.Errorf("a new start opens %q", again.Plan().Name)
	}
	drive = tuitest.New(t, screens.New(again, nil, (&copied{}).put), 80, 24)
	drive.Press("2", "v", "k", "d").Contains("¿Borrar el plan A (3 líneas)?").Press("s").Contains("Plan A borrado.").Lacks("A               ")
	drive.Press("d").Contains("no se borra")
	if storage.HasPlan(lib, "A") {
		t.Error("dropped, and still stored")
	}
}

// A version that cannot be read is said to be so, and is not counted as empty.
func TestAVersionThatCannotBeRead(t *testing.T) {
	dir := t.TempDir()
	d, _ := ownDesk(t, dir)
	folder := filepath.Join(dir, "planes")
	if err := errors.Join(os.MkdirAll(folder, 0o700), os.WriteFile(filepath.Join(folder, "c-00000000.json"), []byte("{"), 0o600)); err != nil {
		t.Fatal(err)
	}
	drive := tuitest.New(t, screens.New(d, nil, (&copied{}).put), 120, 40)
	drive.Press("2", "v").Contains(texts.VersionUnreadable, "c-00000000")
}

func TestVersionsOfTheDemonstrationLiveInTheWindow(t *testing.T) {
	d, drive := withPlan(t, plain(), 80, 24)
	drive.Press("v", "n", "enter").Contains("ahora trabaja en B").Press("d").Press("v", "1").Contains("Ahora en el plan A (8 líneas)")
	drive.Press("v", "2").Contains("Ahora en el plan B (7 líneas)")
	if len(d.Plan().Entries) != 7 {
		t.Errorf("B has %d lines", len(d.Plan().Entries))
	}
}

// With one version there is nothing to compare or drop, and it is said; esc
// closes the question and leaves the menu to be used; with two, = means the
// other one.
func TestOneVersionSaysHowToHaveTwo(t *testing.T) {
	_, drive := withPlan(t, plain(), 80, 24)
	drive.Press("v").Contains("copiar A", "renombrar A", "esc volver")
	drive.Press("c").Contains("Solo hay una versión, A", "n la copia").Press("d").Contains("no se borra")
	for _, key := range []string{"n", "r"} {
		drive.Press(key).Contains(": ").Press("esc").Contains(texts.VersionsTitle, "copiar A")
	}
	drive.Press("n", "enter").Contains("ahora trabaja en B").Press("d", "v", "c").Contains("Del plan B (en pantalla) al plan A")
	drive.Press("esc", "v", "n", "enter", "v", "c").Contains(texts.PlanSame).Press("d").Contains(texts.PlanInUse)
	drive.Press("esc").Lacks(texts.VersionsTitle).Contains("Plan C")
}
