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
	case own.Next.Matches(k), k.String() == "tab": // tab goes to the next part everywhere
		return m.open(m.at + 1)
	case own.Prev.Matches(k), k.String() == "shift+tab":
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
	case own.Copy.Matches(k):
		return msg.Send(msg.CopyMsg{Text: m.text(), What: m.views[m.at].title})
	}
	m.move(k)
	return nil
}

func (m *Model) openMenu() {
	items := make([]widget.MenuItem, len(m.views))
	for i, v := range m.views {
		items[i] = widget.MenuItem{Label: v.title}
	}
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
	switch m.views[m.at].kind {
	case mapView:
		m.moveTile(k)
	case gridView:
		if m.content != nil {
			m.grid.key(k, &m.nav, &m.content.grid)
		}
	case tableView, curvesView:
		if m.table != nil {
			m.table.Update(k, &m.nav)
		}
	case historyView:
		m.scroll.Update(k, &m.nav)
	}
}

func (m *Model) moveTile(k tea.KeyMsg) {
	switch {
	case m.nav.Left.Matches(k):
		m.tile = panorama.Step(m.tile, -1, 0)
	case m.nav.Right.Matches(k):
		m.tile = panorama.Step(m.tile, 1, 0)
	case m.nav.Up.Matches(k):
		m.tile = panorama.Step(m.tile, 0, -1)
	case m.nav.Down.Matches(k):
		m.tile = panorama.Step(m.tile, 0, 1)
	case m.nav.Top.Matches(k):
		m.tile = panorama.Tiles()[0]
	case m.nav.Bottom.Matches(k):
		m.tile = panorama.Tiles()[len(panorama.Tiles())-1]
	case m.keys.Pick.Matches(k):
		m.pick(m.tile.Region)
	}
}

// nextModality goes on from one modality to the other, and to both.
func (m *Model) nextModality() tea.Cmd {
	order := append(data.Modalities(), "")
	m.scope.modality = order[(slices.Index(order, m.scope.modality)+1)%len(order)]
	return m.count()
}

func (m *Model) otherProfession() tea.Cmd {
	switch {
	case m.scope.profession != "":
		m.scope.profession = ""
	case m.line.Profession == "":
		return msg.Warn(texts.PanoramaNoMine)
	default:
		m.scope.profession = m.line.Profession
	}
	return m.count()
}

func (m *Model) nextProcess() tea.Cmd {
	all := m.space.Processes()
	if len(all) < 2 {
		return msg.Warn(texts.PanoramaOnlyOne)
	}
	m.scope.process = all[(slices.Index(all, m.scope.process)+1)%len(all)]
	return m.count()
}

func (m *Model) nextMeasure() tea.Cmd {
	switch m.views[m.at].kind {
	case mapView, gridView:
	case tableView, curvesView, historyView:
		return msg.Warn(texts.PanoramaNoMeasure)
	}
	all := panorama.Measures()
	m.measure = all[(slices.Index(all, m.measure)+1)%len(all)]
	return m.count()
}

// drill opens Explorar with what is under the cursor.
func (m *Model) drill() tea.Cmd {
	if m.content == nil {
		return nil
	}
	chosen := map[catalog.Dim]string{}
	if bands := m.likelyBands(); bands != "" {
		chosen[catalog.DimBand] = bands
	}
	process := m.counted()
	switch v := m.content.view; v.kind {
	case mapView:
		chosen[catalog.DimRegion] = m.tile.Region
		if len(m.picked) > 0 {
			chosen[catalog.DimRegion] = strings.Join(m.picked, ",")
		}
	case tableView, curvesView:
		value, ok := m.table.Current()
		if !ok {
			return nil
		}
		switch value {
		case outsideID:
			return msg.Warn(texts.PanoramaOutsideDrill)
		case totalID:
			return m.explore(m.content.scope.process, nil)
		}
		chosen[v.dim] = value
		if v.kind == tableView && m.content.cellFor(panorama.MeasureSeats, value).Plazas == 0 {
			process = m.content.pastProcess // the row counts what was adjudicated, and nothing else
		}
	case gridView:
		row, column, ok := m.grid.values(&m.content.grid)
		if !ok {
			return nil
		}
		chosen[v.dim], chosen[v.other] = row, column
	case historyView:
		return nil
	}
	return m.explore(process, chosen)
}

// counted is the process whose plazas the figures under the cursor count: of
// the take-up, the one that was adjudicated.
func (m *Model) counted() data.Process {
	c := m.content
	past := c.view.kind == curvesView || c.view.kind == mapView && m.measure.FromPast() || c.view.kind == gridView && c.gridOf != ""
	switch {
	case past && c.pastProcess != "":
		return c.pastProcess
	case c.scope.process != "":
		return c.scope.process
	}
	return m.space.Latest()
}

// likelyBands gives the bands that the measure counts, as a filter takes them,
// where it is that of the likely plazas and they are known; "" else.
func (m *Model) likelyBands() string {
	k := m.content.view.kind
	if m.measure != panorama.MeasureLikely || k != mapView && k != gridView || m.content.total.Known == 0 {
		return ""
	}
	figures := &m.desk.Est.Figures
	return strings.Join(figures.Bands[:min(int(figures.Likely), len(figures.Bands))], ",")
}

// explore opens Explorar on the plazas of a process in the scope that have the
// chosen values. The page is open from the start; the filters must come to it
// in their order.
func (m *Model) explore(process data.Process, chosen map[catalog.Dim]string) tea.Cmd {
	s := m.content.scope
	wishes := []tea.Msg{
		msg.NavigateMsg{Page: screen.Page{Kind: screen.Explore}},
		msg.FilterMsg{},
		msg.FilterMsg{Key: catalog.DimProcess.Key(), Value: string(process)},
		msg.FilterMsg{Key: catalog.DimProfession.Key(), Value: s.profession},
		msg.FilterMsg{Key: catalog.DimModality.Key(), Value: string(s.modality)},
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
	if s.process != "" && process != s.process {
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
	switch m.views[m.at].kind {
	case tableView, curvesView:
		if m.table != nil {
			m.table.Move(by)
		}
	case historyView:
		m.scroll.Wheel(3 * by)
	case gridView:
		if m.content != nil {
			m.grid.move(by, 0, &m.content.grid)
		}
	case mapView:
	}
}

func (m *Model) click(x, y int) tea.Cmd {
	switch m.views[m.at].kind {
	case mapView:
		t, ok := m.tileAt(x, y)
		if !ok {
			return nil
		}
		if t == m.tile {
			return m.drill()
		}
		m.tile = t
	case tableView, curvesView:
		if m.table == nil {
			return nil
		}
		row := m.table.Start() + y - m.tableTop() - 1
		if row < 0 || row >= m.table.Len() || y <= m.tableTop() {
			return nil
		}
		if row == m.table.Row() {
			return m.drill()
		}
		m.table.MoveTo(row)
	case gridView, historyView:
	}
	return nil
}
