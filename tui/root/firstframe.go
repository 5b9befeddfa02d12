package root

import (
	"time"

	tea "github.com/charmbracelet/bubbletea"
)

// FrameFirst holds back the work that a model asks for at its start until its
// first frame is on the screen: loading the other lists, indexes and chances
// take both processors, and the frame would wait for its turn among them.
func FrameFirst(inner tea.Model) tea.Model { return &frameFirst{Model: inner} }

type frameFirst struct {
	tea.Model
	work  tea.Cmd // nil once it was let go
	sized bool
}

// releaseMsg lets the work begin.
type releaseMsg struct{}

const (
	// untilDrawn is the time from the first View to its output, which begins at once.
	untilDrawn = 3 * time.Millisecond
	// unsized is when work begins in a terminal that does not tell its size.
	unsized = 200 * time.Millisecond
)

// Init implements tea.Model.
func (f *frameFirst) Init() tea.Cmd {
	f.work = f.Model.Init()
	return releaseAfter(unsized)
}

// Update implements tea.Model.
func (f *frameFirst) Update(m tea.Msg) (tea.Model, tea.Cmd) {
	if _, ok := m.(releaseMsg); ok {
		work := f.work
		f.work = nil
		return f, work
	}
	inner, cmd := f.Model.Update(m)
	f.Model = inner
	if _, ok := m.(tea.WindowSizeMsg); ok && !f.sized {
		f.sized = true
		cmd = tea.Batch(cmd, releaseAfter(untilDrawn))
	}
	return f, cmd
}

func releaseAfter(d time.Duration) tea.Cmd {
	return tea.Tick(d, func(time.Time) tea.Msg { return releaseMsg{} })
}
