package pdf

// headingShare is how many rows a heading repeated on each page has at least
// under it, on average.
const headingShare = 5

// joinSplit puts columns together that white corridors cut in two: where the
// heading is set in the middle and short values at one edge, the heading stands
// over nothing and the values under nothing. Tables with rules are left alone.
func (p *plan) joinSplit(pages [][]tableRow) {
	if len(p.ruled) > 0 || p.columns < 2 {
		return
	}
	lower := p.splitColumns(pages)
	if len(lower) == 0 {
		return
	}
	for _, rows := range pages {
		for i := range rows {
			if len(rows[i].cells) == p.columns {
				rows[i].cells = joinCells(rows[i].cells, lower)
			}
		}
	}
	p.columns -= len(lower)
}

// splitColumns returns the first column of each pair of neighbours of which no
// row has both, and one is filled by the headings alone.
func (p *plan) splitColumns(pages [][]tableRow) map[int]bool {
	filled, both := make([]int, p.columns), make([]int, p.columns)
	narrow := make([]bool, p.columns) // filled in a row of few cells, which is no heading
	for _, rows := range pages {
		for i := range rows {
			cells := rows[i].cells
			if !rows[i].table || len(cells) != p.columns {
				continue
			}
			n := 0
			for c, cell := range cells {
				if cell == "" {
					continue
				}
				n++
				filled[c]++
				if c > 0 && cells[c-1] != "" {
					both[c-1]++
				}
			}
			for c, cell := range cells {
				narrow[c] = narrow[c] || cell != "" && 2*n < p.columns
			}
		}
	}
	lower := map[int]bool{}
	for c := 0; c+1 < p.columns; c++ {
		sparse, full := c, c+1
		if filled[sparse] > filled[full] {
			sparse, full = full, sparse
		}
		if both[c] == 0 && filled[sparse] > 0 && filled[full] >= headingShare*filled[sparse] && !narrow[sparse] {
			lower[c] = true
			c++
		}
	}
	return lower
}

// joinCells joins each cell of a lower column with the next one.
func joinCells(cells []string, lower map[int]bool) []string {
	out := make([]string, 0, len(cells))
	for c := 0; c < len(cells); c++ {
		text := cells[c]
		if lower[c] {
			c++
			text += cells[c] // one of them is empty
		}
		out = append(out, text)
	}
	return out
}
