// Package msg holds the messages that screens and widgets send up to the root
// model. Each says in its comment who acts on it.
package msg

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/texts"
	"brujula/planner/session"
	"brujula/tui/keys"
	"brujula/tui/screen"
)

// NavigateMsg asks the root to show a page and to remember the present one.
type NavigateMsg struct{ Page screen.Page }

// BackMsg asks the root to show the page before.
type BackMsg struct{}

// Severity tells how a NoticeMsg is meant.
type Severity = session.Severity

// How a notice can be meant: see the session.
const (
	Info    = session.Info
	Success = session.Success
	Warning = session.Warning
	Error   = session.Error
)

// NoticeMsg asks the root to show one line in the place of the footer until
// the next key. There is no timer: nobody should miss a message by looking
// away.
type NoticeMsg = session.Notice

// WithdrawMsg asks the root to take back notices that have come to be untrue,
// wherever they still wait to be read.
type WithdrawMsg = session.Withdraw

// CommandMsg carries a line typed after ":" to the root, which parses it and
// acts or passes it to the screen.
type CommandMsg struct{ Line string }

// ConfirmMsg asks the root to put a question over the screen; Yes is run when
// the user agrees, No (may be nil) when not.
//
// With Other there is a third answer, which has a letter of its own, and YesText
// says what agreeing means.
type ConfirmMsg struct {
	Question string
	Yes, No  tea.Cmd

	YesText string // "sí" when empty
	Other   Answer // none without a key
}

// Answer is one more answer to a question.
type Answer struct {
	Key, Text string
	Do        tea.Cmd
}

// PromptMsg asks the root to read one line in the place of the footer. Accept
// turns the line into a command; an error from Check is shown and the line
// stays open.
type PromptMsg struct {
	Label, Initial string
	Check          func(line string) error
	Accept         func(line string) tea.Cmd
}

// CopyMsg asks the root to put text on the clipboard; What names it in the
// notice that follows.
type CopyMsg struct{ Text, What string }

// ProgressMsg tells the root how far a long task is. Total 0 means that it is
// not known; Done == Total > 0 ends the display.
type ProgressMsg struct {
	Label       string
	Done, Total int
}

// TimerMsg asks the root for Msg after a while. Screens use it instead of
// tea.Tick, so that a test can let time pass without waiting.
type TimerMsg struct {
	After time.Duration
	Msg   tea.Msg
}

// DataChangedMsg tells every open screen that what the session holds has
// changed (an import, another profile, another model) and must be asked anew.
type DataChangedMsg = session.DataChanged

// PlanChangedMsg tells every open screen that the plan has changed.
type PlanChangedMsg = session.PlanChanged

// Send returns a command that answers with m.
func Send(m tea.Msg) tea.Cmd { return func() tea.Msg { return m } }

// Moved returns a command to tell which key does now what k did once; nil where k did
// nothing.
func Moved(k tea.KeyMsg, moved []keys.Moved) tea.Cmd {
	if text := keys.Told(k, moved); text != "" {
		return Say(text)
	}
	return nil
}

// Say returns a command to show news.
func Say(text string) tea.Cmd { return Send(NoticeMsg{Severity: Info, Text: text}) }

// Done returns a command to confirm what the user did.
func Done(text string) tea.Cmd { return Send(NoticeMsg{Severity: Success, Text: text}) }

// Warn returns a command to show why something was not done.
func Warn(text string) tea.Cmd { return Send(NoticeMsg{Severity: Warning, Text: text}) }

// Fail returns a command to show an error; nil for a nil error.
func Fail(err error) tea.Cmd {
	if err == nil {
		return nil
	}
	return Send(NoticeMsg{Severity: Error, Text: texts.Spanish(err)})
}

// After returns a command that answers with m after d.
func After(d time.Duration, m tea.Msg) tea.Cmd { return Send(TimerMsg{d, m}) }
