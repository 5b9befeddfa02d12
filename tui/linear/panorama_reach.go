package linear

import (
	"cmp"
	"slices"
	"strings"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/planner/panorama"
	"brujula/planner/yearbook"
)

// reachMap reads what the map of Panorama shows: region by region what is within
// reach, the most first, and the best plaza there. A number opens the region in
// Explorar.
func (v *survey) reachMap() error {
	c := v.count(viewOf(panorama.MapView, catalog.DimRegion, catalog.DimRegion), panorama.MeasureLikely)
	var areas []*panorama.Area
	known := false
	for i := range c.Atlas.Areas {
		if a := &c.Atlas.Areas[i]; a.Province == "" {
			_, ranked := a.Likely(c.Figures)
			known = known || ranked
			areas = append(areas, a)
		}
	}
	if !known {
		v.s.say(texts.LinearSentence(texts.MeasureUnknown(string(panorama.MeasureLikely))))
		return nil
	}
	likely := func(a *panorama.Area) int { n, _ := a.Likely(c.Figures); return n }
	slices.SortStableFunc(areas, func(a, b *panorama.Area) int { return cmp.Compare(likely(b), likely(a)) })
	return v.s.list(list{
		title: texts.LinearMap, count: spaced([]string{texts.LinearCells(len(areas)), texts.LinearMapHow, v.widened(c)}),
		len:  func() int { return len(areas) },
		line: func(i int) string { return v.areaLine(c, areas[i]) },
		open: func(i int) error {
			return v.openPlazas(c, c.Counted(panorama.MeasureLikely, areas[i].Region), map[catalog.Dim][]string{catalog.DimRegion: {areas[i].Region}})
		},
	})
}

// measureMap reads the map of another measure: region by region, the highest figure
// first. A number opens the region in Explorar.
func (v *survey) measureMap() error {
	measures := slices.DeleteFunc(panorama.Measures(), func(m panorama.Measure) bool { return m == panorama.MeasureLikely }) // read by bands
	m, err := v.askMeasure(measures, measures[0])
	if err != nil {
		return err
	}
	c := v.count(viewOf(panorama.MapView, catalog.DimRegion, catalog.DimRegion), m)
	of := c.Counted(m, "")
	regions := panorama.MapOf(m, func(region string) *panorama.Cell { return c.CellFor(m, region) })
	known := regions.Known()
	if len(known) == 0 {
		v.s.say(texts.LinearSentence(regions.Plain(c.PastProcess)))
		return nil
	}
	notes := []string{texts.LinearSentence(texts.Capital(texts.MeasureShown(string(m), of))), texts.LinearCells(len(known)), texts.LinearMapRanked, v.widened(c)}
	return v.s.list(list{
		title: texts.LinearMapMeasure, count: spaced(notes),
		len: func() int { return len(known) },
		line: func(i int) string {
			return texts.LinearField(texts.PanoramaValue(catalog.DimRegion.Key(), known[i].Region, false), m.Format(known[i].Value))
		},
		open: func(i int) error {
			region := known[i].Region
			return v.openPlazas(c, c.Counted(m, region), map[catalog.Dim][]string{catalog.DimRegion: {region}})
		},
	})
}

// askMeasure asks which measure is read; usual is the one that enter takes.
func (v *survey) askMeasure(measures []panorama.Measure, usual panorama.Measure) (panorama.Measure, error) {
	names := data.Map(measures, func(m panorama.Measure) string { return texts.MeasureTitle(string(m)) })
	word, err := v.s.oneOf(texts.LinearMeasureAsk, "", names, texts.MeasureTitle(string(usual)))
	if err != nil {
		return usual, err
	}
	return measures[slices.Index(names, word)], nil
}

// areaLine reads a region.
func (v *survey) areaLine(c *panorama.Content, a *panorama.Area) string {
	likely, known := a.Likely(c.Figures)
	if !known {
		return texts.LinearField(texts.PanoramaValue(catalog.DimRegion.Key(), a.Region, false), texts.AreaUnranked(a.Plazas))
	}
	best := ""
	if len(a.Best) > 0 {
		row := a.Best[0]
		points := panorama.MeasurePoints.Format(c.Figures.PointsOf(row))
		best = texts.LinearBestThere(v.s.desk.Space.Catalog.Plaza(row).Establishment, c.Figures.Chance[row], points)
	}
	return texts.LinearArea(texts.PanoramaValue(catalog.DimRegion.Key(), a.Region, false), likely, a.Plazas, a.ByBand, best)
}

// prospects reads what is worth asking for: the frontier of chance and points, its
// steps first. A number opens a plaza.
func (v *survey) prospects() error {
	c := v.count(viewOf(panorama.ProspectsView, catalog.DimRegion, catalog.DimRegion), panorama.MeasureLikely)
	rows := c.Prospects.Rows()
	if len(rows) == 0 {
		v.s.say(texts.LinearSentence(texts.MeasureUnknown(string(panorama.MeasureLikely))))
		return nil
	}
	notes := append([]string{texts.LinearCount(len(rows), false), texts.FrontierHow}, c.Prospects.Said(v.s.desk.Space.Catalog, c.Figures)...)
	return v.s.list(list{
		title: texts.FrontierTitle, count: spaced(append(notes, v.widened(c))),
		len:  func() int { return len(rows) },
		line: func(i int) string { return v.s.plazaLine(rows[i]) },
		open: func(i int) error { return v.s.card(rows[i]) },
	})
}

// yearbook reads how a past process went in the applicant's line, part by part, and
// writes it to a page where one is asked for.
func (s *dialogue) yearbook(process data.Process) error {
	line := s.desk.Line()
	line.Process = process
	line, ok := yearbook.Closest(s.desk.Space, line)
	if !ok {
		s.say(texts.LinearWarning(texts.YearNoPast))
		return nil
	}
	r, err := yearbook.Of(s.desk.Space, line)
	if err != nil {
		return err
	}
	file, ok, err := s.free(texts.LinearYearFile(texts.YearFile(line)))
	if err != nil {
		return err
	}
	if ok {
		return s.do(s.desk.WriteYearbook(line, file))
	}
	parts := r.Parts()
	return s.list(list{
		title: r.Title(), count: texts.LinearSentence(texts.YearIntro),
		len:  func() int { return len(parts) },
		line: func(i int) string { return parts[i].Title },
		open: func(i int) error { s.readPart(&parts[i]); return nil },
	})
}

// readPart reads a part: each row with the names of its columns.
func (s *dialogue) readPart(p *yearbook.Part) {
	s.gap()
	s.say(texts.LinearSentence(p.Title))
	s.say(data.Map(p.Said, texts.LinearSentence)...)
	for _, row := range p.Rows {
		var cells []string
		for i, cell := range row {
			switch {
			case cell == "":
			case i == 0 || p.Head[i] == "":
				cells = append(cells, cell)
			default:
				cells = append(cells, p.Head[i]+": "+cell)
			}
		}
		s.say(texts.LinearSentence(strings.Join(cells, ", ")))
	}
}
