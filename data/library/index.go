package library

import (
	"cmp"
	"encoding/json"
	"errors"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"brujula/data"
	"brujula/data/texts"
)

// indexVersion is the form of the index and of the lists that it names.
const indexVersion = 1

const (
	indexName    = "biblioteca.json"
	listFolder   = "listas"
	reportSuffix = ".informe.json"
	listSuffix   = ".csv"
)

// listKey names a list: there is one of each kind, process and modality.
type listKey struct {
	kind     data.Kind
	process  data.Process
	modality data.Modality
}

func keyOf(info *data.ListInfo) listKey { return listKey{info.Kind, info.Process, info.Modality} }

// entry is a list in the index. Its two files are <Stem>.csv and
// <Stem>.informe.json.
type entry struct {
	Info   data.ListInfo `json:"lista"`
	Stem   string        `json:"archivo"`
	SHA256 string        `json:"sha256"` // of the content file
	Size   int64         `json:"bytes"`
	CRC    string        `json:"crc32c"`         // of the same, ten times as fast to check at each start
	Report string        `json:"sha256_informe"` // see reportHash
	// Before is the version that this one replaced, without one of its own; nil
	// where none is kept.
	Before *entry `json:"anterior,omitempty"`
	// Replaced is the file name of the list whose place this one took, "" for none
	// that is known.
	Replaced string `json:"reemplazo,omitempty"`
}

// stems gives the names of the files that the index stands for, earlier
// versions included.
func (x *index) stems() []string {
	names := make([]string, 0, len(x.Lists))
	named := func(e *entry) {
		for ; e != nil; e = e.Before {
			names = append(names, e.Stem)
		}
	}
	for i := range x.Lists {
		named(&x.Lists[i])
	}
	if x.Last != nil {
		for i := range x.Last.Swaps {
			named(x.Last.Swaps[i].Was)
		}
	}
	return names
}

type index struct {
	Lists []entry     `json:"listas"`
	Last  *lastImport `json:"ultima_importacion,omitempty"` // nil when there is nothing to take back
}

// report is the body of the file that stands beside a list. It repeats the
// entry, so that a damaged index can be made again from the reports.
type report struct {
	Entry    entry          `json:"lista"`
	Problems []data.Problem `json:"problemas"`
}

func (x *index) find(k listKey) (entry, bool) {
	for i := range x.Lists {
		if keyOf(&x.Lists[i].Info) == k {
			return x.Lists[i], true
		}
	}
	return entry{}, false
}

// with returns a copy of the index in which e takes the place of its key. An import
// whose list that was cannot be taken back any more.
func (x *index) with(e entry) *index {
	last := x.Last
	lists := slices.DeleteFunc(slices.Clone(x.Lists), func(old entry) bool {
		if keyOf(&old.Info) != keyOf(&e.Info) {
			return false
		}
		if last != nil && slices.ContainsFunc(last.Swaps, func(s swap) bool { return s.Now == old.Stem }) {
			last = nil
		}
		return true
	})
	next := &index{Lists: append(lists, e), Last: last}
	next.sort()
	return next
}

// sort puts the newest process first, then by kind and modality.
func (x *index) sort() {
	slices.SortFunc(x.Lists, func(a, b entry) int {
		return cmp.Or(
			cmp.Compare(b.Info.Process.Ordinal(), a.Info.Process.Ordinal()),
			cmp.Compare(kindOrder(a.Info.Kind), kindOrder(b.Info.Kind)),
			cmp.Compare(a.Info.Kind, b.Info.Kind),
			cmp.Compare(b.Info.Modality, a.Info.Modality), // remunerada is adjudicated first
		)
	})
}

func kindOrder(k data.Kind) int {
	return slices.Index([]data.Kind{data.KindOffer, data.KindAdjudication, data.KindCoordinates, data.KindNotes}, k)
}

// stemPattern is what the names of list files look like. Nothing else in the
// folder is ever removed, and no index can name a file elsewhere.
var stemPattern = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^[a-z]+(-[A-Za-z0-9]+)*-[0-9a-f]{12}$`) })

// stemOf returns the name for a list's files. It changes with the content and
// with the report, so that new files never take the place of old ones.
func stemOf(e *entry) string {
	parts := []string{string(e.Info.Kind)}
	for _, part := range []string{string(e.Info.Process), string(e.Info.Modality)} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(append(parts, hashOf([]byte(e.SHA256), []byte(e.Report))[:12]), "-")
}

// reportHash returns what two reports have alike that say the same, the date apart.
func reportHash(info data.ListInfo, problems []data.Problem) (string, error) {
	info.Imported = time.Time{}
	if len(problems) == 0 {
		problems = nil
	}
	said, err := json.Marshal(report{Entry: entry{Info: info}, Problems: problems})
	return hashOf(said), err
}

func (l *Library) path(parts ...string) string {
	return filepath.Join(append([]string{l.dir}, parts...)...)
}

func (l *Library) contentPath(e *entry) string { return l.path(listFolder, e.Stem+listSuffix) }
func (l *Library) reportPath(e *entry) string  { return l.path(listFolder, e.Stem+reportSuffix) }

// readIndex reads the index from the disk. Where it is damaged, or missing beside
// lists, it is made from the reports, with a notice.
func (l *Library) readIndex() (x *index, notice string, err error) {
	path := l.path(indexName)
	file, err := l.fs.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return l.lostIndex(path)
	}
	if err != nil {
		return nil, "", readError(path, err)
	}
	x, err = parseIndex(file)
	var late *newerError
	switch {
	case errors.As(err, &late):
		return nil, "", newer(path, late)
	case err != nil:
		x, _, err := l.rebuildIndex()
		if err != nil {
			return nil, "", err
		}
		return x, texts.LibraryIndexRebuilt(path, len(x.Lists)), nil
	}
	return x, "", nil
}

// lostIndex returns the index of a library that has none: it was never written, or
// something else took it away.
func (l *Library) lostIndex(path string) (*index, string, error) {
	if j, err := l.pendingRestore(); j != nil || err != nil {
		return &index{}, "", err // the restore puts lists in place before their index
	}
	x, files, err := l.rebuildIndex()
	if err != nil || files == 0 {
		return x, "", err
	}
	return x, texts.LibraryIndexLost(path, len(x.Lists)), nil
}

func parseIndex(file []byte) (*index, error) {
	doc, err := decodeEnvelope(kindIndex, indexVersion, file)
	if err != nil {
		return nil, err
	}
	x := &index{}
	if err := json.Unmarshal(doc.Body, x); err != nil {
		return nil, errEnvelope
	}
	for _, stem := range x.stems() {
		if !stemPattern().MatchString(stem) {
			return nil, errEnvelope
		}
	}
	x.sort()
	return x, nil
}

func encodeIndex(x *index) ([]byte, error) {
	body, err := json.Marshal(x)
	if err != nil {
		return nil, err
	}
	return encodeEnvelope(kindIndex, indexVersion, "", body)
}

// rebuildIndex makes an index of the reports, and counts the list files that were
// there. Of two for the same list it takes the one that keeps the other as its
// version before, else the one whose content is whole, then the one that replaced
// the other, then the later import; a
// list whose content is damaged stays in the index, so that loading it says so.
// What a commit that did not end has left is passed over.
func (l *Library) rebuildIndex() (x *index, files int, err error) {
	names, err := l.fs.ReadDir(l.path(listFolder))
	if err != nil {
		return nil, 0, readError(l.path(listFolder), err)
	}
	x = &index{}
	unfinished := l.announced().New
	for _, name := range names {
		stem, ok := listFile(name)
		if !ok || slices.Contains(unfinished, stem) {
			continue
		}
		files++
		if !strings.HasSuffix(name, reportSuffix) {
			continue
		}
		r, err := l.readReport(&entry{Stem: stem})
		if errors.Is(err, ErrNewer) {
			return nil, 0, err
		}
		if err != nil || r.Entry.Stem != stem || r.Entry.Before != nil && !stemPattern().MatchString(r.Entry.Before.Stem) {
			continue
		}
		if old, ok := x.find(keyOf(&r.Entry.Info)); !ok || l.better(&r.Entry, &old) {
			x = x.with(r.Entry)
		}
	}
	return x, files, nil
}

func (l *Library) better(e, old *entry) bool {
	if after, before := e.keeps(old), old.keeps(e); after != before {
		return after
	}
	whole, oldWhole := l.whole(e), l.whole(old)
	if whole != oldWhole {
		return whole
	}
	if after, before := e.Replaced == old.Stem, old.Replaced == e.Stem; after != before {
		return after
	}
	return old.Info.Imported.Before(e.Info.Imported)
}

// keeps reports whether a list has another as its version before, which is read where
// its own file is damaged.
func (e *entry) keeps(old *entry) bool { return e.Before != nil && e.Before.Stem == old.Stem }

// whole reports whether the content file of a list is what was stored.
func (l *Library) whole(e *entry) bool {
	content, err := l.fs.ReadFile(l.contentPath(e))
	return err == nil && hashOf(content) == e.SHA256
}

func (l *Library) readReport(e *entry) (report, error) {
	path := l.reportPath(e)
	file, err := l.fs.ReadFile(path)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return report{}, readError(path, err)
	}
	doc, err := decodeEnvelope(kindReport, indexVersion, file)
	var late *newerError
	if errors.As(err, &late) {
		return report{}, newer(path, late)
	}
	var r report
	if err != nil || json.Unmarshal(doc.Body, &r) != nil {
		return report{}, damagedList(path, &e.Info)
	}
	return r, nil
}

func encodeReport(e *entry, problems []data.Problem) ([]byte, error) {
	body, err := json.Marshal(report{Entry: *e, Problems: problems})
	if err != nil {
		return nil, err
	}
	return encodeEnvelope(kindReport, indexVersion, "", body)
}

// storable reports whether a list's key can name a file.
func storable(k listKey) bool {
	process := string(k.process)
	if process != "" {
		canonical, err := data.ParseProcess(process)
		if err != nil || canonical != k.process {
			return false
		}
	}
	modality := k.modality == "" || slices.Contains(data.Modalities(), k.modality)
	return kindOrder(k.kind) >= 0 && modality
}
