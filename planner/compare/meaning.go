package compare

import (
	"brujula/data"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/catalog"
	"brujula/planner/points"
	"brujula/planner/workspace"
)

// Meaning says what the difference as a whole means for the chances, in plain
// sentences. profession and modality are those that the filter names, or "".
func (d *Diff) Meaning(facts *rules.Rules, profession string, modality data.Modality) []string {
	if d.SeatsBefore == 0 || d.SeatsAfter == 0 {
		return nil
	}
	out := []string{texts.DiffSeatsMean(d.Before, d.SeatsBefore, d.SeatsAfter, profession != "" && modality != "")}
	was, _ := facts.Size(d.Before)
	is, _ := facts.Size(d.After)
	if before, now := was.ByProfession[profession], is.ByProfession[profession]; before > 0 && now > 0 {
		out = append(out, texts.DiffApplicantsMean(profession, d.Before, d.After, before, now, is.Source))
	}
	if n := len(d.Of(New)); n > 0 {
		out = append(out, texts.DiffNewMean(n, d.Before))
	}
	if n := len(d.Of(Gone)); n > 0 {
		out = append(out, texts.DiffGoneMean(n))
	}
	return out
}

// Meaning says what the change of one plaza means for the chance of getting
// it, and for the points.
func (c *Change) Meaning(table *points.Table) []string {
	var out []string
	for _, a := range c.Aspects {
		switch a {
		case New:
			out = append(out, texts.DiffPlazaNew)
		case Gone:
			out = append(out, texts.DiffPlazaGone)
		case Moved:
			out = append(out, texts.DiffPlazaMoved(c.After.Modality))
		case MoreSeats:
			out = append(out, texts.DiffPlazaMoreSeats(c.Before.Seats, c.After.Seats))
		case FewerSeats:
			out = append(out, texts.DiffPlazaFewerSeats(c.Before.Seats, c.After.Seats))
		case HigherGrade, LowerGrade:
			out = append(out, c.gradeMeaning(table))
		case Other:
		}
	}
	return out
}

func (c *Change) gradeMeaning(table *points.Table) string {
	was, is := pointsOf(table, c.Before), pointsOf(table, c.After)
	return texts.DiffPlazaGrade(c.Before.Grade, c.After.Grade, was, is)
}

// pointsOf returns the residency points of a plaza, nil where none are stated.
func pointsOf(table *points.Table, p *data.Plaza) *float64 {
	if award := table.Award(p); award.Known {
		return &award.Value
	}
	return nil
}

// In compares the two processes in the line of an applicant, or in all lines for the
// zero Line, and says what the differences mean there.
func (p Pair) In(space *workspace.Workspace, line data.Line) (d Diff, meaning []string) {
	filter := catalog.Filter{}
	if line.Profession != "" {
		filter.Set(catalog.DimProfession, line.Profession)
		filter.Set(catalog.DimModality, string(line.Modality))
	}
	d = Between(space.Catalog, p.Before, p.After, filter)
	return d, d.Meaning(space.Rules, line.Profession, line.Modality)
}
