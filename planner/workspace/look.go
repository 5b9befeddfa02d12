package workspace

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"brujula/data"
	"brujula/data/together"
	"brujula/planner/availability"
	"brujula/planner/catalog"
)

// Look is where the applicant stands when looking at the plazas: in which
// lines, at which rank. The zero rank means that it is not known.
type Look struct {
	Process    data.Process
	Profession string
	// Rank is the place in the national order of merit.
	Rank int
	// Span is the ranks that it may be, where it is not known for sure.
	Span RankSpan
	// RankEquivalente is the place among those apt for equivalente, once
	// published; 0 derives the pick number from Rank.
	RankEquivalente int
	// Passes is how many ahead are thought to pass; negative leaves it to the
	// rate that was learnt, or the default.
	Passes float64
	// Limits is what the applicant will not take, as ParseLimits reads it.
	Limits string
}

// Lines returns the lines of the profession that is looked at.
func (l *Look) Lines() []data.Line {
	return data.Map(data.Modalities(), func(m data.Modality) data.Line {
		return data.Line{Process: l.Process, Profession: l.Profession, Modality: m}
	})
}

// UsualPasses asks for the learnt or default pass rate.
const UsualPasses = -1

// MostRank is more than any order of merit has had (some 20,000 apply).
const MostRank = 99_999

// ParsePasses reads how many are thought to pass, with a point or a comma; ok is
// false for what is no number from 0 to MostPasses.
func ParsePasses(text string) (n float64, ok bool) {
	n, err := strconv.ParseFloat(strings.ReplaceAll(strings.TrimSpace(text), ",", "."), 64)
	return n, err == nil && n >= 0 && n <= MostPasses
}

// MostPasses bounds what may be assumed; no line is as long.
const MostPasses = 1e6

// LineView is one line seen from a rank.
type LineView struct {
	Line     data.Line
	Rows     []int                // of the catalog, ascending
	Seats    int                  // of the line
	K        float64              // pick number: seats gone when my turn comes
	Known    bool                 // there is a rank, so that K means something
	Derived  bool                 // K was derived from the national rank (equivalente)
	Passes   float64              // of those ahead, assumed to pass
	Passing  availability.Passing // what is assumed of those who pass, along the line
	Share    float64              // of those ahead, assumed to choose (equivalente)
	Forecast *availability.Forecast
	Basis    availability.Basis
	Live     *Live // the act that the line follows; nil for none

	estimates []availability.Estimate
	along     along
}

// Exhausted reports whether no seat of the line is left at the pick number.
func (v *LineView) Exhausted() bool { return v.Known && v.Seats > 0 && v.K >= float64(v.Seats) }

// RankFor returns the worst rank from which the pick number is still at most k:
// the inverse of the look, or of the act that the line follows. ok is false for
// a derived equivalente pick number.
func (v *LineView) RankFor(k float64, look Look) (rank int, ok bool) {
	if v.Derived || v.Line.Modality == data.Equivalente {
		return 0, false
	}
	if v.Live != nil {
		return v.Live.RankAt(k), true
	}
	if look.Passes >= 0 {
		return int(math.Min(k+look.Passes, math.MaxInt32)) + 1, true
	}
	return v.Passing.RankAt(k), true
}

// PickAt returns the pick number of another rank under the look's assumptions:
// what RankFor inverts. It holds for lines in which RankFor does.
func (v *LineView) PickAt(rank int, look Look) float64 {
	if v.Live != nil {
		return v.Live.PickAt(rank)
	}
	if look.Passes >= 0 {
		return availability.PickNumber(rank, look.Passes)
	}
	return v.Passing.PickAt(rank)
}

// Estimates are the chances of every plaza of the applicant's lines from one
// look, with all that the catalog needs to filter and sort by them.
type Estimates struct {
	Look    Look
	Lines   map[data.Modality]*LineView
	Figures catalog.Figures
	// Refusals are of the look's limits; nil for none.
	Refusals *Refusals

	ends [][2]float64         // by row: the chance at each end of the look's span; nil without one
	at   []int32              // by row of the catalog: index into its line's estimates, -1 outside
	mine map[data.Line]string // RENIPRESS of the plazas that the applicant took
}

// Forecasts are the model's curves for the applicant's lines. They depend on
// the lists and the model but not on the rank, and are reused while it moves.
type Forecasts struct {
	space      *Workspace
	process    data.Process
	profession string
	model      *availability.Model
	lines      map[data.Modality]*LineView
}

// Forecast prepares the lines of a profession in a process; model may be nil. Where
// modalities are named only their lines get chances.
func (w *Workspace) Forecast(m *availability.Model, process data.Process, profession string, only ...data.Modality) *Forecasts {
	f := &Forecasts{space: w, process: process, profession: profession, model: m, lines: map[data.Modality]*LineView{}}
	var wait together.Group
	defer wait.Wait()
	for _, modality := range data.Modalities() {
		line := data.Line{Process: process, Profession: profession, Modality: modality}
		plazas, rows := w.Catalog.Line(line)
		if len(rows) == 0 {
			continue
		}
		view := &LineView{Line: line, Rows: rows, Seats: w.Catalog.Seats(rows, nil)}
		if m != nil && (len(only) == 0 || slices.Contains(only, modality)) {
			wait.Go(func() { view.Forecast = m.Forecast(line, plazas) })
			view.Basis = m.BasisOf(modality)
		}
		f.lines[modality] = view
	}
	return f
}

// Of reports whether the forecasts were made from the workspace.
func (f *Forecasts) Of(w *Workspace) bool { return f != nil && f.space == w }

// Fits reports whether the forecasts were made for the look and the model.
func (f *Forecasts) Fits(m *availability.Model, look Look) bool {
	return f != nil && f.model == m && f.process == look.Process && f.profession == look.Profession
}

// Estimate looks from a rank.
func (w *Workspace) Estimate(f *Forecasts, look Look) *Estimates {
	e := &Estimates{Look: look, Refusals: w.RefusalsOf(look.Limits), Lines: map[data.Modality]*LineView{}, at: make([]int32, w.Catalog.Len())}
	for i := range e.at {
		e.at[i] = -1
	}
	e.Figures = w.figures(f.model != nil && look.HasRank())
	var wait together.Group
	for _, modality := range data.Modalities() {
		base, ok := f.lines[modality]
		if !ok {
			continue
		}
		view := *base
		view.place(look, e.Lines[data.Remunerada], f.model)
		e.Lines[modality] = &view
		wait.Go(func() { e.fill(&view) }) // of rows that no other line has
	}
	wait.Wait()
	e.spread(f)
	return e
}

// place works out the pick number (planner/availability/README.md).
func (v *LineView) place(look Look, remunerada *LineView, m *availability.Model) {
	modality := v.Line.Modality
	if modality == data.Remunerada {
		v.Known = look.Rank > 0
		v.Passing = passing(m, v.Line, v.Seats)
		if v.Passes = look.Passes; v.Passes >= 0 {
			v.K = availability.PickNumber(look.Rank, v.Passes)
			if look.Rank > 1 {
				v.Passing = availability.ConstantPassing(v.Passes / float64(look.Rank-1))
			}
			return
		}
		v.K = v.Passing.PickAt(look.Rank)
		v.Passes = math.Max(0, float64(look.Rank-1)-v.K)
		return
	}
	v.Share = availability.DefaultChoosingShare
	v.Passing = availability.ConstantPassing(1 - v.Share)
	switch {
	case look.RankEquivalente > 0:
		v.Known = true
		v.K = availability.EquivalentePick(look.RankEquivalente, 0, v.Share)
	case look.Rank > 0:
		v.Known, v.Derived = true, true
		taken := 0.0
		if remunerada != nil {
			taken = min(remunerada.K, float64(remunerada.Seats))
		}
		v.K = availability.EquivalentePick(look.Rank, taken, v.Share)
	}
}

func passing(m *availability.Model, line data.Line, seats int) availability.Passing {
	if m != nil {
		return m.Passing(line, seats)
	}
	return availability.DefaultPassing(line, seats)
}

func (e *Estimates) fill(v *LineView) {
	if v.Forecast == nil || !v.Known {
		return
	}
	v.estimates = v.Forecast.Estimates(v.K)
	v.walk(e.Look)
	for i, row := range v.Rows {
		est := &v.estimates[i]
		if !est.Known {
			continue
		}
		e.at[row] = int32(i)
		e.Figures.Chance[row] = est.Chance
		e.Figures.Band[row] = bandIndex(est.Band)
		e.Figures.Leaves[row] = est.LeaveTo
	}
}

// Of returns the estimate of a row; ok is false when there is none.
func (e *Estimates) Of(w *Workspace, row int) (est availability.Estimate, ok bool) {
	if e == nil || row >= len(e.at) || e.at[row] < 0 {
		return availability.Estimate{}, false
	}
	v := e.Lines[w.Catalog.Plaza(row).Modality]
	return v.estimates[e.at[row]], true
}

// Slot returns the place of a row within its line's forecast.
func (e *Estimates) Slot(w *Workspace, row int) (v *LineView, i int, ok bool) {
	if e == nil {
		return nil, 0, false
	}
	p := w.Catalog.Plaza(row)
	v, ok = e.Lines[p.Modality]
	if !ok || v.Line != p.Line() || v.Forecast == nil {
		return nil, 0, false
	}
	i, ok = slices.BinarySearch(v.Rows, row)
	return v, i, ok
}

// figures returns what is known without a rank.
func (w *Workspace) figures(chances bool) catalog.Figures {
	fig := catalog.Figures{Points: w.points, Risks: w.risks}
	for _, b := range availability.Bands() {
		fig.Bands = append(fig.Bands, b.Key())
	}
	fig.Likely = bandIndex(availability.Disputada)
	if !chances {
		return fig
	}
	n := w.Catalog.Len()
	fig.Chance, fig.Leaves, fig.Band = make([]float64, n), make([]float64, n), make([]uint8, n)
	for row := range n {
		fig.Chance[row], fig.Leaves[row], fig.Band[row] = catalog.Unknown(), catalog.Unknown(), catalog.NoBand
	}
	return fig
}

// PlainFigures returns the figures without any rank: points and risks alone.
func (w *Workspace) PlainFigures() *catalog.Figures {
	fig := w.figures(false)
	return &fig
}

// bandIndex returns the place of a band in Figures.Bands.
func bandIndex(b availability.Band) uint8 {
	if b == availability.BandNone {
		return catalog.NoBand
	}
	return uint8(b - availability.MuyProbable)
}

// HasRank reports whether the look is from a rank in any list.
func (l Look) HasRank() bool { return l.Rank > 0 || l.RankEquivalente > 0 }

// RankIn returns the rank in the list of a modality: the national one where no other
// is known, 0 for none.
func (l Look) RankIn(m data.Modality) int {
	if m == data.Equivalente && l.RankEquivalente > 0 {
		return l.RankEquivalente
	}
	return l.Rank
}
