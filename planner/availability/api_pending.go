package availability

import (
	"context"
	"errors"

	"brujula/data/prior"
)

// The parts of the interface that the next commits fill.
var errPending = errors.New("availability: not built yet")

// FromPrior makes a model of the coefficients that ship with the program.
func FromPrior(p *prior.Prior) *Model { return &Model{} }

// WithRanges adds the refits that Lo and Hi need.
func (m *Model) WithRanges(ctx context.Context, past []History, s Settings, seed uint64) (*Model, error) {
	return nil, errPending
}
