package store

import "io/fs"

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
