// Package texts holds every word that the program says to its users, in
// Spanish, one file an area. Functions take typed values and return a finished
// sentence; no other package writes Spanish.
package texts
