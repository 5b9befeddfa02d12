package imports

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"brujula/data/filename"
	"brujula/data/fold"
	"brujula/data/texts"
)

// Entry is one name of a folder.
type Entry struct {
	Name     string // as the disk has it
	Shown    string // as the terminal may have it
	Mark     string // of a folder, behind its name: what divides paths
	Folded   string // as it is searched
	Rank     EntryRank
	Size     int64
	Modified time.Time
}

// EntryRank groups the names of a folder in the order in which they are shown.
type EntryRank int

// ParentEntry is the folder above; ListEntry a file whose name ends as a list's does.
const (
	ParentEntry EntryRank = iota
	ListEntry
	FolderEntry
	OtherEntry
)

// MostEntries bounds what is read of a folder.
const MostEntries = 5000

// Folder is what a folder holds: the folder above, the newest lists, folders, all else.
type Folder struct {
	Path    string // whole
	Entries []Entry
	Cut     bool // there are more
	Err     error
}

// FirstFolder reads the first folder of several that can be read; where none can, Err
// is that of the first.
func FirstFolder(paths []string) Folder {
	var failed *Folder
	for _, path := range paths {
		if path == "" {
			continue
		}
		f := ReadFolder(path)
		if f.Err == nil {
			return f
		}
		if failed == nil {
			failed = &f
		}
	}
	if failed == nil {
		failed = &Folder{Err: errors.New(texts.ImportNoFiles)}
	}
	return *failed
}

// ReadFolder lists the names of a folder.
func ReadFolder(path string) Folder {
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	f := Folder{Path: path}
	folder, err := os.Open(path)
	if err != nil {
		f.Err = errors.New(texts.FolderUnreadable(filename.Clean(path), err))
		return f
	}
	found, err := folder.ReadDir(MostEntries + 1)
	closeErr := folder.Close()
	if errors.Is(err, io.EOF) {
		err = nil
	}
	if err = errors.Join(err, closeErr); err != nil && len(found) == 0 {
		f.Err = errors.New(texts.FolderUnreadable(filename.Clean(path), err))
		return f
	}
	if f.Cut = len(found) > MostEntries; f.Cut {
		found = found[:MostEntries]
	}
	if filepath.Dir(path) != path {
		f.Entries = append(f.Entries, Entry{Name: "..", Shown: "..", Rank: ParentEntry})
	}
	for _, name := range found {
		if e, ok := entryOf(path, name); ok {
			f.Entries = append(f.Entries, e)
		}
	}
	slices.SortStableFunc(f.Entries, compareEntries)
	return f
}

// entryOf describes one name; hidden ones, pipes, devices and the like are
// left out. Links count as what they lead to.
func entryOf(folder string, f fs.DirEntry) (e Entry, ok bool) {
	name := f.Name()
	if strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") {
		return e, false
	}
	info, err := f.Info()
	if err == nil && info.Mode()&fs.ModeSymlink != 0 {
		info, err = os.Stat(filepath.Join(folder, name))
	}
	if err != nil {
		return e, false
	}
	e = Entry{Name: name, Shown: filename.Shown(name), Size: info.Size(), Modified: info.ModTime()}
	e.Folded = fold.Fold(e.Shown)
	switch {
	case info.IsDir():
		e.Rank, e.Mark = FolderEntry, string(filepath.Separator)
	case !info.Mode().IsRegular():
		return e, false
	case listName(name):
		e.Rank = ListEntry
	default:
		e.Rank = OtherEntry
	}
	return e, true
}

// listName reports whether a file's name ends as those of lists do.
func listName(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".pdf":
		return true
	}
	return false
}

// compareEntries puts the newest lists first: what was just downloaded is what
// is looked for.
func compareEntries(a, b Entry) int {
	if a.Rank != b.Rank {
		return int(a.Rank - b.Rank)
	}
	if a.Rank == ListEntry {
		if c := b.Modified.Compare(a.Modified); c != 0 {
			return c
		}
	}
	return cmp.Or(strings.Compare(a.Folded, b.Folded), strings.Compare(a.Name, b.Name))
}

// Lists returns what may be a list, or leads to one.
func (f *Folder) Lists() []Entry {
	return slices.DeleteFunc(slices.Clone(f.Entries), func(e Entry) bool { return e.Rank == OtherEntry })
}
