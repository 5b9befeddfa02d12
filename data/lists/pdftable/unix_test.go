//go:build unix

package pdftable

import (
	"errors"
	"path/filepath"
	"syscall"
	"testing"
	"time"

	"brujula/data/cells"
)

// TestPipe: a named pipe that nobody writes to must not hang the program.
func TestPipe(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.pdf")
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip(err)
	}
	if err := open(path); !errors.Is(err, cells.ErrFormat) {
		t.Errorf("error %v", err)
	}
}

// cpuTime is the processor time that this process has used.
func cpuTime() time.Duration {
	var u syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &u) != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
