package screens

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/notes"
	"brujula/data/texts"
	"brujula/planner/export"
	"brujula/planner/plan"
	"brujula/planner/report"
	"brujula/planner/storage"
	"brujula/planner/workspace"
	"brujula/tui/linear"
	"brujula/tui/tuitest"
)

// marked is a place with the risk mark that it must have everywhere.
type marked struct {
	code, name, region, province, district, category string
	grade, worst, count                              int
}

// places differ in what makes a mark: an event in the province, a lesser one there
// (the category adds none), a report, and none of these but notes of the grade, the
// region and the country.
func places() []marked {
	return []marked{
		{"00000011", "POSTA PROVINCIAL", "HUANCAVELICA", "CHURCAMPA", "LOCROJA", "I-3", 5, 3, 1},
		{"00000012", "POSTA MENOR", "LIMA", "LIMA", "ATE", "I-1", 2, 2, 1},
		{"00000013", "POSTA REPORTADA", "TACNA", "TACNA", "TACNA", "I-3", 2, 1, 1},
		{"00000014", "POSTA REGIONAL", "LORETO", "MAYNAS", "IQUITOS", "I-3", 5, 0, 0},
	}
}

// markedStored is a library with these places, one report, and all of them in
// the plan.
func markedStored(t *testing.T) *library.Library {
	t.Helper()
	lib, err := library.Open(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	process := data.Process("2026-I")
	offer := &data.Offer{Process: process, Modality: data.Remunerada}
	stored := plan.Plan{Name: "A"}
	for _, m := range places() {
		p := data.Plaza{
			PlazaID:       data.PlazaID{Process: process, Profession: "MEDICINA", Modality: data.Remunerada, Renipress: m.code},
			Establishment: m.name, Region: m.region, Province: m.province, District: m.district, Grade: m.grade, Seats: 1,
			Category: m.category, Institution: "GOBIERNO REGIONAL",
		}
		offer.Plazas = append(offer.Plazas, p)
		stored.Entries = append(stored.Entries, plan.Entry{ID: p.PlazaID})
	}
	items := []library.Item{{Offer: offer, Info: data.ListInfo{Kind: data.KindOffer, Process: process, Modality: data.Remunerada, File: "x.csv", SHA256: "01", Rows: 4, Plazas: 4, Seats: 4}}}
	if _, err := lib.Commit(t.Context(), items); err != nil {
		t.Fatal(err)
	}
	note, faults := notes.New("00000013", "acceso", "dos horas a pie", "visita", "2026-01")
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	if _, err := storage.AddNotes(t.Context(), lib, time.Now(), []notes.Note{note}); err != nil {
		t.Fatal(err)
	}
	if err := lib.SaveProfile(library.Profile{Process: process, Modality: data.Remunerada, Profession: "MEDICINA", Rank: 2}); err != nil {
		t.Fatal(err)
	}
	if err := storage.SavePlan(lib, &stored); err != nil {
		t.Fatal(err)
	}
	return lib
}

// lineWith returns the first line that has all words.
func lineWith(text string, words ...string) string {
	for line := range strings.SplitSeq(text, "\n") {
		all := true
		for _, w := range words {
			all = all && strings.Contains(line, w)
		}
		if all {
			return line
		}
	}
	return ""
}

// csvCell returns a cell of the row of a plaza.
func csvCell(t *testing.T, content, code, column string) string {
	t.Helper()
	read := csv.NewReader(strings.NewReader(content))
	read.FieldsPerRecord = -1
	rows, err := read.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at, key := slices.Index(rows[0], column), slices.Index(rows[0], "renipress")
	for _, row := range rows[1:] {
		if len(row) > max(at, key) && row[key] == code && at >= 0 {
			return row[at]
		}
	}
	t.Fatalf("no %s of %s in\n%s", column, code, content)
	return ""
}

// The risk mark of a place is the same on every screen, in the linear mode and
// in every export, and no place that has notes of its region or the country is
// said to have none.
func TestOneRiskMarkOnAllFaces(t *testing.T) {
	m, d := openStored(t, markedStored(t))
	driver := tuitest.New(t, m, 200, 50)
	space := d.Space
	est := d.Est
	out := report.PlanOf(space, d.Plan(), est, time.Unix(0, 0))
	files := map[export.Format]string{}
	for _, f := range []export.Format{export.Markdown, export.HTML, export.CSV, export.XLSX} {
		content, err := export.Bytes(f, &out, export.Options{})
		if err != nil {
			t.Fatal(err)
		}
		files[f] = string(content)
	}
	_, severities := space.RiskTags()
	fig := space.PlainFigures()
	said := spoken(t)
	for at, p := range places() {
		words := texts.RiskHere(p.worst, p.count, 0, false, "")
		signs := func(face, line string) {
			t.Helper()
			if got := strings.Count(line, "▲"); line == "" || got != p.worst {
				t.Errorf("%s of %s has %d signs, want %d: %q", face, p.name, got, p.worst, line)
			}
		}
		says := func(face, text string) {
			t.Helper()
			if !strings.Contains(text, words) {
				t.Errorf("%s of %s does not say %q:\n%s", face, p.name, words, text)
			}
		}

		row, _ := space.Catalog.Row(data.PlazaID{Process: "2026-I", Profession: "MEDICINA", Modality: data.Remunerada, Renipress: p.code})
		mark := space.Mark(space.Catalog.Plaza(row))
		if mark.Worst != p.worst || mark.Count != p.count || out.Lines[at].Mark() != mark || fig.Risks[row] != mark.Rank() {
			t.Errorf("%s: marked %v, in the record %v, sorted by %d", p.name, mark, out.Lines[at].Mark(), fig.Risks[row])
		}
		tag := string(mark.Severity())
		if tag == "" {
			tag = workspace.NoNote
		}
		if got := severities.Of(row); len(got) != 1 || got[0] != tag {
			t.Errorf("%s is filtered by %v, its mark is %q", p.name, got, tag)
		}
		driver.Press("1", "g").Type("/" + strings.Fields(p.name)[1]).Press("enter")
		signs("Explorar", lineWith(strings.ToUpper(driver.Text()), p.name, p.province))
		says("the preview", driver.Text())
		driver.Press("enter")
		says("the card", driver.Text())
		driver.Press("esc", "X", "2", "g")
		for range at {
			driver.Press("down")
		}
		signs("Mi plan", lineWith(strings.ToUpper(driver.Text()), p.name, p.province))
		says("the line in Mi plan", driver.Text())

		signs("the comparison", comparedAlone(t, p.name))
		signs("the workbook", rowOfBook(t, files[export.XLSX], p.name))
		signs("markdown", lineWith(files[export.Markdown], "| "+p.name))
		signs("html", lineWith(files[export.HTML], ">"+p.name+"</td>"))
		if got := csvCell(t, files[export.CSV], p.code, "riesgos") + " " + csvCell(t, files[export.CSV], p.code, "riesgo"); got != fmt.Sprintf("%d %s", p.count, mark.Severity()) {
			t.Errorf("csv: %q of %s", got, p.name)
		}
		if want := texts.Capital(texts.RiskTold(p.worst, p.count)); p.count > 0 {
			if _, read, _ := strings.Cut(said, p.name); !strings.HasPrefix(read, ", "+texts.PlaceName(p.district)) || strings.Index(read, want) > 120 || !strings.Contains(read, want) {
				t.Errorf("linear mode: no %q of %s in\n%s", want, p.name, said)
			}
		}
	}
}

// comparedAlone returns the line of the risk marks in a comparison of one place.
func comparedAlone(t *testing.T, name string) string {
	t.Helper()
	m, _ := openStored(t, markedStored(t))
	driver := tuitest.New(t, m, 120, 90) // all of it is in view
	driver.Press("1", "g").Type("/"+strings.Fields(name)[1]).Press("enter", "c", "3").Contains(texts.ListName(name))
	return lineWith(driver.Text(), texts.ColumnRisks)
}

// rowOfBook returns the cells of a place in the first sheet of a workbook.
func rowOfBook(t *testing.T, content, name string) string {
	t.Helper()
	book, err := excelize.OpenReader(strings.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := book.GetRows(book.GetSheetName(0))
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if slices.Contains(row, name) {
			return strings.Join(row, " ")
		}
	}
	return ""
}

// spoken is what the linear mode reads of the places, one a line.
func spoken(t *testing.T) string {
	t.Helper()
	_, d := openStored(t, markedStored(t))
	var out bytes.Buffer
	answers := strings.NewReader("1\n1\n")
	if err := linear.Run(context.Background(), linear.Options{Desk: d.Session, In: answers, Out: &out, Echo: true}); err != nil {
		t.Fatal(err)
	}
	return strings.Join(strings.Fields(out.String()), " ")
}
