package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/mattn/go-isatty"
	"github.com/mattn/go-runewidth"

	"brujula/data/filename"
	"brujula/data/texts"
)

// bar is a progress line on stderr, drawn only where that is a terminal and
// only once the work has taken long enough to be worth it.
type bar struct {
	out   io.Writer
	shown bool // out is a terminal
	now   func() time.Time
	label string
	pages bool
	start time.Time

	mu    sync.Mutex
	drawn time.Time
	width int
}

// Delays of the bar: when it first appears and how often it is drawn.
const (
	barAfter = 300 * time.Millisecond
	barEvery = 100 * time.Millisecond
)

func (a *app) progressBar(file string) *bar {
	return &bar{
		out: a.err, shown: isTerminal(a.err), now: a.now, start: a.now(),
		label: filename.Shown(file), pages: strings.EqualFold(filepath.Ext(file), ".pdf"),
	}
}

func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	return ok && isatty.IsTerminal(file.Fd())
}

// update may be called from several goroutines.
func (b *bar) update(done, total int) {
	if !b.shown || total <= 0 {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	now := b.now()
	elapsed := now.Sub(b.start)
	if elapsed < barAfter || now.Sub(b.drawn) < barEvery {
		return
	}
	b.drawn = now
	left := time.Duration(0)
	if done > 0 {
		left = elapsed * time.Duration(total-done) / time.Duration(done)
	}
	line := texts.ProgressLine(b.label, done, total, left, b.pages)
	b.width = max(b.width, runewidth.StringWidth(line))
	fmt.Fprint(b.out, "\r"+runewidth.FillRight(line, b.width))
}

// done wipes the line.
func (b *bar) done() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.width > 0 {
		fmt.Fprint(b.out, "\r"+strings.Repeat(" ", b.width)+"\r")
	}
}
