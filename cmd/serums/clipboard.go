package main

import (
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/atotto/clipboard"
	"github.com/aymanbagabas/go-osc52/v2"

	"brujula/data/texts"
)

// copyText puts text on the clipboard that the user pastes from.
func (a *app) copyText(text string) (how string, err error) {
	c := copier{env: a.env, system: systemClipboard, run: withInput, terminal: os.Stderr}
	return c.copy(text)
}

// copier is what a text can be put on a clipboard with.
type copier struct {
	env      func(string) string
	system   func(text string) error
	run      func(input, program string, arguments ...string) error
	terminal io.Writer
}

// copy takes the system's clipboard, unless the session is from afar: there the
// machine's own is not the user's. Else it asks what stands between, tmux, and the
// terminal (OSC 52), of which nobody learns whether it obeys.
func (c *copier) copy(text string) (how string, err error) {
	if c.env("SSH_TTY") == "" && c.env("SSH_CONNECTION") == "" && c.system(text) == nil {
		return texts.ByClipboard, nil
	}
	sequence := osc52.New(text)
	switch {
	case c.env("TMUX") != "":
		// tmux takes a text for its own buffer, and hands it on to the terminal with -w
		// (3.2 and later). What a program writes for the terminal it drops, as it comes.
		if c.run(text, "tmux", "load-buffer", "-w", "-") == nil || c.run(text, "tmux", "load-buffer", "-") == nil {
			return texts.ByTmux, nil
		}
		sequence = sequence.Tmux()
	case c.env("STY") != "" || strings.HasPrefix(c.env("TERM"), "screen"):
		sequence = sequence.Screen()
	case c.env("TERM") == "linux":
		return "", errors.New(texts.NoClipboardHere)
	}
	if _, err = sequence.WriteTo(c.terminal); err != nil {
		return "", err
	}
	return texts.ByTerminal, nil
}

func systemClipboard(text string) error {
	if clipboard.Unsupported {
		return errors.ErrUnsupported
	}
	return clipboard.WriteAll(text)
}

// copyTime is how long another program may take to take a text.
const copyTime = 2 * time.Second

func withInput(input, program string, arguments ...string) error {
	ctx, cancel := context.WithTimeout(context.Background(), copyTime)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, arguments...)
	cmd.Stdin = strings.NewReader(input)
	return cmd.Run()
}
