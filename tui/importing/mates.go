package importing

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/lists"
	"brujula/data/texts"
	"brujula/planner/session"
	"brujula/tui/bridge"
)

// matesMsg tells which of the files that were dropped together hold lists of the
// same kind as the first: they may be parts of one list.
type matesMsg struct {
	generation uint64
	files      []string
	guesses    []lists.Guess
}

// lookAtMates looks at the files that were dropped with the one that is asked
// about.
func (m *Model) lookAtMates() tea.Cmd {
	if len(m.queue) == 0 || m.guess.Kind != data.KindOffer && m.guess.Kind != data.KindAdjudication {
		return nil
	}
	kind, files := m.guess.Kind, slices.Clone(m.queue)
	var asks []tea.Cmd
	for _, file := range files {
		ask, _ := m.desk.Detect(0, file)
		asks = append(asks, bridge.Cmd(ask))
	}
	generation := m.asked.Next()
	return func() tea.Msg {
		found := matesMsg{generation: generation}
		for i, ask := range asks {
			if g, ok := ask().(session.Detected); ok && g.Err == nil && g.Guess.Kind == kind {
				found.files = append(found.files, files[i])
				found.guesses = append(found.guesses, g.Guess)
			}
		}
		return found
	}
}

// takeMates asks whether the files are one list.
func (m *Model) takeMates(found matesMsg) {
	if !m.asked.Current(found.generation) || m.step != asking || len(found.files) == 0 {
		return
	}
	m.mates = found.files
	for i := range found.guesses {
		m.guess.Processes = union(m.guess.Processes, found.guesses[i].Processes)
		m.guess.Modalities = union(m.guess.Modalities, found.guesses[i].Modalities)
	}
	focus := m.form.Focused()
	m.form = newForm(m.desk.Styles, &m.guess, m.desk.Now().Year())
	m.form.askTogether(len(m.mates) + 1)
	m.restoreSaid()
	if m.form.open() == len(m.form.Fields)-1 {
		focus = m.form.open()
	}
	m.form.Focus(focus)
}

func union[T comparable](a, b []T) []T {
	out := slices.Clone(a)
	for _, v := range b {
		if !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}

// together are the files that are read with the picked one as one list.
func (m *Model) together() []string {
	if m.form.Form == nil || !m.form.together() {
		return nil
	}
	return m.mates
}

// paths are the files that are read.
func (m *Model) paths() []string { return append([]string{m.path}, m.together()...) }

// files names them.
func (m *Model) files() string {
	names := data.Map(m.paths(), shownBase)
	return strings.Join(names, texts.ImportAnd)
}
