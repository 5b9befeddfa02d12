package root

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// Together hands on keys as terminals of Unix do: characters that arrive together are
// one message. Windows gives a paste key by key, as if somebody had typed it, and only
// the clock tells: such a key waits already when the one before was dealt with.
func Together(inner tea.Model, now func() time.Time) tea.Model {
	return &together{Model: inner, now: now}
}

type together struct {
	tea.Model
	now  func() time.Time
	free time.Time // when the last message was dealt with and drawn
	held []tea.KeyMsg
	turn int
}

// togetherMsg asks whether anything has come since.
type togetherMsg struct{ turn int }

const (
	// atOnce is how soon a key comes that waited already; who types, or holds a key
	// down, leaves ten times as long.
	atOnce = 2 * time.Millisecond
	// allHere is the pause after which no more of a paste comes: Bubble Tea looks for
	// keys every 16 ms where there were none.
	allHere = 40 * time.Millisecond
)

// Update implements tea.Model.
func (t *together) Update(m tea.Msg) (tea.Model, tea.Cmd) {
	switch m := m.(type) {
	case togetherMsg:
		switch {
		case len(t.held) == 0:
			return t, nil
		case m.turn != t.turn:
			return t, t.ask()
		}
		return t, t.release()
	case tea.KeyMsg:
		if _, ok := typedText(m); ok && !m.Paste && (len(t.held) > 0 || t.now().Sub(t.free) < atOnce) && len(t.held) < mostRows {
			t.held = append(t.held, m)
			t.turn++
			if len(t.held) == 1 {
				return t, t.ask()
			}
			return t, nil
		}
	}
	before := t.release()
	return t, tea.Batch(before, t.pass(m))
}

// View implements tea.Model.
func (t *together) View() string {
	defer func() { t.free = t.now() }()
	return t.Model.View()
}

func (t *together) ask() tea.Cmd {
	turn := t.turn
	return tea.Tick(allHere, func(time.Time) tea.Msg { return togetherMsg{turn} })
}

func (t *together) pass(m tea.Msg) tea.Cmd {
	inner, cmd := t.Model.Update(m)
	t.Model = inner
	return cmd
}

// release hands on what was held: words whole, what is between them by itself.
func (t *together) release() tea.Cmd {
	var cmds []tea.Cmd
	var word []rune
	end := func() {
		if len(word) > 0 {
			cmds = append(cmds, t.pass(tea.KeyMsg{Type: tea.KeyRunes, Runes: word}))
		}
		word = nil
	}
	for _, k := range t.held {
		if k.Type == tea.KeyRunes && string(k.Runes) != " " {
			word = append(word, k.Runes...)
			continue
		}
		end()
		if k.Type == tea.KeyRunes {
			k.Type = tea.KeySpace
		}
		cmds = append(cmds, t.pass(k))
	}
	end()
	t.held = nil
	return tea.Batch(cmds...)
}
