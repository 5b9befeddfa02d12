package panorama

import (
	"slices"
	"strings"

	"brujula/data/texts"
	"brujula/planner/panorama"
	"brujula/tui/draw"
	"brujula/tui/layout"
	"brujula/tui/widget"
)

// Sizes of the tile map, in cells.
const (
	tileLeast  = 11 // width of a tile
	tileMost   = 20
	detailRoom = 27 // width of the panel beside the map
)

// tile is the tile of the region under the cursor.
func (m *Model) tile() panorama.Tile {
	tiles := panorama.Tiles()
	return tiles[max(0, slices.IndexFunc(tiles, func(t panorama.Tile) bool { return t.Region == m.atlas.region }))]
}

// tileSize returns the size of one tile in a view of w × h cells: as high as
// there is room for, the legend apart.
func tileSize(w, h int) (tw, th int) {
	tw = min(max(tileLeast, (w-detailRoom)/panorama.TileColumns), tileMost)
	th = min(max(1, (h-legendLines)/panorama.TileRows), 3)
	return tw, th
}

// legendLines stand under the map.
const legendLines = 1

// mapLines draws the tile map with its legend, and the region under the cursor
// beside it or, in a narrow window, under it.
func (m *Model) mapLines(w, h int) []string {
	if m.dotted() {
		return m.atlasLines(w, h)
	}
	tw, th := tileSize(w, h)
	regions := panorama.MapOf(m.shown(), func(region string) *panorama.Cell { return m.content.CellFor(m.shown(), region) })
	plain := regions.Plain(m.content.PastProcess)
	grid := make([][]string, panorama.TileRows*th)
	for y := range grid {
		grid[y] = make([]string, panorama.TileColumns)
		for x := range grid[y] {
			grid[y][x] = layout.Blank(tw)
		}
	}
	for _, f := range regions.Regions {
		if plain != "" { // shades would tell apart what is alike
			f.Class = -1
		}
		for i, line := range m.tileLines(&f, tw, th) {
			grid[f.Row*th+i][f.Column] = line
		}
	}
	lines := make([]string, 0, h)
	for _, cells := range grid {
		line := ""
		for _, cell := range cells {
			line += cell
		}
		lines = append(lines, line)
	}
	detail := m.tileDetail(max(0, w-panorama.TileColumns*tw-2))
	if w-panorama.TileColumns*tw >= detailRoom {
		lines = layout.Block(lines, panorama.TileColumns*tw+2, max(len(lines), min(h-legendLines, len(detail))), "")
		for i := range lines {
			if i < len(detail) {
				lines[i] += detail[i]
			}
		}
		detail = nil
	} else {
		detail = m.tileBrief(w)
	}
	if plain != "" {
		return slices.Concat(lines, layout.Indent(layout.Wrap(plain, max(1, w-2))), detail)
	}
	lines = append(lines, layout.Cut(" "+m.shades(regions), w, m.desk.Styles.Glyphs.Ellipsis))
	return slices.Concat(lines, detail, m.ranking(regions.Known(), w, h-len(lines)-len(detail)))
}

// shades reports what each shade stands for.
func (m *Model) shades(regions *panorama.RegionMap) string {
	st := m.desk.Styles
	var parts []string
	for _, l := range regions.Levels {
		parts = append(parts, st.Chart.Render(draw.Shade(st, l.Class))+" "+texts.LevelShown(m.shown().Format(l.Low), m.shown().Format(l.High)))
	}
	return strings.Join(parts, "  ")
}

// rankWidth is a region with its figure in the ranking, in cells.
const rankWidth = 23

// ranking lists the regions from the highest figure to the lowest, down the
// columns, where there is room for all of them under the map.
func (m *Model) ranking(regions []panorama.RegionFigure, w, h int) []string {
	columns := max(1, w/rankWidth)
	rows := (len(regions) + columns - 1) / columns
	if len(regions) == 0 || rows+2 > h {
		return nil
	}
	lines := append([]string{""}, " "+m.desk.Styles.Header.Render(texts.RegionsRanked))
	for y := range rows {
		line := " "
		for x := range columns {
			if at := x*rows + y; at < len(regions) {
				figure := m.shown().Format(regions[at].Value)
				line += layout.Fit(texts.PlaceName(regions[at].Region), rankWidth-9, layout.Left, "") + layout.Fit(figure, 6, layout.Right, "") + "   "
			}
		}
		lines = append(lines, strings.TrimRight(line, " "))
	}
	return lines
}

// tileLines draws one tile in th lines of tw cells: region and figure, and the
// shade of its class. The cursor is set off by brackets, a marked region by the
// sign of a star.
func (m *Model) tileLines(t *panorama.RegionFigure, tw, th int) []string {
	st := m.desk.Styles
	inner := tw - 3 // the brackets, and a blank between tiles
	shade := draw.Shade(st, t.Class)
	name := texts.RegionShort(t.Region)
	if slices.Contains(m.picked, t.Region) {
		name += st.Glyphs.Star
	}
	figure := m.shown().Format(t.Value)
	var rows []string
	if th == 1 {
		shade = strings.Repeat(shade, 2)
		rows = []string{shade + " " + name + layout.Fit(figure, inner-3-layout.Width(name), layout.Right, "")}
	} else {
		shade = strings.Repeat(shade, inner)
		rows = []string{name + layout.Fit(figure, inner-layout.Width(name), layout.Right, ""), shade}
	}
	for i, row := range rows {
		if t.Region == m.atlas.region {
			rows[i] = st.Selected.Render("["+layout.Fit(row, inner, layout.Left, "")+"]") + " "
			continue
		}
		rows[i] = " " + strings.Replace(row, shade, st.Chart.Render(shade), 1) + "  "
	}
	if th == 3 {
		rows = append(rows, layout.Blank(tw))
	}
	return rows
}

// tileDetail states all figures of the region under the cursor.
func (m *Model) tileDetail(w int) []string {
	if w < 1 {
		return nil
	}
	st, c := m.desk.Styles, m.content
	now := c.CellFor(panorama.MeasureSeats, m.atlas.region)
	past := c.PastCell(m.atlas.region)
	pairs := []widget.Pair{
		{Label: texts.ColumnPlazas, Value: texts.Thousands(now.Plazas)},
		{Label: texts.FieldSeats, Value: texts.Thousands(now.Seats) + " (" + texts.PanoramaShare(ratio(now.Seats, c.Total.Seats)) + ")"},
		{Label: texts.PanoramaWithin, Value: panorama.MeasureLikely.Text(now)},
		{Label: texts.ColumnPoints, Value: panorama.MeasurePoints.Text(now)},
		{Label: texts.ColumnTaken(c.PastProcess), Value: texts.PanoramaTaken(past.Taken, past.Listed > 0, past.Cut)},
		{Label: texts.ColumnShare, Value: texts.PanoramaShare(past.Share())},
		{Label: texts.ColumnMedian, Value: m.median(past)},
	}
	lines := append([]string{st.Title.Render(layout.Cut(m.atlas.region, w, st.Glyphs.Ellipsis)), ""}, widget.Card(st, pairs, w)...)
	lines = append(lines, "")
	return append(lines, st.Muted.RenderAll(layout.Wrap(texts.RegionsMarked(m.picked), w))...)
}

func (m *Model) median(past *panorama.Cell) string {
	if m.content.Takers > 0 {
		return texts.MedianPick(past.Median(), m.content.Takers, past.MedianText())
	}
	return past.MedianText()
}

// tileBrief states the same in as few lines as a narrow window has.
func (m *Model) tileBrief(w int) []string {
	c := m.content
	now := c.CellFor(panorama.MeasureSeats, m.atlas.region)
	past := c.PastCell(m.atlas.region)
	text := texts.RegionBrief(texts.PlaceName(m.atlas.region), now.Plazas, now.Seats, panorama.MeasureLikely.Text(now), panorama.MeasurePoints.Text(now),
		texts.PanoramaTaken(past.Taken, past.Listed > 0, past.Cut), m.median(past))
	lines := layout.Wrap(text, max(1, w-2))
	if len(m.picked) > 0 {
		lines = append(lines, layout.Wrap(texts.RegionsMarked(m.picked), max(1, w-2))...)
	}
	return layout.Indent(lines)
}

// tileAt reports which tile stands at a cell of the view.
func (m *Model) tileAt(x, y int) (panorama.Tile, bool) {
	b := m.body()
	tw, th := tileSize(b.w, b.h)
	for _, t := range panorama.Tiles() {
		if x >= t.Column*tw && x < (t.Column+1)*tw && y >= t.Row*th && y < (t.Row+1)*th {
			return t, true
		}
	}
	return panorama.Tile{}, false
}
