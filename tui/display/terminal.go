package display

import (
	"bytes"
	"strings"
	"sync"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/term"
)

// blank is the frame that Bubble Tea gets to draw: an application's own string, which no
// terminal shows. It marks what is not let through.
const blank = "\x1b_blank\x1b\\"

// terminal is what Bubble Tea writes to and frames are drawn on, in turn. What Bubble
// Tea writes tells when there is a screen to draw on: a frame that is ready when the
// terminal was given back, to a shell or for good, does not land there.
//
// It stays a file to Bubble Tea, which asks it for its size.
type terminal struct {
	term.File
	erased func() // tells that a screen has to be drawn anew

	mu    sync.Mutex
	shown bool // the alternate screen is
	drawn []string
	turn  int
}

// Write implements io.Writer for Bubble Tea.
func (t *terminal) Write(b []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	switch {
	case bytes.Contains(b, []byte(blank)):
		return len(b), nil
	case bytes.Contains(b, []byte(ansi.SetModeAltScreenSaveCursor)):
		t.shown = true
	case bytes.Contains(b, []byte(ansi.ResetModeAltScreenSaveCursor)):
		t.shown = false
	case bytes.Contains(b, []byte(ansi.EraseEntireScreen)):
		t.drawn = nil
		t.erased()
	}
	return t.File.Write(b)
}

// WriteString implements io.StringWriter, which a file would else do past Write.
func (t *terminal) WriteString(s string) (int, error) { return t.Write([]byte(s)) }

// draw puts a frame on the screen: the lines that are others than before.
func (t *terminal) draw(f *frame) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if !t.shown {
		return
	}
	if f.turn != t.turn {
		t.drawn, t.turn = nil, f.turn
	}
	lines := strings.Split(f.text, "\n")
	if f.height > 0 {
		lines = lines[:min(len(lines), f.height)]
	}
	changes := f.changes(t.drawn, lines)
	if changes == "" {
		return
	}
	t.drawn = lines
	if _, err := t.File.Write([]byte(changes)); err != nil {
		t.drawn = nil // who knows what came through
	}
}

// changes gives what turns the drawn lines into others; nothing is known of the screen
// where none is drawn. The cursor, which is hidden, comes to rest at the beginning of the
// last line: elsewhere macOS's terminal moves what it shows.
func (f *frame) changes(drawn, lines []string) string {
	var out strings.Builder
	for i, line := range lines {
		if i < len(drawn) && drawn[i] == line {
			continue
		}
		out.WriteString(ansi.CursorPosition(1, i+1))
		wide := ansi.StringWidth(line)
		if f.width > 0 && wide > f.width {
			line = ansi.Truncate(line, f.width, "")
		}
		out.WriteString(line)
		if wide < f.width || f.width == 0 {
			out.WriteString(ansi.EraseLineRight) // at the edge it would erase the last cell
		}
	}
	if below := len(lines) + 1; (len(drawn) == 0 || len(drawn) > len(lines)) && (f.height == 0 || below <= f.height) {
		out.WriteString(ansi.CursorPosition(1, below))
		out.WriteString(ansi.EraseScreenBelow)
	}
	if out.Len() > 0 {
		out.WriteString(ansi.CursorPosition(1, len(lines)))
	}
	return out.String()
}
