package library

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"

	"brujula/data/store"
)

const (
	cacheFolder = "cache"
	cacheSuffix = ".bin"
	maxCached   = 64
)

// Cache returns what PutCache stored under the key; ok is false when there is
// nothing or it is damaged. No library (nil) keeps nothing.
func (l *Library) Cache(key string) (value []byte, ok bool) {
	if l == nil {
		return nil, false
	}
	file, err := l.fs.ReadFile(l.cachePath(key))
	if err != nil || len(file) < sha256.Size {
		return nil, false
	}
	sum, value := file[:sha256.Size], file[sha256.Size:]
	return value, bytes.Equal(sum, cacheSum(key, value))
}

// CacheAt reads parts of what PutCache stored under the key, which must tell by itself
// whether it is damaged: what the rest holds is not looked at. A read fails with
// ErrNotFound when there is nothing.
func (l *Library) CacheAt(key string) io.ReaderAt { return cached{l, key} }

// cached is a value of the cache.
type cached struct {
	*Library
	key string
}

// ReadAt implements io.ReaderAt. The file is open while it is read and no longer: as
// long as it is, some systems let nothing take its place.
func (c cached) ReadAt(into []byte, from int64) (int, error) {
	if c.Library == nil {
		return 0, ErrNotFound
	}
	err := c.fs.ReadAt(c.cachePath(c.key), into, sha256.Size+from)
	if errors.Is(err, fs.ErrNotExist) {
		return 0, ErrNotFound
	}
	if err != nil {
		return 0, err
	}
	return len(into), nil
}

// PutCache stores something that can be made again, such as a fitted model.
// It needs no lock and gives no promise of durability; its errors may be
// ignored. When 64 values are stored it begins anew.
func (l *Library) PutCache(key string, value []byte) error {
	if l == nil {
		return nil
	}
	folder := l.path(cacheFolder)
	if err := l.fs.MkdirAll(folder); err != nil {
		return writeError(folder, err)
	}
	names, err := l.fs.ReadDir(folder)
	if err != nil {
		return readError(folder, err)
	}
	if len(names) >= maxCached {
		for _, name := range names {
			_ = l.fs.Remove(l.path(cacheFolder, name)) // another process may have been faster
		}
	}
	path := l.cachePath(key)
	return writeError(path, store.Put(l.fs, path, append(cacheSum(key, value), value...)))
}

func (l *Library) cachePath(key string) string {
	return l.path(cacheFolder, hashOf([]byte(key))[:32]+cacheSuffix)
}

// cacheSum covers the key as well, lest two keys of one file be mixed up.
func cacheSum(key string, value []byte) []byte {
	h := sha256.New()
	h.Write([]byte(key))
	h.Write([]byte{0})
	h.Write(value)
	return h.Sum(nil)
}
