package browse

import (
	"errors"
	"math"
	"slices"

	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/planner/geo"
	"brujula/planner/workspace"
)

// Near is a place that distances are measured from; the zero one is none.
type Near struct {
	Text  string // as it is found again in other lists
	Place geo.Place
	Space *workspace.Workspace // that the distances are of
	Km    []float64            // by row of the catalog, NaN where the place is not known
	About []bool               // of these, measured from the surroundings of the plaza
}

// ErrNoPlaces reports that no place of any establishment is known.
var ErrNoPlaces = errors.New(texts.NoCoordinates)

// Measure measures the distances of every row from a place, which takes some tens
// of milliseconds. It fails with ErrNoPlaces, or a *workspace.RequestError for a
// word that names no place.
func Measure(w *workspace.Workspace, text string) (Near, error) {
	if w.Places().Len() == 0 {
		return Near{}, ErrNoPlaces
	}
	place, err := w.Near(text)
	if err != nil {
		return Near{}, err
	}
	km, about := w.Distances(place)
	return Near{Text: text, Place: place, Space: w, Km: km, About: about}, nil
}

// Of reports whether there are distances of the rows of a workspace.
func (n *Near) Of(w *workspace.Workspace) bool { return n.Km != nil && n.Space == w }

// Far returns how far a row is; it is not asked where there is no place.
func (n *Near) Far(row int) workspace.Far {
	if row >= len(n.Km) {
		return workspace.Far{}
	}
	return workspace.Far{Asked: true, Km: n.Km[row], About: n.About[row]}
}

// Unplaced keeps those rows whose place is not known.
func (n *Near) Unplaced(rows []int) []int {
	var out []int
	for _, row := range rows {
		if math.IsNaN(n.Km[row]) {
			out = append(out, row)
		}
	}
	return out
}

// Lost counts the rows that a filter would find but for the distance, which is not
// known of them: not known is not far.
func (n *Near) Lost(f *catalog.Filter, fig *catalog.Figures) int {
	c := n.Space.Catalog
	return len(c.SelectIn(n.Unplaced(c.All()), Anywhere(f), fig).Rows)
}

// Anywhere is a filter without its distance.
func Anywhere(f *catalog.Filter) catalog.Filter {
	out := *f
	out.DistanceMax = 0
	return out
}

// ByDistance reports whether rows are sorted by the distance from a place.
func ByDistance(orders []catalog.Order) bool { return slices.ContainsFunc(orders, isDistance) }

// WithoutDistance keeps the other orders.
func WithoutDistance(orders []catalog.Order) []catalog.Order {
	return slices.DeleteFunc(slices.Clone(orders), isDistance)
}

func isDistance(o catalog.Order) bool { return o.Key == catalog.SortDistance }
