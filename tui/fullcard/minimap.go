package fullcard

import (
	"slices"

	"brujula/data/texts"
	"brujula/planner/panorama"
	"brujula/tui/draw"
	"brujula/tui/layout"
	"brujula/tui/theme"
)

// Sizes of the map, in cells; in blocks and signs the same cells have fewer dots.
const (
	mapWidth  = 16
	mapHeight = 11
	mapGap    = 3
	mapFrom   = 96 // width of a column from which the map stands beside the curve
)

// Inks of the map.
const (
	mapHere draw.Ink = iota
	mapRegion
	mapRest
)

// miniMap draws where in the country the plaza is: all districts as dots, those of
// its region bright, and a mark at the place. Under it stands the nearest city.
func (m *Model) miniMap() []string {
	st := m.desk.Styles
	canvas := draw.NewCanvas(st.Graphics(), mapWidth, mapHeight)
	across, down := canvas.Dots()
	w, h := canvas.Size()
	box := panorama.Country()
	east, south := box.Fit(w, h, st.Graphics().Tall())
	left := (w - int((box.East-box.West)*east) - 1) / 2
	dot := func(lat, lon float64) (x, y int) {
		return left + int((lon-box.West)*east), int((box.North - lat) * south)
	}
	for _, speck := range panorama.Outline() {
		x, y := dot(speck.At.Lat, speck.At.Lon)
		ink := mapRest
		if speck.Region == m.at.Region {
			ink = mapRegion
		}
		canvas.Dot(x, y, ink)
	}
	x, y := dot(m.at.At.Lat, m.at.At.Lon)
	canvas.Sign(x/across, y/down, st.Glyphs.Here, mapHere)
	lines := canvas.Lines([]theme.Style{st.Mine, st.Chart.With(st.Strong), st.Muted})
	return append(lines, st.Muted.RenderAll(layout.Wrap(texts.MapNear(texts.PlaceName(m.at.City), m.at.Km, m.at.About), mapWidth))...)
}

// besideMap sets lines of w cells beside the map, where the place is known and both
// have room.
func (m *Model) besideMap(w int, lines func(w int) []string) []string {
	if !m.mapBeside(w) {
		return lines(w)
	}
	room := w - mapWidth - mapGap
	text, picture := lines(room), m.miniMap()
	n := max(len(text), len(picture))
	text = slices.Concat(text, make([]string, n-len(text)))
	return layout.Beside(layout.Block(text, room, n, ""), layout.Block(nil, mapGap, n, ""), layout.Block(picture, mapWidth, n, ""))
}

// mapBeside reports whether the map stands beside what has w cells in all.
func (m *Model) mapBeside(w int) bool { return m.at.Known && w >= mapFrom }

// chartHeight is the curve's: as tall as the map where that stands beside it in w
// cells. In a low window its foot, and the first of what is said under it, come into
// view with it.
func (m *Model) chartHeight(w int) int {
	switch {
	case m.mapBeside(w):
		return mapHeight + 1
	case m.h < lowWindow:
		return lowChart
	}
	return fullChart
}
