package draw

import (
	"brujula/tui/layout"
	"brujula/tui/theme"
)

// Labels is one line of exactly so many cells in which words stand at places: the
// scale of a chart, the marks over a line. Two blanks part them, as a blank
// stands within a figure; one without room is left out, so the most important is
// put first.
type Labels struct {
	cells []label
}

type label struct {
	text  string
	style theme.Style
	taken bool
}

// NewLabels makes an empty line of w cells.
func NewLabels(w int) *Labels { return &Labels{cells: make([]label, max(0, w))} }

// Put sets a text that begins at a cell, moved to the left where it would run out
// at the end; ok tells that it had room.
func (l *Labels) Put(text string, at int, style theme.Style) (ok bool) {
	w := layout.Width(text)
	at = min(max(at, 0), len(l.cells)-w)
	if w == 0 || at < 0 || !l.free(at, w) {
		return false
	}
	l.cells[at] = label{text, style, true}
	for i := 1; i < w; i++ {
		l.cells[at+i].taken = true
	}
	return true
}

// PutAfter sets a text at a cell or, where that is taken, at the next that is
// free; at the end it goes back to the last that is.
func (l *Labels) PutAfter(text string, at int, style theme.Style) {
	for i := at; i < len(l.cells); i++ {
		if i+layout.Width(text) <= len(l.cells) && l.Put(text, i, style) {
			return
		}
	}
	for i := at - 1; i >= 0; i-- {
		if l.Put(text, i, style) {
			return
		}
	}
}

// PutEnd sets a text at the end of the line; ok tells that it had room.
func (l *Labels) PutEnd(text string, style theme.Style) (ok bool) {
	return l.Put(text, len(l.cells), style)
}

// labelGap is the least number of blanks between two texts.
const labelGap = 2

// free reports whether a text of w cells can stand at a cell with its blanks on both
// sides.
func (l *Labels) free(at, w int) bool {
	for i := max(0, at-labelGap); i < min(len(l.cells), at+w+labelGap); i++ {
		if l.cells[i].taken {
			return false
		}
	}
	return true
}

// String draws the line.
func (l *Labels) String() string {
	var r runs
	for i := 0; i < len(l.cells); i++ {
		if c := &l.cells[i]; c.text != "" {
			r.add(c.text, c.style)
			i += layout.Width(c.text) - 1
		} else {
			r.add(" ", theme.Style{})
		}
	}
	return r.String()
}
