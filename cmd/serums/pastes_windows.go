package main

import tea "github.com/charmbracelet/bubbletea"

// fromKeyboard leaves Bubble Tea its own reader: Windows gives events. The marks of a
// paste would come as keys, the first of them esc: they are not asked for.
func fromKeyboard() tea.ProgramOption { return tea.WithoutBracketedPaste() }
