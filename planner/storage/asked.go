package storage

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"sync"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/rules"
	"brujula/planner/conflicts"
	"brujula/planner/geo"
	"brujula/planner/workspace"
)

// Question says what is asked of all that is stored.
type Question struct {
	Profession func(name string) bool // the lines of these; nil for none
	Renipress  string                 // all that is known of an establishment; "" for none
	// Compared, where it is not nil, says of which establishments conflicts are asked
	// too. It is called when the first is.
	Compared func(renipress string) bool
}

// LoadAsked loads what answers a question as the whole library would (Load), and
// costs as much as what is asked for. What must be known of the rest is in the
// library's cache: ok is false where it is not, or where a list cannot be read; then
// the whole is to be loaded, and Remember called.
func LoadAsked(ctx context.Context, lib *library.Library, facts *rules.Rules, q *Question) (w *workspace.Workspace, ok bool, err error) {
	key := besideKey(lib)
	known, ok := recall(lib, key)
	if !ok {
		return nil, false, nil
	}
	keep := library.Keep{Profession: q.Profession}
	if q.Renipress != "" {
		keep.Renipress = func(code string) bool { return code == q.Renipress }
	}
	offers, failed := lib.OffersOf(ctx, keep)
	adjudications, takenErr := lib.AdjudicationsOf(ctx, keep)
	if err := ctx.Err(); err != nil {
		return nil, false, err
	}
	c := workspace.Contents{Rules: facts, Offers: offers, Adjudications: adjudications, Part: &workspace.Part{Groups: known.Groups}}
	table, placesErr := lib.CoordinatesOf(ctx, among(offers))
	if errors.Is(placesErr, library.ErrNotFound) {
		placesErr = nil
	}
	c.Listed, c.Part.Places = known.Verdict.Index(table)
	c.Listed.Locate(offers...)
	if q.Compared != nil {
		c.Part.Conflicts = sync.OnceValue(func() *conflicts.Book { return compared(ctx, lib, q, c.Part.Places) })
	}
	var restored string
	var reportsErr error
	c.Reports, restored, reportsErr = LoadReports(ctx, lib)
	if errors.Join(failed, takenErr, placesErr, reportsErr) != nil || besideKey(lib) != key {
		return nil, false, nil //nolint:nilerr // Load tells of it
	}
	describe(lib, &c, restored)
	w, ok = workspace.NewOfPart(&c, modelKey(lib, workspace.Pairs(c.Infos)))
	return w, ok, nil
}

// among keeps the establishments of some offers.
func among(offers []*data.Offer) library.Keep {
	codes := map[string]bool{}
	for _, o := range offers {
		for i := range o.Plazas {
			codes[o.Plazas[i].Renipress] = true
		}
	}
	return library.Keep{Renipress: func(code string) bool { return codes[code] }}
}

// compared compares what all lists say of the establishments that conflicts are asked
// of. A list that cannot be read was told of when the others were.
func compared(ctx context.Context, lib *library.Library, q *Question, places *geo.Index) *conflicts.Book {
	keep := library.Keep{Renipress: q.Compared}
	l := conflicts.Lists{Places: places}
	l.Offers, _ = lib.OffersOf(ctx, keep)
	l.Adjudications, _ = lib.AdjudicationsOf(ctx, keep)
	for _, info := range lib.Lists() {
		if info.Kind == data.KindCoordinates {
			l.PlacesFile = info.File
		}
	}
	return conflicts.Find(l)
}

// beside is what a question about a part must know of the whole.
type beside struct {
	Verdict geo.Verdict
	Groups  []byte `json:"-"`
}

// besideFormat changes with the form of what is remembered, and with whatever makes
// it wrong for the present code: how points are judged, how groups are counted.
const besideFormat = "1"

// Remember keeps in the library's cache what a question about a part must know of
// the whole that was loaded; losing it costs time and nothing else.
func Remember(lib *library.Library, w *workspace.Workspace) {
	key := besideKey(lib)
	if _, ok := recall(lib, key); ok || len(w.Notices) > 0 {
		return
	}
	b := beside{Verdict: geo.Judge(w.Listed(), w.Places())}
	head, err := json.Marshal(&b)
	if err != nil {
		return
	}
	packed := append(binary.LittleEndian.AppendUint32(nil, uint32(len(head))), head...) //nolint:gosec // some hundreds of kilobytes
	_ = lib.PutCache(key, append(packed, w.Before().Groups()...))
}

func recall(lib *library.Library, key string) (b beside, ok bool) {
	packed, ok := lib.Cache(key)
	const size = 4
	if !ok || len(packed) < size {
		return b, false
	}
	n, rest := int(binary.LittleEndian.Uint32(packed)), packed[size:]
	if n > len(rest) || json.Unmarshal(rest[:n], &b) != nil {
		return b, false
	}
	b.Groups = rest[n:]
	return b, true
}

// besideKey changes whenever any list does.
func besideKey(lib *library.Library) string {
	parts := []string{besideFormat}
	for _, info := range lib.Lists() {
		if info.Kind != data.KindNotes {
			hash, _ := lib.Fingerprint(info.Kind, info.Process, info.Modality)
			parts = append(parts, string(info.Kind), string(info.Process), string(info.Modality), hash)
		}
	}
	slices.Sort(parts)
	sum := sha256.Sum256([]byte(strings.Join(parts, "\n")))
	return "resumen-" + hex.EncodeToString(sum[:8])
}
