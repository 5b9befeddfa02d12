package pdfpage

import (
	"sort"
	"unicode/utf16"

	"brujula/data/pdf/pdfobj"
)

// cmap maps the codes of a font to texts (ToUnicode) or to glyph numbers (the
// encoding of a composite font), ISO 32000-1, 9.7.5 and 9.10.3.
type cmap struct {
	spaces [5][]codeRange // by length of the code in bytes
	single map[uint32]string
	ranges []textRange
	cids   []cidRange
}

type codeRange struct{ low, high uint32 }

type textRange struct {
	low, high uint32
	text      []uint16 // of low; the last unit counts up
}

type cidRange struct{ low, high, cid uint32 }

// maxCmap bounds the entries of one map; a font has at most 65,536 glyphs.
const maxCmap = 140_000

// parseCmap reads as much of the map as it understands.
func parseCmap(data []byte, budget *pdfobj.Budget) (*cmap, error) {
	p := cmapParser{lexer: pdfobj.Lexer{Data: data}, out: &cmap{single: map[uint32]string{}}, budget: budget}
	for {
		t := p.lexer.Next()
		if t.Kind == pdfobj.End || p.entries > maxCmap {
			break
		}
		if t.Kind != pdfobj.Keyword {
			continue
		}
		if err := p.section(string(t.Bytes)); err != nil {
			return nil, err
		}
	}
	m := p.out
	sort.SliceStable(m.ranges, func(i, j int) bool { return m.ranges[i].low < m.ranges[j].low })
	sort.SliceStable(m.cids, func(i, j int) bool { return m.cids[i].low < m.cids[j].low })
	return m, nil
}

type cmapParser struct {
	lexer   pdfobj.Lexer
	out     *cmap
	entries int
	budget  *pdfobj.Budget
}

type cmapCode struct {
	value uint32
	size  int
}

func codeOf(b []byte) cmapCode {
	c := cmapCode{size: len(b)}
	for _, x := range b[:min(len(b), 4)] {
		c.value = c.value<<8 | uint32(x)
	}
	return c
}

// section reads the entries between begin… and end….
func (p *cmapParser) section(name string) error {
	var entry func() bool
	switch name {
	case "begincodespacerange":
		entry = p.codeSpace
	case "beginbfchar":
		entry = p.bfChar
	case "beginbfrange":
		entry = p.bfRange
	case "begincidchar":
		entry = func() bool { return p.cid(false) }
	case "begincidrange":
		entry = func() bool { return p.cid(true) }
	default:
		return nil
	}
	for entry() && p.entries <= maxCmap {
		p.entries++
		if err := p.budget.Work(1); err != nil {
			return err
		}
	}
	return nil
}

// code reads a code; ok is false at the end of the section.
func (p *cmapParser) code() (cmapCode, bool) {
	t := p.lexer.Next()
	if t.Kind != pdfobj.Text {
		return cmapCode{}, false
	}
	return codeOf(t.Bytes), true
}

func (p *cmapParser) codeSpace() bool {
	low, ok1 := p.code()
	if !ok1 {
		return false
	}
	high, ok2 := p.code()
	if ok2 && low.size >= 1 && low.size <= 4 {
		p.out.spaces[low.size] = append(p.out.spaces[low.size], codeRange{low.value, high.value})
	}
	return ok2
}

func (p *cmapParser) bfChar() bool {
	code, ok := p.code()
	if !ok {
		return false
	}
	t := p.lexer.Next()
	switch t.Kind {
	case pdfobj.Text:
		p.out.single[code.value] = tidy(fromUTF16(t.Bytes))
	case pdfobj.NameToken:
		p.out.single[code.value] = glyphText(string(t.Bytes))
	default:
		return false
	}
	return true
}

func (p *cmapParser) bfRange() bool {
	low, ok := p.code()
	if !ok {
		return false
	}
	high, ok := p.code()
	if !ok {
		return false
	}
	t := p.lexer.Next()
	if t.Kind == pdfobj.Text {
		p.out.ranges = append(p.out.ranges, textRange{low.value, high.value, units(t.Bytes)})
		return true
	}
	if t.Kind != pdfobj.ArrayOpen {
		return false
	}
	for code := low.value; p.entries <= maxCmap; code++ {
		t = p.lexer.Next()
		if t.Kind != pdfobj.Text {
			return t.Kind == pdfobj.ArrayClose
		}
		p.entries++
		p.out.single[code] = tidy(fromUTF16(t.Bytes))
	}
	return false
}

func (p *cmapParser) cid(isRange bool) bool {
	low, ok := p.code()
	if !ok {
		return false
	}
	high := low
	if isRange {
		if high, ok = p.code(); !ok {
			return false
		}
	}
	t := p.lexer.Next()
	if t.Kind != pdfobj.Integer {
		return false
	}
	p.out.cids = append(p.out.cids, cidRange{low.value, high.value, uint32(t.Int)})
	return true
}

func units(b []byte) []uint16 {
	if len(b) == 1 {
		return []uint16{uint16(b[0])}
	}
	out := make([]uint16, 0, min(len(b)/2, 32))
	for i := 0; i+1 < len(b) && len(out) < 32; i += 2 {
		out = append(out, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return out
}

func fromUTF16(b []byte) string { return string(utf16.Decode(units(b))) }

// text returns what a code stands for, empty when the map does not say.
func (m *cmap) text(code uint32) string {
	if text, ok := m.single[code]; ok {
		return text
	}
	i := sort.Search(len(m.ranges), func(i int) bool { return m.ranges[i].low > code }) - 1
	if i < 0 || code > m.ranges[i].high || len(m.ranges[i].text) == 0 {
		return ""
	}
	text := append([]uint16(nil), m.ranges[i].text...)
	text[len(text)-1] += uint16(code - m.ranges[i].low)
	return tidy(string(utf16.Decode(text)))
}

// glyph returns the glyph number of a code; the code itself when the map does
// not say.
func (m *cmap) glyph(code uint32) uint32 {
	i := sort.Search(len(m.cids), func(i int) bool { return m.cids[i].low > code }) - 1
	if i >= 0 && code <= m.cids[i].high {
		return m.cids[i].cid + code - m.cids[i].low
	}
	return code
}

// next cuts the first code off s by the code spaces.
func (m *cmap) next(s []byte) (code uint32, size int) {
	for n := 1; n <= 4 && n <= len(s); n++ {
		code = code<<8 | uint32(s[n-1])
		for _, r := range m.spaces[n] {
			if code >= r.low && code <= r.high {
				return code, n
			}
		}
	}
	return uint32(s[0]), 1
}
