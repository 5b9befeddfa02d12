package main

import (
	"bytes"
	"os"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/conpty"
)

// TestPseudoConsole opens the planner as Windows Terminal does, in a pseudo-console,
// goes through its screens and leaves. It skips, saying so, on a system whose
// pseudo-console shows nothing (Wine 10 makes one and starts programs in it, unseen).
func TestPseudoConsole(t *testing.T) {
	if console := inConsole(t, "version"); !console.shows("formatos") {
		t.Skip("what runs in this system's pseudo-console is not to be seen")
	}
	console := inConsole(t, "--demo")
	for _, step := range []struct{ keys, text string }{{"", "DEMOSTRACI"}, {"2", "Mi plan"}, {"5", "Panorama"}, {"1", "Puede alcanzar"}} {
		console.send(step.keys)
		if !console.shows(step.text) {
			t.Fatalf("%q did not come: %q", step.text, console.output())
		}
	}
	console.send("q")
	state, err := console.program.Wait()
	if err != nil || state.ExitCode() != 0 {
		t.Errorf("it ended with %v, %v: %q", state, err, console.output())
	}
}

// console is the program in a pseudo-console.
type console struct {
	*conpty.ConPty
	t       *testing.T
	program *os.Process
	mu      sync.Mutex
	seen    bytes.Buffer
}

func inConsole(t *testing.T, args ...string) *console {
	t.Helper()
	pty, err := conpty.New(80, 24, 0)
	if err != nil {
		t.Skip("this system has no pseudo-console:", err)
	}
	c := &console{ConPty: pty, t: t}
	go c.read()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	env := append(os.Environ(), "USERPROFILE="+t.TempDir(), "LOCALAPPDATA="+t.TempDir())
	pid, _, err := pty.Spawn(self, append([]string{"serums"}, args...), &syscall.ProcAttr{Env: env})
	if err != nil {
		t.Fatal(err)
	}
	if c.program, err = os.FindProcess(pid); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = c.program.Kill() // it has ended where all went well
		_ = c.Close()
	})
	return c
}

func (c *console) read() {
	buffer := make([]byte, 1<<16)
	for {
		n, err := c.Read(buffer)
		c.mu.Lock()
		c.seen.Write(buffer[:n])
		c.mu.Unlock()
		if err != nil {
			return
		}
	}
}

func (c *console) output() string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.seen.String()
}

// shows waits until a text was drawn; it gives up after a while.
func (c *console) shows(text string) bool {
	for end := time.Now().Add(10 * time.Second); time.Now().Before(end); time.Sleep(50 * time.Millisecond) {
		if strings.Contains(c.output(), text) {
			return true
		}
	}
	return false
}

func (c *console) send(keys string) {
	c.t.Helper()
	if _, err := c.Write([]byte(keys)); err != nil {
		c.t.Fatal(err)
	}
}
