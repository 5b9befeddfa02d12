package root

import (
	"slices"
	"strings"
	"time"
	"unicode"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/texts"
	"brujula/tui/keys"
	"brujula/tui/msg"
	"brujula/tui/screen"
)

// rowGuard guards what stands in view against rows that are pasted into a terminal
// that does not say where a paste begins and ends: the first line break closes
// the input that they were meant for, and each further character would be a
// command. What comes right behind such an enter waits until it is quiet, and is
// then judged: a paste is not taken as keys.
//
// Only characters which arrived together begin this, so that who types key by key
// never waits: an enter behind them, or they themselves where no input is open.
type rowGuard struct {
	line typedLine // what the input got since its last enter

	waiting bool
	bare    bool        // no input was open
	first   typedLine   // the line whose enter closed the input, unless bare
	page    screen.Page // whose own input it was; none for the root's
	before  []msg.NoticeMsg
	keys    []tea.KeyMsg
	came    int // keys since that enter, kept or not
	asked   int // how often it was not quiet yet
	turn    uint64
	frame   string // what is shown meanwhile: drawing for each key takes long
}

// typedLine is a line of characters, and how many of them came with others in
// one message.
type typedLine struct {
	text     string
	together int
}

// rowsMsg asks whether it has been quiet since so many keys.
type rowsMsg struct {
	turn uint64
	came int
}

const (
	// rowsQuiet is the pause after which what came behind an enter is judged. A
	// person notices no delay below a tenth of a second.
	rowsQuiet = 60 * time.Millisecond
	// rowsPause is the pause that ends a paste: a slow line brings it in pieces.
	rowsPause = 400 * time.Millisecond
	// leastTogether is how many characters that came together make a line that
	// nobody types: a code has eight.
	leastTogether = 5
	// leastLong and leastDistinct tell a row without a code from keys that were
	// typed over a slow line, most of which is one key that was held.
	leastLong, leastDistinct = 10, 5
	// mostAsked is how often the keys of a person are waited for: one that is held
	// down makes no pause. A paste has shown a row by then.
	mostAsked = 4
	// mostRows bounds the keys that are kept of a paste; one is a word or a gap.
	mostRows = 1 << 16
)

// intoInput passes a key to the input that has the focus, and waits where it
// closed it behind a line that nobody types.
func (m *Model) intoInput(k tea.KeyMsg) tea.Cmd {
	r := &m.rows
	page := screen.Page{}
	if m.prompt == nil && !m.typing {
		page = m.page
	}
	cmd := m.settled(m.key(k))
	line := r.line
	r.line.addKey(k)
	if k.Type != tea.KeyEnter || line.together < leastTogether || m.takesText() {
		return cmd
	}
	*r = rowGuard{waiting: true, first: line, page: page, before: slices.Clone(m.notices), turn: r.turn + 1}
	return tea.Batch(cmd, msg.After(rowsQuiet, rowsMsg{r.turn, 0}))
}

// awaitRows waits for what comes behind characters that nobody types and that are
// meant for no input: the first row of a paste, or keys after all.
func (m *Model) awaitRows(k tea.KeyMsg) tea.Cmd {
	r := &m.rows
	*r = rowGuard{waiting: true, bare: true, page: m.page, before: slices.Clone(m.notices), turn: r.turn + 1}
	r.hold(k)
	return msg.After(rowsQuiet, rowsMsg{r.turn, r.came})
}

// addKey adds a key to the line; one that is no character begins another.
func (l *typedLine) addKey(k tea.KeyMsg) {
	text, ok := typedText(k)
	if !ok || text == "\n" || k.Paste {
		*l = typedLine{}
		return
	}
	l.text += text
	if len(k.Runes) > 1 {
		l.together += len(k.Runes)
	}
}

// typedText returns the text that a key would be in a paste.
func typedText(k tea.KeyMsg) (string, bool) {
	switch k.Type {
	case tea.KeyRunes, tea.KeySpace:
		return string(k.Runes), !k.Alt
	case tea.KeyEnter, tea.KeyCtrlJ:
		return "\n", true
	case tea.KeyTab:
		return "\t", true
	default:
		return "", false
	}
}

func (r *rowGuard) hold(k tea.KeyMsg) {
	r.came++
	if len(r.keys) < mostRows {
		r.keys = append(r.keys, k)
	}
}

// judge acts on what has waited, once it is quiet.
func (m *Model) judge(quiet rowsMsg) tea.Cmd {
	r := &m.rows
	if !r.waiting || quiet.turn != r.turn {
		return nil
	}
	text, pasted := pastedText(r.keys)
	if r.asked++; r.came > quiet.came && (pasted || r.asked < mostAsked) {
		pause := rowsQuiet
		if pasted {
			pause = rowsPause
		}
		return msg.After(pause, rowsMsg{r.turn, r.came})
	}
	held := r.keys
	r.waiting, r.keys, r.frame = false, nil, ""
	if r.bare && !strings.Contains(strings.TrimSpace(text), "\n") { // one line alone may be keys
		if cmd, ok := m.dropped(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: true}, held...); ok {
			return cmd
		}
		pasted = false
	}
	if !pasted {
		return m.asKeys(held)
	}
	if !r.bare {
		text = r.first.text + "\n" + text
	}
	return m.takeRows(text, len(held) == r.came)
}

// asKeys does what keys ask for that were waited with.
func (m *Model) asKeys(held []tea.KeyMsg) tea.Cmd {
	for _, k := range held {
		m.burst.keys = append(m.burst.keys, keys.Split(k)...)
	}
	return m.release()
}

// takeRows passes a paste, whole, to the page that it was meant for, where that
// takes rows; else it tells that they were left out. Half a list would pass for
// the whole one.
func (m *Model) takeRows(text string, whole bool) tea.Cmd {
	taker, ok := m.current().(screen.RowsTaker)
	if !ok || !whole || !taker.TakesRows() || m.page != m.rows.page || m.prompt != nil || m.typing || m.help != nil {
		lines := strings.Count(strings.TrimSpace(text), "\n")
		if m.rows.bare {
			return msg.Warn(texts.RowsNoKeys(lines + 1))
		}
		return msg.Warn(texts.RowsNotTyped(lines))
	}
	var no tea.Cmd
	m.notices = m.rows.before // without those about the first row alone, as is this question
	if m.confirm != nil {
		no, m.confirm = m.confirm.no, nil
	}
	return tea.Batch(no, m.pageKey(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune(text), Paste: true}))
}

// pastedText puts keys together to the text that they were, and tells whether a
// line of it is one that nobody types.
func pastedText(held []tea.KeyMsg) (text string, pasted bool) {
	var all strings.Builder
	var line typedLine
	for _, k := range held {
		if part, ok := typedText(k); ok {
			all.WriteString(part)
		}
		if !pasted {
			line.addKey(k)
			pasted = line.together >= leastTogether && rowLike(line.text)
		}
	}
	return all.String(), pasted
}

func rowLike(line string) bool {
	digits, length := 0, 0
	distinct := map[rune]bool{}
	for _, r := range line {
		length++
		distinct[r] = true
		if unicode.IsDigit(r) {
			digits++
		}
	}
	return digits >= leastTogether && len(distinct) > 1 || length >= leastLong && len(distinct) >= leastDistinct
}
