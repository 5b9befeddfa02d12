package export

import (
	"slices"
	"strings"

	"brujula/data"
	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/report"
	"brujula/planner/risk"
	"brujula/planner/workspace"
)

// lineNotes is what is noted of the place of one line of a plan.
type lineNotes struct {
	Line string
	Why  string   // why it has its chance, what it did before
	Text []string // its notes
}

// placeNotes tells, line by line, why the place has its chance and what became of
// it before, and lists the notes that its risk mark is made of, the gravest first,
// and what is reported of it.
func placeNotes(p *report.Plan) []lineNotes {
	var out []lineNotes
	for i := range p.Lines {
		l := &p.Lines[i]
		n := lineNotes{Line: texts.Thousands(l.Place) + ". " + l.Establishment}
		if sign := l.RiskSign(); sign != "" {
			n.Line += " " + sign
		}
		here, _ := risk.Split(l.Risks)
		for _, note := range here {
			n.Text = append(n.Text, riskText(note))
		}
		for _, r := range l.Reports {
			n.Text = append(n.Text, texts.RiskReportedLine(texts.RiskTopic(string(r.Topic)), r.Text, r.Source, r.Date))
		}
		n.Why = whyText(l)
		if len(n.Text) > 0 || n.Why != "" {
			out = append(out, n)
		}
	}
	return out
}

// sharedNotes lists each note that holds for more than a place once, the
// gravest first, with the lines that it holds for where these are not all.
func sharedNotes(p *report.Plan) []string {
	type shared struct {
		note  risk.Note
		lines []int
	}
	var all []shared
	found := 0
	for i := range p.Lines {
		if p.Lines[i].Found {
			found++
		}
		_, wide := risk.Split(p.Lines[i].Risks)
		for _, note := range wide {
			at := slices.IndexFunc(all, func(s shared) bool { return s.note.Risk == note.Risk })
			if at < 0 {
				at, all = len(all), append(all, shared{note: note})
			}
			all[at].lines = append(all[at].lines, p.Lines[i].Place)
		}
	}
	slices.SortStableFunc(all, func(a, b shared) int { return risk.Compare(a.note, b.note) })
	var out []string
	for _, s := range all {
		text := riskText(s.note)
		if s.note.Scope == rules.ScopeRegion {
			text = s.note.Place() + ": " + text // its own words only say "en la región"
		}
		if len(s.lines) < found {
			text += texts.RiskOfLines(s.lines)
		}
		out = append(out, text)
	}
	return out
}

func riskText(n risk.Note) string {
	return texts.RiskLine(string(n.Severity), n.Text, n.Source, string(n.Certainty))
}

// whyText reports in one paragraph why a line has its chance and what became of its
// place before; "" where neither is known.
func whyText(l *report.PlanLine) string {
	var parts []string
	if l.Why != nil && l.Chance != nil && l.Fate() == workspace.FateOpen {
		reasons := data.Map(l.Why.Reasons, func(one report.Reason) string { return texts.Capital(one.Text) })
		if len(reasons) > 0 {
			parts = append(parts, texts.WhyTitle(*l.Chance)+": "+strings.Join(reasons, ". ")+".")
		}
	}
	if past := l.Past(); len(past) > 0 {
		parts = append(parts, texts.ExportBefore+strings.Join(past, "; ")+".")
	}
	return strings.Join(parts, " ")
}
