// Package together runs work side by side.
package together

import (
	"fmt"
	"runtime/debug"
	"sync"
)

// Group is a sync.WaitGroup whose Wait panics where one of its works did: a panic that
// no caller sees ends the program at once, and would leave the terminal raw. It is for
// works that do not wait for one another.
type Group struct {
	wait  sync.WaitGroup
	mu    sync.Mutex
	fault error // the first
}

// Go begins a work.
func (g *Group) Go(work func()) {
	g.wait.Go(func() {
		defer g.note()
		work()
	})
}

func (g *Group) note() {
	if fault := recover(); fault != nil {
		g.mu.Lock()
		defer g.mu.Unlock()
		if g.fault == nil {
			g.fault = fmt.Errorf("%v\n%s", fault, debug.Stack())
		}
	}
}

// Wait waits for all works.
func (g *Group) Wait() {
	g.wait.Wait()
	if g.fault != nil {
		panic(g.fault)
	}
}
