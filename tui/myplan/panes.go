package myplan

import (
	"errors"
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/texts"
	"brujula/planner/advice"
	"brujula/planner/session"
	"brujula/planner/storage"
	"brujula/planner/suggest"
	"brujula/planner/workspace"
	"brujula/tui/bridge"
	"brujula/tui/keys"
	"brujula/tui/msg"
	"brujula/tui/screen"
	"brujula/tui/widget"
)

// pane is what has the keys.
type pane int

const (
	inTable    pane = iota
	inAdvice        // the advice under the table
	inVersions      // a menu over the table
	inCompare       // two versions in the place of the table
	inExport        // a menu over the table
	inWeights       // what makes plazas alike, in the place of the advice
)

// panes is the state of what opens over the table.
type panes struct {
	open   pane
	asked  screen.Generation
	scroll widget.Scroll

	advice   []advice.Advice
	alike    suggest.Result
	weights  *widget.Form
	advised  bool // advice has come
	advising screen.Generation
	of       *workspace.PlanView // that the advice is of
	at       int                 // piece of advice under the cursor
	versions []storage.PlanSummary
	menu     *widget.Menu
	compare  *workspace.PlanComparison
	changes  []workspace.PlanChange // of the comparison
	notes    bool                   // the own notes go with the export
}

// openVersions asks for the versions of the plan.
func (m *Model) openVersions() tea.Cmd {
	m.panes.open, m.panes.menu = inVersions, nil
	return bridge.Cmd(m.desk.Versions(m.panes.asked.Next()))
}

func (m *Model) takeVersions(v session.VersionsListed) tea.Cmd {
	if m.panes.open != inVersions || !m.panes.asked.Current(v.Generation) {
		return nil
	}
	m.panes.versions = v.Plans
	items := make([]widget.MenuItem, len(v.Plans))
	at := 0
	for i, p := range v.Plans {
		note := texts.PlanLines(p.Lines)
		if p.Err != "" {
			note = texts.VersionUnreadable
		}
		if p.Name == m.desk.Plan().Name {
			at, note = i, texts.VersionCurrent+" · "+note
		}
		items[i] = widget.MenuItem{Label: p.Name, Note: note, Reason: p.Err}
	}
	if m.panes.menu != nil {
		at = min(m.panes.menu.Cursor(), len(items)-1)
	}
	m.panes.menu = widget.NewMenu(m.desk.Styles, texts.VersionsTitle, items, at)
	return msg.Fail(v.Err)
}

// versionsKey picks, copies, renames, compares and drops versions.
func (m *Model) versionsKey(k tea.KeyMsg) tea.Cmd {
	p := &m.panes
	if p.menu == nil || len(p.versions) == 0 {
		p.open = inTable
		return nil
	}
	picked := p.versions[p.menu.Cursor()]
	own := keys.NewVersions()
	switch {
	case own.Copy.Matches(k):
		return m.askName(texts.VersionNewLabel, session.FreeName(p.versions), "", func(name string) tea.Cmd { return bridge.Cmd(m.desk.CopyPlan(name)) })
	case own.Name.Matches(k):
		return m.askName(texts.VersionNewName, m.desk.Plan().Name, m.desk.Plan().Name, func(name string) tea.Cmd { return bridge.Cmd(m.desk.RenamePlan(name)) })
	case own.Diff.Matches(k):
		return m.compareWith(picked.Name)
	case own.Drop.Matches(k):
		switch {
		case picked.Name != m.desk.Plan().Name:
		case len(p.versions) == 1:
			return msg.Warn(texts.PlanOnly(picked.Name))
		default:
			return msg.Warn(texts.PlanInUse)
		}
		return m.desk.Post(msg.ConfirmMsg{Question: texts.PlanDrop(picked.Name, picked.Lines), Yes: bridge.Cmd(m.desk.DropPlan(picked.Name))})
	case m.keys.own.Versions.Matches(k):
		p.open = inTable
		return nil
	}
	if moved := msg.Moved(k, own.Moved()); moved != nil {
		return moved
	}
	switch p.menu.Update(k, &m.keys.nav) {
	case widget.Cancelled:
		p.open = inTable
	case widget.Accepted:
		p.open = inTable
		return bridge.Cmd(m.desk.OpenPlan(p.versions[p.menu.Cursor()].Name))
	case widget.Open:
	}
	return nil
}

// mostName is the longest name of a version, so that it fits in the status
// line.
const mostName = 40

// compareWith compares the plan on the screen with the one picked. Where that
// is the same one, and there is just one other, that is meant.
func (m *Model) compareWith(picked string) tea.Cmd {
	p := &m.panes
	if here := m.desk.Plan().Name; picked == here {
		switch len(p.versions) {
		case 1:
			return msg.Warn(texts.PlanAlone(here))
		case 2:
			at := slices.IndexFunc(p.versions, func(v storage.PlanSummary) bool { return v.Name != here })
			picked = p.versions[at].Name
		}
	}
	return bridge.Cmd(m.desk.ComparePlan(p.asked.Next(), picked))
}

// askName asks for the name of a version, which no other may have; own is the
// name that may stay.
func (m *Model) askName(label, initial, own string, do func(string) tea.Cmd) tea.Cmd {
	taken := slices.Clone(m.panes.versions)
	return m.desk.Post(msg.PromptMsg{
		Label: label, Initial: initial,
		Check: func(text string) error {
			if n := len([]rune(strings.TrimSpace(text))); n == 0 || n > mostName {
				return errors.New(texts.PlanNameLength(mostName))
			}
			name := strings.TrimSpace(text)
			if name != own && slices.ContainsFunc(taken, func(v storage.PlanSummary) bool { return v.Name == name }) {
				return errors.New(texts.PlanNameTaken(name))
			}
			return nil
		},
		Accept: func(text string) tea.Cmd {
			m.panes.open = inTable
			return do(strings.TrimSpace(text))
		},
	})
}

func (m *Model) takeComparison(c session.PlansCompared) tea.Cmd {
	if !m.panes.asked.Current(c.Generation) {
		return nil
	}
	if c.Err != nil {
		return msg.Fail(c.Err)
	}
	m.panes.open, m.panes.compare, m.panes.changes = inCompare, c.Comparison, c.Comparison.Changes()
	m.panes.scroll.Top()
	return nil
}

// titled adds to a title which lines are in view; where all are, nothing.
func titled(title, position string) string {
	if position == "" {
		return title
	}
	return title + " · " + position
}
