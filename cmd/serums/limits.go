package main

import (
	"github.com/spf13/cobra"

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

// said returns the limits, nil where those of the profile are meant.
func (f *limitsFlag) said() *string {
	if !f.given {
		return nil
	}
	return &f.words
}
