package library

import (
	"strconv"
	"strings"

	"brujula/data"
)

// A stored list is CSV with ';', one record a line. Within a cell a backslash
// stands before what would break that: "\n" and "\r" for line breaks, "\\" for
// itself, and in cells that hold several values "\|" and "\:" for the
// characters that separate them. A cell whose first character would make a
// spreadsheet take it for a formula begins with one as well.

const (
	itemSeparator  = '|'
	fieldSeparator = ':'
)

// escapeText returns the cell for a text.
func escapeText(s string) string {
	if strings.ContainsAny(s, "\\\n\r") {
		s = strings.NewReplacer(`\`, `\\`, "\n", `\n`, "\r", `\r`).Replace(s)
	}
	return guard(s)
}

// guard keeps a spreadsheet from running untrusted text as a formula.
func guard(cell string) string {
	if cell != "" && strings.IndexByte("=+-@\t", cell[0]) >= 0 {
		return `\` + cell
	}
	return cell
}

// escapePart returns a text for use within a cell of several values.
func escapePart(s string) string {
	if !strings.ContainsAny(s, "\\\n\r|:") {
		return s
	}
	return strings.NewReplacer(`\`, `\\`, "\n", `\n`, "\r", `\r`, `|`, `\|`, `:`, `\:`).Replace(s)
}

// unescape undoes both. It shares the memory of s when there is nothing to do.
func unescape(s string) string {
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == '\\' && i+1 < len(s) {
			i++
			c = s[i]
			switch c {
			case 'n':
				c = '\n'
			case 'r':
				c = '\r'
			}
		}
		b.WriteByte(c)
	}
	return b.String()
}

// cut is strings.Cut at the first separator that no backslash guards.
func cut(s string, separator byte) (before, after string, found bool) {
	at := strings.IndexByte(s, separator)
	if at < 0 {
		return s, "", false
	}
	if strings.IndexByte(s[:at], '\\') < 0 {
		return s[:at], s[at+1:], true
	}
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case separator:
			return s[:i], s[i+1:], true
		}
	}
	return s, "", false
}

func budgetsCell(budgets []data.Budget) string {
	var b strings.Builder
	for i, budget := range budgets {
		if i > 0 {
			b.WriteByte(itemSeparator)
		}
		b.WriteString(escapePart(budget.Name))
		b.WriteByte(fieldSeparator)
		b.WriteString(strconv.Itoa(budget.Seats))
	}
	return guard(b.String())
}

func parseBudgets(cell string) (all []data.Budget, ok bool) {
	for cell != "" {
		var item string
		item, cell, _ = cut(cell, itemSeparator)
		name, count, ok := cut(item, fieldSeparator)
		seats, err := strconv.Atoi(count)
		if !ok || err != nil {
			return nil, false
		}
		all = append(all, data.Budget{Name: unescape(name), Seats: seats})
	}
	return all, true
}

func sourcesCell(sources []data.Source) string {
	var b strings.Builder
	for i := range sources {
		s := &sources[i]
		if i > 0 {
			b.WriteByte(itemSeparator)
		}
		b.WriteString(escapePart(s.File))
		b.WriteByte(fieldSeparator)
		b.WriteString(escapePart(s.Sheet))
		b.WriteByte(fieldSeparator)
		b.WriteString(numberCell(s.Page))
		b.WriteByte(fieldSeparator)
		b.WriteString(numberCell(s.Row))
	}
	return guard(b.String())
}

func appendSources(all []data.Source, cell string) ([]data.Source, bool) {
	for cell != "" {
		var item string
		item, cell, _ = cut(cell, itemSeparator)
		source, ok := parseSource(item)
		if !ok {
			return all, false
		}
		all = append(all, source)
	}
	return all, true
}

func parseSource(item string) (s data.Source, ok bool) {
	file, rest, ok1 := cut(item, fieldSeparator)
	sheet, rest, ok2 := cut(rest, fieldSeparator)
	page, row, ok3 := cut(rest, fieldSeparator)
	if !ok1 || !ok2 || !ok3 {
		return s, false
	}
	s.File, s.Sheet = unescape(file), unescape(sheet)
	if s.Page, ok = parseNumber(page); !ok {
		return s, false
	}
	s.Row, ok = parseNumber(row)
	return s, ok
}

// numberCell leaves zero blank: it means "none" wherever this is used.
func numberCell(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func parseNumber(cell string) (n int, ok bool) {
	if cell == "" {
		return 0, true
	}
	n, err := strconv.Atoi(cell)
	return n, err == nil
}

func extraCell(extra map[string]string, keys []string) string {
	var b strings.Builder
	for i, key := range keys {
		if i > 0 {
			b.WriteByte(itemSeparator)
		}
		b.WriteString(escapePart(key))
		b.WriteByte(fieldSeparator)
		b.WriteString(escapePart(extra[key]))
	}
	return guard(b.String())
}

func parseExtra(cell string) (map[string]string, bool) {
	if cell == "" {
		return nil, true
	}
	extra := make(map[string]string, strings.Count(cell, "|")+1)
	for cell != "" {
		var item string
		item, cell, _ = cut(cell, itemSeparator)
		key, value, ok := cut(item, fieldSeparator)
		if !ok {
			return nil, false
		}
		extra[unescape(key)] = unescape(value)
	}
	return extra, true
}

func yesCell(yes bool) string {
	if yes {
		return "SI"
	}
	return "NO"
}

func parseYes(cell string) (yes, ok bool) { return cell == "SI", cell == "SI" || cell == "NO" }
