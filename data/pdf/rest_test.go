package pdf

import (
	"fmt"
	"testing"
)

// TestRestAboveTheTable: the last lines of a row that the page break cut stand
// far above the next row, on baselines of their own; a title, a page number or
// a name that stands elsewhere in the column is none.
func TestRestAboveTheTable(t *testing.T) {
	tests := []struct {
		name  string
		x     float64
		lines []string
		taken string // what the cut row's name ends with
		note  string // what stays a note
	}{
		{"one line", 260, []string{"lugar 10"}, "/lugar 10", ""},
		{"two lines", 260, []string{"lugar 10", "de abajo"}, "/lugar 10/de abajo", ""},
		{"not where the column's texts stand", 275, []string{"lugar 10"}, "", "lugar 10"},
		{"a column of one line", 160, []string{"PUNO"}, "", "PUNO"},
		{"a number", 260, []string{"12"}, "", "12"},
		{"a title over columns", 260, []string{"PLAZAS DE LA MODALIDAD"}, "", "PLAZAS DE LA MODALIDAD"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			s := (&sketch{}).page().unruled(0, 10, 370)
			s.text(60, 170, "a10").text(160, 170, "b10").text(260, 174.5, "nombre 10").text(360, 170, "d10")
			s.page().text(test.x, 390, test.lines...).unruled(11, 20, 340)
			want := append(unruledRows(0, 10), "a10|b10|nombre 10"+test.taken+"|d10")
			if test.note != "" {
				want = append(want, test.note+"|||")
			}
			check(t, s.read(t), append(want, unruledRows(11, 20)...)...)
		})
	}
}

// TestTitleOfEachPage: a line that most pages have above the table is a title,
// whatever number it bears.
func TestTitleOfEachPage(t *testing.T) {
	s := (&sketch{}).page().text(260, 390, "hoja 1").unruled(0, 9, 340)
	s.text(60, 150, "a9").text(160, 150, "b9").text(260, 154.5, "nombre 9").text(360, 150, "d9")
	want := append([]string{"hoja 1|||"}, unruledRows(0, 9)...)
	want = append(want, "a9|b9|nombre 9|d9")
	for i := range 3 {
		s.page().text(260, 390, fmt.Sprint("hoja ", i+2)).unruled(10+9*i, 19+9*i, 340)
		want = append(append(want, fmt.Sprintf("hoja %d|||", i+2)), unruledRows(10+9*i, 19+9*i)...)
	}
	check(t, s.read(t), want...)
}

// TestRestBelowTheTable: the first line of a cell that the page break cut.
func TestRestBelowTheTable(t *testing.T) {
	for _, test := range []struct {
		x           float64
		line        string
		start, note string
	}{
		{260, "nombre", "nombre/", ""},
		{275, "nombre", "", "nombre"},
		{60, "fin", "", "fin"},
	} {
		s := (&sketch{}).page().unruled(0, 10, 370).text(test.x, 120, test.line)
		s.page().text(60, 370, "a10").text(160, 370, "b10").text(260, 370, "10").text(360, 370, "d10").unruled(11, 20, 340)
		want := unruledRows(0, 10)
		if test.note != "" {
			want = append(want, test.note+"|||")
		}
		want = append(want, "a10|b10|"+test.start+"10|d10")
		check(t, s.read(t), append(want, unruledRows(11, 20)...)...)
	}
}
