package panorama

import (
	"strings"

	"brujula/data/texts"
	"brujula/planner/availability"
	"brujula/planner/panorama"
	"brujula/tui/draw"
	"brujula/tui/layout"
)

// bandLetters are the letters of the bands, best first.
func (m *Model) bandLetters() []string {
	keys := m.rows().Bands
	out := make([]string, len(keys))
	for i := range keys {
		out[i] = texts.BandLetter(&keys[i])
	}
	return out
}

// panel says of the area under the cursor what is within reach there, what is
// best of that, and how it went the last time, in w cells and at most h lines.
func (m *Model) panel(w, h int) []string {
	st, a := m.desk.Styles, m.area()
	title := texts.PlaceName(a.Region)
	if m.atlas.entered {
		title = texts.AreaEntered(a.Region, a.Province)
	}
	likely, known := a.Likely(m.rows())
	head := []string{st.Title.Render(layout.Cut(title, w, st.Glyphs.Ellipsis))}
	switch {
	case a.Plazas == 0:
		return append(head, layout.Wrap(texts.AreaNothing, w)...)
	case !known && m.desk.Working():
		return append(head, texts.AreaEstimating)
	case !known:
		head = append(head, layout.Wrap(texts.AreaUnranked(a.Plazas), w)...)
		return append(head, m.pastLines(w)...)
	}
	head = append(head, texts.AreaReach(st.Strong.Render(texts.Thousands(likely)), a.Plazas), draw.Ribbon(st, m.bandParts(a), w), "")
	past, legend := m.pastLines(w), m.legend(w)
	room := h - len(head) - len(past) - len(legend) - 2
	lines := head
	if room >= 2 {
		lines = append(lines, st.Header.Render(texts.AreaBest))
		for _, row := range a.Best[:min(len(a.Best), room-1)] {
			lines = append(lines, m.bestLine(row, w))
		}
		lines = append(lines, "")
	}
	lines = append(lines, past...)
	if len(lines)+len(legend) < h {
		lines = append(append(lines, ""), legend...)
	}
	return lines
}

// bandParts are the bands of an area, to be drawn as a ribbon.
func (m *Model) bandParts(a *panorama.Area) []draw.Part {
	var parts []draw.Part
	for band, letter := range m.bandLetters() {
		parts = append(parts, draw.Part{
			Share: float64(a.ByBand[band]) / float64(max(1, a.Plazas)), Label: letter + " " + texts.Thousands(a.ByBand[band]),
			Style: m.desk.Styles.BandStyle(band),
		})
	}
	return parts
}

// bestLine is one plaza: how surely, how many points, its name, and its province
// where there is room.
func (m *Model) bestLine(row, w int) string {
	st, fig := m.desk.Styles, m.rows()
	p := m.space.Catalog.Plaza(row)
	band := int(fig.Band[row])
	chance := m.letter(fig.Band[row]) + " " + layout.Fit(texts.Percent(fig.Chance[row]), 5, layout.Right, "")
	points := layout.Fit(panorama.MeasurePoints.Format(fig.PointsOf(row)), 3, layout.Right, "")
	name := layout.Cut(texts.ListName(p.Establishment), w-layout.Width(chance)-8, st.Glyphs.Ellipsis)
	line := st.BandStyle(band).Render(chance) + " " + points + "  " + name
	where := p.Province
	if m.atlas.province != "" {
		where = p.District
	}
	if room := w - layout.Width(line) - 2; room >= layout.Width(where) {
		line += "  " + st.Muted.Render(texts.PlaceName(where))
	}
	return line
}

// pastLines tell how the seats of the area went the last time; of a province
// nothing is counted.
func (m *Model) pastLines(w int) []string {
	c := m.content
	past := c.PastCell(m.atlas.region)
	if m.atlas.province != "" || past.Listed == 0 && past.Taken == 0 {
		return nil
	}
	text := texts.AreaPast(c.PastProcess, past.Taken, past.Listed, past.Cut)
	if from, to := past.MedianRange(); past.Ordered() > 0 && c.Takers > 0 {
		text += " " + texts.AreaMedian(from, to, c.Takers)
	}
	return m.desk.Styles.Muted.RenderAll(layout.Wrap(text, w))
}

// legend explains the letters and colours, each band in its own.
func (m *Model) legend(w int) []string {
	var lines []string
	line := ""
	for band, letter := range m.bandLetters() {
		item := m.desk.Styles.BandStyle(band).Render(letter) + " " + availability.Bands()[band].Name()
		if line != "" && layout.Width(line)+3+layout.Width(item) > w {
			lines, line = append(lines, line), ""
		}
		line = strings.TrimLeft(line+"   "+item, " ")
	}
	return append(lines, line)
}

// atlasFoot reports what a dot is, in fewer words where a line has no room for all,
// and on a second line where those have none.
func (m *Model) atlasFoot(w int) []string {
	a := m.content.Atlas
	text := texts.AtlasFoot(a.Exact, a.About, a.Unplaced, m.lettered(), false)
	if layout.Width(text) > w-1 {
		text = texts.AtlasFoot(a.Exact, a.About, a.Unplaced, m.lettered(), true)
	}
	return layout.Indent(m.desk.Styles.Muted.RenderAll(layout.Wrap(text, max(1, w-1))))
}
