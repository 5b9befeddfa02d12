package turn

import (
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/texts"
	act "brujula/planner/turn"
	"brujula/tui/msg"
)

// askStart asks at which rank the act is, and begins it. An act that is there
// is begun anew only after a question.
func (m *Model) askStart() tea.Cmd {
	switch {
	case !m.desk.HasProfile():
		return msg.Warn(texts.TurnNoProfile)
	case m.turn.ReadOnly() != "":
		return msg.Warn(m.turn.ReadOnly())
	case m.turn.LineView() == nil:
		return msg.Warn(texts.TurnNoLine)
	}
	ask := msg.PromptMsg{
		Label: texts.TurnAskStart, Initial: "1",
		Check:  func(line string) error { _, _, err := parseStart(line); return err },
		Accept: func(line string) tea.Cmd { return m.start(line, false) },
	}
	if history, _ := m.turn.History(); m.turn.State().Started {
		ask.Accept = func(line string) tea.Cmd { return m.start(line, true) }
		return m.desk.Post(msg.ConfirmMsg{Question: texts.TurnAgain(len(history)), Yes: msg.Send(ask)})
	}
	return m.desk.Post(ask)
}

type (
	// endMsg ends the act of a line, once the user has agreed.
	endMsg struct{ line data.Line }
	// startMsg begins the act of a line anew, once the user has agreed.
	startMsg struct {
		line  data.Line
		ranks string
	}
)

// start begins the act at the ranks of a line; anew only where the user has
// agreed, also when the log was read after the first question.
func (m *Model) start(line string, agreed bool) tea.Cmd {
	n, mine, err := parseStart(line)
	switch {
	case err != nil:
		return msg.Fail(err)
	case !m.turn.Ready():
		return msg.Warn(texts.TurnNotReady)
	}
	if history, _ := m.turn.History(); m.turn.State().Started && !agreed {
		again := func() tea.Msg { return startMsg{m.turn.Line(), line} }
		return m.desk.Post(msg.ConfirmMsg{Question: texts.TurnAgain(len(history)), Yes: again})
	}
	if mine == 0 {
		mine, _ = m.turn.Rank()
	}
	return m.moveOn(act.Event{Kind: act.Start, Line: m.turn.Line(), Rank: mine, N: n})
}

// parseStart reads "341" or "341 812": the rank whose turn it is, and mine.
func parseStart(line string) (n, mine int, err error) {
	words := strings.Fields(line)
	if len(words) < 1 || len(words) > 2 {
		return 0, 0, textError(texts.TurnBadStart(line))
	}
	figures := [2]int{}
	for i, word := range words {
		figures[i], err = strconv.Atoi(word)
		if err != nil || figures[i] < 1 {
			return 0, 0, textError(texts.TurnBadStart(line))
		}
	}
	return figures[0], figures[1], nil
}

// textError is a sentence for the user.
type textError string
