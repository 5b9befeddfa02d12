// Package importing is the screen that brings a downloaded list, or a file of
// coordinates or notes, into the library: find the file, see what it is, read it, review, store. Nothing is
// stored before the review is accepted, and esc steps back from anywhere.
package importing

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/lists"
	"brujula/data/texts"
	"brujula/planner/session"
	"brujula/tui/bridge"
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
	correcting // what its columns are
	storing
	done
)

// Model is the screen.
type Model struct {
	desk *bridge.Desk
	keys struct {
		nav    keys.Navigation
		prompt keys.Prompt
		form   keys.Form
		own    keys.Import
	}

	w, h    int
	step    step
	asked   screen.Generation // of everything about a file that is answered later
	shown   screen.Generation // of the folders
	follows screen.Generation // of those of a path that is being typed

	browser *browser
	problem problem  // why the last file was not taken, shown over the browser
	dropped []string // files that were dropped together
	queue   []string // those of them still to import
	fates   []string // what became of the others, in their order

	path  string   // of the file that was picked
	mates []string // of the files that were dropped with it: those that can be read with it as one list
	guess lists.Guess
	stop  func() // ends the look at a file
	form  form
	said  said             // beside the form
	left  map[string]again // what was said of files that were left, by path

	reading  *session.Reading
	started  time.Time
	progress session.ReadProgress
	insists  bool // the kind is said, whatever the columns tell

	result  session.FilesRead // what was read, by the way in which it is to be stored
	good    again             // what was said when that was read
	settled bool              // that way is plain, or the user has said it
	summary []texts.ImportSummary
	before  string // how much was read before the last correction
	editor  *editor
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
func New(d *bridge.Desk, _ screen.Page) screen.Screen {
	m := &Model{desk: d, left: map[string]again{}}
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
	case session.Detected:
		return m.takeGuess(message)
	case matesMsg:
		m.takeMates(message)
	case session.ReadProgress:
		return m.takeProgress(message)
	case session.FilesRead:
		return m.takeDrafts(message)
	case session.ImportFailed:
		if m.step == storing {
			m.step = reviewing
		}
	case agreedMsg:
		if m.step == reviewing {
			return m.keep()
		}
	case session.Imported:
		m.finish()
	case session.TakenBack:
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
		return bridge.Cmd(m.desk.TakeBack())
	case m.step != browsing:
		return msg.Warn(texts.ImportBusy)
	}
	return m.pick(file, ".", m.browser.path)
}

func (m *Model) takeFolder(f folderMsg) tea.Cmd {
	if f.typed != "" {
		if m.follows.Current(f.generation) && m.browser.follows == f.typed && f.Err == nil {
			m.browser.showTyped(f)
		}
		return nil
	}
	if !m.shown.Current(f.generation) {
		return nil
	}
	m.browser.loading = false
	if f.Err != nil {
		m.problem = problem{text: texts.Spanish(f.Err)}
		return nil
	}
	m.browser.show(f)
	m.arrange()
	return nil
}

// restart goes back to the browser for another file.
func (m *Model) restart() {
	m.step, m.problem = browsing, problem{}
	m.result, m.summary, m.path, m.mates = session.FilesRead{}, nil, "", nil
	m.browser.clear()
	m.arrange()
}

// Typing reports that keys are text: for the filter of the browser or a field.
func (m *Model) Typing() bool { return m.step == browsing || m.step == asking || m.step == correcting }
