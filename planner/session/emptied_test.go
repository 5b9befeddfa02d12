package session_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data"
	"brujula/data/store/storetest"
	"brujula/planner/plan"
)

// A plan that is emptied, by taking lines out or by undoing, is on the disk with what
// brings it back: after the end of the program, a kill and a power loss.
func TestAnEmptiedPlanComesBackAfterARestart(t *testing.T) {
	for name, empty := range map[string]func(e *plan.Editor) (plan.Act, bool){
		"taken out": func(e *plan.Editor) (plan.Act, bool) { return e.Remove(e.Plan().Entries[0].ID) },
		"undone":    (*plan.Editor).Undo,
	} {
		disk := storetest.New()
		d, _ := onDisk(t, disk)
		var ids []data.PlazaID
		for row := range 5 {
			ids = append(ids, d.Space.Catalog.Plaza(row).PlazaID)
			settle(d, d.Edit(func(e *plan.Editor) (plan.Act, bool) { return e.Add(ids[row:], -1) }))
		}
		want := slices.Clone(d.Plan().Entries)
		for len(d.Plan().Entries) > 0 {
			settle(d, d.Edit(empty))
		}
		for _, crash := range storetest.Crashes() {
			again, notices := reopen(t, disk.After(crash))
			if len(again.Plan().Entries) != 0 || !strings.Contains(strings.Join(notices, "\n"), "quedó vacío") && name == "taken out" {
				t.Fatalf("%s, crash %d: %d lines, told %q", name, crash, len(again.Plan().Entries), notices)
			}
			for range want {
				if name == "undone" {
					settle(again, again.Redo())
				} else {
					settle(again, again.Undo())
				}
			}
			if diff := cmp.Diff(want, again.Plan().Entries); diff != "" {
				t.Errorf("%s, crash %d: %s", name, crash, diff)
			}
		}
	}
}
