package importing

import (
	"brujula/data/lists"
	"brujula/data/texts"
	"brujula/planner/session"
)

// Back takes one step back. While keys are text the screen takes esc itself.
func (m *Model) Back() bool {
	switch m.step {
	case browsing:
		m.queue = nil
		return m.browser.clear()
	case detecting:
		m.asked.Next()
		m.stop()
		m.step = browsing
	case reading:
		m.stopReading()
		m.step = m.beforeReading()
		m.problem = problem{text: texts.ImportStopped}
	case correcting:
		m.leaveEditor()
	case asking:
		m.giveUp(problem{})
	case reviewing:
		if m.again {
			m.again = false
			return true
		}
		m.step, m.result = m.beforeReading(), session.FilesRead{}
	case storing: // there is no way back from here, and it takes a moment only
	case done:
		m.restart()
		return false
	}
	m.arrange()
	return true
}

// beforeReading is the step to go back to: coordinates and notes ask nothing.
func (m *Model) beforeReading() step {
	if lists.IsSideTable(m.guess.Kind) {
		return browsing
	}
	return asking
}
