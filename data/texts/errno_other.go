//go:build !windows

package texts

import "syscall"

// posix returns an error as it is.
func posix(e syscall.Errno) syscall.Errno { return e }
