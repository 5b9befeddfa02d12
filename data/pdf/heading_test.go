package pdf

import (
	"fmt"
	"testing"
)

// fill paints an area.
func (s *sketch) fill(x0, y0, x1, y1 float64) *sketch {
	s.pages[len(s.pages)-1] += fmt.Sprintf(".9 g %g %g %g %g re f 0 g\n", x0, y0, x1-x0, y1-y0)
	return s
}

// TestHeadingApart: no rules, headings in the middle of their columns, short
// values at the left edge and beyond the heading's.
func TestHeadingApart(t *testing.T) {
	s := (&sketch{})
	want := []string{}
	for p := range 2 {
		s.page().text(50, 360, "CODIGO").text(174, 360, "PLAZAS").text(280, 360, "NOMBRE").text(404, 360, "ZAF")
		want = append(want, "CODIGO|PLAZAS|NOMBRE|ZAF")
		for i := range 10 {
			y := 345 - 12*float64(i)
			name := fmt.Sprintf("POSTA %d%d", p, i)
			s.text(50, y, fmt.Sprintf("90%d%d", p, i)).text(150, y, "1").text(250, y, name).text(370, y, "NO")
			want = append(want, fmt.Sprintf("90%d%d|1|%s|NO", p, i, name))
		}
	}
	check(t, s.read(t), want...)
}

// TestSparseColumnStaysApart: a column that few rows fill is none of its
// neighbour's, though no row has both.
func TestSparseColumnStaysApart(t *testing.T) {
	s := (&sketch{}).page().text(50, 360, "CODIGO").text(150, 360, "PLAZAS").text(220, 360, "NOTA").text(290, 360, "NOMBRE")
	want := []string{"CODIGO|PLAZAS|NOTA|NOMBRE"}
	for i := range 24 {
		y := 345 - 12*float64(i)
		s.text(50, y, fmt.Sprintf("90%02d", i)).text(290, y, "POSTA")
		row := fmt.Sprintf("90%02d|1||POSTA", i)
		if i%6 == 5 {
			s.text(220, y, "AQUI")
			row = fmt.Sprintf("90%02d||AQUI|POSTA", i)
		} else {
			s.text(150, y, "1")
		}
		want = append(want, row)
	}
	check(t, s.read(t), want...)
}

// TestFilledHeading: rules between rows alone, and a heading whose cells are
// filled one by one: these give the columns. A row that runs over the page
// break ends under the heading of the next page.
func TestFilledHeading(t *testing.T) {
	s := &sketch{}
	xs := []float64{50, 110, 210, 350}
	head := func() {
		s.page()
		for i := range 3 {
			s.fill(xs[i], 340, xs[i+1], 360)
		}
		s.rule(50, 340, 350, 340)
		s.text(55, 347, "CODIGO").text(115, 347, "DISTRITO").text(215, 347, "NOMBRE")
	}
	row := func(i int, y, bottom float64, name ...string) {
		s.text(55, y, fmt.Sprintf("90%02d", i)).text(115, y, "ACORA").text(215, y, name...).rule(50, bottom, 350, bottom)
	}
	head()
	for i := range 8 {
		row(i, 328-20*float64(i), 320-20*float64(i), "POSTA", "UNO")
	}
	row(8, 165, 150, "POSTA DE", "LARGO NOM")
	head()
	s.text(215, 328, "BRE").rule(50, 320, 350, 320)
	for i := range 8 {
		row(i+9, 308-20*float64(i), 300-20*float64(i), "POSTA DOS")
	}
	want := []string{"CODIGO|DISTRITO|NOMBRE"}
	for i := range 8 {
		want = append(want, fmt.Sprintf("90%02d|ACORA|POSTA/UNO", i))
	}
	want = append(want, "9008|ACORA|POSTA DE/LARGO NOM/BRE", "CODIGO|DISTRITO|NOMBRE")
	for i := range 8 {
		want = append(want, fmt.Sprintf("90%02d|ACORA|POSTA DOS", i+9))
	}
	check(t, s.read(t), want...)
}

// TestHeadingRims: each cell of the heading is filled as high as its own text,
// so that the rules find three bands for it, of which two have nothing of their
// own.
func TestHeadingRims(t *testing.T) {
	s := (&sketch{}).page()
	xs := []float64{50, 150, 250, 350}
	for i, rim := range []float64{10, 0, 10} {
		s.fill(xs[i], 340-rim, xs[i+1], 360+rim)
	}
	s.rule(50, 330, 350, 330)
	s.text(55, 352, "CODIGO", "RENIPRESS").text(155, 347, "DISTRITO").text(255, 352, "NOMBRE", "OFICIAL")
	want := []string{"CODIGO/RENIPRESS|DISTRITO|NOMBRE/OFICIAL"}
	for i := range 10 {
		y := 310 - 20*float64(i)
		s.text(55, y+7, fmt.Sprintf("90%02d", i)).text(155, y+7, "ACORA").text(255, y+7, "POSTA").rule(50, y, 350, y)
		want = append(want, fmt.Sprintf("90%02d|ACORA|POSTA", i))
	}
	check(t, s.read(t), want...)
}

// TestHeadingForgotten: a program that no longer repeats the heading after the
// rows that it cut; those are joined across the heading as long as there is one.
func TestHeadingForgotten(t *testing.T) {
	s := &sketch{}
	const head = "a|b|c/c|d"
	s.page().text(60, 380, "a").text(160, 380, "b").text(260, 384.5, "c", "c").text(360, 380, "d").unruled(0, 9, 360)
	s.text(60, 170, "a9").text(160, 170, "b9").text(260, 174.5, "nombre 9").text(360, 170, "d9")
	s.page().text(60, 380, "a").text(160, 380, "b").text(260, 384.5, "c", "c").text(360, 380, "d")
	s.text(260, 360, "lugar 9").unruled(10, 19, 340)
	want := append([]string{head}, unruledRows(0, 10)...)
	want = append(want, head)
	want = append(want, unruledRows(10, 19)...)
	for i := range 3 {
		s.page().unruled(19+10*i, 29+10*i, 370)
	}
	check(t, s.read(t), append(want, unruledRows(19, 49)...)...)
}
