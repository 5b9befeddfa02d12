package availability

import (
	"context"
	"errors"
)

// The parts of the interface that the next commits fill.
var errPending = errors.New("availability: not built yet")

// WithRanges adds the refits that Lo and Hi need.
func (m *Model) WithRanges(ctx context.Context, past []History, s Settings, seed uint64) (*Model, error) {
	return nil, errPending
}
