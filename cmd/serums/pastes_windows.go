package main

import tea "github.com/charmbracelet/bubbletea"

// fromKeyboard leaves Bubble Tea its own reader: Windows gives events, not marks.
func fromKeyboard() tea.ProgramOption { return func(*tea.Program) {} }
