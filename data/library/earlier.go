package library

import (
	"errors"
	"io/fs"
	"strings"

	"brujula/data"
	"brujula/data/texts"
)

// setAsideSuffix is of list files that were damaged when they were replaced. No
// index names them, and nothing removes them.
const setAsideSuffix = ".danado.csv"

// keepsEarlier recognizes the lists of which the version before is kept: those that
// the user wrote, and that can be imported from nowhere.
func keepsEarlier(kind data.Kind) bool { return kind == data.KindNotes }

// readTable reads a table, or the version before where its file is damaged or
// missing and one was kept.
func (l *Library) readTable(e *entry) (*Table, error) {
	table, err := load(l, e, tableFrom)
	if !errors.Is(err, ErrDamaged) || !keepsEarlier(e.Info.Kind) {
		return table, err
	}
	path, there := l.damagedFile(e)
	if e.Before != nil {
		if table, err := load(l, e.Before, tableFrom); err == nil {
			table.Restored = texts.LibraryNotesRestored(path, there, e.Before.Info.Rows, e.Info.Rows)
			return table, nil
		}
	}
	return nil, &Error{Kind: ErrDamaged, Path: path, Text: texts.LibraryNotesLost(path, there, e.Info.Rows), Err: err}
}

// damagedFile reports where a damaged list lies: in its place or, where a commit
// failed after that, aside.
func (l *Library) damagedFile(e *entry) (path string, there bool) {
	for _, path = range []string{l.contentPath(e), l.setAsidePath(e)} {
		if _, err := l.fs.ReadFile(path); !errors.Is(err, fs.ErrNotExist) {
			return path, true
		}
	}
	return l.contentPath(e), false
}

func (l *Library) setAsidePath(e *entry) string { return l.path(listFolder, e.Stem+setAsideSuffix) }

// setAsideFile recognizes the names that setAside gives.
func setAsideFile(name string) bool {
	stem, ok := strings.CutSuffix(name, setAsideSuffix)
	return ok && stemPattern().MatchString(stem)
}

// follow has a draft keep the version that it replaces. Where that one is
// damaged it is put aside, and the version before it stays; a notice says so.
func (l *Library) follow(d *draft, x *index) error {
	old, ok := x.find(keyOf(&d.entry.Info))
	if ok && old.Stem != d.entry.Stem {
		d.entry.Replaced = old.Stem
	}
	if !ok || !keepsEarlier(d.entry.Info.Kind) {
		return nil
	}
	whole := l.whole(&old)
	switch {
	case !whole:
		if err := l.setAside(&old); err != nil {
			return err
		}
	case old.Stem != d.entry.Stem:
		d.entry.Before = old.alone()
		return nil
	}
	if before := old.Before; before != nil && !l.whole(before) {
		if err := l.setAside(before); err != nil {
			return err
		}
	} else {
		d.entry.Before = before
	}
	if !whole {
		l.noticeLoss(&old, d.entry.Before)
	}
	return nil
}

func (l *Library) noticeLoss(lost, kept *entry) {
	path, there := l.damagedFile(lost)
	if kept != nil {
		l.addNotice(texts.LibraryNotesRestored(path, there, kept.Info.Rows, lost.Info.Rows))
		return
	}
	l.addNotice(texts.LibraryNotesLost(path, there, lost.Info.Rows))
}

// alone returns the entry without the version before it: one is enough.
func (e *entry) alone() *entry {
	one := *e
	one.Before = nil
	return &one
}

// setAside takes a damaged list out of the way of the one that replaces it. It
// costs no room, so that it works on a full disk too.
func (l *Library) setAside(e *entry) error {
	from, to := l.contentPath(e), l.setAsidePath(e)
	err := l.fs.Rename(from, to)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return writeError(from, err)
}
