package comparing

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data"
	"brujula/data/texts"
	"brujula/tui/layout"
	"brujula/tui/screen"
	"brujula/tui/tuitest"
)

func TestUnionKeepsTheOrderAndDashesWhatIsMissing(t *testing.T) {
	a, b := newLabels(), newLabels()
	a.add("uno", "1")
	a.add("tres", "3")
	b.add("uno", "1")
	b.add("dos", "2")
	b.add("dos", "2 bis")
	b.add("tres", "otro")
	want := []row{
		{label: "uno", values: []string{"1", "1"}},
		{label: "dos", values: []string{"–", "2\n2 bis"}},
		{label: "tres", values: []string{"3", "otro"}},
	}
	got := union([]*labels{a, b})
	if diff := cmp.Diff(want, got, cmp.AllowUnexported(row{})); diff != "" {
		t.Error(diff)
	}
	for i, differs := range []bool{false, true, true} {
		if got[i].differs() != differs {
			t.Errorf("%s: differs %v", got[i].label, !differs)
		}
	}
}

func TestSplitTellsOnceWhatAllHave(t *testing.T) {
	for name, c := range map[string]struct {
		values []string
		want   []row
	}{
		"same":    {[]string{"a\nb", "a\nb"}, []row{{label: "x", values: []string{"a\nb", "a\nb"}}}},
		"nothing": {[]string{"a", "b"}, []row{{label: "x", values: []string{"a", "b"}}}},
		"part": {[]string{"a\nb", "c\nb", "b"}, []row{
			{label: "x", values: []string{"a", "c", "–"}}, {label: "x", values: []string{"b", "b", "b"}},
		}},
	} {
		got := split(row{label: "x", values: c.values})
		if diff := cmp.Diff(c.want, got, cmp.AllowUnexported(row{})); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestOtherThan(t *testing.T) {
	r := row{values: []string{"a", "b", "a", "c"}}
	if diff := cmp.Diff([]string{"B", "D"}, r.otherThan(0)); diff != "" {
		t.Error(diff)
	}
	source := row{values: []string{"a", "b"}, provenance: true}
	if source.differs() {
		t.Error("where it was read is no difference")
	}
}

// GD-5 gives 10 points and GD-4 8 (data/rules/README.md); a question
// of the exam is worth 0.4, so that 2 points are 5 questions.
func TestPointsQuestionsAndPlazasWithoutCurve(t *testing.T) {
	_, d := open(t, plain(), 120, 40)
	find := func(m data.Modality, grade int) data.PlazaID {
		line := d.Line()
		line.Modality = m
		plazas, _ := d.Space.Catalog.Line(line)
		for _, p := range plazas {
			if p.Grade == grade {
				return p.PlazaID
			}
		}
		t.Fatalf("the demonstration has no %s plaza of GD-%d", m, grade)
		return data.PlazaID{}
	}
	ids := []data.PlazaID{find(data.Remunerada, 5), find(data.Remunerada, 4), find(data.Equivalente, 1)}
	f := gather(d.Space, d.Est, ids, shown())
	want := map[string][]string{
		texts.SideWorth: {"25 preguntas del examen", "20 preguntas del examen", "–"},
		texts.SideAbove: {"+2 puntos = 5 preguntas", "la menor", "–"},
		texts.CardGrade: {"GD-5", "GD-4", "GD-1"},
		texts.CardPay:   {"con pago", "con pago", d.Facts.Modality(data.Equivalente).Pay},
	}
	for _, g := range f.groups {
		for _, r := range g.rows {
			if values, ok := want[r.label]; ok {
				if diff := cmp.Diff(values, r.values); diff != "" {
					t.Errorf("%s: %s", r.label, diff)
				}
				delete(want, r.label)
			}
		}
	}
	for label := range want {
		t.Errorf("no line %q", label)
	}
	if !f.columns[0].curve.Known() || f.columns[2].curve.Known() {
		t.Fatal("a curve over the rank is of remunerada plazas alone")
	}
	m := New(d, screen.Page{}).(*Model)
	m.Resize(120, 200)
	m.take(f)
	if text := tuitest.Text(m.View()); !contains(text, "Sin curva: C.", "con pago") {
		t.Error(text)
	}
	if gone := gather(d.Space, d.Est, []data.PlazaID{{Renipress: "00000000"}}, shown()); len(gone.columns) != 0 {
		t.Error("a plaza that no list has is shown")
	}
}

// BenchmarkKey is one key and its frame with four plazas: the next column and
// back.
func BenchmarkKey(b *testing.B) {
	driver, d := open(b, plain(), 120, 40)
	add(driver, 4)
	m := New(d, screen.Page{}).(*Model)
	m.Resize(120, layout.Body(40))
	m.Update(m.Init()())
	for b.Loop() {
		for _, name := range []string{"right", "left"} {
			k, _ := tuitest.Key(name)
			m.Update(k)
			_ = m.View()
		}
	}
}
