package library

import (
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"brujula/data/store"
)

// backupRoot is where the files of an archive seem to be; it names the archive
// in what is told of them.
const backupRoot = "respaldo"

// packed is the read-only file system of an archive, by names with slashes.
type packed map[string][]byte

var _ store.FS = packed(nil)

func inner(name string) string {
	rel, err := filepath.Rel(backupRoot, name)
	if err != nil {
		return name
	}
	return filepath.ToSlash(rel)
}

// ReadFile implements store.FS. Its callers must not change what it gives.
func (p packed) ReadFile(name string) ([]byte, error) {
	content, ok := p[inner(name)]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return content, nil
}

// ReadDir implements store.FS.
func (p packed) ReadDir(name string) ([]string, error) {
	folder := inner(name)
	var names []string
	for file := range p {
		dir, base := path.Split(file)
		if path.Clean(dir) == folder {
			names = append(names, base)
		} else if top, _, found := strings.Cut(file, "/"); folder == "." && found && !slices.Contains(names, top) {
			names = append(names, top)
		}
	}
	slices.Sort(names)
	return names, nil
}

func readOnly(op, name string) error {
	return &fs.PathError{Op: op, Path: name, Err: fs.ErrPermission}
}

// MkdirAll and all that follow refuse: an archive is never written into.
func (p packed) MkdirAll(name string) error { return readOnly("mkdir", name) }

// CreateTemp refuses.
func (p packed) CreateTemp(dir string) (store.File, error) { return nil, readOnly("create", dir) }

// Append refuses.
func (p packed) Append(name string) (store.File, error) { return nil, readOnly("open", name) }

// Rename refuses.
func (p packed) Rename(_, to string) error { return readOnly("rename", to) }

// Remove refuses.
func (p packed) Remove(name string) error { return readOnly("remove", name) }

// SyncDir refuses.
func (p packed) SyncDir(name string) error { return readOnly("sync", name) }

// Lock refuses.
func (p packed) Lock(name, _ string) (func() error, error) { return nil, readOnly("lock", name) }
