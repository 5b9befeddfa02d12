//go:build !windows

package storetest

import "syscall"

// What this system says of a disk that is full, and of one that only reads.
const (
	ErrFull     = syscall.ENOSPC
	ErrReadOnly = syscall.EROFS
)
