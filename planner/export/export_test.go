package export

import (
	"bytes"
	"context"
	"encoding/csv"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

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
	book := openBook(t, content)
	var b strings.Builder
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintln(&b, rows)
	}
	return b.String()
}

// What would be live in Markdown, in any case, is text; so are formulas of full
// width and those behind a blank in a CSV.
func TestNothingOfACellIsLive(t *testing.T) {
	for text, want := range map[string]string{
		"[L](HTTP://X)":        `\[L](HTTP:\//X)`,
		"![I](http://x/y.png)": `!\[I](http:\//x/y.png)`,
		"*B* _c_ **d** ~~e~~":  `\*B\* \_c\_ \*\*d\*\* \~\~e\~\~`,
		"`code`":               "\\`code\\`",
		"<b onclick=x>":        "&lt;b onclick=x>",
		"<HTTPS://x>":          `&lt;HTTPS:\//x>`,
		"WWW.x.pe, Www.y.pe":   `WWW\.x.pe, Www\.y.pe`,
		"a@b.pe":               "a@\u2060b.pe",
		"&lt;script&gt;":       "&amp;lt;script&amp;gt;",
		"> a > b":              `\> a > b`,
		"uno | dos\n# tres":    `uno \| dos \# tres`,
		"POSTA DE SALUD I-2":   "POSTA DE SALUD I-2",
	} {
		if got := plainMarkdown(text); got != want {
			t.Errorf("%q is written %q, want %q", text, got, want)
		}
	}
	for _, cell := range []string{"=1+1", "＝1+1", "＋1", "－1", "＠x", " =1", "\u00a0=1", "\t=1", "'=1", "'x", "-2+3"} {
		if got := Guard(cell); got != "'"+cell || Unguard(got) != cell {
			t.Errorf("%q is written %q and read %q", cell, got, Unguard(got))
		}
	}
	for _, cell := range []string{"", "-5", "+3,4", "x=1", "a@b", "ＡＢ"} {
		if got := Guard(cell); got != cell || Unguard(cell) != cell {
			t.Errorf("%q is written %q", cell, got)
		}
	}
}

// Notes of any text survive; blanks at the ends and control characters are
// cleaned by plan.ParseEntry and are left out here.
func TestAnyNoteSurvives(t *testing.T) {
	_, out := demoPlan(t)
	rapid.Check(t, func(rt *rapid.T) {
		note := rapid.StringMatching(`[-=+@'",;|<>&a-zñÑ0-9#]?[-=+@'",;|<>&a-zñÑ0-9 ]{0,20}[a-z0-9]`).Draw(rt, "note")
		one := *out
		one.Lines = []report.PlanLine{out.Lines[0]}
		one.Lines[0].Note = note
		for _, f := range []Format{CSV, JSON} {
			content, err := Bytes(f, &one, Options{Notes: true})
			if err != nil {
				rt.Fatal(err)
			}
			read, err := Read(f, content)
			if err != nil || len(read.Entries) != 1 || read.Entries[0].Note != note {
				rt.Fatalf("%s: wrote %q, read %+v, %v", f, note, read.Entries, err)
			}
		}
	})
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

// The page says once that no note is no promise.
func TestMarkdownSaysOnceThatNoNoteIsNotSafe(t *testing.T) {
	_, out := demoPlan(t)
	content, err := Bytes(Markdown, out, Options{Notes: true})
	if got := bytes.Count(content, []byte(texts.NoNoteIsNotSafe)); err != nil || got != 1 {
		t.Errorf("said %d times, %v", got, err)
	}
}

// A chance near an end is shown as elsewhere, never as 0 % or 100 %, and keeps
// its value in the cell.
func TestSheetNeverShowsCertainty(t *testing.T) {
	_, out := demoPlan(t)
	one := *out
	one.Lines = nil
	for _, chance := range []float64{0, 0.0000176, 0.0099, 0.01, 0.421, 0.99, 0.9901, 0.9993, 1} {
		line := out.Lines[0]
		line.Chance = &chance
		one.Lines = append(one.Lines, line)
	}
	book := openBook(t, exported(t, XLSX, &one))
	for i := range one.Lines {
		cell := fmt.Sprintf("B%d", i+2)
		if shown, want := asExcelShows(t, book, cell, *one.Lines[i].Chance), texts.Chance(one.Lines[i].Chance); shown != want {
			t.Errorf("%s shows %q, want %q", cell, shown, want)
		}
		kept, err := book.GetCellValue(texts.ExportSheetPlan, cell, excelize.Options{RawCellValue: true})
		if value, parseErr := strconv.ParseFloat(kept, 64); err != nil || parseErr != nil || value != *one.Lines[i].Chance {
			t.Errorf("%s keeps %q, want %v", cell, kept, *one.Lines[i].Chance)
		}
	}
}

// asExcelShows reads the conditional sections of a cell's number format, which
// excelize itself does not follow.
func asExcelShows(t *testing.T, book *excelize.File, cell string, value float64) string {
	t.Helper()
	id, err := book.GetCellStyle(texts.ExportSheetPlan, cell)
	if err != nil {
		t.Fatal(err)
	}
	style, err := book.GetStyle(id)
	if err != nil || style.CustomNumFmt == nil {
		t.Fatalf("%s has no format of its own: %v", cell, err)
	}
	for _, section := range strings.Split(*style.CustomNumFmt, ";") {
		condition, text, found := strings.Cut(strings.TrimPrefix(section, "["), "]")
		if !found {
			return strings.Replace(section, "0", strconv.Itoa(int(math.Round(value*100))), 1)
		}
		limit, err := strconv.ParseFloat(condition[1:], 64)
		if err != nil {
			t.Fatal(err)
		}
		if condition[0] == '<' && value < limit || condition[0] == '>' && value > limit {
			return strings.Trim(text, `"`)
		}
	}
	return ""
}

// Every export states process, date, sources, model and marks.
func TestEveryExportStatesWhatItRestsOn(t *testing.T) {
	_, out := demoPlan(t)
	for _, f := range Formats() {
		content := exported(t, f, out)
		text := string(content)
		if f == XLSX {
			text = sheetText(t, content)
		}
		for _, want := range []string{"2026-I", "2026", "plazas.csv", "2025-I"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not say %q", f, want)
			}
		}
		if f == JSON {
			continue // its keys say the rest
		}
		if f == Text { // a message says the most needed, in one line
			for _, want := range []string{"02/03/2026", "modelo ajustado con 2025-I", "DATOS DE DEMOSTRACIÓN"} {
				if !strings.Contains(text, want) {
					t.Errorf("%s does not say %q", f, want)
				}
			}
			continue
		}
		for _, want := range []string{"02/03/2026", "modelo ajustado con 2025-I", "Bandas: M muy probable", "DATOS DE DEMOSTRACIÓN", "actos simulados", "no quiere decir"} {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not say %q", f, want)
			}
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

func openBook(t *testing.T, content []byte) *excelize.File {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = book.Close() })
	return book
}

func sheetText(t *testing.T, content []byte) string {
	t.Helper()
	book := openBook(t, content)
	var b strings.Builder
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			b.WriteString(strings.Join(row, "\t") + "\n")
		}
	}
	return b.String()
}

func TestWorkbook(t *testing.T) {
	_, out := demoPlan(t)
	book := openBook(t, exported(t, XLSX, out))
	if diff := cmp.Diff([]string{texts.ExportSheetPlan, texts.ExportSheetSources}, book.GetSheetList()); diff != "" {
		t.Errorf("sheets:\n%s", diff)
	}
	if len(sheetWidths) != len(texts.PlanSheetHeading()) || len(sheetRow(&out.Lines[0])) != len(sheetWidths) {
		t.Error("headings, widths and cells are not as many")
	}
	// A chance is a number shown as a percentage, a code a text with its zeros, a
	// note never a formula.
	shown, _ := book.GetCellValue(texts.ExportSheetPlan, "B2")
	raw, _ := book.GetCellValue(texts.ExportSheetPlan, "B2", excelize.Options{RawCellValue: true})
	if !strings.HasSuffix(shown, "%") || !strings.HasPrefix(raw, "0.") && raw != "1" {
		t.Errorf("chance shown %q, stored %q", shown, raw)
	}
	kind, _ := book.GetCellType(texts.ExportSheetPlan, "N2")
	code, _ := book.GetCellValue(texts.ExportSheetPlan, "N2")
	if kind != excelize.CellTypeSharedString || code != out.Lines[0].Renipress {
		t.Errorf("code %q of type %v", code, kind)
	}
	if formula, _ := book.GetCellFormula(texts.ExportSheetPlan, "AB2"); formula != "" {
		t.Errorf("the note became the formula %q", formula)
	}
}

// No cell of a CSV begins as a formula does.
func TestFormulaGuard(t *testing.T) {
	_, out := demoPlan(t)
	content, err := Bytes(CSV, out, Options{Notes: true})
	if err != nil {
		t.Fatal(err)
	}
	in := csv.NewReader(bytes.NewReader(content))
	in.FieldsPerRecord = -1
	rows, err := in.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		for _, cell := range row {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) && !isNumber(cell) {
				t.Errorf("%q begins as a formula", cell)
			}
		}
	}
}

func TestPageEscapesItsTexts(t *testing.T) {
	_, out := demoPlan(t)
	content, err := Bytes(HTML, out, Options{Notes: true})
	if err != nil {
		t.Fatal(err)
	}
	text := string(content)
	if strings.Contains(text, "<script") || !strings.Contains(text, "&lt;script&gt;") {
		t.Error("a note reaches the page as markup")
	}
	for _, outside := range []string{"http://", "https://", "src=", "url("} {
		if strings.Contains(strings.ReplaceAll(text, "http://x", ""), outside) {
			t.Errorf("the page asks for %s", outside)
		}
	}
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

func FuzzReadCSV(f *testing.F) {
	f.Add([]byte("proceso,renipress,profesion,modalidad,nota\n2026-I,7,medicina,remunerada,'=x\n# fin\n"))
	f.Add([]byte(BOM + "proceso;renipress;profesion;modalidad\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := Read(CSV, b)
		if err != nil {
			return
		}
		if _, err := plan.Encode(p); err != nil { // what is read can be stored
			t.Fatal(err)
		}
	})
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

// The answer is that of the screen and of the column beside the lines, whatever the
// simulated acts ended with.
func TestAnswerIsTheSumOfTheLines(t *testing.T) {
	_, out := demoPlan(t)
	simulated := 0.5
	out.Nothing.Simulated = &simulated
	chance, ok := out.WithPlace()
	if sum := out.Lines[len(out.Lines)-1].Sum; !ok || sum == nil || texts.Percent(*sum) != texts.Percent(chance) {
		t.Errorf("the last line sums up to %v, the answer is %v", sum, chance)
	}
}

// The answer stands before the lines, and nothing is folded away but the sources.
func TestAnswerFirst(t *testing.T) {
	_, out := demoPlan(t)
	chance, ok := out.WithPlace()
	told := texts.ExportOutlook(chance, *out.Points)
	if !ok {
		t.Fatal("nothing was estimated")
	}
	for f, table := range map[Format]string{Markdown: "| # |", HTML: "<table>"} {
		content := string(exported(t, f, out))
		at, lines := strings.Index(content, plainly(f, told)), strings.Index(content, table)
		if f == HTML {
			at = strings.Index(content, strings.ReplaceAll(told, ">", "&gt;"))
			if !strings.Contains(content, "<details>") || strings.Contains(content[strings.Index(content, "<details>"):], "<h2>") {
				t.Error("the sources are not folded, or more than they")
			}
		}
		if at < 0 || at > lines {
			t.Errorf("%s: the answer at %d, the lines at %d", f, at, lines)
		}
	}
}

// Every line that has a chance tells why, and what its place did before.
func TestExportsTellWhy(t *testing.T) {
	_, out := demoPlan(t)
	told := 0
	for i := range out.Lines {
		l := &out.Lines[i]
		for _, f := range []Format{Markdown, HTML, Text} {
			content := string(exported(t, f, out))
			if l.Why != nil && len(l.Why.Reasons) > 0 {
				told++
				words := strings.TrimPrefix(l.Why.Reasons[0].Text, l.Why.Reasons[0].Text[:1])
				if f == Text { // once for all lines that share it
					words, _, _ = strings.Cut(words, texts.ReasonWithout)
				}
				if !strings.Contains(content, plainly(f, words)) {
					t.Errorf("%s does not tell %q of line %d", f, words, l.Place)
				}
			}
			if last := l.LastTime(); !strings.Contains(content, plainly(f, last)) {
				t.Errorf("%s does not tell %q of line %d", f, last, l.Place)
			}
		}
	}
	if told == 0 {
		t.Error("no line has a reason")
	}
}

// A column that no line fills is not printed.
func TestEmptyColumnsAreLeftOut(t *testing.T) {
	_, out := demoPlan(t)
	for i := range out.Lines {
		out.Lines[i].Note, out.Lines[i].ZAF, out.Lines[i].ZE = "", false, false
	}
	page := string(exported(t, HTML, out))
	for _, label := range []string{"Mi nota", "Bono"} {
		if strings.Contains(page, ">"+label+"<") {
			t.Errorf("an empty column %q", label)
		}
	}
}

// The sheet is ready to work with: filters, a heading on every printed page and
// as high as its words, bands in colour, secondary columns folded, one page wide.
func TestSheetIsReadyToWorkWith(t *testing.T) {
	_, out := demoPlan(t)
	book, err := excelize.OpenReader(bytes.NewReader(exported(t, XLSX, out)))
	if err != nil {
		t.Fatal(err)
	}
	sheet := texts.ExportSheetPlan
	names := map[string]string{}
	for _, n := range book.GetDefinedName() {
		names[n.Name] = n.RefersTo
	}
	if names["_xlnm.Print_Titles"] != "'Plan'!$1:$1" || !strings.Contains(names["_xlnm._FilterDatabase"], "$A$1") {
		t.Errorf("no heading on every page, or no filter: %v", names)
	}
	if height, err := book.GetRowHeight(sheet, 1); err != nil || height < 30 {
		t.Errorf("the heading is %v high: %v", height, err)
	}
	for i, heading := range texts.PlanSheetHeading() {
		name, _ := excelize.ColumnNumberToName(i + 1)
		visible, err := book.GetColVisible(sheet, name)
		if folded := slices.Contains([]string{"Desde", "Hasta", "Peor orden", "Mejor orden", "Certeza", "DIRESA", "Profesión", "Proceso"}, heading); err != nil || visible == folded {
			t.Errorf("column %s: visible %v, %v", heading, visible, err)
		}
	}
	fills := map[string]string{}
	for i := range out.Lines {
		id, err := book.GetCellStyle(sheet, fmt.Sprintf("B%d", i+2))
		if err != nil {
			t.Fatal(err)
		}
		style, err := book.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		if band := out.Lines[i].Band; band != nil {
			if len(style.Fill.Color) != 1 || fills[*band] != "" && fills[*band] != style.Fill.Color[0] {
				t.Fatalf("line %d, %s: filled with %v", i+1, *band, style.Fill.Color)
			}
			fills[*band] = style.Fill.Color[0]
		}
	}
	if len(fills) < 3 {
		t.Errorf("only %v", fills)
	}
	layout, err := book.GetPageLayout(sheet)
	if err != nil || *layout.Orientation != "landscape" || *layout.FitToWidth != 1 {
		t.Errorf("%v, %v", layout, err)
	}
	if props, err := book.GetSheetProps(texts.ExportSheetPlan); err != nil || props.FitToPage == nil || !*props.FitToPage {
		t.Errorf("the sheet is printed at its own width: %+v, %v", props, err)
	}
}

// A CSV keeps four decimals, none of which makes a chance certain, and its cells
// are parted as asked for.
func TestFiguresAndCellsOfCSV(t *testing.T) {
	_, out := demoPlan(t)
	for _, semicolons := range []bool{false, true} {
		content, err := Bytes(CSV, out, Options{Semicolons: semicolons})
		if err != nil {
			t.Fatal(err)
		}
		read := csv.NewReader(bytes.NewReader(content))
		if read.FieldsPerRecord = -1; semicolons {
			read.Comma = ';'
		}
		rows, err := read.ReadAll()
		if err != nil || len(rows[0]) < 20 {
			t.Fatalf("semicolons %v: %v, %v", semicolons, rows[0], err)
		}
		prob := slices.Index(rows[0], "prob")
		for i := range out.Lines {
			cell := rows[i+1][prob]
			if _, digits, _ := strings.Cut(cell, "."); len(digits) > 4 || cell == "0" || cell == "1" {
				t.Errorf("a chance of %q", cell)
			}
		}
		path := filepath.Join(t.TempDir(), "plan.csv")
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		if p, err := ReadFile(t.Context(), path); err != nil || len(p.Entries) != len(out.Lines) {
			t.Errorf("semicolons %v: %d lines read back, %v", semicolons, len(p.Entries), err)
		}
	}
	for x, want := range map[float64]string{0.99999: "0.9999", 0.00001: "0.0001", 0.12345: "0.1235", 812: "812", 1: "1", 0: "0"} {
		if got := number(&x); got != want {
			t.Errorf("%v as %q, want %q", x, got, want)
		}
	}
}

// On a telephone each cell of the page says what it is, since the heading is out
// of view there.
func TestPageOnATelephone(t *testing.T) {
	out := rangedPlan(t)
	page := string(exported(t, HTML, out))
	if !strings.Contains(page, "max-width: 600px") || strings.Contains(page, "<td>") {
		t.Error("a cell without a label, or no layout for narrow windows")
	}
	for _, label := range texts.PlanPageHeading() {
		if !strings.Contains(page, ` data-label="`+label+`">`) {
			t.Errorf("no cell is labelled %q", label)
		}
	}
}

// Why a plan has no chances at all is said in full on what is handed to others.
func TestAPlanWithoutChancesSaysWhy(t *testing.T) {
	w, err := demonstration()
	if err != nil {
		t.Fatal(err)
	}
	p, _ := demoPlan(t)
	p.Entries = p.Entries[:1]
	absent := p.Clone()
	absent.Entries[0].ID.Renipress = "00009999"
	none := func(p *plan.Plan, profession string, rank int) string {
		look := w.est.Look
		look.Profession, look.Rank = profession, rank
		out := report.PlanOf(w.space, p, w.space.Estimate(w.space.Forecast(nil, look.Process, look.Profession), look), noon)
		return wholeText(t, Markdown, &out, Options{})
	}
	for want, got := range map[string]string{
		"Sin probabilidad: falta su orden de mérito (--puesto N, o en el perfil).":                        none(&p, "MEDICINA", 0),
		"Sin probabilidad todavía: el modelo se está ajustando a sus listas.":                             none(&p, "MEDICINA", 66),
		"Sin probabilidad: la plaza es de MEDICINA 2026-I y se mira desde PSICOLOGIA 2026-I.":             none(&p, "PSICOLOGIA", 66),
		"La plaza no está en ninguna oferta cargada: puede haberse retirado, o falta importar su oferta.": none(&absent, "MEDICINA", 66),
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not said in\n%s", want, got)
		}
	}
}
