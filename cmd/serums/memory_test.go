package main

import (
	"math"
	"runtime"
	"runtime/debug"
	"testing"

	"brujula/data"
)

// The bound follows the lists, is wider while something needs room, and is as before
// when all that needed it is over.
func TestMemoryIsBoundedByTheLists(t *testing.T) {
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(-1))
	limit := func() int64 { return debug.SetMemoryLimit(-1) }
	r := &room{}
	r.sized([]data.ListInfo{{Kind: data.KindOffer, Plazas: 500}, {Kind: data.KindAdjudication, Plazas: 90_000}})
	if got := limit(); got != leastMemory {
		t.Errorf("%d for a short list, want %d", got, leastMemory)
	}
	r.sized([]data.ListInfo{{Kind: data.KindOffer, Plazas: 100_000}, {Kind: data.KindOffer, Plazas: 100_000}})
	usual := limit()
	if usual < 200_000*1_000 || usual > 400_000_000 {
		t.Errorf("%d for 200,000 plazas", usual)
	}
	first, second := r.enter(), r.enter()
	first()
	if limit() <= usual {
		t.Error("no more room while one is inside")
	}
	second()
	if got := limit(); got < leastMemory || got > usual { // a test holds few lists
		t.Errorf("%d when all have left, %d before", got, usual)
	}
	leave, work := r.enter(), make([]byte, 200<<20)
	runtime.GC()
	runtime.KeepAlive(work)
	leave()
	if got := limit(); got > 2*leastMemory {
		t.Errorf("%d after work on 200 MB, of which nothing is left", got)
	}
	(&room{}).enter() // as the demonstration does
	if got := limit(); got != leastMemory+memoryOfAFit {
		t.Errorf("%d where no list was loaded, want %d", got, leastMemory+memoryOfAFit)
	}
	debug.SetMemoryLimit(math.MaxInt64)
	var unbounded *room
	unbounded.sized(nil)
	unbounded.enter()()
	if limit() != math.MaxInt64 {
		t.Error("bounded where the user says what Go may take")
	}
}
