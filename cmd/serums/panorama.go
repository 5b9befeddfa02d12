package main

import "github.com/spf13/cobra"

// surveyCommands look at the offer as a whole, at places and at what is said
// of them.
func (a *app) surveyCommands() []*cobra.Command {
	return []*cobra.Command{a.diffCommand()}
}
