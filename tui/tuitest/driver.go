// Package tuitest drives a tea.Model in tests as a user would, and checks what
// it draws. It is imported by tests only.
//
// The driver has a notion of idle: after each key it runs the commands that
// the model returns, and those that follow from them, until none is left. So
// tests neither sleep nor retry. Time passes only by Advance.
package tuitest

import (
	"reflect"
	"strings"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"brujula/tui/msg"
)

// Limits of one step to idle: a command that takes longer, or a chain of
// messages that is longer, is a fault of the model. The ranges of the
// demonstration take 20 refits: under the race detector, on a machine that
// does other work, far more than the second that they need alone.
const (
	commandLimit = 3 * time.Minute
	chainLimit   = 10_000
)

// Driver holds a model under test.
type Driver struct {
	tb      testing.TB
	model   tea.Model
	w, h    int
	now     time.Duration
	timers  []timer
	quit    bool
	pending []tea.Cmd
}

type timer struct {
	at time.Duration
	m  tea.Msg
}

// New starts a model in a window of w × h cells and runs it until idle.
func New(tb testing.TB, model tea.Model, w, h int) *Driver {
	tb.Helper()
	d := &Driver{tb: tb, model: model, w: w, h: h}
	d.pending = append(d.pending, model.Init())
	d.Send(tea.WindowSizeMsg{Width: w, Height: h})
	return d
}

// Send gives the model a message and runs it until idle.
func (d *Driver) Send(m tea.Msg) *Driver {
	d.tb.Helper()
	d.deliver(m)
	d.idle()
	d.check()
	return d
}

// Press sends keys by their Bubble Tea names: "enter", "ctrl+u", "G", "esc".
func (d *Driver) Press(names ...string) *Driver {
	d.tb.Helper()
	for _, name := range names {
		k, ok := Key(name)
		if !ok {
			d.tb.Fatalf("tuitest: no key is called %q", name)
		}
		d.Send(k)
	}
	return d
}

// Burst sends keys as a terminal gives them that reads many at once: characters
// that follow each other are one message, and no command runs before the last
// key has arrived.
func (d *Driver) Burst(names ...string) *Driver {
	d.tb.Helper()
	for _, name := range names {
		k, ok := Key(name)
		if !ok {
			k = tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(name)}
		}
		d.deliver(k)
	}
	d.idle()
	d.check()
	return d
}

// Type sends a text as one key for each character, as a person types it.
func (d *Driver) Type(text string) *Driver {
	d.tb.Helper()
	for _, r := range text {
		if r == ' ' {
			d.Send(tea.KeyMsg{Type: tea.KeySpace, Runes: []rune{' '}})
			continue
		}
		d.Send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}})
	}
	return d
}

// Paste sends a text as a terminal with bracketed paste does.
func (d *Driver) Paste(text string) *Driver {
	d.tb.Helper()
	return d.Send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: true})
}

// Resize changes the window.
func (d *Driver) Resize(w, h int) *Driver {
	d.tb.Helper()
	d.w, d.h = w, h
	return d.Send(tea.WindowSizeMsg{Width: w, Height: h})
}

// Click presses the left button at a cell, counted from 0.
func (d *Driver) Click(x, y int) *Driver {
	d.tb.Helper()
	return d.Send(tea.MouseMsg{X: x, Y: y, Action: tea.MouseActionPress, Button: tea.MouseButtonLeft})
}

// Wheel turns the wheel at a cell, down for positive steps.
func (d *Driver) Wheel(x, y, steps int) *Driver {
	d.tb.Helper()
	button := tea.MouseButtonWheelDown
	if steps < 0 {
		button, steps = tea.MouseButtonWheelUp, -steps
	}
	for range steps {
		d.Send(tea.MouseMsg{X: x, Y: y, Action: tea.MouseActionPress, Button: button})
	}
	return d
}

// Advance lets time pass: timers that fall due are delivered in their order.
func (d *Driver) Advance(by time.Duration) *Driver {
	d.tb.Helper()
	end := d.now + by
	for {
		next := -1
		for i, t := range d.timers {
			if t.at <= end && (next < 0 || t.at < d.timers[next].at) {
				next = i
			}
		}
		if next < 0 {
			d.now = end
			return d
		}
		t := d.timers[next]
		d.timers = append(d.timers[:next], d.timers[next+1:]...)
		d.now = t.at
		d.Send(t.m)
	}
}

// Model returns the model as it is now.
func (d *Driver) Model() tea.Model { return d.model }

// Quit reports whether the model asked to end the program.
func (d *Driver) Quit() bool { return d.quit }

// View returns what is drawn, with its escape sequences.
func (d *Driver) View() string { return d.model.View() }

// Text returns what is drawn, without escape sequences and trailing blanks.
func (d *Driver) Text() string { return Text(d.View()) }

// Line returns one line of Text, from 0; empty when there is none.
func (d *Driver) Line(i int) string {
	lines := strings.Split(d.Text(), "\n")
	if i < 0 || i >= len(lines) {
		return ""
	}
	return lines[i]
}

// Contains fails the test unless each text is in view.
func (d *Driver) Contains(want ...string) *Driver {
	d.tb.Helper()
	text := d.Text()
	for _, s := range want {
		if !strings.Contains(text, s) {
			d.tb.Fatalf("%q is not in view:\n%s", s, text)
		}
	}
	return d
}

// Lacks fails the test when one of the texts is in view.
func (d *Driver) Lacks(unwanted ...string) *Driver {
	d.tb.Helper()
	text := d.Text()
	for _, s := range unwanted {
		if strings.Contains(text, s) {
			d.tb.Fatalf("%q is in view:\n%s", s, text)
		}
	}
	return d
}

func (d *Driver) deliver(m tea.Msg) {
	if _, ok := m.(tea.QuitMsg); ok {
		d.quit = true
	}
	next, cmd := d.model.Update(m)
	d.model = next
	if cmd != nil {
		d.pending = append(d.pending, cmd)
	}
}

// idle runs commands until none is left.
func (d *Driver) idle() {
	d.tb.Helper()
	for n := 0; len(d.pending) > 0; n++ {
		if n > chainLimit {
			d.tb.Fatalf("tuitest: %d commands and no end: the model answers itself", n)
		}
		cmd := d.pending[0]
		d.pending = d.pending[1:]
		if cmd == nil {
			continue
		}
		d.take(d.run(cmd))
	}
}

// run waits for a command's message. Waiting for a timer is a fault: screens
// use msg.After.
func (d *Driver) run(cmd tea.Cmd) tea.Msg {
	d.tb.Helper()
	answer := make(chan tea.Msg, 1)
	go func() { answer <- cmd() }()
	select {
	case m := <-answer:
		return m
	case <-time.After(commandLimit):
		d.tb.Fatalf("tuitest: a command took more than %v (tea.Tick instead of msg.After?)", commandLimit)
		return nil
	}
}

// take does with a command's message what the Bubble Tea program does.
func (d *Driver) take(m tea.Msg) {
	switch m := m.(type) {
	case nil:
	case tea.BatchMsg:
		d.pending = append(d.pending, m...)
	case msg.TimerMsg:
		d.timers = append(d.timers, timer{d.now + m.After, m.Msg})
	default:
		if cmds, ok := sequence(m); ok {
			for _, cmd := range cmds {
				d.inOrder(cmd)
			}
			return
		}
		d.deliver(m)
	}
}

// inOrder runs a command of a sequence: what it gives is delivered before the
// next one runs, the commands of a batch too.
func (d *Driver) inOrder(cmd tea.Cmd) {
	d.tb.Helper()
	if cmd == nil {
		return
	}
	switch m := d.run(cmd).(type) {
	case tea.BatchMsg:
		for _, one := range m {
			d.inOrder(one)
		}
	default:
		d.take(m)
	}
}

// sequence recognises what tea.Sequence answers with, a type that Bubble Tea
// keeps to itself.
func sequence(m tea.Msg) ([]tea.Cmd, bool) {
	v := reflect.ValueOf(m)
	if v.Kind() != reflect.Slice || v.Type().Elem() != reflect.TypeFor[tea.Cmd]() {
		return nil, false
	}
	cmds := make([]tea.Cmd, v.Len())
	for i := range cmds {
		cmds[i] = v.Index(i).Interface().(tea.Cmd)
	}
	return cmds, true
}

// check keeps the promise that nothing is drawn outside the window.
func (d *Driver) check() {
	d.tb.Helper()
	CheckFits(d.tb, d.View(), d.w, d.h)
}

// CheckFits fails the test when a view has a line wider than w cells or more
// than h lines.
func CheckFits(tb testing.TB, view string, w, h int) {
	tb.Helper()
	lines := strings.Split(view, "\n")
	if len(lines) > h {
		tb.Fatalf("%d lines in a window of %d:\n%s", len(lines), h, Text(view))
	}
	for i, line := range lines {
		if n := ansi.StringWidth(line); n > w {
			tb.Fatalf("line %d is %d cells wide in a window of %d: %q", i, n, w, ansi.Strip(line))
		}
	}
}

// Text strips escape sequences and trailing blanks.
func Text(view string) string {
	lines := strings.Split(ansi.Strip(view), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRight(line, " ")
	}
	return strings.Join(lines, "\n")
}
