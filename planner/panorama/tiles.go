package panorama

import (
	"math"
	"slices"
)

// Tile is the place of a region on the tile map of Peru: one tile a region,
// each in its relative place, north above.
type Tile struct {
	Region      string // canonical
	Column, Row int    // from 0
}

// Size of the tile map, in tiles.
const (
	TileColumns = 5
	TileRows    = 8
)

// Tiles returns the tiles of the 25 regions from north to south. Within a row
// they stand from west to east and within a column from north to south, as
// their capitals do.
func Tiles() []Tile {
	return []Tile{
		{"TUMBES", 0, 0},
		{"AMAZONAS", 2, 0},
		{"LORETO", 3, 0},
		{"PIURA", 0, 1},
		{"CAJAMARCA", 1, 1},
		{"SAN MARTIN", 2, 1},
		{"LAMBAYEQUE", 0, 2},
		{"LA LIBERTAD", 1, 2},
		{"HUANUCO", 2, 2},
		{"UCAYALI", 3, 2},
		{"ANCASH", 1, 3},
		{"PASCO", 2, 3},
		{"CALLAO", 0, 4},
		{"LIMA", 1, 4},
		{"JUNIN", 2, 4},
		{"HUANCAVELICA", 2, 5},
		{"CUSCO", 3, 5},
		{"MADRE DE DIOS", 4, 5},
		{"ICA", 1, 6},
		{"AYACUCHO", 2, 6},
		{"APURIMAC", 3, 6},
		{"PUNO", 4, 6},
		{"AREQUIPA", 2, 7},
		{"MOQUEGUA", 3, 7},
		{"TACNA", 4, 7},
	}
}

// Step returns the tile that a move from a tile leads to: the nearest one in
// that direction, straight ahead before aslant; the same tile where there is
// none. dx and dy are −1, 0 or 1, one of them 0.
func Step(from Tile, dx, dy int) Tile {
	best, cost := from, math.MaxInt
	for _, t := range Tiles() {
		x, y := t.Column-from.Column, t.Row-from.Row
		along, aside := x*dx+y*dy, x*dy+y*dx
		if aside < 0 {
			aside = -aside
		}
		if c := along + 3*aside; along > 0 && c < cost {
			best, cost = t, c
		}
	}
	return best
}

// Levels is how many classes the map tells apart.
const Levels = 5

// Classes parts figures into classes of about the same size, 0 for the highest
// to Levels−1 for the lowest; −1 where there is no figure. Equal figures are
// in one class.
func Classes(values []float64) []int {
	known := slices.DeleteFunc(slices.Clone(values), math.IsNaN)
	slices.Sort(known)
	out := make([]int, len(values))
	for i, v := range values {
		out[i] = -1
		if math.IsNaN(v) {
			continue
		}
		above, _ := slices.BinarySearchFunc(known, v, func(x, v float64) int {
			if x <= v {
				return -1
			}
			return 1
		})
		out[i] = (len(known) - above) * Levels / len(known)
	}
	return out
}
