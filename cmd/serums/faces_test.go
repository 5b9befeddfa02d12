package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"brujula/data"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/workspace"
)

// answer is what a command says; the test ends where it fails.
func answer(t *testing.T, args ...string) string {
	t.Helper()
	a, out, errs := at(t, "")
	if code := a.run(t.Context(), args); code != exitOK {
		t.Fatalf("%q: exit code %d: %s", args, code, errs)
	}
	return out.String()
}

// The commands show the risk mark that the screens show: as signs in the table,
// in words on the card, as figures in the CSV and as notes in the JSON.
func TestRiskMarkOfCommands(t *testing.T) {
	space := workspace.LoadDemo(rules.Default())
	seen := map[int]bool{}
	for row := range space.Catalog.Len() {
		p := space.Catalog.Plaza(row)
		mark := space.Mark(p)
		if seen[mark.Worst] || p.Profession != "MEDICINA" || p.Modality != data.Remunerada || p.Process != "2026-I" {
			continue
		}
		seen[mark.Worst] = true
		which := []string{p.Renipress, "--profesion", "medicina", "--modalidad", "remunerada"}
		table := strings.Split(answer(t, append([]string{"--demo", "listar", "--texto"}, which...)...), "\n")
		if got := strings.Count(table[1], "▲"); got != mark.Worst || !strings.Contains(table[1], p.Renipress) {
			t.Errorf("%d signs in the table, want %d: %q", got, mark.Worst, table[1])
		}
		if card, want := answer(t, append([]string{"--demo", "ficha"}, which...)...), texts.RiskHere(mark.Worst, mark.Count, 0, false, ""); !strings.Contains(card, want) {
			t.Errorf("the card of %s does not say %q:\n%s", p.Renipress, want, card)
		}
		rows, err := csv.NewReader(strings.NewReader(answer(t, append([]string{"--demo", "listar", "--csv", "--texto"}, which...)...))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		cell := map[string]string{}
		for i, name := range rows[0] {
			cell[name] = rows[1][i]
		}
		if got := cell["riesgos"] + " " + cell["riesgo"]; got != fmt.Sprintf("%d %s", mark.Count, mark.Severity()) {
			t.Errorf("%q in the CSV of %s, the mark is %v", got, p.Renipress, mark)
		}
		var listing struct {
			Plazas []struct {
				Riesgos []struct{ Ambito string }
			}
		}
		if err := json.Unmarshal([]byte(answer(t, append([]string{"--demo", "listar", "--json", "--texto"}, which...)...)), &listing); err != nil {
			t.Fatal(err)
		}
		if got := len(listing.Plazas[0].Riesgos); got < mark.Count {
			t.Errorf("%d notes in the JSON of %s, the mark counts %d", got, p.Renipress, mark.Count)
		}
	}
	if len(seen) < 3 {
		t.Errorf("only marks of %v were seen", seen)
	}
}

// oneBlank finds a figure that one blank parts from the next.
var oneBlank = regexp.MustCompile(`(?:^| )[<>]?\d(?:[\d.,–\x{a0}]*\d)?(?:[ \x{a0}]%)? [<>]?\d[\d.,–\x{a0}]*(?:[ \x{a0}]%)?(?: |$)`)

// gap is what parts two columns.
var gap = regexp.MustCompile(` {2,}`)

// cellEnds returns the columns' cells of a line and where each ends.
func cellEnds(line string) (cells []string, ends []int) {
	at := 0
	for _, part := range gap.Split(line, -1) {
		start := strings.Index(line[at:], part) + at
		at = start + len(part)
		if part != "" {
			cells, ends = append(cells, part), append(ends, utf8.RuneCountInString(line[:at]))
		}
	}
	return cells, ends
}

// No table of a command sets two figures one blank apart, and figures below one
// another end at the same column.
func TestFiguresOfCommandTables(t *testing.T) {
	line := []string{"--profesion", "medicina", "--modalidad", "remunerada"}
	with := func(words ...string) []string { return append(append([]string{"--demo"}, words...), line...) }
	checked := 0
	for _, call := range [][]string{
		with("listar", "--puesto", "100"), with("listar"),
		with("cerca", "--puesto", "100"), with("cerca", "--nota", "15"), with("panorama"), with("evaluar"),
		{"--demo", "fuentes"},
		{"--demo", "diferencias", "2025-I", "2026-I"},
		{"--demo", "panorama", "--por", "region"},
	} {
		text := answer(t, call...)
		for line := range strings.SplitSeq(text, "\n") {
			if at := oneBlank.FindString(aCode.ReplaceAllString(line, "código")); at != "" && gap.MatchString(strings.TrimSpace(line)) {
				t.Errorf("%q: %q in\n%s", call, at, line)
			}
		}
		for block := range strings.SplitSeq(text, "\n\n") {
			checked += checkRight(t, strings.Join(call, " "), strings.Split(strings.TrimRight(block, "\n"), "\n"))
		}
	}
	if checked < 40 {
		t.Errorf("only %d columns of figures were looked at", checked)
	}
}

// aCode is a RENIPRESS, which is no figure.
var aCode = regexp.MustCompile(`\b\d{8}\b`)

// checkRight looks at the columns of a block of lines that have as many cells as
// the first; it gives how many of them hold figures.
func checkRight(t *testing.T, call string, block []string) (columns int) {
	t.Helper()
	heading, _ := cellEnds(block[0])
	first := map[int]int{} // where the first figure of a column ends
	for _, line := range block[1:] {
		cells, ends := cellEnds(line)
		if len(cells) != len(heading) {
			continue
		}
		for i, cell := range cells {
			if !figure().MatchString(cell) {
				continue
			}
			if _, known := first[i]; !known {
				first[i] = ends[i]
			}
			if ends[i] != first[i] {
				t.Errorf("%s: %q of column %d ends at %d, the figures above at %d:\n%s\n%s", call, cell, i+1, ends[i], first[i], block[0], line)
			}
		}
	}
	return len(first)
}
