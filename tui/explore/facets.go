package explore

import (
	"strings"
	"unicode"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/texts"
	"brujula/planner/browse"
	"brujula/planner/catalog"
	"brujula/tui/msg"
	"brujula/tui/widget"
)

// panelDims are the facets in the order of the panel, with those that begin
// folded.
var panelDims = []struct {
	dim    catalog.Dim
	folded bool
}{
	{catalog.DimRegion, false},
	{catalog.DimGrade, false},
	{catalog.DimBand, false},
	{catalog.DimModality, false},
	{catalog.DimInstitution, false},
	{catalog.DimCategory, false},
	{catalog.DimZAF, true},
	{catalog.DimZE, true},
	{catalog.DimChange, true},
	{catalog.DimOffered, true},
	{catalog.DimGradeWas, true},
	{catalog.DimRisk, true},
	{catalog.DimSeverity, true},
	{catalog.DimProvince, true},
	{catalog.DimDistrict, true},
	{catalog.DimBudget, true},
	{catalog.DimDiresa, true},
	{catalog.DimProfession, true},
}

// wholeGroup is the largest group that is shown with its dead options; of a
// larger one only what is alive or chosen is listed.
const wholeGroup = 40

// groups makes the panel of a selection.
func (m *Model) groups(sel *catalog.Selection) []widget.FacetGroup {
	fig := m.figures()
	likelyKnown := fig.Chance != nil
	groups := make([]widget.FacetGroup, 0, len(panelDims))
	for _, pd := range panelDims {
		values := browse.ValuesOf(m.desk.Space.Catalog, fig, pd.dim)
		if len(values) == 0 && (pd.dim.Tagged() || pd.dim == catalog.DimBand) {
			continue
		}
		group := widget.FacetGroup{ID: pd.dim.Key(), Title: texts.FacetTitle(pd.dim.Key()), Folded: pd.folded}
		if pd.dim == catalog.DimBand {
			groups = append(groups, m.bandGroup(group, sel))
			continue
		}
		if m.facets.Folded(group.ID, pd.folded) && len(m.filter.In[pd.dim]) == 0 {
			groups = append(groups, group)
			continue // counted when it is unfolded
		}
		for i, count := range sel.Facet(pd.dim) {
			on := m.filter.Has(pd.dim, values[i])
			if count.Plazas == 0 && !on && len(values) > wholeGroup {
				continue
			}
			likely := -1
			if likelyKnown {
				likely = int(count.Likely)
			}
			group.Options = append(group.Options, widget.FacetOption{
				Value: values[i], Label: texts.FacetLabel(pd.dim.Key(), values[i]), Count: int(count.Plazas), Likely: likely, On: on,
			})
		}
		groups = append(groups, group)
	}
	return groups
}

// panelKeys are the letters that do something in the panel, or anywhere: the
// others lead to what begins with them.
const panelKeys = "fxjkqX"

// Jumps reports whether a key leads to an option of the panel: by letters, one gets
// to PUNO at once. It comes before the keys that hold everywhere.
func (m *Model) Jumps(k tea.KeyMsg) bool {
	return m.focus == inFacets && k.Type == tea.KeyRunes && !k.Paste && !k.Alt && len(k.Runes) == 1 &&
		unicode.IsLetter(k.Runes[0]) && !strings.ContainsRune(panelKeys, k.Runes[0])
}

// facetKey passes a key to the panel.
func (m *Model) facetKey(k tea.KeyMsg) tea.Cmd {
	if m.Jumps(k) {
		m.facets.Jump(k.Runes[0])
		return nil
	}
	return m.facetEvent(m.facets.Update(k, &m.keys.nav, &m.keys.facets))
}

func (m *Model) facetEvent(e widget.FacetEvent) tea.Cmd {
	d, _ := catalog.DimOf(e.Group)
	if d == catalog.DimBand && e.Group != "" {
		m.chooseBand(&e)
	}
	switch e.Action {
	case widget.FacetToggle:
		m.filter.Toggle(d, e.Value)
	case widget.FacetOnly:
		m.filter.Set(d, e.Value)
	case widget.FacetClear:
		m.filter.Set(d)
	case widget.FacetReset:
		return m.reset()
	case widget.FacetDead:
		return msg.Warn(texts.FacetDead(e.Label))
	case widget.FacetMoved:
		m.facets.SetGroups(m.groups(m.selection)) // one may have been unfolded
		return nil
	case widget.FacetNothing:
		return nil
	}
	return tea.Batch(m.refilter(), m.sayOfNotes(d))
}

// sayOfNotes says, when notes are filtered by, which count and what their
// absence does not mean.
func (m *Model) sayOfNotes(d catalog.Dim) tea.Cmd {
	if d.OfNotes() && m.filter.Asks(d) {
		return msg.Say(texts.NotesThatCount)
	}
	return nil
}

// reset lifts every filter but the applicant's own line.
func (m *Model) reset() tea.Cmd {
	m.filter, m.memory.waiting = catalog.Filter{}, nil
	placed := m.near.Text != ""
	m.forgetPlace()
	m.setUpFilter()
	if placed {
		return m.resorted()
	}
	return m.refilter()
}

func (m *Model) enterFacets() {
	m.focus = inFacets
	m.drawer = true
	m.table.Focused, m.facets.Focused = false, true
	m.arrange()
}

func (m *Model) leaveFacets() {
	m.focus = inTable
	m.drawer = false
	m.table.Focused, m.facets.Focused = true, false
	m.arrange()
}
