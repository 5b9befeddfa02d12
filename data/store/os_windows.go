package store

import (
	"errors"
	"os"
	"syscall"
	"time"
)

// Codes of winerror.h.
const (
	errorSharingViolation syscall.Errno = 32
	errorHandleDiskFull   syscall.Errno = 39
	errorDiskFull         syscall.Errno = 112
	errorWriteProtect     syscall.Errno = 19
)

func fullErrors() []syscall.Errno { return []syscall.Errno{errorHandleDiskFull, errorDiskFull} }

func readOnlyErrors() []syscall.Errno { return []syscall.Errno{errorWriteProtect} }

func rename(from, to string) error {
	var err error
	for wait := 5 * time.Millisecond; wait < 400*time.Millisecond; wait *= 2 {
		err = os.Rename(from, to)
		held := errors.Is(err, errorSharingViolation) || errors.Is(err, syscall.ERROR_ACCESS_DENIED)
		if err == nil || !held {
			return err
		}
		time.Sleep(wait)
	}
	return err
}

func syncDir(string) error { return nil }
