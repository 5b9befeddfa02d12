package main

import (
	"errors"
	"strings"
	"testing"

	"brujula/data/texts"
)

// A text is copied where the user pastes from, and what is not known, or cannot be, is
// not told as done.
func TestCopy(t *testing.T) {
	const tmuxWrap, screenWrap, bare = "\x1bPtmux;", "\x1bP", "\x1b]52;"
	afar := map[string]string{"SSH_TTY": "/dev/pts/1", "TERM": "xterm"}
	for name, c := range map[string]struct {
		env     map[string]string
		system  error
		tmux    int // how many of the two ways fail
		how     string
		written string // how what is written to the terminal begins
		fails   bool
	}{
		"a clipboard":            {env: map[string]string{"TERM": "xterm"}, how: texts.ByClipboard},
		"from afar":              {env: afar, how: texts.ByTerminal, written: bare},
		"no clipboard":           {env: map[string]string{"TERM": "xterm"}, system: errors.ErrUnsupported, how: texts.ByTerminal, written: bare},
		"tmux":                   {env: map[string]string{"TERM": "tmux-256color", "TMUX": "x"}, system: errors.ErrUnsupported, how: texts.ByTmux},
		"an old tmux":            {env: map[string]string{"TERM": "screen", "TMUX": "x"}, system: errors.ErrUnsupported, tmux: 1, how: texts.ByTmux},
		"tmux that cannot":       {env: map[string]string{"TERM": "screen", "TMUX": "x"}, system: errors.ErrUnsupported, tmux: 2, how: texts.ByTerminal, written: tmuxWrap},
		"screen":                 {env: map[string]string{"TERM": "screen.xterm", "STY": "1.a"}, system: errors.ErrUnsupported, how: texts.ByTerminal, written: screenWrap},
		"the console":            {env: map[string]string{"TERM": "linux"}, system: errors.ErrUnsupported, fails: true},
		"the console, with tmux": {env: map[string]string{"TERM": "linux", "TMUX": "x"}, system: errors.ErrUnsupported, how: texts.ByTmux},
	} {
		var terminal strings.Builder
		refused := 0
		to := copier{
			env:    func(name string) string { return c.env[name] },
			system: func(string) error { return c.system },
			run: func(input, program string, _ ...string) error {
				if refused++; refused <= c.tmux || program != "tmux" || input != "00001234" {
					return errors.New("no")
				}
				return nil
			},
			terminal: &terminal,
		}
		how, err := to.copy("00001234")
		if how != c.how || (err != nil) != c.fails {
			t.Errorf("%s: %q, %v", name, how, err)
		}
		if !strings.HasPrefix(terminal.String(), c.written) || c.written == "" && terminal.Len() > 0 {
			t.Errorf("%s: wrote %q", name, &terminal)
		}
	}
}
