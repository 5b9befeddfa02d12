package turn

import (
	"os"
	"path/filepath"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/filename"
	"brujula/data/texts"
	"brujula/planner/card"
	"brujula/planner/catalog"
	"brujula/planner/session"
	act "brujula/planner/turn"
	"brujula/tui/msg"
)

// mostPasted bounds what is read of a paste, in bytes.
const mostPasted = 4 << 20

// gatheredMsg tells what of a list belongs to the line.
type gatheredMsg struct {
	generation uint64
	line       data.Line
	source     string
	gathered   act.Gathered
	pasted     bool
	err        error
}

func (m *Model) startPaste() tea.Cmd {
	if no, ok := m.may(act.Import); !ok {
		return no
	}
	m.mode = pasting
	m.input.SetValue("")
	return nil
}

// pasteKey takes a file name; more than one line pasted is a list.
func (m *Model) pasteKey(k tea.KeyMsg) tea.Cmd {
	switch {
	case m.keys.prompt.Cancel.Matches(k):
		m.mode = looking
		return nil
	case m.keys.prompt.Accept.Matches(k):
		name := strings.TrimSpace(m.input.Value())
		if name == "" {
			return nil
		}
		m.mode = looking
		if strings.Trim(name, "0123456789 ,") == "" {
			return m.pasted(strings.ReplaceAll(name, ",", "\n")) // codes, not a file
		}
		return m.readFile(name)
	case k.Paste && strings.ContainsAny(string(k.Runes), "\r\n\t;"):
		m.mode = looking
		return m.pasted(string(k.Runes))
	}
	m.input.Update(k)
	return nil
}

// TakesRows implements screen.RowsTaker: a list is taken in every mode.
func (*Model) TakesRows() bool { return true }

// pasted looks for codes of the line in a text that was pasted.
func (m *Model) pasted(text string) tea.Cmd {
	if no, ok := m.may(act.Import); !ok {
		return no
	}
	text = strings.ReplaceAll(text[:min(len(text), mostPasted)], "\r", "\n")
	line, seats := m.desk.Turn().Line(), m.seats()
	generation := m.list.Next()
	professions := m.desk.Space.Catalog.Values(catalog.DimProfession)
	return func() tea.Msg {
		return gatheredMsg{generation, line, texts.TurnPasted, act.GatherText(text, line, seats, professions), true, nil}
	}
}

func (m *Model) seats() act.Seats {
	plazas, _ := m.desk.Space.Catalog.Line(m.desk.Turn().Line())
	return act.SeatsOf(plazas)
}

func (m *Model) readFile(name string) tea.Cmd {
	lib, ctx, line, seats := m.desk.Lib, m.desk.Context(), m.desk.Turn().Line(), m.seats()
	generation := m.list.Next()
	return func() tea.Msg {
		g, err := session.GatherFile(ctx, lib, name, line, seats)
		if err != nil {
			return gatheredMsg{generation: generation, line: line, err: err}
		}
		return gatheredMsg{generation, line, filename.Shown(name), g, false, nil}
	}
}

// gathered asks before the seats of a list are crossed out. What was read for
// another line, or before a later list, is not asked about.
func (m *Model) gathered(g gatheredMsg) tea.Cmd {
	switch {
	case !m.list.Current(g.generation):
		return nil
	case g.line != m.desk.Turn().Line():
		return msg.Warn(texts.TurnOtherList)
	case g.err != nil:
		return msg.Fail(g.err)
	case len(g.gathered.Taken) == 0 && g.pasted:
		return msg.Warn(texts.TurnNoPasted)
	case len(g.gathered.Taken) == 0:
		return msg.Warn(texts.Capital(texts.TurnNothingNew) + ".")
	}
	e := g.gathered.Event(g.source)
	return m.desk.Post(msg.ConfirmMsg{
		Question: texts.TurnGathered(g.gathered.Seats(), len(g.gathered.Taken), g.gathered.Unknown, g.gathered.Others, g.gathered.UpTo),
		Yes:      func() tea.Msg { return importMsg{g.line, e} },
	})
}

// importMsg carries a list that was agreed to, for the act of a line.
type importMsg struct {
	line  data.Line
	event act.Event
}

// askExport asks for the file of the log, or of the applicant's own place.
func (m *Model) askExport() tea.Cmd {
	history, _ := m.desk.Turn().History()
	if len(history) == 0 {
		return msg.Warn(texts.TurnRefused(string(act.NotStarted), ""))
	}
	line, own := m.desk.Turn().Line(), m.desk.Turn().State().Mine.Renipress
	ask := msg.PromptMsg{
		Label: texts.TurnAskFile, Initial: texts.TurnExportName(string(line.Process), line.Profession, string(line.Modality)),
		Check: func(name string) error {
			switch ext := strings.ToLower(filepath.Ext(strings.TrimSpace(name))); {
			case ext == ".csv", ext == ".json", ext == ".txt" && own != "":
				return nil
			}
			return textError(texts.TurnFileKinds)
		},
		Accept: func(name string) tea.Cmd {
			name = strings.TrimSpace(name)
			if own != "" && strings.EqualFold(filepath.Ext(name), ".txt") {
				return m.exportPlace(name)
			}
			return m.exportTo(name, func(path string) tea.Msg { return session.WriteTurnLog(path, act.Rows(history, m.desk.Turn().Name)) })
		},
	}
	if own != "" {
		ask.Label, ask.Initial = texts.TurnAskPlaceFile, texts.TurnPlaceFile(own)
	}
	return m.desk.Post(ask)
}

// exportPlace writes all that is known of the applicant's own place.
func (m *Model) exportPlace(name string) tea.Cmd {
	c, ok := m.shown()
	if !ok {
		return msg.Warn(texts.TurnMyPlaceGone)
	}
	space, est, row, head := m.desk.Space, m.desk.Est, c.Row, m.desk.Turn().MyPlace()
	return m.exportTo(name, func(path string) tea.Msg {
		return session.WriteText(path, head+"\n\n"+card.Of(space, est, row).Text(), head)
	})
}

// exportTo writes a file; before one that is there already is replaced it is
// asked.
func (m *Model) exportTo(name string, write func(path string) tea.Msg) tea.Cmd {
	path, err := m.desk.Turn().OutputPath(name)
	if err != nil {
		return msg.Send(msg.NoticeMsg{Severity: msg.Error, Text: texts.CannotWrite(name, err)})
	}
	agreed := func() tea.Msg { return write(path) }
	return func() tea.Msg {
		if _, err := os.Stat(path); err == nil {
			return msg.ConfirmMsg{Question: texts.Overwrite(name), Yes: agreed}
		}
		return agreed()
	}
}
