package tuitest

import (
	"fmt"
	"runtime/debug"
	"slices"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/tui/msg"
)

// Loose drives a model with its commands running beside it, as Bubble Tea runs
// them: each begins at once, and its answer reaches the model when Deliver says
// so, in any order. No answer is dropped. Where a Driver proves what a screen
// does, Loose proves that nothing depends on how soon answers come.
type Loose struct {
	tb      testing.TB
	model   tea.Model
	running []*answer
	timers  []timer
	now     time.Duration
	quit    bool
}

// answer is a command that has begun; its message waits in m once ready is
// closed.
type answer struct {
	ready chan struct{}
	m     tea.Msg
	fault string    // of a panic
	then  []tea.Cmd // what follows it in a sequence
}

// NewLoose starts a model. The window's size is for the caller to send.
func NewLoose(tb testing.TB, model tea.Model) *Loose {
	l := &Loose{tb: tb, model: model}
	l.begin(model.Init(), nil)
	return l
}

// Send gives the model a message at once.
func (l *Loose) Send(m tea.Msg) {
	l.tb.Helper()
	if _, ok := m.(tea.QuitMsg); ok {
		l.quit = true
	}
	next, cmd := l.model.Update(m)
	l.model = next
	l.begin(cmd, nil)
}

// begin starts a command; then is what follows it in a sequence.
func (l *Loose) begin(cmd tea.Cmd, then []tea.Cmd) {
	if cmd == nil {
		if len(then) > 0 {
			l.begin(then[0], then[1:])
		}
		return
	}
	a := &answer{ready: make(chan struct{}), then: then}
	l.running = append(l.running, a)
	go func() {
		defer close(a.ready)
		defer func() {
			if fault := recover(); fault != nil {
				a.fault = fmt.Sprintf("%v\n%s", fault, debug.Stack())
			}
		}()
		a.m = cmd()
	}()
}

// Running counts the commands whose answers were not delivered yet.
func (l *Loose) Running() int { return len(l.running) }

// Deliver waits for one of the running commands, by its place from 0, and gives
// the model its answer.
func (l *Loose) Deliver(i int) {
	l.tb.Helper()
	a := l.running[i]
	l.running = slices.Delete(l.running, i, i+1)
	select {
	case <-a.ready:
	case <-time.After(looseLimit):
		l.tb.Fatalf("tuitest: a command took more than %v", looseLimit)
	}
	if a.fault != "" {
		l.tb.Fatalf("tuitest: a command panicked: %s", a.fault)
	}
	switch m := a.m.(type) {
	case nil:
	case tea.BatchMsg:
		for _, cmd := range m {
			l.begin(cmd, nil)
		}
	case msg.TimerMsg:
		l.timers = append(l.timers, timer{l.now + m.After, m.Msg})
	default:
		if cmds, ok := sequence(m); ok {
			l.begin(nil, slices.Concat(cmds, a.then))
			return
		}
		l.Send(m)
	}
	l.begin(nil, a.then)
}

// looseLimit is how long one command may take: generous, since many run at once
// under the race detector.
const looseLimit = 10 * time.Minute

// looseChain is how long a chain of messages may be. The root takes up to 4096
// keys that came together one by one, each with a dozen commands of its own.
const looseChain = 10 * chainLimit

// Drain delivers all answers, the oldest first, until none is left.
func (l *Loose) Drain() {
	l.tb.Helper()
	for n := 0; len(l.running) > 0; n++ {
		if n > looseChain {
			l.tb.Fatalf("tuitest: %d commands and no end: the model answers itself", n)
		}
		l.Deliver(0)
	}
}

// Advance lets time pass: the timers that fall due are delivered in their
// order, each once, those that they set not.
func (l *Loose) Advance(by time.Duration) {
	l.tb.Helper()
	l.now += by
	due := slices.Clone(l.timers)
	l.timers = slices.DeleteFunc(l.timers, func(t timer) bool { return t.at <= l.now })
	due = slices.DeleteFunc(due, func(t timer) bool { return t.at > l.now })
	slices.SortStableFunc(due, func(a, b timer) int { return int(a.at - b.at) })
	for _, t := range due {
		l.Send(t.m)
	}
}

// Model returns the model as it is now.
func (l *Loose) Model() tea.Model { return l.model }

// View returns what is drawn, with its escape sequences.
func (l *Loose) View() string { return l.model.View() }

// Quit reports whether the model asked to end the program. The answers of
// commands that still run are then nobody's.
func (l *Loose) Quit() bool { return l.quit }

// Wait lets the commands that still run come to their end, as the process
// would at its own; their answers are not delivered.
func (l *Loose) Wait() {
	for _, a := range l.running {
		<-a.ready
	}
}
