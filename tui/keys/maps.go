package keys

import (
	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/texts"
)

// Global keys work in every screen, unless a text input has the focus.
type Global struct {
	Help, Command, Back, NextPart, PrevPart Binding
	Explore, Plan, Compare, Turn            Binding
	Panorama, Sources                       Binding
	Profile, RankLess, RankMore             Binding
	Suspend, Quit, ForceQuit                Binding
}

// NewGlobal makes the global bindings.
func NewGlobal() Global {
	return Global{
		Help:      bind("?", texts.KeyHelp, "?", "f1"),
		Command:   bind(":", texts.KeyCommand, ":").tip(texts.TipCommand),
		Back:      bind("esc", texts.KeyBack, "esc").tip(texts.TipBack),
		NextPart:  bind("tab", texts.KeyNextPart, "tab"),
		PrevPart:  bind("shift+tab", texts.KeyPrevPart, "shift+tab"),
		Explore:   bind("1", texts.ScreenExplore, "1"),
		Plan:      bind("2", texts.ScreenPlan, "2"),
		Compare:   bind("3", texts.ScreenCompare, "3"),
		Turn:      bind("4", texts.ScreenTurn, "4"),
		Panorama:  bind("5", texts.ScreenPanorama, "5"),
		Sources:   bind("6", texts.ScreenSources, "6"),
		Profile:   bind("P", texts.KeyProfile, "P"),
		RankLess:  bind("<", texts.KeyRankLess, "<").tip(texts.TipRank),
		RankMore:  bind(">", texts.KeyRankMore, ">").tip(texts.TipRank),
		Suspend:   bind("ctrl+z", texts.KeySuspend, "ctrl+z"),
		Quit:      bind("q", texts.KeyQuit, "q"),
		ForceQuit: bind("ctrl+c", texts.KeyForceQuit, "ctrl+c"),
	}
}

// Scope lists the bindings for help.
func (k Global) Scope() Scope {
	return Scope{texts.ScopeGlobal, []Binding{
		k.Help, k.Command, k.Back, k.NextPart, k.PrevPart,
		k.Explore, k.Plan, k.Compare, k.Turn, k.Panorama, k.Sources,
		k.Profile, k.RankLess, k.RankMore, k.Suspend, k.Quit, k.ForceQuit,
	}}
}

// Navigation keys move in anything that has lines.
type Navigation struct {
	Up, Down, Left, Right Binding
	PageUp, PageDown      Binding
	HalfUp, HalfDown      Binding
	Top, Bottom           Binding
	FirstField, LastField Binding
}

// To returns where a key takes a cursor that is at one of n places, of which page are a
// page; it may lie outside of them. ok is false for a key that does not move it.
func (k *Navigation) To(msg tea.KeyMsg, at, n, page int) (to int, ok bool) {
	page = max(1, page)
	switch {
	case k.Up.Matches(msg):
		return at - 1, true
	case k.Down.Matches(msg):
		return at + 1, true
	case k.PageUp.Matches(msg):
		return at - page, true
	case k.PageDown.Matches(msg):
		return at + page, true
	case k.HalfUp.Matches(msg):
		return at - max(1, page/2), true
	case k.HalfDown.Matches(msg):
		return at + max(1, page/2), true
	case k.Top.Matches(msg):
		return 0, true
	case k.Bottom.Matches(msg):
		return n - 1, true
	}
	return at, false
}

// NewNavigation makes the bindings for moving.
func NewNavigation() Navigation {
	return Navigation{
		Up:         bind("↑ k", texts.KeyUp, "up", "k"),
		Down:       bind("↓ j", texts.KeyDown, "down", "j"),
		Left:       bind("← h", texts.KeyLeft, "left", "h"),
		Right:      bind("→ l", texts.KeyRight, "right", "l"),
		PageUp:     bind(texts.KeyNamePageUp, texts.KeyPageUp, "pgup", "ctrl+b"),
		PageDown:   bind(texts.KeyNamePageDown, texts.KeyPageDown, "pgdown", "ctrl+f"),
		HalfUp:     bind("ctrl+u", texts.KeyHalfUp, "ctrl+u"),
		HalfDown:   bind("ctrl+d", texts.KeyHalfDown, "ctrl+d"),
		Top:        bind("g", texts.KeyTop, "g", "home"),
		Bottom:     bind("G", texts.KeyBottom, "G", "end"),
		FirstField: bind("0", texts.KeyFirstField, "0", "^"),
		LastField:  bind("$", texts.KeyLastField, "$"),
	}
}

// Scope lists the bindings for help.
func (k Navigation) Scope() Scope {
	return Scope{texts.ScopeNavigation, []Binding{
		k.Up, k.Down, k.Left, k.Right, k.PageUp, k.PageDown, k.HalfUp, k.HalfDown, k.Top, k.Bottom, k.FirstField, k.LastField,
	}}
}

// Search keys start a search and walk its results.
type Search struct{ Start, Next, Prev Binding }

// NewSearch makes the bindings for searching.
func NewSearch() Search {
	return Search{
		Start: bind("/", texts.KeySearch, "/").tip(texts.TipSearch),
		Next:  bind("n", texts.KeySearchNext, "n"),
		Prev:  bind("N", texts.KeySearchPrev, "N"),
	}
}

// Scope lists the bindings for help.
func (k Search) Scope() Scope {
	return Scope{texts.ScopeSearch, []Binding{k.Start, k.Next, k.Prev}}
}

// Table keys work on the current column or the current row of a table.
type Table struct {
	SortUp, SortDown, SortReset       Binding
	LikeThis, Frequencies             Binding
	HideColumn, Columns               Binding
	Star, Open, Preview, Copy, Select Binding
}

// NewTable makes the bindings of tables.
func NewTable() Table {
	return Table{
		SortUp:      bind("[", texts.KeySortUp, "[").tip(texts.TipSort),
		SortDown:    bind("]", texts.KeySortDown, "]").tip(texts.TipSort),
		SortReset:   bind("=", texts.KeySortReset, "="),
		LikeThis:    bind(",", texts.KeyLikeThis, ",").tip(texts.TipLikeThis),
		Frequencies: bind("F", texts.KeyFrequencies, "F").tip(texts.TipFrequencies),
		HideColumn:  bind("-", texts.KeyHideColumn, "-").tip(texts.TipHideColumn),
		Columns:     bind("C", texts.KeyColumns, "C"),
		Star:        bind(texts.KeyNameSpace, texts.KeyStarNext, " "),
		Open:        bind("enter", texts.KeyOpenCard, "enter").tip(texts.TipOpen),
		Preview:     bind("p", texts.KeyPreview, "p"),
		Copy:        bind("y", texts.KeyCopy, "y").tip(texts.TipCopy),
		Select:      bind("s", texts.KeySelect, "s"),
	}
}

// Scope lists the bindings for help.
func (k Table) Scope() Scope {
	return Scope{texts.ScopeTable, []Binding{
		k.SortUp, k.SortDown, k.SortReset, k.LikeThis, k.Frequencies, k.HideColumn, k.Columns,
		k.Star, k.Open, k.Preview, k.Copy, k.Select,
	}}
}

// Facets keys work in the panel of filters.
type Facets struct{ Open, Toggle, Only, Fold, Clear, Reset Binding }

// NewFacets makes the bindings of the panel of filters.
func NewFacets() Facets {
	return Facets{
		Open:   bind("f", texts.KeyFilters, "f"),
		Toggle: bind(texts.KeyNameSpace, texts.KeyFacetToggle, " ", "x"),
		Only:   bind("enter", texts.KeyFacetOnly, "enter").tip(texts.TipFacetOnly),
		Fold:   bind("← →", texts.KeyFacetFold, "left", "right"), // letters lead to what begins with them
		Clear:  bind(texts.KeyNameDelete, texts.KeyFacetClear, "delete"),
		Reset:  bind("X", texts.KeyFiltersReset, "X").tip(texts.TipFiltersReset),
	}
}

// Scope lists the bindings for help.
func (k Facets) Scope() Scope {
	return Scope{texts.FacetsTitle, []Binding{k.Open, k.Toggle, k.Only, k.Fold, k.Clear, k.Reset}}
}
