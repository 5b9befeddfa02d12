package main

import "syscall"

// errBrokenPipe is what the system says of a pipe that nobody reads.
const errBrokenPipe = syscall.ERROR_BROKEN_PIPE
