// Package testsize says how large the tests make what costs much: hostile
// files, simulated worlds, recorded runs. What everybody runs ends in minutes
// and still means something; CI runs the whole as well (.ci/run, step largas).
// It is imported by tests only.
package testsize

import "os"

// variable asks for the whole with the value "largas".
const variable = "SERUMS_PRUEBAS"

// Full reports whether the whole was asked for.
func Full() bool { return os.Getenv(variable) == "largas" }

// Of returns the size of a test: the whole where it was asked for.
func Of(usual, whole int) int {
	if Full() {
		return whole
	}
	return usual
}
