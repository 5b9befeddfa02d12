//go:build linux || darwin

package backups_test

import (
	"path/filepath"
	"syscall"
	"testing"

	"brujula/planner/backups"
)

// What is no file is refused before it is opened: a pipe to which nobody writes
// would be waited for without end, and so would this test.
func TestOpenWaitsForNoPipe(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "respaldo.zip")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip(err)
	}
	if _, err := backups.Open(t.Context(), pipe); err == nil {
		t.Error("taken for a backup")
	}
}
