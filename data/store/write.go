package store

import (
	"errors"
	"path/filepath"
)

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
