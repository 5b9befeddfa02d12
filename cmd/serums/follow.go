package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"brujula/data"
	"brujula/data/library"
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

// limitsFlag is --no-quiero of commands that keep what the profile says unless they
// are told otherwise: of advice and of what to ask for.
type limitsFlag struct {
	words string
	given bool
}

func (f *limitsFlag) register(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.words, workspace.KeyRefused, "", texts.FlagOwnLimits)
}

// check notes whether the flag was said: an empty one asks for no limits at all.
func (f *limitsFlag) check(cmd *cobra.Command) {
	f.given = cmd.Flags().Changed(workspace.KeyRefused)
}

// own adds to a look what else holds for the applicant: what they do not want, out of
// the flag or the profile, and the ranks of the profile that theirs may turn out to
// be. It leaves alone a span that was given.
func (a *app) own(d *loaded, look workspace.Look, f *limitsFlag) (workspace.Look, error) {
	p := a.profile(d)
	if p.Process == look.Process && p.Profession == look.Profession && !look.Span.Known() {
		look.Span = workspace.RankSpan{From: p.RankFrom, To: p.RankTo}
	}
	if !f.given {
		look.Limits = a.limits(&p)
		return look, nil
	}
	all, err := d.space.ParseLimits(f.words)
	if err != nil {
		return look, requestUsage(err)
	}
	look.Limits = workspace.LimitsText(all)
	return look, nil
}

// profile is what the planner keeps of the applicant; the zero one where it cannot be
// read: the planner says so, and a command says no less for it.
func (a *app) profile(d *loaded) library.Profile {
	if d.lib == nil {
		return library.Profile{}
	}
	p, err := d.lib.Profile()
	if err != nil {
		return library.Profile{}
	}
	return p
}

// limits is what the applicant said in the planner not to want; "" for nothing.
func (a *app) limits(p *library.Profile) string {
	kept := p.Settings[workspace.KeyRefused]
	a.warn(workspace.LimitsDoubt(kept))
	return kept
}
