package pdf

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"brujula/data/cells"
)

// sketch draws texts and rules on pages and reads them back. Text is
// {x, y from the bottom, size, text}.
type sketch struct{ pages []string }

func (s *sketch) page() *sketch {
	s.pages = append(s.pages, "")
	return s
}

func (s *sketch) text(x, y float64, lines ...string) *sketch {
	p := &s.pages[len(s.pages)-1]
	for i, line := range lines {
		*p += fmt.Sprintf("BT /F 8 Tf %g %g Td (%s) Tj ET\n", x, y-float64(i)*9, line)
	}
	return s
}

func (s *sketch) rule(x0, y0, x1, y1 float64) *sketch {
	s.pages[len(s.pages)-1] += fmt.Sprintf("%g %g m %g %g l S\n", x0, y0, x1, y1)
	return s
}

// grid rules all cells between xs and ys.
func (s *sketch) grid(xs, ys []float64) *sketch {
	for _, x := range xs {
		s.rule(x, ys[0], x, ys[len(ys)-1])
	}
	for _, y := range ys {
		s.rule(xs[0], y, xs[len(xs)-1], y)
	}
	return s
}

func (s *sketch) read(t *testing.T) [][]string {
	t.Helper()
	raw := newRaw().add("<</Type/Catalog /Pages 2 0 R>>")
	kids := ""
	for i := range s.pages {
		kids += fmt.Sprintf("%d 0 R ", 4+2*i)
	}
	raw.add(fmt.Sprintf("<</Kids[%s] /Count %d /MediaBox[0 0 600 400] /Resources<</Font<</F 3 0 R>>>>>>", kids, len(s.pages)))
	raw.add("<</Subtype/Type1 /BaseFont/Courier /Encoding/WinAnsiEncoding>>")
	for i, p := range s.pages {
		raw.add(fmt.Sprintf("<</Type/Page /Contents %d 0 R>>", 5+2*i)).stream("", []byte(p))
	}
	rows, err := readChecked(raw.end(""), cells.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	return cellsOf(rows)
}

func check(t *testing.T, got [][]string, want ...string) {
	t.Helper()
	var lines []string
	for _, r := range got {
		lines = append(lines, strings.ReplaceAll(strings.Join(r, "|"), "\n", "/"))
	}
	if diff := cmp.Diff(want, lines); diff != "" {
		t.Error(diff)
	}
}

// TestMergedCells: a heading over two columns, a region over two rows, a title
// in a row of its own.
func TestMergedCells(t *testing.T) {
	s := (&sketch{}).page()
	xs := []float64{50, 150, 250, 350}
	for _, y := range []float64{300, 280, 260, 220, 200, 180, 160, 140, 120, 100} {
		s.rule(50, y, 350, y)
	}
	s.rule(150, 240, 350, 240) // none below the region
	s.rule(50, 300, 50, 100).rule(350, 300, 350, 100)
	for _, x := range xs[1:3] {
		s.rule(x, 280, x, 100) // none in the title
	}
	s.text(60, 287, "TITULO DE LA LISTA QUE VA POR TODO EL ANCHO")
	s.text(60, 267, "REGION").text(160, 267, "CODIGO").text(260, 267, "NOMBRE")
	s.text(60, 237, "PUNO")
	for i := range 8 {
		if y := 247 - 20*float64(i); y > 100 {
			s.text(160, y, fmt.Sprint(i)).text(260, y, "N")
			if i > 1 {
				s.text(60, y, "ICA")
			}
		}
	}
	check(t, s.read(t), "TITULO DE LA LISTA QUE VA POR TODO EL ANCHO||", "REGION|CODIGO|NOMBRE", "PUNO|0|N", "PUNO|1|N",
		"ICA|2|N", "ICA|3|N", "ICA|4|N", "ICA|5|N", "ICA|6|N", "ICA|7|N")
}

// TestOverflow: rows of a fixed height with text of three lines that runs into
// the rows above and below, drawn after the rest as LibreOffice does it.
func TestOverflow(t *testing.T) {
	s := (&sketch{}).page().grid([]float64{50, 150, 250, 350}, []float64{300, 285, 270, 255, 240})
	for i := range 4 {
		y := 290 - float64(i)*15
		s.text(60, y, fmt.Sprint(i)).text(160, y, "x")
		if i != 1 {
			s.text(260, y, "corto")
		}
	}
	s.text(260, 275+9, "uno", "dos", "tres")
	check(t, s.read(t), "0|x|corto", "1|x|uno/dos/tres", "2|x|corto", "3|x|corto")
}

// TestTouching: no rules, text of each cell runs up to or over the next.
func TestTouching(t *testing.T) {
	s := (&sketch{}).page()
	var want []string
	for i := range 12 {
		y := 350 - float64(i)*12
		// Courier: 4.8 points a letter; columns are 48 points wide.
		long := strings.Repeat("A", 6+i%5)
		s.text(50, y, long).text(98, y, "BBBBBBBBBB").text(146, y, fmt.Sprint(i)).text(194, y, long+"DD").text(242, y, "E")
		want = append(want, fmt.Sprintf("%s|BBBBBBBBBB|%d|%sDD|E", long, i, long))
	}
	check(t, s.read(t), want...)
}

// TestMiddle: no rules, cells of one row centred on one another, drawn column
// by column so that the order tells nothing.
func TestMiddle(t *testing.T) {
	s := (&sketch{}).page()
	var want []string
	for c := range 4 {
		for i := range 6 {
			s.text(50+float64(c)*100, 350-float64(i)*30, fmt.Sprintf("c%d-%d", c, i))
		}
	}
	for i := range 6 {
		y := 350 - float64(i)*30
		s.text(450, y+4.5, "arriba", fmt.Sprint("abajo", i))
		want = append(want, fmt.Sprintf("c0-%d|c1-%d|c2-%d|c3-%d|arriba/abajo%d", i, i, i, i, i))
	}
	check(t, s.read(t), want...)
}

// TestPageBreaks: a row that goes on below the repeated heading, a section
// title and a total at the top of a page that must stay rows of their own.
func TestPageBreaks(t *testing.T) {
	table := func(s *sketch, rows ...[]string) {
		s.page()
		ys := []float64{350}
		for range len(rows) + 1 {
			ys = append(ys, ys[len(ys)-1]-30)
		}
		s.grid([]float64{50, 150, 250, 350}, ys)
		for i, r := range append([][]string{{"CODIGO", "NOMBRE", "CUPOS"}}, rows...) {
			for c, text := range r {
				if text != "" {
					s.text(60+100*float64(c), 340-30*float64(i), strings.Split(text, "/")...)
				}
			}
		}
	}
	s := &sketch{}
	table(s, []string{"1", "uno", "1"}, []string{"2", "dos/dos", "1"}, []string{"3", "tres", "1"}, []string{"4", "cuatro/y", "1"})
	table(s, []string{"", "medio", ""}, []string{"5", "cinco", "2"}, []string{"6", "seis", "1"}, []string{"7", "siete", "1"})
	table(s, []string{"ZONA SUR", "", ""}, []string{"8", "ocho", "1"}, []string{"9", "nueve", "1"}, []string{"10", "diez", "1"})
	table(s, []string{"TOTAL", "", "11"})
	check(t, s.read(t), "CODIGO|NOMBRE|CUPOS", "1|uno|1", "2|dos/dos|1", "3|tres|1", "4|cuatro/y/medio|1",
		"CODIGO|NOMBRE|CUPOS", "5|cinco|2", "6|seis|1", "7|siete|1",
		"CODIGO|NOMBRE|CUPOS", "ZONA SUR||", "8|ocho|1", "9|nueve|1", "10|diez|1",
		"CODIGO|NOMBRE|CUPOS", "TOTAL||11")
}

// TestNarrowTableBelow: a grid with fewer columns keeps to those of the main one.
func TestNarrowTableBelow(t *testing.T) {
	s := (&sketch{}).page().grid([]float64{50, 150, 250, 350}, []float64{350, 330, 310, 290})
	for i := range 3 {
		y := 337 - 20*float64(i)
		s.text(60, y, fmt.Sprint("a", i)).text(160, y, fmt.Sprint("b", i)).text(260, y, fmt.Sprint("c", i))
	}
	// The row of totals lacks the rule between the first two columns.
	s.grid([]float64{50, 250, 350}, []float64{280, 260}).text(60, 267, "TOTAL").text(260, 267, "3")
	s.text(50, 240, "NOTA: texto que va debajo de la tabla y a lo ancho de ella.")
	check(t, s.read(t), "a0|b0|c0", "a1|b1|c1", "a2|b2|c2", "TOTAL||3", "NOTA: texto que va debajo de la tabla y a lo ancho de ella.||")
}

// TestClipped: text cut by the clip of its cell is whole; text wholly outside
// of its clip is not there.
func TestClipped(t *testing.T) {
	s := (&sketch{}).page().grid([]float64{50, 150, 250, 350}, []float64{350, 330, 310, 290})
	for i := range 3 {
		y := 337 - 20*float64(i)
		s.text(60, y, fmt.Sprint("a", i)).text(260, y, fmt.Sprint("c", i))
		s.pages[0] += fmt.Sprintf("q 150 %g 100 20 re W n\n", y-7)
		s.text(152, y, "un nombre demasiado largo para su celda").text(152, y+200, "oculto")
		s.pages[0] += "Q\n"
	}
	name := "un nombre demasiado largo para su celda"
	check(t, s.read(t), "a0|"+name+"|c0", "a1|"+name+"|c1", "a2|"+name+"|c2")
}

// TestCutByPage: a table that a program cut where the paper ends, and painted
// whole on both pages behind a clip, as wkhtmltopdf does. The line that is cut
// is read once, on the page that shows most of it.
func TestCutByPage(t *testing.T) {
	const top, bottom, rows, height = 390.0, 10.0, 30, 20.0
	for _, cut := range []float64{1, 3, 5, 7, 9, 11, 13, 15, 17, 19} { // of the row that is cut
		s := &sketch{}
		for page := range 2 {
			s.page()
			s.pages[page] += fmt.Sprintf("q 0 %g 400 %g re W n\n", bottom, top-bottom)
			up := float64(page) * (top - bottom)
			shift := top + up - cut
			ys := []float64{shift, shift - rows*height}
			for i := range rows {
				y := shift - height*float64(i)
				s.rule(50, y, 350, y)
				s.text(60, y-13, fmt.Sprint("a", i)).text(160, y-13, fmt.Sprint("b", i)).text(260, y-13, fmt.Sprint("c", i))
			}
			for _, x := range []float64{50, 150, 250, 350} {
				s.rule(x, ys[0], x, ys[1])
			}
			s.rule(50, ys[1], 350, ys[1])
			s.pages[page] += "Q\n"
		}
		var want []string
		for i := range rows {
			want = append(want, fmt.Sprintf("a%d|b%d|c%d", i, i, i))
		}
		t.Run(fmt.Sprint(cut), func(t *testing.T) { check(t, s.read(t), want...) })
	}
}

// TestOverflowingColumn: a column all of whose texts run over its right border
// has them, for they begin where those of the other columns do.
func TestOverflowingColumn(t *testing.T) {
	s := (&sketch{}).page().grid([]float64{50, 120, 170, 260, 350}, []float64{350, 330, 310, 290, 270, 250})
	var want []string
	for i := range 5 {
		y := 337 - 20*float64(i)
		s.text(52, y, fmt.Sprint("a", i)).text(122, y, "GOBIERNO REGIONAL").text(172, y, "PUNO").text(262, y, fmt.Sprint("d", i))
		want = append(want, fmt.Sprintf("a%d|GOBIERNO REGIONAL|PUNO|d%d", i, i))
	}
	check(t, s.read(t), want...)
}
