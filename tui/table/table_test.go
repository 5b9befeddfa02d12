package table

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"brujula/tui/keys"
	"brujula/tui/layout"
	"brujula/tui/theme"
)

// plazas is a made-up source: IDs are numbers, every cell is made of its own.
type plazas struct{ ids []int }

func (p plazas) Len() int       { return len(p.ids) }
func (p plazas) ID(row int) int { return p.ids[row] }

func (p plazas) Cells(row int, out []string) {
	id := p.ids[row]
	band := id % theme.Bands
	out[0] = "MPDIN"[band:band+1] + fmt.Sprintf(" %d %%", 99-id%99)
	out[1] = fmt.Sprint(2 * (id%5 + 1))
	out[2] = fmt.Sprint(id%5 + 1)
	out[3] = fmt.Sprintf("POSTA INVENTADA Ñ%05d", id)
	out[4] = []string{"Ayaviri", "Melgar", "San Román"}[id%3] + ", Provincia"
	out[5] = []string{"PUNO", "CUSCO", "PIURA"}[id%3]
	out[6] = "I-" + fmt.Sprint(id%4+1)
	out[7] = "Gob.\nreg."
	out[8] = fmt.Sprint(id % 3)
}

// findable is the same with a quick way to a row.
type findable struct{ plazas }

func (f findable) Find(id int) (int, bool) {
	row := slices.Index(f.ids, id)
	return row, row >= 0
}

func columns() []Column {
	return []Column{
		{ID: "prob", Title: "Prob", Min: 7, Priority: 1, Frozen: true, Align: layout.Right},
		{ID: "pts", Title: "Pts", Min: 3, Priority: 2, Align: layout.Right},
		{ID: "gd", Title: "GD", Min: 2, Priority: 2, Align: layout.Right},
		{ID: "est", Title: "Establecimiento", Min: 18, Ideal: 26, Max: 40, Priority: 1},
		{ID: "lugar", Title: "Distrito, provincia", Min: 14, Ideal: 22, Max: 30, Priority: 5},
		{ID: "region", Title: "Región", Min: 6, Ideal: 10, Max: 14, Priority: 4},
		{ID: "cat", Title: "Cat", Min: 4, Priority: 6},
		{ID: "inst", Title: "Institución", Min: 9, Max: 14, Priority: 7},
		{ID: "riesgo", Title: "▲", Min: 2, Priority: 3, Align: layout.Right},
	}
}

func upTo(n int) plazas {
	ids := make([]int, n)
	for i := range ids {
		ids[i] = i
	}
	return plazas{ids}
}

func newTable(n, w, h int) *Model[int] {
	m := New[int](theme.New(theme.Options{Variant: theme.Plain}), columns())
	m.Marked = func(id int) bool { return id%7 == 0 }
	m.Empty = "Ninguna plaza con estos filtros."
	m.Focused = true
	m.Resize(w, h)
	m.SetRows(upTo(n))
	return m
}

// naiveWindow tries every start from the nearest outwards and takes the first
// that keeps the rules: cursor in view, no empty line while rows are above.
func naiveWindow(start, row, n, page int) int {
	ok := func(s int) bool {
		return s >= 0 && s <= row && row < s+page && (s == 0 || s+page <= n)
	}
	for d := 0; d <= n+page+abs(start); d++ {
		if ok(start + d) {
			return start + d
		}
		if ok(start - d) {
			return start - d
		}
	}
	return -1
}

func abs(n int) int { return max(n, -n) }

func TestWindowAgainstNaiveReference(t *testing.T) {
	for n := 1; n <= 9; n++ {
		for page := 1; page <= 6; page++ {
			for row := range n {
				for start := -4; start <= 12; start++ {
					if got, want := window(start, row, n, page), naiveWindow(start, row, n, page); got != want {
						t.Fatalf("window(start %d, row %d, n %d, page %d) = %d, want %d", start, row, n, page, got, want)
					}
				}
			}
		}
	}
}

func TestCursorFollowsItsIDAcrossFilterAndSort(t *testing.T) {
	m := newTable(100, 80, 11)
	m.MoveTo(42)
	line := m.Row() - m.Start()

	reversed := upTo(100).ids
	slices.Reverse(reversed)
	m.SetRows(plazas{reversed})
	if id, _ := m.Current(); id != 42 || m.Row() != 57 {
		t.Errorf("after the sort: id %d at row %d", id, m.Row())
	}
	if m.Row()-m.Start() != line {
		t.Errorf("the row moved on the screen from line %d to %d", line, m.Row()-m.Start())
	}

	m.SetRows(plazas{[]int{50, 44, 41, 30}}) // order is now descending: below 42 comes 41
	if id, _ := m.Current(); id != 41 {
		t.Errorf("42 is gone; the nearest one below is 41, got %d", id)
	}
	m.SetRows(upTo(100))
	if id, _ := m.Current(); id != 42 {
		t.Errorf("the filter is gone and 42 back, but the cursor is on %d", id)
	}
	m.SetRows(plazas{nil})
	if _, ok := m.Current(); ok {
		t.Error("there is a current row among none")
	}
	m.Move(1)
	m.SetRows(upTo(100))
	if id, _ := m.Current(); id != 42 {
		t.Errorf("after an empty filter the cursor is on %d, not 42", id)
	}
}

func TestMovingByHandForgetsTheRowThatWent(t *testing.T) {
	m := newTable(100, 80, 11)
	m.MoveTo(42)
	m.SetRows(plazas{[]int{10, 20, 30, 60}})
	m.MoveTo(1)
	m.SetRows(upTo(100))
	if id, _ := m.Current(); id != 20 {
		t.Errorf("the user chose 20, the cursor is on %d", id)
	}
}

// nearestNaive finds what is nearest in the old order by looking outwards.
func nearestNaive(old []int, row int, left map[int]bool) (int, bool) {
	for d := 0; d <= neighbours; d++ {
		if row+d < len(old) && left[old[row+d]] {
			return old[row+d], true
		}
		if row-d >= 0 && left[old[row-d]] {
			return old[row-d], true
		}
	}
	return 0, false
}

func TestCursorProperties(t *testing.T) {
	k := keys.NewNavigation()
	names := []tea.KeyMsg{
		{Type: tea.KeyDown},
		{Type: tea.KeyUp},
		{Type: tea.KeyPgDown},
		{Type: tea.KeyPgUp},
		{Type: tea.KeyCtrlD},
		{Type: tea.KeyCtrlU},
		{Type: tea.KeyHome},
		{Type: tea.KeyEnd},
		{Type: tea.KeyRight},
		{Type: tea.KeyLeft},
	}
	rapid.Check(t, func(t *rapid.T) {
		m := newTable(rapid.IntRange(0, 60).Draw(t, "n"), 80, 12)
		steps := rapid.IntRange(1, 25).Draw(t, "steps")
		for range steps {
			switch rapid.IntRange(0, 2).Draw(t, "what") {
			case 0:
				m.Update(names[rapid.IntRange(0, len(names)-1).Draw(t, "key")], &k)
			case 1:
				m.Resize(rapid.IntRange(0, 140).Draw(t, "w"), rapid.IntRange(0, 20).Draw(t, "h"))
			case 2:
				filterAndCheck(t, m)
			}
			checkInvariants(t, m)
		}
	})
}

func filterAndCheck(t *rapid.T, m *Model[int]) {
	old := make([]int, m.Len())
	for row := range old {
		old[row] = m.source.ID(row)
	}
	before, had := m.Current()
	wanted := m.wanted
	ids := rapid.SliceOfNDistinct(rapid.IntRange(0, 70), 0, 60, rapid.ID[int]).Draw(t, "ids")
	left := map[int]bool{}
	for _, id := range ids {
		left[id] = true
	}
	row := m.Row()
	if rapid.Bool().Draw(t, "finder") {
		m.SetRows(findable{plazas{ids}})
	} else {
		m.SetRows(plazas{ids})
	}
	after, has := m.Current()
	switch {
	case !had || !has:
	case left[wanted]:
		if after != wanted {
			t.Fatalf("wanted %d is there, cursor on %d", wanted, after)
		}
	case left[before]:
		if after != before {
			t.Fatalf("cursor left %d, which is still there, for %d", before, after)
		}
	default:
		if want, ok := nearestNaive(old, row, left); ok && after != want {
			t.Fatalf("nearest to row %d of %v is %d, cursor on %d", row, old, want, after)
		}
	}
}

func checkInvariants(t *rapid.T, m *Model[int]) {
	n := m.Len()
	if n > 0 && (m.Row() < 0 || m.Row() >= n) {
		t.Fatalf("row %d of %d", m.Row(), n)
	}
	if n > 0 && m.PageLen() > 0 && (m.Row() < m.Start() || m.Row() >= m.Start()+m.PageLen()) {
		t.Fatalf("row %d is out of view (%d+%d)", m.Row(), m.Start(), m.PageLen())
	}
	lines := m.Lines()
	if m.width > 0 && len(lines) != m.height {
		t.Fatalf("%d lines, want %d", len(lines), m.height)
	}
	for _, line := range lines {
		if ansi.StringWidth(line) != m.width {
			t.Fatalf("%q is %d cells, want %d", line, ansi.StringWidth(line), m.width)
		}
	}
	seq, frozen, shown := m.arrange()
	left, right, byUser := m.HiddenColumns()
	if left+right+byUser+len(shown) != len(m.columns) {
		t.Fatalf("%d hidden on the left, %d on the right, %d by the user, %d shown of %d", left, right, byUser, len(shown), len(m.columns))
	}
	if m.width >= layout.MinWidth {
		c, _ := m.Column()
		if !slices.ContainsFunc(shown, func(p placed) bool { return m.columns[p.index].ID == c.ID }) {
			t.Fatalf("current column %s out of view: seq %v, frozen %d, offset %d, shown %v", c.ID, seq, frozen, m.offset, shown)
		}
	}
}

// Whatever a list holds, and however narrow the window, no line is wider.
func TestNoLineIsWider(t *testing.T) {
	piece := rapid.SampledFrom([]string{"a", "Ñ", "中", "👩‍⚕️", "\n", " ", "e\u0301", "\x1b[31m", "\x1b[m"})
	rapid.Check(t, func(t *rapid.T) {
		cell := strings.Join(rapid.SliceOfN(piece, 0, 30).Draw(t, "cell"), "")
		m := New[int](theme.New(theme.Options{Variant: theme.Dark}), columns())
		m.Focused = rapid.Bool().Draw(t, "focused")
		w := rapid.IntRange(1, 120).Draw(t, "w")
		m.Resize(w, 5)
		m.SetRows(same{cell})
		for _, line := range m.Lines() {
			if ansi.StringWidth(line) != w {
				t.Fatalf("cell %q: %q is %d cells, want %d", cell, line, ansi.StringWidth(line), w)
			}
		}
	})
}

// same has one text in every cell.
type same struct{ cell string }

func (s same) Len() int       { return 3 }
func (s same) ID(row int) int { return row }
func (s same) Cells(_ int, out []string) {
	for i := range out {
		out[i] = s.cell
	}
}
