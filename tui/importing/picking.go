package importing

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/filename"
	"brujula/data/lists"
	"brujula/data/texts"
	"brujula/planner/imports"
	"brujula/planner/session"
	"brujula/tui/bridge"
	"brujula/tui/drop"
)

// pick finds out what typed or dropped text names; relative paths are taken
// from each of the folders in turn.
func (m *Model) pick(text string, folders ...string) tea.Cmd {
	m.problem, m.dropped, m.queue, m.fates = problem{}, nil, nil, nil
	return pick(m.asked.Next(), text, m.desk.Folders.Home, folders...)
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
		m.problem = problem{text: texts.PathMissing(filename.Clean(strings.Join(p.missing, ", ")))}
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
	m.mates, m.said, m.form, m.insists = nil, said{}, form{}, false
	m.result, m.summary, m.before = session.FilesRead{}, nil, ""
	ask, stop := m.desk.Detect(m.asked.Next(), path)
	m.stop = stop
	return bridge.Cmd(ask)
}

func (m *Model) takeGuess(g session.Detected) tea.Cmd {
	if !m.asked.Current(g.Generation) || m.step != detecting {
		return nil
	}
	m.step = browsing
	switch {
	case imports.IsPlan(g.Err):
		m.giveUp(problem{})
		return bridge.Cmd(m.desk.OfferPlan(m.path))
	case g.Fixable():
		m.prepare(&g.Guess)
		m.openEditor(explain(g.Err))
		return m.reread() // it may be that nothing else is missing
	case g.Err != nil:
		m.giveUp(explain(g.Err))
	case lists.IsSideTable(g.Guess.Kind):
		m.guess = g.Guess
		return m.readAs(g.Guess.Kind, lists.Options{})
	default:
		m.prepare(&g.Guess)
		m.step, m.problem = asking, problem{text: g.Guess.Doubt}
		if g.Guess.Kind == lists.KindMerit {
			m.problem = problem{text: texts.ImportMeritIs, hint: texts.ImportMeritKeys}
		}
		return m.lookAtMates()
	}
	return nil
}

// prepare makes the form for a file, with what was said of it before.
func (m *Model) prepare(g *lists.Guess) {
	m.guess = *g
	m.form = newForm(m.desk.Styles, g, m.desk.Now().Year())
	if g.Likely {
		m.said.headingRow = g.HeadingRow
	}
	m.restoreSaid()
}

// fate notes what became of one of several files.
func (m *Model) fate(what string) {
	if m.several() != "" {
		m.fates = append(m.fates, m.file()+": "+what)
	}
}

// giveUp leaves a file that was not taken, and offers the next one.
func (m *Model) giveUp(p problem) {
	m.keepSaid()
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

// file is the base name of the picked file, fit for the terminal.
func (m *Model) file() string { return filename.Shown(m.path) }

// shownBase is the base name of a file, fit for the terminal.
func shownBase(path string) string { return filename.Shown(path) }

// nextQueued is the next of the files that were dropped together and is not read
// with this one.
func (m *Model) nextQueued() string {
	for _, path := range m.queue {
		if !slices.Contains(m.together(), path) {
			return path
		}
	}
	return ""
}

// several reports which of the files that were dropped together this is; empty
// for one alone.
func (m *Model) several() string {
	at := slices.Index(m.dropped, m.path)
	if len(m.dropped) < 2 || at < 0 {
		return ""
	}
	return texts.ImportOfSeveral(at+1, len(m.dropped))
}
