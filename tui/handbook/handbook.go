// Package handbook is the page with all that the program holds to be true of
// SERUMS: every rule with what it stands on, found by any of its words.
package handbook

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/rulesheet"
	"brujula/tui/bridge"
	"brujula/tui/keys"
	"brujula/tui/layout"
	"brujula/tui/msg"
	"brujula/tui/screen"
	"brujula/tui/theme"
	"brujula/tui/widget"
)

// Model is the page.
type Model struct {
	desk   *bridge.Desk
	nav    keys.Navigation
	search keys.Search
	own    keys.Handbook

	w, h   int
	sheet  []rulesheet.Part
	found  []rulesheet.Part // those of the sheet that have the words
	words  string
	input  *widget.Input // nil unless the search is being typed
	scroll widget.Scroll
	starts []int // first line of each part that was found
}

// New makes the page.
func New(d *bridge.Desk, _ screen.Page) screen.Screen {
	m := &Model{desk: d, nav: keys.NewNavigation(), search: keys.NewSearch(), own: keys.NewHandbook()}
	m.read()
	return m
}

// read takes the rules anew: the user's own may have come with a backup.
func (m *Model) read() {
	m.sheet = rulesheet.Sheet(m.desk.Facts)
	m.find(m.words)
}

// find keeps the rules that have the words, and shows them from the first.
func (m *Model) find(words string) {
	m.words, m.found = words, rulesheet.Find(m.sheet, words)
	m.scroll.Top()
	m.lay()
}

// Init has nothing to wait for.
func (m *Model) Init() tea.Cmd { return nil }

// Update takes a message.
func (m *Model) Update(message tea.Msg) tea.Cmd {
	switch message := message.(type) {
	case msg.DataChangedMsg:
		m.read()
	case msg.RulesMsg:
		m.input = nil
		m.find(message.Words)
	case tea.MouseMsg:
		m.scroll.Mouse(message)
	case tea.KeyMsg:
		m.key(message)
	}
	return nil
}

func (m *Model) key(k tea.KeyMsg) {
	switch {
	case m.input != nil:
		m.typed(k)
	case m.search.Start.Matches(k):
		m.input = widget.NewInput(m.desk.Styles)
		m.input.Placeholder = texts.RulesPlaceholder
		m.input.Offer(m.words)
		m.lay()
	case m.own.Next.Matches(k):
		m.jump(1)
	case m.own.Previous.Matches(k):
		m.jump(-1)
	default:
		m.scroll.Update(k, &m.nav)
	}
}

// typed edits the search; rules are found with each key.
func (m *Model) typed(k tea.KeyMsg) {
	switch {
	case k.Type == tea.KeyEsc:
		m.Back()
	case k.Type == tea.KeyEnter:
		m.input = nil
		m.lay()
	case m.input.Update(k):
		m.find(m.input.Value())
	}
}

// current returns the part that the first line in view belongs to.
func (m *Model) current() int {
	at := 0
	for i, start := range m.starts {
		if start <= m.scroll.Start() {
			at = i
		}
	}
	return at
}

// jump brings the first line of another part to the top.
func (m *Model) jump(steps int) {
	if len(m.starts) == 0 {
		return
	}
	at := m.current()
	if steps < 0 && m.scroll.Start() > m.starts[at] {
		at++ // to the beginning of the part in view
	}
	to := m.starts[min(max(at+steps, 0), len(m.starts)-1)]
	m.scroll.To(to)
}

// Widths in cells: of the titles of the parts, in a wide window; of what a rule stands
// on where it is beside it.
const (
	indexWidth = 34
	leastSide  = 36
	mostSide   = 60
)

func (m *Model) wide() bool { return m.w >= layout.WideFrom }

// lay writes the rules.
func (m *Model) lay() {
	st, w := m.desk.Styles, m.w-2
	if m.wide() {
		w -= indexWidth
	}
	if w < 20 {
		return
	}
	side := 0 // of what a rule stands on, beside it
	if more := w - layout.ReadableWidth - 2; more >= leastSide {
		side = min(more, mostSide)
	}
	w = min(w, layout.ReadableWidth)
	m.starts = m.starts[:0]
	var lines []string
	for _, part := range m.found {
		if len(lines) > 0 {
			lines = append(lines, "")
		}
		m.starts = append(m.starts, len(lines))
		lines = append(lines, " "+widget.Rule(st, part.Title, w+side))
		for i := range part.Lines {
			if side == 0 {
				lines = slices.Concat(lines, ruleLines(st, &part.Lines[i], w), basisLines(st, &part.Lines[i], w-2))
				continue
			}
			said, basis := ruleLines(st, &part.Lines[i], w), basisLines(st, &part.Lines[i], side-3)
			h := max(len(said), len(basis))
			lines = append(lines, layout.Beside(layout.Block(said, w+1, h, ""), layout.Block(basis, side, h, ""))...)
		}
	}
	if len(m.found) == 0 {
		lines = append(lines, layout.Indent(layout.Wrap(texts.RulesNone(m.words), w))...)
	}
	lines = append(lines, "")
	lines = append(lines, layout.Indent(st.Muted.RenderAll(layout.Wrap(texts.RulesFoot, w)))...)
	room := m.w
	if m.wide() {
		room -= indexWidth
	}
	m.scroll.Resize(room, m.h-m.inputLines())
	m.scroll.SetLines(lines)
}

// ruleLines writes what holds.
func ruleLines(st *theme.Styles, rule *rulesheet.Line, w int) []string {
	var lines []string
	for i, line := range layout.Wrap(rule.Text, w-2) {
		lead := "   "
		if i == 0 {
			lead = " " + st.Glyphs.Bullet + " "
		}
		lines = append(lines, lead+line)
	}
	return lines
}

// basisLines writes what a rule stands on, its certainty set off.
func basisLines(st *theme.Styles, rule *rulesheet.Line, w int) []string {
	var lines []string
	certainty := certaintyStyle(st, rule.Certainty)
	for i, line := range layout.Wrap(texts.RuleBasis(string(rule.Certainty), rule.Source, rule.Date, rule.Own), w) {
		word := string(rule.Certainty)
		if rest, ok := strings.CutPrefix(line, word); ok && i == 0 {
			lines = append(lines, "   "+certainty.Render(word)+st.Muted.Render(rest))
			continue
		}
		lines = append(lines, "   "+st.Muted.Render(line))
	}
	return lines
}

func certaintyStyle(st *theme.Styles, c rules.Certainty) theme.Style {
	switch c {
	case rules.Official, rules.Computed:
		return st.Success
	case rules.Secondary:
		return st.Info
	case rules.Unclear, rules.Unconfirmed, rules.NotFound:
	}
	return st.Warning
}

// index lists the parts with how many rules each has, that in view marked.
func (m *Model) index(h int) []string {
	st, at := m.desk.Styles, m.current()
	var lines []string
	for i, part := range m.found {
		count := texts.Thousands(len(part.Lines))
		line := layout.Fit(part.Title, indexWidth-5-len(count), layout.Left, st.Glyphs.Ellipsis) + " " + count
		if i == at {
			lines = append(lines, st.Glyphs.Cursor+" "+st.SelectedIdle.Render(line))
			continue
		}
		lines = append(lines, "  "+line)
	}
	return layout.Block(lines, indexWidth, h, "")
}

func (m *Model) inputLines() int {
	if m.input != nil {
		return 1
	}
	return 0
}

// View draws the page.
func (m *Model) View() string {
	body := m.scroll.Lines()
	if m.wide() {
		body = layout.Beside(m.index(m.h-m.inputLines()), body)
	}
	if m.input != nil {
		body = append([]string{layout.Fit(" "+m.desk.Styles.Prompt.Render("/")+m.input.Line(max(1, m.w-3)), m.w, layout.Left, "")}, body...)
	}
	return strings.Join(body, "\n")
}

// Status names the page, says what was searched and how much was found.
func (m *Model) Status() (left, right string) {
	count := func(parts []rulesheet.Part) (n int) {
		for _, p := range parts {
			n += len(p.Lines)
		}
		return n
	}
	return texts.RulesStatus(m.words, count(m.found), count(m.sheet)), m.scroll.Position()
}

// Resize sets the room.
func (m *Model) Resize(w, h int) {
	m.w, m.h = w, h
	m.lay()
}

// Help lists the keys.
func (m *Model) Help() screen.Help {
	if m.input != nil {
		return screen.Help{Footer: []keys.Binding{m.own.Done, keys.NewGlobal().Back}, Scopes: []keys.Scope{m.own.Scope()}}
	}
	return screen.Help{
		Footer: []keys.Binding{m.search.Start, m.own.Next, m.own.Previous, keys.NewGlobal().Back, m.nav.Down},
		Scopes: []keys.Scope{m.own.Scope(), m.nav.Scope()},
	}
}

// Typing reports that the search is being typed.
func (m *Model) Typing() bool { return m.input != nil }

// Back ends the typing, then takes the search away.
func (m *Model) Back() bool {
	if m.input == nil && m.words == "" {
		return false
	}
	m.input = nil
	m.find("")
	return true
}
