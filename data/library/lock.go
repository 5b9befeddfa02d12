package library

import (
	"sync"

	"brujula/data/store"
)

const lockName = "cerrojo"

// lockState counts the locks of one library: they nest.
type lockState struct {
	mu      sync.Mutex
	held    int
	release func() error
	swept   bool
	half    bool // a restore was decided and not carried through: it comes before any other write
}

// Lock makes this library the only writer among all processes until release is
// called. Every method that writes takes the lock for itself, for as long as
// it works; a window that must not be overtaken takes it here for its life.
// Locks of the same Library nest. It fails at once with ErrLocked, whose text
// says who holds the lock, and while a restore that was decided cannot be
// carried through.
func (l *Library) Lock() (release func(), err error) {
	l.lock.mu.Lock()
	defer l.lock.mu.Unlock()
	switch {
	case l.lock.held == 0:
		err = l.takeLock()
	case l.lock.half:
		err = l.resumeRestore()
	}
	if err != nil {
		return nil, err
	}
	l.lock.half = false
	l.lock.held++
	return sync.OnceFunc(l.unlock), nil
}

func (l *Library) takeLock() error {
	if err := l.fs.MkdirAll(l.dir); err != nil {
		return writeError(l.dir, err)
	}
	release, err := l.fs.Lock(l.path(lockName), l.purpose)
	if err != nil {
		return lockError(l.path(lockName), err)
	}
	l.lock.release = release
	if err := l.resumeRestore(); err != nil {
		_ = release() // the first error is the one to tell
		return err
	}
	if !l.lock.swept {
		l.lock.swept = true
		l.sweepTemps()
	}
	return nil
}

func (l *Library) unlock() {
	l.lock.mu.Lock()
	defer l.lock.mu.Unlock()
	if l.lock.held--; l.lock.held == 0 {
		_ = l.lock.release() // the system releases it at the latest when the process ends
	}
}

// sweepTemps removes what writers that died left half done. The one who holds
// the lock is the only writer, so nothing of this is in use.
func (l *Library) sweepTemps() {
	for _, folder := range append(ownedFolders(), keptFolder) {
		names, err := l.fs.ReadDir(l.path(folder))
		if err != nil {
			continue
		}
		for _, name := range names {
			if store.IsTemp(name) {
				_ = l.fs.Remove(l.path(folder, name)) // only litter
			}
		}
	}
	l.sweepStage()
}

// writing runs do as the only writer of all goroutines and processes.
func (l *Library) writing(do func() error) error {
	l.writer.Lock()
	defer l.writer.Unlock()
	release, err := l.Lock()
	if err != nil {
		return err
	}
	defer release()
	return do()
}
