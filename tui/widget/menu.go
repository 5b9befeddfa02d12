package widget

import (
	tea "github.com/charmbracelet/bubbletea"

	"brujula/tui/keys"
	"brujula/tui/layout"
	"brujula/tui/theme"
)

// MenuItem is one line of a menu.
type MenuItem struct {
	Label, Note string
	Checked     bool   // drawn for all items when one of them, or Checkable, is set
	Reason      string // why it cannot be chosen; empty when it can
}

// Menu is a short list to pick from: columns, versions, formats, the values of
// a column with their counts. Digits pick the first nine.
type Menu struct {
	Title     string
	Items     []MenuItem
	Checkable bool // each item has a box

	styles *theme.Styles
	cursor int
	scroll Scroll
}

// NewMenu makes a menu with the cursor on an item.
func NewMenu(styles *theme.Styles, title string, items []MenuItem, at int) *Menu {
	m := &Menu{Title: title, Items: items, styles: styles}
	m.cursor = min(max(at, 0), max(0, len(items)-1))
	return m
}

// Cursor returns the item under the cursor.
func (m *Menu) Cursor() int { return m.cursor }

// Update takes a key. Enter, space or a digit accept the item under the cursor
// or of that number; an item with a Reason is not accepted, and the caller
// shows why. Checkable menus stay open: the caller changes Items.
func (m *Menu) Update(msg tea.KeyMsg, nav *keys.Navigation) Answer {
	switch name := msg.String(); {
	case name == "esc" || name == "q":
		return Cancelled
	case len(m.Items) == 0:
		return Open
	case name == "enter" || name == " ":
		return m.accept()
	case len(name) == 1 && name[0] >= '1' && name[0] <= '9':
		at := int(name[0] - '1')
		if at >= len(m.Items) {
			return Open
		}
		m.cursor = at
		return m.accept()
	}
	m.move(msg, nav)
	return Open
}

func (m *Menu) accept() Answer {
	if m.Items[m.cursor].Reason != "" {
		return Open
	}
	return Accepted
}

func (m *Menu) move(msg tea.KeyMsg, nav *keys.Navigation) {
	to, _ := nav.To(msg, m.cursor, len(m.Items), m.scroll.h-1)
	m.cursor = min(max(to, 0), len(m.Items)-1)
}

// Box draws the menu in a box that fits in w × h cells: as wide as its items,
// as high as they are many. The reason of the item under the cursor stands in
// the last line.
func (m *Menu) Box(w, h int) []string {
	label, note := 0, 0
	for _, item := range m.Items {
		label = max(label, layout.Width(item.Label))
		note = max(note, layout.Width(item.Note))
	}
	inner := max(layout.Width(m.Title)+2, m.prefix()+label+2+note+1)
	reason := m.reason()
	inner = max(inner, layout.Width(reason)+2)
	inner = min(inner, w-2)
	rows := min(len(m.Items), h-2)
	if reason != "" {
		rows = min(rows, h-3)
	}
	if inner < 1 || rows < 1 {
		return nil
	}
	lines := make([]string, len(m.Items))
	for i := range m.Items {
		lines[i] = m.line(i, inner, note)
	}
	m.scroll.Resize(inner, rows)
	m.scroll.SetLines(lines)
	m.scroll.Reveal(m.cursor)
	drawn := m.scroll.Lines()
	if reason != "" {
		drawn = append(drawn, layout.Fit(m.styles.Warning.Render(" "+reason), inner, layout.Left, m.styles.Glyphs.Ellipsis))
	}
	return Box(m.styles, BoxOptions{Title: m.Title, Note: m.scroll.Position(), Active: true}, drawn, inner+2, len(drawn)+2)
}

func (m *Menu) reason() string {
	if m.cursor >= len(m.Items) {
		return ""
	}
	return m.Items[m.cursor].Reason
}

// prefix counts the cells before a label: cursor and box.
func (m *Menu) prefix() int {
	if m.boxes() {
		return len("> [x] ")
	}
	return len("> ")
}

func (m *Menu) boxes() bool {
	for _, item := range m.Items {
		if item.Checked {
			return true
		}
	}
	return m.Checkable
}

func (m *Menu) line(i, inner, note int) string {
	item := m.Items[i]
	text := "  "
	if i == m.cursor {
		text = m.styles.Glyphs.Cursor + " "
	}
	if m.boxes() {
		box := "[ ] "
		if item.Checked {
			box = "[" + m.styles.Glyphs.Check + "] "
		}
		text += box
	}
	room := max(0, inner-m.prefix()-note-1)
	text += layout.Fit(item.Label, room, layout.Left, m.styles.Glyphs.Ellipsis)
	end := layout.Fit(item.Note, note, layout.Right, "") + " "
	switch {
	case i == m.cursor:
		return m.styles.Selected.Render(layout.Fit(text+end, inner, layout.Left, ""))
	case item.Reason != "":
		return m.styles.Dead.Render(layout.Fit(text+end, inner, layout.Left, ""))
	}
	return layout.Fit(text+m.styles.Muted.Render(end), inner, layout.Left, "")
}
