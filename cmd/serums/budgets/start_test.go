//go:build unix

package budgets

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
)

// firstFrame starts the program itself in a pseudo-terminal and waits for the
// first frame that shows plazas. Budget: 150 ms with four offers and two
// adjudications, the model in the cache.
func firstFrame(b *testing.B, dir string) {
	program := build(b)
	var watch stopwatch
	for b.Loop() {
		for len(watch.wall) < startsMeasured {
			watch.startOf(b, program, dir, "▸")
		}
	}
	watch.report(b, "")
	b.ReportMetric(0, "ns/op")
}

// startOf measures one start until a text is drawn, and what of the processor the
// program used until then: where the system does not tell, until it ended.
func (s *stopwatch) startOf(b *testing.B, program, dir, text string) {
	began := time.Now()
	run := begin(b, program, dir)
	run.await(b, text)
	s.wall = append(s.wall, time.Since(began))
	used, ok := run.used()
	whole := run.end(b)
	if !ok {
		used = time.Duration(whole.Utime.Nano() + whole.Stime.Nano())
	}
	s.cpu = append(s.cpu, used)
}

// startsMeasured is how many starts make one result.
const startsMeasured = 21

// firstChances starts the program itself without a fitted model, as after the import
// of two past processes in three lists, and waits for the first frame with a chance.
// Budget: 1.5 s of processor until then. The ranges that follow are not in it:
// ajustar/rangos measures them.
func firstChances(b *testing.B) {
	dir, program := longLibrary(b), build(b)
	var watch stopwatch
	for b.Loop() {
		for len(watch.wall) < startsMeasured/3 {
			forget(b, dir)
			watch.startOf(b, program, dir, "%")
		}
	}
	watch.report(b, "")
	b.ReportMetric(0, "ns/op")
}

// forget takes what the library has in its cache.
func forget(b *testing.B, dir string) {
	if err := os.RemoveAll(filepath.Join(dir, "cache")); err != nil {
		b.Fatal(err)
	}
}

// memory opens the program on all lists, visits every screen and tells
// the most memory that it ever had. Budget: 100 MB. Beside it stands what the
// planner keeps alive on the heap.
func memory(b *testing.B, dir string) {
	program := build(b)
	for b.Loop() {
		run := begin(b, program, dir)
		run.await(b, "▸")
		run.settle()
		for _, keys := range []string{":profesion\r", "/posta", "\x1b", "\x1b", "2", "3", "4", "5", "6", "1"} {
			run.press(b, keys)
			run.settle()
		}
		peak := run.peak()
		used := run.end(b)
		if peak == 0 {
			peak = used.Maxrss
		}
		const kB = 1024 // the unit of both
		b.ReportMetric(float64(peak)*kB/1e6, "peak-MB")
	}
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	driver, _ := openPlanner(b, dir)
	runtime.GC()
	runtime.ReadMemStats(&after)
	b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/1e6, "live-MB")
	b.ReportMetric(0, "ns/op")
	runtime.KeepAlive(driver)
}

// build makes the program as it ships. One that was built before, to be measured
// beside it, is named by SERUMS_PROGRAMA.
func build(b *testing.B) string {
	b.Helper()
	if other := os.Getenv("SERUMS_PROGRAMA"); other != "" {
		return other
	}
	program := filepath.Join(b.TempDir(), "serums")
	out, err := exec.CommandContext(b.Context(), "go", "build", "-trimpath", "-ldflags=-s -w", "-o", program, "brujula/cmd/serums").CombinedOutput()
	if err != nil {
		b.Fatalf("%v: %s", err, out)
	}
	return program
}

// running is the program in a terminal of 120×40 cells.
type running struct {
	cmd      *exec.Cmd
	terminal *os.File
	output   chan []byte
}

func begin(b *testing.B, program, dir string) *running {
	b.Helper()
	cmd := exec.CommandContext(b.Context(), program)
	cmd.Env = []string{"HOME=" + b.TempDir(), "SERUMS_DATOS=" + dir, "TERM=xterm-256color", "LANG=C.UTF-8"}
	terminal, err := pty.StartWithSize(cmd, &pty.Winsize{Rows: 40, Cols: 120})
	if err != nil {
		b.Fatal(err)
	}
	r := &running{cmd, terminal, make(chan []byte, 1024)}
	go func() {
		defer close(r.output)
		for {
			buffer := make([]byte, 1<<16)
			n, err := terminal.Read(buffer)
			if n > 0 {
				r.output <- buffer[:n]
			}
			if err != nil {
				return
			}
		}
	}()
	return r
}

// await reads the output until the text comes.
func (r *running) await(b *testing.B, text string) {
	b.Helper()
	var seen bytes.Buffer
	late := time.After(time.Minute)
	for !strings.Contains(seen.String(), text) {
		select {
		case some, ok := <-r.output:
			if !ok {
				b.Fatalf("the program ended: %q", seen.String())
			}
			seen.Write(some)
		case <-late:
			b.Fatalf("%q did not come: %q", text, seen.String())
		}
	}
}

// quiet is how long nothing is drawn when all work is done.
const quiet = 2 * time.Second

func (r *running) settle() { r.drain(quiet) }

// drain reads on until nothing was drawn for so long.
func (r *running) drain(pause time.Duration) {
	for {
		select {
		case _, ok := <-r.output:
			if !ok {
				return
			}
		case <-time.After(pause):
			return
		}
	}
}

func (r *running) press(b *testing.B, keys string) {
	b.Helper()
	if _, err := r.terminal.WriteString(keys); err != nil {
		b.Fatal(err)
	}
}

// peak returns the most memory that the program has had in use, in kB; 0 where the
// system does not tell. (Maxrss alone would not do: Linux counts in it what the
// process had that started the program, here the benchmarks with their lists.)
func (r *running) peak() (kB int64) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", r.cmd.Process.Pid))
	if err != nil {
		return 0
	}
	_, after, _ := strings.Cut(string(status), "VmHWM:")
	fields := strings.Fields(after)
	if len(fields) == 0 {
		return 0
	}
	kB, _ = strconv.ParseInt(fields[0], 10, 64) // 0 where it is no number
	return kB
}

// end tells the program to end, and gives what it used.
func (r *running) end(b *testing.B) *syscall.Rusage {
	b.Helper()
	if err := r.cmd.Process.Signal(syscall.SIGTERM); err != nil {
		b.Fatal(err)
	}
	for range r.output { // until the terminal closes
	}
	_ = r.cmd.Wait()
	_ = r.terminal.Close()
	return r.cmd.ProcessState.SysUsage().(*syscall.Rusage)
}
