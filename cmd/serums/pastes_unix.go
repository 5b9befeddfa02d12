//go:build !windows

package main

import (
	"os"
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// pasteTerminal is a terminal from which Bubble Tea reads. Bubble Tea takes all that
// follows the mark of a paste's begin for the paste, until its end comes; where
// the connection lost the end, no key would do anything any more, ctrl+c neither.
// pasteTerminal writes the end in where it must have been lost.
//
// It stays a file to Bubble Tea, which puts it into raw mode and waits for it.
type pasteTerminal struct {
	*os.File
	mender pasteMender
}

// Read implements io.Reader.
func (p *pasteTerminal) Read(piece []byte) (int, error) {
	n, err := p.File.Read(piece)
	return p.mender.mend(piece, max(0, n), time.Now()), err
}

// fromKeyboard has Bubble Tea read the terminal through a pasteTerminal.
func fromKeyboard() tea.ProgramOption { return tea.WithInput(&pasteTerminal{File: os.Stdin}) }

// The marks around a paste, as xterm defines them ("Bracketed Paste Mode").
const (
	pasteBegin = "\x1b[200~"
	pasteEnd   = "\x1b[201~"
)

const (
	// pasteStall is the pause after which a short piece is a key and no part of the
	// paste. The rest of a paste that a slow line held up comes in long pieces.
	pasteStall = 2 * time.Second
	// mostKey is the longest piece, in bytes, that a key or a mouse event makes.
	mostKey = 16
	// mostPaste is after how many bytes a paste ends; what follows, to its end, is
	// dropped. Mi turno reads as many at most.
	mostPaste = 4 << 20
)

// pasteMender follows the marks in what is read.
type pasteMender struct {
	open     bool // a paste has begun
	dropping bool // and was cut
	matched  int  // bytes of the mark that is awaited
	size     int  // bytes of the paste
	last     time.Time
}

// mend looks at the n bytes that were read into piece, changes them where an end
// is missing, and gives how many they are then.
func (p *pasteMender) mend(piece []byte, n int, now time.Time) int {
	if n == 0 {
		return 0
	}
	paused := now.Sub(p.last)
	p.last = now
	if p.open && isKey(piece[:n], paused) && n+len(pasteEnd) <= len(piece) {
		copy(piece[len(pasteEnd):], piece[:n])
		copy(piece, pasteEnd)
		*p = pasteMender{last: now}
		p.follow(piece[len(pasteEnd) : len(pasteEnd)+n])
		return len(pasteEnd) + n
	}
	dropping := p.dropping
	ended, ok := p.follow(piece[:n])
	switch {
	case dropping && !ok:
		return 0
	case dropping:
		return copy(piece, piece[ended:n])
	case p.open && p.size > mostPaste && len(piece) >= len(pasteEnd):
		p.dropping = true
		return copy(piece, pasteEnd)
	}
	return n
}

// isKey reports whether a piece in the midst of a paste is a key instead. Ctrl+c
// alone is, at once: who presses it again and again makes no pause.
func isKey(piece []byte, paused time.Duration) bool {
	return string(piece) == "\x03" || paused >= pasteStall && len(piece) <= mostKey && string(piece) != pasteEnd
}

// follow goes through a piece; ended is the place behind the first end in it.
func (p *pasteMender) follow(piece []byte) (ended int, ok bool) {
	for i, b := range piece {
		mark := pasteBegin
		if p.open {
			mark = pasteEnd
			p.size++
		}
		switch b {
		case mark[p.matched]:
			p.matched++
		case mark[0]:
			p.matched = 1
		default:
			p.matched = 0
		}
		if p.matched < len(mark) {
			continue
		}
		if p.open && !ok {
			ended, ok = i+1, true
		}
		*p = pasteMender{open: !p.open, last: p.last}
	}
	return ended, ok
}
