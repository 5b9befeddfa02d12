package lists

import (
	"strings"

	"brujula/data/fold"
	"brujula/data/names"
	"brujula/data/texts"
)

// The methods of this file take one field of a row. Those that give ok reject
// the row where it cannot do without the field; the others report an aviso.

// profession takes the profession, which a speciality in a column of its own may
// narrow down.
func (m *mapper) profession(l *line) (name string, ok bool) {
	raw, field := l.cell(FieldProfession), FieldProfession
	v := m.closedValue(FieldProfession, raw)
	if v.text == "" && strings.TrimSpace(raw) == "" {
		if name = m.titled(l); name != "" {
			return name, true
		}
	}
	if v.text == "" {
		m.report.reject(l, FieldProfession, texts.ListNoProfession)
		return "", false
	}
	if special := l.cell(FieldSpeciality); !names.NoSpeciality(special) {
		v, field = m.specialised(raw, v, special), FieldSpeciality
	}
	if v.known {
		return v.text, true
	}
	if len(l.heading.clipped) > 0 && field == FieldProfession {
		return m.clippedProfession(l)
	}
	if family, open := names.Professions().Among(raw); open && field == FieldProfession {
		m.report.warn(l, FieldProfession, texts.ListOpenProfession(family.Name, family.Values))
		return family.Name, true
	}
	if m.persons && !m.trusted(v.text, l) {
		m.report.reject(l, field, texts.ListStrangeProfession)
		return "", false
	}
	if !m.persons && m.personal(l, v.text) {
		m.report.rejectUnseen(l, field, texts.ListStrangeProfession)
		return "", false
	}
	m.report.warn(l, field, unknownText(v.text, v.doubt))
	return v.text, true
}

// specialised returns the profession that a speciality makes of another. One that
// no list has makes a profession of its own: whoever has the profession alone
// cannot take its plazas.
func (m *mapper) specialised(raw string, general value, special string) value {
	if name, ok := names.Speciality(raw, special); ok {
		return value{text: name, known: true}
	}
	mended, doubt := m.lexicon.mend(fold.Clean(special))
	if family, open := names.Professions().Among(raw); open {
		general.text = family.Name
	}
	return value{text: general.text + " - " + fold.Upper(mended), doubt: doubt || general.doubt}
}

// titled returns the profession of a row that names none: what the user says of
// the list, else what its title or its sheet does.
func (m *mapper) titled(l *line) string {
	if m.options.Profession != "" {
		return m.options.Profession
	}
	if l.section == nil {
		return ""
	}
	return l.section.profession
}

// trusted reports whether a word in the column of professions of a list of
// persons is a profession: the library has it, or many rows do and it is called
// as professions are. A row out of step may have a name there, and a name may be
// pasted down a column.
func (m *mapper) trusted(name string, l *line) bool {
	if _, offered := m.offered[name]; offered {
		return true
	}
	return m.professionRows[rawProfession(l)] >= minRowsOfProfession && names.LikeProfession(name) && !m.evidence().named(name, 2, false)
}

// rawProfession is all that a row says of its profession.
func rawProfession(l *line) [2]string {
	return [2]string{l.cell(FieldProfession), l.cell(FieldSpeciality)}
}

const minRowsOfProfession = 5

func (m *mapper) code(l *line) (code string, ok bool) {
	raw := l.cell(FieldRenipress)
	code, ok = parseRenipress(raw)
	switch {
	case ok:
		if strings.ContainsAny(raw, ".,") {
			m.tellMarks(l, raw, code)
		}
		return code, true
	case strings.TrimSpace(raw) == "":
		m.report.reject(l, FieldRenipress, texts.ListNoRenipress)
	default:
		m.report.reject(l, FieldRenipress, texts.ListBadRenipress)
	}
	return "", false
}

// tellMarks says once that codes have marks of thousands.
func (m *mapper) tellMarks(l *line, raw, code string) {
	if _, grouped := ungroup(removeBlanks(raw)); grouped && !m.marksTold {
		m.marksTold = true
		m.report.warn(l, FieldRenipress, texts.ListGroupedCode(code))
	}
}

func (m *mapper) seats(l *line) (n int, ok bool) {
	field := l.half.field()
	if !l.heading.has(field) {
		return 1, true
	}
	if n, ok = parseCount(l.cell(field), maxSeats); !ok {
		m.report.reject(l, field, texts.ListBadSeats(maxSeats))
	}
	return n, ok
}

func (m *mapper) grade(l *line) (grade int, ok bool) {
	raw := l.cell(FieldGrade)
	if !l.heading.has(FieldGrade) {
		return 0, true
	}
	if strings.TrimSpace(raw) == "" {
		m.report.warn(l, FieldGrade, texts.ListBlank)
		return 0, true
	}
	if grade, ok = parseGrade(raw); !ok {
		m.report.reject(l, FieldGrade, texts.ListBadGrade)
	}
	return grade, ok
}

func (m *mapper) flag(l *line, field Field) bool {
	yes, ok := parseFlag(l.cell(field))
	if !ok {
		m.report.warn(l, field, texts.ListBadFlag)
	}
	return yes
}

// attribute takes a value of a closed list.
func (m *mapper) attribute(l *line, field Field) string {
	raw := l.cell(field)
	v := m.closedValue(field, raw)
	switch {
	case v.text == "" && l.heading.has(field):
		m.report.warn(l, field, texts.ListBlank)
	case !v.known && m.personal(l, v.text):
		m.report.leaveOut(l, field)
		return ""
	case !v.known:
		m.report.warn(l, field, unknownText(v.text, v.doubt))
	}
	return v.text
}

func (m *mapper) place(l *line) place {
	found := m.placer.resolve(l, m.lexicon)
	if field := found.unknown; field != "" && m.personal(l, l.cell(field)) {
		m.report.leaveOut(l, field)
		found.drop(field)
	} else if field != "" {
		name := map[Field]string{FieldRegion: found.region, FieldProvince: found.province, FieldDistrict: found.district}[found.unknown]
		m.report.warn(l, found.unknown, unknownText(name, found.broken))
	}
	for _, part := range [...]struct {
		field Field
		name  string
	}{{FieldRegion, found.region}, {FieldProvince, found.province}, {FieldDistrict, found.district}} {
		if part.name == "" && part.field != found.unknown && l.heading.has(part.field) {
			m.report.warn(l, part.field, texts.ListBlank)
		}
	}
	return found
}

// name takes the name of the establishment.
func (m *mapper) name(l *line, code string) string {
	v := m.establishment(l, code)
	if m.misplaced(l, code, v.text) {
		m.report.leaveOut(l, FieldEstablishment)
		return ""
	}
	switch {
	case v.text == "" && l.heading.has(FieldEstablishment):
		m.report.warn(l, FieldEstablishment, texts.ListBlank)
	case v.doubt:
		m.report.warn(l, FieldEstablishment, texts.ListBrokenWord(v.text))
	}
	return v.text
}

// unknownText says that a value is in no list, and how a break was read.
func unknownText(name string, doubt bool) string {
	if doubt {
		return texts.ListBrokenWord(name)
	}
	return texts.ListUnknownValue(name)
}
