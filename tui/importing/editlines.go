package importing

import (
	"strconv"

	"brujula/data"
	"brujula/data/lists"
	"brujula/data/names"
	"brujula/data/texts"
	"brujula/planner/imports"
	"brujula/tui/widget"
)

// say opens a field for a line; take is called with it accepted, back with it
// cancelled.
func (m *Model) say(field widget.Field, take, back func()) {
	e := m.editor
	e.field, e.accept, e.cancel = widget.NewForm(m.desk.Styles, field), take, back
}

// formLine is a line that corrects an answer of the form; found is what the file
// told where there is none.
func (m *Model) formLine(c *widget.Choice, found []string, note string) editLine {
	value := c.Value()
	if value == "" && len(found) > 0 {
		value = texts.ImportSays(found)
	}
	return editLine{label: c.Label(), value: value, note: note, column: -1, open: func() {
		was := c.Value()
		c.Leave()
		m.say(c, func() { m.form.fit() }, func() { c.Put(was) })
	}}
}

// factLines are what is known of the list as a whole.
func (m *Model) factLines() []editLine {
	var processes, modalities []string
	if !m.editor.failed {
		for i := range m.result.Drafts {
			info := &m.result.Drafts[i].Info
			processes = union(processes, []string{string(info.Process)})
			modalities = union(modalities, []string{string(info.Modality)})
		}
	}
	out := []editLine{
		m.formLine(m.form.kinds, nil, m.seems()), m.formLine(m.form.processes, processes, ""),
		m.formLine(m.form.modalities, modalities, ""), m.professionLine(),
	}
	if m.form.kind() == data.KindOffer {
		out = append(out, m.seatsLine())
	}
	if lists.IsText(m.guess.Format) {
		out = append(out, m.encodingLine())
	}
	return append(out, m.headingRowLine())
}

// seems reports what the columns tell of the kind, where the user says another.
func (m *Model) seems() string {
	if len(m.result.Drafts) == 0 || m.result.Drafts[0].Seems == m.form.kind() || m.result.Drafts[0].Seems == "" {
		return ""
	}
	return texts.ImportSeems(kindWord(m.result.Drafts[0].Seems))
}

// choiceLine is a line for one of several words, of which the first stands for
// what the program finds by itself.
func (m *Model) choiceLine(label string, options []string, now int, take func(at int)) editLine {
	return editLine{label: label, value: options[now], column: -1, open: func() {
		c := widget.NewChoice(label, options)
		if label == texts.FieldProfession {
			c.Alias(names.Professions().Spellings, names.Professions().Pick)
		}
		c.Set(options[now])
		m.say(c, func() { take(index(options, c.Value())) }, func() {})
	}}
}

func index(options []string, value string) int {
	for i, o := range options {
		if o == value {
			return i
		}
	}
	return 0
}

func (m *Model) professionLine() editLine {
	values := names.Professions().Values()
	options := append([]string{texts.ImportByRow}, values...)
	return m.choiceLine(texts.FieldProfession, options, index(options, m.said.profession), func(at int) {
		m.said.profession = ""
		if at > 0 {
			m.said.profession = values[at-1]
		}
	})
}

func (m *Model) seatsLine() editLine {
	now := 0
	if m.said.eachRow() {
		now = 1
	}
	return m.choiceLine(texts.ImportFieldEachRow, []string{texts.ImportSeatsColumn, texts.ImportSeatsEach}, now, func(at int) { m.said.setEachRow(at == 1) })
}

func (m *Model) encodingLine() editLine {
	options, all, now := []string{texts.ImportDetected}, lists.Encodings(), 0
	for i, name := range all {
		options = append(options, texts.EncodingWord(name))
		if name == m.said.encoding {
			now = i + 1
		}
	}
	return m.choiceLine(texts.ImportFieldEncoding, options, now, func(at int) {
		m.said.encoding = ""
		if at > 0 {
			m.said.encoding = all[at-1]
		}
	})
}

// mostHeadingRow is the last row where a heading can be said to stand.
const mostHeadingRow = 100_000

func (m *Model) headingRowLine() editLine {
	row := m.guess.HeadingRow
	if len(m.result.Drafts) > 0 {
		row = m.result.Drafts[0].HeadingRow
	}
	line := editLine{label: texts.ImportFieldHeading, value: texts.ImportHeadingAt(row), column: -1}
	if m.said.headingRow > 0 {
		line.note = texts.OriginWord(string(lists.ByUser))
	}
	line.open = func() {
		n := widget.NewNumber(m.desk.Styles, texts.ImportFieldHeading, 1, mostHeadingRow, true)
		if row > 0 {
			n.Put(strconv.Itoa(row))
		}
		m.say(n, func() { m.said.headingRow, _ = n.Int() }, func() {})
	}
	return line
}

// columnLines are the columns, each with what it was taken for and some values.
func (m *Model) columnLines() []editLine {
	e := m.editor
	out := make([]editLine, len(e.headings))
	for i := range e.headings {
		h := &e.headings[i]
		out[i] = editLine{label: h.Column + "  " + h.Text, value: imports.FieldWord(h.Field), note: texts.OriginWord(string(h.Origin)), column: i, open: func() { m.sayColumn(i) }}
	}
	return out
}

// sayColumn asks what a column is.
func (m *Model) sayColumn(at int) {
	e := m.editor
	h := &e.headings[at]
	fields, words := fieldChoices(m.form.kind())
	c := widget.NewChoice(texts.ImportColumnIs(h.Column, h.Text), words).Alias(aliasesOf(fields, words), noNames)
	c.Set(imports.FieldWord(h.Field))
	m.say(c, func() {
		m.said.say(columnName(e.headings, at), fields[index(words, c.Value())])
	}, func() {})
}

// fieldChoices are the fields that a column of a list of a kind can be said to be,
// and their names.
func fieldChoices(kind data.Kind) (fields []lists.Field, words []string) {
	fields = append([]lists.Field{lists.Unused}, lists.Choosable(kind)...)
	fields = append(fields, lists.Automatic)
	for _, f := range fields {
		words = append(words, imports.FieldWord(f))
	}
	return fields, words
}

// aliasesOf returns the other words by which people call fields.
func aliasesOf(fields []lists.Field, words []string) func(word string) []string {
	return func(word string) []string { return lists.FieldAliases(fields[index(words, word)]) }
}

func noNames(string, []string) []string { return nil }
