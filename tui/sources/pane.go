package sources

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/availability"
	"brujula/planner/workspace"
	"brujula/tui/layout"
	"brujula/tui/widget"
)

// emptyTable is the height of a table that only says what to do.
const emptyTable = 4

// tableHeight gives the table what its rows need, at most half of the room.
func (m *Model) tableHeight() int {
	need := len(m.infos) + 1
	if len(m.infos) == 0 {
		need = emptyTable
	}
	return min(need, max(2, m.h/2))
}

// verdictLines say first what can be said of all lists at a glance.
func (m *Model) verdictLines() []string {
	st := m.desk.Styles
	var lines []string
	line := ""
	for _, v := range m.desk.Space.Trust(m.book).Verdicts(true) {
		item := st.Warning.Render(st.Glyphs.Risk) + " " + v.Text
		if v.Good {
			item = st.Success.Render(st.Glyphs.Good) + " " + v.Text
		}
		if line != "" && layout.Width(line)+3+layout.Width(item) > m.w-1 {
			lines, line = append(lines, line), ""
		}
		if line == "" {
			line = " " + item
		} else {
			line += "   " + item
		}
	}
	return append(lines, line)
}

// tableTop is how many lines stand over the table: the verdicts, and a blank
// where there is room.
func (m *Model) tableTop() int {
	n := len(m.verdictLines())
	if m.h >= roomyFrom {
		n++
	}
	return n
}

// roomyFrom is the height from which a blank line parts the verdicts from the
// lists.
const roomyFrom = 20

// arrange shares out the room and lays the pane out for the current list.
func (m *Model) arrange() {
	if m.w == 0 {
		return
	}
	top := m.tableTop() + m.tableHeight()
	m.table.Resize(m.w, m.tableHeight())
	if m.problems != nil {
		m.problems.resize(m.w, m.h)
	}
	if m.conflicts != nil {
		m.conflicts.resize(m.w, m.h)
	}
	if m.links != nil {
		m.layLinks()
	}
	id := "-"
	if info, ok := m.current(); ok {
		id = idOf(info)
	}
	if id == m.shownOf {
		return
	}
	m.shownOf = id
	if id != m.paneOf { // another list: what is said of it stands first
		m.walked = m.walked || m.paneOf != ""
		m.paneOf = id
		m.pane.Top()
		m.side.Top()
	}
	m.layPane(max(0, m.h-top))
}

// layPane lays out what is said under the lists in h lines: in one column, or in
// two that scroll by the same keys, each to its own end.
func (m *Model) layPane(h int) {
	w := m.w - 2
	room := min(w, layout.ReadableWidth)
	if m.twoColumns() {
		room = min(w/2-1, layout.ReadableWidth)
	}
	list, all := m.listLines(room), slices.Concat(m.gapLines(room), m.conflictLines(room))
	lists := slices.Concat(all, list)
	if m.walked {
		lists = slices.Concat(list, all)
	}
	scores, model := m.scoreLines(room), m.modelLines(room)
	switch {
	case m.twoColumns():
		model = slices.Concat(scores, model)
	case m.walked || len(workspace.Gaps(m.infos)) > 0: // there is something to look at
		lists, model = nil, slices.Concat(lists, scores, model)
	default:
		lists, model = nil, slices.Concat(scores, lists, model)
	}
	if m.cut = max(len(lists), len(model)) > h; m.cut {
		h = max(0, h-1)
	}
	m.side.Resize(w/2, h)
	m.side.SetLines(lists)
	if m.twoColumns() {
		w -= w / 2
	}
	m.pane.Resize(w, h)
	m.pane.SetLines(model)
}

func (m *Model) twoColumns() bool { return m.w-2 >= sideBySideFrom }

// paneLines draws what is said under the lists.
func (m *Model) paneLines() []string {
	lines := m.pane.Lines()
	if m.twoColumns() {
		lines = layout.Beside(m.side.Lines(), lines)
	}
	for i, line := range lines {
		lines[i] = " " + line
	}
	return lines
}

// scrolls recognizes the keys that scroll the pane while the table has the focus:
// the lists are few, and by arrows all are reached.
func (m *Model) scrolls(k tea.KeyMsg) bool {
	nav := &m.keys.nav
	return nav.PageUp.Matches(k) || nav.PageDown.Matches(k) || nav.HalfUp.Matches(k) || nav.HalfDown.Matches(k)
}

// paneFoot tells, under a pane that is cut, how much lies out of view and which
// keys lead there.
func (m *Model) paneFoot() []string {
	if !m.cut {
		return nil
	}
	st := m.desk.Styles
	above, below := m.pane.Hidden()
	if m.twoColumns() {
		over, under := m.side.Hidden()
		above, below = max(above, over), max(below, under)
	}
	return []string{" " + st.Prompt.Render(layout.Cut(texts.SourcesMore(above, below, st.Glyphs.Up, st.Glyphs.Down), m.w-1, st.Glyphs.Ellipsis))}
}

// headLines are the verdicts over the lists.
func (m *Model) headLines() []string {
	return layout.Block(m.verdictLines(), m.w, m.tableTop(), m.desk.Styles.Glyphs.Ellipsis)
}

// View draws the screen.
func (m *Model) View() string {
	if m.problems != nil {
		return strings.Join(layout.Block(m.problems.lines(m.w, m.h), m.w, m.h, ""), "\n")
	}
	if m.conflicts != nil {
		return strings.Join(layout.Block(m.conflicts.lines(m.w, m.h), m.w, m.h, ""), "\n")
	}
	if m.links != nil {
		return strings.Join(layout.Block(m.links.Lines(), m.w, m.h, ""), "\n")
	}
	return strings.Join(layout.Block(slices.Concat(m.headLines(), m.table.Lines(), m.paneLines(), m.paneFoot()), m.w, m.h, ""), "\n")
}

// sideBySideFrom is the width from which the model stands beside the rest.
const sideBySideFrom = 150

func (m *Model) listLines(w int) []string {
	info, ok := m.current()
	if !ok {
		return nil
	}
	st := m.desk.Styles
	return append([]string{widget.Rule(st, texts.ListTitle(info), w)}, append(widget.Card(st, []widget.Pair{
		{Label: texts.SourceFieldRead, Value: texts.SourceRead(info)},
		{Label: texts.SourceFile, Value: info.File},
		{Label: texts.SourceImported, Value: texts.Date(info.Imported)},
		{Label: texts.SourceHash, Value: info.SHA256},
	}, w), m.actLines(info, w)...)...)
}

// actLines say of a list that comes from acts how much of each is known.
func (m *Model) actLines(info *data.ListInfo, w int) []string {
	var lines []string
	for i := range info.Followed {
		lines = append(lines, layout.Wrap(texts.FollowedLine(&info.Followed[i]), w)...)
	}
	if len(lines) > 0 {
		lines = append(lines, m.desk.Styles.Muted.RenderAll(layout.Wrap(texts.FollowedRemove(m.keys.own.RemoveAct.Help().Key), w))...)
	}
	return append(lines, "")
}

func (m *Model) gapLines(w int) []string {
	st := m.desk.Styles
	lines := []string{widget.Rule(st, texts.SourcesMissing, w)}
	gaps := workspace.Gaps(m.infos)
	if len(gaps) == 0 {
		return append(append(lines, layout.Wrap(texts.SourcesNothingMisses, w)...), "")
	}
	for _, g := range gaps {
		for i, line := range layout.Wrap(g.Text(), max(1, w-2)) {
			mark := "  "
			if i == 0 {
				mark = st.Warning.Render(st.Glyphs.Bullet) + " "
			}
			lines = append(lines, mark+line)
		}
	}
	return append(append(lines, st.Muted.RenderAll(layout.Wrap(texts.SourcesHowToLoad, w))...), "")
}

// modelLines is the model card: for each modality the lists that the chances
// stand on, and how many past seats.
func (m *Model) modelLines(w int) []string {
	st := m.desk.Styles
	lines := []string{widget.Rule(st, texts.SourcesModel, w)}
	if m.desk.Space.Demo {
		lines = append(lines, st.Demo.RenderAll(layout.Wrap(texts.SourcesDemo, w))...)
	}
	if m.desk.Model == nil {
		text := texts.SourcesNoModel
		if m.desk.Fitting || m.desk.Space.Partial() {
			text = texts.SourcesFitting
		}
		return append(lines, layout.Wrap(text, w)...)
	}
	whole := m.desk.Model.Basis()
	for _, text := range texts.ModelCard(whole.Kind == availability.BasisPrior, whole.Processes, whole.Seats) {
		head, rest, _ := strings.Cut(text, ": ")
		lines = append(lines, layout.Wrap(st.Strong.Render(head+":")+" "+rest, w)...)
	}
	lines = append(lines, "")
	var pairs []widget.Pair
	for _, modality := range data.Modalities() {
		if b := m.desk.Model.BasisOf(modality); b.Kind != "" {
			pairs = append(pairs, widget.Pair{
				Label: string(modality), Value: texts.ModelBasis(b.Kind == availability.BasisPrior, b.Processes),
				Note: texts.SourcesModelSeats(b.Seats, b.Unplaced, b.Unordered),
			})
		}
	}
	return append(lines, widget.Card(st, pairs, w)...)
}
