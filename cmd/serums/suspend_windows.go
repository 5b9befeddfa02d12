package main

import tea "github.com/charmbracelet/bubbletea"

// suspender does nothing here: Windows stops no program from outside.
type suspender struct{}

func newSuspender() *suspender { return &suspender{} }

func (*suspender) filter(_ tea.Model, m tea.Msg) tea.Msg { return m }

func (*suspender) watch(_ *tea.Program, done <-chan struct{}) { <-done }
