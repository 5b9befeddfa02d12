package main

import (
	"os"

	"github.com/atotto/clipboard"
	"github.com/aymanbagabas/go-osc52/v2"

	"brujula/data/texts"
)

// copyText puts text on the clipboard: by the terminal (OSC 52) in a session
// from afar, where the machine's own clipboard is not the user's, else by the
// system's clipboard, else by the terminal.
func (a *app) copyText(text string) (how string, err error) {
	remote := a.env("SSH_TTY") != "" || a.env("SSH_CONNECTION") != ""
	if !remote && !clipboard.Unsupported {
		if err = clipboard.WriteAll(text); err == nil {
			return texts.ByClipboard, nil
		}
	}
	sequence := osc52.New(text)
	if a.env("TMUX") != "" {
		sequence = sequence.Tmux()
	}
	if _, err = sequence.WriteTo(os.Stderr); err != nil {
		return "", err
	}
	return texts.ByTerminal, nil
}
