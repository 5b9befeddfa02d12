package lists

import (
	"slices"
	"strings"

	"brujula/data/fold"
	"brujula/data/texts"
)

// heading is a heading row: which column holds which field.
type heading struct {
	columns map[Field]int
	at      [fieldCount]int // column + 1 by ordinal, 0 where there is none: columns, but fast
	fields  []Field         // by column; empty where no field takes the column
	claims  []claim         // by column: what it might be; of two for a field the stronger has it
	texts   []string
	width   int                 // columns up to the last that has a heading
	persons bool                // a column has names or documents of persons
	shaped  bool                // found by its shape alone: its texts may be anything
	clipped []string            // headings that were read by their beginning
	row     int                 // of the file
	each    bool                // the user says that each row is one seat
	told    bool                // the user named it, or columns of it
	words   map[string]struct{} // squashed texts, made when they are asked for
	origins map[int]Origin      // of those fields that no text of the heading told, by column
}

// readHeading reports whether the cells are a heading row. They are when at
// least three of them, and at least half of those with text, name a field.
func readHeading(known map[string]claim, cells []string) *heading {
	return claimed(known, cells).accepted()
}

// accepted returns the heading where its cells are one, else nil.
func (h *heading) accepted() *heading {
	named, filled := 0, 0
	for column, text := range h.texts {
		if text == "" {
			continue
		}
		filled++
		if h.claims[column].field != "" {
			named++
		}
	}
	if named < 2 || 2*named < filled || len(h.columns) == 0 || named < 3 && !h.persons && !h.bare() {
		return nil
	}
	return h
}

// claimed takes the cells for a heading, whatever they say.
func claimed(known map[string]claim, cells []string) *heading {
	h := &heading{texts: make([]string, len(cells)), claims: make([]claim, len(cells))}
	for column, cell := range cells {
		if strings.TrimSpace(cell) == "" {
			continue
		}
		h.width = column + 1
		h.texts[column] = oneLine(fold.Clean(cell))
		h.claims[column], _ = claimOf(known, cell)
	}
	h.assign()
	return h
}

// assign gives each field to the column that claims it most.
func (h *heading) assign() {
	h.columns, h.fields, h.at, h.persons = make(map[Field]int), make([]Field, len(h.texts)), [fieldCount]int{}, false
	for column, c := range h.claims {
		switch c.field {
		case "":
			continue
		case fieldPerson:
			h.persons = h.persons || c.weight > remarkWeight
			h.fields[column] = fieldPerson
			continue
		}
		former, taken := h.columns[c.field]
		if taken && h.claims[former].weight >= c.weight {
			continue
		}
		if taken {
			h.fields[former] = ""
		}
		h.columns[c.field] = column
		h.fields[column] = c.field
	}
	for field, column := range h.columns {
		h.at[field.ordinal()] = column + 1
	}
}

// bare reports whether the heading is that of a list of marks without names: two
// columns are enough.
func (h *heading) bare() bool {
	return h.has(FieldRank) && h.has(FieldMark) || h.has(FieldProfession) && (h.has(FieldMark) || h.has(FieldRank))
}

func (h *heading) has(field Field) bool {
	_, ok := h.columns[field]
	return ok
}

// seated reports whether a column gives the seats.
func (h *heading) seated() bool {
	return h.has(FieldSeats) || h.has(FieldSeatsPaid) || h.has(FieldSeatsUnpaid)
}

// usable reports whether a table under the heading can be a list of some kind.
func (h *heading) usable() bool { return h.kind(nil).kind != "" }

// found names the fields that the heading has, for a message.
func (h *heading) found() []string {
	var names []string
	for _, field := range h.fields {
		if field != "" && field != fieldPerson {
			names = append(names, string(field))
		}
	}
	return names
}

// better reports whether h understood more columns than the other.
func (h *heading) better(other *heading) bool {
	return h != nil && (other == nil || len(h.columns) > len(other.columns))
}

// same reports whether both put the same fields into the same columns.
func (h *heading) same(other *heading) bool {
	return slices.Equal(h.fields[:h.width], other.fields[:other.width])
}

// column names the column of a field for a problem: its heading.
func (h *heading) column(field Field) string {
	if at, ok := h.columns[field]; ok {
		return h.texts[at]
	}
	return ""
}

// letters returns the name of a column as spreadsheets have it: A to Z, then AA.
func letters(column int) string {
	name := ""
	for column++; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

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
