package library

import (
	"encoding/json"
	"path/filepath"
	"strings"
)

// Unsaved is work that is not on the disk yet, or that the disk has refused: a
// backup takes it along as if it were. A backup on another disk is what is left
// to do when this one is full.
type Unsaved struct {
	Profile *Profile            // nil when the stored one is that at hand
	Plans   map[string]Document // by name
	Acts    map[string]NewActs  // by the name of their log
	Notes   *Item               // to be added to the stored ones; nil for none
}

// NewActs are acts that follow those of a log. Which of them have reached the
// log meanwhile is told from their number.
type NewActs struct {
	After  int // number of the act that they follow, 0 for the first ones, below 0 when it is not known
	Bodies []json.RawMessage
}

// Empty reports whether there is no such work.
func (u *Unsaved) Empty() bool {
	return u.Profile == nil && len(u.Plans) == 0 && len(u.Acts) == 0 && u.Notes == nil
}

// addUnsaved puts the work among the files of a library, as saving it would.
func (l *Library) addUnsaved(files map[string][]byte, u *Unsaved) error {
	if u.Profile != nil {
		body, err := json.Marshal(u.Profile)
		if err != nil {
			return err
		}
		if err := l.addDocument(files, l.profileSlot(), Document{Version: profileVersion, Body: body}); err != nil {
			return err
		}
	}
	for name, doc := range u.Plans {
		s, err := l.planSlot(name)
		if err != nil {
			return err
		}
		if err := l.addDocument(files, s, doc); err != nil {
			return err
		}
	}
	for name, acts := range u.Acts {
		if err := l.addActs(files, name, acts); err != nil {
			return err
		}
	}
	if u.Notes != nil {
		return l.addNotes(files, u.Notes)
	}
	return nil
}

// fileName is the name of a file within the library, as a backup has it.
func (l *Library) fileName(path string) string {
	rel, err := filepath.Rel(l.dir, path)
	if err != nil {
		return path
	}
	return filepath.ToSlash(rel)
}

// addDocument does what saveDocument does, on files in memory.
func (l *Library) addDocument(files map[string][]byte, s slot, doc Document) error {
	file, err := encodeEnvelope(s.kind, doc.Version, s.name, doc.Body)
	if err != nil {
		return err
	}
	path, stem := s.path+documentSuffix, l.fileName(s.path)
	old := files[stem+documentSuffix]
	good, err := s.replaceable(path, old, doc.Version)
	switch {
	case err != nil:
		return err
	case len(old) == 0 || revision(old) == revision(file):
	case good:
		files[stem+previousSuffix] = old
	default:
		files[stem+damagedSuffix] = old
	}
	files[stem+documentSuffix] = file
	return nil
}

// addActs puts those acts behind a log that it does not hold yet.
func (l *Library) addActs(files map[string][]byte, name string, acts NewActs) error {
	path, err := l.logPath(name)
	if err != nil {
		return err
	}
	file := l.fileName(path)
	found, err := scanStored(path, files[file])
	if err != nil {
		return err
	}
	last := found.last()
	bodies := acts.Bodies
	if acts.After >= 0 {
		bodies = bodies[min(max(last-acts.After, 0), len(bodies)):]
	}
	if len(bodies) == 0 {
		return nil
	}
	if found.damaged() {
		files[strings.TrimSuffix(file, logSuffix)+logDamaged] = found.raw
	}
	for _, body := range bodies {
		last++
		found.records = append(found.records, Record{Seq: last, Body: body})
	}
	if files[file], err = encodeLog(name, found.records); err != nil {
		return err
	}
	known, ours, err := putKnown(files[knownName+documentSuffix], name, last)
	if err == nil && known != nil && ours {
		files[knownName+documentSuffix] = known
	}
	return err
}
