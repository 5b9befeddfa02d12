//go:build !windows

package main

import "syscall"

// errBrokenPipe is what the system says of a pipe that nobody reads.
const errBrokenPipe = syscall.EPIPE
