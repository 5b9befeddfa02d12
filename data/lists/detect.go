package lists

import (
	"context"
	"errors"
	"slices"

	"brujula/data"
	"brujula/data/cells"
)

// detectRows is how many rows Detect looks at, and detectPages how many pages
// of a PDF hold them: the ministry's have 60 rows each, under a letter of a page
// or two.
const (
	detectRows  = 400
	detectPages = 6
)

// Detect looks at the first rows of the file at path and tells what it holds.
// Where rows and title name no process, the name of the file may suggest one.
// Errors are of type *Error, or those of the context.
func Detect(ctx context.Context, path string) (Guess, error) {
	s, err := inspect(path)
	if err != nil {
		return Guess{}, err
	}
	t, err := s.peek(ctx)
	if err != nil {
		return Guess{}, err
	}
	if t.heading == nil {
		return Guess{}, s.noHeading(t)
	}
	if t.verdict.kind == "" {
		return Guess{Format: s.format.name, Headings: t.heading.matches(true)}, s.noHeading(t)
	}
	guess := Guess{Kind: t.verdict.kind, Format: s.format.name, Why: t.verdict.why, Even: t.verdict.doubt, Shaped: t.heading.shaped}
	persons := guess.Kind != data.KindOffer
	guess.Headings = t.heading.matches(persons)
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

// peek reads the first rows. Where the first pages hold no table, it may stand
// behind a long preface, so that all pages are read.
func (s *source) peek(ctx context.Context) (*table, error) {
	t, err := s.table(ctx, Options{pages: detectPages}, detectRows)
	if s.format.name == formatPDF && (errors.Is(err, cells.ErrNoText) || err == nil && t.heading == nil) {
		return s.table(ctx, Options{}, maxKeptRows)
	}
	return t, err
}
