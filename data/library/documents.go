package library

import (
	"encoding/json"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"

	"brujula/data/store"
	"brujula/data/texts"
)

const (
	documentSuffix = ".json"
	previousSuffix = ".anterior.json" // the version before
	damagedSuffix  = ".danado.json"   // what could not be read when it was replaced
	removedSuffix  = ".borrado.json"
)

// Document is a versioned JSON value that the library keeps without knowing
// its meaning.
type Document struct {
	Version int             // of Body's form, set by the package that owns it; from 1
	Body    json.RawMessage // any valid JSON; kept byte for byte but for blanks
	// Restored is empty, or tells the user in one sentence that the file was
	// damaged and this is the version before.
	Restored string
}

// slot is the place of one document: its file, the version before, and what
// it must say of itself.
type slot struct {
	kind docKind
	path string // without suffix
	name string // in the envelope
}

// loadDocument returns the document in a slot, or the version before where it is
// damaged or missing. It notes what it saw, for saveDocument.
func (l *Library) loadDocument(s slot) (Document, error) {
	path := s.path + documentSuffix
	file, err := l.fs.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return Document{}, readError(path, err)
	}
	missing := err != nil
	l.note(path, false, revision(file))
	doc, err := s.decode(file)
	if err == nil {
		return doc, nil
	}
	var late *newerError
	if errors.As(err, &late) {
		return Document{}, newer(path, late)
	}
	before, err := l.fs.ReadFile(s.path + previousSuffix)
	if missing && err != nil {
		return Document{}, &Error{Kind: ErrNotFound, Path: path, Text: texts.LibraryNoPlan(s.name)}
	}
	if doc, err = s.decode(before); err != nil {
		return Document{}, &Error{Kind: ErrDamaged, Path: path, Text: texts.LibraryDamaged(path)}
	}
	doc.Restored = texts.LibraryRestored(path)
	return doc, nil
}

func (s slot) decode(file []byte) (Document, error) {
	e, err := decodeEnvelope(s.kind, 0, file)
	if err != nil {
		return Document{}, err
	}
	if e.Name != s.name {
		return Document{}, errEnvelope
	}
	return Document{Version: e.Version, Body: e.Body}, nil
}

// saveDocument puts a document in its slot. The one that was there becomes the
// version before, unless it is damaged: then it is put aside, and the version
// before stays. With guarded it refuses to replace what another has changed since
// this library has seen it, and what it has never seen.
func (l *Library) saveDocument(s slot, doc Document, guarded bool) error {
	file, err := encodeEnvelope(s.kind, doc.Version, s.name, doc.Body)
	if err != nil {
		return err
	}
	path := s.path + documentSuffix
	old, err := l.fs.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return readError(path, err)
	}
	there := err == nil
	good, err := s.replaceable(path, old, doc.Version)
	if err != nil {
		return err
	}
	// What was damaged since this library read it is nobody's change.
	if damaged := there && !good && l.knows(path); guarded && !damaged && !l.saw(path, revision(old)) {
		return &Error{Kind: ErrChanged, Path: path, Text: texts.LibraryChanged(s.name)}
	}
	return writeError(path, l.replaceDocument(s, old, good, file))
}

// replaceable reports whether the file of a slot is good, and fails with ErrNewer
// where a later version of the program wrote it.
func (s slot) replaceable(path string, old []byte, version int) (good bool, err error) {
	stored, err := s.decode(old)
	var late *newerError
	switch {
	case errors.As(err, &late):
		return false, newer(path, late)
	case err == nil && stored.Version > version:
		return false, newer(path, &newerError{stored.Version, version})
	}
	return err == nil, nil
}

func (l *Library) replaceDocument(s slot, old []byte, oldIsGood bool, file []byte) error {
	path := s.path + documentSuffix
	if revision(old) == revision(file) {
		return l.fs.SyncDir(filepath.Dir(path)) // an earlier save may have failed in this alone
	}
	if err := l.fs.MkdirAll(filepath.Dir(path)); err != nil {
		return err
	}
	if len(old) > 0 {
		aside := s.path + previousSuffix
		if !oldIsGood {
			aside = s.path + damagedSuffix
		}
		if err := store.Put(l.fs, aside, old); err != nil {
			return err
		}
	}
	l.note(path, true, revision(file)) // before: it may be in place although the call fails
	if err := store.WriteFile(l.fs, path, file); err != nil {
		return err
	}
	l.note(path, false, revision(file))
	return nil
}

// revision names the state of a file; "" is that of a missing or empty one.
func revision(file []byte) string {
	if len(file) == 0 {
		return ""
	}
	return hashOf(file)
}

// note remembers a state in which this library knows a file: in the place of
// what it knew, or beside it.
func (l *Library) note(path string, beside bool, state string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !beside {
		l.seen[path] = nil
	} else if l.seen[path] == nil {
		l.seen[path] = []string{""}
	}
	if !slices.Contains(l.seen[path], state) {
		l.seen[path] = append(l.seen[path], state)
	}
}

// saw reports whether the file is in a state that this library knows. What it
// never read it knows as missing.
func (l *Library) saw(path, state string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	known, ok := l.seen[path]
	return !ok && state == "" || slices.Contains(known, state)
}
