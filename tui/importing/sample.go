package importing

import (
	"slices"
	"strings"

	"brujula/data"
	"brujula/data/texts"
	"brujula/tui/layout"
	"brujula/tui/theme"
)

// sampleGap is the number of blank cells between columns of a small table.
const sampleGap = 2

// columns draws rows as a table of at most w cells whose columns are as wide as
// their content, but no wider than most says; what does not fit is cut.
func columns(st *theme.Styles, rows [][]string, most []int, w int) []string {
	widths := make([]int, len(most))
	for x := range widths {
		for _, row := range rows {
			widths[x] = max(widths[x], min(most[x], layout.Width(row[x])))
		}
	}
	out := make([]string, len(rows))
	for i, row := range rows {
		text := ""
		for x, cell := range row {
			if widths[x] > 0 {
				text += layout.Fit(cell, widths[x], layout.Left, st.Glyphs.Ellipsis) + layout.Blank(sampleGap)
			}
		}
		out[i] = layout.Cut(strings.TrimRight(text, " "), w, st.Glyphs.Ellipsis)
	}
	return out
}

// sampleColumns are the columns of a sample of offers in the order in which they
// are left out, the last ones first, where the screen is narrow, and of a sample
// of adjudicated seats.
var (
	offerColumns = []int{0, 1, 5, 4, 2, 3, 8, 7, 6, 11, 10, 9}
	pickColumns  = []int{0, 1, 2, 5, 4, 3}
)

// mostSample is how wide a column of the sample may be, and leastSample how wide
// it is at least where its content is wider.
const mostSample, leastSample = 40, 16

// sampleLines shows records from the whole length of the list as a table, with as
// many columns as there is room for, those that matter most.
func sampleLines(st *theme.Styles, s *texts.ImportSummary, w int) []string {
	if len(s.Samples) == 0 {
		return nil
	}
	rows := [][]string{texts.SampleHeading(s.Info.Kind)}
	for i := range s.Samples {
		rows = append(rows, texts.SampleFields(&s.Samples[i]))
	}
	order := offerColumns
	if s.Info.Kind == data.KindAdjudication {
		order = pickColumns
	}
	kept, most := sampleFit(rows, order, w)
	cut := make([][]string, len(rows))
	for i, row := range rows {
		for _, x := range kept {
			cut[i] = append(cut[i], row[x])
		}
	}
	lines := columns(st, cut, most, w)
	lines[0] = st.Muted.Render(lines[0])
	return append(title(st, texts.ImportPartSample), lines...)
}

// sampleFit returns the columns for which there is room, in their order, and how
// wide each may be.
func sampleFit(rows [][]string, order []int, w int) (kept, most []int) {
	widths := map[int]int{}
	room := w + sampleGap
	for _, x := range order {
		wide, empty := layout.Width(rows[0][x]), true
		for _, row := range rows[1:] {
			wide, empty = max(wide, layout.Width(row[x])), empty && row[x] == ""
		}
		if empty { // a column that the list does not have
			continue
		}
		widths[x] = min(wide, mostSample)
		least := min(widths[x], leastSample) + sampleGap
		if room < least {
			break
		}
		room -= least
		kept = append(kept, x)
	}
	for _, x := range order { // what is left goes to those that are cut
		if at := slices.Index(kept, x); at >= 0 && widths[x] > leastSample {
			more := min(room, widths[x]-leastSample)
			room -= more
			widths[x] = leastSample + more
		}
	}
	slices.Sort(kept)
	for _, x := range kept {
		most = append(most, widths[x])
	}
	return kept, most
}
