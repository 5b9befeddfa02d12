package explore

import (
	"slices"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data/texts"
	"brujula/planner/browse"
	"brujula/planner/catalog"
	"brujula/planner/session"
	"brujula/planner/workspace"
	"brujula/tui/bridge"
	"brujula/tui/keys"
	"brujula/tui/msg"
	"brujula/tui/screen"
)

// Update takes a message. What the user may have changed is remembered.
func (m *Model) Update(message tea.Msg) tea.Cmd {
	cmd := tea.Batch(m.update(message), m.look())
	switch message.(type) {
	case tea.KeyMsg, tea.MouseMsg, msg.FilterMsg, msg.OrderMsg, nearMsg:
		return tea.Batch(cmd, bridge.Cmd(m.desk.Touched()))
	}
	return cmd
}

func (m *Model) update(message tea.Msg) tea.Cmd {
	switch message := message.(type) {
	case tea.KeyMsg:
		return m.following(func() tea.Cmd { return m.key(message) })
	case tea.MouseMsg:
		return m.following(func() tea.Cmd { return m.mouse(message) })
	case msg.DataChangedMsg:
		return m.reload()
	case msg.FilterMsg:
		return m.request(message)
	case msg.OrderMsg:
		return m.orderBy(message.Order)
	case sortedMsg:
		if m.sorting.Current(message.generation) && message.space == m.desk.Space {
			m.perm, m.sorted = message.perm, true
			return m.refilter()
		}
	case rankedMsg:
		if m.ranking.Current(message.generation) && message.space == m.desk.Space {
			m.takeRanked(message)
		}
	case knownMsg:
		return m.takeKnown(message)
	case nearMsg:
		return m.takeNear(message)
	case msg.NearMsg:
		return m.nearTo(message.Request)
	case msg.BackedMsg:
		return tea.Batch(m.sort(), m.look())
	case session.Restored:
		return m.restart()
	case previewMsg:
		m.preview.takePreview(message)
	}
	return nil
}

// takeRanked shows rows as they match the text. Of rows that only resemble it
// the panel counts these: what the text itself finds is nothing.
func (m *Model) takeRanked(r rankedMsg) {
	m.byMatch = true
	if r.read != nil {
		m.loose, m.read, m.selection = true, *r.read, r.read.Found
		m.facets.SetGroups(m.groups(r.read.Found))
	}
	m.show(r.rows, r.seats)
}

// reload follows what the desk now holds: other lists, another line, other
// chances.
func (m *Model) reload() tea.Cmd {
	if m.line != m.desk.Line() {
		m.setUpFilter()
		m.settled = false // another list is opened
	}
	m.letGo()
	first := m.awaitChances()
	lost := m.refit()
	m.setBase(m.filter.In[catalog.DimProcess]...)
	if !m.chosen {
		m.orders = m.desk.UsualOrder()
	}
	m.sorted = m.sorted && !first // their order is another
	var near tea.Cmd
	if m.near.Text != "" && m.near.Space != m.desk.Space { // measured in the lists before
		near = m.measure(m.near.Text, m.filter.DistanceMax)
	}
	m.find()
	return tea.Batch(m.sort(), m.rank(), m.look(), m.annotate(), near, lost)
}

func (m *Model) key(k tea.KeyMsg) tea.Cmd {
	switch m.focus {
	case inSearch:
		return m.searchKey(k)
	case inFrequencies:
		return m.frequencyKey(k)
	case inColumns:
		m.columnsKey(k)
		return nil
	case inFacets:
		if m.keys.facets.Open.Matches(k) || k.String() == "tab" {
			m.leaveFacets()
			return nil
		}
		if m.keys.search.Start.Matches(k) {
			m.leaveFacets()
			m.startSearch()
			return nil
		}
		return m.facetKey(k)
	case inTable:
	}
	return m.tableKey(k)
}

// action is a key of the table with what it does.
type action struct {
	binding keys.Binding
	do      func() tea.Cmd
}

func (m *Model) actions() []action {
	t, now := &m.keys.table, func(f func()) func() tea.Cmd { return func() tea.Cmd { f(); return nil } }
	return []action{
		{m.keys.search.Start, now(m.startSearch)},
		{m.keys.search.Next, func() tea.Cmd { m.table.Move(1); return m.look() }},
		{m.keys.search.Prev, func() tea.Cmd { m.table.Move(-1); return m.look() }},
		{m.keys.facets.Open, now(m.enterFacets)},
		{m.keys.facets.Reset, m.reset},
		{t.Star, m.star},
		{m.keys.own.Undo, func() tea.Cmd { return bridge.Cmd(m.desk.Undo()) }},
		{t.Open, m.toCard},
		{t.Preview, m.togglePreview},
		{t.SortUp, func() tea.Cmd { return m.sortByColumn(false) }},
		{t.SortDown, func() tea.Cmd { return m.sortByColumn(true) }},
		{t.SortReset, m.defaultOrder},
		{t.LikeThis, m.likeThis},
		{t.Frequencies, m.openFrequencies},
		{t.HideColumn, m.hideColumn},
		{t.Columns, func() tea.Cmd { m.openColumns(); return nil }},
		{t.Copy, m.copy},
		{m.keys.own.OtherModality, m.otherModality},
		{m.keys.own.Compare, func() tea.Cmd { id, _ := m.table.Current(); return bridge.Cmd(m.desk.Compare(id)) }},
		{m.keys.lists.Import, func() tea.Cmd { return m.desk.Go(screen.Import, "") }},
		{m.keys.own.Neighbours, func() tea.Cmd { return m.desk.Go(screen.Neighbours, "") }},
		{m.keys.own.Near, m.toggleNear},
	}
}

func (m *Model) tableKey(k tea.KeyMsg) tea.Cmd {
	if k.String() == "tab" {
		m.enterFacets()
		return nil
	}
	for _, a := range m.actions() {
		if a.binding.Matches(k) {
			return a.do()
		}
	}
	if m.table.Update(k, &m.keys.nav) {
		return m.look()
	}
	return msg.Moved(k, m.keys.own.Moved())
}

func (m *Model) startSearch() {
	m.before = m.filter.Text
	m.search.Offer(m.filter.Text)
	m.focus = inSearch
	m.sought = sought{held: m.settled}
	m.sought.plaza, _ = m.table.Chosen()
}

// searchKey narrows with each key. Enter keeps the text, esc gives back the
// one before; the arrows move in the results meanwhile.
func (m *Model) searchKey(k tea.KeyMsg) tea.Cmd {
	switch {
	case m.keys.prompt.Accept.Matches(k):
		m.focus = inTable
		m.settled = m.settled || m.filter.Text != "" && len(m.rows) > 0 // the match is what was looked for
		return nil
	case m.keys.prompt.Cancel.Matches(k):
		return m.giveUpSearch()
	case k.Type == tea.KeyUp || k.Type == tea.KeyDown || k.Type == tea.KeyPgUp || k.Type == tea.KeyPgDown:
		m.table.Update(k, &m.keys.nav)
		m.sought.plaza, m.sought.held = m.table.Current()
		m.sought.on = false
		return m.look()
	}
	if !m.search.Update(k) {
		return nil
	}
	m.filter.Text, m.sought.on = m.search.Value(), true
	return m.refilter()
}

// giveUpSearch brings back the text before, and the cursor to where it was.
func (m *Model) giveUpSearch() tea.Cmd {
	m.focus, m.sought.on = inTable, false
	if m.filter.Text == m.before {
		return nil
	}
	m.filter.Text = m.before
	cmd := m.refilter()
	if m.sought.held && m.table.Select(m.sought.plaza) {
		m.settled = true
	}
	return cmd
}

// star puts the plaza under the cursor in the plan, or takes it out, and steps
// on to the next, as marking does in other programs with lists.
func (m *Model) star() tea.Cmd {
	id, ok := m.table.Current()
	if !ok {
		return nil
	}
	cmd := bridge.Cmd(m.desk.ToggleStar(id))
	if m.desk.Locked != "" {
		return cmd
	}
	m.table.Move(1)
	return tea.Batch(cmd, m.look())
}

func (m *Model) currentField() (field, bool) {
	c, ok := m.table.Column()
	if !ok {
		return field{}, false
	}
	at := slices.IndexFunc(shownFields, func(f field) bool { return f.ID == c.ID })
	return shownFields[at], true
}

// likeThis filters by the value under the cursor.
func (m *Model) likeThis() tea.Cmd {
	f, ok := m.currentField()
	_, row, found := m.current()
	if !ok || !found || !f.hasDim {
		return msg.Warn(texts.CannotFilterByColumn)
	}
	values := m.values(row, f.dim)
	if len(values) == 0 {
		return msg.Warn(texts.CannotFilterByColumn)
	}
	m.filter.Set(f.dim, values...)
	return m.refilter()
}

func (m *Model) hideColumn() tea.Cmd {
	if c, ok := m.table.Column(); ok {
		m.table.Hide(c.ID, true)
		return msg.Say(texts.ColumnHidden(c.Title))
	}
	return nil
}

func (m *Model) copy() tea.Cmd {
	p, row, ok := m.current()
	if !ok {
		return nil
	}
	chance := m.desk.Fate(p.PlazaID).Short()
	if est, known := m.desk.Est.Of(m.desk.Space, row); known && chance == "" {
		chance = texts.Percent(est.Chance)
	}
	return msg.Send(msg.CopyMsg{Text: texts.PlazaLine(p, chance), What: p.Establishment})
}

// otherModality looks at the same filter in the other modality.
func (m *Model) otherModality() tea.Cmd {
	other := browse.OtherOf(m.desk.Space, &m.filter)
	switch {
	case other.Modality == "":
		return msg.Warn(texts.NoOtherModality)
	case !other.Loaded:
		return msg.Warn(texts.OtherNotLoaded(string(other.Process), other.Modality, keys.NewSources().Import.Help().Key))
	}
	m.filter.Set(catalog.DimModality, string(other.Modality))
	return m.refilter()
}

// request filters in the words of the flags.
func (m *Model) request(f msg.FilterMsg) tea.Cmd {
	switch f.Key {
	case "":
		return m.reset()
	case workspace.KeyMaxKm:
		return m.maxKm(f.Value)
	}
	next, err := m.desk.Space.Refine(m.filter, f.Key, f.Value)
	if err != nil {
		return msg.Warn(workspace.RequestText(err))
	}
	m.filter = next
	d, _ := catalog.DimOf(f.Key)
	return tea.Batch(m.refilter(), m.sayOfNotes(d))
}

// Help lists the keys of the part that has the focus.
func (m *Model) Help() screen.Help {
	t, f := &m.keys.table, &m.keys.facets
	switch m.focus {
	case inFrequencies:
		return screen.Help{
			Footer: []keys.Binding{t.Open.As(texts.KeyFilterByThis), t.Frequencies.As(texts.KeyBack)},
			Scopes: []keys.Scope{t.Scope()},
		}
	case inFacets:
		return screen.Help{
			Footer: []keys.Binding{f.Toggle, f.Only, f.Fold, f.Clear, f.Reset, f.Open},
			Scopes: []keys.Scope{f.Scope()},
		}
	case inColumns:
		return screen.Help{
			Footer: []keys.Binding{f.Toggle.As(texts.KeyColumnToggle), keys.NewGlobal().Back.As(texts.KeyBack)}, Scopes: []keys.Scope{t.Scope()},
		}
	case inSearch:
		return screen.Help{Footer: []keys.Binding{m.keys.prompt.Accept, m.keys.prompt.Cancel}, Scopes: []keys.Scope{m.keys.prompt.Scope()}}
	case inTable:
	}
	own, lists := m.keys.own, m.keys.lists.Import
	var first []keys.Binding
	if m.desk.Space.Demo { // what to do next comes first
		first = append(first, lists)
	}
	scopes := []keys.Scope{m.keys.search.Scope(), t.Scope(), f.Scope(), own.Scope().With(lists), keys.BandSigns()}
	if m.known.Marks.Known() {
		scopes = append(scopes, keys.ChangeSigns())
	}
	return screen.Help{
		Footer: keys.Usable(m.desk.OnlyLooks(), append(first,
			m.keys.search.Start, f.Open, t.Star.As(texts.KeyToPlanShort), t.Open, own.Compare.As(texts.KeyCompareShort), keys.NewGlobal().Plan.As(texts.KeyPlanShort),
			keys.NewGlobal().RankLess.For("< >", texts.KeyRankShort), own.OtherModality.As(texts.KeyModalityShort), t.SortUp.For(t.SortUp.Help().Key+" "+t.SortDown.Help().Key, texts.KeySortShort), t.LikeThis.As(texts.KeyLikeThis), t.Frequencies, t.Preview,
		), t.Star),
		Scopes: scopes,
	}
}
