package root

import (
	"strings"

	"brujula/data/texts"
	"brujula/tui/keys"
	"brujula/tui/layout"
	"brujula/tui/screen"
	"brujula/tui/widget"
)

// View draws the window: two lines on top, the page, one line at the foot, and
// what stands over them.
func (m *Model) View() string {
	if m.rows.waiting && m.rows.frame != "" {
		return m.rows.frame
	}
	frame := m.draw()
	if m.rows.waiting {
		m.rows.frame = frame
	}
	return frame
}

func (m *Model) draw() string {
	if m.width == 0 {
		return ""
	}
	if m.tooSmall() {
		text := texts.TooSmall(m.width, m.height, layout.MinWidth, layout.MinHeight)
		return m.styles.Encode(strings.Join(layout.Block(layout.Wrap(text, m.width), m.width, m.height, ""), "\n"))
	}
	lines := append([]string{m.topLine(), m.statusLine()}, m.body()...)
	lines = append(lines, m.footer())
	if m.progress != nil {
		told := []string{widget.Progress(m.styles, m.progress.Label, m.progress.Done, m.progress.Total, m.width)}
		lines = layout.Over(lines, told, 0, m.height-layout.FooterLines-1)
	}
	if m.noticed() { // over the page, so that the keys and what is filtered stay in view
		told := widget.NoticeLines(m.styles, m.notices[0], m.width)
		lines = layout.Over(lines, told, 0, m.height-layout.FooterLines-len(told))
	}
	if m.typing {
		popup := m.command.Popup(m.width, m.bodyHeight()-1)
		lines = layout.Over(lines, popup, 0, m.height-layout.FooterLines-len(popup))
	}
	if m.confirm != nil {
		box := m.confirm.Box(m.width)
		x := (m.width - layout.Width(box[0])) / 2
		lines = layout.Over(lines, box, x, max(0, (m.height-len(box))/2))
	}
	return m.styles.Encode(strings.Join(lines, "\n"))
}

func (m *Model) body() []string {
	if m.help != nil {
		return m.helpLines()
	}
	lines := strings.Split(m.current().View(), "\n")
	return layout.Block(lines, m.width, m.bodyHeight(), "")
}

// topLine names process, profession, modality and rank on the left, and the
// tabs on the right.
func (m *Model) topLine() string {
	tabs, width := m.tabs()
	if m.page.Kind == screen.Welcome { // nobody stands anywhere yet
		return m.styles.Title.Render(layout.Fit(" "+texts.WelcomeTitle, m.width, layout.Left, m.styles.Glyphs.Ellipsis))
	}
	room := max(0, m.width-width-1)
	left := layout.Fit(" "+m.standing(room-1), room, layout.Left, m.styles.Glyphs.Ellipsis)
	st := m.styles.Title
	if m.awaitsList() {
		return st.Render(left) + " " + tabs
	}
	if m.desk.Space.Demo {
		st = m.styles.Demo
	} else if _, simulated := m.desk.Look(); simulated {
		said := strings.TrimSpace(left) // what sets it off ends with the words
		return " " + m.styles.Simulated.Render(said) + layout.Blank(room-1-layout.Width(said)) + " " + tabs
	}
	return st.Render(left) + " " + tabs
}

// awaitsList reports whether the applicant said who they are and is on the way to the
// first list: the rank of the demonstration's example is not theirs.
func (m *Model) awaitsList() bool {
	return m.desk.Space.Demo && m.page.Kind == screen.Import && m.desk.Said().Ready()
}

// standing says who looks from where, in full where there is room.
func (m *Model) standing(room int) string {
	s := m.whoLooks()
	for s.Room < texts.NoRoom && layout.Width(s.String()) > room {
		s.Room++
	}
	return s.String()
}

func (m *Model) whoLooks() texts.TopLine {
	d := m.desk
	if m.awaitsList() {
		said := d.Said()
		return texts.TopLine{NoList: true, Profession: said.Profession, Modality: said.Modality, Rank: said.Rank, Passes: -1}
	}
	look, simulated := d.Look()
	s := texts.TopLine{
		Demo: d.Space.Demo, Process: look.Process, Profession: look.Profession, Modality: d.Profile.Modality,
		Rank: d.OwnRank(), Simulated: d.LookRank(), Passes: look.Passes, OwnPasses: d.Profile.PassesAhead, IsSimulated: simulated, Tried: m.styles.Glyphs.Tried, Fitting: d.Fitting,
		RangesDone: d.Ranging.Done, RangesTotal: d.Ranging.Total,
	}
	span := look.OwnSpan()
	s.From, s.To = span.From, span.To
	if act, ok := d.ActText(d.Profile.Modality); ok {
		s.Act = &act
	}
	return s
}

// tab is one tab as drawn: its kind and where it begins and ends in the line.
type tab struct {
	kind     screen.Kind
	text     string
	from, to int
}

// namedFrom is the width from which a narrow window names the tab that is open.
const namedFrom = 76

// tabList lays the tabs out at the right end of the top line.
func (m *Model) tabList() []tab {
	var all []tab
	if m.page.Kind == screen.Welcome { // every key is text there
		return nil
	}
	width := 0
	open, ok := m.tab()
	for i, kind := range screen.Tabs() {
		if _, ok := m.makers[kind]; !ok {
			continue
		}
		text := texts.Tab(i+1, kind.Title(), m.tabCount(kind), m.width < layout.WideFrom && (kind != m.page.Kind || m.width < namedFrom))
		if ok && kind == open {
			text = "[" + text + "]"
		} else {
			text = " " + text + " "
		}
		all = append(all, tab{kind: kind, text: text})
		width += layout.Width(text)
	}
	x := m.width - width
	for i := range all {
		all[i].from = x
		x += layout.Width(all[i].text)
		all[i].to = x
	}
	return all
}

// tabCount is what a tab counts: the lines of the plan, the plazas side by side.
func (m *Model) tabCount(kind screen.Kind) int {
	switch kind {
	case screen.Plan:
		return len(m.desk.Plan().Entries)
	case screen.Compare:
		return len(m.desk.Compared())
	default:
		return 0
	}
}

func (m *Model) tabs() (line string, width int) {
	var b strings.Builder
	open, ok := m.tab()
	for _, t := range m.tabList() {
		st := m.styles.Tab
		if ok && t.kind == open {
			st = m.styles.TabActive
		}
		b.WriteString(st.Render(t.text))
		width += layout.Width(t.text)
	}
	return b.String(), width
}

func (m *Model) tabAt(x int) (screen.Kind, bool) {
	for _, t := range m.tabList() {
		if x >= t.from && x < t.to {
			return t.kind, true
		}
	}
	return 0, false
}

// statusLine is the page's own second line.
func (m *Model) statusLine() string {
	left, right := m.page.Kind.Title(), ""
	if m.help != nil {
		left, right = m.help.heading(left), m.help.Position()
	} else if titler, ok := m.current().(screen.Titler); ok {
		left, right = titler.Status()
	}
	if right != "" {
		right = " " + right // what is cut on the left does not run into it
	}
	room := m.width - layout.Width(right) - 2
	if tab, ok := m.tab(); ok && tab != m.page.Kind && m.page.Kind != screen.Welcome && m.help == nil { // says where esc goes, where there is room
		if from := texts.OpenedFrom(tab.Title(), left); layout.Width(from) <= room {
			left = from
		}
	}
	return " " + layout.Fit(left, max(0, room), layout.Left, m.styles.Glyphs.Ellipsis) + layout.Cut(right, max(0, m.width-2), m.styles.Glyphs.Ellipsis) + " "
}

// noticed reports whether a message is in view.
func (m *Model) noticed() bool { return !m.typing && m.prompt == nil && len(m.notices) > 0 }

// footer is the question, the command line, or the keys.
func (m *Model) footer() string {
	switch {
	case m.typing:
		return m.command.Line(m.width)
	case m.prompt != nil:
		return m.prompt.Line(m.width)
	case m.help != nil && m.help.asked != nil:
		return m.help.asked.Line(m.width)
	}
	return keys.Footer(m.styles, m.footerBindings(), m.width)
}

// footerBindings are those of what stands in front: a question, the help, else the
// page's own between the way to the help and the way out. While text is written those keys are text, and are not promised.
func (m *Model) footerBindings() []keys.Binding {
	switch {
	case m.confirm != nil:
		return m.confirm.Keys()
	case m.help != nil:
		return m.help.keys(m)
	}
	if m.current().Typing() {
		return m.current().Help().Footer
	}
	bindings := append([]keys.Binding{m.global.Help}, m.current().Help().Footer...)
	return append(bindings, m.global.Command, m.global.Quit)
}
