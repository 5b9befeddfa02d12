package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"brujula/data/fold"
	"brujula/data/texts"
	"brujula/tui/theme"
)

// Variables of the environment that are ours.
const (
	envTheme = "SERUMS_TEMA"
	envData  = "SERUMS_DATOS"
)

// checkSurroundings refuses what the flags that all commands share cannot mean,
// and tells on stderr what of the environment is left out of account. The planner
// shows that on its screen.
func (a *app) checkSurroundings(cmd *cobra.Command) error {
	if f := cmd.Flags().Lookup("datos"); f != nil && f.Changed && strings.TrimSpace(a.dataDir) == "" {
		return usage(texts.EmptyFolder) // a script's variable that is not set: not the usual library
	}
	if cmd.HasParent() {
		a.warn(a.environmentNotices()...)
	}
	return nil
}

// environmentNotices reports variables that cannot be what the user means.
func (a *app) environmentNotices() []string {
	var notices []string
	if choice := a.env(envTheme); a.theme == "" && choice != "" {
		if _, ok := theme.Resolve(theme.Hints{Choice: choice}); !ok {
			notices = append(notices, texts.BadThemeVariable(fold.Clean(choice)))
		}
	}
	if a.environ == nil {
		return notices
	}
	for _, pair := range a.environ() {
		name, _, _ := strings.Cut(pair, "=")
		if strings.HasPrefix(name, "SERUMS_") && !slices.Contains([]string{envTheme, envData}, name) {
			notices = append(notices, texts.UnknownVariable(fold.Clean(name), envTheme, envData))
		}
	}
	return notices
}
