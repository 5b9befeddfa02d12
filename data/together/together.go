// Package together runs work side by side.
package together

import (
	"fmt"
	"runtime/debug"
	"sync"
	"sync/atomic"
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
		fault := Catch(work)
		g.mu.Lock()
		defer g.mu.Unlock()
		if g.fault == nil {
			g.fault = fault
		}
	})
}

// Catch does a work and returns its panic with where that was, nil where there was none:
// for who hands it to the one that waits, to panic there.
func Catch(work func()) (fault error) {
	defer func() {
		if cause := recover(); cause != nil {
			fault = fmt.Errorf("%v\n%s", cause, debug.Stack())
		}
	}()
	work()
	return nil
}

// Each calls, for every number below n, the work that begin makes for the worker that
// does it. It panics as Wait does, and then leaves out what was not begun.
func Each(n, workers int, begin func() (work func(i int))) {
	var all Group
	var next atomic.Int64
	for range min(max(1, workers), n) {
		all.Go(func() {
			defer next.Store(int64(n))
			work := begin()
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				work(i)
			}
		})
	}
	all.Wait()
}

// Wait waits for all works.
func (g *Group) Wait() {
	g.wait.Wait()
	if g.fault != nil {
		panic(g.fault)
	}
}
