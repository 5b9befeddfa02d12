package library

import (
	"cmp"
	"errors"
	"io/fs"
	"slices"
	"strings"

	"brujula/data"
	"brujula/data/texts"
)

const planFolder = "planes"

// PlanInfo describes one stored plan. Err is not nil when neither its file
// nor the version before can be read; Name is then taken from the file.
type PlanInfo struct {
	Name string
	Err  error
}

// Plans lists the named plans by name.
func (l *Library) Plans() ([]PlanInfo, error) {
	names, err := l.fs.ReadDir(l.path(planFolder))
	if err != nil {
		return nil, readError(l.path(planFolder), err)
	}
	var stems []string
	for _, file := range names {
		stem, ok := strings.CutSuffix(file, previousSuffix) // a plan whose file was lost is there still
		if !ok {
			stem, ok = strings.CutSuffix(file, documentSuffix)
		}
		if ok && !strings.Contains(stem, ".") && !slices.Contains(stems, stem) {
			stems = append(stems, stem)
		}
	}
	plans := data.Map(stems, l.planInfo)
	slices.SortFunc(plans, func(a, b PlanInfo) int { return cmp.Compare(a.Name, b.Name) })
	return plans, nil
}

// planInfo finds the name of a plan in its file or in the version before.
func (l *Library) planInfo(stem string) PlanInfo {
	base := l.path(planFolder, stem)
	for _, path := range []string{base + documentSuffix, base + previousSuffix} {
		file, err := l.fs.ReadFile(path)
		if err != nil {
			continue
		}
		e, err := decodeEnvelope(kindPlan, 0, file)
		var late *newerError
		if errors.As(err, &late) {
			return PlanInfo{Name: stem, Err: newer(path, late)}
		}
		if err == nil {
			return PlanInfo{Name: e.Name}
		}
	}
	path := base + documentSuffix
	return PlanInfo{Name: stem, Err: &Error{Kind: ErrDamaged, Path: path, Text: texts.LibraryDamaged(path)}}
}

// LoadPlan returns a plan. When its file is damaged the version before is given,
// and Restored says so. It fails with ErrNotFound, ErrDamaged, ErrNewer or
// ErrBadName.
func (l *Library) LoadPlan(name string) (Document, error) {
	s, err := l.planSlot(name)
	if err != nil {
		return Document{}, err
	}
	return l.loadDocument(s)
}

// SavePlan stores a plan durably: when it returns nil the plan survives a kill
// and a power loss. The version before stays beside it. It fails with
// ErrChanged when the stored plan is not the one that this Library last loaded
// or saved (another window changed it: load it again), with ErrNewer when the
// stored one has a newer form, with ErrLocked, ErrFull, ErrReadOnly; it may
// then be tried again. Name is any text of 1 to 100 characters.
func (l *Library) SavePlan(name string, doc Document) error {
	s, err := l.planSlot(name)
	if err != nil {
		return err
	}
	return l.writing(func() error { return l.saveDocument(s, doc, true) })
}

// RemovePlan takes a plan out of Plans. Its file is renamed, not erased, until
// another plan of that name is removed. It fails with ErrNotFound, and as
// SavePlan does.
func (l *Library) RemovePlan(name string) error {
	s, err := l.planSlot(name)
	if err != nil {
		return err
	}
	return l.writing(func() error { return writeError(s.path+documentSuffix, l.removeDocument(s)) })
}

// removeDocument takes the version before away first: a crash between must not
// bring it back.
func (l *Library) removeDocument(s slot) error {
	path := s.path + documentSuffix
	file, err := l.fs.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return &Error{Kind: ErrNotFound, Path: path, Text: texts.LibraryNoPlan(s.name)}
	}
	if err != nil {
		return err
	}
	if !l.saw(path, revision(file)) && l.knows(path) {
		return &Error{Kind: ErrChanged, Path: path, Text: texts.LibraryChanged(s.name)}
	}
	if err := l.fs.Remove(s.path + previousSuffix); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := l.fs.SyncDir(l.path(planFolder)); err != nil {
		return err
	}
	if err := l.fs.Rename(path, s.path+removedSuffix); err != nil {
		return err
	}
	l.note(path, false, "")
	return l.fs.SyncDir(l.path(planFolder))
}

// knows reports whether this library read or wrote the file before.
func (l *Library) knows(path string) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	_, ok := l.seen[path]
	return ok
}

func (l *Library) planSlot(name string) (slot, error) {
	stem, err := fileStem(name)
	return slot{kind: kindPlan, path: l.path(planFolder, stem), name: name}, err
}
