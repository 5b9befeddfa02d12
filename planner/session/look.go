package session

import (
	"context"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/together"
	"brujula/planner/availability"
	"brujula/planner/catalog"
	"brujula/planner/storage"
	"brujula/planner/workspace"
)

// estimated brings the chances of a look, modelFound a model. Both are for
// Session.Update alone.
type (
	estimated struct {
		generation uint64
		space      *workspace.Workspace
		forecasts  *workspace.Forecasts
		est        *workspace.Estimates
		noticed    noticed
	}
	modelFound struct {
		space *workspace.Workspace
		model *availability.Model
		err   error
	}
)

// Start returns the first work: estimates with the cached model, or without any
// while one is fitted.
func (d *Session) Start() Jobs {
	d.showPlain()
	d.changed()
	if d.Space.Partial() {
		d.loading = true
		return join(d.findModel(), d.readActs(), d.watchActs(), d.loadWhole())
	}
	return join(d.findModel(), d.readActs(), d.watchActs())
}

// wholeLoaded brings the whole library after the newest process was shown.
type wholeLoaded struct {
	part, space *workspace.Workspace
	err         error
}

func (d *Session) loadWhole() Jobs {
	part, lib, facts, ctx := d.Space, d.Lib, d.Facts, d.ctx
	return Jobs{func() Answer {
		space, err := storage.Load(ctx, lib, facts)
		return wholeLoaded{part, space, err}
	}}
}

func (m wholeLoaded) apply(d *Session) Jobs {
	d.loading = false
	if m.part != d.Space {
		return nil // an import came first and loaded all
	}
	if m.err != nil {
		return fail(m.err)
	}
	d.Space = m.space
	if !sameBeginning(m.part, m.space) {
		d.showPlain()
	}
	d.changed()
	if d.Model == nil {
		return join(d.findModel(), d.readActs())
	}
	return join(d.estimate(), d.findRanges(), d.readActs())
}

// showPlain shows what is known without chances, until they come.
func (d *Session) showPlain() {
	d.base = d.plainEstimates()
	d.Est = d.base
}

// plainEstimates say what is known without chances; they take no time.
func (d *Session) plainEstimates() *workspace.Estimates {
	return d.Space.Estimate(d.Space.Forecast(nil, d.look.Process, d.look.Profession), d.look)
}

// sameBeginning reports whether the rows of the part are the first rows of the
// whole, so that estimates by row hold for both until new ones come.
func sameBeginning(part, whole *workspace.Workspace) bool {
	if part.Catalog.Len() > whole.Catalog.Len() {
		return false
	}
	for row := range part.Catalog.Len() {
		if part.Catalog.Plaza(row).PlazaID != whole.Catalog.Plaza(row).PlazaID {
			return false
		}
	}
	return true
}

// findModel asks for the model in the background: from the cache, else by a
// fit.
func (d *Session) findModel() Jobs {
	d.Fitting, d.Ranging = d.Space.HasPast(), Steps{}
	space, lib, lines := d.Space, d.Lib, d.look.Lines()
	return Jobs{func() Answer {
		if m, ok := space.CachedModel(lib, lines...); ok || space.Partial() {
			return modelFound{space, m, nil}
		}
		return d.fitModel(space)
	}}
}

// fitModel fits the model. It is called from jobs.
func (d *Session) fitModel(space *workspace.Workspace) Answer {
	defer d.room()()
	m, err := space.FitModel(d.ctx, d.Lib)
	return modelFound{space, m, err}
}

// estimate asks for the chances of the present look. Only the answer to the
// last question counts.
func (d *Session) estimate() Jobs {
	generation := d.asked.Next()
	d.estimating = true
	space, model, look, forecasts, notice := d.Space, d.Model, d.look, d.forecasts, d.notice()
	return Jobs{func() Answer {
		if !forecasts.Fits(model, look) || !forecasts.Of(space) {
			forecasts = space.Forecast(model, look.Process, look.Profession)
		}
		if model.Lost() && !space.Partial() { // the cache was taken away behind our back
			return d.fitModel(space)
		}
		est := space.Estimate(forecasts, look)
		return estimated{generation, space, forecasts, est, notice(space, est)}
	}}
}

// LookFrom looks from another rank, without saving it.
func (d *Session) LookFrom(rank int) Jobs {
	rank = max(1, rank)
	if rank == d.OwnRank() && d.look.Passes == d.usualPasses() {
		return d.LookBack()
	}
	d.simulated = true
	if d.ownList() {
		d.look.RankEquivalente = rank
	} else {
		d.look.Rank, d.look.Span = rank, workspace.RankSpan{}
	}
	return d.estimate()
}

// ownList reports whether the applicant's line is the one of those apt for
// equivalente, in which they have a rank of its own.
func (d *Session) ownList() bool {
	return d.Profile.Modality == data.Equivalente && d.Profile.RankEquivalente > 0
}

// OwnRank returns the applicant's rank in their line; 0 when it is not known.
func (d *Session) OwnRank() int {
	if d.ownList() {
		return d.Profile.RankEquivalente
	}
	return d.Profile.Rank
}

// LookRank returns the rank that the line is looked at from.
func (d *Session) LookRank() int {
	if d.ownList() {
		return d.look.RankEquivalente
	}
	return d.look.Rank
}

// UsualOrder is the order of plazas that nobody has chosen: by chance where there is a rank
// to look from.
func (d *Session) UsualOrder() []catalog.Order { return catalog.DefaultOrder(d.LookRank() > 0) }

// LookWithPasses looks as if so many ahead passed; negative goes back to what the
// profile says, or to the usual.
func (d *Session) LookWithPasses(n float64) Jobs {
	if n < 0 {
		n = d.usualPasses()
	}
	d.look.Passes, d.simulated = n, n != d.usualPasses() || d.LookRank() != d.OwnRank()
	return d.estimate()
}

// LookBack goes back to the applicant's own rank.
func (d *Session) LookBack() Jobs {
	d.resetLook()
	return d.estimate()
}

// SetProfile remembers who the applicant is and looks from there.
func (d *Session) SetProfile(p library.Profile) Jobs {
	change := d.rankChangeTo(&p)
	p.Settings = d.Profile.Settings // a form may have been open while they changed
	d.Profile = p
	d.resetLook()
	return join(d.estimate(), d.readActs(), d.saveProfile(), d.moveRanks(change), d.saveRanks())
}

// ownAnswer is the answer to a question of the session's own.
type ownAnswer interface{ apply(d *Session) Jobs }

// Receive takes the answer of a job; ok is false for one that is for whoever
// asked.
func (d *Session) Receive(a Answer) (next Jobs, ok bool) {
	if own, ok := a.(ownAnswer); ok {
		return own.apply(d), true
	}
	return nil, false
}

// apply shows new chances at once, unless an act is followed: those from before
// it are never shown then.
func (m estimated) apply(d *Session) Jobs {
	if !d.asked.Current(m.generation) || m.space != d.Space {
		return nil
	}
	d.forecasts, d.base = m.forecasts, m.est
	if len(d.following()) > 0 {
		return d.follow(false)
	}
	d.Est, d.estimating = d.base, false
	d.changed()
	return d.takeNoticed(m.noticed)
}

func (m modelFound) apply(d *Session) Jobs {
	if m.space != d.Space {
		return nil // the lists have changed since
	}
	d.Fitting, d.Ranging = false, Steps{}
	d.Model = m.model
	return join(fail(m.err), d.estimate(), d.findRanges())
}

// findRanges asks for the estimation ranges, which take some seconds once; the
// chances are on the screen meanwhile.
func (d *Session) findRanges() Jobs {
	if !d.Space.WantsRanges(d.Model) {
		return nil
	}
	space, lib, ctx, model := d.Space, d.Lib, d.ctx, d.Model
	steps := make(chan Answer, 1)
	return Jobs{func() Answer {
		go func() {
			defer d.room()()
			end := Answer(rangesStep{of: model}) // without ranges all else still holds; the next start tries again
			fault := together.Catch(func() {
				ranged, err := space.RangedModel(ctx, lib, model, func(done, total int) {
					select {
					case steps <- rangesStep{model, Steps{done, total}, steps}:
					default: // nobody has looked at the last one yet
					}
				})
				if err == nil {
					end = modelFound{space, ranged, nil}
				}
			})
			if fault != nil {
				end = fault
			}
			select {
			case steps <- end:
			case <-ctx.Done():
			}
		}()
		return next(ctx, steps)
	}}
}

// Steps is how much of some work is done.
type Steps struct{ Done, Total int }

// rangesStep tells how far the ranges of a model are; more brings what comes after it,
// nil at the end.
type rangesStep struct {
	of    *availability.Model
	steps Steps
	more  <-chan Answer
}

// next waits for what a work in the background tells next, and panics where that did.
func next(ctx context.Context, steps <-chan Answer) Answer {
	select {
	case m := <-steps:
		if fault, ok := m.(error); ok {
			panic(fault)
		}
		return m
	case <-ctx.Done():
		return nil
	}
}

func (m rangesStep) apply(d *Session) Jobs {
	if m.of == d.Model {
		d.Ranging = m.steps
	}
	if m.more == nil {
		return nil
	}
	ctx := d.ctx
	return Jobs{func() Answer { return next(ctx, m.more) }}
}
