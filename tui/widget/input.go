package widget

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/bubbles/textinput"
	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/fold"
	"brujula/tui/layout"
	"brujula/tui/theme"
)

// inputLimit is the most characters that an input takes: more is a slip of
// the clipboard.
const inputLimit = 200

// Input is one line of text that the user edits. bubbles' textinput does the
// editing; the drawing is our own, since textinput's blinks by a timer and
// asks the terminal for its colours.
type Input struct {
	Placeholder string

	styles  *theme.Styles
	model   textinput.Model
	offered bool // the text was offered, and the first character typed replaces it
}

// NewInput makes an empty input.
func NewInput(styles *theme.Styles) *Input {
	m := textinput.New()
	m.CharLimit = inputLimit
	// The terminal pastes by itself, as one message; textinput's own paste
	// would start a program to read the clipboard.
	m.KeyMap.Paste = key.NewBinding()
	m.Focus()
	return &Input{styles: styles, model: m}
}

// Value returns the text.
func (i *Input) Value() string { return i.model.Value() }

// SetValue replaces the text and puts the cursor at its end.
func (i *Input) SetValue(text string) {
	i.model.SetValue(cleanLine(text))
	i.model.CursorEnd()
	i.offered = false
}

// Offer puts a text there as if it were selected: the first character that is
// typed replaces it, and keys that move or delete edit it.
func (i *Input) Offer(text string) {
	i.SetValue(text)
	i.offered = i.Value() != ""
}

// Position returns the place of the cursor, in characters.
func (i *Input) Position() int { return i.model.Position() }

// Update edits the text; it tells whether the text changed.
func (i *Input) Update(msg tea.KeyMsg) (changed bool) {
	before := i.model.Value()
	if msg.Type == tea.KeyRunes {
		if msg.Alt && !i.bound(msg) {
			return false // alt+x is not the letter x
		}
		msg.Runes = []rune(cleanLine(string(msg.Runes)))
	}
	if i.offered && !msg.Alt && (msg.Type == tea.KeyRunes || msg.Type == tea.KeySpace) {
		i.model.SetValue("")
	}
	i.offered = false
	i.model, _ = i.model.Update(msg)
	return i.model.Value() != before
}

// bound reports whether textinput edits by this key.
func (i *Input) bound(msg tea.KeyMsg) bool {
	k := i.model.KeyMap
	return key.Matches(msg, k.WordBackward, k.WordForward, k.DeleteWordBackward, k.DeleteWordForward)
}

// cleanLine takes from pasted text what must not reach the terminal.
func cleanLine(text string) string {
	return layout.OneLine(fold.Clean(text))
}

// Line draws the input in exactly w cells, scrolled so that the cursor is in
// view.
func (i *Input) Line(w int) string {
	if w <= 0 {
		return ""
	}
	text := []rune(i.Value())
	if len(text) == 0 {
		return i.cursor(" ") + i.styles.Placeholder.Render(layout.Fit(i.Placeholder, w-1, layout.Left, i.styles.Glyphs.Ellipsis))
	}
	if i.offered && !i.styles.Cursor.Plain() && len(text) < w {
		return layout.Fit(i.styles.Cursor.Render(string(text)), w, layout.Left, "")
	}
	pos := min(i.Position(), len(text))
	start := 0
	for start < pos && layout.Width(string(text[start:pos])) > w-1 {
		start++
	}
	at, after := " ", ""
	if pos < len(text) {
		at, after = string(text[pos]), string(text[pos+1:])
	}
	var b strings.Builder
	b.WriteString(string(text[start:pos]))
	b.WriteString(i.cursor(at))
	b.WriteString(after)
	return layout.Fit(b.String(), w, layout.Left, "")
}

// cursor draws the character under the cursor. A terminal without reverse
// video gets a low line at the end of the text.
func (i *Input) cursor(at string) string {
	if at == " " && i.styles.Cursor.Plain() {
		return "_"
	}
	return i.styles.Cursor.Render(at)
}
