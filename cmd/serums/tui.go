package main

import (
	"context"
	"errors"

	"brujula/data/texts"
)

// runPlanner opens the screens.
func (a *app) runPlanner(context.Context) error {
	return errors.New(texts.NothingLoaded)
}
