package export

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"brujula/data"
	"brujula/data/demo"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/plan"
	"brujula/planner/report"
	"brujula/planner/workspace"
)

// noon is when the exports of the tests are written.
var noon = time.Date(2026, time.March, 2, 12, 0, 0, 0, time.UTC)

type world struct {
	space *workspace.Workspace
	est   *workspace.Estimates
}

var demonstration = sync.OnceValues(func() (world, error) {
	space := workspace.LoadDemo(rules.Default())
	model, err := space.FitModel(context.Background(), nil)
	who := demo.Example()
	look := workspace.Look{Process: who.Line.Process, Profession: who.Line.Profession, Rank: who.Rank, Passes: workspace.UsualPasses}
	return world{space, space.Estimate(space.Forecast(model, look.Process, look.Profession), look)}, err
})

// demoPlan is a plan over both modalities, with notes that try to be more than
// text, and a plaza that no list has.
func demoPlan(t *testing.T) (plan.Plan, *report.Plan) {
	t.Helper()
	w, err := demonstration()
	if err != nil {
		t.Fatal(err)
	}
	p := plan.Plan{Name: "A", Ranks: map[data.Modality]int{data.Remunerada: 66}}
	notes := []string{`=HYPERLINK("http://x";"y")`, `<script>alert(1)</script> & "comillas"`, "", "'apóstrofo", "una | barra"}
	for _, m := range data.Modalities() {
		rows := w.est.Lines[m].Rows
		for i := range 4 {
			p.Entries = append(p.Entries, plan.Entry{ID: w.space.Catalog.Plaza(rows[i*len(rows)/4]).PlazaID, Note: notes[len(p.Entries)%len(notes)]})
		}
	}
	p.Entries[3].ID.Renipress = "00009999"
	out, err := report.Simulated(t.Context(), w.space, &p, w.est, noon, workspace.SimulationRuns)
	if err != nil {
		t.Fatal(err)
	}
	return p, out
}

func TestGoldens(t *testing.T) {
	_, out := demoPlan(t)
	for _, f := range []Format{Markdown, HTML, Text} { // those for people; the others are read back
		t.Run(string(f), func(t *testing.T) {
			content, err := Bytes(f, out, Options{Notes: true})
			if err != nil {
				t.Fatal(err)
			}
			requireGolden(t, string(f), content)
		})
	}
}

// update writes the golden files anew: go test ./planner/export -update.
var update = flag.Bool("update", false, "write the golden files anew")

// requireGolden compares with a golden file. The screens' golden package is
// Charm's, which stays out of planner in tests too.
func requireGolden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", "TestGoldens", name+".golden")
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Error(diff)
	}
}

// What promises to be read back gives the same plan; the others are refused.
func TestRoundTrips(t *testing.T) {
	p, out := demoPlan(t)
	for _, f := range Formats() {
		for _, bom := range []bool{false, true} {
			content, err := Bytes(f, out, Options{BOM: bom, Notes: true})
			if err != nil {
				t.Fatalf("%s: %v", f, err)
			}
			read, err := Read(f, content)
			if f != CSV && f != JSON && f != XLSX {
				if err == nil {
					t.Errorf("%s is for people, and was read", f)
				}
				if f != Text && !bytes.Contains(content, []byte(plainly(f, texts.ExportNotReadBack))) { // the message is short
					t.Errorf("%s does not say that it cannot be read back", f)
				}
				continue
			}
			if diff := cmp.Diff(p.Entries, read.Entries); err != nil || diff != "" {
				t.Errorf("%s, BOM %v, %v (-plan +read):\n%s", f, bom, err, diff)
			}
		}
	}
}

// plainly is a text as the format writes it.
func plainly(f Format, text string) string {
	if f == Markdown {
		return plainMarkdown(text)
	}
	return text
}

// The own notes are private: they leave only when asked for, in every format.
func TestOwnNotesLeaveWhenAskedForOnly(t *testing.T) {
	_, out := demoPlan(t)
	for i := range out.Lines {
		out.Lines[i].Note = "llamar a mi tía"
	}
	for _, f := range Formats() {
		for _, asked := range []bool{false, true} {
			content := wholeText(t, f, out, Options{Notes: asked})
			if found := strings.Contains(content, "llamar a mi tía"); found != asked {
				t.Errorf("%s, asked %v: in the file %v", f, asked, found)
			}
			if held := Holds(f, out, Options{Notes: asked}); !strings.Contains(held, map[bool]string{false: "sin sus notas", true: "con sus notas"}[asked]) {
				t.Errorf("%s, asked %v: %q", f, asked, held)
			}
		}
	}
	if !HasNotes(out) {
		t.Error("writing without notes took them off the plan")
	}
}

// wholeText returns all text of an export, that of a workbook by its cells.
func wholeText(t *testing.T, f Format, p *report.Plan, o Options) string {
	t.Helper()
	content, err := Bytes(f, p, o)
	if err != nil {
		t.Fatal(err)
	}
	if f != XLSX {
		return string(content)
	}
	return sheetText(t, content)
}

// What is said of a file is what it holds: the card leaves out what is crossed
// out, and what does not fit.
func TestHolds(t *testing.T) {
	_, out := demoPlan(t) // 8 lines
	short := *out
	short.Lines = slices.Clone(out.Lines[:4])
	short.Lines[1].Gone = true
	for _, c := range []struct {
		format Format
		p      *report.Plan
		want   string
	}{
		{Text, out, "mensaje de texto: 8 de 8 líneas, con sus notas"},
		{Text, &short, "mensaje de texto: 3 de 4 líneas, con sus notas"},
		{CSV, out, "8 líneas, con sus notas"},
	} {
		if got := Holds(c.format, c.p, Options{Notes: true}); got != c.want {
			t.Errorf("%s: %q, want %q", c.format, got, c.want)
		}
	}
}

func exported(t *testing.T, f Format, p *report.Plan) []byte {
	t.Helper()
	content, err := Bytes(f, p, Options{Notes: true})
	if err != nil {
		t.Fatal(err)
	}
	return content
}

// The card gives the next five lines in the order in which the official screen
// asks.
func TestTurnCard(t *testing.T) {
	_, out := demoPlan(t)
	content, err := Bytes(Text, out, Options{Notes: true})
	if err != nil {
		t.Fatal(err)
	}
	rows := strings.Split(string(content), "\n\n")
	for i := range out.Lines { // all of them, in two rows each
		l := &out.Lines[i]
		name, path := l.Establishment, strings.Join([]string{l.Diresa, l.Institution, l.Province, l.District, l.Renipress}, " > ")
		if !l.Found {
			name, path = texts.CardUnknown, l.Renipress
		}
		first, second, _ := strings.Cut(rows[i+1], "\n")
		if !strings.HasPrefix(first, fmt.Sprintf("%-3d%s", l.Place, name)) || !strings.HasPrefix(second, "   "+path) {
			t.Errorf("line %d:\n%s", l.Place, rows[i+1])
		}
	}
	if last := strings.TrimSpace(rows[len(rows)-1]); strings.Contains(last, "\n") || !strings.Contains(last, "no promesas") {
		t.Errorf("the sources are not one line: %q", last)
	}
}

func TestReadRefuses(t *testing.T) {
	for _, f := range []Format{CSV, JSON, XLSX} {
		for _, content := range []string{"", "x", "a,b\n1,2\n", "{}", "PK\x03\x04"} {
			if _, err := Read(f, []byte(content)); err == nil {
				t.Errorf("%s: %q was read as a plan", f, content)
			}
		}
	}
}

// Every place that names the formats names all of them.
func TestWordsNameEveryFormat(t *testing.T) {
	for _, words := range []string{texts.HintExport, texts.PlanExportLabel, texts.PlanFlagFormat, texts.PlanBadFormat("x")} {
		for _, f := range Formats() {
			if !strings.Contains(words, string(f)) {
				t.Errorf("%q does not name %s", words, f)
			}
		}
	}
}
