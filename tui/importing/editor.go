package importing

import (
	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/lists"
	"brujula/data/texts"
	"brujula/planner/imports"
	"brujula/tui/msg"
	"brujula/tui/widget"
)

// editor corrects what a file was taken for, line by line: the list as a whole,
// then its columns. Each correction is read anew at once, so that its effect is
// seen beside it.
type editor struct {
	lines    []editLine
	cursor   int
	scroll   widget.Scroll
	headings []lists.HeadingMatch
	origin   step    // from where it was opened
	told     problem // what was wrong then
	waiting  bool    // a correction is being read
	failed   bool    // the last one could not be read: the review is of what was said before

	field  *widget.Form // where a line is being said; nil while none is
	accept func()       // takes what was said there
	cancel func()       // takes it back
}

// editLine is one thing that can be corrected.
type editLine struct {
	label, value, note string
	column             int    // index of the heading, -1 for the list as a whole
	open               func() // begins to say it
}

// openEditor shows the columns, as the review or the look at the file has them.
func (m *Model) openEditor(p problem) {
	e := &editor{origin: m.step, told: p, failed: !p.none()}
	p.hint = "" // it names flags of the command, which the editor stands for
	m.editor, m.step, m.problem = e, correcting, p
	m.refreshEditor()
	e.cursor = min(e.firstColumn(), len(e.lines)-1)
}

// refreshEditor takes what is now known of the columns.
func (m *Model) refreshEditor() {
	e := m.editor
	e.headings = m.guess.Headings
	if !e.failed {
		e.headings = imports.HeadingsOf(m.result.Drafts)
	}
	e.lines = append(m.factLines(), m.columnLines()...)
	e.cursor = min(e.cursor, len(e.lines)-1)
}

// firstColumn is the first line that is of a column.
func (e *editor) firstColumn() int {
	for i := range e.lines {
		if e.lines[i].column >= 0 {
			return i
		}
	}
	return 0
}

// nextUnused is the next line under another, or from the top, of a column that no
// field takes; that line itself, or the first column, where there is none.
func (e *editor) nextUnused(after int) int {
	for i := range e.lines {
		at := (after + 1 + i) % len(e.lines)
		if c := e.lines[at].column; c >= 0 && e.headings[c].Field == "" {
			return at
		}
	}
	if after >= 0 {
		return after
	}
	return e.firstColumn()
}

// leaveEditor goes back to the review, or, where nothing could be read, to where
// the editor was opened from. A correction that cannot be read, or was not yet, is
// taken back: the review is of what could.
func (m *Model) leaveEditor() tea.Cmd {
	e := m.editor
	if e.field != nil {
		e.cancel()
		e.field = nil
		return nil
	}
	undone := e.failed || e.waiting
	if e.waiting {
		m.stopReading()
	}
	p := m.problem
	defer m.arrange()
	switch {
	case len(m.result.Drafts) > 0:
		m.step, m.problem = reviewing, problem{}
		if undone {
			m.sayAgain(&m.good)
			return msg.Warn(texts.ImportUndone)
		}
	case e.origin == browsing:
		m.giveUp(e.told)
	default:
		m.step, m.problem = asking, p
	}
	return nil
}

// editorKey takes a key: letters begin to say what the line under the cursor is.
func (m *Model) editorKey(k tea.KeyMsg) tea.Cmd {
	e := m.editor
	if e.field != nil {
		return m.fieldKey(k)
	}
	switch {
	case m.keys.prompt.Cancel.Matches(k):
		return m.leaveEditor()
	case k.Type == tea.KeyEnter:
		e.lines[e.cursor].open()
	case k.Type == tea.KeyRunes && !k.Alt:
		e.lines[e.cursor].open()
		e.field.Update(k)
	case k.Type == tea.KeyTab:
		e.cursor = e.nextUnused(e.cursor)
	case k.Type == tea.KeyDown:
		e.cursor = min(e.cursor+1, len(e.lines)-1)
	case k.Type == tea.KeyUp:
		e.cursor = max(e.cursor-1, 0)
	case k.Type == tea.KeyHome:
		e.cursor = 0
	case k.Type == tea.KeyEnd:
		e.cursor = len(e.lines) - 1
	case k.Type == tea.KeyPgDown:
		e.cursor = min(e.cursor+max(1, m.h/2), len(e.lines)-1)
	case k.Type == tea.KeyPgUp:
		e.cursor = max(e.cursor-max(1, m.h/2), 0)
	}
	return nil
}

// fieldKey takes a key while a line is being said. What is said is read at once.
func (m *Model) fieldKey(k tea.KeyMsg) tea.Cmd {
	e := m.editor
	switch e.field.Update(k) {
	case widget.Accepted:
		e.accept()
		e.field = nil
		return m.reread()
	case widget.Cancelled:
		e.cancel()
		e.field = nil
	case widget.Open:
	}
	return nil
}

// reread reads the files with the corrections.
func (m *Model) reread() tea.Cmd {
	if m.form.kind() == lists.KindMerit {
		return nil
	}
	m.editor.waiting = true
	return m.begin(m.form.kind(), m.options())
}

// switchKind takes the list for one of the other kind.
func (m *Model) switchKind() tea.Cmd {
	m.form.kinds.Put(kindWord(otherKind(m.form.kind())))
	m.form.fit()
	m.insists = true
	return m.read()
}

// askStore goes on to the review's question, or says what is missing before.
func (m *Model) askStore() tea.Cmd {
	switch {
	case !m.settled:
		return msg.Warn(texts.ImportChooseFirst)
	case len(imports.Doubts(m.result.Drafts)) > 0:
		m.again = true
		return nil
	}
	return m.store()
}
