// Package root is the planner's only tea.Model: it owns the desk and the
// pages, shares out the window and the keys, and draws what stands over all
// screens: top lines, footer, help, questions and the command line.
package root

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/tui/bridge"
	"brujula/tui/keys"
	"brujula/tui/msg"
	"brujula/tui/screen"
	"brujula/tui/theme"
	"brujula/tui/widget"
)

// Maker builds the page of a kind when it is first opened.
type Maker func(d *bridge.Desk, page screen.Page) screen.Screen

// Clipboard puts text on the clipboard; how tells the user where it went.
type Clipboard func(text string) (how string, err error)

// Options is what cmd gives.
type Options struct {
	Desk      *bridge.Desk
	Makers    map[screen.Kind]Maker
	Clipboard Clipboard
	Notices   []string // shown at the start, the first at once
	Files     []string // to be imported, full paths: the planner opens with them
}

// Model is the planner.
type Model struct {
	desk      *bridge.Desk
	styles    *theme.Styles
	makers    map[screen.Kind]Maker
	clipboard Clipboard
	files     string // that the planner was opened with, one a line
	global    keys.Global
	nav       keys.Navigation
	search    keys.Search // in the help

	width, height int
	pages         map[screen.Page]screen.Screen
	page          screen.Page
	cards         []screen.Page // cards of plazas that are kept, the last shown last
	history       []screen.Page
	drilled       *screen.Page // the page that opened a main screen on something of its own, nil for none

	notices  []msg.NoticeMsg // the first is in view
	progress *msg.ProgressMsg
	help     *help
	command  *widget.CommandLine
	typing   bool // the command line is open
	prompt   *prompt
	confirm  *confirm
	burst    burst
	rows     rowGuard
}

type prompt struct {
	*widget.Prompt
	accept func(string) tea.Cmd
}

type confirm struct {
	*widget.Confirm
	yes, no, other tea.Cmd
}

// New makes the planner, opened on Explorar.
func New(o Options) *Model {
	m := &Model{
		desk: o.Desk, styles: o.Desk.Styles, makers: o.Makers, clipboard: o.Clipboard,
		files:  strings.Join(o.Files, "\n"),
		global: keys.NewGlobal(), nav: keys.NewNavigation(), search: keys.NewSearch(), pages: map[screen.Page]screen.Screen{},
	}
	m.command = widget.NewCommandLine(m.styles, m.complete)
	for _, n := range o.Notices {
		m.notices = append(m.notices, msg.NoticeMsg{Severity: msg.Warning, Text: n})
	}
	return m
}

// Init starts the desk's first work and opens the first page. Who has not said
// yet who they are is asked; files that the program was opened with are looked
// at first.
func (m *Model) Init() tea.Cmd {
	work := []tea.Cmd{bridge.Cmd(m.desk.Start()), m.open(screen.Page{Kind: screen.Explore})}
	switch {
	case m.desk.FirstStart():
		work = append(work, m.navigate(screen.Page{Kind: screen.Welcome}))
	case !m.desk.HasProfile():
		work = append(work, m.navigate(screen.Page{Kind: screen.Profile}))
	}
	if m.files != "" {
		work = append(work, m.importFiles(m.files))
	}
	return tea.Batch(work...)
}

// importFiles opens the import screen with the files that a text names.
func (m *Model) importFiles(text string) tea.Cmd {
	return tea.Batch(m.navigate(screen.Page{Kind: screen.Import}), m.desk.Post(msg.ImportMsg{File: text}))
}

// open shows a page, making it when it is new, and tells the one that was in
// view.
func (m *Model) open(page screen.Page) tea.Cmd {
	if hidden := m.current(); hidden != nil && page != m.page {
		return tea.Batch(hidden.Update(msg.HiddenMsg{}), m.show(page))
	}
	return m.show(page)
}

func (m *Model) show(page screen.Page) tea.Cmd {
	m.page = page
	m.keepCard(page)
	if shown := m.pages[page]; shown != nil {
		return shown.Update(msg.ReopenedMsg{})
	}
	made, ok := m.makers[page.Kind]
	if !ok {
		m.page = screen.Page{Kind: screen.Explore}
		return nil
	}
	s := made(m.desk, page)
	m.pages[page] = s
	if m.width > 0 {
		s.Resize(m.width, m.bodyHeight())
	}
	return s.Init()
}

// mostCards is how many cards of plazas are kept: each is worked out anew
// whenever the chances change, and every plaza has one.
const mostCards = 8

// keepCard lets the cards go that were not shown for longest. One that is gone
// back to is made again.
func (m *Model) keepCard(page screen.Page) {
	if page.Kind != screen.Card {
		return
	}
	m.cards = append(slices.DeleteFunc(m.cards, func(p screen.Page) bool { return p == page }), page)
	for len(m.cards) > mostCards {
		delete(m.pages, m.cards[0])
		m.cards = m.cards[1:]
	}
}

// navigate opens a page and remembers the present one for the way back.
func (m *Model) navigate(page screen.Page) tea.Cmd {
	if page == m.page {
		return nil
	}
	if _, ok := m.makers[page.Kind]; !ok {
		return nil
	}
	m.history = slices.DeleteFunc(m.history, func(p screen.Page) bool { return p == page })
	m.history = append(m.history, m.page)
	if isTab(page.Kind) {
		m.drilled = nil
	}
	return m.open(page)
}

// back leaves the page for the one before. Where there is none it goes to
// Explorar, so that no page, such as a form that takes every key as text, is
// without a way out.
func (m *Model) back() tea.Cmd {
	if len(m.history) == 0 {
		return m.open(screen.Page{Kind: screen.Explore})
	}
	page := m.history[len(m.history)-1]
	m.history = m.history[:len(m.history)-1]
	return m.open(page)
}

// drill opens a page for another one. A main screen remembers which, to go back to.
func (m *Model) drill(page screen.Page) tea.Cmd {
	from := m.page
	cmd := m.navigate(page)
	if isTab(page.Kind) && from != page {
		m.drilled = &from
	}
	return cmd
}

// home reports whether a main screen is in view, and not as one step into another
// page: there is nothing behind it then, whatever was looked at before.
func (m *Model) home() bool {
	drilled := m.drilled != nil && len(m.history) > 0 && m.history[len(m.history)-1] == *m.drilled
	return isTab(m.page.Kind) && !drilled
}

// tab returns the main screen that is in view, or that the page was opened from; ok is
// false where there is none.
func (m *Model) tab() (kind screen.Kind, ok bool) {
	for _, page := range append(m.history[:len(m.history):len(m.history)], m.page) {
		if isTab(page.Kind) {
			kind, ok = page.Kind, true
		}
	}
	return kind, ok
}

func isTab(k screen.Kind) bool { return slices.Contains(screen.Tabs(), k) }

func (m *Model) current() screen.Screen { return m.pages[m.page] }

// broadcast passes a message to every open page.
func (m *Model) broadcast(message tea.Msg) tea.Cmd {
	cmds := data.Map(m.openPages(), func(page screen.Page) tea.Cmd { return m.pages[page].Update(message) })
	return tea.Batch(cmds...)
}

// openPages lists the pages in an order that is always the same.
func (m *Model) openPages() []screen.Page {
	pages := make([]screen.Page, 0, len(m.pages))
	for p := range m.pages {
		pages = append(pages, p)
	}
	slices.SortFunc(pages, func(a, b screen.Page) int {
		if a.Kind != b.Kind {
			return int(a.Kind - b.Kind)
		}
		if a.ID < b.ID {
			return -1
		}
		return 1
	})
	return pages
}
