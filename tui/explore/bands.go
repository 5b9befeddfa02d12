package explore

import (
	"strconv"
	"strings"

	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/planner/workspace"
	"brujula/tui/widget"
)

// leastPrefix sets the value of such an option apart from the key of a band.
const leastPrefix = "desde "

// bandGroup makes the options of the chances: at least so much, then band by
// band. Any may be ticked, also one that has no plaza now: other lists change
// it.
func (m *Model) bandGroup(group widget.FacetGroup, sel *catalog.Selection) widget.FacetGroup {
	fig := m.figures()
	if m.filter.ChanceMin > 0 { // counted as if nothing were asked of the chance
		f := m.wanted()
		f.ChanceMin, f.Text = 0, ""
		sel = m.desk.Space.Catalog.SelectAmong(m.perm, m.narrow(), f, fig)
	}
	counts := sel.Facet(catalog.DimBand)
	option := func(value, label string, n catalog.Count, on bool) {
		group.Options = append(group.Options, widget.FacetOption{
			Value: value, Label: label, Count: int(n.Plazas), Likely: int(n.Likely), On: on, Open: true,
		})
	}
	for _, least := range workspace.LeastChances() {
		sum := workspace.AtLeast(counts, least)
		option(leastPrefix+strconv.FormatFloat(least, 'g', -1, 64), texts.FacetAtLeast(least), sum, m.filter.ChanceMin == least)
	}
	for i, value := range fig.Bands {
		if i < len(counts) {
			option(value, texts.FacetLabel(catalog.DimBand.Key(), value), counts[i], m.filter.Has(catalog.DimBand, value))
		}
	}
	return group
}

// chooseBand asks for a least chance where the event is of one, and then of no
// band; a band that is chosen lifts the least chance.
func (m *Model) chooseBand(e *widget.FacetEvent) {
	switch e.Action {
	case widget.FacetToggle, widget.FacetOnly:
	case widget.FacetClear:
		m.filter.ChanceMin = 0
		return
	case widget.FacetDead, widget.FacetMoved, widget.FacetNothing, widget.FacetReset:
		return
	}
	text, isLeast := strings.CutPrefix(e.Value, leastPrefix)
	if !isLeast {
		m.filter.ChanceMin = 0
		return
	}
	least, _ := strconv.ParseFloat(text, 64)
	workspace.ToggleLeast(&m.filter, least)
	e.Action = widget.FacetClear // of the bands
}
