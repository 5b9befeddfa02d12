// Package sources is the screen that tells where every datum comes from: the
// loaded lists with their files and reports, what is missing for the chances,
// and what the model stands on.
package sources

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/conflicts"
	"brujula/tui/bridge"
	"brujula/tui/keys"
	"brujula/tui/layout"
	"brujula/tui/msg"
	"brujula/tui/screen"
	"brujula/tui/table"
	"brujula/tui/widget"
)

// Model is the screen.
type Model struct {
	desk *bridge.Desk
	keys struct {
		nav   keys.Navigation
		table keys.Table
		own   keys.Sources
	}

	w, h    int
	infos   []data.ListInfo
	table   *table.Model[string]
	pane    widget.Scroll // what is said of the lists and of the model
	side    widget.Scroll // what is said of the lists, where there is room beside the model
	cut     bool          // the pane does not show all of its lines
	inPane  bool
	shownOf string // the list that the pane was laid out for, "" to lay it out anew
	paneOf  string // the list that the pane was scrolled for
	walked  bool   // the cursor went from list to list

	problems  *problems // nil unless they are open; so are the next two
	conflicts *conflictList
	links     *widget.Scroll
	asked     screen.Generation

	book     *conflicts.Book // of the lists as they are now; nil until it is worked out
	compared screen.Generation
	scores   scores
}

// New makes the screen.
func New(d *bridge.Desk, _ screen.Page) screen.Screen {
	m := &Model{desk: d}
	m.keys.nav, m.keys.table, m.keys.own = keys.NewNavigation(), keys.NewTable(), keys.NewSources()
	m.table = table.New[string](d.Styles, columns())
	m.table.Focused = true
	m.table.Empty = texts.SourcesEmpty
	m.reload()
	return m
}

func columns() []table.Column {
	right := func(id, title string, width, priority int) table.Column {
		return table.Column{ID: id, Title: title, Min: width, Priority: priority, Align: layout.Right}
	}
	return []table.Column{
		{ID: "tipo", Title: texts.SourceColumnKind, Min: 11, Ideal: 16, Priority: 1, Frozen: true},
		{ID: "proceso", Title: texts.FieldProcess, Min: 7, Priority: 1},
		{ID: "modalidad", Title: texts.FieldModality, Min: 11, Priority: 2},
		right("filas", texts.SourceColumnRows, 6, 4),
		right("plazas", texts.ColumnPlazas, 7, 6),
		right("cupos", texts.FieldSeats, 6, 3),
		right("omitidas", texts.SourceColumnSkipped, 8, 7),
		right("rechazadas", texts.SourceColumnRejected, 7, 3),
		{ID: "importada", Title: texts.SourceImported, Min: 10, Priority: 5},
		{ID: "archivo", Title: texts.SourceFile, Fit: true, Min: 16, Ideal: 24, Whole: 40, Max: 60, Priority: 5},
		{ID: "huella", Title: texts.SourceHash, Min: 12, Priority: 9},
	}
}

// seatsOf writes the seats of a list; a dash where it is of no plazas.
func seatsOf(i *data.ListInfo) string {
	if i.Kind != data.KindOffer && i.Kind != data.KindAdjudication {
		return "–"
	}
	return texts.Thousands(i.Seats)
}

// lists is the table's view of the loaded lists.
type lists []data.ListInfo

func (l lists) Len() int          { return len(l) }
func (l lists) ID(row int) string { return idOf(&l[row]) }
func (l lists) Cells(row int, out []string) {
	i := &l[row]
	copy(out, []string{
		texts.SourceKind(i), string(i.Process), string(i.Modality), texts.Thousands(i.Rows), texts.Thousands(i.Plazas),
		seatsOf(i), texts.Thousands(i.Skipped), texts.Thousands(i.Rejected), texts.Date(i.Imported), i.File, texts.ShortHash(i.SHA256),
	})
}

func idOf(i *data.ListInfo) string {
	return strings.Join([]string{string(i.Kind), string(i.Process), string(i.Modality)}, "|")
}

// Init asks for what takes time: where the lists contradict one another, and
// how right the model was.
func (m *Model) Init() tea.Cmd { return tea.Batch(m.compare(), m.recall()) }

// bookMsg brings the conflicts between the lists.
type bookMsg struct {
	generation uint64
	book       *conflicts.Book
}

func (m *Model) compare() tea.Cmd {
	generation, space := m.compared.Next(), m.desk.Space
	if space.Partial() {
		return nil // the whole comes in a moment, and with it a message
	}
	return func() tea.Msg { return bookMsg{generation, space.Conflicts()} }
}

func (m *Model) takeBook(message bookMsg) {
	if !m.compared.Current(message.generation) {
		return
	}
	m.book = message.book
	if m.conflicts != nil {
		m.conflicts.takeBook(m.book)
	}
	m.relay()
}

// reload follows what the desk now holds.
func (m *Model) reload() {
	m.infos = m.desk.Space.Infos
	m.table.SetRows(lists(m.infos))
	m.shownOf = ""
	m.arrange()
}

// current returns the list under the cursor.
func (m *Model) current() (*data.ListInfo, bool) {
	if len(m.infos) == 0 {
		return nil, false
	}
	return &m.infos[m.table.Row()], true
}

// Update takes a message.
func (m *Model) Update(message tea.Msg) tea.Cmd {
	switch message := message.(type) {
	case tea.KeyMsg:
		return m.key(message)
	case tea.MouseMsg:
		return m.mouse(message)
	case msg.DataChangedMsg:
		m.reload()
		return m.Init()
	case removeActMsg:
		return bridge.Cmd(m.desk.RemovePast(message.line))
	case scoresMsg:
		return m.takeScores(message)
	case bookMsg:
		m.takeBook(message)
	case problemsMsg:
		if m.problems != nil && m.asked.Current(message.generation) {
			m.problems.takeProblems(message)
		}
	}
	return nil
}

func (m *Model) key(k tea.KeyMsg) tea.Cmd {
	switch own := &m.keys.own; {
	case own.Restore.Matches(k):
		return m.askRestore()
	case own.Import.Matches(k):
		return m.desk.Go(screen.Import, "")
	}
	switch {
	case m.problems != nil:
		return m.problemsKey(k)
	case m.conflicts != nil:
		return m.conflictKey(k)
	case m.links != nil:
		return m.linksKey(k)
	}
	switch {
	case k.Type == tea.KeyTab, k.Type == tea.KeyShiftTab:
		m.inPane = !m.inPane
		m.table.Focused = !m.inPane
	case m.keys.own.Problems.Matches(k):
		return m.openProblems()
	case m.keys.own.Conflicts.Matches(k):
		m.openConflicts()
	case m.keys.own.Links.Matches(k):
		m.openLinks()
	case m.keys.own.Changes.Matches(k):
		return m.desk.Go(screen.Changes, "")
	case m.keys.own.Rules.Matches(k):
		return m.desk.Go(screen.Rules, "")
	case m.keys.own.Scores.Matches(k):
		return m.evaluate()
	case m.keys.own.RemoveAct.Matches(k):
		return m.askRemoveAct()
	case m.keys.own.Copy.Matches(k):
		if info, ok := m.current(); ok {
			return msg.Send(msg.CopyMsg{Text: texts.SourceListLine(info), What: texts.SourcesCopied})
		}
	case m.inPane || m.scrolls(k):
		m.pane.Update(k, &m.keys.nav)
		m.side.Update(k, &m.keys.nav)
	default:
		m.table.Update(k, &m.keys.nav)
		m.arrange()
	}
	return msg.Moved(k, m.keys.own.Moved())
}

func (m *Model) mouse(e tea.MouseMsg) tea.Cmd {
	switch {
	case m.problems != nil:
		m.problems.table.Mouse(e)
		return nil
	case m.conflicts != nil:
		m.conflicts.table.Mouse(e)
		return nil
	case m.links != nil:
		return nil
	}
	e.Y -= m.tableTop()
	switch {
	case e.Y >= m.tableHeight() && m.twoColumns() && e.X <= m.w/2:
		m.side.Mouse(e)
		return nil
	case e.Y >= m.tableHeight():
		m.pane.Mouse(e)
		return nil
	case e.Y < 0:
		return nil
	}
	before := m.table.Row()
	hit := m.table.Mouse(e)
	m.arrange()
	if e.Button == tea.MouseButtonLeft && e.Action == tea.MouseActionPress && hit.Row >= 0 && hit.Row == before {
		return m.openProblems()
	}
	return nil
}

// Typing is never so here.
func (m *Model) Typing() bool { return false }

// Back closes what lies over the lists, or leaves the pane.
func (m *Model) Back() bool {
	switch {
	case m.problems != nil:
		m.problems = nil
		m.asked.Next()
	case m.conflicts != nil:
		m.conflicts = nil
	case m.links != nil:
		m.links = nil
	case m.inPane:
		m.inPane, m.table.Focused = false, true
	default:
		return false
	}
	return true
}

// askRestore asks which backup is to be restored.
func (m *Model) askRestore() tea.Cmd {
	if why := m.desk.CannotImport(); why != "" {
		return msg.Warn(why)
	}
	restore := func(file string) tea.Cmd { return bridge.Cmd(m.desk.RestoreBackup(file)) }
	return m.desk.Post(msg.PromptMsg{Label: texts.BackupRestoreAsk, Accept: restore})
}

// Resize sets the room.
func (m *Model) Resize(w, h int) {
	m.w, m.h = w, h
	m.shownOf = ""
	m.arrange()
}

// Status says what is in view.
func (m *Model) Status() (left, right string) {
	if m.problems != nil {
		return screen.Sources.Title() + ": " + texts.ProblemsTitle(&m.problems.info), m.problems.count()
	}
	if m.conflicts != nil {
		return screen.Sources.Title() + ": " + texts.ConflictsScreen, m.conflicts.count()
	}
	if m.links != nil {
		return screen.Sources.Title() + ": " + texts.LinksTitle, m.links.Position()
	}
	right = m.pane.Position()
	if note := m.table.HiddenNote(m.w < layout.WideFrom); note != "" {
		right = note + "  " + right
	}
	return screen.Sources.Title() + ": " + texts.SourcesCount(len(m.infos)), right
}

// Help lists the keys.
func (m *Model) Help() screen.Help {
	own := &m.keys.own
	footer := []keys.Binding{m.keys.nav.PageDown.As(texts.KeySourceRead), own.Problems, own.Scores, own.Conflicts, own.Links, own.Rules, own.Changes, own.Import, own.Copy}
	switch {
	case m.problems != nil:
		footer = []keys.Binding{own.Level, m.keys.nav.Down, own.Import}
	case m.conflicts != nil:
		footer = []keys.Binding{own.Level.As(texts.KeyConflictField), own.Copy, m.keys.nav.Down, own.Import}
	case m.links != nil:
		footer = []keys.Binding{own.Copy, m.keys.nav.Down}
	}
	return screen.Help{Footer: footer, Scopes: []keys.Scope{own.Scope()}}
}
