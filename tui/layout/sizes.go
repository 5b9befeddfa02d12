// Package layout holds the sizes that the screens are built on, as named
// constants, and the few functions that bring text to an exact number of
// terminal cells. It knows neither colours nor Bubble Tea.
package layout

// Sizes in terminal cells.
const (
	// MinWidth × MinHeight is the least window that the planner draws in; under
	// it there is only a plain message.
	MinWidth  = 60
	MinHeight = 16

	// WideFrom is the width from which tabs are spelled out and the facets
	// stand beside the table. Below it the layout is narrow.
	WideFrom = 110

	// PreviewFrom is the height from which a narrow window shows the preview
	// without being asked.
	PreviewFrom = 30

	// HeaderLines: the line that names the process, the profession and the
	// rank with the tabs, and the line of filters and counts.
	HeaderLines = 2

	// FooterLines: the one-line help, or the message, or the command line.
	FooterLines = 1

	// FacetsWidth is the panel of facets beside the table, borders included.
	FacetsWidth = 34

	// PreviewLines is the preview under the table, without its border.
	PreviewLines = 4

	// ReadableWidth is the widest a paragraph is set, since longer lines are
	// hard to follow.
	ReadableWidth = 100
)

// Class tells how much room a window gives.
type Class int

// TooSmall windows get a plain message; Narrow ones the facets as a drawer and
// the tabs as digits; Wide ones everything.
const (
	TooSmall Class = iota
	Narrow
	Wide
)

// Classify tells the class of a window of w × h cells.
func Classify(w, h int) Class {
	switch {
	case w < MinWidth || h < MinHeight:
		return TooSmall
	case w < WideFrom:
		return Narrow
	}
	return Wide
}

// Body returns the lines that are left for a screen in a window of h lines.
func Body(h int) int { return max(0, h-HeaderLines-FooterLines) }

// Preview is whether a screen shows the preview under its table: where there is room for
// it, until the user decides.
type Preview struct{ On, decided bool }

// Resize takes the room of the page, in cells.
func (p *Preview) Resize(w, h int) {
	if h += HeaderLines + FooterLines; !p.decided {
		p.On = Classify(w, h) == Wide && h >= MinHeight+PreviewLines || h >= PreviewFrom
	}
}

// Toggle is the decision of the user.
func (p *Preview) Toggle() { p.On, p.decided = !p.On, true }
