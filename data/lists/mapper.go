package lists

import (
	"strings"
	"unicode/utf8"

	"brujula/data"
	"brujula/data/cells"
	"brujula/data/fold"
	"brujula/data/names"
)

// mapper turns the rows of a table into values. It knows no file format.
type mapper struct {
	options Options
	file    string
	table   *table
	persons bool // a list of persons: show and keep known columns only
	lexicon *lexicon
	placer  *placer
	report  *report
	doubts  []string // why the list may not be whole

	contradictions []string     // see Draft
	named          data.Process // see Draft

	private []bool   // columns of an offer that are of persons
	witness *witness // of names of persons in other cells; nil until one is in doubt

	unclipped map[string]string // professions that a print cuts short
	closed    map[Field]*names.List
	values    [fieldCount]map[string]value // by ordinal, then by raw cell
	names     []rawName                    // establishments by line.name
	best      map[nameKey]string           // the one spelling of each establishment
	offered   map[string]struct{}          // professions of the library's offers

	professionRows map[[2]string]int // rows that have the raw texts as profession and speciality
	sheetRepeats   map[string]int    // rows of a sheet whose plaza another sheet has too
	marksTold      bool              // that codes have marks of thousands
	titleTold      bool              // that rows name another process than the title
	scale          *float64          // the highest mark where they are of another scale, else 0; nil until they are looked at
}

// value is a canonical text.
type value struct {
	text  string
	known bool // from a closed list
	doubt bool // a line break may lie inside a word
}

// nameKey is an establishment's code and the squashed form of its name.
type nameKey struct{ code, squashed string }

func newMapper(o Options, file string, t *table, persons bool) *mapper {
	m := &mapper{
		options: o, file: file, table: t, persons: persons,
		lexicon: newLexicon(o.Known), placer: newPlacer(),
		best: make(map[nameKey]string, 8192), offered: make(map[string]struct{}),
		professionRows: make(map[[2]string]int), sheetRepeats: make(map[string]int),
	}
	m.report = newReport(file, persons)
	m.closed = vocabularies()
	m.learn()
	for _, offer := range o.Known.Offers {
		m.rememberOffer(offer)
	}
	return m
}

const centralSede = "SEDE CENTRAL"

// joints counts the blanks between two words, none beside a sign: A - B and A-B
// are two ways to write a name, of which neither is broken.
func joints(name string) int {
	n, before := 0, rune(0)
	for i, r := range name {
		if r == ' ' && isWordRune(before) {
			if next, _ := utf8.DecodeRuneInString(name[i+1:]); isWordRune(next) {
				n++
			}
		}
		before = r
	}
	return n
}

// rememberOffer keeps the professions of the library. Where it has the name of
// an establishment in fewer words than the file, the file broke one of them.
// Names that are only written otherwise stay as the file has them, so that the
// order of imports matters as little as can be.
func (m *mapper) rememberOffer(offer *data.Offer) {
	type named struct{ code, name string }
	seen := make(map[named]struct{}, 8192)
	for i := range offer.Plazas {
		plaza := &offer.Plazas[i]
		m.offered[plaza.Profession] = struct{}{}
		this := named{plaza.Renipress, plaza.Establishment}
		if _, again := seen[this]; again {
			continue
		}
		seen[this] = struct{}{}
		key := nameKey{plaza.Renipress, fold.Squash(plaza.Establishment)}
		if joints(plaza.Establishment) < joints(m.best[key]) {
			m.settle(key, plaza.Establishment)
		}
	}
}

// closedValue returns the canonical value of a cell in a closed list; another
// value is mended and kept.
func (m *mapper) closedValue(field Field, raw string) value {
	if raw == "" {
		return value{known: true}
	}
	cache := m.cache(field)
	v, seen := cache[raw]
	if !seen {
		v.text, v.known = m.closed[field].Find(raw)
	}
	if !v.known && v.text == "" {
		mended, doubt := m.lexicon.mend(fold.Clean(raw))
		v = value{text: fold.Upper(mended), doubt: doubt}
		v.known = v.text == ""
	}
	cache[raw] = v
	return v
}

// establishment returns the name of the row's establishment.
func (m *mapper) establishment(l *line, code string) value {
	name := &m.names[l.name]
	v := name.value
	if v.text == "" {
		return v
	}
	if best := m.best[nameKey{code, name.squashed}]; best != "" {
		v.doubt = v.doubt && strings.Count(best, " ") >= strings.Count(v.text, " ")
		v.text = best
	}
	return v
}

// line is one row that might be a record.
type line struct {
	row      cells.Row
	raw      *[]string // its cells before those that say nothing were made blank; nil where there are none
	heading  *heading
	section  *section
	key      key
	name     int    // of its establishment, in mapper.names
	place    *place // what placer.learn found
	half     half
	foreign  bool // it says another process or modality than the options
	rejected bool
}

// cell returns the raw text of a field, empty where the row has none.
func (l *line) cell(field Field) string {
	return l.text(l.heading.at[field.ordinal()] - 1)
}

// text returns the raw text of a column, empty where the row has none.
func (l *line) text(column int) string {
	if column < 0 || column >= len(l.row.Cells) {
		return ""
	}
	return l.row.Cells[column]
}

// written returns the text of a field as the file has it, N/A and the like
// included.
func (l *line) written(field Field) string {
	column := l.heading.at[field.ordinal()]
	if l.raw == nil || column == 0 || column > len(*l.raw) {
		return l.cell(field)
	}
	return (*l.raw)[column-1]
}
