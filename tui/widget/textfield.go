package widget

import (
	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/texts"
	"brujula/tui/layout"
	"brujula/tui/theme"
)

// Text is a field for one line of free text.
type Text struct {
	label    string
	optional bool
	check    func(string) string // tells what is wrong; may be nil
	input    *Input
}

// NewText makes a field for at most so many characters; check tells what is
// wrong with a text, "" for nothing, and may be nil.
func NewText(st *theme.Styles, label string, most int, optional bool, check func(string) string) *Text {
	t := &Text{label: label, optional: optional, check: check, input: NewInput(st)}
	t.input.model.CharLimit = most
	return t
}

// Put writes a text there.
func (t *Text) Put(text string) { t.input.SetValue(text) }

// Label names the field.
func (t *Text) Label() string { return t.label }

// Value returns the text.
func (t *Text) Value() string { return t.input.Value() }

// Update takes a key.
func (t *Text) Update(msg tea.KeyMsg) bool { return t.input.Update(msg) }

// Lines draws the text, on as many lines as it needs where it is not being
// written.
func (t *Text) Lines(_ *theme.Styles, w int, focused bool) []string {
	if focused {
		return []string{t.input.Line(w)}
	}
	return layout.Wrap(t.Value(), w)
}

// Fault reports that the text is missing or wrong.
func (t *Text) Fault() string {
	switch {
	case t.Value() == "" && t.optional:
		return ""
	case t.Value() == "":
		return texts.FieldNeeded(t.label)
	case t.check == nil:
		return ""
	}
	return t.check(t.Value())
}
