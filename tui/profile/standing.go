package profile

import (
	"context"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/fold"
	"brujula/data/lists"
	"brujula/data/texts"
	"brujula/planner/merit"
	"brujula/planner/session"
	"brujula/planner/workspace"
	"brujula/tui/drop"
	"brujula/tui/layout"
	"brujula/tui/widget"
)

// lookup finds the applicant's rank in an order of merit or a list of marks.
// The file is read and not stored, and no text of it is kept but rank and mark.
type lookup struct {
	form             *widget.Form
	path, mark, text *widget.Text
	average          *widget.Text
	of               *widget.Text // process of the list, where the file does not say
	scroll           widget.Scroll

	reading bool
	stop    context.CancelFunc
	found   *merit.Found
	failed  string
}

// standingMsg answers a lookup.
type standingMsg struct {
	generation uint64
	found      *merit.Found
	err        error
}

const longestPath = 1000

// TakesPaths reports that a pasted path is that of the list to look the rank up
// in.
func (m *Model) TakesPaths() bool { return m.lookup != nil }

// openLookup begins one.
func (m *Model) openLookup() {
	st := m.desk.Styles
	mark := func(text string) string {
		if _, ok := merit.ParseMark(text); !ok {
			return texts.LookupBadMark
		}
		return ""
	}
	l := &lookup{
		path:    widget.NewText(st, texts.LookupFile, longestPath, true, nil),
		mark:    widget.NewText(st, texts.LookupMark, 10, true, mark),
		average: widget.NewText(st, texts.LookupAverage, 10, true, mark),
		text:    widget.NewText(st, texts.LookupText, 100, true, nil),
		of: widget.NewText(st, texts.LookupOf, 10, true, func(text string) string {
			if _, err := data.ParseProcess(text); err != nil {
				return texts.LookupBadProcess
			}
			return ""
		}),
	}
	l.form = widget.NewForm(st, l.path, l.mark, l.average, l.text, l.of)
	m.lookup = l
}

// closeLookup goes back to the form; what is being read is read no further.
func (m *Model) closeLookup() {
	if m.lookup.stop != nil {
		m.lookup.stop()
	}
	m.lookups.Next() // an answer on its way is none to a form that is opened later
	m.lookup = nil
}

// takeOver puts what was found into the form.
func (m *Model) takeOver(found *merit.Found) {
	rank, from, to := found.Take()
	m.fields.rank.Set(min(rank, workspace.MostRank))
	m.fields.span.Put(workspace.RankSpan{From: from, To: min(to, workspace.MostRank)}.String())
}

func (m *Model) lookupKey(k tea.KeyMsg) tea.Cmd {
	l := m.lookup
	if l.found != nil && k.Type == tea.KeyEnter {
		m.takeOver(l.found)
		m.touched = true
		m.closeLookup()
		return nil
	}
	switch l.form.Update(k) {
	case widget.Cancelled:
		m.closeLookup()
	case widget.Accepted:
		return m.search()
	case widget.Open:
		if k.Type != tea.KeyTab && k.Type != tea.KeyShiftTab {
			l.found, l.failed = nil, "" // of what was asked before
		}
	}
	return nil
}

// search reads the file in the background.
func (m *Model) search() tea.Cmd {
	l := m.lookup
	byMark, byText := l.mark.Value() != "", strings.TrimSpace(fold.Fold(l.text.Value())) != ""
	switch {
	case byMark == byText:
		l.failed = texts.LookupOne
		return nil
	case byText && strings.TrimSpace(l.path.Value()) == "":
		l.failed = texts.LookupNoFile
		return nil
	}
	if l.stop != nil {
		l.stop()
	}
	ctx, cancel := context.WithCancel(m.desk.Context())
	l.reading, l.failed, l.found, l.stop = true, "", nil, cancel
	mark, _ := merit.ParseMark(l.mark.Value())
	average, _ := merit.ParseMark(l.average.Value())
	of, _ := data.ParseProcess(l.of.Value())
	ask := merit.Ask{
		Path: strings.TrimSpace(l.path.Value()), Mark: mark, Average: average, Text: strings.TrimSpace(l.text.Value()),
		Now: m.answers().Process, Options: lists.Options{Process: of},
	}
	profession := m.fields.profession.Value()
	generation, space, home := m.lookups.Next(), m.desk.Space, m.desk.Folders.Home
	return func() tea.Msg {
		defer cancel()
		ask.Path = drop.Path(ask.Path, home)
		found, err := session.LookUp(ctx, space, profession, ask)
		return standingMsg{generation, found, err}
	}
}

func (m *Model) takeStanding(message standingMsg) {
	l := m.lookup
	if l == nil || !m.lookups.Current(message.generation) {
		return
	}
	l.reading, l.stop = false, nil
	if message.err != nil {
		l.failed = texts.Spanish(message.err)
		return
	}
	l.found = message.found
}

// lookupLines draws the questions and the answer under them.
func (m *Model) lookupLines() []string {
	st, l := m.desk.Styles, m.lookup
	w := min(m.w-2, formWidth)
	var lines []string
	if m.h >= roomyFrom {
		lines = append(append([]string{""}, widget.Paragraph(texts.LookupIntro, w)...), "")
	}
	lines = append(lines, l.form.Lines(w)...)
	switch {
	case l.reading:
		lines = append(lines, texts.LookupReading)
	case l.failed != "":
		lines = append(lines, st.Error.RenderAll(layout.Wrap(l.failed, w))...)
	case l.found != nil:
		lines = append(lines, m.answerLines(w)...)
	}
	l.scroll.Resize(w, m.h)
	l.scroll.SetLines(lines)
	at := slices.IndexFunc(lines, func(line string) bool { return strings.HasPrefix(line, st.Glyphs.Cursor) })
	l.scroll.Reveal(len(lines) - 1) // the answer, as far as the question stays in view
	if l.found == nil && l.failed == "" {
		l.scroll.Reveal(max(0, at))
	}
	all := l.scroll.Lines()
	for i, line := range all {
		all[i] = " " + line
	}
	return layout.Block(all, m.w, m.h, st.Glyphs.Ellipsis)
}

// answerLines states the place, the ties, how many go before, and what enter
// takes over.
func (m *Model) answerLines(w int) []string {
	st, l := m.desk.Styles, m.lookup
	var lines []string
	if l.found.Projected() {
		lines = append(lines, st.Warning.RenderAll(layout.Wrap(texts.StandingProjected, w))...)
	}
	mark, _ := merit.ParseMark(l.mark.Value())
	average, _ := merit.ParseMark(l.average.Value())
	if said := merit.ScoreSaid(m.desk.Facts, mark, average); said != "" {
		lines = append(lines, layout.Wrap(said, w)...)
	}
	for _, said := range l.found.Said() {
		lines = append(lines, layout.Wrap(said, w)...)
	}
	rank, from, to := l.found.Take()
	return append(lines, st.Info.RenderAll(layout.Wrap(texts.LookupTake(rank, from, to, l.found.Projected()), w))...)
}
