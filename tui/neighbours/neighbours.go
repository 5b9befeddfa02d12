// Package neighbours is the page that tells what those near my rank, or near a
// mark, took last time.
package neighbours

import (
	"slices"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/near"
	"brujula/tui/bridge"
	"brujula/tui/keys"
	"brujula/tui/layout"
	"brujula/tui/msg"
	"brujula/tui/screen"
	"brujula/tui/widget"
)

// widths are the steps of + and -, in ranks; hundredths of a mark go by the
// same steps.
var widths = [...]int{5, 10, 25, 50, 100, 200, 500}

// Widths in cells of the list and of the counts beside it.
const (
	leastList = 42
	leastSide = 32
	mostSide  = 40
	leastName = 24 // of an establishment
)

// pickColumn is a column of the list.
type pickColumn struct {
	cell, width, rank int
	align             layout.Align
}

// pickColumns are the columns of the list as they stand, each with its width; those
// of a higher rank come into view where there is room. The name gets what is left.
var pickColumns = []pickColumn{
	{cell: 0, width: 11},
	{cell: 1, width: 5, rank: 2, align: layout.Right},
	{cell: 2, width: 2, align: layout.Right},
	{cell: 3, width: 9, rank: 4},
	{cell: nameCell},
	{cell: 5, width: 16, rank: 3},
	{cell: 6, width: 13, rank: 1},
	{cell: 7, width: 18, rank: 5},
}

// nameCell is the establishment among the cells of a pick.
const nameCell = 4

// Model is the page.
type Model struct {
	desk *bridge.Desk
	nav  keys.Navigation
	own  keys.Neighbours

	w, h     int
	width    int // index into widths
	mark     float64
	process  data.Process // that is looked at; "" for the newest
	modality data.Modality
	scroll   widget.Scroll
	asked    screen.Generation
	result   near.Result
	known    bool // result answers the last question
	found    bool // a past list has the line
}

type foundMsg struct {
	generation uint64
	result     near.Result
	found      bool
}

// New makes the page.
func New(d *bridge.Desk, _ screen.Page) screen.Screen {
	return &Model{desk: d, nav: keys.NewNavigation(), own: keys.NewNeighbours(), width: 2, modality: d.Profile.Modality}
}

// Init asks for what those near took.
func (m *Model) Init() tea.Cmd {
	look, _ := m.desk.Look()
	if m.modality == "" {
		m.modality = data.Remunerada
	}
	q := near.Query{Profession: look.Profession, Modality: m.modality, Rank: look.RankIn(m.modality), Width: widths[m.width], Process: m.process}
	if m.mark > 0 {
		q.Mark, q.Range = m.mark, float64(widths[m.width])/100
	}
	generation, space := m.asked.Next(), m.desk.Space
	if q.Rank <= 0 && q.Mark <= 0 {
		m.known = false
		m.lay()
		return nil
	}
	process := look.Process
	return func() tea.Msg {
		result, found := near.In(space, process, q)
		if !found && q.Process != "" { // the other modality does not have that process
			q.Process = ""
			result, found = near.In(space, process, q)
		}
		return foundMsg{generation, result, found}
	}
}

// Update takes a message.
func (m *Model) Update(message tea.Msg) tea.Cmd {
	switch message := message.(type) {
	case foundMsg:
		if m.asked.Current(message.generation) {
			m.result, m.found, m.known = message.result, message.found, true
			m.lay()
		}
	case msg.DataChangedMsg:
		return m.Init()
	case markMsg:
		m.mark = message.mark
		return m.Init()
	case tea.MouseMsg:
		m.scroll.Mouse(message)
	case tea.KeyMsg:
		return m.key(message)
	}
	return nil
}

func (m *Model) key(k tea.KeyMsg) tea.Cmd {
	switch {
	case m.own.Wider.Matches(k):
		m.width = min(m.width+1, len(widths)-1)
		return m.Init()
	case m.own.Narrower.Matches(k):
		m.width = max(m.width-1, 0)
		return m.Init()
	case m.own.Other.Matches(k):
		m.modality = m.modality.Other()
		return m.Init()
	case m.own.Process.Matches(k):
		return m.nextProcess()
	case m.own.Mark.Matches(k):
		return m.askMark()
	}
	m.scroll.Update(k, &m.nav)
	return nil
}

// nextProcess looks at the process before the one in view, going round.
func (m *Model) nextProcess() tea.Cmd {
	if !m.known || !m.found {
		return nil
	}
	next, ok := m.result.Next()
	if !ok {
		return msg.Warn(texts.NearOnlyOne)
	}
	m.process = next
	return m.Init()
}

// markMsg carries the mark that was typed; 0 goes back to the rank.
type markMsg struct{ mark float64 }

func (m *Model) askMark() tea.Cmd {
	return m.desk.Post(msg.PromptMsg{
		Label: texts.NearAskMark,
		Check: func(line string) error { _, err := parseMark(line); return err },
		Accept: func(line string) tea.Cmd {
			mark, _ := parseMark(line)
			return msg.Send(markMsg{mark})
		},
	})
}

type markError string

func (e markError) Error() string { return texts.NearBadMark(string(e)) }

func parseMark(line string) (float64, error) {
	line = strings.TrimSpace(line)
	if line == "" {
		return 0, nil
	}
	mark, err := strconv.ParseFloat(strings.ReplaceAll(line, ",", "."), 64)
	if err != nil || !(mark > 0 && mark <= 20) {
		return 0, markError(line)
	}
	return mark, nil
}

// lay writes the page; it is scrolled where it does not fit.
func (m *Model) lay() {
	st, w := m.desk.Styles, m.w-2
	if w < 20 {
		return
	}
	var lines []string
	say := func(text string) { lines = append(lines, layout.Wrap(text, min(w, layout.ReadableWidth))...) }
	switch {
	case !m.known:
		say(texts.NearNoRank)
	case !m.found:
		say(texts.Capital(texts.NearNoPast) + ".")
	default:
		s := m.result.Summary()
		lines = append(lines, st.Title.Render(layout.Cut(s.Title(), w, st.Glyphs.Ellipsis)))
		if len(m.result.Picks) == 0 {
			say(texts.NearNobody)
			lines = append(lines, m.notes(w)...)
			break
		}
		if w < leastList+leastSide+2 {
			lines = slices.Concat(lines, m.groups(w), m.notes(w), []string{""}, m.picks(w))
			break
		}
		side := min(mostSide, w-leastList-2)
		left, right := w-side-2, slices.Concat(m.groups(side), m.notes(side))
		picks := m.picks(left)
		h := max(len(picks), len(right))
		lines = append(lines, layout.Beside(layout.Block(picks, left+2, h, ""), layout.Block(right, side, h, ""))...)
	}
	for i, line := range lines {
		lines[i] = " " + line
	}
	m.scroll.SetLines(lines)
}

// notes tell how the places were found and what to mind, under the figures.
func (m *Model) notes(w int) []string {
	lines := []string{""}
	for _, note := range m.result.Summary().Notes() {
		lines = append(lines, m.desk.Styles.Muted.RenderAll(layout.Wrap(note, min(w, layout.ReadableWidth)))...)
	}
	return lines
}

// groups draws the three counts, one under the other.
func (m *Model) groups(w int) (lines []string) {
	for _, s := range m.result.Sections() {
		lines = append(lines, widget.Rule(m.desk.Styles, s.Title, w))
		var rows []widget.BarRow
		for _, g := range s.Groups {
			rows = append(rows, widget.BarRow{Label: s.Name(g.Value), Value: float64(g.Seats), Note: texts.Thousands(g.Seats)})
		}
		lines = append(lines, widget.Bars(m.desk.Styles, rows, w)...)
	}
	return lines
}

// picks lists what was taken, as many columns as fit.
func (m *Model) picks(w int) []string {
	st := m.desk.Styles
	longest := leastName
	rows := make([][]string, len(m.result.Picks))
	for i := range m.result.Picks {
		rows[i] = m.result.Picks[i].Cells()
		rows[i][nameCell] = texts.ListName(rows[i][nameCell])
		longest = max(longest, layout.Width(rows[i][nameCell]))
	}
	columns := slices.Clone(pickColumns)
	room := func() (left int) {
		left = w - len(columns) + 1
		for _, c := range columns {
			left -= c.width
		}
		return left
	}
	for rank := 5; rank > 0 && room() < leastName; rank-- {
		columns = slices.DeleteFunc(columns, func(c pickColumn) bool { return c.rank == rank })
	}
	name := max(0, min(longest, room()))
	draw := func(cells []string) string {
		words := make([]string, len(columns))
		for i, c := range columns {
			width := c.width
			if c.cell == nameCell {
				width = name
			}
			words[i] = layout.Fit(cells[c.cell], width, c.align, st.Glyphs.Ellipsis)
		}
		return layout.Cut(strings.Join(words, " "), w, "")
	}
	lines := []string{widget.Rule(st, texts.NearList, w), st.Header.Render(draw(texts.NearHeading()))}
	for _, row := range rows {
		lines = append(lines, draw(row))
	}
	return lines
}

// View draws the page.
func (m *Model) View() string { return strings.Join(m.scroll.Lines(), "\n") }

// Status names the page and tells how far it is scrolled.
func (m *Model) Status() (left, right string) { return texts.ScreenNear, m.scroll.Position() }

// Resize sets the room.
func (m *Model) Resize(w, h int) {
	m.w, m.h = w, h
	m.scroll.Resize(w, h)
	m.lay()
}

// Help lists the keys.
func (m *Model) Help() screen.Help {
	if !m.known { // there is nothing to widen
		return screen.Help{Footer: []keys.Binding{keys.NewGlobal().Profile, m.own.Mark, keys.NewGlobal().Back}, Scopes: []keys.Scope{m.own.Scope()}}
	}
	return screen.Help{
		Footer: []keys.Binding{m.own.Wider, m.own.Narrower, m.own.Process, m.own.Mark, keys.NewGlobal().Back, m.own.Other, m.nav.Down},
		Scopes: []keys.Scope{m.own.Scope()},
	}
}

// Typing is never so here: the mark is asked for in the footer.
func (m *Model) Typing() bool { return false }

// Back has nothing to close.
func (m *Model) Back() bool { return false }
