// Package data holds the types that every other package speaks of: processes,
// lines, plazas, offers, adjudications and what is known of an imported list.
//
// Its subfolders read lists (cells, lists), keep them on disk (library) and
// carry the facts that ship with the program (rules, places, demo, prior).
// Nothing here reads a clock, the environment or flags, and nothing here
// imports planner, tui or cmd.
package data
