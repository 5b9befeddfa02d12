package library

import (
	"encoding/json"
	"slices"
	"strings"

	"brujula/data/store"
)

// markName is a file that is there while the lists are being changed.
const (
	markName    = "en-curso.json"
	markVersion = 1
)

// mark names the list files that a change of the index leaves without a name,
// whichever way it ends. These alone are ever removed: a file that no index names
// for any other reason may be all that is left of the user's work.
type mark struct {
	Old []string `json:"antes"`   // of lists that are in force until the index is replaced
	New []string `json:"despues"` // of lists that are not in force before
}

// announce writes down, before anything of it is done, which files a change of the
// index from base to next brings and leaves behind.
func (l *Library) announce(base, next *index) error {
	before, after := base.stems(), next.stems()
	return l.putMark(mark{Old: without(before, after), New: without(after, before)})
}

func (l *Library) putMark(m mark) error {
	left := l.announced() // of a change that was killed before it was swept
	m.Old = slices.Concat(m.Old, without(left.Old, m.Old))
	m.New = slices.Concat(m.New, without(left.New, m.New))
	body, err := json.Marshal(m)
	if err != nil {
		return err
	}
	file, err := encodeEnvelope(kindMark, markVersion, "", body)
	if err != nil {
		return err
	}
	path := l.path(listFolder, markName)
	return writeError(path, store.WriteFile(l.fs, path, file))
}

// without gives the names that are not among others.
func without(names, others []string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool { return slices.Contains(others, name) })
}

// announced gives what the mark says; nothing where there is none or it cannot be
// read.
func (l *Library) announced() (m mark) {
	file, err := l.fs.ReadFile(l.path(listFolder, markName))
	if err != nil {
		return mark{}
	}
	doc, err := decodeEnvelope(kindMark, markVersion, file)
	if err != nil || json.Unmarshal(doc.Body, &m) != nil {
		return mark{}
	}
	return m
}

// sweepLists removes the files that the last change of the index has left without
// a name: those just replaced and not kept, or those of a commit that failed. It
// does nothing when the index on the disk cannot be told for sure; the next change
// will.
func (l *Library) sweepLists() {
	x, notice, err := l.readIndex()
	if err != nil || notice != "" {
		return
	}
	l.mu.Lock()
	l.index = x
	l.mu.Unlock()
	m, kept := l.announced(), x.stems()
	swept := true
	for _, stem := range slices.Concat(m.Old, m.New) {
		if slices.Contains(kept, stem) || !stemPattern().MatchString(stem) {
			continue
		}
		for _, suffix := range []string{listSuffix, reportSuffix} {
			swept = l.removed(l.path(listFolder, stem+suffix)) && swept
		}
	}
	if swept && l.removed(l.path(listFolder, markName)) {
		_ = l.fs.SyncDir(l.path(listFolder)) // a mark that comes back is heeded only where the index is lost as well
	}
}

// listFile returns the stem of a file that the library made in its list folder.
func listFile(name string) (stem string, ok bool) {
	stem, ok = strings.CutSuffix(name, reportSuffix)
	if !ok {
		stem, ok = strings.CutSuffix(name, listSuffix)
	}
	return stem, ok && stemPattern().MatchString(stem)
}
