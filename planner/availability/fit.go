package availability

import (
	"context"

	"brujula/data"
)

// Fit fits the effects on all past lines together, each modality by itself.
// ErrNoHistory when there is nothing to fit on.
func Fit(ctx context.Context, past []History, s Settings) (*Model, error) {
	m := &Model{parts: make(map[data.Modality]*part, 2)}
	for _, modality := range data.Modalities() {
		p, err := fitPart(ctx, sortedLines(past, modality), s)
		if err != nil {
			return nil, err
		}
		if p != nil {
			m.parts[modality] = p
		}
	}
	if len(m.parts) == 0 {
		return nil, ErrNoHistory
	}
	return m, nil
}
