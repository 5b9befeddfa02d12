// Package card tells everything that is known of one plaza, as labelled lines
// that the screens style and the commands print.
package card

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/availability"
	"brujula/planner/compare"
	"brujula/planner/history"
	"brujula/planner/points"
	"brujula/planner/reasons"
	"brujula/planner/risk"
	"brujula/planner/workspace"
)

// Card is what is known of a plaza from a look.
type Card struct {
	Facts  workspace.Facts
	Title  string
	Head   Head
	Fields []Field // the plaza itself
	Odds   []Field // the chance, its range, what it stands on
	// Why tells where the turn stands, the reasons for the chance and what is
	// unsure of it; none without a chance.
	Why      []Field
	WhyShort []string // the reasons in a few words each
	// Moved tells how the chance has changed since it was last seen, and why; ""
	// where it has not.
	Moved  string
	Before []Field // what became of it in each past process, newest first
	// History tells of each process that is loaded on what terms it was on offer, what
	// changed, and when each seat was taken, with file and row.
	History []Field
	Points  string
	// Change tells how the plaza differs from the offer before it, and what that
	// means for the chance; none where nothing changed or nothing is loaded.
	Change []Field
	Risk   workspace.RiskNotes
	// Reports are what people say of the place, by topic: not verified, and side
	// by side where they do not agree.
	Reports []Report
	// Conflicts is what the loaded lists do not say alike of the plaza: each
	// value with its row, and which one is used.
	Conflicts []Field
	Band      availability.Band
	Chance    float64 // where Band is one
}

// Report is what is reported under one topic.
type Report struct {
	Topic string   // with a word where the reports do not agree
	Lines []string // each with its source and date
}

// Field is one labelled line.
type Field struct{ Label, Text string }

// Chances that the needed rank is told for.
const (
	even   = 0.5
	likely = 0.8
)

// Of makes the card of a row; est may be nil.
func Of(w *workspace.Workspace, est *workspace.Estimates, row int) Card {
	f := w.Facts(row, est)
	p := f.Plaza
	c := Card{
		Facts:  f,
		Title:  texts.CardTitle(p.Establishment, p.Renipress, p.Seats),
		Head:   head(w, est, &f),
		Fields: fields(w, p),
		Odds:   odds(w, est, &f),
		Before: before(w, row),
		Points: pointsText(w.Points, &f),
		Change: changes(w, row),
		Risk:   w.RiskNotes(p),
	}
	for _, topic := range c.Risk.Reports {
		r := Report{Topic: texts.NoteTopic(string(topic.Topic), topic.Disagree)}
		for _, n := range topic.Notes {
			r.Lines = append(r.Lines, texts.NoteLine(n.Text, n.Source, n.Date))
		}
		c.Reports = append(c.Reports, r)
	}
	for _, conflict := range w.ConflictsOf(p.PlazaID) {
		c.Conflicts = append(c.Conflicts, Field{texts.ConflictField(string(conflict.Field)), conflict.Text()})
	}
	if f.Known {
		c.Band, c.Chance = f.Estimate.Band, f.Estimate.Chance
	}
	c.explain(w, est, row)
	told := history.Of(w, row)
	for _, l := range told.Lines() {
		c.History = append(c.History, Field(l))
	}
	return c
}

// Since is Of, with how the chance has changed since what was seen, as long as there is
// one: a plaza that was taken has none. was may be nil.
func Since(was *reasons.Seen, w *workspace.Workspace, est *workspace.Estimates, row int) Card {
	c := Of(w, est, row)
	if m, ok := was.Since(w, est, row); ok && c.Facts.Fate == workspace.FateOpen {
		text := m.Text()
		c.Moved = text.String()
	}
	return c
}

// explain tells the three strongest reasons for a chance, each with its sign, and
// what is unsure of it.
func (c *Card) explain(w *workspace.Workspace, est *workspace.Estimates, row int) {
	because, ok := reasons.Of(w, est, row)
	if !ok {
		return
	}
	c.Why = []Field{{texts.WhyTurnLabel, texts.WhyTurn(because.Gone, because.Seats)}}
	for _, r := range because.Strongest() {
		text := r.Text()
		c.Why = append(c.Why, Field{texts.ReasonSign(r.Raises()), text.String()})
		c.WhyShort = append(c.WhyShort, text.Short())
	}
	if unsure := because.Unsure(); unsure != "" {
		c.Why = append(c.Why, Field{texts.WhyUnsure, unsure})
	}
}

func fields(w *workspace.Workspace, p *data.Plaza) []Field {
	facts := w.Rules.Modality(p.Modality)
	bonus := cmp.Or(texts.Bonuses(p.ZAF, p.ZE), texts.CardNoBonus)
	category := p.Category
	if what := w.Rules.Category(p.Category).Text; what != "" {
		category += ": " + what
	}
	all := []Field{
		{texts.CardPlace, texts.Where(p.District, p.Province, p.Region)},
		{texts.FieldDiresa, texts.PlaceName(p.Diresa)},
		{texts.FieldInstitution, p.Institution},
		{texts.CardOffering, p.Offering},
		{texts.CardCategory, category},
		{texts.CardGrade, texts.GradeText(p.Grade)},
		{texts.CardBudget, texts.BudgetText(p.Budgets)},
		{texts.CardBonus, bonus},
		{texts.FieldModality, string(p.Modality) + " · " + p.Profession + " · " + string(p.Process)},
		{texts.CardPay, facts.Pay},
		{texts.FieldHours, facts.Hours},
		{texts.FieldBenefits, facts.Benefits},
	}
	for _, heading := range slices.Sorted(maps.Keys(p.Extra)) {
		all = append(all, Field{heading, p.Extra[heading]})
	}
	for _, s := range p.Sources {
		all = append(all, Field{texts.CardSource, texts.SourceText(s)})
	}
	return slices.DeleteFunc(all, func(f Field) bool { return f.Text == "" })
}

// changes reports what the offer before had otherwise.
func changes(w *workspace.Workspace, row int) []Field {
	c, before := compare.Since(w.Catalog, row)
	if c == nil {
		return nil
	}
	var out []Field
	label := texts.CardChangeSince(before)
	add := func(text string) {
		out = append(out, Field{label, text})
		label = ""
	}
	for _, sentence := range c.Meaning(w.Points) {
		add(sentence)
	}
	if c.Has(compare.Other) {
		for _, f := range c.Fields {
			if f.Key != "cupos" && f.Key != "gd" && f.Key != "modalidad" { // the sentences say these
				add(texts.DiffField(f.Key, f.Before, f.After))
			}
		}
	}
	return out
}

// odds tells the chance, or why there is none, and the act that it follows.
func odds(w *workspace.Workspace, est *workspace.Estimates, f *workspace.Facts) []Field {
	out := chances(w, est, f)
	if f.Fate != workspace.FateOpen {
		out = []Field{{texts.FieldChance, f.Fate.Text()}}
	}
	if view, _, ok := est.Slot(w, f.Row); ok && view.Live != nil {
		out = slices.Insert(out, 1, Field{texts.CardAct, texts.Capital(ActText(view.Live))})
	}
	return out
}

// ActOf puts the act that a line follows into the form of the texts.
func ActOf(l *workspace.Live) texts.Act {
	return texts.Act{
		Turn: l.Turn, Told: l.Told, Known: l.Rank > 0, Ahead: l.Ahead(), Over: l.Over, Took: l.Mine != "", Passed: l.Declined,
	}
}

// ActText states the act that a line follows.
func ActText(l *workspace.Live) string {
	return ActOf(l).String()
}

func chances(w *workspace.Workspace, est *workspace.Estimates, f *workspace.Facts) []Field {
	view, slot, _ := est.Slot(w, f.Row)
	if !f.Known {
		return []Field{{texts.FieldChance, f.Why}}
	}
	e := &f.Estimate
	if view.Exhausted() {
		return []Field{{texts.FieldChance, texts.CardExhausted(view.Line.Modality)}}
	}
	out := []Field{
		{texts.FieldChance, texts.CardChanceText(e.Band.Letter(), e.Chance, e.Lo, e.Hi, e.HasRange)},
		{texts.CardLeaves, texts.CardLeavesText(e.LeaveFrom, e.LeaveTo)},
	}
	if text := f.Spread.String(); text != "" {
		out = slices.Insert(out, 1, Field{texts.CardSpan, text})
	}
	for _, chance := range []float64{likely, even} {
		if k, ok := view.Forecast.PickFor(slot, chance); ok {
			if rank, ok := view.RankFor(k, est.Look); ok {
				out = append(out, Field{texts.CardNeeded, texts.CardNeededText(chance, rank)})
			}
		}
	}
	out = append(out, Field{texts.FieldEvidence, texts.EvidenceText(e.Evidence.Level.Key(), e.Evidence.N)})
	return out
}

// before reports what became of the plaza in each past process, two years one
// under the other.
func before(w *workspace.Workspace, row int) (out []Field) {
	for _, s := range w.Before().Of(w.Catalog.Plaza(row)) {
		text := s.Text()
		out = append(out, Field{texts.CardFact, text.String()})
	}
	return out
}

func pointsText(t *points.Table, f *workspace.Facts) string {
	p, award := f.Plaza, f.Points
	if !award.Known {
		return texts.PointsNone(string(award.Reason))
	}
	step := ""
	if s, ok := t.Below(p); ok {
		step = texts.PointsStep(s.Points, s.Questions, s.Grade)
	}
	if award.Reason == points.ByQuintile {
		step = texts.PointsQuintile(points.Quintile(p), award.Source)
	}
	return texts.PointsLine(award.Value, string(award.Certainty), step)
}

// Text prints the card as plain lines.
func (c Card) Text() string {
	var b strings.Builder
	b.WriteString(c.Title + "\n\n")
	writeFields(&b, c.Odds)
	writeFields(&b, c.Before)
	writeFields(&b, c.Change)
	if len(c.Why) > 0 {
		b.WriteString("\n" + texts.WhyTitle(c.Chance) + "\n")
		writeFields(&b, c.Why)
	}
	b.WriteString("\n" + c.Points + "\n\n")
	writeFields(&b, c.Fields)
	if len(c.History) > 0 {
		b.WriteString("\n" + texts.CardHistory + "\n")
		writeFields(&b, c.History)
	}
	if len(c.Conflicts) > 0 {
		b.WriteString("\n" + texts.CardConflicts + ":\n")
		for _, f := range c.Conflicts {
			b.WriteString("  " + f.Label + ": " + f.Text + "\n")
		}
	}
	b.WriteString("\n" + texts.FieldRisks + " " + c.Risk.Summary("") + "\n")
	writeNotes(&b, c.Risk.Here)
	if len(c.Reports) > 0 {
		b.WriteString("\n" + texts.NotesReported + ":\n")
	}
	for _, r := range c.Reports {
		for _, line := range r.Lines {
			b.WriteString("  " + r.Topic + ": " + line + "\n")
		}
	}
	if len(c.Risk.Wide) > 0 {
		b.WriteString("\n" + c.Risk.WideTitle() + ":\n")
		writeNotes(&b, c.Risk.Wide)
	}
	b.WriteString(texts.NoNoteIsNotSafe + "\n")
	return b.String()
}

func writeNotes(b *strings.Builder, notes []risk.Note) {
	for _, n := range notes {
		b.WriteString("  " + texts.RiskLine(string(n.Severity), n.Text, n.Source, string(n.Certainty)) + "\n")
	}
}

func writeFields(b *strings.Builder, fields []Field) {
	for _, f := range fields {
		if f.Label == "" {
			b.WriteString("  " + f.Text + "\n")
			continue
		}
		b.WriteString(f.Label + ": " + f.Text + "\n")
	}
}
