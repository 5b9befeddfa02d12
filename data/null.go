package data

import "math"

// OrNull is how a record writes a value whose zero says that nobody knows it: null
// for the zero value.
func OrNull[T comparable](v T) *T {
	var zero T
	if v == zero {
		return nil
	}
	return &v
}

// FigureOrNull is OrNull of a figure that is NaN where it is not known, which JSON
// cannot write.
func FigureOrNull(x float64) *float64 {
	if math.IsNaN(x) {
		return nil
	}
	return &x
}

// OrEmpty is how a record writes a list: never as null.
func OrEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
