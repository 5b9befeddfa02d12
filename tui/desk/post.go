package desk

import (
	tea "github.com/charmbracelet/bubbletea"

	"brujula/tui/msg"
	"brujula/tui/screen"
)

// Post hands messages to the root, which acts on them in their order before it
// takes the next key: what is typed right behind the key of a question or of
// another page belongs to that question or page. A command would come in its own
// time, and the keys would go to the page that is being left. It may be called in
// Update only; there is no command to wait for.
func (d *Desk) Post(messages ...tea.Msg) tea.Cmd {
	d.posted = append(d.posted, messages...)
	return nil
}

// Go posts the wish to see a page.
func (d *Desk) Go(kind screen.Kind, id string) tea.Cmd {
	return d.Post(msg.NavigateMsg{Page: screen.Page{Kind: kind, ID: id}})
}

// Posted gives what was posted since it was asked last, in its order. A change of
// the plan is part of it, so that no key works on lines that are gone already.
func (d *Desk) Posted() []tea.Msg {
	posted := d.posted
	d.posted = nil
	return posted
}
