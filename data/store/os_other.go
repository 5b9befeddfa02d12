//go:build !windows

package store

import (
	"errors"
	"os"
	"syscall"
)

func fullErrors() []syscall.Errno { return []syscall.Errno{syscall.ENOSPC, syscall.EDQUOT} }

func readOnlyErrors() []syscall.Errno { return []syscall.Errno{syscall.EROFS} }

func rename(from, to string) error { return os.Rename(from, to) }

func syncDir(name string) error {
	d, err := os.Open(name)
	if err != nil {
		return err
	}
	err = d.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, syscall.ENOTSUP) {
		err = nil // some network and FUSE file systems know no fsync of folders
	}
	return errors.Join(err, d.Close())
}
