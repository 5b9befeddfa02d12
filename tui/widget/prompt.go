package widget

import (
	"cmp"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/texts"
	"brujula/tui/keys"
	"brujula/tui/layout"
	"brujula/tui/theme"
)

// Answer is what a key did to a question.
type Answer int

// Open means that the question still stands.
const (
	Open Answer = iota
	Accepted
	Cancelled
)

// Prompt asks for one line of text, in the place of the footer.
type Prompt struct {
	Label string
	// Check refuses a line; its error is shown and the prompt stays open.
	Check func(line string) error

	styles *theme.Styles
	keys   keys.Prompt
	input  *Input
	err    error
}

// NewPrompt makes a prompt that offers a text, which typing replaces.
func NewPrompt(styles *theme.Styles, label, initial string) *Prompt {
	p := &Prompt{Label: label, styles: styles, keys: keys.NewPrompt(), input: NewInput(styles)}
	p.input.Offer(initial)
	return p
}

// Value returns the line as it is.
func (p *Prompt) Value() string { return p.input.Value() }

// Update takes a key. changed tells that the line is another, for a search
// that narrows with each key.
func (p *Prompt) Update(msg tea.KeyMsg) (answer Answer, changed bool) {
	switch {
	case p.keys.Cancel.Matches(msg):
		return Cancelled, false
	case p.keys.Accept.Matches(msg):
		if p.Check != nil {
			if p.err = p.Check(p.Value()); p.err != nil {
				return Open, false
			}
		}
		return Accepted, false
	}
	p.err = nil
	return Open, p.input.Update(msg)
}

// Line draws the prompt in exactly w cells; an error stands at the end.
func (p *Prompt) Line(w int) string {
	label := p.styles.Prompt.Render(p.Label)
	note := ""
	if p.err != nil {
		note = "  " + p.styles.Error.Render(texts.Spanish(p.err))
	}
	room := w - layout.Width(label) - layout.Width(note)
	if least := min(20, w/2); room < least { // what is typed stays in view; the note is cut
		room = least
	}
	return layout.Fit(label+p.input.Line(room)+note, w, layout.Left, p.styles.Glyphs.Ellipsis)
}

// Confirm asks a question that is answered by one key.
type Confirm struct {
	Question string
	YesText  string // what agreeing means; "sí" when empty
	// OtherKey is the letter of a third answer, "" for none, and OtherText says
	// what it means.
	OtherKey, OtherText string

	styles *theme.Styles
	keys   keys.Confirm
}

// NewConfirm makes a question.
func NewConfirm(styles *theme.Styles, question string) *Confirm {
	return &Confirm{Question: question, styles: styles, keys: keys.NewConfirm()}
}

// Keys lists the answers, for the footer.
func (c *Confirm) Keys() []keys.Binding {
	all := []keys.Binding{c.keys.Yes.As(cmp.Or(c.YesText, texts.KeyYes)), c.keys.No}
	if c.OtherKey != "" {
		all = []keys.Binding{all[0], c.keys.No.For(c.OtherKey, c.OtherText), c.keys.No.For("esc", texts.ConfirmNeither)}
	}
	return all
}

// Update takes a key; enter answers nothing, since a person in a hurry hits it
// unread.
func (c *Confirm) Update(msg tea.KeyMsg) Answer {
	switch {
	case c.keys.Yes.Matches(msg):
		return Accepted
	case c.keys.No.Matches(msg):
		return Cancelled
	}
	return Open
}

// IsOther reports whether a key gives the third answer.
func (c *Confirm) IsOther(msg tea.KeyMsg) bool {
	return c.OtherKey != "" && strings.EqualFold(msg.String(), c.OtherKey)
}

// confirmWidth is the widest a question is drawn.
const confirmWidth = 64

// Box draws the question in a box that fits in w cells, as high as it needs.
func (c *Confirm) Box(w int) []string {
	inner := max(1, min(confirmWidth, w)-4)
	lines := append(layout.Wrap(c.Question, inner), "")
	lines = append(lines, c.answers()...)
	for i, line := range lines {
		lines[i] = " " + line
	}
	return Box(c.styles, BoxOptions{Active: true}, lines, inner+4, len(lines)+2)
}

// answers are on one line, or with a third one each on its own.
func (c *Confirm) answers() []string {
	one := func(k, word string) string { return c.styles.Key.Render("["+k+"]") + " " + word }
	yes, no := one(c.keys.Yes.Help().Key, cmp.Or(c.YesText, texts.KeyYes)), one(c.keys.No.Help().Key, texts.KeyNo)
	if c.OtherKey == "" {
		return []string{yes + "   " + no}
	}
	return []string{yes, one(c.OtherKey, c.OtherText), one("esc", texts.ConfirmNeither)}
}
