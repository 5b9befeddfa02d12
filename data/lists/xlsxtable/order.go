package xlsxtable

import (
	"bytes"
	"slices"
	"strconv"

	"github.com/xuri/excelize/v2"
)

// arrange gives excelize the workbook as it expects one: the shared strings
// under their usual name, rows and cells in their order. Programs that write
// the parts themselves keep neither, and Excel reads them all the same;
// excelize would take other texts or other columns for them, and say nothing.
func (s *survey) arrange(book *excelize.File) {
	if part := s.parts[lower(s.layout.strings)]; part != nil && part.name != usualStrings {
		if content, ok := book.Pkg.Load(part.name); ok {
			book.Pkg.Store(usualStrings, content)
		}
	}
	for _, sheet := range s.sheets {
		content, ok := book.Pkg.Load(sheet.name)
		if text, isText := content.([]byte); ok && isText && sheet.disordered {
			book.Pkg.Store(sheet.name, inOrder(text))
		}
	}
}

// element is a part of a sheet with its number: a row, or a cell of one.
type element struct {
	number int
	text   []byte
}

// inOrder puts the rows of a sheet, and the cells of each, in their order. A row
// whose number another has too comes behind it, with the next number.
func inOrder(sheet []byte) []byte {
	head, rows, tail := cutElements(sheet, "row", rowNumber)
	slices.SortStableFunc(rows, func(a, b element) int { return a.number - b.number })
	out := bytes.NewBuffer(make([]byte, 0, len(sheet)+16*len(rows)))
	out.Write(head)
	before := 0
	for _, row := range rows {
		number := max(row.number, before+1)
		before = number
		opening, found, closing := cutElements(row.text, "c", cellColumn)
		slices.SortStableFunc(found, func(a, b element) int { return a.number - b.number })
		if number != row.number {
			opening = renumbered(opening, number)
		}
		out.Write(opening)
		last := 0
		for _, cell := range found {
			if cell.number > last { // of two in one place the first stands
				out.Write(cell.text)
			}
			last = cell.number
		}
		out.Write(closing)
	}
	out.Write(tail)
	return out.Bytes()
}

// cutElements cuts a text into what stands before the first element of the
// name, the elements, and what stands behind the last one. Elements without a
// number follow the one before.
func cutElements(text []byte, name string, number func(tag []byte) int) (head []byte, found []element, tail []byte) {
	from, before, depth := -1, 0, 0
	end := 0
	for at := 0; ; {
		open := bytes.IndexByte(text[at:], '<')
		if open < 0 {
			break
		}
		at += open
		length := tagLength(text[at:])
		if length < 0 {
			break
		}
		tag := text[at+1 : at+length-1]
		closed := bytes.HasSuffix(tag, []byte("/"))
		switch {
		case string(localName(bytes.TrimPrefix(tag, []byte("/")))) != name:
		case tag[0] == '/':
			if depth--; depth == 0 {
				end = at + length
				found[len(found)-1].text = text[from:end]
			}
		case depth == 0:
			if from < 0 {
				head = text[:at]
			}
			n := number(tag)
			if n == 0 {
				n = before + 1
			}
			from, before = at, n
			found = append(found, element{number: n})
			if closed {
				end = at + length
				found[len(found)-1].text = text[from:end]
			} else {
				depth++
			}
		case !closed:
			depth++
		}
		at += length
	}
	if from < 0 {
		return text, nil, nil
	}
	return head, found, text[end:]
}

// rowNumber returns the number that the tag of a row names, 0 where it names none.
func rowNumber(tag []byte) int {
	number, err := strconv.Atoi(string(attribute(tag, "r")))
	if err != nil {
		return 0
	}
	return number
}

// renumbered returns the opening tag of a row with another number.
func renumbered(opening []byte, number int) []byte {
	if value := attribute(opening, "r"); value != nil {
		at := cap(opening) - cap(value)
		return slices.Concat(opening[:at], []byte(strconv.Itoa(number)), opening[at+len(value):])
	}
	at := bytes.Index(opening, []byte("row")) + len("row")
	return slices.Concat(opening[:at], []byte(` r="`+strconv.Itoa(number)+`"`), opening[at:])
}
