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
