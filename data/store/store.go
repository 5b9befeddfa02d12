// Package store is the layer between the library and the disk: a small file
// system that a double can stand in for, and the one way to replace a file so
// that after a crash it is old or new, never torn.
package store

import (
	"errors"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
)

// FS is what the library needs of a file system. Every call that changes
// something is a point where a double may fail or stop.
type FS interface {
	// ReadFile returns the whole content of a file.
	ReadFile(name string) ([]byte, error)
	// ReadAt fills into with the content of a file from an offset on: io.ErrUnexpectedEOF
	// or io.EOF where the file has less.
	ReadAt(name string, into []byte, from int64) error
	// ReadDir gives the names in a folder, sorted; none when it is missing.
	ReadDir(name string) ([]string, error)
	// MkdirAll makes a folder and those above it, durably.
	MkdirAll(name string) error
	// CreateTemp makes a new file in the folder with a name of its own that
	// IsTemp knows.
	CreateTemp(dir string) (File, error)
	// Append opens an existing file for writing at its end.
	Append(name string) (File, error)
	// Rename puts a file in the place of another, in one step.
	Rename(from, to string) error
	// Remove deletes a file.
	Remove(name string) error
	// SyncDir makes the names in a folder durable.
	SyncDir(name string) error
	// Lock takes the lock file for this process, without waiting, and notes
	// the holder for others to read. It fails with a *HeldError when another
	// has it.
	Lock(name, holder string) (release func() error, err error)
}

// ReadPart does what FS.ReadAt does of something that is open.
func ReadPart(r io.ReaderAt, into []byte, from int64) error {
	_, err := io.ReadFull(io.NewSectionReader(r, from, int64(len(into))), into)
	return err
}

// File is a file that is being written.
type File interface {
	io.Writer
	Name() string
	Sync() error
	Truncate(size int64) error
	Close() error
}

// HeldError says that another process has the lock. Holder is what it noted,
// empty when it noted nothing.
type HeldError struct{ Holder string }

func (e *HeldError) Error() string { return "store: lock is held by " + e.Holder }

// Every temporary file is named so, whoever made it.
const tempPrefix, tempSuffix = ".serums-", ".tmp"

// IsTemp reports whether a name within a folder is of a temporary file, which
// is of no use once its writer is gone.
func IsTemp(name string) bool {
	return strings.HasPrefix(name, tempPrefix) && strings.HasSuffix(name, tempSuffix)
}

// ReadOnly lets nothing be written: for those who only look, and must leave no
// trace even where a writer would first put something right.
type ReadOnly struct{ FS }

func refuse(op, name string) error {
	return &fs.PathError{Op: op, Path: name, Err: fs.ErrPermission}
}

// MkdirAll and all that follow refuse.
func (ReadOnly) MkdirAll(name string) error { return refuse("mkdir", name) }

// CreateTemp refuses.
func (ReadOnly) CreateTemp(dir string) (File, error) { return nil, refuse("create", dir) }

// Append refuses.
func (ReadOnly) Append(name string) (File, error) { return nil, refuse("open", name) }

// Rename refuses.
func (ReadOnly) Rename(_, to string) error { return refuse("rename", to) }

// Remove refuses.
func (ReadOnly) Remove(name string) error { return refuse("remove", name) }

// SyncDir refuses.
func (ReadOnly) SyncDir(name string) error { return refuse("sync", name) }

// Lock refuses.
func (ReadOnly) Lock(name, _ string) (func() error, error) { return nil, refuse("lock", name) }

// Put writes a file whole: its content is on the disk before its name is. A
// file of that name is replaced in one step; when Put fails it is as it was.
// The name is durable only after SyncDir, so that several files cost one.
func Put(fs FS, name string, content []byte) error {
	f, err := fs.CreateTemp(filepath.Dir(name))
	if err != nil {
		return err
	}
	temp := f.Name()
	if err := fill(f, content); err != nil {
		_ = fs.Remove(temp) // the first error is the one to tell
		return err
	}
	if err := fs.Rename(temp, name); err != nil {
		_ = fs.Remove(temp)
		return err
	}
	return nil
}

// WriteFile is Put followed by SyncDir: when it returns nil the file survives
// a kill and a power loss. When SyncDir fails the new file is in place, but
// may not survive a power loss.
func WriteFile(fs FS, name string, content []byte) error {
	if err := Put(fs, name, content); err != nil {
		return err
	}
	return fs.SyncDir(filepath.Dir(name))
}

func fill(f File, content []byte) error {
	_, err := f.Write(content)
	if err == nil {
		err = f.Sync()
	}
	return errors.Join(err, f.Close())
}
