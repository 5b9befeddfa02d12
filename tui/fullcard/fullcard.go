// Package fullcard is the page of one plaza: all that is known of it, each
// with its source.
package fullcard

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/card"
	"brujula/planner/panorama"
	"brujula/planner/workspace"
	"brujula/tui/bridge"
	"brujula/tui/curve"
	"brujula/tui/keys"
	"brujula/tui/msg"
	"brujula/tui/screen"
	"brujula/tui/widget"
)

// Model is the page.
type Model struct {
	desk   *bridge.Desk
	nav    keys.Navigation
	table  keys.Table
	report keys.Binding
	id     data.PlazaID

	w, h   int
	scroll widget.Scroll
	asked  screen.Generation
	known  bool
	card   card.Card
	curve  curve.Sampled
	at     panorama.Whereabouts
	note   *writing // nil unless a report is being written
}

type loadedMsg struct {
	generation uint64
	id         data.PlazaID
	card       card.Card
	curve      curve.Sampled
	at         panorama.Whereabouts
}

// New makes the page of the plaza that the page's ID names.
func New(d *bridge.Desk, page screen.Page) screen.Screen {
	m := &Model{desk: d, nav: keys.NewNavigation(), table: keys.NewTable(), report: keys.NewCard().Report}
	m.id, _ = screen.PlazaOf(page.ID)
	return m
}

// Init asks for what is known of the plaza.
func (m *Model) Init() tea.Cmd {
	row, ok := m.desk.Space.Catalog.Row(m.id)
	if !ok { // an import has taken it away
		m.known, m.card = false, card.Card{}
		m.asked.Next()
		m.scroll.SetLines([]string{" " + m.desk.Styles.Muted.Render(texts.PlazaGone)})
		return nil
	}
	generation, id, space, est, was, tried := m.asked.Next(), m.id, m.desk.Space, m.desk.Est, m.desk.Was(), m.desk.Tried()
	return func() tea.Msg {
		panorama.Outline() // read here, not while a key is answered
		at := panorama.WhereaboutsOf(space, space.Catalog.Plaza(row))
		told, drawn := card.Since(was, space, est, row), curve.Sampled{}
		if told.Facts.Fate == workspace.FateOpen {
			drawn = curve.Sample(space, est, row, tried)
		}
		return loadedMsg{generation, id, told, drawn, at}
	}
}

// Update takes a message.
func (m *Model) Update(message tea.Msg) tea.Cmd {
	switch message := message.(type) {
	case loadedMsg:
		if message.id == m.id && m.asked.Current(message.generation) {
			m.card, m.curve, m.at, m.known = message.card, message.curve, message.at, true
			m.layout()
		}
	case msg.DataChangedMsg:
		return m.Init()
	case namedNoteMsg:
		return m.addNote(message.note)
	case tea.MouseMsg:
		m.scroll.Mouse(message)
	case tea.KeyMsg:
		if m.note != nil {
			return m.noteKey(message)
		}
		switch {
		case m.report.Matches(message) && m.known:
			return m.openNote()
		case m.table.Star.Matches(message) && m.known:
			return bridge.Cmd(m.desk.ToggleStar(m.id))
		case m.table.Copy.Matches(message):
			return msg.Send(msg.CopyMsg{Text: m.card.Text(), What: m.card.Title})
		case m.table.Open.Matches(message):
			return m.desk.Post(msg.BackMsg{})
		}
		m.scroll.Update(message, &m.nav)
	}
	return nil
}

func (m *Model) layout() {
	if !m.known || m.w < 22 {
		return
	}
	lines := m.pageLines(m.w - 2)
	for i, line := range lines {
		lines[i] = " " + line
	}
	m.scroll.SetLines(lines)
}

func pairs(fields []card.Field) []widget.Pair {
	out := make([]widget.Pair, len(fields))
	for i, f := range fields {
		out[i] = widget.Pair{Label: f.Label, Value: f.Text}
		if i > 0 && f.Label == fields[i-1].Label { // said once
			out[i].Label = ""
		}
	}
	return out
}

// reports lists what people say of the place, by topic, and what is not on the
// disk yet.
func (m *Model) reports() (out []widget.Pair) {
	for _, r := range m.card.Reports {
		topic, disagree := strings.CutSuffix(r.Topic, ", "+texts.NotesDisagree)
		for i, line := range r.Lines {
			label := ""
			switch {
			case i == 0:
				label = topic
			case i == 1 && disagree: // beside the second, where there is room for it
				label = texts.NotesDisagree
			}
			out = append(out, widget.Pair{Label: label, Value: line})
		}
	}
	for _, n := range m.desk.UnsavedNotes(m.id.Renipress) {
		out = append(out, widget.Pair{Label: texts.NoteUnsavedMark, Value: texts.NoteLine(n.Text, n.Source, n.Date)})
	}
	return out
}

// View draws the page.
func (m *Model) View() string {
	if m.note != nil {
		return strings.Join(m.noteLines(), "\n")
	}
	return strings.Join(m.scroll.Lines(), "\n")
}

// Status names the plaza's place and tells how far it is scrolled.
func (m *Model) Status() (left, right string) {
	star := ""
	if i := m.desk.Plan().Index(m.id); i >= 0 {
		star = texts.InPlan(m.desk.Styles.Glyphs.Star, i+1)
	}
	return screen.Card.Title() + star, m.scroll.Position()
}

// Resize sets the room.
func (m *Model) Resize(w, h int) {
	m.w, m.h = w, h
	m.scroll.Resize(w, h)
	m.layout()
}

// Help lists the keys.
func (m *Model) Help() screen.Help {
	if m.note != nil {
		form := keys.NewForm()
		return screen.Help{Footer: []keys.Binding{form.Save, form.Next, form.Choose, form.Cancel}, Scopes: []keys.Scope{form.Scope()}}
	}
	return screen.Help{
		Footer: keys.Usable(m.desk.OnlyLooks(), []keys.Binding{m.table.Star.As(texts.KeyToPlanShort), keys.NewGlobal().Back, m.nav.Down, m.report.As(texts.KeyReportShort), m.table.Copy}, m.table.Star, m.report),
		Scopes: []keys.Scope{{Name: texts.ScreenCard, Bindings: []keys.Binding{m.table.Star, m.report, m.table.Copy}}, keys.BandSigns()},
	}
}

// Typing reports that a report is being written.
func (m *Model) Typing() bool { return m.note != nil }

// Back has nothing to close.
func (m *Model) Back() bool { return false }
