package importing

import (
	"strings"
	"time"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/workspace"
	"brujula/tui/layout"
	"brujula/tui/theme"
	"brujula/tui/widget"
)

// View draws the step.
func (m *Model) View() string {
	var lines []string
	switch m.step {
	case browsing, detecting:
		lines = m.browserLines()
	case asking:
		lines = m.formLines()
	case reading:
		lines = m.progressLines()
	case correcting:
		lines = m.editorLines()
	case reviewing, storing:
		lines = append([]string{layout.Fit(" "+m.asks(), m.w, layout.Left, m.desk.Styles.Glyphs.Ellipsis)}, m.review.Lines()...)
	case done:
		lines = m.review.Lines()
	}
	return strings.Join(layout.Block(lines, m.w, m.h, m.desk.Styles.Glyphs.Ellipsis), "\n")
}

// asks is the question over the review: the first line, so that it is in view
// however long the review is.
func (m *Model) asks() string {
	st := m.desk.Styles
	switch {
	case m.step == storing:
		return texts.ImportStoring
	case m.again:
		return st.Warning.Render(texts.ImportAskPartial)
	case !m.settled:
		return st.Prompt.Render(texts.ImportAskWay)
	}
	return st.Prompt.Render(texts.ImportAskStore)
}

// problemLines says why the last file was not taken and what to do, with the
// rows that could not be read where there are any; at most h lines.
func (m *Model) problemLines(w, h int) []string {
	if m.problem.none() {
		return nil
	}
	st := m.desk.Styles
	out := st.Error.RenderAll(layout.Wrap(texts.NoticeError+m.problem.text, w))
	if m.problem.hint != "" {
		out = append(out, layout.Wrap(texts.ImportWhatToDo+m.problem.hint, w)...)
	}
	for i := range m.problem.details {
		if len(out) >= h-1 {
			break
		}
		p := &m.problem.details[i]
		out = append(out, st.Muted.Render(layout.Cut(problemLine(p), w, st.Glyphs.Ellipsis)))
	}
	out = append(out, "")
	for i, line := range out {
		out[i] = " " + line
	}
	return out[:min(len(out), h)]
}

func problemLine(p *data.Problem) string {
	place := strings.TrimSpace(texts.ProblemPlace(p) + " " + texts.ProblemValue(p))
	if place == "" {
		return p.Reason
	}
	return place + ": " + p.Reason
}

// browserTop is how far down the names begin.
func (m *Model) browserTop() int { return len(m.aboveNames()) + 2 }

// aboveNames is what stands over the names of the browser: why the last file was
// not taken, and of several files what became of each and which is next.
func (m *Model) aboveNames() []string {
	w, h := m.w-2, m.h/2
	out := m.problemLines(w, h)
	if len(m.dropped) < 2 || m.step != browsing || len(m.fates) == 0 {
		return out
	}
	lines := m.fateLines(w, m.fates, max(1, h-len(out)-2))
	if len(m.fates) == 1 && !m.problem.none() { // which has just been told
		lines = nil
	}
	lines = append(lines, m.queuedLines(w)...)
	out = append(out, layout.Indent(append(lines, ""))...)
	return out
}

// fateLines reports what became of each of several files, the last ones where there
// is room for at most h.
func (m *Model) fateLines(w int, fates []string, h int) []string {
	var lines []string
	for _, fate := range fates[max(0, len(fates)-h):] {
		lines = append(lines, layout.Cut(m.desk.Styles.Glyphs.Bullet+" "+fate, w, m.desk.Styles.Glyphs.Ellipsis))
	}
	return lines
}

// queuedLines reports which of several files is next.
func (m *Model) queuedLines(w int) []string {
	if len(m.queue) == 0 {
		return nil
	}
	next := shownBase(m.queue[0])
	return []string{m.desk.Styles.Prompt.Render(layout.Cut(texts.ImportQueued(next, len(m.queue)), w, m.desk.Styles.Glyphs.Ellipsis))}
}

func (m *Model) browserLines() []string {
	out := m.aboveNames()
	return append(out, m.browser.lines(m.w, m.h-len(out))...)
}

// formLines draws the form so that the field with the focus is in view.
func (m *Model) formLines() []string {
	st := m.desk.Styles
	w := min(m.w-2, layout.ReadableWidth)
	head := []string{
		" " + st.Strong.Render(layout.Cut(texts.ImportPicked(m.files()), w, st.Glyphs.Ellipsis)),
	}
	head = append(head, layout.Indent(layout.Wrap(texts.ImportFound(m.guess.Format, string(m.guess.Kind), m.guess.Why), w))...)
	head = append(head, "")
	head = append(head, m.problemLines(w, m.h/3)...)
	fields := m.form.Lines(w)
	if m.form.Focused() == fieldUpTo {
		fields = append(fields, st.Muted.Render(texts.ImportUpToHint))
	}
	fields = append(fields, st.Muted.Render(texts.ImportEnterReads))
	for i, line := range fields {
		fields[i] = " " + line
	}
	var scroll widget.Scroll
	scroll.Resize(m.w, max(1, m.h-len(head)))
	scroll.SetLines(fields)
	at := focusedLine(fields, st)
	scroll.Reveal(min(len(fields)-1, at+focusLines))
	scroll.Reveal(at)
	return append(head, scroll.Lines()...)
}

// focusLines is how many lines a field with the focus takes at most under its
// first: the choices and the count of further ones.
const focusLines = 7

func focusedLine(lines []string, st *theme.Styles) int {
	for i, line := range lines {
		if strings.HasPrefix(line, " "+st.Glyphs.Cursor) {
			return i
		}
	}
	return 0
}

// progressLines draws how far the reading is and how long it will take.
func (m *Model) progressLines() []string {
	st := m.desk.Styles
	w := min(m.w-4, layout.ReadableWidth)
	p := m.progress
	left := time.Duration(0)
	share := 0.0
	if p.Total > 0 {
		share = float64(p.Done) / float64(p.Total)
	}
	if elapsed := m.desk.Now().Sub(m.started); share > 0 && elapsed > time.Second/2 {
		left = time.Duration(float64(elapsed) * (1 - share) / share)
	}
	return []string{
		"", "  " + st.Strong.Render(layout.Cut(texts.ImportReading(m.files()), w, st.Glyphs.Ellipsis)), "",
		"  " + widget.Bar(st, share, min(w, 60)), "  " + texts.ReadSoFar(p.Done, p.Total, left, m.guess.Format == "PDF" && len(m.together()) == 0),
	}
}

// doneLines says what was stored and what is still missing for the chances.
func (m *Model) doneLines(w int) []string {
	st := m.desk.Styles
	lines := append([]string{""}, st.Success.RenderAll(layout.Wrap(texts.ImportStored, w))...)
	lines = append(lines, "")
	for i := range m.summary {
		lines = append(lines, st.Strong.Render(layout.Cut(m.summary[i].Title(), w, st.Glyphs.Ellipsis)))
		lines = append(lines, layout.Wrap(m.summary[i].Counts(), w)...)
	}
	if before := m.fates[:max(0, len(m.fates)-1)]; len(before) > 0 && m.several() != "" {
		lines = append(append(lines, "", texts.ImportFates), m.fateLines(w, before, len(before))...)
	}
	if queued := m.queuedLines(w); len(queued) > 0 {
		lines = append(append(lines, ""), queued...)
	}
	if gaps := workspace.Gaps(m.desk.Space.Infos); len(gaps) > 0 {
		lines = append(lines, "", widget.Rule(st, texts.SourcesMissing, w))
		for _, g := range gaps {
			lines = append(lines, bulleted(st, g.Text(), w)...)
		}
	}
	for i, line := range lines {
		lines[i] = " " + line
	}
	return lines
}

// bulleted wraps a text beside a bullet.
func bulleted(st *theme.Styles, text string, w int) []string {
	lines := layout.Wrap(text, max(1, w-2))
	for i, line := range lines {
		mark := "  "
		if i == 0 {
			mark = st.Glyphs.Bullet + " "
		}
		lines[i] = mark + line
	}
	return lines
}
