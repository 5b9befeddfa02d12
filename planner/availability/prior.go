package availability

import (
	"context"
	"fmt"
	"io"
	"slices"

	"brujula/data"
	"brujula/data/prior"
)

// PriorSettings are the settings of the fit that ships: the effects that say
// nothing of a single plaza, each level on at least five seats (README.md,
// "The coefficients that ship").
func PriorSettings() Settings {
	s := DefaultSettings()
	s.MinSeats = prior.MinSeats
	s.Tolerance = 1e-5 // its digits are read by people
	for e := range effectCount {
		if !e.ships() {
			s.Ridge[e] = 0
		}
	}
	return s
}

// ships reports whether coefficients of an effect may ship: those that say nothing
// of a single plaza.
func (e Effect) ships() bool {
	switch e {
	case ProfessionProvince, ProfessionEstablishment, SharedEstablishment, SharedDistrict, TentQuarter:
		return false
	}
	return e < effectCount
}

// priorSeed makes the draws of the prior the same at every computation.
const priorSeed = 2026

// FitPrior fits what ships on past lists, with its ranges: ErrNoHistory when there
// is nothing to fit on.
func FitPrior(ctx context.Context, past []History) (*Model, error) {
	s := PriorSettings()
	m, err := Fit(ctx, past, s)
	if err != nil {
		return nil, err
	}
	return m.WithRanges(ctx, past, s, priorSeed)
}

// ToPrior takes out of a model what may ship. The model should come from a fit
// with PriorSettings, as FitPrior makes it: of another one the effects that may not
// ship are lost. It fails on a model that was not read whole.
func ToPrior(m *Model) (*prior.Prior, error) {
	out := &prior.Prior{}
	for _, modality := range data.Modalities() {
		if m.parts[modality] == nil {
			continue
		}
		p, err := m.parts[modality].whole()
		if err != nil {
			return nil, fmt.Errorf("availability: prior: %w", err)
		}
		for _, process := range p.basis.Processes {
			out.Processes = insertProcess(out.Processes, process)
		}
		set := prior.Set{Modality: modality, Theta: p.theta, Seats: p.basis.Seats}
		for _, profession := range sortedKeys(p.lines) {
			if facts := p.lines[profession]; facts.Seats >= prior.MinSeats {
				set.Lines = append(set.Lines, prior.Line{
					Profession: profession, Seats: facts.Seats, Taken: facts.Taken, Ordered: facts.Ordered,
					PassStart: facts.Passing.P0, PassSlope: facts.Passing.Slope,
				})
			}
		}
		for i, l := range p.levels {
			if l.year == "" && l.effect.ships() && p.support[i] >= prior.MinSeats {
				set.Coefficients = append(set.Coefficients, prior.Coefficient{
					Effect: l.effect.Key(), Profession: l.profession, Level: l.value, Seats: int(p.support[i]), Value: p.coef[i],
					Draws: p.draws(i),
				})
			}
		}
		out.Sets = append(out.Sets, set)
	}
	return out, nil
}

// draws returns the departures of the refits from coefficient i.
func (p *part) draws(i int) []float64 {
	var draws []float64
	for _, refit := range p.refits {
		draws = append(draws, float64(refit[i])-p.coef[i])
	}
	return draws
}

// WritePrior writes the file of the prior from a model; see ToPrior.
func WritePrior(w io.Writer, m *Model) error {
	shipped, err := ToPrior(m)
	if err != nil {
		return err
	}
	if err := prior.Write(w, shipped); err != nil {
		return fmt.Errorf("availability: %w", err)
	}
	return nil
}

// FromPrior makes a model of the coefficients that ship with the program.
// Coefficients of effects that this version does not know are passed over. Its
// ranges reckon with what does not ship as with places that no list has told of.
func FromPrior(shipped *prior.Prior) *Model {
	m := &Model{parts: make(map[data.Modality]*part, len(shipped.Sets))}
	for i := range shipped.Sets {
		set := &shipped.Sets[i]
		p := &part{
			basis: Basis{Kind: BasisPrior, Processes: slices.Clone(shipped.Processes), Seats: set.Seats},
			theta: set.Theta, ridge: DefaultRidge(), yearRidge: DefaultYearRidge(),
			lines: make(map[string]lineFacts, len(set.Lines)),
		}
		var latest data.Process
		if n := len(shipped.Processes); n > 0 {
			latest = shipped.Processes[n-1]
		}
		for _, l := range set.Lines {
			p.lines[l.Profession] = lineFacts{
				Process: latest, Seats: l.Seats, Taken: l.Taken, Ordered: l.Ordered, Complete: true,
				Passing: Passing{P0: l.PassStart, Slope: l.PassSlope, Source: passingSource(l, latest)},
			}
		}
		if len(set.Coefficients) > 0 {
			p.refits = make([][]float32, len(set.Coefficients[0].Draws))
		}
		for _, c := range set.Coefficients {
			effect, ok := effectOf(c.Effect)
			if !ok {
				continue
			}
			l := level{effect: effect, profession: c.Profession, value: c.Level}
			p.levels = append(p.levels, l)
			p.coef = append(p.coef, c.Value)
			p.support = append(p.support, float64(c.Seats))
			for r := range p.refits {
				p.refits[r] = append(p.refits[r], float32(c.Value+c.Draws[r]))
			}
		}
		p.indexLevels()
		m.parts[set.Modality] = p
	}
	return m
}

// passingSource tells from which process the passing of a shipped line is taken
// to be; none where nothing was learnt.
func passingSource(l prior.Line, latest data.Process) data.Process {
	if l.PassSlope > 0 || l.PassStart > 0 {
		return latest
	}
	return ""
}
