// Package keys holds every key binding, grouped by the scope that it works
// in, and the views of help that are made from them. The README's list of
// keys is made from the same bindings.
package keys

import (
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
)

// Binding is one or more keys that do one thing.
type Binding struct {
	key.Binding

	// Tooltip says more than the short description; may be empty.
	Tooltip string

	// DisabledReason, when not empty, tells why the key does nothing now. The
	// binding still matches, so that pressing it can say why.
	DisabledReason string
}

// bind makes a binding. label is how the keys are written in help.
func bind(label, description string, keys ...string) Binding {
	return Binding{Binding: key.NewBinding(key.WithKeys(keys...), key.WithHelp(label, description))}
}

// tip returns the binding with a tooltip.
func (b Binding) tip(text string) Binding {
	b.Tooltip = text
	return b
}

// Because returns the binding disabled for a reason, or enabled when the reason
// is empty.
func (b Binding) Because(reason string) Binding {
	b.DisabledReason = reason
	return b
}

// As returns the binding with another short description, for a place where the
// same key means something narrower.
func (b Binding) As(description string) Binding {
	b.SetHelp(b.Help().Key, description)
	return b
}

// For gives the binding the label of several keys that do one thing together,
// as "[ ]" sort up and down, for a line that has room for one of them.
func (b Binding) For(label, description string) Binding {
	b.SetHelp(label, description)
	return b
}

// Matches reports whether msg is one of the keys, also when the binding is
// disabled: the caller then shows DisabledReason.
func (b Binding) Matches(msg tea.KeyMsg) bool {
	return key.Matches(msg, b.Binding)
}

// Usable leaves out of a footer the bindings that a reason forbids; without a
// reason all stay. A binding is known by its keys, whatever it is called here.
func Usable(why string, all []Binding, forbidden ...Binding) []Binding {
	if why == "" {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), func(b Binding) bool { return b.among(forbidden) })
}

// Explained returns the bindings with those disabled that a reason forbids, for
// the full help, which tells it.
func Explained(why string, all []Binding, forbidden ...Binding) []Binding {
	out := slices.Clone(all)
	for i := range out {
		if why != "" && out[i].among(forbidden) {
			out[i] = out[i].Because(why)
		}
	}
	return out
}

func (b Binding) among(others []Binding) bool {
	return slices.ContainsFunc(others, func(o Binding) bool { return slices.Equal(o.Keys(), b.Keys()) })
}

// Scope is the bindings that work in one place, in the order of the help.
type Scope struct {
	Name     string
	Bindings []Binding
}

// With returns the scope with more bindings, that a page takes from others.
func (s Scope) With(more ...Binding) Scope {
	return Scope{s.Name, append(slices.Clip(s.Bindings), more...)}
}

// Split returns one message per character. Bubble Tea puts characters that
// arrive together, as under key repeat over a slow line, into one message;
// "jjj" would match no binding. Pasted text stays whole. The root model passes
// each key through Split unless a text input has the focus.
func Split(msg tea.KeyMsg) []tea.KeyMsg {
	if msg.Type != tea.KeyRunes || msg.Paste || len(msg.Runes) < 2 {
		return []tea.KeyMsg{msg}
	}
	return data.Map(msg.Runes, func(r rune) tea.KeyMsg { return tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}, Alt: msg.Alt} })
}
