package explore

import (
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"brujula/data/rules"
	"brujula/planner/catalog"
	"brujula/planner/session"
	"brujula/tui/bridge"
	"brujula/tui/screen"
	"brujula/tui/theme"
	"brujula/tui/tuitest"
)

func onDemo(t *testing.T) *Model {
	t.Helper()
	d, _ := bridge.New(t.Context(), theme.New(theme.Options{Variant: theme.Plain}), session.Options{Facts: rules.Default(), Space: tuitest.Demo(), Now: func() time.Time { return time.Time{} }})
	d.Start() // chances come later; what is known at once is enough here
	m := New(d, screen.Page{Kind: screen.Explore}).(*Model)
	m.Resize(120, 40)
	return m
}

// A search that is written and erased in any way shows what a fresh look at all
// rows finds, and counts it alike.
func TestNarrowingEqualsAFreshLook(t *testing.T) {
	m := onDemo(t)
	answer(m, m.sort())
	rapid.Check(t, func(t *rapid.T) {
		m.filter.Text = ""
		for range rapid.IntRange(1, 12).Draw(t, "edits") {
			switch text := []rune(m.filter.Text); rapid.IntRange(0, 5).Draw(t, "edit") {
			case 0:
				m.filter.Text = string(text[:max(0, len(text)-1)])
			case 1:
				m.filter.Toggle(catalog.DimRegion, rapid.SampledFrom([]string{"PUNO", "CUSCO"}).Draw(t, "region"))
			default:
				m.filter.Text += string(rapid.SampledFrom([]rune("posta ñnu!\u0303é")).Draw(t, "letter"))
			}
			m.find()
			want := m.desk.Space.Catalog.SelectIn(m.perm, m.filter, m.figures())
			if !slices.Equal(m.rows, want.Rows) {
				t.Fatalf("%q: %v, afresh %v", m.filter.Text, m.rows, want.Rows)
			}
			for _, d := range catalog.Dims() {
				if !slices.Equal(m.selection.Facet(d), want.Facet(d)) {
					t.Fatalf("%q: counts of %s: %v, afresh %v", m.filter.Text, d.Key(), m.selection.Facet(d), want.Facet(d))
				}
			}
		}
	})
}
