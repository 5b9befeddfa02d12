package main

import (
	"errors"
	"syscall"
)

// errorNoData is ERROR_NO_DATA of winerror.h: the pipe is being closed.
const errorNoData = syscall.Errno(232)

// nobodyReads reports whether a write failed because its reader went away.
func nobodyReads(err error) bool {
	return errors.Is(err, syscall.ERROR_BROKEN_PIPE) || errors.Is(err, errorNoData)
}
