// Package importing is the screen that brings a downloaded list, or a file of
// coordinates or notes, into the library: find the file, see what it is, read it, review, store. Nothing is
// stored before the review is accepted, and esc steps back from anywhere.
package importing

import (
	"path/filepath"
	"slices"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/lists"
	"brujula/data/texts"
	"brujula/planner"
	"brujula/planner/losses"
	"brujula/tui/desk"
	"brujula/tui/drop"
	"brujula/tui/keys"
	"brujula/tui/msg"
	"brujula/tui/screen"
	"brujula/tui/widget"
)

// step is how far the import is.
type step int

const (
	browsing  step = iota
	detecting      // a file is looked at; the browser stays in view
	asking         // what it is
	reading
	reviewing
	storing
	done
)

// Model is the screen.
type Model struct {
	desk *desk.Desk
	keys struct {
		nav    keys.Navigation
		prompt keys.Prompt
		form   keys.Form
		own    keys.Import
	}

	w, h  int
	step  step
	asked screen.Generation // of everything about a file that is answered later
	shown screen.Generation // of the folders

	browser *browser
	problem problem  // why the last file was not taken, shown over the browser
	dropped []string // files that were dropped together
	queue   []string // those of them still to import
	fates   []string // what became of the others, in their order

	path  string // of the file that was picked
	guess lists.Guess
	stop  func() // ends the look at a file
	form  form

	reading  *desk.Reading
	started  time.Time
	progress desk.ReadProgressMsg
	inferred bool // the process was tried from the guess already

	drafts  []lists.Draft
	table   *planner.TableDraft // instead of drafts: coordinates or notes
	summary []texts.ImportSummary
	loss    losses.Loss // what storing would take away
	review  widget.Scroll
	again   bool // the second question is put: a part of the list may be missing
}

// problem is a message that stays until the next try.
type problem struct {
	text, hint string
	details    []data.Problem // rows that could not be read
}

func (p problem) none() bool { return p.text == "" }

// New makes the screen.
func New(d *desk.Desk, _ screen.Page) screen.Screen {
	m := &Model{desk: d}
	m.keys.nav, m.keys.prompt, m.keys.form, m.keys.own = keys.NewNavigation(), keys.NewPrompt(), keys.NewForm(), keys.NewImport()
	m.browser = newBrowser(d.Styles)
	return m
}

// Init opens the folder where downloads usually are.
func (m *Model) Init() tea.Cmd {
	m.browser.loading = true
	return openFirst(m.shown.Next(), m.desk.Folders.Start)
}

// Update takes a message.
func (m *Model) Update(message tea.Msg) tea.Cmd {
	switch message := message.(type) {
	case tea.KeyMsg:
		return m.key(message)
	case tea.MouseMsg:
		return m.mouse(message)
	case msg.ImportMsg:
		return m.request(message.File)
	case msg.ReopenedMsg:
		// What was downloaded meanwhile must be there.
		if m.step == browsing && !m.browser.loading && m.browser.path != "" && len(m.queue) == 0 {
			return m.open(m.browser.path)
		}
	case folderMsg:
		return m.takeFolder(message)
	case pickedMsg:
		return m.takePicked(message)
	case desk.DetectedMsg:
		return m.takeGuess(message)
	case desk.ReadProgressMsg:
		return m.takeProgress(message)
	case desk.ReadMsg:
		return m.takeDrafts(message)
	case desk.ImportFailedMsg:
		if m.step == storing {
			m.step = reviewing
		}
	case agreedMsg:
		if m.step == reviewing {
			return m.keep()
		}
	case desk.ImportedMsg:
		m.finish()
	case desk.TakenBackMsg:
		if m.step == done {
			m.restart()
			return m.open(m.browser.path)
		}
	}
	return nil
}

// request answers ":importar [file]".
func (m *Model) request(file string) tea.Cmd {
	if m.step == done {
		m.restart()
	}
	switch {
	case file == "":
		return nil
	case file == texts.TakeBackWord:
		return m.desk.TakeBack()
	case m.step != browsing:
		return msg.Warn(texts.ImportBusy)
	}
	return m.pick(file, ".", m.browser.path)
}

// pick finds out what typed or dropped text names; relative paths are taken
// from each of the folders in turn.
func (m *Model) pick(text string, folders ...string) tea.Cmd {
	m.problem, m.dropped, m.queue, m.fates = problem{}, nil, nil, nil
	return pick(m.asked.Next(), text, m.desk.Folders.Home, folders...)
}

func (m *Model) takeFolder(f folderMsg) tea.Cmd {
	if !m.shown.Current(f.generation) {
		return nil
	}
	m.browser.loading = false
	if f.err != nil {
		m.problem = problem{text: f.err.Error()}
		return nil
	}
	m.browser.show(f)
	m.arrange()
	return nil
}

// takePicked looks at the first of the files that were named; the others wait.
func (m *Model) takePicked(p pickedMsg) tea.Cmd {
	switch {
	case !m.asked.Current(p.generation):
		return nil
	case p.tooMany:
		m.problem = problem{text: texts.ImportTooManyDropped(drop.Most)}
		return nil
	case len(p.files) == 0 || len(p.missing) > 0:
		m.problem = problem{text: texts.PathMissing(shown(strings.Join(p.missing, ", ")))}
		return nil
	case len(p.files) == 1 && p.files[0].Folder:
		return m.open(p.files[0].Path)
	}
	var files []string
	for _, f := range p.files {
		if !f.Folder {
			files = append(files, f.Path)
		}
	}
	if len(files) == 0 {
		m.problem = problem{text: texts.ImportOneFolder}
		return nil
	}
	m.dropped, m.queue = files, files[1:]
	return m.look(files[0])
}

// following goes on with the next of the files that were dropped together.
func (m *Model) following() tea.Cmd {
	next := m.queue[0]
	m.queue = m.queue[1:]
	return m.look(next)
}

// open shows a folder.
func (m *Model) open(path string) tea.Cmd {
	m.problem = problem{}
	m.browser.loading = true
	return openFirst(m.shown.Next(), []string{path})
}

// look finds out what a file is.
func (m *Model) look(path string) tea.Cmd {
	m.problem, m.path, m.step = problem{}, path, detecting
	ask, stop := m.desk.Detect(m.asked.Next(), path)
	m.stop = stop
	return ask
}

func (m *Model) takeGuess(g desk.DetectedMsg) tea.Cmd {
	if !m.asked.Current(g.Generation) || m.step != detecting {
		return nil
	}
	m.step = browsing
	switch {
	case importedPlan(g.Err):
		m.giveUp(problem{})
		return m.desk.OfferPlan(m.path)
	case g.Err != nil:
		m.giveUp(explain(g.Err))
	case g.Guess.Kind == lists.KindMerit:
		m.giveUp(problem{text: texts.ImportMeritIs, hint: texts.ImportMeritKeys})
	case planner.IsTable(g.Guess.Kind):
		m.guess = g.Guess
		return m.readAs(g.Guess.Kind, lists.Options{})
	default:
		m.guess, m.step = g.Guess, asking
		m.form = newForm(m.desk.Styles, &g.Guess, m.desk.Now().Year())
		m.problem = problem{text: g.Guess.Doubt}
	}
	return nil
}

// fate notes what became of one of several files.
func (m *Model) fate(what string) {
	if m.several() != "" {
		m.fates = append(m.fates, m.file()+": "+what)
	}
}

// giveUp leaves a file that was not taken, and offers the next one.
func (m *Model) giveUp(p problem) {
	m.step, m.problem = browsing, p
	if p.none() {
		m.fate(texts.ImportFateLeft)
	} else {
		m.fate(texts.ImportFateFailed(strings.TrimPrefix(p.text, m.file()+": ")))
	}
	m.offerNext()
}

// offerNext writes the next of the files that were dropped together where
// paths are typed, so that enter goes on with it.
func (m *Model) offerNext() {
	if len(m.queue) > 0 {
		m.browser.input.SetValue(m.queue[0])
		m.browser.narrow()
	}
}

// read reads the file as the form says.
func (m *Model) read() tea.Cmd {
	m.inferred = false
	return m.readAs(m.form.kind(), m.form.options())
}

func (m *Model) readAs(kind data.Kind, o lists.Options) tea.Cmd {
	m.problem, m.step = problem{}, reading
	m.progress, m.started = desk.ReadProgressMsg{}, m.desk.Now()
	m.reading = m.desk.Read(m.asked.Next(), kind, []string{m.path}, o)
	return m.reading.Next()
}

func (m *Model) takeProgress(p desk.ReadProgressMsg) tea.Cmd {
	if !m.asked.Current(p.Generation) || m.step != reading {
		return nil
	}
	m.progress = p
	return m.reading.Next()
}

func (m *Model) takeDrafts(r desk.ReadMsg) tea.Cmd {
	if !m.asked.Current(r.Generation) || m.step != reading {
		return nil
	}
	if r.Err != nil {
		return m.readFailed(r.Err)
	}
	if r.Adds {
		r.Swap()
	}
	m.drafts, m.table, m.step = r.Drafts, r.Table, reviewing
	m.summary, m.loss = summaries(r), r.Loss
	m.review, m.again = widget.Scroll{}, false
	m.arrange()
	return nil
}

// store stores what was reviewed. It asks again where that would take something
// away from the user.
func (m *Model) store() tea.Cmd {
	if why := m.desk.CannotImport(); why != "" {
		return msg.Warn(why)
	}
	if !m.loss.None() {
		question := texts.ImportLossAsk(m.file(), m.loss.Text())
		return m.desk.Post(msg.ConfirmMsg{Question: question, Yes: msg.Send(agreedMsg{})})
	}
	return m.keep()
}

// agreedMsg tells that the loss that an import brings is meant.
type agreedMsg struct{}

func (m *Model) keep() tea.Cmd {
	m.step = storing
	if m.table != nil {
		return m.desk.Import([]library.Item{m.table.Stamped(m.desk.Now())})
	}
	return m.desk.Import(planner.Items(m.drafts, m.desk.Now()))
}

// finish shows what was stored and lets the drafts go.
func (m *Model) finish() {
	if m.step != storing {
		return
	}
	m.step, m.drafts = done, nil
	m.fate(texts.ImportFateStored)
	m.arrange()
}

// restart goes back to the browser for another file.
func (m *Model) restart() {
	m.step, m.problem = browsing, problem{}
	m.drafts, m.table, m.summary, m.path = nil, nil, nil, ""
	m.browser.clear()
	m.arrange()
}

// file is the base name of the picked file, fit for the terminal.
func (m *Model) file() string { return shown(filepath.Base(m.path)) }

// several tells which of the files that were dropped together this is; empty
// for one alone.
func (m *Model) several() string {
	at := slices.Index(m.dropped, m.path)
	if len(m.dropped) < 2 || at < 0 {
		return ""
	}
	return texts.ImportOfSeveral(at+1, len(m.dropped))
}

// Typing tells that keys are text: for the filter of the browser or a field.
func (m *Model) Typing() bool { return m.step == browsing || m.step == asking }

// Back takes one step back. While keys are text the screen takes esc itself.
func (m *Model) Back() bool {
	switch m.step {
	case browsing:
		m.queue = nil
		return m.browser.clear()
	case detecting:
		m.asked.Next()
		m.stop()
		m.step = browsing
	case reading:
		m.asked.Next()
		m.reading.Stop()
		m.step = m.beforeReading()
		m.problem = problem{text: texts.ImportStopped}
	case asking:
		m.giveUp(problem{})
	case reviewing:
		if m.again {
			m.again = false
			return true
		}
		m.step, m.drafts, m.table = m.beforeReading(), nil, nil
	case storing: // there is no way back from here, and it takes a moment only
	case done:
		m.restart()
		return false
	}
	m.arrange()
	return true
}

// beforeReading is the step to go back to: coordinates and notes ask nothing.
func (m *Model) beforeReading() step {
	if planner.IsTable(m.guess.Kind) {
		return browsing
	}
	return asking
}
