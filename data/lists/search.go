package lists

import (
	"context"
	"strings"

	"brujula/data"
	"brujula/data/cells"
	"brujula/data/fold"
)

// Found is one row of a file in which a text occurs: for looking a person up
// in an official file. It holds what the file says of the person and is to be
// shown, never stored or logged.
type Found struct {
	Source   data.Source
	Headings []string // of the columns that have text in the row
	Cells    []string // those texts, cleaned, each on one line
	Merit    MeritRow // rank and mark, where the row has them
}

// Search gives the rows below the heading in which every word of the text
// occurs, compared without case and accents, at most that many. The file may
// be any list that Detect knows. Errors are of type *Error, or those of the
// context.
func Search(ctx context.Context, path, text string, most int, o Options) ([]Found, error) {
	s, err := inspect(path)
	if err != nil {
		return nil, err
	}
	t, err := s.table(ctx, o, 0)
	if err != nil {
		return nil, err
	}
	if t.heading == nil {
		return nil, s.expect(t, KindMerit, &o)
	}
	m := &mapper{file: s.base, report: newReport(s.base, true)}
	words := strings.Fields(fold.Fold(text))
	var found []Found
	for i := range t.lines {
		l := &t.lines[i]
		if len(words) > 0 && len(found) < most && contains(l.row, words) {
			found = append(found, m.found(l))
		}
	}
	return found, nil
}

// contains tells whether every word occurs in the row.
func contains(row cells.Row, words []string) bool {
	folded := fold.Fold(strings.Join(row.Cells, " "))
	for _, word := range words {
		if !strings.Contains(folded, word) {
			return false
		}
	}
	return true
}

func (m *mapper) found(l *line) Found {
	f := Found{Source: m.source(l)}
	for column, cell := range l.row.Cells {
		text := oneLine(fold.Clean(cell))
		if text == "" {
			continue
		}
		heading := letters(column)
		if column < len(l.heading.texts) && l.heading.texts[column] != "" {
			heading = l.heading.texts[column]
		}
		f.Headings = append(f.Headings, heading)
		f.Cells = append(f.Cells, text)
	}
	f.Merit.Source = f.Source
	f.Merit.Rank, _ = parseCount(l.cell(FieldRank), maxRank)
	f.Merit.Mark, _ = parseMark(l.cell(FieldMark))
	return f
}
