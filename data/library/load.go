package library

import (
	"context"
	"errors"
	"io/fs"
	"strings"
	"unicode"
	"unicode/utf8"
	"unsafe"

	"brujula/data"
	"brujula/data/together"
)

// Offer loads one offer. It fails with ErrNotFound when there is none, with
// ErrDamaged when its file is not what was stored. The offer shares memory
// between its plazas (text, maps): treat it as read-only.
func (l *Library) Offer(ctx context.Context, process data.Process, modality data.Modality) (*data.Offer, error) {
	return loadOne(l, listKey{data.KindOffer, process, modality}, offerFrom(ctx))
}

// Offers loads all offers in the order of Lists, several at a time. When some
// cannot be loaded the others are returned together with the joined errors.
func (l *Library) Offers(ctx context.Context) ([]*data.Offer, error) {
	return loadAll(l, data.KindOffer, offerFrom(ctx))
}

// Adjudication loads one list of adjudicated seats; errors as Offer.
func (l *Library) Adjudication(ctx context.Context, process data.Process, modality data.Modality) (*data.Adjudication, error) {
	return loadOne(l, listKey{data.KindAdjudication, process, modality}, adjudicationFrom(ctx))
}

// Adjudications loads all of them; order and errors as Offers.
func (l *Library) Adjudications(ctx context.Context) ([]*data.Adjudication, error) {
	return loadAll(l, data.KindAdjudication, adjudicationFrom(ctx))
}

// Table loads a list of a kind that has no type of its own yet (coordinates,
// notes); errors as Offer. Of notes that are damaged it gives the version
// before, which Restored tells.
func (l *Library) Table(ctx context.Context, kind data.Kind, process data.Process, modality data.Modality) (*Table, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	k := listKey{kind, process, modality}
	table, err := loadOne(l, k, tableFrom)
	if e, ok := l.current().find(k); ok && errors.Is(err, ErrDamaged) {
		return l.readTable(&e)
	}
	return table, err
}

// Problems returns the report of a list: what its reading could not take as it
// stood. The list is found by kind, process and modality.
func (l *Library) Problems(info data.ListInfo) ([]data.Problem, error) {
	return retry(l, keyOf(&info), func(e *entry) ([]data.Problem, error) {
		r, err := l.readReport(e)
		if err != nil {
			return nil, err
		}
		if r.Entry.Stem != e.Stem {
			return nil, damagedList(l.reportPath(e), &e.Info)
		}
		return r.Problems, nil
	})
}

// decoder makes a list of the text of its file; ok is false for a text that
// is not of that kind of list.
type decoder[T any] func(text string, info *data.ListInfo) (list *T, ok bool, err error)

func offerFrom(ctx context.Context) decoder[data.Offer] {
	return func(text string, info *data.ListInfo) (*data.Offer, bool, error) {
		return decodeOffer(ctx, text, info.Process, info.Modality)
	}
}

func adjudicationFrom(ctx context.Context) decoder[data.Adjudication] {
	return func(text string, info *data.ListInfo) (*data.Adjudication, bool, error) {
		return decodeAdjudication(ctx, text, info)
	}
}

func tableFrom(text string, _ *data.ListInfo) (*Table, bool, error) {
	t, ok := decodeTable(text)
	return t, ok, nil
}

func loadOne[T any](l *Library, k listKey, decode decoder[T]) (*T, error) {
	return retry(l, k, func(e *entry) (*T, error) { return load(l, e, decode) })
}

// retry reads something of a list, and does so once more after Reload when it
// fails: another process may have replaced the list and removed its old files
// meanwhile.
func retry[T any](l *Library, k listKey, read func(*entry) (T, error)) (T, error) {
	var none T
	e, ok := l.current().find(k)
	if !ok {
		return none, noList(k)
	}
	got, err := read(&e)
	if !errors.Is(err, ErrDamaged) || l.Reload() != nil {
		return got, err
	}
	now, ok := l.current().find(k)
	if !ok || now.Stem == e.Stem {
		return got, err
	}
	return read(&now)
}

func load[T any](l *Library, e *entry, decode decoder[T]) (*T, error) {
	path := l.contentPath(e)
	content, err := l.fs.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, damagedList(path, &e.Info)
	}
	if err != nil {
		return nil, readError(path, err)
	}
	if int64(len(content)) != e.Size || checksum(content) != e.CRC {
		return nil, damagedList(path, &e.Info)
	}
	list, ok, err := decode(harmless(textOf(content)), &e.Info)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, damagedList(path, &e.Info)
	}
	return list, nil
}

// textOf makes a text of bytes that nobody changes any more, without copying
// them: a start reads ten megabytes.
func textOf(content []byte) string { return unsafe.String(unsafe.SliceData(content), len(content)) }

// harmless takes the signs that a terminal obeys or that nobody sees out of a
// stored list. What we wrote holds none; a backup of other hands may.
func harmless(text string) string {
	for i := plainText(text); i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if obeyed(r) && (r != bom || i > 0) || r == utf8.RuneError && size == 1 || r == '\\' && strings.HasPrefix(text[i+1:], "r") {
			return byteOrderMark + strings.Map(func(r rune) rune {
				if obeyed(r) {
					return -1
				}
				return r
			}, withoutReturns(text))
		}
		i += size
		i += plainText(text[i:])
	}
	return text
}

// plainText counts the bytes at the front of a text that are ordinary signs of ASCII,
// eight at a time: a list is nearly all of these.
func plainText(text string) int {
	const ones, highs = 0x0101010101010101, 0x8080808080808080
	zero := func(x uint64) uint64 { return (x - ones) &^ x & highs } // has a byte 0
	n := 0
	for ; n+8 <= len(text); n += 8 {
		t := text[n : n+8]
		x := uint64(t[0]) | uint64(t[1])<<8 | uint64(t[2])<<16 | uint64(t[3])<<24 |
			uint64(t[4])<<32 | uint64(t[5])<<40 | uint64(t[6])<<48 | uint64(t[7])<<56
		if x&highs|(x-' '*ones)&^x&highs|zero(x^0x7f*ones)|zero(x^'\\'*ones) != 0 {
			break
		}
	}
	return n
}

// withoutReturns makes line breaks of the carriage returns that cells hold
// (cell.go): a terminal goes back to the margin there.
func withoutReturns(text string) string {
	out := []byte(text)
	for i := 0; i+1 < len(out); i++ {
		if out[i] == '\\' {
			if i++; out[i] == 'r' {
				out[i] = 'n'
			}
		}
	}
	return string(out)
}

const bom = '\ufeff'

func obeyed(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return r < ' ' && r != '\n' && r != '\r' && r != '\t' || r == 0x7f
	case 'À' <= r && r <= 'ÿ': // nearly all that is not ASCII
		return false
	}
	return unicode.IsControl(r) || unicode.In(r, unicode.Cf, unicode.Co)
}

func loadAll[T any](l *Library, kind data.Kind, decode decoder[T]) ([]*T, error) {
	var keys []listKey
	for _, e := range l.entries() {
		if e.Info.Kind == kind {
			keys = append(keys, keyOf(&e.Info))
		}
	}
	found, failed := make([]*T, len(keys)), make([]error, len(keys))
	var all together.Group
	for i, k := range keys {
		all.Go(func() { found[i], failed[i] = loadOne(l, k, decode) })
	}
	all.Wait()
	lists := make([]*T, 0, len(keys))
	for _, list := range found {
		if list != nil {
			lists = append(lists, list)
		}
	}
	return lists, errors.Join(failed...)
}
