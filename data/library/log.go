package library

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"io/fs"
	"slices"
	"strings"
	"sync"

	"brujula/data/store"
	"brujula/data/texts"
)

const (
	logFolder  = "turnos"
	logSuffix  = ".jsonl"
	logDamaged = ".danado.jsonl" // as it was before unreadable lines were taken out
)

// Log is an append-only file of acts, open for writing. It holds the writer's
// lock until Close. Its methods may be called from several goroutines.
type Log struct {
	lib     *Library
	name    string
	path    string
	notice  string
	release func()

	mu    sync.Mutex
	file  store.File // nil after Close
	size  int64      // bytes that are acknowledged
	seq   int        // of the last act
	dirty bool       // there may be bytes after size
	line  []byte     // of which they are a part
	known int        // what the library has written down of seq, see knownActs
	told  bool       // what is missing was told, and the log goes on without it
}

// OpenLog opens the log of that name for appending, and makes it when there is
// none. It gives the acts so far. A torn last line, of an act that was never
// acknowledged, is dropped; Notice says so. Lines in the middle that cannot be
// read are passed over, also with a notice, as where the heading is lost, and the
// file as it was is kept aside. Of acts that another program took away Notice
// tells until the next one is written. It fails with ErrLocked, ErrNewer, ErrFull,
// ErrReadOnly, ErrBadName.
func (l *Library) OpenLog(name string) (*Log, []Record, error) {
	path, err := l.logPath(name)
	if err != nil {
		return nil, nil, err
	}
	release, err := l.Lock()
	if err != nil {
		return nil, nil, err
	}
	g := &Log{lib: l, name: name, path: path, release: release}
	records, err := g.open()
	if err != nil {
		release()
		return nil, nil, err
	}
	return g, records, nil
}

func (g *Log) open() ([]Record, error) {
	fs := g.lib.fs
	if err := fs.MkdirAll(g.lib.path(logFolder)); err != nil {
		return nil, writeError(g.path, err)
	}
	known := g.lib.knownActs()
	found, err := g.lib.scanLog(g.path)
	if err != nil {
		return nil, err
	}
	g.known = known[g.name]
	if err := g.repair(found); err != nil {
		return nil, writeError(g.path, err)
	}
	if g.file, err = fs.Append(g.path); err != nil {
		return nil, writeError(g.path, err)
	}
	if found.refused != nil {
		g.line = found.refused // its writer knows; where it cannot be cut off now Append does it
		_ = g.cut()
	} else if g.dirty {
		if err := g.cut(); err != nil {
			return nil, writeError(g.path, errors.Join(err, g.file.Close()))
		}
		g.notice = cmp.Or(found.notice(g.path, "", g.known), texts.LogTorn(g.path))
	}
	g.lib.noteRefused(g.path, refused{})
	g.seq = found.last()
	return found.records, nil
}

// repair leaves a file of readable lines, torn at most at its end, and sets
// size and dirty to fit.
func (g *Log) repair(found logScan) error {
	g.notice = found.notice(g.path, "", g.known)
	if found.hasHead && found.bad == 0 && !found.unended {
		g.size, g.dirty = found.good, found.torn || found.refused != nil
		return nil
	}
	if found.damaged() {
		kept := ""
		if len(found.raw) > 0 {
			kept = strings.TrimSuffix(g.path, logSuffix) + logDamaged
			if err := store.Put(g.lib.fs, kept, found.raw); err != nil {
				return err
			}
		}
		g.notice, g.told = found.notice(g.path, kept, g.known), true
	}
	file, err := encodeLog(g.name, found.records)
	if err != nil {
		return err
	}
	g.size = int64(len(file))
	return store.WriteFile(g.lib.fs, g.path, file)
}

// Notice is empty, or tells the user what of the log could not be read, or is
// missing.
func (g *Log) Notice() string { return g.notice }

// Last is the number of the last act of the log, 0 for none.
func (g *Log) Last() int {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.seq
}

// Append writes one act, any valid JSON. When it returns nil the act survives
// a kill and a power loss. When it fails the act is not in the log, and Append
// may be tried again.
func (g *Log) Append(body json.RawMessage) (Record, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.file == nil {
		return Record{}, fs.ErrClosed
	}
	line, compact, err := encodeAct(g.seq+1, body)
	if err != nil {
		return Record{}, err
	}
	if err := g.put(line); err != nil {
		return Record{}, writeError(g.path, err)
	}
	g.seq++
	g.size += int64(len(line))
	g.told = true
	g.remember(false)
	return Record{Seq: g.seq, Body: compact}, nil
}

func (g *Log) put(line []byte) error {
	if g.dirty {
		if err := g.cut(); err != nil {
			return err
		}
	}
	g.dirty, g.line = true, line
	_, err := g.file.Write(line)
	if err == nil {
		err = g.file.Sync()
	}
	if err != nil {
		_ = g.cut() // else the next Append does it
		return err
	}
	g.dirty = false
	return nil
}

// cut takes away what was written and not acknowledged.
func (g *Log) cut() error {
	if err := g.file.Truncate(g.size); err != nil {
		return err
	}
	if err := g.file.Sync(); err != nil {
		return err
	}
	g.dirty = false
	return nil
}

// refused is an act at the end of a log that Append has said not to be there.
type refused struct {
	size int64  // of the log before it
	line []byte // nil for none
}

func (l *Library) noteRefused(path string, r refused) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if r.line == nil {
		delete(l.refused, path)
		return
	}
	if l.refused == nil {
		l.refused = map[string]refused{}
	}
	l.refused[path] = r
}

// withoutRefused leaves out an act that this library has said not to be in the
// log, and that nobody has written behind: it is tried again, and would be there
// twice.
func (l *Library) withoutRefused(path string, raw []byte) (acknowledged, left []byte) {
	l.mu.Lock()
	defer l.mu.Unlock()
	r := l.refused[path]
	if r.line == nil || int64(len(raw)) <= r.size || !bytes.HasPrefix(r.line, raw[r.size:]) {
		return raw, nil
	}
	return raw[:r.size], r.line
}

// Close releases the file and the lock. It may be called again.
func (g *Log) Close() error {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.file == nil {
		return nil
	}
	if g.dirty && g.cut() != nil {
		g.lib.noteRefused(g.path, refused{g.size, g.line})
	}
	g.remember(true)
	err := g.file.Close()
	g.file = nil
	g.release()
	return err
}

// ReadLog returns the acts of a log without locking it, with a notice as that of
// Log.Notice. A last line of which a part is missing is passed over in silence:
// its writer may be at it. A log that does not exist has no acts; where it had some
// the notice says so.
func (l *Library) ReadLog(name string) (records []Record, notice string, err error) {
	path, err := l.logPath(name)
	if err != nil {
		return nil, "", err
	}
	known := l.knownActs() // before the log, which a writer may be at
	found, err := l.scanLog(path)
	if err != nil {
		return nil, "", err
	}
	return found.records, found.notice(path, "", known[name]), nil
}

// Logs lists the names of the logs.
func (l *Library) Logs() ([]string, error) {
	folder := l.path(logFolder)
	files, err := l.fs.ReadDir(folder)
	if err != nil {
		return nil, readError(folder, err)
	}
	var names []string
	for _, file := range files {
		stem, ok := strings.CutSuffix(file, logSuffix)
		if !ok || strings.Contains(stem, ".") {
			continue
		}
		found, err := l.scanLog(l.path(logFolder, file))
		if err != nil || !found.hasHead {
			found.name = stem
		}
		names = append(names, found.name)
	}
	slices.Sort(names)
	return names, nil
}

func (l *Library) logPath(name string) (string, error) {
	stem, err := fileStem(name)
	return l.path(logFolder, stem+logSuffix), err
}

func (l *Library) scanLog(path string) (logScan, error) {
	raw, err := l.fs.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return logScan{}, readError(path, err)
	}
	raw, left := l.withoutRefused(path, raw)
	found, scanErr := scanStored(path, raw)
	found.exists, found.refused = err == nil, left
	return found, scanErr
}

// scanStored reads a log and says in which file a newer version of the program
// has written.
func scanStored(path string, raw []byte) (logScan, error) {
	found, err := scanLog(raw)
	var late *newerError
	if errors.As(err, &late) {
		return logScan{}, newer(path, late)
	}
	return found, err
}
