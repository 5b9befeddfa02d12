package lists

import (
	"slices"
	"strings"

	"brujula/data"
	"brujula/data/fold"
)

// heading is a heading row: which column holds which field.
type heading struct {
	columns map[Field]int
	at      [fieldCount]int // column + 1 by ordinal, 0 where there is none: columns, but fast
	fields  []Field         // by column; empty where no field takes the column
	texts   []string
	width   int // columns up to the last that has a heading
	persons bool
	clipped []string // headings that were read by their beginning
}

// readHeading tells whether the cells are a heading row. They are when at
// least three of them, and at least half of those with text, name a field.
func readHeading(known map[string]claim, cells []string) *heading {
	h := &heading{columns: make(map[Field]int), fields: make([]Field, len(cells)), texts: make([]string, len(cells))}
	weights := make(map[Field]int)
	named, filled := 0, 0
	for column, cell := range cells {
		if strings.TrimSpace(cell) == "" {
			continue
		}
		filled++
		h.width = column + 1
		h.texts[column] = oneLine(fold.Clean(cell))
		c, ok := claimOf(known, cell)
		if !ok {
			continue
		}
		named++
		if c.field == fieldPerson {
			h.persons = true
			h.fields[column] = fieldPerson
			continue
		}
		if c.weight <= weights[c.field] {
			continue
		}
		if former, taken := h.columns[c.field]; taken {
			h.fields[former] = ""
		}
		weights[c.field] = c.weight
		h.columns[c.field] = column
		h.fields[column] = c.field
	}
	for field, column := range h.columns {
		h.at[field.ordinal()] = column + 1
	}
	if named < 2 || 2*named < filled || len(h.columns) == 0 || named < 3 && !h.persons && !h.bare() {
		return nil
	}
	return h
}

// bare tells whether the heading is that of a list of marks without names: two
// columns are enough.
func (h *heading) bare() bool {
	return h.has(FieldRank) && h.has(FieldMark) || h.has(FieldProfession) && (h.has(FieldMark) || h.has(FieldRank))
}

func (h *heading) has(field Field) bool {
	_, ok := h.columns[field]
	return ok
}

// kind tells what sort of list the heading is of, or nothing.
func (h *heading) kind() data.Kind {
	place := h.has(FieldRenipress) || h.has(FieldEstablishment)
	merit := h.has(FieldRank) || h.has(FieldMark)
	offered := 0
	for _, field := range []Field{FieldSeats, FieldGrade, FieldBudget, FieldCategory, FieldZAF, FieldZE, FieldOffering} {
		if h.has(field) {
			offered++
		}
	}
	switch {
	case place && (merit || h.persons):
		return data.KindAdjudication
	case place && offered > 0:
		return data.KindOffer
	case place && h.has(FieldProfession):
		return data.KindOffer
	case merit:
		return KindMerit
	}
	return ""
}

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

// better tells whether h understood more columns than the other.
func (h *heading) better(other *heading) bool {
	return h != nil && (other == nil || len(h.columns) > len(other.columns))
}

// same tells whether both put the same fields into the same columns.
func (h *heading) same(other *heading) bool {
	return slices.Equal(h.fields[:h.width], other.fields[:other.width])
}

// matches is what a review shows of the heading. The texts of columns that
// are not read stay hidden in lists of persons: what was taken for a heading
// might be a row.
func (h *heading) matches(hideUnread bool) []HeadingMatch {
	out := make([]HeadingMatch, h.width)
	for column := range out {
		m := HeadingMatch{Text: h.texts[column], Column: letters(column), Field: h.fields[column]}
		if m.Field == fieldPerson {
			m.Field = ""
		}
		if m.Field == "" && hideUnread {
			m.Text = ""
		}
		out[column] = m
	}
	return out
}

// column names the column of a field for a problem: its heading.
func (h *heading) column(field Field) string {
	if at, ok := h.columns[field]; ok {
		return h.texts[at]
	}
	return ""
}

// letters gives the name of a column as spreadsheets have it: A to Z, then AA.
func letters(column int) string {
	name := ""
	for column++; column > 0; column = (column - 1) / 26 {
		name = string(rune('A'+(column-1)%26)) + name
	}
	return name
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
