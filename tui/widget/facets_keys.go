package widget

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/fold"
	"brujula/tui/keys"
)

// FacetAction is what the user wants of a facet.
type FacetAction int

// FacetNothing: the key was not for the list. FacetMoved: only the cursor or a
// fold changed. FacetDead: an option that would give nothing was chosen; the
// caller says so (texts.FacetDead). The others name what to change.
const (
	FacetNothing FacetAction = iota
	FacetMoved
	FacetDead
	FacetToggle
	FacetOnly
	FacetClear
	FacetReset
)

// FacetEvent is what a key did: the action, and the group and option that it
// is for.
type FacetEvent struct {
	Action              FacetAction
	Group, Value, Label string
}

// Update takes a key.
func (f *Facets) Update(msg tea.KeyMsg, nav *keys.Navigation, k *keys.Facets) FacetEvent {
	f.typed = ""
	switch {
	case k.Reset.Matches(msg):
		return FacetEvent{Action: FacetReset}
	case len(f.lines) == 0:
		return FacetEvent{}
	case k.Clear.Matches(msg):
		return FacetEvent{Action: FacetClear, Group: f.groups[f.lines[f.cursor].group].ID}
	case k.Toggle.Matches(msg):
		return f.choose(FacetToggle)
	case k.Only.Matches(msg):
		return f.choose(FacetOnly)
	case k.Fold.Matches(msg):
		f.fold(msg.String() == "left")
		return FacetEvent{Action: FacetMoved}
	}
	return f.move(msg, nav)
}

// choose acts on the option under the cursor; on a title it folds.
func (f *Facets) choose(action FacetAction) FacetEvent {
	l := f.lines[f.cursor]
	g := f.groups[l.group]
	if l.option < 0 {
		f.fold(!f.folded[g.ID])
		return FacetEvent{Action: FacetMoved}
	}
	o := g.Options[l.option]
	if o.dead() {
		action = FacetDead
	}
	return FacetEvent{Action: action, Group: g.ID, Value: o.Value, Label: o.label()}
}

// fold folds or unfolds the group under the cursor, which goes to its title.
func (f *Facets) fold(folded bool) {
	id := f.groups[f.lines[f.cursor].group].ID
	if f.folded[id] == folded {
		return
	}
	want := f.on
	if folded {
		want = facetPlace{group: id, title: true}
	}
	f.folded[id] = folded
	f.unfold()
	f.seek(want)
}

func (f *Facets) move(msg tea.KeyMsg, nav *keys.Navigation) FacetEvent {
	to, ok := nav.To(msg, f.cursor, len(f.lines), f.scroll.h-1)
	if !ok {
		return FacetEvent{}
	}
	f.moveTo(to)
	return FacetEvent{Action: FacetMoved}
}

// Click puts the cursor on a line of the list, from 0, and chooses it.
func (f *Facets) Click(y int) FacetEvent {
	line := f.scroll.Start() + y
	if y < 0 || y >= f.scroll.h || line >= len(f.lines) {
		return FacetEvent{}
	}
	f.moveTo(line)
	return f.choose(FacetToggle)
}

// Wheel moves the cursor by steps of the mouse wheel, down for positive ones.
func (f *Facets) Wheel(steps int) { f.moveTo(f.cursor + 3*steps) }

// Jump goes to an option or title by its first letters: to the next that begins
// with the letters typed one after the other, else with the last of them alone,
// from the top again after the end.
func (f *Facets) Jump(letter rune) {
	typed := f.typed + fold.Fold(string(letter))
	if f.typed == "" || !f.seekFrom(f.cursor, typed) {
		typed = fold.Fold(string(letter))
		f.seekFrom(f.cursor+1, typed)
	}
	f.typed = typed
}

// seekFrom goes to the first line from one on that begins with a text; it tells
// whether there is any.
func (f *Facets) seekFrom(start int, want string) bool {
	for i := range f.lines {
		at := (start + i) % len(f.lines)
		l := f.lines[at]
		label := f.groups[l.group].Title
		if l.option >= 0 {
			label = f.groups[l.group].Options[l.option].label()
		}
		if strings.HasPrefix(fold.Fold(label), want) {
			f.moveTo(at)
			return true
		}
	}
	return false
}
