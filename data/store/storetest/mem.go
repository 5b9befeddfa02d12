// Package storetest holds a file system in memory that fails or stops at any
// step, and knows what a kill and a power loss leave behind. It is for tests.
package storetest

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"brujula/data/store"
)

// ErrStopped is what every call gives after the process has "died".
var ErrStopped = errors.New("storetest: the process is dead")

// inode is a file: its content now and what of it is on the disk for sure.
type inode struct{ now, durable []byte }

// folder maps names to files: now, and what is on the disk for sure.
type folder struct{ now, durable map[string]*inode }

// Mem is a file system in memory. The zero value is not usable, see New.
//
// Every call that changes something is one step, counted from 1.
type Mem struct {
	mu      sync.Mutex
	folders map[string]*folder
	locks   map[string]string
	temps   int
	steps   []string
	fault   func(step int, op string) error
	stopped bool
}

// New returns an empty file system.
func New() *Mem {
	return &Mem{folders: map[string]*folder{}, locks: map[string]string{}}
}

// Operations, as FailFrom and Steps name them.
const (
	OpMkdir  = "mkdir"
	OpCreate = "create"
	OpAppend = "append"
	OpWrite  = "write"
	OpSync   = "sync"
	OpTrunc  = "truncate"
	OpRename = "rename"
	OpRemove = "remove"
	OpDir    = "syncdir"
	OpLock   = "lock"
)

// StopAt makes the process die at step n: a write is done by half, any other
// call not at all, and every later call gives ErrStopped.
func (m *Mem) StopAt(n int) {
	m.setFault(func(step int, _ string) error {
		if step >= n {
			return ErrStopped
		}
		return nil
	})
}

// FailAt makes step n alone fail with err; a write is done by half.
func (m *Mem) FailAt(n int, err error) {
	m.setFault(func(step int, _ string) error {
		if step == n {
			return err
		}
		return nil
	})
}

// FailFrom makes the named operations fail with err from step n on, as a full
// disk does until someone makes room.
func (m *Mem) FailFrom(n int, err error, ops ...string) {
	m.setFault(func(step int, op string) error {
		if step >= n && slices.Contains(ops, op) {
			return err
		}
		return nil
	})
}

// Heal ends all faults and counts steps from 1 again.
func (m *Mem) Heal() { m.setFault(nil) }

func (m *Mem) setFault(fault func(int, string) error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.fault, m.steps = fault, nil
}

// Steps returns the operations so far, each with the file that it was about.
func (m *Mem) Steps() []string {
	m.mu.Lock()
	defer m.mu.Unlock()
	return slices.Clone(m.steps)
}

// step counts one change. The caller holds the mutex.
func (m *Mem) step(op, name string) error {
	if m.stopped {
		return ErrStopped
	}
	m.steps = append(m.steps, op+" "+filepath.Base(name))
	if m.fault == nil {
		return nil
	}
	err := m.fault(len(m.steps), op)
	if errors.Is(err, ErrStopped) {
		m.stopped = true
	}
	return err
}

// Crash is a way for the process to end.
type Crash int

// What each leaves on the disk.
const (
	Kill       Crash = iota // all that was written: the system lives on
	Power                   // only what was synced, file by file and folder by folder
	PowerNames              // all renames, but of contents only what was synced
	PowerTorn               // all renames; unsynced contents by half, the rest as NUL bytes
)

// Crashes lists all ways.
func Crashes() []Crash { return []Crash{Kill, Power, PowerNames, PowerTorn} }

// After returns the file system that the next start finds.
func (m *Mem) After(c Crash) *Mem {
	m.mu.Lock()
	defer m.mu.Unlock()
	next := New()
	next.temps = m.temps
	for path, dir := range m.folders {
		names := dir.now
		if c == Power {
			names = dir.durable
		}
		files := map[string]*inode{}
		for name, file := range names {
			content := surviving(file, c)
			files[name] = &inode{now: content, durable: content}
		}
		next.folders[path] = &folder{now: files, durable: maps.Clone(files)}
	}
	return next
}

func surviving(file *inode, c Crash) []byte {
	switch c {
	case Kill:
		return slices.Clone(file.now)
	case PowerTorn:
		if len(file.now) <= len(file.durable) {
			return slices.Clone(file.durable)
		}
		torn := make([]byte, len(file.now))
		copy(torn, file.durable)
		half := len(file.durable) + (len(file.now)-len(file.durable))/2
		copy(torn[len(file.durable):half], file.now[len(file.durable):half])
		return torn
	}
	return slices.Clone(file.durable)
}

// Files returns the content of every file by its path, with slashes on every system, for
// comparing states.
func (m *Mem) Files() map[string]string {
	m.mu.Lock()
	defer m.mu.Unlock()
	all := map[string]string{}
	for path, dir := range m.folders {
		for name, file := range dir.now {
			all[filepath.ToSlash(filepath.Join(path, name))] = string(file.now)
		}
	}
	return all
}

// Set puts a file there as if someone else had written it.
func (m *Mem) Set(name, content string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	path, base := filepath.Split(filepath.Clean(name))
	dir := m.folders[filepath.Clean(path)]
	if dir == nil {
		dir = &folder{now: map[string]*inode{}, durable: map[string]*inode{}}
		m.folders[filepath.Clean(path)] = dir
	}
	file := &inode{now: []byte(content), durable: []byte(content)}
	dir.now[base], dir.durable[base] = file, file
}

func (m *Mem) find(op, name string) (*folder, string, *inode, error) {
	path, base := filepath.Split(filepath.Clean(name))
	dir := m.folders[filepath.Clean(path)]
	if dir == nil {
		return nil, base, nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist}
	}
	file := dir.now[base]
	if file == nil {
		return dir, base, nil, &fs.PathError{Op: op, Path: name, Err: fs.ErrNotExist}
	}
	return dir, base, file, nil
}

var _ store.FS = (*Mem)(nil)

// ReadFile implements store.FS.
func (m *Mem) ReadFile(name string) ([]byte, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	_, _, file, err := m.find("open", name)
	if err != nil {
		return nil, err
	}
	return slices.Clone(file.now), nil
}

// ReadAt implements store.FS.
func (m *Mem) ReadAt(name string, into []byte, from int64) error {
	content, err := m.ReadFile(name)
	if err != nil {
		return err
	}
	return store.ReadPart(bytes.NewReader(content), into, from)
}

// ReadDir implements store.FS.
func (m *Mem) ReadDir(name string) ([]string, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	name = filepath.Clean(name)
	var names []string
	if dir := m.folders[name]; dir != nil {
		names = slices.Collect(maps.Keys(dir.now))
	}
	for path := range m.folders {
		if filepath.Dir(path) == name && path != name {
			names = append(names, filepath.Base(path))
		}
	}
	slices.Sort(names)
	return names, nil
}

// MkdirAll implements store.FS; a folder is durable at once.
func (m *Mem) MkdirAll(name string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	name = filepath.Clean(name)
	if m.folders[name] != nil {
		return nil
	}
	if err := m.step(OpMkdir, name); err != nil {
		return err
	}
	m.folders[name] = &folder{now: map[string]*inode{}, durable: map[string]*inode{}}
	return nil
}

// Rename implements store.FS.
func (m *Mem) Rename(from, to string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.step(OpRename, to); err != nil {
		return err
	}
	dir, base, file, err := m.find("rename", from)
	if err != nil {
		return err
	}
	path, name := filepath.Split(filepath.Clean(to))
	target := m.folders[filepath.Clean(path)]
	if target == nil {
		return &fs.PathError{Op: "rename", Path: to, Err: fs.ErrNotExist}
	}
	delete(dir.now, base)
	target.now[name] = file
	return nil
}

// Remove implements store.FS.
func (m *Mem) Remove(name string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.step(OpRemove, name); err != nil {
		return err
	}
	dir, base, _, err := m.find("remove", name)
	if err != nil {
		return err
	}
	delete(dir.now, base)
	return nil
}

// SyncDir implements store.FS.
func (m *Mem) SyncDir(name string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.step(OpDir, name); err != nil {
		return err
	}
	dir := m.folders[filepath.Clean(name)]
	if dir == nil {
		return &fs.PathError{Op: "sync", Path: name, Err: fs.ErrNotExist}
	}
	dir.durable = maps.Clone(dir.now)
	return nil
}

// Lock implements store.FS. A dead process holds no lock: After has none.
func (m *Mem) Lock(name, holder string) (func() error, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.step(OpLock, name); err != nil {
		return nil, err
	}
	if m.folders[filepath.Clean(filepath.Dir(name))] == nil {
		return nil, &fs.PathError{Op: "lock", Path: name, Err: fs.ErrNotExist}
	}
	if held, ok := m.locks[name]; ok {
		return nil, &store.HeldError{Holder: held}
	}
	m.locks[name] = strings.TrimSpace("1 " + holder)
	return func() error {
		m.mu.Lock()
		defer m.mu.Unlock()
		delete(m.locks, name)
		return nil
	}, nil
}

// CreateTemp implements store.FS.
func (m *Mem) CreateTemp(dir string) (store.File, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.step(OpCreate, "temp"); err != nil {
		return nil, err
	}
	target := m.folders[filepath.Clean(dir)]
	if target == nil {
		return nil, &fs.PathError{Op: "create", Path: dir, Err: fs.ErrNotExist}
	}
	m.temps++
	name := fmt.Sprintf(".serums-%d.tmp", m.temps)
	file := &inode{}
	target.now[name] = file
	return &handle{m: m, name: filepath.Join(dir, name), file: file}, nil
}

// Append implements store.FS.
func (m *Mem) Append(name string) (store.File, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if err := m.step(OpAppend, name); err != nil {
		return nil, err
	}
	_, _, file, err := m.find("open", name)
	if err != nil {
		return nil, err
	}
	return &handle{m: m, name: name, file: file}, nil
}
