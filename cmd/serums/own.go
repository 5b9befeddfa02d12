package main

import (
	"github.com/spf13/cobra"

	"brujula/data/library"
	"brujula/data/texts"
	"brujula/planner/workspace"
)

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
