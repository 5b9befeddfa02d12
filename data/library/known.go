package library

import (
	"encoding/json"
	"errors"
	"io/fs"
	"maps"
	"slices"

	"brujula/data/store"
	"brujula/data/texts"
)

const (
	knownName    = "actos"
	knownVersion = 1
	// knownEvery is after how many acts of an open log the library writes down
	// again how many there are.
	knownEvery = 10
)

// knownActs returns, by the name of each log, the number of an act that is known to
// be in it: the last one or one shortly before, never one after it. By this a log
// that another program removed or cut shorter is told from an act at its start.
// Logs of which nothing is known are not in it.
func (l *Library) knownActs() map[string]int {
	file, err := l.fs.ReadFile(l.path(knownName + documentSuffix))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	known, _, _ := decodeKnown(file)
	return known
}

// decodeKnown reads what is known; ours is false for what is something else, of
// which nothing is taken.
func decodeKnown(file []byte) (known map[string]int, ours, ok bool) {
	known = map[string]int{}
	if len(file) == 0 {
		return known, true, true
	}
	doc, err := decodeEnvelope(kindActs, knownVersion, file)
	var late *newerError
	if errors.As(err, &late) {
		return known, true, false
	}
	if err != nil || json.Unmarshal(doc.Body, &known) != nil {
		return map[string]int{}, false, true
	}
	return known, true, true
}

// putKnown returns the file after old in which that act is the last one known of a
// log: nil where there is nothing to write.
func putKnown(old []byte, name string, last int) (file []byte, ours bool, err error) {
	known, ours, ok := decodeKnown(old)
	if before, there := known[name]; !ok || there && before == last {
		return nil, ours, nil
	}
	known[name] = last
	body, err := json.Marshal(known)
	if err != nil {
		return nil, ours, err
	}
	file, err = encodeEnvelope(kindActs, knownVersion, "", body)
	return file, ours, err
}

// setKnownActs writes down the last act of a log. The caller holds the lock of all
// processes. What is there and is not ours is put aside.
func (l *Library) setKnownActs(name string, last int) error {
	l.knowing.Lock()
	defer l.knowing.Unlock()
	path := l.path(knownName + documentSuffix)
	old, err := l.fs.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	file, ours, err := putKnown(old, name, last)
	if err != nil || file == nil {
		return err
	}
	if !ours {
		if err := store.Put(l.fs, l.path(knownName+damagedSuffix), old); err != nil {
			return err
		}
	}
	return store.WriteFile(l.fs, path, file)
}

// missing reports how many acts at least are gone from the end of a log, other than
// those whose lines are there and cannot be read.
func (s *logScan) missing(known int) int { return max(known-s.last()-s.bad, 0) }

// LogLoss is empty, or tells the user in one sentence that a log was removed or cut
// shorter, and how many acts are missing from it at least. It needs no lock.
func (l *Library) LogLoss(name string) (string, error) {
	path, err := l.logPath(name)
	if err != nil {
		return "", err
	}
	known := l.knownActs() // before the log, which a writer may be at
	found, err := l.scanLog(path)
	if err != nil {
		return "", err
	}
	return found.loss(path, known[name]), nil
}

func (s *logScan) loss(path string, known int) string {
	if missing := s.missing(known); missing > 0 {
		return texts.LogShort(path, s.exists, len(s.records), missing)
	}
	return ""
}

// LostLogs lists the names of the logs that are gone although there were acts in
// them.
func (l *Library) LostLogs() ([]string, error) {
	known := l.knownActs() // before the logs, which are only added to
	there, err := l.Logs()
	if err != nil {
		return nil, err
	}
	return slices.DeleteFunc(slices.Sorted(maps.Keys(known)), func(name string) bool {
		return known[name] == 0 || slices.Contains(there, name)
	}), nil
}

// remember writes down how many acts the log has, once there are enough new ones
// or it is closed. What cannot be written down now is at the next occasion: what is
// known may lag behind. The caller holds g.mu.
func (g *Log) remember(closing bool) {
	switch short := g.seq < g.known; {
	case short && !g.told: // nothing was written behind what is left: it is told again
	case short, g.known == 0 && g.seq > 0, g.seq-g.known >= knownEvery, closing && g.seq > g.known:
		if g.lib.setKnownActs(g.name, g.seq) == nil {
			g.known = g.seq
		}
	}
}
