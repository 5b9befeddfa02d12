// Package cellstest helps to test that no file takes a reader too long or too
// much memory.
package cellstest

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// The bounds that hold for any file (data/lists/README.md).
const (
	MostTime   = 10 * time.Second
	MostMemory = 512 << 20
)

// Bounded runs f, gives its error, and fails the test when f takes more than
// MostTime or MostMemory. The time is that of the processors, so that a busy
// machine does not fail the test; what was in memory before does not count.
func Bounded(t *testing.T, f func() error) (err error) {
	t.Helper()
	start := cpuTime()
	most := PeakHeap(func() { err = f() })
	took := cpuTime() - start
	t.Logf("%v, %d MB: %v", took.Round(time.Millisecond), most>>20, err)
	if most > MostMemory || took > MostTime {
		t.Errorf("took %v and %d MB", took, most>>20)
	}
	return err
}

// PeakHeap runs f and gives by how much the memory in use grew meanwhile at
// most, in bytes.
func PeakHeap(f func()) uint64 {
	debug.FreeOSMemory()
	before := heap()
	stop, peak := make(chan struct{}), make(chan uint64)
	go func() {
		var most uint64
		for {
			select {
			case <-stop:
				peak <- most
				return
			case <-time.After(5 * time.Millisecond):
				most = max(most, heap())
			}
		}
	}()
	f()
	close(stop)
	return max(<-peak, before) - before
}

func heap() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapInuse + m.StackInuse
}
