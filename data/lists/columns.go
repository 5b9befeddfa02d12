package lists

import (
	"slices"
	"strings"

	"brujula/data"
	"brujula/data/cells"
	"brujula/data/fold"
)

// Origin tells how it was found what a column is. The values are words for the
// review.
type Origin string

// How a field was found: by the text of the heading, by the values under it, by
// what was said of a former list with the same headings, by what the user says
// now.
const (
	ByHeading Origin = "encabezado"
	ByValues  Origin = "valores"
	ByMemory  Origin = "recordado"
	ByUser    Origin = "dicho por usted"
)

// headings returns the different headings of the table in their order.
func (t *table) headings() []*heading {
	var out []*heading
	add := func(h *heading) {
		if h != nil && !slices.ContainsFunc(out, func(o *heading) bool { return slices.Equal(o.texts, h.texts) }) {
			out = append(out, h)
		}
	}
	add(t.heading)
	for i := range t.lines {
		if i == 0 || t.lines[i].heading != t.lines[i-1].heading {
			add(t.lines[i].heading)
		}
	}
	return out
}

func (t *table) signatures() []string {
	return data.Map(t.headings(), (*heading).signature)
}

// sampleValues is how many different values of a column a review shows, and
// sampleLength how many letters of each.
const (
	sampleValues = 3
	sampleLength = 40
)

// matches is what a review shows of the headings, where the table is taken for a
// list of that kind. Of lists of persons the texts of columns that are not read
// stay hidden, but for those made of words of headings: what was taken for a
// heading might be a row. A heading whose texts stand over figures is no row.
func (t *table) matches(kind data.Kind) []HeadingMatch {
	persons := kind == data.KindAdjudication || kind == KindMerit || t.verdict.kind != data.KindOffer && t.verdict.kind != ""
	var out []HeadingMatch
	j := newJudge()
	for n, h := range t.headings() {
		lines := t.under(h)
		hides := persons || kind == "" && !standsOverFigures(h, lines)
		for column := range h.width {
			m := HeadingMatch{Text: h.texts[column], Column: letters(column), Field: h.fields[column], Origin: h.origin(column), Table: n}
			if m.Field == fieldPerson {
				m.Field, m.Origin = "", ""
			}
			if m.Field == "" && hides && !headingText(m.Text) {
				m.Text = ""
			}
			if h.fields[column] != fieldPerson {
				m.Samples = j.samples(h, column, lines, persons || kind == "" || h.aboutPersons())
			}
			out = append(out, m)
		}
	}
	return out
}

// shown returns the columns by letter and heading, for a message.
func (t *table) shown(kind data.Kind) []string {
	var out []string
	for _, m := range t.matches(kind) {
		if m.Table == 0 {
			out = append(out, strings.TrimSpace(m.Column+" "+m.Text))
		}
	}
	return out
}

// under returns the lines of the table under headings of the same texts.
func (t *table) under(h *heading) []*line {
	var out []*line
	for i := range t.lines {
		if l := &t.lines[i]; l.heading == h || slices.Equal(l.heading.texts, h.texts) {
			out = append(out, l)
		}
	}
	return out
}

func (h *heading) origin(column int) Origin {
	if origin, ok := h.origins[column]; ok {
		return origin
	}
	if h.fields[column] == "" {
		return ""
	}
	return ByHeading
}

// samples returns a few different values of a column. Of lists that may be of
// persons, only those that are what the column's field holds, and figures too
// short for a document.
func (j *judge) samples(h *heading, column int, lines []*line, persons bool) []string {
	if h.fields[column] == "" && namesPerson(h.texts[column]) {
		return nil
	}
	fields := inferred()
	if field := h.fields[column]; field != "" {
		fields = []Field{field}
	}
	var out []string
	for _, l := range lines[:min(len(lines), sampled)] {
		text := oneLine(fold.Clean(l.text(column)))
		if text == "" || reachesPerson(text) && h.fields[column] != FieldRenipress {
			continue
		}
		if persons && !j.impersonal(fields, text) {
			continue
		}
		if runes := []rune(text); len(runes) > sampleLength {
			text = string(runes[:sampleLength-1]) + "…"
		}
		if !slices.Contains(out, text) {
			out = append(out, text)
		}
		if len(out) == sampleValues {
			break
		}
	}
	return out
}

// aboutPersons reports whether a column is about persons: any other may hold a name
// that slipped into it.
func (h *heading) aboutPersons() bool {
	return h.persons || slices.ContainsFunc(h.texts, namesPerson)
}

// impersonal reports whether a value cannot be a person's name or number: a short
// figure, or what only one of the fields with a closed list holds.
func (j *judge) impersonal(fields []Field, text string) bool {
	if len(text) < len("1234567") && strings.Trim(text, "0123456789.,-") == "" {
		return true
	}
	return slices.ContainsFunc(fields, func(f Field) bool {
		switch f {
		case FieldModality, FieldGrade, FieldProfession, FieldRegion, FieldCategory, FieldBudget, FieldStatus, FieldInstitution, FieldProcess, FieldMark, FieldRank:
			return j.fits(f, text)
		case FieldRenipress:
			return len(fields) == 1 && j.fits(f, text)
		default:
			return false
		}
	})
}

// standsOverFigures reports whether some column has words for its heading and
// figures under it: then the heading is no row of the list.
func standsOverFigures(h *heading, lines []*line) bool {
	for column := range h.width {
		if h.texts[column] == "" || isDigits(removeBlanks(h.texts[column])) {
			continue
		}
		filled, figures := 0, 0
		for _, l := range lines[:min(len(lines), sampled)] {
			if text := removeBlanks(l.text(column)); text != "" {
				filled++
				if strings.Trim(text, "0123456789.,") == "" {
					figures++
				}
			}
		}
		if figures > 0 && 10*figures >= 8*filled {
			return strings.Trim(removeBlanks(h.texts[column]), "0123456789.,") != ""
		}
	}
	return false
}

// wideRow is a row above any heading, for likelyHeading.
type wideRow struct{ number, filled int }

// keptWide bounds the rows that are kept for it: headings stand near the top.
const keptWide = 200

func (c *collector) noteWide(row cells.Row, filled int) {
	c.widths[filled]++
	if len(c.wide) < keptWide {
		c.wide = append(c.wide, wideRow{row.Number, filled})
	}
}

// likelyHeading is the row that looks most like the heading of a table whose
// rows mostly have so many cells filled: the first that is nearly as wide.
func (c *collector) likelyHeading(width int) int {
	for _, row := range c.wide {
		if 3*row.filled >= 2*width && row.filled >= leastShape {
			return row.number
		}
	}
	return 0
}

// isTold reports whether the user says that a row is the heading: by its number,
// or by the texts of columns of it.
func (c *collector) isTold(row cells.Row, filled int) bool {
	if c.headingRow > 0 {
		return row.Number == c.headingRow
	}
	return filled > 1 && len(c.said) > 0 && slices.ContainsFunc(row.Cells, func(cell string) bool {
		_, said := c.said[fold.Squash(cell)]
		return said
	})
}

// reorders reports whether a row under a heading whose words nobody knows has most
// of its texts, in other columns: it heads another table of the file.
func (h *heading) reorders(row []string, filled int) bool {
	if !h.shaped && !h.told || filled < leastShape {
		return false
	}
	if h.words == nil {
		h.words = make(map[string]struct{}, h.width)
		for _, text := range h.texts {
			if squashed := fold.Squash(text); squashed != "" {
				h.words[squashed] = struct{}{}
			}
		}
	}
	same := 0
	for i, cell := range row {
		if len(cell) > maxHeading {
			continue
		}
		if _, ok := h.words[fold.Squash(cell)]; ok {
			same++
		} else if i == leastShape && same == 0 {
			return false
		}
	}
	return same >= leastShape && 2*same > filled
}
