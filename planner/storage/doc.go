// Package storage is what the planner keeps in the library: it loads a Workspace of
// all that is stored, and reads and writes plans and what people report of plazas.
package storage
