package display

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"
)

// sheet is a terminal that keeps what is written on it.
type sheet struct {
	mu      sync.Mutex
	written bytes.Buffer
	writes  int
	fail    bool
}

func (s *sheet) Write(b []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.fail {
		return 0, os.ErrDeadlineExceeded
	}
	s.writes++
	return s.written.Write(b)
}

func (*sheet) Read([]byte) (int, error) { return 0, io.EOF }
func (*sheet) Close() error             { return nil }
func (*sheet) Fd() uintptr              { return ^uintptr(0) }

func (s *sheet) state() (text string, writes int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.written.String(), s.writes
}

// saying is a model that shows the last text it was sent.
type saying struct{ text string }

func (s saying) Init() tea.Cmd { return nil }

func (s saying) Update(m tea.Msg) (tea.Model, tea.Cmd) {
	if text, ok := m.(string); ok {
		s.text = text
	}
	return s, nil
}

func (s saying) View() string { return s.text }

// playing is a program that draws on a sheet.
type playing struct {
	t       *testing.T
	sheet   *sheet
	program *tea.Program
	ended   chan struct{}
}

func play(t *testing.T) *playing {
	t.Helper()
	p := &playing{t: t, sheet: &sheet{}, ended: make(chan struct{})}
	d := New(saying{}, p.sheet)
	keyboard, nobody, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	p.program = tea.NewProgram(d, append(d.Options(), tea.WithInput(keyboard), tea.WithAltScreen(), tea.WithContext(ctx), tea.WithoutSignalHandler())...)
	go func() {
		defer close(p.ended)
		_, _ = p.program.Run() // its end by the context is an error too
	}()
	t.Cleanup(func() { _ = nobody.Close(); cancel(); <-p.ended; d.Close(); _ = keyboard.Close() })
	return p
}

// await waits until the output holds a text more than n times.
func (p *playing) await(n int, text string) {
	p.t.Helper()
	for deadline := time.Now().Add(20 * time.Second); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		if out, _ := p.sheet.state(); strings.Count(out, text) > n {
			return
		}
	}
	out, _ := p.sheet.state()
	p.t.Fatalf("%q never came a time more than %d; output %q", text, n, out)
}

func TestNothingIsDrawnBeforeTheSizeIsKnown(t *testing.T) {
	p := play(t)
	p.program.Send("too early")
	p.program.Send("")
	p.program.Send(tea.WindowSizeMsg{Width: 20, Height: 3})
	p.program.Send("in time")
	p.await(0, "in time")
	if out, _ := p.sheet.state(); strings.Contains(out, "too early") {
		t.Errorf("drawn without a size: %q", out)
	}
}

// Bubble Tea's own beats, after a resize too, put nothing on the terminal, nor do
// frames that are as before.
func TestNothingIsWrittenWhenNothingChanges(t *testing.T) {
	p := play(t)
	for _, width := range []int{20, 1, 0, 30} {
		p.program.Send(tea.WindowSizeMsg{Width: width, Height: 2})
	}
	p.program.Send("still")
	p.await(0, "still")
	time.Sleep(4 * pause)
	_, before := p.sheet.state()
	p.program.Send("still")
	time.Sleep(1200 * time.Millisecond) // one beat at least
	out, after := p.sheet.state()
	if after != before {
		t.Errorf("%d writes while nothing changed: %q", after-before, out)
	}
	if strings.Contains(out, blank) {
		t.Errorf("Bubble Tea's frame came through: %q", out)
	}
}

// A command that has the terminal for a while sees no frame of ours, and finds
// afterwards the whole of it drawn again.
func TestATerminalThatWasGivenAwayIsLeftAlone(t *testing.T) {
	p := play(t)
	p.program.Send(tea.WindowSizeMsg{Width: 20, Height: 2})
	p.program.Send("ours")
	p.await(0, "ours")
	other := &elsewhere{begun: make(chan struct{}), end: make(chan struct{})}
	go p.program.Send(tea.Exec(other, nil)())
	<-other.begun
	sent := make(chan struct{})
	go func() { p.program.Send("later"); close(sent) }()
	time.Sleep(4 * pause)
	out, _ := p.sheet.state()
	if rest := out[strings.LastIndex(out, ansi.ResetModeAltScreenSaveCursor):]; strings.Contains(rest, "ours") || strings.Contains(rest, "later") {
		t.Errorf("drawn on another's screen: %q", rest)
	}
	close(other.end)
	<-sent
	p.await(0, "later")
}

// elsewhere is a command that runs in the terminal.
type elsewhere struct{ begun, end chan struct{} }

func (e *elsewhere) Run() error        { close(e.begun); <-e.end; return nil }
func (*elsewhere) SetStdin(io.Reader)  {}
func (*elsewhere) SetStdout(io.Writer) {}
func (*elsewhere) SetStderr(io.Writer) {}

func TestTheLastFrameDoesNotLandInTheShell(t *testing.T) {
	p := play(t)
	p.program.Send(tea.WindowSizeMsg{Width: 20, Height: 2})
	for i := range 50 {
		p.program.Send(fmt.Sprintf("frame %d", i))
	}
	p.program.Quit()
	<-p.ended
	time.Sleep(2 * pause)
	out, _ := p.sheet.state()
	if rest := out[strings.LastIndex(out, ansi.ResetModeAltScreenSaveCursor):]; strings.Contains(rest, "frame") {
		t.Errorf("drawn after the end: %q", rest)
	}
}

// An erased screen is drawn anew, and so is one of which a write has failed.
func TestALostScreenIsDrawnAnew(t *testing.T) {
	p := play(t)
	p.program.Send(tea.WindowSizeMsg{Width: 20, Height: 2})
	p.program.Send("here\nand there")
	p.await(0, "there")
	p.program.Send(tea.ClearScreen())
	p.await(1, "there")

	p.sheet.mu.Lock()
	p.sheet.fail = true
	p.sheet.mu.Unlock()
	p.program.Send("over\nand there")
	time.Sleep(4 * pause)
	p.sheet.mu.Lock()
	p.sheet.fail = false
	p.sheet.mu.Unlock()
	p.program.Send("over\nand there")
	p.await(2, "there")
	p.await(0, "over")
}
