package lists

import (
	"runtime"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"brujula/data/fold"
	"brujula/data/together"
)

// rawName is a cell with the name of an establishment, looked at once however
// many rows have it.
type rawName struct {
	raw      string
	clean    string // in upper case with its accents and line breaks
	pieces   []piece
	value    value // the mended name
	squashed string
}

// learn is the first look at all rows: it gathers the words of the file.
func (m *mapper) learn() {
	m.gatherNames()
	cutting := inParts(len(m.names), func(i int) {
		name := &m.names[i]
		name.clean = cleanName(name.raw)
		name.pieces = cut(name.clean)
	})
	for i := range m.table.lines {
		l := &m.table.lines[i]
		m.professionRows[rawProfession(l)]++
		l.place = m.placer.learn(rawPlace(l), m.lexicon)
		for _, field := range [...]Field{FieldProfession, FieldSpeciality, FieldInstitution, FieldDiresa, FieldOffering} {
			m.learnValue(field, l.cell(field))
		}
	}
	cutting.Wait()
	pieces := 0
	for i := range m.names {
		pieces += len(m.names[i].pieces)
	}
	m.lexicon.neighbours = slices.Grow(m.lexicon.neighbours, pieces)
	for i := range m.names {
		m.lexicon.learnPieces(m.names[i].clean, m.names[i].pieces)
	}
	m.lexicon.tight = m.placer.tight()
	m.lexicon.close()
	inParts(len(m.names), func(i int) {
		name := &m.names[i]
		name.value.text, name.value.doubt = m.lexicon.mendPieces(name.pieces)
		name.squashed = fold.Squash(name.value.text)
		name.pieces = nil
	}).Wait()
	for i := range m.table.lines {
		l := &m.table.lines[i]
		if code, ok := parseRenipress(l.cell(FieldRenipress)); ok {
			name := &m.names[l.name]
			m.settle(nameKey{code, name.squashed}, name.value.text)
		}
	}
}

// gatherNames finds the different names of establishments.
func (m *mapper) gatherNames() {
	seen := make(map[string]int, len(m.table.lines))
	m.names = make([]rawName, 0, len(m.table.lines))
	for i := range m.table.lines {
		l := &m.table.lines[i]
		raw := l.cell(FieldEstablishment)
		at, again := seen[raw]
		if !again {
			at = len(m.names)
			seen[raw] = at
			m.names = append(m.names, rawName{raw: raw})
		}
		l.name = at
	}
}

// inParts calls do for every number below n, on all processors. It returns at
// once with what to wait for.
func inParts(n int, do func(i int)) *together.Group {
	var wait together.Group
	workers := runtime.GOMAXPROCS(0)
	for part := range workers {
		wait.Go(func() {
			for i := part * n / workers; i < (part+1)*n/workers; i++ {
				do(i)
			}
		})
	}
	return &wait
}

// learnValue lets the lexicon learn values that no closed list has.
func (m *mapper) learnValue(field Field, raw string) {
	if raw == "" {
		return
	}
	cache := m.cache(field)
	if _, seen := cache[raw]; seen {
		return
	}
	text, known := m.closed[field].Find(raw)
	cache[raw] = value{text: text, known: known}
	if !known {
		m.lexicon.learn(fold.Upper(fold.Clean(raw)))
	}
}

// cache returns the values of a field that were looked at.
func (m *mapper) cache(field Field) map[string]value {
	at := field.ordinal()
	if m.values[at] == nil {
		m.values[at] = make(map[string]value, 64)
	}
	return m.values[at]
}

// settle chooses the one spelling of an establishment's name: the one with the
// fewest parts, then the first one.
func (m *mapper) settle(key nameKey, name string) {
	if name == "" {
		return
	}
	former, seen := m.best[key]
	if !seen || strings.Count(name, " ") < strings.Count(former, " ") {
		m.best[key] = name
	}
}

// cleanName returns a name in upper case with its accents and line breaks.
func cleanName(raw string) string {
	return strings.ToUpper(norm.NFC.String(fold.Clean(raw)))
}
