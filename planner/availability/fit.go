package availability

import (
	"context"

	"brujula/data"
	"brujula/data/together"
)

// Fit fits the effects on all past lines together, each modality by itself and
// both at once. ErrNoHistory when there is nothing to fit on.
func Fit(ctx context.Context, past []History, s Settings) (*Model, error) {
	modalities := data.Modalities()
	parts, errs := make([]*part, len(modalities)), make([]error, len(modalities))
	var wait together.Group
	for i, modality := range modalities {
		wait.Go(func() { parts[i], errs[i] = fitPart(ctx, sortedLines(past, modality), s) })
	}
	wait.Wait()
	m := &Model{parts: make(map[data.Modality]*part, len(modalities))}
	for i, modality := range modalities {
		if errs[i] != nil {
			return nil, errs[i]
		}
		if parts[i] != nil {
			m.parts[modality] = parts[i]
		}
	}
	if len(m.parts) == 0 {
		return nil, ErrNoHistory
	}
	return m, nil
}
