package library

import (
	"context"
	"encoding/csv"
	"strings"

	"brujula/data"
)

// Keep says which records are asked for: those of some professions, and those of some
// establishments; nil for none. It is asked from several goroutines.
type Keep struct {
	Profession func(name string) bool
	Renipress  func(code string) bool
}

// OffersOf loads of all offers, in the order of Lists, the plazas that are asked for,
// which costs little more than they do: the rest is passed over, and a fault in it is
// not found. The first plaza of each is always there, so that it is seen to be an offer
// that has some. Errors as Offers.
func (l *Library) OffersOf(ctx context.Context, keep Keep) ([]*data.Offer, error) {
	return loadAll(l, data.KindOffer, func(text string, info *data.ListInfo) (*data.Offer, bool, error) {
		return offerFrom(ctx)(asked(text, 1, 0, keep, true), info)
	})
}

// AdjudicationsOf loads the same of all lists of adjudicated seats.
func (l *Library) AdjudicationsOf(ctx context.Context, keep Keep) ([]*data.Adjudication, error) {
	return loadAll(l, data.KindAdjudication, func(text string, info *data.ListInfo) (*data.Adjudication, bool, error) {
		return adjudicationFrom(ctx)(asked(text, 0, 1, keep, false), info)
	})
}

// CoordinatesOf loads the same of the list of coordinates; errors as Table.
func (l *Library) CoordinatesOf(ctx context.Context, keep Keep) (*Table, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	k := listKey{kind: data.KindCoordinates}
	return loadOne(l, k, func(text string, info *data.ListInfo) (*Table, bool, error) {
		return tableFrom(asked(text, -1, 0, keep, false), info)
	})
}

// asked returns a stored list with its head and the lines of the records that are
// asked for, the first one in any case where that is wanted. profession and renipress
// are the columns that they stand in, among the first two; -1 where the list has none.
func asked(text string, profession, renipress int, keep Keep, first bool) string {
	head, rest, _ := strings.Cut(text, "\n")
	runs, size := []string{head}, len(head) // lists are grouped: a few pieces, each of many lines
	of := map[string]bool{}                 // by profession, of which a list has few
	for run := rest; rest != ""; {
		line, after, _ := strings.Cut(rest, "\n")
		cells := firstCells(line)
		wanted := first || keep.Renipress != nil && keep.Renipress(cells[renipress])
		if !wanted && profession >= 0 && keep.Profession != nil {
			name := cells[profession]
			if _, known := of[name]; !known {
				of[name] = keep.Profession(name)
			}
			wanted = of[name]
		}
		if first = false; !wanted || after == "" {
			piece := run[:len(run)-len(rest)]
			if wanted {
				piece = run
			}
			if piece = strings.TrimSuffix(piece, "\n"); piece != "" {
				runs, size = append(runs, piece), size+1+len(piece)
			}
			run = after
		}
		rest = after
	}
	var kept strings.Builder
	kept.Grow(size)
	for i, piece := range runs {
		if i > 0 {
			kept.WriteByte('\n')
		}
		kept.WriteString(piece)
	}
	return kept.String()
}

// firstCells returns the first two cells of a line.
func firstCells(line string) (cells [2]string) {
	first, rest, _ := strings.Cut(line, string(delimiter))
	second, _, _ := strings.Cut(rest, string(delimiter))
	if strings.IndexByte(first, '"') < 0 && strings.IndexByte(second, '"') < 0 {
		return [2]string{unescape(first), unescape(strings.TrimSuffix(second, "\r"))}
	}
	r := csv.NewReader(strings.NewReader(line))
	r.Comma = delimiter
	all, _ := r.Read() // a line that is none is for the decoder to refuse
	for i := range min(len(all), len(cells)) {
		cells[i] = unescape(all[i])
	}
	return cells
}
