package explore

import (
	"slices"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/rules"
	"brujula/planner/catalog"
	"brujula/planner/workspace"
	"brujula/tui/msg"
	"brujula/tui/tuitest"
)

// resort brings the rows in the reverse order, as estimates that arrive may.
func resort(m *Model) {
	m.sorting.Next()
	perm := slices.Clone(m.perm)
	slices.Reverse(perm)
	m.Update(sortedMsg{generation: m.sorting.Next(), space: m.desk.Space, perm: perm})
}

// press gives keys and the sorting that they ask for.
func press(m *Model, names ...string) {
	for _, name := range names {
		k, _ := tuitest.Key(name)
		answer(m, m.Update(k))
	}
}

func answer(m *Model, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch message := cmd().(type) {
	case tea.BatchMsg:
		for _, c := range message {
			answer(m, c)
		}
	case sortedMsg, rankedMsg:
		answer(m, m.Update(message))
	}
}

// A cursor that nobody moved from the top stays there when the list is sorted
// anew; one that was moved stays on its plaza.
func TestAnUnmovedCursorStaysAtTheTop(t *testing.T) {
	for _, c := range []struct {
		name  string
		keys  []string
		moved bool
	}{
		{"untouched", nil, false},
		{"another column", []string{"right", "left", "v"}, false},
		{"up at the top", []string{"up"}, false},
		{"moved", []string{"down"}, true},
		{"moved and back", []string{"down", "down", "g"}, false},
		{"moved, searched, given up", []string{"down", "down", "/", "z", "q", "esc"}, true},
		{"starred, which steps on", []string{"space"}, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := onDemo(t)
			m.find()
			press(m, c.keys...)
			before, _ := m.table.Current()
			resort(m)
			after, _ := m.table.Current()
			switch {
			case c.moved && after != before:
				t.Errorf("the cursor left its plaza %v for %v", before, after)
			case !c.moved && (m.table.Row() != 0 || m.table.Start() != 0):
				t.Errorf("cursor in row %d, window from %d: want both at the top", m.table.Row(), m.table.Start())
			case !c.moved && after == before:
				t.Error("the order did not change: nothing is shown by this test")
			}
		})
	}
}

// Where the cursor was left the last time is no move: an order that the user
// asks for shows its first row.
func TestAnOrderShowsItsFirstRow(t *testing.T) {
	for _, order := range []func(m *Model){
		func(m *Model) { press(m, "]") },
		func(m *Model) { press(m, "=") },
		func(m *Model) { answer(m, m.Update(msg.OrderMsg{Order: "-puntos"})) },
	} {
		m := onDemo(t)
		m.find()
		m.memory.plaza = m.desk.Space.Catalog.Plaza(m.rows[len(m.rows)-1]).PlazaID
		m.find()
		if m.table.Row() == 0 {
			t.Fatal("the plaza of the last time was not found")
		}
		order(m)
		if m.table.Row() != 0 {
			t.Errorf("cursor in row %d after an order", m.table.Row())
		}
		press(m, "down")
		id, _ := m.table.Current()
		order(m)
		if now, _ := m.table.Current(); now != id {
			t.Errorf("a cursor that was moved went from %v to %v", id, now)
		}
	}
}

// The column that is ordered by last decides, and what was there before decides
// where that one leaves ties.
func TestANewKeyStandsBeforeTheOthers(t *testing.T) {
	m := onDemo(t)
	m.find()
	column := func(id string) {
		for range shownFields {
			press(m, "left")
		}
		for range shownFields {
			if c, ok := m.table.Column(); ok && c.ID == id {
				return
			}
			press(m, "right")
		}
		t.Fatalf("no column %s is in view", id)
	}
	for _, step := range []struct{ column, key, want string }{
		{"gd", "]", "-gd"}, {"region", "[", "region,-gd"}, {"region", "]", "-region,-gd"}, {"gd", "[", "-region,gd"}, {"region", "]", "gd"}, {"gd", "=", ""},
	} {
		column(step.column)
		press(m, step.key)
		got := ""
		if m.chosen {
			got = catalog.FormatOrder(m.orders)
		}
		if got != step.want {
			t.Errorf("%s on %s: ordered by %q, want %q", step.key, step.column, got, step.want)
		}
	}
}

// inShown keeps of sorted rows those in view.
func inShown(m *Model, sorted []int) []int {
	return slices.DeleteFunc(slices.Clone(sorted), func(row int) bool { return !slices.Contains(m.rows, row) })
}

// The first frame stands in the order that its status line names, and lists that are
// read anew keep the order until theirs has come.
func TestTheFirstRowsStandInOrder(t *testing.T) {
	m := onDemo(t)
	inOrder := m.space.Catalog.Sort(m.base, m.desk.UsualOrder(), m.figures())
	if slices.Equal(inOrder, m.base) {
		t.Fatal("the lists stand in the usual order: nothing is shown by this test")
	}
	m.find()
	if !slices.Equal(m.rows, inShown(m, inOrder)) {
		t.Error("the first rows do not stand in the usual order")
	}
	ids := func() (out []data.PlazaID) {
		for _, row := range m.rows {
			out = append(out, m.space.Catalog.Plaza(row).PlazaID)
		}
		return out
	}
	before := ids()
	m.desk.Space = workspace.LoadDemo(rules.Default())
	m.reload()
	if m.space != m.desk.Space || !slices.Equal(ids(), before) {
		t.Error("the same lists, read anew, stand in another order before they are sorted")
	}
}

// The first frame with chances stands in their order already.
func TestTheFirstChancesComeInOrder(t *testing.T) {
	m := onDemo(t)
	answer(m, m.sort())
	model, err := m.space.FitModel(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	line := m.desk.Line()
	look := workspace.Look{Process: line.Process, Profession: line.Profession, Rank: m.desk.LookRank(), Passes: workspace.UsualPasses}
	m.desk.Est = m.space.Estimate(m.space.Forecast(model, look.Process, look.Profession), look)
	m.reload()
	if want := m.space.Catalog.Sort(m.base, m.desk.UsualOrder(), m.figures()); !slices.Equal(m.rows, inShown(m, want)) {
		t.Error("rows with their first chances stand in the order from before them")
	}
}
