package lists

import (
	"context"
	"slices"

	"brujula/data"
	"brujula/data/texts"
)

// detectRows is how many rows Detect looks at.
const detectRows = 400

// Detect looks at the first rows of the file at path and tells what it holds.
// Where rows and title name no process, the name of the file may suggest one.
// Errors are of type *Error, or those of the context.
func Detect(ctx context.Context, path string) (Guess, error) {
	s, err := inspect(path)
	if err != nil {
		return Guess{}, err
	}
	t, err := s.table(ctx, Options{}, detectRows)
	if err != nil {
		return Guess{}, err
	}
	if t.heading == nil {
		failed := s.failure(ErrNoHeading, texts.ListNoHeading(), texts.ListNoHeadingHint())
		return Guess{}, failed
	}
	guess := Guess{Kind: t.heading.kind(), Format: s.format.name}
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
	if len(guess.Processes) == 0 {
		if process := data.Process(processInName(s.base)); process != "" {
			guess.Processes = []data.Process{process}
		}
	}
	return guess, nil
}
