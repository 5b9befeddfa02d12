//go:build !windows

package main

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
	"github.com/spf13/cobra"

	"brujula/data/texts"
)

// tour goes through the screens, the help and the command line.
var tour = []string{"2", "3", "4", "5", "6", "1", "j", "\r", "?", "?", ":perf\t", "/posta\r", " "}

// TestTerminals opens the planner on the terminals that people have, walks
// through it, changes the window's size down to nothing and back, and leaves.
func TestTerminals(t *testing.T) {
	for _, env := range [][]string{
		{"TERM=xterm-256color"},
		{"TERM=xterm"},
		{"TERM=screen"},
		{"TERM=tmux-256color"},
		{"TERM=linux"},
		{"TERM=dumb"},
		{"TERM="},
		{"TERM=xterm", "NO_COLOR=1"},
		{"TERM=xterm", "LANG=C", "LC_ALL=C"},
		{"TERM=xterm", "CI=true"},
	} {
		t.Run(strings.Join(env, ","), func(t *testing.T) {
			t.Parallel()
			term := inTerminal(t, env, "--demo")
			term.await("DEMOSTRACI")
			for _, keys := range tour {
				term.send(keys)
				time.Sleep(5 * time.Millisecond)
			}
			for _, size := range []pty.Winsize{{Rows: 50, Cols: 200}, {Rows: 1, Cols: 1}, {}, {Rows: 1, Cols: 500}, {Rows: 16, Cols: 60}, {Rows: 24, Cols: 80}} {
				if err := pty.Setsize(term.pty, &size); err != nil {
					t.Fatal(err)
				}
				time.Sleep(20 * time.Millisecond)
			}
			term.send("\x03") // ctrl+c, wherever the tour has led to
			if code := term.ended(); code != 0 {
				t.Errorf("exit code %d", code)
			}
			restored(t, term)
			if strings.Contains(strings.Join(env, " "), "LANG=C") {
				for _, b := range []byte(term.output()) {
					if b > 127 {
						t.Fatalf("byte %#x under LANG=C", b)
					}
				}
			}
		})
	}
}

// A terminal without a cursor gets the linear mode: not one escape sequence, and
// its settings are never touched.
func TestDumbTerminalsGetLines(t *testing.T) {
	for _, env := range []string{"TERM=dumb", "TERM="} {
		term := inTerminal(t, []string{env}, "--demo")
		term.await(texts.LinearDumb[:20])
		term.send("1\r")
		if err := term.cmd.Process.Signal(syscall.SIGTERM); err != nil {
			t.Fatal(err)
		}
		term.ended()
		if strings.Contains(term.output(), "\x1b") {
			t.Errorf("%s: an escape sequence in %q", env, term.output())
		}
		restored(t, term)
	}
}

// Bytes that come one by one, halves of sequences, what is no UTF-8, and what a
// clipboard may hold: the planner goes on and can be left.
func TestBrokenInput(t *testing.T) {
	for name, input := range map[string][]string{
		"split arrows":        {"\x1b", "[", "B", "\x1b[", "A", "\x1bO", "B"},
		"split mouse":         {"\x1b[<0;", "10;", "5M", "\x1b[<0;10;5", "m"},
		"no UTF-8":            {"\xff\xfe\xc3", "\xe2\x82", "/\xf0\x9f", "\xed\xa0\x80"},
		"unknown sequences":   {"\x1b[99~", "\x1b[1;2;3;4u", "\x1b]11;rgb:0000/0000/0000\x1b\\", "\x1bP1$r0m\x1b\\", "\x1b[?62;c", "\x1b[10;20R"},
		"binary paste":        {"\x1b[200~\x00\x01\x02\x1b[2J\xff\xfe" + strings.Repeat("\x7f\x00ñ", 300) + "\x1b[201~"},
		"paste without end":   {"\x1b[200~posta", " médica"},
		"paste into search":   {"/", "\x1b[200~línea uno\r\nlínea dos\x1b[201~", "\r"},
		"a key held for long": {strings.Repeat("j", 4000)},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			term := inTerminal(t, nil, "--demo")
			term.await("DEMOSTRACI")
			for _, piece := range input {
				term.send(piece)
				time.Sleep(10 * time.Millisecond)
			}
			if err := term.cmd.Process.Signal(syscall.SIGTERM); err != nil {
				t.Fatal(err)
			}
			if code := term.ended(); code != 0 {
				t.Errorf("exit code %d", code)
			}
			restored(t, term)
		})
	}
}

// A connection that lost the end of a paste does not take the keyboard with it.
func TestAPasteThatLostItsEndLeavesTheKeyboard(t *testing.T) {
	term := inTerminal(t, nil, "--demo")
	term.await("DEMOSTRACI")
	term.send(pasteBegin + "posta")
	// A busy program may read the key with the paste, as one piece; after a pause it
	// does not. One that is leaving has set the terminal back, where the key kills.
	for _, pause := range []time.Duration{50 * time.Millisecond, 2 * pasteStall, 2 * pasteStall, 2 * pasteStall} {
		select {
		case <-term.done:
		case <-time.After(pause):
			if !strings.Contains(term.output(), "\x1b[?1049l") {
				_, _ = io.WriteString(term.pty, "\x03") // it may just have ended
			}
		}
	}
	if code := term.ended(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	restored(t, term)
}

// A fault of our own, wherever it is, leaves the terminal as found and says so.
func TestAPanicLeavesTheTerminalAsFound(t *testing.T) {
	for where, key := range map[string]string{"Update": "!", "View": "\"", "a command": "$"} {
		t.Run(where, func(t *testing.T) {
			t.Parallel()
			term := runIn(t, usualWindow, nil, panicking, "--demo")
			term.await("DEMOSTRACI")
			term.send(key)
			if code := term.ended(); code != exitFailed {
				t.Errorf("exit code %d", code)
			}
			if !strings.Contains(term.output(), texts.PlannerFault) {
				t.Errorf("not told: %q", term.output())
			}
			restored(t, term)
		})
	}
}

// TestStopAndGoOn stops the planner by its key and from outside, in a shell with
// job control, which gets its terminal back each time.
func TestStopAndGoOn(t *testing.T) {
	shell, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no shell with job control here")
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	// A shell that neither edits its line nor reads anything at its start.
	cmd := exec.CommandContext(t.Context(), shell, "--norc", "--noprofile", "--noediting", "-i")
	cmd.Env = []string{"HOME=" + t.TempDir(), "TERM=xterm", "LANG=C.UTF-8", "PS1=$ ", "PATH=" + os.Getenv("PATH"), "BIN=" + self}
	term := startIn(t, usualWindow, cmd)
	term.send("(exec -a serums \"$BIN\" --demo)\r")
	for i, stop := range []func(){
		func() { term.send("\x1a") },
		func() {
			out, err := exec.CommandContext(t.Context(), "pkill", "-TSTP", "-P", strconv.Itoa(term.cmd.Process.Pid)).CombinedOutput()
			if err != nil {
				t.Fatalf("%v %s", err, out)
			}
		},
	} {
		term.awaitDrawn(i)
		stop()
		term.awaitAfter(i, "Stopped")
		restored(t, term)
		term.send("fg\r")
	}
	term.awaitDrawn(2)
	term.awaitAfter(2, "\x1b[?1002h") // the mouse as well
	term.send("\x03")
	term.awaitAfter(2, "\x1b[?1049l")
	prompts := strings.Count(term.output()[:strings.LastIndex(term.output(), "\x1b[?1049l")], "$ ")
	term.awaitAfter(prompts, "$ ") // the shell has its terminal back
	restored(t, term)
}

// awaitDrawn waits until the planner has drawn itself after it took the screen
// for more than the n-th time; what is sent before that may be thrown away.
func (term *terminal) awaitDrawn(n int) {
	term.t.Helper()
	const takes = "\x1b[?1049h"
	term.awaitAfter(n, takes)
	all := strings.SplitN(term.output(), takes, n+2)
	rest := len(term.output()) - len(all[len(all)-1])
	term.awaitAfter(strings.Count(term.output()[:rest], "DEMOSTRACI"), "DEMOSTRACI")
}

// The window that is closed ends the planner; it does not stay behind.
func TestAClosedWindowEndsThePlanner(t *testing.T) {
	term := inTerminal(t, nil, "--demo")
	term.await("Puede alcanzar") // all is drawn: a program at rest ends too
	if err := term.pty.Close(); err != nil {
		t.Fatal(err)
	}
	term.ended()
}

// Without a terminal on both sides the planner refuses, at once; commands work
// without an input, and end when nobody reads what they write.
func TestClosedStreams(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	run := func(out *os.File, args ...string) (string, int) {
		var errs strings.Builder
		cmd := exec.CommandContext(t.Context(), self)
		cmd.Args, cmd.Stdout, cmd.Stderr = append([]string{"serums"}, args...), out, &errs
		cmd.Env = []string{"HOME=" + t.TempDir(), "LANG=C.UTF-8"}
		_ = cmd.Run()
		return errs.String(), cmd.ProcessState.ExitCode()
	}
	null, err := os.OpenFile(os.DevNull, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if said, code := run(null, "--demo"); code != exitUsage || !strings.Contains(said, texts.NeedsTerminal) {
		t.Errorf("%d %q", code, said)
	}
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	_ = read.Close()
	if said, code := run(write, "--demo", "listar", "--json"); code == exitOK || strings.Contains(said, "goroutine") {
		t.Errorf("nobody reads: %d %q", code, said)
	}
}

// Every command, and its help, runs on a terminal that never answers without
// asking it anything. Those that work for long are asked for their help alone.
func TestNoCommandAsksTheTerminal(t *testing.T) {
	long := map[string]bool{"serums": true, "serums evaluar": true, "serums ajustar": true}
	var calls [][]string
	walk((&app{}).rootCommand(), func(c *cobra.Command) {
		words := strings.Fields(c.CommandPath())[1:]
		calls = append(calls, append(words[:len(words):len(words)], "--help"))
		if !long[c.CommandPath()] {
			calls = append(calls, append(words[:len(words):len(words)], "--demo"))
		}
	})
	if len(calls) < 30 {
		t.Fatalf("only %d commands", len(calls))
	}
	for _, args := range calls {
		t.Run(strings.Join(args, " "), func(t *testing.T) {
			t.Parallel()
			env := []string{"SERUMS_DATOS=" + filepath.Join(t.TempDir(), "biblioteca"), "PAGER=cat"} // less would wait for a reader
			term := inTerminal(t, env, args...)
			term.ended() // an unanswered query would hold it for five seconds
			for _, q := range append(queries, "\x1b[?1049h", "\x1b[?u", "\x1b[>0q") {
				if strings.Contains(term.output(), q) {
					t.Errorf("wrote %q", q)
				}
			}
		})
	}
}
