package library

import (
	"bytes"
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

// packed reads the files of an archive, by names with slashes. What it does not
// have, writing, must never be asked of it: see inArchive.
type packed struct {
	store.FS
	files map[string][]byte
}

// inArchive is the file system of an archive.
func inArchive(files map[string][]byte) store.FS { return store.ReadOnly{FS: packed{files: files}} }

func inner(name string) string {
	rel, err := filepath.Rel(backupRoot, name)
	if err != nil {
		return name
	}
	return filepath.ToSlash(rel)
}

// ReadFile implements store.FS. Its callers must not change what it gives.
func (p packed) ReadFile(name string) ([]byte, error) {
	content, ok := p.files[inner(name)]
	if !ok {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return content, nil
}

// ReadAt implements store.FS.
func (p packed) ReadAt(name string, into []byte, from int64) error {
	content, err := p.ReadFile(name)
	if err != nil {
		return err
	}
	return store.ReadPart(bytes.NewReader(content), into, from)
}

// ReadDir implements store.FS.
func (p packed) ReadDir(name string) ([]string, error) {
	folder := inner(name)
	var names []string
	for file := range p.files {
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
