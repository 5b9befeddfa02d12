package turn

import (
	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/texts"
	act "brujula/planner/turn"
	"brujula/tui/bridge"
	"brujula/tui/msg"
)

// mineMsg records what came of the applicant's turn in the act of a line, once
// they have agreed: the plaza that they took, or none.
type mineMsg struct {
	line      data.Line
	renipress string // "" for none
	late      bool   // no: somebody else took it before
}

// open acts on the plaza that the screen is about: at the applicant's turn it is
// the one that they took, else its card is opened.
func (m *Model) open() tea.Cmd {
	c, ok := m.shown()
	if ok && m.desk.Turn().MyTurn() {
		return m.askTake(c.Plaza.Renipress)
	}
	return m.toCard()
}

// askTake asks whether a plaza is the one that the applicant took.
func (m *Model) askTake(renipress string) tea.Cmd {
	if no, ok := m.may(act.Take); !ok {
		return no
	}
	return m.desk.Post(msg.ConfirmMsg{
		Question: texts.TurnTakeQuestion(m.placeOf(renipress), m.desk.Turn().MyPlace()), YesText: texts.TurnTakeYes,
		Yes: msg.Send(mineMsg{line: m.desk.Turn().Line(), renipress: renipress}),
	})
}

// askWho asks who took a seat that goes at the applicant's own turn.
func (m *Model) askWho(renipress string) tea.Cmd {
	line := m.desk.Turn().Line()
	return m.desk.Post(msg.ConfirmMsg{
		Question: texts.TurnWhoQuestion(m.placeOf(renipress)), YesText: texts.TurnTakeYes,
		Yes:   msg.Send(mineMsg{line: line, renipress: renipress}),
		Other: msg.Answer{Key: "o", Text: texts.TurnWhoOther, Do: msg.Send(mineMsg{line: line, renipress: renipress, late: true})},
	})
}

// askDecline asks whether the applicant was called and took nothing.
func (m *Model) askDecline() tea.Cmd {
	if no, ok := m.may(act.Decline); !ok {
		return no
	}
	return m.desk.Post(msg.ConfirmMsg{Question: texts.TurnDeclineQuestion, Yes: msg.Send(mineMsg{line: m.desk.Turn().Line()})})
}

func (m *Model) takeMine(mine mineMsg) tea.Cmd {
	switch {
	case mine.line != m.desk.Turn().Line():
		return nil
	case mine.late:
		return bridge.Cmd(m.desk.Turn().Do(act.Event{Kind: act.Cross, Renipress: mine.renipress, Late: true}))
	}
	m.stopTimer()
	if mine.renipress == "" {
		return bridge.Cmd(m.desk.Turn().Do(act.Event{Kind: act.Decline}))
	}
	return bridge.Cmd(m.desk.Turn().Do(act.Event{Kind: act.Take, Renipress: mine.renipress}))
}

// placeOf reports which plaza a code is, with its district, province and region.
func (m *Model) placeOf(renipress string) string {
	row, ok := m.desk.Space.Catalog.Row(m.desk.Turn().Line().Plaza(renipress))
	if !ok {
		return renipress
	}
	p := m.desk.Space.Catalog.Plaza(row)
	return texts.TurnPlaceOf(p.Establishment, texts.Where(p.District, p.Province, p.Region))
}

// askOtherModality asks whether to go on in the other phase: the profile, the
// chances and the act are then those of that line.
func (m *Model) askOtherModality() tea.Cmd {
	switch {
	case !m.desk.HasProfile():
		return msg.Warn(texts.TurnNoProfile)
	case m.desk.Turn().ReadOnly() != "":
		return msg.Warn(m.desk.Turn().ReadOnly())
	}
	line := m.desk.Turn().Line()
	return m.desk.Post(msg.ConfirmMsg{Question: texts.TurnOtherPhase(line.Modality.Other()), Yes: msg.Send(phaseMsg{line})})
}

// phaseMsg goes on in the other modality of a line, once the user has agreed.
type phaseMsg struct{ line data.Line }

func (m *Model) changePhase(line data.Line) tea.Cmd {
	if line != m.desk.Turn().Line() || line != m.desk.Line() {
		return nil
	}
	p := m.desk.Profile
	p.Modality = p.Modality.Other()
	return tea.Batch(bridge.Cmd(m.desk.SetProfile(p)), bridge.Cmd(m.desk.Turn().Open()))
}

// keepPastMsg keeps the act of a line as a past process, once the user has agreed.
type keepPastMsg struct{ line data.Line }

// askKeepPast reports how much is known of the act, and asks whether it is to be kept
// as a past process.
func (m *Model) askKeepPast() tea.Cmd {
	if !m.desk.HasProfile() {
		return msg.Warn(texts.TurnNoProfile)
	}
	d, why := m.desk.Turn().PastDraft()
	if why != "" {
		return msg.Warn(why)
	}
	return m.desk.Post(msg.ConfirmMsg{
		Question: texts.ActPastQuestion(&d.Info, m.desk.Turn().State().Started), Yes: msg.Send(keepPastMsg{m.desk.Turn().Line()}),
	})
}
