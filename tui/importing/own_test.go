package importing

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"brujula/data"
	"brujula/planner/export"
	"brujula/planner/plan"
	"brujula/planner/report"
	"brujula/planner/storage"
	"brujula/tui/msg"
)

// A plan that was exported and is dropped back is offered as a plan, in whichever
// format can be loaded; it takes no list's place, and the plan that is there stays.
func TestAnExportedPlanIsOfferedAsAPlan(t *testing.T) {
	d, h, folder := drive(t, map[string]string{"oferta.csv": offer})
	d.Press("enter", "enter", "s", "enter")
	h.Agree = true
	space, lists := h.desk.Space, h.desk.Lib.Lists()
	p := plan.Plan{Name: "A", Ranks: map[data.Modality]int{}}
	for row := range space.Catalog.Len() {
		p.Entries = append(p.Entries, plan.Entry{ID: space.Catalog.Plaza(row).PlazaID, Note: "mía, =1+1"})
	}
	out := report.PlanOf(space, &p, h.desk.Est, time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC))
	for n, format := range []export.Format{export.XLSX, export.CSV, export.JSON} {
		content, err := export.Bytes(format, &out, export.Options{BOM: format == export.CSV, Notes: true})
		if err != nil {
			t.Fatal(err)
		}
		if format == export.CSV { // as a spreadsheet in Spanish saves it
			content = bytes.ReplaceAll(content, []byte("\n"), []byte("\r\n"))
		}
		name := filepath.Join(folder, "Plazas ofertadas 2031."+string(format))
		if err := os.WriteFile(name, content, 0o600); err != nil {
			t.Fatal(err)
		}
		d.Send(msg.ImportMsg{File: name})
		if asked := h.Questions(); !strings.Contains(asked, "es un plan suyo con 2 líneas y 2 notas") {
			t.Fatalf("%s: %q\n%s", format, asked, d.View())
		}
		want := string(rune('B' + n)) // A is open and never saved
		e, _, err := storage.OpenPlan(h.desk.Lib, want)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(p.Entries, e.Plan().Entries); diff != "" || h.desk.Plan().Name != want {
			t.Errorf("%s, %s is shown: %s", format, h.desk.Plan().Name, diff)
		}
	}
	if diff := cmp.Diff(lists, h.desk.Lib.Lists()); diff != "" {
		t.Errorf("the lists changed: %s", diff)
	}
	// What is for people says what it is, and is not even asked about.
	page, err := export.Bytes(export.HTML, &out, export.Options{})
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(folder, "plan.html")
	if err := os.WriteFile(name, page, 0o600); err != nil {
		t.Fatal(err)
	}
	d.Send(msg.ImportMsg{File: name}).Contains("es un plan suyo para leer o imprimir", "JSON, CSV o XLSX")
}
