package xlsxtable

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strconv"

	"brujula/data/cells"
)

// tagScanner runs over XML text and looks at its tags only, many times faster
// than a parser and without allocating.
type tagScanner struct {
	part     *partSurvey
	elements int // so far
	most     int // of them
	depth    int
	text     int // bytes of text since a cell or a shared string began, or outside of them since the last tag
	inText   bool
	// state within one cell
	formula, value bool
	row, column    int // of the row and the cell before; 0 for none
}

const (
	scanBuffer = 128 << 10
	maxTag     = 64 << 10
	maxText    = 1 << 20 // of one cell's text: many times the longest cell of Excel, its signs written out
)

// run scans to the end. It fails with cells.ErrTooLarge beyond the bounds and
// with cells.ErrFormat where the text ends inside an element: parsers that
// read in a stream take such an end for the end of the table.
func (t *tagScanner) run(ctx context.Context, source io.Reader) error {
	buffer := make([]byte, scanBuffer)
	kept := 0
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		n, err := io.ReadFull(source, buffer[kept:])
		last := errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
		if err != nil && !last {
			return asFormat(err)
		}
		rest, err := t.scan(buffer[:kept+n])
		if err != nil {
			return err
		}
		if len(rest) > maxTag {
			return fmt.Errorf("%w: a tag of over %d bytes", cells.ErrTooLarge, maxTag)
		}
		kept = copy(buffer, rest)
		if last {
			break
		}
	}
	if kept > 0 || t.depth != 0 {
		return fmt.Errorf("%w: it ends inside an element", cells.ErrFormat)
	}
	return nil
}

// scan handles the whole tags of the chunk and returns what is left of a tag
// that the end of the chunk cut.
func (t *tagScanner) scan(chunk []byte) (rest []byte, err error) {
	for {
		open := bytes.IndexByte(chunk, '<')
		if open < 0 {
			t.text += len(chunk)
		} else {
			t.text += open
		}
		if t.text > maxText {
			return nil, errLongText
		}
		if open < 0 {
			return nil, nil
		}
		length := tagLength(chunk[open:])
		if length < 0 {
			return chunk[open:], nil
		}
		if err := t.tag(chunk[open+1 : open+length-1]); err != nil {
			return nil, err
		}
		if t.measure(chunk[open : open+length]); t.text > maxText {
			return nil, errLongText
		}
		chunk = chunk[open+length:]
	}
}

// errLongText stops before a parser holds the whole of a text, to find only then
// that the cell is too long.
var errLongText = fmt.Errorf("%w: a text of over %d bytes", cells.ErrTooLarge, maxText)

// measure follows a tag for the length of the text that it stands in.
func (t *tagScanner) measure(tag []byte) {
	if len(tag) > 2 && (tag[1] == '!' || tag[1] == '?') {
		t.text += len(tag) // character data in a section of its own is text as well
		return
	}
	end := len(tag) > 2 && tag[1] == '/'
	name := tag[1 : len(tag)-1]
	if end {
		name = name[1:]
	}
	if local := string(localName(name)); local == "c" || local == "si" {
		t.inText, t.text = !end && tag[len(tag)-2] != '/', 0
	}
	if !t.inText {
		t.text = 0
	}
}

// tagLength returns the length of the tag, comment or character data section
// that the text starts with, or -1 when its end is not in the text.
func tagLength(text []byte) int {
	if len(text) > 1 && (text[1] == '!' || text[1] == '?') {
		for _, pair := range [...][2]string{{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}} {
			if !bytes.HasPrefix(text, []byte(pair[0])) {
				continue
			}
			end := bytes.Index(text[len(pair[0]):], []byte(pair[1]))
			if end < 0 {
				return -1
			}
			return len(pair[0]) + end + len(pair[1])
		}
	}
	quote := byte(0)
	for i := 1; i < len(text); i++ {
		switch c := text[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i + 1
		}
	}
	return -1
}

// tag takes the inside of one tag.
func (t *tagScanner) tag(inside []byte) error {
	if len(inside) == 0 || inside[0] == '!' || inside[0] == '?' {
		return nil
	}
	if inside[0] == '/' {
		t.depth--
		if string(localName(inside[1:])) == "c" {
			t.endCell()
		}
		return nil
	}
	if t.elements++; t.elements > t.most {
		return fmt.Errorf("%w: over %d elements", cells.ErrTooLarge, t.most)
	}
	closed := inside[len(inside)-1] == '/'
	if !closed {
		if t.depth++; t.depth > maxDepth {
			return fmt.Errorf("%w: over %d nested elements", cells.ErrTooLarge, maxDepth)
		}
	}
	return t.element(inside, closed)
}

func (t *tagScanner) element(inside []byte, closed bool) error {
	p := t.part
	switch string(localName(inside)) {
	case "row":
		p.rows++
		number := t.row + 1
		if said, err := strconv.Atoi(string(attribute(inside, "r"))); err == nil || errors.Is(err, strconv.ErrRange) {
			number = said
		}
		if number > cells.LastRow {
			return cells.ErrPastLastRow
		}
		p.disordered = p.disordered || number <= t.row
		t.row, t.column = number, 0
		p.lastRow = max(p.lastRow, number)
		p.hiddenRows += isSet(attribute(inside, "hidden"))
	case "col":
		p.hiddenColumns += isSet(attribute(inside, "hidden"))
	case "c":
		t.formula, t.value = false, false
		column := cellColumn(inside)
		if column == 0 {
			column = t.column + 1
		}
		p.disordered = p.disordered || column <= t.column
		t.column = column
	case "f":
		t.formula = true
	case "v", "is":
		t.value = t.value || !closed
	case "mergeCell":
		if p.merges = append(p.merges, string(attribute(inside, "ref"))); len(p.merges) > maxMerges {
			return fmt.Errorf("%w: over %d merged cells", cells.ErrTooLarge, maxMerges)
		}
	case "si":
		if p.strings++; p.strings > maxStrings {
			return fmt.Errorf("%w: over %d shared strings", cells.ErrTooLarge, maxStrings)
		}
	}
	return nil
}

// cellColumn returns the column that the tag of a cell names, from 1; 0 where it
// names none.
func cellColumn(inside []byte) int {
	column := 0
	for _, c := range attribute(inside, "r") {
		switch {
		case c >= 'A' && c <= 'Z':
			column = column*26 + int(c-'A') + 1
		case c >= 'a' && c <= 'z':
			column = column*26 + int(c-'a') + 1
		default:
			return column
		}
		if column > maxColumn {
			return maxColumn
		}
	}
	return column
}

// maxColumn is over the last column of a workbook.
const maxColumn = 1 << 20

func (t *tagScanner) endCell() {
	if t.formula && !t.value {
		t.part.uncached++
	}
	t.formula, t.value = false, false
}

// localName returns the name of an element without its prefix.
func localName(inside []byte) []byte {
	from, prefixed := 0, false
	for i, c := range inside {
		switch c {
		case ' ', '\t', '\r', '\n', '/', '>':
			return inside[from:i]
		case ':':
			if !prefixed {
				from, prefixed = i+1, true
			}
		}
	}
	return inside[from:]
}

// attribute returns the value of a plain attribute, or nothing.
func attribute(inside []byte, name string) []byte {
	for rest := inside; ; {
		at := indexAssigned(rest, name)
		if at < 0 || at+len(name)+2 > len(rest) {
			return nil
		}
		value := rest[at+len(name)+1:]
		if at > 0 && (rest[at-1] == ' ' || rest[at-1] == '\n' || rest[at-1] == '\t' || rest[at-1] == '\r') {
			if end := bytes.IndexByte(value[1:], value[0]); end >= 0 {
				return value[1 : 1+end]
			}
			return nil
		}
		rest = value
	}
}

// indexAssigned finds the name before an equals sign.
func indexAssigned(text []byte, name string) int {
	for from := 0; ; {
		at := bytes.IndexByte(text[from:], '=')
		if at < 0 {
			return -1
		}
		if at += from; at >= len(name) && string(text[at-len(name):at]) == name {
			return at - len(name)
		}
		from = at + 1
	}
}

func isSet(value []byte) int {
	if s := string(value); s == "1" || s == "true" {
		return 1
	}
	return 0
}
