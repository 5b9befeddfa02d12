package together

import (
	"fmt"
	"strings"
	"sync/atomic"
	"testing"
)

// The others come to their end before the panic of one is that of Wait, with its cause
// and where it was.
func TestAPanicIsThatOfWait(t *testing.T) {
	var g Group
	var done atomic.Int32
	for i := range 8 {
		g.Go(func() {
			if i == 3 {
				panic("a slip of ours")
			}
			done.Add(1)
		})
	}
	defer func() {
		said := fmt.Sprint(recover())
		if !strings.Contains(said, "a slip of ours") || !strings.Contains(said, "TestAPanicIsThatOfWait") || done.Load() != 7 {
			t.Errorf("%d came to their end, and Wait said %q", done.Load(), said)
		}
	}()
	g.Wait()
	t.Error("Wait returned")
}

// As many are done by one worker as by many, each once, with a state of the worker's own.
func TestEachIsDoneOnce(t *testing.T) {
	for _, n := range []int{0, 1, 7, 1000} {
		for _, workers := range []int{0, 1, 3, 2000} {
			done := make([]atomic.Int32, n)
			var begun atomic.Int32
			Each(n, workers, func() func(int) {
				begun.Add(1)
				busy := false
				return func(i int) {
					if busy {
						t.Error("two works of one worker at once")
					}
					busy = true
					done[i].Add(1)
					busy = false
				}
			})
			for i := range done {
				if done[i].Load() != 1 {
					t.Fatalf("%d, %d workers: %d was done %d times", n, workers, i, done[i].Load())
				}
			}
			if most := int32(min(n, max(1, workers))); begun.Load() != most {
				t.Errorf("%d, %d workers: %d began", n, workers, begun.Load())
			}
		}
	}
}

// A panic is that of Each, also where one worker was to do all; what was not begun is
// left out.
func TestAPanicEndsEach(t *testing.T) {
	for _, workers := range []int{1, 4} {
		var done atomic.Int32
		func() {
			defer func() {
				if said := fmt.Sprint(recover()); !strings.Contains(said, "a slip of ours") {
					t.Errorf("%d workers: %q", workers, said)
				}
			}()
			Each(1_000, workers, func() func(int) {
				return func(i int) {
					if i == 3 {
						panic("a slip of ours")
					}
					done.Add(1)
				}
			})
		}()
		if got := done.Load(); workers == 1 && got != 3 {
			t.Errorf("%d were done before and after the fourth, want 3", got)
		}
	}
}

func TestWaitReturnsWhenAllIsDone(t *testing.T) {
	var g Group
	var done atomic.Int32
	for range 8 {
		g.Go(func() { done.Add(1) })
	}
	if g.Wait(); done.Load() != 8 {
		t.Errorf("%d of 8 were done", done.Load())
	}
}
