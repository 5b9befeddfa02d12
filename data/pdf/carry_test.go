package pdf

import (
	"fmt"
	"strings"
	"testing"
)

// spannedPage is the rows of a table of four columns on one page. Cells of the
// second column are merged across rows.
type spannedPage struct {
	rows  int
	open  map[int]bool   // by row: its second cell has no rule under it
	texts map[int]string // by row, in the second column
	cut   bool           // no rule at all under the last row
}

func spannedTable(pages ...spannedPage) *sketch {
	const top, height = 380.0, 20.0
	s, n := &sketch{}, 0
	for _, p := range pages {
		s.page()
		bottom := top - height*float64(p.rows)
		for _, x := range []float64{50, 150, 250, 350, 450} {
			s.rule(x, top, x, bottom)
		}
		s.rule(50, top, 450, top)
		for i := range p.rows {
			y := top - height*float64(i)
			n++
			s.text(60, y-13, fmt.Sprint("a", n)).text(260, y-13, fmt.Sprint("c", n)).text(360, y-13, fmt.Sprint("d", n))
			if text := p.texts[i]; text != "" {
				s.text(160, y-13, text)
			}
			if i == p.rows-1 && p.cut {
				continue
			}
			s.rule(50, y-height, 150, y-height).rule(250, y-height, 450, y-height)
			if !p.open[i] {
				s.rule(150, y-height, 250, y-height)
			}
		}
	}
	return s
}

// TestMergedOverBreak: a cell merged across rows that runs over the page break
// gives its text to the rows of both pages where that is certain.
func TestMergedOverBreak(t *testing.T) {
	tests := []struct {
		name          string
		first, second spannedPage
		want          string // the second column
	}{
		{
			"no rule under it on the first page",
			spannedPage{3, map[int]bool{1: true, 2: true}, map[int]string{0: "uno", 1: "dos"}, false},
			spannedPage{3, map[int]bool{0: true}, map[int]string{2: "tres"}, false},
			"uno dos dos dos dos tres",
		},
		{
			"its text on the second page",
			spannedPage{3, map[int]bool{1: true, 2: true}, map[int]string{0: "uno"}, false},
			spannedPage{3, map[int]bool{0: true}, map[int]string{0: "dos", 2: "tres"}, false},
			"uno dos dos dos dos tres",
		},
		{
			"one row on each page",
			spannedPage{3, map[int]bool{2: true}, map[int]string{0: "uno", 1: "dos", 2: "tres"}, false},
			spannedPage{3, nil, map[int]string{1: "cinco", 2: "seis"}, false},
			"uno dos tres tres cinco seis",
		},
		{
			"a rule ends it: a blank cell is blank",
			spannedPage{3, map[int]bool{1: true}, map[int]string{0: "uno", 1: "dos"}, false},
			spannedPage{3, map[int]bool{0: true}, map[int]string{2: "tres"}, false},
			"uno dos dos - - tres",
		},
		{
			"cut by the paper, merged",
			spannedPage{3, map[int]bool{1: true}, map[int]string{0: "uno", 1: "dos"}, true},
			spannedPage{3, map[int]bool{0: true}, map[int]string{2: "tres"}, false},
			"uno dos dos dos dos tres",
		},
		{
			"cut by the paper, not merged",
			spannedPage{3, nil, map[int]string{0: "uno", 1: "dos", 2: "tres"}, true},
			spannedPage{3, nil, map[int]string{1: "cinco", 2: "seis"}, false},
			"uno dos tres - cinco seis",
		},
		{
			"cut by the paper, in a column with blanks",
			spannedPage{4, map[int]bool{2: true}, map[int]string{0: "uno", 2: "tres"}, true},
			spannedPage{3, map[int]bool{0: true}, map[int]string{2: "tres"}, false},
			"uno - tres tres - - tres",
		},
		{
			"cut by the paper, blank to the end: the text may be on the third page",
			spannedPage{3, map[int]bool{1: true}, map[int]string{0: "uno", 1: "dos"}, true},
			spannedPage{3, map[int]bool{0: true, 1: true}, nil, true},
			"uno dos dos - - -",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var want []string
			for i, text := range strings.Fields(test.want) {
				want = append(want, fmt.Sprintf("a%d|%s|c%d|d%d", i+1, strings.Trim(text, "-"), i+1, i+1))
			}
			check(t, spannedTable(test.first, test.second).read(t), want...)
		})
	}
}
