package desk

import (
	"errors"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/texts"
	"brujula/planner/turn"
	"brujula/tui/msg"
)

// Do lets an event happen: it is written first. What cannot happen is told.
func (t *Turn) Do(e turn.Event) tea.Cmd {
	if why := t.ReadOnly(); why != "" {
		return msg.Warn(why)
	}
	if !t.ready {
		return msg.Warn(texts.TurnNotReady)
	}
	e.At = t.desk.Now().Round(time.Millisecond)
	t.queue = append(t.queue, e)
	return t.pump()
}

// pump writes the next event that waits. Each is checked against the act as the
// ones before have left it.
func (t *Turn) pump() tea.Cmd {
	if t.running || len(t.queue) == 0 {
		return nil
	}
	e := t.queue[0]
	t.queue = t.queue[1:]
	if err := t.act.Check(e); err != nil {
		return tea.Batch(msg.Warn(t.refusal(err)), t.pump())
	}
	if !t.Stored() {
		return tea.Batch(t.apply(e, texts.TurnOnlyDemo), t.pump())
	}
	t.running = true
	lib, line, book, events := t.desk.Lib, t.line, t.book, append(append([]turn.Event{}, t.unsaved...), e)
	return func() tea.Msg { return write(lib, line, book, e, events) }
}

func write(lib *library.Library, line data.Line, book *turn.Book, e turn.Event, events []turn.Event) turnWrittenMsg {
	m := turnWrittenMsg{line: line, book: book, event: e}
	if m.book == nil {
		if m.book, _, m.err = turn.Open(lib, line); m.err != nil {
			return m
		}
	}
	for _, one := range events {
		if m.err = m.book.Write(one); m.err != nil {
			return m
		}
		m.written++
	}
	return m
}

// apply counts an event and tells what it did; word writes the notice.
func (t *Turn) apply(e turn.Event, word func(string) string) tea.Cmd {
	meant, err := t.act.Apply(e)
	if err != nil {
		return msg.Warn(t.refusal(err))
	}
	text := meant.Text(t.Name)
	switch e.Kind {
	case turn.Undo:
		text = texts.TurnUndone(text)
	case turn.Redo:
		text = texts.TurnRedone(text)
	default:
	}
	return tea.Batch(msg.Done(word(text)), t.look())
}

func (t *Turn) refusal(err error) string {
	var r *turn.Refusal
	if errors.As(err, &r) {
		return texts.TurnRefused(string(r.Reason), t.Name(r.Renipress))
	}
	return err.Error()
}

// written takes what became of an event.
func (t *Turn) written(m turnWrittenMsg) tea.Cmd {
	if m.line != t.line {
		return nil // the profile has changed since; the log has it
	}
	t.running, t.book = false, m.book
	if m.err == nil {
		t.unsaved, t.failure = nil, ""
		return tea.Batch(t.apply(m.event, texts.TurnDone), t.pump())
	}
	if errors.Is(m.err, turn.ErrNewerLog) || errors.Is(m.err, library.ErrNewer) || errors.Is(m.err, library.ErrLocked) {
		t.newer = errors.Is(m.err, turn.ErrNewerLog) || errors.Is(m.err, library.ErrNewer)
		return tea.Batch(msg.Fail(m.err), t.pump())
	}
	t.failure = m.err.Error()
	t.unsaved = append(append([]turn.Event{}, t.unsaved...), m.event)[m.written:]
	return tea.Batch(
		t.apply(m.event, func(text string) string { return text }),
		msg.Send(msg.NoticeMsg{Severity: msg.Error, Text: texts.TurnNotSaved(len(t.unsaved), t.failure)}),
		t.pump(),
	)
}
