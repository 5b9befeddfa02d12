package yearbook

import (
	"cmp"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"brujula/data"
	"brujula/data/lists/liststest"
	"brujula/data/notes"
	"brujula/data/rules"
	"brujula/planner/workspace"
)

func demo(t *testing.T) *Report {
	t.Helper()
	r, err := Of(workspace.LoadDemo(rules.Default()), data.Line{Profession: "MEDICINA", Modality: data.Remunerada})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// What the report says adds up: grades and regions to the line, the line to the
// offer, and the hardest places went before the easiest.
func TestReportAddsUp(t *testing.T) {
	r := demo(t)
	for name, groups := range map[string][]Group{"grades": r.Grades, "regions": r.Regions} {
		seats, left := 0, 0
		for _, g := range groups {
			seats, left = seats+g.Seats, left+g.Left
		}
		if seats != r.Seats || left != r.Seats-r.Taken {
			t.Errorf("%s: %d seats and %d left, of %d and %d", name, seats, left, r.Seats, r.Seats-r.Taken)
		}
	}
	if !slices.IsSortedFunc(r.Regions, func(a, b Group) int { return cmp.Compare(a.Mean, b.Mean) }) {
		t.Error("the regions are not in order")
	}
	if len(r.Hardest) == 0 || len(r.Easiest) == 0 || r.Hardest[0].Last.Pick > r.Hardest[len(r.Hardest)-1].Last.Pick {
		t.Errorf("%d hardest, %d easiest", len(r.Hardest), len(r.Easiest))
	}
	if r.Since != "2026-I" || r.Changes == nil || r.Changes.SeatsBefore != r.Seats {
		t.Errorf("since %q: %+v", r.Since, r.Changes)
	}
	if _, err := Of(workspace.LoadDemo(rules.Default()), data.Line{Profession: "MEDICINA", Modality: data.Remunerada, Process: "2019-I"}); err == nil {
		t.Error("a report of a process that no list tells of")
	}
}

// The page stands alone, has every part, and is of four sheets.
func TestPage(t *testing.T) {
	r := demo(t)
	content, err := r.HTML()
	page := string(content)
	if err != nil || strings.Count(page, "<section>") != 4 || strings.Contains(page, "src=") || strings.Contains(page, "href=") {
		t.Errorf("%d sheets, %v", strings.Count(page, "<section>"), err)
	}
	for _, part := range r.Parts() {
		if !strings.Contains(page, part.Title) {
			t.Errorf("no %q", part.Title)
		}
		for _, row := range part.Rows {
			if len(row) != len(part.Head) {
				t.Errorf("%s: %d cells under %d", part.Title, len(row), len(part.Head))
			}
		}
	}
}

// The last rank of each grade of medicine in 2024-I, and who passed, by a plain
// reading of the two lists.
func TestRealRanks(t *testing.T) {
	folder := liststest.Folder(t)
	read := func(file string) [][]string {
		content, err := os.Open(filepath.Join(folder, file))
		if err != nil {
			t.Fatal(err)
		}
		defer content.Close()
		rows, err := csv.NewReader(content).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		return rows
	}
	rows := read("2024-i-adjudicados.csv")
	column := func(name string) int { return slices.Index(rows[0], name) }
	lastOf, took := map[string]int{}, map[int]bool{}
	const lastRegular = 2215 // of medicine: later ranks are special cases (data/rules/README.md)
	for _, row := range rows[1:] {
		rank, _ := strconv.Atoi(row[column("puesto")])
		if row[column("profesion")] != "MEDICINA" || rank == 0 || rank > lastRegular {
			continue
		}
		took[rank] = true
		lastOf[row[column("gd")]] = max(lastOf[row[column("gd")]], rank)
	}
	offer := liststest.Offer(t, "2024-I", data.Remunerada)
	contents := &workspace.Contents{Rules: rules.Default(), Offers: []*data.Offer{offer}, Adjudications: liststest.AdjudicationsOf(t, "2024-I", offer), Reports: notes.NewBook()}
	r, err := Of(workspace.New(contents, ""), data.Line{Process: "2024-I", Profession: "MEDICINA", Modality: data.Remunerada})
	if err != nil {
		t.Fatal(err)
	}
	for _, g := range r.Grades {
		if want := lastOf[g.Name]; g.Last.Rank != want || g.Left != 0 {
			t.Errorf("%s: last rank %d, not %d; %d left", g.Name, g.Last.Rank, want, g.Left)
		}
	}
	passed, want := 0, lastRegular-len(took)
	for _, s := range r.Passed {
		passed += s.Passed
	}
	if passed != want || r.Passed[len(r.Passed)-1].To != lastRegular {
		t.Errorf("%d passed of %d, not %d", passed, r.Passed[len(r.Passed)-1].To, want)
	}
}
