package pdfpage

import (
	"unicode/utf16"

	"brujula/data/pdf/pdfobj"
)

// textOperator runs the operators of text state, position and showing (9.3,
// 9.4). Operators it does not know are none of its business.
func (in *interpreter) textOperator(op string, resources pdfobj.Dict) error {
	switch op {
	case "BT":
		in.tm, in.tlm = matrix{1, 0, 0, 1, 0, 0}, matrix{1, 0, 0, 1, 0, 0}
		in.words.beginText()
	case "Tf":
		return in.setFont(resources)
	case "Tc", "Tw", "Tz", "TL", "Ts":
		in.setText(op)
	case "Td", "TD":
		if v, ok := in.numbers(2); ok {
			if op == "TD" {
				in.state.leading = -v[1]
			}
			in.moveLine(v[0], v[1])
		}
	case "Tm":
		if v, ok := in.numbers(6); ok {
			in.tm, in.tlm = v, v
			in.words.place()
		}
	case "T*":
		in.moveLine(0, -in.state.leading)
	case "Tj":
		return in.showAll()
	case "TJ":
		return in.showAll()
	case "'":
		in.moveLine(0, -in.state.leading)
		return in.showAll()
	case "\"":
		if v, ok := in.numbers(3); ok {
			in.state.wordSpace, in.state.charSpace = v[0], v[1]
		}
		in.args = in.args[max(0, len(in.args)-1):]
		in.moveLine(0, -in.state.leading)
		return in.showAll()
	}
	return nil
}

func (in *interpreter) setText(op string) {
	v, ok := in.numbers(1)
	if !ok {
		return
	}
	switch op {
	case "Tc":
		in.state.charSpace = v[0]
	case "Tw":
		in.state.wordSpace = v[0]
	case "Tz":
		in.state.stretch = v[0] / 100
	case "TL":
		in.state.leading = v[0]
	case "Ts":
		in.state.rise = v[0]
	}
}

func (in *interpreter) setFont(resources pdfobj.Dict) error {
	size, ok := in.numbers(1)
	if !ok {
		return nil
	}
	f, err := in.fonts.get(in.doc.Dict(resources["Font"])[in.name()])
	if err != nil {
		return err
	}
	in.state.font, in.state.fontSize = f, size[0]
	return nil
}

func (in *interpreter) moveLine(x, y float64) {
	in.tlm = matrix{1, 0, 0, 1, x, y}.then(in.tlm)
	in.tm = in.tlm
	in.words.place()
}

// showAll shows the strings among the operands and moves by the numbers
// between them.
func (in *interpreter) showAll() error {
	if in.state.font == nil {
		return nil
	}
	for _, arg := range in.args {
		switch arg.kind {
		case numberOperand:
			in.advance(-arg.number / 1000 * in.state.fontSize * in.state.stretch)
		case stringOperand:
			if err := in.show(in.bytesOf(arg)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (in *interpreter) advance(x float64) { in.tm = matrix{1, 0, 0, 1, x, 0}.then(in.tm) }

func (in *interpreter) show(s []byte) error {
	if err := in.doc.Budget().Work(len(s)); err != nil {
		return err
	}
	st := &in.state
	for len(s) > 0 {
		g, code, size := st.font.next(s)
		s = s[size:]
		text := in.marked(g.text)
		width := float64(g.width) * st.fontSize
		step := width + st.charSpace
		if code == ' ' && size == 1 {
			step += st.wordSpace
		}
		trm := matrix{st.fontSize * st.stretch, 0, 0, st.fontSize, 0, st.rise}.then(in.tm).then(st.ctm)
		in.words.add(text, trm, st, float64(g.width), step*st.stretch)
		in.page.Glyphs++
		if text == "" || st.font.lost {
			in.page.Unreadable++
		}
		in.advance(step * st.stretch)
		if len(in.page.Words) > maxWords {
			return errTooManyWords
		}
	}
	return nil
}

// mark is one level of marked content (14.6). Producers such as Skia give the
// text of ligatures in ActualText (14.9.4).
type mark struct {
	actual string
	has    bool
	used   bool
}

const maxMarks = 256

func (in *interpreter) beginMark(resources pdfobj.Dict) {
	if len(in.marks) >= maxMarks {
		in.marks = append(in.marks[:maxMarks], mark{})
		return
	}
	props := in.props
	if props == nil {
		props = in.doc.Dict(in.doc.Dict(resources["Properties"])[in.name()])
	}
	m := mark{}
	if s, ok := in.doc.Resolve(props["ActualText"]).(pdfobj.String); ok {
		m = mark{actual: tidy(decodeText(string(s))), has: true}
	}
	in.marks = append(in.marks, m)
}

func (in *interpreter) endMark() {
	if n := len(in.marks); n > 0 {
		in.marks = in.marks[:n-1]
	}
}

// marked returns the text of a glyph, or the ActualText around it once.
func (in *interpreter) marked(text string) string {
	for i := range in.marks {
		m := &in.marks[i]
		if !m.has {
			continue
		}
		if m.used {
			return "\x00" // its text was given with an earlier glyph
		}
		m.used = true
		return m.actual
	}
	return text
}

// decodeText reads a text string: UTF-16 with its mark, UTF-8 with its mark,
// else close to Latin 1 (7.9.2.2).
func decodeText(s string) string {
	switch {
	case len(s) >= 2 && s[0] == 0xfe && s[1] == 0xff:
		units := make([]uint16, 0, len(s)/2)
		for i := 2; i+1 < len(s); i += 2 {
			units = append(units, uint16(s[i])<<8|uint16(s[i+1]))
		}
		return string(utf16.Decode(units))
	case len(s) >= 3 && s[:3] == "\xef\xbb\xbf":
		return s[3:]
	}
	out := make([]rune, len(s))
	for i := range out {
		out[i] = rune(s[i])
	}
	return string(out)
}
