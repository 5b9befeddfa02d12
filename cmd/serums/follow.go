package main

import (
	"context"
	"errors"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/card"
	"brujula/planner/turn"
	"brujula/planner/workspace"
)

// estimateFor looks at the lines of a look with the flags' rank, and with --turno as
// the act under way has left them. Without --turno it warns on stderr where
// there is such an act: its figures are then those from before it. Where modalities
// are named only their lines get chances.
func (a *app) estimateFor(ctx context.Context, d *loaded, f *filterFlags, look workspace.Look, only ...data.Modality) (*workspace.Estimates, error) {
	a.warn(d.space.RankDoubts(look)...)
	acts, err := a.acts(d, look)
	if err != nil {
		return nil, err
	}
	if !f.follow {
		if look.HasRank() {
			a.tellActs(acts.UnderWay())
		}
		est, err := a.estimate(ctx, d, look, only...)
		if err != nil {
			return nil, err
		}
		return acts.Owned(est), nil
	}
	if len(acts.UnderWay()) == 0 {
		return nil, errors.New(texts.NoActToFollow(look.Process, look.Profession))
	}
	if s := acts[data.Remunerada]; f.rank == 0 && s.Rank > 0 {
		look.Rank = s.Rank
	}
	if s := acts[data.Equivalente]; f.rankEquivalente == 0 && s.Rank > 0 {
		look.RankEquivalente = s.Rank
	}
	est, err := a.estimate(ctx, d, look, only...)
	if err != nil {
		return nil, err
	}
	rank := func(m data.Modality, _ *turn.State) int {
		n, _ := turn.RankIn(m, est.Lines[m], look)
		return n
	}
	return acts.Follow(d.space, est, rank, true), nil
}

// acts reads the acts of a look's lines; the demonstration has none.
func (a *app) acts(d *loaded, look workspace.Look) (turn.Acts, error) {
	if d.lib == nil {
		return nil, nil
	}
	return turn.Standing(d.lib, d.space, look.Process, look.Profession)
}

// actText tells the act that a line follows; "" for none.
func actText(l *workspace.Live) string {
	if l == nil {
		return ""
	}
	return card.ActText(l)
}

// tellActs says that figures do not follow an act.
func (a *app) tellActs(acts turn.Acts) {
	for _, m := range data.Modalities() {
		if s, ok := acts[m]; ok {
			a.warn(texts.ActNotFollowed(m, s.Turn))
		}
	}
}
