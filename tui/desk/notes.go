package desk

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/library"
	"brujula/data/texts"
	"brujula/planner"
	"brujula/planner/notes"
	"brujula/tui/msg"
)

// notedMsg brings the library with a note that was just stored.
type notedMsg struct {
	wholeMsg
	note  notes.Note
	place string // name of the establishment
	count int    // notes of the establishment, with this one
	added bool
}

// AddNote stores a report about an establishment, whose name is place, and
// loads the library anew; the model stays, since no list has changed.
func (d *Desk) AddNote(n notes.Note, place string) tea.Cmd {
	if why := d.Writable(); why != nil {
		return msg.Warn(why.Error())
	}
	part, lib, facts, ctx, now := d.Space, d.Lib, d.Facts, d.ctx, d.Now
	return func() tea.Msg {
		m := notedMsg{wholeMsg: wholeMsg{part: part}, note: n, place: place}
		book, _, err := planner.LoadReports(ctx, lib)
		if err != nil {
			m.err = err
			return m
		}
		merged, added, _ := book.Merge([]notes.Note{n})
		m.added, m.count = added > 0, merged.Count(n.Renipress)
		if m.added {
			item := planner.ReportsItem(merged, "", "")
			item.Info.Imported = now().UTC().Truncate(time.Second)
			if _, m.err = planner.Store(ctx, lib, []library.Item{item}); m.err != nil {
				return m
			}
		}
		m.space, m.err = planner.Load(ctx, lib, facts)
		return m
	}
}

func (d *Desk) takeNote(m notedMsg) tea.Cmd {
	if m.err != nil {
		return msg.Fail(m.err)
	}
	cmds := []tea.Cmd{d.takeWhole(m.wholeMsg)}
	if m.added {
		d.noted++
	}
	if m.added && d.Space != m.space { // other lists came meanwhile, maybe read before the note was there
		cmds = append(cmds, d.loadWhole())
	}
	said := msg.Say(texts.NoteRepeated)
	if m.added {
		said = msg.Done(texts.NoteAdded(m.note.Renipress, m.place, m.count))
	}
	cmds = append(cmds, said)
	if m.note.NamesSomeone() {
		cmds = append(cmds, msg.Warn(texts.NoteNamesSomeone))
	}
	return tea.Batch(cmds...)
}
