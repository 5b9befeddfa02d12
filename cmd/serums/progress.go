package main

import (
	"fmt"
	"strings"
	"sync"
	"time"

	"brujula/data/texts"
)

// bar is a progress line on stderr, drawn only on a terminal and only once the
// work has taken long enough to be worth it.
type bar struct {
	app   *app
	label string
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

func (a *app) progressBar(label string) *bar {
	return &bar{app: a, label: label, start: a.now()}
}

// update may be called from several goroutines.
func (b *bar) update(done, total int) {
	if !b.app.interactive() || total <= 0 {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	now := b.app.now()
	elapsed := now.Sub(b.start)
	if elapsed < barAfter || now.Sub(b.drawn) < barEvery {
		return
	}
	b.drawn = now
	left := time.Duration(0)
	if done > 0 {
		left = elapsed * time.Duration(total-done) / time.Duration(done)
	}
	line := texts.ProgressLine(b.label, done, total, left)
	b.width = max(b.width, len([]rune(line)))
	fmt.Fprint(b.app.err, "\r"+line)
}

// done wipes the line.
func (b *bar) done() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.width > 0 {
		fmt.Fprint(b.app.err, "\r"+strings.Repeat(" ", b.width)+"\r")
	}
}
