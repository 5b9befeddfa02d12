package widget

import (
	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/texts"
	"brujula/tui/keys"
	"brujula/tui/layout"
	"brujula/tui/theme"
)

// Completion is one way to go on with a command line.
type Completion struct {
	Line string // the whole line, completed
	Show string // what the popup shows; Line when empty
	Hint string // what it means
}

// Completer gives the ways to go on with a line, best first. It is called at
// every key and must be fast.
type Completer func(line string) []Completion

// popupLines is the most completions that are in view at once.
const popupLines = 8

// CommandLine reads a line after ":", with completion and with the lines
// before it.
type CommandLine struct {
	styles   *theme.Styles
	keys     keys.Prompt
	input    *Input
	complete Completer

	offers  []Completion
	at      int // in offers; -1 while none was taken
	history []string
	back    int // steps back in history
	draft   string
}

// NewCommandLine makes an empty command line.
func NewCommandLine(styles *theme.Styles, complete Completer) *CommandLine {
	return &CommandLine{styles: styles, keys: keys.NewPrompt(), input: NewInput(styles), complete: complete, at: -1}
}

// Open empties the line, or starts it with a text, and offers completions.
func (c *CommandLine) Open(initial string) {
	c.back, c.draft = 0, ""
	c.input.SetValue(initial)
	c.offer()
}

// Value returns the line.
func (c *CommandLine) Value() string { return c.input.Value() }

// Update takes a key. Tab and shift+tab walk the completions, up and down the
// lines before. An accepted line is remembered.
func (c *CommandLine) Update(msg tea.KeyMsg) Answer {
	switch {
	case c.keys.Cancel.Matches(msg):
		return Cancelled
	case c.keys.Accept.Matches(msg):
		c.remember(c.Value())
		return Accepted
	case c.keys.Complete.Matches(msg):
		c.takeOffer(c.at + 1)
	case msg.Type == tea.KeyShiftTab:
		c.takeOffer(c.at - 1)
	case c.keys.Prev.Matches(msg):
		c.recall(c.back + 1)
	case c.keys.Next.Matches(msg):
		c.recall(c.back - 1)
	case msg.Type == tea.KeyBackspace && c.Value() == "":
		return Cancelled // one more step back than there is text, as in vim
	default:
		if c.input.Update(msg) {
			c.offer()
		}
	}
	return Open
}

func (c *CommandLine) offer() {
	c.at = -1
	c.offers = nil
	if c.complete != nil {
		c.offers = c.complete(c.Value())
	}
}

// takeOffer puts a completion on the line. A single one is taken for good: what
// follows it is offered next.
func (c *CommandLine) takeOffer(at int) {
	n := len(c.offers)
	if n == 0 {
		return
	}
	c.at = (at + n) % n
	c.input.SetValue(c.offers[c.at].Line)
	if n == 1 {
		c.offer()
	}
}

// recall goes to a line of the history, 0 for the one being written.
func (c *CommandLine) recall(back int) {
	if back < 0 || back > len(c.history) {
		return
	}
	if c.back == 0 {
		c.draft = c.Value()
	}
	c.back = back
	text := c.draft
	if back > 0 {
		text = c.history[len(c.history)-back]
	}
	c.input.SetValue(text)
	c.offer()
}

func (c *CommandLine) remember(line string) {
	if line == "" || len(c.history) > 0 && c.history[len(c.history)-1] == line {
		return
	}
	c.history = append(c.history, line)
}

// Line draws the command line in exactly w cells.
func (c *CommandLine) Line(w int) string {
	prompt := c.styles.Prompt.Render(":")
	return layout.Fit(prompt+c.input.Line(max(0, w-1)), w, layout.Left, "")
}

// Popup draws the completions in a box of w cells and "most" lines at most, to
// stand over the lines above the command line; none when there is nothing to
// offer or no room.
func (c *CommandLine) Popup(w, most int) []string {
	n := min(len(c.offers), popupLines, most-2)
	if n <= 0 {
		return nil
	}
	from := min(max(0, c.at-n/2), len(c.offers)-n)
	column, hinted, inner := 0, false, w-2
	for _, o := range c.offers[from : from+n] {
		column = max(column, layout.Width(o.show()))
		hinted = hinted || o.Hint != ""
	}
	if hinted { // else all of the width is for the words themselves
		column = min(column, inner/2)
	}
	lines := make([]string, n)
	for i := range lines {
		o := c.offers[from+i]
		text := layout.Fit(o.show(), column, layout.Left, c.styles.Glyphs.Ellipsis) + "  "
		if from+i == c.at {
			lines[i] = c.styles.Selected.Render(layout.Fit(c.styles.Glyphs.Cursor+text+o.Hint, inner, layout.Left, c.styles.Glyphs.Ellipsis))
			continue
		}
		lines[i] = layout.Fit(" "+text+c.styles.Muted.Render(o.Hint), inner, layout.Left, c.styles.Glyphs.Ellipsis)
	}
	note := ""
	if len(c.offers) > n {
		note = texts.ScrollPosition(from+1, from+n, len(c.offers))
	}
	return Box(c.styles, BoxOptions{Title: texts.PaletteTitle, Note: note, Active: true}, lines, w, n+2)
}

func (o Completion) show() string {
	if o.Show != "" {
		return o.Show
	}
	return o.Line
}
