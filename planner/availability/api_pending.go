package availability

import (
	"context"
	"errors"
	"io"

	"brujula/data/prior"
)

// The parts of the interface that the next commits fill.
var errPending = errors.New("availability: not built yet")

// FromPrior makes a model of the coefficients that ship with the program.
func FromPrior(p *prior.Prior) *Model { return &Model{} }

// Save writes the model for the cache.
func (m *Model) Save(w io.Writer) error { return errPending }

// Load reads what Save wrote.
func Load(r io.Reader) (*Model, error) { return nil, errPending }

// WithRanges adds the refits that Lo and Hi need.
func (m *Model) WithRanges(ctx context.Context, past []History, s Settings, seed uint64) (*Model, error) {
	return nil, errPending
}

// Live gives the forecast for what is left once k0 seats are gone, taken[i] of
// them at plaza i.
func (f *Forecast) Live(k0 float64, taken []int) (*Forecast, error) { return nil, errPending }
