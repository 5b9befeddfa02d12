package lists

import (
	"slices"
	"strings"

	"brujula/data/fold"
	"brujula/data/names"
	"brujula/data/texts"
)

// Some programs print a cell only as far as it is wide, and the file then lacks
// the rest of its text: CÓDIGO RENIPR for CÓDIGO RENIPRESS.

// ministryOrder are the columns of the ministry's offers as it prints them.
var ministryOrder = []Field{
	FieldOffering, FieldProfession, FieldSede, FieldSeats, FieldDiresa, FieldInstitution, FieldRegion, FieldProvince,
	FieldDistrict, FieldGrade, FieldRenipress, FieldEstablishment, FieldCategory, FieldBudget, FieldZAF, FieldZE,
}

// leastOrdered is how many columns must stand in the ministry's order before a
// clipped heading is read by its place among them.
const leastOrdered = 6

// clippedWeight is that of a claim by the beginning of a heading.
const clippedWeight = 500

// fillClipped gives columns whose headings are the beginning of the ministry's
// the field that stands in that place of its list, where only one fits.
func (h *heading) fillClipped() {
	if !h.ordered() {
		return
	}
	words := headingWords()
	before := -1
	for column, text := range h.texts {
		if at := placeOf(h.fields[column]); at >= 0 {
			before = at
			continue
		}
		if text == "" || h.fields[column] != "" {
			continue
		}
		fits, found := 0, 0
		for at := before + 1; at < h.nextPlace(column); at++ {
			whole, _, _ := strings.Cut(words[ministryOrder[at]], "|")
			if !h.has(ministryOrder[at]) && strings.HasPrefix(fold.Squash(whole), fold.Squash(text)) {
				fits, found = fits+1, at
			}
		}
		if fits == 1 {
			field := ministryOrder[found]
			h.claims[column] = claim{field, clippedWeight}
			h.assign()
			h.clipped = append(h.clipped, text)
			before = found
		}
	}
}

// ordered reports whether enough columns stand in the ministry's order, and none
// of them out of it.
func (h *heading) ordered() bool {
	n, before := 0, -1
	for _, field := range h.fields {
		at := placeOf(field)
		if at < 0 {
			continue
		}
		if at < before {
			return false
		}
		n, before = n+1, at
	}
	return n >= leastOrdered
}

// nextPlace is the place of the first known column behind this one.
func (h *heading) nextPlace(column int) int {
	for _, field := range h.fields[column+1:] {
		if at := placeOf(field); at >= 0 {
			return at
		}
	}
	return len(ministryOrder)
}

func placeOf(field Field) int {
	for at, f := range ministryOrder {
		if f == field {
			return at
		}
	}
	return -1
}

// noteClipped makes a list doubtful whose headings are clipped: so are the
// texts under them.
func (m *mapper) noteClipped() {
	if h := m.table.heading; h != nil && len(h.clipped) > 0 {
		m.report.note("", texts.ListClipped(h.clipped))
		m.doubts = append(m.doubts, texts.ListClipped(h.clipped))
	}
}

// clippedProfession reads a profession of which the print shows the beginning;
// where several begin so, none of them can be told.
func (m *mapper) clippedProfession(l *line) (name string, ok bool) {
	raw := l.cell(FieldProfession)
	name, seen := m.unclipped[raw]
	if !seen {
		name = unclipped(fold.Squash(raw))
		if m.unclipped == nil {
			m.unclipped = make(map[string]string)
		}
		m.unclipped[raw] = name
	}
	if name == "" {
		m.report.reject(l, FieldProfession, texts.ListClippedProfession)
	}
	return name, name != ""
}

// unclipped returns the only profession that begins so, else nothing.
func unclipped(begins string) string {
	fits := names.Professions().Values()
	fits = slices.DeleteFunc(fits, func(value string) bool {
		spellings := append([]string{value}, names.Professions().Spellings(value)...)
		return begins == "" || !slices.ContainsFunc(spellings, func(s string) bool { return strings.HasPrefix(fold.Squash(s), begins) })
	})
	if len(fits) != 1 {
		return ""
	}
	return fits[0]
}
