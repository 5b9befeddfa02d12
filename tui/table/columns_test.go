package table

import (
	"fmt"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/tui/keys"
	"brujula/tui/theme"
	"brujula/tui/tuitest"
)

func visible(m *Model[int]) string {
	_, _, shown := m.arrange()
	var ids []string
	for _, p := range shown {
		ids = append(ids, m.columns[p.index].ID)
	}
	return strings.Join(ids, " ")
}

func TestColumnsByPriorityThenByScrolling(t *testing.T) {
	m := newTable(10, 60, 10)
	if got, want := visible(m), "prob pts gd est region riesgo"; got != want {
		t.Fatalf("at 60 cells: %q, want %q", got, want)
	}
	if left, right, byUser := m.HiddenColumns(); left != 0 || right != 3 || byUser != 0 {
		t.Fatalf("hidden: %d %d %d", left, right, byUser)
	}
	m.MoveColumn(6) // the first of the hidden ones, "lugar"
	if got := visible(m); !strings.Contains(got, "lugar") || !strings.HasPrefix(got, "prob ") {
		t.Errorf("after scrolling: %q", got)
	}
	if left, _, _ := m.HiddenColumns(); left == 0 {
		t.Error("nothing is hidden on the left after scrolling")
	}
	m.Resize(200, 10)
	if got, want := visible(m), "prob pts gd est lugar region cat inst riesgo"; got != want {
		t.Errorf("at 200 cells: %q, want %q", got, want)
	}
	if c, _ := m.Column(); c.ID != "lugar" {
		t.Errorf("the current column changed to %s", c.ID)
	}
	m.MoveColumn(-9)
	if c, _ := m.Column(); c.ID != "prob" {
		t.Errorf("the first column is %s", c.ID)
	}
}

func TestHide(t *testing.T) {
	m := newTable(10, 120, 10)
	m.MoveColumn(1)
	m.Hide("pts", true)
	if c, _ := m.Column(); c.ID != "gd" {
		t.Errorf("the column after the hidden one should be current, not %s", c.ID)
	}
	if _, _, byUser := m.HiddenColumns(); byUser != 1 || !m.IsHidden("pts") {
		t.Errorf("%d hidden by the user", byUser)
	}
	m.Hide("pts", false)
	if _, _, byUser := m.HiddenColumns(); byUser != 0 {
		t.Errorf("%d hidden by the user", byUser)
	}
	for _, c := range columns() {
		m.Hide(c.ID, true)
	}
	if visible(m) == "" {
		t.Error("the last column was hidden too")
	}
}

func TestAt(t *testing.T) {
	m := newTable(3, 120, 10) // gutter 4, then prob 7 wide, a gap of 2, pts 3 wide
	cases := []struct {
		x, y int
		want Hit
	}{
		{4, 0, Hit{-1, "prob", true}},
		{13, 0, Hit{-1, "pts", true}},
		{12, 0, Hit{-1, "", false}},
		{0, 1, Hit{0, "", false}},
		{14, 3, Hit{2, "pts", false}},
		{14, 4, Hit{-1, "pts", false}},
		{-1, 0, Hit{-1, "", false}},
		{5, 99, Hit{-1, "", false}},
	}
	for _, c := range cases {
		if got := m.At(c.x, c.y); got != c.want {
			t.Errorf("At(%d, %d) = %+v, want %+v", c.x, c.y, got, c.want)
		}
	}
}

func TestMouse(t *testing.T) {
	m := newTable(100, 120, 10)
	press := func(b tea.MouseButton, x, y int) Hit {
		return m.Mouse(tea.MouseMsg{X: x, Y: y, Action: tea.MouseActionPress, Button: b})
	}
	press(tea.MouseButtonWheelDown, 5, 5)
	if m.Row() != wheelRows {
		t.Errorf("row %d after the wheel", m.Row())
	}
	press(tea.MouseButtonLeft, 13, 6)
	if c, _ := m.Column(); m.Row() != 5 || c.ID != "pts" {
		t.Errorf("row %d, column %s after the click", m.Row(), c.ID)
	}
	if hit := press(tea.MouseButtonLeft, 5, 0); !hit.Heading || m.Row() != 5 {
		t.Errorf("a click on the heading: %+v, row %d", hit, m.Row())
	}
	press(tea.MouseButtonWheelUp, 0, 0)
	press(tea.MouseButtonWheelUp, 0, 0)
	if m.Row() != 0 {
		t.Errorf("row %d after the wheel", m.Row())
	}
}

func TestView(t *testing.T) {
	tuitest.Matrix(t, []tuitest.Size{{W: 44, H: 8}, {W: 60, H: 16}, {W: 80, H: 24}, {W: 120, H: 20}, {W: 200, H: 12}},
		func(st *theme.Styles, w, h int) string {
			m := newTable(60, w, h)
			m.styles = st
			m.SetSort([]SortKey{{"prob", true}, {"pts", true}})
			m.MoveTo(5)
			return m.View()
		})
	t.Run("scrolled", func(t *testing.T) {
		tuitest.Matrix(t, []tuitest.Size{{W: 60, H: 10}}, func(st *theme.Styles, w, h int) string {
			m := newTable(60, w, h)
			m.styles = st
			k := keys.NewNavigation()
			for range 7 {
				m.Update(tea.KeyMsg{Type: tea.KeyRight}, &k)
			}
			m.MoveTo(59)
			return m.View()
		})
	})
	t.Run("empty", func(t *testing.T) {
		tuitest.Matrix(t, []tuitest.Size{{W: 60, H: 6}}, func(st *theme.Styles, w, h int) string {
			m := newTable(0, w, h)
			m.styles = st
			return m.View()
		})
	})
}

// One key and the drawing after it, at the sizes of cmd/serums/budgets/README.md.
func BenchmarkKeyAndView(b *testing.B) {
	for _, n := range []int{17_000, 200_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			m := newTable(n, 120, 40)
			m.styles = theme.New(theme.Options{Variant: theme.Dark})
			k := keys.NewNavigation()
			down := tea.KeyMsg{Type: tea.KeyDown}
			b.ReportAllocs()
			for b.Loop() {
				m.Update(down, &k)
				_ = m.View()
			}
		})
	}
}

// The rows change under the cursor, which must be found again: the worst case
// is a row that has gone, since all rows are then looked at.
func BenchmarkSetRows(b *testing.B) {
	for _, n := range []int{17_000, 200_000} {
		all := upTo(n)
		without := plazas{append([]int(nil), all.ids[:n-1]...)}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			m := newTable(n, 120, 40)
			m.MoveTo(n - 1)
			for b.Loop() {
				m.SetRows(without)
				m.SetRows(all)
			}
		})
	}
}
