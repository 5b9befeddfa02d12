//go:build !windows

package main

import (
	"os"
	"os/signal"
	"sync/atomic"
	"syscall"

	tea "github.com/charmbracelet/bubbletea"
)

// suspender lets a stop that comes from outside (kill -TSTP) leave the terminal
// as found, as ctrl+z does: Bubble Tea knows the key alone. It takes the signal
// for itself, has Bubble Tea give the terminal back, and stops the program when
// Bubble Tea sends the signal in its turn. (A Go program that once asked for
// SIGTSTP never gets its own effect back, so that SIGSTOP does the stopping.)
type suspender struct {
	stops    chan os.Signal
	released atomic.Bool // Bubble Tea is giving the terminal back, or has
}

func newSuspender() *suspender {
	s := &suspender{stops: make(chan os.Signal, 1)}
	signal.Notify(s.stops, syscall.SIGTSTP)
	return s
}

// filter hears of every stop before Bubble Tea carries it out.
func (s *suspender) filter(_ tea.Model, m tea.Msg) tea.Msg {
	switch m.(type) {
	case tea.SuspendMsg:
		s.released.Store(true)
	case tea.ResumeMsg:
		s.released.Store(false)
	}
	return m
}

// watch acts on stops until done is closed.
func (s *suspender) watch(program *tea.Program, done <-chan struct{}) {
	defer signal.Stop(s.stops)
	for {
		select {
		case <-s.stops:
			// Once: what comes after the program went on, even before Bubble Tea
			// says so, is a stop anew.
			if s.released.CompareAndSwap(true, false) {
				_ = syscall.Kill(0, syscall.SIGSTOP) // the whole group, as SIGTSTP does
				continue
			}
			program.Send(tea.SuspendMsg{})
		case <-done:
			return
		}
	}
}
