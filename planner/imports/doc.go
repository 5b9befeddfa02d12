// Package imports reads new lists for the library: it joins parts, places them beside
// what is stored, remembers columns, and sums up what an import would do. Nothing is
// stored before the user has seen that.
package imports
