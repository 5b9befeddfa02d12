package pdf

import (
	"fmt"
	"testing"
)

// unruled draws rows of four cells without rules, cell by cell. The third cell
// has a name of two lines around the middle of the row.
func (s *sketch) unruled(from, to int, top float64) *sketch {
	for i := from; i < to; i++ {
		y := top - 20*float64(i-from)
		s.text(60, y, fmt.Sprint("a", i)).text(160, y, fmt.Sprint("b", i))
		s.text(260, y+4.5, fmt.Sprint("nombre ", i), fmt.Sprint("lugar ", i)).text(360, y, fmt.Sprint("d", i))
	}
	return s
}

func unruledRows(from, to int) []string {
	var rows []string
	for i := from; i < to; i++ {
		rows = append(rows, fmt.Sprintf("a%d|b%d|nombre %d/lugar %d|d%d", i, i, i, i, i))
	}
	return rows
}

// TestCutWithoutRules: of a row that the page end cuts, one page shows the
// first line of a cell alone; it belongs to the row on the next page, and no
// text to the rows beside it.
func TestCutWithoutRules(t *testing.T) {
	s := (&sketch{}).page().unruled(0, 10, 370).text(260, 174.5, "nombre 10")
	s.page().text(60, 380, "a10").text(160, 380, "b10").text(260, 375.5, "lugar 10").text(360, 380, "d10").unruled(11, 20, 360)
	check(t, s.read(t), unruledRows(0, 20)...)

	// A cell and the last line of another on the next page, at different heights.
	s = (&sketch{}).page().unruled(0, 10, 370)
	s.text(60, 170, "a10").text(260, 174.5, "nombre 10").text(360, 170, "d10")
	s.page().text(160, 388, "b10").text(260, 380, "lugar 10").unruled(11, 20, 365)
	check(t, s.read(t), unruledRows(0, 20)...)
}

// TestPushedLine: a line that the end of the paper pushed down, away from its
// cell, is no row.
func TestPushedLine(t *testing.T) {
	for _, y := range []float64{174.5, 160} { // of the cells that were pushed, or not
		s := (&sketch{}).page().unruled(0, 10, 370)
		s.text(60, y, "a10").text(160, y, "b10").text(260, 174.5, "nombre 10").text(260, 160, "lugar 10").text(360, y, "d10")
		s.page().unruled(11, 20, 370)
		check(t, s.read(t), unruledRows(0, 20)...)
	}
}
