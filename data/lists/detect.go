package lists

import (
	"context"
	"errors"
	"slices"

	"brujula/data"
	"brujula/data/cells"
)

// detectRows is how many rows Look looks at, and detectPages how many pages
// of a PDF hold them: the ministry's have 60 rows each, under a letter of a page
// or two.
const (
	detectRows  = 400
	detectPages = 6
)

// Look looks at the first rows of the file at path and tells what it holds,
// with what the user says of it. Where rows and title name no process, the name
// of the file may suggest one. Errors are of type *Error, or those of the
// context; with one of ErrNoHeading the guess still has the columns of the row that is most likely
// the heading, where there is one.
func Look(ctx context.Context, path string, o Options) (Guess, error) {
	s, err := inspect(path)
	if err != nil {
		return Guess{}, err
	}
	t, err := s.peek(ctx, o)
	if err != nil {
		return Guess{}, err
	}
	guess := Guess{Format: s.format.name}
	if t.heading == nil {
		if likely := t.likelyHeading; likely > 0 && o.HeadingRow == 0 {
			o.HeadingRow = likely
			if other, err := s.peek(ctx, o); err == nil && other.heading != nil {
				guess.takeHeadings(other)
				guess.Likely = true
			}
		}
		return guess, s.noHeading(t)
	}
	guess.takeHeadings(t)
	if guess.Kind == "" {
		return guess, s.noHeading(t)
	}
	persons := guess.Kind != data.KindOffer
	m := newMapper(Options{}, s.base, t, persons)
	for i := range t.lines {
		l := &t.lines[i]
		m.readKey(l)
		if l.key.process != "" && !slices.Contains(guess.Processes, l.key.process) {
			guess.Processes = append(guess.Processes, l.key.process)
		}
		if l.key.modality != "" && !slices.Contains(guess.Modalities, l.key.modality) {
			guess.Modalities = append(guess.Modalities, l.key.modality)
		}
	}
	if guess.Doubt = m.doubtfulTitle(); len(guess.Processes) > 0 {
		guess.Doubt = ""
	}
	if len(guess.Processes) == 0 && guess.Doubt == "" {
		if process := processInName(s.base); process != "" {
			guess.Processes = []data.Process{process}
		}
	}
	return guess, nil
}

// takeHeadings fills in what a table tells of itself.
func (g *Guess) takeHeadings(t *table) {
	g.Kind, g.Why, g.Even, g.Shaped = t.verdict.kind, t.verdict.why, t.verdict.doubt, t.heading.shaped
	g.Headings, g.HeadingRow, g.Signature = t.matches(g.Kind), t.heading.row, t.heading.signature()
}

// peek reads the first rows. Where the first pages hold no table, it may stand
// behind a long preface, so that all pages are read.
func (s *source) peek(ctx context.Context, o Options) (*table, error) {
	few := o
	few.pages = detectPages
	t, err := s.table(ctx, few, detectRows)
	if s.format.name == formatPDF && (errors.Is(err, cells.ErrNoText) || err == nil && t.heading == nil) {
		return s.table(ctx, o, maxKeptRows)
	}
	return t, err
}
