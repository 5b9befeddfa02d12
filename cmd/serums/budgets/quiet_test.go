//go:build unix

package budgets

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
)

// idleFor is how long the program is watched while nobody does anything.
const idleFor = time.Minute

// idle opens the planner, lets it finish its work, and tells which share of one
// processor it uses while nothing happens. Budget: 0.3 %.
func idle(b *testing.B, dir string) {
	program := build(b)
	for b.Loop() {
		run := begin(b, program, dir)
		run.await(b, "▸")
		run.settle()
		before, ok := run.used()
		if !ok {
			b.Skip("this system does not tell what a running program uses")
		}
		began := time.Now()
		time.Sleep(idleFor)
		after, _ := run.used()
		b.ReportMetric(100*(after-before).Seconds()/time.Since(began).Seconds(), "share-%")
		run.end(b)
	}
	b.ReportMetric(0, "ns/op")
}

// used returns the processor time of the program so far, as Linux counts it: in
// hundredths of a second, fields 14 and 15 of proc(5)'s stat.
func (r *running) used() (t time.Duration, ok bool) {
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", r.cmd.Process.Pid))
	if err != nil {
		return 0, false
	}
	_, after, _ := strings.Cut(string(stat), ") ") // the name before it may hold blanks
	fields := strings.Fields(after)
	for _, at := range []int{11, 12} {
		n, err := strconv.Atoi(fields[at])
		if err != nil {
			return 0, false
		}
		t += time.Duration(n) * 10 * time.Millisecond
	}
	return t, true
}

// response presses keys in the running planner, one after the other when all is
// quiet, and tells how long each takes until the screen begins to change. The pauses
// differ, so that no beat of the program's falls in step with the keys. Budget: 10 ms
// at the median.
func response(b *testing.B, dir string) {
	program := build(b)
	var times []time.Duration
	for b.Loop() {
		run := begin(b, program, dir)
		run.await(b, "▸")
		run.settle()
		for len(times) < keysMeasured/2 {
			key := []string{"j", "k"}[len(times)%2]
			began := time.Now()
			run.press(b, key)
			if _, ok := <-run.output; !ok {
				b.Fatal("the program ended")
			}
			times = append(times, time.Since(began))
			run.drain(50*time.Millisecond + time.Duration(len(times)%17)*time.Millisecond)
		}
		run.end(b)
	}
	for name, share := range map[string]float64{"p50-ms": .50, "p99-ms": .99} {
		b.ReportMetric(milliseconds(percentile(times, share)), name)
	}
	b.ReportMetric(0, "ns/op")
}
