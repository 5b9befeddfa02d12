package budgets

import (
	"slices"
	"testing"
	"time"
)

// stopwatch collects how long each of many like things took.
type stopwatch struct {
	wall, cpu []time.Duration
	began     time.Time
	cpuBegan  time.Duration
}

// start and stop measure on a goroutine that is locked to its thread.
func (s *stopwatch) start() {
	s.cpuBegan = threadTime()
	s.began = time.Now()
}

func (s *stopwatch) stop() {
	s.wall = append(s.wall, time.Since(s.began))
	s.cpu = append(s.cpu, threadTime()-s.cpuBegan)
}

// report tells median and 99th percentile, of the times on the wall and of the
// processor's, under names that begin with what.
func (s *stopwatch) report(b *testing.B, what string) {
	if len(s.wall) == 0 {
		return
	}
	for _, m := range []struct {
		unit  string
		times []time.Duration
		share float64
	}{
		{"p50-ms", s.wall, .50}, {"p99-ms", s.wall, .99}, {"cpu-p50-ms", s.cpu, .50}, {"cpu-p99-ms", s.cpu, .99},
	} {
		b.ReportMetric(milliseconds(percentile(m.times, m.share)), what+m.unit)
	}
}

// percentile returns the smallest time that so large a share of all does not exceed.
func percentile(times []time.Duration, share float64) time.Duration {
	sorted := slices.Sorted(slices.Values(times))
	return sorted[min(len(sorted)-1, int(float64(len(sorted))*share))]
}

func milliseconds(d time.Duration) float64 { return float64(d.Nanoseconds()) / 1e6 }
