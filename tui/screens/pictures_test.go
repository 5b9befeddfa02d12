package screens

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"brujula/tui/theme"
	"brujula/tui/tuitest"
)

// The scenes that README.md shows, as wide as its page and as narrow as a
// telephone; internal/documents draws them from these files.
func TestPictures(t *testing.T) {
	region := append(strings.Split(":region puno,cusco", ""), "enter", "G")
	explore := append(slices.Clone(region), "up", "up", " ", "up", "up", "up", " ", "up", "up", "up")
	act := append(slices.Clone(region), "up", "up", "up", " ", "up", "up", "up", " ", "up", "up", "up", " ",
		"4", "S", "5", "enter", "i", "5", "8", "enter")
	for name, scene := range map[string]struct {
		keys []string
		w, h int
	}{
		"explorar":          {explore, 112, 30},
		"explorar-telefono": {explore, 60, 20},
		"mi-turno":          {act, 112, 26},
		"mi-turno-telefono": {act, 60, 24},
	} {
		t.Run(name, func(t *testing.T) {
			m, _ := demoPlanner(t, theme.New(theme.Options{Variant: theme.Dark}))
			view := tuitest.New(t, m, scene.w, scene.h).Press(scene.keys...).View()
			tuitest.CheckFits(t, view, scene.w, scene.h)
			golden.RequireEqual(t, view)
		})
	}
}
