package linear_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"brujula/data"
	"brujula/data/store/storetest"
	"brujula/planner/export"
	"brujula/planner/plan"
	"brujula/planner/report"
	"brujula/planner/storage"
)

// A plan that was exported and is given back where a list is asked for is offered as
// a plan: as a version of its own, with its notes, and no list changes.
func TestOnesOwnPlanIsOfferedAsAPlan(t *testing.T) {
	for _, format := range []export.Format{export.XLSX, export.CSV, export.JSON} {
		lib, space := onDisk(t, storetest.New())
		d, lists := open(t, lib, space), lib.Lists()
		p := plan.Plan{Name: "A", Ranks: map[data.Modality]int{}}
		for row := range 3 {
			p.Entries = append(p.Entries, plan.Entry{ID: space.Catalog.Plaza(row).PlazaID, Note: "mía, =1+1"})
		}
		out := report.PlanOf(space, &p, d.Est, time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC))
		content, err := export.Bytes(format, &out, export.Options{Notes: true})
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(t.TempDir(), "Plazas ofertadas 2031."+string(format))
		if err := os.WriteFile(file, content, 0o600); err != nil {
			t.Fatal(err)
		}
		give := "8\n" + file + "\n"
		if said := flat(converse(t, d, profileAnswers+give+"n\n")); !strings.Contains(said, "es un plan suyo con 3 líneas y 3 notas") {
			t.Fatalf("%s:\n%s", format, said)
		}
		if d.Plan().Name != "A" {
			t.Errorf("%s: loaded although it was refused", format)
		}
		said := converse(t, d, give+"s\n")
		e, _, err := storage.OpenPlan(lib, "B") // A is open and never saved
		if err != nil {
			t.Fatalf("%s: %v\n%s", format, err, said)
		}
		if diff := cmp.Diff(p.Entries, e.Plan().Entries); diff != "" || d.Plan().Name != "B" {
			t.Errorf("%s, %s is shown: %s", format, d.Plan().Name, diff)
		}
		if diff := cmp.Diff(lists, lib.Lists()); diff != "" {
			t.Errorf("%s: the lists changed: %s", format, diff)
		}
	}
}
