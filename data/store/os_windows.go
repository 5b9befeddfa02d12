package store

import (
	"errors"
	"io/fs"
	"os"
	"syscall"
	"time"

	"brujula/data/filename"
)

// Codes of winerror.h.
const (
	errorSharingViolation syscall.Errno = 32
	errorHandleDiskFull   syscall.Errno = 39
	errorDiskFull         syscall.Errno = 112
	errorWriteProtect     syscall.Errno = 19
	errorInvalidName      syscall.Errno = 123
)

func fullErrors() []syscall.Errno { return []syscall.Errno{errorHandleDiskFull, errorDiskFull} }

func readOnlyErrors() []syscall.Errno { return []syscall.Errno{errorWriteProtect} }

// rename refuses names that Windows would take for a device or a stream of
// another file: what is written there is gone.
func rename(from, to string) error {
	if !filename.OrdinaryPath(to) {
		return &fs.PathError{Op: "rename", Path: to, Err: errorInvalidName}
	}
	held := func(err error) bool {
		return errors.Is(err, errorSharingViolation) || errors.Is(err, syscall.ERROR_ACCESS_DENIED)
	}
	return whileHeld(func() error { return os.Rename(from, to) }, held, time.Sleep)
}

func syncDir(string) error { return nil }
