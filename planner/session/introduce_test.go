package session_test

import (
	"context"
	"testing"
	"time"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/rules"
	"brujula/data/store/storetest"
	"brujula/planner/session"
	"brujula/planner/workspace"
)

// Who the applicant said to be is written like all else: the last of it counts, and
// the end of the program writes what no job has come to.
func TestIntroducedIsWrittenAtTheEnd(t *testing.T) {
	lib, err := library.Open("/biblioteca", library.WithFS(storetest.New()))
	if err != nil {
		t.Fatal(err)
	}
	d, _ := session.New(context.Background(), session.Options{Lib: lib, Facts: rules.Default(), Space: workspace.LoadDemo(rules.Default()), Now: time.Now})
	t.Cleanup(d.Close)
	for _, rank := range []int{40, 812} {
		_ = d.Introduce(workspace.Person{Profession: "MEDICINA", Modality: data.Remunerada, Rank: rank}) // its job never runs
	}
	if err := d.Flush(); err != nil {
		t.Fatal(err)
	}
	if got, err := lib.Profile(); err != nil || got.Profession != "MEDICINA" || got.Rank != 812 {
		t.Errorf("%+v %v", got, err)
	}
}
