package pdfpage

import (
	"context"

	"brujula/data/pdf/pdfobj"
)

// interpreter runs content streams and collects what they draw.
type interpreter struct {
	ctx   context.Context
	doc   *pdfobj.Document
	fonts *Fonts

	state state
	stack []state
	tm    matrix // text matrix
	tlm   matrix // text line matrix

	args  []operand
	arena []byte // bytes of the string operands
	props pdfobj.Dict
	steps int

	path  pather
	words wordMaker
	marks []mark
	page  *Page
}

type state struct {
	ctm           matrix
	font          *font
	fontSize      float64
	charSpace     float64
	wordSpace     float64
	stretch       float64 // horizontal scaling, 1 is none
	leading, rise float64
	clip          int32
}

type operandKind uint8

const (
	numberOperand operandKind = iota
	stringOperand
	nameOperand
	openOperand  // [
	closeOperand // ]
	dictOperand
)

// operand is one operand; bytes of strings and names lie in the arena.
type operand struct {
	kind       operandKind
	number     float64
	start, end int
}

// maxArgs bounds the operands of one operator: a TJ array of one page line.
const maxArgs = 1 << 16

func newInterpreter(ctx context.Context, doc *pdfobj.Document, fonts *Fonts, page pdfobj.Page) *interpreter {
	view, width, height := viewMatrix(page)
	in := &interpreter{ctx: ctx, doc: doc, fonts: fonts}
	in.page = &Page{Width: float32(width), Height: float32(height)}
	in.state = state{ctm: view, stretch: 1, clip: -1}
	in.tm, in.tlm = matrix{1, 0, 0, 1, 0, 0}, matrix{1, 0, 0, 1, 0, 0}
	in.path.page = in.page
	in.words.page = in.page
	return in
}

// run executes one content stream; nest counts the forms around it.
func (in *interpreter) run(content []byte, resources pdfobj.Dict, nest int) error {
	lexer := pdfobj.Lexer{Data: content}
	depth := len(in.stack)
	for {
		t := lexer.Next()
		if in.steps++; in.steps&255 == 0 {
			if err := in.pause(); err != nil {
				return err
			}
		}
		switch t.Kind {
		case pdfobj.End:
			in.unwind(depth)
			return nil
		case pdfobj.Keyword:
			if err := in.operator(t.Bytes, &lexer, resources, nest); err != nil {
				return err
			}
			in.args, in.arena, in.props = in.args[:0], in.arena[:0], nil
		default:
			in.push(t, &lexer)
		}
	}
}

// unwind takes back what a form left on the stack.
func (in *interpreter) unwind(depth int) {
	if len(in.stack) > depth {
		in.state = in.stack[depth]
		in.stack = in.stack[:depth]
	}
}

func (in *interpreter) pause() error {
	if err := in.ctx.Err(); err != nil {
		return err
	}
	return in.doc.Budget().Work(256)
}

func (in *interpreter) push(t pdfobj.Token, lexer *pdfobj.Lexer) {
	if len(in.args) >= maxArgs {
		return
	}
	arg := operand{number: t.Real, start: len(in.arena)}
	switch t.Kind {
	case pdfobj.Integer, pdfobj.Real:
	case pdfobj.Text:
		arg.kind = stringOperand
		in.arena = append(in.arena, t.Bytes...)
	case pdfobj.NameToken:
		arg.kind = nameOperand
		in.arena = append(in.arena, t.Bytes...)
	case pdfobj.ArrayOpen:
		arg.kind = openOperand
	case pdfobj.ArrayClose:
		arg.kind = closeOperand
	case pdfobj.DictOpen:
		arg.kind = dictOperand
		in.props = pdfobj.ParseDict(lexer, in.doc.Budget())
	default:
		return
	}
	arg.end = len(in.arena)
	in.args = append(in.args, arg)
}

// numbers returns the last n operands, zero where they are not numbers; ok is
// false when there are fewer.
func (in *interpreter) numbers(n int) (out [6]float64, ok bool) {
	if len(in.args) < n {
		return out, false
	}
	for i, arg := range in.args[len(in.args)-n:] {
		if arg.kind == numberOperand {
			out[i] = arg.number
		}
	}
	return out, finite(out[:]...)
}

func (in *interpreter) bytesOf(arg operand) []byte { return in.arena[arg.start:arg.end] }

// name returns the last operand that is a name.
func (in *interpreter) name() pdfobj.Name {
	for i := len(in.args) - 1; i >= 0; i-- {
		if in.args[i].kind == nameOperand {
			return pdfobj.Name(in.bytesOf(in.args[i]))
		}
	}
	return ""
}

// maxSaved bounds the nesting of q; PDF itself asks for 28.
const maxSaved = 512

func (in *interpreter) operator(op []byte, lexer *pdfobj.Lexer, resources pdfobj.Dict, nest int) error {
	switch string(op) {
	case "q":
		if len(in.stack) < maxSaved {
			in.stack = append(in.stack, in.state)
		}
	case "Q":
		if n := len(in.stack); n > 0 {
			in.state, in.stack = in.stack[n-1], in.stack[:n-1]
		}
	case "cm":
		if v, ok := in.numbers(6); ok {
			in.state.ctm = matrix(v).then(in.state.ctm)
		}
	case "Do":
		return in.draw(in.name(), resources, nest)
	case "BI":
		in.page.Images++
		return skipInlineImage(lexer)
	case "BMC", "BDC":
		in.beginMark(resources)
	case "EMC":
		in.endMark()
	default:
		if in.pathOperator(string(op)) {
			return nil
		}
		return in.textOperator(string(op), resources)
	}
	return nil
}

// formCost is what finding and decoding a form takes, in steps.
const formCost = 250

// draw paints a form by running it, and counts an image.
func (in *interpreter) draw(name pdfobj.Name, resources pdfobj.Dict, nest int) error {
	form := in.doc.Stream(in.doc.Dict(resources["XObject"])[name])
	if form == nil {
		return nil
	}
	switch in.doc.Name(form.Dict["Subtype"]) {
	case "Image":
		in.page.Images++
		return nil
	case "Form":
	default:
		return nil
	}
	if nest >= maxFormNest {
		return nil // a form that draws itself
	}
	content, err := in.doc.Data(form)
	if err == nil {
		err = in.doc.Budget().Work(formCost + len(content)/8)
	}
	if err != nil {
		return err
	}
	inner := in.doc.Dict(form.Dict["Resources"])
	if inner == nil {
		inner = resources
	}
	saved, savedStack := in.state, in.stack
	in.stack = nil
	if m := in.doc.Array(form.Dict["Matrix"]); len(m) == 6 {
		var v matrix
		for i := range v {
			v[i] = in.doc.Number(m[i])
		}
		if finite(v[:]...) {
			in.state.ctm = v.then(in.state.ctm)
		}
	}
	err = in.run(content, inner, nest+1)
	in.state, in.stack = saved, savedStack
	return err
}

func (in *interpreter) finish() *Page {
	in.words.flush()
	in.words.finish()
	in.page.Clips = in.path.clips
	return in.page
}
