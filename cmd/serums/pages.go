package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"runtime"
	"strings"

	"github.com/charmbracelet/x/term"
	"github.com/mattn/go-runewidth"

	"brujula/data/texts"
)

// showPages writes a long text: page by page on a terminal, straight on where
// asked, or where the output is a file or another program.
func (a *app) showPages(ctx context.Context, text string, straight bool) error {
	if straight || !a.interactive() {
		_, err := io.WriteString(a.out, text)
		return err
	}
	if pager := a.pager(ctx); pager != nil {
		pager.Stdin, pager.Stdout, pager.Stderr = strings.NewReader(text), os.Stdout, a.err
		if pager.Run() == nil {
			return nil
		}
	}
	width, height, err := term.GetSize(os.Stdout.Fd())
	if err != nil {
		width, height = 80, 24
	}
	return writePages(a.in, a.out, text, width, height)
}

// pager is the user's program for long texts, else less; nil where there is
// none. Windows has only more, which spoils accents under most code pages.
func (a *app) pager(ctx context.Context) *exec.Cmd {
	words := strings.Fields(a.env("PAGER"))
	if len(words) == 0 {
		if runtime.GOOS == "windows" {
			return nil
		}
		words = []string{"less"}
	}
	path, err := exec.LookPath(words[0])
	if err != nil {
		return nil
	}
	cmd := exec.CommandContext(ctx, path, words[1:]...)
	cmd.Env = a.environ()
	if a.env("LESS") == "" {
		cmd.Env = append(cmd.Env, "LESS=FRX") // leave a text that fits on the screen
	}
	return cmd
}

// writePages writes as many lines at a time as fit into a window, the last of
// them a question that enter answers; q, or the end of the input, ends the reading.
func writePages(in io.Reader, out io.Writer, text string, width, height int) error {
	answers := bufio.NewScanner(in)
	room := height - 1
	for line := range strings.Lines(text) {
		rows := 1 + max(runewidth.StringWidth(line)-1, 0)/max(width, 1)
		if room -= rows; room < 0 {
			if _, err := io.WriteString(out, texts.PageQuestion); err != nil {
				return err
			}
			if !answers.Scan() || strings.EqualFold(strings.TrimSpace(answers.Text()), "q") {
				_, err := fmt.Fprintln(out)
				return err
			}
			room = height - 1 - rows
		}
		if _, err := io.WriteString(out, line); err != nil {
			return err
		}
	}
	return nil
}
