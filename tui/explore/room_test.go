package explore

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/tui/layout"
)

// The answer stands in line two at every width, whole, and what is filtered with
// it.
func TestTheHeadlineFits(t *testing.T) {
	m := onDemo(t)
	d := m.desk
	model, err := d.Space.FitModel(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	look, _ := d.Look()
	look.Rank = 66
	d.Est = d.Space.Estimate(d.Space.Forecast(model, look.Process, look.Profession), look)
	for _, text := range []string{"", "posta", "una búsqueda bastante larga que no halla nada de nada"} {
		m.filter.Text = text
		m.find()
		reach := m.reach()
		for w := 60; w <= 200; w++ {
			m.Resize(w, 24)
			left, right := m.Status()
			if layout.Width(left)+layout.Width(right)+statusEdges > w && !strings.Contains(left, text) {
				t.Fatalf("at %d cells: %q and %q do not fit", w, left, right)
			}
			if reach.All == 0 {
				continue
			}
			if !strings.HasPrefix(ansi.Strip(left), texts.Reach(reach.Likely(), reach.All)) || !strings.Contains(left, text[:min(len(text), 10)]) {
				t.Fatalf("at %d cells: %q", w, left)
			}
			if text == "" && !strings.Contains(left, texts.BandCount("N", reach.Bands[4])) {
				t.Fatalf("at %d cells there is room for the bands: %q", w, left)
			}
		}
	}
}

// A narrow window leaves the column of changes to scrolling, a wide one shows it.
func TestChangesGiveTheirCellsToTheNames(t *testing.T) {
	m := onDemo(t)
	m.table.Drop(columnChange, false)
	m.table.Drop(columnKm, true) // as without a place to measure from
	m.table.Drop("profesion", true)
	m.table.Drop("modalidad", true)
	for w, want := range map[int]bool{60: false, 80: false, 200: true} {
		m.Resize(w, 40)
		if got := m.table.WidthOf(columnChange) > 0; got != want {
			t.Errorf("at %d cells in view: %v, want %v", w, got, want)
		}
	}
}

// Where all rows are of one region its column says nothing: the province stands there.
func TestProvinceStandsForARegionThatAllRowsShare(t *testing.T) {
	m := onDemo(t)
	m.Resize(80, 24)
	m.find()
	heading := func() string { return m.table.Lines()[0] }
	if !strings.Contains(heading(), texts.ColumnRegion) || strings.Contains(heading(), texts.ColumnProvince) {
		t.Fatalf("all regions: %q", heading())
	}
	m.filter.Set(catalog.DimRegion, "PUNO")
	m.find()
	if !strings.Contains(heading(), texts.ColumnProvince) || strings.Contains(heading(), texts.ColumnRegion) {
		t.Errorf("one region: %q", heading())
	}
	m.filter.Set(catalog.DimRegion, "PUNO", "CUSCO")
	m.find()
	if !strings.Contains(heading(), texts.ColumnRegion) {
		t.Errorf("two regions: %q", heading())
	}
}
