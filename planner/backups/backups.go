// Package backups writes the one file that holds all that is the user's, and
// reads it. Commands and screens do both through it.
package backups

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"brujula/data/archive"
	"brujula/data/library"
	"brujula/data/store"
	"brujula/data/texts"
	"brujula/planner/storage"
	"brujula/planner/turn"
)

// Backup is a backup that was written.
type Backup struct {
	Path  string
	Bytes int64 // of the archive
	archive.Manifest
}

// ErrFileExists tells that there is a file in the place of a new one.
var ErrFileExists = errors.New("backups: file exists")

// backupSuffix is what backups end in, so that every system knows what to do
// with one.
const backupSuffix = ".zip"

// Wish is what a backup is to be.
type Wish struct {
	File    string // empty, or a folder: a name with the date; a name without ending gets one
	Replace bool   // a file that is there
	About   library.About
	Unsaved library.Unsaved
}

// Save writes a backup of the library to a file, whole or not at all. It fails
// with ErrFileExists where a file is in its place that it is not to replace.
// Within the library's own folder nothing is written.
func Save(ctx context.Context, lib *library.Library, wish Wish) (Backup, error) {
	path, err := backupPath(lib, wish.File, wish.About)
	if err != nil {
		return Backup{}, err
	}
	if _, err := os.Lstat(path); err == nil && !wish.Replace {
		return Backup{}, &fileExistsError{path}
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return Backup{}, errors.New(texts.CannotWrite(path, err))
	}
	content, m, err := lib.Backup(ctx, wish.About, wish.Unsaved)
	if err != nil {
		return Backup{}, err
	}
	if err := store.WriteFile(store.OS{}, path, content); err != nil {
		return Backup{}, errors.New(texts.CannotWrite(path, err))
	}
	return Backup{Path: path, Bytes: int64(len(content)), Manifest: m}, nil
}

// Holds reports in one line what a backup brings.
func Holds(c *library.Contents) (string, error) {
	m := c.Manifest()
	plans, err := c.Plans()
	if err != nil {
		return "", err
	}
	turns, err := c.Logs()
	return texts.BackupHolds(len(m.Files), m.Bytes(), len(c.Lists()), len(plans), len(turns), c.HasProfile, c.Rules != nil), err
}

type fileExistsError struct{ path string }

func (e *fileExistsError) Error() string { return texts.BackupFileExists(e.path) }
func (e *fileExistsError) Unwrap() error { return ErrFileExists }

func backupPath(lib *library.Library, file string, about library.About) (string, error) {
	if info, err := os.Stat(file); file == "" || err == nil && info.IsDir() {
		file = filepath.Join(file, texts.BackupFileName(about.At))
	}
	switch ext := filepath.Ext(file); {
	case ext == "":
		file += backupSuffix
	case !strings.EqualFold(ext, backupSuffix):
		return "", errors.New(texts.BackupBadEnding(file))
	}
	path, err := filepath.Abs(file)
	if err != nil {
		return "", errors.New(texts.CannotWrite(file, err))
	}
	if folder := filepath.Dir(path); !isFolder(folder) {
		return "", errors.New(texts.BackupNoFolder(folder))
	}
	own, err := filepath.Abs(lib.Path())
	if err != nil {
		return "", errors.New(texts.CannotWrite(file, err))
	}
	if rel, err := filepath.Rel(own, path); err == nil && filepath.IsLocal(rel) {
		return "", errors.New(texts.BackupInside(path))
	}
	return path, nil
}

// isFolder reports whether a path leads to a folder; one that may not be looked at
// counts as such, for the system to refuse it in its own words.
func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir() || err != nil && !errors.Is(err, fs.ErrNotExist) && !errors.Is(err, syscall.ENOTDIR)
}

// Open reads and checks an archive from a file, of bounded size. It fails as
// library.OpenBackup does: what this version of the program could not open once
// it is restored is refused before.
func Open(ctx context.Context, file string) (*library.Contents, error) {
	// Asked before it is opened: to open a pipe waits for whoever writes to it.
	info, err := os.Stat(file)
	if err != nil {
		return nil, errors.New(texts.CannotRead(file, err))
	}
	switch {
	case info.IsDir():
		return nil, errors.New(texts.InFile(file, texts.BackupIsFolder))
	case !info.Mode().IsRegular():
		return nil, errors.New(texts.InFile(file, texts.BackupIsNoFile))
	case info.Size() > archive.MaxBytes:
		return nil, errors.New(texts.InFile(file, texts.BackupOversize(info.Size(), archive.MaxBytes)))
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, errors.New(texts.CannotRead(file, err))
	}
	defer f.Close()
	content := make([]byte, info.Size())
	if n, err := f.ReadAt(content, 0); n < len(content) { // cut meanwhile
		return nil, errors.New(texts.CannotRead(file, err))
	}
	c, err := library.OpenBackup(ctx, content, library.Newer{Plan: storage.NewerPlan, Act: turn.NewerAct})
	if err != nil {
		return nil, &inFileError{file, err}
	}
	return c, nil
}

// inFileError says in which file an error is.
type inFileError struct {
	file string
	err  error
}

func (e *inFileError) Error() string { return texts.InFile(e.file, e.err.Error()) }
func (e *inFileError) Unwrap() error { return e.err }
