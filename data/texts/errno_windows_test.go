package texts

import (
	"strings"
	"syscall"
	"testing"
)

// What Windows answers by its own numbers is told in the words of the other systems.
func TestWindowsErrorsHaveWords(t *testing.T) {
	for _, code := range []syscall.Errno{2, 3, 5, 19, 32, 33, 39, 80, 87, 109, 112, 123, 183, 206, 232, 267, 1117} {
		if said := ofErrno(code); strings.Contains(said, "el sistema respondió") {
			t.Errorf("%d: %s", code, said)
		}
	}
	if said, want := OutputIncomplete(syscall.Errno(112)), OutputIncomplete(syscall.ENOSPC); said != want {
		t.Errorf("a full disk is told as %q, not %q", said, want)
	}
}
