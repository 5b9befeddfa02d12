// Package names knows the values that the ministry's lists write in many ways
// (professions, institutions, budgets) and brings each spelling to the one
// that the program uses. The canonical values are those of the official offers
// from 2024-I to 2026-I; the spellings are of our own making, after what lists,
// forms and people write. The tables are tab-separated files beside this one.
package names

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"

	"brujula/data/fold"
	"brujula/data/places"
)

// List is a closed list of values with their spellings. It does not change once
// made and may be shared.
type List struct {
	values    []string
	exact     map[string]string   // squashed spelling → value
	loose     map[string]string   // key of a spelling → value; nil when the list is exact
	open      map[string]Family   // key of a spelling that several values share → these
	spellings map[string][]string // value → how it is written too
}

// Family is what a text stands for that leaves several values open.
type Family struct {
	Name   string   // the one spelling that the program uses for it
	Values []string // at least two
}

// Exact makes a list whose values are matched letter by letter, but for case,
// accents, signs and blanks. A line is a value and its other spellings, by |.
func Exact(lines ...string) *List {
	l := &List{exact: make(map[string]string, 4*len(lines)), spellings: make(map[string][]string, len(lines))}
	for _, line := range lines {
		value, spellings, _ := strings.Cut(line, "|")
		l.add(value, strings.Split(spellings, "|")...)
	}
	return l
}

// Loose makes a list like Exact whose values are found as well with other
// endings of gender and number, with titles before them (LIC. EN …) and without
// small words.
func Loose(lines ...string) *List {
	l := &List{
		exact: make(map[string]string, 4*len(lines)), loose: make(map[string]string, 4*len(lines)),
		open: map[string]Family{}, spellings: make(map[string][]string, len(lines)),
	}
	for _, line := range lines {
		value, spellings, _ := strings.Cut(line, "|")
		l.add(value, strings.Split(spellings, "|")...)
	}
	return l
}

// Join makes a list of several, each matched in its own way; the first that has
// a spelling decides.
func Join(lists ...*List) *List {
	joined := Loose()
	for _, l := range slices.Backward(lists) {
		joined.values = append(joined.values, l.values...)
		maps.Copy(joined.spellings, l.spellings)
		maps.Copy(joined.exact, l.exact)
		maps.Copy(joined.loose, l.loose)
	}
	return joined
}

// add takes a value, new or known, with some spellings.
func (l *List) add(value string, spellings ...string) {
	if _, known := l.spellings[value]; !known {
		l.values = append(l.values, value)
		l.spellings[value] = nil
	}
	for _, spelling := range append([]string{value}, spellings...) {
		if spelling == "" {
			continue
		}
		l.exact[fold.Squash(spelling)] = value
		if l.loose != nil {
			l.loose[key(spelling)] = value
		}
		if spelling != value {
			l.spellings[value] = append(l.spellings[value], spelling)
		}
	}
}

// share takes the spellings of a family.
func (l *List) share(f Family, spellings []string) {
	for _, spelling := range spellings {
		l.open[key(spelling)] = f
		for _, value := range f.Values {
			l.spellings[value] = append(l.spellings[value], spelling)
		}
	}
}

// Values lists the canonical values in the order of the table.
func (l *List) Values() []string { return slices.Clone(l.values) }

// Spellings lists how a value is written too, those that it shares with others
// included.
func (l *List) Spellings(value string) []string { return l.spellings[value] }

// Find returns the value that a text stands for; ok is false for a text that the
// list does not have, and for one that leaves several values open.
func (l *List) Find(text string) (value string, ok bool) {
	if value, ok = l.exact[fold.Squash(text)]; ok || l.loose == nil {
		return value, ok
	}
	if value, ok = l.whole(text); ok {
		return value, true
	}
	return l.agreed(text)
}

// whole looks a text up as one, with its line breaks between words and inside
// them.
func (l *List) whole(text string) (value string, ok bool) {
	if value, ok = l.loose[key(text)]; ok || !strings.Contains(text, "\n") {
		return value, ok
	}
	value, ok = l.loose[key(strings.ReplaceAll(text, "\n", ""))]
	return value, ok
}

// agreed looks up a text that names a value twice, as MEDICINA (MÉDICO
// CIRUJANO) does: all parts must stand for the same one.
func (l *List) agreed(text string) (value string, ok bool) {
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("()[]/-–—,;:", r) })
	for _, part := range parts {
		if key(part) == "" {
			continue
		}
		found, known := l.whole(part)
		if !known || value != "" && found != value {
			return "", false
		}
		value = found
	}
	return value, value != ""
}

// Among returns the family that a text leaves open; ok is false where it stands
// for one value or for nothing.
func (l *List) Among(text string) (f Family, ok bool) {
	if l.loose == nil {
		return f, false
	}
	if _, sure := l.Find(text); sure {
		return f, false
	}
	if f, ok = l.open[key(text)]; !ok {
		f, ok = l.open[key(strings.ReplaceAll(text, "\n", ""))]
	}
	return f, ok
}

// Pick returns those of some values, canonical or not, that a text stands for: one
// that is written so, the one that it is a name of, or those that it leaves open.
func (l *List) Pick(text string, values []string) []string {
	want := fold.Squash(text)
	if at := slices.IndexFunc(values, func(v string) bool { return fold.Squash(v) == want }); at >= 0 {
		return values[at : at+1]
	}
	if name, ok := l.Find(text); ok {
		if slices.Contains(values, name) {
			return []string{name}
		}
		return nil
	}
	f, _ := l.Among(text)
	return slices.DeleteFunc(slices.Clone(f.Values), func(v string) bool { return !slices.Contains(values, v) })
}

// key brings a spelling to what all spellings of a value have in common: its
// words without endings of gender and number, titles and small words.
func key(text string) string {
	var b strings.Builder
	for word := range strings.FieldsFuncSeq(fold.Fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if !fillers()[word] {
			b.WriteString(stem(word))
		}
	}
	return b.String()
}

// stem takes the endings of number and gender off: médicas, médicos and médico
// have one.
func stem(word string) string {
	if len(word) <= shortest {
		return word
	}
	word = strings.TrimSuffix(word, "s")
	return strings.TrimRight(word, "aeo")
}

// shortest is the length of words that are abbreviations rather than inflected.
const shortest = 3

// fillers are words that tell nothing about which value is meant: those that
// join others, the endings of "médico(a)", and titles.
var fillers = sync.OnceValue(func() map[string]bool {
	words := make(map[string]bool, 64)
	for _, word := range strings.Fields(`de del la las el los y e en con a o as os es ra
		lic licenciado licenciada licenciados licenciadas licenciatura bach bachiller titulado titulada profesional profesionales
		carrera carreras mencion area serums serumista serumistas`) {
		words[word] = true
	}
	return words
})

// lines cuts a table into its rows of tab-separated columns.
func lines(table string) [][]string {
	var out [][]string
	for line := range strings.Lines(table) {
		line = strings.TrimRight(line, "\r\n")
		if line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, strings.Split(line, "\t"))
		}
	}
	return out
}

//go:embed institutions.tsv
var institutionTable string

//go:embed budgets.tsv
var budgetTable string

// Institutions are those that run establishments in the official offers. A
// regional government is found with the name of its region, too.
var Institutions = sync.OnceValue(func() *List {
	l := tableOf(institutionTable)
	regional := l.values[0]
	for _, head := range append([]string{regional}, l.Spellings(regional)...) {
		for _, region := range places.Peru().Regions() {
			l.exact[fold.Squash(head+region)] = regional
			l.loose[key(head+" "+region)] = regional
		}
	}
	return l
})

// Budgets are those that pay the seats of the official offers.
var Budgets = sync.OnceValue(func() *List { return tableOf(budgetTable) })

// tableOf makes a loose list of a table of two columns.
func tableOf(table string) *List {
	l := Loose()
	for _, part := range lines(table) {
		l.add(part[0], strings.Split(part[1], "|")...)
	}
	return l
}
