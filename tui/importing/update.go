package importing

import (
	"path/filepath"
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/fold"
	"brujula/data/texts"
	"brujula/planner/imports"
	"brujula/tui/bridge"
	"brujula/tui/drop"
	"brujula/tui/keys"
	"brujula/tui/layout"
	"brujula/tui/msg"
	"brujula/tui/screen"
	"brujula/tui/widget"
)

func (m *Model) key(k tea.KeyMsg) tea.Cmd {
	if k.Paste && drop.LooksLikePath(string(k.Runes)) {
		return m.request(string(k.Runes))
	}
	switch m.step {
	case browsing:
		return m.browserKey(k)
	case asking:
		return m.formKey(k)
	case correcting:
		return m.editorKey(k)
	case reviewing:
		return m.reviewKey(k)
	case done:
		return m.doneKey(k)
	case detecting, reading, storing:
	}
	return nil
}

// browserKey: named keys move and open, all else is text for the filter.
func (m *Model) browserKey(k tea.KeyMsg) tea.Cmd {
	b := m.browser
	switch {
	case m.keys.prompt.Cancel.Matches(k):
		if !m.problem.none() {
			m.problem = problem{}
			if len(m.queue) == 0 { // what was typed led to the error
				b.clear()
			}
			return nil
		}
		m.queue = nil
		if b.clear() {
			return nil
		}
		return m.desk.Post(msg.BackMsg{})
	case m.keys.own.Pick.Matches(k):
		return m.enter()
	case m.keys.own.Home.Matches(k) && m.desk.Folders.Home != "":
		return m.open(m.desk.Folders.Home)
	case m.keys.own.Parent.Matches(k) && b.typed() == "", k.Type == tea.KeyBackspace && b.typed() == "":
		return m.up()
	case k.Type == tea.KeyRight && b.typed() == "":
		if e, ok := b.current(); ok && e.Rank == imports.FolderEntry {
			return m.open(filepath.Join(b.path, e.Name))
		}
		return nil
	}
	if k.Type != tea.KeyRunes && k.Type != tea.KeySpace && b.typed() == "" || moves(k) {
		if b.table.Update(k, &m.keys.nav) {
			return nil
		}
	}
	if b.input.Update(k) {
		m.problem = problem{}
		b.narrow()
		if b.typed() != "" && len(b.rows) > 0 {
			b.table.MoveTo(0)
		}
		return m.follow()
	}
	return nil
}

// follow reads the folder of a path that is being typed, where it is another than the
// one that was read for it.
func (m *Model) follow() tea.Cmd {
	folder, _ := m.browser.typedFolder()
	if folder == "" || folder == m.browser.follows {
		return nil
	}
	m.browser.follows = folder
	return openTyped(m.follows.Next(), folder, m.desk.Folders.Home)
}

// moves recognizes the keys that move in the list also while a filter is written.
func moves(k tea.KeyMsg) bool {
	switch k.Type {
	case tea.KeyUp, tea.KeyDown, tea.KeyPgUp, tea.KeyPgDown:
		return true
	default:
		return false
	}
}

// enter opens the typed path, or what is under the cursor.
func (m *Model) enter() tea.Cmd {
	b := m.browser
	if len(m.queue) > 0 && b.typed() == m.queue[0] {
		return m.following()
	}
	e, ok := b.current()
	if folder, name := b.typedFolder(); drop.LooksLikePath(b.typed()) &&
		(!ok || folder == "" || folder != b.shows || name == "" || fold.Fold(name) == e.Folded) {
		return m.pick(b.typed(), b.path, ".")
	}
	if !ok {
		return nil
	}
	switch e.Rank {
	case imports.ParentEntry:
		return m.up()
	case imports.FolderEntry:
		return m.open(filepath.Join(b.path, e.Name))
	case imports.ListEntry, imports.OtherEntry:
	}
	return m.look(filepath.Join(b.path, e.Name))
}

func (m *Model) up() tea.Cmd {
	if parent := filepath.Dir(m.browser.path); parent != m.browser.path {
		return m.open(parent)
	}
	return nil
}

func (m *Model) formKey(k tea.KeyMsg) tea.Cmd {
	switch m.form.Update(k) {
	case widget.Accepted:
		return m.read()
	case widget.Cancelled:
		m.Back()
	case widget.Open:
		m.problem = problem{}
	}
	return nil
}

func (m *Model) reviewKey(k tea.KeyMsg) tea.Cmd {
	own := &m.keys.own
	corrects := len(m.result.Drafts) > 0
	switch {
	case m.again && k.String() == texts.ImportYesKey:
		return m.store()
	case m.again:
		m.again = false
	case own.Store.Matches(k):
		return m.askStore()
	case own.Columns.Matches(k) && corrects:
		m.openEditor(problem{})
	case own.Kind.Matches(k) && corrects:
		return m.switchKind()
	case own.Add.Matches(k) && m.result.Other != nil:
		m.choose(true)
	case own.Replace.Matches(k) && m.result.Other != nil:
		m.choose(false)
	default:
		m.review.Update(k, &m.keys.nav)
	}
	return nil
}

// changed reports that what was just stored is not what was there already, so that it
// can be taken back.
func (m *Model) changed() bool {
	return slices.ContainsFunc(m.summary, func(s texts.ImportSummary) bool { return !s.Same })
}

func (m *Model) doneKey(k tea.KeyMsg) tea.Cmd {
	if m.keys.own.TakeBack.Matches(k) && m.changed() {
		return bridge.Cmd(m.desk.TakeBack())
	}
	if m.keys.own.Other.Matches(k) {
		m.restart()
		if len(m.queue) > 0 {
			return m.following()
		}
		return m.open(m.browser.path)
	}
	m.review.Update(k, &m.keys.nav)
	return nil
}

// mouse: the wheel moves; a click selects a name, and a second one opens it.
func (m *Model) mouse(e tea.MouseMsg) tea.Cmd {
	if m.step == correcting && m.editor.field == nil {
		switch e.Button {
		case tea.MouseButtonWheelUp:
			m.editor.cursor = max(m.editor.cursor-1, 0)
		case tea.MouseButtonWheelDown:
			m.editor.cursor = min(m.editor.cursor+1, len(m.editor.lines)-1)
		default:
		}
		return nil
	}
	if m.step == reviewing || m.step == done {
		m.review.Mouse(e)
		return nil
	}
	if m.step != browsing {
		return nil
	}
	before := m.browser.table.Row()
	e.Y -= m.browserTop()
	hit := m.browser.table.Mouse(e)
	if e.Button == tea.MouseButtonLeft && e.Action == tea.MouseActionPress && hit.Row >= 0 && hit.Row == before {
		return m.enter()
	}
	return nil
}

// Status says which step this is, and how far the review is scrolled.
func (m *Model) Status() (left, right string) {
	left = screen.Import.Title() + ": "
	if m.step == browsing {
		return left + texts.ImportPickFile, ""
	}
	if of := m.several(); of != "" {
		left += of + " · "
	}
	switch m.step {
	case detecting:
		return left + m.file(), texts.ImportLooking
	case asking:
		return left + texts.ImportTitleWhat, ""
	case reading:
		return left + texts.ImportTitleRead, ""
	case correcting:
		return left + texts.ImportTitleEdit, m.editor.scroll.Position()
	case reviewing:
		return left + texts.ImportTitleCheck, m.review.Position()
	case storing:
		return left + texts.ImportStoring, ""
	case done:
		return left + texts.ImportTitleDone, m.review.Position()
	case browsing:
	}
	return left, ""
}

// Help lists the keys of the step.
func (m *Model) Help() screen.Help {
	own := &m.keys.own
	var footer []keys.Binding
	switch m.step {
	case browsing:
		footer = []keys.Binding{own.Pick, own.Parent, own.Filter, m.keys.prompt.Cancel.As(texts.KeyBack)}
	case asking:
		footer = []keys.Binding{own.Read, m.keys.form.Next, m.keys.form.Choose, m.keys.form.Cancel.As(texts.KeyBack)}
	case detecting, reading:
		footer = []keys.Binding{own.Stop}
	case correcting:
		footer = []keys.Binding{own.Correct, own.Unused, m.keys.prompt.Cancel.As(texts.KeyImportReady)}
		if m.editor.field != nil {
			footer = []keys.Binding{own.Correct, m.keys.form.Choose, m.keys.form.Cancel.As(texts.KeyBack)}
		}
	case reviewing:
		footer = []keys.Binding{own.Store, own.Columns, own.Kind, m.keys.nav.Down, m.keys.prompt.Cancel.As(texts.KeyBack)}
		if m.result.Other != nil {
			footer = slices.Insert(footer, 1, own.Add, own.Replace)
		}
		if len(m.result.Drafts) == 0 { // coordinates and notes have nothing to correct
			footer = []keys.Binding{own.Store, m.keys.nav.Down, m.keys.prompt.Cancel.As(texts.KeyBack)}
		}
	case done:
		footer = []keys.Binding{own.Other, m.keys.prompt.Cancel.As(texts.KeyBack)}
		if m.changed() {
			footer = []keys.Binding{own.Other, own.TakeBack, m.keys.prompt.Cancel.As(texts.KeyBack)}
		}
	case storing:
	}
	return screen.Help{Footer: footer, Scopes: []keys.Scope{own.Scope(), m.keys.form.Scope()}}
}

// Resize sets the room.
func (m *Model) Resize(w, h int) {
	m.w, m.h = w, h
	m.arrange()
}

// arrange lays out anew what depends on the room.
func (m *Model) arrange() {
	if m.w == 0 {
		return
	}
	switch m.step {
	case reviewing, storing:
		m.review.Resize(m.w, max(0, m.h-1)) // under the question
		m.review.SetLines(m.reviewLines(m.w - 2))
	case done:
		m.review.Resize(m.w, m.h)
		m.review.SetLines(m.doneLines(min(m.w-2, layout.ReadableWidth)))
	default:
	}
}
