package lists

import (
	"slices"
	"strings"
	"unicode"

	"brujula/data/fold"
	"brujula/data/names"
)

// witness holds what a file and the library tell of whether a text is a person's
// name that got into another cell: rows slip by a column, and cells are pasted
// over. A row in doubt stays where its code is good; only the name is not kept.
type witness struct {
	persons map[string]struct{} // words of the columns about persons
	whole   map[string]struct{} // their texts, the words in order
	forms   map[int]form        // what most filled cells of such a column are, by column
	full    map[int]bool        // such columns that are seldom blank
	words   map[string]int      // words of the establishments' names → different names with it
	shared  bool                // nearly every name has a word that others have
	local   map[string][]*rawName
	spread  map[string]map[string]struct{} // squashed name → codes that have it
	offered map[string][]string            // code → names that the library's offers have
}

// form is what the cells of a column about persons look like.
type form int

const (
	formless form = iota
	nameForm      // two words or more
	codeForm      // digits
)

// formOf returns the form of a cell.
func formOf(text string) form {
	digits := removeBlanks(text)
	switch {
	case digits != "" && isDigits(digits):
		return codeForm
	case len(contentWords(text)) >= 2:
		return nameForm
	}
	return formless
}

// contentWords are the words of a text that may name somebody or something,
// folded.
func contentWords(text string) []string {
	all := strings.FieldsFunc(fold.Fold(text), notInWord)
	return slices.DeleteFunc(all, func(word string) bool {
		return len(word) <= 2 || word == "del" || word == "los" || word == "las" || isDigits(word)
	})
}

func notInWord(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

func notLetter(r rune) bool { return !unicode.IsLetter(r) }

// inOrder returns the words of a name whichever of them stands first.
func inOrder(words []string) string {
	words = slices.Clone(words)
	slices.Sort(words)
	return strings.Join(words, " ")
}

// evidence looks at the whole file once, when the first text is in doubt.
func (m *mapper) evidence() *witness {
	if m.witness != nil {
		return m.witness
	}
	w := &witness{
		persons: map[string]struct{}{}, whole: map[string]struct{}{}, forms: map[int]form{}, full: map[int]bool{}, words: map[string]int{},
		local: map[string][]*rawName{}, spread: map[string]map[string]struct{}{}, offered: map[string][]string{},
	}
	m.witness = w
	m.lookAtPersons(w)
	if m.persons {
		m.lookAtNames(w)
	}
	return w
}

// lookAtPersons gathers what stands in the columns about persons.
func (m *mapper) lookAtPersons(w *witness) {
	type count struct{ rows, filled, names, codes int }
	counts := map[int]*count{}
	for i := range m.table.lines {
		l := &m.table.lines[i]
		for column := range l.heading.fields {
			if !m.aboutPersons(l.heading, column) {
				continue
			}
			c := counts[column]
			if c == nil {
				c = &count{}
				counts[column] = c
			}
			c.rows++
			text := l.text(column)
			if strings.TrimSpace(text) != "" {
				c.filled++
			}
			switch formOf(text) {
			case nameForm:
				c.names++
				words := contentWords(text)
				w.whole[inOrder(words)] = struct{}{}
				for _, word := range words {
					w.persons[word] = struct{}{}
				}
			case codeForm:
				c.codes++
			case formless:
			}
		}
	}
	for column, c := range counts {
		w.full[column] = 4*c.filled > 3*c.rows
		switch {
		case 4*c.names > 3*c.filled:
			w.forms[column] = nameForm
		case 4*c.codes > 3*c.filled:
			w.forms[column] = codeForm
		}
	}
}

// aboutPersons reports whether a column is about persons: by its heading, or, in
// an offer, by what it holds.
func (m *mapper) aboutPersons(h *heading, column int) bool {
	if h.fields[column] == fieldPerson {
		return h.claims[column].weight > remarkWeight || namesPerson(h.texts[column])
	}
	return column < len(m.private) && m.private[column] && h.fields[column] == ""
}

// lookAtNames gathers what the establishments are called, here and in the
// library.
func (m *mapper) lookAtNames(w *witness) {
	for i := range m.names {
		words := contentWords(m.names[i].value.text)
		slices.Sort(words)
		for _, word := range slices.Compact(words) {
			w.words[word]++
		}
	}
	sharing := 0
	for i := range m.names {
		if w.akinToOthers(m.names[i].value.text) {
			sharing++
		}
	}
	w.shared = sharing >= 10 && 10*sharing >= 9*len(m.names)
	for i := range m.table.lines {
		l := &m.table.lines[i]
		code, ok := parseRenipress(l.cell(FieldRenipress))
		name := &m.names[l.name]
		if !ok || name.value.text == "" {
			continue
		}
		w.local[code] = append(w.local[code], name)
		if w.spread[name.squashed] == nil {
			w.spread[name.squashed] = map[string]struct{}{}
		}
		w.spread[name.squashed][code] = struct{}{}
	}
	for _, offer := range m.options.Known.Offers {
		for i := range offer.Plazas {
			p := &offer.Plazas[i]
			if p.Establishment != "" && !slices.Contains(w.offered[p.Renipress], p.Establishment) {
				w.offered[p.Renipress] = append(w.offered[p.Renipress], p.Establishment)
			}
		}
	}
}

// akinToOthers reports whether another name of the column has a word of this one.
func (w *witness) akinToOthers(name string) bool {
	return slices.ContainsFunc(contentWords(name), func(word string) bool { return w.words[word] > 1 })
}

// akin reports whether two names may be those of one establishment.
func akin(a, b string) bool {
	x, y := fold.Squash(a), fold.Squash(b)
	if strings.Contains(x, y) || strings.Contains(y, x) {
		return true
	}
	words := contentWords(b)
	return slices.ContainsFunc(contentWords(a), func(word string) bool { return slices.Contains(words, word) })
}

// named reports whether a text is made of the names of persons alone: those of one
// cell, or words that persons are called, some of them at least.
func (w *witness) named(text string, atLeast int, frequent bool) bool {
	words := contentWords(text)
	if len(words) < 2 {
		return false
	}
	if _, same := w.whole[inOrder(words)]; same {
		return true
	}
	return len(words) >= atLeast && !slices.ContainsFunc(words, func(word string) bool {
		_, here := w.persons[word]
		return !here && (!frequent || !names.IsPersonal(word))
	})
}

// outOfStep reports whether a cell of the row about the person is not what the
// others of its column are. A blank one counts only with blank, and where few are.
func (w *witness) outOfStep(l *line, blank bool) bool {
	for column, want := range w.forms {
		text := strings.TrimSpace(l.text(column))
		if formOf(text) != want && (text != "" || blank && w.full[column]) {
			return true
		}
	}
	return false
}

// misplaced reports whether the name of the row's establishment is rather that of
// a person. A list without the names of persons has none out of place.
func (m *mapper) misplaced(l *line, code, name string) bool {
	if name == "" {
		return false
	}
	if !m.persons {
		return m.personal(l, name)
	}
	w := m.evidence()
	if len(w.whole) == 0 {
		return false
	}
	same, other := 0, 0
	for _, r := range w.local[code] {
		if akin(name, r.value.text) {
			same++
		} else {
			other++
		}
	}
	offered := w.offered[code]
	_, person := w.whole[inOrder(contentWords(name))]
	switch {
	case person:
		return true
	case marked(name) || same > 1 && same > other:
		return false
	case len(offered) > 0:
		return !slices.ContainsFunc(offered, func(other string) bool { return akin(name, other) })
	case w.named(name, 2, true) && len(w.spread[fold.Squash(name)]) < 2, other > 0:
		return true
	}
	return (w.shared && len(contentWords(name)) > 1 || w.outOfStep(l, true)) && !w.akinToOthers(name)
}

// marked reports whether a name says that it is an establishment's.
func marked(name string) bool {
	return slices.ContainsFunc(strings.FieldsFunc(strings.ReplaceAll(fold.Fold(name), ".", ""), notLetter), func(word string) bool {
		return slices.Contains(markers, word)
	})
}

// markers are words that stand in the names of establishments and in no person's.
var markers = []string{
	"posta", "puesto", "centro", "hospital", "policlinico", "clinica", "sanidad", "policial", "cs", "ps", "ppss", "clas", "red", "microred", "salud", "ipress",
	"comunidad", "nativa", "anexo", "caserio", "pueblo", "aapp", "asentamiento", "villa", "nuevo", "nueva", "alto", "alta", "bajo", "baja", "virgen", "santa", "nucleo", "base",
}

// personal reports whether a text of an offer is a person's name. Only an offer
// that has columns about persons can have one out of place.
func (m *mapper) personal(l *line, text string) bool {
	w := m.evidence()
	if len(w.whole) == 0 {
		return false
	}
	return w.named(text, 3, false) || len(contentWords(text)) >= 2 && w.outOfStep(l, false)
}
