package library

import (
	"path/filepath"
	"slices"
	"sync"

	"brujula/data"
	"brujula/data/filename"
	"brujula/data/store"
)

// Library is one folder of lists and user documents. Its methods may be called
// from several goroutines. Get one with Open.
type Library struct {
	dir     string
	fs      store.FS
	purpose string

	mu      sync.Mutex // guards what follows
	index   *index
	notices []string
	refused map[string]refused  // acts that were not acknowledged and could not be taken away again, by log
	seen    map[string][]string // revisions that this library loaded or saved, by file

	writer  sync.Mutex // held by the goroutine that writes
	knowing sync.Mutex // held by the goroutine that writes down how many acts there are
	lock    lockState
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
	l := &Library{dir: filepath.Clean(dir), fs: store.OS{}, seen: map[string][]string{}}
	for _, opt := range opts {
		opt(l)
	}
	if err := l.finishRestore(); err != nil {
		return nil, err
	}
	if err := l.Reload(); err != nil {
		return nil, err
	}
	return l, nil
}

// finishRestore carries through a restore that was interrupted. Only then is
// anything written on opening; it fails with ErrLocked while another process is
// at it.
func (l *Library) finishRestore() error {
	if j, err := l.pendingRestore(); j == nil {
		return err
	}
	release, err := l.Lock()
	if err == nil {
		release()
	}
	return err
}

// Path returns the folder of the library.
func (l *Library) Path() string { return l.dir }

// Notices returns what the user should be told of the state in which the library
// was found, such as an index that was rebuilt; empty in ordinary times.
func (l *Library) Notices() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Clone(l.notices)
}

// Lists describes the lists, newest process first, then by kind and modality.
func (l *Library) Lists() []data.ListInfo {
	entries := l.entries()
	infos := make([]data.ListInfo, len(entries))
	for i := range entries {
		infos[i] = entries[i].Info
		infos[i].File = filename.Shown(infos[i].File) // of a backup of other hands it may be anything
	}
	return infos
}

// Fingerprint returns a text that changes whenever the content of a list does,
// for the keys of Cache; ok is false when there is no such list.
func (l *Library) Fingerprint(kind data.Kind, process data.Process, modality data.Modality) (hash string, ok bool) {
	e, ok := l.current().find(listKey{kind, process, modality})
	return e.SHA256, ok
}

// Reload reads the index again, to see what another process committed.
func (l *Library) Reload() error {
	x, notice, err := l.readIndex()
	if err != nil {
		return err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.index = x
	if notice != "" && !slices.Contains(l.notices, notice) {
		l.notices = append(l.notices, notice)
	}
	return nil
}

// current returns the index; it is never changed, only replaced.
func (l *Library) current() *index {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.index
}

func (l *Library) entries() []entry { return l.current().Lists }
