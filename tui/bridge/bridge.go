// Package bridge lends the session to the screens: its jobs are commands there,
// and what it says are messages to the root.
package bridge

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/planner/session"
	"brujula/tui/msg"
	"brujula/tui/screen"
	"brujula/tui/theme"
)

// Desk is the session with what screens need beside it. The root owns one Desk
// and lends it to the screens.
type Desk struct {
	*session.Session
	Styles *theme.Styles
}

// New opens a session for screens; what could not be read is told in the notices.
func New(ctx context.Context, styles *theme.Styles, o session.Options) (d *Desk, notices []string) {
	of, notices := session.New(ctx, o)
	return &Desk{of, styles}, notices
}

// Tried reports whether the chances are seen from a place in the line that is
// not the user's own.
func (d *Desk) Tried() bool {
	_, tried := d.Look()
	return tried
}

// Cmd makes commands of jobs; nil of none. They touch nothing of the session:
// what each answers is given to Update.
func Cmd(jobs session.Jobs) tea.Cmd {
	cmds := make([]tea.Cmd, len(jobs))
	for i, job := range jobs {
		cmds[i] = func() tea.Msg { return message(job()) }
	}
	return tea.Batch(cmds...)
}

// message is an answer as the root takes it.
func message(a session.Answer) tea.Msg {
	switch a := a.(type) {
	case session.Question:
		return msg.ConfirmMsg{Question: a.Text, Yes: Cmd(a.Yes)}
	case session.Timer:
		return msg.TimerMsg{After: a.After, Msg: a.Answer}
	case session.ShowPlan:
		return goTo(screen.Plan, "")
	case session.Quit:
		return tea.Quit()
	}
	return a
}

// Update takes the answers to the session's own questions; ok is false for any
// other message.
func (d *Desk) Update(m tea.Msg) (cmd tea.Cmd, ok bool) {
	next, ok := d.Receive(m)
	return Cmd(next), ok
}

// Post hands messages to the root, which acts on them in their order before it
// takes the next key. A command would come in its own time, and the keys would go
// to the page that is being left. It may be called in Update only; there is no
// command to wait for.
func (d *Desk) Post(messages ...tea.Msg) tea.Cmd {
	for _, m := range messages {
		d.Session.Post(m)
	}
	return nil
}

// Go posts the wish to see a page.
func (d *Desk) Go(kind screen.Kind, id string) tea.Cmd { return d.Post(goTo(kind, id)) }

func goTo(kind screen.Kind, id string) tea.Msg {
	return msg.NavigateMsg{Page: screen.Page{Kind: kind, ID: id}}
}

// Posted returns what was posted since it was asked last, in its order.
func (d *Desk) Posted() []tea.Msg {
	posted := d.Session.Posted()
	return data.Map(posted, message)
}
