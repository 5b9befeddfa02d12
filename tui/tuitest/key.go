package tuitest

import (
	"strings"
	"unicode/utf8"

	tea "github.com/charmbracelet/bubbletea"
)

// Key returns the key message of a Bubble Tea name such as "enter", "ctrl+u",
// "shift+tab", "alt+x" or a single character; ok is false for any other text.
func Key(name string) (k tea.KeyMsg, ok bool) {
	alt := false
	if rest, found := strings.CutPrefix(name, "alt+"); found && rest != "" {
		name, alt = rest, true
	}
	if name == "space" {
		name = " "
	}
	if name == " " {
		return tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}, Alt: alt}, true
	}
	if utf8.RuneCountInString(name) == 1 {
		return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(name), Alt: alt}, true
	}
	// Named keys are the types from KeyF20, the lowest, to the highest control
	// character; their names are known to String alone.
	for t := tea.KeyF20; t <= tea.KeyBackspace; t++ {
		if k := (tea.KeyMsg{Type: t}); t != tea.KeyRunes && k.String() == name {
			k.Alt = alt
			return k, true
		}
	}
	return tea.KeyMsg{}, false
}
