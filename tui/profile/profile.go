// Package profile is the form in which applicants say who they are: process,
// profession, modality and ranks. No name, no document.
package profile

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/library"
	"brujula/data/names"
	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/planner/workspace"
	"brujula/tui/bridge"
	"brujula/tui/keys"
	"brujula/tui/layout"
	"brujula/tui/msg"
	"brujula/tui/screen"
	"brujula/tui/theme"
	"brujula/tui/widget"
)

// Model is the page.
type Model struct {
	desk *bridge.Desk
	keys keys.Form
	find keys.Binding

	lookup  *lookup              // nil unless the rank is being looked up
	lookups screen.Generation    // of all lookups, so that a closed one never answers a later one
	space   *workspace.Workspace // that the choices were taken from
	touched bool                 // the user has changed something
	filled  []string             // the answers as the profile has them
	kept    bool                 // what was written stands since esc, to be stored or dropped
	form    *widget.Form
	fields  fields
	scroll  widget.Scroll
	effect  effect
	w, h    int
}

// fields are the questions of the form; process is nil where there is only one.
type fields struct {
	process, profession, modality  *widget.Choice
	rank, rankEquivalente, passing *widget.Number
	span                           *widget.Text // of ranks, while the own one is not sure
	help                           []string     // by place in the form
}

// New makes the page.
func New(d *bridge.Desk, _ screen.Page) screen.Screen {
	m := &Model{desk: d, keys: keys.NewForm(), find: findRank()}
	m.fillForm()
	return m
}

// findRank looks the rank up in a list, from any field.
func findRank() keys.Binding {
	return keys.Binding{Binding: key.NewBinding(key.WithKeys("ctrl+o"), key.WithHelp("ctrl+o", texts.KeyLookup)), Tooltip: texts.TipLookup}
}

// Init asks what the profile as it stands means.
func (m *Model) Init() tea.Cmd { return m.tryOut() }

// fillForm makes the form anew of what is loaded and of the profile as it stands.
func (m *Model) fillForm() {
	st, p := m.desk.Styles, m.desk.Profile
	m.space, m.touched, m.kept = m.desk.Space, false, false
	f := fields{
		profession:      widget.NewChoice(texts.FieldProfession, m.space.Catalog.Values(catalog.DimProfession)).Alias(names.Professions().Spellings, names.Professions().Pick),
		modality:        widget.NewChoice(texts.FieldModality, modalities()),
		rank:            widget.NewNumber(st, texts.ProfileRank, 1, workspace.MostRank, true),
		rankEquivalente: widget.NewNumber(st, texts.ProfileRankEq, 1, workspace.MostRank, true),
		passing:         widget.NewNumber(st, texts.ProfilePasses, 1, workspace.MostRank, true),
	}
	var list []widget.Field
	add := func(field widget.Field, help string) {
		list = append(list, field)
		f.help = append(f.help, help)
	}
	if processes := m.processes(); len(processes) > 1 {
		f.process = widget.NewChoice(texts.FieldProcess, processes)
		f.process.Set(string(p.Process))
		add(f.process, texts.ProfileHelpProcess)
	}
	f.span = widget.NewText(st, texts.ProfileSpan, 13, true, func(text string) string {
		span, ok := workspace.ParseRankSpan(text)
		rank, known := f.rank.Int()
		switch {
		case !ok:
			return texts.ProfileBadSpan
		case known && !span.Holds(rank):
			return texts.ProfileSpanElsewhere(rank)
		}
		return ""
	})
	first := len(list)
	f.profession.Set(p.Profession)
	add(f.profession, texts.ProfileHelpProfession)
	if !f.modality.Set(string(p.Modality)) {
		f.modality.Set(string(data.Remunerada))
	}
	add(f.modality, texts.ProfileHelpModality)
	for _, n := range []struct {
		field *widget.Number
		value int
		help  string
	}{
		{f.rank, p.Rank, texts.ProfileHelpRank},
		{f.rankEquivalente, p.RankEquivalente, texts.ProfileHelpRankEq},
		{f.passing, p.PassesAhead, texts.ProfileHelpPasses},
	} {
		if n.value > 0 {
			n.field.Set(n.value)
		}
		add(n.field, n.help)
		if n.field == f.rank {
			f.span.Put(workspace.RankSpan{From: p.RankFrom, To: p.RankTo}.String())
			add(f.span, texts.ProfileHelpSpan)
		}
	}
	m.fields, m.form = f, widget.NewForm(st, list...)
	m.filled = m.written()
	m.form.Focus(first)
	m.scroll.Top()
}

// refill makes the form anew, with what the user has written so far as the new
// lists have it.
func (m *Model) refill() {
	old, filled, kept := m.form, m.filled, m.kept
	m.fillForm()
	for i, field := range old.Fields {
		at := slices.IndexFunc(m.form.Fields, func(f widget.Field) bool { return f.Label() == field.Label() })
		if at < 0 {
			continue
		}
		if i == old.Focused() {
			m.form.Focus(at)
		}
		if field.Value() != filled[i] {
			m.touched = true
			m.form.Fields[at].Put(field.Value())
		}
	}
	m.kept = kept && m.touched
}

// written returns the answers as they stand.
func (m *Model) written() []string {
	return data.Map(m.form.Fields, widget.Field.Value)
}

func modalities() []string {
	return data.Words(data.Modalities())
}

func (m *Model) processes() []string {
	return data.Words(m.space.Processes())
}

// Update takes a message. What the user is writing is not lost to news.
func (m *Model) Update(message tea.Msg) tea.Cmd {
	switch message := message.(type) {
	case msg.DataChangedMsg:
		switch {
		case !m.touched:
			m.fillForm()
		case m.space != m.desk.Space:
			m.refill()
		}
		m.effect.of = nil // of other lists or another model
		return m.tryOut()
	case effectMsg:
		m.takeEffect(message)
	case msg.ReopenedMsg:
		if m.kept {
			return msg.Warn(texts.ProfileKeptHere)
		}
	case standingMsg:
		m.takeStanding(message)
	case tea.KeyMsg:
		return m.key(message)
	case tea.MouseMsg:
		m.scroll.Mouse(message)
	}
	return nil
}

func (m *Model) key(k tea.KeyMsg) tea.Cmd {
	switch {
	case m.lookup != nil:
		return m.lookupKey(k)
	case m.find.Matches(k):
		m.openLookup()
		return nil
	case m.keys.SaveNow.Matches(k):
		return m.store()
	}
	switch m.form.Update(k) {
	case widget.Accepted:
		return m.store()
	case widget.Cancelled:
		return m.leave()
	case widget.Open:
		m.touched, m.kept = true, false
	}
	return m.tryOut()
}

// leave goes back without storing. What was written is kept for the next time,
// and dropped by a second esc that finds it as it was.
func (m *Model) leave() tea.Cmd {
	m.desk.Post(msg.BackMsg{})
	switch {
	case m.kept:
		m.fillForm()
		return msg.Say(texts.ProfileDropped)
	case slices.Equal(m.written(), m.filled):
		m.fillForm()
		return nil
	}
	m.kept = true
	return msg.Warn(texts.ProfileKept)
}

// store takes the answers, unless one is wrong: then the form goes to it.
func (m *Model) store() tea.Cmd {
	if fault := m.firstFault(); fault >= 0 {
		m.form.Focus(len(m.form.Fields) - 1)
		m.form.Update(tea.KeyMsg{Type: tea.KeyEnter}) // the form shows its faults when saving from the last field
		return nil
	}
	p, before := m.answers(), m.desk.Profile.Rank
	line := data.Line{Process: p.Process, Profession: p.Profession, Modality: p.Modality}
	national := line // the rank is of the line of remunerada
	national.Modality = data.Remunerada
	m.touched, m.kept = false, false
	cmds := []tea.Cmd{bridge.Cmd(m.desk.SetProfile(p)), m.desk.Post(msg.BackMsg{})}
	switch why := m.desk.Writable(); {
	case m.desk.Space.Demo:
		cmds = append(cmds, msg.Say(texts.ProfileSavedDemo))
	case why != nil:
		cmds = append(cmds, msg.Warn(texts.ProfileUnstored(why.Error())))
	case !slices.Contains(m.space.LinesOf(p.Process), line):
		cmds = append(cmds, msg.Warn(texts.ProfileNoLine(line)))
	default:
		cmds = append(cmds, bridge.Cmd(m.desk.WhenProfileSaved(strings.TrimSpace(texts.ProfileSaved+" "+m.space.RankDoubt(national, before, p.Rank)))))
	}
	return tea.Batch(cmds...)
}

func (m *Model) firstFault() int {
	return slices.IndexFunc(m.form.Fields, func(f widget.Field) bool { return f.Fault() != "" })
}

// answers returns the profile as the form has it; what the form does not ask
// stays as it was.
func (m *Model) answers() library.Profile {
	p := m.desk.Profile
	if m.fields.process != nil {
		p.Process = data.Process(m.fields.process.Value())
	} else {
		p.Process = m.space.Latest()
	}
	p.Profession, p.Modality = m.fields.profession.Value(), data.Modality(m.fields.modality.Value())
	p.Rank, _ = m.fields.rank.Int()
	span, _ := workspace.ParseRankSpan(m.fields.span.Value())
	p.RankFrom, p.RankTo = span.From, span.To
	if p.Rank == 0 && span.Known() {
		p.Rank = span.Middle()
	}
	p.RankEquivalente, _ = m.fields.rankEquivalente.Int()
	p.PassesAhead, _ = m.fields.passing.Int()
	return p
}

// formWidth is the widest that the form is drawn.
const formWidth = 84

// View draws the form in the upper left, scrolled to the field with the focus.
func (m *Model) View() string {
	if m.lookup != nil {
		return strings.Join(m.lookupLines(), "\n")
	}
	head, foot := m.arrange()
	all := slices.Concat(head, m.scroll.Lines(), foot)
	for i, line := range all {
		all[i] = " " + line
	}
	return strings.Join(layout.Block(all, m.w, m.h, m.desk.Styles.Glyphs.Ellipsis), "\n")
}

// arrange scrolls the form to the field with the focus, and gives what stands
// over and under it.
func (m *Model) arrange() (head, foot []string) {
	st := m.desk.Styles
	w := min(m.w-2, formWidth)
	if m.h >= roomyFrom {
		intro := texts.ProfileIntro
		if !m.desk.HasProfile() {
			intro = texts.ProfileFirstIntro
		}
		head = append(append([]string{""}, widget.Paragraph(intro, w)...), "")
	}
	foot = layout.Wrap(m.fields.help[m.form.Focused()], w)
	foot = st.Info.RenderAll(foot)
	told := m.effect.of != nil || m.effect.reach.Known // its line is kept, so that nothing jumps
	if told {
		foot = append([]string{m.effectLine()}, foot...)
	}
	if !told || m.h >= spaciousFrom { // in a low window that line parts as well
		foot = append([]string{""}, foot...)
	}

	lines := m.form.Lines(w)
	m.scroll.Resize(w, min(len(lines), max(1, m.h-len(head)-len(foot))))
	m.scroll.SetLines(lines)
	m.reveal(st, lines)
	return head, foot
}

// spaciousFrom is the height from which a blank line can stand over what the
// answers mean.
const spaciousFrom = 24

// roomyFrom is the height from which there is room for the introduction.
const roomyFrom = 18

// reveal brings the whole of the field with the focus into view, its first
// line at any rate.
func (m *Model) reveal(st *theme.Styles, lines []string) {
	at := slices.IndexFunc(lines, func(line string) bool { return strings.HasPrefix(line, st.Glyphs.Cursor) })
	if at < 0 {
		return
	}
	end := at
	for end+1 < len(lines) && strings.TrimSpace(lines[end+1]) != "" {
		end++
	}
	m.scroll.Reveal(end)
	m.scroll.Reveal(at)
}

// Status names the page and tells how much of the form is in view.
func (m *Model) Status() (left, right string) {
	if m.lookup != nil {
		return screen.Profile.Title(), ""
	}
	m.arrange()
	return screen.Profile.Title(), m.scroll.Position()
}

// Resize sets the room.
func (m *Model) Resize(w, h int) { m.w, m.h = w, h }

// Help lists the keys.
func (m *Model) Help() screen.Help {
	if m.lookup != nil {
		enter := m.keys.Save.As(texts.KeyLookupGo)
		if m.lookup.found != nil {
			enter = m.keys.Save.As(texts.KeyLookupTake)
		}
		return screen.Help{Footer: []keys.Binding{enter, m.keys.Next, m.keys.Cancel}, Scopes: []keys.Scope{m.keys.Scope()}}
	}
	return screen.Help{
		Footer: []keys.Binding{m.keys.Save.As(texts.ProfileKeyEnter), m.keys.SaveNow, m.keys.Cancel.As(texts.ProfileKeyEsc), m.find.As(texts.KeyLookupShort), m.keys.Next, m.keys.Choose},
		Scopes: []keys.Scope{m.keys.Scope(), {Name: screen.Profile.Title(), Bindings: []keys.Binding{m.keys.SaveNow, m.find}}},
	}
}

// Typing is always so: every key is for the form.
func (m *Model) Typing() bool { return true }

// Back has nothing to close; the form's own key leaves it.
func (m *Model) Back() bool { return false }
