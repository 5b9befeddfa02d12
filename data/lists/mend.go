package lists

import (
	"strings"
	"unicode/utf8"
)

// piece is a part of a cell between blanks or line breaks.
type piece struct {
	text   string
	broken bool // a line break, not a blank, stands before it
	line   int  // runes of the line that it stands in
	alone  bool // it is the only one in its line
}

// cut cuts a cell into pieces.
func cut(text string) []piece {
	pieces := make([]piece, 0, 8)
	for line := range strings.SplitSeq(text, "\n") {
		fields := strings.Fields(line)
		length := utf8.RuneCountInString(strings.TrimSpace(line))
		for i, field := range fields {
			pieces = append(pieces, piece{
				text: field, broken: i == 0 && len(pieces) > 0,
				line: length, alone: len(fields) == 1,
			})
		}
	}
	return pieces
}

// mend puts a text into one line: words that a break or a stray blank cut are
// joined where the lexicon knows the whole; the rest is joined by a blank.
// doubt is true when a line break may lie inside a word that nothing knows.
func (x *lexicon) mend(text string) (mended string, doubt bool) {
	pieces := cut(text)
	var b strings.Builder
	b.Grow(len(text))
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
			writePiece(&b, part.text)
			quotes += strings.Count(part.text, `"`)
		}
		i += parts
	}
	return b.String(), doubt
}

// wholeWord tells how many of the pieces, from the first on, make one word
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
	first, second := lastWord(pieces[0].text), firstWord(pieces[1].text)
	if first == "" || second == "" {
		return false
	}
	whole := first
	for i, part := range pieces[1:] {
		word := firstWord(part.text)
		inner := i+2 < len(pieces)
		if word == "" || inner && lastWord(part.text) != word {
			return false
		}
		if !x.mayBreak(pieces[i], part, len(whole), len(word)) {
			return false
		}
		whole += word
	}
	if !x.knows(whole) {
		return false
	}
	if !x.stands(first, second) {
		return true
	}
	return x.tight && pieces[1].broken && x.tornApart(whole, first, second)
}

// mayBreak tells whether the place between two pieces looks like one where a
// table breaks a word: at the end of a full line, or, where only a blank is
// left of the break, after a long part.
func (x *lexicon) mayBreak(before, after piece, length, next int) bool {
	if after.broken {
		return x.tight || float64(before.line) >= fullLine*float64(x.widest)
	}
	return length >= minBlankPart && length >= next
}

// tornApart decides, in a table that breaks lines anywhere, about two parts of
// which the first is a word too (SAN | TIAGO, BELLA | VISTA): they are one word
// when the second is none, or when the whole is commoner than the two.
func (x *lexicon) tornApart(whole, first, second string) bool {
	if !x.sure[second] && x.words[second] <= x.pairs[first+" "+second] {
		return true
	}
	return x.words[whole] > x.pairs[first+" "+second]
}

// doubtful tells whether a break between two pieces may lie inside a word: the
// first part fills a line by itself and neither part is a known word.
func (x *lexicon) doubtful(before, after piece) bool {
	first, second := lastWord(before.text), firstWord(after.text)
	if first == "" || second == "" || len(first) < 4 {
		return false
	}
	if !before.alone || float64(before.line) < fullLine*float64(x.widest) {
		return false
	}
	if x.sure[first] || x.words[first] > 1 {
		return false
	}
	return len(second) < 3 || !x.sure[second] && x.words[second] <= 1
}

// glued tells whether no blank belongs between two pieces: a hyphen at the end
// of a word ties it to the next, and a closing quote belongs to what it closes.
func glued(before, after string, quotes int) bool {
	if len(before) > 1 && strings.HasSuffix(before, "-") {
		return true
	}
	return after[0] == '"' && quotes%2 == 1
}

// writePiece writes a piece; a hyphen before a word stands by itself.
func writePiece(b *strings.Builder, text string) {
	if len(text) > 1 && text[0] == '-' && firstWord(text[1:]) != "" && b.Len() > 0 {
		b.WriteString("- ")
		text = text[1:]
	}
	b.WriteString(text)
}
