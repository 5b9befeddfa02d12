package importing

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

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/fold"
	"brujula/data/texts"
	"brujula/tui/drop"
)

// entry is one name of a folder.
type entry struct {
	name     string // as the disk has it
	shown    string // as the terminal may have it
	mark     string // of a folder, behind its name: what divides paths
	folded   string // as it is searched
	rank     rank
	size     int64
	modified time.Time
}

// rank groups the names of a folder in the order in which they are shown.
type rank int

const (
	rankUp     rank = iota // the folder above
	rankList               // a file whose name ends as a list's does
	rankFolder             // a folder
	rankOther              // any other file
)

// mostEntries bounds what is read of a folder.
const mostEntries = 5000

// folderMsg brings the names in a folder.
type folderMsg struct {
	generation uint64
	path       string
	entries    []entry
	cut        bool // there are more
	err        error
}

// pickedMsg tells what typed or dropped paths name.
type pickedMsg struct {
	generation uint64
	files      []drop.File
	missing    []string
	tooMany    bool // names to look for
}

// openFirst reads the first folder of several that can be read.
func openFirst(generation uint64, paths []string) tea.Cmd {
	return func() tea.Msg {
		var failed *folderMsg
		for _, path := range paths {
			if path == "" {
				continue
			}
			m := readFolder(generation, path)
			if m.err == nil {
				return m
			}
			if failed == nil {
				failed = &m
			}
		}
		if failed == nil {
			failed = &folderMsg{generation: generation, err: errors.New(texts.ImportNoFiles)}
		}
		return *failed
	}
}

func readFolder(generation uint64, path string) folderMsg {
	if full, err := filepath.Abs(path); err == nil {
		path = full
	}
	m := folderMsg{generation: generation, path: path}
	folder, err := os.Open(path)
	if err != nil {
		m.err = errors.New(texts.FolderUnreadable(shown(path), err))
		return m
	}
	found, err := folder.ReadDir(mostEntries + 1)
	closeErr := folder.Close()
	if errors.Is(err, io.EOF) {
		err = nil
	}
	if err = errors.Join(err, closeErr); err != nil && len(found) == 0 {
		m.err = errors.New(texts.FolderUnreadable(shown(path), err))
		return m
	}
	if m.cut = len(found) > mostEntries; m.cut {
		found = found[:mostEntries]
	}
	if filepath.Dir(path) != path {
		m.entries = append(m.entries, entry{name: "..", shown: "..", rank: rankUp})
	}
	for _, f := range found {
		if e, ok := entryOf(path, f); ok {
			m.entries = append(m.entries, e)
		}
	}
	slices.SortStableFunc(m.entries, compareEntries)
	return m
}

// entryOf describes one name; hidden ones, pipes, devices and the like are
// left out. Links count as what they lead to.
func entryOf(folder string, f fs.DirEntry) (e entry, ok bool) {
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
	e = entry{name: name, shown: shown(name), size: info.Size(), modified: info.ModTime()}
	e.folded = fold.Fold(e.shown)
	switch {
	case info.IsDir():
		e.rank, e.mark = rankFolder, string(filepath.Separator)
	case !info.Mode().IsRegular():
		return e, false
	case listName(name):
		e.rank = rankList
	default:
		e.rank = rankOther
	}
	return e, true
}

// listName tells whether a file's name ends as those of lists do.
func listName(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".pdf":
		return true
	}
	return false
}

// compareEntries puts the newest lists first: what was just downloaded is what
// is looked for.
func compareEntries(a, b entry) int {
	if a.rank != b.rank {
		return int(a.rank - b.rank)
	}
	if a.rank == rankList {
		if c := b.modified.Compare(a.modified); c != 0 {
			return c
		}
	}
	return cmp.Or(strings.Compare(a.folded, b.folded), strings.Compare(a.name, b.name))
}

// shown cleans a name of what must not reach the terminal.
func shown(name string) string { return strings.ReplaceAll(fold.Clean(name), "\n", " ") }

// pick finds out what typed or dropped text names.
func pick(generation uint64, text, home string, folders ...string) tea.Cmd {
	return func() tea.Msg {
		files, missing := drop.Find(text, home, folders...)
		return pickedMsg{generation, files, missing, len(files) == 0 && drop.TooMany(text)}
	}
}
