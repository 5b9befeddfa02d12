// Package prior holds the coefficients that ship with the program: what was
// fitted on a past process, as figures by profession, grade, institution,
// region, category, ZAF and province. It holds no list: no coefficient rests on
// fewer than five seats (planner/availability/README.md).
package prior

import (
	"bytes"
	_ "embed"
	"fmt"

	"brujula/data"
)

// MinSeats is the least number of past seats that a coefficient may rest on, so
// that none tells of a single plaza (planner/availability/README.md).
const MinSeats = 5

//go:embed prior.csv
var embedded []byte

// Embedded returns the prior that ships, written by `serums ajustar`.
func Embedded() (*Prior, error) {
	p, err := Parse(bytes.NewReader(embedded))
	if err != nil {
		return nil, fmt.Errorf("embedded %w", err)
	}
	return p, nil
}

// Prior is a set of fitted coefficients and what they were fitted on.
type Prior struct {
	Processes []data.Process // ascending
	Sets      []Set          // at most one a modality
}

// Set holds the coefficients of one modality.
type Set struct {
	Modality     data.Modality
	Theta        float64 // variance of the frailty, for the prediction
	Seats        int     // past seats whose order entered the fit
	Lines        []Line
	Coefficients []Coefficient
}

// Line tells how a past line of MinSeats or more ended.
type Line struct {
	Profession string
	Seats      int // offered
	Taken      int
	Ordered    int     // taken in a known order, over all processes
	PassStart  float64 // share of those whose turn comes who pass, at the beginning
	PassSlope  float64 // and how much it grows towards the end
}

// Coefficient is the fitted log weight of one level of an effect.
type Coefficient struct {
	Effect     string // the effect's key, as "grado"
	Profession string // empty when all professions share it
	Level      string // the value of the attribute; places with their parents, joined by "/"
	Seats      int    // past seats that it rests on
	Value      float64
	// Draws are departures from Value, how unsure it is: the nth of all coefficients
	// of a set belong together. Empty where a file tells nothing of it.
	Draws []float64
}
