package lists

import (
	"strings"
	"unicode"
	"unicode/utf8"

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
	words  map[string]int // word → texts of the file or library that have it
	pairs  map[string]int // two neighbours that may be one word → texts
	texts  map[string]bool
	widest int  // runes of the longest line
	tight  bool // lines break anywhere in a word, not only in words that are wider than the column
}

// Joining over a blank asks for a first part as long as the columns of the
// ministry's tables are wide, which hold 10 to 14 letters; over a line break,
// for a line that is nearly full.
const (
	minBlankPart = 7
	fullLine     = 0.6
	maxParts     = 4
)

func newLexicon(known Vocabulary) *lexicon {
	x := &lexicon{
		sure: make(map[string]bool, 4096), words: make(map[string]int, 8192),
		pairs: make(map[string]int), texts: make(map[string]bool, 8192),
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

func (x *lexicon) learnOffer(offer *data.Offer) {
	for i := range offer.Plazas {
		x.learn(offer.Plazas[i].Establishment)
	}
}

// learn takes the words of a text that has not been seen yet.
func (x *lexicon) learn(text string) {
	for line := range strings.SplitSeq(text, "\n") {
		x.widest = max(x.widest, utf8.RuneCountInString(line))
	}
	plain := oneLine(text)
	if x.texts[plain] {
		return
	}
	x.texts[plain] = true
	for _, word := range wordsOf(plain) {
		x.words[word]++
	}
}

// close ends the learning: it counts the neighbours that may be one word.
func (x *lexicon) close() {
	for text := range x.texts {
		pieces := strings.Fields(text)
		for i := 1; i < len(pieces); i++ {
			first, second := lastWord(pieces[i-1]), firstWord(pieces[i])
			if first != "" && second != "" && x.knows(first+second) {
				x.pairs[first+" "+second]++
			}
		}
	}
}

func (x *lexicon) knows(word string) bool { return x.sure[word] || x.words[word] > 0 }

// stands tells whether the word is one by itself, and not just the first part
// of a word whose second part follows.
func (x *lexicon) stands(word, next string) bool {
	return x.sure[word] || x.words[word] > x.pairs[word+" "+next]
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

// lastWord gives the squashed word that the text ends with, or nothing when it
// ends with a sign.
func lastWord(text string) string {
	end := len(text)
	for end > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:end])
		if !isWordRune(r) {
			break
		}
		end -= size
	}
	return fold.Squash(text[end:])
}

// firstWord gives the squashed word that the text begins with, or nothing.
func firstWord(text string) string {
	for i, r := range text {
		if !isWordRune(r) {
			return fold.Squash(text[:i])
		}
	}
	return fold.Squash(text)
}
