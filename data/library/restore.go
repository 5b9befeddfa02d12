package library

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"brujula/data/archive"
	"brujula/data/store"
	"brujula/data/texts"
)

const (
	journalName    = "restauracion.json"
	journalVersion = 1
	stageFolder    = "restauracion"
	stageSuffix    = ".parte"
	keptFolder     = "respaldos" // what a restore replaced
)

// journal is the promise of a restore: once it stands in the library's folder
// the restore is carried through, by whoever next opens the library, however
// often it is interrupted. Before, nothing of the library has been touched.
type journal struct {
	Files  []archive.File `json:"archivos"` // in the order in which they are put in place
	Remove []string       `json:"quitar"`
	Kept   string         `json:"respaldo"` // the backup of what was there, "" when there was nothing
}

// Restored says what a restore did.
type Restored struct {
	Same bool   // the library was so already; nothing was touched
	Kept string // path of the backup of what was there; "" when the library was empty
}

// Restore puts the files of a backup in the place of the library's own, all or
// none: whatever happens meanwhile, the library opens as it was or as it is to
// be. What was there is first kept in an archive of its own. It fails with
// ErrLocked while another process writes, ErrFull, ErrReadOnly; see HalfRestored
// for what an error leaves.
func (l *Library) Restore(ctx context.Context, c *Contents, about About) (Restored, error) {
	var done Restored
	err := l.writing(func() error {
		now, err := l.snapshot(ctx)
		if err != nil {
			return err
		}
		if done.Same = sameFiles(now, c.files); done.Same {
			return nil
		}
		if done.Kept, err = l.keep(now, about); err != nil {
			return err
		}
		j := journal{Files: restoreOrder(c.manifest.Files), Remove: []string{}, Kept: done.Kept}
		for name := range now {
			if _, stays := c.files[name]; !stays {
				j.Remove = append(j.Remove, name)
			}
		}
		slices.Sort(j.Remove)
		if err := l.stage(ctx, &j, c); err != nil {
			l.sweepStage()
			return err
		}
		if err := l.promise(&j); err != nil {
			return l.takeBack(err)
		}
		if err := l.carryThrough(&j); err != nil {
			return l.leaveHalf(err)
		}
		return nil
	})
	if err != nil {
		return done, err
	}
	l.forget()
	return done, l.Reload()
}

// takeBack takes a promise away that could not be made: the journal may stand
// there although its folder was not synced. Where it cannot be taken away it
// holds. What is staged is left for a journal that may come back.
func (l *Library) takeBack(cause error) error {
	if err := l.fs.Remove(l.path(journalName)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return l.leaveHalf(cause)
	}
	if l.fs.SyncDir(l.dir) == nil {
		l.sweepStage()
	}
	return cause
}

// leaveHalf notes that the restore is to be carried through before anything else
// is written.
func (l *Library) leaveHalf(cause error) error {
	l.lock.mu.Lock()
	defer l.lock.mu.Unlock()
	l.lock.half = true
	return halfRestored(l.dir, cause)
}

func halfRestored(dir string, cause error) error {
	return &Error{Kind: kindOf(cause), Path: dir, Text: texts.RestoreHalf(cause), Err: cause}
}

// HalfRestored reports whether a restore was decided and could not be carried through
// yet. Until it is nothing else is written, and what is read is of both. Restore
// goes on with it, and so does the next start.
func (l *Library) HalfRestored() bool {
	l.lock.mu.Lock()
	defer l.lock.mu.Unlock()
	return l.lock.half
}

func kindOf(err error) error {
	var own *Error
	if errors.As(err, &own) {
		return own.Kind
	}
	return nil
}

func sameFiles(a, b map[string][]byte) bool {
	for name, content := range a {
		if other, ok := b[name]; !ok || !slices.Equal(content, other) {
			return false
		}
	}
	return len(a) == len(b)
}

// restoreOrder puts lists first and the index last: who reads meanwhile sees an
// index whose lists are there.
func restoreOrder(files []archive.File) []archive.File {
	order := func(f archive.File) int {
		switch {
		case f.Name == indexName:
			return 2
		case strings.HasPrefix(f.Name, listFolder+"/"):
			return 0
		}
		return 1
	}
	sorted := slices.Clone(files)
	slices.SortStableFunc(sorted, func(a, b archive.File) int { return order(a) - order(b) })
	return sorted
}

// keep writes the archive of what is about to be replaced.
func (l *Library) keep(now map[string][]byte, about About) (kept string, err error) {
	if len(now) == 0 {
		return "", nil
	}
	content, _, err := archive.Bytes(archive.Manifest{Program: about.Program, Library: FormatVersion, Created: about.At}, now)
	if err != nil {
		return "", &Error{Path: l.dir, Text: texts.BackupTooBig(l.dir), Err: err}
	}
	folder := l.path(keptFolder)
	if err := l.fs.MkdirAll(folder); err != nil {
		return "", writeError(folder, err)
	}
	taken, err := l.fs.ReadDir(folder)
	if err != nil {
		return "", readError(folder, err)
	}
	stamp := about.At.UTC().Format("20060102-150405")
	name := fmt.Sprintf("antes-de-restaurar-%s.zip", stamp)
	for n := 2; slices.Contains(taken, name); n++ {
		name = fmt.Sprintf("antes-de-restaurar-%s-%d.zip", stamp, n)
	}
	kept = l.path(keptFolder, name)
	return kept, writeError(kept, store.WriteFile(l.fs, kept, content))
}

func (l *Library) stagePath(i int) string {
	return l.path(stageFolder, fmt.Sprintf("%04d%s", i, stageSuffix))
}

// stage writes the new files beside the library and reads them back.
func (l *Library) stage(ctx context.Context, j *journal, c *Contents) error {
	folder := l.path(stageFolder)
	if err := l.fs.MkdirAll(folder); err != nil {
		return writeError(folder, err)
	}
	for i, f := range j.Files {
		if err := ctx.Err(); err != nil {
			return err
		}
		path := l.stagePath(i)
		if err := store.Put(l.fs, path, c.files[f.Name]); err != nil {
			return writeError(path, err)
		}
		if back, err := l.fs.ReadFile(path); err != nil || hashOf(back) != f.SHA256 {
			return writeError(path, errors.Join(err, errReadBack))
		}
	}
	return writeError(folder, l.fs.SyncDir(folder))
}

var errReadBack = errors.New(texts.RestoreReadBack)

// promise writes the journal: the one rename that decides.
func (l *Library) promise(j *journal) error {
	body, err := json.Marshal(j)
	if err != nil {
		return err
	}
	file, err := encodeEnvelope(kindJournal, journalVersion, "", body)
	if err != nil {
		return err
	}
	return writeError(l.path(journalName), store.WriteFile(l.fs, l.path(journalName), file))
}

// carryThrough does what a journal promises. It may be begun again at any point.
func (l *Library) carryThrough(j *journal) error {
	for _, folder := range ownedFolders() {
		if err := l.fs.MkdirAll(l.path(folder)); err != nil {
			return writeError(l.path(folder), err)
		}
	}
	var lost []string
	for i, f := range j.Files {
		target := l.path(filepath.FromSlash(f.Name))
		err := l.fs.Rename(l.stagePath(i), target)
		if errors.Is(err, fs.ErrNotExist) { // put in place before the interruption
			if there, _ := l.fs.ReadFile(target); hashOf(there) != f.SHA256 {
				lost = append(lost, f.Name)
			}
			continue
		}
		if err != nil {
			return writeError(target, err)
		}
		if i+1 == len(j.Files) || path.Dir(j.Files[i+1].Name) != path.Dir(f.Name) {
			if err := l.fs.SyncDir(filepath.Dir(target)); err != nil {
				return writeError(target, err)
			}
		}
	}
	if err := l.removeAll(j.Remove); err != nil {
		return err
	}
	return l.fulfil(j, lost)
}

func (l *Library) removeAll(names []string) error {
	for _, name := range names {
		path := l.path(filepath.FromSlash(name))
		if err := l.fs.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return writeError(path, err)
		}
	}
	for _, folder := range ownedFolders() {
		if err := l.fs.SyncDir(l.path(folder)); err != nil {
			return writeError(l.path(folder), err)
		}
	}
	return nil
}

// fulfil takes the journal away. Files that are lost from the stage, such as by
// hand, are told of: a library must never be stuck in a promise.
func (l *Library) fulfil(j *journal, lost []string) error {
	path := l.path(journalName)
	if err := l.fs.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return writeError(path, err)
	}
	if err := l.fs.SyncDir(l.dir); err != nil {
		return writeError(path, err)
	}
	l.sweepStage()
	if len(lost) > 0 {
		l.addNotice(texts.RestoreLost(lost, j.Kept))
	}
	return nil
}

// sweepStage removes what was staged and is of no more use.
func (l *Library) sweepStage() {
	names, err := l.fs.ReadDir(l.path(stageFolder))
	if err != nil {
		return
	}
	for _, name := range names {
		if strings.HasSuffix(name, stageSuffix) || store.IsTemp(name) {
			_ = l.fs.Remove(l.path(stageFolder, name)) // only litter
		}
	}
}

// pendingRestore reads the journal of a restore that was interrupted; nil when
// there is none.
func (l *Library) pendingRestore() (*journal, error) {
	path := l.path(journalName)
	file, err := l.fs.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, readError(path, err)
	}
	doc, err := decodeEnvelope(kindJournal, journalVersion, file)
	var late *newerError
	if errors.As(err, &late) {
		return nil, newer(path, late)
	}
	j := &journal{}
	if err != nil || json.Unmarshal(doc.Body, j) != nil || !j.ours() {
		return nil, &Error{Kind: ErrDamaged, Path: path, Text: texts.RestoreJournalDamaged(path)}
	}
	return j, nil
}

// ours reports whether a journal names nothing but files of the library.
func (j *journal) ours() bool {
	foreign := func(name string) bool { return !owned(name) && !isBystander(name) } // one by which the program of before stands
	return !slices.ContainsFunc(j.Files, func(f archive.File) bool { return foreign(f.Name) }) && !slices.ContainsFunc(j.Remove, foreign)
}

// resumeRestore carries an interrupted restore through. The caller holds the
// lock of all processes.
func (l *Library) resumeRestore() error {
	j, err := l.pendingRestore()
	if err != nil {
		return err
	}
	if j == nil {
		return l.settle()
	}
	if err := l.carryThrough(j); err != nil {
		return halfRestored(l.dir, err)
	}
	l.forget()
	l.addNotice(texts.RestoreResumed)
	return nil
}

// settle makes sure that a journal that was taken away stays away: one that came
// back after a power cut would undo what is written from here on. The caller
// holds the lock.
func (l *Library) settle() error {
	if !l.lock.half {
		return nil
	}
	if err := l.fs.SyncDir(l.dir); err != nil {
		return halfRestored(l.dir, writeError(l.path(journalName), err))
	}
	l.sweepStage()
	return nil
}

// forget drops what this library knows of the files: they are others now.
func (l *Library) forget() {
	l.mu.Lock()
	defer l.mu.Unlock()
	clear(l.seen)
	clear(l.refused)
}

func (l *Library) addNotice(notice string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !slices.Contains(l.notices, notice) {
		l.notices = append(l.notices, notice)
	}
}
