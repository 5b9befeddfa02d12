// Package side sets plazas side by side: what is known of each, in what they differ,
// and which is the best in each measure. The screen draws it, the linear mode reads
// it out, serums comparar prints it.
package side

import (
	"cmp"
	"slices"
	"strings"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/availability"
	"brujula/planner/card"
	"brujula/planner/risk"
	"brujula/planner/workspace"
)

// Most is how many plazas stand side by side at most: a fifth column would leave no
// room for words at 80 cells.
const Most = 4

// Column is one plaza.
type Column struct {
	ID   data.PlazaID
	Row  int // of the catalog
	Name string
	Band availability.Band
}

// Group is some lines under one title.
type Group struct {
	Title string
	Rows  []Row
}

// Row is one line of the comparison: what it tells of each column.
type Row struct {
	Label  string
	Values []string // of several lines where a column has several
	// Provenance tells where something is written: it is another for each plaza
	// and no difference.
	Provenance bool
}

// Differs reports whether the columns do not all say the same.
func (r *Row) Differs() bool {
	return !r.Provenance && slices.ContainsFunc(r.Values, func(v string) bool { return v != r.Values[0] })
}

// OtherThan lists the columns that say something else than one of them.
func (r *Row) OtherThan(column int) (letters []string) {
	for i, v := range r.Values {
		if v != r.Values[column] {
			letters = append(letters, texts.SideLetter(i))
		}
	}
	return letters
}

// Sheet is everything that is known of the plazas side by side.
type Sheet struct {
	Columns []Column
	Groups  []Group
	Versus  []workspace.Versus
}

// Count tells in how many lines the columns differ, of how many.
func (s *Sheet) Count() (differ, lines int) {
	for _, g := range s.Groups {
		for i := range g.Rows {
			if g.Rows[i].Provenance {
				continue
			}
			lines++
			if g.Rows[i].Differs() {
				differ++
			}
		}
	}
	return differ, lines
}

// Measured reports whether a line only says what a measure says already.
func (s *Sheet) Measured(r *Row) bool {
	return r.Label == texts.FieldChance && len(s.Versus) > 0 && s.Versus[0].Measure == workspace.ByChance
}

// Best returns for each measure in which plazas differ which is the best.
func (s *Sheet) Best() []string {
	var out []string
	for i := range s.Versus {
		v := &s.Versus[i]
		var best []string
		for at := range s.Columns {
			if v.Best[at] {
				best = append(best, s.Columns[at].Name)
			}
		}
		if len(best) > 0 {
			out = append(out, texts.SideBest(texts.SideMeasure(int(v.Measure)), best))
		}
	}
	return out
}

// Wording tells a chance and a note.
type Wording struct {
	Chance func(letter string, chance, lo, hi float64, hasRange bool) string
	Note   func(severity, text, source, certainty string) string
}

// Shown is how a page tells them, Spoken how they are read out.
func Shown() Wording { return Wording{texts.CardChanceText, texts.RiskLine} }

// Spoken is Shown for the linear mode.
func Spoken() Wording { return Wording{texts.LinearChance, texts.LinearSideNote} }

// Of sets plazas side by side; those that no list has are left out. It asks the model
// for reasons and is meant for the background. est may be nil.
func Of(space *workspace.Workspace, est *workspace.Estimates, ids []data.PlazaID, words Wording) Sheet {
	var s Sheet
	var rows []int
	var cards []card.Card
	var odds, fields []*labels
	names := Names(space, ids)
	for i, id := range ids {
		at, ok := space.Catalog.Row(id)
		if !ok {
			continue
		}
		p, c := space.Catalog.Plaza(at), card.Of(space, est, at)
		s.Columns = append(s.Columns, Column{id, at, names[i], c.Band})
		rows, cards = append(rows, at), append(cards, c)
		odds, fields = append(odds, oddsOf(c, words)), append(fields, fieldsOf(p, c))
	}
	if len(s.Columns) == 0 {
		return s
	}
	s.Versus = space.Versus(rows, est)
	all := union(fields)
	s.Groups = []Group{
		{texts.SideOdds, union(odds)},
		{texts.SidePoints, pointRows(space, cards)},
		{texts.SidePlaza, slices.DeleteFunc(slices.Clone(all), func(r Row) bool { return ofModality(r.Label) })},
		{texts.SideModality, slices.DeleteFunc(slices.Clone(all), func(r Row) bool { return !ofModality(r.Label) })},
		{texts.FieldRisks, append(markRows(cards), riskRows(cards, words, here)...)},
		{texts.NotesReported, reportRows(cards)},
		{texts.RiskWide(slices.ContainsFunc(cards, func(c card.Card) bool { return c.Risk.Graded() })), riskRows(cards, words, wide)},
	}
	s.Groups = slices.DeleteFunc(s.Groups, func(g Group) bool { return len(g.Rows) == 0 })
	return s
}

// ofModality reports whether a line of the card is said of the modality as such.
func ofModality(label string) bool {
	return slices.Contains([]string{texts.FieldModality, texts.CardPay, texts.FieldHours, texts.FieldBenefits}, label)
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
func union(columns []*labels) []Row {
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
	rows := make([]Row, 0, len(order))
	for _, label := range order {
		r := Row{Label: label, Provenance: label == texts.CardSource || label == texts.FieldCode}
		for _, c := range columns {
			text, ok := c.text[label]
			if !ok {
				text = texts.NoValue
			}
			r.Values = append(r.Values, text)
		}
		rows = append(rows, r)
	}
	return rows
}

func oddsOf(c card.Card, words Wording) *labels {
	l := newLabels()
	e, known := c.Facts.Estimate, c.Facts.Known
	for _, f := range c.Odds {
		if known && f.Text == texts.CardChanceText(e.Band.Letter(), e.Chance, e.Lo, e.Hi, e.HasRange) {
			f.Text = words.Chance(e.Band.Letter(), e.Chance, e.Lo, e.Hi, e.HasRange)
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
	l.add(texts.FieldCode, p.Renipress)
	l.add(texts.FieldSeats, texts.Thousands(p.Seats))
	for _, f := range c.Fields {
		l.add(f.Label, f.Text)
	}
	return l
}

// pointRows tells the points, what they are worth in exam questions, and how
// many more they are than those of the plaza that gives least.
func pointRows(space *workspace.Workspace, cards []card.Card) []Row {
	told := Row{Label: texts.SidePointsRow}
	worth, above := Row{Label: texts.SideWorth}, Row{Label: texts.SideAbove}
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
		told.Values = append(told.Values, cards[i].Points)
		award := cards[i].Facts.Points
		if !award.Known {
			worth.Values, above.Values = append(worth.Values, texts.NoValue), append(above.Values, texts.NoValue)
			continue
		}
		worth.Values = append(worth.Values, texts.SideWorthText(space.Points.Questions(award.Value)))
		above.Values = append(above.Values, texts.SideAboveText(award.Value-least, space.Points.Questions(award.Value-least)))
	}
	rows := []Row{told}
	if known > 0 {
		rows = append(rows, worth)
	}
	if known > 1 && above.Differs() {
		rows = append(rows, above)
	}
	return rows
}

// here and wide pick the notes of a place and those of more than it.
func here(n *workspace.RiskNotes) []risk.Note { return n.Here }
func wide(n *workspace.RiskNotes) []risk.Note { return n.Wide }

// markRows sets the risk marks side by side.
func markRows(cards []card.Card) []Row {
	r := Row{Label: texts.ColumnRisks}
	for i := range cards {
		mark := cards[i].Risk.Mark
		text := texts.RiskMarked(mark.Worst, mark.Count)
		if mark.None() {
			text = texts.RiskHereNone
		}
		r.Values = append(r.Values, text)
	}
	return []Row{r}
}

// riskRows sets notes side by side by topic, so that like stands beside like; a
// note that all plazas have is told once.
func riskRows(cards []card.Card, words Wording, pick func(*workspace.RiskNotes) []risk.Note) []Row {
	columns := make([]*labels, len(cards))
	for i := range cards {
		columns[i] = newLabels()
		for _, n := range pick(&cards[i].Risk) {
			columns[i].add(texts.Capital(texts.RiskTopic(string(n.Topic))), words.noteText(n))
		}
	}
	var rows []Row
	for _, r := range union(columns) {
		rows = append(rows, split(r)...)
	}
	return rows
}

// split makes two lines of one: what all columns have, and the rest.
func split(r Row) []Row {
	parts := data.Map(r.Values, func(v string) []string { return strings.Split(v, "\n") })
	inAll := func(text string) bool {
		return !slices.ContainsFunc(parts, func(of []string) bool { return !slices.Contains(of, text) })
	}
	var same []string
	for _, text := range parts[0] {
		if inAll(text) {
			same = append(same, text)
		}
	}
	if len(same) == 0 || !r.Differs() {
		return []Row{r}
	}
	shared, rest := Row{Label: r.Label}, Row{Label: r.Label}
	for _, of := range parts {
		own := cmp.Or(strings.Join(slices.DeleteFunc(slices.Clone(of), inAll), "\n"), texts.NoValue)
		shared.Values, rest.Values = append(shared.Values, strings.Join(same, "\n")), append(rest.Values, own)
	}
	return []Row{rest, shared}
}

// noteText states a note with its severity, where it holds, and its source.
func (w Wording) noteText(n risk.Note) string {
	text := w.Note(string(n.Severity), n.Text, n.Source, string(n.Certainty))
	return strings.TrimSpace(text)
}

func reportRows(cards []card.Card) []Row {
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
