package pdfpage

import (
	"bytes"
	"fmt"

	"brujula/data/cells"
	"brujula/data/pdf/pdfobj"
)

// skipInlineImage moves behind the EI that ends the data of an image inside
// the content (8.9.7). Nothing tells how long the data is, and it may hold the
// letters EI itself: the right one has content behind it. It fails with
// cells.ErrFormat where there is none, for then the rest of the page is lost.
func skipInlineImage(lexer *pdfobj.Lexer) error {
	for {
		t := lexer.Next()
		if t.Kind == pdfobj.End {
			return errNoImageEnd
		}
		if t.Kind == pdfobj.Keyword && string(t.Bytes) == "ID" {
			break
		}
	}
	for {
		i := bytes.Index(lexer.Data[min(lexer.Pos, len(lexer.Data)):], []byte("EI"))
		if i < 0 {
			return errNoImageEnd
		}
		at := lexer.Pos + i
		lexer.Pos = at + 2
		if blankAt(lexer.Data, at-1) && blankAt(lexer.Data, at+2) && isContent(lexer.Data[lexer.Pos:]) {
			return nil
		}
	}
}

var errNoImageEnd = fmt.Errorf("image without end: %w", cells.ErrFormat)

func blankAt(data []byte, i int) bool {
	if i < 0 || i >= len(data) {
		return true
	}
	switch data[i] {
	case ' ', '\n', '\r', '\t', 0, '\f':
		return true
	}
	return false
}

// contentSeen is how many bytes behind EI tell whether they are content.
const contentSeen = 256

// isContent reports whether data begins with operands and an operator, as content
// does, or is at its end.
func isContent(data []byte) bool {
	lexer := pdfobj.Lexer{Data: data[:min(len(data), contentSeen)]}
	for {
		switch t := lexer.Next(); t.Kind {
		case pdfobj.End:
			return true // at the end of the page, or behind a long string
		case pdfobj.Keyword:
			return operators[string(t.Bytes)]
		default:
		}
	}
}

// operators are those of content (ISO 32000-1, annex A).
var operators = func() map[string]bool {
	out := map[string]bool{}
	for _, op := range bytes.Fields([]byte("b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EMC ET EX f F f* G g gs h i j J K k l m M MP n " +
		"q Q re RG rg ri s S SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' \"")) {
		out[string(op)] = true
	}
	return out
}()
