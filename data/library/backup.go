package library

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"brujula/data/archive"
	"brujula/data/texts"
)

// About is what a backup says of its making.
type About struct {
	Program string // version of the program
	At      time.Time
}

// Backup returns an archive of everything that the user made and loaded, with the
// work that is not on the disk yet. It needs no lock and writes nothing: where
// another process commits meanwhile it reads again. Files that are damaged are
// taken along as they are. It fails with ErrNotFound when there is nothing to
// keep.
func (l *Library) Backup(ctx context.Context, about About, unsaved Unsaved) ([]byte, archive.Manifest, error) {
	files, err := l.snapshot(ctx)
	if err == nil {
		err = l.addUnsaved(files, &unsaved)
	}
	if err != nil {
		return nil, archive.Manifest{}, err
	}
	if len(files) == 0 {
		return nil, archive.Manifest{}, &Error{Kind: ErrNotFound, Path: l.dir, Text: texts.BackupNothing(l.dir)}
	}
	content, m, err := archive.Bytes(archive.Manifest{Program: about.Program, Library: FormatVersion, Created: about.At}, files)
	if err != nil {
		return nil, m, &Error{Path: l.dir, Text: texts.BackupTooBig(l.dir), Err: err}
	}
	return content, m, nil
}

// Empty reports that there is nothing of the user's that a backup would keep.
func (l *Library) Empty() (bool, error) {
	names, err := l.ownedNames()
	return len(names) == 0, err
}

// snapshots is how often a snapshot is tried while others commit.
const snapshots = 5

// snapshot reads all owned files in one state of the index, and none in the
// midst of a restore.
func (l *Library) snapshot(ctx context.Context) (map[string][]byte, error) {
	for try := 1; ; try++ {
		before, _ := l.fs.ReadFile(l.path(indexName)) // what cannot be read is told below
		files, err := l.readOwned(ctx)
		journal, unknown := l.pendingRestore()
		half := journal != nil || l.HalfRestored()
		after, _ := l.fs.ReadFile(l.path(indexName))
		if !half && unknown == nil && revision(before) == revision(after) && !errors.Is(err, fs.ErrNotExist) {
			return files, err
		}
		switch {
		case try < snapshots:
		case half:
			return nil, &Error{Kind: ErrLocked, Path: l.dir, Text: texts.BackupWhileRestoring(l.dir)}
		default:
			return files, errors.Join(err, unknown)
		}
	}
}

// readOwned reads the files in the order of their names: what is known of the acts
// before the logs, which have those and perhaps more.
func (l *Library) readOwned(ctx context.Context) (map[string][]byte, error) {
	names, err := l.ownedNames()
	if err != nil {
		return nil, err
	}
	files := make(map[string][]byte, len(names))
	for _, name := range names {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		full := l.path(filepath.FromSlash(name))
		content, err := l.fs.ReadFile(full)
		if err != nil {
			return nil, readError(full, err)
		}
		files[name] = content
	}
	return files, nil
}

// Contents is what a backup would bring, seen as a library of its own.
type Contents struct {
	*Library          // of what is in the archive; nothing can be written to it
	HasProfile bool   // with the applicant's line and rank
	Rules      []byte // the user's own rules; nil without
	files      map[string][]byte
	manifest   archive.Manifest
}

// Newer tells of what the library keeps without knowing its meaning whether a
// later version of the program wrote it. A nil one tells that of nothing.
type Newer struct {
	Plan func(Document) bool
	Act  func(body json.RawMessage) bool
}

// OpenBackup reads and checks every file of an archive. It fails as
// archive.Open does, and with ErrNewer where a file in it is of a newer version
// of the program. What was damaged when the backup was made is no error: see
// Notices and what loads.
func OpenBackup(ctx context.Context, content []byte, newer Newer) (*Contents, error) {
	a, err := archive.Open(content)
	if err != nil {
		return nil, err
	}
	c := &Contents{manifest: a.Manifest, files: make(map[string][]byte, len(a.Files))}
	c.manifest.Files = slices.DeleteFunc(slices.Clone(a.Files), func(f archive.File) bool { return isBystander(f.Name) })
	for _, f := range c.manifest.Files {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if !owned(f.Name) {
			return nil, &archive.Error{Kind: archive.ErrRefused, Text: texts.ArchiveRefused(texts.ArchiveForeign(f.Name))}
		}
		if c.files[f.Name], err = a.Read(f.Name); err != nil {
			return nil, err
		}
	}
	c.Rules = c.files[rulesName]
	if c.Library, err = Open(backupRoot, WithFS(inArchive(c.files))); err != nil {
		return nil, notThisVersion(indexName, err)
	}
	return c, c.check(newer)
}

// Manifest says what the archive holds, and who made it when.
func (c *Contents) Manifest() archive.Manifest { return c.manifest }

// check refuses what a newer version wrote: it would be refused after the
// restore, file by file, and nobody could tell why.
func (c *Contents) check(newer Newer) error {
	profile, err := c.Profile()
	if errors.Is(err, ErrNewer) {
		return notThisVersion(profileName+documentSuffix, err)
	}
	c.HasProfile = err == nil && profile.Profession != ""
	for _, f := range c.manifest.Files {
		if c.isNewer(f.Name, newer) {
			return notThisVersion(f.Name, ErrNewer)
		}
	}
	return nil
}

// isNewer reports whether a plan or a log that the program would open is of a
// later version. What was put aside or removed it never opens.
func (c *Contents) isNewer(name string, newer Newer) bool {
	var late *newerError
	folder, file := path.Split(name)
	switch {
	case strings.HasSuffix(file, damagedSuffix), strings.HasSuffix(file, logDamaged), strings.HasSuffix(file, removedSuffix):
		return false
	case folder == planFolder+"/":
		e, err := decodeEnvelope(kindPlan, 0, c.files[name])
		if err != nil {
			return errors.As(err, &late)
		}
		return newer.Plan != nil && newer.Plan(Document{Version: e.Version, Body: e.Body})
	case folder == logFolder+"/":
		found, err := scanLog(c.files[name])
		if err != nil {
			return errors.As(err, &late)
		}
		return newer.Act != nil && slices.ContainsFunc(found.records, func(r Record) bool { return newer.Act(r.Body) })
	}
	return false
}

// notThisVersion names the file of an archive that is of a newer version.
func notThisVersion(name string, err error) error {
	if !errors.Is(err, ErrNewer) {
		return err
	}
	return &Error{Kind: ErrNewer, Path: name, Text: texts.BackupNewerFile(name)}
}
