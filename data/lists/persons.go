package lists

import (
	"slices"
	"strings"

	"brujula/data/fold"
	"brujula/data/texts"
)

// Offers have columns of persons at times: who heads the place, and how to
// reach them. None of that is kept.

// personWords are parts of the headings of such columns, squashed.
var personWords = []string{
	"jefe", "jefatura", "responsable", "director", "encargad", "coordinador", "gerente", "tutor", "contacto", "celular", "telefon", "correo",
	"email", "whatsapp", "apellido", "nombresy", "dni", "documento", "persona", "serumista",
	"ganador", "seleccionad", "beneficiari",
}

// namesPerson reports whether a heading is that of a column about persons.
func namesPerson(heading string) bool {
	squashed := fold.Squash(heading)
	return slices.ContainsFunc(personWords, func(word string) bool { return strings.Contains(squashed, word) })
}

// Digits of the telephone numbers of Peru: 6 in the provinces, 9 of mobiles, 11
// with the country's.
const leastPhone, mostPhone = 6, 11

// reachesPerson reports whether a text is a mail address or a telephone number.
func reachesPerson(text string) bool {
	if before, after, found := strings.Cut(text, "@"); found && before != "" && strings.Contains(after, ".") {
		return true
	}
	if !strings.ContainsAny(text, "0123456789") {
		return false
	}
	digits := withoutSigns.Replace(text)
	return len(digits) >= leastPhone && len(digits) <= mostPhone && isDigits(digits) && (digits[0] == '9' || strings.ContainsAny(text, "+("))
}

// withoutSigns takes out what people write between the figures of a number.
var withoutSigns = strings.NewReplacer(" ", "", "-", "", "(", "", ")", "", "+", "", "/", "", ".", "")

// noteExtras finds the columns that no field takes and that are of persons, by
// heading or by most of their values, and tells that they are not kept.
func (m *mapper) noteExtras() {
	h := m.table.heading
	m.private = make([]bool, len(h.fields))
	var told []string
	for column, field := range h.fields {
		if field == "" && h.texts[column] != "" && (namesPerson(h.texts[column]) || m.reaches(column)) {
			m.private[column] = true
			told = append(told, letters(column)+" "+h.texts[column])
		}
	}
	if len(told) > 0 {
		m.report.guarded = true
		m.report.note("", texts.ListPersonColumns(told))
	}
}

// reaches reports whether a fifth of a column's values reach persons.
func (m *mapper) reaches(column int) bool {
	filled, reaching := 0, 0
	for i := range m.table.lines {
		if cells := m.table.lines[i].row.Cells; column < len(cells) && strings.TrimSpace(cells[column]) != "" {
			filled++
			if reachesPerson(strings.TrimSpace(cells[column])) {
				reaching++
			}
		}
	}
	return 5*reaching > filled
}

// keeps reports whether a value of a column without a field may be kept.
func (m *mapper) keeps(column int, heading, text string) bool {
	return (column >= len(m.private) || !m.private[column]) && !namesPerson(heading) && !reachesPerson(text)
}
