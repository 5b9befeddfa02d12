package pdfobj

import (
	"bytes"
	"math"
)

// Kind tells what a Token is.
type Kind uint8

// The kinds of token. Keyword covers operators and the words true, false,
// null, obj, R and so on.
const (
	End Kind = iota
	Integer
	Real
	Text // a string, literal or hexadecimal, decoded
	NameToken
	Keyword
	ArrayOpen
	ArrayClose
	DictOpen
	DictClose
)

// Token is one lexical unit. Bytes are valid until the lexer is used again.
type Token struct {
	Kind  Kind
	Int   int64
	Real  float64 // set for Integer too
	Bytes []byte
}

// Lexer cuts a file, an object stream or a content stream into tokens. It
// never fails: what makes no sense is skipped, as PDF viewers do.
type Lexer struct {
	Data    []byte
	Pos     int
	scratch []byte
}

const (
	spaceByte = 1 + iota
	delimByte
)

// classes tells white space and delimiters apart (ISO 32000-1, 7.2.2).
var classes = [256]uint8{
	0: spaceByte, '\t': spaceByte, '\n': spaceByte, '\f': spaceByte, '\r': spaceByte, ' ': spaceByte,
	'(': delimByte, ')': delimByte, '<': delimByte, '>': delimByte, '[': delimByte, ']': delimByte,
	'{': delimByte, '}': delimByte, '/': delimByte, '%': delimByte,
}

func (l *Lexer) skipBlanks() {
	for l.Pos < len(l.Data) {
		switch c := l.Data[l.Pos]; {
		case classes[c] == spaceByte:
			l.Pos++
		case c == '%':
			for l.Pos < len(l.Data) && l.Data[l.Pos] != '\n' && l.Data[l.Pos] != '\r' {
				l.Pos++
			}
		default:
			return
		}
	}
}

// Next returns the next token, of kind End at the end of the data.
func (l *Lexer) Next() Token {
	for {
		l.skipBlanks()
		if l.Pos >= len(l.Data) {
			return Token{Kind: End}
		}
		c := l.Data[l.Pos]
		switch c {
		case '/':
			return l.name()
		case '(':
			return l.literal()
		case '<':
			if l.Pos+1 < len(l.Data) && l.Data[l.Pos+1] == '<' {
				l.Pos += 2
				return Token{Kind: DictOpen}
			}
			return l.hex()
		case '>':
			l.Pos++
			if l.Pos < len(l.Data) && l.Data[l.Pos] == '>' {
				l.Pos++
				return Token{Kind: DictClose}
			}
		case '[':
			l.Pos++
			return Token{Kind: ArrayOpen}
		case ']':
			l.Pos++
			return Token{Kind: ArrayClose}
		case ')', '{', '}':
			l.Pos++ // stray, or a PostScript block: nothing of ours is in it
		default:
			return l.word()
		}
	}
}

func (l *Lexer) word() Token {
	start := l.Pos
	for l.Pos < len(l.Data) && classes[l.Data[l.Pos]] == 0 {
		l.Pos++
	}
	word := l.Data[start:l.Pos]
	if c := word[0]; c <= '9' && (c >= '0' || c == '-' || c == '+' || c == '.') {
		if t, ok := number(word); ok {
			return t
		}
	}
	return Token{Kind: Keyword, Bytes: word}
}

// number reads an integer or real. Like viewers it takes "--5" for -5 and
// stops at a second sign inside ("12-34"), which careless producers write.
func number(word []byte) (Token, bool) {
	negative, i := false, 0
	for i < len(word) && (word[i] == '-' || word[i] == '+') {
		negative = negative || word[i] == '-'
		i++
	}
	whole, fraction, scale := 0.0, 0.0, 1.0
	digits, isReal := 0, false
loop:
	for ; i < len(word); i++ {
		c := word[i]
		switch {
		case c == '.' && !isReal:
			isReal = true
		case c == '-' && digits > 0:
			break loop
		case c < '0' || c > '9':
			return Token{}, false
		case isReal:
			digits++
			if scale < 1e15 {
				scale *= 10
				fraction = fraction*10 + float64(c-'0')
			}
		default:
			digits++
			whole = whole*10 + float64(c-'0')
		}
	}
	if digits == 0 && !isReal {
		return Token{}, false
	}
	value := whole + fraction/scale
	if math.IsInf(value, 0) {
		value = math.MaxFloat32
	}
	if negative {
		value = -value
	}
	if isReal || math.Abs(value) > 1<<53 {
		return Token{Kind: Real, Real: value}, true
	}
	return Token{Kind: Integer, Int: int64(value), Real: value}, true
}

func (l *Lexer) name() Token {
	l.Pos++
	start := l.Pos
	for l.Pos < len(l.Data) && classes[l.Data[l.Pos]] == 0 {
		l.Pos++
	}
	raw := l.Data[start:l.Pos]
	if bytes.IndexByte(raw, '#') < 0 {
		return Token{Kind: NameToken, Bytes: raw}
	}
	out := l.scratch[:0]
	for i := 0; i < len(raw); i++ {
		if raw[i] == '#' && i+2 < len(raw) && unhex(raw[i+1]) >= 0 && unhex(raw[i+2]) >= 0 {
			out = append(out, byte(unhex(raw[i+1])<<4|unhex(raw[i+2])))
			i += 2
			continue
		}
		out = append(out, raw[i])
	}
	l.scratch = out
	return Token{Kind: NameToken, Bytes: out}
}

func (l *Lexer) hex() Token {
	l.Pos++
	out := l.scratch[:0]
	high := -1
	for l.Pos < len(l.Data) {
		c := l.Data[l.Pos]
		l.Pos++
		if c == '>' {
			break
		}
		digit := unhex(c)
		if digit < 0 {
			continue
		}
		if high < 0 {
			high = digit
			continue
		}
		out = append(out, byte(high<<4|digit))
		high = -1
	}
	if high >= 0 {
		out = append(out, byte(high<<4))
	}
	l.scratch = out
	return Token{Kind: Text, Bytes: out}
}

func unhex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

func (l *Lexer) literal() Token {
	l.Pos++
	out := l.scratch[:0]
	for depth := 1; l.Pos < len(l.Data); {
		c := l.Data[l.Pos]
		l.Pos++
		switch c {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				l.scratch = out
				return Token{Kind: Text, Bytes: out}
			}
		case '\r':
			if l.Pos < len(l.Data) && l.Data[l.Pos] == '\n' {
				l.Pos++
			}
			c = '\n'
		case '\\':
			out = l.escape(out)
			continue
		}
		out = append(out, c)
	}
	l.scratch = out
	return Token{Kind: Text, Bytes: out}
}

// escape reads what follows a backslash in a literal string (7.3.4.2).
func (l *Lexer) escape(out []byte) []byte {
	if l.Pos >= len(l.Data) {
		return out
	}
	c := l.Data[l.Pos]
	l.Pos++
	switch c {
	case 'n':
		return append(out, '\n')
	case 'r':
		return append(out, '\r')
	case 't':
		return append(out, '\t')
	case 'b':
		return append(out, '\b')
	case 'f':
		return append(out, '\f')
	case '\n':
		return out
	case '\r':
		if l.Pos < len(l.Data) && l.Data[l.Pos] == '\n' {
			l.Pos++
		}
		return out
	}
	if c < '0' || c > '7' {
		return append(out, c)
	}
	code := int(c - '0')
	for i := 0; i < 2 && l.Pos < len(l.Data) && l.Data[l.Pos] >= '0' && l.Data[l.Pos] <= '7'; i++ {
		code = code<<3 | int(l.Data[l.Pos]-'0')
		l.Pos++
	}
	return append(out, byte(code))
}
