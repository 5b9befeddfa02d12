package sources

import (
	"context"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/prior"
	"brujula/data/texts"
	"brujula/data/together"
	"brujula/planner/workspace"
	"brujula/tui/layout"
	"brujula/tui/msg"
	"brujula/tui/screen"
	"brujula/tui/widget"
)

// scores is how right the model was: measured on the loaded lists, or the
// figures that ship, which are labelled so.
type scores struct {
	all     []prior.Scores
	own     bool // measured on the loaded lists
	running bool
	done    int
	total   int
	failed  string
	asked   screen.Generation
	of      *workspace.Workspace // that is being measured or was
	stop    context.CancelFunc   // of the measurement on its way; may be nil
}

// scoresMsg brings the figures, or how far their measurement is.
type scoresMsg struct {
	generation  uint64
	done, total int
	steps       <-chan scoresMsg // of a measurement on its way; nil at its end
	all         []prior.Scores
	own         bool
	err         error
	fault       error // a panic of the measurement
}

// recall asks for the figures that were measured before, else for those that
// ship. A measurement on its way goes on while the lists are the same.
func (m *Model) recall() tea.Cmd {
	s, space, lib := &m.scores, m.desk.Space, m.desk.Lib
	if s.of == space {
		return nil
	}
	if s.stop != nil {
		s.stop()
	}
	*s = scores{of: space, asked: s.asked}
	generation := s.asked.Next()
	return func() tea.Msg {
		if all, ok := space.CachedScores(lib); ok {
			return scoresMsg{generation: generation, all: all, own: true}
		}
		all, err := prior.ShippedScores()
		return scoresMsg{generation: generation, all: all, err: err}
	}
}

// evaluate measures on the loaded lists, in the background.
func (m *Model) evaluate() tea.Cmd {
	s, space, lib := &m.scores, m.desk.Space, m.desk.Lib
	switch {
	case s.running:
		return nil
	case len(space.Past()) == 0:
		return msg.Say(texts.NothingToScore)
	}
	ctx, cancel := context.WithCancel(m.desk.Context())
	s.running, s.done, s.total, s.failed, s.stop = true, 0, 0, "", cancel
	generation := s.asked.Next()
	m.relay()
	return func() tea.Msg {
		steps := make(chan scoresMsg, 1)
		go func() {
			defer close(steps) // who still waits for a step of a stopped measurement is let go
			defer cancel()
			end := scoresMsg{generation: generation, own: true}
			end.fault = together.Catch(func() {
				end.all, end.err = space.Evaluate(ctx, lib, func(done, total int) {
					select {
					case steps <- scoresMsg{generation: generation, done: done, total: total, steps: steps}:
					case <-ctx.Done():
					}
				})
			})
			select {
			case steps <- end:
			case <-ctx.Done():
			}
		}()
		select {
		case first := <-steps:
			return first
		case <-ctx.Done():
			return nil
		}
	}
}

func (m *Model) takeScores(message scoresMsg) tea.Cmd {
	s := &m.scores
	if message.fault != nil {
		panic(message.fault) // here Bubble Tea restores the terminal
	}
	if !s.asked.Current(message.generation) {
		return nil // stopped: the one who measures sees that too
	}
	if message.steps != nil {
		s.done, s.total = message.done, message.total
		m.relay()
		return func() tea.Msg { return <-message.steps }
	}
	s.running, s.stop = false, nil
	switch {
	case message.err != nil:
		s.failed = texts.Spanish(message.err)
	default:
		s.all, s.own = message.all, message.own
	}
	m.relay()
	return nil
}

// relay lays the pane out anew where it stands.
func (m *Model) relay() {
	m.shownOf = ""
	m.arrange()
}

// scoresPlot is the size of the reliability plot.
const (
	scoresPlotWidth  = 46
	scoresPlotHeight = 11
)

// scoreLines says how right the model was, for each modality that was tested.
func (m *Model) scoreLines(w int) []string {
	st, s := m.desk.Styles, &m.scores
	lines := []string{widget.Rule(st, texts.ScoresTitle, w)}
	add := func(text string) { lines = append(lines, layout.Wrap(text, w)...) }
	switch {
	case s.running:
		add(texts.ScoresRunning)
		if s.total > 0 {
			lines = append(lines, widget.Progress(st, texts.KeyScores, s.done, s.total, w))
		}
	case s.failed != "":
		add(texts.ScoresFailed + s.failed)
	}
	whose := "" // lists the figures are of
	switch {
	case m.desk.Space.Demo && !s.own:
		if !s.running {
			add(texts.ScoresNone)
		}
		return append(lines, "") // the figures that ship are not of the made-up lists
	case m.desk.Space.Demo:
		whose = texts.ScoresDemo
	case s.own:
		whose = texts.ScoresOwn
	case len(s.all) > 0:
		whose = texts.ScoresShipped
	case s.running:
	case m.desk.Space.HasPast():
		add(texts.ScoresNone)
	default:
		add(texts.NothingToScore)
	}
	for i := range s.all {
		if one := &s.all[i]; s.own || (one.Model == prior.Alone) == !m.desk.Space.HasPast() {
			lines = append(lines, m.oneScore(one, whose, w)...)
			whose = ""
		}
	}
	return lines
}

// oneScore says of one modality how often what was said came true, and of whose lists
// where that is told; draws it, and then gives the table and the doubts.
func (m *Model) oneScore(s *prior.Scores, whose string, w int) []string {
	st := m.desk.Styles
	var lines []string
	if b, ok := s.Telling(); ok {
		lines = append(lines, st.Strong.RenderAll(layout.Wrap(texts.ScoresKept(b.From, b.To, b.Frequency, b.N, s.Process, s.TrainedOn), w))...)
	}
	if whose != "" {
		lines = append(lines, layout.Wrap(whose, w)...)
	}
	lines = append(lines, layout.Wrap(texts.ScoresPlot, w)...)
	var bins []widget.Bin
	for _, b := range s.Bins {
		bins = append(bins, widget.Bin{Predicted: b.Mean, Observed: b.Frequency, Lo: b.Frequency, Hi: b.Frequency, Count: b.N})
	}
	lines = append(lines, widget.Reliability(st, bins, min(w, scoresPlotWidth), scoresPlotHeight)...)
	how := texts.ScoresHead(s.Model == prior.Alone, s.Process, s.Modality, len(s.Seeds), s.TrainedOn, s.MarksOnly())
	lines = append(lines, st.Muted.RenderAll(layout.Wrap(how, w))...)
	rows := [][]string{texts.ScoresHeading()}
	for _, l := range s.Lines {
		if l.Seats >= prior.BinCases {
			rows = append(rows, texts.ScoresRow(l.Profession, l.Seats, l.Brier, l.Constant, l.Coverage))
		}
	}
	for i, line := range columnsOf(rows) {
		if i == 0 {
			line = st.Header.Render(line)
		}
		lines = append(lines, line)
	}
	if text := outside(s); text != "" {
		lines = append(lines, st.Muted.RenderAll(layout.Wrap(text, w))...)
	}
	return append(append(lines, st.Muted.RenderAll(layout.Wrap(texts.ScoresAstray(s.Astray, s.Checked), w))...), "")
}

// Bounds of the share of plazas that should go within "when it goes" (planner/availability/README.md).
const (
	coverageLeast = 0.77
	coverageMost  = 0.83
)

// outside says where "when it goes" held less or more often than it should.
func outside(s *prior.Scores) string {
	var named []string
	small := 0
	for _, l := range s.Lines {
		switch {
		case l.Coverage == nil || *l.Coverage >= coverageLeast && *l.Coverage <= coverageMost:
		case l.Seats < prior.BinCases:
			small++
		default:
			row := texts.ScoresRow(l.Profession, l.Seats, l.Brier, l.Constant, l.Coverage)
			named = append(named, l.Profession+" "+row[len(row)-1])
		}
	}
	return texts.ScoresOutside(named, small)
}

// columnsOf sets rows in columns: words on the left, figures on the right.
func columnsOf(rows [][]string) []string {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], layout.Width(cell))
		}
	}
	out := make([]string, len(rows))
	for r, row := range rows {
		for i, cell := range row {
			align := layout.Right
			if i == 0 {
				align = layout.Left
			} else {
				out[r] += "  "
			}
			out[r] += layout.Fit(cell, widths[i], align, "")
		}
	}
	return out
}
