package turn

import (
	"strconv"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/texts"
	act "brujula/planner/turn"
	"brujula/tui/msg"
)

// askStart asks at which rank the act is, and begins it. An act that is there
// is begun anew only after a question.
func (m *Model) askStart() tea.Cmd {
	if no, ok := m.may(act.Start); !ok {
		return no
	}
	if !m.desk.Turn().Ready() {
		m.starting = true // the log tells whether this is the first act
		return nil
	}
	ask := msg.PromptMsg{
		Label: texts.TurnAskStart, Initial: "1",
		Check:  func(line string) error { _, _, err := parseStart(line); return err },
		Accept: m.start,
	}
	if history, _ := m.desk.Turn().History(); m.desk.Turn().State().Started {
		return m.desk.Post(msg.ConfirmMsg{Question: texts.TurnAgain(len(history)), Yes: msg.Send(ask)})
	}
	return m.desk.Post(ask)
}

// startLate asks what was to be asked while the log was still being read.
func (m *Model) startLate() tea.Cmd {
	if !m.starting || !m.desk.Turn().Ready() {
		return nil
	}
	m.starting = false
	return m.askStart()
}

// start begins the act at the ranks of a line.
func (m *Model) start(line string) tea.Cmd {
	n, mine, err := parseStart(line)
	if err != nil {
		return msg.Fail(err)
	}
	if mine == 0 {
		mine, _ = m.desk.Turn().Rank()
	}
	return m.moveOn(act.Event{Kind: act.Start, Line: m.desk.Turn().Line(), Rank: mine, N: n})
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
