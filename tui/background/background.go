// Package background tells lipgloss that the terminal is dark, before anybody
// asks the terminal. Import it for this effect, first of all, in every program
// that imports Bubble Tea, however far down:
//
//	import _ "brujula/tui/background"
//
// Why: Bubble Tea v1 calls lipgloss.HasDarkBackground in an init function
// (tea_init.go), before main. Unless the answer was set by hand, lipgloss
// writes OSC 11 and a cursor position request (CSI 6 n) to the terminal and
// waits up to 5 seconds for an answer. A terminal that never answers then
// stalls every command, even --help, and one that answers late types
// "]11;rgb:…" into the first input.
//
// Why this comes first: Go initialises packages sorted by import path, each as
// soon as all that it imports is initialised (Go specification, "Program
// initialization", since Go 1.21). This package needs lipgloss alone, so it is
// ready once lipgloss is, as Bubble Tea is, and then "brujula/tui/background"
// sorts before "github.com/charmbracelet/bubbletea". Two things would break
// it: a module path that sorts after "github.com/charmbracelet/bubbletea", and
// an import here of anything that takes longer to become ready. The test of
// this package runs a program on a terminal that never answers and fails then.
//
// The theme needs no answer: it uses the sixteen ANSI colours alone and takes
// dark or light from the user (package theme).
package background

import "github.com/charmbracelet/lipgloss"

func init() {
	lipgloss.SetHasDarkBackground(true)
}
