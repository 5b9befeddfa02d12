package session

import (
	"strings"
	"testing"

	"brujula/data/library"
	"brujula/data/rules"
	"brujula/data/store"
	"brujula/data/store/storetest"
	"brujula/planner/workspace"
)

// slippery is a disk that no folder can be made on.
type slippery struct{ store.FS }

func (slippery) MkdirAll(string) error { panic("a slip of ours") }

// A panic while ranges are found is that of the job, which the screens guard; and the
// room is given back.
func TestAPanicOfTheRangesIsThatOfTheJob(t *testing.T) {
	left := make(chan bool, 1)
	space := workspace.LoadDemo(rules.Default())
	model, err := space.FitModel(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	lib, err := library.Open("/biblioteca", library.WithFS(slippery{storetest.New()}))
	if err != nil {
		t.Fatal(err)
	}
	space.Demo = false // what is found is kept
	d := &Session{Lib: lib, Space: space, room: func() func() { return func() { left <- true } }, ctx: t.Context()}
	d.Model = model
	jobs := d.findRanges()
	if len(jobs) != 1 {
		t.Fatalf("%d jobs", len(jobs))
	}
	defer func() {
		slip, ok := recover().(error)
		if !ok || !strings.Contains(slip.Error(), "a slip of ours") {
			t.Errorf("the job panicked with %v", slip)
		}
		<-left
	}()
	for next := jobs; len(next) > 0; {
		a, ok := next[0]().(rangesStep)
		if !ok {
			t.Fatalf("answered %v", a)
		}
		next = a.apply(d)
	}
	t.Error("no panic")
}
