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
	f := gather(d.Space, d.Est, ids, false)
	want := map[string][]string{
		texts.SideWorth: {"25 preguntas del examen", "20 preguntas del examen", "–"},
		texts.SideAbove: {"+2 puntos = 5 preguntas", "la menor", "–"},
		texts.CardGrade: {"GD-5", "GD-4", "GD-1"},
		texts.CardPay:   {"con pago", "con pago", d.Facts.Modality(data.Equivalente).Pay},
	}
	for _, g := range f.Groups {
		for _, r := range g.Rows {
			if values, ok := want[r.Label]; ok {
				if diff := cmp.Diff(values, r.Values); diff != "" {
					t.Errorf("%s: %s", r.Label, diff)
				}
				delete(want, r.Label)
			}
		}
	}
	for label := range want {
		t.Errorf("no line %q", label)
	}
	if !f.curves[0].Known() || f.curves[2].Known() {
		t.Fatal("a curve over the rank is of remunerada plazas alone")
	}
	m := New(d, screen.Page{}).(*Model)
	m.Resize(120, 200)
	m.takeFacts(f)
	if text := tuitest.Text(m.View()); !contains(text, "Sin curva: C.", "con pago") {
		t.Error(text)
	}
	if gone := gather(d.Space, d.Est, []data.PlazaID{{Renipress: "00000000"}}, false); len(gone.Columns) != 0 {
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
