package pdfpage

import (
	"sync"

	"brujula/data/pdf/pdfobj"
)

// font is what the interpreter needs of a PDF font: to cut a string into
// codes, and the text and width of each.
type font struct {
	lost      bool // the file has no such font: what its codes mean is a guess
	composite bool
	codes     *cmap // of a composite font with a CMap of its own; nil is two bytes a code
	unicode   *cmap // ToUnicode; nil for none

	simpleText  [256]string
	simpleWidth [256]float32 // in text space units: 1 is the font size

	widths       map[uint32]float32
	defaultWidth float32

	mu   sync.Mutex
	seen map[uint32]glyph // texts and widths of a composite font, as they were asked for
}

type glyph struct {
	text  string
	width float32
}

// Fonts keeps the fonts of a document, so that each is read once for all
// pages. It is safe for concurrent use.
type Fonts struct {
	doc   *pdfobj.Document
	mu    sync.Mutex
	known map[pdfobj.Ref]*font
}

// NewFonts makes an empty store for the fonts of doc.
func NewFonts(doc *pdfobj.Document) *Fonts {
	return &Fonts{doc: doc, known: map[pdfobj.Ref]*font{}}
}

// get reads the font that o points to. A font that is missing reads as one in
// WinAnsiEncoding. It fails with cells.ErrTooLarge when the budget ends, with
// cells.ErrFormat when a table of letters is damaged: it would give others.
func (f *Fonts) get(o pdfobj.Object) (*font, error) {
	ref, shared := o.(pdfobj.Ref)
	if shared {
		f.mu.Lock()
		known := f.known[ref]
		f.mu.Unlock()
		if known != nil {
			return known, nil
		}
	}
	loaded, err := loadFont(f.doc, f.doc.Dict(o))
	if err != nil {
		return nil, err
	}
	if shared {
		f.mu.Lock()
		f.known[ref] = loaded
		f.mu.Unlock()
	}
	return loaded, nil
}

func loadFont(doc *pdfobj.Document, dict pdfobj.Dict) (*font, error) {
	f := &font{lost: dict == nil}
	if err := doc.Budget().Work(512); err != nil {
		return nil, err
	}
	if s := doc.Stream(dict["ToUnicode"]); s != nil {
		data, err := doc.Data(s)
		if err == nil {
			f.unicode, err = parseCmap(data, doc.Budget())
		}
		if err != nil {
			return nil, err
		}
	}
	if doc.Name(dict["Subtype"]) == "Type0" {
		return f, f.loadComposite(doc, dict)
	}
	f.loadSimple(doc, dict)
	return f, nil
}

// loadSimple fills the tables of a font with one byte a code (9.6).
func (f *font) loadSimple(doc *pdfobj.Document, dict pdfobj.Dict) {
	named := encodingNames(doc, dict)
	for c := range f.simpleText {
		text := named[c]
		if f.unicode != nil {
			if mapped := f.unicode.text(uint32(c)); mapped != "" {
				text = mapped
			}
		}
		f.simpleText[c] = tidy(text)
	}
	scale := 0.001
	if doc.Name(dict["Subtype"]) == "Type3" {
		if m := doc.Array(dict["FontMatrix"]); len(m) == 6 {
			scale = doc.Number(m[0])
		}
	}
	first, widths := doc.Int(dict["FirstChar"]), doc.Array(dict["Widths"])
	missing := doc.Number(doc.Dict(dict["FontDescriptor"])["MissingWidth"])
	base := string(doc.Name(dict["BaseFont"]))
	for c := range f.simpleWidth {
		switch i := c - first; {
		case widths == nil:
			f.simpleWidth[c] = standardWidth(base, byte(c)) / 1000
		case i >= 0 && i < len(widths):
			f.simpleWidth[c] = float32(doc.Number(widths[i]) * scale)
		default:
			f.simpleWidth[c] = float32(missing * scale)
		}
	}
}

// encodingNames returns the text of each code by the font's Encoding.
func encodingNames(doc *pdfobj.Document, dict pdfobj.Dict) (out [256]string) {
	encoding := doc.Resolve(dict["Encoding"])
	base, _ := encoding.(pdfobj.Name)
	differences, _ := encoding.(pdfobj.Dict)
	if differences != nil {
		base = doc.Name(differences["BaseEncoding"])
	}
	table := winAnsi
	switch {
	case base == "MacRomanEncoding":
		table = macRoman
	case base == "StandardEncoding", base == "" && doc.Name(dict["Subtype"]) == "Type1":
		table = standard
	}
	for c := range out {
		out[c] = table(byte(c))
	}
	code := 0
	for _, o := range doc.Array(differences["Differences"]) {
		switch v := doc.Resolve(o).(type) {
		case int64:
			code = int(v & 0xffff)
		case pdfobj.Name:
			if code < 256 {
				if text := glyphText(string(v)); text != "" {
					out[code] = text
				}
			}
			code++
		}
	}
	return out
}

// loadComposite fills the tables of a Type0 font (9.7).
func (f *font) loadComposite(doc *pdfobj.Document, dict pdfobj.Dict) error {
	f.composite = true
	f.seen = map[uint32]glyph{}
	if s := doc.Stream(dict["Encoding"]); s != nil {
		data, err := doc.Data(s)
		if err == nil {
			f.codes, err = parseCmap(data, doc.Budget())
		}
		if err != nil {
			return err
		}
	}
	var descendant pdfobj.Dict
	if list := doc.Array(dict["DescendantFonts"]); len(list) > 0 {
		descendant = doc.Dict(list[0])
	}
	f.defaultWidth = 1
	if w := doc.Resolve(descendant["DW"]); w != nil {
		f.defaultWidth = float32(doc.Number(w) / 1000)
	}
	f.widths = map[uint32]float32{}
	return f.loadWidths(doc, doc.Array(descendant["W"]))
}

// widthCost is what an entry of a table of widths takes, in steps.
const widthCost = 10

// loadWidths reads "c [w1 w2 …]" and "first last w" (9.7.4.3).
func (f *font) loadWidths(doc *pdfobj.Document, w pdfobj.Array) error {
	for len(w) >= 2 {
		start := uint32(max(0, doc.Int(w[0])))
		if list := doc.Array(w[1]); list != nil {
			for i, width := range list {
				f.widths[start+uint32(i)] = float32(doc.Number(width) / 1000)
			}
			w = w[2:]
			continue
		}
		if len(w) < 3 {
			return nil
		}
		last := uint32(min(doc.Int(w[1]), 0xffff))
		width := float32(doc.Number(w[2]) / 1000)
		if last >= start {
			if err := doc.Budget().Work(widthCost * int(last-start)); err != nil {
				return err
			}
		}
		for c := start; c <= last; c++ {
			f.widths[c] = width
		}
		w = w[3:]
	}
	return nil
}

// next cuts the first code off s, which is not empty, and gives its glyph.
func (f *font) next(s []byte) (g glyph, code uint32, size int) {
	if !f.composite {
		return glyph{f.simpleText[s[0]], f.simpleWidth[s[0]]}, uint32(s[0]), 1
	}
	switch {
	case f.codes != nil:
		code, size = f.codes.next(s)
	case len(s) == 1:
		code, size = uint32(s[0]), 1
	default:
		code, size = uint32(s[0])<<8|uint32(s[1]), 2
	}
	f.mu.Lock()
	g, ok := f.seen[code]
	f.mu.Unlock()
	if !ok {
		g = f.look(code)
		f.mu.Lock()
		if len(f.seen) < 1<<16 {
			f.seen[code] = g
		}
		f.mu.Unlock()
	}
	return g, code, size
}

func (f *font) look(code uint32) glyph {
	g := glyph{width: f.defaultWidth}
	cid := code
	if f.codes != nil {
		cid = f.codes.glyph(code)
	}
	if w, ok := f.widths[cid]; ok {
		g.width = w
	}
	if f.unicode != nil {
		g.text = f.unicode.text(code)
	}
	return g
}
