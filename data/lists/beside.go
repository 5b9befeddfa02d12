package lists

import (
	"strings"

	"brujula/data/fold"
	"brujula/data/texts"
)

// repeatedHeadings is how many headings of columns that are read must stand once
// more over columns that are not for these to be a table of their own: a list has
// the region of the institution beside that of the place, and no more.
const repeatedHeadings = 3

// noteBeside makes a list doubtful beside which another table stands in the same
// rows, under the same headings: only one of them is read.
func (m *mapper) noteBeside() {
	for _, h := range m.table.headings() {
		again := h.repeated()
		if len(again) < repeatedHeadings {
			continue
		}
		rows := 0
		for _, l := range m.table.under(h) {
			filled := 0
			for _, column := range again {
				if strings.TrimSpace(l.text(column)) != "" {
					filled++
				}
			}
			if filled >= repeatedHeadings {
				rows++
			}
		}
		if rows > 0 {
			m.doubt(nil, texts.ListTablesBeside(letters(again[0]), letters(again[len(again)-1]), rows))
		}
	}
}

// repeated returns the columns that no field takes and whose heading stands over
// one that is read as well.
func (h *heading) repeated() (columns []int) {
	read := map[string]bool{}
	for column := range h.width {
		if field := h.fields[column]; field != "" && field != fieldPerson {
			read[fold.Squash(h.texts[column])] = true
		}
	}
	for column := range h.width {
		if h.fields[column] == "" && h.texts[column] != "" && read[fold.Squash(h.texts[column])] {
			columns = append(columns, column)
		}
	}
	return columns
}
