// Package screens puts the planner together: which screen is made for which
// kind of page.
package screens

//go:generate go run ./internal/documents

import (
	"brujula/tui/bridge"
	"brujula/tui/changes"
	"brujula/tui/comparing"
	"brujula/tui/explore"
	"brujula/tui/fullcard"
	"brujula/tui/handbook"
	"brujula/tui/importing"
	"brujula/tui/myplan"
	"brujula/tui/neighbours"
	"brujula/tui/panorama"
	"brujula/tui/profile"
	"brujula/tui/root"
	"brujula/tui/screen"
	"brujula/tui/sources"
	"brujula/tui/turn"
	"brujula/tui/welcome"
)

// New makes the planner with all its screens. It opens with the import of the
// files, where there are any.
func New(d *bridge.Desk, notices []string, clipboard root.Clipboard, files ...string) *root.Model {
	return root.New(root.Options{
		Desk: d, Clipboard: clipboard, Notices: notices, Files: files,
		Makers: map[screen.Kind]root.Maker{
			screen.Explore:    explore.New,
			screen.Card:       fullcard.New,
			screen.Panorama:   panorama.New,
			screen.Profile:    profile.New,
			screen.Plan:       myplan.New,
			screen.Turn:       turn.New,
			screen.Compare:    comparing.New,
			screen.Sources:    sources.New,
			screen.Import:     importing.New,
			screen.Neighbours: neighbours.New,
			screen.Rules:      handbook.New,
			screen.Welcome:    welcome.New,
			screen.Changes:    changes.New,
		},
	})
}
