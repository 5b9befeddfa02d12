package widget

import (
	"cmp"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/fold"
	"brujula/data/texts"
	"brujula/tui/layout"
	"brujula/tui/theme"
)

// choiceLines is how many choices a field shows while it has the focus.
const choiceLines = 6

// Choice is a field for one of several values; typing narrows them, without
// regard to accents and case. A search that finds nothing leaves nothing chosen:
// what was chosen before would be taken for what was typed.
type Choice struct {
	label   string
	options []string
	folded  []string   // options as they are searched
	aliases [][]string // their other names, searched alike
	named   func(text string, options []string) []string
	matches []int // of options, by what was typed
	cursor  int   // in matches
	chosen  int   // in options; -1 for none
	typed   string
	before  int  // chosen when the search began
	left    bool // the next letter begins a new search
}

// NewChoice makes a field with nothing chosen.
func NewChoice(label string, options []string) *Choice {
	c := &Choice{label: label, options: options, chosen: -1, before: -1, folded: make([]string, len(options))}
	for i, o := range options {
		c.folded[i] = fold.Fold(o)
	}
	c.narrow()
	return c
}

// Alias gives the options other names by which they are found as well: those of
// each, and those that a text stands for. A name that several options have
// chooses none of them by itself.
func (c *Choice) Alias(namesOf func(option string) []string, named func(text string, options []string) []string) *Choice {
	c.named = named
	c.aliases = make([][]string, len(c.options))
	for i, o := range c.options {
		for _, name := range namesOf(o) {
			c.aliases[i] = append(c.aliases[i], fold.Fold(name))
		}
	}
	return c
}

// Set chooses an option; it tells whether there is such a one.
func (c *Choice) Set(value string) bool {
	for i, o := range c.options {
		if o == value {
			c.typed, c.left = "", false
			c.narrow()
			c.chosen, c.cursor = i, i
			return true
		}
	}
	return false
}

// Put chooses an option if there is such a one.
func (c *Choice) Put(value string) { c.Set(value) }

// Label names the field.
func (c *Choice) Label() string { return c.label }

// Value returns what is chosen.
func (c *Choice) Value() string {
	if c.chosen < 0 {
		return ""
	}
	return c.options[c.chosen]
}

// Update takes a key: up and down choose, letters narrow, backspace widens.
func (c *Choice) Update(msg tea.KeyMsg) bool {
	switch msg.Type {
	case tea.KeyUp:
		c.pick(c.cursor - 1)
	case tea.KeyDown:
		if c.chosen < 0 {
			c.pick(c.cursor)
			break
		}
		c.pick(c.cursor + 1)
	case tea.KeyHome:
		c.pick(0)
	case tea.KeyEnd:
		c.pick(len(c.matches) - 1)
	case tea.KeyPgUp:
		c.page(-choiceLines)
	case tea.KeyPgDown:
		c.page(choiceLines)
	case tea.KeyBackspace:
		if r := []rune(c.typed); len(r) > 0 {
			c.search(string(r[:len(r)-1]))
		}
	case tea.KeyCtrlU: // erases a line wherever one writes
		c.search("")
	case tea.KeySpace, tea.KeyRunes:
		if msg.Alt {
			return false
		}
		if c.left {
			c.typed = ""
		}
		c.search(c.typed + cleanLine(string(msg.Runes)))
	default:
		return false
	}
	c.left = false
	return true
}

// Leave tells that the focus goes: letters typed later begin a new search.
func (c *Choice) Leave() {
	c.left = true
	if c.chosen >= 0 {
		c.typed = ""
		c.narrow()
	}
}

// search narrows to what is typed and chooses the first that matches, or
// nothing; without any letters what was chosen before is chosen again.
func (c *Choice) search(typed string) {
	if c.typed == "" {
		c.before = c.chosen
	}
	c.typed = typed
	if c.chosen = -1; typed == "" {
		c.chosen = c.before
	}
	c.narrow()
	if typed != "" && !c.shared() {
		c.pick(0)
	}
}

// shared reports whether what was typed is, or begins, another name of several
// options.
func (c *Choice) shared() bool {
	if len(c.matches) < 2 {
		return false
	}
	first := c.bestFit(c.matches[0])
	return (first == isAlias || first == beginsAlias) && c.bestFit(c.matches[1]) == first
}

// page turns a page of the choices; where all are in view there is none to turn,
// and the answer stays.
func (c *Choice) page(by int) {
	if len(c.matches) > choiceLines {
		c.pick(c.cursor + by)
	}
}

func (c *Choice) pick(at int) {
	if len(c.matches) == 0 {
		return
	}
	c.cursor = min(max(at, 0), len(c.matches)-1)
	c.chosen = c.matches[c.cursor]
}

// narrow finds the options that match what was typed: the one that is it or has
// it for a name, those that begin with it, then those that hold it.
func (c *Choice) narrow() {
	var fits [noFit][]int
	for i := range c.options {
		if how := c.bestFit(i); how < noFit {
			fits[how] = append(fits[how], i)
		}
	}
	c.matches = slices.Concat(fits[:]...)
	c.cursor = 0
	for at, i := range c.matches {
		if i == c.chosen {
			c.cursor = at
		}
	}
}

// How an option fits what was typed, the best first.
const (
	isOption = iota
	isAlias
	beginsOption
	beginsAlias
	inOption
	noFit
)

// bestFit reports how an option fits what was typed.
func (c *Choice) bestFit(option int) int {
	text, want := c.folded[option], fold.Fold(c.typed)
	var aliases []string
	if c.aliases != nil && want != "" {
		aliases = c.aliases[option]
	}
	switch {
	case text == want:
		return isOption
	case slices.Contains(aliases, want), aliases != nil && slices.Contains(c.named(c.typed, c.options), c.options[option]):
		return isAlias
	case strings.HasPrefix(text, want):
		return beginsOption
	case slices.ContainsFunc(aliases, func(name string) bool { return strings.HasPrefix(name, want) }):
		return beginsAlias
	case strings.Contains(text, want):
		return inOption
	}
	return noFit
}

// Lines draws the value, and with focus the choices under it.
func (c *Choice) Lines(st *theme.Styles, w int, focused bool) []string {
	if !focused {
		return []string{layout.Fit(c.Value(), w, layout.Left, st.Glyphs.Ellipsis)}
	}
	head := c.Value()
	if c.typed != "" {
		head = c.typed + st.Cursor.Render(" ")
	}
	head = cmp.Or(head, st.Placeholder.Render(texts.SelectHint))
	lines := []string{layout.Fit(head, w, layout.Left, st.Glyphs.Ellipsis)}
	if len(c.matches) == 0 {
		return append(lines, st.Warning.Render(layout.Fit(texts.SelectNoMatch(c.typed), w, layout.Left, st.Glyphs.Ellipsis)))
	}
	from := min(max(0, c.cursor-choiceLines/2), max(0, len(c.matches)-choiceLines))
	to := min(len(c.matches), from+choiceLines)
	for at := from; at < to; at++ {
		lines = append(lines, c.option(st, at, w))
	}
	if more := len(c.matches) - (to - from); more > 0 {
		lines = append(lines, st.Muted.Render(layout.Fit("  "+texts.SelectMore(more), w, layout.Left, "")))
	}
	return lines
}

func (c *Choice) option(st *theme.Styles, at, w int) string {
	text := c.options[c.matches[at]]
	if at == c.cursor && c.chosen == c.matches[at] {
		return st.Selected.Render(layout.Fit(st.Glyphs.Cursor+" "+text, w, layout.Left, st.Glyphs.Ellipsis))
	}
	return layout.Fit("  "+text, w, layout.Left, st.Glyphs.Ellipsis)
}

// Fault reports that nothing is chosen, or that what was typed is no choice.
func (c *Choice) Fault() string {
	switch {
	case c.chosen >= 0:
		return ""
	case len(c.matches) > 0 && c.typed != "":
		return texts.FieldSeveral(c.typed)
	case c.typed != "":
		return texts.FieldNotAChoice(c.typed)
	}
	return texts.FieldNeeded(c.label)
}
