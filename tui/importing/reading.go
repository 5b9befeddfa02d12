package importing

import (
	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/lists"
	"brujula/data/texts"
	"brujula/planner/session"
	"brujula/tui/bridge"
	"brujula/tui/widget"
)

// options are all that the user says of the files: in the form and beside it.
func (m *Model) options() lists.Options {
	o := m.form.options()
	m.said.apply(&o)
	if m.insists || m.form.kind() != m.guess.Kind {
		o.As = m.form.kind()
	}
	return o
}

// read reads the files as the user says.
func (m *Model) read() tea.Cmd {
	if m.form.kind() == lists.KindMerit {
		m.problem = problem{text: texts.ImportMeritIs, hint: texts.ImportMeritKeys}
		return nil
	}
	return m.readAs(m.form.kind(), m.options())
}

func (m *Model) readAs(kind data.Kind, o lists.Options) tea.Cmd {
	m.problem, m.step = problem{}, reading
	return m.begin(kind, o)
}

// begin starts to read, whatever the step.
func (m *Model) begin(kind data.Kind, o lists.Options) tea.Cmd {
	if m.reading != nil {
		m.reading.Stop()
	}
	m.progress, m.started = session.ReadProgress{}, m.desk.Now()
	m.reading = m.desk.Read(m.asked.Next(), kind, m.paths(), o)
	return bridge.Cmd(session.Jobs{m.reading.Next()})
}

// stopReading ends a reading whose answer is not wanted any more.
func (m *Model) stopReading() {
	m.asked.Next()
	m.reading.Stop()
}

// rereads reports that the editor waits for the effect of a correction.
func (m *Model) rereads() bool { return m.step == correcting && m.editor.waiting }

func (m *Model) takeProgress(p session.ReadProgress) tea.Cmd {
	if !m.asked.Current(p.Generation) || m.step != reading && !m.rereads() {
		return nil
	}
	m.progress = p
	return bridge.Cmd(session.Jobs{m.reading.Next()})
}

func (m *Model) takeDrafts(r session.FilesRead) tea.Cmd {
	switch {
	case !m.asked.Current(r.Generation) || m.step != reading && !m.rereads():
		return nil
	case r.Err != nil && m.step == correcting:
		return m.correctionFailed(&r)
	case r.Err != nil:
		return m.readFailed(&r)
	}
	m.before = m.counts()
	m.takeReading(&r)
	m.review, m.again = widget.Scroll{}, false
	if m.step == correcting {
		m.problem = problem{}
		resolved := m.editor.failed
		m.editor.waiting, m.editor.failed = false, false
		m.refreshEditor()
		if resolved { // what may still be missing
			m.editor.cursor = m.editor.nextUnused(-1)
		}
		return nil
	}
	m.step = reviewing
	m.arrange()
	return nil
}

// takeReading keeps what was read for the review.
func (m *Model) takeReading(r *session.FilesRead) {
	m.result, m.settled = *r, !r.Open
	if m.form.Form != nil {
		m.good = m.saidNow()
	}
	m.summary = r.Summaries()
}

// choose takes one of the two ways to store what was read.
func (m *Model) choose(adds bool) {
	if m.result.Other == nil {
		return
	}
	m.settled, m.again = true, false
	if m.result.Adds != adds {
		m.result.Swap()
		m.summary = m.result.Summaries()
	}
	m.arrange()
}

// counts reports in short how much the files hold, whatever they are added to; empty
// where nothing was read.
func (m *Model) counts() string {
	out := &m.result.Outcome
	if out.Adds {
		out = m.result.Other
	}
	if len(out.Drafts) == 0 {
		return ""
	}
	rows, seats := 0, 0
	for i := range out.Drafts {
		rows, seats = rows+out.Drafts[i].Info.Rows, seats+out.Drafts[i].Info.Seats
	}
	return texts.ImportRead(rows, seats)
}
