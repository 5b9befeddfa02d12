package compare

import (
	"bytes"
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/lists/liststest"
	"brujula/planner/catalog"
	"brujula/planner/workspace"
)

// listed is a plaza as a plain reading of the file has it.
type listed struct {
	seats int
	grade string
}

// key is a plaza without its process.
type key struct {
	profession, renipress string
	modality              data.Modality
}

func (k key) other() key { k.modality = k.modality.Other(); return k }

// plainReading reads an offer by its headings alone, without the project's
// reader: plazas by profession, RENIPRESS and modality.
func plainReading(t *testing.T, file string, m data.Modality, into map[key]listed) {
	t.Helper()
	content, err := os.ReadFile(filepath.Join(liststest.Folder(t), file))
	if err != nil {
		t.Fatal(err)
	}
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(content, []byte("\ufeff"))))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = ';', -1, true
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	columns := map[string]int{}
	for _, row := range rows {
		if heading := headingOf(row); len(heading) > 0 {
			columns = heading
			continue
		}
		if len(columns) == 0 || len(row) <= columns["plazas"] || len(row) <= columns["code"] {
			continue
		}
		cell := func(name string) string { return strings.Join(strings.Fields(row[columns[name]]), " ") }
		seats, err := strconv.Atoi(cell("plazas"))
		if err != nil {
			continue
		}
		code, ok := data.ParseRenipress(cell("code"))
		if !ok {
			continue
		}
		k := key{profession: fold.Squash(cell("profession")), renipress: code, modality: m}
		into[k] = listed{into[k].seats + seats, strings.TrimPrefix(cell("grade"), "GD-")}
	}
}

// headingOf returns the columns of a heading row, none for any other row.
func headingOf(row []string) map[string]int {
	columns := map[string]int{}
	for i, text := range row {
		switch word := fold.Squash(text); {
		case strings.HasPrefix(word, "profes"):
			columns["profession"] = i
		case strings.HasPrefix(word, "codigo"):
			columns["code"] = i
		case strings.HasSuffix(word, "plazas"):
			columns["plazas"] = i
		case strings.HasPrefix(word, "grado"):
			columns["grade"] = i
		}
	}
	if len(columns) < 4 {
		return nil
	}
	return columns
}

// Every plaza that is new, gone, moved, or has other seats or another grade in
// the real offers is so by a plain reading of the files, and no other is.
func TestRealChangesAreThoseOfAPlainReading(t *testing.T) {
	before, after := map[key]listed{}, map[key]listed{}
	for _, m := range data.Modalities() {
		suffix := map[data.Modality]string{rem: "remunerado.csv", equ: "equivalente.csv"}[m]
		plainReading(t, "2025-i-"+suffix, m, before)
		plainReading(t, "2026-i-"+suffix, m, after)
	}
	want := map[Aspect][]string{}
	add := func(a Aspect, k key) {
		want[a] = append(want[a], k.profession+" "+k.renipress+" "+string(k.modality))
	}
	for k, is := range after {
		was, ok := before[k]
		if !ok {
			if _, both := after[k.other()]; !both {
				was, ok = before[k.other()]
			}
			if !ok {
				add(New, k)
				continue
			}
			add(Moved, k)
		}
		switch {
		case is.seats > was.seats:
			add(MoreSeats, k)
		case is.seats < was.seats:
			add(FewerSeats, k)
		}
		switch {
		case is.grade > was.grade:
			add(HigherGrade, k)
		case is.grade < was.grade:
			add(LowerGrade, k)
		}
	}
	for k := range before {
		_, same := after[k]
		_, other := after[k.other()]
		_, both := before[k.other()]
		if !same && (!other || both) {
			add(Gone, k)
		}
	}
	d := Between(realCatalog(t), was, is, catalog.Filter{})
	for _, a := range Aspects() {
		if a == Other {
			continue
		}
		var got []string
		for _, c := range d.Of(a) {
			p := c.Plaza()
			got = append(got, fold.Squash(p.Profession)+" "+p.Renipress+" "+string(p.Modality))
		}
		slices.Sort(got)
		slices.Sort(want[a])
		if diff := cmp.Diff(want[a], got); diff != "" {
			t.Errorf("%s: %s", a, diff)
		}
		t.Logf("%s: %d", a, len(got))
	}
}

// BenchmarkRealLedger is what Explorar asks for in the background once the
// lists are loaded: what changed in every process, as tags.
func BenchmarkRealLedger(b *testing.B) {
	space := &workspace.Workspace{Catalog: realCatalog(b)}
	for b.Loop() {
		LedgerOf(space).Tags()
	}
}
