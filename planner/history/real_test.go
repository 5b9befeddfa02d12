package history_test

import (
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data"
	"brujula/data/lists/liststest"
	"brujula/data/notes"
	"brujula/data/rules"
	"brujula/planner/geo"
	"brujula/planner/history"
	"brujula/planner/workspace"
)

// rawTakings reads an adjudicated list by its plain columns, without the project's
// reader: of each RENIPRESS the turns of its seats of medicine remunerada, counted
// among all marks or ranks, with the line of the file.
func rawTakings(t *testing.T, file string, comma rune, profession, modality, code, rank, mark int) map[string][]string {
	t.Helper()
	f, err := os.Open(filepath.Join(liststest.Folder(t), file))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = comma, -1, true
	type seat struct {
		code string
		key  float64 // smaller chose earlier; 0 for unknown
		line int
	}
	var seats []seat
	for {
		cells, err := r.Read()
		if err != nil {
			break
		}
		if len(cells) <= mark || cells[profession] != "MEDICINA" || cells[modality] != "Remunerado" {
			continue
		}
		if rank >= 0 && slices.Contains(notOffered, cells[code]) {
			continue
		}
		line, _ := r.FieldPos(0)
		s := seat{code: fmt.Sprintf("%08s", cells[code]), line: line}
		if rank >= 0 {
			s.key, _ = strconv.ParseFloat(cells[rank], 64)
		} else if x, err := strconv.ParseFloat(cells[mark], 64); err == nil {
			s.key = -x
		}
		seats = append(seats, s)
	}
	keys := make([]float64, 0, len(seats))
	for _, s := range seats {
		if s.key != 0 {
			keys = append(keys, s.key)
		}
	}
	slices.Sort(keys)
	out := map[string][]string{}
	for _, s := range seats {
		text := fmt.Sprintf("unknown row %d", s.line)
		if s.key != 0 {
			from, _ := slices.BinarySearch(keys, s.key)
			to := from
			for to < len(keys) && keys[to] == s.key {
				to++
			}
			text = fmt.Sprintf("%d-%d row %d", from+1, to, s.line)
		}
		out[s.code] = append(out[s.code], text)
	}
	return out
}

// notOffered are the two seats of medicine in the list of 2024-I that its offer has for
// specialists or not at all: they are of no line, and their turns of nobody.
var notOffered = []string{"00009979", "00007015"}

// Every seat of medicine that was taken in 2024-I and 2025-I has the turn and the row
// that a plain reading of the lists gives it.
func TestRealHistory(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	c := &workspace.Contents{Rules: rules.Default(), Reports: notes.NewBook(), Listed: geo.New(nil)}
	for _, process := range []data.Process{"2024-I", "2025-I", "2026-I"} {
		c.Offers = append(c.Offers, liststest.Offer(t, process, data.Remunerada))
	}
	for _, process := range []data.Process{"2024-I", "2025-I"} {
		c.Adjudications = append(c.Adjudications, liststest.AdjudicationsOf(t, process, c.Offers...)...)
	}
	space := workspace.New(c, "")
	raw := map[data.Process]map[string][]string{
		"2024-I": rawTakings(t, "2024-i-adjudicados.csv", ',', 2, 1, 5, 3, 4),
		"2025-I": rawTakings(t, "2025-i-adjudicados.csv", ';', 0, 1, 2, -1, 4),
	}
	got := map[data.Process]map[string][]string{"2024-I": {}, "2025-I": {}}
	for at := range space.Catalog.Len() {
		p := space.Catalog.Plaza(at)
		if p.Profession != "MEDICINA" {
			continue
		}
		h := history.Of(space, at)
		for i := range h.Years {
			y := &h.Years[i]
			if got[y.Process] == nil || y.Process != p.Process {
				continue
			}
			for _, one := range y.Takings {
				text := fmt.Sprintf("unknown row %d", one.Source.Row)
				if one.Known() {
					text = fmt.Sprintf("%d-%d row %d", one.Turn.From, one.Turn.To, one.Source.Row)
				}
				got[y.Process][p.Renipress] = append(got[y.Process][p.Renipress], text)
			}
		}
	}
	for process := range got {
		for _, of := range []map[string][]string{got[process], raw[process]} {
			for code := range of {
				slices.Sort(of[code])
			}
		}
		if diff := cmp.Diff(raw[process], got[process]); diff != "" {
			t.Errorf("%s: %s", process, diff)
		}
	}
	if n := len(raw["2025-I"]); n < 2000 { // 2,073 places of medicine in 2025-I
		t.Errorf("%d places in the raw list", n)
	}
}
