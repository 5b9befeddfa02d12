package inquiry

import (
	"context"
	"errors"
	"slices"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/texts"
	"brujula/planner/availability"
	"brujula/planner/turn"
	"brujula/planner/workspace"
)

// Sight is from where lines are looked at, and how.
type Sight struct {
	workspace.Look
	Follow bool // as the acts under way have left them
	// Yields says that the ranks are those that a plan keeps: that with which an act
	// was begun goes before them.
	Yields bool
}

// See looks at the lines of a sight. Where it does not follow the acts under way, it
// tells of them: the figures are then those from before. Where modalities are named
// only their lines get chances.
func (q *Inquiry) See(ctx context.Context, from Sight, only ...data.Modality) (*workspace.Estimates, error) {
	look := from.Look
	q.Tell(q.Space.RankDoubts(look, orBoth(only)...)...)
	acts, err := q.acts(look)
	if err != nil {
		return nil, err
	}
	if !from.Follow {
		if look.HasRank() {
			q.tellOf(acts.UnderWay())
		}
		est, err := q.Estimate(ctx, look, only...)
		if err != nil {
			return nil, err
		}
		return acts.Owned(est), nil
	}
	if len(acts.UnderWay()) == 0 {
		return nil, errors.New(texts.NoActToFollow(look.Process, look.Profession))
	}
	begunWith := func(rank *int, m data.Modality) {
		if s := acts[m]; s.Rank > 0 && (*rank == 0 || from.Yields) {
			*rank = s.Rank
		}
	}
	begunWith(&look.Rank, data.Remunerada)
	begunWith(&look.RankEquivalente, data.Equivalente)
	est, err := q.Estimate(ctx, look, only...)
	if err != nil {
		return nil, err
	}
	rank := func(m data.Modality, _ *turn.State) int {
		n, _ := turn.RankIn(m, est.Lines[m], look)
		return n
	}
	return acts.Follow(q.Space, est, rank, true), nil
}

// acts reads the acts of a look's lines; the demonstration has none.
func (q *Inquiry) acts(look workspace.Look) (turn.Acts, error) {
	if q.Lib == nil {
		return nil, nil
	}
	return turn.Standing(q.Lib, q.Space, look.Process, look.Profession)
}

// tellOf says that figures do not follow some acts.
func (q *Inquiry) tellOf(acts turn.Acts) {
	for _, m := range data.Modalities() {
		if s, ok := acts[m]; ok {
			q.Tell(texts.ActNotFollowed(m, s.Turn))
		}
	}
}

// Estimate looks at lines from a rank as they were before any act, fitting the model
// where the cache has none. Where nothing can be fitted it says so, and gives what is
// known without chances.
func (q *Inquiry) Estimate(ctx context.Context, look workspace.Look, only ...data.Modality) (*workspace.Estimates, error) {
	var model *availability.Model
	if look.HasRank() {
		var err error
		if model, err = q.modelFor(ctx, look, only); err != nil {
			return nil, err
		}
	}
	return q.Space.Estimate(q.Space.Forecast(model, look.Process, look.Profession, only...), look), nil
}

// modelFor returns the model with its ranges, and says on what little it may stand.
func (q *Inquiry) modelFor(ctx context.Context, look workspace.Look, only []data.Modality) (*availability.Model, error) {
	model, err := q.findModel(ctx, look, only)
	switch {
	case err != nil:
		return nil, err
	case model.Empty():
		q.Tell(texts.NoModelYet)
	case !q.Space.HasPast():
		q.Tell(texts.FactoryModel)
	}
	if !q.Space.WantsRanges(model) {
		return model, nil
	}
	q.Slow() // once: the library keeps them
	return q.Space.RangedModel(ctx, q.Lib, model, nil)
}

// findModel returns the model, read for the lines that are looked at alone where the
// cache has it with its ranges, for which other lines are needed.
func (q *Inquiry) findModel(ctx context.Context, look workspace.Look, only []data.Modality) (*availability.Model, error) {
	if q.model != nil {
		return q.model, nil
	}
	lines := slices.DeleteFunc(look.Lines(), func(l data.Line) bool { return !slices.Contains(orBoth(only), l.Modality) })
	if model, ok := q.Space.CachedModel(q.Lib, lines...); ok && model.HasRanges() {
		return model, nil
	}
	return q.Space.Model(ctx, q.Lib, lines...)
}

// orBoth returns the modalities that are named, both where none is.
func orBoth(named []data.Modality) []data.Modality {
	if len(named) == 0 {
		return data.Modalities()
	}
	return named
}

// Own adds to a look what else holds for the applicant: the ranks of the profile that
// theirs may turn out to be, but for a span that was said, and what they do not want:
// the limits, or where these are nil those of the profile.
func (q *Inquiry) Own(look workspace.Look, limits *string) (workspace.Look, error) {
	p := q.profile()
	if p.Process == look.Process && p.Profession == look.Profession && !look.Span.Known() {
		look.Span = workspace.RankSpan{From: p.RankFrom, To: p.RankTo}
	}
	if limits == nil {
		look.Limits = p.Settings[workspace.KeyRefused]
		q.Tell(workspace.LimitsDoubt(look.Limits))
		return look, nil
	}
	all, err := q.Space.ParseLimits(*limits)
	if err != nil {
		return look, err
	}
	look.Limits = workspace.LimitsText(all)
	return look, nil
}

// profile is what the planner keeps of the applicant; the zero one where it cannot be
// read: the planner says so, and an answer is no less for it.
func (q *Inquiry) profile() library.Profile {
	if q.Lib == nil {
		return library.Profile{}
	}
	p, err := q.Lib.Profile()
	if err != nil {
		return library.Profile{}
	}
	return p
}
