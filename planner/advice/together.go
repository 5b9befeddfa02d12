package advice

import (
	"slices"

	"brujula/data/rules"
	"brujula/data/texts"
	"brujula/planner/risk"
	"brujula/planner/workspace"
)

// When a plan is said to hang on one place. They are choices of the project: three
// lines are a habit and not a chance, and what decides four of five cases decides
// the year.
const (
	leastTogether = 3
	mostTogether  = 0.8 // of the cases in which the plan gives a place
)

// bundle is some lines of the plan that one event would reach.
type bundle struct {
	where string
	lines []int
	land  float64
}

// together: most of what the plan gives stands in one province, in the zone of
// emergency, or where one grave note on ways or safety holds, so that one event
// reaches it all.
func (a *adviser) together() []Advice {
	var bundles []*bundle
	at := map[any]*bundle{}
	add := func(key any, where string, place int) {
		b := at[key]
		if b == nil {
			b = &bundle{where: where}
			at[key], bundles = b, append(bundles, b)
		}
		if !slices.Contains(b.lines, place) {
			b.lines = append(b.lines, place)
			b.land += a.view.Lines[place].Land
		}
	}
	known := 0
	for i := range a.view.Lines {
		l := &a.view.Lines[i]
		if !l.Known {
			continue
		}
		known++
		p := l.Plaza
		add([2]string{p.Region, p.Province}, texts.TogetherProvince(p.Province, p.Region), i)
		if p.ZE {
			add(rules.ScopeAttribute, texts.TogetherZone, i)
		}
		for _, n := range a.notesTogether(l) {
			add(n.Risk, texts.TogetherNote(n.Text), i)
		}
	}
	var worst *bundle
	for _, b := range bundles {
		if len(b.lines) >= leastTogether && b.land >= mostTogether*(1-a.view.Nothing) && (worst == nil || b.land > worst.land) {
			worst = b
		}
	}
	if worst == nil {
		return nil
	}
	return []Advice{{Kind: Together, Lines: worst.lines, AdviceSaid: texts.AdviceTogether(len(worst.lines), known, worst.land, worst.where)}}
}

// notesTogether returns the notes of a line's place that say that it may be cut off
// or unsafe: those not mild, on ways or safety.
func (a *adviser) notesTogether(l *workspace.PlanLine) []risk.Note {
	var out []risk.Note
	for _, n := range a.space.RiskNotes(l.Plaza).Here {
		if (n.Topic == rules.TopicAccess || n.Topic == rules.TopicSafety) && n.Severity != rules.SeverityLow && n.Place() != "" {
			out = append(out, n)
		}
	}
	return out
}
