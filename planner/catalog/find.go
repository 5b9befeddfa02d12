package catalog

import (
	"iter"
	"slices"
	"strings"

	"brujula/data"
	"brujula/data/lookup"
)

// searchIndex is what a catalog is searched in: the texts of the rows, each once, since
// an establishment offers several plazas, year after year; and the words that the texts
// are made of, each once. A word of a query has no blank, so it is in a text where it is
// in one of the text's words, and these are far fewer than the texts.
type searchIndex struct {
	texts    []searchText
	textOf   []int32    // by row
	lettered vocabulary // words with a letter from a to z
	codes    vocabulary // those without, mostly RENIPRESS codes: nearly one a text
}

func (x *searchIndex) text(row int) *searchText { return &x.texts[x.textOf[row]] }

type vocabulary struct {
	places  lookup.Index[searchText]
	words   []searchText
	holders []holders // of each of the words
}

// holders are the texts that hold a word, by number: listed, or as a set where that
// takes less room.
type holders struct {
	few  []int32
	many *RowSet
}

func buildIndex(plazas []*data.Plaza) *searchIndex {
	x := &searchIndex{textOf: make([]int32, len(plazas))}
	var first []int32 // row of each text
	at := func(number int) named { return namedOf(plazas[first[number]]) }
	numbers := lookup.New[named](len(plazas) / 4)
	for row, p := range plazas {
		name := namedOf(p)
		number, known := numbers.Find(name, at)
		if !known {
			number, first = len(first), append(first, int32(row)) //nolint:gosec // no list has two thousand million rows
			numbers.Add(number, at)
			x.texts = append(x.texts, name.text())
		}
		x.textOf[row] = int32(number) //nolint:gosec // no list has two thousand million rows
	}
	for number := range x.texts {
		for word := range x.texts[number].words() {
			v := &x.codes
			if hasLetter(word.plain) {
				v = &x.lettered
			}
			v.holdersOf(word).add(int32(number), len(x.texts))
		}
	}
	x.lettered.built()
	x.codes.built()
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
	at, known := v.places.Find(word, v.word)
	if !known {
		at = len(v.words)
		v.words, v.holders = append(v.words, word), append(v.holders, holders{})
		v.places.Add(at, v.word)
	}
	return &v.holders[at]
}

func (v *vocabulary) word(at int) searchText { return v.words[at] }

// built gives back the memory that building alone needs.
func (v *vocabulary) built() {
	v.places = lookup.Index[searchText]{}
	v.words, v.holders = slices.Clip(v.words), slices.Clip(v.holders)
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

// add notes a text that is none of those before, or the last of them again; of how many
// there are.
func (h *holders) add(text int32, of int) {
	n := len(h.few)
	switch {
	case h.many != nil:
		h.many.add(int(text))
	case n > 0 && h.few[n-1] == text:
	case (n+1)*32 <= of: // a set takes a bit of every text
		h.few = append(h.few, text)
	default:
		h.many = newRowSet(of)
		h.addTo(h.many)
		h.many.add(int(text))
		h.few = nil
	}
}

func (h *holders) addTo(s *RowSet) {
	for _, text := range h.few {
		s.add(int(text))
	}
	if h.many != nil {
		s.join(h.many)
	}
}

// having returns the rows whose text holds the word of a query.
func (x *searchIndex) having(t *term) *RowSet {
	texts, rows := newRowSet(len(x.texts)), newRowSet(len(x.textOf))
	x.lettered.addHolders(t, texts)
	if !hasLetter(t.plain) {
		x.codes.addHolders(t, texts)
	}
	for row, text := range x.textOf {
		if texts.Has(int(text)) {
			rows.add(row)
		}
	}
	return rows
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
