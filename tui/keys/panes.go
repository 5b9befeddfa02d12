package keys

import "brujula/data/texts"

// Changes keys move through what changed between two offers.
type Changes struct{ Open, All, Pair Binding }

// NewChanges makes the bindings of the differences.
func NewChanges() Changes {
	return Changes{
		Open: bind("enter", texts.KeyChangesOpen, "enter").tip(texts.TipChangesOpen),
		All:  bind("O", texts.KeyViewProfession, "O"),
		Pair: bind("t", texts.KeyChangesPair, "t"),
	}
}

// Scope lists the bindings for help.
func (k Changes) Scope() Scope { return Scope{texts.ScreenChanges, []Binding{k.Open, k.All, k.Pair}} }

// Handbook keys move through the sheet of rules.
type Handbook struct{ Next, Previous, Done Binding }

// NewHandbook makes the bindings of the sheet of rules.
func NewHandbook() Handbook {
	return Handbook{
		Next:     bind("tab", texts.KeyRulesNext, "tab"),
		Previous: bind("shift+tab", texts.KeyRulesPrevious, "shift+tab"),
		Done:     bind("enter", texts.KeyRulesFound, "enter"),
	}
}

// Scope lists the bindings for help.
func (k Handbook) Scope() Scope {
	return Scope{texts.ScreenRules, []Binding{k.Next, k.Previous, k.Done}}
}

// Neighbours keys choose whose picks are shown.
type Neighbours struct{ Wider, Narrower, Mark, Other, Process Binding }

// NewNeighbours makes the bindings of Cerca de mi orden.
func NewNeighbours() Neighbours {
	return Neighbours{
		Wider:    bind("+", texts.KeyNearWider, "+"),
		Narrower: bind("-", texts.KeyNearLess, "-"),
		Mark:     bind("m", texts.KeyNearMark, "m"),
		Other:    bind("o", texts.KeyOtherModality, "o"),
		Process:  bind("t", texts.KeyNearPast, "t"),
	}
}

// Scope lists the bindings for help.
func (k Neighbours) Scope() Scope {
	return Scope{texts.ScreenNear, []Binding{k.Wider, k.Narrower, k.Mark, k.Other, k.Process}}
}

// Versions keys work in the menu of the versions of a plan.
type Versions struct{ Open, Copy, Name, Diff, Drop Binding }

// NewVersions makes the bindings of the menu of versions.
func NewVersions() Versions {
	return Versions{
		Open: bind("enter", texts.KeyVersionOpen, "enter"),
		Copy: bind("n", texts.KeyVersionCopy, "n"),
		Name: bind("r", texts.KeyVersionName, "r"),
		Diff: bind("c", texts.KeyCompareShort, "c"),
		Drop: bind("d", texts.KeyVersionDrop, "d"),
	}
}

// Scope lists the bindings for help.
func (k Versions) Scope() Scope {
	return Scope{texts.ScopeVersions, []Binding{k.Open, k.Copy, k.Name, k.Diff, k.Drop}}
}

// Welcome keys answer the question of the first screen. What is written there is
// text.
type Welcome struct{ Next, Demo, Quit Binding }

// NewWelcome makes the bindings of the first screen.
func NewWelcome() Welcome {
	return Welcome{
		Next: bind("enter", texts.WelcomeKeyNext, "enter"),
		Demo: bind("esc", texts.WelcomeKeyDemo, "esc"),
		Quit: bind("ctrl+c", texts.KeyQuit, "ctrl+c"),
	}
}

// Scope lists the bindings for help.
func (k Welcome) Scope() Scope {
	return Scope{texts.ScreenWelcome, []Binding{k.Next, k.Demo, k.Quit}}
}

// Panorama keys choose what of the offer as a whole is shown, and how.
type Panorama struct{ Next, Prev, Views, Modality, Profession, Process, Measure, Pick, Open, Changes, Year, Copy Binding }

// NewPanorama makes the bindings of Panorama.
func NewPanorama() Panorama {
	return Panorama{
		Next:       bind("tab", texts.KeyViewNext, "tab"),
		Prev:       bind("shift+tab", texts.KeyViewPrev, "shift+tab"),
		Views:      bind("v", texts.KeyViews, "v"),
		Modality:   bind("o", texts.KeyViewModality, "o"),
		Profession: bind("O", texts.KeyViewProfession, "O"),
		Process:    bind("t", texts.KeyViewProcess, "t"),
		Measure:    bind("m", texts.KeyMeasure, "m").tip(texts.TipMeasure),
		Pick:       bind(texts.KeyNameSpace, texts.KeyPickRegion, " "),
		Open:       bind("enter", texts.KeyToExplore, "enter").tip(texts.TipToExplore),
		Changes:    bind("D", texts.KeyChanges, "D").tip(texts.TipChanges),
		Year:       bind("E", texts.KeyYear, "E").tip(texts.TipYear),
		Copy:       bind("y", texts.KeyCopy, "y"),
	}
}

// Scope lists the bindings for help.
func (k Panorama) Scope() Scope {
	return Scope{texts.ScreenPanorama, []Binding{
		k.Next, k.Prev, k.Views, k.Modality, k.Profession, k.Process, k.Measure, k.Pick, k.Open, k.Changes, k.Year, k.Copy,
	}}
}
