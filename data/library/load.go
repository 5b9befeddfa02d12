package library

import (
	"context"

	"brujula/data"
)

// Offer loads one offer. It fails with ErrNotFound when there is none, with
// ErrDamaged when its file is not what was stored. The offer shares memory
// between its plazas (text, maps): treat it as read-only.
func (l *Library) Offer(ctx context.Context, process data.Process, modality data.Modality) (*data.Offer, error) {
	return nil, errNotBuilt
}

// Offers loads all offers in the order of Lists, several at a time. When some
// cannot be loaded the others are returned together with the joined errors.
func (l *Library) Offers(ctx context.Context) ([]*data.Offer, error) { return nil, errNotBuilt }

// Adjudication loads one list of adjudicated seats; errors as Offer.
func (l *Library) Adjudication(ctx context.Context, process data.Process, modality data.Modality) (*data.Adjudication, error) {
	return nil, errNotBuilt
}

// Adjudications loads all of them; order and errors as Offers.
func (l *Library) Adjudications(ctx context.Context) ([]*data.Adjudication, error) {
	return nil, errNotBuilt
}

// Table loads a list of a kind that has no type of its own yet (coordinates,
// notes); errors as Offer.
func (l *Library) Table(ctx context.Context, kind data.Kind, process data.Process, modality data.Modality) (*Table, error) {
	return nil, errNotBuilt
}

// Problems gives the report of a list: what its reading could not take as it
// stood. The list is found by kind, process and modality.
func (l *Library) Problems(info data.ListInfo) ([]data.Problem, error) { return nil, errNotBuilt }
