package catalog

import (
	"iter"
	"strings"
)

// searchIndex is what a catalog is searched in: every row's text, and the words
// that the texts are made of, each once. A word of a query has no blank, so it
// is in a text where it is in one of the text's words, and these are far fewer
// than the texts.
type searchIndex struct {
	texts    []searchText
	lettered vocabulary // words with a letter from a to z
	codes    vocabulary // those without, mostly RENIPRESS codes: nearly one a row
}

type vocabulary struct {
	place   map[searchText]int
	words   []searchText
	holders []holders // of each of the words
}

// holders are the rows whose texts hold a word: listed, or as a set where that
// takes less room.
type holders struct {
	few  []int32
	many *RowSet
}

func buildIndex(texts []searchText) *searchIndex {
	x := &searchIndex{texts: texts}
	x.lettered.place, x.codes.place = map[searchText]int{}, map[searchText]int{}
	for row := range texts {
		for word := range texts[row].words() {
			v := &x.codes
			if hasLetter(word.plain) {
				v = &x.lettered
			}
			v.holdersOf(word).add(int32(row), len(texts))
		}
	}
	x.lettered.place, x.codes.place = nil, nil // built
	return x
}

func hasLetter(word string) bool {
	for i := range len(word) {
		if 'a' <= word[i] && word[i] <= 'z' {
			return true
		}
	}
	return false
}

func (v *vocabulary) holdersOf(word searchText) *holders {
	at, known := v.place[word]
	if !known {
		at = len(v.words)
		v.place[word] = at
		v.words, v.holders = append(v.words, word), append(v.holders, holders{})
	}
	return &v.holders[at]
}

// words returns the words of a text, in each spelling.
func (s *searchText) words() iter.Seq[searchText] {
	return func(yield func(searchText) bool) {
		from := 0
		for plain := range strings.SplitSeq(s.plain, " ") {
			to := from + len(plain)
			if from < to && !yield(searchText{plain, s.enye[from:to]}) {
				return
			}
			from = to + 1
		}
	}
}

// add notes a row that is none of those before, or the last of them again.
func (h *holders) add(row int32, rows int) {
	n := len(h.few)
	switch {
	case h.many != nil:
		h.many.add(int(row))
	case n > 0 && h.few[n-1] == row:
	case (n+1)*32 <= rows: // a set takes a bit of every row
		h.few = append(h.few, row)
	default:
		h.many = newRowSet(rows)
		h.addTo(h.many)
		h.many.add(int(row))
		h.few = nil
	}
}

func (h *holders) addTo(s *RowSet) {
	for _, row := range h.few {
		s.add(int(row))
	}
	if h.many != nil {
		s.join(h.many)
	}
}

// having returns the rows whose text holds the word of a query.
func (x *searchIndex) having(t *term) *RowSet {
	found := newRowSet(len(x.texts))
	x.lettered.addHolders(t, found)
	if !hasLetter(t.plain) {
		x.codes.addHolders(t, found)
	}
	return found
}

func (v *vocabulary) addHolders(t *term, found *RowSet) {
	for i := range v.words {
		if t.find(v.words[i].plain, v.words[i].enye, 0) >= 0 {
			v.holders[i].addTo(found)
		}
	}
}

// Find returns those rows of a set (nil: of all) that match the text. Whatever
// matches a longer text that begins with a shorter one matches the shorter one
// too, if neither says "!": a search that grows letter by letter need only look
// among what it found before.
func (c *Catalog) Find(among *RowSet, text string) *RowSet {
	found := allRows(c.Len())
	if among != nil {
		found = among.clone()
	}
	query := ParseQuery(text)
	for i := range query.terms {
		t := &query.terms[i]
		if having := c.search().having(t); t.not {
			found.drop(having)
		} else {
			found.keep(having)
		}
	}
	return found
}
