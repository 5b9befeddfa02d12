package lists

import (
	"strings"
	"unicode"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/places"
)

// lexicon knows words, to tell a word that was broken inside a cell from two
// words. Some words it knows for sure: those of places and of establishments
// in general. The others it learns from the texts of the file and the library,
// where a broken word shows by its first part, which nothing else ever
// follows. Breaks and blanks are evidence alike: programs that copy a table
// write one for the other, and both copies must read the same.
type lexicon struct {
	sure   map[string]bool
	words  map[string]int    // word → texts of the file or library that have it
	pairs  map[[2]string]int // two neighbours that may be one word → texts
	texts  map[string]bool
	widest int  // runes of the longest line of texts with line breaks: the width of the column
	tight  bool // lines break anywhere in a word, not only in words that are wider than the column
	marked bool // line breaks between words have a blank beside them, so that those without part a word

	breaks, spaced int
	neighbours     [][2]string // the last word of a piece and the first of the next
}

// Joining over a blank asks for a first part as long as the columns of the
// ministry's tables are wide, which hold 10 to 14 letters; over a line break,
// for a line that is nearly full.
const (
	minBlankPart = 8
	minWholeLine = 12 // letters of a word that may fill a line by itself
	fullLine     = 0.6
	maxParts     = 4
	minMarked    = 10 // line breaks with a blank that make a habit
)

func newLexicon(known Vocabulary) *lexicon {
	x := &lexicon{
		sure: make(map[string]bool, 4096), words: make(map[string]int, 8192),
		pairs: make(map[[2]string]int), texts: make(map[string]bool, 8192),
	}
	for name := range places.Peru().Names {
		for _, word := range wordsOf(name) {
			x.sure[word] = true
		}
	}
	for _, word := range commonWords() {
		x.sure[fold.Squash(word)] = true
	}
	for _, offer := range known.Offers {
		x.learnOffer(offer)
	}
	return x
}

// learnOffer takes the names of an offer's establishments.
func (x *lexicon) learnOffer(offer *data.Offer) {
	for i := range offer.Plazas {
		x.learn(offer.Plazas[i].Establishment)
	}
}

// learn takes the words of a text that has not been seen yet.
func (x *lexicon) learn(text string) {
	if !x.texts[text] {
		x.learnPieces(text, cut(text))
	}
}

// learnPieces is learn for a text that was cut already.
func (x *lexicon) learnPieces(text string, pieces []piece) {
	plain := text
	if strings.Contains(text, "\n") {
		for i := range pieces {
			x.learnBreak(&pieces[i])
		}
		plain = oneLine(text)
	}
	if x.texts[plain] {
		return
	}
	x.texts[plain] = true
	for i := range pieces {
		part := &pieces[i]
		if part.words == 1 && part.first != "" {
			x.words[part.first]++
		} else {
			for _, word := range wordsOf(part.text) {
				x.words[word]++
			}
		}
		if i > 0 && pieces[i-1].last != "" && part.first != "" {
			x.neighbours = append(x.neighbours, [2]string{pieces[i-1].last, part.first})
		}
	}
}

func (x *lexicon) learnBreak(part *piece) {
	x.widest = max(x.widest, part.line)
	if part.broken {
		x.breaks++
	}
	if part.spaced {
		x.spaced++
	}
}

// close ends the learning: it counts the neighbours that may be one word.
func (x *lexicon) close() {
	x.marked = x.spaced >= minMarked && 10*x.spaced >= 8*x.breaks
	var whole []byte
	for _, pair := range x.neighbours {
		whole = append(append(whole[:0], pair[0]...), pair[1]...)
		if x.knows(whole) {
			x.pairs[pair]++
		}
	}
	x.neighbours = nil
}

// knows takes bytes, for words that are put together to be looked up only.
func (x *lexicon) knows(word []byte) bool { return x.sure[string(word)] || x.words[string(word)] > 0 }

// stands reports whether the word is one by itself, and not just the first part
// of a word whose second part follows.
func (x *lexicon) stands(word, next string) bool {
	return x.sure[word] || x.words[word] > x.pairs[[2]string{word, next}]
}

// wordsOf cuts a text into squashed words: runs of letters and digits.
func wordsOf(text string) []string {
	parts := strings.FieldsFunc(text, func(r rune) bool { return !isWordRune(r) })
	for i, part := range parts {
		parts[i] = fold.Squash(part)
	}
	return parts
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}
