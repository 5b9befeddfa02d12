// Package geo knows where establishments are, as far as a list of coordinates
// says it credibly, and how far that is from a place in a straight line.
// Coordinates that cannot be right are reported and not used.
package geo
