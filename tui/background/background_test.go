//go:build unix

package background_test

import (
	"bytes"
	"io"
	"os/exec"
	"path/filepath"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/creack/pty"
)

// probe builds the program in testdata/probe and runs it on a raw
// pseudo-terminal that never answers. It gives what was written to the
// terminal and how long the program took, at most limit.
func probe(t *testing.T, limit time.Duration, tags string) (string, time.Duration) {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "probe")
	build := exec.Command("go", "build", "-tags", tags, "-o", binary, "./testdata/probe")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, out)
	}

	master, slave, err := pty.Open()
	if err != nil {
		t.Skipf("no pseudo-terminal here: %v", err)
	}
	defer master.Close()
	// Raw, so that the terminal neither echoes nor changes what is written.
	if _, err := term.MakeRaw(slave.Fd()); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(binary)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = slave, slave, slave
	// The terminal must be the program's own: lipgloss asks only in the foreground.
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	// Nothing of this machine's environment: where CI is set, termenv takes
	// no terminal for one and asks nothing, and the probe would prove nothing.
	cmd.Env = []string{"TERM=xterm-256color", "COLORTERM=truecolor"}

	var seen safeBuffer
	go func() { _, _ = io.Copy(&seen, master) }()
	began := time.Now()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	select {
	case <-done:
	case <-time.After(limit):
		_ = cmd.Process.Kill()
		<-done
	}
	took := time.Since(began)
	seen.waitFor("ready", time.Second)
	slave.Close()
	return seen.String(), took
}

type safeBuffer struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (b *safeBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.Write(p)
}

func (b *safeBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.buf.String()
}

// waitFor lets the reader of the terminal catch up with the program.
func (b *safeBuffer) waitFor(text string, limit time.Duration) {
	for end := time.Now().Add(limit); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		if bytes.Contains([]byte(b.String()), []byte(text)) {
			return
		}
	}
}

// stall is how long the probe of lipgloss waits (termenv.OSCTimeout is 5 s);
// less than half of it is a start without the probe even on a busy machine.
const stall = 5 * time.Second

func TestNoProbeOnATerminalThatNeverAnswers(t *testing.T) {
	out, took := probe(t, 2*stall, "")
	if out != "ready true\n" {
		t.Errorf("written to the terminal: %q, want only the program's own words", out)
	}
	if took > stall/2 {
		t.Errorf("the start took %v", took)
	}
	t.Logf("start and end in %v", took)
}

// Without the cure the query is written: the test above can fail.
func TestTheProbeIsThereWithoutTheCure(t *testing.T) {
	out, took := probe(t, stall/2, "stalls")
	if !bytes.Contains([]byte(out), []byte("\x1b]11;?")) {
		t.Errorf("after %v: %q holds no query; is the cure still needed?", took, out)
	}
}
