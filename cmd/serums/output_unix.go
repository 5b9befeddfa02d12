//go:build !windows

package main

import (
	"errors"
	"syscall"
)

// nobodyReads reports whether a write failed because its reader went away. It is
// rare: SIGPIPE ends the program first, unless who started it ignores that.
func nobodyReads(err error) bool { return errors.Is(err, syscall.EPIPE) }
