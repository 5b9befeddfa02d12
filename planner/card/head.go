package card

import (
	"slices"

	"brujula/data"
	"brujula/data/texts"
	"brujula/planner/risk"
	"brujula/planner/workspace"
)

// Head is what one look at a plaza must tell: where it is, of what kind, and the
// four figures that a choice hangs on. A text is "" where nothing is known.
type Head struct {
	Name  string
	Place string // district, province, region
	Kind  string // category, institution, grade, seats, bonus, code

	Free      string // the chance with its letter, or what the act has decided
	Decided   bool   // Free is no chance: the card's odds say in words what it is
	FreeRange string
	Spread    string // of the chance, over the ranks that the applicant may have
	Needed    string // up to which rank it is likely
	Points    string
	Step      string // what the points are worth against the grade below
	Risks     string // how many notes
	Last      string // what became of it the last time
	LastOf    string // in which process
}

func head(w *workspace.Workspace, est *workspace.Estimates, f *workspace.Facts) Head {
	p := f.Plaza
	h := Head{
		Name:  p.Establishment,
		Place: texts.Where(p.District, p.Province, p.Region),
		Kind:  texts.HeadKind(p.Category, p.Institution, p.Grade, p.Seats, texts.Bonuses(p.ZAF, p.ZE), p.Renipress),
	}
	h.free(w, est, f)
	h.Points = texts.PointsShort(f.Points.Known, f.Points.Value)
	if s, ok := w.Points.Below(p); ok && f.Points.Known {
		h.Step = texts.PointsStep(s.Points, s.Questions, s.Grade)
	}
	notes := w.RiskNotes(p)
	h.Risks = texts.HeadRisks(f.Mark.Count, len(notes.Wide))
	h.last(w, p)
	return h
}

// free tells the chance, or what stands in its place.
func (h *Head) free(w *workspace.Workspace, est *workspace.Estimates, f *workspace.Facts) {
	switch {
	case f.Fate != workspace.FateOpen:
		h.Free, h.Decided = f.Fate.Short(), true
		return
	case !f.Known:
		h.Free, h.Decided = "–", true
		return
	}
	e := &f.Estimate
	h.Free = texts.HeadChance(e.Band.Letter(), e.Chance)
	if e.HasRange {
		h.FreeRange = texts.PlanRange(e.Lo, e.Hi)
	}
	h.Spread = f.Spread.String()
	view, slot, _ := est.Slot(w, f.Row)
	if k, ok := view.Forecast.PickFor(slot, likely); ok {
		if rank, ok := view.RankFor(k, est.Look); ok {
			h.Needed = texts.CardNeededText(likely, rank)
		}
	}
}

// last tells the newest past process that knows the plaza.
func (h *Head) last(w *workspace.Workspace, p *data.Plaza) {
	for _, s := range w.Before().Of(p) {
		text := s.Text()
		h.Last, h.LastOf = text.Headed(), string(text.Process)
		return
	}
}

// Unpictured returns the odds without what the head and a curve show by themselves:
// the chance, and the ranks up to which it is likely.
func (c *Card) Unpictured() []Field {
	return slices.DeleteFunc(slices.Clone(c.Odds), func(f Field) bool {
		return f.Label == texts.CardNeeded || f.Label == texts.FieldChance && !c.Head.Decided
	})
}

// Gravest returns the note of the place to show where there is room for one: what
// the rules know of it before what is reported; ok is false where there is none.
// What it shares with its grade, region or country is none of its own.
func (c *Card) Gravest() (text string, ok bool) {
	if len(c.Risk.Here) > 0 {
		n := slices.MaxFunc(c.Risk.Here, func(a, b risk.Note) int { return a.Grave() - b.Grave() })
		return texts.RiskText(n.Text, string(n.Certainty)), true
	}
	for _, r := range c.Risk.Reports {
		return texts.RiskReported(texts.RiskTopic(string(r.Topic)), r.Notes[0].Text), true
	}
	return "", false
}

// Notes counts all that is noted of the plaza.
func (c *Card) Notes() int {
	n := len(c.Risk.Here) + len(c.Risk.Wide)
	for _, r := range c.Reports {
		n += len(r.Lines)
	}
	return n
}
