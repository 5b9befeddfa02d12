package plan

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"brujula/data"
)

func idOf(n int) data.PlazaID {
	m := data.Remunerada
	if n%3 == 2 {
		m = data.Equivalente
	}
	return data.PlazaID{Process: "2026-I", Profession: "MEDICINA", Modality: m, Renipress: fmt.Sprintf("%08d", n+1)}
}

// A plan that was emptied line by line, stored and opened again is brought back whole,
// notes and all, however long it was.
func TestAnEmptiedPlanIsBroughtBackAfterARestart(t *testing.T) {
	e := Edit(Plan{Name: "A"})
	for n := range 120 {
		e.Add([]data.PlazaID{idOf(n)}, -1)
		e.Note(idOf(n), fmt.Sprintf("mi nota %d", n))
	}
	want := e.Plan().Clone()
	for len(e.Plan().Entries) > 0 {
		e.Remove(e.Plan().Entries[0].ID)
	}
	again := restart(t, e)
	for range 120 {
		if act, ok := again.Undo(); !ok || act.Kind != Removed || len(act.IDs) != 1 {
			t.Fatalf("%+v %v", act, ok)
		}
	}
	if diff := cmp.Diff(want.Entries, again.Plan().Entries); diff != "" {
		t.Error(diff)
	}
}

type fataler interface {
	Helper()
	Fatal(args ...any)
}

func restart(t fataler, e *Editor) *Editor {
	t.Helper()
	b, err := e.Encode()
	if err != nil {
		t.Fatal(err)
	}
	again, err := DecodeEditor(b)
	if err != nil {
		t.Fatal(err)
	}
	bare, err := Decode(b) // a program of before sees the plan alone
	if err != nil || !cmp.Equal(bare.Entries, e.Plan().Entries, cmpopts.EquateEmpty()) {
		t.Fatal("an older program does not see the plan", err)
	}
	return again
}

// An editor that is stored and read at any moment behaves as the one that never was.
func TestARestartChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := Edit(Plan{Name: "A"})
		other := Edit(Plan{Name: "A"})
		for range rapid.IntRange(1, 40).Draw(t, "acts") {
			ids := []data.PlazaID{idOf(rapid.IntRange(0, 8).Draw(t, "id")), idOf(rapid.IntRange(0, 8).Draw(t, "other"))}
			at, kind := rapid.IntRange(-1, 6).Draw(t, "at"), rapid.IntRange(0, 8).Draw(t, "kind")
			do := func(e *Editor) {
				switch kind {
				case 0, 1:
					e.Add(ids, at)
				case 2:
					e.Remove(ids...)
				case 3:
					e.Move(ids, at)
				case 4:
					e.Note(ids[0], fmt.Sprint("nota ", at))
				case 5:
					e.Replace(Plan{Entries: []Entry{{ID: ids[0], Note: "x"}, {ID: ids[1]}}, Ranks: map[data.Modality]int{data.Remunerada: 5 + at}})
				case 6:
					e.SetRanks(map[data.Modality]int{data.Remunerada: 5 + at})
				case 7:
					e.Undo()
				case 8:
					e.Redo()
				}
			}
			do(e)
			do(other)
			if rapid.Bool().Draw(t, "restart") {
				e = restart(t, e)
			}
			compare(t, e, other)
		}
		for other.CanUndo() { // and back to the beginning
			one, _ := e.Undo()
			two, _ := other.Undo()
			if diff := cmp.Diff(two, one, cmpopts.EquateEmpty()); diff != "" {
				t.Fatal(diff)
			}
			compare(t, e, other)
		}
		if e.CanUndo() {
			t.Fatal("there is more to undo after a restart")
		}
	})
}

func compare(t *rapid.T, e, other *Editor) {
	t.Helper()
	if diff := cmp.Diff(*other.Plan(), *e.Plan(), cmpopts.EquateEmpty()); diff != "" {
		t.Fatal(diff)
	}
}

// A history that cannot be read is left out; the plan stands.
func TestADamagedHistoryLeavesThePlan(t *testing.T) {
	for _, history := range []string{
		`7`, `{"hechos":7}`, `{"hechos":[{"acto":99,"lineas":[]}]}`, `{"hechos":[{"acto":1,"lineas":[7]}]}`, `{"hechos":[{"acto":1,"lineas":[-1]}]}`,
		`{"hechos":[{"acto":1,"lineas":[{"renipress":"x"}]}]}`, `{"hechos":[{"acto":1,"lineas":[0,0]}]}`,
	} {
		e, err := DecodeEditor([]byte(`{"formato":1,"nombre":"A","puestos":{},"lineas":[{"proceso":"2026-I","renipress":"00000001","profesion":"MEDICINA","modalidad":"remunerada","nota":""}],"historia":` + history + `}`))
		if err != nil || len(e.Plan().Entries) != 1 || e.CanUndo() {
			t.Errorf("%s: %v", history, err)
		}
	}
}
