package main

import (
	"math"
	"math/rand/v2"
	"runtime"
	"testing"
	"time"
)

func TestHeapLimitLeavesRoom(t *testing.T) {
	if got := heapLimit(0); got != usualLimit {
		t.Errorf("an empty heap has %d", got)
	}
	random := rand.New(rand.NewPCG(1, 2)) // rapid would be set up in every program that this binary is run as
	for range 1000 {
		alive := random.Int64() >> random.IntN(63)
		more := alive + int64(random.Uint64N(uint64(math.MaxInt64-alive)+1))
		limit := heapLimit(alive)
		if limit < usualLimit || limit != math.MaxInt64 && limit-alive < leastRoom {
			t.Errorf("%d alive: %d", alive, limit)
		}
		if heapLimit(more) < limit {
			t.Errorf("%d alive have %d, %d alive %d", alive, limit, more, heapLimit(more))
		}
	}
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
