//go:build unix

package pdf

import (
	"errors"
	"path/filepath"
	"syscall"
	"testing"

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
