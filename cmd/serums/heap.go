package main

import (
	"math"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// The planner takes all the memory that its budget of 150 MB leaves before it
// collects: a start makes tens of megabytes that stay, which collecting again
// and again would double the time of. usualLimit is what Go itself may take; the
// program's code and what the system counts beside it come to some 30 MB.
const (
	usualLimit = 96 << 20
	leastRoom  = 16 << 20 // between what is alive and the limit
)

// heapLimit is how much memory Go may take where so much of the heap is alive.
// A fixed limit would have lists of 200,000 plazas collected without end.
func heapLimit(alive int64) int64 {
	if alive < 0 || alive > math.MaxInt64/2 {
		return math.MaxInt64
	}
	return max(usualLimit, alive+max(leastRoom, alive/4))
}

// boundHeap keeps the limit by what every collection finds alive.
func boundHeap() {
	debug.SetMemoryLimit(usualLimit)
	afterCollection(func() {
		alive := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(alive)
		if alive[0].Value.Kind() != metrics.KindUint64 {
			return
		}
		limit := heapLimit(int64(alive[0].Value.Uint64())) //nolint:gosec // heapLimit takes an overflow for no limit
		if limit != debug.SetMemoryLimit(-1) {
			debug.SetMemoryLimit(limit)
		}
	})
}

// afterCollection calls do after every collection: each finds a small object
// dead, and its cleanup makes the next one.
func afterCollection(do func()) {
	object := new([2]*int) // too large for Go to keep many in one piece
	runtime.AddCleanup(object, func(do func()) {
		do()
		afterCollection(do)
	}, do)
}
