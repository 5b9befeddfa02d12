package root

import (
	"slices"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/tui/keys"
	"brujula/tui/msg"
)

// burst is keys that arrived together, as "m5⏎" does when it is pasted into a
// terminal without bracketed paste, or typed over a slow line. What one of them
// asks for may come by a command, as a list does that is read first; the next
// ones are meant for it, and wait until that command is done.
type burst struct {
	keys []tea.KeyMsg // that wait
	held bool
	turn uint64 // of the wait under way
}

// burstMsg ends a wait.
type burstMsg struct{ turn uint64 }

// mostHeld bounds the keys that wait; what is typed beyond is dropped.
const mostHeld = 4096

// burstWait is how long keys wait at most for a command, such as a save on a
// slow disk.
const burstWait = time.Second

// typed takes a key from the terminal.
func (m *Model) typed(k tea.KeyMsg) tea.Cmd {
	b := &m.burst
	switch {
	case m.global.ForceQuit.Matches(k):
		b.keys, b.held = nil, false
		m.rows.waiting, m.rows.keys = false, nil
		return m.key(k)
	case m.rows.waiting:
		m.rows.hold(k)
		return nil
	case b.held:
		if len(b.keys) < mostHeld {
			b.keys = append(b.keys, keys.Split(k)...)
		}
		return nil
	case m.takesText():
		return m.intoInput(k)
	}
	m.rows.line = typedLine{}
	one := keys.Split(k)
	if len(one) == 1 {
		return m.key(k)
	}
	if !k.Alt && len(one) >= leastTogether && slices.ContainsFunc(k.Runes, func(r rune) bool { return r != k.Runes[0] }) {
		return m.awaitRows(k) // no key that is held down
	}
	b.keys = one[:min(len(one), mostHeld)]
	return m.release()
}

// takesText reports whether an input has the focus, which takes characters that
// arrive together as they are.
func (m *Model) takesText() bool {
	return !m.tooSmall() && m.confirm == nil && (m.prompt != nil || m.typing || m.help == nil && m.current().Typing() || m.help != nil && m.help.asked != nil)
}

// release gives the keys that wait to what stands in front, up to one that asks
// for a command.
func (m *Model) release() tea.Cmd {
	b := &m.burst
	for b.held = false; len(b.keys) > 0; {
		k := b.keys[0]
		b.keys = b.keys[1:]
		if cmd := m.settled(m.key(k)); cmd != nil {
			b.held = true
			b.turn++
			over := burstMsg{b.turn}
			return tea.Batch(tea.Sequence(cmd, msg.Send(over)), msg.After(burstWait, over))
		}
	}
	b.keys = nil
	return nil
}

func (m *Model) takeBurst(over burstMsg) tea.Cmd {
	if !m.burst.held || over.turn != m.burst.turn {
		return nil
	}
	return m.release()
}
