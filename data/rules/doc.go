// Package rules holds every number and fact of the field that the program
// shows: points, figures, history, what is documented of places. They live in
// one embedded TOML file (reglas.toml), each with its source and how sure it
// is, and a file of the user's own adds to them or overrides them by id.
package rules
