package lists

import (
	"strings"
	"unicode/utf8"

	"brujula/data/fold"
)

// piece is a part of a cell between blanks or line breaks.
type piece struct {
	text   string
	broken bool // a line break, not a blank, stands before it
	spaced bool // a blank stands beside that line break: it parts words
	line   int  // runes of the line that it stands in
	alone  bool // it is the only one in its line

	words       int    // how many words it has: A-B has two
	first, last string // the squashed words at its ends; empty where a sign stands there
}

// newPiece looks at the words of a text without blanks.
func newPiece(text string) piece {
	p := piece{text: text}
	start := -1
	for i, r := range text {
		switch {
		case isWordRune(r):
			if start < 0 {
				start = i
				p.words++
			}
		case start >= 0:
			if start == 0 {
				p.first = fold.Squash(text[:i])
			}
			start = -1
		}
	}
	switch {
	case start == 0:
		p.first = fold.Squash(text)
		p.last = p.first
	case start > 0:
		p.last = fold.Squash(text[start:])
	}
	return p
}

// cut cuts a cell into pieces.
func cut(text string) []piece {
	pieces := make([]piece, 0, 1+strings.Count(text, " ")+strings.Count(text, "\n"))
	trailing := false
	for line := range strings.SplitSeq(text, "\n") {
		from := len(pieces)
		length := utf8.RuneCountInString(strings.TrimSpace(line))
		for field := range strings.FieldsSeq(line) {
			part := newPiece(field)
			part.line = length
			pieces = append(pieces, part)
		}
		if from < len(pieces) {
			head := &pieces[from]
			head.alone = len(pieces) == from+1
			head.broken = from > 0
			head.spaced = head.broken && (trailing || line[0] == ' ')
		}
		trailing = from == len(pieces) || strings.HasSuffix(line, " ")
	}
	return pieces
}

// mend puts a text into one line: words that a break or a stray blank cut are
// joined where the lexicon knows the whole; the rest is joined by a blank.
// doubt is true when a line break may lie inside a word that nothing knows.
func (x *lexicon) mend(text string) (mended string, doubt bool) {
	return x.mendPieces(cut(text))
}

func (x *lexicon) mendPieces(pieces []piece) (mended string, doubt bool) {
	if len(pieces) == 1 {
		return pieces[0].text, false
	}
	var b strings.Builder
	size := 0
	for i := range pieces {
		size += len(pieces[i].text) + 2
	}
	b.Grow(size)
	quotes := 0
	for i := 0; i < len(pieces); {
		if i > 0 && !glued(pieces[i-1].text, pieces[i].text, quotes) {
			b.WriteByte(' ')
		}
		parts := x.wholeWord(pieces[i:])
		if i > 0 && parts == 1 && pieces[i].broken && x.doubtful(pieces[i-1], pieces[i]) {
			doubt = true
		}
		for _, part := range pieces[i : i+parts] {
			writePiece(&b, part.text, part.first == "" && part.words > 0)
			quotes += strings.Count(part.text, `"`)
		}
		i += parts
	}
	return b.String(), doubt
}

// wholeWord reports how many of the pieces, from the first on, make one word
// with what hangs on to it at both ends; 1 where they are words of their own.
func (x *lexicon) wholeWord(pieces []piece) int {
	for parts := min(maxParts, len(pieces)); parts > 1; parts-- {
		if x.joins(pieces[:parts]) {
			return parts
		}
	}
	return 1
}

func (x *lexicon) joins(pieces []piece) bool {
	first, second := pieces[0].last, pieces[1].first
	if first == "" || second == "" {
		return false
	}
	var room [64]byte
	whole, torn := append(room[:0], first...), true
	for i, part := range pieces[1:] {
		word := part.first
		inner := i+2 < len(pieces)
		if word == "" || inner && (part.last == "" || part.words > 1) {
			return false
		}
		if !x.mayBreak(pieces[i], part, len(whole), len(word)) {
			return false
		}
		torn = torn && part.broken && !part.spaced
		whole = append(whole, word...)
	}
	if torn && x.marked && (!x.stands(first, second) || !x.sure[second]) {
		return true
	}
	if !x.knows(whole) {
		return false
	}
	if !x.stands(first, second) {
		return true
	}
	return x.tight && torn && x.tornApart(string(whole), first, second)
}

// mayBreak reports whether the place between two pieces looks like one where a
// table breaks a word: after a long part, or at the end of a full line.
func (x *lexicon) mayBreak(before, after piece, length, next int) bool {
	if length >= minBlankPart && length >= next {
		return true
	}
	if !after.broken || after.spaced {
		return false
	}
	return x.tight || x.marked || before.alone && float64(before.line) >= fullLine*float64(x.widest)
}

// tornApart decides, in a table that breaks lines anywhere, about two parts of
// which the first is a word too (SAN | TIAGO, BELLA | VISTA): they are one word
// when only the whole is a sure one, when the second part is none, or when the
// whole is commoner than the two.
func (x *lexicon) tornApart(whole, first, second string) bool {
	pairs := x.pairs[[2]string{first, second}]
	if x.sure[whole] && !x.sure[first] || !x.sure[second] && x.words[second] <= pairs {
		return true
	}
	return x.words[whole] > pairs
}

// doubtful reports whether a break between two pieces may lie inside a word: the
// first part fills a line by itself, and neither part is a known word.
func (x *lexicon) doubtful(before, after piece) bool {
	first, second := before.last, after.first
	if first == "" || second == "" || after.spaced || x.marked || !x.tight && !before.alone {
		return false
	}
	if len(first) < minWholeLine && float64(before.line) < fullLine*float64(x.widest) {
		return false
	}
	if x.sure[first] || x.words[first] > 1 {
		return false
	}
	return len(second) < 3 || !x.sure[second] && x.words[second] <= 1
}

// glued reports whether no blank belongs between two pieces: a hyphen at the end
// of a word ties it to the next, and a closing sign belongs to what it closes.
func glued(before, after string, quotes int) bool {
	if len(before) > 1 && strings.HasSuffix(before, "-") {
		return true
	}
	return after[0] == '"' && quotes%2 == 1 || strings.IndexByte(",;:.)", after[0]) >= 0
}

// writePiece writes a piece; a hyphen before a word stands by itself. signed
// tells that a sign stands before the first word.
func writePiece(b *strings.Builder, text string, signed bool) {
	if signed && text[0] == '-' && b.Len() > 0 {
		b.WriteString("- ")
		text = text[1:]
	}
	b.WriteString(text)
}
