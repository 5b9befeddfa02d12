package panorama

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/planner/panorama"
	"brujula/tui/msg"
	"brujula/tui/screen"
	"brujula/tui/widget"
)

// msgDataChanged keeps the switch of Update short.
type msgDataChanged = msg.DataChangedMsg

func (m *Model) key(k tea.KeyMsg) tea.Cmd {
	if m.menu != nil {
		return m.menuKey(k)
	}
	own := &m.keys
	switch {
	case own.Next.Matches(k):
		return m.open(m.at + 1)
	case own.Prev.Matches(k):
		return m.open(m.at - 1)
	case own.Views.Matches(k):
		m.openMenu()
		return nil
	case own.Modality.Matches(k):
		return m.nextModality()
	case own.Profession.Matches(k):
		return m.otherProfession()
	case own.Process.Matches(k):
		return m.nextProcess()
	case own.Measure.Matches(k):
		return m.nextMeasure()
	case own.Open.Matches(k):
		return m.drill()
	case m.lists.Import.Matches(k):
		return m.desk.Go(screen.Import, "")
	case own.Changes.Matches(k):
		return m.desk.Go(screen.Changes, "")
	case own.Year.Matches(k):
		return m.findPast()
	case own.Copy.Matches(k):
		return msg.Send(msg.CopyMsg{Text: m.text(), What: m.views[m.at].Title})
	}
	m.move(k)
	return msg.Moved(k, own.Moved())
}

func (m *Model) openMenu() {
	items := data.Map(m.views, func(v panorama.View) widget.MenuItem { return widget.MenuItem{Label: v.Title} })
	m.menu = widget.NewMenu(m.desk.Styles, texts.ViewsTitle, items, m.at)
}

func (m *Model) menuKey(k tea.KeyMsg) tea.Cmd {
	switch m.menu.Update(k, &m.nav) {
	case widget.Accepted:
		at := m.menu.Cursor()
		m.menu = nil
		return m.open(at)
	case widget.Cancelled:
		m.menu = nil
	case widget.Open:
	}
	return nil
}

// move moves in the view.
func (m *Model) move(k tea.KeyMsg) {
	switch m.views[m.at].Kind {
	case panorama.MapView:
		m.moveMap(k)
	case panorama.GridView:
		if m.content != nil {
			m.grid.key(k, &m.nav, &m.content.Grid)
		}
	case panorama.TableView, panorama.CurvesView, panorama.ProspectsView, panorama.FirstView, panorama.LastView:
		if m.table != nil {
			m.table.Update(k, &m.nav)
		}
	case panorama.HistoryView:
		m.scroll.Update(k, &m.nav)
	}
}

// moveMap moves the cursor over the dots of the map, or over its tiles.
func (m *Model) moveMap(k tea.KeyMsg) {
	if m.content == nil {
		return
	}
	if m.dotted() {
		m.moveAtlas(k)
		return
	}
	var region string
	tile := m.tile()
	switch {
	case m.nav.Left.Matches(k):
		region = panorama.Step(tile, -1, 0).Region
	case m.nav.Right.Matches(k):
		region = panorama.Step(tile, 1, 0).Region
	case m.nav.Up.Matches(k):
		region = panorama.Step(tile, 0, -1).Region
	case m.nav.Down.Matches(k):
		region = panorama.Step(tile, 0, 1).Region
	case m.nav.Top.Matches(k):
		region = panorama.Tiles()[0].Region
	case m.nav.Bottom.Matches(k):
		region = panorama.Tiles()[len(panorama.Tiles())-1].Region
	case m.keys.Pick.Matches(k):
		m.pick(tile.Region)
		return
	default:
		return
	}
	m.atlas = atlasState{region: region, moved: true}
}

// nextModality goes on from one modality to the other, and to both.
func (m *Model) nextModality() tea.Cmd {
	order := append(data.Modalities(), "")
	m.scope.Modality = order[(slices.Index(order, m.scope.Modality)+1)%len(order)]
	return m.count()
}

func (m *Model) otherProfession() tea.Cmd {
	switch {
	case m.scope.Profession != "":
		m.scope.Profession = ""
	case m.line.Profession == "":
		return msg.Warn(texts.PanoramaNoMine)
	default:
		m.scope.Profession = m.line.Profession
	}
	return m.count()
}

func (m *Model) nextProcess() tea.Cmd {
	all := m.space.Processes()
	if len(all) < 2 {
		return msg.Warn(texts.PanoramaOnlyOne)
	}
	m.scope.Process = all[(slices.Index(all, m.scope.Process)+1)%len(all)]
	return m.count()
}

func (m *Model) nextMeasure() tea.Cmd {
	switch m.views[m.at].Kind {
	case panorama.MapView, panorama.GridView:
	case panorama.TableView, panorama.CurvesView, panorama.HistoryView, panorama.ProspectsView, panorama.FirstView, panorama.LastView:
		return msg.Warn(texts.PanoramaNoMeasure)
	}
	all := panorama.Measures()
	m.measure = all[(slices.Index(all, m.shown())+1)%len(all)]
	return m.count()
}

// drill opens Explorar with what is under the cursor.
func (m *Model) drill() tea.Cmd {
	if m.content == nil || m.content.View.Kind == panorama.MapView && m.enter() {
		return nil
	}
	chosen := map[catalog.Dim]string{}
	if bands := m.content.LikelyBands(m.shown(), &m.desk.Est.Figures); len(bands) > 0 && !m.dotted() {
		chosen[catalog.DimBand] = strings.Join(bands, ",")
	}
	process := m.counted("")
	switch v := m.content.View; v.Kind {
	case panorama.MapView:
		chosen[catalog.DimRegion] = m.atlas.region
		switch {
		case m.atlas.province != "":
			chosen[catalog.DimProvince] = m.atlas.province
		case len(m.picked) > 0:
			chosen[catalog.DimRegion] = strings.Join(m.picked, ",")
		}
	case panorama.TableView, panorama.CurvesView:
		value, ok := m.table.Current()
		if !ok {
			return nil
		}
		switch value {
		case outsideID:
			return msg.Warn(texts.PanoramaOutsideDrill)
		case totalID:
			return m.explore(m.content.Scope.Process, nil)
		}
		chosen[v.Dim] = value
		process = m.counted(value)
	case panorama.GridView:
		row, column, ok := m.grid.values(&m.content.Grid)
		if !ok {
			return nil
		}
		chosen[v.Dim], chosen[v.Other] = row, column
	case panorama.ProspectsView, panorama.FirstView, panorama.LastView:
		return m.openPlaza()
	case panorama.HistoryView:
		return nil
	}
	return m.explore(process, chosen)
}

// counted is the process whose plazas the figures of a value count.
func (m *Model) counted(value string) data.Process {
	if p := m.content.Counted(m.shown(), value); p != "" {
		return p
	}
	return m.space.Latest()
}

// explore opens Explorar on the plazas of a process in the scope that have the
// chosen values. The page is open from the start; the filters must come to it
// in their order.
func (m *Model) explore(process data.Process, chosen map[catalog.Dim]string) tea.Cmd {
	s := m.content.Scope
	wishes := []tea.Msg{
		msg.NavigateMsg{Page: screen.Page{Kind: screen.Explore}},
		msg.FilterMsg{},
		msg.FilterMsg{Key: catalog.DimProcess.Key(), Value: string(process)},
		msg.FilterMsg{Key: catalog.DimProfession.Key(), Value: s.Profession},
		msg.FilterMsg{Key: catalog.DimModality.Key(), Value: string(s.Modality)},
	}
	for _, d := range catalog.Dims() {
		value, ok := chosen[d]
		switch {
		case !ok:
			continue
		case value == "" && !slices.Contains(m.space.Catalog.Values(d), ""):
			return msg.Warn(texts.PanoramaNoDrill)
		case value == "":
			value = texts.FilterMissing
		}
		wishes = append(wishes, msg.FilterMsg{Key: d.Key(), Value: value})
	}
	m.desk.Post(wishes...)
	if s.Process != "" && process != s.Process {
		return msg.Say(texts.PanoramaPastDrill(process))
	}
	return nil
}

// mouse: a click chooses a view, a tile or a row, on the chosen one it opens
// Explorar; the wheel moves.
func (m *Model) mouse(e tea.MouseMsg) tea.Cmd {
	press := e.Button == tea.MouseButtonLeft && e.Action == tea.MouseActionPress
	b := m.body()
	switch {
	case m.menu != nil:
		return nil
	case e.Button == tea.MouseButtonWheelUp, e.Button == tea.MouseButtonWheelDown:
		m.wheel(e)
		return nil
	case !press:
		return nil
	case !m.narrow() && e.X < listWidth:
		if at := e.Y - 1; at >= 0 && at < len(m.views) {
			return m.open(at)
		}
		return nil
	}
	return m.click(e.X-b.x, e.Y-b.y)
}

func (m *Model) wheel(e tea.MouseMsg) {
	by := 1
	if e.Button == tea.MouseButtonWheelUp {
		by = -1
	}
	switch m.views[m.at].Kind {
	case panorama.TableView, panorama.CurvesView, panorama.ProspectsView, panorama.FirstView, panorama.LastView:
		if m.table != nil {
			m.table.Move(by)
		}
	case panorama.HistoryView:
		m.scroll.Wheel(3 * by)
	case panorama.GridView:
		if m.content != nil {
			m.grid.move(by, 0, &m.content.Grid)
		}
	case panorama.MapView:
	}
}

func (m *Model) click(x, y int) tea.Cmd {
	switch m.views[m.at].Kind {
	case panorama.MapView:
		return m.clickMap(x, y)
	case panorama.TableView, panorama.CurvesView, panorama.ProspectsView, panorama.FirstView, panorama.LastView:
		if m.table == nil {
			return nil
		}
		top, left := m.listTop()
		row := m.table.Start() + y - top - 1
		if row < 0 || row >= m.table.Len() || y <= top || x < left {
			return nil
		}
		if row == m.table.Row() {
			return m.drill()
		}
		m.table.MoveTo(row)
	case panorama.GridView, panorama.HistoryView:
	}
	return nil
}

// clickMap goes to the region or province that was clicked, and opens the one
// that the cursor is on.
func (m *Model) clickMap(x, y int) tea.Cmd {
	to := m.atlas
	to.moved = true
	switch {
	case m.content == nil:
		return nil
	case m.dotted():
		a, ok := m.nearest(x, y)
		if !ok {
			return nil
		}
		to.region, to.province = a.Region, a.Province
	default:
		t, ok := m.tileAt(x, y)
		if !ok {
			return nil
		}
		to.region, to.province = t.Region, ""
	}
	if to.region == m.atlas.region && to.province == m.atlas.province {
		return m.drill()
	}
	m.atlas = to
	return nil
}
