package turn

import (
	"strconv"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/texts"
	act "brujula/planner/turn"
	"brujula/tui/bridge"
	"brujula/tui/msg"
)

// tickMsg moves the clock of the running call.
type tickMsg struct{ generation uint64 }

// beat is how often the clock is drawn anew.
const beat = 250 * time.Millisecond

// toggleTimer begins a call, which is an act of its own, or stops the running
// one.
func (m *Model) toggleTimer() tea.Cmd {
	if m.running() && m.left() > 0 {
		m.stopTimer()
		return msg.Say(texts.TurnTimerOff)
	}
	if no, ok := m.may(act.Call); !ok {
		return no
	}
	seconds, _, _ := m.limits()
	m.ends = m.desk.Now().Add(time.Duration(seconds) * time.Second)
	return tea.Batch(bridge.Cmd(m.desk.Turn().Do(act.Event{Kind: act.Call})), m.beatAgain(m.timer.Next()))
}

func (m *Model) beatAgain(generation uint64) tea.Cmd { return msg.After(beat, tickMsg{generation}) }

// tick only has the screen drawn anew: what is left is read off the clock.
func (m *Model) tick(t tickMsg) tea.Cmd {
	if !m.timer.Current(t.generation) || !m.running() || m.left() <= 0 {
		return nil
	}
	return m.beatAgain(t.generation)
}

func (m *Model) stopTimer() { m.ends = time.Time{} }

func (m *Model) running() bool { return !m.ends.IsZero() }

// left returns the whole seconds that the running call still has, rounded up.
func (m *Model) left() int {
	left := m.ends.Sub(m.desk.Now())
	return max(0, int((left+time.Second-1)/time.Second))
}

// setTimer sets seconds and calls as said; with nothing said it asks.
func (m *Model) setTimer(figures string) tea.Cmd {
	if figures == "" {
		return m.askTimer()
	}
	e, ok := parseTimer(figures)
	if !ok {
		return msg.Warn(texts.TurnBadTimer(figures))
	}
	if no, ok := m.may(act.Timer); !ok {
		return no
	}
	return bridge.Cmd(m.desk.Turn().Do(e))
}

func (m *Model) askTimer() tea.Cmd {
	if no, ok := m.may(act.Timer); !ok {
		return no
	}
	seconds, calls, _ := m.limits()
	return m.desk.Post(msg.PromptMsg{
		Label: texts.TurnAskTimer, Initial: strconv.Itoa(seconds) + " " + strconv.Itoa(calls),
		Check: func(line string) error {
			if _, ok := parseTimer(line); !ok {
				return textError(texts.TurnBadTimer(line))
			}
			return nil
		},
		Accept: func(line string) tea.Cmd {
			e, _ := parseTimer(line)
			return bridge.Cmd(m.desk.Turn().Do(e))
		},
	})
}

// parseTimer reads "30 3": seconds and calls.
func parseTimer(line string) (e act.Event, ok bool) {
	words := strings.Fields(line)
	if len(words) != 2 {
		return e, false
	}
	seconds, err1 := strconv.Atoi(words[0])
	calls, err2 := strconv.Atoi(words[1])
	if err1 != nil || err2 != nil || seconds < 1 || seconds > 3600 || calls < 1 || calls > 99 {
		return e, false
	}
	return act.Event{Kind: act.Timer, Seconds: seconds, Calls: calls}, true
}
