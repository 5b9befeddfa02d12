package panorama

import (
	"slices"

	"brujula/data"
	"brujula/planner/availability"
	"brujula/planner/catalog"
	"brujula/planner/workspace"
)

// Overview joins the offered plazas of a workspace with what was adjudicated.
// It does not change once made and may be shared.
type Overview struct {
	space *workspace.Workspace
	c     *catalog.Catalog
	fates []fate // by row
	lines map[data.Line]*pastLine
}

// fate is what became of the seats of one plaza.
type fate struct {
	line  *pastLine // nil where no list of its line is loaded
	taken int
	spots []spot // of the taken seats whose order is known
}

// pastLine is one line with an adjudicated list.
type pastLine struct {
	cut     bool // the list ends at some rank
	takers  int  // seats taken, as far as the list goes
	outside int  // of the picks, at no plaza of the offer
}

// New joins the lists of a workspace. It takes some tens of milliseconds on
// the real lists and is meant for the background.
func New(space *workspace.Workspace) *Overview {
	o := &Overview{space: space, c: space.Catalog, fates: make([]fate, space.Catalog.Len()), lines: map[data.Line]*pastLine{}}
	for _, past := range space.Past() {
		picks := map[string]int{}
		for i := range past.Adjudication.Picks {
			picks[past.Adjudication.Picks[i].Profession]++
		}
		for _, outcome := range availability.Outcomes(past) {
			o.add(&outcome, picks[outcome.Line.Profession])
			delete(picks, outcome.Line.Profession)
		}
		for profession, n := range picks { // professions without any plaza in the offer
			line := data.Line{Process: past.Offer.Process, Profession: profession, Modality: past.Offer.Modality}
			o.lines[line] = &pastLine{cut: past.Adjudication.CutFor(profession) > 0, takers: n, outside: n}
		}
	}
	for row := range o.fates {
		o.fates[row].line = o.lines[o.c.Plaza(row).Line()]
	}
	return o
}

// add takes in how one past line went.
func (o *Overview) add(outcome *availability.Outcome, picks int) {
	line := &pastLine{cut: !outcome.Complete, takers: picks, outside: picks - outcome.Taken}
	o.lines[outcome.Line] = line
	rows := make([]int, len(outcome.Plazas))
	for i := range outcome.Plazas {
		row, ok := o.c.Row(outcome.Plazas[i].PlazaID)
		if !ok {
			rows[i] = -1
			continue
		}
		rows[i] = row
		o.fates[row].taken += outcome.Unordered[i] + outcome.Later[i]
	}
	from := 0
	for _, to := range outcome.Groups {
		line := float64(len(outcome.Order))
		tied := spot{(float64(from) + float64(to)) / 2 / line, float64(to-from-1) / 2 / line}
		for _, plaza := range outcome.Order[from:to] {
			if row := rows[plaza]; row >= 0 {
				o.fates[row].taken++
				o.fates[row].spots = append(o.fates[row].spots, tied)
			}
		}
		from = to
	}
	for _, plaza := range outcome.Late {
		if row := rows[plaza]; row >= 0 {
			o.fates[row].taken++
		}
	}
}

// Of reports whether the overview was made from the workspace.
func (o *Overview) Of(space *workspace.Workspace) bool { return o != nil && o.space == space }

// Listed reports whether an adjudicated list of the process is loaded, and with
// a modality given, of that modality.
func (o *Overview) Listed(process data.Process, m data.Modality) bool {
	for line := range o.lines {
		if line.Process == process && (m == "" || line.Modality == m) {
			return true
		}
	}
	return false
}

// PastOf returns the process whose adjudications say most of a process: itself
// where its list is loaded, else the latest before it; "" where there is none.
func (o *Overview) PastOf(process data.Process, m data.Modality) data.Process {
	var best data.Process
	for _, p := range o.space.Processes() {
		if !process.Before(p) && o.Listed(p, m) && (best == "" || best.Before(p)) {
			best = p
		}
	}
	return best
}

// Takers counts the seats that the lists of a filter's lines say were taken,
// those at no plaza of the offer included. It serves to turn shares of the
// line into pick numbers where the filter leaves one line.
func (o *Overview) Takers(f *catalog.Filter) (n int, lines int) {
	for line, past := range o.lines {
		if passesLine(f, line) {
			n += past.takers
			lines++
		}
	}
	return n, lines
}

// passesLine reports whether the filter lets a line through, as far as process,
// profession and modality go.
func passesLine(f *catalog.Filter, line data.Line) bool {
	for d, value := range catalog.LineValues(line) {
		if len(f.In[d]) > 0 && !f.Has(d, value) || f.Excludes(d, value) {
			return false
		}
	}
	return true
}

// lineOnly reports whether the filter asks for nothing but lines, so that picks
// at no plaza of the offer can be counted.
func lineOnly(f *catalog.Filter) bool {
	bare := f.Clone()
	for _, d := range catalog.LineDims() {
		delete(bare.In, d)
		delete(bare.Out, d)
	}
	return bare.Empty()
}

// isLineDim reports whether a pick has the dimension by itself.
func isLineDim(d catalog.Dim) bool { return slices.Contains(catalog.LineDims(), d) }

// lineValue returns the value of a line in one of catalog.LineDims.
func lineValue(line data.Line, d catalog.Dim) string {
	switch d {
	case catalog.DimProcess:
		return string(line.Process)
	case catalog.DimModality:
		return string(line.Modality)
	default:
		return line.Profession
	}
}
