package pdfobj

import (
	"bytes"
	"fmt"

	"brujula/data/cells"
)

// maxDepth bounds nesting of arrays and dictionaries. Real files stay below
// ten; the bound keeps the parser's own stack small.
const maxDepth = 64

// parser builds objects out of tokens. It counts what it makes, so that a
// small file cannot become a large heap.
type parser struct {
	Lexer
	budget *Budget
	crypt  *crypt // decrypts strings of the object ref; nil for none
	ref    Ref
}

// object reads one object, or fails: at the end of the data, beyond maxDepth,
// beyond the budget.
func (p *parser) object() (Object, error) { return p.value(p.Next(), 0) }

func (p *parser) value(t Token, depth int) (Object, error) {
	if depth > maxDepth {
		return nil, fmt.Errorf("objects nested deeper than %d: %w", maxDepth, cells.ErrFormat)
	}
	if err := p.budget.spendNodes(1); err != nil {
		return nil, err
	}
	switch t.Kind {
	case Integer:
		return p.integerOrRef(t.Int), nil
	case Real:
		return t.Real, nil
	case Text:
		return String(p.crypt.text(p.ref, t.Bytes)), nil
	case NameToken:
		return Name(t.Bytes), nil
	case ArrayOpen:
		return p.array(depth)
	case DictOpen:
		return p.dict(depth)
	case Keyword:
		return keywordValue(t.Bytes)
	}
	return nil, fmt.Errorf("object expected at byte %d: %w", p.Pos, cells.ErrFormat)
}

func keywordValue(word []byte) (Object, error) {
	switch string(word) {
	case "true":
		return true, nil
	case "false":
		return false, nil
	case "null":
		return nil, nil
	}
	if len(word) > 40 {
		word = word[:40]
	}
	return nil, fmt.Errorf("unexpected word %q: %w", word, cells.ErrFormat)
}

// integerOrRef looks ahead for "gen R" behind a number.
func (p *parser) integerOrRef(n int64) Object {
	if n < 0 || n > 1<<30 {
		return n
	}
	back := p.Pos
	if gen := p.Next(); gen.Kind == Integer && gen.Int >= 0 && gen.Int < 1<<16 {
		if r := p.Next(); r.Kind == Keyword && len(r.Bytes) == 1 && r.Bytes[0] == 'R' {
			return Ref{int(n), int(gen.Int)}
		}
	}
	p.Pos = back
	return n
}

func (p *parser) array(depth int) (Object, error) {
	var out Array
	for {
		t := p.Next()
		if t.Kind == ArrayClose {
			return out, nil
		}
		v, err := p.value(t, depth+1)
		if err != nil {
			return nil, err
		}
		out = append(out, v)
	}
}

func (p *parser) dict(depth int) (Object, error) {
	out := Dict{}
	for {
		t := p.Next()
		switch t.Kind {
		case DictClose:
			return out, nil
		case NameToken:
		default:
			return nil, fmt.Errorf("key expected in dictionary at byte %d: %w", p.Pos, cells.ErrFormat)
		}
		key := Name(t.Bytes)
		t = p.Next()
		if t.Kind == DictClose { // a key without a value, as some producers leave
			return out, nil
		}
		v, err := p.value(t, depth+1)
		if err != nil {
			return nil, err
		}
		out[key] = v
	}
}

// ParseDict reads the dictionary that follows << in a content stream and
// leaves the lexer behind it; nil when it is broken. References are kept.
func ParseDict(l *Lexer, budget *Budget) Dict {
	p := parser{Lexer: *l, budget: budget}
	v, err := p.dict(0)
	l.Pos = p.Pos
	if err != nil {
		return nil
	}
	d, _ := v.(Dict)
	return d
}

// indirect reads "num gen obj … endobj" at the lexer's place.
func (p *parser) indirect() (Ref, Object, error) {
	num, gen, word := p.Next(), p.Next(), Token{}
	if num.Kind == Integer && gen.Kind == Integer {
		word = p.Next()
	}
	if word.Kind != Keyword || !bytes.HasPrefix(word.Bytes, []byte("obj")) ||
		num.Int < 0 || num.Int > 1<<30 || gen.Int < 0 || gen.Int > 1<<16 {
		return Ref{}, nil, fmt.Errorf("no object at byte %d: %w", p.Pos, cells.ErrFormat)
	}
	p.Pos -= len(word.Bytes) - len("obj") // "obj5": the word ran on into the value
	p.ref = Ref{int(num.Int), int(gen.Int)}
	v, err := p.object()
	if err != nil {
		return p.ref, nil, err
	}
	d, ok := v.(Dict)
	if !ok {
		return p.ref, v, nil
	}
	back := p.Pos
	if t := p.Next(); t.Kind != Keyword || string(t.Bytes) != "stream" {
		p.Pos = back
		return p.ref, d, nil
	}
	p.skipLineEnd()
	return p.ref, &Stream{Dict: d, ref: p.ref}, nil
}

// skipLineEnd stands behind the word stream and moves to the first data byte.
func (p *parser) skipLineEnd() {
	for p.Pos < len(p.Data) && (p.Data[p.Pos] == ' ' || p.Data[p.Pos] == '\t') {
		p.Pos++
	}
	if p.Pos < len(p.Data) && p.Data[p.Pos] == '\r' {
		p.Pos++
	}
	if p.Pos < len(p.Data) && p.Data[p.Pos] == '\n' {
		p.Pos++
	}
}
