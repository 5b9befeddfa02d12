package store

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"github.com/gofrs/flock"
)

// OS is the file system of the machine.
type OS struct{}

// What the user made is the user's alone.
const (
	folderMode = 0o700
	fileMode   = 0o600
)

// ReadFile is os.ReadFile.
func (OS) ReadFile(name string) ([]byte, error) { return os.ReadFile(name) }

// ReadAt reads a part of a file.
func (OS) ReadAt(name string, into []byte, from int64) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }() // nothing was written
	return ReadPart(file, into, from)
}

// ReadDir returns the sorted names in a folder, none when it is missing.
func (OS) ReadDir(name string) ([]string, error) {
	entries, err := os.ReadDir(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = e.Name()
	}
	return names, nil
}

// MkdirAll makes a folder and those above it, each made durable in its parent.
func (o OS) MkdirAll(name string) error {
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		return nil
	}
	parent := filepath.Dir(name)
	if parent != name {
		if err := o.MkdirAll(parent); err != nil {
			return err
		}
	}
	if err := os.Mkdir(name, folderMode); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	if info, err := os.Stat(name); err != nil || !info.IsDir() {
		return &fs.PathError{Op: "mkdir", Path: name, Err: syscall.ENOTDIR}
	}
	return o.SyncDir(parent)
}

// CreateTemp makes a new file that no other process uses.
func (OS) CreateTemp(dir string) (File, error) {
	return os.CreateTemp(dir, tempPrefix+"*"+tempSuffix)
}

// Append opens an existing file for writing at its end. It does without
// O_APPEND, under which Windows does not allow Truncate.
func (OS) Append(name string) (File, error) {
	f, err := os.OpenFile(name, os.O_RDWR, fileMode)
	if err != nil {
		return nil, err
	}
	if _, err := f.Seek(0, io.SeekEnd); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return tail{f}, nil
}

// tail keeps writing at the end of the file after it was cut.
type tail struct{ *os.File }

func (t tail) Truncate(size int64) error {
	if err := t.File.Truncate(size); err != nil {
		return err
	}
	_, err := t.Seek(size, io.SeekStart)
	return err
}

// Rename puts a file in the place of another in one step. On Windows a reader
// or a virus scanner may hold the old file for a moment: it is tried again for
// about half a second.
func (OS) Rename(from, to string) error { return rename(from, to) }

// Remove deletes a file.
func (OS) Remove(name string) error { return os.Remove(name) }

// SyncDir makes the names in a folder durable. Windows has no such call; there
// the rename is durable by the file system's own journal.
func (OS) SyncDir(name string) error { return syncDir(name) }

// Lock takes an advisory lock that the system releases when the process ends,
// however it ends. The holder is noted in a second file, as on Windows nobody
// may read a locked one.
func (OS) Lock(name, holder string) (func() error, error) {
	note := name + ".txt"
	lock := flock.New(name)
	ok, err := lock.TryLock()
	if err != nil {
		return nil, err
	}
	if !ok {
		held, _ := os.ReadFile(note) // a missing note is an unknown holder
		return nil, &HeldError{Holder: strings.TrimSpace(string(held))}
	}
	text := fmt.Sprintf("%d %s\n", os.Getpid(), holder)
	_ = os.WriteFile(note, []byte(text), fileMode) // a courtesy, not the lock
	return func() error {
		_ = os.Remove(note)
		return lock.Unlock()
	}, nil
}

// IsFull reports whether an error means that the disk or the quota is full.
func IsFull(err error) bool { return isAny(err, fullErrors()) }

// IsReadOnly reports whether an error means that the folder cannot be written.
func IsReadOnly(err error) bool {
	return errors.Is(err, fs.ErrPermission) || isAny(err, readOnlyErrors())
}

func isAny(err error, kinds []syscall.Errno) bool {
	var code syscall.Errno
	return errors.As(err, &code) && slices.Contains(kinds, code)
}
