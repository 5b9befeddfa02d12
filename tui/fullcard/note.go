package fullcard

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/notes"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/tui/bridge"
	"brujula/tui/layout"
	"brujula/tui/msg"
	"brujula/tui/widget"
)

// writing is the form of a report about the place of the plaza.
type writing struct {
	form               *widget.Form
	topic              *widget.Choice
	text, source, date *widget.Text
	topics             []rules.Topic
	scroll             widget.Scroll
}

// openNote begins a report; where nothing can be stored it says why.
func (m *Model) openNote() tea.Cmd {
	if why := m.desk.Writable(); why != nil {
		return msg.Warn(why.Error())
	}
	st := m.desk.Styles
	n := &writing{topics: rules.Topics()}
	words := data.Map(n.topics, func(t rules.Topic) string { return texts.RiskTopic(string(t)) })
	n.topic = widget.NewChoice(texts.NoteFieldTopic, words)
	n.topic.Set(words[0])
	n.text = widget.NewText(st, texts.NoteFieldText, notes.MaxText, false, nil)
	n.source = widget.NewText(st, texts.NoteFieldSource, notes.MaxSource, false, nil)
	n.date = widget.NewText(st, texts.NoteFieldDate, 10, true, func(text string) string {
		if _, ok := notes.ParseDate(text); !ok {
			return texts.NoteBadDate
		}
		return ""
	})
	n.form = widget.NewForm(st, n.topic, n.text, n.source, n.date)
	m.note = n
	return nil
}

func (m *Model) noteKey(k tea.KeyMsg) tea.Cmd {
	switch m.note.form.Update(k) {
	case widget.Cancelled:
		m.note = nil
	case widget.Accepted:
		return m.storeNote()
	case widget.Open:
	}
	return nil
}

// storeNote keeps the report, unless it has a fault: then it says which, and
// the form stays.
func (m *Model) storeNote() tea.Cmd {
	n := m.note
	topic := n.topics[0]
	for _, t := range n.topics {
		if texts.RiskTopic(string(t)) == n.topic.Value() {
			topic = t
		}
	}
	note, faults := notes.New(m.id.Renipress, string(topic), n.text.Value(), n.source.Value(), n.date.Value())
	if len(faults) > 0 {
		return msg.Warn(texts.NoteFormFault(faults[0].Column, faults[0].Reason))
	}
	if why := m.desk.Writable(); why != nil { // since the form was opened
		return msg.Warn(why.Error())
	}
	if note.NamesSomeone() {
		return m.desk.Post(msg.ConfirmMsg{Question: texts.NoteAskNames, Yes: msg.Send(namedNoteMsg{note})})
	}
	return m.addNote(note)
}

// namedNoteMsg brings a report that looks as if it named a person, once the user has
// said that it does not, or is to be kept.
type namedNoteMsg struct{ note notes.Note }

func (m *Model) addNote(note notes.Note) tea.Cmd {
	m.note = nil
	cmd := bridge.Cmd(m.desk.AddNote(note, m.desk.Space.Name(m.id)))
	m.layout() // what is not on the disk yet is in view all the same
	return cmd
}

// noteLines draws the form, scrolled to the field with the focus.
func (m *Model) noteLines() []string {
	st := m.desk.Styles
	w := min(m.w-2, layout.ReadableWidth)
	head := []string{"", st.Title.Render(layout.Cut(m.card.Title, w, st.Glyphs.Ellipsis))}
	head = append(append(head, st.Muted.RenderAll(layout.Wrap(texts.NoteFormIntro, w))...), "")
	lines := m.note.form.Lines(w)
	at := slices.IndexFunc(lines, func(line string) bool { return strings.HasPrefix(line, st.Glyphs.Cursor) })
	m.note.scroll.Resize(w, max(1, m.h-len(head)))
	m.note.scroll.SetLines(lines)
	m.note.scroll.Reveal(min(len(lines)-1, at+6))
	m.note.scroll.Reveal(max(0, at))
	all := slices.Concat(head, m.note.scroll.Lines())
	for i, line := range all {
		all[i] = " " + line
	}
	return layout.Block(all, m.w, m.h, "")
}
