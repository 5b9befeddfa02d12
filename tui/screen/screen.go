// Package screen is the contract between the root model and the screens.
//
// Only the root is a tea.Model. Screens are structs behind pointers: the root
// calls down by methods, screens answer up by typed messages (package msg). A
// command that a screen returns never touches the screen: it works on what it
// was given and answers with a message.
package screen

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/session"
	"brujula/tui/keys"
)

// Kind names a screen.
type Kind int

// The screens, in the order of the digits that open them; Card and Profile are
// opened from others.
const (
	Explore Kind = iota
	Plan
	Compare
	Turn
	Panorama
	Sources
	Card
	Profile
	Import
	Neighbours
	Rules
	Welcome
	Changes
)

// Tabs lists the kinds that stand in the top line, in its order.
func Tabs() []Kind { return []Kind{Explore, Plan, Compare, Turn, Panorama, Sources} }

// Title returns the name that the user sees.
func (k Kind) Title() string {
	return map[Kind]string{
		Explore:    texts.ScreenExplore,
		Plan:       texts.ScreenPlan,
		Compare:    texts.ScreenCompare,
		Turn:       texts.ScreenTurn,
		Panorama:   texts.ScreenPanorama,
		Sources:    texts.ScreenSources,
		Card:       texts.ScreenCard,
		Profile:    texts.ScreenProfile,
		Import:     texts.ScreenImport,
		Neighbours: texts.ScreenNear,
		Rules:      texts.ScreenRules,
		Welcome:    texts.ScreenWelcome,
		Changes:    texts.ScreenChanges,
	}[k]
}

// Page is one place to be: a screen, and what it shows where it can show more
// than one thing (the card of a plaza). Screens are kept by page, so that
// cursor, filter and scroll come back.
type Page struct {
	Kind Kind
	ID   string
}

// Help is what the help shows for the place the user is in. Footer is in the
// order of importance, the way to the full help first.
type Help struct {
	Footer []keys.Binding
	Scopes []keys.Scope
}

// Screen is one page of the planner.
type Screen interface {
	// Init returns the first work to do, when the page is first opened.
	Init() tea.Cmd

	// Update takes a message. It does no I/O and no heavy work: that is for the
	// command it returns.
	Update(tea.Msg) tea.Cmd

	// View draws the page: no line wider, and not more lines, than Resize gave.
	View() string

	// Resize sets the room for the page in cells. It comes before the first
	// View and at every change.
	Resize(w, h int)

	// Help tells the bindings for where the focus is.
	Help() Help

	// Typing reports that a text input has the focus: keys are text then, and
	// only ForceQuit keeps its meaning.
	Typing() bool

	// Back takes one step back inside the page (close a drawer, clear a search)
	// and tells whether there was one; else the root leaves the page.
	Back() bool
}

// Titler is for screens that have more to say in the second line of the
// window: what is filtered on the left, counts and order on the right.
type Titler interface {
	Status() (left, right string)
}

// Jumper is for screens that at times take keys which have a meaning everywhere
// else: they get those for which it says so first.
type Jumper interface {
	Jumps(k tea.KeyMsg) bool
}

// PathTaker is for screens that ask for the path of a file themselves: while
// they do, one that is pasted or dropped is for them and not for the import.
type PathTaker interface {
	TakesPaths() bool
}

// RowsTaker is for screens that take several lines which are pasted, wherever
// they are. They come as one key with Paste set.
type RowsTaker interface {
	TakesRows() bool
}

// Generation numbers questions that are answered later, such as a search in
// the background. An answer that carries an older number is dropped.
type Generation = session.Generation

// PlazaPage names the page of a plaza.
func PlazaPage(id data.PlazaID) string {
	return strings.Join([]string{string(id.Process), id.Profession, string(id.Modality), id.Renipress}, "|")
}

// PlazaOf reads what PlazaPage wrote.
func PlazaOf(page string) (data.PlazaID, bool) {
	parts := strings.Split(page, "|")
	if len(parts) != 4 {
		return data.PlazaID{}, false
	}
	return data.PlazaID{
		Process: data.Process(parts[0]), Profession: parts[1], Modality: data.Modality(parts[2]), Renipress: parts[3],
	}, true
}
