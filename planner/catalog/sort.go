package catalog

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// SortKey is one thing that rows can be ordered by.
type SortKey string

// The keys of --orden and of the columns.
const (
	SortReach       SortKey = "alcance" // by band, those within reach as one
	SortChance      SortKey = "prob"
	SortPoints      SortKey = "puntos"
	SortGrade       SortKey = "gd"
	SortRegion      SortKey = "region"
	SortProvince    SortKey = "provincia"
	SortDistrict    SortKey = "distrito"
	SortName        SortKey = "establecimiento"
	SortSeats       SortKey = "cupos"
	SortCategory    SortKey = "categoria"
	SortInstitution SortKey = "institucion"
	SortDiresa      SortKey = "diresa"
	SortBudget      SortKey = "presupuesto"
	SortZAF         SortKey = "zaf"
	SortZE          SortKey = "ze"
	SortRisks       SortKey = "riesgos"
	SortLeaves      SortKey = "se_va"
	SortRenipress   SortKey = "renipress"
	SortProfession  SortKey = "profesion"
	SortModality    SortKey = "modalidad"
	SortProcess     SortKey = "proceso"
	SortDistance    SortKey = "km"
	SortBefore      SortKey = "antes"  // the turn of the newest past process
	SortLongBefore  SortKey = "antes2" // of the one before it
	SortOffered     SortKey = "ofrecida"
	SortGradeWas    SortKey = "gd-antes"
)

// SortKeys lists all keys.
func SortKeys() []SortKey {
	return []SortKey{
		SortReach, SortChance, SortPoints, SortGrade, SortRegion, SortProvince, SortDistrict, SortName, SortSeats,
		SortCategory, SortInstitution, SortDiresa, SortBudget, SortZAF, SortZE, SortRisks, SortLeaves,
		SortRenipress, SortProfession, SortModality, SortProcess, SortDistance, SortBefore, SortLongBefore,
		SortOffered, SortGradeWas,
	}
}

// BestLast tells of keys of which people look for the largest: rising, they end
// with it, and a "-" is needed to have it first.
func (k SortKey) BestLast() bool {
	return k == SortChance || k == SortPoints || k == SortGrade || k == SortSeats || k == SortOffered || k == SortGradeWas
}

// Order is one key with its direction.
type Order struct {
	Key  SortKey
	Desc bool
}

// DefaultOrder returns the order that holds until the user chooses one. With a rank
// it is the best of what is within reach: by the chance alone, places that nobody
// wants stand first.
func DefaultOrder(withRank bool) []Order {
	if withRank {
		return []Order{{SortReach, false}, {SortPoints, true}, {SortChance, true}}
	}
	return []Order{{SortRegion, false}, {SortProvince, false}, {SortDistrict, false}}
}

// ParseOrder reads "-prob,puntos"; unknown is the first word that is no key.
func ParseOrder(text string) (orders []Order, unknown string) {
	for word := range strings.SplitSeq(text, ",") {
		word = strings.TrimSpace(word)
		key, desc := strings.CutPrefix(word, "-")
		if !slices.Contains(SortKeys(), SortKey(key)) {
			return nil, word
		}
		orders = append(orders, Order{SortKey(key), desc})
	}
	return orders, ""
}

// FormatOrder is the inverse of ParseOrder.
func FormatOrder(orders []Order) string {
	words := make([]string, len(orders))
	for i, o := range orders {
		if o.Desc {
			words[i] = "-"
		}
		words[i] += string(o.Key)
	}
	return strings.Join(words, ",")
}

// Sort returns the rows in the order asked for. What is unknown comes last in
// either direction. Rows that are equal in it stand in the usual order, and those
// equal in that one too by RENIPRESS, so that an order is always the same whatever
// came before.
func (c *Catalog) Sort(rows []int, orders []Order, fig *Figures) []int {
	out := slices.Clone(rows)
	var compare []func(a, b int) int
	for _, o := range slices.Concat(orders, DefaultOrder(fig != nil && fig.Chance != nil)) {
		compare = append(compare, c.comparer(o, fig))
	}
	slices.SortFunc(out, func(a, b int) int {
		for _, f := range compare {
			if d := f(a, b); d != 0 {
				return d
			}
		}
		if d := strings.Compare(c.plazas[a].Renipress, c.plazas[b].Renipress); d != 0 {
			return d
		}
		return a - b
	})
	return out
}

func (c *Catalog) comparer(o Order, fig *Figures) func(a, b int) int {
	if d, ok := sortDims[o.Key]; ok {
		return c.byColumn(d, o.Desc != ascendsBackwards[d])
	}
	switch o.Key {
	case SortReach:
		return byFigure(fig.reach, o.Desc)
	case SortChance:
		return byFigure(fig.chance, o.Desc)
	case SortPoints:
		return byFigure(fig.PointsOf, o.Desc)
	case SortLeaves:
		return byFigure(fig.leaves, o.Desc)
	case SortDistance:
		return byFigure(fig.distance, o.Desc)
	case SortBefore:
		return byFigure(fig.turn(0), o.Desc)
	case SortLongBefore:
		return byFigure(fig.turn(1), o.Desc)
	case SortOffered:
		return byFigure(fig.number(DimOffered), o.Desc)
	case SortGradeWas:
		return byFigure(fig.number(DimGradeWas), o.Desc)
	case SortRisks:
		return byInt(fig.risks, o.Desc)
	case SortSeats:
		return byInt(func(r int) int { return c.plazas[r].Seats }, o.Desc)
	case SortName:
		names := c.names()
		return byInt(func(r int) int { return int(names[r]) }, o.Desc)
	case SortRenipress:
		return func(a, b int) int {
			return directed(strings.Compare(c.plazas[a].Renipress, c.plazas[b].Renipress), o.Desc)
		}
	}
	return func(int, int) int { return 0 }
}

var sortDims = map[SortKey]Dim{
	SortGrade: DimGrade, SortRegion: DimRegion, SortProvince: DimProvince, SortDistrict: DimDistrict,
	SortCategory: DimCategory, SortInstitution: DimInstitution, SortDiresa: DimDiresa,
	SortBudget: DimBudget, SortZAF: DimZAF, SortZE: DimZE, SortProfession: DimProfession,
	SortModality: DimModality, SortProcess: DimProcess,
}

// ascendsBackwards names the dimensions whose panel order is the reverse of
// the ascending one: GD-1 sorts before GD-5, but the panel begins with GD-5.
var ascendsBackwards = map[Dim]bool{DimGrade: true, DimZAF: true, DimZE: true, DimModality: true, DimProcess: true}

func (c *Catalog) byColumn(d Dim, desc bool) func(a, b int) int {
	col := &c.cols[d]
	first := make([]int, len(col.members)) // by code; -1 for a missing value
	for code, ids := range col.members {
		first[code] = int(ids[0])
		if col.values[ids[0]] == "" {
			first[code] = -1
		}
	}
	return func(a, b int) int {
		x, y := first[col.codes[a]], first[col.codes[b]]
		if x < 0 || y < 0 {
			return cmp.Compare(min(y, 0), min(x, 0))
		}
		return directed(x-y, desc)
	}
}

func byFigure(value func(int) float64, desc bool) func(a, b int) int {
	return func(a, b int) int {
		x, y := value(a), value(b)
		if math.IsNaN(x) || math.IsNaN(y) {
			return cmp.Compare(nanLast(x), nanLast(y))
		}
		return directed(cmp.Compare(x, y), desc)
	}
}

func nanLast(x float64) int {
	if math.IsNaN(x) {
		return 1
	}
	return 0
}

func byInt(value func(int) int, desc bool) func(a, b int) int {
	return func(a, b int) int { return directed(value(a)-value(b), desc) }
}

func directed(d int, desc bool) int {
	if desc {
		return -d
	}
	return d
}
