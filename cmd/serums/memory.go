package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"

	"brujula/data"
)

// room bounds what Go takes before it collects more often than main asks for. Five
// offers and three adjudications are 50 MB that stay, and the program itself is some
// 20 MB more. A fit or a workbook needs more for a while, and takes it: the first start
// on eight real lists used 3.9 s of processor with 30 MB more, 3.2 s with 50, at peaks of
// 132 and 155 MB (2026-12-01).
// A nil one bounds nothing.
type room struct {
	mu     sync.Mutex
	usual  int64
	inside int
}

const (
	leastMemory     = 74 << 20
	memoryPerPlaza  = 1_300 // 40,000 take 50 MB, with all that is made of them
	memoryOfProgram = 20 << 20
	memoryOfAFit    = 40 << 20
)

// sized makes room for lists.
func (r *room) sized(infos []data.ListInfo) {
	if r == nil {
		return
	}
	plazas := 0
	for i := range infos {
		if infos[i].Kind == data.KindOffer {
			plazas += infos[i].Plazas
		}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.usual = memoryOfProgram + memoryPerPlaza*int64(plazas)
	r.set()
}

// enter is session.Options.Room.
func (r *room) enter() (leave func()) {
	if r == nil {
		return func() {}
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.inside++
	r.set()
	return r.leave
}

func (r *room) leave() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.inside--; r.inside == 0 { // the lists may be others now
		runtime.GC() // what lived when it last ran was work too
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		r.usual = memoryOfProgram + int64(live[0].Value.Uint64()) //nolint:gosec // no heap has 2⁶³ bytes
	}
	r.set()
}

func (r *room) set() {
	limit := max(leastMemory, r.usual) // the demonstration was never sized
	if r.inside > 0 {
		limit += memoryOfAFit
	}
	debug.SetMemoryLimit(limit)
}
