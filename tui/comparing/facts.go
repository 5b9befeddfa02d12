package comparing

import (
	"slices"
	"strings"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/availability"
	"brujula/planner/card"
	"brujula/planner/risk"
	"brujula/planner/workspace"
	"brujula/tui/curve"
)

// column is one plaza with what is drawn of it beside the lines.
type column struct {
	id    data.PlazaID
	name  string
	band  availability.Band
	curve curve.Sampled
}

// group is some lines under one title.
type group struct {
	title string
	rows  []row
}

// row is one line of the comparison: what it tells of each column.
type row struct {
	label  string
	values []string
	// provenance tells where something is written: it is another for each plaza
	// and no difference.
	provenance bool
}

// differs tells whether the columns do not all say the same.
func (r *row) differs() bool {
	return !r.provenance && slices.ContainsFunc(r.values, func(v string) bool { return v != r.values[0] })
}

// otherThan lists the columns that say something else than one of them.
func (r *row) otherThan(column int) (letters []string) {
	for i, v := range r.values {
		if v != r.values[column] {
			letters = append(letters, texts.SideLetter(i))
		}
	}
	return letters
}

// facts is everything that is known of the plazas side by side.
type facts struct {
	columns []column
	groups  []group
	versus  []workspace.Versus
}

// count tells in how many lines the columns differ, of how many.
func (f *facts) count() (differ, lines int) {
	for _, g := range f.groups {
		for i := range g.rows {
			if g.rows[i].provenance {
				continue
			}
			lines++
			if g.rows[i].differs() {
				differ++
			}
		}
	}
	return differ, lines
}

// wording tells a chance and a note.
type wording struct {
	chance func(letter string, chance, lo, hi float64, hasRange bool) string
	note   func(severity, text, source, certainty string) string
}

// shown is how the screen tells them.
func shown() wording { return wording{texts.CardChanceText, texts.RiskLine} }

// gather sets plazas side by side; those that no list has are left out. It
// samples the model and is meant for the background.
func gather(space *workspace.Workspace, est *workspace.Estimates, ids []data.PlazaID, words wording) facts {
	var f facts
	var rows []int
	var cards []card.Card
	var odds, fields []*labels
	for _, id := range ids {
		at, ok := space.Catalog.Row(id)
		if !ok {
			continue
		}
		p, c := space.Catalog.Plaza(at), card.Of(space, est, at)
		f.columns = append(f.columns, column{id, p.Establishment, c.Band, curve.Sample(space, est, at)})
		rows, cards = append(rows, at), append(cards, c)
		odds, fields = append(odds, oddsOf(c, words)), append(fields, fieldsOf(p, c))
	}
	if len(f.columns) == 0 {
		return f
	}
	f.versus = space.Versus(rows, est)
	all := union(fields)
	f.groups = []group{
		{texts.SideOdds, union(odds)},
		{texts.SidePoints, pointRows(space, cards)},
		{texts.SidePlaza, slices.DeleteFunc(slices.Clone(all), func(r row) bool { return ofModality(r.label) })},
		{texts.SideModality, slices.DeleteFunc(slices.Clone(all), func(r row) bool { return !ofModality(r.label) })},
		{texts.SideRisks, append(markRows(cards), riskRows(cards, words, here)...)},
		{texts.NotesReported, reportRows(cards)},
		{texts.RiskWide(slices.ContainsFunc(cards, func(c card.Card) bool { return c.Risk.Graded() })), riskRows(cards, words, wide)},
	}
	f.groups = slices.DeleteFunc(f.groups, func(g group) bool { return len(g.rows) == 0 })
	return f
}

// ofModality tells whether a line of the card is said of the modality as such.
func ofModality(label string) bool {
	return slices.Contains([]string{texts.CardModality, texts.CardPay, texts.CardHours, texts.CardBenefits}, label)
}

// labels are the labelled lines of one plaza in their order.
type labels struct {
	order []string
	text  map[string]string
}

func newLabels() *labels { return &labels{text: map[string]string{}} }

// add takes a line; what has a label that is there already goes on under it.
func (l *labels) add(label, text string) {
	before, known := l.text[label]
	if !known {
		l.order = append(l.order, label)
		l.text[label] = text
		return
	}
	l.text[label] = before + "\n" + text
}

// union sets the lines of all columns side by side: each label once, a dash
// where a column does not have it.
func union(columns []*labels) []row {
	var order []string
	for _, c := range columns {
		for i, label := range c.order {
			if slices.Contains(order, label) {
				continue
			}
			at := len(order) // after the label that goes before it here
			if i > 0 {
				at = slices.Index(order, c.order[i-1]) + 1
			}
			order = slices.Insert(order, at, label)
		}
	}
	rows := make([]row, 0, len(order))
	for _, label := range order {
		r := row{label: label, provenance: label == texts.CardSource || label == texts.SideCode}
		for _, c := range columns {
			text, ok := c.text[label]
			if !ok {
				text = texts.SideUnknown
			}
			r.values = append(r.values, text)
		}
		rows = append(rows, r)
	}
	return rows
}

func oddsOf(c card.Card, words wording) *labels {
	l := newLabels()
	e, known := c.Facts.Estimate, c.Facts.Known
	for _, f := range c.Odds {
		if f.Label == texts.CardLeaves && known {
			f.Text = texts.SideLeaves(e.LeaveFrom, e.LeaveTo)
		}
		if known && f.Text == texts.CardChanceText(e.Band.Letter(), e.Chance, e.Lo, e.Hi, e.HasRange) {
			f.Text = words.chance(e.Band.Letter(), e.Chance, e.Lo, e.Hi, e.HasRange)
		}
		l.add(f.Label, f.Text)
	}
	for _, text := range c.WhyShort {
		l.add(texts.WhyLabel, text)
	}
	for _, f := range c.Before {
		l.add(f.Label, f.Text)
	}
	return l
}

func fieldsOf(p *data.Plaza, c card.Card) *labels {
	l := newLabels()
	l.add(texts.SideCode, p.Renipress)
	l.add(texts.CardSeats, texts.Thousands(p.Seats))
	for _, f := range c.Fields {
		l.add(f.Label, f.Text)
	}
	return l
}

// pointRows tells the points, what they are worth in exam questions, and how
// many more they are than those of the plaza that gives least.
func pointRows(space *workspace.Workspace, cards []card.Card) []row {
	told := row{label: texts.SidePointsRow}
	worth, above := row{label: texts.SideWorth}, row{label: texts.SideAbove}
	least, known := 0.0, 0
	for i := range cards {
		if award := cards[i].Facts.Points; award.Known {
			if known == 0 || award.Value < least {
				least = award.Value
			}
			known++
		}
	}
	for i := range cards {
		told.values = append(told.values, cards[i].Points)
		award := cards[i].Facts.Points
		if !award.Known {
			worth.values, above.values = append(worth.values, texts.SideUnknown), append(above.values, texts.SideUnknown)
			continue
		}
		worth.values = append(worth.values, texts.SideWorthText(space.Points.Questions(award.Value)))
		above.values = append(above.values, texts.SideAboveText(award.Value-least, space.Points.Questions(award.Value-least)))
	}
	rows := []row{told}
	if known > 0 {
		rows = append(rows, worth)
	}
	if known > 1 && above.differs() {
		rows = append(rows, above)
	}
	return rows
}

// here and wide pick the notes of a place and those of more than it.
func here(n *workspace.RiskNotes) []risk.Note { return n.Here }
func wide(n *workspace.RiskNotes) []risk.Note { return n.Wide }

// markRows sets the risk marks side by side.
func markRows(cards []card.Card) []row {
	r := row{label: texts.ColumnRisks}
	for i := range cards {
		mark := cards[i].Risk.Mark
		text := texts.RiskMarked(mark.Worst, mark.Count)
		if mark.None() {
			text = texts.RiskHereNone
		}
		r.values = append(r.values, text)
	}
	return []row{r}
}

// riskRows sets notes side by side by topic, so that like stands beside like; a
// note that all plazas have is told once.
func riskRows(cards []card.Card, words wording, pick func(*workspace.RiskNotes) []risk.Note) []row {
	columns := make([]*labels, len(cards))
	for i := range cards {
		columns[i] = newLabels()
		for _, n := range pick(&cards[i].Risk) {
			columns[i].add(texts.Capital(texts.RiskTopic(string(n.Topic))), words.noteText(n))
		}
	}
	var rows []row
	for _, r := range union(columns) {
		rows = append(rows, split(r)...)
	}
	return rows
}

// split makes two lines of one: what all columns have, and the rest.
func split(r row) []row {
	parts := make([][]string, len(r.values))
	for i, v := range r.values {
		parts[i] = strings.Split(v, "\n")
	}
	inAll := func(text string) bool {
		return !slices.ContainsFunc(parts, func(of []string) bool { return !slices.Contains(of, text) })
	}
	var same []string
	for _, text := range parts[0] {
		if inAll(text) {
			same = append(same, text)
		}
	}
	if len(same) == 0 || !r.differs() {
		return []row{r}
	}
	shared, rest := row{label: r.label}, row{label: r.label}
	for _, of := range parts {
		own := strings.Join(slices.DeleteFunc(slices.Clone(of), inAll), "\n")
		if own == "" {
			own = texts.SideUnknown
		}
		shared.values, rest.values = append(shared.values, strings.Join(same, "\n")), append(rest.values, own)
	}
	return []row{rest, shared}
}

// noteText tells a note with its severity, where it holds, and its source.
func (w wording) noteText(n risk.Note) string {
	text := w.note(string(n.Severity), n.Text, n.Source, string(n.Certainty))
	return strings.TrimSpace(text)
}

func reportRows(cards []card.Card) []row {
	columns := make([]*labels, len(cards))
	for i, c := range cards {
		columns[i] = newLabels()
		for _, r := range c.Reports {
			for _, line := range r.Lines {
				columns[i].add(r.Topic, line)
			}
		}
	}
	return union(columns)
}
