//go:build !windows

package main

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"reflect"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/creack/pty"
)

// terminal is the program in a pseudo-terminal that never answers a question.
type terminal struct {
	t     *testing.T
	cmd   *exec.Cmd
	pty   *os.File
	found *term.State // how the terminal was before the program
	mu    sync.Mutex
	seen  bytes.Buffer
	done  chan struct{}
}

func inTerminal(t *testing.T, env []string, args ...string) *terminal {
	t.Helper()
	return runIn(t, usualWindow, env, append([]string{"serums"}, args...)...) // TestMain runs the program under this name
}

// usualWindow is the smallest window that people have.
var usualWindow = pty.Winsize{Rows: 24, Cols: 80}

// runIn runs the test binary under a name of TestMain's.
func runIn(t *testing.T, window pty.Winsize, env []string, args ...string) *terminal {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	home := t.TempDir()
	cmd := exec.CommandContext(t.Context(), self)
	cmd.Args = args
	cmd.Env = append([]string{"HOME=" + home, "TERM=xterm-256color", "LANG=C.UTF-8", "PATH=" + os.Getenv("PATH")}, env...)
	return startIn(t, window, cmd)
}

// startIn starts a command in a new terminal.
func startIn(t *testing.T, window pty.Winsize, cmd *exec.Cmd) *terminal {
	t.Helper()
	tty, slave, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	if err := pty.Setsize(tty, &window); err != nil {
		t.Fatal(err)
	}
	found, err := term.GetState(slave.Fd())
	if err != nil {
		t.Fatal(err)
	}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = slave, slave, slave
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	_ = slave.Close() // the program's alone, so that its end is the end of the output
	tty = closable(t, tty)
	term := &terminal{t: t, cmd: cmd, pty: tty, found: found, done: make(chan struct{})}
	read := make(chan struct{})
	go func() {
		defer close(read)
		buffer := make([]byte, 1<<16)
		for {
			n, err := tty.Read(buffer)
			term.mu.Lock()
			term.seen.Write(buffer[:n])
			term.mu.Unlock()
			if err != nil {
				return
			}
		}
	}()
	go func() {
		_ = cmd.Wait() // its state tells how it ended
		select {
		case <-read:
		case <-time.After(time.Second):
		}
		close(term.done)
	}()
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = tty.Close() })
	return term
}

// closable returns a terminal that is closed at once although it is being read: a file
// in blocking mode stays open until something comes, and of a program at rest nothing
// does.
func closable(t *testing.T, tty *os.File) *os.File {
	t.Helper()
	syscall.ForkLock.RLock() // no child that another test starts gets it
	fd, err := syscall.Dup(int(tty.Fd()))
	if err == nil {
		syscall.CloseOnExec(fd)
	}
	syscall.ForkLock.RUnlock()
	if err != nil {
		t.Fatal(err)
	}
	if err := syscall.SetNonblock(fd, true); err != nil {
		t.Fatal(err)
	}
	name := tty.Name()
	_ = tty.Close()
	return os.NewFile(uintptr(fd), name)
}

func (term *terminal) output() string {
	term.mu.Lock()
	defer term.mu.Unlock()
	return term.seen.String()
}

// await waits until the output holds a text. The limit is generous: it only
// keeps a fault from hanging the tests.
func (term *terminal) await(text string) {
	term.t.Helper()
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		if strings.Contains(term.output(), text) {
			return
		}
	}
	term.t.Fatalf("%q never came; output %q", text, term.output())
}

// awaitAfter waits until the output holds a text more than n times.
func (term *terminal) awaitAfter(n int, text string) {
	term.t.Helper()
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		if strings.Count(term.output(), text) > n {
			return
		}
	}
	term.t.Fatalf("%q never came a time more than %d; output %q", text, n, term.output())
}

func (term *terminal) send(keys string) {
	term.t.Helper()
	if _, err := io.WriteString(term.pty, keys); err != nil {
		term.t.Fatal(err)
	}
}

// ended waits for the program's end and gives its exit code.
func (term *terminal) ended() int {
	term.t.Helper()
	select {
	case <-term.done:
	case <-time.After(20 * time.Second):
		term.t.Fatalf("still running; output %q", term.output())
	}
	return term.cmd.ProcessState.ExitCode()
}

// queries are control sequences that ask the terminal something.
var queries = []string{"\x1b]10;?", "\x1b]11;?", "\x1b[6n", "\x1b[c", "\x1b[>c", "\x1b[>q"}

func TestCommandsAskTheTerminalNothing(t *testing.T) {
	for _, args := range [][]string{
		{"--help"}, {"version"}, {"--demo", "listar", "--profesion", "medicina", "--modalidad", "remunerada"}, {"listar"}, {"fuentes"},
	} {
		term := inTerminal(t, nil, args...)
		began := time.Now()
		term.ended()
		if waited := time.Since(began); waited > 4*time.Second { // an unanswered query waits five seconds
			t.Errorf("serums %v stalled for %v", args, waited)
		}
		for _, q := range queries {
			if strings.Contains(term.output(), q) {
				t.Errorf("serums %v wrote the query %q", args, q)
			}
		}
	}
}

// restored holds an ended planner to leaving the terminal as found: its own
// screen left, the cursor shown, mouse and bracketed paste off, the settings of
// the line as before.
func restored(t *testing.T, ended *terminal) {
	t.Helper()
	out := ended.output()
	for _, pair := range [][2]string{
		{"\x1b[?1049h", "\x1b[?1049l"},
		{"\x1b[?25l", "\x1b[?25h"},
		{"\x1b[?1002h", "\x1b[?1002l"},
		{"\x1b[?1006h", "\x1b[?1006l"},
		{"\x1b[?2004h", "\x1b[?2004l"},
	} {
		if strings.LastIndex(out, pair[1]) < strings.LastIndex(out, pair[0]) {
			t.Errorf("%q was not followed by %q", pair[0], pair[1])
		}
	}
	if now, err := term.GetState(ended.pty.Fd()); err != nil || !reflect.DeepEqual(now, ended.found) {
		t.Errorf("the terminal's settings were %+v and are %+v (%v)", ended.found, now, err)
	}
	for _, q := range queries {
		if strings.Contains(out, q) {
			t.Errorf("the planner wrote the query %q", q)
		}
	}
}

func TestPlannerOpensAndLeavesTheTerminalAsFound(t *testing.T) {
	first := inTerminal(t, nil) // nothing was ever imported
	first.await("Empezar")
	first.send("q\r")
	if code := first.ended(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	restored(t, first)
	term := inTerminal(t, nil, "--demo")
	term.await("DEMOSTRACI")
	term.send("/posta\r")
	term.await("/posta")
	term.send("q")
	if code := term.ended(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	restored(t, term)
}

func TestPlannerLeavesTheTerminalAsFoundWhenTold(t *testing.T) {
	for _, signal := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT} {
		term := inTerminal(t, nil, "--demo")
		term.await("DEMOSTRACI")
		if err := term.cmd.Process.Signal(signal); err != nil {
			t.Fatal(err)
		}
		if code := term.ended(); code != 0 {
			t.Errorf("%v: exit code %d", signal, code)
		}
		if strings.Contains(term.output(), "goroutine") {
			t.Errorf("%v: a dump in %q", signal, term.output())
		}
		restored(t, term)
	}
}

func TestNoColorWritesNoColour(t *testing.T) {
	term := inTerminal(t, []string{"NO_COLOR=1"}, "--demo")
	term.await("DEMOSTRACI")
	term.send("q")
	term.ended()
	for _, colour := range []string{"\x1b[31m", "\x1b[32m", "\x1b[33m", "\x1b[34m", "\x1b[35m", "\x1b[36m", ";32m"} {
		if strings.Contains(term.output(), colour) {
			t.Errorf("NO_COLOR, and yet %q", colour)
		}
	}
}

func TestASCIIUnderLangC(t *testing.T) {
	term := inTerminal(t, []string{"LANG=C", "LC_ALL=C"}, "--demo")
	term.await("DEMOSTRACI")
	term.send("q")
	term.ended()
	for _, b := range []byte(term.output()) {
		if b > 127 {
			t.Fatalf("byte %#x under LANG=C", b)
		}
	}
}
