package profile

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/filename"
	"brujula/data/fold"
	"brujula/data/lists"
	"brujula/data/texts"
	"brujula/planner/merit"
	"brujula/tui/drop"
	"brujula/tui/layout"
	"brujula/tui/widget"
)

// lookup finds the applicant's rank in an order of merit or a list of marks.
// The file is read and not stored, and no text of it is kept but rank and mark.
type lookup struct {
	form             *widget.Form
	path, mark, text *widget.Text
	of               *widget.Text // process of the list, where the file does not say
	scroll           widget.Scroll

	reading bool
	stop    context.CancelFunc
	found   *merit.Standing
	process data.Process // of the list that was read
	failed  string
}

// standingMsg answers a lookup.
type standingMsg struct {
	generation uint64
	standing   merit.Standing
	process    data.Process
	err        error
}

const longestPath = 1000

// TakesPaths tells that a pasted path is that of the list to look the rank up
// in.
func (m *Model) TakesPaths() bool { return m.lookup != nil }

// openLookup begins one.
func (m *Model) openLookup() {
	st := m.desk.Styles
	l := &lookup{
		path: widget.NewText(st, texts.LookupFile, longestPath, false, nil),
		mark: widget.NewText(st, texts.LookupMark, 10, true, func(text string) string {
			if _, ok := MarkOf(text); !ok {
				return texts.LookupBadMark
			}
			return ""
		}),
		text: widget.NewText(st, texts.LookupText, 100, true, nil),
		of: widget.NewText(st, texts.LookupOf, 10, true, func(text string) string {
			if _, err := data.ParseProcess(text); err != nil {
				return texts.LookupBadProcess
			}
			return ""
		}),
	}
	l.form = widget.NewForm(st, l.path, l.mark, l.text, l.of)
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

// MarkOf reads a mark, with a point or a comma; ok is false for what is none.
func MarkOf(text string) (float64, bool) {
	mark, err := strconv.ParseFloat(strings.ReplaceAll(strings.TrimSpace(text), ",", "."), 64)
	return mark, err == nil && mark > 0 && mark <= 20
}

func (m *Model) lookupKey(k tea.KeyMsg) tea.Cmd {
	l := m.lookup
	if l.found != nil && k.Type == tea.KeyEnter {
		m.fields.rank.Set(l.found.Worst)
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
	if byMark == byText {
		l.failed = texts.LookupOne
		return nil
	}
	if l.stop != nil {
		l.stop()
	}
	ctx, cancel := context.WithCancel(m.desk.Context())
	l.reading, l.failed, l.found, l.stop = true, "", nil, cancel
	mark, _ := MarkOf(l.mark.Value())
	of, _ := data.ParseProcess(l.of.Value())
	ask := Question{
		Path: l.path.Value(), Home: m.desk.Folders.Home, Mark: mark, Text: strings.TrimSpace(l.text.Value()),
		Of: of, Now: m.answers().Process, Profession: m.fields.profession.Value(),
	}
	generation := m.lookups.Next()
	return func() tea.Msg {
		defer cancel()
		s, process, err := ask.Answer(ctx)
		return standingMsg{generation, s, process, err}
	}
}

// Question is what is asked of a list: where a mark stands in it, or the row that
// holds a text.
type Question struct {
	Path, Home string // the path as it was typed, pasted or dropped
	Text       string // "" to ask by the mark
	Profession string
	Mark       float64
	Of, Now    data.Process // of the list, where it does not say, and of the applicant
}

// Answer reads the list; errors are in the user's words. Nothing is stored.
func (q *Question) Answer(ctx context.Context) (merit.Standing, data.Process, error) {
	if found, _ := drop.Find(q.Path, q.Home, "."); len(found) == 1 {
		q.Path = found[0].Path
	}
	o := lists.Options{Process: q.Of}
	list, err := lists.ReadMerit(ctx, q.Path, o)
	if err != nil {
		return merit.Standing{}, "", err
	}
	earlier := q.Now != "" && list.Process != "" && list.Process.Before(q.Now)
	if q.Text == "" {
		profession := q.Profession
		if len(merit.Professions(list)) < 2 {
			profession = "" // a list of one profession is of it
		}
		s, err := merit.ByMark(list, profession, q.Mark, earlier)
		return s, list.Process, inWords(err, 0)
	}
	at, n, err := merit.Find(ctx, q.Path, q.Text, o, list)
	if err != nil {
		return merit.Standing{}, list.Process, inWords(err, n)
	}
	s := merit.OfRow(list, at)
	s.Projected = earlier
	return s, list.Process, nil
}

// inWords tells what went wrong as the form says it.
func inWords(err error, n int) error {
	switch {
	case errors.Is(err, merit.ErrNotFound):
		return errors.New(texts.StandingNotFound)
	case errors.Is(err, merit.ErrSeveral):
		return errors.New(texts.StandingSeveral(n))
	case errors.Is(err, merit.ErrNoRankInRow):
		return errors.New(texts.StandingNoRank)
	case errors.Is(err, merit.ErrNoMarks):
		return errors.New(texts.LookupNoMarks)
	case errors.Is(err, merit.ErrUnknown), errors.Is(err, merit.ErrProfession):
		return errors.New(texts.LookupNoProfession)
	}
	return err
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
	l.found, l.process = &message.standing, message.process
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
	s := l.found
	var lines []string
	if s.Projected {
		lines = append(lines, st.Warning.RenderAll(layout.Wrap(texts.StandingProjected, w))...)
	}
	lines = append(lines, layout.Wrap(texts.StandingList(filename.Shown(l.path.Value()), l.process, s.Profession, s.Of), w)...)
	lines = append(lines, st.Strong.RenderAll(layout.Wrap(texts.StandingPlace(s.Mark, s.Before, s.Equal, s.Best, s.Worst, s.Rank), w))...)
	for _, note := range s.Notes() {
		lines = append(lines, layout.Wrap(note, w)...)
	}
	return append(lines, st.Info.RenderAll(layout.Wrap(texts.LookupTake(s.Worst, s.Worst > s.Best), w))...)
}
