package turn

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/catalog"
	act "brujula/planner/turn"
	"brujula/tui/bridge"
	"brujula/tui/msg"
	"brujula/tui/screen"
)

// finder is the live list of matches while letters are typed. It keeps plazas
// and not rows: a list that is imported meanwhile gives the rows other plazas.
type finder struct {
	plazas []data.PlazaID
	cursor int
	loose  bool // they only resemble the letters
	asked  screen.Generation
}

// similarMsg brings what resembles letters that nothing holds.
type similarMsg struct {
	generation uint64
	plazas     []data.PlazaID
}

func (f *finder) set(plazas []data.PlazaID) {
	f.asked.Next()
	f.plazas, f.cursor, f.loose = plazas, 0, false
}

// chosen returns the plaza under the cursor.
func (f *finder) chosen() (id data.PlazaID, ok bool) {
	if f.cursor >= len(f.plazas) {
		return data.PlazaID{}, false
	}
	return f.plazas[f.cursor], true
}

func idsOf(c *catalog.Catalog, rows []int) []data.PlazaID {
	return data.Map(rows, func(row int) data.PlazaID { return c.Plaza(row).PlazaID })
}

func (f *finder) setSimilar(m similarMsg) {
	if f.asked.Current(m.generation) {
		f.plazas, f.cursor, f.loose = m.plazas, 0, len(m.plazas) > 0
	}
}

func (f *finder) move(by int) {
	f.cursor = min(max(f.cursor+by, 0), max(0, len(f.plazas)-1))
}

// search opens the list of matches.
func (m *Model) search(to mode) tea.Cmd {
	if no, ok := m.may(to.kind()); !ok {
		return no
	}
	m.mode = to
	m.input.SetValue("")
	return m.find()
}

// find lists what the letters mean at once, since enter may follow the last
// letter within a blink; only what merely resembles them comes later.
func (m *Model) find() tea.Cmd {
	view := m.desk.Turn().LineView()
	if view == nil {
		m.found.set(nil)
		return nil
	}
	c, text := m.desk.Space.Catalog, m.input.Value()
	rows := act.Meant(c, view.Rows, text, m.desk.Plan().Has, m.desk.Turn().State().Gone, m.mode == releasing)
	m.found.set(idsOf(c, rows))
	if len(rows) > 0 || m.mode == releasing {
		return nil
	}
	generation, line := m.found.asked.Next(), m.desk.Turn().Line()
	return func() tea.Msg { return similarMsg{generation, idsOf(c, act.FindSimilar(c, line, text))} }
}

// refind looks again in what is loaded now, with the cursor on the same plaza.
// Where that one is gone the search closes, so that enter crosses out no other.
func (m *Model) refind() tea.Cmd {
	if m.mode != crossing && m.mode != releasing && m.mode != taking {
		return nil
	}
	before, had := m.found.chosen()
	loose := m.found.loose
	if m.desk.Turn().Line() != m.desk.Line() || m.mode != taking && m.desk.Turn().Ready() && !m.desk.Turn().State().Started {
		m.mode = looking // the act of another line
		return nil
	}
	cmd := m.find()
	if at := slices.Index(m.found.plazas, before); at >= 0 {
		m.found.cursor = at
		return cmd
	}
	if had && !loose {
		m.mode = looking
		return tea.Batch(cmd, msg.Warn(texts.TurnFoundGone))
	}
	return cmd
}

func (m *Model) searchKey(k tea.KeyMsg) tea.Cmd {
	switch {
	case m.keys.prompt.Cancel.Matches(k):
		m.mode = looking
		return nil
	case m.keys.prompt.Accept.Matches(k):
		return m.chooseFound(false)
	case k.Type == tea.KeyTab && m.mode == crossing:
		return m.chooseFound(true)
	case m.keys.prompt.Prev.Matches(k):
		m.found.move(-1)
		return nil
	case m.keys.prompt.Next.Matches(k):
		m.found.move(1)
		return nil
	case k.Type == tea.KeyPgUp:
		m.found.move(-max(1, m.h-4))
		return nil
	case k.Type == tea.KeyPgDown:
		m.found.move(max(1, m.h-4))
		return nil
	}
	if !m.input.Update(k) {
		return nil
	}
	return m.find()
}

// chooseFound crosses out or releases one seat of the plaza under the cursor.
// Without a letter typed enter does nothing: it would take whatever stands
// first.
func (m *Model) chooseFound(late bool) tea.Cmd {
	p, ok := m.found.chosen()
	if !ok || m.mode != releasing && m.input.Value() == "" && m.found.cursor == 0 {
		return nil
	}
	mode := m.mode
	m.mode = looking
	switch {
	case mode == taking:
		return m.askTake(p.Renipress)
	case mode == crossing && !late && m.desk.Turn().MyTurn():
		return m.askWho(p.Renipress)
	}
	e := act.Event{Kind: act.Cross, Renipress: p.Renipress, Late: late}
	if mode == releasing {
		e = act.Event{Kind: act.Release, Renipress: p.Renipress}
	}
	if late || e.Kind == act.Release {
		return bridge.Cmd(m.desk.Turn().Do(e))
	}
	return m.moveOn(e)
}
