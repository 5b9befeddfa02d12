package explore

import (
	"slices"
	"strings"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/browse"
	"brujula/tui/layout"
)

// statusPart is one filter as the status line says it.
type statusPart struct {
	text, short string // short is how it is said where there is little room; text where it is not set
	told        bool   // what has been said already and gives way first
	stays       bool   // what one has just typed and looks for here
}

// filterParts are the filters in the order in which they are shown.
func (m *Model) filterParts() []statusPart {
	var parts []statusPart
	if m.focus == inSearch {
		parts = append(parts, statusPart{text: "/" + m.search.Line(max(12, min(40, m.w/3))), stays: true})
	}
	for _, d := range m.filter.Dims() {
		if m.ownLine(d) {
			continue
		}
		in, out := m.filter.In[d], m.filter.Out[d]
		parts = append(parts, statusPart{text: texts.FilterShown(d.Key(), in, out), short: texts.FilterShownShort(d.Key(), in, out)})
	}
	for _, text := range browse.BoundsShown(&m.filter, m.selection) {
		parts = append(parts, statusPart{text: text})
	}
	if near := m.nearStatus(); near != "" {
		short := texts.NearShown(m.near.Place.Name, m.filter.DistanceMax, 0)
		parts = append(parts, statusPart{text: near, short: short, stays: true})
	}
	if m.filter.AsksNotes() {
		parts = append(parts, statusPart{text: texts.RiskDisclaimer, told: true})
	}
	if m.filter.Text != "" && m.focus != inSearch {
		parts = append(parts, statusPart{text: "/" + m.filter.Text, stays: true})
	}
	return parts
}

// joinParts writes the filters in a number of cells: first what was told already
// gives way, then long lists of values are counted, then the last filters are.
// What stays is cut by whoever draws it where even that is too long.
func joinParts(parts []statusPart, room int) string {
	more := 0
	line := func() string {
		words := data.Map(parts, func(p statusPart) string { return p.text })
		if more > 0 {
			words = append(words, texts.FiltersMore(more, len(words) > 0))
		}
		return strings.Join(words, " · ")
	}
	fits := func() bool { return layout.Width(line()) <= room }
	if !fits() {
		parts = slices.DeleteFunc(slices.Clone(parts), func(p statusPart) bool { return p.told })
	}
	for i := len(parts) - 1; i >= 0 && !fits(); i-- {
		if p := &parts[i]; p.short != "" && layout.Width(p.short) < layout.Width(p.text) {
			p.text = p.short
		}
	}
	for i := len(parts) - 1; i >= 0 && !fits(); i-- {
		if !parts[i].stays {
			parts = slices.Delete(parts, i, i+1)
			more++
		}
	}
	return line()
}
