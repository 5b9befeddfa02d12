package explore

import (
	"strings"
	"testing"

	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/tui/msg"
	"brujula/tui/widget"
)

// While a text is typed the cursor stands on the best match, wherever it was
// before: what one searched for is what enter opens.
func TestASearchLandsOnItsBestMatch(t *testing.T) {
	m := onDemo(t)
	m.find()
	press(m, "G")
	last, _ := m.table.Current()
	name := m.desk.Space.Catalog.Plaza(m.rows[len(m.rows)/2]).Establishment
	press(m, "/")
	for _, r := range strings.ToLower(name) {
		press(m, string(r))
		if id, _ := m.table.Current(); id != last && m.table.Row() != 0 {
			t.Fatalf("after %q: row %d", m.filter.Text, m.table.Row())
		}
	}
	press(m, "enter")
	p, _, _ := m.current()
	if p == nil || p.Establishment != name {
		t.Fatalf("looked for %q, on %+v", name, p)
	}
	// esc lifts the search and leaves the cursor on what was found.
	found, _ := m.table.Current()
	m.Back()
	if now, _ := m.table.Current(); now != found {
		t.Errorf("the cursor left the plaza that was found")
	}
}

// A plaza that still matches keeps the cursor; one that does not gets it back
// when the search is given up.
func TestASearchKeepsAMatchingPlaza(t *testing.T) {
	m := onDemo(t)
	m.find()
	press(m, "down", "down", "down")
	id, _ := m.table.Current()
	word := strings.ToLower(strings.Fields(m.desk.Space.Catalog.Plaza(m.rows[m.table.Row()]).Establishment)[0])
	press(m, "/")
	for _, r := range word {
		press(m, string(r))
		if now, _ := m.table.Current(); now != id {
			t.Fatalf("after %q the cursor left its plaza", m.filter.Text)
		}
	}
	press(m, "z", "q", "esc")
	if now, _ := m.table.Current(); now != id || m.filter.Text != "" {
		t.Errorf("given up: on %v with %q, was on %v", now, m.filter.Text, id)
	}
}

// What was searched for before is offered: the first letter replaces it.
func TestASearchBeginsAnew(t *testing.T) {
	m := onDemo(t)
	m.find()
	press(m, "/", "p", "o", "s", "t", "a", "enter", "/", "c", "e", "n", "enter")
	if m.filter.Text != "cen" {
		t.Errorf("the text is %q", m.filter.Text)
	}
	press(m, "/", "enter")
	if m.filter.Text != "cen" {
		t.Errorf("untouched, the text is %q", m.filter.Text)
	}
}

// Where a mistyped text finds what resembles it, panel and preview are of that.
func TestPanelAndPreviewOfWhatResembles(t *testing.T) {
	m := onDemo(t)
	m.find()
	press(m, "/", "p", "s", "t", "a", "l", "e", "enter")
	if !m.loose || len(m.rows) == 0 {
		t.Fatalf("loose %v, %d rows", m.loose, len(m.rows))
	}
	counted := 0
	for _, n := range m.selection.Facet(catalog.DimGrade) {
		counted += int(n.Plazas)
	}
	if counted != len(m.rows) {
		t.Errorf("the panel counts %d of %d rows", counted, len(m.rows))
	}
	id, _ := m.table.Current()
	if m.preview.wanted.id != id {
		t.Errorf("the preview is of %v, the cursor on %v", m.preview.wanted.id, id)
	}
}

// The preview follows whatever changes it, not keys alone.
func TestThePreviewFollowsTheBackground(t *testing.T) {
	m := onDemo(t)
	m.find()
	m.look()
	press(m, "/", "p", "o", "s", "t", "a", "enter")
	id, _ := m.table.Current()
	if m.preview.wanted.id != id {
		t.Fatalf("after a search the preview is of %v, the cursor on %v", m.preview.wanted.id, id)
	}
	est := *m.desk.Est
	m.desk.Est = &est // chances that the background has worked out
	m.Update(msg.DataChangedMsg{})
	if m.preview.wanted.est != m.desk.Est {
		t.Error("new chances, and the preview shows those before")
	}
}

// A key before the first chances does not carry the cursor away with its plaza
// when these put the rows in order; one after them does.
func TestTheFirstChancesFindTheCursorAtTheTop(t *testing.T) {
	m := onDemo(t)
	m.desk.Est = m.desk.Space.Estimate(m.desk.Space.Forecast(nil, "2026-I", "MEDICINA"), m.desk.Est.Look)
	m.Update(msg.DataChangedMsg{})
	m.find()
	press(m, "down", "down", "down")
	withChances(t, m)
	resort(m)
	if m.table.Row() != 0 {
		t.Fatalf("the cursor is in row %d after the first chances", m.table.Row())
	}
	press(m, "down", "down")
	id, _ := m.table.Current()
	withChances(t, m)
	resort(m)
	if now, _ := m.table.Current(); now != id {
		t.Error("the cursor left the plaza that it was on")
	}
}

func withChances(t *testing.T, m *Model) {
	t.Helper()
	space := m.desk.Space
	model, err := space.FitModel(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	look := m.desk.Est.Look
	look.Rank = 66
	m.desk.Est = space.Estimate(space.Forecast(model, look.Process, look.Profession), look)
	m.Update(msg.DataChangedMsg{})
}

// The name of a plaza stays beside what is scrolled to.
func TestTheNameStaysWhenScrolledSideways(t *testing.T) {
	m := onDemo(t)
	m.find()
	for _, w := range []int{80, 120} {
		m.Resize(w, 24)
		press(m, "$")
		name := texts.ListName(m.desk.Space.Catalog.Plaza(m.rows[0]).Establishment)
		if line := m.table.Lines()[1]; !strings.Contains(line, name[:20]) {
			t.Errorf("at %d cells, scrolled to the end: %q lacks %q", w, line, name)
		}
		press(m, "0")
	}
}

// "80 % or more" keeps what rises to the best band, and any box may be ticked,
// whatever it gives now.
func TestAtLeastAChance(t *testing.T) {
	m := onDemo(t)
	withChances(t, m)
	option := func(value string) (o widget.FacetOption) {
		for _, g := range m.groups(m.selection) {
			for _, o := range g.Options {
				if g.ID == catalog.DimBand.Key() && o.Value == value {
					return o
				}
			}
		}
		t.Fatalf("no option %q", value)
		return o
	}
	choose := func(value string) {
		m.facetEvent(widget.FacetEvent{Action: widget.FacetToggle, Group: catalog.DimBand.Key(), Value: value})
	}
	very, probable, least := option("muy_probable").Count, option("probable").Count, option("desde 0.8")
	if least.Label != "80 % o más" || least.Count != very+probable || very == 0 || probable == 0 {
		t.Fatalf("%+v, bands %d and %d", least, very, probable)
	}
	choose("probable")
	choose("desde 0.8")
	if len(m.rows) != very+probable || len(m.filter.In[catalog.DimBand]) != 0 || !option("desde 0.8").On {
		t.Errorf("%d rows, filter %+v", len(m.rows), m.filter)
	}
	if n := option("desde 0.5").Count; n < very+probable {
		t.Errorf("50 %% or more counts %d under 80 %%", n)
	}
	choose("muy_probable")
	if len(m.rows) != very || m.filter.ChanceMin != 0 {
		t.Errorf("%d rows of one band, least chance %v", len(m.rows), m.filter.ChanceMin)
	}
	m.filter.Text = "zzzz"
	m.find()
	press(m, "f")
	if o := option("casi_nula"); o.Count != 0 || !o.Open {
		t.Errorf("an empty box cannot be ticked: %+v", o)
	}
}

// A slip of the finger finds what the right word does, and the screen says as what it
// was read; what only resembles the text is said to.
func TestASlipIsReadAsTheWordThatIsThere(t *testing.T) {
	m := onDemo(t)
	m.find()
	press(m, "/")
	for _, r := range "moilno" {
		press(m, string(r))
	}
	press(m, "enter")
	if told := m.similarity(); told != " · «moilno» se lee MOLINO" || len(m.rows) == 0 {
		t.Fatalf("%d rows, told %q", len(m.rows), told)
	}
	for _, row := range m.rows {
		if name := m.desk.Space.Catalog.Plaza(row).Establishment; !strings.Contains(name, "MOLINO") {
			t.Errorf("%s is shown", name)
		}
	}
	press(m, "/", "m", "l", "n", "enter")
	if told := m.similarity(); told != " · nada con «mln»: estas se parecen" {
		t.Errorf("told %q of %d rows", told, len(m.rows))
	}
}
