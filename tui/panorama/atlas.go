package panorama

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/planner/catalog"
	"brujula/planner/panorama"
	"brujula/tui/draw"
	"brujula/tui/layout"
	"brujula/tui/theme"
)

// atlasState is where the applicant is on the map: the region under the cursor
// and, once it has been entered, a province of it, or "" for the whole region.
type atlasState struct {
	region   string
	entered  bool
	province string
	moved    bool // by the applicant; until then the cursor is where most is within reach
}

// bands is one more than the bands: dots without a chance have a colour too.
const bands = theme.Bands + 1

// Sizes of the map's parts, in cells.
const (
	panelLeast  = 34 // of what is said beside the map
	panelMost   = 64
	atlasHeight = 8 // least for a map
)

// dotted reports whether the map is drawn in dots: what is within reach is asked
// for, and most places are known.
func (m *Model) dotted() bool {
	c := m.content
	if c == nil || c.View.Kind != panorama.MapView || m.shown() != panorama.MeasureLikely || m.body().h < atlasHeight {
		return false
	}
	placed := c.Atlas.Exact + c.Atlas.About
	return placed > 0 && placed >= c.Atlas.Unplaced
}

// settle puts the cursor where most is within reach, as long as the applicant has
// not moved it, and out of a region that is not in view any more.
func (m *Model) settle() {
	s, a := &m.atlas, m.content.Atlas
	if _, ok := a.Area(s.region, s.province); !ok {
		s.entered, s.province = false, ""
	}
	if s.moved {
		return
	}
	best, most := "LIMA", 0
	for i := range a.Areas {
		area := &a.Areas[i]
		if likely, _ := area.Likely(m.rows()); area.Province == "" && likely > most {
			best, most = area.Region, likely
		}
	}
	s.region = best
}

// rows are the figures of the rows that were counted.
func (m *Model) rows() *catalog.Figures { return m.content.Figures }

// area is the region or the province under the cursor.
func (m *Model) area() *panorama.Area {
	a, _ := m.content.Atlas.Area(m.atlas.region, m.atlas.province)
	return a
}

// moveAtlas moves the cursor over the map.
func (m *Model) moveAtlas(k tea.KeyMsg) {
	s, nav := &m.atlas, &m.nav
	dx, dy := 0, 0
	switch {
	case nav.Left.Matches(k):
		dx = -1
	case nav.Right.Matches(k):
		dx = 1
	case nav.Up.Matches(k):
		dy = -1
	case nav.Down.Matches(k):
		dy = 1
	case nav.Top.Matches(k), nav.Bottom.Matches(k):
		m.farthest(nav.Top.Matches(k))
		return
	case m.keys.Pick.Matches(k):
		m.pick(s.region)
		return
	default:
		return
	}
	s.moved = true
	if s.entered && s.province == "" {
		s.province = m.firstProvince()
		return
	}
	to := m.content.Atlas.Step(m.area(), dx, dy)
	s.region, s.province = to.Region, to.Province
}

// firstProvince is the province of the region where most is within reach.
func (m *Model) firstProvince() string {
	best, most := "", -1
	for i := range m.content.Atlas.Areas {
		a := &m.content.Atlas.Areas[i]
		if likely, _ := a.Likely(m.rows()); a.Region == m.atlas.region && a.Province != "" && a.Placed && likely > most {
			best, most = a.Province, likely
		}
	}
	return best
}

// farthest goes to the northernmost or the southernmost of what the arrows reach.
func (m *Model) farthest(north bool) {
	s := &m.atlas
	at := m.area()
	for i := range m.content.Atlas.Areas {
		a := &m.content.Atlas.Areas[i]
		same := a.Placed && (a.Province != "") == s.entered && (!s.entered || a.Region == s.region)
		if same && (a.Middle.Lat > at.Middle.Lat) == north && a.Middle.Lat != at.Middle.Lat {
			at = a
		}
	}
	s.region, s.province, s.moved = at.Region, at.Province, true
}

// enter goes into the region under the cursor; done tells that it did, and that
// there is nothing to open yet.
func (m *Model) enter() (done bool) {
	if !m.dotted() || m.atlas.entered || len(m.picked) > 0 {
		return false
	}
	m.atlas.entered, m.atlas.moved = true, true
	return true
}

// leave goes back from a province to its region, and from there to the country.
func (m *Model) leave() bool {
	s := &m.atlas
	switch {
	case m.views[m.at].Kind != panorama.MapView || !s.entered:
		return false
	case s.province != "":
		s.province = ""
	default:
		s.entered = false
	}
	return true
}

// sheet is the map as it is laid out: its room in cells, and how its dots follow
// from degrees.
type sheet struct {
	w, h        int
	box         panorama.Box
	east, south float64 // dots a degree
	left, top   int     // dots that stay free there
}

// layAtlas gives the map as much room as its shape fills in w × h cells.
func (m *Model) layAtlas(w, h int) sheet {
	g := m.graphics()
	across, down := g.Dots()
	s := sheet{w: max(1, w-panelLeast), h: h, box: panorama.Country()}
	if m.atlas.entered {
		s.box = m.content.Atlas.BoxOf(m.atlas.region)
	}
	s.east, s.south = s.box.Fit(s.w*across, h*down, g.Tall())
	wide := int((s.box.East-s.box.West)*s.east) + 1
	s.w = min(s.w, (wide+across-1)/across)
	s.left = (s.w*across - wide) / 2
	s.top = (h*down - int((s.box.North-s.box.South)*s.south) - 1) / 2
	return s
}

// graphics is how the map's dots are drawn: as letters of the bands, one a cell,
// where there are no colours to tell them by.
func (m *Model) graphics() theme.Graphics {
	if m.lettered() {
		return theme.Signs
	}
	return m.desk.Styles.Graphics()
}

func (m *Model) lettered() bool {
	st := m.desk.Styles
	return st.Options.Variant == theme.Mono || st.Options.Variant == theme.Plain || st.Graphics() == theme.Signs
}

// atlasPicture draws the dots, those of the area under the cursor bright.
func (m *Model) atlasPicture(s sheet) []string {
	st, a := m.desk.Styles, m.content.Atlas
	g := m.graphics()
	canvas := draw.NewCanvas(g, s.w, s.h)
	across, down := g.Dots()
	letters := m.lettered()
	for i := range a.Spots {
		spot := &a.Spots[i]
		if m.atlas.entered && a.Areas[spot.Region].Region != m.atlas.region {
			continue
		}
		x, y := s.dot(spot)
		ink := draw.Ink(min(int(spot.Band), theme.Bands)) //nolint:gosec // six bands at most
		if !m.bright(spot) {
			ink += bands
		}
		if letters {
			canvas.Sign(x/across, y/down, m.letterOn(spot.Band, m.bright(spot)), ink)
		} else {
			canvas.Dot(x, y, ink)
		}
	}
	return canvas.Lines(inks(st))
}

// dot returns where a spot stands on the map.
func (s *sheet) dot(spot *panorama.Spot) (x, y int) {
	return s.left + int((spot.At.Lon-s.box.West)*s.east), s.top + int((s.box.North-spot.At.Lat)*s.south)
}

// bright reports whether a spot is in the area under the cursor.
func (m *Model) bright(spot *panorama.Spot) bool {
	a := m.content.Atlas
	if m.atlas.province != "" {
		return a.Areas[spot.Province].Province == m.atlas.province
	}
	return a.Areas[spot.Region].Region == m.atlas.region
}

// letterOn is the letter of a spot: a capital where the cursor is, so that its
// region is seen without bold type too.
func (m *Model) letterOn(band uint8, bright bool) string {
	if bright {
		return m.letter(band)
	}
	return strings.ToLower(m.letter(band))
}

// letter is the letter of a band; a dot where there is no chance.
func (m *Model) letter(band uint8) string {
	if letters := m.bandLetters(); int(band) < len(letters) {
		return letters[band]
	}
	return m.desk.Styles.Glyphs.Dot
}

// inks are the styles of the dots: of the area under the cursor by band, then of
// all others.
func inks(st *theme.Styles) []theme.Style {
	out := make([]theme.Style, 2*bands)
	for band := range bands {
		own := st.Band[min(band, theme.Bands-1)]
		out[band] = st.Strong.With(own)
		out[bands+band] = st.Muted.With(own)
	}
	out[theme.Bands], out[theme.Bands-1] = st.Strong, theme.Style{} // the least is faint everywhere else
	out[bands+theme.Bands] = st.Muted
	return out
}

// atlasLines draws the map, what is under the cursor beside it, and how the dots
// are to be read under both.
func (m *Model) atlasLines(w, h int) []string {
	foot := m.atlasFoot(w)
	s := m.layAtlas(w, h-len(foot))
	panel := m.panel(min(w-s.w-3, panelMost), s.h)
	lines := layout.Beside(m.atlasPicture(s), layout.Block(nil, 3, s.h, ""), layout.Block(panel, w-s.w-3, s.h, m.desk.Styles.Glyphs.Ellipsis))
	return append(lines, foot...)
}

// nearest finds the area whose dot is next to a cell of the map.
func (m *Model) nearest(x, y int) (*panorama.Area, bool) {
	b := m.body()
	s := m.layAtlas(b.w, b.h-len(m.atlasFoot(b.w)))
	across, down := m.graphics().Dots()
	a := m.content.Atlas
	best, cost := -1, 0
	for i := range a.Spots {
		spot := &a.Spots[i]
		if m.atlas.entered && a.Areas[spot.Region].Region != m.atlas.region {
			continue
		}
		sx, sy := s.dot(spot)
		dx, dy := 2*(sx/across-x), 4*(sy/down-y)
		if c := dx*dx + dy*dy; best < 0 || c < cost {
			best, cost = i, c
		}
	}
	if best < 0 || x < 0 || y < 0 || x >= s.w || y >= s.h {
		return nil, false
	}
	if m.atlas.entered {
		return &a.Areas[a.Spots[best].Province], true
	}
	return &a.Areas[a.Spots[best].Region], true
}
