package library

import (
	"errors"
	"path"
	"slices"
)

// addNotes puts notes behind those that files have, unless they are there
// already, as a commit would.
func (l *Library) addNotes(files map[string][]byte, added *Item) error {
	view, err := Open(backupRoot, WithFS(inArchive(files)))
	if err != nil {
		return err
	}
	old, replaces := view.current().find(keyOf(&added.Info))
	item := *added
	item.Table = &Table{Head: added.Table.Head}
	if replaces {
		stored, err := view.readTable(&old)
		switch {
		case err == nil:
			item.Table.Rows = slices.Clone(stored.Rows)
		case !errors.Is(err, ErrDamaged):
			return err
		}
	}
	n := len(item.Table.Rows)
	for _, row := range added.Table.Rows {
		if !slices.ContainsFunc(item.Table.Rows, func(other []string) bool { return slices.Equal(row, other) }) {
			item.Table.Rows = append(item.Table.Rows, row)
		}
	}
	if item.Info.Rows = len(item.Table.Rows); item.Info.Rows == n {
		return nil
	}
	d, err := newDraft(&item)
	if err != nil {
		return err
	}
	if replaces {
		d.entry.Before = view.beforeIn(files, &old)
	}
	return putList(files, view.current().with(d.entry), &d)
}

// beforeIn returns the version that one which replaces old keeps. Where old is
// damaged its file is put aside.
func (l *Library) beforeIn(files map[string][]byte, old *entry) *entry {
	if l.whole(old) {
		return old.alone()
	}
	if content, there := files[path.Join(listFolder, old.Stem+listSuffix)]; there {
		files[path.Join(listFolder, old.Stem+setAsideSuffix)] = content
	}
	return old.Before
}

// putList puts a list and the index with it among files, and takes out what the
// index names no more.
func putList(files map[string][]byte, next *index, d *draft) error {
	said, err := encodeReport(&d.entry, d.item.Problems)
	if err != nil {
		return err
	}
	file, err := encodeIndex(next)
	if err != nil {
		return err
	}
	named := next.stems()
	for name := range files {
		folder, base := path.Split(name)
		if stem, ok := listFile(base); ok && path.Clean(folder) == listFolder && !slices.Contains(named, stem) {
			delete(files, name)
		}
	}
	files[path.Join(listFolder, d.entry.Stem+listSuffix)] = d.content
	files[path.Join(listFolder, d.entry.Stem+reportSuffix)] = said
	files[indexName] = file
	return nil
}
