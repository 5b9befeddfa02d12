package lists

import (
	"slices"
	"strconv"
	"strings"

	"brujula/data/cells"
	"brujula/data/fold"
	"brujula/data/names"
)

// isTotal reports whether the row states a total: a row of few texts, of which
// one begins with the word.
func isTotal(row []string) bool {
	filled, stated := 0, false
	for _, cell := range row {
		text := strings.TrimSpace(cell)
		if text == "" {
			continue
		}
		if filled++; filled > maxTotalTexts {
			return false
		}
		stated = stated || saysTotal(text)
	}
	return stated
}

// maxTotalTexts allows for totals of several columns.
const maxTotalTexts = 4

func saysTotal(text string) bool {
	if len(text) > 60 || len(text) < 5 || !strings.ContainsRune("tTsSgG", rune(text[0])) {
		return false
	}
	folded := fold.Squash(text)
	return slices.ContainsFunc([]string{"total", "subtotal", "grantotal", "sumatotal"}, func(word string) bool { return strings.HasPrefix(folded, word) })
}

// declare keeps the total that a row states: the number under the seats, else
// the only number of the row. Partial totals are not kept.
func (c *collector) declare(row cells.Row) {
	var numbers []int
	for column, cell := range row.Cells {
		if strings.HasPrefix(fold.Squash(cell), "sub") {
			return
		}
		n, ok := numberIn(cell)
		if !ok {
			continue
		}
		if c.heading != nil && c.heading.has(FieldSeats) && c.heading.columns[FieldSeats] == column {
			numbers = []int{n}
			break
		}
		numbers = append(numbers, n)
	}
	if len(numbers) == 1 && numbers[0] > c.table.declared {
		c.table.declared, c.table.totalRow = numbers[0], row
	}
}

// numberIn reads the one number of a text such as "TOTAL: 7,489 plazas".
func numberIn(text string) (int, bool) {
	words := strings.FieldsFunc(text, func(r rune) bool { return (r < '0' || r > '9') && r != '.' && r != ',' })
	found, ok := 0, false
	for _, word := range words {
		word = strings.TrimSuffix(strings.Trim(word, ".,"), ".0")
		n, err := strconv.Atoi(strings.ReplaceAll(strings.ReplaceAll(word, ".", ""), ",", ""))
		if err != nil {
			continue
		}
		if ok {
			return 0, false
		}
		found, ok = n, true
	}
	return found, ok
}

// isNote reports whether a row below the heading is a note, a footer or a title:
// at most two texts, none of which is what its column holds in a record. Any
// other row counts as a record, that may be rejected.
func (c *collector) isNote(row []string, filled int) bool {
	if filled > 2 {
		return false
	}
	for column, cell := range row {
		if strings.TrimSpace(cell) != "" && c.fits(column, cell) {
			return false
		}
	}
	return filled == 1 || !c.keyed(row)
}

// fits reports whether the text is what its column holds: a short text in the
// column of a code, a rank, a mark, a profession or seats.
func (c *collector) fits(column int, text string) bool {
	if column >= len(c.heading.fields) || len(text) > 60 {
		return false
	}
	field := c.heading.fields[column]
	if field == FieldProfession {
		_, known := names.Professions().Find(text)
		_, open := names.Professions().Among(text)
		return known || open
	}
	if field != FieldRenipress && field != FieldRank && field != FieldMark && field != FieldSeats {
		return false
	}
	_, ok := numberIn(text)
	return ok && !strings.ContainsAny(strings.TrimSpace(text), " \n")
}

// keyed reports whether the row has text in a column that names the record.
func (c *collector) keyed(row []string) bool {
	for _, field := range []Field{FieldProfession, FieldRenipress, FieldRank, FieldMark, FieldEstablishment} {
		if column, ok := c.heading.columns[field]; ok && column < len(row) && strings.TrimSpace(row[column]) != "" {
			return true
		}
	}
	return false
}
