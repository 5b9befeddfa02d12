package explore

import (
	"strings"
	"testing"

	"brujula/tui/layout"
)

// The columns out of view are told of whole or not at all, and profession and
// modality, which the top line names, are not counted as hidden.
func TestColumnsAreToldOfWholeOrNotAtAll(t *testing.T) {
	m := onDemo(t)
	for _, text := range []string{"", "posta", "una búsqueda bastante larga"} {
		m.filter.Text = text
		m.find()
		for w := 60; w <= 200; w++ {
			m.Resize(w, 24)
			left, right := m.Status()
			if strings.Contains(left, "oculta") {
				t.Fatalf("at %d cells: %q counts what nobody hid", w, left)
			}
			told := strings.Contains(left, "col. ") || strings.Contains(left, "columnas más") || strings.Contains(left, "columna más")
			if told && layout.Width(left+right)+statusEdges > w {
				t.Fatalf("at %d cells: %q and %q do not fit", w, left, right)
			}
		}
	}
	m.filter.Text = ""
	m.Resize(80, 24)
	if left, _ := m.Status(); !strings.Contains(left, "col. ") {
		t.Errorf("at 80 cells there is room to tell of the columns: %q", left)
	}
}

// A narrow window leaves the column of changes to scrolling, a wide one shows it.
func TestChangesGiveTheirCellsToTheNames(t *testing.T) {
	m := onDemo(t)
	m.table.Drop(columnChange, false)
	m.table.Drop(columnKm, true) // as without a place to measure from
	m.table.Drop("profesion", true)
	m.table.Drop("modalidad", true)
	for w, want := range map[int]bool{60: false, 80: false, 120: true, 200: true} {
		m.Resize(w, 40)
		if got := m.table.WidthOf(columnChange) > 0; got != want {
			t.Errorf("at %d cells in view: %v, want %v", w, got, want)
		}
	}
}
