package panorama

import (
	"cmp"
	"math"
	"slices"

	"brujula/data/texts"
	"brujula/planner/catalog"
)

// Prospects sets plazas by chance and points, and picks those worth asking for.
type Prospects struct {
	Known  int     // plazas of which both are known
	Strips []Strip // one for each number of points, the most first
	// Steps are the frontier, from the surest: of each band the plazas with the most
	// points, where no surer band has as many. What is not on it gives fewer points
	// for the same band, or is less sure for the same points.
	Steps   []FrontierStep
	Unknown int // plazas without a chance or without points
}

// ChanceBins is how many stretches of equal length chances are counted in. The edges
// of the bands are edges of these too.
const ChanceBins = 200

// Strip counts the plazas that give so many points, by chance from 0 to 1.
type Strip struct {
	Points    float64
	All, Best [ChanceBins]int // Best are those of the frontier
}

// FrontierStep is one step of the frontier.
type FrontierStep struct {
	Band   uint8
	Points float64
	Rows   []int // the surest first
}

// ProspectsOf sets rows of a catalog by what figures say of them.
//
// The frontier goes by bands, not by the chance to its last decimal: chances within
// a band are closer than their ranges tell apart, and a frontier of single plazas
// would leave out the one that is as good.
func ProspectsOf(c *catalog.Catalog, rows []int, fig *catalog.Figures) *Prospects {
	p := &Prospects{}
	most := make([]float64, len(fig.Bands)) // points of a band
	for i := range most {
		most[i] = math.Inf(-1)
	}
	strips := map[float64]*Strip{}
	var both []int // rows of which chance and points are known
	for _, row := range rows {
		points, band := known(fig.Points, row), fig.BandOf(row)
		if math.IsInf(points, -1) || math.IsInf(known(fig.Chance, row), -1) || int(band) >= len(most) {
			p.Unknown++
			continue
		}
		both = append(both, row)
		most[band] = max(most[band], points)
		if strips[points] == nil {
			strips[points] = &Strip{Points: points}
		}
		strips[points].All[binOf(fig.Chance[row])]++
	}
	step := p.findSteps(most)
	for _, row := range both {
		if at := step[fig.Band[row]]; at >= 0 && fig.Points[row] >= p.Steps[at].Points {
			p.Steps[at].Rows = append(p.Steps[at].Rows, row)
			strips[fig.Points[row]].Best[binOf(fig.Chance[row])]++
		}
	}
	p.Known = len(both)
	for _, strip := range strips {
		p.Strips = append(p.Strips, *strip)
	}
	slices.SortFunc(p.Strips, func(a, b Strip) int { return cmp.Compare(b.Points, a.Points) })
	for i := range p.Steps {
		slices.SortFunc(p.Steps[i].Rows, func(x, y int) int {
			return cmp.Or(-cmp.Compare(fig.Chance[x], fig.Chance[y]), cmp.Compare(c.Plaza(x).Establishment, c.Plaza(y).Establishment), cmp.Compare(x, y))
		})
	}
	return p
}

// Rows lists the plazas of the frontier, step by step from the surest.
func (p *Prospects) Rows() []int {
	var rows []int
	for i := range p.Steps {
		rows = append(rows, p.Steps[i].Rows...)
	}
	return rows
}

// findSteps makes the steps out of the most points of each band; at holds that of a
// band, -1 for none.
func (p *Prospects) findSteps(most []float64) (at []int) {
	at = make([]int, len(most))
	surer := math.Inf(-1)
	for band, points := range most {
		if at[band] = -1; points > surer {
			at[band], surer = len(p.Steps), points
			p.Steps = append(p.Steps, FrontierStep{Band: uint8(band), Points: points}) //nolint:gosec // five bands
		}
	}
	return at
}

// binOf returns the stretch of a chance.
func binOf(chance float64) int { return min(max(int(chance*ChanceBins), 0), ChanceBins-1) }

// Said states the frontier in words, a sentence a step with its surest plazas.
func (p *Prospects) Said(c *catalog.Catalog, fig *catalog.Figures) []string {
	var out []string
	for i := range p.Steps {
		s := &p.Steps[i]
		var names []string
		for _, row := range s.Rows[:min(len(s.Rows), saidRows)] {
			names = append(names, texts.FrontierPlaza(c.Plaza(row).Establishment, c.Plaza(row).Region, fig.Chance[row]))
		}
		out = append(out, texts.FrontierStep(fig.Bands[s.Band], s.Points, len(s.Rows), names))
	}
	return out
}

// saidRows is how many plazas of a step are named in words.
const saidRows = 3
