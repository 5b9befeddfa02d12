package main

import (
	"math"
	"runtime"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestHeapLimitLeavesRoom(t *testing.T) {
	if got := heapLimit(0); got != usualLimit {
		t.Errorf("an empty heap has %d", got)
	}
	rapid.Check(t, func(rt *rapid.T) {
		alive := rapid.Int64Range(0, math.MaxInt64).Draw(rt, "alive")
		more := rapid.Int64Range(alive, math.MaxInt64).Draw(rt, "more")
		limit := heapLimit(alive)
		if limit < usualLimit || limit != math.MaxInt64 && limit-alive < leastRoom {
			rt.Errorf("%d alive: %d", alive, limit)
		}
		if heapLimit(more) < limit {
			rt.Errorf("%d alive have %d, %d alive %d", alive, limit, more, heapLimit(more))
		}
	})
	if heapLimit(-1) != math.MaxInt64 {
		t.Error("an overflow is a limit")
	}
}

func TestEveryCollectionIsSeen(t *testing.T) {
	seen := make(chan struct{}, 1)
	afterCollection(func() {
		select {
		case seen <- struct{}{}:
		default:
		}
	})
	for range 3 {
		runtime.GC()
		select {
		case <-seen:
		case <-time.After(time.Minute):
			t.Fatal("not seen")
		}
	}
}
