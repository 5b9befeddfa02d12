package panorama

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"brujula/data/texts"
	"brujula/planner/panorama"
	"brujula/tui/layout"
	"brujula/tui/widget"
)

// listWidth is the list of views on the left of a wide window, borders
// included.
const listWidth = 26

// rect is a part's place in the screen's own cells.
type rect struct{ x, y, w, h int }

func (m *Model) narrow() bool { return m.w < layout.WideFrom }

// body is the room for the view itself: inside its box in a wide window, under
// its title in a narrow one.
func (m *Model) body() rect {
	if m.narrow() {
		return rect{0, 1, m.w, max(0, m.h-1)}
	}
	return rect{listWidth + 1, 1, max(0, m.w-listWidth-2), max(0, m.h-2)}
}

// arrange shares the room out to what keeps its own size.
func (m *Model) arrange() {
	b := m.body()
	m.scroll.Resize(b.w, b.h)
	switch {
	case m.table == nil:
	case m.content.View.Kind == panorama.ProspectsView:
		_, list := prospectRooms(b.w, b.h)
		m.table.Resize(list.w, max(0, list.h-m.prospectTop()))
	default:
		m.table.Resize(b.w, max(0, b.h-m.tableTop()))
	}
}

// View draws the screen.
func (m *Model) View() string {
	b := m.body()
	lines := layout.Block(m.lines(b.w, b.h), b.w, b.h, m.desk.Styles.Glyphs.Ellipsis)
	title, st := m.question(), m.desk.Styles
	if m.narrow() {
		head := " " + st.Title.Render(title) + st.Muted.Render(m.note())
		if place := " · " + texts.ViewCount(m.views[m.at].Title, m.at+1, len(m.views)); layout.Width(head)+layout.Width(place) <= m.w {
			head += st.Muted.Render(place)
		}
		lines = append([]string{layout.Fit(head, m.w, layout.Left, m.desk.Styles.Glyphs.Ellipsis)}, lines...)
	} else {
		box := widget.Box(m.desk.Styles, widget.BoxOptions{Title: title + st.Muted.Render(m.note()), Note: m.position(), Active: true}, lines, m.w-listWidth, m.h)
		lines = layout.Beside(m.viewList(), box)
	}
	if m.menu != nil {
		lines = layout.Over(lines, m.menu.Box(m.w-2, m.h), 1, 0)
	}
	return strings.Join(lines, "\n")
}

// question is what the view answers.
func (m *Model) question() string {
	switch v := m.views[m.at]; {
	case v.Kind != panorama.MapView:
		return v.Question
	case m.atlas.entered && m.content != nil && m.dotted():
		return texts.AreaQuestion(m.atlas.region)
	}
	return texts.MeasureQuestion(string(m.shown()))
}

// note states the measure in view, after the title.
func (m *Model) note() string {
	if m.content == nil || m.dotted() {
		return ""
	}
	switch m.content.View.Kind {
	case panorama.MapView:
		p := m.content.Scope.Process
		if m.shown().FromPast() {
			p = m.content.PastProcess
		}
		return " · " + texts.MeasureShown(string(m.shown()), p)
	case panorama.GridView:
		note := " · " + texts.MeasureShown(string(m.shown()), m.content.GridOf)
		if figure := m.grid.alike(&m.content.Grid, m.shown()); figure != "" {
			note += " · " + texts.GridAlike(figure)
		}
		return note
	case panorama.CurvesView:
		if m.content.PastProcess != "" {
			return " · " + texts.CurvesLeftNote(m.content.PastProcess)
		}
	case panorama.FirstView, panorama.LastView:
		if m.content.PastProcess != "" {
			return " · " + texts.LastTimeNote(m.content.PastProcess)
		}
	case panorama.ProspectsView:
		if p := m.content.Prospects; p.Known > 0 {
			return " · " + texts.ProspectsNote(len(p.Rows()), p.Known)
		}
	case panorama.TableView, panorama.HistoryView:
	}
	return ""
}

func (m *Model) position() string {
	if m.views[m.at].Kind == panorama.HistoryView {
		return m.scroll.Position()
	}
	return ""
}

func (m *Model) viewList() []string {
	st := m.desk.Styles
	lines := make([]string, len(m.views))
	for i, v := range m.views {
		line := layout.Fit("  "+v.Title, listWidth-2, layout.Left, st.Glyphs.Ellipsis)
		if i == m.at {
			line = st.Selected.Render(layout.Fit(st.Glyphs.Cursor+" "+v.Title, listWidth-2, layout.Left, st.Glyphs.Ellipsis))
		}
		lines[i] = line
	}
	return widget.Box(st, widget.BoxOptions{Title: texts.ViewsTitle}, lines, listWidth, m.h)
}

// lines draws the view in w × h cells.
func (m *Model) lines(w, h int) []string {
	st := m.desk.Styles
	switch {
	case m.content == nil:
		return []string{" " + st.Muted.Render(texts.PanoramaLoading)}
	case m.content.Total.Plazas == 0 && m.content.View.Kind != panorama.HistoryView:
		return layout.Indent(layout.Wrap(texts.PanoramaNothing, max(1, w-2)))
	}
	switch m.content.View.Kind {
	case panorama.MapView:
		return m.mapLines(w, h)
	case panorama.GridView:
		return m.grid.lines(m, w, h)
	case panorama.CurvesView:
		return m.curveLines(w, h)
	case panorama.TableView:
		return m.tableLines(w, h)
	case panorama.FirstView, panorama.LastView:
		return m.table.Lines()
	case panorama.ProspectsView:
		return m.prospectLines(w, h)
	case panorama.HistoryView:
	}
	return m.scroll.Lines()
}

// text returns the view without escape sequences, for the clipboard.
func (m *Model) text() string {
	b := m.body()
	lines := m.lines(b.w, b.h)
	for i, line := range lines {
		lines[i] = strings.TrimRight(ansi.Strip(line), " ")
	}
	return strings.TrimRight(m.views[m.at].Title+m.note()+"\n"+strings.Join(lines, "\n"), "\n ") + "\n"
}
