package widget

import (
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/texts"
	"brujula/tui/keys"
	"brujula/tui/layout"
	"brujula/tui/theme"
)

// Field is one question of a form.
type Field interface {
	// Label names the field.
	Label() string
	// Value returns the answer as it stands; empty for none.
	Value() string
	// Put writes an answer that Value gave; one that cannot be given here changes
	// nothing.
	Put(value string)
	// Update takes a key; it tells whether the key was for the field.
	Update(msg tea.KeyMsg) bool
	// Lines draws the answer in w cells: the first line beside the label, the
	// others under it. With focus it may take more lines.
	Lines(st *theme.Styles, w int, focused bool) []string
	// Fault reports what is wrong with the answer; empty when nothing is.
	Fault() string
}

// Form asks several questions at once.
type Form struct {
	Fields []Field

	styles *theme.Styles
	keys   keys.Form
	focus  int
	tried  bool  // to save: faults are shown from then on
	wrong  Field // where enter was refused, whose fault is shown
}

// leaver is a field that wants to know when the focus goes.
type leaver interface{ Leave() }

// NewForm makes a form with the focus on its first field.
func NewForm(styles *theme.Styles, fields ...Field) *Form {
	return &Form{Fields: fields, styles: styles, keys: keys.NewForm()}
}

// Focus puts the focus on a field.
func (f *Form) Focus(field int) {
	if left, ok := f.Fields[min(f.focus, len(f.Fields)-1)].(leaver); ok && field != f.focus {
		left.Leave()
	}
	f.focus = min(max(field, 0), len(f.Fields)-1)
}

// Focused returns the field with the focus.
func (f *Form) Focused() int { return f.focus }

// Update takes a key. Enter goes to the next field unless this one is at fault,
// and from the last one saves; where something is wrong it goes there and says
// what.
func (f *Form) Update(msg tea.KeyMsg) Answer {
	switch {
	case f.keys.Cancel.Matches(msg):
		return Cancelled
	case f.keys.Next.Matches(msg):
		f.Focus((f.focus + 1) % len(f.Fields))
	case f.keys.Prev.Matches(msg):
		f.Focus((f.focus + len(f.Fields) - 1) % len(f.Fields))
	case f.keys.Save.Matches(msg):
		return f.enter()
	default:
		f.Fields[f.focus].Update(msg)
	}
	return Open
}

func (f *Form) enter() Answer {
	if f.focus == len(f.Fields)-1 {
		return f.save()
	}
	if f.wrong = f.Fields[f.focus]; f.wrong.Fault() == "" {
		f.wrong = nil
		f.Focus(f.focus + 1)
	}
	return Open
}

func (f *Form) save() Answer {
	f.tried = true
	for i, field := range f.Fields {
		if field.Fault() != "" {
			f.Focus(i)
			return Open
		}
	}
	return Accepted
}

// Lines draws the form in w cells, as high as it needs.
func (f *Form) Lines(w int) []string {
	column := 0
	for _, field := range f.Fields {
		column = max(column, layout.Width(field.Label()))
	}
	column = min(column, max(1, w/2-4))
	room := max(1, w-column-4)
	var out []string
	for i, field := range f.Fields {
		focused := i == f.focus
		mark, label := "  ", field.Label()
		if focused {
			mark, label = f.styles.Glyphs.Cursor+" ", f.styles.Strong.Render(label)
		}
		for j, line := range field.Lines(f.styles, room, focused) {
			if j > 0 {
				mark, label = "  ", ""
			}
			out = append(out, mark+layout.Fit(label, column, layout.Left, "")+"  "+line)
		}
		if fault := field.Fault(); fault != "" && (f.tried || f.wrong == field) {
			out = append(out, layout.Blank(column+4)+f.styles.Error.Render(layout.Cut(fault, room, f.styles.Glyphs.Ellipsis)))
		}
		out = append(out, "")
	}
	return layout.Block(out, w, len(out), "")
}

// Number is a field for a whole number between two bounds.
type Number struct {
	label       string
	least, most int
	optional    bool
	input       *Input
}

// NewNumber makes a field for a number; an optional one may stay empty.
func NewNumber(st *theme.Styles, label string, least, most int, optional bool) *Number {
	return &Number{label: label, least: least, most: most, optional: optional, input: NewInput(st)}
}

// Set offers a number, which typing replaces.
func (n *Number) Set(v int) { n.input.Offer(strconv.Itoa(v)) }

// Put offers what was typed, a number or not.
func (n *Number) Put(value string) { n.input.Offer(value) }

// Leave tells that the focus goes: what is typed later replaces the number.
func (n *Number) Leave() { n.input.Offer(n.input.Value()) }

// Int returns the number; ok is false when the field is empty or at fault.
func (n *Number) Int() (v int, ok bool) {
	v, err := strconv.Atoi(n.Value())
	return v, err == nil && v >= n.least && v <= n.most
}

// Label names the field.
func (n *Number) Label() string { return n.label }

// Value returns the digits that were typed, without the blanks that people put
// between thousands.
func (n *Number) Value() string {
	return strings.Map(func(r rune) rune {
		if r == ' ' || r == '\u00a0' {
			return -1
		}
		return r
	}, n.input.Value())
}

// Update takes a key; characters other than digits and blanks do nothing.
func (n *Number) Update(msg tea.KeyMsg) bool {
	if msg.Type == tea.KeyRunes {
		kept := msg.Runes[:0:0]
		for _, r := range msg.Runes {
			if r >= '0' && r <= '9' {
				kept = append(kept, r)
			}
		}
		if msg.Runes = kept; len(kept) == 0 {
			return false
		}
	}
	return n.input.Update(msg)
}

// Lines draws the number, or the cursor where it is being typed.
func (n *Number) Lines(_ *theme.Styles, w int, focused bool) []string {
	if focused {
		return []string{n.input.Line(w)}
	}
	text := n.Value()
	if v, err := strconv.Atoi(text); err == nil {
		text = texts.Thousands(v)
	}
	return []string{layout.Fit(text, w, layout.Left, "")}
}

// Fault reports that the number is missing or out of bounds.
func (n *Number) Fault() string {
	if n.Value() == "" {
		if n.optional {
			return ""
		}
		return texts.FieldNeeded(n.label)
	}
	if _, ok := n.Int(); !ok {
		return texts.NumberRange(n.least, n.most)
	}
	return ""
}
