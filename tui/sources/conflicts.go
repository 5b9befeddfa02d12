package sources

import (
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/conflicts"
	"brujula/planner/rulesheet"
	"brujula/tui/layout"
	"brujula/tui/msg"
	"brujula/tui/table"
	"brujula/tui/theme"
	"brujula/tui/widget"
)

// conflictList lists where the loaded lists contradict one another, one conflict a
// row, the current one whole under the table.
type conflictList struct {
	styles *theme.Styles
	book   *conflicts.Book
	rows   []int // of the book, those of the field
	fields []conflicts.Field
	field  conflicts.Field // "" for all
	table  *table.Model[int]
}

// conflictLines says in the pane how many there are, by datum.
func (m *Model) conflictLines(w int) []string {
	st := m.desk.Styles
	lines := []string{widget.Rule(st, texts.ConflictsTitle, w)}
	text := texts.ConflictsLooking
	if m.book != nil {
		text = texts.ConflictsNone
	}
	tallies := m.book.Count()
	if len(tallies) == 0 {
		return append(append(lines, layout.Wrap(text, w)...), "")
	}
	parts := data.Map(tallies, func(t conflicts.Tally) string { return texts.ConflictCount(string(t.Field), t.N) })
	lines = append(lines, layout.Wrap(strings.Join(parts, " · "), w)...)
	return append(append(lines, st.Muted.RenderAll(layout.Wrap(texts.ConflictsHint, w))...), "")
}

// openConflicts shows them one by one.
func (m *Model) openConflicts() {
	m.conflicts = newConflictList(m.desk.Styles)
	m.conflicts.resize(m.w, m.h)
	if m.book != nil {
		m.conflicts.takeBook(m.book)
	}
}

func newConflictList(st *theme.Styles) *conflictList {
	c := &conflictList{styles: st}
	c.table = table.New[int](st, []table.Column{
		{ID: "dato", Title: texts.ConflictColumnWhat, Min: 10, Ideal: 20, Priority: 1, Frozen: true},
		{ID: "quien", Title: texts.ConflictColumnOf, Min: 26, Ideal: 34, Max: 60, Priority: 1},
		{ID: "dicen", Title: texts.ConflictColumnSays, Min: 30, Ideal: 44, Max: 110, Priority: 1},
		{ID: "usa", Title: texts.ConflictColumnUsed, Min: 22, Ideal: 30, Priority: 2},
	})
	c.table.Focused = true
	c.table.Empty = texts.ConflictsLooking
	return c
}

func (c *conflictList) takeBook(book *conflicts.Book) {
	c.book, c.fields = book, nil
	for _, t := range book.Count() {
		c.fields = append(c.fields, t.Field)
	}
	c.table.Empty = texts.ConflictsNone
	c.filter("")
}

func (c *conflictList) filter(field conflicts.Field) {
	c.field, c.rows = field, nil
	for i := range c.book.Len() {
		if field == "" || c.book.FieldAt(i) == field {
			c.rows = append(c.rows, i)
		}
	}
	c.table.SetRows(disagreements{c.book, c.rows, c.styles.Glyphs.Differs})
}

// next goes round: all data, then each by itself.
func (c *conflictList) next() {
	for i, f := range c.fields {
		if f == c.field {
			if i+1 < len(c.fields) {
				c.filter(c.fields[i+1])
			} else {
				c.filter("")
			}
			return
		}
	}
	if len(c.fields) > 0 {
		c.filter(c.fields[0])
	}
}

func (c *conflictList) count() string {
	field := texts.ConflictAllFields
	if c.field != "" {
		field = texts.ConflictField(string(c.field))
	}
	return field + ": " + texts.ConflictsCount(len(c.rows), c.book.Len())
}

// disagreements is the table's view of the conflicts.
type disagreements struct {
	book    *conflicts.Book
	rows    []int
	differs string // the sign between two values
}

func (d disagreements) Len() int       { return len(d.rows) }
func (d disagreements) ID(row int) int { return d.rows[row] }
func (d disagreements) Cells(row int, out []string) {
	c := d.book.At(d.rows[row])
	sides := data.Map(c.Sides, func(s conflicts.Side) string { return s.Value })
	copy(out, []string{
		texts.ConflictField(string(c.Field)), conflictOf(&c), strings.Join(sides, " "+d.differs+" "), texts.ConflictUsed(string(c.Used)),
	})
}

func conflictOf(c *conflicts.Conflict) string {
	return texts.ConflictOf(c.Renipress, c.Establishment, c.Profession, c.Process, c.Modality)
}

// conflictDetail is the room for the whole of the current conflict: whose it
// is, two values with their places, what is used.
const conflictDetail = 6

func (c *conflictList) resize(w, h int) { c.table.Resize(w, max(0, h-conflictDetail-1)) }

func (c *conflictList) lines(w, h int) []string {
	out := append(c.table.Lines(), widget.Rule(c.styles, "", w))
	out = append(out, layout.Indent(c.detail(w-2))...)
	return out[:min(len(out), h)]
}

// detail writes the current conflict out, a value a line.
func (c *conflictList) detail(w int) []string {
	id, ok := c.table.Current()
	if !ok {
		return nil
	}
	one := c.book.At(id)
	lines := []string{layout.Cut(texts.ConflictField(string(one.Field))+" · "+conflictOf(&one), w, c.styles.Glyphs.Ellipsis)}
	for _, s := range one.Sides {
		lines = append(lines, layout.Wrap(c.styles.Glyphs.Bullet+" "+s.Text(), w)...)
	}
	return append(lines, layout.Wrap(texts.ConflictColumnUsed+": "+texts.ConflictUsed(string(one.Used)), w)...)
}

func (m *Model) conflictKey(k tea.KeyMsg) tea.Cmd {
	switch {
	case m.keys.own.Level.Matches(k):
		m.conflicts.next()
	case m.keys.own.Conflicts.Matches(k):
		m.conflicts = nil
	case m.keys.own.Copy.Matches(k):
		if id, ok := m.conflicts.table.Current(); ok {
			one := m.conflicts.book.At(id)
			text := texts.ConflictField(string(one.Field)) + " · " + conflictOf(&one) + ": " + one.Text()
			return msg.Send(msg.CopyMsg{Text: text, What: texts.ConflictCopied})
		}
	default:
		m.conflicts.table.Update(k, &m.keys.nav)
	}
	return nil
}

// openLinks tells where the official lists are published.
func (m *Model) openLinks() {
	m.links = &widget.Scroll{}
	m.layLinks()
}

func (m *Model) layLinks() {
	w := min(m.w-2, layout.ReadableWidth)
	lines := []string{""}
	for _, text := range rulesheet.LinkTexts(m.desk.Facts) {
		lines = append(lines, layout.Indent(layout.Wrap(text, w))...)
		lines = append(lines, "")
	}
	lines = append(lines, layout.Indent(m.desk.Styles.Muted.RenderAll(layout.Wrap(texts.LinksHint, w)))...)
	m.links.Resize(m.w, m.h)
	m.links.SetLines(lines)
}

func (m *Model) linksKey(k tea.KeyMsg) tea.Cmd {
	switch {
	case m.keys.own.Copy.Matches(k):
		return msg.Send(msg.CopyMsg{Text: strings.Join(rulesheet.LinkTexts(m.desk.Facts), "\n"), What: texts.LinksCopied})
	case m.keys.own.Links.Matches(k):
		m.links = nil
	default:
		m.links.Update(k, &m.keys.nav)
	}
	return nil
}
