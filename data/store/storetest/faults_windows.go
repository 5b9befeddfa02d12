package storetest

import "syscall"

// What this system says of a disk that is full, and of one that only reads
// (winerror.h: ERROR_DISK_FULL, ERROR_WRITE_PROTECT).
const (
	ErrFull     = syscall.Errno(112)
	ErrReadOnly = syscall.Errno(19)
)
