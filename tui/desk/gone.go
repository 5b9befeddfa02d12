package desk

import (
	"maps"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/tui/msg"
)

// goneSeats are the plazas of a line that have no seat left in its act.
type goneSeats struct {
	line  data.Line
	codes map[string]bool
}

// Gone tells that all seats of a plaza are crossed out in the act that Mi turno
// follows. It knows of no act until that screen was opened.
func (d *Desk) Gone(id data.PlazaID) bool {
	return d.gone.codes[id.Renipress] && d.gone.line == id.Line()
}

// publish lets the other screens know which plazas have no seat left, and tells
// them where that has changed.
func (t *Turn) publish() tea.Cmd {
	now := goneSeats{line: t.line}
	s, seats := t.State(), t.act.Seats()
	for code := range s.Gone {
		if seats[code] > 0 && s.Left(seats, code) <= 0 {
			if now.codes == nil {
				now.codes = map[string]bool{}
			}
			now.codes[code] = true
		}
	}
	before := t.desk.gone
	t.desk.gone = now
	if maps.Equal(before.codes, now.codes) && (before.line == now.line || len(now.codes) == 0) {
		return nil
	}
	return msg.Send(msg.PlanChangedMsg{})
}
