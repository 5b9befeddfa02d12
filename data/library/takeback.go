package library

import (
	"context"
	"errors"
	"io/fs"
	"slices"

	"brujula/data"
	"brujula/data/texts"
)

// lastImport says what the last import changed, so that it can be taken back. The
// lists that it replaced are kept until the next import.
type lastImport struct {
	Swaps []swap `json:"cambios"`
}

// swap is one list that an import has put in the place of another.
type swap struct {
	Now string `json:"despues"`         // file name of the list that came
	Was *entry `json:"antes,omitempty"` // nil when there was none
}

// importOf returns what a batch changes. A list whose files are damaged is nothing
// to go back to, but neither is it the business of a commit to look.
func importOf(b *batch) *lastImport {
	last := &lastImport{}
	for i := range b.drafts {
		if b.changes[i].Same {
			continue
		}
		e := &b.drafts[i].entry
		s := swap{Now: e.Stem}
		if old, ok := b.base.find(keyOf(&e.Info)); ok && old.Stem != e.Stem {
			s.Was = old.alone()
		} else if ok {
			continue // written anew where it was damaged
		}
		last.Swaps = append(last.Swaps, s)
	}
	if len(last.Swaps) == 0 {
		return nil
	}
	return last
}

// Returned is a list that TakeBack takes out of the library. Before is the one that
// is in force again, nil when there was none.
type Returned struct {
	Info   data.ListInfo
	Before *data.ListInfo
}

// LastImport reports what TakeBack would do; nothing where it would fail.
func (l *Library) LastImport() []Returned {
	_, done, err := l.current().back(l)
	if err != nil {
		return nil
	}
	return done
}

// TakeBack puts the lists that the last import replaced back in force, all or none,
// and takes out those that it brought. It fails with ErrNotFound when there is no
// import to take back or one of its lists was changed since, with ErrDamaged when one
// of those before cannot be read any more, and as Commit does.
func (l *Library) TakeBack(ctx context.Context) (done []Returned, err error) {
	err = l.writing(func() error {
		if err := l.Reload(); err != nil {
			return err
		}
		base := l.current()
		next, returned, err := base.back(l)
		if err != nil {
			return err
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		// What is taken back must not come back where the index is lost on the way.
		if err := l.putMark(mark{New: without(base.stems(), next.stems())}); err != nil {
			return err
		}
		err = l.putIndex(next)
		l.sweepLists()
		if err == nil {
			done = returned
		}
		return err
	})
	return done, err
}

// Drop takes a list out of the library for good. It fails with ErrNotFound when
// it is not there, and as Commit does.
func (l *Library) Drop(ctx context.Context, info data.ListInfo) error {
	return l.writing(func() error {
		if err := l.Reload(); err != nil {
			return err
		}
		base := l.current()
		old, ok := base.find(keyOf(&info))
		if !ok {
			return noList(keyOf(&info))
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		next := base.dropping(keyOf(&info))
		if last := base.Last; last != nil && !slices.ContainsFunc(last.Swaps, func(s swap) bool { return s.Now == old.Stem }) {
			next.Last = last
		}
		// What is dropped must not come back where the index is lost on the way.
		if err := l.putMark(mark{New: without(base.stems(), next.stems())}); err != nil {
			return err
		}
		err := l.putIndex(next)
		l.sweepLists()
		return err
	})
}

// back returns the index as it was before the last import.
func (x *index) back(l *Library) (next *index, done []Returned, err error) {
	nothing := &Error{Kind: ErrNotFound, Path: l.path(indexName), Text: texts.ImportNothingToUndo}
	if x.Last == nil {
		return nil, nil, nothing
	}
	next = &index{Lists: x.Lists}
	for _, s := range x.Last.Swaps {
		now, ok := x.stem(s.Now)
		if !ok {
			return nil, nil, nothing
		}
		r := Returned{Info: now.Info}
		if s.Was == nil {
			next = next.dropping(keyOf(&now.Info))
		} else {
			if !l.whole(s.Was) {
				return nil, nil, &Error{Kind: ErrDamaged, Path: l.contentPath(s.Was), Text: texts.ImportUndoDamaged(l.contentPath(s.Was))}
			}
			next = next.with(*s.Was)
			r.Before = &s.Was.Info
		}
		done = append(done, r)
	}
	next.Last = nil
	return next, done, nil
}

// stem finds the list of that file name.
func (x *index) stem(stem string) (entry, bool) {
	for i := range x.Lists {
		if x.Lists[i].Stem == stem {
			return x.Lists[i], true
		}
	}
	return entry{}, false
}

// dropping returns a copy of the index without a list.
func (x *index) dropping(k listKey) *index {
	next := &index{}
	for i := range x.Lists {
		if keyOf(&x.Lists[i].Info) != k {
			next.Lists = append(next.Lists, x.Lists[i])
		}
	}
	return next
}

// removed reports whether a file is gone.
func (l *Library) removed(path string) bool {
	err := l.fs.Remove(path)
	return err == nil || errors.Is(err, fs.ErrNotExist)
}
