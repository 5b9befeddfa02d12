package tuitest

import (
	"fmt"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"brujula/tui/theme"
)

// Size is a window in cells.
type Size struct{ W, H int }

// Sizes are the windows that every screen is drawn at: the least, the old
// terminal, the common laptop, the big screen.
func Sizes() []Size { return []Size{{60, 16}, {80, 24}, {120, 40}, {200, 50}} }

// Themes are the themes that goldens are made with: Plain, which a person can
// read in a diff, the colours, and what NO_COLOR and LANG=C give.
func Themes() []theme.Options {
	return []theme.Options{
		{Variant: theme.Plain},
		{Variant: theme.Dark},
		{Variant: theme.Light},
		{Variant: theme.Mono},
		{Variant: theme.Plain, Charset: theme.ASCII},
	}
}

// Matrix draws one thing at each size in the plain theme, and at one size in
// each theme, compares every drawing with its golden file and checks that it
// fits. (Layout depends on size, styles on theme: the full product would
// repeat both.)
func Matrix(t *testing.T, sizes []Size, draw func(st *theme.Styles, w, h int) string) {
	t.Helper()
	one := func(o theme.Options, s Size) {
		name := fmt.Sprintf("%dx%d-%v", s.W, s.H, o.Variant)
		if o.Charset == theme.ASCII {
			name += "-ascii"
		}
		t.Run(name, func(t *testing.T) {
			st := theme.New(o)
			view := st.Encode(draw(st, s.W, s.H))
			CheckFits(t, view, s.W, s.H)
			golden.RequireEqual(t, view)
		})
	}
	for _, s := range sizes {
		one(theme.Options{Variant: theme.Plain}, s)
	}
	for _, o := range Themes()[1:] {
		one(o, sizes[len(sizes)/2])
	}
}
