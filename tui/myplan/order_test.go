package myplan_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/plan"
	"brujula/tui/msg"
	"brujula/tui/tuitest"
)

func TestOrdering(t *testing.T) {
	d, drive := withPlan(t, plain(), 80, 24)
	start := d.Plan().Clone()
	for _, tt := range []struct {
		name string
		keys func(*tuitest.Driver)
		want []int // places of before
	}{
		{"down", func(d *tuitest.Driver) { d.Press("J") }, []int{1, 0, 2, 3, 4, 5, 6, 7}},
		{"the cursor follows", func(d *tuitest.Driver) { d.Press("J", "J") }, []int{1, 2, 0, 3, 4, 5, 6, 7}},
		{"up", func(d *tuitest.Driver) { d.Press("j", "j", "K") }, []int{0, 2, 1, 3, 4, 5, 6, 7}},
		{"to a place", func(d *tuitest.Driver) { d.Press("m").Type("4").Press("enter") }, []int{1, 2, 3, 0, 4, 5, 6, 7}},
		{"top", func(d *tuitest.Driver) { d.Press("j", "j", "T") }, []int{2, 0, 1, 3, 4, 5, 6, 7}},
		{"bottom of its section", func(d *tuitest.Driver) { d.Press("B") }, []int{1, 2, 3, 4, 5, 0, 6, 7}},
		{"never past its section", func(d *tuitest.Driver) { d.Press("m").Type("8").Press("enter") }, []int{1, 2, 3, 4, 5, 0, 6, 7}},
		{"the fallback stays below", func(d *tuitest.Driver) { d.Press("G", "T") }, []int{0, 1, 2, 3, 4, 5, 7, 6}},
		{"selected ones together", func(d *tuitest.Driver) { d.Press("s", "j", "s", "B") }, []int{1, 3, 4, 5, 0, 2, 6, 7}},
		{"remove the selected", func(d *tuitest.Driver) { d.Press("s", "s", "d") }, []int{2, 3, 4, 5, 6, 7}},
		{"remove one", func(d *tuitest.Driver) { d.Press("G", "d") }, []int{0, 1, 2, 3, 4, 5, 6}},
		{"undo and redo", func(d *tuitest.Driver) { d.Press("J", "J", "u", "u", "ctrl+r") }, []int{1, 0, 2, 3, 4, 5, 6, 7}},
		{"esc asks no place", func(d *tuitest.Driver) { d.Press("m").Type("4").Press("esc") }, []int{0, 1, 2, 3, 4, 5, 6, 7}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			for _, p := range []plan.Plan{{}, start} { // an empty plan lets selections go
				d.Edit(func(e *plan.Editor) (plan.Act, bool) { return e.Replace(p) })
				drive.Send(msg.PlanChangedMsg{})
			}
			drive.Press("g")
			before := d.Plan().IDs()
			tt.keys(drive)
			var want []data.PlazaID
			for _, at := range tt.want {
				want = append(want, before[at])
			}
			if diff := cmp.Diff(want, d.Plan().IDs()); diff != "" {
				t.Errorf("order (-want +got):\n%s", diff)
			}
		})
	}
}

func TestEveryActSaysWhatItDid(t *testing.T) {
	d, drive := withPlan(t, plain(), 120, 40)
	first := names(d)[0]
	drive.Press("J").Contains(first + ": del lugar 1 al 2")
	drive.Press("u").Contains("Deshecho: " + first + ": del lugar 1 al 2")
	drive.Press("ctrl+r").Contains(first + ": del lugar 1 al 2")
	drive.Press("d").Contains(first + " quitada del plan")
	drive.Press("u").Contains("Deshecho: " + first + " quitada del plan")
	drive.Press("e").Type("llamar antes").Press("enter").Contains("nota de "+first, "llamar antes")
	drive.Press("T", "T").Contains("Ya es la primera")
	drive.Press("m").Type("99").Press("enter").Contains(texts.PlanPlaceRange(8)).Press("esc")
	drive.Press("u", "u", "u", "u", "u", "u", "u").Contains(texts.NothingToUndo)
}

func TestTheCursorSkipsTheSeparator(t *testing.T) {
	_, drive := withPlan(t, plain(), 80, 24)
	place := func(want string) {
		t.Helper()
		for _, line := range strings.Split(drive.Text(), "\n") {
			if strings.HasPrefix(line, "▸") {
				if got := strings.Fields(line)[1]; got != want {
					t.Fatalf("the cursor is on %s, want %s:\n%s", got, want, drive.Text())
				}
				return
			}
		}
		t.Fatalf("no cursor in view:\n%s", drive.Text())
	}
	for range 6 {
		drive.Press("j")
	}
	place("7")
	drive.Press("k")
	place("6")
	drive.Press("o")
	place("7")
	drive.Press("o")
	place("1")
	drive.Press("G")
	place("8")
}
