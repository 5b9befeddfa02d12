// Package cellstest helps to test that no file takes a reader too long or too
// much memory.
package cellstest

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"

	"brujula/data/testsize"
)

// The bounds that hold for any file (data/lists/README.md).
const (
	MostTime   = 10 * time.Second
	MostMemory = 512 << 20
)

// Share is by how much hostile files that are just let pass are smaller in the
// usual tests than the limits allow; bounds shrink with them.
func Share() int { return testsize.Of(8, 1) }

// Bounded runs f, gives its error, and fails the test when f takes more than
// MostTime or MostMemory. The time is that of the processors, so that a busy
// machine does not fail the test; what was in memory before does not count.
func Bounded(t *testing.T, f func() error) error {
	t.Helper()
	return BoundedBy(t, 1, f)
}

// BoundedBy is Bounded for a file that is so many times smaller than the limits
// allow. What any file costs, however small, is added.
func BoundedBy(t *testing.T, share int, f func() error) (err error) {
	t.Helper()
	mostTime, mostMemory := MostTime, uint64(MostMemory)
	if share > 1 {
		mostTime, mostMemory = MostTime/time.Duration(share)+time.Second/2, MostMemory/uint64(share)+32<<20
	}
	start := cpuTime()
	most := PeakHeap(func() { err = f() })
	took := cpuTime() - start
	t.Logf("%v, %d MB: %v", took.Round(time.Millisecond), most>>20, err)
	if most > mostMemory || took > mostTime {
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
