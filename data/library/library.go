package library

import (
	"errors"

	"brujula/data"
	"brujula/data/store"
)

// Library is one folder of lists and user documents. Its methods may be called
// from several goroutines. Get one with Open.
type Library struct {
	dir     string
	fs      store.FS
	purpose string
}

// Option changes how a library is opened.
type Option func(*Library)

// WithFS makes the library use another file system, such as a double that
// fails at a given step. The default is store.OS.
func WithFS(fs store.FS) Option { return func(l *Library) { l.fs = fs } }

// WithPurpose says in the lock what this program is doing ("planificador",
// "importar"), so that a second writer can be told.
func WithPurpose(purpose string) Option { return func(l *Library) { l.purpose = purpose } }

// Open opens the library in a folder. A missing folder is an empty library,
// and nothing is written before the first change. It fails with ErrNewer when
// a newer version of the program wrote the index, and when the index cannot
// be read at all; a damaged index is rebuilt from the reports (see Notices).
func Open(dir string, opts ...Option) (*Library, error) {
	l := &Library{dir: dir, fs: store.OS{}}
	for _, opt := range opts {
		opt(l)
	}
	return l, nil
}

// Path gives the folder of the library.
func (l *Library) Path() string { return l.dir }

// Notices gives what the user should be told of the state in which the library
// was found, such as an index that was rebuilt; empty in ordinary times.
func (l *Library) Notices() []string { return nil }

// Lists describes the lists, newest process first, then by kind and modality.
func (l *Library) Lists() []data.ListInfo { return nil }

// Fingerprint gives a text that changes whenever the content of a list does,
// for the keys of Cache; ok is false when there is no such list.
func (l *Library) Fingerprint(kind data.Kind, process data.Process, modality data.Modality) (hash string, ok bool) {
	return "", false
}

// Reload reads the index again, to see what another process committed.
func (l *Library) Reload() error { return nil }

var errNotBuilt = errors.New("library: not built yet")
